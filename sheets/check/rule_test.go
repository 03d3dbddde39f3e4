package check

import (
	"math/big"
	"strings"
	"testing"

	"tonghop/formula"
)

// Every relation of a rule, with and without tolerance, over the figures of one form.
func TestRelations(t *testing.T) {
	const header = "Mã|Mô tả|Vế trái|Phép|Vế phải|Sai số|Nếu thiếu|Mức|Áp dụng cho|Hướng dẫn"
	cases := []struct {
		left, relation, right, tolerance, missing string
		want                                      result
	}{
		{"dv", "=", "100", "", "", held}, {"dv", "=", "99", "", "", broken}, {"dv", "=", "99", "1", "", held},
		{"dv", "<>", "99", "", "", held}, {"dv", "<>", "100", "", "", broken},
		{"dv", "<", "100", "", "", broken}, {"dv", "<", "101", "", "", held},
		{"dv", "<=", "100", "", "", held}, {"dv", "<=", "98", "1", "", broken}, {"dv", "<=", "98", "2", "", held},
		{"dv", ">", "100", "", "", broken}, {"dv", ">=", "102", "1", "", broken}, {"dv", ">=", "102", "2", "", held},
		{"kn", "cùng có", "dv", "", "", held}, {"kn - 10", "cùng có", "dv", "", "", broken}, {"kn - 10", "cùng có", "dv - 100", "", "", held},
		{"kn - 10", "cùng bằng 0", "dv", "", "", broken}, {"kn - 10", "cùng bằng 0", "dv - 100", "", "", held},
		{"mh", "=", "có", "", "", held}, {"mh", "cùng có", "dv", "", "", held},
		{"tien / (kn - 10)", "<=", "5", "", "", notCheckable},
		{"xs", "<=", "5", "", "", notCheckable}, {"xs", "<=", "5", "", "coi là 0", held}, {"dv + xs", "=", "100", "", "coi là 0", held},
		{"xs", "<=", "5", "", "là lỗi", notCheckable},
		{"dv", ">=", "so_thang()", "", "", held}, {"dv", ">=", "ky.nam", "", "", broken}, {"dem_don_vi(dv >= 1)", "=", "1", "", "", held},
		{"f_bq", "=", "100000", "", "", held}, {"f_bq * qua", "=", "tien", "", "", held},
	}
	rows := [][]string{strings.Split(header, "|")}
	for i, tt := range cases {
		rows = append(rows, []string{"qt-" + strings.Repeat("a", i+1), "Quy tắc thử", tt.left, tt.relation, tt.right, tt.tolerance, tt.missing, "", "xã", ""})
	}
	c := office(t, map[string][][]string{"Quy tắc": rows})
	sent := everybody()
	sent["x1"] = good("x1").with("xs", nil)
	e := newExaminer(c, received(t, c, sent, onTime))
	v := e.examine(c.Units.Unit("x1"))
	if len(v.results) != len(cases) {
		t.Fatalf("%d rules, want %d", len(v.results), len(cases))
	}
	for i, tt := range cases {
		if v.results[i] != tt.want {
			t.Errorf("%s %s %s (sai số %q, thiếu %q): %d, want %d", tt.left, tt.relation, tt.right, tt.tolerance, tt.missing, v.results[i], tt.want)
		}
	}
}

// A tolerance makes a comparison more lenient, never stricter; “khác” is the opposite of “bằng”.
func TestTolerance(t *testing.T) {
	for a := int64(-3); a <= 3; a++ {
		left, right := big.NewRat(a, 2), big.NewRat(0, 1)
		for size := range int64(4) {
			tolerance := big.NewRat(size, 2)
			for _, op := range []formula.Op{formula.Equal, formula.LessEqual, formula.GreaterEqual} {
				exact := within(left, right, op, new(big.Rat))
				if lenient := within(left, right, op, tolerance); exact && !lenient {
					t.Errorf("%s %v 0 fails with tolerance %s", left, op, tolerance)
				}
			}
			if within(left, right, formula.Equal, tolerance) == within(left, right, formula.Unequal, tolerance) {
				t.Errorf("%s is and is not 0 within %s", left, tolerance)
			}
		}
	}
}

// A threshold may be named in a rule; without one the rule cannot be judged.
func TestThresholdInRule(t *testing.T) {
	rows := [][]string{
		{"Mã", "Mô tả", "Vế trái", "Phép", "Vế phải"}, {"qt-a", "Một", "dv", ">=", `nguong("CT-1")`}, {"qt-b", "Hai", "dv", ">=", `nguong("CT-2.a")`},
	}
	targets := [][]string{
		{"Mã", "Phần", "Nội dung", "Biểu thức", "So sánh", "Ngưỡng"}, {"CT-1", "", "Một", "dv", ">=", "200"}, {"CT-2", "a", "Hai", "dv", ">=", ""},
	}
	c := office(t, map[string][][]string{"Quy tắc": rows, "Chỉ tiêu": targets})
	r := Run(c, received(t, c, everybody(), onTime))
	if r.Rules[0].Broken != 4 || r.Rules[1].NotCheckable != 4 {
		t.Errorf("rules %+v", r.Rules)
	}
	if text := r.Findings[0].Message.Error(); !strings.Contains(text, `nguong("CT-1") là 200`) {
		t.Errorf("it says %q", text)
	}
}
