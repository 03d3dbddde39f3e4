package demo

import (
	"errors"
	"fmt"
)

// The list of works on the form: its sheet, and the rows of its titles and its keys.
const (
	listWorks = "ds_cong_trinh"
	rowTitles = 4
	rowKeys   = 5
	firstWork = 6
)

// listed plants rows in the list of works, from column B on. A blank text leaves a cell blank.
func listed(rows ...[]string) planting { return edited(func(b *book) error { return b.list(rows) }) }

func (b *book) list(rows [][]string) error {
	var err error
	for i, row := range rows {
		for col, text := range row {
			if text != "" {
				err = errors.Join(err, b.file.SetCellValue(listWorks, fmt.Sprintf("%c%d", 'B'+col, firstWork+i), text))
			}
		}
	}
	return err
}

// withoutTitles plants a list whose row of titles and row of keys somebody deleted.
func withoutTitles(rows ...[]string) planting {
	return edited(func(b *book) error {
		return errors.Join(b.list(rows), b.file.RemoveRow(listWorks, rowKeys), b.file.RemoveRow(listWorks, rowTitles))
	})
}

// withoutColumn plants a list that lost a column.
func withoutColumn(column string, rows ...[]string) planting {
	return edited(func(b *book) error { return errors.Join(b.list(rows), b.file.RemoveCol(listWorks, column)) })
}
