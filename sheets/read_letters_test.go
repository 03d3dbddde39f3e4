package sheets

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tonghop/lang"
	"tonghop/vncode"
)

// inTCVN3 stores a text as a font of TCVN3 draws it, which has no capitals with a tone.
func inTCVN3(text string) string {
	return strings.Map(func(r rune) rune {
		for stored := rune(0xA1); stored <= 0xFE; stored++ {
			drawn, ok := vncode.FromTCVN3(string(stored), false)
			if ok && drawn != string(stored) && (drawn == string(r) || stored >= 0xB5 && strings.ToUpper(drawn) == string(r)) {
				return stored
			}
		}
		return r
	}, text)
}

// vniLetters is how VNI stores the small letters with marks.
const vniLetters = "đñ ịò ĩó ỉæ íí ìì ơô ưö ỵî àaø áaù ãaõ ạaï ảaû ăaê ắaé ằaè ẳaú ẵaü ặaë âaâ ấaá ầaà ẩaå ẫaã ậaä éeù èeø ẻeû ẽeõ ẹeï êeâ ếeá ềeà ểeå ễeã ệeä óoù òoø ỏoû õoõ ọoï ôoâ ốoá ồoà ổoå ỗoã ộoä " +
	"ớôù ờôø ởôû ỡôõ ợôï úuù ùuø ủuû ũuõ ụuï ứöù ừöø ửöû ữöõ ựöï ýyù ỳyø ỷyû ỹyõ"

// inVNI stores a text as a font of VNI draws it.
func inVNI(text string) string {
	var pairs []string
	for _, word := range strings.Fields(vniLetters + " " + strings.ToUpper(vniLetters)) {
		letter := string([]rune(word)[:1])
		pairs = append(pairs, letter, word[len(letter):])
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// redrawn stores the texts of a sheet otherwise, all of them or those of one cell, and gives them a font.
func redrawn(sheet, only, font string, store func(string) string) func(*excelize.File) {
	return func(x *excelize.File) {
		rows, _ := x.GetRows(sheet)
		id, _ := x.NewStyle(&excelize.Style{Font: &excelize.Font{Family: font}})
		for i, row := range rows {
			for j, text := range row {
				cell := cellRef(i+1, j+1)
				kind, _ := x.GetCellType(sheet, cell)
				if kind != excelize.CellTypeSharedString && kind != excelize.CellTypeInlineString || only != "" && only != cell || text == "" {
					continue
				}
				x.SetCellStr(sheet, cell, store(text))
				if font != "" {
					x.SetCellStyle(sheet, cell, cell, id)
				}
			}
		}
	}
}

func asIs(text string) string { return text }

// mangled stores a text as a program does that takes UTF-8 for code page 1252.
func mangled(text string) string { return vncode.Western([]byte(text)) }

func TestLettersOfBeforeUnicode(t *testing.T) {
	c := sampleCatalogue()
	noMarks := func(x *excelize.File) { x.DeleteSheet(marksSheet) }
	noCodes := func(x *excelize.File) {
		for row := 11; row <= 25; row++ {
			x.SetCellValue(form, cellRef(row, 2), nil)
		}
	}
	clean := answersOf(c, mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", nil)}), "x1")
	for name, tc := range map[string]struct {
		change func(*excelize.File)
		want   string // the finding, "" for none
		says   []string
		used   bool
	}{
		"a form in TCVN3":                       {redrawn(form, "", ".VnTime", inTCVN3), "tep-phong-chu-cu note A1", []string{"phông .VnTime", "ô đầu là A1"}, true},
		"a form in TCVN3, without codes":        {steps(redrawn(form, "", ".VnArial", inTCVN3), noMarks), "tep-phong-chu-cu note A1", []string{"phông .VnArial"}, true},
		"one label in capitals of TCVN3":        {redrawn(form, "C13", ".VnTimeH", inTCVN3), "tep-phong-chu-cu note C13", []string{"1 ô", "ĐOÀN VIÊN MỚI KẾT NẠP"}, true},
		"Unicode in a font of TCVN3":            {redrawn(form, "", ".VnTime", asIs), "", nil, true},
		"Unicode in a font of VNI":              {redrawn(form, "", "VNI-Times", asIs), "", nil, true},
		"plain letters in a font of VNI":        {redrawn(form, "B12", "VNI-Times", asIs), "", nil, true},
		"a form in VNI":                         {redrawn(form, "", "VNI-Times", inVNI), "tep-bang-ma-cu error A1", []string{"phông VNI-Times", "VNI Windows", "UniKey", "ô đầu là A1 của trang “Biểu mẫu”"}, false},
		"one label in VNI":                      {redrawn(form, "C13", "VNI-Times", inVNI), "tep-bang-ma-cu error C13", []string{"1 ô gõ bằng phông VNI-Times"}, false},
		"a note in VNI":                         {steps(typing("F13", "đã gửi lại"), redrawn(form, "F13", "VNI-Times", inVNI)), "tep-phong-chu-cu note F13", []string{"không bị ảnh hưởng"}, true},
		"signatures in VNI":                     {steps(typing("C33", "Người lập biểu"), redrawn(form, "C33", "VNI-Times", inVNI)), "tep-phong-chu-cu note C33", []string{"không bị ảnh hưởng"}, true},
		"a sheet of its own in VNI":             {steps(sheetOf("Nháp", map[string]any{"A1": "Đoàn viên nữ"}), redrawn("Nháp", "", "VNI-Times", inVNI)), "tep-phong-chu-cu note A1", []string{"trang “Nháp”"}, true},
		"a list form in VNI":                    {redrawn("ds_cong_trinh", "", "VNI-Times", inVNI), "tep-bang-ma-cu error A1", []string{"trang “ds_cong_trinh”"}, false},
		"TCVN3 that lost its font":              {redrawn(form, "", "Arial", inTCVN3), "tep-bang-ma-cu error A1", []string{"lỗi phông", "TCVN3 (ABC)", "UniKey"}, false},
		"VNI that lost its font":                {redrawn(form, "", "Arial", inVNI), "tep-bang-ma-cu error A1", []string{"lỗi phông", "VNI Windows"}, false},
		"UTF-8 taken for something else":        {redrawn(form, "", "", mangled), "tep-bang-ma-cu error A1", []string{"lỗi phông", "UTF-8", "65001"}, false},
		"labels alone, TCVN3 without its font":  {steps(redrawn(form, "", "Arial", inTCVN3), noMarks, noCodes), "tep-bang-ma-cu error A1", []string{"lỗi phông", "TCVN3 (ABC)"}, false},
		"one word that may be anything":         {typing("F13", "M·"), "", nil, true},
		"names of other languages in the notes": {typing("F13", "São Paulo, Müller, El Niño, 25 °C, 5×3 m²"), "", nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			b := mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", tc.change)})
			var want []string
			if tc.want != "" {
				want = []string{tc.want}
			}
			if got := seen(b.Findings); !slices.Equal(got, want) {
				t.Fatalf("findings %q, want %q", got, want)
			}
			for _, words := range tc.says {
				if !strings.Contains(b.Findings[0].Message.In(lang.Vi), words) {
					t.Errorf("%q is not said: %v", words, b.Findings[0].Message)
				}
			}
			if used := b.Files[0].Outcome == Used; used != tc.used {
				t.Fatalf("used: %v, %v", used, b.Files[0].Reason)
			}
			if !tc.used {
				return
			}
			if diff := clean.diff(answersOf(c, b, "x1")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A workbook of something else that holds some garbled names is no form, and its letters are not the reason.
func TestLettersAreNotTheReason(t *testing.T) {
	c := sampleCatalogue()
	rows := [][]any{{"Danh sách đoàn viên"}, {"Họ tên", "Quê quán", "Năm sinh"}, {"Nguyễn Văn A", mangled("Phú Yên, Hà Nội, Ninh Thuận")}}
	garbled := [][]any{{inTCVN3("Quê quán, người thân"), inTCVN3("Đoàn viên ưu tú"), inTCVN3("Kết nạp mới")}, {inTCVN3("Tổng số"), inTCVN3("Thị trấn")}}
	for code, more := range map[string][][]any{fileNoForm: nil, fileOldLetters: garbled} {
		b := mustRead(t, c, map[string][]byte{"x1.xlsx": workbook(t, slices.Concat(rows, more))})
		if len(b.Findings) != 1 || b.Findings[0].Code != code {
			t.Errorf("%s: %q: %v", code, seen(b.Findings), b.Files[0].Reason)
		}
	}
}

// A value whose letters cannot be read is unreadable, and the others of the form count.
func TestValueInVNI(t *testing.T) {
	c := sampleCatalogue()
	b := mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", redrawn(form, "E25", "VNI-Times", inVNI))})
	if got := seen(b.Findings); !slices.Equal(got, []string{"so-lieu-sai-kieu error mt_ten E25"}) || !strings.Contains(b.Findings[0].Message.Error(), "VNI Windows") {
		t.Errorf("%q: %v", got, b.Findings)
	}
	if got := answersOf(c, b, "x1"); got["mt_ten"] != "unreadable" || got["tc_doan_vien"] != "1805" {
		t.Errorf("%v", got)
	}
}

func TestTextTablesOfBeforeUnicode(t *testing.T) {
	c := sampleCatalogue()
	const table = "Mã đơn vị;x1\nKỳ báo cáo;2021\nMã;Nội dung;Số liệu\ntn_rac;Rác thải thu gom được;13\n"
	narrow := func(text string) []byte {
		var data []byte
		for _, r := range text {
			data = append(data, byte(r))
		}
		return data
	}
	for name, tc := range map[string]struct {
		data []byte
		says string
	}{
		"TCVN3":                         {narrow(inTCVN3(table)), "TCVN3 (ABC)"},
		"TCVN3, saved as Unicode":       {[]byte(inTCVN3(table)), "TCVN3 (ABC)"},
		"VNI, saved as Unicode":         {[]byte("\uFEFF" + inVNI(table)), "VNI Windows"},
		"UTF-8, taken for another code": {[]byte(mangled(table)), "UTF-8"},
	} {
		b := mustRead(t, c, map[string][]byte{"x1.csv": tc.data})
		if b.Files[0].Outcome != Rejected || !strings.Contains(b.Files[0].Reason.Error(), "bảng mã "+tc.says) {
			t.Errorf("%s: %v", name, b.Files[0].Reason)
		}
	}
	if b := mustRead(t, c, map[string][]byte{"x1.csv": []byte(table)}); b.Files[0].Outcome != Used {
		t.Errorf("the same in Unicode: %v", b.Files[0].Reason)
	}
}

// The catalogue is the office's own and is printed: letters of before Unicode in it are a fault, told once, and plain letters or Unicode in such a font are none.
func TestLettersOfTheCatalogue(t *testing.T) {
	for font, store := range map[string]func(string) string{".VnTime": inTCVN3, "VNI-Times": inVNI} {
		x, err := excelize.OpenReader(bytes.NewReader(rawWorkbook(t, smallTables())))
		if err != nil {
			t.Fatal(err)
		}
		redrawn("Đơn vị", "", font, asIs)(x)
		data, err := x.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		if c := mustLoad(t, data.Bytes()); len(c.Faults) > 0 {
			t.Errorf("Unicode in %s: %v", font, c.Faults[0].Message)
		}
		x.SetCellValue("Đơn vị", "Z2", "Đơn vị đã nhập")
		x.SetCellValue("Đơn vị", "Z3", "Đơn vị mới")
		redrawn("Đơn vị", "Z2", font, store)(x)
		redrawn("Đơn vị", "Z3", font, store)(x)
		if data, err = x.WriteToBuffer(); err != nil {
			t.Fatal(err)
		}
		faults := mustLoad(t, data.Bytes()).Faults
		if len(faults) != 1 || faults[0].Code != faultUnclear || faults[0].Count != 2 || faults[0].Pos.Cell() != "Z2" || !strings.Contains(faults[0].Message.In(lang.Vi), font) {
			t.Errorf("%s: %v", font, faults)
		}
	}
}
