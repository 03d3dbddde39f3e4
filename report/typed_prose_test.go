package report

import (
	"testing"

	"tonghop/sheets"
)

// A number that was typed beside the name of a figure is told where the data say another one, in the texts that tell what was done.
func TestTypedProse(t *testing.T) {
	p := newProvince(t)
	if found := TypedProse(p.result()); len(found) != 0 {
		t.Fatalf("the model report has typed numbers that differ: %v", found[0].Message)
	}
	words := Labels(p.result(), Options{})
	name := ""
	for _, l := range words {
		if l.Key == "xd_dvut" {
			name = l.Words
		}
	}
	p.catalogue.Prose = append(p.catalogue.Prose,
		sheets.Prose{Text: "Kết quả: " + name + ": 1.790.", Pos: sheets.Pos{Row: 7}},
		sheets.Prose{Text: name + ": 1.805; " + name + ": {{xd_dvut}}.", Pos: sheets.Pos{Row: 8}},
		sheets.Prose{Text: name + ": 1.790.", Pos: sheets.Pos{Row: 9}, Loop: "phan"}, // a plan
	)
	found := TypedProse(p.result())
	if len(found) != 1 || found[0].Pos.Row != 7 || found[0].Raw != "1.790" || !found[0].Catalogue {
		t.Errorf("%q: %+v", name, found)
	}
}
