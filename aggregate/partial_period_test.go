package aggregate

import (
	"strings"
	"testing"

	"tonghop/sheets"
)

// plans are targets of the year that are looked at in its second quarter.
const plans = `
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Ngưỡng trên | Phạm vi | Kỳ
A | | Đủ rồi | cuoc | >= | 1000 | | | 2021
B | | Kịp | cuoc | >= | 2000 | | | 2021
C | | Chậm | cuoc | >= | 4000 | | | 2021
D | | Không quá, đã quá | cuoc | <= | 1000 | | | 2021
E | | Không quá, còn | cuoc | <= | 4000 | | | 2021
F | | Đúng bằng, đã quá | cuoc | = | 1000 | | | 2021
G | | Đúng bằng, còn | cuoc | = | 1103 | | | 2021
H | | Khoảng, đã quá | cuoc | khoảng | 10 | 1000 | | 2021
I | | Khoảng, còn | cuoc | khoảng | 10 | 4000 | | 2021
K | | Số có mặt | dv | >= | 10 | | | 2021
L | | Từng đơn vị, đủ | cuoc | >= | 3 | | từng đơn vị: xã | 2021
M | | Từng đơn vị, còn | cuoc | >= | 4 | | từng đơn vị: xã | 2021
N | | Từng quý, một quý chưa đạt | cuoc | >= | 1000 | | từng quý | 2021
O | | Từng quý, các quý đạt | cuoc | >= | 100 | | từng quý | 2021
P | | Của quý này | cuoc | >= | 2000 | |
Q | | Của quý này, ghi rõ | cuoc | >= | 2000 | | | 21-2
R | | Của quý trước | cuoc | >= | 1 | | | 21-1
S | | Của năm trước | cuoc | >= | 1 | | | 2020
T | | Hiệu | cuoc - luy | >= | 1 | | | 2021
`

const wholeQuarters = `
21-1 x1: cuoc=1 dv=10 luy=5
21-2 x1: cuoc=2 dv=11 luy=9
21-1 x2: cuoc=100 dv=20 luy=50
21-2 x2: cuoc=0 dv=21 luy=60
21-1 tt: cuoc=0 dv=1 luy=0
21-2 tt: cuoc=1000 dv=30 luy=0
20-2 tt: cuoc=1
`

func partOf(t *testing.T, r *Result, code string) *PartResult {
	t.Helper()
	for i := range r.Targets {
		if r.Targets[i].Target.Code == sheets.TargetCode(code) {
			return &r.Targets[i].Parts[0]
		}
	}
	t.Fatalf("no target %s", code)
	return nil
}

func TestTargetOfYearInQuarter(t *testing.T) {
	c := office(t, quarters+units+periodFigures+plans)
	b := composed(t, c, wholeQuarters)
	toDate(c, b)
	r := Build(c, b, nil, Options{})
	for code, want := range map[string]string{
		"A": "vượt 1103 (6/6) plan 500 (0/0)",
		"B": "không đủ số liệu, not due, in time 1103 (6/6) plan 1000 (0/0)",
		"C": "không đủ số liệu, not due, late 1103 (6/6) plan 2000 (0/0)",
		"D": "chưa đạt 1103 (6/6) plan 500 (0/0)",
		"E": "không đủ số liệu, not due 1103 (6/6) plan 2000 (0/0)",
		"F": "chưa đạt 1103 (6/6) plan 500 (0/0)",
		"G": "không đủ số liệu, not due 1103 (6/6) plan 1103/2 (0/0)",
		"H": "vượt 1103 (6/6) plan 5 (0/0)",
		"I": "không đủ số liệu, not due, in time 1103 (6/6) plan 5 (0/0)",
		"K": "không đủ số liệu, not due 62 (3/3) plan missing",
		"L": "đạt 2:2 (2/2) plan 3/2 (0/0)",
		"M": "không đủ số liệu, not due 1:2 (2/2) plan 2 (0/0)",
		"N": "chưa đạt 1:2 (2/2) plan missing",
		"O": "không đủ số liệu, not due 2:2 (2/2) plan missing",
		"P": "chưa đạt 1002 (3/3) plan 2000 (0/0)",
		"Q": "chưa đạt 1002 (3/3) plan 2000 (0/0)",
		"R": "không áp dụng kad (0/0) plan missing",
		"S": "không áp dụng kad (0/0) plan missing",
		"T": "không đủ số liệu, not due 1034 (6/6) plan missing",
	} {
		p := partOf(t, r, code)
		got := title(p.Verdict)
		if p.NotDue {
			got += ", not due"
		}
		if p.InTime != nil {
			got += map[bool]string{true: ", in time", false: ", late"}[*p.InTime]
		}
		got += " " + show(p.Value) + " plan "
		if p.PlanToDate.IsMissing() {
			got += "missing"
		} else {
			got += show(p.PlanToDate)
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
	for text, want := range map[string]string{
		`ke_hoach_den_ky("B")`: "1000 (0/0)", `luy_ke(cuoc) / ke_hoach_den_ky("B")`: "1103:1000 (6/6)", `ky_truoc(ke_hoach_den_ky("B"))`: "500 (0/0)",
		`ke_hoach_den_ky("P")`: "2000 (0/0)", `ke_hoach_den_ky("K")`: "missing ke_hoach_den_ky(K) (0/0)", `ke_hoach_den_ky("S")`: "missing ke_hoach_den_ky(S) (0/0)",
	} {
		if got := asked(t, r, "tinh", text); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// Units with a plan of their own are no more below it than the province is while the year is not over; their plan to date is a share of their own.
func TestPlansOfUnitsInQuarter(t *testing.T) {
	c := office(t, quarters+units+periodFigures+plans+"# Giao chỉ tiêu\nMã chỉ tiêu | Phần | Đơn vị | Ngưỡng | Ngưỡng trên\nB | | x1 | 1000 |\nB | | x2 | 50 |\nB | | tt | 950 |\n")
	b := composed(t, c, wholeQuarters)
	toDate(c, b)
	r := Build(c, b, nil, Options{})
	var verdicts []string
	for _, u := range partOf(t, r, "B").ByUnit {
		verdicts = append(verdicts, string(u.Unit.Code)+" "+title(u.Verdict))
	}
	if got := strings.Join(verdicts, "; "); got != "x1 không đủ số liệu; x2 vượt; tt vượt" {
		t.Errorf("units: %s", got)
	}
	if got := asked(t, r, "x2", `ke_hoach_den_ky("B")`); got != "25 (0/0)" {
		t.Errorf("the plan to date of a unit: %s", got)
	}
}

// Without the earlier forms a plan of the year is not judged by the quarter alone, and at the end of the year it is judged in full.
func TestTargetOfYearAtItsEnds(t *testing.T) {
	c := office(t, quarters+units+periodFigures+plans)
	b := composed(t, c, wholeQuarters)
	if p := partOf(t, Build(c, b, nil, Options{}), "B"); !p.NotDue || !p.Value.IsMissing() || p.Verdict != sheets.Insufficient {
		t.Errorf("without the first quarter: %+v", p)
	}
	half := "6T | Sáu tháng | 01/01/2021 | 30/06/2021 | 2021\nle |"
	c = office(t, strings.Replace(quarters, "le |", half, 1)+units+periodFigures+strings.ReplaceAll(plans, "| 2021\n", "| 6T\n"))
	b = composed(t, c, wholeQuarters)
	toDate(c, b)
	r := Build(c, b, nil, Options{})
	for code, want := range map[string]string{"B": "chưa đạt 1103 (6/6)", "E": "đạt 1103 (6/6)", "G": "đạt 1103 (6/6)", "I": "đạt 1103 (6/6)", "K": "vượt 62 (3/3)", "M": "chưa đạt 1:2 (2/2)", "O": "vượt 2:2 (2/2)"} {
		if p := partOf(t, r, code); p.NotDue || p.InTime != nil || title(p.Verdict)+" "+show(p.Value) != want {
			t.Errorf("%s at its end: %s %s", code, title(p.Verdict), show(p.Value))
		}
	}
}
