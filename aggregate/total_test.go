package aggregate

import (
	"fmt"
	"testing"

	"tonghop/figure"
	"tonghop/sheets"
)

func TestRollups(t *testing.T) {
	tests := []struct {
		name, kind, rollup string
		x1, x2, x3, tt     string // "" where the unit sent nothing
		root, h1           string
	}{
		{"sum", "số đếm", "", "5", "7", "0", "1", "13 (4/4)", "12 (2/2)"},
		{"sum of money", "tiền", "tổng", "13600000", "0", "1", "-", "13600001 (3/4)", "13600000 (2/2)"},
		{"sum of decimals", "thập phân", "tổng", "0.5", "1/3", "-", "-", "5/6 (2/4)", "5/6 (2/2)"},
		{"beyond a machine word", "số đếm", "tổng", "9223372036854775807", "9223372036854775807", "9223372036854775807", "1",
			"27670116110564327422 (4/4)", "18446744073709551614 (2/2)"},
		{"nobody gave anything", "số đếm", "", "", "", "", "", "missing a (0/4)", "missing a (0/2)"},
		{"blank, unreadable and not sent are no zero", "số đếm", "", "-", "?", "", "", "missing a (0/4)", "missing a (0/2)"},
		{"zero is an answer", "số đếm", "", "0", "0", "0", "0", "0 (4/4)", "0 (2/2)"},
		{"partial", "số đếm", "", "5", "?", "", "2", "7 (2/4)", "5 (1/2)"},
		{"không áp dụng leaves the expected", "số đếm", "", "5", "kad", "kad", "", "5 (1/2)", "5 (1/1)"},
		{"không áp dụng for all", "số đếm", "", "kad", "kad", "kad", "kad", "kad (0/0)", "kad (0/0)"},
		{"không áp dụng or not sent", "số đếm", "", "kad", "", "kad", "kad", "missing a (0/1)", "missing a (0/1)"},
		{"largest", "số đếm", "lớn nhất", "5", "7", "0", "-", "7 (3/4)", "7 (2/2)"},
		{"smallest", "tồn", "nhỏ nhất", "5", "7", "3", "9", "3 (4/4)", "5 (2/2)"},
		{"mean over those who gave", "số đếm", "bình quân", "1", "2", "", "4", "7/3 (3/4)", "3/2 (2/2)"},
		{"mean of shares", "tỷ lệ", "bình quân", "50%", "100%", "-", "-", "3/4 (2/4)", "3/4 (2/2)"},
		{"ratios sum their terms", "tỷ số", "tổng", "1/2", "9/10", "0/0", "-", "10:12 (3/4)", "10:12 (2/2)"},
		{"ratio without denominator", "tỷ số", "tổng", "0/0", "0/0", "-", "-", "missing a (2/4)", "missing a (2/2)"},
		{"last day", "ngày", "lớn nhất", "44197", "44198", "44196", "-", "2021-01-02 (3/4)", "2021-01-02 (2/2)"},
		{"yes answers", "có/không", "đếm đơn vị", "có", "không", "có", "-", "2 (3/4)", "1 (2/2)"},
		{"a sum of yes answers", "có/không", "", "không", "không", "", "", "0 (2/4)", "0 (2/2)"},
		{"units that gave anything", "số đếm", "đếm đơn vị", "0", "7", "-", "", "2 (2/4)", "2 (2/2)"},
		{"options in their order", "phân loại", "đếm loại", "TOT", "XS", "TOT", "la", "[Xuất sắc 1][Tốt 2][la 1] (4/4)", "[Xuất sắc 1][Tốt 1] (2/2)"},
		{"texts in the order of the tree", "văn bản", "danh sách", "một", "hai", "", "bốn", "[một 0][hai 0][bốn 0] (3/4)", "[một 0][hai 0] (2/2)"},
		{"chosen options one by one", "phân loại", "danh sách", "TOT", "XS", "", "", "[Tốt 0][Xuất sắc 0] (2/4)", "[Tốt 0][Xuất sắc 0] (2/2)"},
		{"own values stand for themselves", "số đếm", "không", "5", "7", "1", "-", "missing a (không cộng số của các đơn vị) (3/4)", "missing a (không cộng số của các đơn vị) (2/2)"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Gộp đơn vị | ĐVT
a | Số liệu | `+test.kind+` | xã; trực thuộc | `+test.rollup+` | đồng
# Lựa chọn
Danh sách | Mã | Nhãn
a | XS | Xuất sắc
a | TOT | Tốt
a | HT | Hoàn thành
`)
			answers := ""
			for _, sent := range [][2]string{{"x1", test.x1}, {"x2", test.x2}, {"x3", test.x3}, {"tt", test.tt}} {
				if sent[1] != "" {
					answers += sent[0] + ": a=" + sent[1] + "\n"
				}
			}
			r := build(t, c, answers)
			if got := total(r, "tinh", "a"); got != test.root {
				t.Errorf("root: got %s, want %s", got, test.root)
			}
			if got := total(r, "h1", "a"); got != test.h1 {
				t.Errorf("district: got %s, want %s", got, test.h1)
			}
		})
	}
}

// TestMethods says of every kind and every way to put units together whether there is a total.
func TestMethods(t *testing.T) {
	want := map[sheets.Kind]string{ // by Rollup: Sum Largest Smallest Average CountUnits CountCategory Listing None
		sheets.Count: "+><m#  o", sheets.Stock: "+><m#  o", sheets.Money: "+><m#  o", sheets.Decimal: "+><m#  o",
		sheets.Percent: " ><m#  o", sheets.Day: " >< #  o", sheets.Ratio: "/   #  o", sheets.Interval: "    #  o",
		sheets.YesNo: "    y  o", sheets.Category: "    #klo", sheets.Words: "    # lo",
	}
	signs := map[method]string{
		impossible: " ", ownOnly: "o", addUp: "+", addTerms: "/", mean: "m", highest: ">", lowest: "<",
		countYes: "y", countGiven: "#", countByName: "k", listTexts: "l",
	}
	for kind := sheets.Count; kind < sheets.Derived; kind++ {
		got := ""
		for rollup := sheets.Sum; rollup <= sheets.None; rollup++ {
			got += signs[methodOf(&sheets.Indicator{Kind: kind, Rollup: rollup})]
		}
		if got != want[kind] {
			t.Errorf("kind %d: got %q, want %q", kind, got, want[kind])
		}
	}
}

// What loading refuses has no total all the same: half and all of two units are not one and a half of both.
func TestImpossibleTotal(t *testing.T) {
	c := office(t, district+"# Số liệu\nMã | Tên | Kiểu | Cấp nhập\na | A | tỷ lệ | xã\n")
	c.Indicator("a").Rollup = sheets.Sum
	r := build(t, c, "x1: a=50%\nx2: a=100%")
	if got := total(r, "tinh", "a"); got != "missing a (2/3)" {
		t.Errorf("got %s", got)
	}
}

func TestTotalOfAUnit(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Gộp đơn vị
a | Số đếm | số đếm | xã; trực thuộc |
b | Có hay không | có/không | xã |
p | Riêng tỉnh | số đếm | tỉnh | không
`)
	// The province typed a figure for a as well, which it is not expected to give.
	r := build(t, c, "x1: a=5 b=có\nx2: a=- b=không\ntinh: p=12 a=1000\ntt: a=1 b=có")
	tests := []struct {
		unit, code, want string
		state            State
	}{
		{"x1", "a", "5 (1/1)", Complete},
		{"x2", "a", "missing a (0/1)", Missing},
		{"x3", "a", "missing a (0/1)", Missing},
		{"x1", "b", "true (1/1)", Complete},
		{"x2", "b", "false (1/1)", Complete},
		{"h1", "b", "1 (2/2)", Complete},
		{"h1", "a", "5 (1/2)", Partial},
		{"h2", "a", "missing a (0/1)", Missing},
		{"tinh", "a", "6 (2/4)", Partial},
		{"tinh", "b", "1 (2/3)", Partial},
		{"tinh", "p", "12 (1/1)", Complete},
		{"h1", "p", "missing p (0/0)", Missing},
		{"tt", "b", "missing b (0/0)", Missing},
	}
	for _, test := range tests {
		if got := total(r, test.unit, test.code); got != test.want {
			t.Errorf("%s of %s: got %s, want %s", test.code, test.unit, got, test.want)
		}
		tot := r.Total(c.Units.Unit(sheets.UnitCode(test.unit)), c.Indicator(sheets.Code(test.code)))
		if got := tot.State(); got != test.state {
			t.Errorf("%s of %s: got %s, want %s", test.code, test.unit, got, test.state)
		}
	}
}

// A figure that is not added up lacks nothing above the units that gave it: its state is that of their answers.
func TestFigureThatIsNotAdded(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Gộp đơn vị | Công thức
a | Riêng từng xã | số đếm | xã | không |
k | Khoảng | khoảng | xã | không |
p | Riêng tỉnh | số đếm | tỉnh | không |
f | Gấp đôi | công thức | | | 2 * a
`)
	tests := []struct {
		answers, unit, code, want string
		notAdded                  bool
		state                     State
	}{
		{"x1: a=5\nx2: a=7\nx3: a=1", "tinh", "a", "missing a (không cộng số của các đơn vị) (3/3)", true, Complete},
		{"x1: k=1..2\nx2: k=1..2\nx3: k=1..2", "tinh", "k", "missing k (không cộng số của các đơn vị) (3/3)", true, Complete},
		{"x1: a=5\nx2: a=7", "tinh", "a", "missing a (không cộng số của các đơn vị) (2/3)", true, Partial},
		{"x1: a=5\nx2: a=7", "h1", "a", "missing a (không cộng số của các đơn vị) (2/2)", true, Complete},
		{"x1: a=5\nx2: a=7", "h2", "a", "missing a (không cộng số của các đơn vị) (0/1)", true, Missing},
		{"x1: a=5\nx2: a=kad\nx3: a=kad", "tinh", "a", "missing a (không cộng số của các đơn vị) (1/1)", true, Complete},
		{"x1: a=kad\nx2: a=kad\nx3: a=kad", "tinh", "a", "kad (0/0)", false, Complete},
		{"x1: a=5", "x1", "a", "5 (1/1)", false, Complete},
		{"", "x1", "a", "missing a (0/1)", false, Missing},
		{"", "tt", "a", "missing a (0/0)", false, Missing},
		{"tinh: p=5", "tinh", "p", "5 (1/1)", false, Complete},
		{"", "h1", "p", "missing p (0/0)", false, Missing},
		{"x1: a=5\nx2: a=7\nx3: a=1", "tinh", "f", "missing a (không cộng số của các đơn vị) (3/3)", false, Missing},
	}
	for _, test := range tests {
		r := build(t, c, test.answers)
		got := r.Total(c.Units.Unit(sheets.UnitCode(test.unit)), c.Indicator(sheets.Code(test.code)))
		if show(got.Value) != test.want || got.NotAdded != test.notAdded || got.State() != test.state {
			t.Errorf("%q, %s of %s: got %s %v %s, want %s %v %s", test.answers, test.code, test.unit, show(got.Value), got.NotAdded, got.State(), test.want, test.notAdded, test.state)
		}
	}
}

func TestParentThatReportsIsNotAdded(t *testing.T) {
	c := office(t, year+`
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp
tinh | Tỉnh đoàn | tỉnh | |
x1 | Xã Một | xã | tinh | có
c1 | Chi đoàn | chi đoàn | x1 | có
x2 | Xã Hai | xã | tinh | có
# Số liệu
Mã | Tên | Cấp nhập
a | Số đếm | chi đoàn; xã
`)
	r := build(t, c, "x1: a=100\nc1: a=7\nx2: a=1")
	for unit, want := range map[string]string{"tinh": "8 (2/2)", "x1": "7 (1/1)", "c1": "7 (1/1)", "x2": "1 (1/1)"} {
		if got := total(r, unit, "a"); got != want {
			t.Errorf("%s: got %s, want %s", unit, got, want)
		}
	}
}

func TestIndicators(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức
d | Tính | công thức | | a + 1
a | Của xã | | xã |
b | Của trực thuộc | | trực thuộc |
n | Của không ai | | liên chi đoàn |
`)
	r := build(t, c, "")
	for unit, want := range map[string]string{"tinh": "d a b ", "h1": "d a ", "x3": "d a ", "tt": "d b "} {
		got := ""
		for _, ind := range r.Indicators(c.Units.Unit(sheets.UnitCode(unit))) {
			got += string(ind.Code) + " "
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", unit, got, want)
		}
	}
}

func TestStrictLeavesOutUnitsWithErrors(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Cấp nhập
a | Số đếm | xã; trực thuộc
b | Số khác | xã; trực thuộc
# Quy tắc
Mã | Mô tả | Vế trái | Phép | Vế phải
qt | a không quá b | a | <= | b
`)
	b := batch(t, c, "x1: a=5 b=1\nx2: a=7 b=9\nx3: a=1 b=1")
	findings := []sheets.Finding{
		{Code: "qt", Severity: figure.Error, Unit: "x1", Indicator: "a"},
		{Code: "ngoai-khoang", Severity: figure.Warning, Unit: "x2", Indicator: "b"},
		{Code: "ghi-chu", Severity: figure.Note, Unit: "x2", Indicator: "a"},
		{Code: "don-vi-chua-nop", Severity: figure.Error, Unit: "tt"},
		{Code: "danh-muc", Severity: figure.Error, Catalogue: true},
	}
	tests := []struct {
		strict bool
		a      string
		behind map[string]int
		left   int
	}{
		{false, "13 (3/4)", map[string]int{"tinh a": 1, "tinh b": 2, "h1 b": 2, "x2 a": 0, "x2 b": 1, "h2 a": 0}, 0},
		{true, "8 (2/4)", map[string]int{"tinh a": 1}, 1},
	}
	for _, test := range tests {
		r := Build(c, b, findings, Options{Strict: test.strict})
		if got := total(r, "tinh", "a"); got != test.a {
			t.Errorf("strict %v: got %s, want %s", test.strict, got, test.a)
		}
		if len(r.LeftOut) != test.left || r.Strict != test.strict {
			t.Errorf("strict %v: left out %v", test.strict, r.LeftOut)
		}
		for key, want := range test.behind {
			var unit, code string
			if n, _ := fmt.Sscan(key, &unit, &code); n != 2 {
				t.Fatal(key)
			}
			tot := r.Total(c.Units.Unit(sheets.UnitCode(unit)), c.Indicator(sheets.Code(code)))
			if tot.Findings != want {
				t.Errorf("strict %v: %d findings behind %s, want %d", test.strict, tot.Findings, key, want)
			}
		}
	}
}

// A catalogue without units is a fault that is told elsewhere; here there is nothing to add up.
func TestNoUnits(t *testing.T) {
	c := &sheets.Catalogue{Units: &sheets.Registry{}}
	p := &sheets.Period{}
	r := Build(c, &sheets.Batch{Period: p, Expect: c.Expect(p)}, nil, Options{})
	if len(r.Targets)+len(r.Shortcomings)+len(r.Findings) != 0 {
		t.Errorf("%+v", r)
	}
}
