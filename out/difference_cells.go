package out

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"tonghop/lang"
	"tonghop/sheets"
)

// CellSide is the cell from which a run took a figure.
type CellSide struct{ File, Sheet, Cell, Raw, Value string }

// CellChange is a figure of one unit that was read otherwise than before. Before or After is nil where no cell gave it.
type CellChange struct {
	Indicator     sheets.Code
	Unit          sheets.UnitCode
	Period        string // of a report that is one of several
	Before, After *CellSide
}

// sourced is a row of the list of sources in tong-hop.xlsx.
type sourced struct {
	indicator sheets.Code
	unit      sheets.UnitCode
	period    string
	CellSide
}

// The columns of the list of sources (source_sheet.go).
const (
	atIndicator = iota
	atUnit
	_ // its name
	atValue
	atRaw
	atFile
	atSheet
	atCell
	atPeriod
	columnsOfSource
)

var (
	errNoBook   = lang.Format{Vi: "%s không có tong-hop.xlsx đúng như lần chạy đã ghi", En: "%s has no tong-hop.xlsx as the run wrote it"}
	errBookRead = lang.Format{Vi: "không đọc được trang Nguồn trong tong-hop.xlsx của %s", En: "the sheet of sources in tong-hop.xlsx of %s cannot be read"}
)

// cells compares the figures of single units with the cells that they stand in. They are in tong-hop.xlsx; one that somebody edited tells nothing for
// certain and is left out with a word.
func (d *Difference) cells(before, after *Former) {
	if before.manifest == nil || after.manifest == nil || before.totals == nil || after.totals == nil {
		return
	}
	if len(d.Totals) == 0 && len(d.Inputs) == 0 {
		return
	}
	a, errBefore := before.sources()
	b, errAfter := after.sources()
	if err := cmp.Or(errBefore, errAfter); err != nil {
		d.Skipped = append(d.Skipped, msgNoSource.With(err))
		return
	}
	type key struct {
		indicator sheets.Code
		unit      sheets.UnitCode
		period    string
	}
	for _, p := range pairUp(a, b, func(s *sourced) key { return key{s.indicator, s.unit, s.period} }) {
		var change CellChange
		if p.before != nil {
			change = CellChange{Indicator: p.before.indicator, Unit: p.before.unit, Period: p.before.period, Before: &p.before.CellSide}
		}
		if p.after != nil {
			change.Indicator, change.Unit, change.Period, change.After = p.after.indicator, p.after.unit, p.after.period, &p.after.CellSide
		}
		if p.before == nil || p.after == nil || p.before.Raw != p.after.Raw || p.before.Value != p.after.Value {
			d.Cells = append(d.Cells, change)
		}
	}
}

// sources reads the list of sources of tong-hop.xlsx, if the workbook is still the one that the run wrote.
func (f *Former) sources() (rows []sourced, err error) {
	name := filepath.Join(f.dir, totalsBookName)
	sum, err := hashFile(name)
	if err != nil || !f.manifest.wrote(totalsBookName, sum) {
		return nil, errNoBook.With(f.Name)
	}
	book, err := excelize.OpenFile(name, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, errBookRead.With(f.Name)
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	for _, sheet := range book.GetSheetList() {
		if !isSourceSheet(sheet) {
			continue
		}
		if rows, err = appendSources(rows, book, sheet); err != nil {
			return nil, errBookRead.With(f.Name)
		}
	}
	return rows, nil
}

// isSourceSheet tells the sheets of sources, in whichever language they were written: Nguồn, Nguồn 2.
func isSourceSheet(name string) bool {
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		if rest, ok := strings.CutPrefix(name, sourcesTitle.In(l)); ok && strings.Trim(rest, " 0123456789") == "" {
			return true
		}
	}
	return false
}

// appendSources adds the rows below the header of a sheet.
func appendSources(all []sourced, book *excelize.File, sheet string) ([]sourced, error) {
	rows, err := book.Rows(sheet)
	if err != nil {
		return nil, err
	}
	below := false
	for rows.Next() {
		row, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		if !below {
			below = len(row) > atCell && slices.Contains([]string{sourceHead.Vi, sourceHead.En}, row[atIndicator])
			continue
		}
		row = append(row, make([]string, columnsOfSource)...)
		all = append(all, sourced{
			indicator: sheets.Code(row[atIndicator]), unit: sheets.UnitCode(row[atUnit]), period: row[atPeriod],
			CellSide: CellSide{File: row[atFile], Sheet: row[atSheet], Cell: row[atCell], Raw: row[atRaw], Value: row[atValue]},
		})
	}
	return all, rows.Close()
}
