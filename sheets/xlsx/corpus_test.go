package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// corpusFolder is the folder of workbooks from the test suites of other programs; tests that want it are skipped without it.
func corpusFolder(t testing.TB) string {
	folder := os.Getenv("TONGHOP_CORPUS")
	if folder == "" {
		if os.Getenv("TONGHOP_REQUIRE") != "" {
			t.Fatal("TONGHOP_CORPUS is not set")
		}
		t.Skip("TONGHOP_CORPUS is not set")
	}
	return filepath.Join(folder, "xlsx")
}

// workbooks are the files of the corpus that say they are workbooks of today.
func workbooks(t testing.TB) []string {
	var found []string
	for _, pattern := range []string{"*.xlsx", "*.xlsm", "*.xltx"} {
		names, err := filepath.Glob(filepath.Join(corpusFolder(t), pattern))
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, names...)
	}
	return found
}

// readAll gives the values of all cells as "sheet!B7" -> text, blank formulas included.
func readAll(data []byte) (map[string]string, error) {
	book, err := Open(data)
	if err != nil {
		return nil, err
	}
	cells := make(map[string]string)
	for i, sheet := range book.Sheets {
		_, err := book.Cells(i, func(c Cell) error {
			cells[sheet.Name+"!"+c.Ref()] = c.Text
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return cells, nil
}

// readExcelize gives the same as excelize reads it. Blank texts are left out, as it does not tell them from blank cells.
func readExcelize(data []byte) (cells map[string]string, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: 100 << 20, UnzipXMLSizeLimit: 100 << 20})
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	cells = make(map[string]string)
	for _, sheet := range f.GetSheetList() {
		rows, err := f.Rows(sheet)
		if err != nil {
			return nil, err
		}
		for row := 1; rows.Next(); row++ {
			if row > MaxRow {
				return nil, errors.New("too sparse for excelize")
			}
			columns, err := rows.Columns()
			if err != nil {
				return nil, err
			}
			for i, text := range columns {
				if text != "" {
					cells[sheet+"!"+Ref(row, i+1)] = text
				}
			}
		}
		if err := rows.Error(); err != nil {
			return nil, err
		}
	}
	return cells, nil
}

// refusedWorkbooks are the files that excelize opens and reads without complaint and that we refuse, with the reason. Each was looked at: what
// excelize gives for it is a part of the cells, or a choice between two.
var refusedWorkbooks = map[string]struct {
	reason Reason
	why    string
}{
	"excelize__001__BadWorkbook.xlsx":                                              {NoSheets, "<sheets> is empty; Excel refuses it, LibreOffice invents an empty sheet"},
	"exceljs__014__invalid-xml.xlsx":                                               {Malformed, "text before the root element; Excel refuses it, LibreOffice shows nothing"},
	"hostile__billion_laughs_sheet.xlsx":                                           {DocumentType, "entities that multiply"},
	"hostile__deep_nesting_sheet_200k.xlsx":                                        {Unexpected, "200,000 elements inside one another in place of rows"},
	"hostile__duplicate_cells_rows.xlsx":                                           {OutOfOrder, "A1 twice with two values"},
	"hostile__duplicate_entry.xlsx":                                                {DuplicateName, "two parts with the name of the sheet"},
	"hostile__missing_sharedstrings.xlsx":                                          {BadString, "the texts of the cells are not in the file; excelize gives their numbers instead"},
	"hostile__numbers_edge.xlsx":                                                   {BadNumber, "NaN in a cell of numbers"},
	"hostile__prefix_junk.xlsx":                                                    {Damaged, "512 bytes before the container; LibreOffice refuses it"},
	"hostile__rows_out_of_order.xlsx":                                              {OutOfOrder, "cells C, A, B and rows 3, 1, 2"},
	"hostile__sst_index_bad.xlsx":                                                  {BadString, "numbers of texts beyond the table"},
	"poi__297__clusterfuzz-testcase-minimized-POIXSSFFuzzer-5265527465181184.xlsx": {Damaged, "a wrong checksum and names that differ; LibreOffice refuses it"},
	"poi__320__duplicate-filename.xlsx":                                            {DuplicateName, "two parts with the name of the sheet"},
}

// differences are the cells that excelize reads differently, with the reason why ours is right.
var differences = map[string]struct {
	cells int
	why   string
}{
	"test_files__017__test_files_comments_stress_test.xlsx": {2, "the value of a text formula has escapes (_x000D_), which excelize resolves in shared and inline texts only; the standard has them in <v> too, and Excel writes them there"},
	"test_files__018__crlf.xlsx":                            {1, "the same"},
	"test_files__072__test_files_wtf_path.xlsx":             {18, "excelize looks for the shared strings under their usual name and does not follow the relation"},
}

// On every workbook that both read, excelize and we read the same cells. What excelize reads without complaint and we do not is in the table above.
func TestCorpusAgainstExcelize(t *testing.T) {
	both, refused, differ := 0, 0, 0
	for _, name := range workbooks(t) {
		base := filepath.Base(name)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		theirs, theirErr := readExcelize(data)
		ours, err := readAll(data)
		if reason := reasonOf(t, err); reason != 0 {
			checkWords(t, err)
			if theirErr == nil {
				refused++
				if want := refusedWorkbooks[base]; want.reason != reason {
					t.Errorf("%s is refused: %v", base, err)
				}
			}
			continue
		}
		if theirErr != nil {
			continue
		}
		both++
		diff := compare(ours, theirs)
		if len(diff) > 0 {
			differ++
		}
		if want := differences[base]; len(diff) != want.cells {
			t.Errorf("%s: %d cells differ, not %d: %s", base, len(diff), want.cells, strings.Join(diff[:min(len(diff), 5)], "; "))
		}
	}
	t.Logf("%d workbooks read by both, %d refused by us alone", both, refused)
	if refused != len(refusedWorkbooks) || differ != len(differences) {
		t.Errorf("the tables name %d refused and %d different workbooks, and there are %d and %d", len(refusedWorkbooks), len(differences), refused, differ)
	}
}

// compare lists the cells that are not the same. Texts that are empty are no difference to cells that are not there.
func compare(ours, theirs map[string]string) []string {
	var diff []string
	for _, ref := range slices.Sorted(maps.Keys(ours)) {
		if ours[ref] != theirs[ref] {
			diff = append(diff, fmt.Sprintf("%s is %q and in excelize %q", ref, ours[ref], theirs[ref]))
		}
	}
	for _, ref := range slices.Sorted(maps.Keys(theirs)) {
		if _, ok := ours[ref]; !ok {
			diff = append(diff, fmt.Sprintf("%s is not there and in excelize %q", ref, theirs[ref]))
		}
	}
	return diff
}

// No other file of the corpus is taken for a workbook, and each is told what it is.
func TestCorpusOfOtherFiles(t *testing.T) {
	expected := map[string]Reason{
		".xls": OldExcel, ".xlsb": BinaryWorkbook, ".ods": OpenDocument, ".fods": OpenDocument, ".csv": PlainText, ".tsv": PlainText, ".slk": PlainText,
		".numbers": Numbers, ".xml": ExcelXML, ".htm": WebPage, ".html": WebPage, ".biff5": OldExcel,
	}
	names, err := filepath.Glob(filepath.Join(corpusFolder(t), "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		want, ok := expected[filepath.Ext(name)]
		if !ok {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, err = readAll(data)
		if strings.Contains(name, "__CVE-") {
			want = Unknown // kept scrambled by their project
		}
		if strings.Contains(name, "__XEETest") {
			want = OldXML // no workbooks
		}
		if got := reasonOf(t, err); got != want && otherwise[filepath.Base(name)] != got {
			t.Errorf("%s: %v", filepath.Base(name), err)
		}
		checkWords(t, err)
	}
}

// otherwise are files that are not what their name says, or no longer are.
var otherwise = map[string]Reason{
	"calamine__111__too_small.xls":                                                PlainText,
	"hostile__html_named.xls":                                                     WebPage,
	"hostile__ole_garbage.xls":                                                    OldOffice,
	"poi__335__protected_passtika.xlsb":                                           Password,
	"phpspreadsheet__124__pwtest3.xls":                                            LockedExcel,
	"poi__396__password.xls":                                                      LockedExcel,
	"test_files__112__test_files_password_2002_128_enhrsa.xls":                    LockedExcel,
	"test_files__113__test_files_password_2002_128_enhrsasc.xls":                  LockedExcel,
	"poi__389__clusterfuzz-testcase-minimized-POIHSSFFuzzer-5786329142919168.xls": OldOffice, // its directory is not on its place
}
