package sheets

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tonghop/lang"
	"tonghop/sheets/xlsx"
)

// openForm opens a form with excelize, the second opinion.
func openForm(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

func sampleForms(c *Catalogue) *Forms { return NewForms(c, c.Expect(c.Periods[1])) }

func TestBlankForm(t *testing.T) {
	c := sampleCatalogue()
	data, err := sampleForms(c).Blank(c.Units.Unit("x1"))
	if err != nil {
		t.Fatal(err)
	}
	x := openForm(t, data)
	if got, want := x.GetSheetList(), []string{"Biểu mẫu", "ds_cong_trinh", "_tonghop"}; !slices.Equal(got, want) {
		t.Errorf("sheets %q, want %q: the province's own list is not sent out", got, want)
	}
	if visible, err := x.GetSheetVisible("_tonghop"); err != nil || visible {
		t.Errorf("the sheet _tonghop can be seen (%v)", err)
	}
	want := map[string]string{
		"A2": "BIỂU MẪU BÁO CÁO SỐ LIỆU", "C3": "Đoàn xã Tân Bình", "C4": "x1", "C5": "Năm 2021", "C7": "10/01/2022",
		"A10": "STT", "B10": "Mã", "C10": "Nội dung", "D10": "ĐVT", "E10": "Số liệu", "F10": "Ghi chú",
		"A11": "TC. Tổ chức xây dựng Đoàn", "A12": "1", "B12": "tc_doan_vien", "D12": "người", "B17": "tn_qua",
		"C12": "Tổng số đoàn viên tại thời điểm chốt số liệu\u00a0*",
		"C17": "Suất quà cho đối tượng chính sách, hộ khó khăn\u00a0*\nKhông kể quà tặng thanh thiếu nhi đã ghi ở dòng khác, để không cộng hai lần cùng một suất quà.",
	}
	for cell, text := range want {
		if got, err := x.GetCellValue("Biểu mẫu", cell); err != nil || got != text {
			t.Errorf("%s is %q (%v), want %q", cell, got, err, text)
		}
	}
	if value, _ := x.GetCellValue("_tonghop", "B3"); value != "x1" {
		t.Errorf("the hidden sheet is of unit %q", value)
	}
	for _, row := range []int{12, 13, 14, 15, 17, 18, 19, 21, 22, 23, 24, 25} {
		if got, _ := x.GetCellValue("Biểu mẫu", cellRef(row, colValue)); got != "" {
			t.Errorf("row %d is not blank: %q", row, got)
		}
	}
	if got, err := x.GetSheetDimension("Biểu mẫu"); err != nil || got != "A1:F32" {
		t.Errorf("the form says that it reaches over %s (%v)", got, err)
	}
}

// What the catalogue does not say stands on no form as an empty text, and a list without a title in its notes bears its name.
func TestFormOfLittle(t *testing.T) {
	c := sampleCatalogue()
	c.Settings = nil
	c.Periods[1].Deadline = time.Time{}
	for note, want := range map[string]string{
		"": "BẢNG KÊ: ds_cong_trinh", ". Liên quan: tn_qua.": "BẢNG KÊ: ds_cong_trinh", "Công trình thanh niên. Liên quan: tn_qua.": "BẢNG KÊ: Công trình thanh niên",
	} {
		c.Lists[0].Columns[0].Note = note
		data := mustForm(t, sampleForms(c), c.Units.Unit("x1"), nil, time.Time{})
		x := openForm(t, data)
		if got, _ := x.GetCellValue("ds_cong_trinh", "A1"); got != want {
			t.Errorf("%q gives the title %q, want %q", note, got, want)
		}
		if got, _ := x.GetCellValue("ds_cong_trinh", "B4"); got != "Tên công trình\u00a0*" {
			t.Errorf("the title of the column is %q", got)
		}
		book, err := xlsx.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		for i, sheet := range book.Sheets {
			if _, err := book.Cells(i, func(cell xlsx.Cell) error {
				if cell.Kind == xlsx.Text && blankText(cell.Text) {
					t.Errorf("%s %s holds an empty text", sheet.Name, cell.Ref())
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Only the cells that a unit fills in may be typed in; the sheet is protected without a password.
func TestFormLocks(t *testing.T) {
	c := sampleCatalogue()
	data := mustForm(t, sampleForms(c), c.Units.Unit("x1"), nil, time.Time{})
	x := openForm(t, data)
	var open []string
	for row := 1; row <= 32; row++ {
		for col := colNo; col <= colNote; col++ {
			id, err := x.GetCellStyle("Biểu mẫu", cellRef(row, col))
			if err != nil {
				t.Fatal(err)
			}
			style, err := x.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			if style.Protection != nil && !style.Protection.Locked {
				open = append(open, cellRef(row, col))
			}
		}
	}
	want := []string{"C8", "E8"}
	for _, row := range []int{12, 13, 14, 15, 17, 18, 19, 21, 22, 23, 24, 25} {
		want = append(want, cellRef(row, colValue), cellRef(row, colNote))
	}
	if !slices.Equal(open, want) {
		t.Errorf("unlocked cells %v, want %v", open, want)
	}
	sheet := partOf(t, data, "xl/worksheets/sheet1.xml")
	protection := regexp.MustCompile(`<sheetProtection[^>]*>`).FindString(sheet)
	if !strings.Contains(protection, `sheet="1"`) && !strings.Contains(protection, `sheet="true"`) || strings.Contains(protection, "password") || strings.Contains(protection, "hash") {
		t.Errorf("protection %q", protection)
	}
}

// A limit warns and never forbids, because a word such as “không phát sinh” is an answer too.
func TestFormLimits(t *testing.T) {
	c := sampleCatalogue()
	x := openForm(t, mustForm(t, sampleForms(c), c.Units.Unit("x1"), nil, time.Time{}))
	rules, err := x.GetDataValidations("Biểu mẫu")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"C8": "date", "E8": "whole", "E12:E13 E17": "whole", "E18": "decimal", "E19": "decimal", "E15": "decimal", "E21": "list", "E14": "list",
		"E22": "none", "E23": "none", "E24": "date", "E25": "none",
	}
	for _, rule := range rules {
		kind := rule.Type
		if kind == "" {
			kind = "none"
		}
		if kind != want[rule.Sqref] {
			t.Errorf("the limit of %s is %q, want %q", rule.Sqref, kind, want[rule.Sqref])
		}
		delete(want, rule.Sqref)
		if rule.Prompt == nil || *rule.Prompt == "" || len([]rune(*rule.Prompt)) > 255 || len([]rune(*rule.PromptTitle)) > 32 {
			t.Errorf("the limit of %s gives no advice that Excel can show", rule.Sqref)
		}
		if kind != "none" && (rule.ErrorStyle == nil || *rule.ErrorStyle != "warning" || len([]rune(*rule.Error)) > 255) {
			t.Errorf("the limit of %s does not warn", rule.Sqref)
		}
	}
	if len(want) > 0 {
		t.Errorf("no limit for %v", want)
	}
}

func TestFormPrints(t *testing.T) {
	c := sampleCatalogue()
	x := openForm(t, mustForm(t, sampleForms(c), c.Units.Unit("x1"), nil, time.Time{}))
	layout, err := x.GetPageLayout("Biểu mẫu")
	if err != nil || *layout.Size != 9 || *layout.Orientation != "portrait" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
		t.Errorf("not A4, one page wide: %+v (%v)", layout, err)
	}
	names := make(map[string]string)
	for _, name := range x.GetDefinedName() {
		names[name.Scope+"!"+name.Name] = name.RefersTo
	}
	if got := names["Biểu mẫu!_xlnm.Print_Titles"]; got != "'Biểu mẫu'!$10:$10" {
		t.Errorf("repeated rows %q", got)
	}
	if got := names["Biểu mẫu!_xlnm.Print_Area"]; got != "'Biểu mẫu'!$A$1:$F$32" {
		t.Errorf("print area %q", got)
	}
}

// Text that would be something else to Excel or to XML stays what it is.
func TestFormKeepsText(t *testing.T) {
	c := sampleCatalogue()
	u := c.Units.Unit("x1")
	u.Name = `=Đoàn "A" & <B> _x0041_x0042_ 'c'`
	filled := map[Code]Answer{"mt_ten": {Text: "=1+1 & <b>_x000D_", Note: "@SUM(A1)\nhai dòng"}}
	x := openForm(t, mustForm(t, sampleForms(c), u, filled, time.Time{}))
	for cell, want := range map[string]string{"C3": u.Name, "E25": "=1+1 & <b>_x000D_", "F25": "@SUM(A1)\nhai dòng"} {
		if got, _ := x.GetCellValue("Biểu mẫu", cell); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
		if formula, _ := x.GetCellFormula("Biểu mẫu", cell); formula != "" {
			t.Errorf("%s became the formula %q", cell, formula)
		}
	}
}

// The same form has the same bytes, whoever asks first and however many ask at a time.
func TestFormsAreDeterministic(t *testing.T) {
	c := sampleCatalogue()
	want := mustForm(t, sampleForms(c), c.Units.Unit("x3"), sampleAnswers(), date("2022-01-05"))
	forms := sampleForms(c)
	var wait sync.WaitGroup
	got := make([][]byte, 8)
	for i := range got {
		wait.Go(func() {
			if i%2 == 0 {
				forms.Blank(c.Units.Unit("x1"))
			}
			got[i], _ = forms.Filled(c.Units.Unit("x3"), sampleAnswers(), date("2022-01-05"))
		})
	}
	wait.Wait()
	for i, data := range got {
		if !bytes.Equal(data, want) {
			t.Errorf("form %d differs", i)
		}
	}
}

func TestFormRefuses(t *testing.T) {
	c := sampleCatalogue()
	forms := sampleForms(c)
	third := Answer{Number: big.NewRat(1, 3)}
	for name, call := range map[string]func() error{
		"a unit that need not report": func() error { _, err := forms.Blank(c.Units.Unit("tt1")); return err },
		"an unknown row": func() error {
			_, err := forms.Filled(c.Units.Unit("x1"), map[Code]Answer{"zzz": third}, time.Time{})
			return err
		},
		"an endless decimal": func() error {
			_, err := forms.Filled(c.Units.Unit("x1"), map[Code]Answer{"tn_rac": third}, time.Time{})
			return err
		},
	} {
		var message lang.Message
		if err := call(); !errors.As(err, &message) || message.In(lang.En) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSheetNames(t *testing.T) {
	long := strings.Repeat("đ", 40)
	names := sheetNames([]*List{{Name: "a/b:c"}, {Name: "A-B-C"}, {Name: long}, {Name: long + "x"}, {Name: "Biểu mẫu"}, {Name: "'"}, {Name: ""}})
	seen := make(map[string]bool)
	for _, name := range names {
		if name == "" || len([]rune(name)) > 31 || strings.ContainsAny(name, `[]:*?/\`) || seen[strings.ToLower(name)] || name == formSheet {
			t.Errorf("Excel refuses the name %q among %q", name, names)
		}
		seen[strings.ToLower(name)] = true
	}
}

// Every form is read by the strict reader, with the cells that excelize sees.
func TestFormIsStrictlyReadable(t *testing.T) {
	c := sampleCatalogue()
	data := mustForm(t, sampleForms(c), c.Units.Unit("x1"), sampleAnswers(), date("2022-01-05"))
	book, err := xlsx.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	x := openForm(t, data)
	for i, sheet := range book.Sheets {
		if (sheet.Visibility == xlsx.VeryHidden) != (sheet.Name == "_tonghop") {
			t.Errorf("sheet %q has visibility %v", sheet.Name, sheet.Visibility)
		}
		_, err := book.Cells(i, func(cell xlsx.Cell) error {
			want, err := x.GetCellValue(sheet.Name, cell.Ref(), excelize.Options{RawCellValue: true})
			if err == nil && cell.Text != want {
				t.Errorf("%s %s: %q and %q", sheet.Name, cell.Ref(), cell.Text, want)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// A form that somebody opened and saved in LibreOffice reads to the same figures.
func TestFormThroughLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("TONGHOP_REQUIRE") != "" {
			t.Fatal("LibreOffice is not installed")
		}
		t.Skip("LibreOffice is not installed")
	}
	c := sampleCatalogue()
	data := edited(t, c, "x1", steps(typing("F14", "xem phụ lục 2"), typing("E32", "Họ và tên A"), dated("E26", date("2022-01-05"))))
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "x1.xlsx"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	convert := exec.Command(office, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, "x1.xlsx"))
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out", "x1.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	want := mustRead(t, c, map[string][]byte{"a.xlsx": data})
	got := mustRead(t, c, map[string][]byte{"a.xlsx": saved})
	if diff := answersOf(c, want, "x1").diff(answersOf(c, got, "x1")); diff != "" {
		t.Error(diff)
	}
	if len(got.Findings) > 0 {
		t.Errorf("%v", got.Findings[0].Message)
	}
}

func partOf(t testing.TB, workbook []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	file, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func BenchmarkFilledForm(b *testing.B) {
	c := wideCatalogue(70)
	forms := sampleForms(c)
	u := c.Units.Unit("x1")
	filled := sampleAnswers()
	mustForm(b, forms, u, filled, date("2022-01-05"))
	for b.Loop() {
		mustForm(b, forms, u, filled, date("2022-01-05"))
	}
}

// What is typed is seen as it is typed: 13,6 triệu đồng is not shown as 14.
func TestFormShowsDecimalsOfMoney(t *testing.T) {
	for _, c := range []struct {
		kind            Kind
		measure, format string
	}{
		{Money, "đồng", "#,##0"}, {Money, "triệu đồng", ""}, {Money, "tỷ", ""}, {Count, "người", "#,##0"}, {Decimal, "tấn", ""},
	} {
		if got := valueLook(c.kind, c.measure).format; got != c.format {
			t.Errorf("%v in %s: the format is %q, want %q", c.kind, c.measure, got, c.format)
		}
	}
}
