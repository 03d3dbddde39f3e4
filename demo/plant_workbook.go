package demo

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"tonghop/sheets"
)

// The columns of the standard form and the labels above its table.
const (
	colCode    = "B"
	colName    = "C"
	colMeasure = "D"
	colValue   = "E"
	colNote    = "F"
	colBeside  = "H" // beside the table

	labelCode = "Mã đơn vị:"
	labelUnit = "Đơn vị báo cáo:"
	labelDate = "Ngày báo cáo:"
	labelTurn = "Lần gửi:"
)

// book is a form that somebody works on.
type book struct {
	file  *excelize.File
	sheet string
	rows  [][]string
}

// edit opens a workbook, lets somebody work on it and saves it.
func edit(data []byte, change func(*book) error) ([]byte, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	defer f.Close() // nothing is kept on disk
	b := &book{file: f, sheet: f.GetSheetName(0)}
	if b.rows, err = f.GetRows(b.sheet); err != nil {
		return nil, err
	}
	if err := change(b); err != nil {
		return nil, err
	}
	var saved bytes.Buffer
	if err := f.Write(&saved); err != nil {
		return nil, err
	}
	return saved.Bytes(), nil
}

// edited plants a change to the clean form.
func edited(change func(*book) error) planting {
	return file(func(s scene) ([]byte, error) {
		data, err := clean(s)
		if err != nil {
			return nil, err
		}
		return edit(data, change)
	})
}

// row is the number of the row of a figure, 0 where the form has none.
func (b *book) row(code sheets.Code) int {
	return 1 + slices.IndexFunc(b.rows, func(cells []string) bool { return len(cells) > 1 && cells[1] == string(code) })
}

func (b *book) cell(code sheets.Code, column string) string { return fmt.Sprint(column, b.row(code)) }

// beside is the cell to the right of a label above the table.
func (b *book) beside(label string) string {
	row := 1 + slices.IndexFunc(b.rows, func(cells []string) bool { return len(cells) > 0 && cells[0] == label })
	return fmt.Sprint(colName, row)
}

func (b *book) write(cell string, value any) error { return b.file.SetCellValue(b.sheet, cell, value) }

// format gives a cell a look of its own.
func (b *book) format(cell string, style excelize.Style) error {
	id, err := b.file.NewStyle(&style)
	if err != nil {
		return err
	}
	return b.file.SetCellStyle(b.sheet, cell, cell, id)
}

// asDate plants what Excel makes of 1-2: a date.
func asDate(code sheets.Code) planting {
	return edited(func(b *book) error {
		cell, day := b.cell(code, colValue), "d-mmm" // 44228 is 1 February 2021
		return errors.Join(b.write(cell, 44228), b.format(cell, excelize.Style{CustomNumFmt: &day}))
	})
}

// uncalculated plants a formula that no program has calculated.
func uncalculated(code sheets.Code) planting {
	return edited(func(b *book) error {
		cell := b.cell(code, colValue)
		return errors.Join(b.write(cell, nil), b.file.SetCellFormula(b.sheet, cell, "SUM(10,12)"))
	})
}

// linked plants a formula that took the clean figure from another workbook.
func linked(code sheets.Code, formula string) planting {
	return edited(func(b *book) error { return b.file.SetCellFormula(b.sheet, b.cell(code, colValue), formula) })
}

// oldFont plants a cell that was typed in a font of before Unicode.
func oldFont(code sheets.Code, column, font, text string) planting {
	return edited(func(b *book) error {
		cell := b.cell(code, column)
		return errors.Join(b.write(cell, text), b.format(cell, excelize.Style{Font: &excelize.Font{Family: font, Size: 12}}))
	})
}

// merged plants a value cell that was merged with the one below it.
func merged(code sheets.Code) planting {
	return edited(func(b *book) error {
		from := b.cell(code, colValue)
		return b.file.MergeCell(b.sheet, from, fmt.Sprint(colValue, b.row(code)+1))
	})
}

// hiddenRow plants a row that nobody sees.
func hiddenRow(code sheets.Code) planting {
	return edited(func(b *book) error { return b.file.SetRowVisible(b.sheet, b.row(code), false) })
}

// deletedRow plants a form that lost a row.
func deletedRow(code sheets.Code) planting {
	return edited(func(b *book) error { return b.file.RemoveRow(b.sheet, b.row(code)) })
}

// movedRow plants a form in which rows were inserted and one was moved to the end of the table.
func movedRow(code, last sheets.Code) planting {
	return edited(func(b *book) error {
		from, to := b.row(code), b.row(last)+1
		if err := b.file.DuplicateRowTo(b.sheet, from, to); err != nil {
			return err
		}
		if err := b.file.RemoveRow(b.sheet, from); err != nil {
			return err
		}
		return b.file.InsertRows(b.sheet, from, 2)
	})
}

// doubled plants a second row for a figure, with another value.
func doubled(code sheets.Code, value int) planting {
	return edited(func(b *book) error {
		row := b.row(code)
		if err := b.file.DuplicateRow(b.sheet, row); err != nil {
			return err
		}
		return b.write(fmt.Sprint(colValue, row+1), value)
	})
}

// added plants a row with a number below the row of a figure.
func added(below sheets.Code, code, name string, value int) planting {
	return edited(func(b *book) error {
		row := b.row(below) + 1
		if err := b.file.InsertRows(b.sheet, row, 1); err != nil {
			return err
		}
		return errors.Join(
			b.write(fmt.Sprint(colCode, row), code), b.write(fmt.Sprint(colName, row), name), b.write(fmt.Sprint(colValue, row), value),
		)
	})
}

// belowTable plants a number in the column of values under the last row.
func belowTable(value int) planting {
	return edited(func(b *book) error { return b.write(fmt.Sprint(colValue, len(b.rows)+3), value) })
}

// besideTable plants a number in a column that the form does not have.
func besideTable(code sheets.Code, value int) planting {
	return edited(func(b *book) error { return b.write(b.cell(code, colBeside), value) })
}

// movedToNote plants a figure that was typed into Ghi chú.
func movedToNote(code sheets.Code) planting {
	return edited(func(b *book) error {
		value, err := b.file.GetCellValue(b.sheet, b.cell(code, colValue), excelize.Options{RawCellValue: true})
		return errors.Join(err, b.write(b.cell(code, colNote), value), b.write(b.cell(code, colValue), nil))
	})
}

// ownSheet plants a sheet that somebody added.
func ownSheet(name string, value int) planting {
	return edited(func(b *book) error {
		_, err := b.file.NewSheet(name)
		return errors.Join(err, b.file.SetCellValue(name, "A1", "Số hội viên danh dự"), b.file.SetCellValue(name, "B1", value))
	})
}

// overwritten plants something in a cell of the row of a figure.
func overwritten(code sheets.Code, column, text string) planting {
	return edited(func(b *book) error { return b.write(b.cell(code, column), text) })
}

// restated plants something beside a label above the table.
func restated(label, text string) planting {
	return edited(func(b *book) error { return b.write(b.beside(label), text) })
}

// sending states in the cell “Lần gửi”, which stands beside the date, which sending of the form it is.
func (b *book) sending(turn any) error {
	row := 1 + slices.IndexFunc(b.rows, func(cells []string) bool { return slices.Contains(cells, labelTurn) })
	return b.write(fmt.Sprint(colValue, row), turn)
}

// resent plants a second sending of the form with something else in the place of a figure; nil leaves the cell blank.
func resent(code sheets.Code, value any) planting {
	return twice(edited(func(b *book) error { return errors.Join(b.sending(2), b.write(b.cell(code, colValue), value)) }))
}

// renamedSheet plants a form whose sheet bears another name.
func renamedSheet(b *book) error { return b.file.SetSheetName(b.sheet, "Bao cao nam (sua)") }

// secondSheet plants a copy of the form in which a figure is another one.
func secondSheet(code sheets.Code, value int, visible bool) planting {
	return edited(func(b *book) error {
		const name = "Bản cũ"
		to, err := b.file.NewSheet(name)
		if err != nil {
			return err
		}
		if err := b.file.CopySheet(0, to); err != nil {
			return err
		}
		if err := b.file.SetCellValue(name, b.cell(code, colValue), value); err != nil {
			return err
		}
		return b.file.SetSheetVisible(name, visible)
	})
}
