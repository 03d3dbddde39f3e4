package aggregate

import (
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// ShortcomingResult is how far a shortcoming is remedied.
type ShortcomingResult struct {
	Shortcoming *sheets.Shortcoming

	// Suggested is the level that the linked measures speak for; LevelUnknown where they do not say.
	Suggested sheets.Level

	// Verdict is the level that a person gave, else Suggested.
	Verdict sheets.Level
	Hand    bool

	Measures []MeasureResult  // in the order of the clauses; "all targets" stands as one measure for each target
	Unlinked []*sheets.Clause // clauses that no measure is linked to
}

// judgeShortcomings judges the shortcomings that are followed in the period, after the targets.
func (r *Result) judgeShortcomings() {
	for _, s := range r.Catalogue.Shortcomings {
		if !r.Catalogue.Follows(s, r.Batch.Period) {
			r.findDropped(s)
			continue
		}
		res := ShortcomingResult{Shortcoming: s}
		for _, clause := range s.Clauses {
			if len(clause.Measures) == 0 {
				res.Unlinked = append(res.Unlinked, clause)
			}
			for _, m := range clause.Measures {
				res.Measures = append(res.Measures, r.measure(clause, m)...)
			}
		}
		res.Suggested = suggest(res.Measures, len(res.Unlinked) > 0)
		res.Verdict = res.Suggested
		if s.Hand != nil {
			res.Verdict, res.Hand = *s.Hand, true
		}
		r.findLastYears(&res)
		r.Shortcomings = append(r.Shortcomings, res)
		r.findInShortcoming(&res)
	}
}

// suggest finds the level that the measures speak for. The ladder is gone through from the top:
//
//	?   a clause is linked to nothing, or a measure cannot be judged
//	3   all measures are met
//	2   every unmet one is better than last year
//	1b  at least two thirds are met
//	1a  at least one is met, or better than last year
//	0   none is met and none is better
//
// Measures that do not apply are left out; where none is left there is nothing to go by. A measure whose last year is not known is
// not taken to be better. Neither is it taken to be no better: where the choice of level 0 would rest on it, there is no suggestion.
func suggest(measures []MeasureResult, unlinked bool) sheets.Level {
	var met, unmet, better, unknown int
	for _, m := range measures {
		switch {
		case m.Verdict == sheets.VerdictNotApplicable:
		case fulfilled(m.Verdict):
			met++
		case m.Verdict != sheets.Unmet:
			return sheets.LevelUnknown
		default:
			unmet++
			if m.Better == nil {
				unknown++
			} else if *m.Better {
				better++
			}
		}
	}
	switch {
	case unlinked, met+unmet == 0:
		return sheets.LevelUnknown
	case unmet == 0:
		return sheets.LevelDone
	case better == unmet:
		return sheets.LevelBetter
	case 3*met >= 2*(met+unmet):
		return sheets.LevelMost
	case met > 0 || better > 0:
		return sheets.LevelSome
	case unknown > 0:
		return sheets.LevelUnknown
	}
	return sheets.LevelNone
}

// measure judges what a clause is linked to. All targets of the period are one measure each; what is typed as their last year is a share of all
// and says nothing about any one of them.
func (r *Result) measure(clause *sheets.Clause, m sheets.Measure) []MeasureResult {
	if !m.AllTargets {
		return []MeasureResult{r.measureOne(clause, m)}
	}
	results := make([]MeasureResult, len(r.Targets))
	for i := range r.Targets {
		t := &r.Targets[i]
		results[i] = MeasureResult{Clause: clause, Measure: m, Target: t.Target, Verdict: t.Verdict, Value: t.share()}
	}
	if len(results) == 0 {
		return []MeasureResult{{Clause: clause, Measure: m, Verdict: sheets.Insufficient}}
	}
	return results
}

// Together are the measures with all targets of the period as one: the share of them that is met. It is met where all are, and better or not than what
// was typed for last year.
func (s *ShortcomingResult) Together() []MeasureResult {
	var together []MeasureResult
	for i := 0; i < len(s.Measures); i++ {
		m := s.Measures[i]
		if !m.Measure.AllTargets || m.Target == nil {
			together = append(together, m)
			continue
		}
		first := i
		for i+1 < len(s.Measures) && s.Measures[i+1].Measure.AllTargets && s.Measures[i+1].Clause == m.Clause {
			i++
		}
		together = append(together, allTargets(s.Measures[first:i+1]))
	}
	return together
}

// allTargets makes one measure of those of all targets. Targets that do not apply are counted in neither term.
func allTargets(each []MeasureResult) MeasureResult {
	one := MeasureResult{Clause: each[0].Clause, Measure: each[0].Measure, LastYear: each[0].Measure.LastYear}
	met, all := 0, 0
	var verdicts []sheets.Verdict
	for _, m := range each {
		if m.Verdict == sheets.VerdictNotApplicable {
			continue
		}
		all++
		if fulfilled(m.Verdict) {
			met++
			verdicts = append(verdicts, sheets.Met)
			continue
		}
		verdicts = append(verdicts, m.Verdict)
	}
	one.Verdict = combine(sheets.All, verdicts)
	one.Value = figure.Quotient(whole(met), whole(all))
	one.Better = improved(formula.GreaterEqual, one.Value, one.LastYear, one.Value)
	return one
}

func (r *Result) measureOne(clause *sheets.Clause, m sheets.Measure) MeasureResult {
	res := MeasureResult{Clause: clause, Measure: m, LastYear: m.LastYear, Verdict: sheets.Insufficient}
	if m.Expr != nil {
		r.measureExpr(&res)
		return res
	}
	t := r.targetNamed(m.Target)
	if t == nil {
		return res
	}
	res.Target = t.Target
	part := t.part(m.Part)
	if part != nil {
		r.lastYearOfPart(&res, part)
		res.Verdict, res.Value, res.Better = part.Verdict, part.Value, part.improved(res.LastYear)
	}
	if m.Part != "" {
		return res
	}
	res.Verdict = t.Verdict
	if part == nil {
		res.Value = t.share()
		res.Better = improved(formula.GreaterEqual, res.Value, res.LastYear, res.Value)
	}
	return res
}

// targetNamed finds what became of a target.
func (r *Result) targetNamed(code sheets.TargetCode) *TargetResult {
	target := r.Catalogue.Target(code)
	for i := range r.Targets {
		if r.Targets[i].Target == target && target != nil {
			return &r.Targets[i]
		}
	}
	return nil
}
