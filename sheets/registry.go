package sheets

import "time"

// Unit is a row of the sheet Đơn vị.
type Unit struct {
	Code     UnitCode
	Name     string
	Aliases  []string
	Level    string // Cấp, free text
	Parent   UnitCode
	MustFile bool      // Phải nộp
	From, To time.Time // validity; zero: unlimited
	Note     string
	Pos      Pos

	// Index is the position in Registry.Units.
	Index    int
	parent   *Unit
	children []*Unit
}

// Above is the unit it belongs to, nil for the root.
func (u *Unit) Above() *Unit { return u.parent }

// Below are the units directly under it, in the order of the catalogue.
func (u *Unit) Below() []*Unit { return u.children }

// ValidIn reports whether the unit's validity overlaps the period.
func (u *Unit) ValidIn(p *Period) bool {
	return (u.From.IsZero() || !u.From.After(p.To)) && (u.To.IsZero() || !u.To.Before(p.From))
}

// Registry is the tree of units. It has exactly one root and no circles.
type Registry struct {
	Units  []*Unit // in the order of the catalogue
	Root   *Unit   // nil only in a catalogue without units
	byCode map[UnitCode]*Unit
}

// Unit gives the unit of a code, nil where there is none. Codes are compared without regard to case.
func (r *Registry) Unit(code UnitCode) *Unit { return r.byCode[foldUnit(code)] }

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
	return &Expectation{Period: p, Figures: make([][]*Indicator, n), reports: make([]bool, n), reportedBelow: make([]bool, n), slots: make([][]bool, n)}
}

// ask adds a unit that must submit.
func (e *Expectation) ask(u *Unit) {
	e.Reporting = append(e.Reporting, u)
	e.reports[u.Index] = true
	for up := u.parent; up != nil && !e.reportedBelow[up.Index]; up = up.parent {
		e.reportedBelow[up.Index] = true
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

// Expect works out who is expected to give what: a unit that must submit and is valid in the period gives the indicators whose
// entry levels name its level, unless a unit below it gives them already.
func (c *Catalogue) Expect(p *Period) *Expectation {
	e := c.expectation(p)
	for _, u := range c.Units.Units {
		if u.MustFile && u.ValidIn(p) {
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
		named, known := gives[u.Level]
		if !known {
			named = hasLevel(ind.EntryLevels, u.Level)
			gives[u.Level] = named
		}
		if !named {
			continue
		}
		giving = append(giving, u)
		for up := u.parent; up != nil && !covered[up]; up = up.parent {
			covered[up] = true
		}
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
