package sheets

import (
	"slices"
	"strings"
	"time"

	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

// AskedForm is a form in which the level above asks this office for its figures: its rows by their codes, and its lists. It is filled in and given back
// otherwise as it is, with its unit, its period and what somebody has typed already.
type AskedForm struct {
	Name string // for messages

	// UnitCode and UnitName are what the form says of whom it asks, "" where it says nothing. Unit is the unit of the workspace that bears that code and
	// that name, or the name alone; nil where there is none.
	UnitCode, UnitName string
	Unit               *Unit

	Rows  []*AskedRow
	Lists []*AskedList

	data   []byte
	reader *reader
	keep   keeper
	date   *Pos // the empty cell for the date of the report
}

// AskedRow is a row that asks for a figure.
type AskedRow struct {
	Code      string
	Label     string
	Indicator *Indicator // nil for a code that the workspace does not have
	Pos       Pos        // the cell for the value

	// Typed is what stands in the cell already, as it reads. The zero Value (Absent) where the figure is none that is typed.
	Typed Value

	place  place
	ours   bool   // what is typed was put by the program, and nobody has changed it since
	note   Pos    // the cell for the note; the zero Pos where the table has none
	before string // what stands in it
	noted  string // of that what people wrote
	unsure lang.Message
	put    *xlsx.Cell // what goes into the cell
	value  Value
	remark string
}

// AskedList is a list form of the workbook that the workspace has too.
type AskedList struct {
	List  *List
	Sheet string

	form  *listForm
	cols  listColumns
	typed ListRows // what stands in it
	ours  bool     // the program put it there, and nobody has changed it since
	rows  [][]xlsx.Cell
	put   ListRows
	drop  bool
}

var (
	askedUnreadable = lang.Format{Vi: "không đọc được biểu mẫu %s: %s. Hãy dùng tệp .xlsx mà cấp trên đã gửi.", En: "the form %s cannot be read: %s. Use the .xlsx file that the level above sent."}
	askedNoRows     = lang.Format{
		Vi: "%s không có bảng với cột “Mã” và cột “Số liệu”. Hãy dùng tệp biểu mẫu mà cấp trên đã gửi.",
		En: "%s has no table with the columns “Mã” and “Số liệu”. Use the form that the level above sent.",
	}
	askedOtherPeriod = lang.Format{
		Vi: "%s: %s. Chọn đúng kỳ bằng --period, hoặc ghi kỳ ấy vào trang Kỳ của danh mục.",
		En: "%s: %s. Choose the period with --period, or add it to the sheet Kỳ of the catalogue.",
	}
	askedNoPeriod = lang.Format{
		Vi: "%s không ghi kỳ báo cáo có trong danh mục. Hãy ghi mã hoặc tên kỳ vào dòng “Kỳ báo cáo” của biểu mẫu.",
		En: "%s states no period of the catalogue. Write its code or name into the row “Kỳ báo cáo” of the form.",
	}
)

// OpenAsked opens a form that is to be filled in for a period. The error, a lang.Message, says why it cannot be.
func OpenAsked(name string, data []byte, c *Catalogue, p *Period) (*AskedForm, error) {
	tabs, err := openTabs(data)
	if err != nil {
		return nil, askedUnreadable.With(name, lang.Cause(err))
	}
	f := &AskedForm{Name: name, data: data, reader: newReader(nil, c, p), keep: newKeeper(smallNumbers())}
	f.reader.markLists(tabs, f.keep)
	file := &File{Path: name}
	for i := range tabs {
		t := &tabs[i]
		file.Sheets = append(file.Sheets, t.name)
		switch {
		case t.hidden || t.name == marksSheet || t.name == originSheet:
		case t.list != nil:
			f.addList(file, t)
		case len(f.Rows) == 0:
			if err := f.addRows(file, t, marksOf(tabs)); err != nil {
				return nil, err
			}
		}
	}
	if len(f.Rows) == 0 {
		return nil, askedNoRows.With(name)
	}
	if o, _ := originIn(tabs); o != nil && foldUnit(o.Unit) == foldUnit(UnitCode(f.UnitCode)) {
		f.filledBefore(o)
	}
	return f, nil
}

// filledBefore finds what the program itself put into the form when it was filled in before: that is put anew.
func (f *AskedForm) filledBefore(o *Origin) {
	for _, a := range f.Rows {
		signed, ok := o.Figure(Code(a.Code))
		if !ok || signed.Value == "" || signed.Value != a.Typed.signature() {
			continue
		}
		a.ours = true
		if a.noted = strings.TrimSuffix(a.before, "; "+signed.Remark); a.before == signed.Remark {
			a.noted = ""
		}
	}
	for _, l := range f.Lists {
		signed, ok := o.List(l.List.Name)
		l.ours = ok && signed.Rows == l.typed.signature()
	}
}

// Kept reports whether somebody has typed something into the row, which stays.
func (a *AskedRow) Kept() bool { return a.Typed.State != Blank && !a.ours }

// addRows takes the rows of the first sheet that has a table of figures.
func (f *AskedForm) addRows(file *File, t *tab, hidden marks) error {
	s := f.reader.newTableReader(file, t, f.keep)
	s.each(func(row []xlsx.Cell) { f.addRow(s, row) })
	if len(f.Rows) == 0 {
		return nil
	}
	f.whose(t, s.table.header, hidden)
	f.findDate(t, s.table.header)
	says := f.reader.all.periodOf(file, hidden, t, s.table.header, f.keep)
	switch {
	case says.reject != nil:
		return askedOtherPeriod.With(f.Name, says.reject.Message)
	case says.reader == nil, says.warn != nil:
		return askedNoPeriod.With(f.Name)
	case says.reader.period != f.reader.period:
		return askedOtherPeriod.With(f.Name, otherPeriod.With(says.reader.period.title(), hiddenMark.With(), f.reader.period.title()))
	}
	return nil
}

// addRow takes a row that has a code, or the label of a figure.
func (f *AskedForm) addRow(s *tableReader, row []xlsx.Cell) {
	m := s.match(row)
	ind := m.figure()
	if m.byCode != nil {
		ind = m.byCode // a figure that is worked out has no cell of its own to fill in, and is named
	}
	code := string(codeIn(m.code))
	if ind == nil && (code == "" || isSumLabel(labelOf(m.label))) {
		return
	}
	cell, money := s.valueCell(row, ind != nil)
	a := &AskedRow{Code: code, Label: labelOf(m.label), Indicator: ind, Pos: s.table.tab.pos(s.file, cell.Row, cell.Col)}
	if ind != nil {
		a.Code = string(ind.Code)
		a.place = place{file: s.file, tab: s.table.tab, cell: cell, ind: ind}
		a.place.measure = s.measure(row, ind, money)
	}
	if s.cols.note > 0 {
		a.note, a.before = s.table.tab.pos(s.file, cell.Row, s.cols.note), cellAt(row, s.cols.note).Text
		a.noted = a.before
	}
	if ind != nil && ind.Slot >= 0 {
		a.Typed, _ = f.reader.value(a.place, f.keep)
	}
	_, merged := s.table.tab.mergedOver(cell.Row, cell.Col)
	switch {
	case m.disagrees():
		a.unsure = codeAgainstLabel.With(string(m.byCode.Code), m.byLabel.Name, string(m.byLabel.Code))
	case merged || len(s.cols.values) > 1:
		a.unsure = askedWhere.With()
	case slices.ContainsFunc(f.Rows, func(other *AskedRow) bool { return ind != nil && other.Indicator == ind }):
		a.unsure = askedTwice.With()
	}
	f.Rows = append(f.Rows, a)
}

// whose finds the unit that the form asks. A code counts only together with the name: the code of the level above may be another unit's here.
func (f *AskedForm) whose(t *tab, above int, hidden marks) {
	f.UnitCode = hidden[keyUnit]
	if s, ok := statement(t, above, unitCodeLabels, f.keep); ok && f.UnitCode == "" {
		f.UnitCode = s.text
	}
	if s, ok := statement(t, above, unitLabels, f.keep); ok {
		f.UnitName = s.text
	}
	var named []*Unit
	if f.UnitName != "" {
		named = f.reader.unitsNamed(f.UnitName)
	}
	coded := f.reader.c.Units.Coded(UnitCode(f.UnitCode), f.reader.period)
	both := slices.DeleteFunc(slices.Clone(coded), func(u *Unit) bool { return f.UnitName != "" && !slices.Contains(named, u) })
	switch {
	case len(both) == 1:
		f.Unit = both[0]
	case len(coded) == 0 && len(named) == 1:
		f.Unit = named[0]
	}
}

// findDate looks for the empty cell beside the label of the date.
func (f *AskedForm) findDate(t *tab, above int) {
	for row := range t.rows() {
		if row[0].Row < above && row[0].Col == 1 && vntext.Fold(row[0].Text) == vntext.Fold(labelDate) && empty(cellAt(row, colName)) {
			pos := t.pos(&File{Path: f.Name}, row[0].Row, colName)
			f.date = &pos
		}
	}
}

// addList takes a list form. One without a header cannot be written into, and says nothing to its reader.
func (f *AskedForm) addList(file *File, t *tab) {
	s := f.reader.readList(file, t, f.keep)
	if s.cols.header == 0 || slices.ContainsFunc(f.Lists, func(l *AskedList) bool { return l.List == t.list.List }) {
		return
	}
	f.Lists = append(f.Lists, &AskedList{List: t.list.List, Sheet: t.name, form: t.list, cols: s.cols, typed: s.rows})
}

// Period is the period that the form is filled in for.
func (f *AskedForm) Period() *Period { return f.reader.period }

// Dated reports whether the form has a cell for the date of the report, and nothing in it yet.
func (f *AskedForm) Dated() bool { return f.date != nil }

// excelDate is a day as a number cell.
func excelDate(day time.Time) xlsx.Cell {
	return xlsx.Cell{Kind: xlsx.Number, Text: decimalOf(int64(excelDay(day)))}
}
