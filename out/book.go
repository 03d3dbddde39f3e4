package out

import (
	"io"
	"math/big"
	"strconv"

	"github.com/xuri/excelize/v2"

	"tonghop/lang"
	"tonghop/opc"
)

// book is a workbook that is written once, sheet after sheet and row after row, and looks the same everywhere: a title, a
// frozen header, readable widths, A4 with the header on every page.
type book struct {
	file   *excelize.File
	styles map[look]int
	risky  map[string]bool // parts with a text that must be guarded, see package opc
	lang   lang.Lang
}

// look is how a cell looks.
type look uint8

const (
	plainText   look = iota // wrapped text
	codeText                // a code or an address: not wrapped
	number                  // a whole number, with separators
	decimal                 // a number with a fraction
	percent                 // a share as a percentage
	finePercent             // a share that two decimals would print as 100% or 0% although it is neither
	centred                 // a short text in the middle
	heading                 // the header row
	title                   // the title of a sheet
	remark                  // a grey line under the title
	strong                  // text in bold: totals
	strongLine              // the same, not wrapped: the name of a group
	strongNumber
	strongDecimal
	good // verdicts and states, in colour
	bad
	doubtful
	linkText // an address that leads to its place
)

// column is one column of a sheet.
type column struct {
	title lang.Format
	width float64 // in characters
}

// layout is what a sheet is like.
type layout struct {
	name      string
	title     string
	remarks   []string
	columns   []column
	portrait  bool
	wide      bool // too wide for one page: printed over several, with the frozen columns on each
	frozen    int  // columns that stay when scrolling to the right
	unprinted int  // the last columns, which are left off the paper
	filter    bool // drop-downs in the header row
	hidden    int  // columns behind them that are not shown, for what the program itself has to find again
	guest     bool // a sheet in a workbook of somebody else, whose own font columns are measured by
}

// cell is a value with its look. A formula has a cached value beside it.
type cell struct {
	value   any // string, int, *big.Rat, or nil for an empty cell
	look    look
	formula string
	style   int // a style of the workbook itself that goes before the look, 0: none
}

// numeric is a cell that holds a number, with the look that shows all of it.
func numeric(r *big.Rat, bold bool) cell {
	whole, fraction := number, decimal
	if bold {
		whole, fraction = strongNumber, strongDecimal
	}
	if r == nil || r.IsInt() {
		return cell{value: r, look: whole}
	}
	return cell{value: r, look: fraction}
}

func newBook(l lang.Lang) (*book, error) {
	b := &book{file: excelize.NewFile(), styles: make(map[look]int), risky: make(map[string]bool), lang: l}
	if err := b.addLooks(); err != nil {
		return nil, err
	}
	properties := &excelize.DocProperties{Creator: "tonghop", LastModifiedBy: "tonghop", Created: fixedTime, Modified: fixedTime, Language: "vi-VN"}
	return b, b.file.SetDocProps(properties)
}

// addLooks adds the looks of our sheets to the styles of the workbook. Those of texts are marked so that Excel takes what stands there for a text for
// ever, also when somebody types into the cell again: a unit's text may begin with "=". They are styles of their own, since the workbook may be a unit's and
// have one that looks the same.
func (b *book) addLooks() error {
	for style, spec := range looks() {
		id, err := b.file.NewStyle(spec)
		if err != nil {
			return err
		}
		switch l := look(style); l {
		case plainText, codeText, strong, centred, linkText:
			yes := true
			id = copyStyle(b.file, id)
			b.file.Styles.CellXfs.Xf[id].QuotePrefix = &yes
			fallthrough
		default:
			b.styles[l] = id
		}
	}
	return nil
}

// copyStyle adds a style that is the same as another one, to be changed, and gives its number.
func copyStyle(f *excelize.File, id int) int {
	list := f.Styles.CellXfs
	list.Xf = append(list.Xf, list.Xf[id])
	list.Count = len(list.Xf)
	return list.Count - 1
}

// fixedTime stands where a workbook must state a time: the same input gives the same bytes.
const fixedTime = "2020-01-01T00:00:00Z"

// sheet adds a sheet, writes its title and header, lets write add the rows, and sets up the page.
func (b *book) sheet(l layout, write func(*page) error) error {
	if _, err := b.file.NewSheet(l.name); err != nil {
		return err
	}
	p := &page{book: b, layout: l, row: 1, header: 2 + len(l.remarks), part: b.partOf(l.name)}
	if len(l.remarks) > 0 {
		p.header++ // an empty row before the table
	}
	if err := p.setUp(); err != nil {
		return err
	}
	stream, err := b.file.NewStreamWriter(l.name)
	if err != nil {
		return err
	}
	p.stream = stream
	for i, c := range l.columns {
		if err := stream.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	if n := len(l.columns); l.hidden > 0 {
		if err := stream.SetColVisible(n+1, n+l.hidden, false); err != nil {
			return err
		}
	}
	if err := p.top(); err != nil {
		return err
	}
	if err := write(p); err != nil {
		return err
	}
	if err := p.finish(); err != nil {
		return err
	}
	return stream.Flush()
}

// partOf is the part that excelize writes a sheet into.
func (b *book) partOf(name string) string {
	for id, sheet := range b.file.GetSheetMap() {
		if sheet == name {
			return "xl/worksheets/sheet" + strconv.Itoa(id) + ".xml"
		}
	}
	return ""
}

// write finishes the workbook: the sheet that excelize starts with goes, the first of ours is shown.
func (b *book) write(w io.Writer) error {
	if err := b.file.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	b.file.SetActiveSheet(0)
	data, err := b.file.WriteToBuffer()
	if err != nil {
		return err
	}
	if err := b.file.Close(); err != nil {
		return err
	}
	return opc.Settle(w, data.Bytes(), b.edits)
}

// edits are what the library does not write as LibreOffice reads it.
func (b *book) edits(part string) opc.Edit {
	if b.risky[part] {
		return opc.Guard
	}
	return nil
}

// cellValue is a value as a workbook holds it. A number that a double cannot hold with its 15 digits is written as text, so that it is not
// rounded.
func cellValue(v any) any {
	r, ok := v.(*big.Rat)
	if !ok {
		return v
	}
	if r == nil {
		return nil
	}
	f, _ := r.Float64()
	if r.IsInt() && len(r.Num().Text(10)) > 15 {
		return r.Num().Text(10)
	}
	return f
}
