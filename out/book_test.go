package out

import (
	"bytes"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tonghop/opc"
)

func TestStableGivesTheSameBytes(t *testing.T) {
	make := func() []byte {
		b, err := newBook(0)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"Một", "Hai", "Ba"} {
			err := b.sheet(layout{name: name, title: name, columns: []column{{width: 10}}}, func(p *page) error {
				return p.add(cell{value: "=1+1"}, numeric(big.NewRat(1805, 1), false), cell{value: 2, look: number, formula: "1+1"})
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		var out bytes.Buffer
		if err := b.write(&out); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	first := make()
	for range 5 {
		if !bytes.Equal(first, make()) {
			t.Fatal("the same workbook has other bytes")
		}
	}
	book, err := excelize.OpenReader(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if got := book.GetSheetList(); !slices.Equal(got, []string{"Một", "Hai", "Ba"}) {
		t.Errorf("got %v", got)
	}
	formula, _ := book.GetCellFormula("Một", "A3")
	text, _ := book.GetCellValue("Một", "A3")
	if formula != "" || text != "=1+1" {
		t.Errorf("a text became a formula: %q, %q", formula, text)
	}
	live, _ := book.GetCellFormula("Một", "C3")
	cached, _ := book.GetCellValue("Một", "C3", excelize.Options{RawCellValue: true})
	if live != "1+1" || cached != "2" {
		t.Errorf("formula %q with value %q", live, cached)
	}
}

// LibreOffice would read the code f_xa_mt as f, a line break, mt, if its underscore were not guarded.
func TestCodesAreGuardedForLibreOffice(t *testing.T) {
	b, err := newBook(0)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Một", "Hai"} {
		err := b.sheet(layout{name: name, title: name, columns: []column{{width: 10}}}, func(p *page) error {
			if name == "Hai" {
				return p.add(cell{value: "f_xa_mt"})
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := b.write(&out); err != nil {
		t.Fatal(err)
	}
	parts, err := opc.Parts(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, part := range parts {
		found = found || bytes.Contains(part.Data, []byte("f_x005F_xa_mt"))
	}
	if !found {
		t.Error("the underscore is not guarded")
	}
}

func TestLongNumbersAreNotRounded(t *testing.T) {
	long, _ := new(big.Rat).SetString("1234567890123456789")
	if got := cellValue(long); got != "1234567890123456789" {
		t.Errorf("got %v", got)
	}
	if got := cellValue(big.NewRat(5, 2)); got != 2.5 {
		t.Errorf("got %v", got)
	}
	if got := cellValue((*big.Rat)(nil)); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestRanges(t *testing.T) {
	if got := strings.Join(rangesOf("E", []int{5, 6, 7, 9, 11, 12}), ","); got != "E5:E7,E9,E11:E12" {
		t.Errorf("got %s", got)
	}
	if got := merge([]int{1, 4, 5}, []int{2, 6}); !slices.Equal(got, []int{1, 2, 4, 5, 6}) {
		t.Errorf("got %v", got)
	}
	if got := unlessEmpty("SUM", []string{"E5:E7", "E9"}); got != `IF(COUNT(E5:E7,E9)=0,"",SUM(E5:E7,E9))` {
		t.Errorf("got %s", got)
	}
	if got := unlessEmpty("SUM", nil); got != "" {
		t.Errorf("got %s", got)
	}
	if got := short(strings.Repeat("A1,", 3000)); got != "" {
		t.Error("a formula that Excel refuses was kept")
	}
}

func TestCleanIsSafeForATerminal(t *testing.T) {
	if got := Clean("a\x1b[31m\tb\nc\u202ed\u009b"); got != "a[31m b cd" {
		t.Errorf("got %q", got)
	}
	if got := clip("chỉ tiêu", 5); got != "chỉ …" {
		t.Errorf("got %q", got)
	}
}
