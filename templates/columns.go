package templates

import (
	"strings"

	"tonghop/lang"
	"tonghop/vntext"
)

// A loop over columns: {{#cot cac_don_vi}} stands in a cell of a table and {{/cot}} in the same cell or in a later one of the same row. The columns
// from the one cell to the other are repeated in every row of the table, for each row of the loop; the table keeps its width. A cell that is merged
// over all of these columns and more grows with them, and so does one above the row of the tags that covers just them and holds no tag, because
// that is the heading over all copies.

// columnLoop is the loop over the columns of one table.
type columnLoop struct {
	tag      *tag
	from, to int   // the columns of the grid that are repeated, to not included
	widths   []int // of the columns of the grid
}

// columnWords are the words for "column" in a tag.
var columnWords = []string{"cot", "columns"}

var (
	faultColumnPlace = lang.Format{
		Vi: "Vòng lặp theo cột phải nằm trong ô của bảng: {{#cot %s}} ở ô đầu và {{/cot}} ở ô cuối của cùng một hàng.",
		En: "A loop over columns stands in cells of a table: {{#columns %s}} in the first and {{/columns}} in the last cell of one row."}
	faultColumnPair = lang.Format{
		Vi: "Vòng lặp theo cột mở bằng {{#cot %s}} phải đóng bằng {{/cot}} trong ô đó hoặc ô sau của cùng hàng, và mỗi bảng chỉ có một vòng lặp theo cột.",
		En: "A loop over columns that opens with {{#columns %s}} is closed by {{/columns}} in the same or a later cell of its row, and a table has only one."}
	faultColumnMerged = lang.Format{
		Vi: "Hàng %d của bảng có ô chỉ gộp một phần các cột được lặp. Bỏ gộp ô đó, hoặc gộp cho trọn các cột được lặp.",
		En: "Row %d of the table has a cell that is merged over only some of the columns that are repeated. Split it, or merge it over all of them."}
	faultColumnControl = lang.Format{
		Vi: "Bảng có vòng lặp theo cột không được có hàng hoặc ô nằm trong ô điều khiển nội dung (Content Control). Bỏ ô điều khiển đó.",
		En: "A table with a loop over columns cannot have rows or cells inside a content control. Remove the control."}
	faultColumnGrid = lang.Format{
		Vi: "Word chưa ghi đủ các cột của bảng này. Mở tệp bằng Word, sửa độ rộng một cột rồi lưu lại.",
		En: "Word has not written all columns of this table. Open the file in Word, change the width of a column and save it."}
	faultColumnNoLoop = lang.Format{
		Vi: "“%s” không phải vòng lặp nên không lặp cột được.%s Sau {{#cot phải là tên một vòng lặp.",
		En: "“%s” is no loop and cannot repeat columns.%s The name of a loop stands behind {{#columns."}
)

// columnName gives the name of the loop in "cot cac_don_vi".
func columnName(text string) (string, bool) {
	word, name, ok := strings.Cut(text, " ")
	return strings.TrimSpace(name), ok && isColumnWord(word)
}

func isColumnWord(word string) bool {
	folded := vntext.Fold(word)
	return folded == columnWords[0] || folded == columnWords[1]
}

// gridCell is a cell of a row with the columns of the grid that it covers, to not included.
type gridCell struct {
	element  *element
	piece    *piece
	from, to int
}

// columnMark is a tag of a loop over columns and the cell in which it stands.
type columnMark struct {
	at   *piece
	row  int
	cell gridCell
}

// columns makes a loop over columns of the tags that a table has for it.
func (s *scanner) columns(e *element, table *piece) {
	if !opensColumns(table) {
		return
	}
	var cells [][]gridCell
	for _, row := range e.children {
		if row.kind == rowElement {
			cells = append(cells, s.gridCells(row, rowPiece(table, len(cells))))
		}
	}
	marks := columnMarks(cells)
	loop := &columnLoop{}
	for _, m := range marks {
		if loop.tag == nil && m.at.tag.kind == openTag {
			loop.tag = m.at.tag
		}
	}
	if loop.tag == nil { // it stands in a row inside of a content control
		return
	}
	first, last, ok := columnPair(marks)
	for _, m := range marks {
		m.at.tag = &tag{kind: commentTag} // what is left is a paragraph that holds nothing
	}
	if !ok {
		s.faults.add(loop.tag, faultColumnPair.With(loop.tag.text))
		return
	}
	loop.from, loop.to = first.cell.from, last.cell.to
	if fault := s.shapeTable(e, table, loop, cells, first.row); !fault.IsZero() {
		s.faults.add(loop.tag, fault)
		return
	}
	table.columnsOf = loop
}

func opensColumns(table *piece) bool {
	opens := false
	for i := range table.inner {
		eachTag(&table.inner[i], func(p *piece) { opens = opens || p.tag.column && p.tag.kind == openTag })
	}
	return opens
}

// eachTag visits the tags in a piece, but for those of tables and text boxes in it.
func eachTag(p *piece, visit func(*piece)) {
	if p.tag != nil {
		visit(p)
	}
	if p.what == tableRole || p.what == storyRole || p.what == shellRole {
		return
	}
	for i := range p.inner {
		eachTag(&p.inner[i], visit)
	}
}

// rowPiece is the piece of a row by its number from 0.
func rowPiece(table *piece, number int) *piece {
	for i := range table.inner {
		if table.inner[i].what != rowRole {
			continue
		}
		if number == 0 {
			return &table.inner[i]
		}
		number--
	}
	return nil
}

func columnMarks(rows [][]gridCell) []columnMark {
	var marks []columnMark
	for i, cells := range rows {
		for _, cell := range cells {
			eachTag(cell.piece, func(p *piece) {
				if p.tag.column {
					marks = append(marks, columnMark{p, i, cell})
				}
			})
		}
	}
	return marks
}

// columnPair gives the tag that opens and the one that closes. There have to be just these two, in one row.
func columnPair(marks []columnMark) (first, last columnMark, ok bool) {
	if len(marks) != 2 {
		return first, last, false
	}
	first, last = marks[0], marks[1]
	return first, last, first.row == last.row && first.at.tag.kind == openTag && last.at.tag.kind == closeTag
}

// gridCells gives the cells of a row. A row without tags is taken apart first.
func (s *scanner) gridCells(row *element, p *piece) []gridCell {
	if p.inner == nil {
		s.takeApart(row, p)
	}
	var cells []gridCell
	column, at, pos := s.gridBefore(row), 0, row.content.start
	for _, c := range row.children {
		if pos < c.open.start {
			at++ // the bytes between two elements
		}
		pos = c.end
		if width := s.gridWidth(c); width > 0 {
			cells = append(cells, gridCell{c, &p.inner[at], column, column + width})
			column += width
		}
		at++
	}
	return cells
}

func (s *scanner) takeApart(row *element, p *piece) {
	pos := row.content.start
	for _, c := range row.children {
		p.inner = s.gap(p.inner, pos, c.open.start)
		part := piece{raw: s.bytes(c.whole()), since: -1, place: p.place}
		if s.gridWidth(c) > 0 {
			part.what, part.visible = cellRole, true
		}
		p.inner = append(p.inner, part)
		pos = c.end
	}
	p.inner = s.gap(p.inner, pos, row.content.end)
	p.raw, p.shut = s.bytes(span{row.open.start, row.content.start}), s.bytes(span{row.content.end, row.end})
}

// gridWidth is how many columns of the grid a child of a row covers: 0 for what is no cell.
func (s *scanner) gridWidth(e *element) int {
	switch e.kind {
	case cellElement:
		width, _ := s.cellShape(e)
		return width
	case controlElement, wrapperElement:
		width := 0
		for _, cell := range cellsOf(e) {
			w, _ := s.cellShape(cell)
			width += w
		}
		return width
	}
	return 0
}
