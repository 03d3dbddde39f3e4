package aggregate

import (
	"math/big"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// lastYear takes last year's value of a measure from last year's forms, where they came in and enough units stand behind it. What was typed serves where
// nothing else does. Targets and shortcomings are not judged in another year: what counts them is only typed.
func (r *Result) lastYear(res *MeasureResult, e *formula.Expr) {
	if r.LastYear == nil || r.Catalogue.Units.Root == nil {
		return
	}
	q := r.LastYear.ask(e)
	if q.made.needs > summed {
		return
	}
	res.takeLastYear(r.judge, q.of(r.Catalogue.Units.Root))
}

// lastYearOfPart does the same for a part of a target: of a part per unit, or per month, quarter or year, it is the share that did what is planned now.
// Where units have plans of their own, which were others a year ago, it is not asked.
func (r *Result) lastYearOfPart(res *MeasureResult, part *PartResult) {
	p := part.Part
	switch {
	case r.LastYear == nil || p.Expr == nil || p.Comparison == sheets.Qualitative:
	case !part.Counts():
		r.lastYear(res, p.Expr)
	case len(p.Assigned) == 0 && r.LastYear.ask(p.Expr).made.needs == summed && r.LastYear.ask(p.Condition).made.needs == summed:
		before := PartResult{Part: p, Threshold: p.Threshold, High: p.High, Periods: 1}
		if p.Scope == sheets.PerUnit {
			r.LastYear.judgeUnits(&before, r.LastYear.ask(p.Expr), r.LastYear.ask(p.Condition))
		} else {
			r.LastYear.judgeTotal(&before, r.LastYear.ask(p.Expr), r.LastYear.ask(p.Condition))
		}
		if before.Counts() {
			res.takeLastYear(r.judge, before.Value)
		}
	}
}

// takeLastYear uses what last year's forms add up to.
func (m *MeasureResult) takeLastYear(j judge, v figure.Value) {
	if v.IsMissing() || v.Kind == figure.NotApplicable || !j.enough(v) {
		return
	}
	m.LastYear, m.Counted = v, true
}

// findLastYears tells where what the office typed as last year's value is not what last year's forms add up to.
func (r *Result) findLastYears(res *ShortcomingResult) {
	for i := range res.Measures {
		m := &res.Measures[i]
		if typed := m.Measure.LastYear; m.Counted && !typed.IsMissing() && !rounds(typed, m.LastYear) {
			r.findLastYear(res.Shortcoming, m)
		}
	}
}

// rounds reports whether a typed value is the exact one, or that rounded to the decimals that were typed. A whole number, or 100%, is typed exactly.
func rounds(typed, exact figure.Value) bool {
	if typed.Kind != figure.Number || exact.Kind != figure.Number {
		return formula.Compare(typed, exact, formula.Equal) == formula.True
	}
	places, ends := typed.Rat.FloatPrec()
	if !ends || places == 0 || typed.Num != nil {
		return typed.Rat.Cmp(exact.Rat) == 0
	}
	half := new(big.Rat).Quo(big.NewRat(1, 2), new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)))
	apart := new(big.Rat).Sub(typed.Rat, exact.Rat)
	return apart.Abs(apart).Cmp(half) <= 0
}
