package sheets

import (
	"tonghop/lang"
	"tonghop/sheets/xlsx"
)

var (
	askedListTyped = lang.Format{Vi: "bảng đã có %d dòng nên giữ nguyên", En: "the list holds %d rows already and stays as it is"}
	askedListLong  = lang.Format{
		Vi: "có %d dòng, nhiều hơn %d dòng mà một bảng kê nhận được, nên bỏ bảng khỏi tệp; hãy hỏi cấp trên cách gửi",
		En: "there are %d rows, and a list takes %d, so that it is left out; ask the level above how to send it",
	}
)

// PutList fills in a list with rows of this workspace, in their order. What could not be read below is put as it was typed, so that the level above sees it
// too. The message says why the list cannot be filled in.
func (f *AskedForm) PutList(l *AskedList, rows []*ListRow) lang.Message {
	switch {
	case len(l.typed.Rows) > 0 && !l.ours:
		return askedListTyped.With(len(l.typed.Rows))
	case len(rows) > mostListRows:
		l.drop = true
		return askedListLong.With(len(rows), mostListRows)
	}
	l.rows, l.put = nil, ListRows{Present: true}
	for n, row := range rows {
		cells := make([]xlsx.Cell, len(l.cols.at))
		values := make([]Value, len(l.cols.at))
		for i, col := range l.cols.at {
			if col == 0 {
				continue
			}
			values[i] = row.Cells[i]
			p := place{ind: l.form.figures[i], measure: l.form.measure(&l.cols, i), file: &File{}, tab: &tab{}}
			cells[i] = f.listCell(p, row.Cells[i])
			cells[i].Row, cells[i].Col = l.cols.header+1+n, col
		}
		l.rows = append(l.rows, cells)
		l.put.Rows = append(l.put.Rows, ListRow{Row: uint32(l.cols.header + 1 + n), Cells: values})
	}
	return lang.Message{}
}

// Drop leaves a list out of the form: nobody below has sent it, and a blank one says that there is nothing.
func (f *AskedForm) Drop(l *AskedList) {
	if len(l.typed.Rows) == 0 || l.ours {
		l.drop = true
	}
}

// listCell is the cell for a value of a list; blank where it says nothing.
func (f *AskedForm) listCell(p place, v Value) xlsx.Cell {
	switch v.State {
	case Given, Exempt:
		if cell, _, ok := f.typed(p, v); ok {
			return cell
		}
		return xlsx.Cell{Kind: xlsx.Text, Text: v.Raw}
	case Unreadable:
		return xlsx.Cell{Kind: xlsx.Text, Text: v.Raw}
	}
	return xlsx.Cell{}
}

// signed is what an origin says of the rows that were put into a list.
func (l *AskedList) signed() string { return l.put.signature() }
