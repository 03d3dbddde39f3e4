package aggregate

import (
	"iter"
	"math/big"
	"time"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// A plan "per month", "per quarter" or "per year" is judged from the total of one period, because the figures of shorter periods are not at
// hand: what was done in the whole period is compared with the plan times the months, quarters or years that it spans. One
// monthly review held 5 times in a year is 5 of 12. That the work was spread evenly is not proved by a total.

// periodsOf is how many months, quarters or years a period spans: 1 for other scopes. Quarters and years are counted from the
// first day of the period, so that a term from October 2019 to September 2022 has 12 and 3; one that was begun counts.
func periodsOf(p *sheets.Period, scope sheets.Scope) int {
	switch scope {
	case sheets.PerMonth:
		return max(1, p.Months())
	case sheets.PerQuarter:
		return spans(p.From, p.To, 3)
	case sheets.PerYear:
		return spans(p.From, p.To, 12)
	}
	return 1
}

// spans counts how many stretches of that many months it takes to get from the first to the last day.
func spans(from, to time.Time, months int) int {
	n := 1
	for !from.AddDate(0, n*months, 0).After(to) {
		n++
	}
	return n
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
