package out

import (
	"testing"

	"tonghop/figure"
	"tonghop/sheets"
	"tonghop/sheets/check"
)

// The numbers of an upper unit are those of all below it: the root's are the sum over the districts, where no report lies between.
func TestUppersCountAllBelow(t *testing.T) {
	r := pageRun(t, 34, 3)
	uppers := r.uppers()
	if len(uppers) != 5 || uppers[0].unit != r.Catalogue.Units.Root {
		t.Fatalf("%d upper units", len(uppers))
	}
	var below int
	var findings [figure.Error + 1]int
	for _, u := range uppers[1:] {
		below += len(u.below)
		for severity, n := range u.findings {
			findings[severity] += n
		}
		if sum := u.with(check.Complete) + u.with(check.Incomplete) + u.with(check.Missing) + u.with(check.InQuestion); sum != len(u.below) || u.depth != 1 {
			t.Errorf("%s: %d of %d units have a state, depth %d", u.unit.Code, sum, len(u.below), u.depth)
		}
	}
	if root := uppers[0]; below != 34 || len(root.below) != 34 || findings != root.findings || findings != [figure.Error + 1]int{figure.Note: 34, figure.Warning: 34, figure.Error: 34} {
		t.Errorf("the root has %d units and %v findings, the districts %d and %v", len(root.below), root.findings, below, findings)
	}
}

// Over sub-periods the reports are counted, as in the rates.
func TestUppersCountReports(t *testing.T) {
	r := pageRun(t, 1, 0)
	month := &sheets.Period{Code: "t1", Name: "Tháng 1"}
	r.Check.Units[0].Reports = []check.UnitStatus{{Status: check.Missing, Period: month}, {Status: check.Missing, Period: month}, {Status: check.Complete, Period: month}}
	if u := r.uppers()[1]; u.with(check.Missing) != 2 || u.with(check.Complete) != 1 {
		t.Errorf("%d missing, %d complete", u.with(check.Missing), u.with(check.Complete))
	}
}
