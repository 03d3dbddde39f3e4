package sheets

// Expectation says who is expected to give what in a period.
type Expectation struct {
	Period *Period

	// Reporting are the units that must submit, in the order of the registry.
	Reporting []*Unit

	// Figures[unit.Index] are the indicators that the unit is expected to give, in the order of the catalogue; nil for units that do not
	// report.
	Figures [][]*Indicator

	reports, reportedBelow []bool   // by Unit.Index: must submit; has a unit below it that must
	slots                  [][]bool // by Unit.Index and Indicator.Slot: Figures as sets, which thousands of units share
	units                  *Registry
	up                     [][]*Unit // by Unit.Index: the units to which it belongs in some part of the period, once they were asked for
}

// Expects reports whether the unit is expected to give the indicator.
func (e *Expectation) Expects(u *Unit, ind *Indicator) bool {
	set := e.slots[u.Index]
	return ind.Slot >= 0 && ind.Slot < len(set) && set[ind.Slot]
}

// Reports reports whether the unit must submit.
func (e *Expectation) Reports(u *Unit) bool { return e.reports[u.Index] }

// expectation is one of no units yet.
func (c *Catalogue) expectation(p *Period) *Expectation {
	n := len(c.Units.Units)
	return &Expectation{Period: p, units: c.Units, Figures: make([][]*Indicator, n), reports: make([]bool, n), reportedBelow: make([]bool, n), slots: make([][]bool, n)}
}

// ask adds a unit that must submit.
func (e *Expectation) ask(u *Unit) {
	e.Reporting = append(e.Reporting, u)
	e.reports[u.Index] = true
	e.eachAbove(u, func(up *Unit) bool {
		known := e.reportedBelow[up.Index]
		e.reportedBelow[up.Index] = true
		return !known
	})
}

// eachAbove goes up from a unit through all units to which it, or a unit above it, belongs in some part of the period. It goes on above a unit where
// further says so.
func (e *Expectation) eachAbove(u *Unit, further func(*Unit) bool) {
	if e.up == nil {
		e.up = make([][]*Unit, len(e.units.Units))
	}
	if e.up[u.Index] == nil {
		e.up[u.Index] = e.units.abovesIn(u, e.Period)
	}
	for _, up := range e.up[u.Index] {
		if further(up) {
			e.eachAbove(up, further)
		}
	}
}

// index makes the sets that answer Expects.
func (e *Expectation) index(slots int) {
	known := make(map[string][]bool)
	for _, u := range e.Reporting {
		set := make([]bool, slots)
		key := make([]byte, slots)
		for _, ind := range e.Figures[u.Index] {
			set[ind.Slot], key[ind.Slot] = true, 1
		}
		if same, ok := known[string(key)]; ok {
			set = same
		}
		known[string(key)], e.slots[u.Index] = set, set
	}
}

// above is the unit to which a unit belongs in the period.
func (e *Expectation) above(u *Unit) *Unit { return e.units.AboveIn(u, e.Period) }

// Expect works out who is expected to give what: a unit that must submit and is valid in the period gives the indicators whose
// entry levels name its level, unless a unit below it gives them already. A unit that ends before the period does owes what happened in its time and
// nothing of what stands at the end.
func (c *Catalogue) Expect(p *Period) *Expectation {
	e := c.expectation(p)
	for _, u := range c.Units.Units {
		if u.mustFileIn(p) {
			e.ask(u)
		}
	}
	for _, ind := range c.Indicators {
		if ind.Slot >= 0 {
			e.expect(ind)
		}
	}
	e.index(len(c.Submitted()))
	return e
}

// expect gives the indicator to the lowest reporting units of its entry levels.
func (e *Expectation) expect(ind *Indicator) {
	covered := make(map[*Unit]bool) // units with a giving unit below them
	giving := make([]*Unit, 0, len(e.Reporting))
	gives := make(map[string]bool) // by level; units are many and levels few
	for _, u := range e.Reporting {
		level := u.In(e.Period).Level
		named, known := gives[level]
		if !known {
			named = hasLevel(ind.EntryLevels, level)
			gives[level] = named
		}
		if !named || ind.Periods == PeriodLast && !u.StandsOn(e.Period.To) {
			continue
		}
		giving = append(giving, u)
		if ind.Periods == PeriodLast { // who stands at the end gives it for those above it at the end
			for up := e.above(u); up != nil && !covered[up]; up = e.above(up) {
				covered[up] = true
			}
			continue
		}
		e.eachAbove(u, func(up *Unit) bool {
			known := covered[up]
			covered[up] = true
			return !known
		})
	}
	for _, u := range giving {
		if !covered[u] {
			e.Figures[u.Index] = append(e.Figures[u.Index], ind)
		}
	}
}

// hasLevel reports whether the list of levels names the level.
func hasLevel(levels []string, level string) bool {
	for _, l := range levels {
		if sameWord(l, level) {
			return true
		}
	}
	return false
}
