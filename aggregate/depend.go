package aggregate

import (
	"tonghop/formula"
	"tonghop/sheets"
)

// dependencies say what every derived figure is made of.
type dependencies struct {
	catalogue *sheets.Catalogue
	derived   map[*sheets.Indicator]makings
	circular  map[*sheets.Indicator]bool   // derived figures that are made of themselves
	named     map[string]*sheets.Indicator // by every name that a formula uses, as typed
	lists     listSlots
}

// makings are what a figure or an expression is made of, through all formulas.
type makings struct {
	bases bitset // the slots of the submitted figures, and of lists and their columns
	needs phase  // what it counts: targets and their parts, or shortcomings

	elsewhere []shifted // what is taken from other periods
}

// shifted is what an expression is made of in another period.
type shifted struct {
	function string
	makings
}

// mostShifts is how many periods away the makings are followed, through the period before the period before. Formulas in a circle, which are
// faults, end there too.
const mostShifts = 8

// phase is how far the judging has come. What counts targets exists only after the targets were judged, and what counts shortcomings after
// those.
type phase uint8

const (
	summed phase = iota
	targetsJudged
	allJudged
)

func dependenciesOf(c *sheets.Catalogue) *dependencies {
	d := &dependencies{
		catalogue: c, derived: make(map[*sheets.Indicator]makings),
		circular: make(map[*sheets.Indicator]bool), named: make(map[string]*sheets.Indicator), lists: listSlotsOf(c),
	}
	for _, ind := range c.Indicators {
		d.named[string(ind.Code)] = ind
		for _, name := range ind.Formula.Names() {
			d.named[name] = c.Indicator(sheets.Code(name))
		}
	}
	for _, ind := range c.Indicators {
		if ind.Slot >= 0 {
			continue
		}
		var m makings
		d.circular[ind] = d.collect(ind.Formula, &m, make(map[*sheets.Indicator]bool), ind, 0)
		d.derived[ind] = m
	}
	return d
}

// collect adds to m what the expression is made of, passing every derived figure once. It reports whether goal is among
// them.
func (d *dependencies) collect(e *formula.Expr, m *makings, passed map[*sheets.Indicator]bool, goal *sheets.Indicator, shifts int) bool {
	found := false
	names, uses := e.Now()
	d.functions(uses, m)
	for _, s := range e.Shifts() {
		if shifts < mostShifts {
			other := shifted{function: s.Function}
			found = d.collect(s.Expr, &other.makings, make(map[*sheets.Indicator]bool), goal, shifts+1) || found
			m.elsewhere = append(m.elsewhere, other)
		}
	}
	for _, name := range names {
		ind := d.indicator(name)
		switch {
		case ind == nil:
			continue
		case ind.Slot >= 0:
			m.bases = m.bases.with(ind.Slot)
			continue
		}
		found = found || ind == goal
		if !passed[ind] {
			passed[ind] = true
			found = d.collect(ind.Formula, m, passed, goal, shifts) || found
		}
	}
	return found
}

// functions adds to m what the functions of an expression need.
func (d *dependencies) functions(uses []formula.Use, m *makings) {
	for _, use := range uses {
		m.needs = max(m.needs, neededBy(use.Name))
		if q, ok := d.catalogue.RowQuestion(use); ok {
			m.bases = m.bases.union(d.lists.asked(q))
		}
	}
}

// indicator gives the indicator of a name in a formula, nil for other names.
func (d *dependencies) indicator(name string) *sheets.Indicator {
	if ind, known := d.named[name]; known {
		return ind
	}
	return d.catalogue.Indicator(sheets.Code(name))
}

// of says what a figure is made of.
func (d *dependencies) of(ind *sheets.Indicator) makings {
	if ind.Slot >= 0 {
		return makings{bases: bitset(nil).with(ind.Slot)}
	}
	return d.derived[ind]
}

// ofExpr says what an expression is made of.
func (d *dependencies) ofExpr(e *formula.Expr) makings {
	var m makings
	names, uses := e.Now()
	d.functions(uses, &m)
	for _, name := range names {
		if ind := d.indicator(name); ind != nil {
			of := d.of(ind)
			m.bases = m.bases.union(of.bases)
			m.needs = max(m.needs, of.needs)
			m.elsewhere = append(m.elsewhere, of.elsewhere...)
		}
	}
	for _, s := range e.Shifts() {
		m.elsewhere = append(m.elsewhere, shifted{s.Function, d.ofExpr(s.Expr)})
	}
	return m
}

// neededBy is how far the judging must have come before a function can answer.
func neededBy(function string) phase {
	switch function {
	case CountTargets, CountParts:
		return targetsJudged
	case CountShortcomings:
		return allJudged
	}
	return summed
}
