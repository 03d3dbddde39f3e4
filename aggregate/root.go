package aggregate

import (
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// Root is where a trace ends: a figure that units gave, rows of their list forms, or a row of the office's own catalogue.
type Root struct {
	Name string // the code of the figure, the call of a function over rows, or the name of what stands in the catalogue
	Unit *sheets.Unit

	// Of a figure that units gave: In.Trace(Unit, Indicator).Parts are its cells.
	In        *Result
	Indicator *sheets.Indicator

	Lists []ListSource // of rows

	// Pos is the cell of the catalogue, and Raw what stands in it: a setting, or the code of the row of a target, a shortcoming or a period. It is the
	// zero Pos of everything else.
	Pos sheets.Pos
	Raw string
}

// Roots are what the operands of an expression about a unit come from in the end, through all formulas, verdicts and other periods, each once and in the order in which
// they are met.
func (r *Result) Roots(u *sheets.Unit, operands ...Operand) []Root {
	g := rooter{seen: make(map[rootKey]bool)}
	for _, o := range operands {
		g.operand(r, u, o)
	}
	return g.roots
}

// rooter gathers roots.
type rooter struct {
	seen  map[rootKey]bool
	roots []Root
}

// rootKey is something of which the roots are gathered once.
type rootKey struct {
	in   *Result
	unit *sheets.Unit
	ind  *sheets.Indicator
	name string
	pos  sheets.Pos
}

// first reports whether something is met for the first time.
func (g *rooter) first(key rootKey) bool {
	if g.seen[key] {
		return false
	}
	g.seen[key] = true
	return true
}

func (g *rooter) operand(r *Result, u *sheets.Unit, o Operand) {
	switch {
	case o.Indicator != nil && o.In != nil:
		g.figure(o.In, u, o.Indicator)
	case len(o.Lists) > 0:
		if g.first(rootKey{in: r, unit: u, name: o.Name}) {
			g.roots = append(g.roots, Root{Name: o.Name, Unit: u, In: r, Lists: o.Lists})
		}
	case o.Inner != nil:
		for _, inner := range o.Inner {
			g.operand(o.In, u, inner)
		}
	case len(o.Targets)+len(o.Shortcomings) > 0:
		for _, t := range o.Targets {
			g.target(r, t)
		}
		for _, s := range o.Shortcomings {
			g.shortcoming(r, s)
		}
	default:
		if pos, raw := r.Catalogued(o.Name); pos != (sheets.Pos{}) {
			g.row(o.Name, pos, raw)
		}
	}
}

// row adds a row of the catalogue.
func (g *rooter) row(name string, pos sheets.Pos, raw string) {
	if g.first(rootKey{pos: pos}) {
		g.roots = append(g.roots, Root{Name: name, Pos: pos, Raw: raw})
	}
}

func (g *rooter) figure(r *Result, u *sheets.Unit, ind *sheets.Indicator) {
	switch {
	case !g.first(rootKey{in: r, unit: u, ind: ind}):
	case ind.Slot >= 0:
		g.roots = append(g.roots, Root{Name: string(ind.Code), Unit: u, In: r, Indicator: ind})
	case !r.deps.circular[ind]:
		g.expression(r, u, ind.Formula)
	}
}

func (g *rooter) expression(r *Result, u *sheets.Unit, expr *formula.Expr) {
	if expr == nil {
		return
	}
	for _, o := range r.Operands(u, expr, r.Env(u)) {
		g.operand(r, u, o)
	}
}

func (g *rooter) target(r *Result, t *TargetResult) {
	g.row(string(t.Target.Code), t.Target.Pos, string(t.Target.Code))
	for i := range t.Parts {
		g.part(r, t.Parts[i].Part)
	}
}

func (g *rooter) part(r *Result, p *sheets.Part) {
	g.row(p.Name(), p.Pos, string(p.Target))
	for _, own := range p.Assigned {
		g.row(p.Name()+", "+string(own.Unit), own.Pos, string(own.Unit))
	}
	if r = r.JudgedIn(p); r != nil {
		root := r.Catalogue.Units.Root
		g.expression(r, root, p.Expr)
		g.expression(r, root, p.Condition)
	}
}

func (g *rooter) shortcoming(r *Result, s *ShortcomingResult) {
	code := string(s.Shortcoming.Code)
	g.row(code, s.Shortcoming.Pos, code)
	for _, clause := range s.Shortcoming.Clauses {
		g.row(code+"."+clause.Key, clause.Pos, code)
	}
	for i := range s.Measures {
		g.measure(r, &s.Measures[i])
	}
}

func (g *rooter) measure(r *Result, m *MeasureResult) {
	g.expression(r, r.Catalogue.Units.Root, m.Measure.Expr)
	var part *PartResult
	if m.Target != nil {
		t := r.targetNamed(m.Target.Code)
		if part = t.part(m.Measure.Part); part != nil && m.Measure.Part != "" {
			g.part(r, part.Part)
		} else {
			g.target(r, t)
		}
	}
	g.lastYear(r, m, part)
}

// lastYear adds where last year's value of a measure comes from: last year's forms, or the cell in which the office typed it.
func (g *rooter) lastYear(r *Result, m *MeasureResult, part *PartResult) {
	switch {
	case m.LastYear.IsMissing():
	case !m.Counted:
		g.row(m.Measure.Text, m.Measure.LastPos, m.Measure.LastRaw)
	case part != nil:
		g.expression(r.LastYear, r.Catalogue.Units.Root, part.Part.Expr)
	case m.Measure.Expr != nil:
		g.expression(r.LastYear, r.Catalogue.Units.Root, m.Measure.Expr)
	}
}

// Catalogued leads from a name of expressions that is no figure to its cell in the catalogue, with what stands there: a setting, the row of the period, the row of the
// part of which nguong is asked. It gives the zero Pos where the catalogue has no such thing.
func (r *Result) Catalogued(name string) (pos sheets.Pos, raw string) {
	if key, ok := strings.CutPrefix(name, "thong_tin."); ok {
		i := slices.IndexFunc(r.Catalogue.Settings, func(s sheets.Setting) bool { return formula.WordKey(s.Key) == formula.WordKey(key) })
		if i < 0 {
			return sheets.Pos{}, ""
		}
		return r.Catalogue.Settings[i].Pos, r.Catalogue.Settings[i].Value
	}
	function, words, _ := strings.Cut(strings.TrimSuffix(name, ")"), "(")
	if _, known := periodValue(r.Batch.Period, name); known || function == months {
		return r.Batch.Period.Pos, r.Batch.Period.Code
	}
	if function == threshold || function == planToDate {
		if p := r.Catalogue.Part(words); p != nil {
			return p.Pos, string(p.Target)
		}
	}
	return sheets.Pos{}, ""
}

// judgedBy are the targets or shortcomings that a function counts in an environment, whatever became of them.
func (r *Result) judgedBy(function string, e formula.Env) (targets []*TargetResult, shortcomings []*ShortcomingResult) {
	var s scope
	if own, ok := e.(*env); ok {
		s = own.scope
	}
	switch function {
	case CountTargets, CountParts:
		for i := range r.Targets {
			if t := &r.Targets[i]; function == CountTargets || s.target == nil || s.target.Target == t.Target {
				targets = append(targets, t)
			}
		}
	case CountShortcomings:
		for i := range r.Shortcomings {
			if k := &r.Shortcomings[i]; s.field == nil || formula.WordKey(k.Shortcoming.Field) == formula.WordKey(*s.field) {
				shortcomings = append(shortcomings, k)
			}
		}
	}
	return targets, shortcomings
}

// Cell is a cell in which a trace ends, with what stands in it.
type Cell struct {
	Pos   sheets.Pos
	Raw   string
	Unit  *sheets.Unit // nil for the catalogue
	Value figure.Value
}

// Cells are the cells of a root. Units that gave nothing have none. A row of a list form of which no column is asked for has a Pos without column.
func (o Root) Cells() []Cell {
	var cells []Cell
	switch {
	case o.Indicator != nil:
		for _, p := range o.In.Trace(o.Unit, o.Indicator).Parts {
			if p.Pos != (sheets.Pos{}) {
				cells = append(cells, Cell{p.Pos, p.Raw, p.Unit, p.Value})
			}
		}
	case o.Lists != nil:
		for _, l := range o.Lists {
			for _, c := range l.Cells {
				cells = append(cells, Cell{c.Pos, c.Raw, l.Unit, figure.Value{}})
			}
		}
	default:
		cells = append(cells, Cell{Pos: o.Pos, Raw: o.Raw})
	}
	return cells
}
