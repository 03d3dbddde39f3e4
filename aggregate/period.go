package aggregate

import (
	"slices"
	"sync"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// builder makes the results of all periods that were read.
type builder struct {
	catalogue *sheets.Catalogue
	chosen    *sheets.Batch // that of the period of Build
	findings  []sheets.Finding
	opt       Options
	deps      *dependencies
	judge     judge
	results   map[*sheets.Batch]*Result
	mutex     sync.Mutex // guards results after Build

	dropped map[*sheets.Submission]bool // left out by Strict
	leftOut []*sheets.Unit
}

// leaveOut marks the submissions with errors.
func (s *builder) leaveOut(b *sheets.Batch) {
	s.dropped = make(map[*sheets.Submission]bool)
	left := make([]bool, len(s.catalogue.Units.Units))
	for _, f := range s.findings {
		u, of := unitOf(s.catalogue, f), batchNamed(b, f.Period)
		if u == nil || of == nil || f.Severity != figure.Error || of.Submissions[u.Index] == nil {
			continue
		}
		s.dropped[of.Submissions[u.Index]], left[u.Index] = true, true
	}
	for _, u := range s.catalogue.Units.Units {
		if left[u.Index] {
			s.leftOut = append(s.leftOut, u)
		}
	}
}

// batchNamed is the batch of the code that a finding bears: b itself for "", one of its sub-periods, nil for a former period.
func batchNamed(b *sheets.Batch, code string) *sheets.Batch {
	if code == "" {
		return b
	}
	for _, part := range b.Parts {
		if part.Period.Code == code {
			return part
		}
		if found := batchNamed(part, code); found != nil {
			return found
		}
	}
	return nil
}

// result adds up one batch, and those that it is put together of or compared with.
func (s *builder) result(b, counted *sheets.Batch) *Result {
	if b == nil {
		return nil
	}
	if r := s.results[b]; r != nil {
		return r
	}
	r := &Result{
		Catalogue: s.catalogue, Batch: b, Strict: s.opt.Strict, counted: counted, dropped: s.dropped, judge: s.judge,
		builder: s, tree: layOut(s.catalogue, b.Expect, &s.deps.lists), deps: s.deps, bySlot: s.catalogue.Submitted(), memo: make(map[place]figure.Value),
	}
	s.results[b] = r
	for i, part := range b.Parts {
		r.Parts = append(r.Parts, s.result(part, counted.Parts[i]))
	}
	r.Former, r.LastYear = s.result(b.Former, b.Former), s.result(b.LastYear, b.LastYear)
	r.mark(slices.DeleteFunc(slices.Clone(s.findings), func(f sheets.Finding) bool { return !s.about(b, f) }))
	r.tallyAll(s.opt.Jobs)
	return r
}

// about reports whether a finding is about a batch or a part of it. Those without a period are about the period of Build.
func (s *builder) about(b *sheets.Batch, f sheets.Finding) bool {
	if f.Period == "" {
		return b == s.chosen || slices.Contains(b.Parts, s.chosen)
	}
	return b.Period.Code == f.Period || batchNamed(b, f.Period) != nil
}

// Of is the result of a period: of the one that was asked for, of a sub-period of any depth, or of a former period that was read with them. It
// is nil where no usable form of the period came in.
func (r *Result) Of(p *sheets.Period) *Result {
	for _, top := range []*Result{r, r.Former, r.LastYear} {
		if found := top.below(p); found != nil {
			return found
		}
	}
	return nil
}

func (r *Result) below(p *sheets.Period) *Result {
	if r == nil || r.Batch.Period == p {
		return r
	}
	for _, part := range r.Parts {
		if found := part.below(p); found != nil {
			return found
		}
	}
	return nil
}

// In implements formula.Timed: the same unit in the period before, in the same period last year, or from the start of the year on.
func (e *env) In(function string) (formula.Env, string) {
	p, other := e.r.other(function)
	switch {
	case p == nil:
		return nil, ""
	case other == nil:
		return nil, p.Name
	}
	return &env{r: other, unit: e.unit}, p.Name
}

// other is the period that a function is about and what was read of it, nil where there is none.
func (r *Result) other(function string) (*sheets.Period, *Result) {
	switch function {
	case formula.LastYear:
		return r.Catalogue.YearBefore(r.Batch.Period), r.LastYear
	case formula.Cumulative:
		return r.Catalogue.ToDate(r.Batch.Period), r.toDate()
	}
	return r.Catalogue.Before(r.Batch.Period), r.Former
}

// toDate adds up the time from the start of the year through the end of the period. Most runs never ask for it, so that it is made when somebody does.
func (r *Result) toDate() *Result {
	b := r.Batch.ToDate()
	switch b {
	case nil:
		return nil
	case r.Batch:
		return r
	}
	return r.builder.late(b)
}

// late is the result of a batch that is asked for after Build.
func (s *builder) late(b *sheets.Batch) *Result {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	counted := b
	if s.opt.Strict {
		counted = b.Blanked(func(sub *sheets.Submission) bool { return s.dropped[sub] })
	}
	return s.result(b, counted)
}

// behind counts the reports of a unit in a batch that stand behind a figure made of the slots. A report is expected where it is asked for one of them
// that the period takes from it, and stands behind it where it answered each. What stands at the end is taken from the last sub-period alone; of a figure
// that is counted on, a later report says what an earlier one left out.
func (r *Result) behind(b *sheets.Batch, u *sheets.Unit, slots []int) (have, expected int) {
	if !b.Splits(u) {
		switch r.answered(b, u, slots) {
		case sheets.Given:
			return 1, 1
		case sheets.Absent:
			return 0, 1
		}
		return 0, 0
	}
	for i, part := range b.Parts {
		var asked, owed []int
		for _, slot := range slots {
			if !r.takes(b, i, u, slot) {
				continue
			}
			asked = append(asked, slot)
			if !r.caughtUp(b.Parts[i+1:], u, slot) {
				owed = append(owed, slot)
			}
		}
		if len(asked) == 0 {
			continue
		}
		h, e := r.behind(part, u, asked)
		switch {
		case len(owed) == 0:
			h = e
		case len(owed) < len(asked):
			still, of := r.behind(part, u, owed)
			h = e - (of - still)
		}
		have, expected = have+h, expected+e
	}
	return have, expected
}

// takes reports whether a composite period takes a figure, or a list, from the form of a unit for one of its sub-periods.
func (r *Result) takes(b *sheets.Batch, part int, u *sheets.Unit, slot int) bool {
	if of, ok := r.deps.lists.of[slot]; ok {
		return takesList(b, part, u, of.list)
	}
	return b.Takes(part, u, r.bySlot[slot])
}

// caughtUp reports whether one of the later forms of a unit that was asked for a figure says what it had come to since the start of the year.
func (r *Result) caughtUp(later []*sheets.Batch, u *sheets.Unit, slot int) bool {
	if slot >= len(r.bySlot) { // of a list
		return false
	}
	ind := r.bySlot[slot]
	return ind.Reporting == sheets.Cumulative && ind.Periods == sheets.PeriodSum && slices.ContainsFunc(later, func(b *sheets.Batch) bool {
		a := b.Answer(u, ind)
		return b.Expect.Expects(u, ind) && a.Running && a.State == sheets.Given
	})
}
