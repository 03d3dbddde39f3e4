package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The documents in the repository are what this program makes.
func TestCommitted(t *testing.T) {
	for _, d := range documents() {
		made, err := d.bytes()
		if err != nil {
			t.Fatal(err)
		}
		committed, err := os.ReadFile(filepath.Join("..", d.file))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(made, committed) {
			t.Errorf("%s is not what the program makes; run go generate ./templates/builtin and look at the difference", d.file)
		}
	}
}

func TestRunWritesDocuments(t *testing.T) {
	dir := t.TempDir()
	var stderr bytes.Buffer
	if status := run(dir, &stderr); status != 0 || stderr.Len() > 0 {
		t.Fatalf("status %d, %s", status, &stderr)
	}
	for _, d := range documents() {
		if _, err := os.Stat(filepath.Join(dir, d.file)); err != nil {
			t.Error(err)
		}
	}
	if status := run(filepath.Join(dir, "none"), &stderr); status != 1 || stderr.Len() == 0 {
		t.Errorf("without a folder: status %d, %q", status, &stderr)
	}
}

// Every part is well-formed, and every style and note that the text refers to is there.
func TestReferences(t *testing.T) {
	for _, d := range documents() {
		var refs, have []string
		for _, p := range d.parts() {
			decoder := xml.NewDecoder(strings.NewReader(p.content))
			for {
				token, err := decoder.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%s: %v", p.name, err)
				}
				start, ok := token.(xml.StartElement)
				if !ok {
					continue
				}
				switch start.Name.Local {
				case "pStyle", "rStyle", "tblStyle", "basedOn", "next":
					refs = append(refs, attr(start, "val"))
				case "style":
					have = append(have, attr(start, "styleId"))
				case "footnoteReference":
					refs = append(refs, "note "+attr(start, "id"))
				case "footnote":
					have = append(have, "note "+attr(start, "id"))
				}
			}
		}
		known := " " + strings.Join(have, "\t ") + "\t"
		for _, ref := range refs {
			if !strings.Contains(known, " "+ref+"\t") {
				t.Errorf("%s: nothing has the id %q", d.file, ref)
			}
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Main headings are numbered I, II, III … without gaps and without doubles, in each part anew.
func TestRomanNumerals(t *testing.T) {
	numeral := regexp.MustCompile(`^([IVXL]+)\. `)
	for _, d := range documents() {
		var numbers []string
		for _, b := range d.body {
			p, ok := b.(para)
			if !ok || p.style != "Heading1" {
				continue
			}
			m := numeral.FindStringSubmatch(p.text)
			if m == nil && d.roman == "" {
				continue
			}
			if m == nil {
				t.Fatalf("%s: the heading %q has no Roman numeral", d.file, p.text)
			}
			numbers = append(numbers, m[1])
		}
		if strings.Join(numbers, " ") != d.roman {
			t.Errorf("%s: main headings are numbered %v, want %s", d.file, numbers, d.roman)
		}
		for i, number := range numbers {
			order := []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII"}
			if number != "I" && (i == 0 || slices.Index(order, number) != slices.Index(order, numbers[i-1])+1) {
				t.Errorf("%s: heading %s comes after %v", d.file, number, numbers[:i])
			}
		}
	}
}

func TestRich(t *testing.T) {
	text := func(s string) string { return `<w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"a", "<w:r>" + text("a")},
		{"a **b**", "<w:r>" + text("a ") + "<w:r><w:rPr><w:b/></w:rPr>" + text("b")},
		{"__a__", "<w:r><w:rPr><w:i/></w:rPr>" + text("a")},
		{"||a||", `<w:r><w:rPr><w:b w:val="0"/><w:i w:val="0"/></w:rPr>` + text("a")},
		{"{{ket_qua__x | dam}} < \"b\"", "<w:r>" + text(`{{ket_qua__x | dam}} &lt; "b"`)},
		{`\*\*\*`, "<w:r>" + text("***")},
		{"a\tb", "<w:r>" + text("a") + "<w:r><w:tab/></w:r><w:r>" + text("b")},
		{"a[^1]", "<w:r>" + text("a") + `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>`},
	} {
		if got := rich(c.in); got != c.want {
			t.Errorf("rich(%q)\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}
