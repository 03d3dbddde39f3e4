package sheets

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// libreOffice converts files of a folder with a LibreOffice that has a profile of its own, and gives the folder with what it made. Tests that want it are
// skipped where it is not installed.
func libreOffice(t *testing.T) func(from, ending, format string) string {
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	program, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("TONGHOP_REQUIRE") != "" {
			t.Fatal("LibreOffice is not installed")
		}
		t.Skip("LibreOffice is not installed")
	}
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir())
	return func(from, ending, format string) string {
		files, err := filepath.Glob(filepath.Join(from, "*."+ending))
		if err != nil || len(files) == 0 {
			t.Fatalf("%v, %d files", err, len(files))
		}
		to := t.TempDir()
		args := append([]string{profile, "--headless", "--norestore", "--convert-to", format, "--outdir", to}, files...)
		if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return to
	}
}

// Forms in every spelling that LibreOffice saves, as a workbook of today and through those of Excel 97 and of OpenDocument, are read as what was meant, or
// an error says that a figure is not read.
func TestFormsSavedByLibreOffice(t *testing.T) {
	convert := libreOffice(t)
	c := sampleCatalogue()
	const forms = 6
	sent := t.TempDir()
	answers := make([]map[Code]spelling, forms)
	for i := range forms {
		// LibreOffice works out again what formulas say: these do not say what was meant.
		data := rapid.Custom(func(rt *rapid.T) []byte {
			book, answered := drawForm(rt, c, bookShape{texts: "shared", date1904: i%3 == 0})
			for _, sheet := range book.sheets {
				for j := range sheet.cells {
					sheet.cells[j].formula = ""
				}
			}
			for code, answer := range answered {
				if answer.cell.kind == "" {
					answered[code] = certain("blank", answer.cell)
				}
			}
			answers[i] = answered
			return book.bytes()
		}).Example(i)
		if err := os.WriteFile(filepath.Join(sent, fmt.Sprintf("%d.xlsx", i)), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const today = "xlsx:Calc MS Excel 2007 XML"
	for _, saved := range []struct{ name, folder string }{
		{"not at all", sent},
		{"as a workbook of today", convert(sent, "xlsx", today)},
		{"through Excel 97", convert(convert(sent, "xlsx", "xls:MS Excel 97"), "xls", today)},
		{"through OpenDocument", convert(convert(sent, "xlsx", "ods:calc8"), "ods", today)},
	} {
		t.Run(saved.name, func(t *testing.T) {
			for i := range forms {
				data, err := os.ReadFile(filepath.Join(saved.folder, fmt.Sprintf("%d.xlsx", i)))
				if err != nil {
					t.Fatal(err)
				}
				faults, read, _ := misread(c, mustRead(t, c, map[string][]byte{"a.xlsx": data}), answers[i])
				if len(faults) > 0 || read == 0 {
					t.Errorf("form %d: %d figures are read\n%s", i, read, strings.Join(faults, "\n"))
				}
			}
		})
	}
}
