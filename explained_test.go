package main

import (
	"testing"

	"tonghop/lang"
)

// Every entry says something in both languages, and every check code is explained once.
func TestEverythingIsExplained(t *testing.T) {
	c, err := starterCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	codes := make(map[string]string)
	for _, source := range explainedSources() {
		if source.kind.Vi == "" || source.kind.En == "" || source.kind.Vi == source.kind.En {
			t.Errorf("the kind %q is not named in both languages", source.kind.Vi)
		}
		entries := source.entries(c)
		if len(entries) == 0 && source.kind.En != "shortcoming" { // the starter catalogue has none
			t.Errorf("%s: nothing is explained", source.kind.Vi)
		}
		for _, e := range entries {
			for _, l := range []lang.Lang{lang.Vi, lang.En} {
				if e.Code == "" || e.Title.In(l) == "" {
					t.Errorf("%s %q has no title", source.kind.Vi, e.Code)
				}
			}
			if source.kind.En == "check" || source.kind.En == "fault of the catalogue" {
				if codes[e.Code] != "" {
					t.Errorf("%s is a %s and a %s", e.Code, codes[e.Code], source.kind.En)
				}
				codes[e.Code] = source.kind.En
			}
		}
	}
	if codes["so-lieu-thieu"] == "" || codes["danh-muc-vong"] == "" || codes["chi-tieu-thieu-ly-do"] == "" {
		t.Error("a code of the three packages that find things is not explained")
	}
}

func TestBareCode(t *testing.T) {
	tests := map[string]string{"[le-trang]": "le-trang", "{{#khuyet_diem}}": "khuyet_diem", "| chu": "chu", "max(…)": "max", "  xd_dvut ": "xd_dvut", "": "", "(": "("}
	for typed, want := range tests {
		if got := bareCode(typed); got != want {
			t.Errorf("%q became %q, want %q", typed, got, want)
		}
	}
}
