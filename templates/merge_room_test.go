package templates

import (
	"archive/zip"
	"bytes"
	"io"
	"iter"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/formula"
)

// named is data with one name.
type named string

func (n named) Value(string) figure.Value            { return figure.TextOf(string(n)) }
func (n named) Units([]string) iter.Seq[formula.Env] { return func(func(formula.Env) bool) {} }
func (n named) Ask(string, []string) figure.Value    { return figure.Value{} }
func (n named) Rows(string) ([]Data, bool)           { return nil, false }
func (n named) Style(string) (style string, ok bool) { return "", false }

func (n named) Key() string                      { return "" }
func (n named) Fact(string) (fact Fact, ok bool) { return Fact{}, false }

// Documents for which there is no room wait for the next file, with their notes.
func TestRoomForDocuments(t *testing.T) {
	const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	const rels = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	file, err := zipOf([]namedPart{
		{contentTypesFile, []byte(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
			`<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>`)},
		{packageLinksFile, []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="` + rels + `/officeDocument" Target="word/document.xml"/></Relationships>`)},
		{"word/_rels/document.xml.rels", []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="` + rels + `/footnotes" Target="footnotes.xml"/></Relationships>`)},
		{"word/document.xml", []byte(`<w:document ` + space + `><w:body><w:p><w:r><w:t>{{ten}}</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:sectPr/></w:body></w:document>`)},
		{"word/footnotes.xml", []byte(`<w:footnotes ` + space + `><w:footnote w:id="1"><w:p><w:r><w:t>ghi {{ten}}</w:t></w:r></w:p></w:footnote></w:footnotes>`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	made, faults, err := Compile("mau", file)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	left := []Data{named("Một"), named("Hai"), named("Ba"), named("Bốn"), named("Năm")}
	var sizes []int
	for len(left) > 0 {
		result, n, err := made.renderAll(left, 600)
		if err != nil {
			t.Fatal(err)
		}
		body, notes := readPartOf(t, result.Document, "word/document.xml"), readPartOf(t, result.Document, "word/footnotes.xml")
		if strings.Count(body, "<w:footnoteReference") != n || strings.Count(notes, "<w:footnote ") != n {
			t.Errorf("%d documents: %s %s", n, body, notes)
		}
		sizes, left = append(sizes, n), left[n:]
	}
	if len(sizes) != 3 || sizes[0] != 2 || sizes[1] != 2 || sizes[2] != 1 {
		t.Errorf("files of %v documents", sizes)
	}
}

func readPartOf(t *testing.T, file []byte, name string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
