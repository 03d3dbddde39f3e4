package aggregate

import (
	"fmt"
	"strings"
	"testing"

	"tonghop/sheets"
)

// byUnit shows what became of a part in every unit.
func byUnit(p PartResult) string {
	var all []string
	for i := range p.ByUnit {
		u := &p.ByUnit[i]
		alone, own := u.Alone(), ""
		if u.Own {
			own = "*"
		}
		all = append(all, fmt.Sprintf("%s%s %s/%s %s %s", u.Unit.Code, own, show(u.Value), plan(alone), show(alone.Fulfilment), title(u.Verdict)))
	}
	return strings.Join(all, "; ")
}

func plan(p PartResult) string {
	if p.Threshold.IsMissing() {
		return "-"
	}
	return p.Threshold.Rat.RatString()
}

// said gives the codes of the findings with what they say.
func said(r *Result) string {
	var all []string
	for _, f := range r.Findings {
		if f.Code != codeNoReason {
			all = append(all, fmt.Sprintf("%s %s", f.Severity, f.Message))
		}
	}
	return strings.Join(all, "\n")
}

// A unit's own plan goes before the common one; without either it cannot be judged.
func TestAssignedPlans(t *testing.T) {
	tests := []struct {
		name, row, rows string
		answers         string
		verdict, value  string
		units, says     string
	}{
		{
			"own plans before the common one", "2 | | từng đơn vị: xã |", "CT | | x1 | 5 |\nCT | | x2 | 1 |",
			"x1: a=4\nx2: a=1\nx3: a=3", "chưa đạt", "2:3 (3/3)",
			"x1* 4 (1/1)/5 4:5 (1/1) chưa đạt; x2* 1 (1/1)/1 1:1 (1/1) đạt; x3 3 (1/1)/2 3:2 (1/1) vượt", "",
		},
		{
			"no common plan", " | | từng đơn vị: xã |", "CT | | x1 | 4 |\nCT | | x2 | 1 |",
			"x1: a=4\nx2: a=1\nx3: a=3", "không đủ số liệu", "2:3 (2/3)",
			"x1* 4 (1/1)/4 4:4 (1/1) đạt; x2* 1 (1/1)/1 1:1 (1/1) đạt; x3 3 (1/1)/- missing  (0/0) không đủ số liệu",
			"warning Nội dung “CT” đã giao cho 2 đơn vị nhưng chưa giao cho 1 đơn vị: Xã đoàn Ba.",
		},
		{
			"one that failed decides", " | | từng đơn vị: xã |", "CT | | x1 | 9 |",
			"x1: a=4\nx2: a=1\nx3: a=3", "chưa đạt", "0:3 (1/3)",
			"x1* 4 (1/1)/9 4:9 (1/1) chưa đạt; x2 1 (1/1)/- missing  (0/0) không đủ số liệu; x3 3 (1/1)/- missing  (0/0) không đủ số liệu",
			"warning Nội dung “CT” đã giao cho 1 đơn vị nhưng chưa giao cho 2 đơn vị: Xã đoàn Hai; Xã đoàn Ba.",
		},
		{
			"the province's plan beside those of the districts", "10 | | tổng |", "CT | | h1 | 6 |\nCT | | h2 | 4 |",
			"x1: a=4\nx2: a=1\nx3: a=5", "đạt", "10 (3/3)",
			"h1* 5 (2/2)/6 5:6 (2/2) chưa đạt; h2* 5 (1/1)/4 5:4 (1/1) vượt", "",
		},
		{
			"plans that do not add up", "10 | | tổng |", "CT | | h1 | 6 |\nCT | | x1 | 4 |\nCT | | x2 | 3 |\nCT | | h2 | 3 |\nCT | | x3 | 3 |",
			"x1: a=4\nx2: a=1\nx3: a=5", "đạt", "10 (3/3)",
			"h1* 5 (2/2)/6 5:6 (2/2) chưa đạt; x1* 4 (1/1)/4 4:4 (1/1) đạt; x2* 1 (1/1)/3 1:3 (1/1) chưa đạt; " +
				"h2* 5 (1/1)/3 5:3 (1/1) vượt; x3* 5 (1/1)/3 5:3 (1/1) vượt",
			"note Tổng mức giao cho các đơn vị của “Tỉnh đoàn” về nội dung “CT” là 9, khác mức 10 của chính đơn vị này.\n" +
				"note Tổng mức giao cho các đơn vị của “Huyện đoàn Một” về nội dung “CT” là 7, khác mức 6 của chính đơn vị này.",
		},
		{
			"a district without one", "10 | | tổng |", "CT | | h1 | 10 |",
			"x1: a=4\nx2: a=1\nx3: a=5", "đạt", "10 (3/3)", "h1* 5 (2/2)/10 5:10 (2/2) chưa đạt",
			"note Nội dung “CT” đã giao cho 1 đơn vị nhưng chưa giao cho 1 đơn vị: Huyện đoàn Hai.",
		},
		{
			"a unit that owes none of it", "2 | | từng đơn vị: xã |", "CT | | tt | 5 |",
			"x1: a=4\nx2: a=2\nx3: a=3", "đạt", "3:3 (3/3)",
			"x1 4 (1/1)/2 4:2 (1/1) vượt; x2 2 (1/1)/2 2:2 (1/1) đạt; x3 3 (1/1)/2 3:2 (1/1) vượt",
			"warning “CT” được giao cho “Đoàn trực thuộc” (tt), nhưng đơn vị này không thuộc phạm vi xét của nội dung trong kỳ nên mức giao không được dùng.",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := office(t, district+`
# Số liệu
Mã | Tên | Cấp nhập
a | A | xã
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Ngưỡng trên | Phạm vi | Lý do
CT | | Chỉ tiêu | a | >= | `+tt.row+`
# Giao chỉ tiêu
Mã chỉ tiêu | Phần | Đơn vị | Ngưỡng | Ngưỡng trên
`+tt.rows+"\n")
			r := build(t, c, tt.answers)
			part := r.Targets[0].Parts[0]
			if title(part.Verdict) != tt.verdict || show(part.Value) != tt.value {
				t.Errorf("got %s %s", title(part.Verdict), show(part.Value))
			}
			if got := byUnit(part); got != tt.units {
				t.Errorf("units\n got %s\nwant %s", got, tt.units)
			}
			if got := said(r); got != tt.says {
				t.Errorf("findings\n got %s\nwant %s", got, tt.says)
			}
		})
	}
}

// Shares and ranges are planned per unit too; shares do not add up to one of the province.
func TestAssignedSharesAndRanges(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức
a | A | số đếm | xã |
b | B | số đếm | xã |
f | F | công thức | | a / b
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Ngưỡng trên | Phạm vi | Lý do
CT | * | Chỉ tiêu | | | | | | do dịch
CT | a | Tỷ lệ | f | >= | 50% | | tổng |
CT | b | Khoảng | a | khoảng | 3 | 6 | tổng |
# Giao chỉ tiêu
Mã chỉ tiêu | Phần | Đơn vị | Ngưỡng | Ngưỡng trên | Căn cứ
CT | a | h1 | 60% | | Công văn 12
CT | a | h2 | 10% | |
CT | b | h1 | 1 | 3 |
CT | b | h2 | 2 | 4 |
`)
	r := build(t, c, "x1: a=1 b=2\nx2: a=1 b=2\nx3: a=5 b=5")
	want := []string{
		"h1* 2:4 (2/2)/3/5 1/2:3/5 (2/2) chưa đạt; h2* 5:5 (1/1)/1/10 1:1/10 (1/1) vượt",
		"h1* 2 (2/2)/1 2:1 (2/2) đạt; h2* 5 (1/1)/2 5:2 (1/1) vượt",
	}
	for i, p := range r.Targets[0].Parts {
		if got := byUnit(p); got != want[i] {
			t.Errorf("got %s\nwant %s", got, want[i])
		}
	}
	if basis := r.Targets[0].Parts[0].ByUnit[0].Part.Basis; basis != "Công văn 12" {
		t.Errorf("basis %q", basis)
	}
	if got := said(r); got != "note Tổng mức giao cho các đơn vị của “Tỉnh đoàn” về nội dung “CT.b” là 7, khác mức 6 của chính đơn vị này." {
		t.Errorf("findings %s", got)
	}
}

// A threshold in a formula is that of the unit for which it is asked, where it has one.
func TestOwnThresholdInFormula(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức
a | A | số đếm | xã |
f | F | công thức | | a / nguong("CT")
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Phạm vi | Lý do
CT | | Chỉ tiêu | a | >= | 10 | tổng |
# Giao chỉ tiêu
Mã chỉ tiêu | Phần | Đơn vị | Ngưỡng
CT | | h1 | 4
CT | | h2 | 6
`)
	r := build(t, c, "x1: a=1\nx2: a=1\nx3: a=3")
	for unit, want := range map[string]string{"tinh": "5:10 (3/3)", "h1": "2:4 (2/2)", "h2": "3:6 (1/1)", "x1": "1:10 (1/1)"} {
		if got := total(r, unit, "f"); got != want {
			t.Errorf("%s: got %s, want %s", unit, got, want)
		}
	}
	if r.Targets[0].Parts[0].Part.Scope != sheets.OnTotal {
		t.Error("the part of the catalogue was changed")
	}
}
