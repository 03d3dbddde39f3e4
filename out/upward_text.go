package out

import (
	"fmt"
	"io"
	"strings"

	"tonghop/lang"
	"tonghop/sheets"
)

// counts of the rows: filled in, of them with reports missing behind them, and left as they were.
func (up *Upward) counts() (filled, partial, left int) {
	for _, f := range up.Figures {
		switch {
		case !f.Why.IsZero():
			left++
		case f.Partial():
			partial++
			filled++
		default:
			filled++
		}
	}
	return filled, partial, left
}

// WriteUpward says what went into the form of the level above and, row by row, what did not and why.
func WriteUpward(w io.Writer, r *Run, up *Upward) error {
	var text strings.Builder
	line := func(m lang.Message) { text.WriteString(Clean(m.In(r.Lang)) + "\n") }
	filled, partial, left := up.counts()
	line(lang.Format{Vi: "Biểu mẫu nộp lên của %s, %s: đã điền %d/%d số liệu.", En: "Form for the level above of %s, %s: %d of %d figures filled in."}.
		With(up.Unit.Name, r.Batch.Period.Name, filled, len(up.Figures)))
	if partial > 0 {
		line(lang.Format{Vi: "%d số chưa đủ, có ghi n/N ở cột Ghi chú:", En: "%d figures are partial, with n/N in the column Ghi chú:"}.With(partial))
		for _, group := range up.grouped(func(f UpwardFigure) string { return partialText(r, f) }) {
			text.WriteString("  " + Clean(group) + "\n")
		}
	}
	if left > 0 {
		line(lang.Format{Vi: "%d ô chương trình không điền:", En: "%d cells were not filled in:"}.With(left))
		for _, group := range up.grouped(func(f UpwardFigure) string { return f.Why.In(r.Lang) }) {
			text.WriteString("  " + Clean(group) + "\n")
		}
	}
	for _, l := range up.Lists {
		line(listLine(l))
	}
	_, err := io.WriteString(w, text.String())
	return err
}

// partialText is how much of the reports stands behind a row; "" where nothing is lacking.
func partialText(r *Run, f UpwardFigure) string {
	if !f.Partial() {
		return ""
	}
	text := fmt.Sprintf("%d/%d %s", f.Backing.Have, f.Backing.Expected, r.countedBelow().In(r.Lang))
	if f.Backing.Leaves() {
		text += upwardLeaves.With(f.Backing.LeafHave, f.Backing.LeafExpected).In(r.Lang)
	}
	return text
}

func listLine(l UpwardList) lang.Message {
	if !l.Why.IsZero() {
		return lang.Format{Vi: "Bảng kê %s: %s", En: "List %s: %s"}.With(l.List.Name, l.Why)
	}
	return lang.Format{Vi: "Bảng kê %s: %d dòng, từ %d/%d đơn vị", En: "List %s: %d rows, from %d/%d units"}.With(l.List.Name, l.Rows, l.Backing.Have, l.Backing.Expected)
}

// grouped are the rows of which something is to be said, those together of which it is the same.
func (up *Upward) grouped(says func(UpwardFigure) string) []string {
	var order []string
	codes := make(map[string][]string)
	for _, f := range up.Figures {
		said := says(f)
		if said == "" {
			continue
		}
		if codes[said] == nil {
			order = append(order, said)
		}
		codes[said] = append(codes[said], f.Row.Code)
	}
	for i, said := range order {
		order[i] = fmt.Sprintf("%s: %s", strings.Join(codes[said], ", "), said)
	}
	return order
}

// The shapes of tonghop/submit/1.
type (
	submitJSON struct {
		Schema  string             `json:"schema"`
		Period  string             `json:"period"`
		Unit    sheets.UnitCode    `json:"unit"`
		Result  Result             `json:"result"`
		Figures []submitFigureJSON `json:"figures"`
		Lists   []submitListJSON   `json:"lists"`
	}
	backingJSON struct {
		Have         int `json:"have"`
		Expected     int `json:"expected"`
		LeafHave     int `json:"leaf_have"`
		LeafExpected int `json:"leaf_expected"`
	}
	submitFigureJSON struct {
		Code    string       `json:"code"`
		Cell    string       `json:"cell"`
		State   string       `json:"state"` // filled, partial, missing, kept, left
		Value   *string      `json:"value"`
		Backing *backingJSON `json:"backing,omitempty"`
		Reason  string       `json:"reason,omitempty"`
	}
	submitListJSON struct {
		List    string      `json:"list"`
		State   string      `json:"state"` // filled, partial, left
		Rows    int         `json:"rows"`
		Backing backingJSON `json:"backing"`
		Reason  string      `json:"reason,omitempty"`
	}
)

// WriteUpwardJSON writes the same for other programs.
func WriteUpwardJSON(w io.Writer, r *Run, up *Upward, result Result) error {
	doc := submitJSON{Schema: "tonghop/submit/1", Period: r.Batch.Period.Code, Unit: up.Unit.Code, Result: result, Figures: []submitFigureJSON{}, Lists: []submitListJSON{}}
	for _, f := range up.Figures {
		entry := submitFigureJSON{Code: f.Row.Code, Cell: f.Row.Pos.Cell(), State: f.state(), Reason: f.Why.In(r.Lang)}
		if f.Row.Indicator != nil && f.Row.Indicator.Slot >= 0 {
			backing := backingJSON(f.Backing)
			entry.Backing, entry.Value = &backing, plain(f.Value.Figure(f.Row.Indicator))
		}
		doc.Figures = append(doc.Figures, entry)
	}
	for _, l := range up.Lists {
		state := "filled"
		if l.Backing.Partial() {
			state = "partial"
		}
		if !l.Why.IsZero() {
			state = "left"
		}
		doc.Lists = append(doc.Lists, submitListJSON{l.List.Name, state, l.Rows, backingJSON(l.Backing), l.Why.In(r.Lang)})
	}
	return writeJSON(w, doc)
}

func (f UpwardFigure) state() string {
	switch {
	case f.Kept:
		return "kept"
	case f.Missing:
		return "missing"
	case !f.Why.IsZero():
		return "left"
	case f.Partial():
		return "partial"
	}
	return "filled"
}
