package aggregate

import (
	"math/big"
	"slices"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/workers"
)

// tally is what the units at or below an inner unit gave for one figure. It is kept small, because every inner unit has one for
// every figure; the totals of leaves are made from the batch when they are asked for.
type tally struct {
	given    int32 // reports that stand behind what was given: units, of a composite period units times sub-periods
	expected int32 // reports that were expected, without those that say "không áp dụng"
	units    int32 // units that gave a value
	notPut   int32 // units whose values in the sub-periods are not put together
	exempt   int32 // units that answered "không áp dụng"
	yes      int32 // units that said yes

	// What was put together, nil where nothing can be or nobody gave anything. The denominator is that of ratios alone.
	number, denominator *big.Rat
}

// gather collects the values of one figure at one inner unit while its tally is made.
type gather struct {
	tally
	sum, under sum // of numbers or numerators, and of denominators
}

// add takes in what one unit answered.
func (g *gather) add(a sheets.Reported, m method) {
	g.count(a)
	if a.State == sheets.Given {
		g.take(a.Value, m)
	}
}

// count takes in that one unit answered.
func (t *tally) count(a sheets.Reported) {
	t.given += int32(a.Have)
	t.expected += int32(a.Expected)
	switch {
	case a.State == sheets.Exempt:
		t.exempt++
	case a.State == sheets.Given:
		t.units++
	case a.NotPut:
		t.notPut++
	}
}

// addShare takes in a part of what a divided unit gave.
func (g *gather) addShare(a sheets.Reported, share *big.Rat) {
	if a.State != sheets.Given {
		return
	}
	if a.Rat != nil {
		g.sum.add(new(big.Rat).Mul(a.Rat, share))
	}
	if a.Rat2 != nil {
		g.under.add(new(big.Rat).Mul(a.Rat2, share))
	}
}

func (g *gather) take(v sheets.Value, m method) {
	switch m {
	case addUp, mean:
		g.sum.add(v.Rat)
	case addTerms:
		g.sum.add(v.Rat)
		g.under.add(v.Rat2)
	case highest, lowest:
		g.choose(v.Rat, m)
	case countYes:
		if v.Yes {
			g.yes++
		}
	}
}

// choose keeps the value that is highest or lowest.
func (g *gather) choose(v *big.Rat, m method) {
	if v != nil && (g.number == nil || m == highest && v.Cmp(g.number) > 0 || m == lowest && v.Cmp(g.number) < 0) {
		g.number = v
	}
}

// merge takes in what the units at or below another unit gave.
func (g *gather) merge(other *gather, m method) {
	g.given += other.given
	g.expected += other.expected
	g.units += other.units
	g.notPut += other.notPut
	g.exempt += other.exempt
	g.yes += other.yes
	g.sum.merge(other.sum)
	g.under.merge(other.under)
	g.choose(other.number, m)
}

// seal makes the tally.
func (g *gather) seal(m method) tally {
	t := g.tally
	switch {
	case t.units == 0:
	case m == addUp:
		t.number = g.sum.rat()
	case m == addTerms:
		t.number, t.denominator = g.sum.rat(), g.under.rat()
	case m == mean:
		t.number = g.sum.rat()
		t.number.Quo(t.number, whole(int(t.units)))
	}
	return t
}

// tallyAll makes the tallies of all inner units, one figure after another: tallies[slot][inner]. Each worker writes into places of
// its own, so that their number changes nothing.
func (r *Result) tallyAll(jobs int) {
	figures := r.bySlot
	r.tallies = make([][]tally, len(figures))
	r.methods = make([]method, len(figures))
	workers.Each(jobs, len(figures), nil, func() func(int) {
		buffer := make([]gather, r.tree.inners)
		return func(i int) {
			r.methods[figures[i].Slot] = methodOf(figures[i])
			r.tallies[figures[i].Slot] = r.tally(figures[i], buffer)
		}
	})
}

// tally goes through the units from the last to the first, so that every unit is complete when it is added to the one above.
func (r *Result) tally(ind *sheets.Indicator, buffer []gather) []tally {
	t, m := r.tree, methodOf(ind)
	clear(buffer)
	sealed := make([]tally, len(buffer))
	for i := len(t.order) - 1; i >= 0; i-- {
		u := t.order[i]
		var upper *gather
		if up := u.Above(); up != nil {
			upper = &buffer[t.inner[up.Index]]
		}
		into := upper
		if n := t.inner[u.Index]; n >= 0 {
			into = &buffer[n]
		}
		switch {
		case into == nil || !t.expects(u, ind.Slot):
		case u.Portions() != nil && m.divides(): // its parts come up from the units that have them
			a := r.answer(u, ind)
			into.count(a)
			for _, heir := range u.Portions() {
				buffer[t.inner[heir.Unit.Index]].addShare(a, heir.Share)
			}
		default:
			into.add(r.answer(u, ind), m)
		}
		if into != nil && into != upper {
			with := *into // the divided units are counted at every unit that has a part of them, and once above all their parts
			for _, divided := range t.sharing(u, ind.Slot) {
				with.count(r.answer(divided, ind))
			}
			sealed[t.inner[u.Index]] = with.seal(m)
			if upper != nil {
				upper.merge(into, m)
			}
		}
	}
	return sealed
}

// answer is what counts of a unit's answer: nothing where the unit is left out.
func (r *Result) answer(u *sheets.Unit, ind *sheets.Indicator) sheets.Reported {
	return r.counted.Answer(u, ind)
}

// figureOf is the value of the tally as formulas see it.
func (r *Result) figureOf(t tally, u *sheets.Unit, ind *sheets.Indicator) figure.Value {
	missing := figure.MissingOf(string(ind.Code))
	switch {
	case t.expected == 0 && t.exempt > 0:
		return figure.Value{Kind: figure.NotApplicable}
	case r.notAdded(u, ind):
		return figure.MissingOf(formula.NotAdded.With(string(ind.Code)).In(lang.Vi))
	case t.notPut > 0: // the sum of the others would be the sum of some
		return notPut(ind)
	case t.units == 0:
		return missing
	}
	switch r.methods[ind.Slot] {
	case addUp, mean:
		return figure.NumberOf(t.number)
	case addTerms:
		if v := figure.Quotient(t.number, t.denominator); !v.IsMissing() {
			return v
		}
	case highest, lowest:
		return sheets.Value{State: sheets.Given, Rat: t.number}.Figure(ind)
	case countYes:
		return figure.Int(int(t.yes))
	case countGiven:
		return figure.Int(int(t.units))
	case countByName:
		return figure.Value{Kind: figure.List, Items: r.chosen(u, ind)}
	case listTexts:
		return figure.Value{Kind: figure.List, Items: r.texts(u, ind)}
	}
	return missing
}

// notPut is the value of a figure whose values in the sub-periods are not put together.
func notPut(ind *sheets.Indicator) figure.Value {
	return figure.MissingOf(formula.NotPut.With(string(ind.Code)).In(lang.Vi))
}

// chosen counts the units that chose each option, in the order of the options. Options that nobody chose are left out. An answer
// that is no option, which reading does not let through, is counted under its own text behind the options.
func (r *Result) chosen(u *sheets.Unit, ind *sheets.Indicator) []figure.Item {
	var items []figure.Item
	at := make(map[string]int)
	for _, option := range r.Catalogue.OptionsOf(string(ind.Code)) {
		at[option.Code] = len(items)
		items = append(items, figure.Item{Text: option.Label})
	}
	for _, v := range r.given(u, ind) {
		i, known := at[v.Text]
		if !known {
			i = len(items)
			at[v.Text] = i
			items = append(items, figure.Item{Text: v.Text})
		}
		items[i].Count++
	}
	return slices.DeleteFunc(items, func(item figure.Item) bool { return item.Count == 0 })
}

// texts lists what units wrote, or the labels of the options that they chose, in the order of the tree.
func (r *Result) texts(u *sheets.Unit, ind *sheets.Indicator) []figure.Item {
	labels := make(map[string]string)
	for _, option := range r.Catalogue.OptionsOf(string(ind.Code)) {
		labels[option.Code] = option.Label
	}
	var items []figure.Item
	for _, v := range r.given(u, ind) {
		text, known := labels[v.Text]
		if !known {
			text = v.Text
		}
		items = append(items, figure.Item{Text: text})
	}
	return items
}

// given are the values of a figure that the units at or below u gave, in the order of the tree.
func (r *Result) given(u *sheets.Unit, ind *sheets.Indicator) []sheets.Value {
	var values []sheets.Value
	for _, other := range r.tree.from(u) {
		if !r.tree.expects(other, ind.Slot) {
			continue
		}
		if v := r.answer(other, ind); v.State == sheets.Given {
			values = append(values, v.Value)
		}
	}
	return values
}
