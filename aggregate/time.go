package aggregate

import (
	"math/big"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// A plan "per month", "per quarter" or "per year" over a longer period is judged in each of them where the period is put together of exactly
// those (each.go). Where it is not, it is judged from the total of the period, because the figures of shorter ones are not at hand. The total proves little. Where the figure is a sum, so that its total is what the months gave, added, a total that fails the
// plan times the months means that at least one month failed it: five monthly reviews in a year are chưa đạt, and so are thirteen where at
// most one a month was allowed. That each month did what was asked is proved by no total, and nothing is proved about a share, a
// stock, or the larger of two figures: there the data are insufficient.

// stretches says how many whole months, quarters or years a period holds, whether it is longer than one of them, and whether days are left behind
// the last. They are counted from its first day, so that a term from October 2019 to September 2022 has 12 quarters, and one month
// is what lies between two cut-off days. A period shorter than one counts as one, and so does any period for other scopes.
func stretches(p *sheets.Period, scope sheets.Scope) (whole int, longer, rest bool) {
	months := monthsOf(scope)
	if months == 0 {
		return 1, false, false
	}
	end, n := p.To.AddDate(0, 0, 1), 0
	for !p.From.AddDate(0, (n+1)*months, 0).After(end) {
		n++
	}
	rest = n > 0 && p.From.AddDate(0, n*months, 0).Before(end)
	return max(1, n), n > 1 || rest, rest
}

// monthsOf is how many months a plan of the scope is for; 0 where it is for no stretch of time.
func monthsOf(scope sheets.Scope) int {
	switch scope {
	case sheets.PerMonth:
		return 1
	case sheets.PerQuarter:
		return 3
	case sheets.PerYear:
		return 12
	}
	return 0
}

// spread is what a verdict about the total of several months, quarters or years says about each of them. Days that are left behind the last can only
// have added to a figure that never falls, so that they excuse nobody who has too little; they may be what is too much.
func spread(p *sheets.Part, total sheets.Verdict, f flow, rest bool) (each sheets.Verdict, unproven bool) {
	against := p.Comparison == sheets.Against
	atLeast := !against || p.Op == formula.GreaterEqual || p.Op == formula.Greater // below an interval is unmet, above it exceeded
	disproves := f != noFlow && !(against && p.Op == formula.Unequal)
	if rest {
		disproves = f == rising && atLeast
	}
	switch {
	case total == sheets.Insufficient, total == sheets.VerdictNotApplicable:
		return total, false
	case total == sheets.Unmet && disproves:
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

// flow says whether the figures of two periods, added, are the figure of both together.
type flow uint8

const (
	noFlow   flow = iota // they are not, or it is not certain
	additive             // they are
	rising               // they are, and no figure is below zero
)

// flowOf tells of an expression whether it is a sum of amounts that happened in the period, through all formulas. What units typed is never below
// zero, so that only a subtraction makes a sum fall.
func (r *Result) flowOf(e *formula.Expr) flow {
	return r.flowSum(e, make(map[*sheets.Indicator]flow))
}

func (r *Result) flowSum(e *formula.Expr, memo map[*sheets.Indicator]flow) flow {
	terms, ok := e.Sum()
	if !ok {
		return noFlow
	}
	all := rising
	for _, term := range terms {
		f := r.flowOfFigure(r.deps.indicator(term.Name), memo)
		if f == rising && term.Factor.Sign() < 0 {
			f = additive
		}
		all = min(all, f)
	}
	return all
}

// flowOfFigure is about the total of the root. How units are put together matters only where it is not what the root itself gave.
func (r *Result) flowOfFigure(ind *sheets.Indicator, memo map[*sheets.Indicator]flow) flow {
	switch {
	case ind == nil, r.deps.circular[ind]:
		return noFlow
	case ind.Slot < 0:
		f, known := memo[ind]
		if !known {
			f = r.flowSum(ind.Formula, memo)
			memo[ind] = f
		}
		return f
	case !isAmount(ind.Kind), ind.Kind == sheets.Stock, ind.Periods != sheets.PeriodSum, ind.Reporting != sheets.InPeriod,
		r.methods[ind.Slot] != addUp && !r.tree.expects(r.Catalogue.Units.Root, ind.Slot):
		return noFlow
	}
	return rising
}
