package report

import (
	"testing"

	"tonghop/templates"
)

// Every figure of the built-in report is found again by its key, also in loops inside of loops, and says what was printed.
func TestFiguresAreFoundAgain(t *testing.T) {
	p := newProvince(t)
	p.drop("x5")
	result := remediation(t, p)
	d, err := templates.Open("khac-phuc.docx", result.Document)
	if err != nil {
		t.Fatal(err)
	}
	lines := d.Compare(p.data())
	if len(lines) < 50 || len(lines) != len(result.Figures) {
		t.Errorf("%d figures were printed and %d are compared", len(result.Figures), len(lines))
	}
	for _, l := range lines {
		if l.State != templates.Equal || l.Contradiction {
			t.Errorf("%s, %s is %s: printed %q, shown %q, now %q", l.Place, l.Figure.Reference(), l.State, l.Printed, l.Shown, l.Now)
		}
	}
}
