package demo

import (
	"errors"
	"fmt"
	"slices"

	"tonghop/sheets"
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

// listedAs plants rows in the list of works beside the numbers of works and of parts that the form states.
func listedAs(works, parts int, rows ...[]string) planting {
	return edited(func(b *book) error { return errors.Join(b.list(rows), b.count(works, parts)) })
}

// count states how many works and parts there are, where the form asks for it: that of a commune with chapters does not.
func (b *book) count(works, parts int) error {
	if b.row(codeWorks) == 0 {
		return nil
	}
	return errors.Join(b.write(b.cell(codeWorks, colValue), works), b.write(b.cell(codeParts, colValue), parts))
}

// The figures that the list of works adds up to.
const (
	codeWorks  = "tn_cong_trinh"
	codeParts  = "tn_phan_viec"
	codeAmount = "tn_cong_trinh_tien"
)

// listedInFull plants a list that adds up to the figures of the form: the given works, which cost what their unit can afford, and others for the rest.
func listedInFull(given ...work) planting {
	return file(func(s scene) ([]byte, error) {
		data, err := clean(s)
		if err != nil {
			return nil, err
		}
		works := slices.Clone(given)
		for n := int64(len(given)); n < s.amount(codeWorks); n++ {
			works = append(works, work{name: fmt.Sprintf("Công trình thứ %d của %s", n+1, s.unit.Name), kind: "Công trình"})
		}
		for n := range s.amount(codeParts) {
			works = append(works, work{name: fmt.Sprintf("Phần việc thứ %d của %s", n+1, s.unit.Name), kind: "Phần việc"})
		}
		last := &works[len(works)-1]
		last.cost = s.amount(codeAmount)
		for _, w := range works[:len(works)-1] {
			last.cost -= w.cost
		}
		var rows [][]string
		for _, w := range works {
			rows = append(rows, []string{w.name, w.kind, w.place, fmt.Sprint(w.cost), w.day})
		}
		return edit(data, func(b *book) error { return b.list(rows) })
	})
}

// work is a row of the list of works.
type work struct {
	name, kind, place string
	cost              int64 // in đồng
	day               string
}

// bridge is a work that two units built together, and both list.
var bridge = work{"Cầu nông thôn rạch Tân Tiến", "Công trình", "ấp Tân Tiến", 1_250_000, "12/8/2021"}

// amount is what the clean form of the unit says.
func (s scene) amount(code sheets.Code) int64 {
	return s.plan.amounts[s.unit.Index][s.plan.Catalogue.Indicator(code).Slot]
}

// withoutTitles plants a list whose row of titles and row of keys somebody deleted.
func withoutTitles(rows ...[]string) planting {
	return edited(func(b *book) error {
		return errors.Join(b.list(rows), b.file.RemoveRow(listWorks, rowKeys), b.file.RemoveRow(listWorks, rowTitles))
	})
}

// withoutColumn plants a list that lost a column.
func withoutColumn(column string, works, parts int, rows ...[]string) planting {
	return edited(func(b *book) error {
		return errors.Join(b.list(rows), b.file.RemoveCol(listWorks, column), b.count(works, parts))
	})
}
