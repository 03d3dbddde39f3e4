package sheets

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/big"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"tonghop/lang"
)

// inbox is a workspace with a folder of submissions.
func inbox(files map[string][]byte) fstest.MapFS {
	folder := fstest.MapFS{"nop": {Mode: fs.ModeDir | 0o755}}
	for name, data := range files {
		folder["nop/"+name] = &fstest.MapFile{Data: data, Mode: 0o644}
	}
	return folder
}

// mustRead reads a folder for the year 2021 of the sample.
func mustRead(t rapid.TB, c *Catalogue, files map[string][]byte) *Batch {
	t.Helper()
	b, err := Read(inbox(files), "nop", c, c.Periods[1], ReadOptions{Jobs: 2})
	if err != nil {
		t.Fatal(err)
	}
	tally := b.Tally()
	if tally.Received != tally.Used+tally.Superseded+tally.Rejected+tally.Ignored || tally.Received != len(files) {
		t.Errorf("%d files, and the outcomes are %+v", len(files), tally)
	}
	for _, f := range b.Findings {
		for _, l := range []lang.Lang{lang.Vi, lang.En} {
			if text := f.Message.In(l) + f.Hint.In(l); f.Message.In(l) == "" || strings.Contains(text, "%!") && !strings.Contains(f.Raw, "%") {
				t.Errorf("%s says %q", f.Code, text)
			}
		}
	}
	return b
}

// readings are the values of a submission as text, by code.
type readings map[Code]string

func answersOf(c *Catalogue, b *Batch, unit UnitCode) readings {
	s := b.Submissions[c.Units.Unit(unit).Index]
	if s == nil {
		return nil
	}
	found := make(readings)
	for _, ind := range c.Submitted() {
		found[ind.Code] = said(s.Values[ind.Slot])
	}
	return found
}

func said(v Value) string {
	switch v.State {
	case Absent:
		return "absent"
	case Blank:
		return "blank"
	case Unreadable:
		return "unreadable"
	case Exempt:
		return "exempt"
	}
	text := v.Text
	if v.Rat != nil {
		text = v.Rat.RatString()
	}
	if v.Rat2 != nil {
		text += " " + v.Rat2.RatString()
	}
	if v.Yes {
		text += "yes"
	}
	return text
}

func (a readings) diff(b readings) string {
	var lines []string
	for code, text := range a {
		if b[code] != text {
			lines = append(lines, fmt.Sprintf("%s is %q and %q", code, text, b[code]))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// seen lists findings as "code severity indicator cell".
func seen(findings []Finding) []string {
	var lines []string
	for _, f := range findings {
		lines = append(lines, strings.Join(strings.Fields(fmt.Sprintf("%s %s %s %s", f.Code, f.Severity, f.Indicator, f.Pos.Cell())), " "))
	}
	return lines
}

// edited is the filled sample form of a unit after somebody worked on it.
func edited(t testing.TB, c *Catalogue, unit UnitCode, change func(*excelize.File)) []byte {
	t.Helper()
	x := openForm(t, mustForm(t, sampleForms(c), c.Units.Unit(unit), sampleAnswers(), date("2022-01-05")))
	if change != nil {
		change(x)
	}
	var out bytes.Buffer
	if err := x.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const form = "Biểu mẫu"

// typing types into a cell of the form.
func typing(cell string, value any) func(*excelize.File) {
	return func(x *excelize.File) { x.SetCellValue(form, cell, value) }
}

// shownAs sets the number format of a cell of the form.
func shownAs(cell, format string) func(*excelize.File) {
	return func(x *excelize.File) {
		style, _ := x.NewStyle(&excelize.Style{CustomNumFmt: &format})
		x.SetCellStyle(form, cell, cell, style)
	}
}

func steps(changes ...func(*excelize.File)) func(*excelize.File) {
	return func(x *excelize.File) {
		for _, change := range changes {
			change(x)
		}
	}
}

func TestCleanFormSaysNothing(t *testing.T) {
	c := sampleCatalogue()
	b := mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", nil)})
	if len(b.Findings) > 0 {
		t.Errorf("findings %v: %v", seen(b.Findings), b.Findings[0].Message)
	}
	want := readings{
		"tc_doan_vien": "1805", "tc_dv_ket_nap": "0", "tc_xep_loai": "TOT", "tc_ty_le": "1031/1250", "tn_qua": "120", "tn_qua_tien": "24000000",
		"tn_rac": "3/2", "mt_duy_tri": "yes", "mt_chi_doan": "9 11", "mt_tuoi": "16 30", "mt_ngay": "44258", "mt_ten": "Thắp sáng niềm tin",
	}
	if diff := want.diff(answersOf(c, b, "x1")); diff != "" {
		t.Error(diff)
	}
	s := b.Submissions[c.Units.Unit("x1").Index]
	if !s.Declared.Equal(date("2022-01-05")) || !s.Received.Equal(s.Declared) || !s.Due.Equal(date("2022-01-10")) {
		t.Errorf("declared %v, received %v, due %v", s.Declared, s.Received, s.Due)
	}
	if pos := s.Pos(s.Values[0]); pos.String() != "nop/x1.xlsx › Biểu mẫu › E12" {
		t.Errorf("the first figure stands at %v", pos)
	}
	if file := b.Files[0]; file.Unit != "x1" || len(file.SHA256) != 64 {
		t.Errorf("file %+v", file)
	}
}

func TestBlankFormIsBlank(t *testing.T) {
	c := sampleCatalogue()
	data, err := sampleForms(c).Blank(c.Units.Unit("x1"))
	if err != nil {
		t.Fatal(err)
	}
	b := mustRead(t, c, map[string][]byte{"x1.xlsx": data})
	for code, text := range answersOf(c, b, "x1") {
		if text != "blank" {
			t.Errorf("%s is %s", code, text)
		}
	}
	if len(b.Findings) > 0 {
		t.Errorf("findings %v", seen(b.Findings))
	}
}

// The mistakes that offices see in the sheets that come back.
func TestMistakes(t *testing.T) {
	cases := []struct {
		name   string
		change func(*excelize.File)
		want   []string // findings
		values readings // what differs from the clean form
	}{
		{"a number as text", typing("E12", "1805"), nil, nil},
		{"a leading zero", typing("E13", "05"), nil, readings{"tc_dv_ket_nap": "5"}},
		{"a thousands dot", typing("E12", "1.805"), nil, nil},
		{"a unit word", typing("E12", "1805 người"), []string{"so-lieu-quy-doi note tc_doan_vien E12"}, nil},
		{"nothing to report, as the form says", typing("E13", " Không phát sinh "), nil, nil},
		{"nothing to report, in other words", typing("E13", "không có"), []string{"so-lieu-quy-doi note tc_dv_ket_nap E13"}, nil},
		{"does not concern the unit, as the form says", typing("E12", "khong ap dung"), nil, readings{"tc_doan_vien": "exempt"}},
		{"does not concern the unit, in other words", typing("E12", "kad"), []string{"so-lieu-quy-doi note tc_doan_vien E12"}, readings{"tc_doan_vien": "exempt"}},
		{"a yes or no that does not concern the unit", typing("E21", "Không áp dụng"), nil, readings{"mt_duy_tri": "exempt"}},
		{"a dash", typing("E12", "-"), nil, readings{"tc_doan_vien": "blank"}},
		{"not yet", typing("E12", "chưa có"), []string{"so-lieu-quy-doi note tc_doan_vien E12"}, readings{"tc_doan_vien": "blank"}},
		{"about", typing("E12", "hơn 100"), []string{"so-lieu-sai-kieu error tc_doan_vien E12"}, readings{"tc_doan_vien": "unreadable"}},
		{"a fraction in a count", typing("E12", 12.5), []string{"so-lieu-sai-kieu error tc_doan_vien E12"}, readings{"tc_doan_vien": "unreadable"}},
		{"a number as a text", typing("E25", 0.1+0.2), nil, readings{"mt_ten": "0.3"}},
		{"a percentage as a text", steps(typing("E25", 0.8248), shownAs("E25", "0.00%")), nil, readings{"mt_ten": "82.48%"}},
		{"a day as a text", steps(typing("E25", 44268), shownAs("E25", "d-mmm")), []string{"so-lieu-quy-doi warning mt_ten E25"}, readings{"mt_ten": "13/3/2021"}},
		{"a day as a count", steps(typing("E12", 44228), shownAs("E12", "d-mmm")), []string{"so-lieu-sai-kieu error tc_doan_vien E12"}, readings{"tc_doan_vien": "unreadable"}},
		{"a value of logic as a count", typing("E12", true), []string{"so-lieu-sai-kieu error tc_doan_vien E12"}, readings{"tc_doan_vien": "unreadable"}},
		{"a value of logic as a yes", typing("E21", true), []string{"so-lieu-quy-doi note mt_duy_tri E21"}, nil},
		{"a value of logic as a no", typing("E21", false), []string{"so-lieu-quy-doi note mt_duy_tri E21"}, readings{"mt_duy_tri": ""}},
		{"a value of logic as a text", typing("E25", true), nil, readings{"mt_ten": "TRUE"}},
		{"a negative", typing("E12", -5), []string{"so-lieu-sai-kieu error tc_doan_vien E12"}, readings{"tc_doan_vien": "unreadable"}},
		{"a formula that was never calculated", steps(typing("E12", nil), func(x *excelize.File) { x.SetCellFormula(form, "E12", "A1/0") }), []string{"so-lieu-sai-kieu error tc_doan_vien E12"}, readings{"tc_doan_vien": "unreadable"}},
		{"a bare share", typing("E15", 0.8248), []string{"so-lieu-sai-kieu error tc_ty_le E15"}, readings{"tc_ty_le": "unreadable"}},
		{"a number under the percent sign", typing("E15", 82.48), nil, nil},
		{"no such option", typing("E14", "Hoàn thành rất tốt"), []string{"so-lieu-sai-kieu error tc_xep_loai E14"}, readings{"tc_xep_loai": "unreadable"}},
		{"an option by its code", typing("E14", " tot "), nil, nil},
		{"a category that does not apply", typing("E14", "không áp dụng"), nil, readings{"tc_xep_loai": "exempt"}},
		{"a category that does not apply, in other words", typing("E14", "kad"), []string{"so-lieu-quy-doi note tc_xep_loai E14"}, readings{"tc_xep_loai": "exempt"}},
		{"a text that does not apply", typing("E25", "không áp dụng"), nil, readings{"mt_ten": "exempt"}},
		{"money with its unit", typing("E18", "24 triệu"), []string{"so-lieu-quy-doi warning tn_qua_tien E18"}, nil},
		{"money in another unit", steps(typing("D18", "triệu đồng"), typing("E18", 24)), nil, nil},
		{"no unit of money anywhere", typing("D18", nil), []string{"so-lieu-sai-kieu error tn_qua_tien E18"}, readings{"tn_qua_tien": "unreadable"}},
		{"the unit of measure was changed", typing("D17", "phần"), []string{"so-lieu-don-vi-tinh warning tn_qua E17"}, nil},
		{"thousands of people", typing("D12", "nghìn người"), []string{"so-lieu-sai-kieu error tc_doan_vien E12"}, readings{"tc_doan_vien": "unreadable"}},
		{"an old font", func(x *excelize.File) {
			id, _ := x.NewStyle(&excelize.Style{Font: &excelize.Font{Family: ".VnTime"}})
			x.SetCellStyle(form, "E25", "E25", id)
			x.SetCellValue(form, "E25", "Th¾p s¸ng niÒm tin")
		}, []string{"tep-phong-chu-cu note E25"}, nil},
		{"a deleted row", func(x *excelize.File) { x.RemoveRow(form, 12) }, []string{"dong-thieu error tc_doan_vien"}, readings{"tc_doan_vien": "absent"}},
		{"deleted rows that are not required", func(x *excelize.File) {
			x.RemoveRow(form, 25)
			x.RemoveRow(form, 24)
		}, []string{"dong-thieu warning mt_ngay"}, readings{"mt_ngay": "absent", "mt_ten": "absent"}},
		{"a repeated row that agrees", steps(typing("B30", "tc_doan_vien"), typing("E30", "1.805")), []string{"dong-trung note tc_doan_vien E30"}, nil},
		{"a repeated row that differs", steps(typing("B30", "TC_DOAN_VIEN"), typing("E30", 7)), []string{"dong-trung error tc_doan_vien E30"}, readings{"tc_doan_vien": "unreadable"}},
		{"a repeated row left blank", typing("B30", "tc_doan_vien"), nil, nil},
		{"a mistyped code", steps(typing("B12", "tc_doan_vie"), typing("C12", "số đv")), []string{"dong-thieu error tc_doan_vien", "dong-la warning E12"}, readings{"tc_doan_vien": "absent"}},
		{"a mistyped code with its label", typing("B12", "tc_doan_vie"), []string{"dong-khong-ma warning tc_doan_vien E12"}, nil},
		{"a lost code", typing("B12", nil), []string{"dong-khong-ma warning tc_doan_vien E12"}, nil},
		{"a lost code and a changed label", steps(typing("B12", nil), typing("C12", "Tổng số đoàn viên của chi đoàn")), []string{"dong-thieu error tc_doan_vien", "dong-ngoai-bieu warning E12"}, readings{"tc_doan_vien": "absent"}},
		{"a label without accents", steps(typing("B12", nil), typing("C12", "tong so doan vien tai thoi diem chot so lieu")), []string{"dong-khong-ma warning tc_doan_vien E12"}, nil},
		{"codes a row off", typing("B12", "tc_dv_ket_nap"), []string{"dong-thieu error tc_doan_vien", "dong-trung error tc_dv_ket_nap E13"}, readings{"tc_doan_vien": "absent", "tc_dv_ket_nap": "unreadable"}},
		{"two codes exchanged", steps(typing("B12", "tc_dv_ket_nap"), typing("B13", "tc_doan_vien")), []string{"dong-lech-ma error tc_dv_ket_nap E12", "dong-lech-ma error tc_doan_vien E13"}, readings{"tc_doan_vien": "unreadable", "tc_dv_ket_nap": "unreadable"}},
		{"a label changed", typing("C12", "Số đoàn viên"), nil, nil},
		{"a derived figure typed over", steps(typing("B30", "f_qua_bq"), typing("E30", 5)), []string{"dong-ngoai-bieu note f_qua_bq E30"}, nil},
		{"a hidden row", func(x *excelize.File) { x.SetRowVisible(form, 12, false) }, []string{"dong-an note tc_doan_vien E12"}, nil},
		{"a merged value", func(x *excelize.File) { x.MergeCell(form, "E12", "E13") }, []string{"o-gop error tc_doan_vien E12"}, readings{"tc_doan_vien": "unreadable", "tc_dv_ket_nap": "blank"}},
		{"merged to the right", func(x *excelize.File) { x.MergeCell(form, "E12", "F12") }, nil, nil},
		{"no date", typing("C8", nil), nil, nil},
		{"a date that is none", typing("C8", "cuối tháng"), []string{"tep-ngay-bao-cao warning C8"}, nil},
		{"a date before the period", typing("C8", "05/01/2020"), []string{"tep-ngay-bao-cao warning C8"}, nil},
		{"another name of the unit", typing("C3", "Đoàn xã Tân An"), []string{"tep-ten-don-vi-khac warning C3"}, nil},
		{"a list that holds the name of a figure", func(x *excelize.File) {
			x.SetSheetName("ds_cong_trinh", "Bảng 1")
			x.SetCellValue("Bảng 1", "B4", "Nội dung")
			x.SetCellValue("Bảng 1", "D4", "Số lượng")
			x.SetCellValue("Bảng 1", "B6", "Rác thải thu gom được")
			x.SetCellValue("Bảng 1", "D6", 77)
		}, nil, nil},
		{"a list renamed and without its title", func(x *excelize.File) {
			x.SetSheetName("ds_cong_trinh", "Bảng 1")
			x.SetCellValue("Bảng 1", "A1", nil)
			x.SetCellValue("Bảng 1", "D6", 77)
		}, []string{"bang-ke-ngoai-dong warning D6"}, nil},
		{"a list with columns like those of the form", func(x *excelize.File) {
			for cell, text := range map[string]string{"B4": "Mã", "D4": "Số liệu", "B6": "tn_rac", "D6": "77"} {
				x.SetCellValue("ds_cong_trinh", cell, text)
			}
		}, nil, nil},
		{"a hidden sheet with figures", func(x *excelize.File) {
			from, _ := x.GetSheetIndex(form)
			to, _ := x.NewSheet("Bản cũ")
			x.CopySheet(from, to)
			x.SetCellValue("Bản cũ", "E12", 1)
			x.SetSheetVisible("Bản cũ", false)
		}, []string{"tep-trang-an warning"}, nil},
		{"the only table is hidden", func(x *excelize.File) {
			x.SetActiveSheet(1)
			x.SetSheetVisible(form, false)
		}, []string{"tep-trang-an warning"}, nil},
		{"the same sheet twice", func(x *excelize.File) {
			from, _ := x.GetSheetIndex(form)
			to, _ := x.NewSheet("Biểu mẫu (2)")
			x.CopySheet(from, to)
		}, nil, nil},
		{"a blank copy of the sheet", func(x *excelize.File) {
			from, _ := x.GetSheetIndex(form)
			to, _ := x.NewSheet("Biểu mẫu (2)")
			x.CopySheet(from, to)
			for row := 12; row <= 25; row++ {
				x.SetCellValue("Biểu mẫu (2)", cellRef(row, colValue), nil)
			}
		}, nil, nil},
	}
	c := sampleCatalogue()
	clean := answersOf(c, mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", nil)}), "x1")
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			b := mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", tt.change)})
			if got := seen(b.Findings); !slices.Equal(got, tt.want) {
				t.Errorf("findings %q, want %q", got, tt.want)
				for _, f := range b.Findings {
					t.Logf("%v | %v", f.Message, f.Hint)
				}
			}
			want := make(readings)
			for code, text := range clean {
				want[code] = text
			}
			for code, text := range tt.values {
				want[code] = text
			}
			if diff := want.diff(answersOf(c, b, "x1")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What makes a file unusable is said once, and the file is rejected.
func TestRejections(t *testing.T) {
	c := sampleCatalogue()
	cases := []struct {
		name, file string
		data       []byte
		want, says string
		unit       UnitCode
	}{
		{"nothing", "x1.xlsx", nil, "tep-khong-doc-duoc error", "", "x1"},
		{"a PDF", "bc.xlsx", []byte("%PDF-1.7 ..."), "tep-khong-doc-duoc error", "PDF", ""},
		{"cut off", "x1.xlsx", edited(t, c, "x1", nil)[:4000], "tep-khong-doc-duoc error", "", "x1"},
		{"no form", "x1.xlsx", workbook(t, [][]any{{"Danh sách đoàn viên"}, {"Họ tên", "Tuổi"}, {"A", 20}}), "tep-khong-co-bieu-mau error", "Số liệu", "x1"},
		{"somebody else's form", "x1.xlsx", workbook(t, [][]any{{"Mã", "Số liệu"}, {"abc", 20}}), "tep-khong-co-bieu-mau error", "Sheet1", "x1"},
		{"no unit", "bao cao.xlsx", workbook(t, [][]any{{"Mã", "Số liệu"}, {"tn_qua", 20}}), "tep-khong-ro-don-vi error", "Mã đơn vị", ""},
		{"an unknown unit", "bc.xlsx", workbook(t, [][]any{{"Đơn vị: Đoàn xã Hoà Hợi"}, {"Mã", "Số liệu"}, {"tn_qua", 20}}), "tep-khong-ro-don-vi error A1", "Đoàn xã Hoà Hội", ""},
		{"a name that repeats", "bc.xlsx", workbook(t, [][]any{{"Đơn vị:", "Đoàn xã Tân Bình"}, {"Mã", "Số liệu"}, {"tn_qua", 20}}), "tep-khong-ro-don-vi error B1", "x1, x2", ""},
		{"an unknown code of a unit", "bc.xlsx", edited(t, c, "x1", typing("C4", "x9")), "tep-khong-ro-don-vi error C4", "x9", "x1"},
		{"another unit's code", "x1.xlsx", edited(t, c, "x1", typing("C4", "x3")), "tep-hai-don-vi error C4", "Hoà Hội", ""},
		{"another unit's name", "x1.xlsx", edited(t, c, "x1", typing("C3", "Xã đoàn Hòa Hội")), "tep-hai-don-vi error C3", "Hoà Hội", ""},
		{"a unit that need not report", "tt1.xlsx", workbook(t, [][]any{{"Mã", "Số liệu"}, {"tn_qua", 20}}), "tep-khong-phai-nop error", "Trường Cao đẳng", "tt1"},
		{"another period", "x1.xlsx", edited(t, c, "x1", typing("C5", "Năm 2020")), "tep-sai-ky error C5", "Năm 2020", "x1"},
		{"another period in the hidden sheet", "x1.xlsx", edited(t, c, "x1", func(x *excelize.File) { x.SetCellValue("_tonghop", "B4", "2020") }), "tep-sai-ky error", "Năm 2020", "x1"},
		{"two sheets that differ", "x1.xlsx", edited(t, c, "x1", func(x *excelize.File) {
			from, _ := x.GetSheetIndex(form)
			to, _ := x.NewSheet("Biểu mẫu (2)")
			x.CopySheet(from, to)
			x.SetCellValue("Biểu mẫu (2)", "E12", 7)
		}), "tep-hai-bang-so-lieu error tc_doan_vien E12", "Biểu mẫu (2)", "x1"},
		{"two columns", "x1.xlsx", edited(t, c, "x1", steps(typing("G10", "Kết quả"), typing("G12", 5))), "tep-hai-bang-so-lieu error E12", "G12", "x1"},
		{"two columns, each for rows of its own", "x1.xlsx", edited(t, c, "x1", steps(typing("G10", "Kết quả"), typing("E13", nil), typing("G13", 5))), "tep-hai-bang-so-lieu error E13", "G13", "x1"},
	}
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			b := mustRead(t, c, map[string][]byte{tt.file: tt.data})
			if got := seen(b.Findings); !slices.Equal(got, []string{tt.want}) {
				t.Fatalf("findings %q, want %q: %v", got, tt.want, b.Findings)
			}
			file := b.Files[0]
			if file.Outcome != Rejected || file.Unit != tt.unit || !strings.Contains(file.Reason.Error(), tt.says) {
				t.Errorf("outcome %d of unit %q: %v", file.Outcome, file.Unit, file.Reason)
			}
			if f := b.Findings[0]; f.Code == fileTwoUnits {
				for _, name := range []string{"Đoàn xã Tân Bình", "Đoàn xã Hoà Hội", "x1.xlsx", "x3.xlsx"} {
					if !strings.Contains(f.Hint.In(lang.Vi), name) || !strings.Contains(f.Hint.In(lang.En), name) {
						t.Errorf("the hint does not name %s: %v", name, f.Hint)
					}
				}
			}
			for _, u := range c.Units.Units {
				if b.Submissions[u.Index] != nil {
					t.Errorf("%s has a submission all the same", u.Code)
				}
			}
		})
	}
}

// workbook makes a workbook of one sheet.
func workbook(t testing.TB, rows [][]any) []byte {
	t.Helper()
	x := excelize.NewFile()
	for i, row := range rows {
		if err := x.SetSheetRow("Sheet1", cellRef(i+1, 1), &row); err != nil {
			t.Fatal(err)
		}
	}
	data, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

func TestFolder(t *testing.T) {
	c := sampleCatalogue()
	good := edited(t, c, "x1", nil)
	folder := inbox(map[string][]byte{
		"h2/x1.xlsx": good, "h2/~$x1.xlsx": good, ".DS_Store": {1}, "h1/Thumbs.db": {1}, ".an/x.xlsx": good, "ghi chú.txt": []byte("xin chào"),
	})
	folder["nop/liên kết.xlsx"] = &fstest.MapFile{Data: []byte("../x.xlsx"), Mode: fs.ModeSymlink}
	folder["nop/ống.xlsx"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	var ticks []int
	b, err := Read(folder, "nop", c, c.Periods[1], ReadOptions{Progress: func(done, total int) { ticks = append(ticks, done*100+total) }})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]Outcome{
		"nop/h2/x1.xlsx": Used, "nop/h2/~$x1.xlsx": Ignored, "nop/.DS_Store": Ignored, "nop/h1/Thumbs.db": Ignored, "nop/.an/x.xlsx": Used,
		"nop/ghi chú.txt": Rejected, "nop/liên kết.xlsx": Rejected, "nop/ống.xlsx": Rejected,
	}
	want["nop/.an/x.xlsx"] = Ignored
	for _, file := range b.Files {
		if file.Outcome != want[file.Path] || (file.Outcome == Used) != file.Reason.IsZero() {
			t.Errorf("%s: outcome %d, %v", file.Path, file.Outcome, file.Reason)
		}
		delete(want, file.Path)
	}
	if len(want) > 0 {
		t.Errorf("nothing about %v", want)
	}
	if !slices.IsSortedFunc(b.Files, func(a, b *File) int { return strings.Compare(a.Path, b.Path) }) {
		t.Error("the files are not sorted")
	}
	if len(ticks) != 8 || ticks[7] != 808 {
		t.Errorf("progress %v", ticks)
	}
	if _, err := Read(folder, "khong-co", c, c.Periods[1], ReadOptions{}); err == nil || !strings.Contains(err.Error(), "khong-co") {
		t.Errorf("a folder that does not exist: %v", err)
	}
}

func TestJobsChangeNothing(t *testing.T) {
	c := sampleCatalogue()
	files := make(map[string][]byte)
	for i := range 12 {
		unit := UnitCode(fmt.Sprintf("x%d", i%3+1))
		files[fmt.Sprintf("tệp %02d.xlsx", i)] = edited(t, c, unit, typing("E13", i/9))
		files[fmt.Sprintf("hỏng %02d.xlsx", i)] = []byte{byte(i)}
	}
	var first *Batch
	for _, jobs := range []int{0, 1, 2, 8, 100} {
		b, err := Read(inbox(files), "nop", c, c.Periods[1], ReadOptions{Jobs: jobs})
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b
		} else if !reflect.DeepEqual(first, b) {
			t.Errorf("%d jobs give another batch", jobs)
		}
	}
}

func TestSameUnitTwice(t *testing.T) {
	plain := func(c *Catalogue) map[string][]byte {
		return map[string][]byte{
			"a.xlsx": edited(t, c, "x1", nil), "b/final2.xlsx": edited(t, c, "x1", steps(typing("E13", "không có"), typing("E12", "1.805"))),
		}
	}
	different := func(c *Catalogue) map[string][]byte {
		return map[string][]byte{"a.xlsx": edited(t, c, "x1", nil), "b/final2.xlsx": edited(t, c, "x1", typing("E12", 1806))}
	}
	chosen := func(rows ...*Intake) []*Intake {
		for _, row := range rows {
			row.Unit, row.Period = "X1", "2021"
		}
		return rows
	}
	cases := []struct {
		name    string
		files   func(*Catalogue) map[string][]byte
		intakes []*Intake
		used    string
		want    []string
	}{
		{"the same figures, written otherwise", plain, nil, "nop/a.xlsx", nil},
		{"other figures", different, nil, "", []string{"don-vi-cho-quyet-dinh error tc_doan_vien E12"}},
		{"the office chose by name", different, chosen(&Intake{File: "final2.xlsx", Chosen: true}), "nop/b/final2.xlsx", nil},
		{"the office chose by path", different, chosen(&Intake{File: `b\FINAL2.xlsx`, Chosen: true}), "nop/b/final2.xlsx", nil},
		{"the office chose what is not there", different, chosen(&Intake{File: "c.xlsx", Chosen: true}), "", []string{"don-vi-cho-quyet-dinh error tc_doan_vien E12", "tiep-nhan-chon-tep warning"}},
		{"the office chose both", different, chosen(&Intake{File: "a.xlsx", Chosen: true}, &Intake{File: "final2.xlsx", Chosen: true}), "", []string{"don-vi-cho-quyet-dinh error tc_doan_vien E12", "tiep-nhan-chon-tep warning"}},
		{"the choice is of another period", different, []*Intake{{Unit: "x1", Period: "2020", File: "a.xlsx", Chosen: true}}, "", []string{"don-vi-cho-quyet-dinh error tc_doan_vien E12"}},
	}
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			c := sampleCatalogue()
			c.Intakes = tt.intakes
			b := mustRead(t, c, tt.files(c))
			if got := seen(b.Findings); !slices.Equal(got, tt.want) {
				t.Errorf("findings %q, want %q", got, tt.want)
			}
			u := c.Units.Unit("x1")
			if b.InQuestion[u.Index] != (tt.used == "") {
				t.Errorf("in question: %v", b.InQuestion[u.Index])
			}
			for _, file := range b.Files {
				want := Superseded
				switch tt.used {
				case "":
					want = Rejected
				case file.Path:
					want = Used
				}
				if file.Outcome != want || file.Unit != "x1" || (want != Used) == file.Reason.IsZero() {
					t.Errorf("%s: outcome %d, want %d: %v", file.Path, file.Outcome, want, file.Reason)
				}
			}
			if s := b.Submissions[u.Index]; (s == nil) != (tt.used == "") || s != nil && s.File.Path != tt.used {
				t.Errorf("the submission that counts is %v", s)
			}
		})
	}
}

func TestDatesOfTheOffice(t *testing.T) {
	c := sampleCatalogue()
	file := map[string][]byte{"a.xlsx": edited(t, c, "x1", nil)}
	cases := []struct {
		name          string
		rows          []*Intake
		received, due time.Time
	}{
		{"none", nil, date("2022-01-05"), date("2022-01-10")},
		{"the office's date goes before the form's", []*Intake{{Received: date("2022-02-01")}}, date("2022-02-01"), date("2022-01-10")},
		{"an extension", []*Intake{{Extended: date("2022-01-20")}}, date("2022-01-05"), date("2022-01-20")},
		{"the row of the file goes first", []*Intake{{File: "a.xlsx", Received: date("2022-01-07")}, {Received: date("2022-01-30")}}, date("2022-01-07"), date("2022-01-10")},
		{"the row of another file", []*Intake{{File: "b.xlsx", Received: date("2022-01-07")}}, date("2022-01-05"), date("2022-01-10")},
	}
	for _, tt := range cases {
		for _, row := range tt.rows {
			row.Unit, row.Period = "x1", "2021"
		}
		c.Intakes = tt.rows
		s := mustRead(t, c, file).Submissions[c.Units.Unit("x1").Index]
		if !s.Received.Equal(tt.received) || !s.Due.Equal(tt.due) {
			t.Errorf("%s: received %v, due %v", tt.name, s.Received, s.Due)
		}
	}
}

// Kinds of nothing are not the same answer, and neither is zero; how an answer is written does not matter.
func TestSameAnswer(t *testing.T) {
	zero, one := new(big.Rat), big.NewRat(1, 1)
	groups := [][]Value{
		{{State: Absent}, {State: Blank, Row: 3}, {State: Blank, Raw: "chưa có"}},
		{{State: Exempt}, {State: Exempt, Raw: "kad"}},
		{{State: Given, Rat: zero}, {State: Given, Rat: new(big.Rat), Nil: true, Raw: "không"}},
		{{State: Given, Rat: one, Raw: "1"}, {State: Given, Rat: big.NewRat(2, 2), Raw: "01"}},
		{{State: Given, Rat: one, Rat2: one}},
		{{State: Given, Rat: one, Rat2: big.NewRat(2, 1)}},
		{{State: Given, Yes: true}}, {{State: Given}}, {{State: Given, Text: "XS"}}, {{State: Given, Text: "TOT"}},
		{{State: Unreadable, Raw: "vài"}}, {{State: Unreadable, Raw: "hàng chục"}},
	}
	for i, group := range groups {
		for j, other := range groups {
			for _, a := range group {
				for _, b := range other {
					if sameAnswer(a, b) != (i == j) {
						t.Errorf("%+v and %+v: same is %v", a, b, sameAnswer(a, b))
					}
				}
			}
		}
	}
}

func TestNotices(t *testing.T) {
	codes := make(map[string]bool)
	for _, n := range Notices() {
		if codes[n.Code] || n.Code == "" || n.Severity == 0 {
			t.Errorf("the notice %q is not one of its own", n.Code)
		}
		codes[n.Code] = true
		for _, l := range []lang.Lang{lang.Vi, lang.En} {
			if n.Title.In(l) == "" || n.Explain.In(l) == "" {
				t.Errorf("%s is not explained", n.Code)
			}
		}
	}
}
