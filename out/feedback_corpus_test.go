package out

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"tonghop/figure"
	"tonghop/sheets/xlsx"
)

// Workbooks of strangers give a copy with the same cells, or a reason in words, and never end the run.
func TestCorpusIsMarkedOrRefused(t *testing.T) {
	corpus := os.Getenv("TONGHOP_CORPUS")
	if corpus == "" {
		if os.Getenv("TONGHOP_REQUIRE") != "" {
			t.Fatal("TONGHOP_CORPUS is not set")
		}
		t.Skip("TONGHOP_CORPUS is not set")
	}
	marked, refused := 0, 0
	err := filepath.WalkDir(filepath.Join(corpus, "xlsx"), func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data := must(os.ReadFile(name))
		book, err := xlsx.Open(data)
		if err != nil || len(book.Sheets) == 0 {
			return nil // the reader refuses it, so that it is never marked
		}
		sheet := book.Sheets[0].Name
		copied, err := markWorkbookOf(data, aCopy(request(sheet, 2, 2, figure.Error, "x", "sai"), request(sheet, 30, 3, figure.Warning, "x", "lạ")))
		if err != nil {
			refused++
			t.Logf("%s: %v", entry.Name(), err)
			return nil
		}
		marked++
		if err := sameCells(data, copied); err != nil {
			t.Errorf("%s: %v", entry.Name(), err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d marked, %d refused", marked, refused)
	if marked < 2*refused {
		t.Errorf("%d workbooks were marked and %d refused", marked, refused)
	}
}
