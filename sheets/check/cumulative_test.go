package check

import (
	"strings"
	"testing"

	"tonghop/formula"
)

// A rule over cumulative figures compares with the unit's own forms from the start of the year on, and is not checkable while one of them is missing.
func TestRuleOverCumulativeFigures(t *testing.T) {
	c := quarterly(t)
	right, faults := formula.Parse("luy_ke(kn)")
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	c.Rules[1].Right = right // dv <= luy_ke(kn)
	for _, tt := range []struct {
		name string
		sent map[string]filled
		want string // what dv is compared with in Q2
	}{
		{"both quarters", map[string]filled{"Q1 x1": {"dv": 1, "kn": 3}, "Q2 x1": {"dv": 9, "kn": 4}}, "luy_ke(kn) là 7"},
		{"enough", map[string]filled{"Q1 x1": {"dv": 1, "kn": 3}, "Q2 x1": {"dv": 7, "kn": 4}}, ""},
		{"the first is missing", map[string]filled{"Q2 x1": {"dv": 9, "kn": 4}}, ""},
		{"the first is blank", map[string]filled{"Q1 x1": {"dv": 1}, "Q2 x1": {"dv": 9, "kn": 4}}, ""},
	} {
		got := ""
		for _, f := range Run(c, sentFor(t, c, tt.sent)).Findings {
			if f.Code == c.Rules[1].Code && f.Unit == "x1" && f.Period == "Q2" {
				got = f.Message.Error()
			}
		}
		if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q does not say %q", tt.name, got, tt.want)
		}
	}
}
