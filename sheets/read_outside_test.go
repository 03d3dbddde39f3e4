package sheets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tonghop/lang"
)

// inserted puts a row into the form above a row and types into it.
func inserted(row int, cells map[string]any) func(*excelize.File) {
	return func(x *excelize.File) {
		x.InsertRows(form, row, 1)
		for col, value := range cells {
			x.SetCellValue(form, fmt.Sprint(col, row), value)
		}
	}
}

func sheetOf(name string, cells map[string]any) func(*excelize.File) {
	return func(x *excelize.File) {
		x.NewSheet(name)
		for cell, value := range cells {
			x.SetCellValue(name, cell, value)
		}
	}
}

func dated(cell string, value any) func(*excelize.File) {
	return func(x *excelize.File) {
		format := "dd/mm/yyyy"
		id, _ := x.NewStyle(&excelize.Style{CustomNumFmt: &format})
		x.SetCellStyle(form, cell, cell, id)
		x.SetCellValue(form, cell, value)
	}
}

// Figures that stand where no row of the form asks for them are said, each kind once and with the first of them. The last row of the sample form
// is row 25; row 11 bears the name of a group; its signatures are in the rows 27 and 28.
func TestNumbersOutsideTheForm(t *testing.T) {
	cases := []struct {
		name   string
		change func(*excelize.File)
		want   string // "" where nothing is to be said
		says   string
		count  int
	}{
		{"below the table without a label", typing("E26", 123), "dong-ngoai-bieu warning E26", "“123” ở ô E26", 1},
		{"far below, as a text", typing("E40", "1.805 người"), "dong-ngoai-bieu warning E40", "“1.805 người” ở ô E40", 1},
		{"several below", steps(typing("E30", 1), typing("C31", "Số khác"), typing("E31", 2), typing("E33", "3")), "dong-ngoai-bieu warning E30", "có 3 số", 3},
		{"below the table with a label", steps(typing("C30", "Số đội hình"), typing("E30", 4)), "dong-ngoai-bieu warning E30", "(dòng “Số đội hình”)", 1},
		{"a total below the table", steps(typing("C30", "Tổng cộng"), typing("E30", 99)), "dong-ngoai-bieu note E30", "“99”", 1},
		{"a total below the table that is right", steps(typing("C30", "Tổng số"), typing("E30", 24001926.5)), "", "", 0},
		{"a total below the table and another number", steps(typing("C30", "Tổng cộng"), typing("E30", 99), typing("E31", 5)), "dong-ngoai-bieu warning E30", "có 2 số", 2},
		{"a total inside the table that is not right", inserted(14, map[string]any{"C": "Cộng nhóm", "E": 99}), "tong-khong-khop warning E14", "Dòng “Cộng nhóm” ghi 99, nhưng cộng 2 dòng từ ô E12 đến ô E13 được ", 1},
		{"a total with a code of its own", inserted(14, map[string]any{"B": "TONG", "C": "Cộng nhóm", "E": "99"}), "tong-khong-khop warning E14", "“Cộng nhóm” ghi 99", 1},
		{"a total over rows of different units", inserted(20, map[string]any{"C": "Cộng mục", "E": 99}), "tong-khong-khop note E20", "khác đơn vị tính", 1},
		{"a total in words", inserted(14, map[string]any{"C": "Cộng nhóm", "E": "đủ"}), "", "", 0},
		{"a total without a number", inserted(14, map[string]any{"C": "Cộng nhóm"}), "", "", 0},
		{"an inserted row with nothing but a number", inserted(14, map[string]any{"E": 55}), "dong-ngoai-bieu warning E14", "“55” ở ô E14", 1},
		{"two inserted rows", steps(inserted(14, map[string]any{"E": 55}), inserted(14, map[string]any{"E": "5 người"})), "dong-ngoai-bieu warning E14", "có 2 số", 2},
		{"an inserted row with a label of its own", inserted(14, map[string]any{"C": "trong đó: nữ", "E": 55}), "dong-ngoai-bieu warning E14", "trong đó: nữ", 1},
		{"a number on a group row", func(x *excelize.File) {
			x.UnmergeCell(form, "A11", "F11")
			x.SetCellValue(form, "E11", 88)
		}, "dong-ngoai-bieu warning E11", "TC. Tổ chức xây dựng Đoàn", 1},
		{"a text on a group row", func(x *excelize.File) {
			x.UnmergeCell(form, "A11", "F11")
			x.SetCellValue(form, "E11", "đã kiểm tra")
		}, "", "", 0},
		{"in the column beside the table", typing("G13", 4321), "o-ngoai-bieu warning tc_dv_ket_nap G13", "“4321” ở ô G13", 1},
		{"in further columns", steps(typing("H13", "12"), typing("J15", 3), typing("H12", 7)), "o-ngoai-bieu warning tc_doan_vien H12", "có 3 số", 3},
		{"under a title of its own", steps(typing("G10", "Năm trước"), typing("G13", 4321)), "o-ngoai-bieu warning tc_dv_ket_nap G13", "", 1},
		{"in an inserted column", func(x *excelize.File) {
			x.InsertCols(form, "F", 1)
			x.SetCellValue(form, "F13", 9)
		}, "o-ngoai-bieu warning tc_dv_ket_nap F13", "", 1},
		{"a remark beside the table", typing("H13", "xem công văn 15"), "", "", 0},
		{"another sheet", sheetOf("Số liệu thêm", map[string]any{"A1": "Số hội viên", "B1": 55, "B2": "1.200"}), "trang-ngoai-bieu warning B1", "Trang “Số liệu thêm”", 2},
		{"a hidden sheet", steps(sheetOf("an", map[string]any{"A1": "Số hội viên", "B1": 55}), func(x *excelize.File) { x.SetSheetVisible("an", false) }), "trang-ngoai-bieu warning B1", "Trang ẩn “an”", 1},
		{"a sheet that numbers its rows", sheetOf("Phân công", map[string]any{"A1": "STT", "B1": "Họ tên", "A2": 1, "B2": "Lê A", "A3": 2, "B3": "Trần B"}), "", "", 0},
		{"a sheet of texts and dates", sheetOf("Nháp", map[string]any{"A1": "Công văn 15-CV/TĐTN ngày 05/01/2022", "A2": date("2022-01-05"), "A3": "31/12/2021"}), "", "", 0},
		{"a table of somebody else's codes", sheetOf("Của huyện", map[string]any{"A1": "Mã", "B1": "Số liệu", "A2": "h_so", "B2": 7}), "trang-ngoai-bieu warning B2", "“7”", 1},
		{"a figure in Ghi chú beside a blank", steps(typing("E14", nil), typing("F14", 77)), "so-o-ghi-chu warning tc_xep_loai F14", "nhầm cột", 1},
		{"two figures in Ghi chú", steps(typing("E14", "-"), typing("F14", "77"), typing("E16", nil), typing("E19", nil), typing("F19", "1,5")), "so-o-ghi-chu warning tc_xep_loai F14", "2 dòng", 2},
		{"a figure in Ghi chú beside an answer", typing("F14", 77), "", "", 0},
		{"a remark in Ghi chú beside a blank", steps(typing("E14", nil), typing("F14", "sẽ gửi ngày 15/01, theo công văn 7")), "", "", 0},
		{"a row of column numbers", inserted(11, map[string]any{"A": 1, "B": 2, "C": 3, "D": 4, "E": 5, "F": 6}), "", "", 0},
		{"names and a place below the table", steps(typing("E32", "Họ và tên A"), typing("C32", "Họ và tên B"), typing("E26", "Mẫu Sơn, ngày 05 tháng 01 năm 2022"), typing("B33", "Người lập"), typing("E33", "Bí thư")), "", "", 0},
		{"a day below the table", dated("E26", date("2022-01-05")), "", "", 0},
		{"a day as a text", typing("E26", "05/01/2022"), "", "", 0},
		{"a day in pieces", steps(typing("C26", "Ngày"), typing("D26", 5), typing("E26", 1), typing("F26", 2022)), "", "", 0},
		{"a telephone number", steps(typing("C30", "Điện thoại liên hệ:"), typing("E30", 912345678)), "", "", 0},
		{"a telephone number as a text", typing("E30", "ĐT: 0912 345 678"), "", "", 0},
	}
	c := sampleCatalogue()
	clean := answersOf(c, mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", nil)}), "x1")
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			b := mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", tt.change)})
			if tt.want == "" {
				if len(b.Findings) > 0 {
					t.Errorf("findings %q: %v", seen(b.Findings), b.Findings[0].Message)
				}
				return
			}
			if got := seen(b.Findings); !slices.Equal(got, []string{tt.want}) {
				t.Fatalf("findings %q, want %q", got, tt.want)
			}
			f := b.Findings[0]
			if !strings.Contains(f.Message.In(lang.Vi), tt.says) || f.Count != tt.count || f.Raw == "" || f.Hint.IsZero() || f.Pos.Sheet == "" || f.Unit != "x1" {
				t.Errorf("%+v: %v", f, f.Message)
			}
			for code, text := range answersOf(c, b, "x1") {
				if text != clean[code] && !strings.Contains(tt.name, "Ghi chú") {
					t.Errorf("%s is %s, and was %s", code, text, clean[code])
				}
			}
		})
	}
}
