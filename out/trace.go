package out

import (
	"fmt"
	"math/big"
	"strings"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// The shapes of tonghop/trace/1. Keys and their order are a contract with other programs.
type (
	traceJSON struct {
		Schema    string          `json:"schema"`
		Kind      string          `json:"kind"`
		Indicator sheets.Code     `json:"indicator"`
		Unit      sheets.UnitCode `json:"unit"`
		Value     *string         `json:"value"`
		Values    []itemJSON      `json:"values,omitempty"`
		Text      string          `json:"text"`
		State     string          `json:"state"`
		Have      int             `json:"have"`
		Expected  int             `json:"expected"`
		Formula   string          `json:"formula,omitempty"`
		Operands  []operandJSON   `json:"operands,omitempty"`
		Parts     []partOfJSON    `json:"parts"`
	}
	partOfJSON struct {
		Unit  sheets.UnitCode `json:"unit"`
		Value *string         `json:"value"`
		Text  string          `json:"text"`
		File  string          `json:"file"`
		Sheet string          `json:"sheet"`
		Cell  string          `json:"cell"`
		Raw   string          `json:"raw"`

		Period string `json:"period,omitempty"` // of a report for a sub-period
		Share  string `json:"share,omitempty"`  // what part of the value counts, of a unit that was divided

		Below *belowJSON `json:"below,omitempty"` // what the unit's form was itself added up from
	}
	operandJSON struct {
		Name  string     `json:"name"`
		Value *string    `json:"value"`
		Trace *traceJSON `json:"trace,omitempty"`
		Lists []listJSON `json:"lists,omitempty"`

		Operands []operandJSON `json:"operands,omitempty"` // of an expression in another period
		Targets  []string      `json:"targets,omitempty"`  // that a function looks at; each can be traced by its code

		Shortcomings []string  `json:"shortcomings,omitempty"` // likewise
		Cell         *cellJSON `json:"cell,omitempty"`         // of the catalogue
	}
	cellJSON struct {
		File  string `json:"file"`
		Sheet string `json:"sheet"`
		Cell  string `json:"cell"`
		Raw   string `json:"raw"`
	}
	listJSON struct {
		Unit  sheets.UnitCode `json:"unit"`
		Value *string         `json:"value"`
		File  string          `json:"file"`
		Sheet string          `json:"sheet"`
		Rows  []int           `json:"rows"`
		Open  []int           `json:"open,omitempty"`

		Period string `json:"period,omitempty"`
	}
)

func traceEntry(r *Run, t aggregate.Trace) *traceJSON {
	entry := &traceJSON{
		Schema: traceSchema, Kind: "figure", Indicator: t.Indicator.Code, Unit: t.Unit.Code, Value: plain(t.Total.Value), Text: totalText(t.Indicator, t.Total),
		State: string(t.Total.State()), Have: t.Total.Value.Have, Expected: t.Total.Value.Expected, Formula: t.Formula, Parts: []partOfJSON{},
	}
	if list, ok := listOf(t.Indicator, t.Total.Value); ok {
		entry.Value, entry.Values = nil, list
	}
	for _, p := range t.Parts {
		entry.Parts = append(entry.Parts, partOfJSON{p.Unit.Code, plain(p.Value), t.Indicator.Shown(p.Value), p.Pos.File, p.Pos.Sheet, p.Pos.Cell(), p.Raw, periodOf(t, p.Period), shareKey(p.Share), belowEntry(t.Indicator, p)})
	}
	for _, o := range t.Operands {
		entry.Operands = append(entry.Operands, operandEntry(r, t, o))
	}
	return entry
}

func operandEntry(r *Run, t aggregate.Trace, o aggregate.Operand) operandJSON {
	operand := operandJSON{Name: o.Name, Value: plain(o.Value)}
	if o.Indicator != nil {
		operand.Trace = traceEntry(r, o.In.Trace(t.Unit, o.Indicator))
	}
	for _, inner := range o.Inner {
		operand.Operands = append(operand.Operands, operandEntry(r, t, inner))
	}
	for _, target := range o.Targets {
		operand.Targets = append(operand.Targets, string(target.Target.Code))
	}
	for _, shortcoming := range o.Shortcomings {
		operand.Shortcomings = append(operand.Shortcomings, string(shortcoming.Shortcoming.Code))
	}
	if pos, raw := r.Totals.Catalogued(o.Name); o.Indicator == nil && pos != (sheets.Pos{}) {
		operand.Cell = &cellJSON{pos.File, pos.Sheet, pos.Cell(), raw}
	}
	for _, l := range o.Lists {
		operand.Lists = append(operand.Lists, listJSON{l.Unit.Code, plain(l.Value), l.Pos.File, l.Pos.Sheet, append([]int{}, l.Rows...), l.Open, periodOf(t, l.Period)})
	}
	return operand
}

// listValue is what the rows of one unit give, or why they give nothing.
func listValue(r *Run, l aggregate.ListSource) string {
	switch {
	case l.InQuestion:
		return lang.Format{Vi: "(chờ quyết định)", En: "(in question)"}.In(r.Lang)
	case l.LeftOut:
		return lang.Format{Vi: "(bỏ ra vì còn lỗi)", En: "(left out: has errors)"}.In(r.Lang)
	case l.Pos == sheets.Pos{}:
		return lang.Format{Vi: "(không có bảng kê)", En: "(no list)"}.In(r.Lang)
	}
	return figure.Default(l.Value)
}

// listPlace is where the rows of one unit stand.
func listPlace(r *Run, l aggregate.ListSource) string {
	place := l.Pos.String()
	for _, part := range []struct {
		rows []int
		says lang.Format
	}{
		{l.Rows, lang.Format{Vi: "dòng %s", En: "rows %s"}},
		{l.Open, lang.Format{Vi: "chưa rõ dòng %s", En: "not known: rows %s"}},
	} {
		if len(part.rows) > 0 {
			place += " › " + part.says.With(spans(part.rows)).In(r.Lang)
		}
	}
	return place
}

// spans writes rising numbers shortly: 6–9, 12.
func spans(numbers []int) string {
	var texts []string
	for from := 0; from < len(numbers); {
		to := from
		for to+1 < len(numbers) && numbers[to+1] == numbers[to]+1 {
			to++
		}
		text := fmt.Sprint(numbers[from])
		if to > from {
			text += fmt.Sprintf("–%d", numbers[to])
		}
		texts = append(texts, text)
		from = to + 1
	}
	return strings.Join(texts, ", ")
}

// periodOf is the code of the sub-period of a report, "" where it is for the period of the whole trace.
func periodOf(t aggregate.Trace, p *sheets.Period) string {
	if p == t.Period {
		return ""
	}
	return orDays(p)
}

// reportName is the unit of a report, with the sub-period that it is for.
func reportName(t aggregate.Trace, u *sheets.Unit, p *sheets.Period) string {
	if periodOf(t, p) == "" {
		return u.Name
	}
	return u.Name + ", " + p.Name
}

// orDays is the code of a period; days that are no period of the catalogue are named by themselves.
func orDays(p *sheets.Period) string {
	if p.Code == "" {
		return p.Name
	}
	return p.Code
}

// sourceValue is what one unit gave, or why it gave nothing.
func sourceValue(r *Run, ind *sheets.Indicator, p aggregate.Source) string {
	switch {
	case p.InQuestion:
		return lang.Format{Vi: "(chờ quyết định)", En: "(in question)"}.In(r.Lang)
	case p.LeftOut:
		return lang.Format{Vi: "(bỏ ra vì còn lỗi)", En: "(left out: has errors)"}.In(r.Lang)
	case p.State == sheets.Unreadable:
		return lang.Format{Vi: "(không đọc được: %q)", En: "(unreadable: %q)"}.With(p.Raw).In(r.Lang)
	case p.State == sheets.Blank, p.State == sheets.Absent && p.Pos != sheets.Pos{}:
		return lang.Format{Vi: "(để trống)", En: "(blank)"}.In(r.Lang)
	case p.State == sheets.Absent:
		return lang.Format{Vi: "(chưa nộp)", En: "(not submitted)"}.In(r.Lang)
	}
	if p.Share != nil {
		return ind.Shown(p.Value) + " × " + percentText(p.Share)
	}
	return ind.Shown(p.Value)
}

// percentText is a share as people write it, 62,5%.
func percentText(share *big.Rat) string {
	style, _ := figure.StyleNamed("pt2")
	text, _ := style.Print(figure.NumberOf(share))
	return text
}

// shareKey is a share in plain notation, "" where there is none.
func shareKey(share *big.Rat) string {
	if share == nil {
		return ""
	}
	return figure.Plain(figure.NumberOf(share))
}
