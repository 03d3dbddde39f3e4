package sheets

import (
	"bytes"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets/xlsx"
)

// A cell holds what a formula asks for, however that is typed; what says nothing is not known to.
func TestWanted(t *testing.T) {
	given := func(v Value) Value { v.State = Given; return v }
	options := []Option{{Code: "XS", Label: "Hoàn thành xuất sắc"}, {Code: "uy_vien", Label: "Uỷ viên"}}
	columns := map[string]ListColumn{
		"count": {Kind: Count}, "money": {Kind: Money, Title: "Trị giá (triệu đồng)"}, "day": {Kind: Day}, "yes": {Kind: YesNo}, "option": {Kind: Category, Options: options}, "text": {Kind: Words},
	}
	five, day := given(Value{Rat: big.NewRat(5, 1)}), given(Value{Rat: big.NewRat(44258, 1)})
	for _, tt := range []struct {
		column string
		cell   Value
		word   string
		want   string
	}{
		{"count", five, "5", "yes"}, {"count", five, "05", "yes"}, {"count", five, "6", "no"}, {"count", five, "năm", "unknown"},
		{"count", Value{State: Blank}, "5", "unknown"}, {"count", Value{State: Unreadable}, "5", "unknown"}, {"count", Value{}, "5", "unknown"}, {"count", Value{State: Exempt}, "5", "no"},
		{"money", given(Value{Rat: big.NewRat(5000000, 1)}), "5", "yes"},
		{"day", day, "03/3/2021", "yes"}, {"day", day, "04/3/2021", "no"},
		{"yes", given(Value{Yes: true}), "Có", "yes"}, {"yes", given(Value{}), "khong", "yes"}, {"yes", given(Value{}), "có", "no"}, {"yes", given(Value{}), "đủ", "unknown"},
		{"option", given(Value{Text: "XS"}), "xs", "yes"}, {"option", given(Value{Text: "XS"}), "hoan thanh xuat sac", "yes"}, {"option", given(Value{Text: "uy_vien"}), "XS", "no"},
		{"option", given(Value{Text: "uy_vien"}), "Ủy viên", "yes"}, {"option", given(Value{Text: "XS"}), "TOT", "unknown"},
		{"text", given(Value{Text: "Ấp Hoà Bình"}), "ấp hòa bình", "yes"}, {"text", given(Value{Text: "Ấp Hoà Bình"}), "ap hoa binh", "no"},
	} {
		column := columns[tt.column]
		got := "unknown"
		if matches, known := column.wanted(tt.word).in(tt.cell); known {
			got = map[bool]string{true: "yes", false: "no"}[matches]
		}
		if got != tt.want {
			t.Errorf("%s: %s is %q: %s, want %s", tt.column, said(tt.cell), tt.word, got, tt.want)
		}
	}
}

// A cell prints as documents do, and an option is equal to its code and to its label.
func TestFigureOfColumn(t *testing.T) {
	column := ListColumn{Key: "chuc_vu", Kind: Category, Options: []Option{{Code: "bi_thu", Label: "Bí thư"}}}
	v := column.Figure(Value{State: Given, Text: "bi_thu"})
	if got := figure.Default(v); got != "Bí thư" {
		t.Errorf("an option prints as %q", got)
	}
	for text, want := range map[string]formula.Truth{"bi_thu": formula.True, "BÍ THƯ": formula.True, "uy_vien": formula.False} {
		for _, sides := range [][2]figure.Value{{v, figure.TextOf(text)}, {figure.TextOf(text), v}} {
			if got := formula.Compare(sides[0], sides[1], formula.Equal); got != want {
				t.Errorf("an option is equal to %q: %v", text, got)
			}
		}
	}
	for _, state := range []State{Absent, Blank, Unreadable} {
		if v := column.Figure(Value{State: state}); !v.IsMissing() || v.Gaps[0] != "chuc_vu" {
			t.Errorf("state %d: %+v", state, v)
		}
	}
}

func TestListsOfTheStarter(t *testing.T) {
	data, err := WriteCatalogue(Starter())
	if err != nil {
		t.Fatal(err)
	}
	c, err := Load("danhmuc.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	for i, list := range c.Lists {
		want := PeriodSum
		if list.Name == "ds_bch" {
			want = PeriodLast
		}
		if list.Index != i || list.Periods != want || c.List(strings.ToUpper(list.Name)) != list {
			t.Errorf("list %s: %+v", list.Name, list)
		}
		for k, column := range list.Columns {
			if list.Column(strings.ToUpper(column.Key)) != k || (column.Kind == Category) != (len(column.Options) > 0) {
				t.Errorf("column %s.%s: %+v", list.Name, column.Key, column)
			}
		}
	}
	for name, want := range map[string]bool{"ds_van_ban": true, "ds_khuyet_diem": true, "ds_bch": false} {
		if c.List(name).provinceOnly() != want {
			t.Errorf("%s is the province's: %v", name, !want)
		}
	}
}

// A formula of the catalogue that names what no list has is a fault at its cell, with the nearest name.
func TestFaultsOfRowFunctions(t *testing.T) {
	for typed, near := range map[string]string{
		"dem_dong(ds_bhc)": "ds_bch", "dem_dong(ds_bch; xep_loaii; XS)": "xep_loai", "dem_dong(ds_bch; xep_loai; Xss)": "XS",
		"tong_dong(ds_hien_vat; so_luongg)": "so_luong", "dem_dong(ds_bch; chuc_vu; uỷ viên)": "",
	} {
		tables := Starter()
		for i := range tables {
			if tables[i].Sheet == sheetIndicators {
				row := make([]string, len(tables[i].Header))
				for k, column := range tables[i].Header {
					row[k] = map[string]string{"Mã": "thu_nghiem", "Tên": "Thử nghiệm", "Kiểu": "công thức", "Công thức": typed}[column]
				}
				tables[i].Rows = append(tables[i].Rows, row)
			}
		}
		data, err := WriteCatalogue(tables)
		if err != nil {
			t.Fatal(err)
		}
		c, err := Load("danhmuc.xlsx", data)
		if err != nil {
			t.Fatal(err)
		}
		var suggestions []string
		for _, f := range c.Faults {
			if f.Severity == figure.Error {
				suggestions = append(suggestions, f.Suggest)
			}
		}
		if got := strings.Join(suggestions, " "); got != near || near == "" && len(suggestions) > 0 {
			t.Errorf("%s: suggestions %q, want %q", typed, suggestions, near)
		}
	}
}

// FuzzListForm reads a sheet on which anything may stand as the list of works: a tab separates cells, a line is a row. Whatever it is, every row
// lies below the header, holds something, and every value stands in a cell of its row that holds something.
func FuzzListForm(f *testing.F) {
	f.Add("BẢNG KÊ: x\n\nSTT\tTên công trình\tLoại\tTrị giá (đồng)\tNgày hoàn thành\n\tten\tloai\ttri_gia\tngay\n1\tĐường quê\tCT\t5.000.000\t03/3/2021\n2\tSân chơi\tphần việc\thơn 5 triệu\t\n\tNgười lập biểu")
	f.Add("ten\tloai\nA\tCT\nten\tloai\nB\tPV\n\n\tCT\nGhi chú\nC\tCT")
	f.Add("ten\tten\tloai\nA\tB\tCT")
	f.Add("Loại\tTên công trình\nTổng cộng\n=1\t\u00a0")
	c := sampleCatalogue()
	r := newReader(nil, c, c.Periods[1])
	keep := newKeeper(smallNumbers())
	f.Fuzz(func(t *testing.T, text string) {
		held := make(map[string]string)
		sheet := tab{name: works, list: r.lists[0]}
		for row, line := range strings.Split(text, "\n") {
			for col, value := range strings.Split(line, "\t") {
				if value != "" && row < 2000 && col < 100 {
					sheet.cells = append(sheet.cells, xlsx.Cell{Row: row + 1, Col: col + 1, Kind: xlsx.Text, Text: value})
					held[cellRef(row+1, col+1)] = value
				}
			}
		}
		s := r.readList(&File{Path: "nop/x1.xlsx", Sheets: []string{works}}, &sheet, keep)
		last := uint32(s.cols.header)
		for _, row := range s.rows.Rows {
			if row.Row <= last || len(row.Cells) != len(c.Lists[0].Columns) {
				t.Fatalf("row %d after %d with %d cells", row.Row, last, len(row.Cells))
			}
			last = row.Row
			filled := 0
			for _, v := range row.Cells {
				if v.State == Absent || v.State == Blank && v.Raw == "" {
					continue
				}
				filled++
				if raw := held[cellRef(int(v.Row), int(v.Col))]; v.Row != row.Row || raw != v.Raw {
					t.Fatalf("a value says %q and its cell %s %q", v.Raw, cellRef(int(v.Row), int(v.Col)), raw)
				}
			}
			if filled == 0 {
				t.Fatalf("row %d holds nothing", row.Row)
			}
		}
		for _, f := range s.all() {
			if f.Message.IsZero() || f.Count < 1 {
				t.Fatalf("finding %+v", f)
			}
		}
	})
}

// A list form that is written for a unit reads back to what was typed into it.
func TestListFormRoundTrip(t *testing.T) {
	c := sampleCatalogue()
	x := openForm(t, mustForm(t, sampleForms(c), c.Units.Unit("x1"), sampleAnswers(), date("2022-01-05")))
	for i := range listBlankRows + 5 {
		x.SetSheetRow(works, cellRef(listKeyRow+1+i, 2), &[]any{fmt.Sprintf("Việc %d", i), "PV", i * 1000, 44258 + i})
	}
	var out bytes.Buffer
	if err := x.Write(&out); err != nil {
		t.Fatal(err)
	}
	b := mustRead(t, c, map[string][]byte{"x1.xlsx": out.Bytes()})
	rows := rowsOf(b.Submissions[c.Units.Unit("x1").Index].Lists[0])
	if len(rows) != listBlankRows+5 || rows[24] != "30: Việc 24 | PV | 24000 | 44282" || len(b.Findings) > 0 {
		t.Errorf("rows %q, findings %q", rows, seen(b.Findings))
	}
}
