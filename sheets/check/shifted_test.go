package check

import (
	"fmt"
	"testing"

	"tonghop/lang"
	"tonghop/sheets"
)

// A form of twelve figures in pairs, a whole and its part, and one answer of yes or no at the end.
func TestShifted(t *testing.T) {
	figures := [][]string{{"Mã", "Tên", "ĐVT", "Kiểu", "Cấp nhập"}}
	rules := [][]string{{"Mã", "Mô tả", "Vế trái", "Phép", "Vế phải"}}
	for i := range 12 {
		figures = append(figures, []string{fmt.Sprintf("s%02d", i), fmt.Sprintf("Số thứ %d", i), "người", "số đếm", "xã"})
		if i%2 == 1 {
			rules = append(rules, []string{fmt.Sprintf("qt-%02d", i), "Phần không hơn tổng", fmt.Sprintf("s%02d", i), "<=", fmt.Sprintf("s%02d", i-1)})
		}
	}
	figures = append(figures, []string{"mh", "Có mô hình", "", "có/không", "xã"})
	c := office(t, map[string][][]string{"Số liệu": figures, "Quy tắc": rules})
	answers := make([]any, 13)
	for i := range 12 {
		answers[i] = 100 + i
		if i%2 == 1 {
			answers[i] = i
		}
	}
	answers[12] = "có"
	form := func(at func(int) int) filled {
		f := make(filled)
		for i, row := range figures[1:] {
			if from := at(i); from >= 0 && from < len(answers) {
				f[sheets.Code(row[0])] = answers[from]
			}
		}
		return f
	}
	rising := make(filled)
	for i := range 12 {
		rising[sheets.Code(figures[i+1][0])] = 100 + i
	}
	for _, tt := range []struct {
		name string
		x1   filled
		want []string
		says string
	}{
		{"as it should be", form(func(i int) int { return i }), nil, ""},
		{"a row down", form(func(i int) int { return i - 1 }), []string{"lech-dong error x1", "so-lieu-sai-kieu error x1 mh E23"}, "từ ô E12 đến ô E23 có vẻ bị lệch xuống một dòng: 6 điểm mâu thuẫn, dời lên một dòng thì chỉ còn 0"},
		{"a row up", form(func(i int) int { return i + 1 }), []string{"lech-dong error x1", "so-lieu-sai-kieu error x1 s11 E22"}, "từ ô E11 đến ô E22 có vẻ bị lệch lên một dòng"},
		{"three mistakes are mistakes", form(func(i int) int { return i }).with("s01", 500).with("s03", 500).with("s05", 500), []string{"qt-01 error x1 s01 E12", "qt-03 error x1 s03 E14", "qt-05 error x1 s05 E16"}, ""},
		{"so are six that no row mends", rising.with("mh", "có"), []string{"qt-01", "qt-03", "qt-05", "qt-07", "qt-09", "qt-11"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			sent := map[sheets.UnitCode]filled{"x1": tt.x1}
			var got []sheets.Finding
			for _, f := range Run(c, received(t, c, sent, onTime)).Findings {
				if f.Unit == "x1" {
					got = append(got, f)
				}
			}
			sameFindings(t, listed(got), tt.want)
			if tt.says != "" && len(got) > 0 {
				holds(t, got[0].Message.In(lang.Vi), tt.says)
			}
		})
	}
}
