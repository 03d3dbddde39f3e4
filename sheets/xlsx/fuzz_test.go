package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
)

// Nothing panics, every error is a refusal with words, and what is accepted reads the same a second time, its cells inside the sheet and in order.
func FuzzOpen(f *testing.F) {
	for _, data := range samples(f) {
		f.Add(data)
	}
	for _, files := range notWorkbooks(f) {
		for _, data := range files {
			f.Add(data)
		}
	}
	if os.Getenv("TONGHOP_CORPUS") != "" {
		for _, name := range workbooks(f) {
			if data, err := os.ReadFile(name); err == nil && len(data) < 5000 {
				f.Add(data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		first, err := describe(data)
		if err != nil {
			reasonOf(t, err)
			checkWords(t, err)
			return
		}
		if second, err := describe(data); err != nil || second != first {
			t.Fatalf("the second reading differs: %v", err)
		}
		checkOrder(t, data)
	})
}

func checkOrder(t *testing.T, data []byte) {
	book, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	for i := range book.Sheets {
		last := Cell{}
		_, err := book.Cells(i, func(c Cell) error {
			if c.Row < last.Row || c.Row == last.Row && c.Col <= last.Col || c.Row > MaxRow || c.Col > MaxCol {
				t.Fatalf("%s after %s", c.Ref(), last.Ref())
			}
			if c.Kind == Number {
				if _, err := Decimal(c.Text); err != nil {
					t.Fatalf("%s: %v", c.Ref(), err)
				}
			}
			last = c
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// The contents of a sheet inside a sound container: the part of the reader that a fuzzer cannot reach through checksums.
func FuzzSheet(f *testing.F) {
	for _, c := range goodSheets {
		f.Add(c.sheet)
	}
	for _, c := range badSheets {
		f.Add(c.sheet)
	}
	f.Add(`<sheetData>` + commonCells + `</sheetData>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		data := storedBook(t, plainBook(sheet))
		first, err := describe(data)
		if err != nil {
			reasonOf(t, err)
			checkWords(t, err)
			return
		}
		if second, err := describe(data); err != nil || second != first {
			t.Fatalf("the second reading differs: %v", err)
		}
		checkOrder(t, data)
	})
}

// What the scanner takes for well-formed, encoding/xml takes for well-formed, and both see the same tags, attributes and text.
func FuzzScan(f *testing.F) {
	for _, p := range plainBook(smallSheet) {
		f.Add([]byte(p.text))
	}
	for _, c := range goodSheets {
		f.Add([]byte(`<worksheet xmlns="` + mainURI + `">` + c.sheet + `</worksheet>`))
	}
	for _, c := range badSheets {
		f.Add([]byte(`<worksheet xmlns="` + mainURI + `">` + c.sheet + `</worksheet>`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if isUTF16(data) {
			return // encoding/xml does not read it
		}
		ours, err := scanned(data)
		if err != nil {
			reasonOf(t, err)
			return
		}
		theirs, err := decoded(data)
		if err != nil {
			t.Fatalf("encoding/xml refuses what we read: %v", err)
		}
		if ours != theirs {
			t.Fatalf("we read\n%s\nand encoding/xml\n%s", ours, theirs)
		}
	})
}

// scanned writes down what the scanner sees.
func scanned(data []byte) (string, error) {
	b := &buffer{bytes: bytes.Clone(data)}
	s, err := b.scanner("x", standard)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for {
		t, err := s.raw()
		if err != nil {
			return "", err
		}
		switch t {
		case startTag:
			out.WriteString("<" + string(s.local))
			for i := range s.attrs {
				out.WriteString(" " + string(localName(s.attrs[i].name)) + "=" + string(s.attrs[i].decoded()))
			}
			out.WriteString(">")
		case endTag:
			out.WriteString("</" + string(s.local) + ">")
		case characters:
			out.Write(s.appendText(nil))
		case endOfPart:
			return out.String(), nil
		}
	}
}

// decoded writes down what encoding/xml sees. It leaves white space in attributes as it is, which the standard makes spaces.
func decoded(data []byte) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	var out strings.Builder
	for depth := 0; ; {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			out.WriteString("<" + t.Name.Local)
			for _, a := range t.Attr {
				out.WriteString(" " + a.Name.Local + "=" + strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(a.Value))
			}
			out.WriteString(">")
		case xml.EndElement:
			depth--
			out.WriteString("</" + t.Name.Local + ">")
		case xml.CharData:
			if depth > 0 {
				out.Write(t)
			}
		}
	}
}
