package out

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/opc"
	"tonghop/report"
	"tonghop/sheets"
)

var sayText = lang.Format{Vi: "%s", En: "%s"}

// must gives the value of a call, or ends the test at its error.
func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// unitWorkbook is a workbook as a unit sends it: a protected form with a print title, a formula, a date and a hidden sheet.
func unitWorkbook(t *testing.T, change func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	day := "dd/mm/yyyy"
	date := must(f.NewStyle(&excelize.Style{CustomNumFmt: &day, Protection: &excelize.Protection{Locked: false}}))
	steps := []error{
		f.SetSheetName("Sheet1", "Biểu mẫu"),
		f.SetSheetRow("Biểu mẫu", "A1", &[]any{"Mã", "Số liệu"}),
		f.SetSheetRow("Biểu mẫu", "A2", &[]any{"a", "=1+1"}),
		f.SetSheetRow("Biểu mẫu", "A3", &[]any{"b", 44228}),
		f.SetCellStyle("Biểu mẫu", "B3", "B3", date),
		f.SetCellFormula("Biểu mẫu", "B4", "SUM(B3:B3)"),
		f.ProtectSheet("Biểu mẫu", &excelize.SheetProtectionOptions{SelectUnlockedCells: true}),
		f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'Biểu mẫu'!$1:$1", Scope: "Biểu mẫu"}),
		f.SetDocProps(&excelize.DocProperties{Creator: "x", Created: fixedTime, Modified: fixedTime}),
	}
	index, err := f.NewSheet("Ẩn's")
	steps = append(steps, err, f.SetCellValue("Ẩn's", "A1", index), f.SetSheetVisible("Ẩn's", false))
	if err := errors.Join(steps...); err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(f)
	}
	return must(f.WriteToBuffer()).Bytes()
}

func openBook(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	return must(excelize.OpenReader(bytes.NewReader(data)))
}

func request(sheet string, row, col int, severity figure.Severity, typed, complaint string) report.Request {
	f := sheets.Finding{Code: "x", Severity: severity, Unit: "x1", Raw: typed, Message: sayText.With(complaint), Suggest: "5"}
	f.Pos = sheets.Pos{File: "nop/x1.xlsx", Sheet: sheet, Row: row, Col: col}
	return report.Request{Finding: f, Subject: "=HYPERLINK(\"x\")", Typed: typed, Complaint: complaint, Advice: "Sửa ô này."}
}

func aRun() *Run {
	return &Run{Batch: &sheets.Batch{Period: &sheets.Period{Code: "2021", Name: "Năm 2021"}}}
}

func aCopy(requests ...report.Request) markedCopy {
	return markedCopy{"phan-hoi/x1.xlsx", &sheets.Unit{Code: "x1", Name: "Đoàn xã Một"}, &sheets.File{Path: "nop/x1.xlsx"}, requests}
}

func TestMarkedCopy(t *testing.T) {
	original := unitWorkbook(t, nil)
	c := aCopy(
		request("Biểu mẫu", 2, 2, figure.Warning, "=1+1", "là phép tính"), request("Biểu mẫu", 2, 2, figure.Error, "=1+1", "là văn bản"),
		request("Biểu mẫu", 3, 2, figure.Warning, "44228", "là ngày"), request("Biểu mẫu", 9, 3, figure.Error, "", "để trống"),
		request("Ẩn's", 1, 1, figure.Warning, "1", "trang ẩn"), request("", 0, 0, figure.Error, "", "cả tệp"),
	)
	data := must(markWorkbookOf(original, c))
	f := openBook(t, data)
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Cần sửa", "Biểu mẫu", "Ẩn's"}) || f.GetActiveSheetIndex() != 0 {
		t.Errorf("sheets %v, opened on %d", got, f.GetActiveSheetIndex())
	}
	for cell, want := range map[string]string{"B2": markBad, "B3": markDoubt, "C9": markBad, "A1": ""} {
		style := must(f.GetStyle(must(f.GetCellStyle("Biểu mẫu", cell))))
		if got := strings.Join(style.Fill.Color, " "); got != want {
			t.Errorf("%s is filled %q, want %q", cell, got, want)
		}
		if cell == "B3" && (style.CustomNumFmt == nil || *style.CustomNumFmt != "dd/mm/yyyy" || style.Protection == nil || style.Protection.Locked) {
			t.Errorf("the mark changed the number format or the lock of B3: %+v", style)
		}
	}
	comments := must(f.GetComments("Biểu mẫu"))
	if len(comments) != 3 || comments[0].Cell != "B2" || comments[0].Author != markAuthor {
		t.Fatalf("comments %+v", comments)
	}
	text := comments[0].Text
	for _, run := range comments[0].Paragraph {
		text += run.Text
	}
	for _, want := range []string{"CẢNH BÁO", "LỖI", "Đang ghi: =1+1", "là phép tính.", "là văn bản.", "Cần làm: Sửa ô này.", "Gợi ý: 5"} {
		if !strings.Contains(text, want) {
			t.Errorf("the comment does not say %q: %q", want, text)
		}
	}
	names := f.GetDefinedName()
	if !slices.ContainsFunc(names, func(n excelize.DefinedName) bool {
		return n.Scope == "Biểu mẫu" && n.RefersTo == "'Biểu mẫu'!$1:$1"
	}) {
		t.Errorf("the form lost its print title: %+v", names)
	}
}

func TestMarkedCopyListsEveryRequest(t *testing.T) {
	c := aCopy(
		request("Biểu mẫu", 2, 2, figure.Error, "=cmd|'/c calc'!A0", "là văn bản"), request("Ẩn's", 1, 1, figure.Warning, "1", "trang ẩn"),
		request("Biểu mẫu", 0, 0, figure.Error, "–", "cả trang"), request("", 0, 0, figure.Error, "–", "cả tệp"),
	)
	f := openBook(t, must(markWorkbookOf(unitWorkbook(t, nil), c)))
	rows := must(f.GetRows("Cần sửa"))
	want := [][]string{
		{"STT", "Mức", "Số liệu", "Ô", "Đang ghi", "Điều cần xem lại", "Cần làm", "Gợi ý"},
		{"1", "lỗi", "=HYPERLINK(\"x\")", "ô\u00a0B2, Biểu mẫu", "=cmd|'/c calc'!A0", "là văn bản.", "Sửa ô này.", "5"},
		{"2", "cảnh báo", "=HYPERLINK(\"x\")", "ô\u00a0A1, Ẩn's", "1", "trang ẩn.", "Sửa ô này.", "5"},
		{"3", "lỗi", "=HYPERLINK(\"x\")", "Biểu mẫu", "–", "cả trang.", "Sửa ô này.", "5"},
		{"4", "lỗi", "=HYPERLINK(\"x\")", "", "–", "cả tệp.", "Sửa ô này.", "5"},
	}
	if diff := cmp.Diff(want, rows[len(rows)-len(want):]); diff != "" {
		t.Error(diff)
	}
	first := len(rows) - 3
	for i, want := range []string{"'Biểu mẫu'!B2", "", "'Biểu mẫu'!A1", ""} { // a hidden sheet cannot be shown by a link
		_, link, err := f.GetCellHyperLink("Cần sửa", cellAt("D", first+i))
		if err != nil || link != want {
			t.Errorf("row %d leads to %q, want %q (%v)", i+1, link, want, err)
		}
		formula := must(f.GetCellFormula("Cần sửa", cellAt("E", first+i)))
		if formula != "" {
			t.Errorf("a text of the unit became the formula %q", formula)
		}
	}
}

// A copy that a unit half mended is marked anew, as if the first marks had never been.
func TestMarkedCopyOfAMarkedCopy(t *testing.T) {
	first := must(markWorkbookOf(unitWorkbook(t, nil), aCopy(request("Biểu mẫu", 2, 2, figure.Error, "x", "sai"), request("Biểu mẫu", 3, 2, figure.Error, "x", "sai"))))
	f := openBook(t, must(markWorkbookOf(first, aCopy(request("Biểu mẫu", 3, 2, figure.Warning, "x", "vẫn lạ")))))
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Cần sửa", "Biểu mẫu", "Ẩn's"}) {
		t.Errorf("sheets %v", got)
	}
	for cell, want := range map[string]string{"B2": "", "B3": markDoubt} {
		style := must(f.GetStyle(must(f.GetCellStyle("Biểu mẫu", cell))))
		if got := strings.Join(style.Fill.Color, " "); got != want {
			t.Errorf("%s is filled %q, want %q", cell, got, want)
		}
	}
	if comments := must(f.GetComments("Biểu mẫu")); len(comments) != 1 || comments[0].Cell != "B3" {
		t.Errorf("comments %+v", comments)
	}
}

// The colour that a cell had before its first mark comes back with the mark's end, also where the unit took the comment away.
func TestMarkedCopyGivesColoursBack(t *testing.T) {
	const theirs = "FFF2CC"
	original := unitWorkbook(t, func(f *excelize.File) {
		style := must(f.NewStyle(&excelize.Style{Fill: fill(theirs), Font: &excelize.Font{Bold: true}}))
		if err := f.SetCellStyle("Biểu mẫu", "B2", "B4", style); err != nil {
			t.Fatal(err)
		}
	})
	wrong := func(rows ...int) markedCopy {
		var requests []report.Request
		for _, row := range rows {
			requests = append(requests, request("Biểu mẫu", row, 2, figure.Error, "x", "sai"))
		}
		return aCopy(requests...)
	}
	fills := func(f *excelize.File) (all string) {
		for _, cell := range []string{"B2", "B3", "B4", "B5"} {
			all += strings.Join(must(f.GetStyle(must(f.GetCellStyle("Biểu mẫu", cell)))).Fill.Color, "") + " "
		}
		return all
	}
	first := must(markWorkbookOf(original, wrong(2, 3, 4, 5)))
	if got, want := fills(openBook(t, first)), strings.Repeat(markBad+" ", 4); got != want {
		t.Fatalf("marked cells are filled %q", got)
	}
	f := openBook(t, first)
	if err := f.DeleteComment("Biểu mẫu", "B4"); err != nil {
		t.Fatal(err)
	}
	if hidden, err := f.GetColVisible("Cần sửa", sampleCell); err != nil || hidden {
		t.Errorf("the samples are shown (%v)", err)
	}
	second := must(markWorkbookOf(must(f.WriteToBuffer()).Bytes(), wrong(2)))
	third := openBook(t, must(markWorkbookOf(second, wrong(5))))
	if got, want := fills(openBook(t, second)), markBad+" "+theirs+" "+theirs+"  "; got != want {
		t.Errorf("marked again: %q, want %q", got, want)
	}
	if got, want := fills(third), theirs+" "+theirs+" "+theirs+" "+markBad+" "; got != want {
		t.Errorf("marked a third time: %q, want %q", got, want)
	}
	if style := must(third.GetStyle(must(third.GetCellStyle("Biểu mẫu", "B2")))); style.Font == nil || !style.Font.Bold {
		t.Error("the cell lost its bold print")
	}
}

// A comment of somebody else is no place for ours.
func TestCommentsOfOthersStay(t *testing.T) {
	original := unitWorkbook(t, func(f *excelize.File) {
		if err := f.AddComment("Biểu mẫu", excelize.Comment{Cell: "B2", Author: "Bí thư", Text: "Số này tôi đã hỏi lại."}); err != nil {
			t.Fatal(err)
		}
	})
	f := openBook(t, must(markWorkbookOf(original, aCopy(request("Biểu mẫu", 2, 2, figure.Error, "x", "sai"), request("Biểu mẫu", 3, 2, figure.Error, "x", "sai")))))
	var authors []string
	for _, c := range must(f.GetComments("Biểu mẫu")) {
		authors = append(authors, c.Cell+" "+c.Author)
	}
	if !slices.Equal(authors, []string{"B2 Bí thư", "B3 tonghop"}) {
		t.Errorf("comments %v", authors)
	}
}

// Programs such as openpyxl name the part of the comments by a path from the top, which the library takes for a part of another name: there the list alone
// says what to do.
func TestMarkedCopyWithCommentsOfAnotherProgram(t *testing.T) {
	first := must(markWorkbookOf(unitWorkbook(t, nil), aCopy(request("Biểu mẫu", 2, 2, figure.Error, "x", "sai"))))
	var theirs bytes.Buffer
	err := opc.Settle(&theirs, first, func(part string) opc.Edit {
		if !strings.HasPrefix(part, "xl/worksheets/_rels/") {
			return nil
		}
		return func(data []byte) []byte { return bytes.ReplaceAll(data, []byte(`Target="../`), []byte(`Target="/xl/`)) }
	})
	if err != nil || bytes.Equal(theirs.Bytes(), first) {
		t.Fatal("the relations are as they were", err)
	}
	f := openBook(t, must(markWorkbookOf(theirs.Bytes(), aCopy(request("Biểu mẫu", 3, 2, figure.Error, "x", "sai")))))
	rows := must(f.GetRows("Cần sửa"))
	if got := rows[len(rows)-1]; len(got) < 4 || got[3] != "ô\u00a0B3, Biểu mẫu" {
		t.Errorf("the list ends with %q", got)
	}
}

func TestNoMarkedCopy(t *testing.T) {
	plain := unitWorkbook(t, nil)
	for name, data := range map[string][]byte{
		"no workbook": []byte("Kính gửi"), "old": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "cut off": plain[:len(plain)/2], "large": make([]byte, largestMarked+1),
		"macros": unitWorkbook(t, func(f *excelize.File) {
			if err := f.AddVBAProject([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")); err != nil {
				t.Fatal(err)
			}
		}),
	} {
		if copied, err := markWorkbookOf(data, aCopy(request("Biểu mẫu", 2, 2, figure.Error, "x", "sai"))); err == nil || copied != nil {
			t.Errorf("%s: %d bytes, %v", name, len(copied), err)
		}
	}
}

// A workbook that the library saved under a name declares a type for macros, and has none.
func TestSavedWorkbookHasNoMacros(t *testing.T) {
	name := filepath.Join(t.TempDir(), "x.xlsx")
	if err := openBook(t, unitWorkbook(t, nil)).SaveAs(name); err != nil {
		t.Fatal(err)
	}
	if _, err := markWorkbookOf(must(os.ReadFile(name)), aCopy(request("Biểu mẫu", 2, 2, figure.Error, "x", "sai"))); err != nil {
		t.Error(err)
	}
}

// What a copy loses or changes is seen.
func TestSameCells(t *testing.T) {
	original := unitWorkbook(t, nil)
	if err := sameCells(original, original); err != nil {
		t.Errorf("a workbook differs from itself: %v", err)
	}
	oldFont := unitWorkbook(t, func(f *excelize.File) {
		id, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: ".VnTime"}})
		if err := errors.Join(err, f.SetCellValue("Biểu mẫu", "C3", "§oµn viªn"), f.SetCellStyle("Biểu mẫu", "C3", "C3", id)); err != nil {
			t.Fatal(err)
		}
	})
	if err := sameCells(oldFont, oldFont); err != nil {
		t.Errorf("text in an old font differs from itself: %v", err)
	}
	if err := sameCells(original, oldFont); err == nil {
		t.Error("text in an old font is not seen")
	}
	for name, change := range map[string]func(*excelize.File) error{
		"value":  func(f *excelize.File) error { return f.SetCellValue("Biểu mẫu", "B3", 44229) },
		"cell":   func(f *excelize.File) error { return f.SetCellValue("Biểu mẫu", "C3", 1) },
		"format": func(f *excelize.File) error { return f.SetCellStyle("Biểu mẫu", "B3", "B3", 0) },
		"merge":  func(f *excelize.File) error { return f.MergeCell("Biểu mẫu", "A8", "B8") },
		"sheet":  func(f *excelize.File) error { return f.DeleteSheet("Ẩn's") },
		"hidden": func(f *excelize.File) error { return f.SetSheetVisible("Ẩn's", true) },
		"row":    func(f *excelize.File) error { return f.SetRowVisible("Biểu mẫu", 3, false) },
	} {
		changed := unitWorkbook(t, func(f *excelize.File) {
			if err := change(f); err != nil {
				t.Fatal(err)
			}
		})
		if err := sameCells(original, changed); err == nil {
			t.Errorf("a changed %s is not seen", name)
		}
	}
}

// markWorkbookOf marks a workbook in a run of the year 2021.
func markWorkbookOf(data []byte, c markedCopy) ([]byte, error) { return markWorkbook(data, aRun(), c) }

// Of several files of a unit the used one gives its copy the unit's name; a file that could not be read has no copy.
func TestCopiesOf(t *testing.T) {
	u := &sheets.Unit{Code: "x1"}
	file := func(name string, o sheets.Outcome) *sheets.File {
		return &sheets.File{Path: name, Outcome: o, Sheets: []string{"s"}}
	}
	about := func(name string) report.Request {
		return report.Request{Finding: sheets.Finding{Pos: sheets.Pos{File: name}}}
	}
	files := []*sheets.File{file("a", sheets.Rejected), file("b", sheets.Used), file("c", sheets.Used)}
	var got []string
	for _, c := range copiesOf(u, files, []report.Request{about("a"), about("b"), about("gone"), about("")}) {
		got = append(got, c.name+" "+c.file.Path+" "+strings.Repeat("*", len(c.requests)))
	}
	if want := []string{"phan-hoi/x1.xlsx b **", "phan-hoi/x1~2.xlsx a *"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// feedbackRun is a run over files of as many units, in each of which a cell is wrong.
func feedbackRun(codes ...sheets.UnitCode) *Run {
	tables := sheets.Starter()
	for i := range tables {
		switch tables[i].Sheet {
		case "Kỳ":
			tables[i].Rows = [][]string{{"2021", "Năm 2021", "01/01/2021", "31/12/2021", "15/12/2021", ""}}
		case "Đơn vị":
			tables[i].Rows = [][]string{{"tinh", "Tỉnh đoàn", "", "tỉnh", "", "", "", "", ""}}
			for _, code := range codes {
				tables[i].Rows = append(tables[i].Rows, []string{string(code), "Đoàn xã " + string(code), "", "xã", "tinh", "có", "", "", ""})
			}
		}
	}
	c := must(sheets.Load("danhmuc.xlsx", must(sheets.WriteCatalogue(tables))))
	r := &Run{Catalogue: c, Batch: must(sheets.Read(fstest.MapFS{"nop": {Mode: fs.ModeDir}}, "nop", c, c.Periods[0], sheets.ReadOptions{}))}
	for _, code := range codes {
		r.Batch.Files = append(r.Batch.Files, &sheets.File{Path: "nop/" + string(code) + ".xlsx", Unit: code, Sheets: []string{"Biểu mẫu"}})
		f := request("Biểu mẫu", 2, 2, figure.Error, "x", "sai").Finding
		f.Unit, f.Pos.File = code, "nop/"+string(code)+".xlsx"
		r.Check.Findings = append(r.Check.Findings, f)
	}
	return r
}

// The copies are the same for any number of workers; one that cannot be made is named and stops no other.
func TestStageFeedback(t *testing.T) {
	original := unitWorkbook(t, nil)
	var results []map[string][]byte
	for _, jobs := range []int{1, 3} {
		dir := t.TempDir()
		d := must(Open(dir, "ketqua"))
		refused, err := d.StageFeedback(feedbackRun("x1", "x2", "x3", "x4", "x5", "x6"), Feedback{Jobs: jobs, Original: func(f *sheets.File) ([]byte, error) {
			if f.Unit == "x2" {
				return nil, io.ErrUnexpectedEOF
			}
			return original, nil
		}})
		if err != nil || len(refused) != 1 || !strings.Contains(refused[0].In(lang.Vi), "nop/x2.xlsx") {
			t.Fatalf("refused %v, %v", refused, err)
		}
		must(d.Commit(NewManifest("v", "2021", "all", nil)))
		made := make(map[string][]byte)
		for _, name := range must(filepath.Glob(filepath.Join(dir, FeedbackDir, "*"))) {
			made[filepath.Base(name)] = must(os.ReadFile(name))
		}
		if len(made) != 5 || made["x2.xlsx"] != nil {
			t.Errorf("%d copies", len(made))
		}
		results = append(results, made)
	}
	for name, data := range results[0] {
		if !bytes.Equal(data, results[1][name]) {
			t.Errorf("%s has other bytes with another number of workers", name)
		}
	}
}
