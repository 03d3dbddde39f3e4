package xlsx

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// What is beyond the standard, or rarely used, and leaves no doubt about the cells is read.
func TestGoodBooks(t *testing.T) {
	good := plainBook(smallSheet)
	edit := func(name, old, new string) []part {
		for _, p := range good {
			if p.name == name && strings.Contains(p.text, old) {
				return replaced(good, name, strings.Replace(p.text, old, new, 1))
			}
		}
		t.Fatalf("%s does not hold %s", name, old)
		return nil
	}
	renamed := func(rename func(string) string) []part {
		parts := slices.Clone(good)
		for i := range parts {
			parts[i].name = rename(parts[i].name)
		}
		return parts
	}
	const book, rels, styles = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
	want, err := describe(pressed(t, good))
	if err != nil {
		t.Fatal(err)
	}
	same := map[string][]part{
		"back-slashes":        renamed(func(name string) string { return strings.ReplaceAll(name, "/", `\`) }),
		"capitals":            renamed(strings.ToUpper),
		"absolute target":     edit(rels, `"worksheets/sheet1.xml"`, `"/xl/worksheets/sheet1.xml"`),
		"target over parents": edit(rels, `"worksheets/sheet1.xml"`, `"../xl/./worksheets/sheet1.xml"`),
		"byte order mark":     edit(book, "<?xml", "\uFEFF<?xml"),
		"no declaration":      edit(book, strings.TrimSpace(xmlHead), ""),
		"UTF-16":              replaced(good, book, inUTF16(good[2].text, binary.LittleEndian)),
		"UTF-16, other order": replaced(good, sheetName, inUTF16(good[6].text, binary.BigEndian)),
		"folders":             append(slices.Clone(good), part{"xl/worksheets/", ""}, part{"xl/media/", ""}),
		"strict relations":    edit(rootRelationsName, relURI, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
		"unread part":         append(slices.Clone(good), part{"customXml/item1.xml", "<not & well-formed"}),
		"false counts":        edit("xl/sharedStrings.xml", "<sst", `<sst count="-1" uniqueCount="99999999999"`),
	}
	for name, parts := range same {
		t.Run(name, func(t *testing.T) {
			got, err := describe(pressed(t, parts))
			if err != nil || got != want {
				t.Errorf("%v\n%s", err, got)
			}
		})
	}
	other := []struct {
		name  string
		parts []part
		want  []string
	}{
		{"date system", edit(book, "<sheets>", `<workbookPr date1904="1"/><sheets>`), []string{"1904 true"}},
		{"two sheets", twoSheets(good, "Ẩn"), []string{`sheet "Ẩn" 2 false`}},
		{"hidden sheet", edit(book, "sheetId=", `state="hidden" sheetId=`), []string{`sheet "Biểu mẫu" 1 false`}},
		{"chart", edit(rels, "/worksheet", "/chartsheet"), []string{`sheet "Biểu mẫu" 0 true`}},
		{"escaped name", edit(book, "Biểu mẫu", "a&amp;b_x0021_"), []string{`sheet "a&b!"`}},
		{"styles lost", without(good, styles), []string{`A2 number "1234.5" `, `B2 number "44197" lost `}},
		{"fallback of a font", edit(styles, `<font><name val="Times New Roman"/></font>`, `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">`+
			`<mc:Choice Requires="hs"><font><name val="No"/></font></mc:Choice><mc:Fallback><font><name val="Yes"/></font></mc:Fallback></mc:AlternateContent>`), []string{`A2 number "1234.5" Yes`, `C2 number "0.33333333333333331" percent formula hidden VNI-Times`}},
		{"strings not needed", without(replaced(good, sheetName, strings.Replace(good[6].text, `t="s"`, "", 2)), "xl/sharedStrings.xml"), []string{`A1 number "0"`}},
	}
	for _, c := range other {
		t.Run(c.name, func(t *testing.T) {
			got, err := describe(pressed(t, c.parts))
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range c.want {
				if !strings.Contains(got, line) {
					t.Errorf("no %q in\n%s", line, got)
				}
			}
		})
	}
}

func inUTF16(text string, order binary.AppendByteOrder) string {
	out := order.AppendUint16(nil, 0xFEFF)
	for _, unit := range utf16.Encode([]rune(strings.Replace(text, "UTF-8", "UTF-16", 1))) {
		out = order.AppendUint16(out, unit)
	}
	return string(out)
}

// Each limit ends the reading with the same reason, before the memory is used.
func TestLimits(t *testing.T) {
	data := pressed(t, plainBook(strings.Replace(smallSheet, `<row r="1"`, `<row r="1" spans="1:3" ht="15" customHeight="1"`, 1)))
	read := func(l limits) error {
		book, err := open(data, l)
		if err != nil {
			return err
		}
		_, err = book.Cells(0, func(Cell) error { return nil })
		return err
	}
	if err := read(standard); err != nil {
		t.Fatal(err)
	}
	for name, lower := range map[string]func(*limits){
		"file":    func(l *limits) { l.file = len(data) - 1 },
		"part":    func(l *limits) { l.part = 500 },
		"total":   func(l *limits) { l.total = 2000 },
		"entries": func(l *limits) { l.entries = 6 },
		"depth":   func(l *limits) { l.depth = 4 },
		"attrs":   func(l *limits) { l.attrs = 3 },
		"items":   func(l *limits) { l.items = 2 },
		"strings": func(l *limits) { l.strings = 3 },
		"merges":  func(l *limits) { l.merges = 0 },
		"cells":   func(l *limits) { l.cells = 4 },
	} {
		t.Run(name, func(t *testing.T) {
			l := standard
			lower(&l)
			err := read(l)
			if reasonOf(t, err) != TooLarge {
				t.Errorf("%v", err)
			}
			checkWords(t, err)
		})
	}
}

// A bomb is refused by what it says of itself; one that says less than it holds is stopped there.
func TestBombs(t *testing.T) {
	bomb := pressed(t, append(plainBook(smallSheet), part{"xl/media/image1.png", strings.Repeat("\x00", standard.total)}))
	if _, err := Open(bomb); reasonOf(t, err) != TooLarge {
		t.Errorf("%v", err)
	}
	big := strings.Repeat(" ", 1<<20)
	honest := pressed(t, append(plainBook(smallSheet), part{"big.xml", big}))
	size := binary.LittleEndian.AppendUint32(nil, uint32(len(big)))
	lie := []byte(strings.ReplaceAll(string(honest), string(size), "\x00\x04\x00\x00"))
	if _, err := Open(lie); reasonOf(t, err) != Damaged {
		t.Errorf("%v", err)
	}
	more := []byte(strings.ReplaceAll(string(honest), string(size), "\x00\x00\x00\x02"))
	if _, err := Open(more); reasonOf(t, err) != Damaged {
		t.Errorf("%v", err)
	}
}

// Several goroutines may read one book.
func TestConcurrentReading(t *testing.T) {
	data := formOf(t, 50)
	want, err := describe(data)
	if err != nil {
		t.Fatal(err)
	}
	book, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	results := make(chan int)
	for range 8 {
		go func() {
			n := 0
			_, _ = book.Cells(0, func(Cell) error { n++; return nil })
			results <- n
		}()
	}
	cells := strings.Count(want, "\n") - 3 // the lines on date system, sheet and merged range
	for range 8 {
		if n := <-results; n != cells {
			t.Errorf("%d cells instead of %d", n, cells)
		}
	}
}
