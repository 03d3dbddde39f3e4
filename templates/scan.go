package templates

import "strings"

// scanner reads a part into pieces. It keeps count of where it is, so that every tag knows its place.
type scanner struct {
	pack   *archive // nil where a document is only read
	file   string   // the part
	data   []byte
	prefix string
	styles headingStyles
	place  Place
	tables int // seen in the story
	tags   int // seen in the template
	faults *faultList
	// drawing is the drawing that is being read, with what describes it.
	drawing *element
	// placeholder tells that a control is being read that shows its placeholder.
	placeholder bool
	// watch sees every paragraph with its text, once its place is known; nil where nobody looks.
	watch func(p *element, f *flow)
	sealing
}

// scan gives the pieces of an element of a part: the body, a header, a note. story is true for what a tag cannot leave.
func (s *scanner) scan(e *element) piece { return s.element(e, storyRole) }

// element gives an element as a piece: one stretch of bytes where no tag is inside.
func (s *scanner) element(e *element, what role) piece {
	inner := s.children(e)
	return s.wrap(e, e.content, what, inner)
}

// wrap makes a piece of an element whose content, from content.start to content.end, was read into pieces.
func (s *scanner) wrap(e *element, content span, what role, inner []piece) piece {
	p := piece{what: what, place: s.place, since: -1, visible: anyVisible(inner), body: e.kind == bodyElement}
	if !anyTagged(inner) {
		p.raw = s.bytes(e.whole())
		return p
	}
	p.raw, p.shut = s.bytes(span{e.open.start, content.start}), s.bytes(span{content.end, e.end})
	p.inner = inner
	return p
}

// children gives the content of an element that holds blocks or other elements, but no text of its own.
func (s *scanner) children(e *element) []piece {
	var pieces []piece
	pos := e.content.start
	for _, c := range e.children {
		pieces = s.gap(pieces, pos, c.open.start)
		pieces = append(pieces, s.block(c))
		pos = c.end
	}
	return s.gap(pieces, pos, e.content.end)
}

// gap adds the bytes between two elements, where there are any.
func (s *scanner) gap(pieces []piece, from, to int) []piece {
	if from < to {
		pieces = append(pieces, piece{raw: s.data[from:to], since: -1})
	}
	return pieces
}

func (s *scanner) block(e *element) piece {
	switch e.kind {
	case paragraphElement:
		return s.paragraph(e)
	case tableElement:
		return s.table(e)
	case rowElement:
		s.place.Row++
		s.place.Cell = 0
		return s.element(e, rowRole)
	case cellElement:
		s.place.Cell++
		s.place.Paragraph = 0
		return s.element(e, cellRole)
	case bodyElement, noteElement:
		return s.element(e, storyRole)
	case boxElement:
		return s.textBox(e)
	case controlElement:
		return s.control(e)
	case deletedElement, markElement:
		return piece{raw: s.bytes(e.whole()), since: -1}
	}
	if e.name == "wp:inline" || e.name == "wp:anchor" {
		outer := s.drawing
		s.drawing = e
		defer func() { s.drawing = outer }()
	}
	if tags := s.altText(e); len(tags) > 0 {
		return s.withAltText(e, tags)
	}
	if len(e.children) == 0 {
		return piece{raw: s.bytes(e.whole()), since: -1}
	}
	what := wrapperRole
	if e.kind == anyElement || e.name[0] == 'm' {
		what = shellRole
	}
	p := s.element(e, what)
	if !p.tagged() && !p.visible {
		p.what = bytesRole
	}
	return p
}

// control reads a content control: only what it holds, not its properties.
func (s *scanner) control(e *element) piece {
	content := e.child(controlContent)
	if content == nil {
		return piece{raw: s.bytes(e.whole()), since: -1}
	}
	defer s.seal(s.seals(e))()
	defer s.within(e)()
	p := s.wrap(e, content.content, wrapperRole, s.children(content))
	if p.inner != nil {
		p.raw = s.controlOpening(e, content)
	}
	return p
}

// textBox reads the text of a text box. What stands in it does not count among the paragraphs around.
func (s *scanner) textBox(e *element) piece {
	outside := s.place
	defer s.unseal()()
	s.place.TextBox, s.place.Paragraph, s.place.Text = true, 0, ""
	p := s.element(e, storyRole)
	s.place = outside
	return p
}

// table reads a table and works out which rows hang together by merged cells.
func (s *scanner) table(e *element) piece {
	outside := s.place
	s.tables++
	s.place.Table, s.place.Row, s.place.Cell, s.place.Paragraph, s.place.Text = s.tables, 0, 0, 0, ""
	p := s.element(e, tableRole)
	s.place = outside
	if p.inner != nil {
		if grid := e.child(tableGrid); grid != nil {
			p.columns = len(grid.children)
		}
		joined := s.joinedRows(e)
		number := 0
		for i := range p.inner {
			if p.inner[i].what == rowRole && number < len(joined) {
				p.inner[i].since, p.inner[i].number = joined[number], number
				number++
			}
		}
		s.columns(e, &p)
	}
	return p
}

// joinedRows gives for each row of a table the last row above in which a vertical merge that reaches it began, or -1.
func (s *scanner) joinedRows(table *element) []int {
	var joined []int
	began := map[int]int{} // by column of the grid
	for _, row := range table.children {
		if row.kind != rowElement {
			continue
		}
		number, last, column := len(joined), -1, s.gridBefore(row)
		for _, cell := range cellsOf(row) {
			width, merge := s.cellShape(cell)
			switch start, ok := began[column]; {
			case merge == mergeContinues && ok:
				last = max(last, start)
			case merge == mergeStarts:
				began[column] = number
			default:
				delete(began, column)
			}
			column += width
		}
		joined = append(joined, last)
	}
	return joined
}

func cellsOf(row *element) []*element { return row.within(cellElement) }

// within gives the elements of a kind in an element, in order, also those in what is read through.
func (e *element) within(k kind) []*element {
	var found []*element
	for _, c := range e.children {
		switch c.kind {
		case k:
			found = append(found, c)
		case wrapperElement, controlElement, controlContent:
			found = append(found, c.within(k)...)
		}
	}
	return found
}

type merge uint8

const (
	notMerged merge = iota
	mergeStarts
	mergeContinues
)

// cellShape reads how many columns a cell is wide and whether it is merged with the cell above.
func (s *scanner) cellShape(cell *element) (width int, m merge) {
	width = 1
	format := cell.child(cellFormat)
	if format == nil {
		return width, notMerged
	}
	for _, c := range format.children {
		switch value := attributeText(s.bytes(c.open), s.prefix+"val"); c.name {
		case s.prefix + "gridSpan":
			width = smallNumber(value, 1)
		case s.prefix + "vMerge":
			if m = mergeContinues; value == "restart" {
				m = mergeStarts
			}
		}
	}
	return width, m
}

// gridBefore reads how many columns of the grid a row leaves empty before its first cell.
func (s *scanner) gridBefore(row *element) int {
	for _, format := range row.children {
		if format.name != s.prefix+"trPr" {
			continue
		}
		for _, c := range format.children {
			if c.name == s.prefix+"gridBefore" {
				return smallNumber(attributeText(s.bytes(c.open), s.prefix+"val"), 0)
			}
		}
	}
	return 0
}

// smallNumber reads a count of columns; what is none or absurd is taken for the usual value.
func smallNumber(digits string, usual int) int {
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' || n > 1000 {
			return usual
		}
		n = n*10 + int(c-'0')
	}
	if digits == "" {
		return usual
	}
	return n
}

func (s *scanner) bytes(at span) []byte { return s.data[at.start:at.end] }

func isBlank(text string) bool {
	return strings.TrimSpace(strings.ReplaceAll(text, "\u200b", "")) == ""
}
