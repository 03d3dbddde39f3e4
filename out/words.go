package out

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/sheets/check"
)

// The words that results use for states, each in one place.

func outcomeTitle(o sheets.Outcome) lang.Format {
	return [...]lang.Format{
		sheets.Used:       {Vi: "đã dùng", En: "used"},
		sheets.Superseded: {Vi: "thay bằng bản khác", En: "superseded"},
		sheets.Rejected:   {Vi: "không nhận", En: "rejected"},
		sheets.Ignored:    {Vi: "bỏ qua", En: "ignored"},
	}[o]
}

func outcomeLook(o sheets.Outcome) look {
	return [...]look{sheets.Used: good, sheets.Superseded: centred, sheets.Rejected: bad, sheets.Ignored: centred}[o]
}

func statusTitle(s check.Status) lang.Format {
	return [...]lang.Format{
		check.Complete:   {Vi: "đủ", En: "complete"},
		check.Incomplete: {Vi: "còn thiếu", En: "incomplete"},
		check.Missing:    {Vi: "chưa nộp", En: "not submitted"},
		check.InQuestion: {Vi: "chờ quyết định", En: "in question"},
	}[s]
}

func statusLook(s check.Status) look {
	return [...]look{check.Complete: good, check.Incomplete: doubtful, check.Missing: bad, check.InQuestion: bad}[s]
}

func severityLook(s figure.Severity) look {
	switch s {
	case figure.Error:
		return bad
	case figure.Warning:
		return doubtful
	}
	return centred
}

// lateTitle says whether a submission came in time; nil is a state of its own.
func lateTitle(late *bool) lang.Format {
	switch {
	case late == nil:
		return lang.Format{Vi: "không rõ ngày nộp", En: "date not known"}
	case *late:
		return lang.Format{Vi: "muộn", En: "late"}
	}
	return lang.Format{Vi: "đúng hạn", En: "on time"}
}

func verdictLook(v sheets.Verdict) look {
	switch v {
	case sheets.Exceeded, sheets.Met:
		return good
	case sheets.Unmet:
		return bad
	case sheets.Insufficient:
		return doubtful
	}
	return centred
}
