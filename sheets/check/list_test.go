package check

import (
	"slices"
	"testing"

	"tonghop/sheets"
)

// A rule may compare a figure with the rows of the form's own list. While the list is missing, or a cell that is asked for is blank, there is nothing
// to compare with.
func TestRuleOverRows(t *testing.T) {
	c := office(t, map[string][][]string{
		"Bảng kê": {{"Bảng", "Cột", "Tên", "Kiểu"}, {"ds_kn", "ten", "Họ tên", "văn bản"}, {"ds_kn", "moi", "Mới kết nạp", "có/không"}},
		"Quy tắc": {
			{"Mã", "Mô tả", "Vế trái", "Phép", "Vế phải", "Nếu thiếu"},
			{"qt-ds", "Số kết nạp bằng số dòng của bảng kê", "kn", "=", "dem_dong(ds_kn; moi; có)", ""},
		},
	})
	row := func(state sheets.State, yes bool) sheets.ListRow {
		return sheets.ListRow{Cells: []sheets.Value{{State: sheets.Given, Text: "A"}, {State: state, Yes: yes}}}
	}
	yes, no, open := row(sheets.Given, true), row(sheets.Given, false), row(sheets.Blank, false)
	for _, tt := range []struct {
		name string
		list sheets.ListRows
		want []string
		held int
	}{
		{"as many", sheets.ListRows{Present: true, Rows: []sheets.ListRow{yes, no, yes}}, nil, 1},
		{"fewer", sheets.ListRows{Present: true, Rows: []sheets.ListRow{yes, no}}, []string{"qt-ds error x1 kn E12"}, 0},
		{"none", sheets.ListRows{Present: true}, []string{"qt-ds error x1 kn E12"}, 0},
		{"a blank cell", sheets.ListRows{Present: true, Rows: []sheets.ListRow{yes, open}}, nil, 0},
		{"no list", sheets.ListRows{}, nil, 0},
	} {
		b := received(t, c, map[sheets.UnitCode]filled{"x1": good("x1").with("kn", 2)}, onTime)
		b.Submissions[c.Units.Unit("x1").Index].Lists = []sheets.ListRows{tt.list}
		r := Run(c, b)
		found := slices.DeleteFunc(listed(r.Findings), func(line string) bool { return line[:3] != "qt-" })
		if !slices.Equal(found, tt.want) && len(found)+len(tt.want) > 0 {
			t.Errorf("%s: findings %q, want %q", tt.name, found, tt.want)
		}
		if r.Rules[0].Held != tt.held || r.Rules[0].Held+r.Rules[0].Broken+r.Rules[0].NotCheckable != 1 {
			t.Errorf("%s: %+v", tt.name, r.Rules[0])
		}
	}
}
