package sheets

import (
	"math/big"
	"strings"
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

// days1904 is how many days the calendar of old Macintosh workbooks starts later than the usual one.
const days1904 = 1462

var (
	oldLetters     = lang.Format{Vi: "Chữ trong danh mục gõ bằng phông cũ %s, không phải Unicode.", En: "Text of the catalogue is in the old font %s, not in Unicode."}
	oldLettersHint = lang.Format{
		Vi: "Chuyển chữ sang Unicode bằng công cụ chuyển mã của UniKey (Ctrl+Shift+F6), đổi sang phông Times New Roman rồi lưu danh mục.",
		En: "Convert the text to Unicode with the converter of UniKey (Ctrl+Shift+F6), change the font to Times New Roman and save the catalogue.",
	}
)

// grid reads sheet number i of the workbook. Hidden rows and columns count: a filter hides rows that are still meant.
func (l *loader) grid(book *xlsx.Book, i int, at Pos) (grid, error) {
	g := grid{at: at}
	merged, err := book.Cells(i, func(x xlsx.Cell) error {
		c := l.cell(g.at, x, book.Date1904)
		if c.blank() {
			return nil
		}
		if last := len(g.rows) - 1; last >= 0 && g.rows[last][0].pos.Row == x.Row {
			g.rows[last] = append(g.rows[last], c)
		} else {
			g.rows = append(g.rows, []cell{c})
		}
		return nil
	})
	g.merged = merged
	return g, err
}

// cell reads a cell as it stands. What cannot be used is a fault, and the cell counts as blank.
func (l *loader) cell(sheet Pos, x xlsx.Cell, date1904 bool) cell {
	c := cell{pos: Pos{File: sheet.File, Sheet: sheet.Sheet, Row: x.Row, Col: x.Col}, percent: x.Percent, date: x.Date}
	switch x.Kind {
	case xlsx.Blank:
		l.fault(atCell(faultUnclear, figure.Error, c, uncalculated.With(), uncalcHint.With()))
	case xlsx.ErrorValue:
		f := atCell(faultUnclear, figure.Error, c, errorCell.With(vntext.Clean(x.Text)), errorCellHint.With())
		f.Raw = vntext.Clean(x.Text)
		l.fault(f)
	case xlsx.Text:
		if x.Old != nil {
			x.Text = x.Old.Stored // what is not certain is Unicode that kept an old font
		}
		if x.Old != nil && x.Old.Certain {
			l.oldLetters(c, x)
		}
		c.raw = vntext.NFC(x.Text)
		c.text = lines(x.Text)
	case xlsx.Bool:
		c.text = map[string]string{"1": "true", "0": "false"}[x.Text]
		c.raw = c.text
	case xlsx.ISODate:
		if day, ok := xlsx.ParseISODate(x.Text); ok {
			c.setDay(int64(day.Sub(excelEpoch) / (24 * time.Hour)))
		}
	case xlsx.Number:
		c.setNumber(x.Text, date1904)
	}
	return c
}

// oldLetters reports, once for the catalogue, text that only a font of before Unicode shows. It is not converted: the catalogue is printed in every report, and is the office's to mend.
func (l *loader) oldLetters(c cell, x xlsx.Cell) {
	if l.old = l.old + 1; l.old > 1 {
		l.c.Faults[l.oldFault].Count = l.old
		return
	}
	l.oldFault = len(l.c.Faults)
	f := atCell(faultUnclear, figure.Error, c, oldLetters.With(x.Old.Font), oldLettersHint.With())
	f.Raw = x.Text
	l.fault(f)
}

// setNumber gives the cell a stored number and the text that people see.
func (c *cell) setNumber(stored string, date1904 bool) {
	number, err := xlsx.Decimal(stored)
	if err != nil {
		return // the reader refuses such a workbook
	}
	c.number = number
	switch {
	case c.date && number.Num().IsInt64():
		days := new(big.Int).Quo(number.Num(), number.Denom()).Int64()
		if date1904 {
			days += days1904
		}
		c.setDay(days)
	case c.percent:
		c.text = figure.Plain(figure.NumberOf(new(big.Rat).Mul(number, big.NewRat(100, 1)))) + "%"
	default:
		c.text = figure.Plain(figure.NumberOf(number))
	}
	c.raw = c.text
}

// latestDay is the last day of Excel's calendar, 9999-12-31.
const latestDay = 2_958_465

// setDay gives the cell a day of Excel's calendar. Outside of it the cell stays the number that it is.
func (c *cell) setDay(days int64) {
	c.number = new(big.Rat).SetInt64(days)
	c.date = days > 0 && days <= latestDay
	if !c.date {
		c.text = figure.Plain(figure.NumberOf(c.number))
		return
	}
	c.text = excelEpoch.AddDate(0, 0, int(days)).Format("02/01/2006")
	c.raw = c.text
}

// lines cleans a text line by line, without blank lines at either end.
func lines(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if !strings.Contains(s, "\n") {
		return vntext.Clean(s)
	}
	parts := strings.Split(s, "\n")
	for i, part := range parts {
		parts[i] = vntext.Clean(part)
	}
	return strings.Trim(strings.Join(parts, "\n"), "\n")
}
