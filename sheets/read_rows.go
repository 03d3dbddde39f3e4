package sheets

import (
	"math/big"
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
		Vi: "Một dòng có hai ô số liệu (%s và %s), không rõ ô nào là số báo cáo; hãy chỉ giữ một cột “Số liệu”",
		En: "A row has two cells of figures (%s and %s), so that it is not clear which is reported; keep one column “Số liệu”",
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

// entry is a row of a table that was matched with a figure.
type entry struct {
	ind      *Indicator
	value    Value
	hidden   bool
	findings []Finding
}

// table is what the tables of one sheet say.
type table struct {
	tab      *tab
	header   int // the first row of the first header
	entries  []entry
	bySlot   map[int]int // index into entries
	findings []Finding   // about double rows
	strange  []strange   // rows with a value that no figure has asked for
	byCode   int         // entries that were recognised by their code
	columns  *Finding    // two columns of values that disagree: the table is not used
}

// strange is a row with a value and without a figure of the catalogue.
type strange struct {
	place
	code, label string
}

// filled counts the rows in which something stands.
func (t *table) filled() int {
	n := 0
	for _, e := range t.entries {
		if e.value.State != Blank {
			n++
		}
	}
	return n
}

// readTable reads the tables of figures of a sheet. A sheet without a header gives none.
func (r *reader) readTable(file *File, t *tab, keep keeper) *table {
	found := &table{tab: t, bySlot: make(map[int]int)}
	var cols columns
	general := ""
	for row := range t.rows() {
		if next, ok := r.headerAt(t, row, keep); ok {
			if found.header == 0 {
				found.header = row[0].Row
				if s, ok := statement(t, found.header, moneyLabels, keep); ok {
					general = s.text
				}
			}
			cols = next
			continue
		}
		if found.header == 0 || row[0].Row <= cols.header || row[0].Row <= cols.header+2 && numbersColumns(row) {
			continue
		}
		r.readRow(found, file, row, cols, general, keep)
	}
	if found.header == 0 {
		return nil
	}
	return found
}

// readRow matches a row with a figure, by its code and then by its label, and reads its value.
func (r *reader) readRow(found *table, file *File, row []xlsx.Cell, cols columns, general string, keep keeper) {
	code, label := "", ""
	var ind, byOther *Indicator
	if cols.code > 0 {
		code = cellAt(row, cols.code).Text
		ind = remembered(keep.codes, code, func(code string) *Indicator { return r.c.Indicator(Code(vntext.Clean(code))) })
	}
	if cols.name > 0 {
		label = cellAt(row, cols.name).Text
		byOther = remembered(keep.labels, label, func(label string) *Indicator { return r.byLabel[vntext.Fold(labelOf(label))] })
	}
	p := place{file: file, tab: found.tab}
	var money string
	p.cell, money = r.valueCell(found, file, row, cols)
	p.cell.Row = row[0].Row
	switch {
	case ind != nil && ind.Slot < 0, ind == nil && byOther == nil:
		if p.ind = ind; !empty(p.cell) {
			found.strange = append(found.strange, strange{p, code, label})
		}
		return
	}
	e := entry{ind: ind}
	if ind == nil {
		e.ind = byOther
	} else {
		found.byCode++
	}
	p.ind = e.ind
	p.measure = measureAt(row, p.ind, cols, money, general)
	e.hidden = p.cell.Hidden
	switch {
	case ind != nil && byOther != nil && byOther != ind && !empty(p.cell):
		e.value = unreadableAt(p, keep)
		f := p.finding(rowMismatch, codeAgainstLabel.With(string(ind.Code), byOther.Name, string(byOther.Code)))
		f.Hint = correctIt.With(xlsx.Ref(row[0].Row, cols.code))
		e.findings = []Finding{f}
	default:
		e.value, e.findings = r.value(p, keep)
		if merged, ok := p.tab.mergedOver(p.cell.Row, p.cell.Col); ok && !empty(p.cell) && r.coversAnother(p.tab, merged, cols, row) {
			e.value = unreadableAt(p, keep)
			e.findings = []Finding{p.finding(cellMerged, mergedCell.With(merged.String()))}
		}
	}
	if ind == nil && !empty(p.cell) {
		message := byLabel.With(string(e.ind.Code))
		if !blankText(code) {
			message = byLabelWrongCode.With(string(e.ind.Code), shorten(code))
		}
		e.findings = append(e.findings, p.finding(rowByLabel, message))
	}
	found.add(e, p)
}

// unreadableAt is the value of a cell that holds something and is not used.
func unreadableAt(p place, keep keeper) Value {
	return Value{
		State: Unreadable, Sheet: uint16(p.tab.index), Row: uint32(p.cell.Row), Col: uint16(p.cell.Col), Raw: keep.text(p.cell.Text),
	}
}

// valueCell finds the cell of the value. Where a table has several columns of values, the one that holds something counts; two that hold
// different things make the table a question.
func (r *reader) valueCell(found *table, file *File, row []xlsx.Cell, cols columns) (c xlsx.Cell, money string) {
	chosen := 0
	c = cellAt(row, cols.values[0])
	for i, col := range cols.values[1:] {
		other := cellAt(row, col)
		switch {
		case empty(other):
		case empty(c):
			c, chosen = other, i+1
		case found.columns == nil:
			first, second := found.tab.pos(file, row[0].Row, c.Col), found.tab.pos(file, row[0].Row, col)
			f := noticed(fileTwoTables, first, twoColumns.With(first.Cell(), second.Cell()))
			found.columns = &f
		}
	}
	return c, cols.money[chosen]
}

func (t *tab) pos(file *File, row, col int) Pos { return Pos{file.Path, t.name, row, col} }

// measureAt is the unit of measure of a row. For money, where the row gives none, it is that of the column of values or
// that of the whole table.
func measureAt(row []xlsx.Cell, ind *Indicator, cols columns, money, general string) string {
	measure := ""
	if cols.measure > 0 {
		measure = vntext.Clean(cellAt(row, cols.measure).Text)
	}
	for _, other := range []string{money, general} {
		if _, ok := figure.MoneyScale(other); ok && measure == "" && ind.Kind == Money {
			measure = other
		}
	}
	return measure
}

// coversAnother reports whether a merged value cell reaches into the row of another figure.
func (r *reader) coversAnother(t *tab, merged xlsx.Range, cols columns, row []xlsx.Cell) bool {
	for below := row[0].Row + 1; below <= min(merged.LastRow, row[0].Row+100); below++ {
		cells := t.row(below)
		if cols.code > 0 && r.c.Indicator(Code(vntext.Clean(cellAt(cells, cols.code).Text))) != nil {
			return true
		}
		if cols.name > 0 && r.byLabel[vntext.Fold(labelOf(cellAt(cells, cols.name).Text))] != nil {
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

// unmatched says what a row holds that no figure of the catalogue has asked for. Group rows and sums without code are passed over.
func (r *reader) unmatched(s strange) (Finding, bool) {
	value := shorten(s.cell.Text)
	if s.ind != nil {
		return s.finding(rowOutside, computedRow.With(value)), true
	}
	code, label := vntext.Clean(s.code), labelOf(s.label)
	var f Finding
	var suggestion any = ""
	switch {
	case code != "":
		near := vntext.Nearest(code, r.codes, 1)
		if len(near) > 0 {
			suggestion = nearestCode.With(near[0])
		}
		f = noticed(rowUnknown, s.pos(), unknownCode.With(shorten(code), value, suggestion))
		f.Suggest = strings.Join(near, "")
	case label == "" || isSumLabel(label):
		return Finding{}, false
	default:
		near := vntext.Nearest(label, r.labels, 1)
		if len(near) > 0 {
			suggestion = nearestCode.With(string(r.byLabel[vntext.Fold(near[0])].Code))
		}
		f = noticed(rowOutside, s.pos(), outsideForm.With(shorten(label), value, suggestion))
	}
	f.Raw = s.cell.Text
	return f, true
}

// isSumLabel knows the rows in which a table is added up; their numbers are the office's to work out.
func isSumLabel(label string) bool {
	folded := vntext.Fold(label)
	for _, start := range []string{"tong", "cong"} {
		if folded == start || strings.HasPrefix(folded, start+" ") {
			return true
		}
	}
	return false
}

// add puts an entry into the table. A figure that has two rows is used where both say the same, and where only one says
// something.
func (t *table) add(e entry, p place) {
	at, twice := t.bySlot[e.ind.Slot]
	if !twice {
		t.bySlot[e.ind.Slot] = len(t.entries)
		t.entries = append(t.entries, e)
		return
	}
	first := &t.entries[at]
	switch {
	case e.value.State == Blank:
		return
	case first.value.State == Blank:
		*first = e
		return
	}
	firstCell := xlsx.Ref(int(first.value.Row), int(first.value.Col))
	if sameAnswer(first.value, e.value) {
		f := p.finding(rowTwice, sameRowTwice.With(string(e.ind.Code), firstCell))
		f.Severity, f.Hint = figure.Note, deleteRow.With()
		t.findings = append(t.findings, f)
		return
	}
	f := p.finding(rowTwice, otherRowTwice.With(string(e.ind.Code), first.value.Raw, firstCell, e.value.Raw, p.pos().Cell()))
	f.Hint = deleteRow.With()
	first.value.State, first.value.Rat, first.value.Rat2, first.value.Text = Unreadable, nil, nil, ""
	first.findings = []Finding{f}
}

// sameAnswer reports whether two values say the same, whatever the spelling. A blank cell and a row that is not there both say
// nothing.
func sameAnswer(a, b Value) bool {
	if a.State <= Blank && b.State <= Blank {
		return true
	}
	if a.State != b.State {
		return false
	}
	if a.State == Unreadable {
		return a.Raw == b.Raw
	}
	return a.Yes == b.Yes && a.Text == b.Text && sameNumber(a.Rat, b.Rat) && sameNumber(a.Rat2, b.Rat2)
}

func sameNumber(a, b *big.Rat) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Cmp(b) == 0
}
