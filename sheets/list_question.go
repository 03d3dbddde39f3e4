package sheets

import (
	"math/big"
	"strings"

	"tonghop/figure"
	"tonghop/formula"
)

// RowQuestion is a function over the rows of a list, with the list and its columns found.
type RowQuestion struct {
	List    *List
	Columns []int // the places of the columns that it asks for, each once

	rows   formula.Rows
	amount int // the column of numbers, -1 where rows are counted
	where  []condition
}

// condition is a column and what it must hold.
type condition struct {
	column int
	wanted wanted
}

// RowQuestion finds the list and the columns that a use of a function names; ok is false where the function is not over rows, or the catalogue
// does not have them.
func (c *Catalogue) RowQuestion(use formula.Use) (q *RowQuestion, ok bool) {
	rows, ok := formula.RowsOf(use)
	if !ok {
		return nil, false
	}
	q = &RowQuestion{List: c.List(rows.List), rows: rows, amount: -1}
	if q.List == nil {
		return nil, false
	}
	if rows.Amount != "" {
		if q.amount = q.List.Column(rows.Amount); q.amount < 0 || !q.List.Columns[q.amount].IsAmount() {
			return nil, false
		}
		q.ask(q.amount)
	}
	for _, match := range rows.Where {
		column := q.List.Column(match.Column)
		if column < 0 {
			return nil, false
		}
		q.where = append(q.where, condition{column, q.List.Columns[column].wanted(match.Word)})
		q.ask(column)
	}
	return q, true
}

func (q *RowQuestion) ask(column int) {
	for _, known := range q.Columns {
		if known == column {
			return
		}
	}
	q.Columns = append(q.Columns, column)
}

// Name is the question as formulas write it.
func (q *RowQuestion) Name() string {
	words := []string{q.rows.List}
	if q.rows.Amount != "" {
		words = append(words, q.rows.Amount)
	}
	for _, match := range q.rows.Where {
		words = append(words, match.Column, match.Word)
	}
	return q.rows.Function + "(" + strings.Join(words, "; ") + ")"
}

// Row says what a row is to the question: Given where it takes part, Exempt where it is known not to, Blank where a cell that decides it, or the
// number that is asked for, says nothing that could be read.
func (q *RowQuestion) Row(row ListRow) State {
	state := Given
	for _, c := range q.where {
		matches, known := c.wanted.in(row.Cells[c.column])
		switch {
		case !known:
			state = Blank
		case !matches:
			return Exempt
		}
	}
	if state == Given && q.amount >= 0 {
		switch row.Cells[q.amount].State {
		case Given:
		case Exempt:
			return Exempt
		default:
			return Blank
		}
	}
	return state
}

// RowTally is what rows answer to a question so far. The zero RowTally is that of no rows.
type RowTally struct {
	taken, passed, open int      // rows that take part, that do not, of which that is not known
	number              *big.Rat // the sum, the smallest or the greatest; owned by the tally; nil where no row takes part
}

// Add takes in the rows of a list.
func (q *RowQuestion) Add(t *RowTally, rows []ListRow) {
	for _, row := range rows {
		switch q.Row(row) {
		case Exempt:
			t.passed++
		case Blank:
			t.open++
		default:
			t.taken++
			if q.amount >= 0 {
				q.take(t, row.Cells[q.amount].Rat)
			}
		}
	}
}

func (q *RowQuestion) take(t *RowTally, number *big.Rat) {
	switch {
	case t.number == nil:
		t.number = new(big.Rat).Set(number)
	case q.rows.Function == formula.SumRows:
		t.number.Add(t.number, number)
	default:
		difference := number.Cmp(t.number)
		if q.rows.Function == formula.SmallestRow && difference < 0 || q.rows.Function == formula.GreatestRow && difference > 0 {
			t.number.Set(number)
		}
	}
}

// Value is the answer. Where nothing is known of any row it is missing, and so is the smallest or the greatest of no rows.
func (q *RowQuestion) Value(t RowTally) figure.Value {
	switch {
	case t.taken == 0 && t.open > 0 && (q.amount >= 0 || t.passed == 0):
	case q.amount < 0:
		return figure.Int(t.taken)
	case t.number != nil:
		return figure.NumberOf(t.number)
	case q.rows.Function == formula.SumRows:
		return figure.Int(0)
	}
	return figure.MissingOf(q.Name())
}

// Open reports whether some row could not be told to take part or not.
func (t RowTally) Open() bool { return t.open > 0 }
