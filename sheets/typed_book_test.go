package sheets

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
)

// typedCell is a cell of a workbook that a test writes part by part, in shapes that no single program writes.
type typedCell struct {
	row, col int
	kind     string // n, s, b, d or e as the type of a cell; "" for a formula without a result
	text     string
	format   string // a number format, "" for General
	formula  string
}

// typedSheet is a sheet of such a workbook. Its cells are in order.
type typedSheet struct {
	name, state string
	cells       []typedCell
	hiddenRows  []int
	hiddenCols  []int
	merged      []string
}

// bookShape is how a workbook is written. No choice changes what it says.
type bookShape struct {
	strict    bool   // the namespaces of Strict Open XML
	prefix    string // of the names of elements, "x:"
	texts     string // where texts stand: shared, inline, rich or formula
	implicit  bool   // rows and cells that follow one another do not say where they stand
	date1904  bool
	stored    bool // packed without compression
	backward  bool // the parts in reverse order
	noStyles  bool // the part of the styles is lost
	spaced    bool // white space and comments between the elements
	lateStyle bool // styles begin at a high number
}

// typedBook writes a workbook.
type typedBook struct {
	bookShape
	sheets  []typedSheet
	strings []string
	formats []string
}

func (b *typedBook) main() string {
	if b.strict {
		return "http://purl.oclc.org/ooxml/spreadsheetml/main"
	}
	return "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
}

func (b *typedBook) relations() string {
	if b.strict {
		return "http://purl.oclc.org/ooxml/officeDocument/relationships"
	}
	return "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
}

// tag writes an element of the main namespace. attributes begins with a space or is empty.
func (b *typedBook) tag(name, attributes, inside string) string {
	gap := ""
	if b.spaced && (name == "row" || name == "c" || name == "si") {
		gap = "\n\t<!-- " + name + " -->"
	}
	if inside == "" {
		return gap + "<" + b.prefix + name + attributes + "/>"
	}
	return gap + "<" + b.prefix + name + attributes + ">" + inside + "</" + b.prefix + name + ">"
}

func (b *typedBook) root(name, inside string) string {
	space := ` xmlns`
	if b.prefix != "" {
		space += ":" + strings.TrimSuffix(b.prefix, ":")
	}
	return `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + b.tag(name, space+`="`+b.main()+`" xmlns:r="`+b.relations()+`"`, inside)
}

// escaped writes a text as XML, keeping white space.
func escaped(text string) string {
	var out bytes.Buffer
	_ = xml.EscapeText(&out, []byte(text)) // a buffer takes everything
	return out.String()
}

// value is the content of a cell and its type.
func (b *typedBook) value(c typedCell) (kind, inside string) {
	formula := ""
	if c.formula != "" {
		formula = b.tag("f", "", escaped(c.formula))
	}
	text := b.tag("t", ` xml:space="preserve"`, escaped(c.text))
	switch {
	case c.kind == "":
		return "", formula
	case c.kind != "s":
		return c.kind, formula + b.tag("v", "", escaped(c.text))
	case c.formula != "" || b.texts == "formula":
		return "str", formula + b.tag("v", ` xml:space="preserve"`, escaped(c.text))
	case b.texts == "inline":
		return "inlineStr", b.tag("is", "", text)
	case b.texts == "rich":
		half := len([]rune(c.text)) / 2
		first, second := string([]rune(c.text)[:half]), string([]rune(c.text)[half:])
		return "inlineStr", b.tag("is", "", b.run(first)+b.run(second))
	}
	at := slices.Index(b.strings, c.text)
	if at < 0 {
		at, b.strings = len(b.strings), append(b.strings, c.text)
	}
	return "s", b.tag("v", "", fmt.Sprint(at))
}

// run is a stretch of rich text.
func (b *typedBook) run(text string) string {
	look := b.tag("rPr", "", b.tag("b", "", "")+b.tag("rFont", ` val="Times New Roman"`, ""))
	return b.tag("r", "", look+b.tag("t", ` xml:space="preserve"`, escaped(text)))
}

// style is the number of the style of a format.
func (b *typedBook) style(format string) int {
	if len(b.formats) == 0 {
		b.formats = []string{""}
		if b.lateStyle {
			b.formats = slices.Repeat(b.formats, 40)
		}
	}
	at := slices.Index(b.formats, format)
	if at < 0 {
		at, b.formats = len(b.formats), append(b.formats, format)
	}
	return at
}

// sheet writes the part of a sheet.
func (b *typedBook) sheet(s typedSheet) string {
	var rows, inside strings.Builder
	lastRow, lastCol := 0, 0
	flush := func() {
		if lastRow == 0 {
			return
		}
		attributes := fmt.Sprintf(` r="%d"`, lastRow)
		if slices.Contains(s.hiddenRows, lastRow) {
			attributes += ` hidden="1"`
		}
		rows.WriteString(b.tag("row", attributes, inside.String()))
		inside.Reset()
	}
	for _, c := range s.cells {
		if c.row != lastRow {
			flush()
			lastRow, lastCol = c.row, 0
		}
		attributes := ""
		if !b.implicit || c.col != lastCol+1 {
			attributes = ` r="` + cellRef(c.row, c.col) + `"`
		}
		kind, content := b.value(c)
		if style := b.style(c.format); style > 0 {
			attributes += fmt.Sprintf(` s="%d"`, style)
		}
		if kind != "" && kind != "n" {
			attributes += ` t="` + kind + `"`
		}
		inside.WriteString(b.tag("c", attributes, content))
		lastCol = c.col
	}
	flush()
	var hidden, merged string
	for _, col := range s.hiddenCols {
		hidden += b.tag("col", fmt.Sprintf(` min="%d" max="%d" hidden="1"`, col, col), "")
	}
	if hidden != "" {
		hidden = b.tag("cols", "", hidden)
	}
	for _, area := range s.merged {
		merged += b.tag("mergeCell", ` ref="`+area+`"`, "")
	}
	if merged != "" {
		merged = b.tag("mergeCells", "", merged)
	}
	return b.root("worksheet", b.tag("dimension", ` ref="A1"`, "")+hidden+b.tag("sheetData", "", rows.String())+merged)
}

// styles writes the part of the styles.
func (b *typedBook) styles() string {
	var formats, cells string
	for i, format := range b.formats {
		id := 0
		if format != "" {
			id = 200 + i
			formats += b.tag("numFmt", fmt.Sprintf(` numFmtId="%d" formatCode="%s"`, id, escaped(format)), "")
		}
		cells += b.tag("xf", fmt.Sprintf(` numFmtId="%d"`, id), "")
	}
	if formats != "" {
		formats = b.tag("numFmts", "", formats)
	}
	return b.root("styleSheet", formats+b.tag("cellXfs", "", cells))
}

// bytes gives the workbook.
func (b *typedBook) bytes() []byte {
	type part struct{ name, text string }
	relation := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + b.relations() + `/` + kind + `" Target="` + target + `"/>`
	}
	list := func(inside string) string {
		return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + inside + `</Relationships>`
	}
	var parts []part
	const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	var tabs, links, kinds string
	add := func(name, what, text string) {
		parts = append(parts, part{name, text})
		kinds += `<Override PartName="/` + name + `" ContentType="` + kind + what + `+xml"/>`
	}
	for i, s := range b.sheets {
		id, name := fmt.Sprintf("rId%d", i+7), fmt.Sprintf("tab-%d.xml", i)
		state := ""
		if s.state != "" {
			state = ` state="` + s.state + `"`
		}
		tabs += b.tag("sheet", ` name="`+escaped(s.name)+`" sheetId="`+fmt.Sprint(i+1)+`" r:id="`+id+`"`+state, "")
		links += relation(id, "worksheet", name)
		add("xl/"+name, "worksheet", b.sheet(s))
	}
	texts := ""
	for _, text := range b.strings {
		texts += b.tag("si", "", b.tag("t", ` xml:space="preserve"`, escaped(text)))
	}
	if len(b.strings) > 0 {
		add("xl/texts.xml", "sharedStrings", b.root("sst", texts))
		links += relation("rId1", "sharedStrings", "texts.xml")
	}
	if !b.noStyles {
		add("xl/styles.xml", "styles", b.styles())
		links += relation("rId2", "styles", "/xl/styles.xml")
	}
	year := ""
	if b.date1904 {
		year = b.tag("workbookPr", ` date1904="1"`, "")
	}
	add("xl/workbook.xml", "sheet.main", b.root("workbook", year+b.tag("sheets", "", tabs)))
	parts = append(parts,
		part{"xl/_rels/workbook.xml.rels", list(links)},
		part{"_rels/.rels", list(relation("rId1", "officeDocument", "xl/workbook.xml"))},
		part{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ` +
			`ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` + kinds + `</Types>`},
	)
	if !b.backward {
		slices.Reverse(parts)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) { return flate.NewWriter(to, flate.BestSpeed) })
	method := zip.Deflate
	if b.stored {
		method = zip.Store
	}
	for _, p := range parts {
		f, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: method})
		if err == nil {
			_, err = io.WriteString(f, p.text)
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}
