package delimited

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"tonghop/lang"
	"tonghop/sheets/xlsx"
)

const many = 1000

// inUTF16 writes a text in UTF-16 with its mark.
func inUTF16(text string, order binary.AppendByteOrder) []byte {
	data := order.AppendUint16(nil, 0xFEFF)
	for _, unit := range utf16.Encode([]rune(text)) {
		data = order.AppendUint16(data, unit)
	}
	return data
}

// shown lists the cells of a table as "B7=text".
func shown(table *Table) []string {
	var lines []string
	for _, c := range table.Cells {
		lines = append(lines, c.Ref()+"="+c.Text)
	}
	return lines
}

func mustSplit(t *testing.T, data []byte, separator rune) *Table {
	t.Helper()
	text, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	table, err := text.Split(separator, many)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestEncodings(t *testing.T) {
	const text = "Mã;Số liệu\r\nxd_dvut;1.805\r\n😀;\r\n"
	want := []string{"A1=Mã", "B1=Số liệu", "A2=xd_dvut", "B2=1.805", "A3=😀"}
	for name, data := range map[string][]byte{
		"UTF-8": []byte(text), "UTF-8 with a mark": []byte("\uFEFF" + text),
		"UTF-16 LE": inUTF16(text, binary.LittleEndian), "UTF-16 BE": inUTF16(text, binary.BigEndian),
	} {
		if got := shown(mustSplit(t, data, ';')); !slices.Equal(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
	half := inUTF16(text, binary.LittleEndian)
	for name, data := range map[string][]byte{
		"code page 1258": []byte("S\xf4\xec li\xea\xf2u;5"), "half a character": half[:len(half)-1], "half a pair": append(half, 0x3D, 0xD8), "zeros": []byte("a\x00b"),
	} {
		if _, err := Decode(data); !hasFormat(err, notUnicode) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, data := range map[string][]byte{
		"TCVN3":                     []byte("M\xb7;S\xe8 li\xd6u\ntc_doan_vien;\xae\xb5o\n"),
		"TCVN3 in UTF-8":            []byte("M·;Sè liÖu\ntc;®oµn viªn\n"),
		"VNI in UTF-8":              []byte("\uFEFFMaõ;Soá lieäu\ntc;ñoaøn vieân\n"),
		"UTF-8 taken for something": []byte("MÃ£;Sá»‘ liá»‡u\ntc;Ä‘oÃ\u00a0n viÃªn\n"),
	} {
		if _, err := Decode(data); !hasFormat(err, otherCode) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Decode([]byte("São Paulo;x·y;M·\n")); err != nil {
		t.Errorf("a word that may be anything: %v", err)
	}
	if _, err := Decode(make([]byte, largest+1)); !hasFormat(err, tooLong) {
		t.Errorf("too long: %v", err)
	}
}

func hasFormat(err error, want lang.Format) bool {
	var reason lang.Message
	return errors.As(err, &reason) && reason.Format == want
}

func TestCells(t *testing.T) {
	for _, tc := range []struct {
		text      string
		separator rune
		want      []string
		widths    []int
	}{
		{"", ';', nil, nil},
		{"a;b", ';', []string{"A1=a", "B1=b"}, []int{2}},
		{"a,b\n,c,\n\nd", ',', []string{"A1=a", "B1=b", "B2=c", "A4=d"}, []int{2, 3, 1, 1}},
		{"a\tb\rc\td\r", '\t', []string{"A1=a", "B1=b", "A2=c", "B2=d"}, []int{2, 2}},
		{"\"a;\"\"b\"\"\";c\r\n\"hai\ndòng\";d", ';', []string{`A1=a;"b"`, "B1=c", "A2=hai\ndòng", "B2=d"}, []int{2, 2}},
		{`cao 5" ;x`, ';', []string{`A1=cao 5" `, "B1=x"}, []int{2}},
		{"sep=,\r\na,b;c", ',', []string{"A1=a", "B1=b;c"}, []int{2}},
		{"sep=;;\na", ';', []string{"A1=sep=", "A2=a"}, []int{3, 1}},
	} {
		got := mustSplit(t, []byte(tc.text), tc.separator)
		if !slices.Equal(shown(got), tc.want) || !slices.Equal(got.Widths, tc.widths) {
			t.Errorf("%q: %q, %v", tc.text, shown(got), got.Widths)
		}
	}
	if table := mustSplit(t, []byte("sep=,\na;b"), ';'); table != nil {
		t.Errorf("another separator is declared: %q", shown(table))
	}
}

func TestFaults(t *testing.T) {
	for text, want := range map[string]lang.Format{
		`a;"b`: openQuote, "a;\"b\nc;d\n": openQuote, `"a"b;c`: openQuote, strings.Repeat("x;", many+1): tooManyCells, strings.Repeat(";", xlsx.MaxCol): tooManyCells,
	} {
		decoded, err := Decode([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := decoded.Split(';', many); !hasFormat(err, want) {
			t.Errorf("%.20q: %v", text, err)
		}
	}
}

func TestTornNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"a,13,6,": "B1 13,6", "82,48%": "A1 82,48%", "13,6 triệu": "A1 13,6 triệu", "1.805,5": "A1 1.805,5",
		`"13",6`: "", `13,"6"`: "", "13,người": "", "13, 6": "", "13,,6": "", "người,6": "",
	} {
		got := ""
		for _, c := range mustSplit(t, []byte(text), ',').Torn {
			got += c.Ref() + " " + c.Text
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	if torn := mustSplit(t, []byte("13;6"), ';').Torn; torn != nil {
		t.Errorf("%v", torn)
	}
}

// Nothing panics; cells come in order, inside the sheet and filled; a table that is written again as the standard says (RFC 4180) reads the same.
func FuzzSplit(f *testing.F) {
	f.Add([]byte("STT;Mã;Số liệu\r\n1;a;\"5\"\"\n\"\r\n"))
	f.Add(inUTF16("a\tb\r\nsep", binary.BigEndian))
	f.Add([]byte("sep=,\n\"a\",13,6"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := Decode(data)
		if err != nil {
			checkReason(t, err)
			return
		}
		for _, separator := range Separators() {
			table, err := text.Split(separator, many)
			if err != nil {
				checkReason(t, err)
				continue
			}
			if table == nil {
				continue
			}
			last := xlsx.Cell{}
			for _, c := range table.Cells {
				if c.Text == "" || !utf8.ValidString(c.Text) || c.Row < last.Row || c.Row == last.Row && c.Col <= last.Col || c.Col > table.Widths[c.Row-1] {
					t.Fatalf("%s after %s: %q", c.Ref(), last.Ref(), c.Text)
				}
				last = c
			}
			again, err := Decode(written(table, separator))
			if err != nil {
				t.Fatal(err)
			}
			if second, err := again.Split(separator, many); err != nil || !slices.Equal(shown(table), shown(second)) {
				t.Fatalf("%q is read back as %q, %v", shown(table), shown(second), err)
			}
		}
	})
}

func checkReason(t *testing.T, err error) {
	t.Helper()
	var reason lang.Message
	if !errors.As(err, &reason) || reason.IsZero() {
		t.Fatalf("an error without words: %v", err)
	}
}

// written writes a table with quotes around every cell.
func written(table *Table, separator rune) []byte {
	var out strings.Builder
	next := 0
	for row, width := range table.Widths {
		for col := range width {
			if col > 0 {
				out.WriteRune(separator)
			}
			out.WriteByte('"')
			if next < len(table.Cells) && table.Cells[next].Row == row+1 && table.Cells[next].Col == col+1 {
				out.WriteString(strings.ReplaceAll(table.Cells[next].Text, `"`, `""`))
				next++
			}
			out.WriteByte('"')
		}
		out.WriteByte('\n')
	}
	return []byte(out.String())
}
