// Package bench measures how fast documents are filled, beside other programs that fill Word templates. One description of the
// documents is written in the syntax of each program, with the same data, so that what is compared is the same work: 200 reports
// of ten pages with 150 tags and a table of 100 rows, and one document with a table of 2,000 rows.
package bench

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
)

// Syntax is how a program wants its tags typed.
type Syntax struct {
	// Name is the program.
	Name string
	// Value is the tag that prints a name, with %s for the name; RowValue the one inside of the loop.
	Value, RowValue string
	// RowFirst and RowLast stand in the first and the last cell of the row that is repeated. Before and After are rows of their own
	// around it, for programs that want them there.
	RowFirst, RowLast string
	Before, After     string
}

// Syntaxes are the programs that are compared. The first is ours.
var Syntaxes = []Syntax{
	{Name: "tonghop", Value: "{{%s}}", RowValue: "{{%s}}", RowFirst: "{{#xa}}", RowLast: "{{/xa}}"},
	{Name: "docxtpl", Value: "{{ %s }}", RowValue: "{{ x.%s }}", Before: "{%tr for x in xa %}", After: "{%tr endfor %}"},
	{Name: "docxtemplater", Value: "{%s}", RowValue: "{%s}", RowFirst: "{#xa}", RowLast: "{/xa}"},
}

const (
	pages   = 10
	tags    = 150 // of which two stand in the header and the footer
	perPage = (tags - 2 + pages - 1) / pages
)

// Report is the template of ten pages.
func (s Syntax) Report() []byte {
	var body strings.Builder
	n := 0
	for page := range pages {
		body.WriteString(heading(fmt.Sprintf("%d. Kết quả công tác phần thứ %d", page+1, page+1)))
		for range perPage {
			if n < tags-2 {
				n++
				body.WriteString(s.sentence(n))
			}
		}
		if page == pages-1 {
			body.WriteString(s.table())
		} else {
			body.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
		}
	}
	return s.file(body.String())
}

// Rows is the template of one table.
func (s Syntax) Rows() []byte { return s.file(heading("Danh sách xã, phường") + s.table()) }

// prose is what stands around a tag: as much as makes ten pages.
const prose = " là kết quả mà các cấp bộ Đoàn trong tỉnh đã đạt được trong kỳ, tập trung vào tuyên truyền, giáo dục, các phong trào hành động" +
	" cách mạng và công tác đồng hành với thanh niên; nhiều mô hình, cách làm mới được nhân rộng ở cơ sở."

// sentence is a paragraph around one tag. Of three tags, one is split over two runs, as Word does.
func (s Syntax) sentence(n int) string {
	tag := fmt.Sprintf(s.Value, Name(n))
	runs := run(tag)
	if n%3 == 0 {
		cut := len(tag) / 2
		runs = run(tag[:cut]) + `<w:proofErr w:type="spellStart"/>` + run(tag[cut:])
	}
	return `<w:p><w:pPr><w:spacing w:after="80"/><w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr>` +
		run(fmt.Sprintf("Số liệu thứ %d: ", n)) + runs + run(prose) + `</w:p>`
}

// table is a table whose second row is repeated for each commune.
func (s Syntax) table() string {
	var head, row strings.Builder
	for i, c := range columns {
		head.WriteString(cell(c.title))
		text := fmt.Sprintf(s.RowValue, c.name)
		if i == 0 {
			text = s.RowFirst + text
		}
		if i == len(columns)-1 {
			text += s.RowLast
		}
		row.WriteString(cell(text))
	}
	rows := "<w:tr>" + head.String() + "</w:tr>" + s.controlRow(s.Before) + "<w:tr>" + row.String() + "</w:tr>" + s.controlRow(s.After)
	grid := strings.Repeat(`<w:gridCol w:w="1800"/>`, len(columns))
	return `<w:tbl><w:tblPr><w:tblStyle w:val="Luoi"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>` + grid + `</w:tblGrid>` + rows + `</w:tbl><w:p/>`
}

// controlRow is a row that holds nothing but a tag.
func (s Syntax) controlRow(tag string) string {
	if tag == "" {
		return ""
	}
	return "<w:tr>" + cell(tag) + strings.Repeat(cell(""), len(columns)-1) + "</w:tr>"
}

func heading(text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>` + run(text) + `</w:p>`
}

func run(text string) string {
	return `<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>` +
		`<w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func cell(text string) string {
	return `<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/></w:tcPr><w:p>` + run(text) + `</w:p></w:tc>`
}

const (
	word  = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	decl  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>`
	link  = `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`
	kind  = `<Override PartName="/word/%s.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>`
	style = `<w:style w:type="%s" w:styleId="%s"><w:name w:val="%s"/>%s</w:style>`
)

// file packs a body with a header, a footer and styles.
func (s Syntax) file(body string) []byte {
	types := decl + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
	for _, part := range [][2]string{{"document", "document.main"}, {"styles", "styles"}, {"header1", "header"}, {"footer1", "footer"}} {
		types += fmt.Sprintf(kind, part[0], part[1])
	}
	styles := fmt.Sprintf(style, "paragraph", "Heading1", "heading 1", `<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>`) +
		fmt.Sprintf(style, "table", "Luoi", "Table Grid", `<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>`)
	section := `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>` +
		`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
	return pack([][2]string{
		{"[Content_Types].xml", types + `</Types>`},
		{"_rels/.rels", decl + fmt.Sprintf(links, fmt.Sprintf(link, 1, "officeDocument", "word/document.xml"))},
		{"word/_rels/document.xml.rels", decl + fmt.Sprintf(links,
			fmt.Sprintf(link, 1, "styles", "styles.xml")+fmt.Sprintf(link, 2, "header", "header1.xml")+fmt.Sprintf(link, 3, "footer", "footer1.xml"))},
		{"word/document.xml", decl + `<w:document ` + word + `><w:body>` + body + section + `</w:body></w:document>`},
		{"word/styles.xml", decl + `<w:styles ` + word + `>` + styles + `</w:styles>`},
		{"word/header1.xml", decl + `<w:hdr ` + word + `><w:p>` + run(fmt.Sprintf(s.Value, Name(tags-1))) + `</w:p></w:hdr>`},
		{"word/footer1.xml", decl + `<w:ftr ` + word + `><w:p>` + run(fmt.Sprintf(s.Value, Name(tags))) + `</w:p></w:ftr>`},
	})
}

func pack(parts [][2]string) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		to, err := w.Create(p[0])
		if err == nil {
			_, err = to.Write([]byte(p[1]))
		}
		if err != nil {
			panic("internal error: writing into memory: " + err.Error())
		}
	}
	if err := w.Close(); err != nil {
		panic("internal error: writing into memory: " + err.Error())
	}
	return out.Bytes()
}
