package aggregate

import (
	"math/big"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// A plan may be for another period than the one that is added up: the plan of the year, looked at in its third quarter. What was done is then counted from the
// first day of the plan's period on. Before that period is over nothing is unmet that may still be done; only what no later report can change is decided:
// a sum that is already enough, or already more than was allowed. Everything else is không đủ số liệu, and the part says that it is not due.

// due says how the period of a plan and the period that is added up lie to each other.
type due uint8

const (
	isDue     due = iota // the plan's period is over by the end of the other
	notDue               // it is not
	elsewhere            // they have no day in common, or some of each
)

// judgedIn gives the result in which a part is judged: that of its own period, as far as it has come. It is nil where its figures are not at hand.
func (r *Result) judgedIn(p *sheets.Part) (*Result, due) {
	own, plan := r.Batch.Period, p.Period
	switch {
	case plan == nil || plan == own:
		return r, isDue
	case holds(own, plan):
		return r.below(plan), isDue
	case !holds(plan, own):
		return nil, elsewhere
	}
	when := notDue
	if own.To.Equal(plan.To) {
		when = isDue
	}
	if own.From.Equal(plan.From) {
		return r, when
	}
	if whole := r.toDate(); whole != nil && whole.Batch.Period.From.Equal(plan.From) {
		return whole, when
	}
	return nil, when
}

// JudgedIn is the result whose figures a part is judged by: r itself, that of a sub-period, or that from the first day of the plan's period on. It is nil where they
// are not at hand, or the part is not planned in the period.
func (r *Result) JudgedIn(p *sheets.Part) *Result {
	of, _ := r.judgedIn(p)
	return of
}

func holds(outer, inner *sheets.Period) bool {
	return !inner.From.Before(outer.From) && !inner.To.After(outer.To)
}

// judgeInPeriod judges a part in the period of its plan.
func (r *Result) judgeInPeriod(res *PartResult) {
	p := res.Part
	of, when := r.judgedIn(p)
	switch {
	case when == elsewhere:
		res.Suggested, res.Value = sheets.VerdictNotApplicable, figure.Value{Kind: figure.NotApplicable}
		return
	case of == nil:
		res.Suggested, res.Value = sheets.Insufficient, figure.MissingOf(p.Name())
	default:
		of.judgeFigures(res)
		if of != r { // what was found is told where the part is judged
			r.Findings, of.Findings = append(r.Findings, of.Findings...), nil
		}
	}
	if when == notDue && res.Suggested != sheets.VerdictNotApplicable {
		res.await(of)
	}
	if of != nil {
		res.PlanToDate = of.planToDate(p, p.Threshold)
	}
	res.InTime = res.inTime()
}

// await takes back a verdict that the rest of the plan's period may still change.
func (res *PartResult) await(of *Result) {
	for i := range res.ByUnit {
		if u := &res.ByUnit[i]; !of.decided(u.Part, u.Verdict, u.Value) && u.Verdict != sheets.VerdictNotApplicable {
			u.Verdict = sheets.Insufficient
		}
	}
	if of != nil && of.isDecided(res) {
		return
	}
	res.Unjudged, res.Failing = append(res.Unjudged, res.Failing...), nil
	res.NotDue, res.Suggested, res.Unproven = true, sheets.Insufficient, false
}

// isDecided reports whether nothing that is still to come can change the verdict on a part. A month, quarter or year that is over and below the plan decides.
func (r *Result) isDecided(res *PartResult) bool {
	if monthsOf(res.Part.Scope) > 0 {
		return res.Suggested == sheets.Unmet && (res.Each != nil || r.fills(res.Part.Scope))
	}
	return r.decided(res.Part, res.Suggested, res.Value)
}

// decided reports it of a verdict on a total, or on each of several units.
func (r *Result) decided(p *sheets.Part, verdict sheets.Verdict, v figure.Value) bool {
	if p.Comparison == sheets.Qualitative || r.flowOf(p.Expr) != rising {
		return false
	}
	switch {
	case p.Comparison == sheets.Within:
		return verdict == sheets.Exceeded
	case p.Op == formula.GreaterEqual, p.Op == formula.Greater:
		return fulfilled(verdict)
	case p.Op == formula.LessEqual, p.Op == formula.Less:
		return verdict == sheets.Unmet
	case p.Op == formula.Equal && p.Scope != sheets.PerUnit:
		return verdict == sheets.Unmet && formula.Compare(v, p.Threshold, formula.Greater) == formula.True
	}
	return false
}

// planToDate is the share of a plan that falls to the time up to the end of the period: of a plan of the year, nine of twelve months in September. Only what
// happens is planned over time; a stock, a share, or a plan for each month has no such share, and is missing.
func (r *Result) planToDate(p *sheets.Part, threshold figure.Value) figure.Value {
	plan, end := p.Period, r.Batch.Period.To
	if plan == nil {
		plan = r.Batch.Period
	}
	if threshold.Kind != figure.Number || p.Comparison == sheets.Qualitative || monthsOf(p.Scope) > 0 || r.flowOf(p.Expr) == noFlow {
		return missingCall(planToDate, []string{p.Name()})
	}
	return figure.NumberOf(new(big.Rat).Mul(threshold.Rat, plan.Passed(end)))
}

// inTime tells of a part that is not due and asks for at least something whether as much was done as its plan to date; nil of others, and where either is
// not known.
func (res *PartResult) inTime() *bool {
	p := res.Part
	if !res.NotDue || !asksForMore(p) || p.Scope == sheets.PerUnit {
		return nil
	}
	switch formula.Compare(res.Value, res.PlanToDate, formula.GreaterEqual) {
	case formula.True:
		return known(true)
	case formula.False:
		return known(false)
	}
	return nil
}
