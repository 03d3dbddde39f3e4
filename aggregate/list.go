package aggregate

import (
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// listSlots places the list forms behind the submitted figures in the sets of slots: one slot for each list and one for each of its columns. A
// unit answers the slot of a list when it sent the list, and that of a column when besides no row leaves the column blank or
// unreadable. So the coverage of a figure that counts rows is that of any other figure.
type listSlots struct {
	lists []*sheets.List
	first []int // the slots of the lists, by List.Index
	of    map[int]listSlot
}

// listSlot is what a slot is about; column is -1 for the list as a whole.
type listSlot struct {
	list   *sheets.List
	column int
}

func listSlotsOf(c *sheets.Catalogue) listSlots {
	s := listSlots{lists: c.Lists, of: make(map[int]listSlot)}
	next := len(c.Submitted())
	for _, list := range c.Lists {
		s.first = append(s.first, next)
		for column := -1; column < len(list.Columns); column++ {
			s.of[next] = listSlot{list, column}
			next++
		}
	}
	return s
}

// list is the slot of a list.
func (s *listSlots) list(list *sheets.List) int { return s.first[list.Index] }

// given are the slots of the lists that a unit is expected to give, in rising order.
func (s *listSlots) given(e *sheets.Expectation, u *sheets.Unit) []int {
	var slots []int
	for _, list := range s.lists {
		if !e.GivesList(u, list) {
			continue
		}
		for i := range len(list.Columns) + 1 {
			slots = append(slots, s.list(list)+i)
		}
	}
	return slots
}

// asked are the slots that a question needs.
func (s *listSlots) asked(q *sheets.RowQuestion) bitset {
	slots := bitset(nil).with(s.list(q.List))
	for _, column := range q.Columns {
		slots = slots.with(s.list(q.List) + 1 + column)
	}
	return slots
}

// named is the slot of a column as findings name it, ds_bch.tuoi; ok is false for other codes.
func (s *listSlots) named(code sheets.Code) (slot int, ok bool) {
	name, key, _ := strings.Cut(string(code), ".")
	for _, list := range s.lists {
		if list.Name == name {
			column := list.Column(key)
			return s.list(list) + 1 + column, column >= 0
		}
	}
	return 0, false
}

// listed is a list form that counts, and whose it is.
type listed struct {
	period     *sheets.Period
	submission *sheets.Submission
	rows       sheets.ListRows
}

// takesList reports whether a composite period takes the rows of a list from what a unit gives for one of its parts: those of all parts, or of the last
// one where the catalogue says so.
func takesList(b *sheets.Batch, part int, u *sheets.Unit, list *sheets.List) bool {
	return b.Parts[part].Expect.GivesList(u, list) && (list.Periods != sheets.PeriodLast || part == len(b.Parts)-1)
}

// reportsOfList are the reports of a unit from which the rows of a list are taken, in the order of their days.
func reportsOfList(b *sheets.Batch, u *sheets.Unit, list *sheets.List) []*sheets.Batch {
	if !b.Splits(u) {
		return []*sheets.Batch{b}
	}
	var reports []*sheets.Batch
	for i, part := range b.Parts {
		if takesList(b, i, u, list) {
			reports = append(reports, reportsOfList(part, u, list)...)
		}
	}
	return reports
}

// listed gives what a unit wrote into a list and what of it counts: nothing where others give the list, and where a form of the unit is left out.
func (r *Result) listed(u *sheets.Unit, list *sheets.List) []listed {
	if !r.tree.expects(u, r.deps.lists.list(list)) {
		return nil
	}
	var all []listed
	for _, report := range reportsOfList(r.Batch, u, list) {
		if l, ok := r.listIn(report, u, list); ok {
			all = append(all, l)
		}
	}
	return all
}

// listIn gives what a unit wrote into a list in one report.
func (r *Result) listIn(report *sheets.Batch, u *sheets.Unit, list *sheets.List) (listed, bool) {
	s := report.Submissions[u.Index]
	if s == nil || r.dropped[s] {
		return listed{}, false
	}
	rows := s.List(list)
	return listed{report.Period, s, rows}, rows.Present
}

// answeredList reports whether a form answers the slot of a list or of one of its columns.
func answeredList(s *sheets.Submission, slot listSlot) bool {
	list := s.List(slot.list)
	for _, row := range list.Rows {
		if slot.column >= 0 && row.Cells[slot.column].State < sheets.Exempt {
			return false
		}
	}
	return list.Present
}

// rowsAsked answers a function over rows for the units at or below u.
func (r *Result) rowsAsked(u *sheets.Unit, function string, words []string) figure.Value {
	q, ok := r.Catalogue.RowQuestion(formula.Use{Name: function, Words: words})
	if !ok {
		return missingCall(function, words)
	}
	var tally sheets.RowTally
	sent := false
	for _, other := range r.tree.from(u) {
		for _, l := range r.listed(other, q.List) {
			sent = true
			q.Add(&tally, l.rows.Rows)
		}
	}
	v := figure.MissingOf(q.Name())
	if sent {
		v = q.Value(tally)
	}
	return r.cover(v, u, makings{bases: r.deps.lists.asked(q)})
}

// ListTotal is what the rows of a list come to for the units at or below u: the sum of a column of numbers, or with a column of -1 how many there are.
// Have of Expected units stand behind it.
func (r *Result) ListTotal(u *sheets.Unit, list *sheets.List, column int) figure.Value {
	if column < 0 {
		return r.rowsAsked(u, formula.CountRows, []string{list.Name})
	}
	return r.rowsAsked(u, formula.SumRows, []string{list.Name, list.Columns[column].Key})
}

// RowSource is a row of a list that counts, and whose it is.
type RowSource struct {
	Unit       *sheets.Unit
	List       *sheets.List
	Period     *sheets.Period // the sub-period of the report; nil where it is for the whole period
	Submission *sheets.Submission
	Row        *sheets.ListRow
}

// Rows gives the rows of a list that count at or below a unit, in the order of the units and then of the sheet.
func (r *Result) Rows(u *sheets.Unit, list *sheets.List) []RowSource {
	var rows []RowSource
	for _, other := range r.tree.from(u) {
		for _, l := range r.listed(other, list) {
			for i := range l.rows.Rows {
				row := RowSource{other, list, l.period, l.submission, &l.rows.Rows[i]}
				if row.Period == r.Batch.Period {
					row.Period = nil
				}
				rows = append(rows, row)
			}
		}
	}
	return rows
}

// ListSource is what one unit wrote into a list, and which of its rows a question is about.
type ListSource struct {
	Unit   *sheets.Unit
	Period *sheets.Period // of the report
	Value  figure.Value   // what the question gives for this report alone
	Pos    sheets.Pos     // the sheet; the zero Pos where there is no list that counts
	Rows   []int          // the rows of the sheet that take part
	Open   []int          // those of which that could not be told, because a cell is blank or unreadable
	Cells  []Cell         // those of Rows and Open that the question is about; of one that asks for no column the first that is filled in

	// Of a unit without a submission that counts: several that differ wait for a decision, or its only one was left out because of errors.
	InQuestion, LeftOut bool
}

// listSources leads from a function over rows back to them: the units that are expected to give the list, in the order of the tree.
func (r *Result) listSources(u *sheets.Unit, use formula.Use) []ListSource {
	q, ok := r.Catalogue.RowQuestion(use)
	if !ok {
		return nil
	}
	var sources []ListSource
	for _, other := range r.tree.from(u) {
		if !r.tree.expects(other, r.deps.lists.list(q.List)) {
			continue
		}
		for _, report := range reportsOfList(r.Batch, other, q.List) {
			if l, ok := r.listIn(report, other, q.List); ok {
				sources = append(sources, sourceOf(q, other, l))
				continue
			}
			sources = append(sources, ListSource{
				Unit: other, Period: report.Period, Value: figure.MissingOf(q.Name()),
				InQuestion: report.InQuestion[other.Index], LeftOut: r.dropped[report.Submissions[other.Index]],
			})
		}
	}
	return sources
}

func sourceOf(q *sheets.RowQuestion, u *sheets.Unit, l listed) ListSource {
	source := ListSource{Unit: u, Period: l.period, Pos: sheets.Pos{File: l.submission.File.Path, Sheet: l.submission.File.Sheets[l.rows.Sheet]}}
	for _, row := range l.rows.Rows {
		switch q.Row(row) {
		case sheets.Given:
			source.Rows = append(source.Rows, int(row.Row))
		case sheets.Blank:
			source.Open = append(source.Open, int(row.Row))
		default:
			continue
		}
		source.Cells = append(source.Cells, rowCells(q, u, l.submission, row)...)
	}
	var tally sheets.RowTally
	q.Add(&tally, l.rows.Rows)
	source.Value = q.Value(tally)
	return source
}

// rowCells are the cells of a row that a question is about.
func rowCells(q *sheets.RowQuestion, u *sheets.Unit, s *sheets.Submission, row sheets.ListRow) []Cell {
	var cells []Cell
	for i, v := range row.Cells {
		if slices.Contains(q.Columns, i) || len(q.Columns) == 0 && v.Raw != "" {
			cells = append(cells, Cell{Pos: s.Pos(v), Raw: v.Raw, Unit: u})
			if len(q.Columns) == 0 {
				break
			}
		}
	}
	return cells
}
