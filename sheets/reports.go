package sheets

// A report is what a unit owes for one period. Over a composite period it owes one for every sub-period in which it must submit, or one for
// the period itself where it chose to file that: a form for the whole period goes before those of its sub-periods and is never added to
// them.

// Composite reports whether the period is put together of sub-periods.
func (b *Batch) Composite() bool { return len(b.Parts) > 0 }

// Splits reports whether what a unit gave for the period is put together of its forms for the sub-periods. It is not where the unit filed a
// form for the period itself, nor where several such forms wait for a decision.
func (b *Batch) Splits(u *Unit) bool {
	return b.Composite() && b.Submissions[u.Index] == nil && !b.InQuestion[u.Index]
}

// Reports gives the reports that the unit owes, in the order of their days: each is the batch whose Submissions[u.Index] is the report, nil
// while it is not there. A unit that need not submit owes none.
func (b *Batch) Reports(u *Unit) []*Batch {
	if !b.Splits(u) {
		if b.Expect.Reports(u) {
			return []*Batch{b}
		}
		return nil
	}
	var reports []*Batch
	for _, part := range b.Parts {
		reports = append(reports, part.Reports(u)...)
	}
	return reports
}

// Filed counts the reports of a unit that are there, of those that it owes.
func (b *Batch) Filed(u *Unit) (have, due int) {
	reports := b.Reports(u)
	for _, report := range reports {
		if report.Submissions[u.Index] != nil {
			have++
		}
	}
	return have, len(reports)
}

// Takes reports whether a composite period takes a figure from what a unit gives for one of its parts: it is asked for it there, and what stands at the
// end of the period is taken from the last part alone.
func (b *Batch) Takes(part int, u *Unit, ind *Indicator) bool {
	return b.Parts[part].Expect.Expects(u, ind) && (ind.Periods != PeriodLast || part == len(b.Parts)-1)
}

// Sources gives the reports of a unit from which a figure is taken, in the order of their days.
func (b *Batch) Sources(u *Unit, ind *Indicator) []*Batch {
	if !b.Splits(u) {
		return []*Batch{b}
	}
	var sources []*Batch
	for i, part := range b.Parts {
		if b.Takes(i, u, ind) {
			sources = append(sources, part.Sources(u, ind)...)
		}
	}
	return sources
}

// Last is the batch of the sub-period with which the period ends, of any depth; the batch itself where the period is simple.
func (b *Batch) Last() *Batch {
	for b.Composite() {
		b = b.Parts[len(b.Parts)-1]
	}
	return b
}

// Of is the batch of a period: b itself, that of a sub-period of any depth, or one of the former periods that were read with them. It is nil
// where no usable form of the period came in.
func (b *Batch) Of(p *Period) *Batch {
	for _, top := range []*Batch{b, b.Former, b.LastYear} {
		if found := top.below(p); found != nil {
			return found
		}
	}
	return nil
}

func (b *Batch) below(p *Period) *Batch {
	if b == nil || b.Period == p {
		return b
	}
	for _, part := range b.Parts {
		if found := part.below(p); found != nil {
			return found
		}
	}
	return nil
}

// received reports whether a form came in that may count for the period or a sub-period of it.
func (b *Batch) received() bool {
	if b.Composite() {
		return true
	}
	for i, s := range b.Submissions {
		if s != nil || b.InQuestion[i] {
			return true
		}
	}
	return false
}

// Blanked is the batch as if the forms that drop names had been sent in blank: they still stand in the way of others, and none of their figures
// counts.
func (b *Batch) Blanked(drop func(*Submission) bool) *Batch {
	blanked := *b
	blanked.Parts, blanked.Submissions = nil, append([]*Submission(nil), b.Submissions...)
	for i, s := range b.Submissions {
		if s != nil && drop(s) {
			blanked.Submissions[i] = &Submission{File: s.File, Unit: s.Unit, Declared: s.Declared, Received: s.Received, Due: s.Due, Values: make([]Value, len(s.Values))}
		}
	}
	for _, part := range b.Parts {
		blanked.Parts = append(blanked.Parts, part.Blanked(drop))
	}
	return &blanked
}
