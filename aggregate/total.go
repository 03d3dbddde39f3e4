package aggregate

import (
	"slices"

	"tonghop/figure"
	"tonghop/sheets"
)

// State says how much of a total is there.
type State string

// The states of a total, as JSON names them.
const (
	Complete State = "complete" // every unit that was expected to has answered
	Partial  State = "partial"  // computed over some of the units
	Missing  State = "missing"  // nothing could be computed
)

// Total is a figure of a unit of the tree.
type Total struct {
	// Value is what the units at or below amount to, with Have of Expected units behind it. Units that answered "không áp dụng" are in neither.
	// Missing where nobody gave anything: its Gaps name the codes that are missing.
	Value figure.Value

	// NotAdded says that units below give the figure and the catalogue asks that theirs are not put together (Gộp đơn vị “không”). Value is then
	// missing, with a gap that says so in words, although no answer may be lacking: Have of Expected units gave theirs.
	NotAdded bool

	// Findings counts the errors and warnings about the figures that the total is made of.
	Findings int
}

// State says how much of the total is there. A figure that concerns none of the units is complete: all of them said so. One
// that is not added up is as complete as the answers of the units.
func (t Total) State() State {
	switch {
	case t.Value.IsMissing() && !(t.NotAdded && t.Value.Have > 0):
		return Missing
	case t.Value.Partial():
		return Partial
	}
	return Complete
}

// Total is the figure of a unit: what it gave itself where it is expected to, else what the units below it amount to; a
// derived figure is computed from the unit's own totals. It is missing, with 0 of 0 units, where nobody at or below the unit is expected to
// give it. Values of units that are not expected to give them are never added.
func (r *Result) Total(u *sheets.Unit, ind *sheets.Indicator) Total {
	v := (&env{r: r, unit: u}).figure(ind)
	return Total{Value: v, NotAdded: v.IsMissing() && (r.notAdded(u, ind) || r.notPut(ind)), Findings: r.findingsBehind(u, r.deps.of(ind).bases)}
}

// notAdded reports whether units below give the figure and their values are not put together.
func (r *Result) notAdded(u *sheets.Unit, ind *sheets.Indicator) bool {
	return ind.Slot >= 0 && r.methods[ind.Slot] == ownOnly && !r.Own(u, ind) && r.tree.covers(u).has(ind.Slot)
}

// notPut reports whether the values of the sub-periods are not put together.
func (r *Result) notPut(ind *sheets.Indicator) bool {
	return ind.Slot >= 0 && ind.Periods == sheets.PeriodNone && r.Batch.Composite()
}

// submitted is the total of a figure that units give.
func (r *Result) submitted(u *sheets.Unit, ind *sheets.Indicator) figure.Value {
	if r.tree.expects(u, ind.Slot) && !r.handedDown(u, ind.Slot) {
		return r.own(u, ind)
	}
	n := r.tree.inner[u.Index]
	if n < 0 {
		return figure.MissingOf(string(ind.Code))
	}
	t := r.tallies[ind.Slot][n]
	return r.counts(r.figureOf(t, u, ind).Covered(int(t.given), int(t.expected)))
}

// own is what the unit itself answered. Its yes stays a yes and is not counted yet.
func (r *Result) own(u *sheets.Unit, ind *sheets.Indicator) figure.Value {
	answer := r.answer(u, ind)
	v := answer.Figure(ind)
	if v.IsMissing() && len(v.Gaps) == 0 { // n/0 was typed
		v = figure.MissingOf(string(ind.Code))
	}
	switch {
	case answer.State == sheets.Exempt:
		return v
	case answer.NotPut && v.IsMissing():
		v = notPut(ind)
	}
	return r.counts(v.Covered(answer.Have, answer.Expected))
}

// Own reports whether the total of a unit is what it answered itself.
func (r *Result) Own(u *sheets.Unit, ind *sheets.Indicator) bool {
	return ind.Slot >= 0 && r.tree.expects(u, ind.Slot) && !r.handedDown(u, ind.Slot)
}

// handedDown reports whether a unit gave a figure and others gave parts of its total: units below it in other sub-periods, because these were founded within the
// period, or units that went over into it or came from it. The total is then what all of them gave.
func (r *Result) handedDown(u *sheets.Unit, slot int) bool {
	joint := r.methods[slot] != ownOnly && r.methods[slot] != impossible
	return slices.ContainsFunc(u.Below(), func(below *sheets.Unit) bool {
		counts := r.Batch.Composite()
		if below.Joins() {
			counts = joint
		}
		return counts && r.tree.covers(below).has(slot)
	}) || len(r.tree.sharing(u, slot)) > 0
}

// Indicators gives the indicators of which a unit has a total, in the order of the catalogue: those that it or a unit below it is
// expected to give, and the derived ones.
func (r *Result) Indicators(u *sheets.Unit) []*sheets.Indicator {
	covers := r.tree.covers(u)
	var list []*sheets.Indicator
	for _, ind := range r.Catalogue.Indicators {
		if ind.Slot < 0 || covers.has(ind.Slot) {
			list = append(list, ind)
		}
	}
	return list
}

// coverage counts the units at or below u that stand behind a figure made of the bases. A unit is expected where it is expected to give one of
// them, and stands behind it where it answered each that it is expected to give. One that is exempt from all of them is not expected. Over a
// composite period it is their reports that are counted.
func (r *Result) coverage(u *sheets.Unit, bases bitset) (have, expected int) {
	asked := make([][]int, len(r.tree.kinds))
	for kind, set := range r.tree.kinds {
		asked[kind] = set.common(bases)
	}
	for _, other := range r.tree.from(u) {
		slots := asked[r.tree.kind[other.Index]]
		if len(slots) == 0 {
			continue
		}
		h, e := r.behind(r.counted, other, slots)
		have, expected = have+h, expected+e
	}
	for _, other := range r.tree.lent[u.Index] {
		if slots := r.tree.gives(other).both(r.tree.divisible).common(bases); len(slots) > 0 {
			h, e := r.behind(r.counted, other, slots)
			have, expected = have+h, expected+e
		}
	}
	return have, expected
}

// answered says whether the form of a unit for the very period of a batch answered all of the slots (Given), is exempt from all of them (Exempt) or
// owes some (Absent).
func (r *Result) answered(b *sheets.Batch, u *sheets.Unit, slots []int) sheets.State {
	s := b.Submissions[u.Index]
	if s == nil {
		return sheets.Absent
	}
	state := sheets.Exempt
	for _, slot := range slots {
		if list, ok := r.deps.lists.of[slot]; ok {
			if !answeredList(b.Submissions[u.Index], list) {
				return sheets.Absent
			}
			state = sheets.Given
			continue
		}
		switch s.Values[slot].State {
		case sheets.Given:
			state = sheets.Given
		case sheets.Exempt:
		default:
			return sheets.Absent
		}
	}
	return state
}
