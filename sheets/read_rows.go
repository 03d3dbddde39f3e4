package sheets

import (
	"strings"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

var (
	unknownCode = lang.Format{
		Vi: "Mã “%s” không có trong danh mục nên số “%s” của dòng không được dùng%s",
		En: "Code “%s” is not in the catalogue and the number “%s” of its row is not used%s",
	}
	nearestCode = lang.Format{Vi: "; có phải mã “%s”?", En: "; is it “%s”?"}
	byLabel     = lang.Format{
		Vi: "dòng không có mã, được nhận theo nội dung; hãy ghi lại mã %s",
		En: "the row has no code and is recognised by its label; write the code %s again",
	}
	byLabelWrongCode = lang.Format{
		Vi: "dòng có mã lạ “%[2]s”, được nhận theo nội dung; hãy ghi lại mã %[1]s",
		En: "the row has the unknown code “%[2]s” and is recognised by its label; write the code %[1]s again",
	}
	codeAgainstLabel = lang.Format{
		Vi: "mã là %s nhưng nội dung là của “%s” (mã %s) nên không rõ số này là của dòng nào",
		En: "the code is %s but the label is that of “%s” (code %s), so that it is not clear whose the number is",
	}
	twoColumns = lang.Format{
		Vi: "Bảng có hai cột số liệu cùng có số (ô %s và ô %s), không rõ cột nào là số báo cáo; hãy chỉ giữ một cột “Số liệu”",
		En: "The table has two columns that hold figures (cells %s and %s), so that it is not clear which is reported; keep one column “Số liệu”",
	}
	outsideForm  = lang.Format{Vi: "Dòng “%s” không có mã nên số “%s” không được dùng%s", En: "The row “%s” has no code and its number “%s” is not used%s"}
	computedRow  = lang.Format{Vi: "là số liệu được tính ra, không nhập; số “%s” không được dùng", En: "is worked out and not typed; the number “%s” is not used"}
	mergedCell   = lang.Format{Vi: "ô gộp %s trải qua nhiều dòng nên không rõ số là của dòng nào", En: "the merged cell %s covers several rows, so that it is not clear whose the number is"}
	sameRowTwice = lang.Format{
		Vi: "mã %s còn ở ô %s với cùng nội dung; số liệu được dùng một lần",
		En: "code %s stands at cell %s too with the same value, which is used once",
	}
	otherRowTwice = lang.Format{
		Vi: "mã %s có hai số khác nhau: “%s” ở ô %s và “%s” ở ô %s; không dùng số nào",
		En: "code %s has two values: “%s” at cell %s and “%s” at cell %s; neither is used",
	}
	deleteRow = lang.Format{Vi: "Xóa dòng thừa, giữ một dòng cho mỗi mã.", En: "Delete the row that is too many, keep one row for each code."}
)

// tableReader reads the rows of a table.
type tableReader struct {
	*reader
	file    *File
	keep    keeper
	table   *table
	cols    columns
	used    int    // the column of values in which something stands
	general string // the unit of measure that stands above the table
}

// matched says which figure a row is about, by its code and by its label.
type matched struct {
	code, label     string
	byCode, byLabel *Indicator
}

// figure is the figure of the row, nil where there is none that units give.
func (m matched) figure() *Indicator {
	switch {
	case m.byCode == nil:
		return m.byLabel
	case m.byCode.Slot < 0:
		return nil
	}
	return m.byCode
}

// disagrees reports whether the code is of one figure and the label of another.
func (m matched) disagrees() bool {
	return m.byCode != nil && m.byLabel != nil && m.byCode != m.byLabel
}

// match finds the figure of a row.
func (s *tableReader) match(row []xlsx.Cell) matched {
	var m matched
	if s.cols.code > 0 {
		m.code = cellAt(row, s.cols.code).Text
		m.byCode = remembered(s.keep.codes, m.code, func(code string) *Indicator { return s.c.Indicator(codeIn(code)) })
	}
	if s.cols.name > 0 {
		m.label = cellAt(row, s.cols.name).Text
		m.byLabel = remembered(s.keep.labels, m.label, func(label string) *Indicator { return s.byLabel[labelKey(label)] })
	}
	return m
}

// row reads a row below the header.
func (s *tableReader) row(row []xlsx.Cell) {
	m := s.match(row)
	p := place{file: s.file, tab: s.table.tab, ind: m.figure()}
	var money string
	p.cell, money = s.valueCell(row, p.ind != nil)
	if p.ind == nil {
		if p.ind = m.byCode; !empty(p.cell) {
			s.table.strange = append(s.table.strange, strange{p, m.code, m.label, row})
		}
		return
	}
	if m.byCode != nil {
		s.table.byCode++
	}
	p.measure = s.measure(row, p.ind, money)
	e := s.entry(p, m, row)
	s.table.add(e, p)
	s.lookAside(row, p)
	if p.cell.External && e.value.State == Given {
		s.table.linked.add(p, p.ind.Name)
	}
	if e.value.State == Blank {
		s.lookAtNote(row, p)
	}
}

// entry reads the value of a row, unless something about the row makes it unclear whose it is.
func (s *tableReader) entry(p place, m matched, row []xlsx.Cell) entry {
	e := entry{ind: p.ind, hidden: p.cell.Hidden}
	if empty(p.cell) {
		e.value, e.findings = s.value(p, s.keep)
		return e
	}
	merged, over := s.table.tab.mergedOver(p.cell.Row, p.cell.Col)
	switch {
	case m.disagrees():
		f := p.finding(rowMismatch, codeAgainstLabel.With(string(m.byCode.Code), m.byLabel.Name, string(m.byLabel.Code)))
		f.Hint = correctIt.With(cellRef(p.cell.Row, s.cols.code))
		e.value, e.findings = s.unclear(p), []Finding{f}
	case over && s.coversAnother(merged, row):
		e.value, e.findings = s.unclear(p), []Finding{p.finding(cellMerged, mergedCell.With(merged.String()))}
	default:
		e.value, e.findings = s.value(p, s.keep)
	}
	if m.byCode == nil {
		message := byLabel.With(string(p.ind.Code))
		if !blankText(m.code) {
			message = byLabelWrongCode.With(string(p.ind.Code), shorten(m.code))
		}
		e.findings = append(e.findings, p.finding(rowByLabel, message))
	}
	return e
}

// unclear is the value of a cell that holds something and is not used.
func (s *tableReader) unclear(p place) Value {
	return Value{
		State: Unreadable, Sheet: uint16(p.tab.index), Row: uint32(p.cell.Row), Col: uint16(p.cell.Col), Raw: s.keep.text(p.cell.Text),
	}
}

// valueCell finds the cell of the value, and the unit of measure in the title of its column. Where a table has several columns of values
// the one that holds something counts; where two of them do, in rows of figures, the table is a question.
func (s *tableReader) valueCell(row []xlsx.Cell, asked bool) (c xlsx.Cell, money string) {
	c, money = cellAt(row, s.cols.values[0]), s.cols.money[0]
	for i, col := range s.cols.values {
		other := cellAt(row, col)
		if empty(other) {
			continue
		}
		if s.used == 0 && asked {
			s.used = col
		}
		if col == s.used || !asked {
			c, money = other, s.cols.money[i]
		} else if s.table.columns == nil {
			first, second := s.table.tab.pos(s.file, row[0].Row, s.used), s.table.tab.pos(s.file, row[0].Row, col)
			f := noticed(fileTwoTables, first, twoColumns.With(first.Cell(), second.Cell()))
			s.table.columns = &f
		}
	}
	c.Row = row[0].Row
	return c, money
}

func (t *tab) pos(file *File, row, col int) Pos { return Pos{file.Path, t.name, row, col} }

// measure is the unit of measure of a row. For money, where the row gives none, it is that of the column of values or that of the
// whole table.
func (s *tableReader) measure(row []xlsx.Cell, ind *Indicator, money string) string {
	measure := ""
	if s.cols.measure > 0 {
		measure = vntext.Clean(cellAt(row, s.cols.measure).Text)
	}
	for _, other := range []string{money, s.general} {
		if _, ok := figure.MoneyScale(other); ok && measure == "" && ind.Kind == Money {
			measure = other
		}
	}
	return measure
}

// coversAnother reports whether a merged value cell reaches into the row of another figure.
func (s *tableReader) coversAnother(merged xlsx.Range, row []xlsx.Cell) bool {
	for below := row[0].Row + 1; below <= min(merged.LastRow, row[0].Row+100); below++ {
		if s.match(s.table.tab.row(below)).figure() != nil {
			return true
		}
	}
	return false
}

// labelOf is the name of a figure in the column Nội dung: its first line, without the star of what is obligatory. The definition
// stands on the lines below.
func labelOf(text string) string {
	first, _, _ := strings.Cut(text, "\n")
	return strings.TrimRight(vntext.Clean(first), " *:")
}

// labelKey is what labels are compared by. Spaces do not count, because copies from PDF files have them within words.
func labelKey(text string) string {
	return strings.ReplaceAll(vntext.Fold(labelOf(text)), " ", "")
}

// codeIn is the code in a cell. No code has a space.
func codeIn(text string) Code {
	return Code(strings.ReplaceAll(vntext.Clean(text), " ", ""))
}

// unmatched says what a row with a code or a label holds that no figure of the catalogue has asked for.
func (r *reader) unmatched(s strange) Finding {
	value := shorten(s.cell.Text)
	if s.ind != nil {
		f := s.finding(rowOutside, computedRow.With(value))
		if _, _, ok := resultIn(s.cell); ok { // it is compared with what follows from the form
			f.Severity = figure.Note
		}
		return f
	}
	code, label := vntext.Clean(s.code), labelOf(s.label)
	var f Finding
	var suggestion any = ""
	if code != "" {
		near := vntext.Nearest(code, r.codes, 1)
		if len(near) > 0 {
			suggestion = nearestCode.With(near[0])
		}
		f = noticed(rowUnknown, s.pos(), unknownCode.With(shorten(code), value, suggestion))
		f.Suggest = strings.Join(near, "")
	} else {
		near := vntext.Nearest(label, r.labels, 1)
		if len(near) > 0 {
			suggestion = nearestCode.With(string(r.byLabel[labelKey(near[0])].Code))
		}
		f = noticed(rowOutside, s.pos(), outsideForm.With(shorten(label), value, suggestion))
	}
	f.Raw, f.Hint = s.cell.Text, moveToRow.With()
	return f
}

// isSumLabel knows the rows in which a table is added up; their numbers are the office's to work out.
func isSumLabel(label string) bool {
	folded := vntext.Fold(label)
	for _, start := range []string{"tong cong", "cong nhom", "tong nhom", "cong muc", "tong muc", "cong phan", "tong phan"} {
		if strings.HasPrefix(folded, start) {
			return true
		}
	}
	return folded == "tong" || folded == "cong" || folded == "tong so"
}
