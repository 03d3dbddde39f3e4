package report

import (
	"fmt"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// Achieved is the result of a part as documents print it: 1.805, 3,1%, 8/9. It is rounded as its figure usually is, but never so that
// it reads as the plan, or as the other side of it, where it is not.
func Achieved(c *sheets.Catalogue, res *aggregate.PartResult) string {
	v := partResult(c, res)
	if res.Counts() {
		return show("nm", v)
	}
	return beside(styleOf(c, res.Part.Expr), v, res.Threshold, res.High)
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

// Plan is the plan of a part in words: ít nhất 2.000, từ 02 đến 04, 100%. Its figures are exact, whatever the style of the figure that is compared.
func Plan(c *sheets.Catalogue, res *aggregate.PartResult) string {
	p := res.Part
	if p.Comparison == sheets.Qualitative {
		return "định tính"
	}
	if p.Threshold.IsMissing() {
		return "chưa giao"
	}
	plan := func(v figure.Value) string { return planText(c, p, v) }
	text := plan(p.Threshold)
	switch {
	case p.Comparison == sheets.Within:
		text = fmt.Sprintf("từ %s đến %s", text, plan(p.High))
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
		total := plan(res.Threshold)
		if p.Comparison == sheets.Within {
			total += " đến " + plan(res.High)
		}
		text += fmt.Sprintf(" (cả kỳ: %s)", total)
	}
	return text
}

// PlanToDate is the share of a plan up to the end of the period as it is printed.
func PlanToDate(c *sheets.Catalogue, res *aggregate.PartResult) string {
	return planText(c, res.Part, res.PlanToDate)
}

// Progress says in words how far a part has come whose period is not over; "" for one that is due.
func Progress(res *aggregate.PartResult) string {
	switch {
	case !res.NotDue:
		return ""
	case res.InTime == nil:
		return "chưa hết kỳ"
	case *res.InTime:
		return "kịp tiến độ"
	}
	return "chậm tiến độ"
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

// planText is a planned value of a part as it is printed.
func planText(c *sheets.Catalogue, p *sheets.Part, v figure.Value) string {
	return exactly(styleOf(c, p.Expr), planned(c, p, v))
}
