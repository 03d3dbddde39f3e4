package report

import (
	"time"

	"tonghop/figure"
	"tonghop/sheets"
)

// Asked is what a unit is asked for after a check, in the words for the unit, always in Vietnamese.
type Asked struct {
	Unit  *sheets.Unit
	State LetterState

	// Due is the deadline of the unit, with the extension that the office granted; zero: none was set.
	Due time.Time

	// Lacking are the sub-periods, where the period has such, for which no report that can be used is there. A report of which the office accepted
	// that it is missing is not asked for.
	Lacking []*sheets.Period

	// Requests are what the unit has to mend or to look at again in what it sent, in the order of findings.
	Requests []Request
}

// Nothing reports whether the unit is asked for nothing.
func (a *Asked) Nothing() bool {
	return a.State == ToMend && len(a.Lacking)+len(a.Requests) == 0
}

// Errors counts the requests that are errors; the others are doubts.
func (a *Asked) Errors() int {
	n := 0
	for _, request := range a.Requests {
		if request.Finding.Severity == figure.Error {
			n++
		}
	}
	return n
}

// AskedOf gives what every unit that must submit is asked for, in the order of the registry. findings are those of the checks. It says what the letters
// and the marked copies say, and for doubts alone too, for which no letter is written.
func AskedOf(c *sheets.Catalogue, b *sheets.Batch, findings []sheets.Finding) []Asked {
	byUnit := make(map[sheets.UnitCode][]sheets.Finding)
	for _, f := range findings {
		byUnit[f.Unit] = append(byUnit[f.Unit], f)
	}
	asked := make([]Asked, 0, len(b.Expect.Reporting))
	for _, u := range b.Expect.Reporting {
		l := &Letter{Unit: u}
		l.look(b, excused(b, byUnit[u.Code]))
		asked = append(asked, Asked{Unit: u, State: l.State, Due: dueOf(c, b.Period, u), Lacking: l.Lacking, Requests: Requests(c, b, u, byUnit[u.Code])})
	}
	return asked
}
