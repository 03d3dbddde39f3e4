package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"time"
)

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	spaces    = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relSpace  = `http://schemas.openxmlformats.org/package/2006/relationships`
	relType   = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	wordType  = `application/vnd.openxmlformats-officedocument.wordprocessingml.`
	typeSpace = `http://schemas.openxmlformats.org/package/2006/content-types`
)

// part is a file inside the document.
type part struct{ name, content string }

// bytes packs the document. The parts are stored without compression, so that the same text gives the same bytes with every version of
// the compressor.
func (d *document) bytes() ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range d.parts() {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(xmlHead + p.content)); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func (d *document) parts() []part {
	return []part{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRels},
		{"docProps/core.xml", d.properties()},
		{"docProps/app.xml", `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>tonghop</Application></Properties>`},
		{"word/document.xml", d.main()},
		{"word/_rels/document.xml.rels", documentRels},
		{"word/styles.xml", styleSheet()},
		{"word/settings.xml", settings},
		{"word/fontTable.xml", fontTable},
		{"word/footnotes.xml", d.footnotes()},
		{"word/header1.xml", pageNumber},
		{"word/header2.xml", emptyHeader},
	}
}

// main is the body. The last section stands at the end of it, as Word wants: an annex that counts its own pages where another section comes
// before it, else the whole document.
func (d *document) main() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:document%s><w:body>`, spaces)
	last := section{header: true}
	for _, block := range d.body {
		b.WriteString(block.xml())
		if p, ok := block.(para); ok && p.section != nil {
			last = section{restart: true}
		}
	}
	b.WriteString(last.xml())
	b.WriteString(`</w:body></w:document>`)
	return b.String()
}

// footnotes are the two lines that Word draws above notes, then the notes.
func (d *document) footnotes() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:footnotes%s>`, spaces)
	b.WriteString(`<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>`)
	b.WriteString(`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`)
	for i, n := range d.notes {
		fmt.Fprintf(&b, `<w:footnote w:id="%d"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>`, i+1)
		b.WriteString(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`)
		b.WriteString(rich(" " + string(n)))
		b.WriteString(`</w:p></w:footnote>`)
	}
	b.WriteString(`</w:footnotes>`)
	return b.String()
}

func (d *document) properties() string {
	return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + escape(d.title) + `</dc:title><dc:creator>tonghop</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>`
}

func styleSheet() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:styles%s><w:docDefaults><w:rPrDefault><w:rPr>`, spaces)
	b.WriteString(`<w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>`)
	b.WriteString(`<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`)
	for _, s := range styles() {
		b.WriteString(s.xml())
	}
	b.WriteString(otherStyles)
	b.WriteString(`</w:styles>`)
	return b.String()
}

const contentTypes = `<Types xmlns="` + typeSpace + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
	`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="` + wordType + `styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="` + wordType + `settings+xml"/>` +
	`<Override PartName="/word/fontTable.xml" ContentType="` + wordType + `fontTable+xml"/>` +
	`<Override PartName="/word/footnotes.xml" ContentType="` + wordType + `footnotes+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="` + wordType + `header+xml"/>` +
	`<Override PartName="/word/header2.xml" ContentType="` + wordType + `header+xml"/></Types>`

const packageRels = `<Relationships xmlns="` + relSpace + `">` +
	`<Relationship Id="rId1" Type="` + relType + `officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`<Relationship Id="rId3" Type="` + relType + `extended-properties" Target="docProps/app.xml"/></Relationships>`

const documentRels = `<Relationships xmlns="` + relSpace + `">` +
	`<Relationship Id="rId1" Type="` + relType + `styles" Target="styles.xml"/>` +
	`<Relationship Id="rId2" Type="` + relType + `settings" Target="settings.xml"/>` +
	`<Relationship Id="rId3" Type="` + relType + `fontTable" Target="fontTable.xml"/>` +
	`<Relationship Id="rId4" Type="` + relType + `footnotes" Target="footnotes.xml"/>` +
	`<Relationship Id="rId5" Type="` + relType + `header" Target="header1.xml"/>` +
	`<Relationship Id="rId6" Type="` + relType + `header" Target="header2.xml"/></Relationships>`

// settings name the footnote lines, a tab of 1,27 cm and the newest layout rules of Word.
const settings = `<w:settings` + spaces + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>` +
	`<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>` +
	`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
	`<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`

const fontTable = `<w:fonts` + spaces + `><w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>` +
	`<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`

// pageNumber is the header from the second page on.
const pageNumber = `<w:hdr` + spaces + `><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>` +
	`<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>` +
	`<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`

// emptyHeader is the header of first pages.
const emptyHeader = `<w:hdr` + spaces + `><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>`
