package templates

import (
	"bytes"
	"fmt"
	"strconv"

	"tonghop/lang"
)

// cellShape is the format of a cell that changes with a loop over columns: one inside of the loop gets its share of the width, one that is merged over the
// loop covers more columns.
type cellShape struct {
	loop  *columnLoop
	width int // of a cell inside: how wide it is in the template
	span  int // of a cell that grows: how many columns it covers in the template
}

// shapeTable gives all cells of a table that the loop concerns their part in it. tagRow is the row of the tags. The message says why it cannot be.
func (s *scanner) shapeTable(e *element, table *piece, loop *columnLoop, rows [][]gridCell, tagRow int) lang.Message {
	grid := e.child(tableGrid)
	if grid == nil || len(grid.children) < loop.to {
		return faultColumnGrid.With()
	}
	for _, c := range e.children {
		if holdsRow(c) {
			return faultColumnControl.With()
		}
	}
	for i, cells := range rows {
		for _, cell := range cells {
			if message := s.shapeCell(cell, loop, i, tagRow); !message.IsZero() {
				return message
			}
		}
		if len(cells) > 0 && cells[0].from > loop.from { // the row begins further in
			return faultColumnMerged.With(i + 1)
		}
	}
	return s.shapeGrid(table, grid, loop)
}

// holdsRow reports whether rows stand in a content control.
func holdsRow(e *element) bool {
	if e.kind != controlElement && e.kind != controlContent && e.kind != wrapperElement {
		return false
	}
	for _, c := range e.children {
		if c.kind == rowElement || holdsRow(c) {
			return true
		}
	}
	return false
}

func (s *scanner) shapeCell(cell gridCell, loop *columnLoop, row, tagRow int) lang.Message {
	inside := loop.from <= cell.from && cell.to <= loop.to
	covers := cell.from <= loop.from && loop.to <= cell.to
	switch {
	case cell.to <= loop.from, loop.to <= cell.from:
		return lang.Message{}
	case !inside && !covers:
		return faultColumnMerged.With(row + 1)
	case cell.element.kind != cellElement:
		return faultColumnControl.With()
	}
	grows := covers && (!inside || row < tagRow && cell.piece.inner == nil)
	shape := &cellShape{loop: loop}
	if grows {
		shape.span = cell.to - cell.from
	}
	cell.piece.inside = !grows
	s.openCell(cell, shape)
	return lang.Message{}
}

// openCell makes a piece of its own of the format of a cell.
func (s *scanner) openCell(cell gridCell, shape *cellShape) {
	e, p := cell.element, cell.piece
	format := e.child(cellFormat)
	if p.inner == nil {
		behind := e.content.start
		if format != nil {
			p.inner = append(p.inner, piece{raw: s.bytes(format.whole()), since: -1})
			behind = format.end
		}
		p.inner = append(p.inner, piece{what: paragraphRole, raw: s.bytes(span{behind, e.content.end}), visible: true, since: -1})
		p.raw, p.shut = s.bytes(span{e.open.start, e.content.start}), s.bytes(span{e.content.end, e.end})
	}
	begins := []byte("<" + s.prefix + "tcPr")
	for i := range p.inner {
		if part := &p.inner[i]; format != nil && part.tag == nil && part.inner == nil && bytes.HasPrefix(part.raw, begins) {
			shape.width = s.cellWidth(format)
			part.what, part.shape = bytesRole, shape
			return
		}
	}
	made := piece{raw: []byte(fmt.Sprintf("<%stcPr></%[1]stcPr>", s.prefix)), shape: shape, since: -1}
	p.inner = append([]piece{made}, p.inner...)
}

// cellWidth reads the width of a cell, 0 where it has none that can be shared.
func (s *scanner) cellWidth(format *element) int {
	for _, c := range format.children {
		if c.name == s.prefix+"tcW" {
			n, err := strconv.Atoi(attributeText(s.bytes(c.open), s.prefix+"w"))
			if err == nil && n > 0 {
				return n
			}
		}
	}
	return 0
}

// shapeGrid reads the widths of the columns and makes a piece of its own of the grid.
func (s *scanner) shapeGrid(table *piece, grid *element, loop *columnLoop) lang.Message {
	for _, c := range grid.children {
		if c.name == s.prefix+"gridCol" {
			loop.widths = append(loop.widths, smallNumberOf(attributeText(s.bytes(c.open), s.prefix+"w")))
		}
	}
	if len(loop.widths) < loop.to {
		return faultColumnGrid.With()
	}
	begins := []byte("<" + s.prefix + "tblGrid")
	for i := range table.inner {
		if part := &table.inner[i]; part.inner == nil && bytes.HasPrefix(part.raw, begins) {
			part.grid = loop
			return lang.Message{}
		}
	}
	return faultColumnGrid.With()
}

func smallNumberOf(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 {
		return 0
	}
	return n
}
