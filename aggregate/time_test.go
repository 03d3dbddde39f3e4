package aggregate

import (
	"testing"
	"time"

	"tonghop/formula"
	"tonghop/sheets"
)

func TestPeriodsOf(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse("2006-01-02", s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	tests := []struct {
		from, to                string
		months, quarters, years int
	}{
		{"2021-01-01", "2021-12-31", 12, 4, 1},
		{"2021-01-01", "2021-06-30", 6, 2, 1},
		{"2021-02-01", "2021-02-28", 1, 1, 1},
		{"2019-10-01", "2022-09-30", 36, 12, 3},
		{"2019-10-15", "2022-10-14", 37, 12, 3},
		{"2017-01-01", "2019-12-31", 36, 12, 3},
		{"2021-01-01", "2021-01-01", 1, 1, 1},
		{"2021-05-01", "2021-01-01", 1, 1, 1}, // reversed: a fault of the catalogue, and no endless loop
	}
	for _, test := range tests {
		p := &sheets.Period{From: day(test.from), To: day(test.to)}
		got := [4]int{periodsOf(p, sheets.PerMonth), periodsOf(p, sheets.PerQuarter), periodsOf(p, sheets.PerYear), periodsOf(p, sheets.OnTotal)}
		if want := [4]int{test.months, test.quarters, test.years, 1}; got != want {
			t.Errorf("%s to %s: got %v, want %v", test.from, test.to, got, want)
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

func TestPlanPerMonth(t *testing.T) {
	tests := []struct {
		scope, expr, plan, value, threshold, verdict string
	}{
		{"từng tháng", "lan", "1", "5", "12", "chưa đạt"}, // five of twelve monthly reviews
		{"từng tháng", "lan", "1", "12", "12", "đạt"},
		{"từng quý", "lan", "1", "5", "4", "vượt"},
		{"từng năm", "lan", "5", "5", "5", "đạt"},
		{"từng tháng", "lan / so_thang()", "100%", "5", "1", "chưa đạt"},
		{"từng tháng", "con", "10", "5", "10", "chưa đạt"}, // a stock
	}
	for _, test := range tests {
		c := office(t, year+`
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp
tinh | Tỉnh đoàn | tỉnh | | có
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Gộp kỳ
lan | Số lần | số đếm | tỉnh |
con | Còn | tồn | tỉnh | cuối kỳ
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Phạm vi
CT | | Mỗi tháng | `+test.expr+` | >= | `+test.plan+` | `+test.scope+`
`)
		p := build(t, c, "tinh: lan="+test.value+" con="+test.value).Targets[0].Parts[0]
		if got := p.Threshold.Rat.RatString(); got != test.threshold || title(p.Verdict) != test.verdict {
			t.Errorf("%v: got %s %s", test, got, title(p.Verdict))
		}
	}
}
