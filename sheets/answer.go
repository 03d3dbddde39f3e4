package sheets

import "math/big"

// Reported is what a unit gave for one figure in a period, with the reports that stand behind it. Over a simple period it is the cell of the
// unit's form; over a composite one it was put together and stands in no cell.
type Reported struct {
	Value

	// Have of Expected reports stand behind the value. A report that says “không áp dụng” is in neither.
	Have, Expected int

	// NotPut says that the answers of the sub-periods are not put together (Gộp kỳ “không”): Have of Expected gave theirs, and the period has none.
	NotPut bool

	// Running says that the value is counted from the start of the year on (Cách báo “lũy kế”), and not from the first day of the period.
	Running bool
}

// Answer is what a unit gave for a figure: its own form's where it filed one for the period, else what its forms for the sub-periods put
// together say. The zero Reported is that of a unit that was not asked.
func (b *Batch) Answer(u *Unit, ind *Indicator) Reported {
	if b.Splits(u) {
		return b.Together(u, ind)
	}
	a := Reported{Value: b.Value(u, ind), Expected: 1, Running: b.runs(ind)}
	switch a.State {
	case Given:
		a.Have = 1
	case Exempt:
		a.Expected = 0
	}
	return a
}

// Together puts together what a unit gave in the sub-periods, as Gộp kỳ of the figure says, whether or not it filed a form for the whole
// period too.
//
// What stands at the end (cuối kỳ) is that of the last sub-period, and nothing is carried over from an earlier one: missing there is missing, and a
// unit that is not asked any more has none. Of figures that are counted on from the start of the year (lũy kế) the last one that was given counts
// instead of the sum, and what follows it is missing; those of whole years are added.
func (b *Batch) Together(u *Unit, ind *Indicator) Reported {
	if ind.Periods == PeriodLast {
		last := b.Parts[len(b.Parts)-1]
		if !last.Expect.Expects(u, ind) {
			return Reported{}
		}
		a := last.Answer(u, ind)
		a.Running = a.Running && b.runs(ind)
		return a
	}
	j := joint{how: ind.Periods}
	for _, part := range b.Parts {
		if part.Expect.Expects(u, ind) {
			j.add(part.Answer(u, ind))
		}
	}
	a := j.answer()
	a.Running = j.running && b.runs(ind)
	return a
}

// runs reports whether forms for the period say what a figure has come to since the start of the year. In a form for a year that is what
// happened in it.
func (b *Batch) runs(ind *Indicator) bool {
	return ind.Reporting == Cumulative && b.Period.length() < monthsOfYear
}

// joint puts the answers of sub-periods together.
type joint struct {
	how      PeriodRollup
	all      Reported
	exempt   bool
	running  bool
	count    int64
	top, low *big.Rat // the sum or the largest; of ratios the sums of both terms
}

func (j *joint) add(a Reported) {
	j.all.Expected += a.Expected
	j.all.Have += a.Have
	switch {
	case a.State == Exempt:
		j.exempt = true
	case a.NotPut:
		j.all.NotPut = true
	case a.State != Given || a.Rat == nil:
	case j.how == PeriodNone:
		j.all.NotPut = true
	case j.how == PeriodLargest:
		j.count++
		if j.top == nil || a.Rat.Cmp(j.top) > 0 {
			j.top = a.Rat
		}
	default:
		j.sum(a)
	}
}

// sum adds a flow. One that runs on holds what came before it, whether or not the reports of that time are there.
func (j *joint) sum(a Reported) {
	j.count++
	if a.Running && j.how == PeriodSum {
		j.top, j.low, j.running, j.all.Have = nil, nil, true, j.all.Expected-(a.Expected-a.Have)
	}
	j.top = plus(j.top, a.Rat)
	if a.Rat2 != nil {
		j.low = plus(j.low, a.Rat2)
	}
}

// plus gives the sum as a number of its own; nil is nothing yet.
func plus(sum, x *big.Rat) *big.Rat {
	if sum == nil {
		sum = new(big.Rat)
	}
	return new(big.Rat).Add(sum, x)
}

func (j *joint) answer() Reported {
	a := j.all
	switch {
	case j.count > 0 && j.how == PeriodAverage:
		a.State, a.Rat = Given, new(big.Rat).Quo(j.top, new(big.Rat).SetInt64(j.count))
	case j.count > 0:
		a.State, a.Rat, a.Rat2 = Given, j.top, j.low
	case j.exempt && a.Expected == 0:
		a.State = Exempt
	}
	return a
}
