package aggregate

import (
	"math/big"
	"slices"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// UnitResult is what became of a part in one unit, by the total of that unit.
type UnitResult struct {
	Unit *sheets.Unit

	// Part is the part as it is planned for the unit alone. Its thresholds are missing where the unit has no plan of its own and there is no common one.
	Part *sheets.Part
	Own  bool // the plan is the unit's own, of the sheet Giao chỉ tiêu

	Value   figure.Value
	Verdict sheets.Verdict
}

// Alone is the unit's result in the shape of the result of a part that is judged by one total.
func (u *UnitResult) Alone() PartResult {
	res := PartResult{
		Part: u.Part, Value: u.Value, Threshold: u.Part.Threshold, High: u.Part.High, Periods: 1, Verdict: u.Verdict, Suggested: u.Verdict,
	}
	if asksForMore(u.Part) {
		res.Fulfilment = fulfilment(res.Value, res.Threshold)
	}
	return res
}

// planOf gives the part as it is planned for a unit: with its own plan where it has one, else with the common one of a part per unit.
func planOf(p *sheets.Part, own *sheets.Assignment) *sheets.Part {
	alone := *p
	alone.Scope, alone.Hand, alone.Assigned = sheets.OnTotal, sheets.NoVerdict, nil
	switch {
	case own != nil:
		alone.Threshold, alone.High = own.Threshold, own.High
		if own.Basis != "" {
			alone.Basis = own.Basis
		}
	case p.Scope != sheets.PerUnit:
		alone.Threshold, alone.High = figure.Value{}, figure.Value{}
	}
	return &alone
}

// ownPlans are the plans of units of their own, by unit.
func (r *Result) ownPlans(p *sheets.Part) map[*sheets.Unit]*sheets.Assignment {
	plans := make(map[*sheets.Unit]*sheets.Assignment, len(p.Assigned))
	for i := range p.Assigned {
		if u := r.Catalogue.Units.Unit(p.Assigned[i].Unit); u != nil {
			plans[u] = &p.Assigned[i]
		}
	}
	return plans
}

// judgeUnit judges in one unit a part as it is planned for that unit.
func (r *Result) judgeUnit(u *sheets.Unit, alone *sheets.Part, own bool, value, condition question) UnitResult {
	res := UnitResult{Unit: u, Part: alone, Own: own, Value: value.of(u), Verdict: sheets.Insufficient}
	switch r.applies(condition, u) {
	case formula.False, formula.NotApplicable:
		res.Verdict = sheets.VerdictNotApplicable
	case formula.True:
		res.Verdict = r.judge.verdict(alone, res.Value, alone.Threshold, alone.High)
	}
	return res
}

// asksForMore reports whether a plan asks for at least something, so that what was done is a share of it.
func asksForMore(p *sheets.Part) bool {
	return p.Comparison == sheets.Within || p.Comparison == sheets.Against && (p.Op == formula.GreaterEqual || p.Op == formula.Greater)
}

// judgeAssigned judges the units that have a plan of their own beside that of the province. The verdict of the part is that of the total; the units'
// are told beside it.
func (r *Result) judgeAssigned(res *PartResult, value, condition question) {
	p := res.Part
	plans := r.ownPlans(p)
	if len(plans) == 0 {
		return
	}
	var levels []string
	for _, u := range r.Catalogue.Units.Units {
		if plans[u] != nil && !slices.Contains(levels, u.Level) {
			levels = append(levels, u.Level)
		}
	}
	var without []*sheets.Unit
	units := r.tree.owing(r.Catalogue.Units.Root, levels, value.made.bases)
	for _, u := range units {
		if plans[u] == nil {
			without = append(without, u)
			continue
		}
		res.ByUnit = append(res.ByUnit, r.judgeUnit(u, planOf(p, plans[u]), true, value, condition))
	}
	r.findPlans(p, plans, units, without, figure.Note)
	r.comparePlans(res, plans, units)
}

// comparePlans tells where what was assigned to the units below a plan does not add up to it. Only amounts add up: neither shares nor what is the largest of
// all. A unit whose own plan is divided further stands for those below it.
func (r *Result) comparePlans(res *PartResult, plans map[*sheets.Unit]*sheets.Assignment, units []*sheets.Unit) {
	if !r.addsUp(res.Part.Expr, make(map[*sheets.Indicator]bool)) {
		return
	}
	root := r.Catalogue.Units.Root
	low, high := make(map[*sheets.Unit]*big.Rat), make(map[*sheets.Unit]*big.Rat)
	var divided []*sheets.Unit // units with a plan that is divided, in the order of the tree
	for _, u := range units {
		own := plans[u]
		if own == nil || u == root {
			continue
		}
		above := u.Above()
		for above != nil && above != root && plans[above] == nil {
			above = above.Above()
		}
		if above == nil || own.Threshold.Kind != figure.Number {
			return
		}
		if low[above] == nil {
			low[above], high[above] = new(big.Rat), new(big.Rat)
			divided = append(divided, above)
		}
		low[above].Add(low[above], own.Threshold.Rat)
		if own.High.Kind == figure.Number {
			high[above].Add(high[above], own.High.Rat)
		}
	}
	for _, u := range divided {
		plan, upper, pos := res.Part.Threshold, res.Part.High, res.Part.Pos
		if own := plans[u]; own != nil {
			plan, upper, pos = own.Threshold, own.High, own.Pos
		}
		r.compareSum(res.Part, u, plan, low[u], pos)
		if res.Part.Comparison == sheets.Within {
			r.compareSum(res.Part, u, upper, high[u], pos)
		}
	}
}

func (r *Result) compareSum(p *sheets.Part, u *sheets.Unit, plan figure.Value, sum *big.Rat, pos sheets.Pos) {
	if plan.Kind == figure.Number && plan.Rat.Cmp(sum) != 0 {
		r.findPlanSum(p, u, plan, figure.NumberOf(sum), pos)
	}
}

// addsUp reports whether the total of an expression over several units is the sum of what it is in each.
func (r *Result) addsUp(e *formula.Expr, passing map[*sheets.Indicator]bool) bool {
	terms, ok := e.Sum()
	if !ok {
		return false
	}
	for _, term := range terms {
		ind := r.deps.indicator(term.Name)
		switch {
		case ind == nil, r.deps.circular[ind], passing[ind]:
			return false
		case ind.Slot < 0:
			passing[ind] = true
			ok = r.addsUp(ind.Formula, passing)
			delete(passing, ind)
			if !ok {
				return false
			}
		case r.methods[ind.Slot] != addUp:
			return false
		}
	}
	return true
}
