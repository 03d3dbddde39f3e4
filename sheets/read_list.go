package sheets

import (
	"strings"

	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

// mostListRows is how many rows a list form may have. A document register of a province has some thousands.
const mostListRows = 10_000

var (
	listNoHeader = lang.Format{
		Vi: "Trang “%s” là bảng kê “%s” nhưng không có dòng tiêu đề cột nên không dòng nào được dùng; hãy ghi vào bảng kê của biểu mẫu đã gửi",
		En: "Sheet “%s” is the list “%s” but has no row of titles, so that none of its rows is used; fill in the list of the form that was sent",
	}
	listTwoSheets = lang.Format{
		Vi: "Hai trang “%s” và “%s” cùng là bảng kê “%s” và cùng có dòng; không dòng nào được dùng, hãy giữ một trang rồi gửi lại",
		En: "The sheets “%s” and “%s” are both the list “%s” and both hold rows; none is used: keep one sheet and send the file again",
	}
	listTooLong = lang.Format{
		Vi: "Bảng kê “%s” có hơn %d dòng nên không được dùng; hãy xóa các dòng không thuộc bảng kê rồi gửi lại",
		En: "The list “%s” has more than %d rows and is not used; delete the rows that do not belong to it and send the file again",
	}
	listUnasked = lang.Format{
		Vi: "Bảng kê “%s” có %d dòng, nhưng bảng này do %s lập nên các dòng không được cộng",
		En: "The list “%s” has %d rows, but it is kept by %s, so that the rows are not counted",
	}
	keptBelow    = lang.Format{Vi: "các đơn vị bên dưới", En: "the units below"}
	keptProvince = lang.Format{Vi: "cấp tỉnh", En: "the province"}
	moveListRow  = lang.Format{Vi: "Nếu các dòng chưa có ở đơn vị lập bảng kê thì chuyển sang đó.", En: "Move the rows there if the unit that keeps the list lacks them."}

	listHiddenUnused = lang.Format{
		Vi: "Trang ẩn “%s” cũng là bảng kê “%s” và có dòng; chỉ dùng trang đang hiện",
		En: "The hidden sheet “%s” is the list “%s” too and holds rows; only the visible sheet is used",
	}
	listHiddenUsed = lang.Format{Vi: "Bảng kê “%s” nằm ở trang ẩn “%s”; các dòng vẫn được dùng", En: "The list “%s” is on the hidden sheet “%s”; its rows are used"}
)

// ListRows is what a unit wrote into a list form.
type ListRows struct {
	// Present tells a list whose columns were found. Without rows it says that there is none; a list that is not present is missing.
	Present bool

	// Partial tells that something was left out that may be a row, below the signature or without an obligatory cell.
	Partial bool

	Sheet uint16 // index into File.Sheets
	Rows  []ListRow
}

// ListRow is a row of a list form in which something stands.
type ListRow struct {
	Row   uint32  // from 1
	Cells []Value // by the place of the column in List.Columns; Absent where the sheet lacks the column
}

// listForm is a list as reading knows it.
type listForm struct {
	*List
	figures []*Indicator // the columns, for the reader of cells
	byKey   map[string]int
	byTitle map[string]int // -1 where two columns share a title
}

// newListForm prepares the tables in which the columns of a list are looked up. To the reader of cells a column is a figure.
func (r *reader) newListForm(list *List) *listForm {
	f := &listForm{List: list, byKey: make(map[string]int), byTitle: make(map[string]int)}
	for i := range list.Columns {
		column := &list.Columns[i]
		ind := &Indicator{Code: list.code(i), Name: column.Title + " (" + list.Name + ")", Kind: column.Kind, Options: column.Options, Slot: -1}
		r.options[ind] = column.Options
		f.figures = append(f.figures, ind)
		for _, key := range []string{vntext.Fold(column.Key), foldWord(column.Key)} { // chuc_vu, and typed as chức vụ
			f.byKey[key] = i
		}
		name := title(column.Title).folded
		if _, twice := f.byTitle[name]; twice {
			i = -1
		}
		f.byTitle[name] = i
	}
	delete(f.byTitle, "")
	return f
}

// code names a column in findings as the sheet Lựa chọn does: ds_bch.chuc_vu.
func (l *List) code(i int) Code { return Code(l.Name + "." + l.Columns[i].Key) }

// indexLists prepares the lists of the catalogue, and the names and titles by which their sheets are known.
func (r *reader) indexLists() {
	r.listSheets = make(map[string]*listForm)
	r.firstKeys = make(map[string][]*listForm)
	for i, name := range sheetNames(r.c.Lists) {
		f := r.newListForm(r.c.Lists[i])
		r.lists = append(r.lists, f)
		for _, known := range []string{name, f.Name, listTitle + f.Title(), listTitle + f.Name} {
			if _, taken := r.listSheets[wordsKey(known)]; !taken {
				r.listSheets[wordsKey(known)] = f
			}
		}
		if len(f.Columns) > 0 {
			r.firstKeys[f.Columns[0].Key] = append(r.firstKeys[f.Columns[0].Key], f)
		}
	}
}

// markLists finds the sheets that are list forms: by their name, by their title, by the row of keys.
func (r *reader) markLists(tabs []tab, keep keeper) {
	for i := range tabs {
		t := &tabs[i]
		if t.list = r.listSheets[remembered(keep.words, t.name, wordsKey)]; t.list != nil || len(t.cells) == 0 {
			continue
		}
		first := t.cells[0]
		if t.list = r.listSheets[remembered(keep.words, first.Text, wordsKey)]; t.list == nil {
			t.list = r.listOfKeys(t, keep)
		}
		t.listed = t.list != nil || first.Kind == xlsx.Text && strings.HasPrefix(vntext.Fold(first.Text), foldedListTitle)
	}
}

// listOfKeys finds the list whose keys stand in a row of the sheet.
func (r *reader) listOfKeys(t *tab, keep keeper) *listForm {
	for _, c := range t.cells {
		if c.Row > headerRows {
			break
		}
		for _, f := range r.firstKeys[c.Text] {
			if found, _ := f.named(t.row(c.Row), keep); len(f.Columns) > 1 && len(found) == len(f.Columns) {
				return f
			}
		}
	}
	return nil
}

// readLists reads the list forms of a workbook, by List.Index.
func (r *reader) readLists(o *outcome, tabs []tab, keep keeper) []ListRows {
	if len(r.lists) == 0 {
		return nil
	}
	readers := make([]*listReader, len(r.lists))
	for _, hidden := range []bool{false, true} {
		for i := range tabs {
			if t := &tabs[i]; t.list != nil && t.hidden == hidden {
				next := r.readList(o.file, t, keep)
				readers[t.list.Index] = o.either(readers[t.list.Index], next)
			}
		}
	}
	lists := make([]ListRows, len(r.lists))
	for i, s := range readers {
		if s == nil {
			continue
		}
		o.findings = append(o.findings, s.all()...)
		s.rows.Partial = s.counted["outside"] != nil && !s.refused
		if lists[i] = s.rows; len(s.rows.Rows) > 0 && !r.expect.GivesList(o.submission.Unit, s.form.List) {
			by := keptBelow
			if s.form.provinceOnly() {
				by = keptProvince
			}
			f := noticed(listNotAsked, s.pos(0, 0), listUnasked.With(s.form.Name, len(s.rows.Rows), by))
			f.Hint = moveListRow.With()
			o.findings = append(o.findings, f)
		}
	}
	return lists
}

// either chooses between two sheets that are the same list. The one with rows counts; where both have some neither does, unless the second is
// hidden.
func (o *outcome) either(first, second *listReader) *listReader {
	hidden := second.tab.hidden && len(second.rows.Rows) > 0
	switch {
	case first == nil && hidden:
		second.note(noticed(fileHiddenSheet, second.pos(0, 0), listHiddenUsed.With(second.form.Name, second.tab.name)))
		return second
	case first == nil, len(first.rows.Rows) == 0 && !hidden:
		return second
	case len(second.rows.Rows) == 0:
	case hidden:
		first.note(noticed(fileHiddenSheet, second.pos(0, 0), listHiddenUnused.With(second.tab.name, first.form.Name)))
	default:
		f := noticed(listUnreadable, second.pos(0, 0), listTwoSheets.With(first.tab.name, second.tab.name, first.form.Name))
		first.findings, first.rows = []Finding{f}, ListRows{}
		first.refused = true
	}
	return first
}

// at gives an element, its zero value behind the end.
func at[T any](items []T, i int) T {
	var none T
	if i < len(items) {
		return items[i]
	}
	return none
}

// tooLong ends the reading of a list.
func (s *listReader) tooLong() {
	f := noticed(listUnreadable, s.pos(0, 0), listTooLong.With(s.form.Name, mostListRows))
	s.findings, s.rows, s.refused = []Finding{f}, ListRows{}, true
}
