package sheets

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"tonghop/lang"
	"tonghop/opc"
	"tonghop/sheets/xlsx"
)

// The look of the catalogue.
const (
	catalogueFont = "Times New Roman"
	blue          = "1F4E79"
	blueNeeded    = "9C2A2A" // titles of columns that must be filled
	pale          = "EAF1F8"
	line          = "C9D3DD"
	ink           = "1B1B1B"
	grey          = "5F6B76"
)

// book is a catalogue workbook in the making. The first error is kept and stops everything after it.
type book struct {
	f      *excelize.File
	styles map[cellLook]int
	err    error
}

// cellLook is how a cell is shown.
type cellLook struct {
	holds  holding
	shaded bool
	key    bool   // the code of the row
	format string // number format, "" for that of what it holds
}

func newBook() (*book, error) {
	b := &book{f: excelize.NewFile(), styles: make(map[cellLook]int)}
	b.keep(b.f.SetDocProps(&excelize.DocProperties{
		Creator: "tonghop", LastModifiedBy: "tonghop", Title: "Danh mục", Language: "vi-VN",
		Created: "2021-01-01T00:00:00Z", Modified: "2021-01-01T00:00:00Z",
	}))
	b.keep(b.f.SetDefaultFont(catalogueFont))
	b.keep(b.f.SetSheetName("Sheet1", sheetGuide))
	return b, b.err
}

func (b *book) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) close() { b.keep(b.f.Close()) }

func (b *book) bytes() ([]byte, error) {
	if b.err != nil {
		return nil, b.err
	}
	b.f.SetActiveSheet(0)
	buffer, err := b.f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	var settled bytes.Buffer
	err = opc.Settle(&settled, buffer.Bytes(), opc.GuardTexts)
	return settled.Bytes(), err
}

func (b *book) add(sheet string) {
	_, err := b.f.NewSheet(sheet)
	b.keep(err)
}

func (b *book) width(sheet string, col int, width float64) {
	name, err := excelize.ColumnNumberToName(col)
	b.keep(errors.Join(err, b.f.SetColWidth(sheet, name, name, width)))
}

// height makes a row high enough for several lines. Rows of one line are left to Excel, which lets them grow.
func (b *book) height(sheet string, row, lines int) {
	if lines > 1 {
		b.keep(b.f.SetRowHeight(sheet, row, min(15*float64(lines)+2, excelize.MaxRowHeight)))
	}
}

// title writes the title of a column with the note that explains it.
func (b *book) title(sheet string, col int, text, note string, needed bool) {
	at := xlsx.Ref(1, col)
	colour := blue
	if needed {
		colour = blueNeeded
	}
	style, err := b.f.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Family: catalogueFont, Size: 11, Bold: true, Color: "FFFFFF"},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
		Border:    borders("FFFFFF"),
	})
	b.keep(errors.Join(err, b.f.SetCellStr(sheet, at, text), b.f.SetCellStyle(sheet, at, at, style)))
	if note == "" {
		return
	}
	// Some 45 characters of 9 points make a line of the box.
	lines := uint(len([]rune(note))/45 + 2)
	b.keep(b.f.AddComment(sheet, excelize.Comment{
		Cell: at, Author: "tonghop", Width: 270, Height: 18 * lines,
		Paragraph: []excelize.RichTextRun{{Text: note, Font: &excelize.Font{Family: catalogueFont, Size: 11, Color: ink}}},
	}))
}

// put writes a value into a cell.
func (b *book) put(sheet string, row, col int, e content, as cellLook) {
	at := xlsx.Ref(row, col)
	switch {
	case e.number != nil:
		as.format = "0.##########"
		if e.number.IsInt() {
			as.format = "#,##0"
		}
		number, _ := e.number.Float64()
		if e.share {
			as.format = shareFormat(number)
		}
		b.keep(b.f.SetCellFloat(sheet, at, number, -1, 64))
	case !e.day.IsZero():
		as.format = "dd/mm/yyyy"
		b.keep(b.f.SetCellFloat(sheet, at, float64(int(e.day.Sub(excelEpoch).Hours()/24)), 0, 64))
	case e.text != "":
		b.keep(b.f.SetCellStr(sheet, at, e.text))
	}
	if e.number == nil && e.day.IsZero() && (as.holds == holdsNumber || as.holds == holdsDay) {
		as.format = "General"
	}
	b.keep(b.f.SetCellStyle(sheet, at, at, b.style(as)))
}

// shareFormat shows a share without decimals where it has none.
func shareFormat(share float64) string {
	if percent := share * 100; percent == float64(int(percent+0.5)) {
		return "0%"
	}
	return "0.0#%"
}

// style gives the number of a look, made when it is first used.
func (b *book) style(as cellLook) int {
	if as.format == "" {
		as.format = map[holding]string{holdsCode: "@", holdsFormula: "@"}[as.holds]
	}
	if id, made := b.styles[as]; made {
		return id
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: catalogueFont, Size: 11, Color: ink, Bold: as.key},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
		Border:    borders(line),
	}
	if as.holds == holdsNumber || as.holds == holdsDay {
		s.Alignment.Horizontal = "right"
	}
	if as.shaded {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{pale}}
	}
	if as.format != "" && as.format != "General" {
		s.CustomNumFmt = &as.format
	}
	id, err := b.f.NewStyle(s)
	b.keep(err)
	b.styles[as] = id
	return id
}

func borders(colour string) []excelize.Border {
	sides := make([]excelize.Border, 0, 4)
	for _, side := range []string{"left", "top", "right", "bottom"} {
		sides = append(sides, excelize.Border{Type: side, Color: colour, Style: 1})
	}
	return sides
}

// offer puts a drop-down list on a column. Other values are asked about where there is an alert, and taken silently where there is none.
func (b *book) offer(sheet string, col, last int, words []string, alert lang.Format) {
	v := b.list(col, last)
	if alert == (lang.Format{}) {
		v.ShowErrorMessage = false
	} else {
		v.SetError(excelize.DataValidationErrorStyleWarning, wordsTitle.Vi, alert.Vi)
	}
	b.keep(errors.Join(v.SetDropList(words), b.f.AddDataValidation(sheet, v)))
}

// offerColumn puts a drop-down list on a column that offers the first column of another sheet.
func (b *book) offerColumn(sheet string, col, last int, from string) {
	v := b.list(col, last)
	v.SetSqrefDropList(fmt.Sprintf("'%s'!$A$2:$A$%d", from, xlsx.MaxRow))
	v.ShowErrorMessage = false
	b.keep(b.f.AddDataValidation(sheet, v))
}

func (b *book) list(col, last int) *excelize.DataValidation {
	v := excelize.NewDataValidation(true)
	v.SetSqref(xlsx.Ref(2, col) + ":" + xlsx.Ref(last, col))
	return v
}

// dress freezes and repeats the header, adds the filter and sets up the page.
func (b *book) dress(sheet string, lastRow, lastCol int) {
	end := xlsx.Ref(max(lastRow, 2), lastCol)
	b.keep(b.f.SetRowHeight(sheet, 1, 32))
	b.keep(b.f.SetPanes(sheet, &excelize.Panes{
		Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: "B2", ActiveCell: "B2", Pane: "bottomRight"}},
	}))
	b.keep(b.f.AutoFilter(sheet, "A1:"+end, nil))
	b.keep(b.f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$1", sheet), Scope: sheet,
	}))
	b.page(sheet, 0)
	b.keep(b.f.SetSheetDimension(sheet, "A1:"+xlsx.Ref(max(lastRow, 1), lastCol)))
}

// page sets up the paper: A4 across, one page wide and so many tall, 0 for as many as it takes.
func (b *book) page(sheet string, tall int) {
	paper, wide, fit, orientation := 9, 1, true, "landscape" // 9 is A4
	b.keep(b.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &paper, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall}))
	b.keep(b.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	side, edge := 0.4, 0.6
	b.keep(b.f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge}))
	b.keep(b.f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: `&L&"Times New Roman"&9` + strings.ReplaceAll(sheet, "&", "&&") + `&R&"Times New Roman"&9&P/&N`}))
}
