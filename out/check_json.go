package out

import (
	"io"
	"time"

	"tonghop/sheets"
	"tonghop/sheets/check"
)

// The shapes of tonghop/check/1. Keys and their order are a contract with other programs.
type (
	fileJSON struct {
		Path    string          `json:"path"`
		SHA256  string          `json:"sha256"`
		Outcome string          `json:"outcome"`
		Unit    sheets.UnitCode `json:"unit"`
		Reason  string          `json:"reason"`
		Period  string          `json:"period,omitempty"` // of a file of another period than the one that is added up
	}
	unitJSON struct {
		Code     sheets.UnitCode `json:"code"`
		Name     string          `json:"name"`
		Level    string          `json:"level"`
		Status   string          `json:"status"`
		Late     *bool           `json:"late"`
		Expected int             `json:"expected"`
		Answered int             `json:"answered"`
		Lacking  []string        `json:"missing_periods,omitempty"`

		// AnsweredBy is the unit that answers for one that is no more.
		AnsweredBy sheets.UnitCode `json:"answered_by,omitempty"`
	}
	fractionJSON struct {
		Have     int `json:"have"`
		Expected int `json:"expected"`
	}
	ratesJSON struct {
		Submitted fractionJSON `json:"submitted"`
		OnTime    fractionJSON `json:"on_time"`
		Complete  fractionJSON `json:"complete"`
	}
	findingJSON struct {
		Code       string          `json:"code"`
		Severity   string          `json:"severity"`
		Unit       sheets.UnitCode `json:"unit"`
		Indicator  sheets.Code     `json:"indicator"`
		File       string          `json:"file"`
		Sheet      string          `json:"sheet"`
		Cell       string          `json:"cell"`
		Raw        string          `json:"raw"`
		Message    string          `json:"message"`
		Hint       string          `json:"hint"`
		Suggestion string          `json:"suggestion"`
		Count      int             `json:"count"`
		Period     string          `json:"period,omitempty"` // the sub-period or former period that it is about
		Cells      string          `json:"cells,omitempty"`  // all its cells, E12:E20, E25, where they are more than one
		Accepted   *acceptedJSON   `json:"accepted,omitempty"`
	}
	// feedJSON says in how many reports a figure is what the list forms add up to.
	feedJSON struct {
		Indicator    sheets.Code `json:"indicator"`
		Held         int         `json:"held"`
		Broken       int         `json:"broken"`
		NotCheckable int         `json:"not_checkable"`
	}
	acceptedJSON struct {
		Reason string `json:"reason"`
		Date   string `json:"date"`  // 2022-01-20, "" where none is stated
		Value  string `json:"value"` // that was accepted, as typed; "" accepts any
		Cell   string `json:"cell"`  // of the sheet Giải trình
	}
)

// WriteCheckJSON writes kiem-tra.json.
func WriteCheckJSON(w io.Writer, r *Run) error {
	doc := newDocument(w, "tonghop/check/1", r.Batch.Period.Code)
	doc.list("files", func(add func(any)) {
		for _, file := range r.Batch.Files {
			add(fileJSON{file.Path, file.SHA256, outcomeKey(file.Outcome), file.Unit, said(file.Reason, r.Lang), r.filePeriod(file)})
		}
	})
	doc.list("units", func(add func(any)) {
		for _, u := range r.Check.Units {
			add(unitJSON{u.Unit.Code, u.Unit.Name, u.Unit.Level, statusKey(u.Status), u.Late, u.Expected, u.Answered, lackingCodes(u), answererCode(r, u.Unit)})
		}
	})
	rates := r.Check.Rates
	doc.field("rates", ratesJSON{fractionJSON(rates.Submitted), fractionJSON(rates.OnTime), fractionJSON(rates.Complete)})
	doc.list("rules", func(add func(any)) {
		for _, t := range r.Check.Rules {
			add(ruleEntry(t))
		}
	})
	doc.list("findings", func(add func(any)) {
		for _, f := range r.Findings() {
			add(findingJSON{
				f.Code, f.Severity.String(), f.Unit, f.Indicator, f.Pos.File, f.Pos.Sheet, f.Pos.Cell(), f.Raw,
				said(f.Message, r.Lang), said(f.Hint, r.Lang), f.Suggest, max(f.Count, 1), f.Period, manyCells(f), acceptedOf(f),
			})
		}
	})
	doc.list("list_checks", func(add func(any)) {
		for _, f := range r.Check.Feeds {
			add(feedJSON{f.Feed.Figure.Code, f.Held, f.Broken, f.NotCheckable})
		}
	})
	doc.list("revisions", func(add func(any)) {
		for _, v := range r.Batch.Revisions {
			add(r.revisionJSON(v))
		}
	})
	return doc.close()
}

// answererCode is the unit that answers for one that is no more, "" for all others.
func answererCode(r *Run, u *sheets.Unit) sheets.UnitCode {
	if heir := r.Catalogue.Units.Answerer(u); heir != nil && heir != u {
		return heir.Code
	}
	return ""
}

func acceptedOf(f sheets.Finding) *acceptedJSON {
	if f.Accepted == nil {
		return nil
	}
	day := ""
	if !f.Accepted.Day.IsZero() {
		day = f.Accepted.Day.Format(time.DateOnly)
	}
	return &acceptedJSON{f.Accepted.Reason, day, f.Accepted.Typed, f.Accepted.Pos.Cell()}
}

func outcomeKey(o sheets.Outcome) string {
	return [...]string{sheets.Used: "used", sheets.Superseded: "superseded", sheets.Rejected: "rejected", sheets.Ignored: "ignored"}[o]
}

func statusKey(s check.Status) string {
	return [...]string{check.Complete: "complete", check.Incomplete: "incomplete", check.Missing: "missing", check.InQuestion: "in_question"}[s]
}

// manyCells are the cells of a finding that was put together of several, "" for any other.
func manyCells(f sheets.Finding) string {
	if len(f.Cases) == 0 {
		return ""
	}
	return f.Cells()
}
