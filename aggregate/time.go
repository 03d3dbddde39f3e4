package aggregate

import (
	"iter"
	"math/big"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// A plan "per month", "per quarter" or "per year" over a longer period is judged from the total of the period, because the figures of shorter ones
// are not at hand. The total proves little. Where the figure is an amount that grows with time and at least so much was planned for each month, less
// than the plan times the months means that at least one month failed: five monthly reviews in a year are chưa đạt. That each month did
// what was asked is proved by no total, and neither is anything about a share, a stock or a limit: there the data are insufficient.

// stretches says how many whole months, quarters or years a period holds, and whether it is longer than one of them. They
// are counted from its first day, so that a term from October 2019 to September 2022 has 12 quarters, and one month is
// what lies between two cut-off days. A period shorter than one counts as one, and so does any period for other scopes.
func stretches(p *sheets.Period, scope sheets.Scope) (whole int, longer bool) {
	var months int
	switch scope {
	case sheets.PerMonth:
		months = 1
	case sheets.PerQuarter:
		months = 3
	case sheets.PerYear:
		months = 12
	default:
		return 1, false
	}
	end, n := p.To.AddDate(0, 0, 1), 0
	for !p.From.AddDate(0, (n+1)*months, 0).After(end) {
		n++
	}
	return max(1, n), n > 0 && p.From.AddDate(0, months, 0).Before(end)
}

// spread is what a verdict about the total of several months, quarters or years says about each of them.
func spread(p *sheets.Part, total sheets.Verdict, flow bool) (each sheets.Verdict, unproven bool) {
	atLeast := p.Comparison == sheets.Against && (p.Op == formula.GreaterEqual || p.Op == formula.Greater)
	switch {
	case total == sheets.Insufficient, total == sheets.VerdictNotApplicable:
		return total, false
	case total == sheets.Unmet && flow && atLeast:
		return sheets.Unmet, false
	}
	return sheets.Insufficient, true
}

// times multiplies a number; other values stay as they are.
func times(v figure.Value, n int) figure.Value {
	if v.Kind != figure.Number {
		return v
	}
	return figure.NumberOf(new(big.Rat).Mul(v.Rat, whole(n)))
}

// growsWithTime reports whether an expression gives an amount that doubles when the period does: a number of meetings, a sum
// of money. A share, a unit price and a stock do not, and a plan for them is not multiplied. It is tried out: the expression
// is evaluated over made-up figures, once as they are and once with every amount of the period doubled.
func (r *Result) growsWithTime(e *formula.Expr) bool {
	once := e.Eval(&trial{r: r, times: 1, memo: make(map[*sheets.Indicator]figure.Value)})
	twice := e.Eval(&trial{r: r, times: 2, memo: make(map[*sheets.Indicator]figure.Value)})
	if once.Kind != figure.Number || twice.Kind != figure.Number || once.Rat.Sign() == 0 {
		return false
	}
	return new(big.Rat).Mul(once.Rat, whole(2)).Cmp(twice.Rat) == 0
}

// trial is an env with made-up figures.
type trial struct {
	r     *Result
	times int
	memo  map[*sheets.Indicator]figure.Value
}

// Value implements formula.Env. Every figure has another value, so that none cancels another by chance.
func (t *trial) Value(name string) figure.Value {
	ind := t.r.deps.indicator(name)
	switch {
	case ind == nil || t.r.deps.circular[ind]:
		return figure.MissingOf(name)
	case ind.Slot < 0:
		v, known := t.memo[ind]
		if !known {
			v = ind.Formula.Eval(t)
			t.memo[ind] = v
		}
		return v
	}
	made := 1000 + 7*ind.Slot*ind.Slot
	if isAmount(ind.Kind) && ind.Kind != sheets.Stock && ind.Periods == sheets.PeriodSum {
		made *= t.times
	}
	return figure.Int(made)
}

// Units implements formula.Env.
func (t *trial) Units([]string) iter.Seq[formula.Env] { return func(func(formula.Env) bool) {} }

// Ask implements formula.Env. A longer period has more months and the same thresholds.
func (t *trial) Ask(function string, words []string) figure.Value {
	switch {
	case function == months:
		return figure.Int(12 * t.times)
	case function == threshold && len(words) == 1:
		return t.r.threshold(words[0])
	}
	return missingCall(function, words)
}
