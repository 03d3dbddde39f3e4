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
		{"2021-01-01", "2021-04-30", "4 longer", "1 longer rest", "1"}, // a quarter and the beginning of another
		{"2021-02-01", "2021-02-28", "1", "1", "1"},
		{"2021-02-01", "2021-03-01", "1 longer rest", "1", "1"},
		{"2020-12-26", "2021-01-25", "1", "1", "1"}, // offices that cut off on the 25th
		{"2019-10-01", "2022-09-30", "36 longer", "12 longer", "3 longer"},
		{"2019-10-15", "2022-10-14", "36 longer", "12 longer", "3 longer"},
		{"2019-10-15", "2022-12-31", "38 longer rest", "12 longer rest", "3 longer rest"},
		{"2021-01-01", "2021-01-01", "1", "1", "1"},
		{"2021-05-01", "2021-01-01", "1", "1", "1"}, // reversed: a fault of the catalogue, and no endless loop
	}
	for _, test := range tests {
		p := &sheets.Period{From: day(test.from), To: day(test.to)}
		got := func(scope sheets.Scope) string {
			whole, longer, rest := stretches(p, scope)
			got := fmt.Sprint(whole)
			if longer {
				got += " longer"
			}
			if rest {
				got += " rest"
			}
			return got
		}
		if got(sheets.PerMonth) != test.months || got(sheets.PerQuarter) != test.quarters || got(sheets.PerYear) != test.years || got(sheets.OnTotal) != "1" {
			t.Errorf("%s to %s: got %s, %s, %s", test.from, test.to, got(sheets.PerMonth), got(sheets.PerQuarter), got(sheets.PerYear))
		}
	}
}

func TestFlow(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Gộp đơn vị | Gộp kỳ | Cách báo | Công thức | ĐVT
cuoc | Cuộc | số đếm | xã | | |
luot | Lượt | số đếm | xã | | |
tien | Tiền | tiền | xã | | | | | đồng
dv | Đoàn viên | tồn | xã | | cuối kỳ |
cao | Cao nhất | số đếm | xã | | lớn nhất |
nhat | Của xã nhiều nhất | số đếm | xã | lớn nhất | |
bq | Bình quân | số đếm | xã | bình quân | |
dem | Xã có báo | số đếm | xã | đếm đơn vị | |
rieng | Riêng tỉnh | số đếm | tỉnh | không | |
don | Lũy kế | số đếm | xã | | | lũy kế
luc | Thời điểm | số đếm | xã | | | thời điểm
yn | Có | có/không | xã | | |
ty_le | Tỷ lệ | công thức | | | | | cuoc / luot
bu | Phần bù | công thức | | | | | 1 - ty_le
tong | Tổng | công thức | | | | | cuoc + 2 * luot
lai | Còn lại | công thức | | | | | cuoc - luot
hon | Nhiều hơn | công thức | | | | | lon_nhat(cuoc; luot)
`)
	r := build(t, c, "")
	for text, want := range map[string]flow{
		"cuoc": rising, "tien / 1000": rising, "tong": rising, "2 * (cuoc + tong)": rising, "rieng": rising,
		"tong - cuoc": additive, "cuoc - luot": additive, "lai": additive, "-cuoc": additive, "lai + cuoc": additive,
		"ty_le": noFlow, "bu": noFlow, "1 - cuoc / luot": noFlow, "tien / cuoc": noFlow, "cuoc / so_thang()": noFlow, "dv": noFlow, "cuoc + dv": noFlow,
		"cao": noFlow, "yn": noFlow, "cuoc + 1": noFlow, "cuoc * luot": noFlow, "12": noFlow, "khong_co": noFlow, "dem_don_vi(cuoc >= 1; xã)": noFlow,
		"so_don_vi(xã)": noFlow, "dem_chi_tieu()": noFlow,
		// What was highest over a year is not the sum of what was highest in its quarters.
		"lon_nhat(cuoc; luot)": noFlow, "nho_nhat(cuoc; luot)": noFlow, "neu(cuoc > luot; cuoc; luot)": noFlow, "lam_tron(cuoc; 0)": noFlow,
		"tri_tuyet_doi(cuoc)": noFlow, "hon": noFlow, "cuoc + hon": noFlow, "nhat": noFlow, "bq": noFlow, "dem": noFlow, "don": noFlow, "luc": noFlow,
	} {
		e, faults := formula.Parse(text)
		if len(faults) > 0 {
			t.Fatalf("%s: %v", text, faults)
		}
		if got := r.flowOf(e); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}

// A figure that is made of itself is no flow, and one that doubles itself forty times is looked at forty times.
func TestFlowOfDerived(t *testing.T) {
	rows := "# Số liệu\nMã | Tên | Kiểu | Cấp nhập | Công thức\na0 | A | số đếm | xã |\n"
	for i := range 40 {
		rows += fmt.Sprintf("a%d | A | công thức | | a%d + a%d\n", i+1, i, i)
	}
	c := office(t, district+rows)
	r := build(t, c, "")
	e, _ := formula.Parse("a40")
	if got := r.flowOf(e); got != rising {
		t.Errorf("got %v", got)
	}
	c.Indicator("a1").Formula, _ = formula.Parse("a0 + a40")
	if got := build(t, c, "").flowOf(e); got != noFlow {
		t.Errorf("in a circle: got %v", got)
	}
}

// The total of a year proves that a month failed, also at a limit, but never that each month did what was asked.
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
		{"", "từng tháng", "lan", "<", "1", "", "12", "12", "chưa đạt", false},
		{"", "từng tháng", "lan", "<", "1", "", "11", "12", "không đủ số liệu", true},
		{"", "từng tháng", "lan", "<=", "1", "", "12", "12", "không đủ số liệu", true},
		{"", "từng tháng", "lan", "<=", "1", "", "13", "12", "chưa đạt", false}, // one month had more than one
		{"", "từng tháng", "lan", "=", "0", "", "0", "0", "không đủ số liệu", true},
		{"", "từng tháng", "lan", "=", "0", "", "1", "0", "chưa đạt", false},
		{"", "từng tháng", "lan", "=", "1", "", "11", "12", "chưa đạt", false},
		{"", "từng tháng", "lan", "=", "1", "", "12", "12", "không đủ số liệu", true},
		{"", "từng tháng", "lan", "<>", "1", "", "12", "12", "không đủ số liệu", true},
		{"", "từng tháng", "lan", "khoảng", "1", "2", "25", "12", "không đủ số liệu", true}, // above an interval is no failure
		{"", "từng quý", "lon_nhat(lan; con)", ">=", "8", "", "10", "8", "không đủ số liệu", true},
		{"", "từng quý", "lan - lan2", ">=", "1", "", "0", "4", "chưa đạt", false},
		{"", "từng tháng", "lan", "khoảng", "1", "2", "5", "12", "chưa đạt", false},
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
		{"01/10/2019 | 31/12/2022", "từng năm", "lan", ">=", "2", "", "5", "6", "chưa đạt", false},
		// Of the three months behind the three years a difference may fall, and what is above a limit may be theirs.
		{"01/10/2019 | 31/12/2022", "từng năm", "lan - lan2", ">=", "2", "", "5", "6", "không đủ số liệu", true},
		{"01/10/2019 | 31/12/2022", "từng năm", "lan", "<=", "2", "", "7", "6", "không đủ số liệu", true},
		{"01/10/2019 | 31/12/2022", "từng năm", "lan", "=", "2", "", "7", "6", "không đủ số liệu", true},
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
lan2 | Số lần khác | số đếm | tỉnh |
con | Còn | tồn | tỉnh | cuối kỳ
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Ngưỡng trên | Phạm vi | Lý do
CT | | Mỗi tháng | `+test.expr+` | `+test.op+` | `+test.plan+` | `+test.high+` | `+test.scope+` | do dịch
`)
		r := build(t, c, "tinh: lan="+test.value+" lan2=0 con="+test.value)
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
