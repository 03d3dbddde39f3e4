package out

import (
	"io"

	"tonghop/lang"
	"tonghop/sheets"
)

// adjustmentName is the result that says what came after a period was closed. It is written of closed periods alone.
const adjustmentName = "dieu-chinh.json"

// closed reports whether the period was closed.
func (r *Run) closed() bool { return r.Adjustment != nil && len(r.Adjustment.Ledger.Damage) == 0 }

// The shapes of tonghop/adjustment/1. Keys and their order are a contract with other programs.
type (
	closingJSON struct {
		Number int    `json:"number"`
		Date   string `json:"date"`
		By     string `json:"by"`
		Reason string `json:"reason"`
		Errors int    `json:"errors"`
		Seal   string `json:"seal"`
	}
	adjustmentJSON struct {
		Schema       string            `json:"schema"`
		Period       string            `json:"period"`
		Closings     []closingJSON     `json:"closings"` // all of the period; the last one is compared with
		Changed      bool              `json:"changed"`
		Files        []diffFileJSON    `json:"files"`
		Totals       []diffTotalJSON   `json:"totals"`
		Targets      []diffVerdictJSON `json:"targets"`
		Shortcomings []diffVerdictJSON `json:"shortcomings"`
	}
)

func writeAdjustmentJSON(w io.Writer, r *Run) error {
	a := r.Adjustment
	entry := adjustmentJSON{
		Schema: "tonghop/adjustment/1", Period: a.Ledger.Period, Changed: a.Changed(), Closings: []closingJSON{}, Files: []diffFileJSON{}, Totals: []diffTotalJSON{},
		Targets: []diffVerdictJSON{}, Shortcomings: []diffVerdictJSON{},
	}
	for _, c := range a.Ledger.Entries {
		entry.Closings = append(entry.Closings, closingJSON{c.Number, c.Date, c.By, c.Reason, c.Errors, c.Seal})
	}
	for _, f := range a.Files {
		entry.Files = append(entry.Files, diffFileJSON(f))
	}
	for _, t := range a.Totals {
		entry.Totals = append(entry.Totals, t.entry())
	}
	for _, v := range a.Targets {
		entry.Targets = append(entry.Targets, diffVerdictJSON(v))
	}
	for _, v := range a.Shortcomings {
		entry.Shortcomings = append(entry.Shortcomings, diffVerdictJSON(v))
	}
	return writeJSON(w, entry)
}

// adjustmentTitle is the name of the sheet, which findings name too.
var adjustmentTitle = lang.Format{Vi: "Điều chỉnh", En: "Adjustments"}

var (
	msgClosed = lang.Format{
		Vi: "Kỳ “%s” đã chốt ngày %s bởi %s (lần %d, mã chốt %s).",
		En: "The period “%s” was closed on %s by %s (closing %d, seal %s).",
	}
	msgAsClosed = lang.Format{Vi: "Số liệu vẫn đúng như lúc chốt.", En: "The figures are as they were closed."}
	msgNotAs    = lang.Format{
		Vi: "Điều chỉnh sau khi chốt: %d tệp, %d số tổng hợp, %d kết luận khác với bản chốt.",
		En: "Adjustments since: %d files, %d totals and %d verdicts are not those of the closing.",
	}
)

// ClosedLine says when the period was closed, and that nothing or how much differs since; zero where it was never closed.
func (r *Run) ClosedLine() lang.Message {
	if !r.closed() {
		return lang.Message{}
	}
	a := r.Adjustment
	since := any(msgAsClosed)
	if a.Changed() {
		since = msgNotAs.With(len(a.Files), len(a.Totals), len(a.Targets)+len(a.Shortcomings))
	}
	return lang.Format{Vi: "%s %s", En: "%s %s"}.With(a.closedMessage(r), since)
}

func (a *Adjustment) closedMessage(r *Run) lang.Message {
	return msgClosed.With(r.Batch.Period.Name, a.Closing.Day(), a.Closing.By, a.Closing.Number, a.Closing.ShortSeal())
}

// adjustmentSheet lists in tong-hop.xlsx what came after the period was closed.
func adjustmentSheet(b *book, r *Run) error {
	if !r.closed() {
		return nil
	}
	a := r.Adjustment
	l := layout{
		name:    adjustmentTitle.In(r.Lang),
		title:   lang.Format{Vi: "ĐIỀU CHỈNH SAU KHI CHỐT", En: "ADJUSTMENTS SINCE THE CLOSING"}.In(r.Lang),
		remarks: []string{a.closedMessage(r).In(r.Lang), lang.Format{Vi: "Lý do chốt: %s", En: "Reason: %s"}.With(a.Closing.Reason).In(r.Lang)},
		columns: []column{
			{lang.Format{Vi: "Loại", En: "Kind"}, 14}, {lang.Format{Vi: "Mã đơn vị", En: "Unit code"}, 14}, {lang.Format{Vi: "Đơn vị", En: "Unit"}, 34},
			{lang.Format{Vi: "Tệp hoặc mã", En: "File or code"}, 30}, {lang.Format{Vi: "Số liệu, chỉ tiêu", En: "Figure, target"}, 40}, {lang.Format{Vi: "Lúc chốt", En: "When closed"}, 20}, {lang.Format{Vi: "Nay", En: "Now"}, 20},
			{lang.Format{Vi: "Thay đổi", En: "Change"}, 20},
		},
		frozen: 1, filter: true,
	}
	return b.sheet(l, func(p *page) error {
		rows := a.rows(r)
		if len(rows) == 0 {
			return p.add(cell{value: msgAsClosed.In(r.Lang), look: strongLine})
		}
		for _, row := range rows {
			if err := p.add(row...); err != nil {
				return err
			}
		}
		return nil
	})
}

// rows are the adjustments one by one: files, then verdicts, then totals, those of most units first.
func (a *Adjustment) rows(r *Run) [][]cell {
	var rows [][]cell
	add := func(kind lang.Format, unit, what, called string, before, after any, change lang.Format) {
		in := func(v any) string { return lang.Format{Vi: "%s", En: "%s"}.With(v).In(r.Lang) }
		name := ""
		if u := r.Catalogue.Units.Unit(sheets.UnitCode(unit)); u != nil {
			name = u.Name
		}
		rows = append(rows, []cell{{value: kind.In(r.Lang)}, {value: unit, look: codeText}, {value: name}, {value: what, look: codeText}, {value: called},
			{value: in(before)}, {value: in(after)}, {value: change.In(r.Lang)}})
	}
	for _, f := range a.Files {
		add(lang.Format{Vi: "Tệp", En: "File"}, string(f.Unit), f.Path, "", outcomeWord(f.Before), outcomeWord(f.After), fileChangeTitles[f.Change])
	}
	for _, v := range append(append([]VerdictChange(nil), a.Targets...), a.Shortcomings...) {
		code := v.Code
		if v.Part != "" {
			code += "." + v.Part
		}
		add(lang.Format{Vi: "Kết luận", En: "Verdict"}, "", code, targetText(r.Catalogue, v.Code), verdictWord(v.Before), verdictWord(v.After), lang.Format{})
	}
	for _, t := range a.Totals {
		change := lang.Format{Vi: "số khác", En: "another value"}
		if t.OnlyCoverage {
			change = lang.Format{Vi: "chỉ độ phủ khác", En: "coverage only"}
		}
		add(lang.Format{Vi: "Số tổng hợp", En: "Total"}, string(t.Unit), string(t.Indicator), indicatorName(r.Catalogue, t.Indicator), t.Before.word(), t.After.word(), change)
	}
	return rows
}

// targetText is what a target or a shortcoming says, "" of one that the catalogue has no more.
func targetText(c *sheets.Catalogue, code string) string {
	if t := c.Target(sheets.TargetCode(code)); t != nil {
		return t.Text
	}
	for _, s := range c.Shortcomings {
		if string(s.Code) == code {
			return s.Text
		}
	}
	return ""
}

func indicatorName(c *sheets.Catalogue, code sheets.Code) string {
	if ind := c.Indicator(code); ind != nil {
		return ind.Name
	}
	return ""
}
