package report

import (
	"testing"

	"tonghop/figure"
	"tonghop/sheets"
)

// What a unit is asked for is what the letters ask for, and its doubts where there is no letter; what was accepted is asked for no more.
func TestWhatUnitsAreAskedFor(t *testing.T) {
	p, findings := lettered(t)
	all := AskedOf(p.catalogue, p.batch, findings)
	if len(all) != len(p.batch.Expect.Reporting) {
		t.Fatalf("%d units of %d", len(all), len(p.batch.Expect.Reporting))
	}
	want := map[sheets.UnitCode]struct {
		state    LetterState
		requests int
	}{"x1": {NotSubmitted, 0}, "x2": {ToChoose, 0}, "x3": {ToMend, 3}, "x4": {ToMend, 1}}
	for i := range all {
		a := &all[i]
		w, wanted := want[a.Unit.Code]
		if a.Nothing() == wanted || a.State != w.state && wanted || len(a.Requests) != w.requests {
			t.Errorf("%s: state %d, %d requests, nothing %v", a.Unit.Code, a.State, len(a.Requests), a.Nothing())
		}
	}
	for i := range findings {
		findings[i].Severity = figure.Note
	}
	asked := 0
	for _, a := range AskedOf(p.catalogue, p.batch, findings) {
		if !a.Nothing() {
			asked++
		}
	}
	if asked != 1 { // x2 waits for a choice, which nobody can accept away
		t.Errorf("%d units are still asked for something", asked)
	}
}
