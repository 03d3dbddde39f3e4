package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"tonghop/lang"
	"tonghop/sheets"
)

// works is a list form like that of the starter, beside one of gifts.
func works(t *testing.T) *sheets.Catalogue {
	t.Helper()
	return office(t, map[string][][]string{
		"Bảng kê": {
			{"Bảng", "Cột", "Tên", "Kiểu", "Bắt buộc", "Vào số liệu"},
			{"ds_ct", "ten", "Tên", "văn bản", "có", "xs"}, {"ds_ct", "loai", "Loại", "phân loại", "", "ct: kn; pv: qua"}, {"ds_ct", "noi", "Địa điểm", "văn bản", "", ""},
			{"ds_ct", "tien", "Trị giá", "tiền", "", "tien"}, {"ds_ct", "ngay", "Ngày", "ngày", "", ""},
			{"ds_qua", "ten", "Tên", "văn bản", "có", ""}, {"ds_qua", "tien", "Trị giá", "tiền", "", "tien"},
		},
		"Lựa chọn": {{"Danh sách", "Mã", "Nhãn"}, {"ds_ct.loai", "ct", "Công trình"}, {"ds_ct.loai", "pv", "Phần việc"}},
		"Quy tắc":  nil,
	})
}

// work makes a row of the list of works: name, kind, place, amount and day; "" is blank, "?" cannot be read.
func work(row int, typed ...string) sheets.ListRow {
	r := sheets.ListRow{Row: uint32(row), Cells: make([]sheets.Value, len(typed))}
	for i, text := range typed {
		v := sheets.Value{State: sheets.Given, Row: uint32(row), Col: uint16(i + 2), Raw: text}
		number, isNumber := new(big.Rat).SetString(text)
		switch {
		case text == "":
			v.State = sheets.Blank
		case text == "?":
			v.State = sheets.Unreadable
		case isNumber:
			v.Rat = number
		default:
			v.Text = text
		}
		r.Cells[i] = v
	}
	return r
}

func rowsOf(rows ...sheets.ListRow) sheets.ListRows {
	return sheets.ListRows{Present: true, Rows: rows}
}

func TestAgainstList(t *testing.T) {
	c := works(t)
	road, clean := work(6, "Đường", "ct", "", "1500000", ""), work(7, "Dọn", "pv", "", "500000", "")
	gift := work(6, "Gạo", "100000")
	form := good("x1").with("kn", 1).with("qua", 1).with("xs", 2).with("tien", 2_100_000)
	for _, tt := range []struct {
		name        string
		works, gift sheets.ListRows
		form        filled
		want        []string
		held, open  int
	}{
		{"all agree", rowsOf(road, clean), rowsOf(gift), form, nil, 4, 0},
		{"lists left blank", rowsOf(), rowsOf(), form.with("kn", 77), nil, 0, 0},
		{"no lists", sheets.ListRows{}, sheets.ListRows{}, form.with("kn", 77), nil, 0, 0},
		{"an option less", rowsOf(road, clean), rowsOf(gift), form.with("kn", 2), []string{"kn E12: “Đoàn viên mới kết nạp” (ô E12) là 2, nhưng theo bảng kê là 1: “ds_ct” có 1 dòng ghi “Công trình” (ô C6)"}, 3, 0},
		{"rows in all", rowsOf(road, clean), rowsOf(gift), form.with("xs", 3), []string{"xs E13: “Đoàn viên xuất sắc” (ô E13) là 3, nhưng theo bảng kê là 2: “ds_ct” có 2 dòng (ô B6:B7)"}, 3, 0},
		{"two lists together", rowsOf(road, clean), rowsOf(gift), form.with("tien", 2_000_000), []string{
			"tien E15: “Trị giá quà” (ô E15) là 2 triệu đồng, nhưng theo bảng kê là 2,1 triệu đồng: tổng cột “Trị giá” của “ds_ct” là 2 triệu đồng (ô E6:E7); tổng cột “Trị giá” của “ds_qua” là 100.000 đồng (ô C6)"}, 3, 0},
		{"one of two lists is blank and there is room for it", rowsOf(road, clean), rowsOf(), form, nil, 4, 0},
		{"one of two lists is blank and the other exceeds", rowsOf(road, clean), rowsOf(), form.with("tien", 1_999_999), []string{"tien E15: "}, 3, 0},
		{"a cell that cannot be read", rowsOf(road, work(7, "Dọn", "pv", "", "?", "")), rowsOf(gift), form.with("tien", 5), nil, 3, 1},
		{"a kind that is blank", rowsOf(road, work(7, "Dọn", "", "", "500000", "")), rowsOf(gift), form.with("kn", 9).with("qua", 9), nil, 2, 2},
		{"a figure that is blank", rowsOf(road, clean), rowsOf(gift), form.with("xs", nil), nil, 3, 1},
		{"no row of an option", rowsOf(road), rowsOf(), form.with("qua", 0).with("xs", 1), nil, 4, 0},
	} {
		b := received(t, c, map[sheets.UnitCode]filled{"x1": tt.form}, onTime)
		b.Submissions[c.Units.Unit("x1").Index].Lists = []sheets.ListRows{tt.works, tt.gift}
		r := Run(c, b)
		var got []string
		for _, f := range r.Findings {
			if f.Code == againstList.Code {
				got = append(got, fmt.Sprintf("%s %s: %s", f.Indicator, f.Pos.Cell(), strings.ReplaceAll(f.Message.In(lang.Vi), "\u00a0", " ")))
			}
		}
		if !slices.EqualFunc(got, tt.want, strings.HasPrefix) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		held, broken, open := 0, 0, 0
		for _, feed := range r.Feeds {
			held, broken, open = held+feed.Held, broken+feed.Broken, open+feed.NotCheckable
		}
		if held != tt.held || broken != len(tt.want) || open != tt.open {
			t.Errorf("%s: %d held, %d broken, %d not checkable", tt.name, held, broken, open)
		}
	}
}

func TestSharedItem(t *testing.T) {
	bridge := []string{"Cầu nông thôn ấp Tân Tiến", "ct", "ấp Tân Tiến", "45000000", "44420"}
	with := func(changes map[int]string) []string {
		row := slices.Clone(bridge)
		for i, text := range changes {
			row[i] = text
		}
		return row
	}
	for _, tt := range []struct {
		name string
		a, b []string
		said bool
	}{
		{"the same", bridge, bridge, true},
		{"written otherwise", bridge, with(map[int]string{0: "CẦU NÔNG THÔN  ấp tân tiến", 2: "Ấp Tân tiến"}), true},
		{"of another kind", bridge, with(map[int]string{1: "pv"}), true},
		{"one states no place", bridge, with(map[int]string{2: ""}), true},
		{"another place", bridge, with(map[int]string{2: "ấp Tân Lập"}), false},
		{"another amount", bridge, with(map[int]string{3: "45000001"}), false},
		{"another day", bridge, with(map[int]string{4: "44421"}), false},
		{"another name", bridge, with(map[int]string{0: "Cầu nông thôn ấp Tân Hòa"}), false},
		{"a short name", with(map[int]string{0: "Cầu"}), with(map[int]string{0: "Cầu"}), false},
		{"the name and the kind", with(map[int]string{2: "", 3: "", 4: ""}), with(map[int]string{2: "", 3: "", 4: ""}), false},
		{"the name and a day: a campaign", with(map[int]string{2: "", 3: ""}), with(map[int]string{2: "", 3: ""}), false},
		{"the name and a round amount", with(map[int]string{2: "", 4: ""}), with(map[int]string{2: "", 4: ""}), false},
		{"the name and an amount like no other", with(map[int]string{2: "", 3: "12350000", 4: ""}), with(map[int]string{2: "", 3: "12350000", 4: ""}), true},
		{"an amount that cannot be read", with(map[int]string{3: "?"}), with(map[int]string{3: "?"}), false},
	} {
		c := works(t)
		b := received(t, c, map[sheets.UnitCode]filled{"x1": good("x1"), "x2": good("x2"), "x3": good("x3")}, onTime)
		b.Submissions[c.Units.Unit("x1").Index].Lists = []sheets.ListRows{rowsOf(work(6, "Khác", "", "", "", ""), work(7, tt.a...)), {}}
		b.Submissions[c.Units.Unit("x3").Index].Lists = []sheets.ListRows{rowsOf(work(9, tt.b...)), {}}
		var got, want []string
		for _, f := range Run(c, b).Findings {
			if f.Code == sharedItem.Code {
				got = append(got, fmt.Sprintf("%s %s %s: %s", f.Unit, f.Indicator, f.Pos.Cell(), strings.ToLower(f.Message.In(lang.Vi))))
			}
		}
		if tt.said {
			want = []string{"x3 ds_ct.ten B9: bảng kê “ds_ct”: “cầu nông thôn ấp tân tiến” (ô b9) cũng có trong bảng kê của đơn vị “đoàn xã một” (x1), tệp “nop/x1.xlsx”, ô b7; "}
		}
		if !slices.EqualFunc(got, want, strings.HasPrefix) {
			t.Errorf("%s: %q, want %q", tt.name, got, want)
		}
	}
}

// What a unit above lists is compared with what those below it listed, never added: it is no second item. Its rows do not even count.
func TestSharedItemAboveAndBelow(t *testing.T) {
	c := works(t)
	b := received(t, c, everybody(), onTime)
	above, below := c.Units.Unit("x1"), c.Units.Unit("x2")
	if isAbove(above, below) || isAbove(below, above) || !isAbove(c.Units.Root, below) || isAbove(below, below) {
		t.Error("who is above whom")
	}
	one := work(6, "Cầu nông thôn ấp Tân Tiến", "ct", "ấp Tân Tiến", "45000000", "44420")
	m := item{c.Units.Root, nil, &one}
	if _, found := m.sameAmong(c.Lists[0], []item{{below, b.Submissions[below.Index], &one}}); found {
		t.Error("the province and its commune are a pair")
	}
}
