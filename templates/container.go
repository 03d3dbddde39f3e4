package templates

import (
	"archive/zip"
	"bytes"

	"github.com/nguyenthenguyen/docx"

	"tonghop/lang"
)

// The docx library knows the main part under this name, and wants its relationships beside it.
const (
	containerMain  = "word/document.xml"
	containerLinks = "word/_rels/document.xml.rels"
	noLinks        = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`
)

var errContainer = lang.Format{Vi: "không đọc được phần thân của văn bản: %s", En: "cannot read the main part of the document: %s"}

// container holds the main part of a document in the docx library. The library is lent a small package of its own, with the main part
// under the name that it knows: it would share the headers of one document with the next, rewrite parts by the look of
// their names, and has no way to footnotes. Only its text of the main part is used.
type container struct{ doc *docx.ReplaceDocx }

// openContainer puts the main part of a package into the library. From then on the package writes it through the library.
func openContainer(p *archive) (*container, error) {
	main, err := p.read(p.main)
	if err != nil {
		return nil, err
	}
	lent, err := zipOf([]namedPart{{containerMain, main}, {containerLinks, []byte(noLinks)}})
	if err != nil {
		return nil, errContainer.With(err)
	}
	doc, err := docx.ReadDocxFromMemory(bytes.NewReader(lent), int64(len(lent)))
	if err != nil {
		return nil, errContainer.With(err)
	}
	p.lent = &container{doc}
	return p.lent, nil
}

// content is the text of the main part.
func (c *container) content() string { return c.doc.Editable().GetContent() }

// pack packs the main part of a document that has this text. Each call works on a copy of its own. The library does not report what goes wrong while it
// writes: the package that is made of it is read back as a whole.
func (c *container) pack(p namedPart) (packedPart, error) {
	edit := c.doc.Editable()
	edit.SetContent(string(p.data))
	room := rooms.Get().(*bytes.Buffer)
	if err := edit.Write(room); err != nil {
		return packedPart{}, errContainer.With(err)
	}
	lent := room.Bytes()
	r, err := zip.NewReader(bytes.NewReader(lent), int64(len(lent)))
	if err != nil {
		return packedPart{}, errContainer.With(err)
	}
	for _, f := range r.File {
		if f.Name == containerMain {
			packed, err := packedIn(lent, f)
			return packedPart{packedHeader(p, f.Method, f.CRC32, len(packed)), packed, room}, err
		}
	}
	return packedPart{}, errContainer.With(errNoPart.With(containerMain))
}
