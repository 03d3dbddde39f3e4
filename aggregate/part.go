package aggregate

import (
	"math/big"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// PartResult is what became of one part of a target.
type PartResult struct {
	Part *sheets.Part

	// Value is the figure that was compared. Of a part per unit it is n/m, the units that met it of those it applies to, with the units that
	// could be judged behind it. So it is of a part that was judged in each month, quarter or year.
	Value figure.Value

	// Threshold and High are what Value was compared with: the planned values, times Periods, the months, quarters or years of the period,
	// where the plan is for each of them and the figure is a sum over them. Of a part per unit they hold for each unit.
	Threshold, High figure.Value
	Periods         int

	// NotDue says that the plan is for a period that is not over and that the rest of it may still change the verdict, which is không đủ số liệu for now.
	// InTime tells of a part that asks for at least something whether Value has come to PlanToDate; nil where that is not known.
	NotDue bool
	InTime *bool

	// PlanToDate is the share of Threshold that falls to the time up to the end of the period, all of it where the plan is due; missing of what is
	// not planned over time.
	PlanToDate figure.Value

	Verdict   sheets.Verdict
	Suggested sheets.Verdict // what the figures say; differs from Verdict only where Hand is set
	Hand      bool

	// Unproven says that Suggested is không đủ số liệu although the figures are there: the plan is for each month, quarter or year, and the total of a
	// longer period does not prove that each of them did what was asked.
	Unproven bool

	// Fulfilment is Value over Threshold (90,25%), for plans that ask for at least something; n/m of a part per unit; else missing.
	Fulfilment figure.Value

	// Of a part per unit: the units it applies to, in the order of the tree, that are below the plan, and those that cannot be judged.
	// It applies to no unit that owes none of its figures.
	Failing, Unjudged []*sheets.Unit
	Units             int // how many it applies to

	// ByUnit is what became of the part in each unit: of a part per unit in those that it applies to, of another one in those that have a plan of their own. In
	// the order of the tree.
	ByUnit []UnitResult

	// Each is what became of the part in every month, quarter or year, where it is planned for each and the period is put together of them. Threshold
	// and High then hold for each.
	Each []PeriodResult
}

// Counts reports whether Value counts what met the plan: units, or months, quarters or years.
func (p *PartResult) Counts() bool { return p.Part.Scope == sheets.PerUnit || p.Each != nil }

// judge is how strictly targets are judged.
type judge struct {
	coverage *big.Rat // the share of the expected units that must stand behind a figure
	strict   bool     // v > T counts as vượt where the plan is "above T"
}

// enough reports whether enough units stand behind a value. A value behind which no units are counted is certain.
func (j judge) enough(v figure.Value) bool {
	if v.Expected == 0 {
		return true
	}
	return big.NewRat(int64(v.Have), int64(v.Expected)).Cmp(j.coverage) >= 0
}

// verdict judges a value against a part whose plan is from low, to high where it is an interval. All comparisons are exact.
//
// A share that must reach 100% cannot exceed it. What is kept below a limit, or equals what was asked, is met and never exceeded.
func (j judge) verdict(p *sheets.Part, v, low, high figure.Value) sheets.Verdict {
	switch {
	case v.Kind == figure.NotApplicable:
		return sheets.VerdictNotApplicable
	case p.Comparison == sheets.Qualitative, v.IsMissing(), low.IsMissing(), !j.enough(v):
		return sheets.Insufficient
	case p.Comparison == sheets.Within:
		return within(v, low, high)
	}
	switch formula.Compare(v, low, p.Op) {
	case formula.False:
		return sheets.Unmet
	case formula.True:
		if j.exceeds(p.Op, v, low) {
			return sheets.Exceeded
		}
		return sheets.Met
	}
	return sheets.Insufficient
}

// within judges against an interval: below it is unmet, above it exceeded.
func within(v, low, high figure.Value) sheets.Verdict {
	below, over := formula.Compare(v, low, formula.Less), formula.Compare(v, high, formula.Greater)
	switch {
	case below == formula.Unknown || over == formula.Unknown:
		return sheets.Insufficient
	case below == formula.True:
		return sheets.Unmet
	case over == formula.True:
		return sheets.Exceeded
	}
	return sheets.Met
}

// exceeds reports whether a value that satisfies the comparison does more than was asked.
func (j judge) exceeds(op formula.Op, v, plan figure.Value) bool {
	if op != formula.GreaterEqual && !(op == formula.Greater && j.strict) {
		return false
	}
	whole := v.Num != nil && formula.Compare(plan, figure.Int(1), formula.Equal) == formula.True
	return !whole && formula.Compare(v, plan, formula.Greater) == formula.True
}

// judgePart judges one part. What a person decided goes before what the figures say, and both are told.
func (r *Result) judgePart(p *sheets.Part) PartResult {
	res := PartResult{Part: p, Threshold: p.Threshold, High: p.High, Periods: 1}
	r.judgeInPeriod(&res)
	res.Verdict = res.Suggested
	if p.Hand != sheets.NoVerdict {
		res.Verdict, res.Hand = p.Hand, true
	}
	return res
}

// judgeFigures says what the figures of the period tell of a part.
func (r *Result) judgeFigures(res *PartResult) {
	value, condition := r.ask(res.Part.Expr), r.ask(res.Part.Condition)
	if res.Part.Scope == sheets.PerUnit {
		r.judgeUnits(res, value, condition)
		return
	}
	r.judgeTotal(res, value, condition)
	r.judgeAssigned(res, value, condition)
}

// judgeTotal judges the total of the root.
func (r *Result) judgeTotal(res *PartResult, value, condition question) {
	p, root := res.Part, r.Catalogue.Units.Root
	if periods := r.each(p.Scope); len(periods) > 1 {
		r.judgeEach(res, periods)
		return
	}
	periods, longer, rest := stretches(r.Batch.Period, p.Scope)
	flow := noFlow
	if longer {
		flow = r.flowOf(p.Expr)
	}
	if flow != noFlow {
		res.Periods = periods
		res.Threshold, res.High = times(p.Threshold, periods), times(p.High, periods)
	}
	res.Value = value.of(root)
	switch r.applies(condition, root) {
	case formula.Unknown:
		res.Suggested = sheets.Insufficient
	case formula.True:
		res.Suggested = r.judge.verdict(p, res.Value, res.Threshold, res.High)
		if longer {
			res.Suggested, res.Unproven = spread(p, res.Suggested, flow, rest)
		}
	default:
		res.Suggested = sheets.VerdictNotApplicable
		return
	}
	if asksForMore(p) {
		res.Fulfilment = fulfilment(res.Value, res.Threshold)
	}
}

// judgeUnits judges by its own total every unit that the part applies to: those that owe one of its figures and, under a condition, are
// flagged by it. Who is not asked for the figures of the condition cannot be flagged. It is met when all of them met it; one that failed
// decides, whatever the others that cannot be judged may still say. That all did what was asked cannot be exceeded.
func (r *Result) judgeUnits(res *PartResult, value, condition question) {
	p, met, plans := res.Part, 0, r.ownPlans(res.Part)
	var without []*sheets.Unit
	units, common := r.tree.owing(r.Catalogue.Units.Root, p.Levels, value.made.bases), planOf(p, nil)
	for _, u := range units {
		if len(condition.made.bases) > 0 && !r.tree.covers(u).meets(condition.made.bases) {
			continue
		}
		alone, own := common, plans[u] != nil
		if own {
			alone = planOf(p, plans[u])
		}
		one := r.judgeUnit(u, alone, own, value, condition)
		switch one.Verdict {
		case sheets.Unmet:
			res.Failing = append(res.Failing, u)
		case sheets.Insufficient:
			res.Unjudged = append(res.Unjudged, u)
		case sheets.VerdictNotApplicable:
			continue
		default:
			met++
		}
		if len(plans) > 0 && alone.Threshold.IsMissing() {
			without = append(without, u)
		}
		res.ByUnit = append(res.ByUnit, one)
	}
	res.Units = len(res.ByUnit)
	r.findPlans(p, plans, units, without, figure.Warning)
	switch {
	case len(res.Failing) > 0:
		res.Suggested = sheets.Unmet
	case len(res.Unjudged) > 0, len(units) == 0:
		res.Suggested = sheets.Insufficient
	case res.Units == 0:
		res.Suggested = sheets.VerdictNotApplicable
	default:
		res.Suggested = sheets.Met
	}
	res.count(met, len(res.Failing), res.Units)
	if len(units) == 0 {
		r.findNoUnits(p)
	}
}

// count sets the value n/m, m of them being those to which the part applies. Where none could be judged it stays missing: 0/9 would be a claim.
func (res *PartResult) count(met, failed, all int) {
	judged := met + failed
	if judged == 0 {
		res.Value = figure.MissingOf(res.Part.Name()).Covered(0, all)
		return
	}
	share := figure.Quotient(whole(met), whole(all))
	res.Value, res.Fulfilment = share.Covered(judged, all), share
}

// fulfilment is v over the plan, with both as its terms.
func fulfilment(v, plan figure.Value) figure.Value {
	if v.Kind != figure.Number || plan.Kind != figure.Number || plan.Rat.Sign() <= 0 {
		return figure.Value{}
	}
	return figure.Quotient(v.Rat, plan.Rat).CoveredAs(v)
}

func whole(n int) *big.Rat { return new(big.Rat).SetInt64(int64(n)) }

// question is an expression that is asked of several units.
type question struct {
	r    *Result
	expr *formula.Expr
	made makings
}

func (r *Result) ask(e *formula.Expr) question { return question{r, e, r.deps.ofExpr(e)} }

// of gives the answer for a unit. A target that counts targets would be judged by itself, and so would a shortcoming that counts shortcomings:
// there is no answer while they are being judged.
func (q question) of(u *sheets.Unit) figure.Value {
	switch {
	case q.expr == nil:
		return figure.Value{}
	case q.made.needs > q.r.phase:
		return figure.MissingOf(q.expr.String())
	}
	return q.r.cover(q.expr.Eval(&env{r: q.r, unit: u}), u, q.made)
}

// applies tells whether a condition holds for a unit; without a condition it does. A condition behind which too few units stand is
// unknown.
func (r *Result) applies(condition question, u *sheets.Unit) formula.Truth {
	if condition.expr == nil {
		return formula.True
	}
	v := condition.of(u)
	if !r.judge.enough(v) {
		return formula.Unknown
	}
	return formula.TruthOf(v)
}
