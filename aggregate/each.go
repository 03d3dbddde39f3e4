package aggregate

import (
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// PeriodResult is what became of a part that is planned per month, quarter or year in one of them.
type PeriodResult struct {
	Period  *sheets.Period
	Value   figure.Value
	Verdict sheets.Verdict // không áp dụng where the condition of the part does not hold in it
}

// FailingPeriods are the months, quarters or years that are below the plan, in the order of their days.
func (p *PartResult) FailingPeriods() []*sheets.Period { return p.periodsWith(sheets.Unmet) }

// UnjudgedPeriods are those that cannot be judged.
func (p *PartResult) UnjudgedPeriods() []*sheets.Period { return p.periodsWith(sheets.Insufficient) }

func (p *PartResult) periodsWith(v sheets.Verdict) []*sheets.Period {
	var periods []*sheets.Period
	for _, each := range p.Each {
		if each.Verdict == v {
			periods = append(periods, each.Period)
		}
	}
	return periods
}

// each gives the results of the months, quarters or years of which the period is put together, in the order of their days. It is nil where the period is
// not put together of exactly those: then only its total is at hand.
func (r *Result) each(scope sheets.Scope) []*Result {
	if _, longer, _ := stretches(r.Batch.Period, scope); !longer {
		return []*Result{r}
	}
	var all []*Result
	for _, part := range r.Parts {
		whole := part.each(scope)
		if whole == nil || !part.fills(scope) && len(whole) == 1 && whole[0] == part {
			return nil
		}
		all = append(all, whole...)
	}
	return all
}

// fills reports whether the period is one whole month, quarter or year.
func (r *Result) fills(scope sheets.Scope) bool {
	p := r.Batch.Period
	end := p.From.AddDate(0, monthsOf(scope), 0)
	return end.Equal(p.To.AddDate(0, 0, 1))
}

// judgeEach judges a part in each of the months, quarters or years. It is met when every one to which it applies did what was asked, and exceeded when
// every one of them exceeded it; one that failed decides, whatever is still to come of the others.
func (r *Result) judgeEach(res *PartResult, periods []*Result) {
	p, root := res.Part, r.Catalogue.Units.Root
	counts := make(map[sheets.Verdict]int)
	for _, of := range periods {
		each := PeriodResult{Period: of.Batch.Period, Verdict: sheets.Insufficient}
		each.Value = of.ask(p.Expr).of(root)
		switch of.applies(of.ask(p.Condition), root) {
		case formula.True:
			each.Verdict = r.judge.verdict(p, each.Value, p.Threshold, p.High)
		case formula.False, formula.NotApplicable:
			each.Verdict = sheets.VerdictNotApplicable
		}
		counts[each.Verdict]++
		res.Each = append(res.Each, each)
	}
	met := counts[sheets.Met] + counts[sheets.Exceeded]
	switch {
	case counts[sheets.Unmet] > 0:
		res.Suggested = sheets.Unmet
	case counts[sheets.Insufficient] > 0:
		res.Suggested = sheets.Insufficient
	case met == 0:
		res.Suggested = sheets.VerdictNotApplicable
	case counts[sheets.Exceeded] == met:
		res.Suggested = sheets.Exceeded
	default:
		res.Suggested = sheets.Met
	}
	res.count(met, counts[sheets.Unmet], met+counts[sheets.Unmet]+counts[sheets.Insufficient])
	res.Value.Counted = figure.Periods
}
