package sheets

import (
	"slices"
	"time"

	"tonghop/vntext"
)

// The periods of a catalogue nest: a month in its quarter, a quarter in its year, a year in its term. The column Thuộc kỳ says so, and may skip a
// step: where the half-years and the quarters of a year both name the year, the quarters still hang under the half-years whose days hold
// theirs. Otherwise the year would count each quarter twice.

// SubPeriods gives the periods of which a period is put together, in the order of their days: those that belong to it, without those that lie
// within another one of them. None of them shares a day with the one before it; a catalogue in which two do has a fault.
func (c *Catalogue) SubPeriods(p *Period) []*Period {
	var parts []*Period
	for _, q := range c.nestedIn(p) {
		if len(parts) == 0 || q.From.After(parts[len(parts)-1].To) {
			parts = append(parts, q)
		}
	}
	return parts
}

// nestedIn gives the same, with those that share days with others.
func (c *Catalogue) nestedIn(p *Period) []*Period {
	var inside, parts []*Period
	for _, q := range c.Periods {
		if c.nests(p, q) {
			inside = append(inside, q)
		}
	}
	for _, q := range inside {
		if !slices.ContainsFunc(inside, func(other *Period) bool { return c.nests(other, q) }) {
			parts = append(parts, q)
		}
	}
	slices.SortStableFunc(parts, func(a, b *Period) int { return a.From.Compare(b.From) })
	return parts
}

// nests reports whether a period lies within a longer one: it belongs to it, or both belong to the same one and its days are some of the other's.
func (c *Catalogue) nests(outer, inner *Period) bool {
	switch {
	case outer == inner, c.belongs(outer, inner):
		return false
	case c.belongs(inner, outer):
		return true
	case !outer.holds(inner) || inner.holds(outer):
		return false
	}
	return slices.ContainsFunc(c.Periods, func(common *Period) bool { return c.belongs(inner, common) && c.belongs(outer, common) })
}

// belongs reports whether a period belongs to another one through the column Thuộc kỳ, directly or not.
func (c *Catalogue) belongs(inner, outer *Period) bool {
	for range c.Periods { // a circle, which is a fault, ends too
		if inner.Within == "" {
			return false
		}
		if inner = c.Period(inner.Within); inner == nil || inner == outer {
			return inner == outer
		}
	}
	return false
}

// Before gives the period right before: it ends the day before the first day of p, and it is of the same length: as many whole months, while
// all terms of more than a year count as equally long. Of several it is the one whose number of days is the nearest, then the first of
// the catalogue. nil where there is none.
func (c *Catalogue) Before(p *Period) *Period {
	var before *Period
	for _, q := range c.Periods {
		if !q.end().Equal(p.From) || q.length() != p.length() {
			continue
		}
		if before == nil || apart(q.days(), p.days()) < apart(before.days(), p.days()) {
			before = q
		}
	}
	return before
}

// YearBefore gives the period with the same days a year earlier, nil where there is none. A period longer than a year has none.
func (c *Catalogue) YearBefore(p *Period) *Period {
	for _, q := range c.Periods {
		if q.From.Equal(p.From.AddDate(-1, 0, 0)) && q.end().Equal(p.end().AddDate(-1, 0, 0)) && q.To.Before(p.From) {
			return q
		}
	}
	return nil
}

const monthsOfYear = 12

// longerThanYear is the length of all periods of more than a year: terms of two and of five years follow each other.
const longerThanYear = 13

// length is the number of whole months from the first day on.
func (p *Period) length() int {
	months := 0
	for months < longerThanYear && !p.From.AddDate(0, months+1, 0).After(p.end()) {
		months++
	}
	return months
}

// end is the day behind the last.
func (p *Period) end() time.Time { return p.To.AddDate(0, 0, 1) }

func (p *Period) days() int { return int(p.end().Sub(p.From).Hours() / 24) }

func apart(a, b int) int { return max(a-b, b-a) }

// gapsIn gives the stretches of days of a period that none of its sub-periods covers, as periods without a code.
func gapsIn(p *Period, parts []*Period) []*Period {
	var gaps []*Period
	from := p.From
	add := func(to time.Time) {
		if !to.Before(from) {
			gaps = append(gaps, &Period{Name: shortDay(from) + " – " + shortDay(to), From: from, To: to, Within: p.Code, Pos: p.Pos})
		}
	}
	for _, part := range parts {
		add(part.From.AddDate(0, 0, -1))
		from = part.end()
	}
	add(p.To)
	return gaps
}

// isNamed reports whether a word is the code of the period.
func (p *Period) isNamed(code string) bool { return vntext.Key(p.Code) == vntext.Key(code) }
