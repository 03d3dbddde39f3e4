package sheets

// In is the batch with the units of another catalogue that Catalogue.For made of the same workbook, so that it can be added up along another tree.
func (b *Batch) In(c *Catalogue) *Batch {
	return (&resettler{c: c, made: make(map[*Batch]*Batch)}).batch(b)
}

// resettler puts the units of a catalogue in the place of those with the same Index.
type resettler struct {
	c    *Catalogue
	made map[*Batch]*Batch
}

func (r *resettler) batch(b *Batch) *Batch {
	if b == nil || r.made[b] != nil {
		return r.made[b]
	}
	other := *b
	r.made[b] = &other
	other.Expect = r.expectation(b.Expect)
	other.Submissions = append([]*Submission(nil), b.Submissions...)
	for i, s := range b.Submissions {
		if s != nil {
			submission := *s
			submission.Unit = r.c.Units.Units[s.Unit.Index]
			other.Submissions[i] = &submission
		}
	}
	other.Parts = nil
	for _, part := range b.Parts {
		other.Parts = append(other.Parts, r.batch(part))
	}
	other.Former, other.LastYear = r.batch(b.Former), r.batch(b.LastYear)
	if d := b.toDate; d != nil {
		other.toDate = &toDate{c: r.c, whole: d.whole}
		for _, part := range d.parts {
			other.toDate.parts = append(other.toDate.parts, r.batch(part))
		}
	}
	return &other
}

func (r *resettler) expectation(e *Expectation) *Expectation {
	other := *e
	other.units, other.Reporting = r.c.Units, nil
	for _, u := range e.Reporting {
		other.Reporting = append(other.Reporting, r.c.Units.Units[u.Index])
	}
	return &other
}
