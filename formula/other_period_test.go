package formula_test

import (
	"fmt"
	"testing"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
)

// In implements formula.Timed.
func (w *world) In(function string) (formula.Env, string) {
	other, known := w.others[function]
	switch {
	case !known:
		return nil, ""
	case other == nil:
		return nil, "Năm 2019"
	}
	return other, "Năm 2020"
}

func TestOtherPeriod(t *testing.T) {
	before := &world{
		figures: map[string]figure.Value{"a": figure.Int(4).Covered(3, 5), "b": figure.MissingOf("b"), "c": figure.Int(0), "kad": notApplicable},
		below:   []*world{{level: "xa", figures: map[string]figure.Value{"a": figure.Int(1)}}, {level: "xa", figures: map[string]figure.Value{"a": figure.Int(3)}}},
		others:  map[string]*world{formula.LastPeriod: {figures: map[string]figure.Value{"a": figure.Int(2)}}, formula.Cumulative: {figures: map[string]figure.Value{"a": figure.Int(9)}}},
	}
	w := &world{
		figures: map[string]figure.Value{"a": figure.Int(6).Covered(5, 5), "b": figure.Int(1)},
		others:  map[string]*world{formula.LastPeriod: before, formula.LastYear: nil},
	}
	for _, tt := range []struct{ src, want string }{
		{"ky_truoc(a)", "4 [3/5]"},
		{"a - ky_truoc(a)", "2 [3/5]"}, // as far as the less covered of both
		{"last_period(a + 1)", "5 [3/5]"},
		{"a > ky_truoc(a)", "true [3/5]"},
		{"b + ky_truoc(b)", "missing: Năm 2020: b"},
		{"ky_truoc(a / c)", "missing: Năm 2020: c (bằng 0 nên không chia được)"},
		{"ky_truoc(kad)", "not applicable"},
		{"ky_truoc(dem_don_vi(a >= 2; xa))", "1 [2/2]"},
		{"ky_truoc(ky_truoc(a))", "2"},
		{"cung_ky(a)", "missing: cung_ky(a): Năm 2019 (chưa có biểu mẫu nào của kỳ đó)"},
		{"ky_truoc(cung_ky(a))", "missing: Năm 2020: cung_ky(a) (danh mục không có kỳ đó)"},
		{"neu(thieu(cung_ky(a)); 1; 2)", "1"},
		{"luy_ke(a)", "missing: luy_ke(a) (danh mục chưa xếp kỳ này vào một năm ở cột Thuộc kỳ)"},
		{"ky_truoc(luy_ke(a))", "9"},
	} {
		if got := show(eval(t, tt.src, w)); got != tt.want {
			t.Errorf("%s = %s, want %s", tt.src, got, tt.want)
		}
	}
	// An Env that knows no other periods.
	if got := show(eval(t, "ky_truoc(a)", struct{ formula.Env }{w})); got != "missing: ky_truoc(a) (danh mục không có kỳ đó)" {
		t.Errorf("without other periods: %s", got)
	}
}

func TestGapsOfOtherPeriods(t *testing.T) {
	for gap, want := range map[string]string{
		"cung_ky(a): Năm 2019 (chưa có biểu mẫu nào của kỳ đó)":           "cung_ky(a): Năm 2019 (no form of that period is there)",
		"ky_truoc(a) (danh mục không có kỳ đó)":                           "ky_truoc(a) (the catalogue has no such period)",
		"Năm 2020: c (bằng 0 nên không chia được)":                        "Năm 2020: c (is 0 and cannot divide)",
		"luy_ke(a) (danh mục chưa xếp kỳ này vào một năm ở cột Thuộc kỳ)": "luy_ke(a) (the column Thuộc kỳ of the catalogue puts this period into no year)",
		"x (không gộp số của các kỳ)":                                     "x (is not put together over periods)",
	} {
		if got := formula.GapText(gap).In(lang.En); got != want {
			t.Errorf("%q: got %q", gap, got)
		}
	}
}

func TestShifts(t *testing.T) {
	e, faults := formula.Parse("a / so_thang() - ky_truoc(b + cung_ky(c) / so_thang()) + neu(b > 0; cung_ky(d); A)")
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	var shifts []string
	for _, s := range e.Shifts() {
		shifts = append(shifts, s.Call.String())
	}
	names, uses := e.Now()
	got := fmt.Sprint(names, uses, shifts)
	if want := "[a b] [{so_thang []} {ky_truoc []} {neu []} {cung_ky []}] [ky_truoc(b + cung_ky(c) / so_thang()) cung_ky(d)]"; got != want {
		t.Errorf("got %s", got)
	}
	var none *formula.Expr
	if names, uses := none.Now(); names != nil || uses != nil || none.Shifts() != nil {
		t.Error("no expression has names")
	}
}
