package sheets

import (
	"maps"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"tonghop/vntext"
)

// A marked copy that a unit mended and sent back is read as its form alone: our list is neither a table nor figures outside of one. A sheet of somebody
// else with that name is read as any other.
func TestMendSheetIsNotRead(t *testing.T) {
	c := sampleCatalogue()
	for title, findings := range map[string]int{MendTitle: 0, "Bảng của tôi": 1} {
		plain := mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", nil)})
		marked := mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", func(f *excelize.File) {
			if _, err := f.NewSheet(MendSheet); err != nil {
				t.Fatal(err)
			}
			for at, value := range map[string]any{"A1": title, "B3": "Mã", "C3": "Đang ghi", "C4": 12.5, "D4": "1805"} {
				if err := f.SetCellValue(MendSheet, at, value); err != nil {
					t.Fatal(err)
				}
			}
		})})
		if a, b := answersOf(c, plain, "x1"), answersOf(c, marked, "x1"); len(a) == 0 || !maps.Equal(a, b) {
			t.Errorf("%s: the form reads as %v and %v", title, a, b)
		}
		if got := len(marked.Findings) - len(plain.Findings); got != findings {
			t.Errorf("%s: %d findings more", title, got)
		}
	}
}

func TestOriginals(t *testing.T) {
	c := sampleCatalogue()
	first, second := edited(t, c, "x1", nil), []byte("khác")
	composed, decomposed := vntext.NFC("nop/xã.xlsx"), "nop/xa\u0303.xlsx"
	folder := fstest.MapFS{composed: {Data: second, Mode: 0o644}, decomposed: {Data: first, Mode: 0o644}}
	b, err := Read(folder, "nop", c, c.Periods[1], ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	originals, err := OpenOriginals(folder, "nop")
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range b.Files {
		data, err := originals.Bytes(f)
		if err != nil || string(data) != string(folder[[]string{decomposed, composed}[i]].Data) {
			t.Errorf("%s: %d bytes, %v", f.Path, len(data), err)
		}
	}
	folder[composed].Data = []byte("đã sửa")
	if data, err := originals.Bytes(b.Files[1]); err == nil {
		t.Errorf("a file that has changed since it was read gives %q", data)
	}
	if data, err := originals.Bytes(&File{Path: "../bí mật"}); err == nil {
		t.Errorf("a file that was never listed gives %q", data)
	}
}
