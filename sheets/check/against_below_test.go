package check

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"tonghop/lang"
	"tonghop/sheets"
)

// Where all three levels hand in the same figure, those that have added up are compared with the lowest units below them, each level by itself, and where one
// of these has not answered with nothing.
func TestLevelsAreComparedWithTheLowestBelow(t *testing.T) {
	c := office(t, map[string][][]string{
		"Đơn vị": {
			{"Mã", "Tên", "Cấp", "Trực thuộc", "Phải nộp"},
			{"tinh", "Tỉnh đoàn", "tỉnh", "", ""}, {"h1", "Huyện đoàn Một", "huyện", "tinh", "có"},
			{"x1", "Đoàn xã Một", "xã", "h1", "có"}, {"x2", "Đoàn xã Hai", "xã", "h1", "có"},
			{"c1", "Chi đoàn Một", "chi đoàn", "x1", "có"}, {"c2", "Chi đoàn Hai", "chi đoàn", "x1", "có"},
		},
		"Số liệu": {{"Mã", "Tên", "ĐVT", "Kiểu", "Cấp nhập"}, {"dv", "Tổng số đoàn viên", "người", "tồn", "chi đoàn;xã;huyện"}, {"k", "Khác", "người", "số đếm", "chi đoàn;xã;huyện"}, {"h", "Riêng huyện", "người", "số đếm", "huyện"}, {"x", "Riêng xã", "người", "số đếm", "xã"}},
		"Quy tắc": nil,
	})
	dv := c.Indicator("dv")
	for _, tt := range []struct {
		name   string
		x1, h1 int
		c2     bool
		want   []string
	}{
		{"all agree", 30, 70, true, nil},
		{"the commune differs", 31, 70, true, []string{"“Tổng số đoàn viên”: đơn vị ghi 31, nhưng tổng của 2 đơn vị bên dưới là 30"}},
		{"the district added its commune to the chapters", 30, 100, true, []string{"“Tổng số đoàn viên”: đơn vị ghi 100, nhưng tổng của 3 đơn vị bên dưới là 70"}},
		{"both differ", 29, 69, true, []string{"“Tổng số đoàn viên”: đơn vị ghi 69, nhưng tổng của 3 đơn vị bên dưới là 70", "“Tổng số đoàn viên”: đơn vị ghi 29, nhưng tổng của 2 đơn vị bên dưới là 30"}},
		{"a chapter has not answered", 29, 69, false, nil},
	} {
		all := map[sheets.UnitCode]filled{"h1": {"h": 1}, "x1": {"x": 1}, "x2": {"dv": 40, "k": 1, "x": 1}, "c1": {"dv": 10, "k": 1}, "c2": {"dv": 20, "k": 1}}
		if !tt.c2 {
			delete(all, "c2")
		}
		b := received(t, c, all, onTime)
		for code, n := range map[sheets.UnitCode]int{"x1": tt.x1, "h1": tt.h1} {
			b.Submissions[c.Units.Unit(code).Index].Values[dv.Slot] = sheets.Value{State: sheets.Given, Rat: big.NewRat(int64(n), 1), Row: 40, Col: 5, Raw: fmt.Sprint(n)}
		}
		var got []string
		for _, f := range Run(c, b).Findings {
			if f.Code == againstBelow.Code {
				got = append(got, f.Message.In(lang.Vi))
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}
