package aggregate

import (
	"slices"

	"tonghop/figure"
	"tonghop/sheets"
)

// mark is an error or a warning about figures of a unit.
type mark struct {
	at    int    // the place of the unit in the tree
	slots bitset // the figures it is about
}

// mark notes the errors and warnings about figures. One that names an indicator is about that; one of a rule is about all the figures on
// both sides of the rule. A finding about a unit as a whole, such as a missing form, shows in the coverage and is no mark.
func (r *Result) mark(findings []sheets.Finding) {
	rules := make(map[string]bitset)
	for _, rule := range r.Catalogue.Rules {
		rules[rule.Code] = r.deps.ofExpr(rule.Left).bases.union(r.deps.ofExpr(rule.Right).bases)
	}
	for _, f := range findings {
		u := r.unitOf(f)
		if u == nil || f.Severity != figure.Warning && f.Severity != figure.Error {
			continue
		}
		slots := rules[f.Code]
		for _, one := range f.Cases {
			if ind := r.Catalogue.Indicator(one.Indicator); ind != nil {
				slots = slots.union(r.deps.of(ind).bases)
			}
		}
		if ind := r.Catalogue.Indicator(f.Indicator); ind != nil {
			slots = slots.union(r.deps.of(ind).bases)
		}
		if slot, ok := r.deps.lists.named(f.Indicator); ok {
			slots = slots.union(bitset(nil).with(slot))
		}
		if len(slots) > 0 {
			r.marks = append(r.marks, mark{r.tree.place[u.Index], slots})
		}
	}
	slices.SortStableFunc(r.marks, func(a, b mark) int { return a.at - b.at })
}

// findingsBehind counts the errors and warnings about any of the figures at units at or below u.
func (r *Result) findingsBehind(u *sheets.Unit, slots bitset) int {
	count := r.findingsFrom(r.tree.place[u.Index], r.tree.end[u.Index], slots)
	for _, divided := range r.tree.lent[u.Index] {
		count += r.findingsFrom(r.tree.place[divided.Index], r.tree.end[divided.Index], slots.both(r.tree.divisible))
	}
	return count
}

// findingsFrom counts those at the units of some places.
func (r *Result) findingsFrom(from, end int, slots bitset) int {
	byPlace := func(m mark, at int) int { return m.at - at }
	first, _ := slices.BinarySearchFunc(r.marks, from, byPlace)
	behind, _ := slices.BinarySearchFunc(r.marks, end, byPlace)
	count := 0
	for _, m := range r.marks[first:behind] {
		if m.slots.meets(slots) {
			count++
		}
	}
	return count
}

// meets reports whether two sets have a member in common.
func (b bitset) meets(other bitset) bool {
	for i := range min(len(b), len(other)) {
		if b[i]&other[i] != 0 {
			return true
		}
	}
	return false
}
