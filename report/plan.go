package report

import (
	"fmt"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// partStyle is the style in which the result of a part is printed.
func partStyle(s *source, at row) string {
	if at.part.Part.Scope == sheets.PerUnit {
		return "nm"
	}
	return styleOf(s.Catalogue, at.part.Part.Expr, at.part.Value)
}

// thresholdStyle is the style in which a planned value of a part is printed: that of the figure it is compared with.
func thresholdStyle(s *source, at row) string {
	p := at.part.Part
	if p.Threshold.Kind != figure.Number {
		return ""
	}
	return styleOf(s.Catalogue, p.Expr, at.part.Value)
}

// styleOf is the style of an expression: that which all its figures share, or a percentage for a quotient of others.
func styleOf(c *sheets.Catalogue, e *formula.Expr, v figure.Value) string {
	if ind := bare(c, e); ind != nil {
		return printStyle(ind)
	}
	if v.Kind != figure.Number {
		return ""
	}
	if v.Num != nil {
		return "pt"
	}
	style := ""
	for i, name := range e.Names() {
		ind := c.Indicator(sheets.Code(name))
		if ind == nil || i > 0 && printStyle(ind) != style {
			return "so"
		}
		style = printStyle(ind)
	}
	if style == "" {
		return "so"
	}
	return style
}

// Achieved is the result of a part as documents print it: 1.805, 3,1%, 8/9.
func Achieved(c *sheets.Catalogue, res *aggregate.PartResult) string {
	style := "nm"
	if res.Part.Scope != sheets.PerUnit {
		style = styleOf(c, res.Part.Expr, res.Value)
	}
	return show(style, partResult(c, res))
}

// comparison is how the plan of a part is introduced, "" where the value stands alone.
func comparison(p *sheets.Part) string {
	switch {
	case p.Comparison == sheets.Qualitative:
		return "định tính"
	case p.Comparison == sheets.Within:
		return "từ"
	}
	switch p.Op {
	case formula.GreaterEqual:
		return "ít nhất"
	case formula.Greater:
		return "trên"
	case formula.LessEqual:
		return "không quá"
	case formula.Less:
		return "dưới"
	case formula.Unequal:
		return "khác"
	}
	return ""
}

// Plan is the plan of a part in words: ít nhất 2.000, từ 02 đến 04, 100%.
func Plan(c *sheets.Catalogue, res *aggregate.PartResult) string {
	p := res.Part
	if p.Comparison == sheets.Qualitative {
		return "định tính"
	}
	if p.Threshold.IsMissing() {
		return "chưa giao"
	}
	style := styleOf(c, p.Expr, res.Value)
	show := func(v figure.Value) string { return show(style, planned(c, p, v)) }
	text := show(p.Threshold)
	switch {
	case p.Comparison == sheets.Within:
		text = fmt.Sprintf("từ %s đến %s", text, show(p.High))
	case text == "100%" && p.Op == formula.GreaterEqual, comparison(p) == "":
	default:
		text = comparison(p) + " " + text
	}
	switch each := scopeWord(p.Scope); {
	case each == "":
	case p.Threshold.Kind == figure.Number:
		text = each + " " + text
	default:
		text = each + ": " + text
	}
	if res.Periods > 1 {
		total := show(res.Threshold)
		if p.Comparison == sheets.Within {
			total += " đến " + show(res.High)
		}
		text += fmt.Sprintf(" (cả kỳ: %s)", total)
	}
	return text
}

// scopeWord says for what the plan holds, "" for the total.
func scopeWord(s sheets.Scope) string {
	switch s {
	case sheets.PerUnit:
		return "mỗi đơn vị"
	case sheets.PerMonth:
		return "mỗi tháng"
	case sheets.PerQuarter:
		return "mỗi quý"
	case sheets.PerYear:
		return "mỗi năm"
	}
	return ""
}

// show prints a value in a style, or as it is where the style does not fit.
func show(style string, v figure.Value) string {
	if s, ok := figure.StyleNamed(style); ok {
		if text, ok := s.Print(v); ok {
			return text
		}
	}
	return figure.Default(v)
}
