package out

import (
	"io"

	"tonghop/lang"
	"tonghop/sheets"
)

// The shapes of tonghop/diff/1. Keys and their order are a contract with other programs. What was not there is null.
type (
	diffSettingJSON struct {
		Name   string `json:"name"`
		Before string `json:"before"`
		After  string `json:"after"`
	}
	diffFileJSON struct {
		Path   string          `json:"path"`
		Change string          `json:"change"`
		From   string          `json:"from,omitempty"`
		Unit   sheets.UnitCode `json:"unit"`
		Before string          `json:"before"`
		After  string          `json:"after"`
	}
	diffUnitJSON struct {
		Code           sheets.UnitCode `json:"code"`
		Name           string          `json:"name"`
		Before         string          `json:"before"`
		After          string          `json:"after"`
		LateBefore     *bool           `json:"late_before"`
		LateAfter      *bool           `json:"late_after"`
		AnsweredBefore int             `json:"answered_before"`
		AnsweredAfter  int             `json:"answered_after"`
	}
	diffVerdictJSON struct {
		Code   string `json:"code"`
		Part   string `json:"part"`
		Before string `json:"before"`
		After  string `json:"after"`
	}
	diffSideJSON struct {
		Value    *string `json:"value"`
		Text     string  `json:"text"`
		State    string  `json:"state"`
		Have     int     `json:"have"`
		Expected int     `json:"expected"`
	}
	diffTotalJSON struct {
		Unit         sheets.UnitCode `json:"unit"`
		Indicator    sheets.Code     `json:"indicator"`
		OnlyCoverage bool            `json:"only_coverage"`
		Before       *diffSideJSON   `json:"before"`
		After        *diffSideJSON   `json:"after"`
	}
	diffPlaceJSON struct {
		File  string `json:"file"`
		Sheet string `json:"sheet"`
		Cell  string `json:"cell"`
		Raw   string `json:"raw"`
		Value string `json:"value"`
	}
	diffCellJSON struct {
		Unit      sheets.UnitCode `json:"unit"`
		Indicator sheets.Code     `json:"indicator"`
		Period    string          `json:"period,omitempty"`
		Before    *diffPlaceJSON  `json:"before"`
		After     *diffPlaceJSON  `json:"after"`
	}
)

// WriteDifferenceJSON writes what is not the same in two runs, as tonghop/diff/1.
func WriteDifferenceJSON(w io.Writer, d *Difference) error {
	doc := &document{w: w, first: true}
	doc.text("{")
	doc.field("schema", "tonghop/diff/1")
	doc.field("before", d.Before)
	doc.field("after", d.After)
	doc.field("differences", d.Count())
	doc.field("files_before", (*filesJSON)(d.FilesBefore))
	doc.field("files_after", (*filesJSON)(d.FilesAfter))
	entries(doc, "settings", d.Settings, func(s SettingChange) any { return diffSettingJSON(s) })
	entries(doc, "targets", d.Targets, func(v VerdictChange) any { return diffVerdictJSON(v) })
	entries(doc, "shortcomings", d.Shortcomings, func(v VerdictChange) any { return diffVerdictJSON(v) })
	entries(doc, "totals", d.Totals, func(t TotalChange) any { return t.entry() })
	entries(doc, "units", d.Units, func(u UnitChange) any { return diffUnitJSON(u) })
	entries(doc, "inputs", d.Inputs, func(f FileChange) any { return diffFileJSON(f) })
	entries(doc, "cells", d.Cells, func(c CellChange) any {
		return diffCellJSON{c.Unit, c.Indicator, c.Period, (*diffPlaceJSON)(c.Before), (*diffPlaceJSON)(c.After)}
	})
	entries(doc, "new_findings", d.Findings, func(f FindingChange) any { return f.entry(true) })
	entries(doc, "gone_findings", d.Findings, func(f FindingChange) any { return f.entry(false) })
	entries(doc, "outputs", d.Outputs, func(f FileChange) any { return diffFileJSON(f) })
	entries(doc, "skipped", d.Skipped, func(m lang.Message) any { return m.In(d.Lang) })
	return doc.close()
}

// entries writes a list, without those that give nil.
func entries[T any](doc *document, key string, all []T, entry func(T) any) {
	doc.list(key, func(add func(any)) {
		for _, one := range all {
			if e := entry(one); e != nil {
				add(e)
			}
		}
	})
}

func (c TotalChange) entry() diffTotalJSON {
	return diffTotalJSON{c.Unit, c.Indicator, c.OnlyCoverage, (*diffSideJSON)(c.Before), (*diffSideJSON)(c.After)}
}

// entry is the finding where it is of the wanted kind, else nil.
func (c FindingChange) entry(fresh bool) any {
	if c.New != fresh {
		return nil
	}
	return c.finding
}
