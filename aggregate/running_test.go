package aggregate

import (
	"strings"
	"testing"
)

// Who says in a later form what a figure had come to stands behind a formula over it for the form that is missing too.
func TestCoverageOfFormulaOverRunningFigure(t *testing.T) {
	c := office(t, term+units+strings.Replace(periodFigures, "f_bq |", "f_luy | Lượt | | công thức | | | | | luy + 1\nf_bq |", 1))
	r := Build(c, composed(t, c, "2021-2 x1: luy=12 cuoc=1\n2021-1 x2: luy=3\n"), nil, Options{})
	if got := total(r.Parts[2], "x1", "f_luy"); got != "13 (2/2)" {
		t.Errorf("caught up: %s", got)
	}
	if got := total(r.Parts[2], "x2", "f_luy"); got != "4 (1/2)" {
		t.Errorf("the later form is missing: %s", got)
	}
}
