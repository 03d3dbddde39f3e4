package report

import (
	"testing"

	"tonghop/sheets"
	"tonghop/templates"
)

// Numbers that somebody typed beside the name of a figure are compared with what documents print.
func TestLabels(t *testing.T) {
	p := newProvince(t)
	labels := Labels(p.result(), Options{})
	seen := make(map[string]templates.Label)
	for _, l := range labels {
		if l.Words == "" || len(l.Texts) == 0 || l.Texts[0] == "" {
			t.Errorf("%+v says nothing", l)
		}
		seen[l.Key] = l
	}
	if l := seen["xd_dvut"]; l.Texts[0] != "1.805" || l.Words != p.catalogue.Indicator("xd_dvut").Name {
		t.Errorf("%+v", l)
	}
	for _, ind := range p.catalogue.Indicators {
		if _, ok := seen[string(ind.Code)]; ok && ind.Kind == sheets.Words {
			t.Errorf("%s is a text and no number", ind.Code)
		}
	}
}
