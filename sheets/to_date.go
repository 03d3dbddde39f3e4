package sheets

import (
	"math/big"
	"slices"
	"sync"
	"time"

	"tonghop/lang"
)

// A cumulative figure ("lũy kế") of a period is that of the time from the first day of its year to its own last day. A year or a term is that time itself, and so
// is a period with which the year begins. For any other the periods of the year up to it are put together as those of a composite period are: what
// happened is added, what stands at the end is that of the period itself, and a report that is missing lowers the coverage.

var toDateName = lang.Format{Vi: "Lũy kế đến hết %s", En: "From the start of the year through %s"}

// ToDate gives the time from the start of the year through the end of a period: p itself where it begins with its year or lasts a year or longer, else a
// period without a code. It is nil where the catalogue has no year to which p belongs.
func (c *Catalogue) ToDate(p *Period) *Period {
	year := c.yearOf(p)
	switch {
	case year == nil:
		return nil
	case year.From.Equal(p.From):
		return p
	}
	return &Period{Name: toDateName.With(p.Name).In(lang.Vi), From: year.From, To: p.To, Within: year.Code, Pos: p.Pos}
}

// yearOf is the period of twelve months within which a shorter one lies; p itself where it is as long or longer.
func (c *Catalogue) yearOf(p *Period) *Period {
	if p.length() >= monthsOfYear {
		return p
	}
	for _, q := range c.Periods {
		if q.length() == monthsOfYear && c.nests(q, p) && q.holds(p) {
			return q
		}
	}
	return nil
}

// untilEndOf gives the periods that ToDate of p is put together of, p the last of them, in the order of their days.
func (c *Catalogue) untilEndOf(p *Period) []*Period {
	year := c.yearOf(p)
	if year == nil || year.From.Equal(p.From) {
		return []*Period{p}
	}
	return append(c.beforeIn(year, p), p)
}

// beforeIn gives the sub-periods of a longer period that end before p begins. Those around p are taken apart: a form for the half-year says nothing about
// its first quarter.
func (c *Catalogue) beforeIn(outer, p *Period) []*Period {
	var before []*Period
	for _, q := range c.SubPeriods(outer) {
		switch {
		case q != p && q.holds(p):
			return append(before, c.beforeIn(q, p)...)
		case q.To.Before(p.From):
			before = append(before, q)
		}
	}
	return before
}

// toDate is what a batch comes to from the start of the year on. It is put together when somebody first asks: most runs never do, and in a year of months it
// would be as much again as the year for each of them.
type toDate struct {
	c     *Catalogue
	whole *Period
	parts []*Batch // in the order of their days, the batch itself the last

	once sync.Once
	sum  *Batch
}

// ToDate is the batch of the time from the start of the year through the end of the period (Catalogue.ToDate), the batch itself where the period is that time. It is nil where
// the catalogue has no such time or the earlier forms of the year were not read. Several goroutines may call it.
func (b *Batch) ToDate() *Batch {
	d := b.toDate
	if d == nil {
		return nil
	}
	d.once.Do(func() {
		if d.whole == b.Period {
			d.sum = d.parts[0]
			return
		}
		parts, periods := slices.Clone(d.parts), make([]*Period, len(d.parts))
		for i, part := range parts {
			periods[i] = part.Period
		}
		for _, gap := range gapsIn(d.whole, periods) {
			parts = append(parts, d.c.nothingFrom(gap))
		}
		slices.SortStableFunc(parts, func(a, b *Batch) int { return a.Period.From.Compare(b.Period.From) })
		d.sum = d.c.together(d.whole, parts)
		d.sum.SumToDate(d.c, []*Batch{d.sum})
	})
	return d.sum
}

// SumToDate says what ToDate is put together of: the batches of the periods of the year up to the batch, which is the last of them.
func (b *Batch) SumToDate(c *Catalogue, parts []*Batch) {
	if whole := c.ToDate(b.Period); whole != nil {
		b.toDate = &toDate{c: c, whole: whole, parts: parts}
	}
}

// sumToDate does it for the batch of a period, where the forms of all those periods are read.
func (r *reader) sumToDate(batches map[*Period]*Batch, p *Period) {
	var parts []*Batch
	for _, part := range r.c.untilEndOf(p) {
		if batches[part] == nil {
			return
		}
		parts = append(parts, batches[part])
	}
	batches[p].SumToDate(r.c, parts)
}

// together is the batch of a period that no form is for, put together of others.
func (c *Catalogue) together(p *Period, parts []*Batch) *Batch {
	n := len(c.Units.Units)
	b := &Batch{Period: p, Submissions: make([]*Submission, n), InQuestion: make([]bool, n)}
	b.Compose(c, parts)
	return b
}

// nothingFrom is the batch of a period for which no form came in.
func (c *Catalogue) nothingFrom(p *Period) *Batch {
	n := len(c.Units.Units)
	return &Batch{Period: p, Expect: c.Expect(p), Submissions: make([]*Submission, n), InQuestion: make([]bool, n)}
}

// Passed is the share of a period that has passed at the end of a day, by whole months from its first day on; days behind the last of them are a part of
// their month. It is exact, and from 0 to 1.
func (p *Period) Passed(day time.Time) *big.Rat {
	until := day.AddDate(0, 0, 1)
	switch {
	case !until.After(p.From):
		return new(big.Rat)
	case !until.Before(p.end()):
		return big.NewRat(1, 1)
	}
	return new(big.Rat).Quo(monthsBetween(p.From, until), monthsBetween(p.From, p.end()))
}

// monthsBetween is how many months lie between two days.
func monthsBetween(from, until time.Time) *big.Rat {
	months := 0
	for !from.AddDate(0, months+1, 0).After(until) {
		months++
	}
	last := from.AddDate(0, months, 0)
	days := func(end time.Time) int64 { return int64(end.Sub(last).Hours() / 24) }
	part := big.NewRat(days(until), days(from.AddDate(0, months+1, 0)))
	return part.Add(part, new(big.Rat).SetInt64(int64(months)))
}
