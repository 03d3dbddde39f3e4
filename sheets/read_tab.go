package sheets

import (
	"iter"
	"slices"
	"sort"

	"tonghop/lang"
	"tonghop/sheets/xlsx"
)

// mostCells is how many filled cells a submitted workbook may have. A form has some hundreds.
const mostCells = 200_000

var tooManyCells = lang.Format{
	Vi: "Tệp có hơn %d ô có nội dung, nhiều hơn một biểu mẫu rất xa; hãy xóa các trang không thuộc biểu mẫu rồi gửi lại",
	En: "The file has more than %d filled cells, far more than a form; delete the sheets that do not belong to it and send it again",
}

// truthWords are what Excel shows for the values of logic, which a file stores as numbers. In a cell of figures they are no 1 and no 0.
var truthWords = map[string]string{"1": "TRUE", "0": "FALSE"}

// tab is a sheet of a submitted workbook with all its filled cells, row by row.
type tab struct {
	index    int // in File.Sheets
	name     string
	hidden   bool
	date1904 bool
	cells    []xlsx.Cell
	merged   []xlsx.Range

	list   *listForm // the list form that the sheet is, nil for others
	listed bool      // it is a list form, perhaps one that the catalogue does not have
}

// openTabs reads all sheets of a workbook, or says why it cannot be read.
func openTabs(data []byte) ([]tab, error) {
	book, err := xlsx.Open(data)
	if err != nil {
		return nil, err
	}
	tabs := make([]tab, len(book.Sheets))
	var cells []xlsx.Cell
	for i, sheet := range book.Sheets {
		from := len(cells)
		merged, err := book.Cells(i, func(c xlsx.Cell) error {
			if len(cells) == mostCells {
				return tooManyCells.With(mostCells)
			}
			if c.Kind == xlsx.Bool {
				c.Text = truthWords[c.Text]
			}
			cells = append(cells, c)
			return nil
		})
		if err != nil {
			return nil, err
		}
		tabs[i] = tab{
			index: i, name: sheet.Name, hidden: sheet.Visibility != xlsx.Visible, date1904: book.Date1904,
			cells: cells[from:len(cells):len(cells)], merged: merged,
		}
	}
	return tabs, nil
}

// rows ranges over the rows that have a filled cell.
func (t *tab) rows() iter.Seq[[]xlsx.Cell] {
	return func(yield func([]xlsx.Cell) bool) {
		for from := 0; from < len(t.cells); {
			to := from + 1
			for to < len(t.cells) && t.cells[to].Row == t.cells[from].Row {
				to++
			}
			if !yield(t.cells[from:to:to]) {
				return
			}
			from = to
		}
	}
}

// row gives the filled cells of a row.
func (t *tab) row(row int) []xlsx.Cell {
	from := sort.Search(len(t.cells), func(i int) bool { return t.cells[i].Row >= row })
	to := from
	for to < len(t.cells) && t.cells[to].Row == row {
		to++
	}
	return t.cells[from:to:to]
}

// cellAt finds the cell of a column in a row; a Blank cell without a formula where there is none.
func cellAt(row []xlsx.Cell, col int) xlsx.Cell {
	for _, c := range row {
		if c.Col == col {
			return c
		}
	}
	return xlsx.Cell{Col: col}
}

// empty reports whether a cell holds nothing at all.
func empty(c xlsx.Cell) bool {
	return c.Kind == xlsx.Blank && !c.Formula || c.Kind == xlsx.Text && blankText(c.Text)
}

// mergedOver gives the merged range that begins at a cell and reaches over further rows.
func (t *tab) mergedOver(row, col int) (xlsx.Range, bool) {
	i := slices.IndexFunc(t.merged, func(r xlsx.Range) bool {
		return r.FirstRow == row && r.FirstCol == col && r.LastRow > row
	})
	if i < 0 {
		return xlsx.Range{}, false
	}
	return t.merged[i], true
}
