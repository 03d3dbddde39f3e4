package aggregate

import (
	"slices"

	"tonghop/formula"
	"tonghop/sheets"
)

// WorstFirst gives the units in which a part was judged, those that failed first, then those that cannot be judged, then the others, each in the order of the tree. A
// part that does not apply to a unit is left out.
func (p *PartResult) WorstFirst() []UnitResult {
	var failed, open, met []UnitResult
	for _, u := range p.ByUnit {
		switch u.Verdict {
		case sheets.Unmet:
			failed = append(failed, u)
		case sheets.Insufficient:
			open = append(open, u)
		case sheets.VerdictNotApplicable:
		default:
			met = append(met, u)
		}
	}
	return slices.Concat(failed, open, met)
}

// EachOf gives the results of the months, quarters or years in which a part was judged, in the order of PartResult.Each; nil where it was judged in none.
func (r *Result) EachOf(p *PartResult) []*Result {
	if r = r.JudgedIn(p.Part); r == nil || p.Each == nil {
		return nil
	}
	return r.each(p.Part.Scope)
}

// Holds tells whether the condition of a part holds for a unit; it does where there is none.
func (r *Result) Holds(p *sheets.Part, u *sheets.Unit) formula.Truth {
	if in := r.JudgedIn(p); in != nil {
		r = in
	}
	return r.applies(r.ask(p.Condition), u)
}

// Ladder is how the measures of a shortcoming stand: what its suggested level was read from.
type Ladder struct {
	Met, Unmet     int // measures that are met or exceeded, and that are not
	Better         int // of the unmet ones those that are better than last year
	Unknown        int // of the unmet ones those of which last year is not known
	Open           int // measures that cannot be judged
	WithoutMeasure int // clauses that are linked to nothing
}

// Ladder counts the measures as the ladder of levels does.
func (s *ShortcomingResult) Ladder() Ladder {
	l := Ladder{WithoutMeasure: len(s.Unlinked)}
	for _, m := range s.Measures {
		switch {
		case m.Verdict == sheets.VerdictNotApplicable:
		case fulfilled(m.Verdict):
			l.Met++
		case m.Verdict != sheets.Unmet:
			l.Open++
		default:
			l.Unmet++
			if m.Better == nil {
				l.Unknown++
			} else if *m.Better {
				l.Better++
			}
		}
	}
	return l
}

// TargetNamed and ShortcomingNamed find what became of a target or a shortcoming by its code, PartNamed of a part by the name that expressions give it:
// CT-A.a. They are nil where the catalogue has none.
func (r *Result) TargetNamed(code sheets.TargetCode) *TargetResult { return r.targetNamed(code) }

// PartNamed finds what became of a part; see TargetNamed.
func (r *Result) PartNamed(name string) *PartResult {
	part := r.Catalogue.Part(name)
	for i := range r.Targets {
		for j := range r.Targets[i].Parts {
			if p := &r.Targets[i].Parts[j]; p.Part == part && part != nil {
				return p
			}
		}
	}
	return nil
}

// ShortcomingNamed finds what became of a shortcoming; see TargetNamed.
func (r *Result) ShortcomingNamed(code string) *ShortcomingResult {
	for i := range r.Shortcomings {
		if formula.WordKey(string(r.Shortcomings[i].Shortcoming.Code)) == formula.WordKey(code) {
			return &r.Shortcomings[i]
		}
	}
	return nil
}
