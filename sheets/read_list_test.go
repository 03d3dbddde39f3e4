package sheets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tonghop/lang"
)

const works = "ds_cong_trinh"

// listing fills rows of the list of works, from its first empty one.
func listing(rows ...[]any) func(*excelize.File) {
	return func(x *excelize.File) {
		for i, row := range rows {
			for col, value := range row {
				if value != nil {
					x.SetCellValue(works, cellRef(listKeyRow+1+i, col+2), value)
				}
			}
		}
	}
}

// onList types into a cell of the list of works.
func onList(cell string, value any) func(*excelize.File) {
	return func(x *excelize.File) { x.SetCellValue(works, cell, value) }
}

// rowsOf writes down the rows of a list: "6: Đường quê | CT | 5000000 | 44258".
func rowsOf(l ListRows) []string {
	if !l.Present {
		return []string{"missing"}
	}
	var lines []string
	for _, row := range l.Rows {
		var cells []string
		for _, v := range row.Cells {
			cells = append(cells, said(v))
		}
		lines = append(lines, fmt.Sprintf("%d: %s", row.Row, strings.Join(cells, " | ")))
	}
	return lines
}

var (
	road  = []any{"Đường quê thắp sáng", "công trình", 5000000, "03/3/2021"}
	river = []any{"Dọn rác ven sông", "PV", "2.000.000", 44258}

	roadRead  = "6: Đường quê thắp sáng | CT | 5000000 | 44258"
	riverRead = "7: Dọn rác ven sông | PV | 2000000 | 44258"
)

func TestListForms(t *testing.T) {
	cases := []struct {
		name   string
		change func(*excelize.File)
		rows   []string
		want   []string // findings
	}{
		{"left blank", nil, nil, nil},
		{"filled in", listing(road, river), []string{roadRead, riverRead}, nil},
		{"a row is left out between", listing(road, nil, river), []string{roadRead, "8" + riverRead[1:]}, nil},
		{"the columns are exchanged", steps(
			onList("B4", "Loại"), onList("B5", "loai"), onList("C4", "Tên công trình"), onList("C5", "ten"), onList("B6", "CT"), onList("C6", "Đường quê thắp sáng"),
		), []string{"6: Đường quê thắp sáng | CT | blank | blank"}, nil},
		{"no keys, only titles", steps(func(x *excelize.File) { x.RemoveRow(works, 5) }, onList("B5", "Đường quê thắp sáng")), []string{"5: Đường quê thắp sáng | blank | blank | blank"}, nil},
		{"titles without accents in another case", steps(func(x *excelize.File) { x.RemoveRow(works, 5) }, onList("B4", "TEN CONG TRINH"), onList("C4", "loai"), onList("B5", "Đường quê")), []string{"5: Đường quê | blank | blank | blank"}, nil},
		{"decomposed accents", steps(listing(road), onList("C6", "co\u0302ng tri\u0300nh"), onList("B6", "Đu\u031bo\u031b\u0300ng quê thắp sáng")), []string{roadRead}, nil},
		{"an option that does not exist", steps(listing(road), onList("C6", "công trường")), []string{"6: Đường quê thắp sáng | unreadable | 5000000 | 44258"}, []string{"so-lieu-sai-kieu error ds_cong_trinh.loai C6"}},
		{"a number that can be read two ways", steps(listing(road), onList("D6", "hơn 5 triệu")), []string{"6: Đường quê thắp sáng | CT | unreadable | 44258"}, []string{"so-lieu-sai-kieu error ds_cong_trinh.tri_gia D6"}},
		{"money in another unit", steps(listing(road), onList("D4", "Trị giá (triệu đồng)"), onList("D6", 5)), []string{roadRead}, nil},
		{"money with its unit", steps(listing(road), onList("D6", "5 triệu")), []string{roadRead}, []string{"so-lieu-quy-doi warning ds_cong_trinh.tri_gia D6"}},
		{"no such day", steps(listing(road), onList("E6", "31/02/2021")), []string{"6: Đường quê thắp sáng | CT | 5000000 | unreadable"}, []string{"so-lieu-sai-kieu error ds_cong_trinh.ngay E6"}},
		{"it does not apply", steps(listing(road), onList("D6", "không áp dụng")), []string{"6: Đường quê thắp sáng | CT | exempt | 44258"}, nil},
		{"an obligatory cell is blank", steps(listing(road), onList("B6", nil)), nil, []string{"bang-ke-ngoai-dong warning C6"}},
		{"more rows than the form has", steps(listing(road), onList("B40", "Dọn rác ven sông"), onList("C40", "PV")), []string{roadRead, "40: Dọn rác ven sông | PV | blank | blank"}, nil},
		{"a sum below", steps(listing(road, river), onList("A30", "Tổng cộng"), onList("D30", 7000000)), []string{roadRead, riverRead}, nil},
		{"a sum in the first column", steps(listing(road), onList("B30", "Tổng cộng"), onList("D30", 7000000)), []string{roadRead}, nil},
		{"a work whose name begins like a sum", listing([]any{"Tổng công trình thanh niên xã"}), []string{"6: Tổng công trình thanh niên xã | blank | blank | blank"}, nil},
		{"who made it and when", steps(listing(road), onList("D30", "Tân Bình, ngày 05 tháng 01 năm 2022"), onList("B31", "Người lập biểu"), onList("E31", "TM. BAN CHẤP HÀNH"), onList("B33", "Nguyễn Văn A")), []string{roadRead}, nil},
		{"remarks", steps(listing(road), onList("A30", "Ghi chú: số liệu đến 31/12/2021"), onList("B31", "Công trình số 2 chưa xong")), []string{roadRead}, nil},
		{"rows below the signature", steps(listing(road), onList("B30", "Người lập biểu"), onList("B40", "Dọn rác"), onList("C40", "PV")), []string{roadRead}, []string{"bang-ke-ngoai-dong warning B40"}},
		{"the header again on the next page", steps(listing(road), onList("B20", "Tên công trình"), onList("C20", "Loại"), onList("B21", "ten"), onList("C21", "loai")), []string{roadRead}, nil},
		{"the columns are numbered", steps(onList("A6", "(1)"), onList("B6", "(2)"), onList("C6", "(3)"), onList("D6", "(4)"), onList("B7", "Dọn rác ven sông")), []string{"7: Dọn rác ven sông | blank | blank | blank"}, nil},
		{"a row twice", listing(road, river, road), []string{roadRead, riverRead, "8" + roadRead[1:]}, []string{"bang-ke-dong-trung note B8"}},
		{"a column is gone", steps(listing(road), func(x *excelize.File) { x.RemoveCol(works, "D") }), []string{"6: Đường quê thắp sáng | CT | absent | 44258"}, []string{"bang-ke-thieu-cot warning"}},
		{"a column twice", steps(listing(road), onList("F5", "loai"), onList("F6", "PV")), []string{"6: Đường quê thắp sáng | absent | 5000000 | 44258"}, []string{"bang-ke-thieu-cot warning"}},
		{"a hidden row", steps(listing(road), func(x *excelize.File) { x.SetRowVisible(works, 6, false) }), []string{roadRead}, []string{"dong-an note B6"}},
		{"the titles are gone", steps(listing(road), func(x *excelize.File) { x.RemoveRow(works, 5); x.RemoveRow(works, 4) }), []string{"missing"}, []string{"bang-ke-khong-doc-duoc error"}},
		{"everything is gone", func(x *excelize.File) { x.RemoveRow(works, 5); x.RemoveRow(works, 4) }, []string{"missing"}, nil},
		{"the sheet is gone", func(x *excelize.File) { x.DeleteSheet(works) }, []string{"missing"}, nil},
		{"the sheet is renamed", steps(listing(road), func(x *excelize.File) { x.SetSheetName(works, "Công trình") }), []string{roadRead}, nil},
		{"renamed and without its title", steps(listing(road), onList("A1", nil), func(x *excelize.File) { x.SetSheetName(works, "Bảng 2") }), []string{roadRead}, nil},
		{"renamed, without title and keys", steps(listing(road), onList("A1", nil), func(x *excelize.File) { x.RemoveRow(works, 5); x.SetSheetName(works, "Bảng 2") }), []string{"missing"}, []string{"trang-ngoai-bieu warning D5"}},
		{"another list of that title", steps(listing(road), func(x *excelize.File) {
			x.NewSheet("Bảng 2")
			for cell, text := range map[string]any{"A1": "BẢNG KÊ: ds_cong_trinh", "B2": "Tên công trình", "C2": "Loại", "B3": "Dọn rác", "C3": "PV"} {
				x.SetCellValue("Bảng 2", cell, text)
			}
		}), []string{"missing"}, []string{"bang-ke-khong-doc-duoc error"}},
		{"another one that is blank", steps(listing(road), func(x *excelize.File) {
			x.NewSheet("Bảng 2")
			for cell, text := range map[string]any{"A1": "BẢNG KÊ: ds_cong_trinh", "B2": "Tên công trình", "C2": "Loại"} {
				x.SetCellValue("Bảng 2", cell, text)
			}
		}), []string{roadRead}, nil},
		{"a list that the catalogue does not have", func(x *excelize.File) {
			x.NewSheet("Bảng 2")
			for cell, text := range map[string]any{"A1": "BẢNG KÊ: Xe đạp", "A2": "STT", "B2": "Mã", "C2": "Số liệu", "A3": 1, "B3": "tn_qua", "C3": 7} {
				x.SetCellValue("Bảng 2", cell, text)
			}
		}, nil, []string{"trang-ngoai-bieu warning C3"}},
		{"a hidden sheet", steps(listing(road), func(x *excelize.File) { x.SetSheetVisible(works, false) }), []string{roadRead}, []string{"tep-trang-an warning"}},
		{"a formula that was never calculated", steps(listing(road), onList("D6", nil), func(x *excelize.File) { x.SetCellFormula(works, "D6", "A1/0") }), []string{"6: Đường quê thắp sáng | CT | unreadable | 44258"}, []string{"so-lieu-sai-kieu error ds_cong_trinh.tri_gia D6"}},
	}
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			c := sampleCatalogue()
			b := mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", tt.change)})
			s := b.Submissions[c.Units.Unit("x1").Index]
			if s == nil {
				t.Fatalf("rejected: %v", b.Files[0].Reason.In(lang.En))
			}
			if got := rowsOf(s.List(c.Lists[0])); !slices.Equal(got, tt.rows) {
				t.Errorf("rows %q, want %q", got, tt.rows)
			}
			if got := seen(b.Findings); !slices.Equal(got, tt.want) {
				t.Errorf("findings %q, want %q", got, tt.want)
				for _, f := range b.Findings {
					t.Logf("%s | %s", f.Message.In(lang.Vi), f.Hint.In(lang.Vi))
				}
			}
		})
	}
}

// What a form says does not depend on the place of its rows and columns: a list whose columns and rows are shuffled reads to the same rows.
func TestListFormsShuffled(t *testing.T) {
	c := sampleCatalogue()
	rows := [][]any{road, river, {"Vườn rau", "CT", nil, nil}, {"Sân chơi", "phần việc", 0, "1/6/2021"}}
	columns := []struct{ title, key string }{{"Tên công trình", "ten"}, {"Loại", "loai"}, {"Trị giá (đồng)", "tri_gia"}, {"Ngày hoàn thành", "ngay"}}
	plain := mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", listing(rows...))})
	want := plain.Submissions[c.Units.Unit("x1").Index].Lists[0]
	for shift := range columns {
		for _, keys := range []bool{true, false} {
			data := edited(t, c, "x1", func(x *excelize.File) {
				x.DeleteSheet(works)
				x.NewSheet(works)
				for i := range columns {
					from := (i + shift) % len(columns)
					x.SetCellValue(works, cellRef(2, i+4), columns[from].title)
					if keys {
						x.SetCellValue(works, cellRef(3, i+4), columns[from].key)
					}
					for r, row := range rows {
						if row[from] != nil {
							x.SetCellValue(works, cellRef(4+r, i+4), row[from])
						}
					}
				}
			})
			got := mustRead(t, c, map[string][]byte{"x1.xlsx": data}).Submissions[c.Units.Unit("x1").Index].Lists[0]
			if len(got.Rows) != len(want.Rows) {
				t.Fatalf("shift %d: %d rows, want %d", shift, len(got.Rows), len(want.Rows))
			}
			for r := range want.Rows {
				for i, v := range want.Rows[r].Cells {
					if !sameAnswer(v, got.Rows[r].Cells[i]) {
						t.Errorf("shift %d, row %d, column %d: %s, want %s", shift, r, i, said(got.Rows[r].Cells[i]), said(v))
					}
				}
			}
		}
	}
}

// Two files whose figures agree and whose lists do not are a question; where the lists agree too, or say nothing in two ways, they are the same.
func TestListsDecideWhatIsTheSame(t *testing.T) {
	c := sampleCatalogue()
	gone := func(x *excelize.File) { x.DeleteSheet(works) }
	for _, tt := range []struct {
		name          string
		first, second func(*excelize.File)
		want          []string
	}{
		{"the same rows", listing(road), listing(road), nil},
		{"nothing in two ways", nil, gone, nil},
		{"the same rows in another order", listing(river, road), listing(road, river), nil},
		{"another row", listing(road), listing(road, river), []string{"don-vi-cho-quyet-dinh error ds_cong_trinh.ten B7"}},
		{"another cell", listing(road), steps(listing(road), onList("D6", 1)), []string{"don-vi-cho-quyet-dinh error ds_cong_trinh.tri_gia D6"}},
	} {
		b := mustRead(t, c, map[string][]byte{"a.xlsx": edited(t, c, "x1", tt.first), "b.xlsx": edited(t, c, "x1", tt.second)})
		if got := seen(b.Findings); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// The unit that gives a list is the lowest one that reports; the province keeps its own.
func TestWhoGivesAList(t *testing.T) {
	c := sampleCatalogue()
	c.Units.Unit("h1").MustFile, c.Units.Root.MustFile = true, true
	e := c.Expect(c.Periods[1])
	for unit, want := range map[UnitCode][2]bool{"tinh": {false, true}, "h1": {false, false}, "h2": {false, false}, "x1": {true, false}, "x3": {true, false}, "tt1": {false, false}} {
		u := c.Units.Unit(unit)
		if got := [2]bool{e.GivesList(u, c.Lists[0]), e.GivesList(u, c.Lists[1])}; got != want {
			t.Errorf("%s gives %v, want %v", unit, got, want)
		}
	}
	form := edited(t, c, "x1", listing(road))
	c.Units.Unit("x2").Parent = "x1"
	b := mustRead(t, c, map[string][]byte{"x1.xlsx": form})
	if got, want := seen(b.Findings), "bang-ke-khong-tinh warning"; !slices.Contains(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
}

// A hostile list says what is wrong with it in a few findings, and one that is too long is not used in part.
func TestHostileLists(t *testing.T) {
	c := sampleCatalogue()
	many := func(n int, row ...any) func(*excelize.File) {
		return func(x *excelize.File) {
			for i := range n {
				x.SetSheetRow(works, cellRef(6+i, 2), &row)
			}
		}
	}
	b := mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", many(500, "Đường", "sai", "nhiều", "hôm qua"))})
	if len(b.Findings) != 3*mostCellFindings+1 {
		t.Errorf("%d findings", len(b.Findings))
	}
	count := 0
	for _, f := range b.Findings {
		if f.Indicator == "ds_cong_trinh.loai" {
			count += f.Count
		}
	}
	if count != 500 {
		t.Errorf("%d cells are counted, want 500", count)
	}
	b = mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", many(mostListRows+1, "Đường"))})
	if got := rowsOf(b.Submissions[c.Units.Unit("x1").Index].Lists[0]); !slices.Equal(got, []string{"missing"}) || len(b.Findings) != 1 {
		t.Errorf("%d rows of a list that is too long, findings %q", len(got), seen(b.Findings))
	}
}
