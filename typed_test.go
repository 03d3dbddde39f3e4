package main

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"
)

// writeTemplate writes a Word document such as somebody types: a paragraph per line, and a row of a table for a line that begins with |.
func writeTemplate(w io.Writer, lines []string) error {
	var body strings.Builder
	for i, line := range lines {
		row := strings.HasPrefix(line, "|")
		switch {
		case row && (i == 0 || !strings.HasPrefix(lines[i-1], "|")):
			body.WriteString(tableStart(cellsOf(line)))
		case !row && i > 0 && strings.HasPrefix(lines[i-1], "|"):
			body.WriteString("</w:tbl>")
		}
		if row {
			body.WriteString(typedRow(line))
		} else {
			body.WriteString(typedParagraph(line))
		}
	}
	if n := len(lines); n > 0 && strings.HasPrefix(lines[n-1], "|") {
		body.WriteString("</w:tbl><w:p/>")
	}
	pkg := zip.NewWriter(w)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body.String() + pageOfGuide + `</w:body></w:document>`},
	} {
		file, err := pkg.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(file, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+part.text); err != nil {
			return err
		}
	}
	return pkg.Close()
}

// pageOfGuide is A4 with the margins that HD 29 asks for.
const pageOfGuide = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`

const (
	narrow    = 800
	typedFont = `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/></w:rPr>`
	edges     = `<w:%[1]s w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
)

func typedParagraph(text string) string {
	return `<w:p><w:pPr><w:spacing w:after="80"/></w:pPr><w:r>` + typedFont + `<w:t xml:space="preserve">` + strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(text) + `</w:t></w:r></w:p>`
}

// tableStart begins a table with these headings. A column with a short heading is narrow.
func tableStart(headings []string) string {
	var grid, borders strings.Builder
	wide := 0
	for _, heading := range headings {
		if len(heading) > 3 {
			wide++
		}
	}
	for _, heading := range headings {
		width := narrow
		if len(heading) > 3 {
			width = (9070 - narrow*(len(headings)-wide)) / wide
		}
		fmt.Fprintf(&grid, `<w:gridCol w:w="%d"/>`, width)
	}
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&borders, edges, side)
	}
	return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>` + borders.String() + `</w:tblBorders></w:tblPr><w:tblGrid>` + grid.String() + `</w:tblGrid>`
}

func typedRow(line string) string {
	var row strings.Builder
	for _, cell := range cellsOf(line) {
		row.WriteString(`<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>` + typedParagraph(cell) + `</w:tc>`)
	}
	return `<w:tr>` + row.String() + `</w:tr>`
}

// cellsOf gives the cells of a row of a table that was typed as | a | b |. A | inside a tag parts nothing.
func cellsOf(line string) []string {
	var cells []string
	from := 1
	for i := 1; i < len(line); i++ {
		if line[i] == '|' && strings.Count(line[:i], "{{") == strings.Count(line[:i], "}}") {
			cells = append(cells, strings.TrimSpace(line[from:i]))
			from = i + 1
		}
	}
	return cells
}
