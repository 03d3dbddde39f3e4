package sheets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tonghop/lang"
)

// Rows of groups and of sums are never taken for figures and never change one, whatever they are called and wherever the words stand.
func TestGroupsAndSumsAreNeverAdded(t *testing.T) {
	c := sampleCatalogue()
	rows := func(extra []any) [][]any {
		return [][]any{
			{"Đơn vị: x1"}, {"Kỳ: 2021"}, {"STT", "Mã", "Nội dung", "ĐVT", "Số liệu"}, {"I", nil, "Tình nguyện"}, {1, "tn_qua", "Suất quà cho đối tượng chính sách, hộ khó khăn", "suất", 7}, extra,
			{2, "tn_rac", "Rác thải thu gom được", "tấn", 1.5},
		}
	}
	for _, tc := range []struct {
		row  []any
		want string // "" where nothing has to be said
	}{
		{[]any{nil, nil, "Cộng", nil, 999}, ""},
		{[]any{nil, nil, "CỘNG:", nil, 999}, ""},
		{[]any{nil, nil, "Tổng", nil, 999}, ""},
		{[]any{nil, nil, "Tổng số", nil, 999}, ""},
		{[]any{nil, nil, "Tổng cộng", nil, 999}, ""},
		{[]any{nil, nil, "TỔNG CỘNG (I+II)", nil, 999}, ""},
		{[]any{nil, nil, "Cộng mục I", nil, "1.999"}, ""},
		{[]any{nil, nil, "Tổng nhóm tình nguyện", nil, 999}, ""},
		{[]any{"Tổng cộng", nil, nil, nil, 999}, ""},
		{[]any{"Cộng", nil, nil, nil, 999}, ""},
		{[]any{nil, "Cộng", nil, nil, 999}, ""},
		{[]any{"I.", nil, "Công tác tình nguyện", nil, 999}, "dong-ngoai-bieu warning E6"},
		{[]any{"A.", nil, "Phong trào", nil, 999}, "dong-ngoai-bieu warning E6"},
		{[]any{"II", nil, nil, nil, 999}, "dong-ngoai-bieu warning E6"},
		{[]any{nil, "A", "Phong trào", nil, 999}, "dong-la warning E6"},
		{[]any{nil, nil, "Trong đó: nữ", nil, 3}, "dong-ngoai-bieu warning E6"},
		{[]any{"I.", nil, "Công tác tình nguyện"}, ""},
		{[]any{"B", "II", "Phong trào"}, ""},
	} {
		b := mustRead(t, c, map[string][]byte{"a.xlsx": workbook(t, rows(tc.row))})
		findings := slices.DeleteFunc(b.Findings, func(f Finding) bool { return f.Code == rowMissing })
		if got := strings.Join(seen(findings), "|"); got != tc.want {
			t.Errorf("%v: %q, want %q", tc.row, got, tc.want)
		}
		if got := answersOf(c, b, "x1"); got["tn_qua"] != "7" || got["tn_rac"] != "3/2" {
			t.Errorf("%v changed the figures: %v", tc.row, got)
		}
	}
}

// A label that is nearly one of the catalogue's is offered and never used.
func TestMisspeltLabels(t *testing.T) {
	c := sampleCatalogue()
	for label, want := range map[string]string{
		"Rác thải thu gom được": "2", "RÁC THẢI THU GOM ĐƯỢC": "2", "Rac thai thu gom duoc": "2", "Rác  thải thu gom được :": "2", "Rác thải thu gom đựơc": "2", "Ra\u0301c tha\u0309i thu gom đươ\u0323c": "2",
		"Rácthải thu gom được": "2", "Rác thải thu gom được *\nTính bằng tấn": "2",
		"Rác thải thu gôm được": "2", "Rác thải thu gom đượ": "absent", "Rác thải thu gon được": "absent", "Rác thải đã thu gom được": "absent", "Rác thải": "absent",
	} {
		b := mustRead(t, c, map[string][]byte{"x1.xlsx": workbook(t, [][]any{{"Kỳ: 2021"}, {"Nội dung", "Số liệu"}, {"Suất quà cho đối tượng chính sách, hộ khó khăn", 1}, {label, 2}})})
		if got := answersOf(c, b, "x1")["tn_rac"]; got != want {
			t.Errorf("%q: %s, want %s", label, got, want)
		}
		offered := slices.ContainsFunc(b.Findings, func(f Finding) bool {
			return f.Code == rowOutside && f.Severity.String() == "warning" && strings.Contains(f.Message.In(lang.Vi), "tn_rac")
		})
		if near := want == "absent" && label != "Rác thải"; offered != near {
			t.Errorf("%q: offered %v, %q", label, offered, seen(b.Findings))
		}
	}
}

// Headers of several lines, with merged cells and a row of column numbers, on any of several sheets.
func TestHeadersOfSeveralLines(t *testing.T) {
	c := sampleCatalogue()
	head := [][]any{{"ĐOÀN XÃ"}, {"Đơn vị báo cáo:", nil, "Xã đoàn Hòa Hội"}, {"Kỳ báo cáo:", nil, "Năm 2021"}}
	values := [][]any{{1, "tn_qua", "Suất quà", "suất", 7}, {2, "tn_rac", "Rác", "tấn", 1.5}}
	for name, header := range map[string][][]any{
		"one line":                          {{"STT", "Mã", "Nội dung", "ĐVT", "Số liệu"}},
		"two lines":                         {{"STT", "Mã", "Nội dung", "ĐVT", "Năm 2021"}, {nil, nil, nil, nil, "Kết quả"}},
		"three lines":                       {{"STT", "Mã", "Nội dung", "ĐVT", "Năm 2021"}, {nil, nil, nil, nil, "Cả năm"}, {nil, nil, nil, nil, "Thực hiện"}},
		"numbers of columns":                {{"STT", "Mã", "Nội dung", "ĐVT", "Số liệu"}, {"(1)", "(2)", "(3)", "(4)", "(5)"}},
		"letters and numbers":               {{"STT", "Mã", "Nội dung", "ĐVT", "Số liệu"}, {"A", "B", "C", "D", 1}},
		"three lines and numbers":           {{"STT", "Mã", "Nội dung", "ĐVT", "Năm 2021"}, {nil, nil, nil, nil, "Cả năm"}, {nil, nil, nil, nil, "Thực hiện"}, {1, 2, 3, 4, 5}},
		"a blank row between":               {{"STT", "Mã", "Nội dung", "ĐVT", "Số liệu"}, nil},
		"the unit in the title":             {{"TT", "Mã CT", "Chỉ tiêu", "Đơn vị tính", "Số liệu năm 2021"}},
		"titles in lines of a cell":         {{"STT", "Mã\nsố", "Nội\ndung", "ĐVT", "Số\nliệu"}},
		"titles with spaces in their words": {{"S TT", "Mã", "Nội  dung", "Đ V T", "Số  liệu "}},
	} {
		x := excelize.NewFile()
		x.SetSheetName("Sheet1", "Hướng dẫn")
		x.SetCellValue("Hướng dẫn", "A1", "Điền vào trang sau")
		x.NewSheet("Thông tin")
		for i, row := range slices.Concat(head, header, values) {
			if err := x.SetSheetRow("Thông tin", fmt.Sprint("A", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
		lines := 1
		for lines < len(header) && header[lines] != nil && header[lines][0] == nil {
			lines++
		}
		for _, col := range []string{"A", "B", "C", "D"} {
			x.MergeCell("Thông tin", col+"4", fmt.Sprint(col, 3+lines))
		}
		data, err := x.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		b := mustRead(t, c, map[string][]byte{"a.xlsx": data.Bytes()})
		got := answersOf(c, b, "x3")
		if got["tn_qua"] != "7" || got["tn_rac"] != "3/2" {
			t.Errorf("%s: %v, %v", name, got, b.Files[0].Reason)
		}
		if others := slices.DeleteFunc(b.Findings, func(f Finding) bool { return f.Code == rowMissing }); len(others) > 0 {
			t.Errorf("%s: %q: %v", name, seen(others), others[0].Message)
		}
	}
}

// Whose a form is may be known by its name alone, or by the name of the file alone.
func TestUnitKnownByNameAlone(t *testing.T) {
	c := sampleCatalogue()
	form := func(head ...any) []byte {
		return workbook(t, [][]any{head, {"Kỳ: 2021"}, {"Mã", "Số liệu"}, {"tn_rac", 1}})
	}
	for _, tc := range []struct {
		file string
		data []byte
		unit UnitCode // "" where it is rejected
		says string
	}{
		{"bc.xlsx", form("Đơn vị báo cáo: Đoàn xã Hòa Hội"), "x3", ""},
		{"bc.xlsx", form("ĐƠN VỊ", "XÃ ĐOÀN HOÀ HỘI"), "x3", ""},
		{"bc.xlsx", form("Tên đơn vị:", nil, "Đoàn xã Ho\u0300a Hô\u0323i"), "x3", ""},
		{"bc.xlsx", form("Đơn vị: Đoàn xã Tân Bình, Huyện đoàn Một"), "x1", ""},
		{"bc.xlsx", form("Đơn vị: Doan xa Hoa Hoi"), "", "có phải “Đoàn xã Hoà Hội”"},
		{"X3.xlsx", form(), "x3", ""},
		{"Đoàn xã Hoà Hội.xlsx", form(), "x3", "theo tên tệp"},
		{"xã_đoàn_hòa_hội.xlsx", form(), "x3", "theo tên tệp"},
		{"x3 - Đoàn xã Hoà Hội.xlsx", form(), "x3", "theo tên tệp"},
		{"Đoàn xã Tân Bình (Huyện đoàn Hai).xlsx", form(), "x2", "theo tên tệp"},
		{"Đoàn xã Tân Bình.xlsx", form(), "", "có phải “x1”, “x2”?"},
		{"Bao cao x3 lan 2.xlsx", form(), "", "có phải “x3”?"},
		{"Báo cáo năm của Xã đoàn Hoà Hội.xlsx", form(), "", "có phải “x3”?"},
		{"Bao cao.xlsx", form(), "", "tên tệp không phải là mã hay tên của một đơn vị"},
	} {
		b := mustRead(t, c, map[string][]byte{tc.file: tc.data})
		file := b.Files[0]
		if (file.Outcome == Used) != (tc.unit != "") || tc.unit != "" && (file.Unit != tc.unit || answersOf(c, b, tc.unit)["tn_rac"] != "1") {
			t.Errorf("%s: outcome %d of %q: %v", tc.file, file.Outcome, file.Unit, file.Reason)
		}
		findings := slices.DeleteFunc(b.Findings, func(f Finding) bool { return f.Code == rowMissing })
		if (len(findings) > 0) != (tc.says != "") || tc.says != "" && !strings.Contains(findings[0].Message.In(lang.Vi), tc.says) {
			t.Errorf("%s: %v", tc.file, findings)
		}
	}
}
