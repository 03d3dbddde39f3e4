package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tonghop/sheets"
)

// reorganised is the small province in the quarter in which two communes became one and a third was divided. The rule compares with the quarter before.
func reorganised(t testing.TB, share string) *sheets.Catalogue {
	t.Helper()
	other := ""
	if share != "" {
		other = "75%"
	}
	c := office(t, map[string][][]string{
		"Kỳ": {
			{"Mã", "Tên", "Từ ngày", "Đến ngày", "Hạn nộp", "Thuộc kỳ"},
			{"2021", "Năm 2021", "01/01/2021", "31/12/2021", "10/01/2022", ""},
			{"Q2", "Quý II", "01/04/2021", "30/06/2021", "10/07/2021", "2021"}, {"Q3", "Quý III", "01/07/2021", "30/09/2021", "", "2021"},
		},
		"Đơn vị": {
			{"Mã", "Tên", "Cấp", "Trực thuộc", "Phải nộp", "Từ ngày", "Đến ngày"},
			{"tinh", "Tỉnh đoàn", "tỉnh", "", "", "", ""},
			{"x1", "Đoàn xã Một", "xã", "tinh", "có", "", "30/06/2021"}, {"x2", "Đoàn xã Hai", "xã", "tinh", "có", "", "30/06/2021"},
			{"x3", "Đoàn xã Ba", "xã", "tinh", "có", "", "30/06/2021"}, {"x4", "Đoàn xã Bốn", "xã", "tinh", "có", "", "30/06/2021"},
			{"n", "Đoàn xã Mới", "xã", "tinh", "có", "01/07/2021", ""}, {"m", "Đoàn xã Khác", "xã", "tinh", "có", "01/07/2021", ""},
		},
		"Chuyển đổi": {
			{"Mã cũ", "Mã mới", "Ngày", "Tỷ lệ"},
			{"x1", "n", "01/07/2021", ""}, {"x2", "n", "01/07/2021", ""}, {"x3", "n", "01/07/2021", share}, {"x3", "m", "01/07/2021", other},
		},
		"Số liệu": {{"Mã", "Tên", "Kiểu", "Cấp nhập"}, {"dv", "Tổng số đoàn viên", "tồn", "xã"}, {"kn", "Kết nạp", "số đếm", "xã"}},
		"Quy tắc": {
			{"Mã", "Mô tả", "Vế trái", "Phép", "Vế phải", "Mức"},
			{"qt-truoc", "Đoàn viên không tăng quá gấp đôi", "dv", "<=", "2 * ky_truoc(dv)", "cảnh báo"},
		},
	})
	return c.For(c.Period("2021"), sheets.NewTree)
}

// A new unit is compared with the units that went over into it, by their shares; where that cannot be known it is not compared.
func TestRuleOverReorganisation(t *testing.T) {
	for _, tt := range []struct{ name, share, x2, want string }{
		{"all is known", "25%", "20", "qt-truoc warning n Q3: 2 * ky_truoc(dv) là 100"}, // (20 + 20 + 40/4) × 2
		{"one has not answered", "25%", "", ""},
		{"nobody said how", "", "20", ""},
	} {
		c := reorganised(t, tt.share)
		sent := map[string]filled{
			"Q2 x1": {"dv": 20, "kn": 1}, "Q2 x3": {"dv": 40, "kn": 1}, "Q2 x4": {"dv": 7, "kn": 1},
			"Q3 n": {"dv": 101, "kn": 1}, "Q3 m": {"dv": 60, "kn": 1},
		}
		if tt.x2 != "" {
			sent["Q2 x2"] = filled{"dv": tt.x2, "kn": 1}
		}
		var got []string
		for _, f := range Run(c, sentFor(t, c, sent)).Findings {
			if f.Code == "qt-truoc" {
				_, says, _ := strings.Cut(f.Message.Error(), "không được lớn hơn ")
				got = append(got, fmt.Sprintf("%s %s %s %s: %s", f.Code, f.Severity, f.Unit, f.Period, says))
			}
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Whoever answers for a unit that is no more is named; nobody where it was dissolved.
func TestMissingReportOfOldUnits(t *testing.T) {
	c := reorganised(t, "25%")
	hints := make(map[string]string)
	for _, f := range Run(c, sentFor(t, c, map[string]filled{"Q3 n": {"dv": 1, "kn": 1}})).Findings {
		if f.Code == notSubmitted.Code {
			hints[string(f.Unit)+" "+f.Period] = f.Hint.In(0)
		}
	}
	for key, want := range map[string]string{
		"x1 Q2": "kế thừa “Đoàn xã Mới” (n)", "x3 Q2": "kế thừa “Đoàn xã Khác” (m)", "x4 Q2": "không có đơn vị kế thừa", "m Q3": "Đôn đốc đơn vị nộp biểu mẫu.",
	} {
		if !strings.Contains(hints[key], want) {
			t.Errorf("%s: %q does not say %q", key, hints[key], want)
		}
	}
	var keys []string
	for key := range hints {
		keys = append(keys, key)
	}
	if slices.Sort(keys); strings.Join(keys, ", ") != "m Q3, x1 Q2, x2 Q2, x3 Q2, x4 Q2" {
		t.Errorf("reports are missing: %q", keys)
	}
}
