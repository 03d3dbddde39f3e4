package templates

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tonghop/lang"
)

// maxColumns is how many columns Word allows in a table.
const maxColumns = 63

var (
	errColumns = lang.Format{
		Vi: "%s: thẻ {{#cot %s}} tạo bảng %d cột, Word chỉ cho %d. Bớt cột bằng lệnh loc hoặc dau, ví dụ {{#cot %[2]s | dau 10}}",
		En: "%s: the tag {{#columns %s}} makes a table of %d columns, Word allows %d. Use where or first, as in {{#columns %[2]s | first 10}}"}
	errColumnCount = lang.Format{
		Vi: "%s: vòng lặp theo cột {{#cot %s}} có %d cột ở hàng này nhưng %d cột ở đầu bảng. Bỏ điều kiện phụ thuộc vào từng hàng",
		En: "%s: the loop over columns {{#columns %s}} has %d columns in this row and %d at the top of the table. Take out the condition that depends on the row"}
)

// columnTurn is where the writing of a table with a loop over columns stands.
type columnTurn struct {
	count int // how often the columns are repeated
	index int // of the copy that is being written, from 0
}

// openColumns works out how often the columns of a table are repeated. What it gives is to be put back behind the table.
func (f *filling) openColumns(loop *columnLoop, d *scope) columnTurn {
	outer := f.columns
	rows, _ := f.rows(loop.tag, d)
	f.columns = columnTurn{count: len(rows)}
	all := len(loop.widths) + (len(rows)-1)*(loop.to-loop.from)
	if all > maxColumns && f.failure == nil {
		f.failure = errColumns.With(loop.tag.place.Message(), loop.tag.text, all, maxColumns)
		f.columns.count = 0
	}
	return outer
}

// share is the part of a width that one copy gets. All together they are as wide as the template.
func (t columnTurn) share(width int) int {
	return width*(t.index+1)/t.count - width*t.index/t.count
}

// grid is the list of the columns of a table.
type grid struct {
	loop  *columnLoop
	open  string
	shut  []byte
	other []string // the columns as they stand in the template
}

func newGrid(p piece) *grid {
	g := &grid{loop: p.grid}
	rest := p.raw
	if m, found, err := nextMarkup(rest, 0); found && err == nil {
		g.open, rest = string(rest[:m.end]), rest[m.end:]
	}
	for range g.loop.widths {
		m, found, err := nextMarkup(rest, 0)
		if !found || err != nil {
			break
		}
		end := m.end
		if m.form == opening { // <w:gridCol ...></w:gridCol>
			if shut, ok, err := nextMarkup(rest, m.end); ok && err == nil {
				end = shut.end
			}
		}
		g.other, rest = append(g.other, string(rest[m.start:end])), rest[end:]
	}
	g.shut = rest
	return g
}

func (g *grid) fill(f *filling, d *scope) {
	f.out = append(f.out, g.open...)
	for i := 0; i < len(g.other); i++ {
		if i != g.loop.from {
			f.out = append(f.out, g.other[i]...)
			continue
		}
		for f.columns.index = 0; f.columns.index < f.columns.count; f.columns.index++ {
			for _, width := range g.loop.widths[g.loop.from:g.loop.to] {
				f.out = fmt.Appendf(f.out, `<%sgridCol %[1]sw="%[2]d"/>`, f.prefix, f.columns.share(width))
			}
		}
		i = g.loop.to - 1
	}
	f.out = append(f.out, g.shut...)
}

// shapedFormat is the format of a cell that changes with a loop over columns: number stands between before and after.
type shapedFormat struct {
	shape         *cellShape
	before, after *literal
}

func newShapedFormat(p piece) node {
	raw := string(p.raw)
	prefix := raw[1:strings.Index(raw, "tcPr")]
	if p.shape.span == 0 {
		if at, ok := valueIn(p.raw, prefix+"tcW", prefix+"w"); ok && p.shape.width > 0 {
			return &shapedFormat{p.shape, newBytes(p.raw[:at.start]), newBytes(p.raw[at.end:])}
		}
		return newBytes(p.raw)
	}
	if at, ok := valueIn(p.raw, prefix+"gridSpan", prefix+"val"); ok {
		return &shapedFormat{p.shape, newBytes(p.raw[:at.start]), newBytes(p.raw[at.end:])}
	}
	if strings.HasSuffix(raw, "/>") && strings.Count(raw, "<") == 1 {
		raw = raw[:len(raw)-2] + "></" + prefix + "tcPr>"
	}
	// The number of columns stands behind the width and what comes before it.
	at := strings.Index(raw, ">") + 1
	for _, name := range []string{"cnfStyle", "tcW"} {
		if end, ok := elementEnd(p.raw, prefix+name); ok {
			at = max(at, end)
		}
	}
	before, after := raw[:at]+"<"+prefix+`gridSpan `+prefix+`val="`, `"/>`+raw[at:]
	return &shapedFormat{p.shape, newBytes([]byte(before)), newBytes([]byte(after))}
}

// valueIn finds the value of an attribute of the first element of a name.
func valueIn(raw []byte, name, attr string) (span, bool) {
	for pos := 0; ; {
		m, found, err := nextMarkup(raw, pos)
		if !found || err != nil {
			return span{}, false
		}
		pos = m.end
		if m.name != name || m.form == closing {
			continue
		}
		at, ok := attribute(raw[m.start:m.end], attr)
		return span{m.start + at.start, m.start + at.end}, ok
	}
}

// elementEnd finds where the first element of a name ends that holds nothing.
func elementEnd(raw []byte, name string) (int, bool) {
	for pos := 0; ; {
		m, found, err := nextMarkup(raw, pos)
		if !found || err != nil {
			return 0, false
		}
		pos = m.end
		if m.name == name && m.form != opening {
			return m.end, true
		}
	}
}

func (s *shapedFormat) fill(f *filling, d *scope) {
	s.before.fill(f, d)
	number := s.shape.span + (f.columns.count-1)*(s.shape.loop.to-s.shape.loop.from)
	if s.shape.span == 0 {
		number = f.columns.share(s.shape.width)
	}
	f.out = strconv.AppendInt(f.out, int64(number), 10)
	s.after.fill(f, d)
}

// columnCells are the cells of a row that are repeated.
type columnCells struct {
	loop  *columnLoop
	inner []node
}

func (c *columnCells) fill(f *filling, d *scope) {
	rows, _ := f.rows(c.loop.tag, d)
	if len(rows) != f.columns.count && f.failure == nil {
		f.failure = errColumnCount.With(c.loop.tag.place.Message(), c.loop.tag.text, len(rows), f.columns.count)
	}
	if f.failure != nil {
		return
	}
	outer := f.turn
	for i, row := range rows {
		if f.tooLong() {
			break
		}
		f.turn, f.columns.index = &turn{}, i
		f.fill(c.inner, row)
	}
	f.turn = outer
}

// repeatedCells puts the cells of a row that are repeated into one node. all tells that the row has no other cells.
func repeatedCells(cells []entry, loop *columnLoop) (_ []entry, all bool) {
	first := slices.IndexFunc(cells, func(e entry) bool { return e.inside })
	if loop == nil || first < 0 {
		return cells, false
	}
	last := first
	all = true
	for i, e := range cells {
		if e.inside {
			last = i
		} else if e.what == cellRole || e.what == wrapperRole {
			all = false
		}
	}
	repeated := entry{node: &columnCells{loop, nodesOf(cells[first : last+1])}, visible: true, what: cellRole}
	return slices.Concat(cells[:first], []entry{repeated}, cells[last+1:]), all
}
