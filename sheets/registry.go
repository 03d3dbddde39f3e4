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

	reports, reportedBelow []bool // by Unit.Index: must submit; has a unit below it that must
}

// Expects reports whether the unit is expected to give the indicator.
func (e *Expectation) Expects(u *Unit, ind *Indicator) bool {
	for _, other := range e.Figures[u.Index] {
		if other == ind {
			return true
		}
	}
	return false
}

// Expect works out who is expected to give what: a unit that must submit and is valid in the period gives the indicators whose
// entry levels name its level, unless a unit below it gives them already.
func (c *Catalogue) Expect(p *Period) *Expectation {
	n := len(c.Units.Units)
	e := &Expectation{Period: p, Figures: make([][]*Indicator, n), reports: make([]bool, n), reportedBelow: make([]bool, n)}
	for _, u := range c.Units.Units {
		if !u.MustFile || !u.ValidIn(p) {
			continue
		}
		e.Reporting = append(e.Reporting, u)
		e.reports[u.Index] = true
		for up := u.parent; up != nil && !e.reportedBelow[up.Index]; up = up.parent {
			e.reportedBelow[up.Index] = true
		}
	}
	for _, ind := range c.Indicators {
		if ind.Slot >= 0 {
			e.expect(ind)
		}
	}
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
