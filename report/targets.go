package report

import (
	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/sheets"
)

// targetLoop is a loop over the targets that pass.
func targetLoop(name string, passes func(*aggregate.TargetResult) bool, doc lang.Format) loop {
	return loop{
		name: name, like: unless(name, "chi_tieu"), doc: doc, fields: targetFields, loops: partLoops,
		key: func(at row) string { return string(at.target.Target.Code) },
		env: func(r *aggregate.Result, at row) formula.Env { return r.TargetEnv(at.target) },
		rows: func(s *source, _ row) []row {
			var rows []row
			for i := range s.Targets {
				if t := &s.Targets[i]; passes(t) {
					rows = append(rows, row{target: t})
				}
			}
			return rows
		},
	}
}

// unless gives the name of the loop that another one is like, and nothing for that loop itself.
func unless(name, first string) string {
	if name == first {
		return ""
	}
	return first
}

func everyTarget(*aggregate.TargetResult) bool       { return true }
func fulfilledTarget(t *aggregate.TargetResult) bool { return fulfilled(t.Verdict) }
func unmetTarget(t *aggregate.TargetResult) bool     { return t.Verdict == sheets.Unmet }
func unjudgedTarget(t *aggregate.TargetResult) bool  { return t.Verdict == sheets.Insufficient }

func fulfilled(v sheets.Verdict) bool { return v == sheets.Met || v == sheets.Exceeded }

var targetFields = append([]field{
	{name: "ma", value: func(_ *source, at row) figure.Value { return word(string(at.target.Target.Code)) },
		doc: lang.Format{Vi: "mã chỉ tiêu", En: "code of the target"}},
	{name: "noi_dung", value: func(_ *source, at row) figure.Value { return prose(at.target.Target.Text) },
		doc: lang.Format{Vi: "nội dung chỉ tiêu", En: "text of the target"}},
	{name: "ly_do", lines: true, value: func(_ *source, at row) figure.Value { return prose(reason(at.target)) },
		doc: lang.Format{Vi: "lý do", En: "the reason given"}},
	{name: "can_cu", lines: true, value: func(_ *source, at row) figure.Value { return prose(at.target.Target.Basis) },
		doc: lang.Format{Vi: "căn cứ", En: "the basis given"}},
	{name: "nd_dat", style: "so0", value: func(_ *source, at row) figure.Value { return figure.Int(at.target.Met) },
		doc: lang.Format{Vi: "số nội dung đạt hoặc vượt", En: "parts met or exceeded"}},
	{name: "nd", style: "so0", value: func(_ *source, at row) figure.Value { return figure.Int(at.target.Counted) },
		doc: lang.Format{Vi: "số nội dung được tính và có áp dụng", En: "parts that count and apply"}},
	{name: "nhieu_phan", value: func(_ *source, at row) figure.Value { return figure.BoolOf(len(at.target.Parts) > 1) },
		doc: lang.Format{Vi: "đúng khi chỉ tiêu có nhiều nội dung", En: "true when the target has several parts"}},
	{name: "ket_luan_tay", value: func(_ *source, at row) figure.Value { return figure.BoolOf(byHand(at.target)) },
		doc: lang.Format{Vi: "đúng khi kết luận do người phụ trách ghi, không phải do tính", En: "true when a person decided the verdict"}},
}, verdictFields(func(at row) sheets.Verdict { return at.target.Verdict })...)

// reason is the reason given for a target; one with a single part has it in the row of the part.
func reason(t *aggregate.TargetResult) string {
	if t.Target.Reason == "" && len(t.Parts) == 1 {
		return t.Parts[0].Part.Reason
	}
	return t.Target.Reason
}

// byHand reports whether a person decided the verdict of a target, or of the only part that it has.
func byHand(t *aggregate.TargetResult) bool {
	return t.Hand || len(t.Parts) == 1 && t.Parts[0].Hand
}

// verdictFields are the verdict of a row in words, and one name for every verdict that is true where it was given.
func verdictFields(of func(row) sheets.Verdict) []field {
	is := func(verdicts ...sheets.Verdict) func(*source, row) figure.Value {
		return func(_ *source, at row) figure.Value {
			for _, v := range verdicts {
				if of(at) == v {
					return figure.BoolOf(true)
				}
			}
			return figure.BoolOf(false)
		}
	}
	return []field{
		{name: "ket_luan", derived: true, value: func(_ *source, at row) figure.Value { return figure.TextOf(aggregate.NameOf(of(at)).Title.Vi) },
			doc: lang.Format{Vi: "kết luận: vượt, đạt, chưa đạt, không đủ số liệu, không áp dụng", En: "the verdict in words"}},
		{name: "vuot", value: is(sheets.Exceeded), doc: lang.Format{Vi: "đúng khi vượt", En: "true when exceeded"}},
		{name: "dat", value: is(sheets.Met), doc: lang.Format{Vi: "đúng khi đạt", En: "true when met"}},
		{name: "dat_vuot", value: is(sheets.Met, sheets.Exceeded), doc: lang.Format{Vi: "đúng khi đạt hoặc vượt", En: "true when met or exceeded"}},
		{name: "chua_dat", value: is(sheets.Unmet), doc: lang.Format{Vi: "đúng khi chưa đạt", En: "true when unmet"}},
		{name: "khong_du", value: is(sheets.Insufficient, sheets.NoVerdict), doc: lang.Format{Vi: "đúng khi không đủ số liệu", En: "true when there are not enough data"}},
		{name: "khong_ap_dung", value: is(sheets.VerdictNotApplicable), doc: lang.Format{Vi: "đúng khi không áp dụng", En: "true when not applicable"}},
	}
}
