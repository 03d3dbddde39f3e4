package aggregate

import (
	"strings"
	"testing"

	"tonghop/sheets"
)

// A plan for each year of a term is judged in each year where the years are there.
func TestPartInEachPeriod(t *testing.T) {
	const years = `
2019 x1: cuoc=%s dv=3
2020 x1: cuoc=%s dv=3
2021-1 x1: cuoc=%s dv=3
2021-2 x1: cuoc=%s dv=4
`
	tests := []struct {
		name                              string
		expr, op, plan, high, scope, when string
		cuoc                              string // in 2019, 2020 and the two halves of 2021; - is a blank
		value, verdict, failing, unjudged string
	}{
		{"every year did it", "cuoc", ">=", "5", "", "từng năm", "", "5 6 2 3", "3:3 (3/3)", "đạt", "", ""},
		{"every year did more", "cuoc", ">=", "5", "", "từng năm", "", "6 6 3 3", "3:3 (3/3)", "vượt", "", ""},
		{"one year did not, whatever the total", "cuoc", ">=", "5", "", "từng năm", "", "4 60 30 30", "2:3 (3/3)", "chưa đạt", "Năm 2019", ""},
		{"one year is not there", "cuoc", ">=", "5", "", "từng năm", "", "5 - 5 5", "2:3 (2/3)", "không đủ số liệu", "", "Năm 2020"},
		{"half a year is not there", "cuoc", ">=", "5", "", "từng năm", "", "5 5 5 -", "2:3 (2/3)", "không đủ số liệu", "", "Năm 2021"},
		{"one that failed decides", "cuoc", ">=", "5", "", "từng năm", "", "1 - 5 5", "1:3 (2/3)", "chưa đạt", "Năm 2019", "Năm 2020"},
		{"nothing is there", "cuoc", ">=", "5", "", "từng năm", "", "- - - -", "missing CT-1 (0/3)", "không đủ số liệu", "", "Năm 2019; Năm 2020; Năm 2021"},
		{"between two", "cuoc", "khoảng", "1", "2", "từng năm", "", "1 2 1 1", "3:3 (3/3)", "đạt", "", ""},
		{"a stock", "dv", ">=", "3", "", "từng năm", "", "1 1 1 1", "3:3 (3/3)", "đạt", "", ""},
		{"a share", "dv / cuoc", ">=", "50%", "", "từng năm", "", "6 6 4 4", "3:3 (3/3)", "đạt", "", ""},
		{"only where it applies", "cuoc", ">=", "5", "", "từng năm", "dv >= 4", "0 0 2 3", "1:1 (1/1)", "đạt", "", ""},
		{"it never applies", "cuoc", ">=", "5", "", "từng năm", "dv >= 9", "0 0 2 3", "missing CT-1 (0/0)", "không áp dụng", "", ""},
		{"the quarters are not there", "cuoc", ">=", "1", "", "từng quý", "", "9 9 9 9", "36 (4/4)", "không đủ số liệu", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := office(t, term+`
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp
x1 | Chi đoàn Một | chi đoàn | | có
# Số liệu
Mã | Tên | ĐVT | Kiểu | Cấp nhập
cuoc | Số cuộc | cuộc | số đếm | chi đoàn
dv | Đoàn viên | người | tồn | chi đoàn
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Ngưỡng trên | Phạm vi | Điều kiện
CT-1 | | Mỗi năm | `+strings.Join([]string{tt.expr, tt.op, tt.plan, tt.high, tt.scope, tt.when}, " | ")+"\n")
			answers := years
			for _, n := range strings.Fields(tt.cuoc) {
				answers = strings.Replace(answers, "%s", n, 1)
			}
			r := Build(c, composed(t, c, answers), nil, Options{})
			part := r.Targets[0].Parts[0]
			if got := show(part.Value); got != tt.value || title(part.Verdict) != tt.verdict || title(r.Targets[0].Verdict) != tt.verdict {
				t.Errorf("got %s %s, want %s %s", got, title(part.Verdict), tt.value, tt.verdict)
			}
			names := func(periods []*sheets.Period) string {
				var names []string
				for _, p := range periods {
					names = append(names, p.Name)
				}
				return strings.Join(names, "; ")
			}
			if names(part.FailingPeriods()) != tt.failing || names(part.UnjudgedPeriods()) != tt.unjudged {
				t.Errorf("failing %q, unjudged %q", names(part.FailingPeriods()), names(part.UnjudgedPeriods()))
			}
			if each := tt.scope == "từng năm"; part.Counts() != each || len(part.Each) != map[bool]int{true: 3}[each] || part.Unproven == each {
				t.Errorf("%+v", part)
			}
		})
	}
}
