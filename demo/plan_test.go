package demo

import (
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/sheets"
)

func plan(t *testing.T, chapters int) *Plan {
	t.Helper()
	p, err := NewPlan(chapters)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func (p *Plan) amount(u *sheets.Unit, code sheets.Code) int64 {
	v := view{p, u}.Value(string(code))
	if v.Kind != figure.Number {
		return 0
	}
	return v.Rat.Num().Int64()
}

// What the report says about single units, beside its totals.
func TestUnitsAreAsTheReportSays(t *testing.T) {
	p := plan(t, 0)
	mixed := 0
	for _, u := range p.Catalogue.Units.Units {
		switch u.Level {
		case levelDistrict:
			groups, chapters := p.amount(u, "tc_dc_chi_hoi"), p.amount(u, "tc_dc_chi_doan")
			if groups+chapters != 2 {
				t.Errorf("%s: %d + %d organisations of workers", u.Name, groups, chapters)
			}
			mixed += int(chapters)
			if p.amount(u, "mt_cuoc") < 1 {
				t.Errorf("%s has no meeting", u.Name)
			}
		case levelAttached:
			if p.amount(u, "mt_cuoc") < 1 {
				t.Errorf("%s has no meeting", u.Name)
			}
		case levelCommune:
			if p.amount(u, "mt_doi") != 1 || p.amount(u, "mt_doi_tv") < 3 || p.amount(u, "mt_giup_do") < 1 {
				t.Errorf("%s: no team, or nobody helped", u.Name)
			}
			if p.Answers(u)["mt_duy_tri"].Text != "có" {
				t.Errorf("%s does not help", u.Name)
			}
		}
	}
	if mixed != 1 {
		t.Errorf("%d districts with one group and one chapter", mixed)
	}
}

func TestEveryFigureHasItsFact(t *testing.T) {
	p := plan(t, 0)
	for _, ind := range p.Catalogue.Submitted() {
		if p.bySlot[ind.Slot] == nil {
			t.Errorf("%s has no row in the facts", ind.Code)
		}
	}
	seen := make(map[sheets.Code]bool)
	for _, f := range p.facts {
		if ind := p.Catalogue.Indicator(f.code); ind == nil || seen[f.code] {
			t.Errorf("%s: no figure of the catalogue, or there twice", f.code)
		}
		for _, e := range []*formula.Expr{f.each, f.district, f.weight, f.low, f.high} {
			for _, name := range e.Names() {
				if name != sizeName && !seen[sheets.Code(name)] {
					t.Errorf("%s refers to %s, which is not above it", f.code, name)
				}
			}
		}
		seen[f.code] = true
	}
}

func TestChapters(t *testing.T) {
	base, full := plan(t, 0), plan(t, 120)
	count := 0
	for _, u := range full.Catalogue.Units.Units {
		if u.Level != levelCommune {
			continue
		}
		names := make(map[string]bool)
		for _, chapter := range u.Below() {
			count++
			if chapter.Level != levelChapter || names[chapter.Name] || !strings.HasPrefix(string(chapter.Code), string(u.Code)+"-c") {
				t.Errorf("%s %s below %s", chapter.Code, chapter.Name, u.Name)
			}
			names[chapter.Name] = true
			if full.amount(chapter, "tc_doan_vien") < 3 {
				t.Errorf("%s has fewer than three members", chapter.Code)
			}
		}
		same := base.Catalogue.Units.Unit(u.Code)
		for _, code := range []sheets.Code{"tc_doan_vien", "xd_dvut", "tn_qua_cs_tien", "mt_luot"} {
			got := full.amount(u, code)
			for _, chapter := range u.Below() {
				got += full.amount(chapter, code)
			}
			if want := base.amount(same, code); got != want {
				t.Errorf("%s %s: %d with chapters, %d without", u.Code, code, got, want)
			}
		}
	}
	if count != 120 {
		t.Errorf("%d chapters", count)
	}
}

func TestRoomForTenThousandChapters(t *testing.T) {
	p := plan(t, 0)
	chapters, err := p.place(10_000)
	if err != nil || len(chapters) != 10_000 {
		t.Errorf("%d chapters: %v", len(chapters), err)
	}
	_, err = p.place(1_000_000)
	if text := lang.Text(err, lang.Vi); !strings.Contains(text, "1000000") {
		t.Errorf("a million chapters: %q", text)
	}
	if err := Write(t.TempDir(), Options{Chapters: -1}); err == nil {
		t.Error("a negative number of chapters")
	}
}

func TestDatesAreInTime(t *testing.T) {
	p := plan(t, 0)
	days := make(map[string]bool)
	for _, u := range p.Expect.Reporting {
		day := p.Date(u)
		if day.After(p.Period.Deadline) || day.Before(p.Period.From) {
			t.Errorf("%s: %s", u.Code, day)
		}
		days[day.String()] = true
	}
	if len(days) < 5 {
		t.Errorf("only %d different days", len(days))
	}
}
