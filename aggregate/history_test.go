package aggregate

import (
	"fmt"
	"strings"
	"testing"
)

// A shortcoming is judged in the periods in which it is followed. One that was not remedied and is not followed any more is told.
func TestFollowedShortcomings(t *testing.T) {
	const catalogue = `
# Kỳ
Mã | Tên | Từ ngày | Đến ngày | Hạn nộp | Thuộc kỳ
2020 | Năm 2020 | 01/01/2020 | 31/12/2020 | |
2021 | Năm 2021 | 01/01/2021 | 31/12/2021 | |
2022 | Năm 2022 | 01/01/2022 | 31/12/2022 | |
2022-Q1 | Quý I/2022 | 01/01/2022 | 31/3/2022 | | 2022
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp
x1 | Xã đoàn Một | xã | | có
# Số liệu
Mã | Tên | Cấp nhập
a | A | xã
# Khuyết điểm
Mã | Vế | Nội dung | Lĩnh vực | Số đo | Kỳ theo dõi | Mức các kỳ trước
K1 | 1 | Một | tổ chức | a >= 1 | |
K2 | 1 | Hai | tổ chức | a >= 1 | 2020; 2021 | 2020: 1a; 2021: 2
K2 | 2 | Hai nữa | tổ chức | a >= 2 | |
K3 | 1 | Ba | tổ chức | a >= 1 | 2020 | 2020: 3
K4 | 1 | Bốn | tổ chức | a >= 1 | 2022 | 2021: 1b; 2020: 0
`
	c := office(t, catalogue)
	for period, want := range map[string]string{
		"2020": "K1 K2 K3 ", "2021": "K1 K2 | K4 ở kỳ Năm 2020 mức 0", "2022": "K1 K4 | K2 ở kỳ Năm 2021 mức 2", "2022-Q1": "K1 K4 | K2 ở kỳ Năm 2021 mức 2",
	} {
		b := batch(t, c, "x1: a=5")
		b.Period, b.Expect = c.Period(period), c.Expect(c.Period(period))
		r := Build(c, b, nil, Options{})
		var got, said []string
		for _, s := range r.Shortcomings {
			got = append(got, string(s.Shortcoming.Code))
		}
		for _, f := range r.Findings {
			if f.Code == codeDropped {
				said = append(said, f.Message.Error())
			}
		}
		codes, rest, _ := strings.Cut(want, " |")
		if strings.Join(got, " ") != strings.TrimSpace(codes) {
			t.Errorf("%s: got %v, want %s", period, got, codes)
		}
		code, level, _ := strings.Cut(strings.TrimSpace(rest), " ở kỳ ")
		name, level, _ := strings.Cut(level, " mức ")
		wanted := fmt.Sprintf("Khuyết điểm “%s” ở kỳ “%s” mới ở mức %s, nhưng không theo dõi tiếp ở kỳ “%s”.", code, name, level, c.Period(period).Name)
		if code == "" && len(said) > 0 || code != "" && strings.Join(said, "\n") != wanted {
			t.Errorf("%s: said %q, want %q", period, said, wanted)
		}
	}
	if h := c.Shortcomings[3].History; len(h) != 2 || h[0].Period.Code != "2020" {
		t.Errorf("not in the order of the days: %v", h)
	}
}
