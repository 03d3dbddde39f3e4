package sheets

import (
	"slices"

	"tonghop/figure"
	"tonghop/sheets/xlsx"
)

// listColumns says where the columns of a list stand on a sheet.
type listColumns struct {
	header  int      // the lowest row of the header, 0 where there is none
	at      []int    // by the place in List.Columns: the column of the sheet, 0 where it is not found
	titles  []string // the title that stands above it, for the unit of money
	running int      // the column that numbers the rows, 0 where there is none
	twice   []bool   // two columns of the sheet have the same title or key
}

// named finds in a row of a sheet the columns of the list by their keys, else by their titles, and the columns of the sheet in which they stand. A
// column that is named twice has the second place too, in again.
func (f *listForm) named(row []xlsx.Cell, keep keeper) (found, again map[int]xlsx.Cell) {
	for _, c := range row {
		if c.Kind != xlsx.Text || len(c.Text) > longestTitle {
			continue
		}
		name := remembered(keep.titles, c.Text, title).folded
		i, ok := f.byKey[name]
		if !ok {
			i, ok = f.byTitle[name]
		}
		if ok && found == nil {
			found, again = make(map[int]xlsx.Cell), make(map[int]xlsx.Cell)
		}
		switch {
		case !ok || i < 0:
		case found[i].Col > 0:
			again[i] = c
		default:
			found[i] = c
		}
	}
	return found, again
}

// columnsOf finds the header of a list: the first row that names two of its columns, and those directly below it that do. The row of keys, which
// stands below that of the titles, goes before it.
func (f *listForm) columnsOf(t *tab, keep keeper) listColumns {
	n := len(f.Columns)
	cols := listColumns{at: make([]int, n), titles: make([]string, n), twice: make([]bool, n)}
	need := min(2, n)
	for row := range t.rows() {
		number := row[0].Row
		if cols.header == 0 && number > headerRows || cols.header > 0 && number > cols.header+1 {
			break
		}
		found, again := f.named(row, keep)
		if len(found) < need {
			continue
		}
		cols.header = number
		for i, c := range found {
			cols.at[i], cols.twice[i] = c.Col, again[i].Col > 0
		}
	}
	if cols.header == 0 {
		return cols
	}
	for above := max(1, cols.header-2); above <= cols.header; above++ {
		for _, c := range t.row(above) {
			cols.title(c, keep)
		}
	}
	for i, twice := range cols.twice {
		if twice {
			cols.at[i] = 0
		}
	}
	return cols
}

// title notes what stands above a column.
func (c *listColumns) title(cell xlsx.Cell, keep keeper) {
	if cell.Kind != xlsx.Text || len(cell.Text) > longestTitle {
		return
	}
	t := remembered(keep.titles, cell.Text, title)
	if slices.Contains(rowTitles, t.folded) {
		c.running = cell.Col
	}
	for i, col := range c.at {
		if col == cell.Col && t.bracket != "" {
			c.titles[i] = t.bracket
		}
	}
}

// measure is the unit in which a column of money is typed: the one in the title that stands above it, else the catalogue's.
func (f *listForm) measure(cols *listColumns, i int) string {
	if f.Columns[i].Kind != Money {
		return ""
	}
	if _, ok := figure.MoneyScale(cols.titles[i]); ok {
		return cols.titles[i]
	}
	return f.Columns[i].measure()
}
