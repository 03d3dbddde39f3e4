package sheets

import (
	"math/big"
	"slices"
	"time"

	"tonghop/figure"
	"tonghop/lang"
)

// State is what became of a figure between the cell and the total.
type State uint8

// The states of a value. The zero State is absent: the form has no place for the figure, or there is no form.
const (
	Absent     State = iota
	Blank            // the cell is there and empty, or says "chưa có"
	Unreadable       // something stands there that is no certain figure
	Exempt           // "không áp dụng": an answer that leaves the expected units
	Given            // an answer, zero included
)

// Value is what a unit answered for one indicator, and the cell in which it stood. It is small, because a run holds hundreds of
// thousands of them.
type Value struct {
	State State
	Nil   bool     // given as zero, "không" or "không phát sinh"
	Yes   bool     // of a yes/no figure
	Sheet uint16   // index into File.Sheets
	Col   uint16   // from 1
	Row   uint32   // from 1
	Rat   *big.Rat // number, lower end of an interval, numerator of a ratio; days since 1899-12-30 of a day
	Rat2  *big.Rat // upper end, denominator
	Text  string   // option code of a category, or a text
	Raw   string   // the cell as it was typed
}

// Figure is the value as formulas see it.
func (v Value) Figure(ind *Indicator) figure.Value {
	switch v.State {
	case Exempt:
		return figure.Value{Kind: figure.NotApplicable}
	case Given:
		return v.given(ind.Kind)
	}
	return figure.MissingOf(string(ind.Code))
}

func (v Value) given(kind Kind) figure.Value {
	switch kind {
	case Ratio:
		return figure.Quotient(v.Rat, v.Rat2)
	case Interval:
		return figure.Value{Kind: figure.Range, Rat: v.Rat, High: v.Rat2}
	case Day:
		days := int(v.Rat.Num().Int64())
		return figure.Value{Kind: figure.Date, Date: excelEpoch.AddDate(0, 0, days)}
	case YesNo:
		return figure.BoolOf(v.Yes)
	case Category, Words:
		return figure.TextOf(v.Text)
	}
	return figure.NumberOf(v.Rat)
}

// excelEpoch is day 0 of Excel's calendar for all days from 1900-03-01 on.
var excelEpoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// Outcome is what became of a file.
type Outcome uint8

// The outcomes. Every file of the folder of submissions has exactly one.
const (
	Used Outcome = iota
	Superseded
	Rejected
	Ignored
)

// File is one file of the folder of submissions.
type File struct {
	Path    string // relative to the workspace, with forward slashes, NFC
	SHA256  string // in hexadecimal
	Sheets  []string
	Outcome Outcome
	Unit    UnitCode // "" where it could not be told
	Period  *Period  // for which it counts; nil where it counts for none that is read, or could not be told
	Reason  lang.Message
}

// Submission is one unit's filled form.
type Submission struct {
	File     *File
	Unit     *Unit
	Declared time.Time // the date that the form states; zero: none
	Received time.Time // the date that counts: the office's, else the declared one; zero: not known
	Due      time.Time // the deadline of the unit with its extension; zero: none was set
	Turn     int       // the number of the sending that the form states, 1 where it states none; 0: something that is no such number
	Values   []Value   // by Indicator.Slot

	// Lists are the list forms of the file, by List.Index; nil where the catalogue has none.
	Lists []ListRows

	// Typed are the figures that were typed although the catalogue works them out.
	Typed []TypedResult

	// Origin says what the figures were added up from where a program filled in the form; nil for any other form.
	Origin *Origin
}

// Answered reports whether anything stands in the form, readable or not.
func (s *Submission) Answered() bool {
	for _, v := range s.Values {
		if v.State >= Unreadable {
			return true
		}
	}
	return slices.ContainsFunc(s.Lists, func(l ListRows) bool { return len(l.Rows) > 0 })
}

// List is what the submission says in a list form.
func (s *Submission) List(list *List) ListRows { return at(s.Lists, list.Index) }

// Pos is the position of a value of the submission.
func (s *Submission) Pos(v Value) Pos {
	if v.Row == 0 {
		return Pos{File: s.File.Path}
	}
	return Pos{File: s.File.Path, Sheet: s.File.Sheets[v.Sheet], Row: int(v.Row), Col: int(v.Col)}
}

// Batch is everything that came in for a period.
type Batch struct {
	Period *Period
	Expect *Expectation
	Files  []*File // sorted by path; those of other periods too in the batch of the period that is added up

	// Parts are the batches of the sub-periods that the period is put together of, in the order of their days. Nil for a simple period: one without
	// sub-periods, or one for whose sub-periods no usable form came in.
	Parts []*Batch

	// Former and LastYear are the batches of the period right before and of the same period last year; nil where the catalogue has no such
	// period or no usable form of it came in. For a year they are the same.
	Former, LastYear *Batch

	toDate *toDate

	// Submissions[unit.Index] is the submission for this very period that counts, nil where there is none.
	Submissions []*Submission

	// Waiting says of a sub-period that nobody has sent a form for it, for a later one or for a period around it yet: it may still be to come.
	Waiting bool

	// InQuestion[unit.Index] marks units whose submissions differ from one another and wait for a decision.
	InQuestion []bool

	// Stated are the results of former runs that took the place of forms; in the batch of the period that is added up.
	Stated []*File

	// Revisions are the pairs of files of a unit that differ, by unit in the order of the registry; in the batch of the period that is added up those of
	// its sub-periods too.
	Revisions []*Revision

	// Findings are what reading saw, in the order of the files.
	Findings []Finding
}

// Tally counts the files of a batch by their outcome. Every file has one, so that the four add up to all.
type Tally struct{ Received, Used, Superseded, Rejected, Ignored int }

// Tally counts the files.
func (b *Batch) Tally() Tally {
	t := Tally{Received: len(b.Files)}
	for _, f := range b.Files {
		switch f.Outcome {
		case Used:
			t.Used++
		case Superseded:
			t.Superseded++
		case Rejected:
			t.Rejected++
		case Ignored:
			t.Ignored++
		}
	}
	return t
}

// Value is what the unit answered; the zero Value (Absent) where it did not.
func (b *Batch) Value(u *Unit, ind *Indicator) Value {
	s := b.Submissions[u.Index]
	if s == nil || ind.Slot < 0 {
		return Value{}
	}
	return s.Values[ind.Slot]
}
