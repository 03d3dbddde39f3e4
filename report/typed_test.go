package report

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"regexp"
	"strings"
	"testing"
)

// typedParagraph is a Word document of one paragraph.
func typedParagraph(t *testing.T, paragraph string) []byte {
	t.Helper()
	const pkg = `http://schemas.openxmlformats.org/package/2006/`
	const document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", `<Types xmlns="` + pkg + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="` + document + `"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + pkg + `relationships"><Relationship Id="rId1" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t xml:space="preserve">` +
			html.EscapeString(paragraph) + `</w:t></w:r></w:p></w:body></w:document>`},
	} {
		w, err := z.Create(part.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, part.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

var anyMarkup = regexp.MustCompile(`<[^>]*>`)

// bodyOf gives the text of the body of a document.
func bodyOf(t *testing.T, document []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(html.UnescapeString(anyMarkup.ReplaceAllString(string(data), "")), "\u00a0", " ")
}
