package aggregate

import (
	"tonghop/formula"
	"tonghop/sheets"
)

// TargetResult is what became of a target.
type TargetResult struct {
	Target    *sheets.Target
	Verdict   sheets.Verdict // never NoVerdict: what cannot be judged is Insufficient
	Suggested sheets.Verdict // what its parts say; differs from Verdict only where Hand is set
	Hand      bool
	Parts     []PartResult // in the order of the catalogue

	// Met of Counted parts are met or exceeded: đạt 01/03 nội dung. Parts that do not apply, and those that the catalogue does not count, are in
	// neither, although the latter take part in the verdict.
	Met, Counted int
}

// judgeTargets judges all targets of the catalogue.
func (r *Result) judgeTargets() {
	for _, t := range r.Catalogue.Targets {
		res := r.judgeTarget(t)
		r.Targets = append(r.Targets, res)
		if res.Verdict == sheets.Unmet && res.reason() == "" {
			r.findNoReason(t)
		}
	}
}

func (r *Result) judgeTarget(t *sheets.Target) TargetResult {
	res := TargetResult{Target: t, Suggested: sheets.Insufficient}
	var verdicts []sheets.Verdict
	for _, p := range t.Parts {
		part := r.judgePart(p)
		res.Parts = append(res.Parts, part)
		verdicts = append(verdicts, part.Verdict)
		if p.Counted && part.Verdict != sheets.VerdictNotApplicable {
			res.Counted++
			if fulfilled(part.Verdict) {
				res.Met++
			}
		}
	}
	if len(verdicts) > 0 {
		res.Suggested = combine(t.Combine, verdicts)
	}
	res.Verdict = res.Suggested
	if t.Hand != sheets.NoVerdict {
		res.Verdict, res.Hand = t.Hand, true
	}
	for _, part := range res.Parts {
		if part.Unproven && !part.Hand && !res.Hand {
			r.findUnproven(part.Part)
		}
	}
	return res
}

// part finds a part by its key, nil where there is none. Without a key it is the only part of a target with one.
func (t *TargetResult) part(key string) *PartResult {
	for i := range t.Parts {
		if key == "" && len(t.Parts) == 1 || key != "" && formula.WordKey(t.Parts[i].Part.Key) == formula.WordKey(key) {
			return &t.Parts[i]
		}
	}
	return nil
}

// reason is what the office wrote about the target or about one of its unmet parts.
func (t *TargetResult) reason() string {
	if t.Target.Reason != "" {
		return t.Target.Reason
	}
	for _, p := range t.Parts {
		if p.Verdict == sheets.Unmet && p.Part.Reason != "" {
			return p.Part.Reason
		}
	}
	return ""
}

// CountParts counts the counted parts with one of the verdicts, all of them where none is named.
func (t *TargetResult) CountParts(words []string) int {
	n := 0
	for _, p := range t.Parts {
		if p.Part.Counted {
			n += counted(wordOfVerdict(p.Verdict), words)
		}
	}
	return n
}
