package formula

import "testing"

func TestKeepsMeasure(t *testing.T) {
	for src, want := range map[string]bool{
		"a": true, "a + b": true, "a - 2000": true, "-a / 2": true, "2 * (a - b)": true, "lon_nhat(a; b; 0)": true, "lam_tron(a; 0)": true, "neu(a > 3; a; b)": true,
		"tri_tuyet_doi(a - b)": true, "a - ky_truoc(a)": true, "ky_truoc(a / b)": false, "a / cung_ky(a) - 1": false, "a / b": false, "a * b": false, "2 / a": false, "a > 3": false, "thieu(a)": false, "dem_don_vi(a > 1)": false, "so_thang()": false,
		"5": false, `"x"`: false, "neu(a > 3; a / b; 0)": false, "a + so_don_vi()": false, `nguong("X.a")`: false,
	} {
		e, faults := Parse(src)
		if len(faults) > 0 {
			t.Fatal(src, faults)
		}
		if e.KeepsMeasure() != want {
			t.Errorf("%s: %v", src, !want)
		}
	}
	if (*Expr)(nil).KeepsMeasure() {
		t.Error("nothing has a measure")
	}
}
