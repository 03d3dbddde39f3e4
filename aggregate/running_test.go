package aggregate

import (
	"strings"
	"testing"

	"tonghop/sheets"
)

// Who says in a later form what a figure had come to stands behind a formula over it for the form that is missing too.
func TestCoverageOfFormulaOverRunningFigure(t *testing.T) {
	c := office(t, term+units+strings.Replace(periodFigures, "f_bq |", "f_luy | Lượt | | công thức | | | | | luy + 1\nf_bq |", 1))
	r := Build(c, composed(t, c, "2021-2 x1: luy=12 cuoc=1\n2021-1 x2: luy=3\n"), nil, Options{})
	if got := total(r.Parts[2], "x1", "f_luy"); got != "13 (2/2)" {
		t.Errorf("caught up: %s", got)
	}
	if got := total(r.Parts[2], "x2", "f_luy"); got != "4 (1/2)" {
		t.Errorf("the later form is missing: %s", got)
	}
}

// foundedChapter is a commune that gave its figures in the first half of the year, and a chapter of it that gives them in the second.
const foundedChapter = reformed + `
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp | Từ ngày | Đến ngày
t | Tỉnh đoàn | tỉnh | | | |
a | Đoàn xã A | xã | t | có | |
c | Chi đoàn C | chi đoàn | a | có | 01/07/2025 |
# Số liệu
Mã | Tên | ĐVT | Kiểu | Cấp nhập | Gộp đơn vị | Cách báo | Công thức
cuoc | Số cuộc | cuộc | số đếm | chi đoàn;xã | | |
luy | Lượt | lượt | số đếm | chi đoàn;xã | | lũy kế |
rieng | Riêng | cuộc | số đếm | chi đoàn;xã | không | |
f_luy | Cuộc và lượt | | công thức | | | | luy + cuoc
`

// What a unit goes on to say without being asked is only compared, so that it makes up for no form either.
func TestLaterFormThatIsNotAsked(t *testing.T) {
	r := along(t, office(t, foundedChapter), sheets.NewTree, "H1 a: cuoc=5\nH2 a: luy=9\nH2 c: luy=2 cuoc=1\n")
	for code, want := range map[string]string{"luy": "2 (1/2)", "cuoc": "6 (2/2)", "f_luy": "8 (1/2)"} {
		if got := total(r, "a", code); got != want {
			t.Errorf("%s: got %s, want %s", code, got, want)
		}
	}
}

// Where a unit gave a figure and a chapter of it gave it later, what is not added up is nobody's, and none of it is lacking.
func TestHandedDownAndNotAdded(t *testing.T) {
	c := office(t, foundedChapter)
	r := along(t, c, sheets.NewTree, "H1 a: rieng=5\nH2 c: rieng=2\n")
	got := r.Total(r.Catalogue.Units.Unit("a"), r.Catalogue.Indicator("rieng"))
	if !got.NotAdded || got.State() != Complete || got.Value.Have != 2 || got.Value.Expected != 2 {
		t.Errorf("got %+v, %s", got, got.State())
	}
}
