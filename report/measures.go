package report

import (
	"iter"
	"regexp"
	"strings"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// Measured is a measure of a shortcoming this year and last year as documents print it, so that two that differ do not look the same. A missing one is "".
func Measured(c *sheets.Catalogue, m *aggregate.MeasureResult) (now, before string) {
	return measureText(c, m, m.Value, m.LastYear), measureText(c, m, m.LastYear, m.Value)
}

func measureText(c *sheets.Catalogue, m *aggregate.MeasureResult, v, other figure.Value) string {
	if v.IsMissing() || v.Kind == figure.NotApplicable {
		return ""
	}
	return beside(usualStyle(c, m, v), v, other, measurePlan(c, m))
}

// usualStyle is that of the figure that is measured; what was typed of it as a share without its terms is a percentage.
func usualStyle(c *sheets.Catalogue, m *aggregate.MeasureResult, v figure.Value) string {
	style := "nm"
	if left, _, ok := compared(m); ok {
		if style = styleOf(c, left); asShare(m, style) {
			return "pt"
		}
	} else if part := measuredPart(c, m); part != nil && part.Scope == sheets.OnTotal {
		style = styleOf(c, part.Expr)
	}
	if (style == "nm" || style == "nm0") && v.Num == nil && v.Kind == figure.Number {
		return "pt"
	}
	return style
}

// asShare reports whether the office typed the plan of a quotient that is no share of its own as a percentage.
func asShare(m *aggregate.MeasureResult, style string) bool {
	return (style == "thap_phan" || style == "so") && strings.Contains(m.Measure.Text, "%")
}

// compared are the sides of a measure that is a condition of the form f_xa_mt >= 1; the plan is judged as that of a part is.
func compared(m *aggregate.MeasureResult) (left *formula.Expr, plan *sheets.Part, ok bool) {
	if m.Measure.Expr == nil {
		return nil, nil, false
	}
	left, right, op, ok := m.Measure.Expr.Sides()
	if !ok {
		return nil, nil, false
	}
	plan = &sheets.Part{Expr: left, Op: op}
	if len(right.Names()) == 0 && len(right.Functions()) == 0 {
		plan.Threshold = right.Eval(alone{})
	}
	return left, plan, true
}

// alone is where an expression without names is worked out.
type alone struct{}

func (alone) Value(name string) figure.Value               { return figure.MissingOf(name) }
func (alone) Units([]string) iter.Seq[formula.Env]         { return func(func(formula.Env) bool) {} }
func (alone) Ask(function string, _ []string) figure.Value { return figure.MissingOf(function) }

// measuredPart is the part that a measure is about, nil where it is about several or about a condition.
func measuredPart(c *sheets.Catalogue, m *aggregate.MeasureResult) *sheets.Part {
	switch {
	case m.Measure.Part != "":
		return c.Part(string(m.Measure.Target) + "." + m.Measure.Part)
	case m.Target != nil && len(m.Target.Parts) == 1:
		return m.Target.Parts[0]
	}
	return nil
}

func measurePlan(c *sheets.Catalogue, m *aggregate.MeasureResult) figure.Value {
	if _, plan, ok := compared(m); ok {
		return plan.Threshold
	}
	if part := measuredPart(c, m); part != nil {
		return part.Threshold
	}
	return figure.Value{}
}

// measureValue is a value such that it is printed as Measured says.
func measureValue(c *sheets.Catalogue, m *aggregate.MeasureResult, v, other figure.Value) figure.Value {
	if text := measureText(c, m, v, other); text != "" {
		return asText(v, text)
	}
	return v
}

func styleOfMeasure(c *sheets.Catalogue, m *aggregate.MeasureResult, v, other figure.Value) string {
	style, _ := styleThat(usualStyle(c, m, v), v, measureText(c, m, v, other))
	return style
}

// MeasureName is what a measure is about: the text of its target or part, or its condition with the names of the figures in it.
func MeasureName(c *sheets.Catalogue, m *aggregate.MeasureResult) string {
	switch part := measuredPart(c, m); {
	case m.Measure.AllTargets && m.Target == nil:
		return "Số chỉ tiêu của kỳ đạt và vượt"
	case m.Measure.Part != "" && part != nil:
		return part.Text
	case m.Target != nil:
		return m.Target.Text
	case m.Measure.Expr == nil:
		return m.Measure.Text
	}
	left, plan, ok := compared(m)
	if !ok || plan.Threshold.IsMissing() {
		return byNames(c, m.Measure.Expr.String(), true)
	}
	name := byNames(c, left.String(), bare(c, left) == nil)
	if asShare(m, styleOf(c, left)) {
		return name + ": " + strings.TrimSpace(comparison(plan)+" "+exactly("pt", plan.Threshold))
	}
	return name + ": " + Plan(c, &aggregate.PartResult{Part: plan, Threshold: plan.Threshold, Periods: 1})
}

var codeInText = regexp.MustCompile(`[\p{L}_][\p{L}\p{N}_.]*`)

// byNames puts the names of figures in the place of their codes, those in quotes that stand beside others. What stands in brackets behind a name explains it and
// is left out.
func byNames(c *sheets.Catalogue, text string, quoted bool) string {
	return codeInText.ReplaceAllStringFunc(text, func(code string) string {
		ind := c.Indicator(sheets.Code(code))
		if ind == nil {
			return code
		}
		name, _, _ := strings.Cut(ind.Name, "(")
		name = codeInText.ReplaceAllStringFunc(strings.TrimSpace(name), func(other string) string {
			if inner := c.Indicator(sheets.Code(other)); inner != nil {
				words, _, _ := strings.Cut(inner.Name, "(")
				return midSentence(strings.TrimSpace(words))
			}
			return other
		})
		if quoted {
			return "“" + name + "”"
		}
		return name
	})
}

// LevelWords is a level of remedy in the words of a report, "" of one that is not known.
func LevelWords(level sheets.Level) string { return levelWord(level) }
