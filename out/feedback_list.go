package out

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tonghop/lang"
	"tonghop/sheets"
)

// clearOld takes the marks of an earlier copy out of a workbook that came back: our list, our comments and our colours.
func (m *marker) clearOld() error {
	marked, err := m.clearLists()
	if err != nil {
		return err
	}
	for _, sheet := range m.book.file.GetSheetList() {
		if err := m.clearComments(sheet, marked); err != nil {
			return err
		}
	}
	rest := slices.SortedFunc(maps.Keys(marked), func(a, b place) int { return cmp.Or(cmp.Compare(a.sheet, b.sheet), cmp.Compare(a.cell, b.cell)) })
	for _, at := range rest { // cells whose comment is gone
		if err := m.uncolour(at, marked[at]); err != nil {
			return err
		}
	}
	return nil
}

// clearLists deletes our lists and gives the fills that they say marked cells had.
func (m *marker) clearLists() (map[place]int, error) {
	fills := make(map[place]int)
	for _, sheet := range m.book.file.GetSheetList() {
		ours, err := m.isOurList(sheet)
		if err != nil {
			return nil, err
		}
		if !ours {
			continue
		}
		if err := m.readSamples(sheet, fills); err != nil {
			return nil, err
		}
		if err := m.book.file.DeleteSheet(sheet); err != nil {
			return nil, err
		}
	}
	return fills, nil
}

// isOurList tells the list of an earlier copy by its name and its title.
func (m *marker) isOurList(sheet string) (bool, error) {
	if !strings.HasPrefix(sheet, sheets.MendSheet) || m.book.file.SheetCount == 1 {
		return false, nil
	}
	title, err := m.book.file.GetCellValue(sheet, "A1")
	return title == sheets.MendTitle, err
}

// clearComments takes our comments off a sheet, and the colours of their cells.
func (m *marker) clearComments(sheet string, marked map[place]int) error {
	comments, err := m.book.file.GetComments(sheet)
	if err != nil {
		return err
	}
	for _, c := range comments {
		if c.Author != markAuthor {
			continue
		}
		if !m.listOnly {
			if err := m.book.file.DeleteComment(sheet, c.Cell); err != nil {
				return err
			}
		}
		at := place{sheet, c.Cell}
		if err := m.uncolour(at, marked[at]); err != nil {
			return err
		}
		delete(marked, at)
	}
	return nil
}

// mendLayout is what the list is like. It is always in Vietnamese: it goes to a unit.
func (m *marker) mendLayout() layout {
	l := layout{
		name: m.listName(), title: sheets.MendTitle,
		remarks: []string{
			lang.Format{Vi: "%s: %s", En: "%s: %s"}.With(m.marked.unit.Name, m.run.Batch.Period.Name).In(lang.Vi),
			lang.Format{
				Vi: "Bấm vào địa chỉ ở cột “Ô” để tới ô cần sửa. Sửa ngay trong trang biểu mẫu rồi lưu và gửi lại tệp này; không sửa ở trang này.",
				En: "Click an address in the column of cells to go there. Mend the form itself, save it and send this file back; do not change this sheet.",
			}.In(lang.Vi),
		},
		columns: []column{
			{lang.Format{Vi: "STT", En: "No."}, 6}, {lang.Format{Vi: "Mức", En: "Severity"}, 10}, {lang.Format{Vi: "Số liệu", En: "Figure"}, 30},
			{lang.Format{Vi: "Ô", En: "Cell"}, 24}, {lang.Format{Vi: "Đang ghi", En: "As typed"}, 18}, {lang.Format{Vi: "Điều cần xem lại", En: "What is wrong"}, 40},
			{lang.Format{Vi: "Cần làm", En: "What to do"}, 38}, {lang.Format{Vi: "Gợi ý", En: "Suggestion"}, 13},
		},
		frozen: 2, guest: true, hidden: sampleColumns,
	}
	if m.listOnly {
		l.remarks = append(l.remarks, lang.Format{
			Vi: "Tệp này không thêm được ghi chú vào từng ô: hãy theo danh sách dưới đây; ghi chú có sẵn trong ô không phải của lần này.",
			En: "No comments could be added to the cells: follow the list below; the comments that are there are not of this time.",
		}.In(lang.Vi))
	}
	return l
}

// listName is the name of the list: another one where the unit has a sheet of that name.
func (m *marker) listName() string {
	name := sheets.MendSheet
	for {
		if at, err := m.book.file.GetSheetIndex(name); err != nil || at < 0 {
			return name
		}
		name += "_"
	}
}

// listSheet writes the list of what to mend, each row with a link to its cell.
func (m *marker) listSheet() error {
	l := m.mendLayout()
	return m.book.sheet(l, func(p *page) error {
		for i, r := range m.marked.requests {
			pos := r.Finding.Pos
			placeLook := plainText
			if m.reachable(pos.Sheet) {
				placeLook = linkText
				location := "'" + strings.ReplaceAll(pos.Sheet, "'", "''") + "'!" + linkedCell(pos)
				if err := m.book.file.SetCellHyperLink(l.name, cellAt("D", p.row), location, "Location"); err != nil {
					return err
				}
			}
			row := []cell{
				{value: i + 1, look: centred}, {value: r.Finding.Severity.Title().Vi, look: severityLook(r.Finding.Severity)}, {value: r.Subject},
				{value: requestPlace(r.Finding), look: placeLook}, {value: r.Typed}, {value: r.Complaint + "."}, {value: r.Advice}, {value: r.Finding.Suggest},
			}
			if err := p.add(row...); err != nil {
				return err
			}
		}
		return m.writeSamples(p)
	})
}

// requestPlace is a place as units are told it: the cell or cells, and the sheet.
func requestPlace(f sheets.Finding) string {
	if at := f.Cells(); at != "" {
		return "ô\u00a0" + at + ", " + f.Pos.Sheet
	}
	return f.Pos.Sheet
}

// reachable reports whether a link can lead to the sheet: a position may be the file as a whole, and Excel shows no hidden sheet.
func (m *marker) reachable(sheet string) bool {
	if sheet == "" {
		return false
	}
	visible, err := m.book.file.GetSheetVisible(sheet)
	return err == nil && visible
}

// linkedCell is the cell that a link about a position leads to.
func linkedCell(pos sheets.Pos) string {
	switch {
	case pos.Row == 0:
		return "A1"
	case pos.Col == 0:
		return cellAt("A", pos.Row)
	}
	return pos.Cell()
}

// moveFirst puts the list before the sheets of the unit and opens the workbook on it. Names that belong to a sheet, such as its print area, say so by its
// number.
func (m *marker) moveFirst() error {
	f := m.book.file
	list := f.GetSheetList()
	last := len(list) - 1
	if err := f.MoveSheet(list[last], list[0]); err != nil {
		return err
	}
	if names := f.WorkBook.DefinedNames; names != nil {
		for i := range names.DefinedName {
			if at := names.DefinedName[i].LocalSheetID; at != nil {
				moved := *at + 1
				if *at == last {
					moved = 0
				}
				names.DefinedName[i].LocalSheetID = &moved
			}
		}
	}
	f.SetActiveSheet(0)
	return nil
}
