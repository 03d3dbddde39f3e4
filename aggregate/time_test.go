package aggregate

import (
	"fmt"
	"testing"
	"time"

	"tonghop/formula"
	"tonghop/sheets"
)

func TestStretches(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse("2006-01-02", s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	tests := []struct{ from, to, months, quarters, years string }{
		{"2021-01-01", "2021-12-31", "12 longer", "4 longer", "1"},
		{"2021-01-01", "2021-06-30", "6 longer", "2 longer", "1"},
		{"2021-01-01", "2021-03-31", "3 longer", "1", "1"},
		{"2021-01-01", "2021-04-30", "4 longer", "1 longer", "1"}, // a quarter and the beginning of another
		{"2021-02-01", "2021-02-28", "1", "1", "1"},
		{"2021-02-01", "2021-03-01", "1 longer", "1", "1"},
		{"2020-12-26", "2021-01-25", "1", "1", "1"}, // offices that cut off on the 25th
		{"2019-10-01", "2022-09-30", "36 longer", "12 longer", "3 longer"},
		{"2019-10-15", "2022-10-14", "36 longer", "12 longer", "3 longer"},
		{"2019-10-15", "2022-12-31", "38 longer", "12 longer", "3 longer"},
		{"2021-01-01", "2021-01-01", "1", "1", "1"},
		{"2021-05-01", "2021-01-01", "1", "1", "1"}, // reversed: a fault of the catalogue, and no endless loop
	}
	for _, test := range tests {
		p := &sheets.Period{From: day(test.from), To: day(test.to)}
		got := func(scope sheets.Scope) string {
			whole, longer := stretches(p, scope)
			if longer {
				return fmt.Sprint(whole, " longer")
			}
			return fmt.Sprint(whole)
		}
		if got(sheets.PerMonth) != test.months || got(sheets.PerQuarter) != test.quarters || got(sheets.PerYear) != test.years || got(sheets.OnTotal) != "1" {
			t.Errorf("%s to %s: got %s, %s, %s", test.from, test.to, got(sheets.PerMonth), got(sheets.PerQuarter), got(sheets.PerYear))
		}
	}
}

func TestGrowsWithTime(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Gộp kỳ | Công thức | ĐVT
cuoc | Cuộc | số đếm | xã | |
luot | Lượt | số đếm | xã | |
tien | Tiền | tiền | xã | | | đồng
dv | Đoàn viên | tồn | xã | cuối kỳ |
cao | Cao nhất | số đếm | xã | lớn nhất |
yn | Có | có/không | xã | |
ty_le | Tỷ lệ | công thức | | | cuoc / luot
bu | Phần bù | công thức | | | 1 - ty_le
tong | Tổng | công thức | | | cuoc + 2 * luot
`)
	r := build(t, c, "")
	for text, want := range map[string]bool{
		"cuoc": true, "tien / 1000": true, "tong": true, "tong - cuoc": true, "lon_nhat(cuoc; luot)": true,
		"ty_le": false, "bu": false, "1 - cuoc / luot": false, "tien / cuoc": false, "cuoc / so_thang()": false, "dv": false, "cuoc + dv": false,
		"cao": false, "yn": false, "cuoc + 1": false, "cuoc * luot": false, "12": false, "khong_co": false, "dem_don_vi(cuoc >= 1; xã)": false,
		"so_don_vi(xã)": false, "dem_chi_tieu()": false,
	} {
		e, faults := formula.Parse(text)
		if len(faults) > 0 {
			t.Fatalf("%s: %v", text, faults)
		}
		if got := r.growsWithTime(e); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}

// The total of a year proves that a month failed, but never that each month did what was asked.
func TestPlanPerMonth(t *testing.T) {
	const month = "01/03/2021 | 31/03/2021"
	tests := []struct {
		period, scope, expr, op, plan, high, value, threshold, verdict string
		unproven                                                       bool
	}{
		{"", "từng tháng", "lan", ">=", "1", "", "5", "12", "chưa đạt", false}, // five of twelve monthly reviews
		{"", "từng tháng", "lan", ">=", "1", "", "12", "12", "không đủ số liệu", true},
		{"", "từng tháng", "lan", ">=", "1", "", "99", "12", "không đủ số liệu", true},
		{"", "từng tháng", "lan", ">", "1", "", "12", "12", "chưa đạt", false},
		{"", "từng tháng", "lan", ">", "1", "", "13", "12", "không đủ số liệu", true},
		{"", "từng tháng", "lan", "<=", "1", "", "5", "12", "không đủ số liệu", true},
		{"", "từng tháng", "lan", "<", "1", "", "12", "12", "không đủ số liệu", true},
		{"", "từng tháng", "lan", "=", "0", "", "0", "0", "không đủ số liệu", true},
		{"", "từng tháng", "lan", "khoảng", "1", "2", "5", "12", "không đủ số liệu", true},
		{"", "từng quý", "lan", ">=", "1", "", "3", "4", "chưa đạt", false},
		{"", "từng quý", "lan", ">=", "1", "", "5", "4", "không đủ số liệu", true},
		{"", "từng năm", "lan", ">=", "5", "", "5", "5", "đạt", false},
		{"", "từng năm", "lan", ">=", "5", "", "4", "5", "chưa đạt", false},
		{"", "từng tháng", "lan / so_thang()", ">=", "100%", "", "5", "1", "không đủ số liệu", true}, // no flow
		{"", "từng tháng", "con", ">=", "10", "", "5", "10", "không đủ số liệu", true},               // a stock
		{"", "từng tháng", "lan", ">=", "1", "", "-", "12", "không đủ số liệu", false},
		{"", "từng tháng", "lan", ">=", "", "", "5", "", "không đủ số liệu", false},
		{"", "từng tháng", "lan", ">=", "1", "", "kad", "12", "không áp dụng", false},
		{month, "từng tháng", "lan", ">=", "1", "", "5", "1", "vượt", false},
		{month, "từng tháng", "con", "<=", "10", "", "5", "10", "đạt", false},
		{month, "từng quý", "lan", ">=", "1", "", "1", "1", "đạt", false},
		{"01/10/2019 | 30/09/2022", "từng năm", "lan", ">=", "2", "", "5", "6", "chưa đạt", false},
		{"01/10/2019 | 30/09/2022", "từng năm", "lan", ">=", "2", "", "6", "6", "không đủ số liệu", true},
		{"01/10/2019 | 31/12/2022", "từng năm", "lan", ">=", "2", "", "6", "6", "không đủ số liệu", true},
	}
	for _, test := range tests {
		days := test.period
		if days == "" {
			days = "01/01/2021 | 31/12/2021"
		}
		c := office(t, `
# Kỳ
Mã | Tên | Từ ngày | Đến ngày
ky | Kỳ | `+days+`
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp
tinh | Tỉnh đoàn | tỉnh | | có
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Gộp kỳ
lan | Số lần | số đếm | tỉnh |
con | Còn | tồn | tỉnh | cuối kỳ
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Ngưỡng trên | Phạm vi | Lý do
CT | | Mỗi tháng | `+test.expr+` | `+test.op+` | `+test.plan+` | `+test.high+` | `+test.scope+` | do dịch
`)
		r := build(t, c, "tinh: lan="+test.value+" con="+test.value)
		p := r.Targets[0].Parts[0]
		got := ""
		if p.Threshold.Rat != nil {
			got = p.Threshold.Rat.RatString()
		}
		if got != test.threshold || title(p.Verdict) != test.verdict || p.Unproven != test.unproven {
			t.Errorf("%v: got %s %s, unproven %v", test, got, title(p.Verdict), p.Unproven)
		}
		if told := len(r.Findings) == 1 && r.Findings[0].Code == codeUnproven; told != test.unproven {
			t.Errorf("%v: findings %v", test, r.Findings)
		}
	}
}

// What a person decided, for the part or for the whole target, needs no hint that the figures prove nothing.
func TestUnprovenByHand(t *testing.T) {
	c := office(t, year+`
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp
tinh | Tỉnh đoàn | tỉnh | | có
# Số liệu
Mã | Tên | Kiểu | Cấp nhập
lan | Số lần | số đếm | tỉnh
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Phạm vi | Kết luận tay | Lý do
CT-1 | | Mỗi tháng | lan | >= | 1 | từng tháng | đạt | theo biên bản từng tháng
CT-2 | * | Cả chỉ tiêu | | | | | đạt | theo biên bản từng tháng
CT-2 | a | Mỗi tháng | lan | >= | 1 | từng tháng | |
`)
	r := build(t, c, "tinh: lan=12")
	one, two := r.Targets[0], r.Targets[1]
	if one.Verdict != sheets.Met || !one.Parts[0].Unproven || two.Verdict != sheets.Met || !two.Parts[0].Unproven || len(r.Findings) != 0 {
		t.Errorf("%+v %+v %v", one, two, r.Findings)
	}
}
