package sheets

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tonghop/figure"
)

// The looks of a form: Times New Roman, grey lines, and a pale yellow wherever something may be typed.
var (
	plain      = look{size: 12, wraps: true}
	labelLook  = look{size: 12, italic: true, color: "404040"}
	bodyLook   = look{size: 12, bold: true, wraps: true, across: "left"}
	titleLook  = look{size: 14, bold: true, across: "center"}
	officeLook = look{size: 12, across: "left", color: "404040"}
	adviceLook = look{size: 11, italic: true, wraps: true, color: "595959", top: true}
	headLook   = look{size: 12, bold: true, across: "center", fill: "DDE6F0", border: true, wraps: true}
	groupLook  = look{size: 12, bold: true, fill: "F2F2F2", border: true}
	numberLook = look{size: 12, across: "center", border: true}
	codeLook   = look{size: 10, color: "595959", border: true, wraps: true}
	nameLook   = look{size: 12, border: true, wraps: true}
	noteRun    = look{size: 10, italic: true, color: "7F7F7F"}
	starRun    = look{size: 12, bold: true, color: "C00000"}
	signLook   = look{size: 12, bold: true, across: "center"}
	smallLook  = look{size: 11, italic: true, across: "center", color: "595959"}
)

// typedFill marks the cells that may be typed in.
const typedFill = "FFFBE6"

// nameWidth is the width of the column Nội dung, in characters.
const nameWidth = 47

const formAdvice = "Chỉ nhập vào các ô màu vàng. Không có thì gõ 0 (hoặc “không phát sinh”); chưa có số liệu thì để trống; " +
	"không thuộc phạm vi của đơn vị thì gõ “không áp dụng”. Dòng có dấu * là bắt buộc. Không sửa cột Mã."

// build makes the form of all units that are expected to give the same figures.
func (f *Forms) build(figures []*Indicator, lists []*List) (*blankForm, error) {
	p := newPen(formSheet)
	rows, groups, last := layForm(figures)
	f.writeHead(p)
	for _, g := range groups {
		writeGroup(p, g)
	}
	for i, row := range rows {
		writeRow(p, i+1, row)
	}
	f.limits(p, rows)
	writeSignatures(p, last+2)
	p.finish(page{header: rowHeader, rows: last + 7, cols: colNote})
	names := sheetNames(lists)
	for i, list := range lists {
		p.turn(names[i])
		f.writeList(p, list)
	}
	f.writeMarks(p, rows)
	p.front(formSheet)
	workbook, err := p.close(formHeaderTitle, f.expect.Period.From.UTC().Format(time.RFC3339))
	if err != nil {
		return nil, err
	}
	parts, err := unpack(workbook)
	if err != nil {
		return nil, err
	}
	b := &blankForm{rows: rows, parts: parts}
	b.form = b.sheet(1)
	b.marks = b.sheet(len(lists) + 2)
	b.parts[b.form].findEmpty()
	b.parts[b.marks].findEmpty()
	return b, nil
}

// sheet is the index of the part of sheet number n, as excelize names it.
func (b *blankForm) sheet(n int) int {
	name := fmt.Sprintf("xl/worksheets/sheet%d.xml", n)
	return slices.IndexFunc(b.parts, func(p part) bool { return p.name == name })
}

const formHeaderTitle = "BIỂU MẪU BÁO CÁO SỐ LIỆU"

// writeHead writes what stands above the table. The cells that name the unit are left empty.
func (f *Forms) writeHead(p *pen) {
	p.widths(6, 17, nameWidth, 12, 17, 22)
	period := f.expect.Period
	p.write(rowOffice, 1, f.catalogue.Settings.Text("co_quan"), officeLook)
	p.span(rowOffice, 1, colNote)
	p.write(rowTitle, 1, formHeaderTitle, titleLook)
	p.span(rowTitle, 1, colNote)
	p.height(rowTitle, 28)
	p.label(rowUnit, labelUnit)
	p.leave(rowUnit, colName, bodyLook)
	p.label(rowUnitCode, labelUnitCode)
	p.leave(rowUnitCode, colName, bodyLook)
	p.label(rowPeriod, labelPeriod)
	p.write(rowPeriod, colName, period.title(), bodyLook)
	p.label(rowSpan, labelSpan)
	p.write(rowSpan, colName, "từ "+shortDay(period.From)+" đến "+shortDay(period.To), bodyLook)
	p.label(rowDeadline, labelDeadline)
	p.write(rowDeadline, colName, shortDay(period.Deadline), bodyLook)
	p.label(rowDate, labelDate)
	typed := look{size: 12, across: "left", border: true, fill: typedFill, unlocked: true, format: "dd/mm/yyyy"}
	p.leave(rowDate, colName, typed)
	p.limit(dateRef, dayLimit)
	p.write(rowDate, colMeasure, labelTurn, labelLook)
	typed.format = "0"
	p.leave(rowDate, colValue, typed)
	p.limit(turnRef, turnLimit)
	p.write(rowAdvice, 1, formAdvice, adviceLook)
	p.span(rowAdvice, 1, colNote)
	p.height(rowAdvice, 48)
	for col := colNo; col <= colNote; col++ {
		p.write(rowHeader, col, formHeader[col], headLook)
	}
	p.height(rowHeader, 24)
}

// label writes what a row of the head is about. The value follows in the column Nội dung.
func (p *pen) label(row int, text string) {
	p.write(row, 1, text, labelLook)
	p.span(row, 1, colCode)
	if row != rowDate {
		p.span(row, colName, colNote)
	}
	p.height(row, 19)
}

func writeGroup(p *pen, g formGroup) {
	p.write(g.row, 1, g.name, groupLook)
	for col := colCode; col <= colNote; col++ {
		p.leave(g.row, col, groupLook)
	}
	p.span(g.row, 1, colNote)
	p.height(g.row, 21)
}

// writeRow writes the row of a figure and leaves its value blank: a figure that nobody gave is not zero.
func writeRow(p *pen, number int, row formRow) {
	ind := row.ind
	p.number(row.row, colNo, number, numberLook)
	p.write(row.row, colCode, string(ind.Code), codeLook)
	runs := []run{{ind.Name, plain}}
	if ind.Required {
		runs = append(runs, run{"\u00a0*", starRun})
	}
	if ind.Note != "" {
		runs = append(runs, run{"\n" + ind.Note, noteRun})
	}
	p.compose(row.row, colName, nameLook, runs...)
	p.write(row.row, colMeasure, ind.Measure, look{size: 12, across: "center", border: true, wraps: true})
	p.leave(row.row, colValue, valueLook(ind.Kind, ind.Measure))
	p.leave(row.row, colNote, look{size: 11, border: true, wraps: true, fill: typedFill, unlocked: true, format: "@"})
	lines := linesOf(ind.Name+"  ", nameWidth)
	points := 16.5 * float64(lines)
	if ind.Note != "" {
		points += 13.5 * float64(linesOf(ind.Note, nameWidth*6/5))
	}
	if ind.Kind == Words {
		points = max(points, 33) // two lines to write on
	}
	p.height(row.row, min(400, points+4))
}

// linesOf guesses how many lines a text takes in a column of so many characters.
func linesOf(text string, width int) int {
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		lines += max(1, (len([]rune(line))+width-1)/width)
	}
	return lines
}

// valueLook is the look of a value cell. Where Excel would make a date of what is typed (9/11, 01-02), the cell is a
// text. Money in millions has decimals, which a format without them would hide from the person who types.
func valueLook(kind Kind, measure string) look {
	l := look{size: 12, across: "right", border: true, fill: typedFill, unlocked: true}
	switch kind {
	case Count, Stock, Money:
		if scale, ok := figure.MoneyScale(measure); kind != Money || !ok || scale.Cmp(whole) == 0 {
			l.format = "#,##0"
		}
	case Ratio, Interval:
		l.format = "@"
	case Words:
		l.format, l.across, l.wraps = "@", "left", true
	case Day:
		l.format = "dd/mm/yyyy"
	case YesNo, Category:
		l.across, l.wraps = "center", true
	}
	return l
}

// writeSignatures leaves room for those who sign the paper copy.
func writeSignatures(p *pen, row int) {
	p.write(row, colName, "NGƯỜI LẬP BIỂU", signLook)
	p.write(row, colMeasure, "THỦ TRƯỞNG ĐƠN VỊ", signLook)
	p.span(row, colMeasure, colNote)
	p.write(row+1, colName, "(ký, ghi rõ họ tên)", smallLook)
	p.write(row+1, colMeasure, "(ký tên, đóng dấu)", smallLook)
	p.span(row+1, colMeasure, colNote)
}

// writeMarks writes the very hidden sheet: what the form is, and the options of the drop-down lists.
func (f *Forms) writeMarks(p *pen, rows []formRow) {
	p.turn(marksSheet)
	marks := [][2]string{
		{keyForm, formVersion},
		{keyFingerprint, f.fingerprint},
		{keyUnit, ""},
		{keyPeriod, f.expect.Period.Code},
	}
	cols := 2
	for i, mark := range marks {
		p.write(i+1, 1, mark[0], plain)
		if mark[1] == "" {
			p.leave(i+1, 2, plain)
			continue
		}
		p.write(i+1, 2, mark[1], plain)
	}
	last := len(marks)
	for _, list := range f.dropDowns(rows) {
		for i, option := range list.options {
			p.write(i+1, list.col, option, plain)
			last = max(last, i+1)
		}
		cols = list.col
	}
	p.try(p.file.SetSheetDimension(p.sheet, "A1:"+cellRef(last, cols)))
	p.hide()
}

// title is what a period is called.
func (p *Period) title() string {
	if p.Name == "" {
		return p.Code
	}
	return p.Name
}

// shortDay prints a day as letters of the office do, 03/3/2021; nothing where there is none.
func shortDay(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	month := fmt.Sprint(int(day.Month()))
	if day.Month() < time.March {
		month = "0" + month
	}
	return fmt.Sprintf("%02d/%s/%d", day.Day(), month, day.Year())
}
