package formula

import "testing"

func TestSum(t *testing.T) {
	for text, want := range map[string]string{
		"a": "1 a ", "-a": "-1 a ", "a + b": "1 a 1 b ", "a - b": "1 a -1 b ", "a - (b - c)": "1 a -1 b 1 c ", "2 * a": "2 a ",
		"a * 3 / 4": "3/4 a ", "(a + b) / 1000": "1/1000 a 1/1000 b ", "-2 * (a - -b)": "-2 a -2 b ", "a * -1": "-1 a ", "a * 50%": "1/2 a ",
		"a + a": "1 a 1 a ",
		"1":     "", "a + 1": "", "a * b": "", "a / b": "", "1 / a": "", "a / 0": "", "a > b": "", "có": "", "không phải a": "", "a và b": "",
		"lon_nhat(a; b)": "", "nho_nhat(a; b)": "", "neu(a > 0; a; b)": "", "lam_tron(a; 0)": "", "tri_tuyet_doi(a)": "", "a + lon_nhat(a; b)": "",
		"a / so_thang()": "", "a * nguong(x)": "", "dem_don_vi(a > 0; xa)": "",
	} {
		e, faults := Parse(text)
		if len(faults) > 0 {
			t.Fatalf("%s: %v", text, faults)
		}
		terms, ok := e.Sum()
		got := ""
		for _, term := range terms {
			got += term.Factor.RatString() + " " + term.Name + " "
		}
		if ok != (want != "") || ok && got != want {
			t.Errorf("%s: got %q, %v", text, got, ok)
		}
	}
	if _, ok := (*Expr)(nil).Sum(); ok {
		t.Error("no expression is no sum")
	}
}
