package aggregate

import (
	"fmt"
	"strings"
	"testing"

	"tonghop/figure"
)

// Last year's value comes from last year's forms where they are there; what was typed serves where they are not, and is told where it differs.
func TestLastYear(t *testing.T) {
	const catalogue = `
# Kỳ
Mã | Tên | Từ ngày | Đến ngày
2020 | Năm 2020 | 01/01/2020 | 31/12/2020
2021 | Năm 2021 | 01/01/2021 | 31/12/2021
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp
tinh | Tỉnh đoàn | tỉnh | | có
x1 | Xã đoàn Một | xã | tinh | có
x2 | Xã đoàn Hai | xã | tinh | có
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức
a | A | số đếm | xã |
b | B | số đếm | xã |
f | F | công thức | | a / b
f_ct | Chỉ tiêu | công thức | | dem_chi_tieu(dat) / dem_chi_tieu()
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Phạm vi | Lý do
CT-1 | | Một | a | >= | 100 | tổng | do dịch
CT-2 | | Hai | a | >= | 20 | từng đơn vị: xã | do dịch
`
	const thisYear = "2021 x1: a=10 b=20\n2021 x2: a=20 b=30\n"
	const both = thisYear + "2020 x1: a=2 b=20\n2020 x2: a=25 b=10\n"
	tests := []struct {
		measure, typed, answers string
		want                    string // last year, counted, better
		says                    string
	}{
		{"f >= 90%", "", both, "27:30 (2/2) true false", ""},
		{"f >= 90%", "90%", both, "27:30 (2/2) true false", ""},
		{"f >= 90%", "80%", both, "27:30 (2/2) true false", "năm trước ghi tay là 80%, nhưng cộng từ biểu mẫu năm trước là 27/30 (90%)"},
		{"f >= 90%", "40%", thisYear, "2/5 (0/0) false true", ""},
		{"f >= 90%", "", thisYear, "missing  (0/0) false nil", ""},
		{"a >= 90", "28", both, "27 (2/2) true true", "ghi tay là 28, nhưng cộng từ biểu mẫu năm trước là 27"},
		{"CT-1", "", both, "27 (2/2) true true", ""},
		{"CT-2", "", both, "1:2 (2/2) true false", ""},
		{"CT-2", "1/2", both, "1:2 (2/2) true false", ""},
		{"CT-1", "26", thisYear + "2020 x1: a=2 b=20\n", "26 (0/0) false true", ""}, // half of last year is not last year
		{"f_ct >= 50%", "25%", both, "1/4 (0/0) false false", ""},                   // nothing was judged last year
		{"chỉ tiêu", "25%", both, "missing  (0/0) false nil", ""},
	}
	for _, tt := range tests {
		t.Run(tt.measure+" "+tt.typed, func(t *testing.T) {
			c := office(t, catalogue+"# Khuyết điểm\nMã | Vế | Nội dung | Lĩnh vực | Số đo | Năm trước\nKD1 | 1 | Một | phong trào | "+tt.measure+" | "+tt.typed+"\n")
			r := Build(c, composed(t, c, tt.answers), nil, Options{})
			m := r.Shortcomings[0].Measures[0]
			better := "nil"
			if m.Better != nil {
				better = fmt.Sprint(*m.Better)
			}
			if got := fmt.Sprint(show(m.LastYear), " ", m.Counted, " ", better); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			var said []string
			for _, f := range r.Findings {
				if f.Code == codeLastYear {
					said = append(said, f.Message.Error())
				}
			}
			if all := strings.Join(said, "\n"); (all == "") != (tt.says == "") || !strings.Contains(all, tt.says) {
				t.Errorf("findings %q, want %q", all, tt.says)
			}
		})
	}
}

func TestRounds(t *testing.T) {
	number := func(s string) figure.Value {
		n, d, _ := strings.Cut(s, "/")
		if d == "" {
			return figure.NumberOf(number(t, n))
		}
		return figure.Quotient(number(t, n), number(t, d))
	}
	for _, tt := range []struct {
		typed, exact string
		want         bool
	}{
		{"66.9%", "103/154", true}, {"67%", "103/154", true}, {"66.8%", "103/154", false}, {"66.88%", "103/154", true},
		{"100%", "299/300", false}, {"100%", "300/300", true}, {"0", "1/900", false}, {"5", "5", true}, {"5", "5.2", false}, {"2/3", "4/6", true}, {"2/3", "67/100", false},
	} {
		if got := rounds(number(tt.typed), number(tt.exact)); got != tt.want {
			t.Errorf("%s for %s: got %v", tt.typed, tt.exact, got)
		}
	}
	if !rounds(figure.TextOf("XS"), figure.TextOf("XS")) || rounds(figure.TextOf("XS"), figure.TextOf("HT")) {
		t.Error("texts")
	}
}
