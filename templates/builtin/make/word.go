package main

import (
	"fmt"
	"strings"
)

// document is a Word document in the making: its body and the notes at the foot of its pages.
type document struct {
	file  string // the name it is saved under
	title string // shown by the file's properties
	roman string // the numbers of its main headings, "" where these have none
	body  []block
	notes []note
}

// block is something that stands in the body or in a table cell.
type block interface{ xml() string }

// para is a paragraph. Its text is written with the marks of rich.
type para struct {
	style    string
	text     string
	keepNext bool     // stays on the page of the paragraph after it
	section  *section // ends a section of the document with this paragraph
}

func (p para) xml() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:p><w:pPr><w:pStyle w:val="%s"/>`, p.style)
	if p.keepNext {
		b.WriteString(`<w:keepNext/>`)
	}
	if p.section != nil {
		b.WriteString(p.section.xml())
	}
	b.WriteString(`</w:pPr>`)
	b.WriteString(rich(p.text))
	b.WriteString(`</w:p>`)
	return b.String()
}

// table is a table with fixed widths of columns in twentieths of a point.
type table struct {
	style  string
	widths []int
	rows   []row
}

// row is a row of a table. It never breaks over two pages.
type row struct {
	header bool // repeated at the top of every page
	cells  []cell
}

// cell is a cell of a table; it holds at least one paragraph.
type cell struct {
	blocks []block
	span   int // columns it covers, 0 for one
	middle bool
}

// one is a cell with one paragraph.
func one(style, text string) cell {
	return cell{blocks: []block{para{style: style, text: text}}, middle: true}
}

// control is a row that holds nothing but a tag, across all columns; the program removes it when it fills the table.
func control(columns int, tag string) row {
	return row{cells: []cell{{blocks: []block{para{style: "Obang", text: tag}}, span: columns}}}
}

func (t table) xml() string {
	total := 0
	for _, w := range t.widths {
		total += w
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>`, t.style, total)
	b.WriteString(`<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	for _, w := range t.widths {
		fmt.Fprintf(&b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString(`</w:tblGrid>`)
	for _, r := range t.rows {
		b.WriteString(r.xml(t.widths))
	}
	b.WriteString(`</w:tbl>`)
	return b.String()
}

func (r row) xml(widths []int) string {
	var b strings.Builder
	b.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if r.header {
		b.WriteString(`<w:tblHeader/>`)
	}
	b.WriteString(`</w:trPr>`)
	at := 0
	for _, c := range r.cells {
		span := max(c.span, 1)
		b.WriteString(c.xml(sum(widths[at:at+span]), span))
		at += span
	}
	b.WriteString(`</w:tr>`)
	return b.String()
}

func (c cell) xml(width, span int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if span > 1 {
		fmt.Fprintf(&b, `<w:gridSpan w:val="%d"/>`, span)
	}
	if c.middle {
		b.WriteString(`<w:vAlign w:val="center"/>`)
	}
	b.WriteString(`</w:tcPr>`)
	for _, block := range c.blocks {
		b.WriteString(block.xml())
	}
	b.WriteString(`</w:tc>`)
	return b.String()
}

// section is the page setup of a part of the document: A4 upright, margins of 20, 20, 30 and 20 mm, the number of the page in the
// middle of the top margin from the second page on.
type section struct {
	header  bool // names the header; later sections take it over
	restart bool // counts its pages from 1
}

func (s section) xml() string {
	var b strings.Builder
	b.WriteString(`<w:sectPr>`)
	if s.header {
		b.WriteString(`<w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId6"/>`)
	}
	b.WriteString(`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>`)
	if s.restart {
		b.WriteString(`<w:pgNumType w:start="1"/>`)
	}
	b.WriteString(`<w:titlePg/></w:sectPr>`)
	return b.String()
}

// note is a footnote. It is referred to by its number, counted from 1, in the text: [^1].
type note string

func sum(list []int) int {
	total := 0
	for _, n := range list {
		total += n
	}
	return total
}
