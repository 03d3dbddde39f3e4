package check

import (
	"slices"
	"testing"

	"tonghop/figure"
	"tonghop/sheets"
)

// What the office sets in the sheet Thông tin is the severity of everything that a check or reading finds; a check that is off finds nothing.
func TestSeveritiesOfTheCatalogue(t *testing.T) {
	for _, tt := range []struct {
		name, key, value string
		form             filled
		want             []string
	}{
		{"as usual", "", "", good("x1").with("kn", nil), []string{"so-lieu-thieu error x1 kn E12"}},
		{"of a check", "muc.so-lieu-thieu", "cảnh báo", good("x1").with("kn", nil), []string{"so-lieu-thieu warning x1 kn E12"}},
		{"of what reading finds", "muc.so-lieu-sai-kieu", "lưu ý", good("x1").with("kn", "hàng chục"), []string{"so-lieu-sai-kieu note x1 kn E12"}},
		{"of another check", "muc.so-lieu-sai-kieu", "lưu ý", good("x1").with("kn", nil), []string{"so-lieu-thieu error x1 kn E12"}},
		{"rules have their own", "muc.quy-tac", "lưu ý", good("x1").with("xs", 96), []string{"qt-xs error x1 xs E13"}},
		{"never off", "muc.so-lieu-thieu", "tắt", good("x1").with("kn", nil), []string{"so-lieu-thieu error x1 kn E12"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := office(t, nil)
			c.Settings = append(c.Settings, sheets.Setting{Key: tt.key, Value: tt.value})
			sent := everybody()
			sent["x1"] = tt.form
			r := Run(c, received(t, c, sent, onTime))
			if got := listed(r.Findings); !slices.Equal(got, tt.want) {
				t.Errorf("findings %q, want %q", got, tt.want)
			}
		})
	}
	c := office(t, nil)
	c.Settings = append(c.Settings, sheets.Setting{Key: "muc.nop-muon", Value: "tắt"})
	if r := Run(c, received(t, c, everybody(), onTime.AddDate(0, 0, 3))); len(r.Findings) > 0 || r.Rates.OnTime.Have != 0 {
		t.Errorf("findings %q, on time %v: the check is off, and the unit still late", listed(r.Findings), r.Rates.OnTime)
	}
}

// Checks that warn or note may be turned off, those that find errors may not, and what reading found is always told.
func TestWhatMayBeOff(t *testing.T) {
	for _, check := range own {
		if got, want := sheets.MayBeOff(check.Code), check.Severity < figure.Error; got != want {
			t.Errorf("%s, usually %s: may be off %v", check.Code, check.Severity, got)
		}
	}
	for _, notice := range sheets.Notices() {
		if sheets.MayBeOff(notice.Code) {
			t.Errorf("%s is a notice of reading and may be off", notice.Code)
		}
	}
}
