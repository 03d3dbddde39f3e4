package report

import (
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/templates"
)

// Every figure of the built-in report leads to what it was worked out from, with the value that it has there.
func TestSources(t *testing.T) {
	p := newProvince(t)
	result := remediation(t, p)
	indicators := 0
	for _, f := range result.Figures {
		sources, ok := Sources(p.data(), f)
		if !ok || len(sources) == 0 {
			t.Errorf("%s comes from nowhere", f.Reference())
		}
		for _, s := range sources {
			if s.Indicator == nil {
				continue
			}
			indicators++
			if s.Unit == nil || s.In == nil {
				t.Errorf("%s: %s cannot be traced on", f.Reference(), s.Name)
				continue
			}
			trace := s.In.Trace(s.Unit, s.Indicator)
			if got, want := figure.Plain(trace.Total.Value), figure.Plain(s.Value); got != want {
				t.Errorf("%s: %s is %s, and its trace leads to %s", f.Reference(), s.Name, want, got)
			}
			if len(trace.Parts)+len(trace.Operands) == 0 {
				t.Errorf("%s: nothing stands behind %s", f.Reference(), s.Name)
			}
		}
	}
	if indicators < 100 {
		t.Errorf("only %d figures were traced on", indicators)
	}
}

// A figure of a unit's row is that unit's; one whose row is gone is not traced to another one.
func TestSourcesOfRows(t *testing.T) {
	p := newProvince(t)
	made, faults, err := templates.Compile("mau.docx", typedParagraph(t, "{{#cac_don_vi}}{{ten}} {{xd_dvut}}; {{/cac_don_vi}}"))
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	result, err := made.Render(p.data(), templates.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Figures) < 3 {
		t.Fatalf("%d figures", len(result.Figures))
	}
	for _, f := range result.Figures {
		sources, ok := Sources(p.data(), f)
		if !ok || len(sources) != 1 || !strings.Contains(f.Key, "["+string(sources[0].Unit.Code)+"]") {
			t.Errorf("%s comes from %v", f.Key, sources)
		}
		f.Path[0].Row = "khong_co"
		if _, ok := Sources(p.data(), f); ok {
			t.Errorf("%s is traced although its row is gone", f.Key)
		}
	}
}
