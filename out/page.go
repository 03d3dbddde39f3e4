package out

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"tonghop/opc"
)

// page is a sheet being written.
type page struct {
	book   *book
	layout layout
	stream *excelize.StreamWriter
	row    int // the next row
	header int // the row of the column titles
	part   string
}

// setUp makes everything that excelize must know before the rows: what is frozen, and no dimension, which would be a wrong
// one.
func (p *page) setUp() error {
	f, name := p.book.file, p.layout.name
	if err := f.SetSheetDimension(name, ""); err != nil {
		return err
	}
	corner, err := excelize.CoordinatesToCellName(p.layout.frozen+1, p.header+1)
	if err != nil {
		return err
	}
	gridlines, fit := false, !p.layout.wide
	if err := f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := f.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &gridlines}); err != nil {
		return err
	}
	return f.SetPanes(name, &excelize.Panes{Freeze: true, XSplit: p.layout.frozen, YSplit: p.header, TopLeftCell: corner, ActivePane: pane(p.layout.frozen)})
}

func pane(frozen int) string {
	if frozen > 0 {
		return "bottomRight"
	}
	return "bottomLeft"
}

// top writes the title, the remarks and the column titles.
func (p *page) top() error {
	if err := p.add(cell{value: p.layout.title, look: title}); err != nil {
		return err
	}
	for _, text := range p.layout.remarks {
		if err := p.add(cell{value: text, look: remark}); err != nil {
			return err
		}
	}
	p.row = p.header
	titles := make([]cell, len(p.layout.columns))
	for i, c := range p.layout.columns {
		titles[i] = cell{value: c.title.In(p.book.lang), look: heading}
	}
	return p.add(titles...)
}

// add writes one row.
func (p *page) add(cells ...cell) error {
	at := "A" + strconv.Itoa(p.row)
	p.row++
	return p.stream.SetRow(at, p.values(cells), excelize.RowOpts{Height: p.height(cells)})
}

// aside writes cells of a row below the table, from a column on. They are no part of the table and are not printed.
func (p *page) aside(column string, row int, cells ...cell) error {
	return p.stream.SetRow(cellAt(column, row), p.values(cells))
}

// values are cells as the library takes them.
func (p *page) values(cells []cell) []any {
	values := make([]any, len(cells))
	for i, c := range cells {
		if text, ok := c.value.(string); ok && opc.Risky(text) {
			p.book.risky[p.part] = true
		}
		style := c.style
		if style == 0 {
			style = p.book.styles[c.look]
		}
		values[i] = excelize.Cell{StyleID: style, Formula: c.formula, Value: cellValue(c.value)}
	}
	return values
}

// lineHeight is the height of a line of text in points.
const lineHeight = 16.5

// height is that of the tallest cell of a row, as far as the number of letters tells. Programs that open the workbook do not all work it out
// themselves.
func (p *page) height(cells []cell) float64 {
	lines, letters := 1, lettersPerWidth
	if p.layout.guest {
		letters = guestLetters
	}
	for i, c := range cells {
		text, ok := c.value.(string)
		if !ok || i >= len(p.layout.columns) {
			continue
		}
		switch c.look {
		case title, remark, codeText, strongLine:
			continue
		}
		n := 0
		for line := range strings.SplitSeq(text, "\n") {
			n += 1 + int(float64(utf8.RuneCountInString(line))/(p.layout.columns[i].width*letters))
		}
		lines = max(lines, n)
	}
	return min(float64(lines)*lineHeight+2, 250)
}

// lettersPerWidth is how many letters of our font fit into one unit of a column's width, with some room for words that do not break.
const lettersPerWidth = 1.12

// guestLetters is the same where the font that columns are measured by is not ours.
const guestLetters = 0.9

// finish sets up printing and filtering, now that the last row is known.
func (p *page) finish() error {
	f, name := p.book.file, p.layout.name
	bottom := max(p.row-1, p.header)
	last, err := excelize.CoordinatesToCellName(max(len(p.layout.columns), 1), bottom, true)
	if err != nil {
		return err
	}
	printed, err := excelize.CoordinatesToCellName(max(len(p.layout.columns)-p.layout.unprinted, 1), bottom, true)
	if err != nil {
		return err
	}
	if p.layout.filter && p.row-1 > p.header {
		if err := f.AutoFilter(name, "A"+strconv.Itoa(p.header)+":"+last, nil); err != nil {
			return err
		}
	}
	if err := p.paper(); err != nil {
		return err
	}
	quoted := "'" + name + "'!"
	rows := "$" + strconv.Itoa(p.header)
	titles := quoted + rows + ":" + rows
	if p.layout.wide {
		column, err := excelize.ColumnNumberToName(p.layout.frozen)
		if err != nil {
			return err
		}
		titles = quoted + "$A:$" + column + "," + titles
	}
	if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: name}); err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: quoted + "$A$1:" + printed, Scope: name})
}

func (p *page) paper() error {
	f, name := p.book.file, p.layout.name
	size, width, height, orientation := 9, 1, 0, "landscape"
	if p.layout.portrait {
		orientation = "portrait"
	}
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &width, FitToHeight: &height}); err != nil {
		return err
	}
	side, top := 0.5, 0.6
	if err := f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top}); err != nil {
		return err
	}
	return f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L&8&A&R&8&P/&N"})
}
