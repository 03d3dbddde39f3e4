package sheets

import (
	"fmt"
	"strings"

	"tonghop/lang"
	"tonghop/vntext"
)

// Revision is what a file of a unit says otherwise than another one of the same unit and period.
type Revision struct {
	Unit   *Unit
	Period *Period

	// File is the one that counts and Other the one that it stands for; where nobody knows which of them counts, they are two of the files in question.
	File, Other *File

	Outcome RevisionOutcome
	By      lang.Message // how it is known that File counts: what both state, or the choice of the office
	Changes []Change
}

// RevisionOutcome says what became of two files that differ.
type RevisionOutcome uint8

// The outcomes of a revision.
const (
	Replaced  RevisionOutcome = iota // File states that it is the newer one
	Chosen                           // the office has chosen File
	Undecided                        // neither counts until the office chooses
)

// Change is a figure, or a cell or a row of a list form, of which two files say different things.
type Change struct {
	Indicator Code // of the figure, or of the column of a list as findings name it; for a row as a whole that of its first column that says something
	Name      string
	Old, New  Value // Old is what Revision.Other says, New what Revision.File says
	OldPos    Pos
	NewPos    Pos
}

// Lost reports whether the newer file leaves blank what the older one said.
func (c Change) Lost() bool { return c.Old.State > Blank && c.New.State <= Blank }

// saysSame reports whether two submissions of a unit say the same. A list says the same in any order of its rows.
func (r *reader) saysSame(a, b *Submission) bool {
	for slot, v := range b.Values {
		if !sameAnswer(a.Values[slot], v) {
			return false
		}
	}
	for list := range r.lists {
		olds, news := changedRows(at(a.Lists, list).Rows, at(b.Lists, list).Rows)
		if len(olds)+len(news) > 0 {
			return false
		}
	}
	return true
}

// changes lists what the newer submission says otherwise than the older one: the figures in the order of the catalogue, then the lists.
func (r *reader) changes(older, newer *Submission) []Change {
	var changes []Change
	for slot, v := range newer.Values {
		if old := older.Values[slot]; !sameAnswer(old, v) {
			ind := r.bySlot[slot]
			changes = append(changes, Change{ind.Code, ind.Name, old, v, older.Pos(old), newer.Pos(v)})
		}
	}
	for _, form := range r.lists {
		olds, news := changedRows(at(older.Lists, form.Index).Rows, at(newer.Lists, form.Index).Rows)
		for i := range max(len(olds), len(news)) {
			changes = append(changes, form.changes(older, newer, at(olds, i), at(news, i))...)
		}
	}
	return changes
}

// changedRows leaves out the rows that both lists hold, in whatever order.
func changedRows(older, newer []ListRow) (olds, news []ListRow) {
	count := make(map[string]int)
	for _, row := range newer {
		count[row.says()]++
	}
	for _, row := range older {
		if says := row.says(); count[says] > 0 {
			count[says]--
			continue
		}
		olds = append(olds, row)
	}
	for _, row := range newer {
		if says := row.says(); count[says] > 0 {
			count[says]--
			news = append(news, row)
		}
	}
	return olds, news
}

// says is equal for rows that say the same, as sameAnswer has it.
func (r ListRow) says() string {
	var all strings.Builder
	for _, v := range r.Cells {
		switch v.State {
		case Absent, Blank:
			all.WriteString("\x00")
		case Unreadable:
			fmt.Fprintf(&all, "?%s\x00", v.Raw)
		default:
			fmt.Fprintf(&all, "%d %v %v %v %s\x00", v.State, v.Yes, v.Rat, v.Rat2, v.Text)
		}
	}
	return all.String()
}

// changes lists what became of a row of a list: its cells, or the row as a whole where the other file has none for it.
func (f *listForm) changes(older, newer *Submission, old, next ListRow) []Change {
	if old.Cells == nil || next.Cells == nil {
		a, first := old.whole()
		b, second := next.whole()
		return []Change{{f.code(max(first, second)), f.Title(), a, b, older.Pos(a), newer.Pos(b)}}
	}
	var changes []Change
	for i, v := range next.Cells {
		if a := old.Cells[i]; !sameAnswer(a, v) {
			changes = append(changes, Change{f.code(i), f.figures[i].Name, a, v, older.Pos(a), newer.Pos(v)})
		}
	}
	return changes
}

// whole is a row as one value at its first filled cell, and the column of that; absent where there is no row.
func (r ListRow) whole() (row Value, first int) {
	var texts []string
	for i, v := range r.Cells {
		if v.State <= Blank {
			continue
		}
		if row.State == Absent {
			row, first = Value{State: Given, Sheet: v.Sheet, Row: v.Row, Col: v.Col}, i
		}
		texts = append(texts, vntext.Clean(v.Raw))
	}
	row.Raw = strings.Join(texts, " | ")
	return row, first
}
