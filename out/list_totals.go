package out

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// listTotal is what the rows of a list form come to for a unit and those below it: how many there are, or the sum of a column of numbers.
type listTotal struct {
	unit   *sheets.Unit
	list   *sheets.List
	column *sheets.ListColumn // nil: the number of rows
	value  figure.Value
}

// listTotals are those of the given units that are expected to give a list, or have such below them, and of which something came in.
func listTotals(r *Run, units []*sheets.Unit) []listTotal {
	var all []listTotal
	for _, list := range r.Catalogue.Lists {
		for _, u := range units {
			for i := -1; i < len(list.Columns); i++ {
				if i >= 0 && !list.Columns[i].IsAmount() {
					continue
				}
				t := listTotal{unit: u, list: list, value: r.Totals.ListTotal(u, list, i)}
				if i >= 0 {
					t.column = &list.Columns[i]
				}
				if !t.value.IsMissing() || t.value.Have > 0 {
					all = append(all, t)
				}
			}
		}
	}
	return all
}

// what says what the total is of.
func (t listTotal) what(l lang.Lang) string {
	if t.column == nil {
		return lang.Format{Vi: "Số dòng", En: "Rows"}.In(l)
	}
	return t.column.Title
}

// text is the total as documents print it.
func (t listTotal) text() string {
	style := "so"
	if t.column != nil {
		style = t.column.PrintStyle()
	}
	if s, ok := figure.StyleNamed(style); ok {
		if text, ok := s.Print(t.value); ok {
			return text
		}
	}
	return figure.Default(t.value)
}

// listTotalsSheet shows what the list forms come to, unit by unit. There is none where the catalogue has no lists.
func listTotalsSheet(b *book, r *Run, units []*sheets.Unit) error {
	if len(r.Catalogue.Lists) == 0 {
		return nil
	}
	l := layout{
		name:  lang.Format{Vi: "Bảng kê", En: "Lists"}.In(r.Lang),
		title: lang.Format{Vi: "TỔNG CỦA CÁC BẢNG KÊ THEO ĐƠN VỊ", En: "WHAT THE LISTS ADD UP TO, BY UNIT"}.In(r.Lang),
		remarks: []string{periodLine(r), lang.Format{
			Vi: "Đơn vị cấp trên: tổng của các đơn vị trực thuộc. Đơn vị chưa gửi bảng kê thì không có dòng; bảng kê để trống là không có mục nào.",
			En: "An upper unit has the sum of those below it. A unit that has not sent the list has no row; a blank list holds nothing.",
		}.In(r.Lang)},
		columns: []column{
			{lang.Format{Vi: "Bảng kê", En: "List"}, 18}, {lang.Format{Vi: "Nội dung", En: "Subject"}, 24}, {lang.Format{Vi: "Mã đơn vị", En: "Unit code"}, 14},
			{lang.Format{Vi: "Đơn vị", En: "Unit"}, 36}, {lang.Format{Vi: "Cấp", En: "Level"}, 12}, {lang.Format{Vi: "Tổng", En: "Total"}, 18}, {lang.Format{Vi: "Độ phủ", En: "Coverage"}, 11},
		},
		frozen: 4, filter: true,
	}
	return b.sheet(l, func(p *page) error {
		for _, t := range listTotals(r, units) {
			text, value := plainText, cell{value: figure.Mark, look: doubtful}
			if len(t.unit.Below()) > 0 {
				text = strong
			}
			if !t.value.IsMissing() {
				value = numeric(t.value.Rat, len(t.unit.Below()) > 0)
			}
			row := []cell{
				{value: t.list.Name, look: codeText}, {value: t.what(r.Lang), look: text}, {value: string(t.unit.Code), look: codeText},
				{value: indent(t.unit) + t.unit.Name, look: text}, {value: t.unit.Level, look: text}, value, coverageCell(t.value),
			}
			if err := p.add(row...); err != nil {
				return err
			}
		}
		return nil
	})
}

// rowTotalJSON is an entry of "lists" in tonghop/totals/1.
type rowTotalJSON struct {
	Unit     sheets.UnitCode `json:"unit"`
	List     string          `json:"list"`
	Column   string          `json:"column"` // whose sum it is; "" for the number of rows
	Value    *string         `json:"value"`
	Text     string          `json:"text"`
	State    string          `json:"state"`
	Have     int             `json:"have"`
	Expected int             `json:"expected"`
}

func (t listTotal) json() rowTotalJSON {
	entry := rowTotalJSON{Unit: t.unit.Code, List: t.list.Name, Value: plain(t.value), Text: t.text(), State: "complete", Have: t.value.Have, Expected: t.value.Expected}
	if t.column != nil {
		entry.Column = t.column.Key
	}
	switch {
	case t.value.IsMissing():
		entry.State = "missing"
	case t.value.Partial():
		entry.State = "partial"
	}
	return entry
}
