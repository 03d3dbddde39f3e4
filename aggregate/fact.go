package aggregate

import (
	"iter"
	"math/big"
	"slices"

	"tonghop/sheets"
)

// Fact is what one report of one unit says of one submitted figure, with what it is worth in the totals: a row of the long table from which
// another engine adds everything up again.
type Fact struct {
	Unit      *sheets.Unit
	Indicator *sheets.Indicator

	// Periods lead from the period that was added up down to that of the report.
	Periods []*sheets.Period

	Submission *sheets.Submission // nil where none counts for the period
	Value      sheets.Value       // as it was read, counted or not; the zero Value without a submission
	InQuestion bool               // several submissions wait for a decision
	LeftOut    bool               // by Strict
	Asked      bool               // the unit is one of those that are expected to give the figure, in the period that was added up or a part of it

	// Counted says that the value goes into the totals. What a unit gives that others are expected to give is compared and never counted, nor is a
	// figure that a later report of the unit runs on from (lũy kế), nor one whose periods are not put together.
	Counted bool

	// At is the unit to whose total a part of a divided unit goes, and Share how much of the value goes there. nil: it goes whole to the unit and to all above it.
	At    *sheets.Unit
	Share *big.Rat

	// Own says that the total of the unit is what it answered itself, whatever units stand below it.
	Own bool

	// Have of Expected reports are what the fact adds to the coverage of the totals: each 0 or 1.
	Have, Expected int
}

// Facts are all figures that units gave or were expected to give, with every unit in the order of the catalogue, its figures in that order, and the
// reports of one figure in the order of their days. Derived figures are none: they are worked out from these.
func (r *Result) Facts() iter.Seq[Fact] {
	return func(yield func(Fact) bool) {
		at := []*sheets.Period{r.Batch.Period}
		for _, u := range r.Catalogue.Units.Units {
			for _, ind := range r.bySlot {
				whole := r.facts(r.Batch, r.counted, u, ind, at)
				for _, f := range append(whole, r.portions(u, ind, whole)...) {
					if !yield(f) {
						return
					}
				}
			}
		}
	}
}

// portions are the facts of a divided unit for the totals of the units that have a part of it, one for each of them and each report. The units above all parts have
// them whole.
func (r *Result) portions(u *sheets.Unit, ind *sheets.Indicator, whole []Fact) []Fact {
	if u.Portions() == nil || !r.tree.divisible.has(ind.Slot) || !r.tree.expects(u, ind.Slot) {
		return nil
	}
	var all []Fact
	for _, at := range r.Catalogue.Units.Units {
		if !slices.Contains(r.tree.lent[at.Index], u) {
			continue
		}
		for _, f := range whole {
			f.At, f.Share, f.Own = at, r.tree.shareOf(u, at), false
			all = append(all, f)
		}
	}
	return all
}

// facts are those of one figure of a unit in a batch; counted is the same batch with those forms blank that Strict left out. They are put together as
// sheets.Batch.Together does.
func (r *Result) facts(b, counted *sheets.Batch, u *sheets.Unit, ind *sheets.Indicator, at []*sheets.Period) []Fact {
	if !b.Splits(u) {
		if f, ok := r.fact(b, counted, u, ind, at); ok {
			return []Fact{f}
		}
		return nil
	}
	var all []Fact
	for i, part := range b.Parts {
		below := r.facts(part, counted.Parts[i], u, ind, append(at[:len(at):len(at)], part.Period))
		switch {
		case !b.Takes(i, u, ind):
			withdraw(below)
		case ind.Periods == sheets.PeriodNone:
			uncount(below)
		case ind.Periods != sheets.PeriodLast:
			joinFacts(below)
		}
		if ind.Periods == sheets.PeriodSum && b.Takes(i, u, ind) {
			if a := counted.Parts[i].Answer(u, ind); a.State == sheets.Given && a.Running {
				catchUp(all)
			}
		}
		all = append(all, below...)
	}
	return all
}

// fact is what the report for the very period of a batch says; ok is false where the figure is neither expected nor answered.
func (r *Result) fact(b, counted *sheets.Batch, u *sheets.Unit, ind *sheets.Indicator, at []*sheets.Period) (f Fact, ok bool) {
	s := b.Submissions[u.Index]
	f = Fact{Unit: u, Indicator: ind, Periods: at, Submission: s, Value: b.Value(u, ind), InQuestion: b.InQuestion[u.Index], LeftOut: r.dropped[s] && s != nil}
	f.Asked, f.Own = r.tree.expects(u, ind.Slot), r.Own(u, ind)
	if !b.Expect.Expects(u, ind) {
		return f, f.Value.State >= sheets.Unreadable
	}
	a := counted.Answer(u, ind)
	f.Counted, f.Have, f.Expected = a.State == sheets.Given, a.Have, a.Expected
	return f, true
}

// withdraw takes facts out of the totals altogether: what stands at the end is taken from the last report alone.
func withdraw(facts []Fact) {
	uncount(facts)
	for i := range facts {
		facts[i].Have, facts[i].Expected = 0, 0
	}
}

// uncount takes values out of the totals and leaves the coverage.
func uncount(facts []Fact) {
	for i := range facts {
		facts[i].Counted = false
	}
}

// joinFacts keeps those values that can be put together over periods: an answer of yes or a choice cannot.
func joinFacts(facts []Fact) {
	for i := range facts {
		facts[i].Counted = facts[i].Counted && facts[i].Value.Rat != nil
	}
}

// catchUp is about the reports before one that says what a figure has come to since the start of the year: theirs is in it, also where they lack it.
func catchUp(facts []Fact) {
	uncount(facts)
	for i := range facts {
		facts[i].Have = facts[i].Expected
	}
}

// MethodName names how a submitted figure is put together over units, for other programs: sum, ratio (the sum of the numerators over that of the
// denominators), mean, max, min, count_yes, count_given, count_by_option, list, own (every unit's value stands for itself), none.
func MethodName(ind *sheets.Indicator) string { return methodNames[methodOf(ind)] }

var methodNames = map[method]string{
	impossible: "none", ownOnly: "own", addUp: "sum", addTerms: "ratio", mean: "mean", highest: "max", lowest: "min",
	countYes: "count_yes", countGiven: "count_given", countByName: "count_by_option", listTexts: "list",
}
