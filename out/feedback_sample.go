package out

import (
	"github.com/xuri/excelize/v2"
)

// A mark takes the place of the colour that a cell had. Styles get other numbers whenever a program saves the workbook, so the list of what to mend keeps a
// sample: below its rows, in hidden columns, stand the sheet and the address of a marked cell, the address in the style that the cell had. Every program keeps that.

// place is a cell of the workbook that is being marked.
type place struct{ sheet, cell string }

// The columns of the samples, behind those of the list.
const (
	sampleSheet   = "I"
	sampleCell    = "J"
	sampleColumns = 2
)

// writeSamples writes what the list keeps of the marked cells that had a colour, below its last row.
func (m *marker) writeSamples(p *page) error {
	row := p.row
	for _, spot := range spotsOf(m.marked.requests) {
		style, coloured := m.before[place{spot.sheet, spot.cell}]
		if !coloured {
			continue
		}
		if err := p.aside(sampleSheet, row, cell{value: spot.sheet, look: codeText}, cell{value: spot.cell, style: style}); err != nil {
			return err
		}
		row++
	}
	return nil
}

// readSamples notes the fill of every sample of a list.
func (m *marker) readSamples(list string, fills map[place]int) error {
	f := m.book.file
	rows, err := f.GetRows(list)
	if err != nil {
		return err
	}
	for i := range rows {
		sheet, err := f.GetCellValue(list, cellAt(sampleSheet, i+1))
		if err != nil {
			return err
		}
		at, err := f.GetCellValue(list, cellAt(sampleCell, i+1))
		if err != nil {
			return err
		}
		if index, err := f.GetSheetIndex(sheet); err != nil || index < 0 || sheet == list {
			continue // no sample, or of a sheet that the unit has renamed
		}
		column, row, err := excelize.CellNameToCoordinates(at)
		if err != nil || row > excelize.TotalRows || column > excelize.MaxColumns {
			continue
		}
		style, err := f.GetCellStyle(list, cellAt(sampleCell, i+1))
		if err != nil {
			return err
		}
		fills[place{sheet, at}] = fillOfStyle(f, style)
	}
	return nil
}

// uncolour gives a cell that has our fill another one, 0 being none.
func (m *marker) uncolour(at place, fillID int) error {
	f := m.book.file
	id, err := f.GetCellStyle(at.sheet, at.cell)
	if err != nil || id >= len(f.Styles.CellXfs.Xf) {
		return err
	}
	style, err := f.GetStyle(id)
	if err != nil || len(style.Fill.Color) != 1 || style.Fill.Color[0] != markBad && style.Fill.Color[0] != markDoubt {
		return err
	}
	plain := copyStyle(f, id)
	f.Styles.CellXfs.Xf[plain].FillID = &fillID
	return f.SetCellStyle(at.sheet, at.cell, at.cell, plain)
}

// fillOfStyle is the number of a style's fill. The first two of a workbook, 0 and 1, are none and a pattern that Excel keeps for itself.
func fillOfStyle(f *excelize.File, style int) int {
	if style < 0 || style >= len(f.Styles.CellXfs.Xf) {
		return 0
	}
	if id := f.Styles.CellXfs.Xf[style].FillID; id != nil {
		return *id
	}
	return 0
}
