package aggregate

import (
	"fmt"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// quarters are two years of quarters; the last one is the period that is added up.
const quarters = `
# Kỳ
Mã | Tên | Từ ngày | Đến ngày | Thuộc kỳ
2020 | Năm 2020 | 01/01/2020 | 31/12/2020 |
2021 | Năm 2021 | 01/01/2021 | 31/12/2021 |
20-1 | Quý I/2020 | 01/01/2020 | 31/03/2020 | 2020
20-2 | Quý II/2020 | 01/04/2020 | 30/06/2020 | 2020
21-1 | Quý I/2021 | 01/01/2021 | 31/03/2021 | 2021
le | Chuyên đề | 01/04/2021 | 30/04/2021 |
21-2 | Quý II/2021 | 01/04/2021 | 30/06/2021 | 2021
`

// toDate gives the batches of a quarter and of those it is compared with what they come to from the start of their years on.
func toDate(c *sheets.Catalogue, b *sheets.Batch) {
	for _, of := range []*sheets.Batch{b, b.LastYear} {
		first := &sheets.Batch{}
		if of == b {
			first = b.Former
		} else {
			p := c.Period("20-1")
			first = &sheets.Batch{Period: p, Expect: c.Expect(p), Submissions: make([]*sheets.Submission, len(c.Units.Units)), InQuestion: make([]bool, len(c.Units.Units))}
		}
		first.SumToDate(c, []*sheets.Batch{first})
		of.SumToDate(c, []*sheets.Batch{first, of})
	}
}

const twoQuarters = `
20-2 x1: cuoc=7 dv=9 luy=8
21-1 x1: cuoc=1 dv=10 xl=T luy=5 cao=7 bq=4 rieng=1
21-2 x1: cuoc=2 dv=11 xl=T luy=9 cao=9 bq=6 rieng=2
21-1 x2: cuoc=100 dv=20 xl=T luy=50 cao=1 bq=1 rieng=1
21-2 x2: cuoc=- dv=21 xl=T luy=60 cao=1 bq=1 rieng=1
21-2 tt: cuoc=1000 dv=30 xl=XS luy=0 cao=2 bq=3 rieng=1
`

func asked(t *testing.T, r *Result, unit, text string) string {
	t.Helper()
	e, faults := formula.Parse(text)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return show(r.Eval(r.Catalogue.Units.Unit(sheets.UnitCode(unit)), e))
}

func TestCumulative(t *testing.T) {
	c := office(t, quarters+units+strings.Replace(periodFigures, "f_bq |", "f_luy | Lũy kế | | công thức | | | | | luy_ke(cuoc)\nf_bq |", 1))
	b := composed(t, c, twoQuarters)
	toDate(c, b)
	r := Build(c, b, nil, Options{})
	for _, tt := range []struct{ unit, text, want string }{
		{"x1", "luy_ke(cuoc)", "3 (2/2)"}, {"tinh", "luy_ke(cuoc)", "1103 (4/6)"}, // a report is a unit in a quarter
		{"tinh", "f_luy", "1103 (4/6)"}, {"x2", "f_luy", "100 (1/2)"},
		{"tinh", "luy_ke(dv)", "62 (3/3)"},                            // what stands at the end
		{"tinh", "luy_ke(luy)", "69 (6/6)"}, {"x1", "luy", "9 (1/1)"}, // units that count on say it themselves
		{"x1", "luy_ke(cao)", "9 (2/2)"}, {"x1", "luy_ke(bq)", "5 (2/2)"},
		{"x1", "luy_ke(rieng)", "missing Lũy kế đến hết Quý II/2021: rieng (không gộp số của các kỳ) (2/2)"},
		{"x1", "cuoc / luy_ke(cuoc)", "2:3 (1/1)"}, {"tinh", "luy_ke(so_thang())", "6 (0/0)"},
		{"x1", "ky_truoc(luy_ke(cuoc))", "1 (1/1)"}, {"x1", "luy_ke(luy_ke(cuoc))", "3 (2/2)"},
		{"x1", "cung_ky(luy_ke(cuoc))", "7 (1/2)"}, {"x1", "luy_ke(cuoc) / cung_ky(luy_ke(cuoc))", "3:7 (1/2)"},
	} {
		if got := asked(t, r, tt.unit, tt.text); got != tt.want {
			t.Errorf("%s %s: got %q, want %q", tt.unit, tt.text, got, tt.want)
		}
	}
	b = composed(t, c, twoQuarters)
	if got := asked(t, Build(c, b, nil, Options{}), "x1", "luy_ke(cuoc)"); !strings.HasPrefix(got, "missing luy_ke(cuoc): Lũy kế đến hết Quý II/2021 (chưa có biểu mẫu") {
		t.Errorf("without the earlier quarters: %q", got)
	}
	b.Period = c.Period("le")
	if got := asked(t, Build(c, b, nil, Options{}), "x1", "luy_ke(cuoc)"); !strings.HasPrefix(got, "missing luy_ke(cuoc) (danh mục chưa xếp") {
		t.Errorf("in a period of no year: %q", got)
	}
}

// What strict leaves out of the period is no part of its cumulative figures, and the cells of the earlier periods stand behind them.
func TestCumulativeSources(t *testing.T) {
	c := office(t, quarters+units+periodFigures)
	b := composed(t, c, twoQuarters)
	toDate(c, b)
	x1 := c.Units.Unit("x1")
	wrong := []sheets.Finding{{Unit: "x1", Severity: figure.Error}}
	r := Build(c, b, wrong, Options{Strict: true})
	if got := asked(t, r, "x1", "luy_ke(cuoc)"); got != "1 (1/2)" {
		t.Errorf("with what was left out: %s", got)
	}
	e, _ := formula.Parse("luy_ke(cuoc)")
	r = Build(c, b, nil, Options{})
	operands := r.Operands(x1, e, r.Env(x1))
	var lines []string
	for _, s := range operands[0].In.Trace(x1, operands[0].Indicator).Parts {
		lines = append(lines, fmt.Sprintf("%s %s %s", s.Period.Code, s.Pos.File, s.Raw))
	}
	if got, want := strings.Join(lines, "; "), "21-1 nop/21-1/x1.xlsx 1; 21-2 nop/21-2/x1.xlsx 2"; got != want {
		t.Errorf("sources %s", got)
	}
}
