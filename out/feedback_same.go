package out

import (
	"slices"

	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/sheets/xlsx"
)

var (
	msgLostSheet = lang.Format{Vi: "bản chép không giữ nguyên các trang tính", En: "the copy does not keep the sheets"}
	msgLostCell  = lang.Format{Vi: "bản chép không giữ nguyên số liệu ở trang “%s”", En: "the copy does not keep what stands on the sheet “%s”"}
)

// sameCells compares a marked copy with the workbook that it was made from, both read by the strict reader: but for our list, every sheet must be
// there with every cell, its value, and whether it is a formula, a date or hidden. The error says in words what was lost.
func sameCells(original, copied []byte) error {
	was, err := xlsx.Open(original)
	if err != nil {
		return err
	}
	now, err := xlsx.Open(copied)
	if err != nil {
		return err
	}
	before, err := ownSheets(was)
	if err != nil {
		return err
	}
	after, err := ownSheets(now)
	if err != nil {
		return err
	}
	if len(before) != len(after) || was.Date1904 != now.Date1904 {
		return msgLostSheet.With()
	}
	for i := range before {
		a, b := before[i], after[i]
		if a.name != b.name || a.visible != b.visible {
			return msgLostSheet.With()
		}
		if !slices.EqualFunc(a.cells, b.cells, xlsx.Cell.Same) || !slices.Equal(a.merged, b.merged) {
			return msgLostCell.With(a.name)
		}
	}
	return nil
}

// sheetContent is what a sheet holds.
type sheetContent struct {
	name    string
	visible xlsx.Visibility
	cells   []xlsx.Cell
	merged  []xlsx.Range
}

// ownSheets are the sheets of a workbook without a list of ours.
func ownSheets(b *xlsx.Book) ([]sheetContent, error) {
	var own []sheetContent
	for i, sheet := range b.Sheets {
		content := sheetContent{name: sheet.Name, visible: sheet.Visibility}
		var err error
		content.merged, err = b.Cells(i, func(c xlsx.Cell) error {
			content.cells = append(content.cells, c)
			return nil
		})
		if err != nil {
			return nil, err
		}
		ours := len(content.cells) > 0 && content.cells[0].Ref() == "A1" && content.cells[0].Text == sheets.MendTitle
		if !ours {
			own = append(own, content)
		}
	}
	return own, nil
}
