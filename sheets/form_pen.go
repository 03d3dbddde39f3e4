package sheets

import (
	"github.com/xuri/excelize/v2"

	"tonghop/lang"
)

// look is how a cell is written. Two cells with the same look share a style.
type look struct {
	size            float64
	bold, italic    bool
	color, fill     string // "RRGGBB", "" for black and for none
	across          string // left, center, right
	top, border     bool
	unlocked, wraps bool
	format          string // a number format of Excel, "" for General
}

// pen writes the sheets of a form with excelize. The first error stays and everything after it does nothing.
type pen struct {
	file   *excelize.File
	sheet  string
	styles map[look]int
	err    error
}

const (
	formFont   = "Times New Roman"
	borderGrey = "A6A6A6"
)

// newPen starts a workbook with one sheet.
func newPen(sheet string) *pen {
	p := &pen{file: excelize.NewFile(), sheet: sheet, styles: make(map[look]int)}
	p.try(p.file.SetDefaultFont(formFont))
	p.try(p.file.SetSheetName("Sheet1", sheet))
	return p
}

func (p *pen) try(err error) {
	if p.err == nil {
		p.err = err
	}
}

// turn adds a sheet and writes there from now on.
func (p *pen) turn(sheet string) {
	_, err := p.file.NewSheet(sheet)
	p.try(err)
	p.sheet = sheet
}

// style gives the number of the style of a look.
func (p *pen) style(l look) int {
	if id, ok := p.styles[l]; ok {
		return id
	}
	style := &excelize.Style{
		Font:       &excelize.Font{Family: formFont, Size: l.size, Bold: l.bold, Italic: l.italic, Color: l.color},
		Alignment:  &excelize.Alignment{Horizontal: l.across, Vertical: "center", WrapText: l.wraps},
		Protection: &excelize.Protection{Locked: !l.unlocked},
	}
	if l.top {
		style.Alignment.Vertical = "top"
	}
	if l.fill != "" {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.border {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			style.Border = append(style.Border, excelize.Border{Type: side, Color: borderGrey, Style: 1})
		}
	}
	if l.format != "" {
		style.CustomNumFmt = &l.format
	}
	id, err := p.file.NewStyle(style)
	p.try(err)
	p.styles[l] = id
	return id
}

// leave gives an empty cell its look.
func (p *pen) leave(row, col int, l look) {
	ref := cellRef(row, col)
	p.try(p.file.SetCellStyle(p.sheet, ref, ref, p.style(l)))
}

// write puts a text into a cell. A cell without a text stays empty: an empty text is not nothing to every program.
func (p *pen) write(row, col int, text string, l look) {
	if text == "" {
		p.leave(row, col, l)
		return
	}
	p.try(p.file.SetCellStr(p.sheet, cellRef(row, col), text))
	p.leave(row, col, l)
}

// number puts a whole number into a cell.
func (p *pen) number(row, col, n int, l look) {
	p.try(p.file.SetCellInt(p.sheet, cellRef(row, col), int64(n)))
	p.leave(row, col, l)
}

// run is a stretch of text within a cell.
type run struct {
	text string
	look look
}

// compose puts a text of several looks into a cell.
func (p *pen) compose(row, col int, l look, runs ...run) {
	rich := make([]excelize.RichTextRun, 0, len(runs))
	for _, r := range runs {
		rich = append(rich, excelize.RichTextRun{Text: r.text, Font: &excelize.Font{
			Family: formFont, Size: r.look.size, Bold: r.look.bold, Italic: r.look.italic, Color: r.look.color,
		}})
	}
	p.try(p.file.SetCellRichText(p.sheet, cellRef(row, col), rich))
	p.leave(row, col, l)
}

// span merges cells of a row.
func (p *pen) span(row, from, to int) {
	p.try(p.file.MergeCell(p.sheet, cellRef(row, from), cellRef(row, to)))
}

// height sets a row's height in points.
func (p *pen) height(row int, points float64) {
	p.try(p.file.SetRowHeight(p.sheet, row, points))
}

// widths sets the widths of the columns from the first on, in characters.
func (p *pen) widths(chars ...float64) {
	for i, width := range chars {
		name, err := excelize.ColumnNumberToName(i + 1)
		p.try(err)
		p.try(p.file.SetColWidth(p.sheet, name, name, width))
	}
}

// page is how a sheet is shown and printed.
type page struct {
	landscape bool
	header    int // the row that is repeated on each page and stays in view
	rows      int
	cols      int
}

// finish protects the sheet without a password, so that a slip of the hand does no harm and nobody is locked out, and prepares it for A4.
func (p *pen) finish(g page) {
	last := cellRef(g.rows, g.cols)
	p.try(p.file.SetSheetDimension(p.sheet, "A1:"+last))
	p.try(p.file.ProtectSheet(p.sheet, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatRows: true, FormatColumns: true, EditObjects: true,
	}))
	paper, one, any := 9, 1, 0
	orientation := "portrait"
	if g.landscape {
		orientation = "landscape"
	}
	p.try(p.file.SetPageLayout(p.sheet, &excelize.PageLayoutOptions{
		Size: &paper, Orientation: &orientation, FitToWidth: &one, FitToHeight: &any,
	}))
	fit, grid, center := true, false, true
	p.try(p.file.SetSheetProps(p.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	p.try(p.file.SetSheetView(p.sheet, 0, &excelize.ViewOptions{ShowGridLines: &grid}))
	left, right, top, foot := 0.6, 0.5, 0.6, 0.3
	p.try(p.file.SetPageMargins(p.sheet, &excelize.PageLayoutMarginsOptions{
		Left: &left, Right: &right, Top: &top, Bottom: &top, Header: &foot, Footer: &foot, Horizontally: &center,
	}))
	p.try(p.file.SetHeaderFooter(p.sheet, &excelize.HeaderFooterOptions{OddFooter: `&C&"Times New Roman,Regular"&10Trang &P/&N`}))
	p.try(p.file.SetPanes(p.sheet, &excelize.Panes{
		Freeze: true, YSplit: g.header, TopLeftCell: cellRef(g.header+1, 1), ActivePane: "bottomLeft",
	}))
	quoted := "'" + p.sheet + "'!"
	p.define("_xlnm.Print_Titles", quoted+"$"+cellRef(g.header, 1)[1:]+":$"+cellRef(g.header, 1)[1:])
	p.define("_xlnm.Print_Area", quoted+absolute(1, 1)+":"+absolute(g.rows, g.cols))
}

func (p *pen) define(name, refersTo string) {
	p.try(p.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refersTo, Scope: p.sheet}))
}

// absolute is a position as formulas fix it, $B$7.
func absolute(row, col int) string {
	ref, err := excelize.CoordinatesToCellName(col, row, true)
	if err != nil {
		return ""
	}
	return ref
}

// limit is what a cell should hold: a range of numbers, or one of a list. It warns and never forbids, since words such as
// “không phát sinh” are answers too.
type limit struct {
	kind          string // whole, decimal, date, list, or "" for advice alone
	operator      string // between, greaterThanOrEqual
	from, to      string // numbers or formulas
	advice, fault lang.Format
}

// limit sets the limit of some cells.
func (p *pen) limit(refs string, l limit) {
	warn, title, mistake := "warning", "Cách nhập", "Xem lại số liệu"
	rule := &excelize.DataValidation{
		AllowBlank: true, Sqref: refs, Type: l.kind, Operator: l.operator, Formula1: l.from, Formula2: l.to,
		ShowInputMessage: true, PromptTitle: &title, Prompt: &l.advice.Vi,
	}
	if l.kind == "" {
		rule.Type = "none"
	} else {
		rule.ShowErrorMessage, rule.ErrorStyle, rule.ErrorTitle, rule.Error = true, &warn, &mistake, &l.fault.Vi
	}
	p.try(p.file.AddDataValidation(p.sheet, rule))
}

// close gives the workbook. Its properties name the program and a fixed day, so that the same form has the same bytes.
func (p *pen) close(title, day string) ([]byte, error) {
	p.try(p.file.SetDocProps(&excelize.DocProperties{
		Creator: "tonghop", LastModifiedBy: "tonghop", Title: title, Language: "vi-VN", Created: day, Modified: day,
	}))
	if p.err != nil {
		return nil, p.err
	}
	buffer, err := p.file.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return buffer.Bytes(), p.file.Close()
}

// hide makes the sheet very hidden: no menu of Excel shows it.
func (p *pen) hide() { p.try(p.file.SetSheetVisible(p.sheet, false, true)) }

// front opens the workbook on a sheet.
func (p *pen) front(sheet string) {
	index, err := p.file.GetSheetIndex(sheet)
	p.try(err)
	p.file.SetActiveSheet(index)
}
