package aggregate

import (
	"math/big"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// MeasureResult is what a clause of a shortcoming is linked to, and what became of it.
type MeasureResult struct {
	Clause  *sheets.Clause
	Measure sheets.Measure
	Target  *sheets.Target // the target, or the target of the part; nil for a comparison
	Verdict sheets.Verdict

	// Value is this year's figure: of a part, and of a target that has no other, its value; of a target with several parts the share of the counted
	// ones that are met; of a comparison its left side. LastYear is the same a year ago; missing where it is not known.
	Value, LastYear figure.Value

	// Counted tells that LastYear was added up from last year's forms, else it is what the office typed.
	Counted bool

	// Better tells whether Value is better than LastYear in the direction of the comparison; nil where either is not known.
	Better *bool
}

// share is the share of the counted parts that are met, missing where none is counted.
func (t *TargetResult) share() figure.Value {
	return figure.Quotient(whole(t.Met), whole(t.Counted))
}

// improved tells whether a part is better than last year. What is typed for a part per unit is the share of units that met it.
func (p *PartResult) improved(lastYear figure.Value) *bool {
	switch {
	case p.Counts(), p.Part.Comparison == sheets.Within:
		return improved(formula.GreaterEqual, p.Value, lastYear, p.Threshold)
	case p.Part.Comparison == sheets.Qualitative:
		return nil
	}
	return improved(p.Part.Op, p.Value, lastYear, p.Threshold)
}

// improved compares this year with last year in the direction of a comparison with the plan: more is better where at least
// something is asked, less where at most something is, and nearer where it is to be equal. Not equal to the plan has no direction: there, and
// where a figure is missing or of another kind, it is not known.
func improved(op formula.Op, now, before, plan figure.Value) *bool {
	wanted := formula.Greater
	switch op {
	case formula.Less, formula.LessEqual:
		wanted = formula.Less
	case formula.Equal:
		now, before = distance(now, plan), distance(before, plan)
		wanted = formula.Less
	case formula.Unequal:
		return nil
	}
	switch formula.Compare(now, before, wanted) {
	case formula.True:
		return known(true)
	case formula.False:
		return known(false)
	}
	return nil
}

func known(b bool) *bool { return &b }

// distance is how far a value is from the plan. A text, or a yes, is at the plan or away from it.
func distance(v, plan figure.Value) figure.Value {
	if v.Kind == figure.Number && plan.Kind == figure.Number {
		d := new(big.Rat).Sub(v.Rat, plan.Rat)
		return figure.NumberOf(d.Abs(d))
	}
	switch formula.Compare(v, plan, formula.Equal) {
	case formula.True:
		return figure.Int(0)
	case formula.False:
		return figure.Int(1)
	}
	return figure.Value{}
}

// measureExpr judges a comparison of figures of the root, such as f_xa_mt >= 1. A condition of another form has a verdict and no
// value that could be better or worse.
func (r *Result) measureExpr(res *MeasureResult) {
	root := r.Catalogue.Units.Root
	holds := r.ask(res.Measure.Expr).of(root)
	switch {
	case !r.judge.enough(holds):
	case holds.Kind == figure.NotApplicable:
		res.Verdict = sheets.VerdictNotApplicable
	case formula.TruthOf(holds) == formula.True:
		res.Verdict = sheets.Met
	case formula.TruthOf(holds) == formula.False:
		res.Verdict = sheets.Unmet
	}
	res.Value = holds
	if left, right, op, ok := res.Measure.Expr.Sides(); ok {
		res.Value = r.ask(left).of(root)
		r.lastYear(res, left)
		res.Better = improved(op, res.Value, res.LastYear, r.ask(right).of(root))
	}
}
