package sheets

import (
	"math/big"

	"tonghop/figure"
	"tonghop/sheets/xlsx"
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
	aside    loose       // numbers to the right of the table
	noted    loose       // numbers in the column Ghi chú beside a blank
	linked   loose       // values that formulas take from another workbook
	byCode   int         // entries that were recognised by their code
	columns  *Finding    // two columns of values: the table is not used
}

// strange is a row with a value and without a figure of the catalogue.
type strange struct {
	place
	code, label string
	row         []xlsx.Cell
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

// readTable reads the tables of figures of a sheet. A sheet without a header gives none. A header that comes again, on the next
// page, may have its columns elsewhere.
func (r *reader) readTable(file *File, t *tab, keep keeper) *table {
	s := r.newTableReader(file, t, keep)
	s.each(s.row)
	if s.table.header == 0 {
		return nil
	}
	return s.table
}

func (r *reader) newTableReader(file *File, t *tab, keep keeper) *tableReader {
	return &tableReader{reader: r, file: file, keep: keep, table: &table{tab: t, bySlot: make(map[int]int)}}
}

// each gives every row below a header of the sheet to read. The columns are those of the header above the row.
func (s *tableReader) each(read func(row []xlsx.Cell)) {
	t := s.table.tab
	for row := range t.rows() {
		if next, ok := s.headerAt(t, row, s.keep); ok {
			if s.table.header == 0 {
				s.table.header = row[0].Row
				if stated, ok := statement(t, row[0].Row, moneyLabels, s.keep); ok {
					s.general = stated.text
				}
			}
			s.cols, s.used = next, 0
			continue
		}
		if s.table.header == 0 || row[0].Row <= s.cols.header || row[0].Row <= s.cols.header+2 && numbersColumns(row) {
			continue
		}
		read(row)
	}
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

// Same reports whether two values answer the same. What is blank, or has no place in the form, answers nothing.
func (v Value) Same(other Value) bool { return sameAnswer(v, other) }
