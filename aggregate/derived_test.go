package aggregate

import (
	"slices"
	"strconv"
	"testing"

	"tonghop/formula"
	"tonghop/sheets"
)

func TestDerived(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức
dvut | Giới thiệu | số đếm | xã; trực thuộc |
cn | Công nhân | số đếm | xã |
mt | Duy trì | có/không | xã |
lan | Số lần | số đếm | tỉnh |
ty_le | Tỷ lệ | công thức | | cn / dvut
con | Còn lại | công thức | | 1 - ty_le
chia_0 | Chia cho 0 | công thức | | dvut / (cn - cn)
xa_mt | Xã duy trì | công thức | | dem_don_vi(mt = có; "xã") / so_don_vi("xã")
huyen | Đơn vị có người | công thức | | dem_don_vi(dvut >= 1; huyen; truc_thuoc)
deu | Đơn vị phải nộp | công thức | | so_don_vi()
thang | Mỗi tháng | công thức | | lan / so_thang()
chua_co | Bảng kê | công thức | | dem_dong("ds_bch")
sap | Ngày cuối kỳ | công thức | | ky.den_ngay
# Bảng kê
Bảng | Cột | Tên
ds_bch | chuc | Chức vụ
`)
	const answers = "x1: dvut=10 cn=1 mt=có\nx2: dvut=90 cn=4 mt=không\nx3: dvut=0 mt=có\ntinh: lan=5"
	tests := []struct{ name, unit, code, want string }{
		{"a ratio of sums, not a mean of ratios", "h1", "ty_le", "5:100 (2/2)"},
		{"a ratio of a unit", "x2", "ty_le", "4:90 (1/1)"},
		{"partial operands: x3 owes one of two, the attached union both", "tinh", "ty_le", "5:100 (2/4)"},
		{"missing operand", "h2", "ty_le", "missing cn (0/1)"},
		{"through another derived figure", "tinh", "con", "19/20 (2/4)"},
		{"x/0 is missing", "h1", "chia_0", "missing cn - cn (bằng 0 nên không chia được) (2/2)"},
		{"units that satisfy a condition", "tinh", "xa_mt", "2:3 (3/3)"},
		{"of a district", "h1", "xa_mt", "1:2 (2/2)"},
		{"a district counts through the sum of its communes", "tinh", "huyen", "1 (3/4)"},
		{"reporting units below", "tinh", "deu", "4 (0/0)"},
		{"months of the period", "tinh", "thang", "5:12 (1/1)"},
		{"given by the root only", "h1", "thang", "missing lan (0/0)"},
		{"nobody sent the list", "tinh", "chua_co", "missing dem_dong(ds_bch) (0/4)"},
		{"last day of the period", "x1", "sap", "2021-12-31 (0/0)"},
	}
	r := build(t, c, answers)
	for _, test := range tests {
		if got := total(r, test.unit, test.code); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
		if again := total(r, test.unit, test.code); again != test.want {
			t.Errorf("%s: the second time %s", test.name, again)
		}
	}
}

func TestCoverageOfDerived(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức
a | A | số đếm | xã; trực thuộc |
b | B | số đếm | xã |
f | Tính | công thức | | a + b
`)
	tests := []struct{ name, answers, want string }{
		{"all answered", "x1: a=1 b=1\nx2: a=1 b=1\nx3: a=1 b=1\ntt: a=1", "7 (4/4)"},
		{"the attached union owes only one", "tt: a=1\nx1: b=1", "2 (1/4)"},
		{"one of two is not behind it", "x1: a=1 b=?\nx2: a=1 b=1\nx3: a=1 b=1\ntt: a=1", "6 (3/4)"},
		{"exempt from one base", "x1: a=1 b=kad\nx2: a=1 b=1\nx3: a=1 b=1\ntt: a=1", "6 (4/4)"},
		{"exempt from all bases", "x1: a=kad b=kad\nx2: a=1 b=1\nx3: a=1 b=1\ntt: a=1", "5 (3/3)"},
		{"exempt from one, owing the other", "x1: a=kad\nx2: a=1 b=1\nx3: a=1 b=1\ntt: a=1", "5 (3/4)"},
		{"nothing came", "", "missing a, b (0/4)"},
		{"one base concerns nobody", "x1: a=1 b=kad\nx2: a=1 b=kad\nx3: a=1 b=kad\ntt: a=1", "kad (0/0)"},
		{"nobody stands behind it", "x1: a=- b=kad\nx2: a=- b=kad\nx3: a=- b=kad\ntt: a=-", "missing a (0/4)"},
		{"some stand behind it", "x1: a=1 b=kad\nx2: a=- b=kad\nx3: a=- b=kad\ntt: a=1", "missing a (2/4)"},
		{"nothing concerns anybody", "x1: a=kad b=kad\nx2: a=kad b=kad\nx3: a=kad b=kad\ntt: a=kad", "kad (0/0)"},
	}
	for _, test := range tests {
		r := build(t, c, test.answers)
		if got := total(r, "tinh", "f"); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
		e, _ := formula.Parse("a + b")
		if got := show(r.Eval(c.Units.Root, e)); got != test.want {
			t.Errorf("%s, as an expression: got %s, want %s", test.name, got, test.want)
		}
	}
}

// A figure does not concern a unit only when the unit has said all that it is made of: what is blank beside it is still owed.
func TestStateOfFigureThatDoesNotApply(t *testing.T) {
	c := office(t, district+"# Số liệu\nMã | Tên | Kiểu | Cấp nhập | Công thức\na | A | số đếm | xã |\nb | B | số đếm | xã |\nf | F | công thức | | a / b\n")
	for answers, want := range map[string]string{
		"x1: a=- b=kad":   "missing a (0/1) missing",
		"x1: a=1 b=kad":   "kad (0/0) complete",
		"x1: a=kad b=kad": "kad (0/0) complete",
		"x1: a=kad b=?":   "missing b (0/1) missing",
		"":                "missing a, b (0/1) missing",
	} {
		got := build(t, c, answers).Total(c.Units.Unit("x1"), c.Indicator("f"))
		if text := show(got.Value) + " " + string(got.State()); text != want {
			t.Errorf("%q: got %s, want %s", answers, text, want)
		}
	}
}

// Figures that double themselves forty times would take for ever if each were computed anew for every use.
func TestDerivedIsComputedOnce(t *testing.T) {
	rows := "# Số liệu\nMã | Tên | Kiểu | Cấp nhập | Công thức\na0 | A | số đếm | xã |\n"
	for i := range 40 {
		rows += "a" + strconv.Itoa(i+1) + " | A | công thức | | a" + strconv.Itoa(i) + " + a" + strconv.Itoa(i) + "\n"
	}
	r := build(t, office(t, district+rows), "x1: a0=1\nx2: a0=1\nx3: a0=1")
	for unit, want := range map[string]string{"tinh": "3298534883328 (3/3)", "x1": "1099511627776 (1/1)"} {
		if got := total(r, unit, "a40"); got != want {
			t.Errorf("%s: got %s, want %s", unit, got, want)
		}
	}
}

// A checked catalogue has no circles; one that was not checked gives missing figures and no endless loop.
func TestCircularFigures(t *testing.T) {
	c := office(t, district+"# Số liệu\nMã | Tên | Kiểu | Cấp nhập | Công thức\na | A | số đếm | xã |\nf | F | công thức | | a + 1\ng | G | công thức | | f + 1\n")
	c.Indicator("f").Formula, _ = formula.Parse("a + g")
	r := build(t, c, "x1: a=1")
	for _, code := range []string{"f", "g"} {
		if got := r.Total(c.Units.Root, c.Indicator(sheets.Code(code))).State(); got != Missing {
			t.Errorf("%s is %s", code, got)
		}
	}
	if tr := r.Trace(c.Units.Root, c.Indicator("f")); len(tr.Operands) != 2 {
		t.Errorf("operands: %v", tr.Operands)
	}
}

func TestUnits(t *testing.T) {
	c := office(t, year+`
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp | Từ ngày | Đến ngày
tinh | Tỉnh đoàn | tỉnh | | có | |
x1 | Xã Một | Xã | tinh | có | |
x2 | Xã Hai | xã | tinh | | |
cu | Xã cũ | xã | tinh | có | | 31/12/2020
tan | Xã giải thể | xã | tinh | có | | 30/06/2021
cuoi | Xã đến hết kỳ | xã | tinh | có | | 31/12/2021
moi | Xã mới | xã | tinh | có | 31/12/2021 |
t1 | Trực thuộc | trực thuộc | tinh | có | |
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức
a | A | số đếm | xã |
so | Số xã | công thức | | so_don_vi(xã)
xa_co | Xã có | công thức | | dem_don_vi(a >= 1; xã)
phai | Số phải nộp | công thức | | so_don_vi()
nop | Đơn vị có | công thức | | dem_don_vi(a >= 1)
`)
	r := build(t, c, "x1: a=1\ntan: a=10\ncuoi: a=100\nmoi: a=1000\nt1:")
	// A unit that was dissolved in June owes its figures and is in the sum, and is no unit of the province any more.
	for code, want := range map[string]string{"a": "1111 (4/4)", "so": "4 (0/0)", "xa_co": "3 (4/4)", "phai": "4 (0/0)", "nop": "3 (4/4)"} {
		if got := total(r, "tinh", code); got != want {
			t.Errorf("%s: got %s, want %s", code, got, want)
		}
	}
	tests := []struct {
		unit   string
		levels []string
		want   []string
	}{
		{"tinh", []string{"xa"}, []string{"x1", "x2", "cuoi", "moi"}},
		{"tinh", []string{"XÃ", "truc_thuoc"}, []string{"x1", "x2", "cuoi", "moi", "t1"}},
		{"tinh", []string{"tỉnh"}, []string{"tinh"}},
		{"tinh", nil, []string{"x1", "cuoi", "moi", "t1"}},
		{"tinh", []string{"huyện"}, nil},
		{"x1", []string{"xã"}, []string{"x1"}},
		{"x1", nil, nil},
	}
	for _, test := range tests {
		var got []string
		for e := range r.Env(c.Units.Unit(sheets.UnitCode(test.unit))).Units(test.levels) {
			got = append(got, string(e.(*env).unit.Code))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s of %v: got %v, want %v", test.unit, test.levels, got, test.want)
		}
	}
}

func TestSettingsInFormulas(t *testing.T) {
	c := office(t, district+`
# Thông tin
Khóa | Giá trị
dia_danh | Tây Ninh
# Số liệu
Mã | Tên | Cấp nhập
a | A | xã
`)
	e := build(t, c, "").Env(c.Units.Root)
	for name, want := range map[string]string{
		"thong_tin.dia_danh": "Tây Ninh (0/0)", "ky.ma": "2021 (0/0)", "ky.ten": "Năm 2021 (0/0)", "ky.tu_ngay": "2021-01-01 (0/0)",
		"ky.han_nop": "missing ky.han_nop (0/0)", "thong_tin.khac": "missing thong_tin.khac (0/0)", "la": "missing la (0/0)", "A": "missing a (0/3)",
	} {
		if got := show(e.Value(name)); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}
