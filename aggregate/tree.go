package aggregate

import (
	"encoding/binary"
	"math/big"
	"math/bits"
	"slices"

	"tonghop/formula"
	"tonghop/sheets"
)

// tree is the registry laid out so that the units at or below a unit stand side by side in order. The slices are indexed by
// sheets.Unit.Index unless said otherwise.
type tree struct {
	order  []*sheets.Unit // every unit stands before those below it, neighbours in the order of the catalogue
	place  []int          // where the unit stands in order
	end    []int          // behind the last unit below it
	inner  []int          // a number from 0 for units with others below them, -1 for leaves
	inners int            // how many inner units there are

	level    []string // the level as formulas write it
	standing []bool   // on the last day of the period
	reports  []bool

	// Units that were divided stand as leaves under the lowest unit above their parts. What can be divided of theirs is shared out among the
	// parts, which lent tells: the divided units of which some part belongs to the unit or one below it, while they themselves stand further up.
	lent      [][]*sheets.Unit
	divisible bitset // the figures whose values are added, so that a part of them is a figure

	kind  []int    // which of the kinds of expectation the unit has
	kinds []bitset // the distinct sets of slots that units are expected to give; the first is empty
	below []bitset // what the inner unit and those below it are expected to give; nil for leaves
}

// layOut puts the units of the catalogue in order. Units that hang on no root, which a checked catalogue does not have, become
// trees of their own so that nothing of them is lost.
func layOut(c *sheets.Catalogue, e *sheets.Expectation, lists *listSlots) *tree {
	units := c.Units.Units
	t := &tree{
		lent:  make([][]*sheets.Unit, len(units)),
		place: make([]int, len(units)), end: make([]int, len(units)), inner: make([]int, len(units)),
		level: make([]string, len(units)), standing: make([]bool, len(units)), reports: make([]bool, len(units)),
		kind: make([]int, len(units)), below: make([]bitset, len(units)),
	}
	for _, ind := range c.Submitted() {
		if methodOf(ind).divides() {
			t.divisible = t.divisible.with(ind.Slot)
		}
	}
	for _, u := range units {
		t.lend(u)
	}
	if c.Units.Root != nil {
		t.append(c.Units.Root)
	}
	for _, u := range units {
		if u.Above() == nil && u != c.Units.Root {
			t.append(u)
		}
	}
	lastDay := &sheets.Period{From: e.Period.To, To: e.Period.To}
	words := make(map[string]string)
	for _, u := range units {
		level := u.On(e.Period.To).Level
		if _, known := words[level]; !known {
			words[level] = formula.WordKey(level)
		}
		t.level[u.Index] = words[level]
		t.standing[u.Index] = u.ValidIn(lastDay)
	}
	for _, u := range e.Reporting {
		t.reports[u.Index] = true
	}
	t.expect(e, lists)
	return t
}

// lend notes at which units a part of a divided unit is.
func (t *tree) lend(u *sheets.Unit) {
	for _, heir := range u.Portions() {
		for up := heir.Unit; up != nil && up != u.Above(); up = up.Above() {
			if !slices.Contains(t.lent[up.Index], u) {
				t.lent[up.Index] = append(t.lent[up.Index], u)
			}
		}
	}
}

func (t *tree) append(u *sheets.Unit) {
	t.place[u.Index] = len(t.order)
	t.order = append(t.order, u)
	t.inner[u.Index] = -1
	if len(u.Below()) > 0 || len(t.lent[u.Index]) > 0 {
		t.inner[u.Index] = t.inners
		t.inners++
	}
	for _, child := range u.Below() {
		t.append(child)
	}
	t.end[u.Index] = len(t.order)
}

// expect notes which figures and lists each unit is expected to give. Thousands of units share a handful of sets.
func (t *tree) expect(e *sheets.Expectation, lists *listSlots) {
	known := map[string]int{"": 0}
	t.kinds = []bitset{nil}
	for _, u := range t.order {
		slots := make([]int, 0, len(e.Figures[u.Index]))
		for _, ind := range e.Figures[u.Index] {
			slots = append(slots, ind.Slot)
		}
		slots = append(slots, lists.given(e, u)...)
		var key []byte
		for _, slot := range slots {
			key = binary.AppendUvarint(key, uint64(slot))
		}
		kind, seen := known[string(key)]
		if !seen {
			kind = len(t.kinds)
			known[string(key)] = kind
			var set bitset
			for _, slot := range slots {
				set = set.with(slot)
			}
			t.kinds = append(t.kinds, set)
		}
		t.kind[u.Index] = kind
	}
	for i := len(t.order) - 1; i >= 0; i-- {
		u := t.order[i]
		if t.inner[u.Index] >= 0 {
			t.below[u.Index] = t.below[u.Index].union(t.gives(u))
		}
		if up := u.Above(); up != nil {
			t.below[up.Index] = t.below[up.Index].union(t.covers(u))
		}
		for _, heir := range u.Portions() { // which stands before u
			t.below[heir.Unit.Index] = t.below[heir.Unit.Index].union(t.gives(u).both(t.divisible))
		}
	}
}

// from gives the units at or below a unit, itself first.
func (t *tree) from(u *sheets.Unit) []*sheets.Unit { return t.order[t.place[u.Index]:t.end[u.Index]] }

// sharing gives the divided units of which a part of the figure belongs to a unit or to one below it.
func (t *tree) sharing(u *sheets.Unit, slot int) []*sheets.Unit {
	if !t.divisible.has(slot) {
		return nil
	}
	var units []*sheets.Unit
	for _, other := range t.lent[u.Index] {
		if t.expects(other, slot) {
			units = append(units, other)
		}
	}
	return units
}

// shareOf is what part of a divided unit belongs to a unit or to those below it.
func (t *tree) shareOf(divided, u *sheets.Unit) *big.Rat {
	sum := new(big.Rat)
	for _, heir := range divided.Portions() {
		if at := t.place[heir.Unit.Index]; at >= t.place[u.Index] && at < t.end[u.Index] {
			sum.Add(sum, heir.Share)
		}
	}
	return sum
}

// gives are the figures, lists and columns of lists that the unit itself is expected to give.
func (t *tree) gives(u *sheets.Unit) bitset { return t.kinds[t.kind[u.Index]] }

// expects reports whether the unit itself is expected to give the figure.
func (t *tree) expects(u *sheets.Unit, slot int) bool { return t.gives(u).has(slot) }

// covers gives the figures that the unit or one below it is expected to give.
func (t *tree) covers(u *sheets.Unit) bitset {
	if t.inner[u.Index] >= 0 {
		return t.below[u.Index]
	}
	return t.gives(u)
}

// selected gives the units at or below u that have one of the levels, or the reporting units below u where no level is named.
// Units that do not last to the end of the period are not among them: what they gave counts in sums, but at the end there is one unit less.
func (t *tree) selected(u *sheets.Unit, levels []string) []*sheets.Unit {
	keys := make([]string, len(levels))
	for i, level := range levels {
		keys[i] = formula.WordKey(level)
	}
	var found []*sheets.Unit
	for _, other := range t.from(u) {
		taken := slices.Contains(keys, t.level[other.Index])
		if len(keys) == 0 {
			taken = other != u && t.reports[other.Index]
		}
		if taken && t.standing[other.Index] {
			found = append(found, other)
		}
	}
	return found
}

// owing gives the units that a part per unit is about: of those that selected gives for the levels the ones that are expected to give
// one of the bases, themselves or through a unit below them. Where no level is named they are the units that give one
// themselves. An expression without bases asks nothing of anybody, and is about all.
func (t *tree) owing(top *sheets.Unit, levels []string, bases bitset) []*sheets.Unit {
	if len(bases) == 0 {
		return t.selected(top, levels)
	}
	units, owes := t.selected(top, levels), t.covers
	if len(levels) == 0 {
		units, owes = t.from(top), t.gives
	}
	var found []*sheets.Unit
	for _, u := range units {
		if t.standing[u.Index] && owes(u).meets(bases) {
			found = append(found, u)
		}
	}
	return found
}

// bitset is a set of slots. The zero bitset is empty; a bitset that was shared is never changed.
type bitset []uint64

func (b bitset) has(slot int) bool {
	return slot >= 0 && slot/64 < len(b) && b[slot/64]&(1<<(slot%64)) != 0
}

// with adds a slot, in place where there is room.
func (b bitset) with(slot int) bitset {
	for len(b) <= slot/64 {
		b = append(b, 0)
	}
	b[slot/64] |= 1 << (slot % 64)
	return b
}

// union gives a set with the members of both.
func (b bitset) union(other bitset) bitset {
	if len(b) < len(other) {
		b, other = other, b
	}
	joined := append(bitset(nil), b...)
	for i, word := range other {
		joined[i] |= word
	}
	return joined
}

// both gives the set of the members that are in both sets.
func (b bitset) both(other bitset) bitset {
	var shared bitset
	for i := range min(len(b), len(other)) {
		shared = append(shared, b[i]&other[i])
	}
	return shared
}

// common gives the members that are in both sets, in rising order.
func (b bitset) common(other bitset) []int {
	var slots []int
	for i := range min(len(b), len(other)) {
		for word := b[i] & other[i]; word != 0; word &= word - 1 {
			slots = append(slots, i*64+bits.TrailingZeros64(word))
		}
	}
	return slots
}
