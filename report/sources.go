package report

import (
	"slices"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
	"tonghop/templates"
	"tonghop/vntext"
)

// Source is something that a figure of a document was worked out from.
type Source struct {
	aggregate.Operand

	// Unit is the unit whose figure it is. Where Operand has an indicator, In.Trace(Unit, Indicator) leads on to its cells.
	Unit *sheets.Unit

	// Pos is the cell itself, of what stands in a row of a list form, was explained by the unit, or is a row of the catalogue; Raw is what was typed there.
	Pos sheets.Pos
	Raw string

	// Counted tells that it stands behind a verdict or a level that a function counts.
	Counted bool

	of *aggregate.Result // in which the operand was looked up
}

// Sources leads from a figure of a document to what it was worked out from. ok is false where its row is gone. d is what New gave.
func Sources(d templates.Data, f templates.Figure) (sources []Source, ok bool) {
	return NewTracer(d).Sources(f)
}

// tracer gathers the sources of one figure, each once. around is the document and the rows in it, the innermost last.
type tracer struct {
	around  []*data
	sources []Source
	seen    map[string]bool
	counted bool // what is added stands behind what a function counts
}

func (t *tracer) add(d *data, s Source) {
	s.of, s.Counted = d.Result, t.counted
	id := s.Name + "\x00" + s.Pos.String()
	if s.Unit != nil {
		id += "\x00" + string(s.Unit.Code)
	}
	if !t.seen[id] {
		t.seen[id] = true
		t.sources = append(t.sources, s)
	}
}

// expression adds what an expression in the innermost row was worked out from: names of the rows are looked up from the inside, what is left are
// codes and functions of the row that has figures of its own.
func (t *tracer) expression(expr *formula.Expr) {
	known := map[string]bool{}
	for _, name := range expr.Names() {
		for _, d := range slices.Backward(t.around) {
			if d.loop.field(name) != nil {
				t.field(d, name)
				known[name] = true
				break
			}
		}
	}
	home := t.home()
	for _, o := range home.Operands(home.own(), expr, home.env) {
		if known[o.Name] {
			continue
		}
		t.add(home, t.catalogued(home, Source{Operand: o, Unit: home.own()}))
		if o.Indicator != nil && o.Indicator.Formula != nil {
			t.functions(home, o.Indicator.Formula)
		}
	}
	t.functions(home, expr)
}

// functions adds what stands behind the functions of an expression that count targets or shortcomings by what became of them. Without words they
// count rows of the catalogue.
func (t *tracer) functions(home *data, expr *formula.Expr) {
	for _, use := range expr.Functions() {
		if len(use.Words) > 0 {
			t.judged(home, use.Name)
		}
	}
}

// home is the innermost row that has figures of its own.
func (t *tracer) home() *data {
	for _, d := range slices.Backward(t.around) {
		if d.narrow || d.loop.root || d.loop.ofPeriod {
			return d
		}
	}
	return t.around[0]
}

// own is the unit whose figures the codes stand for.
func (d *data) own() *sheets.Unit {
	if d.row.unit != nil {
		return d.row.unit
	}
	return d.Unit
}

// field adds where a name of a row comes from.
func (t *tracer) field(d *data, name string) {
	switch at := d.row; {
	case at.listed != nil:
		t.cell(d, name)
	case at.finding != nil && at.finding.Accepted != nil:
		t.add(d, Source{
			Unit: d.Catalogue.Units.Unit(at.finding.Unit), Operand: aggregate.Operand{Name: name, Value: d.Value(name)}, Pos: at.finding.Pos, Raw: at.finding.Raw,
		})
	case at.indicator != nil:
		unit := unitOf(d.source, at)
		t.add(d, Source{Unit: unit, Operand: aggregate.Operand{Name: string(at.indicator.Code), Indicator: at.indicator, In: d.Result, Value: d.Env(unit).Value(string(at.indicator.Code))}})
	case at.past != nil:
		t.add(d, Source{Unit: d.Catalogue.Units.Root, Operand: aggregate.Operand{Name: name, Value: d.Value(name)}, Pos: at.past.Pos})
	case at.measure != nil:
		if name == "nam_truoc" {
			t.lastYear(d, at.measure)
			break
		}
		t.measure(d, at.measure)
	case at.part != nil:
		t.part(d, at.part, at.unit)
	case at.target != nil:
		t.target(d, at.target)
	case at.shortcoming != nil:
		t.shortcoming(d, at.shortcoming)
	case at.count.level != "":
		for i := range d.Shortcomings {
			if d.Shortcomings[i].Verdict == at.count.level {
				t.shortcoming(d, &d.Shortcomings[i])
			}
		}
	case at.count.number > 0:
		for i := range d.Shortcomings {
			if vntext.Fold(d.Shortcomings[i].Shortcoming.Field) == vntext.Fold(at.count.field) {
				t.shortcoming(d, &d.Shortcomings[i])
			}
		}
	default:
		t.named(d, name)
	}
}

// cell adds the cell of a list form that a column of a row stands for.
func (t *tracer) cell(d *data, name string) {
	at := d.row.listed
	s := Source{Unit: at.Unit, Operand: aggregate.Operand{Name: name, Value: d.Value(name)}}
	for i := range at.List.Columns {
		if at.List.Columns[i].Key == name {
			cell := at.Row.Cells[i]
			s.Pos, s.Raw = at.Submission.Pos(cell), cell.Raw
		}
	}
	t.add(d, s)
}

// part adds what a part was judged by, of a unit where it was judged in one alone.
func (t *tracer) part(d *data, p *aggregate.PartResult, alone *sheets.Unit) {
	root, in := d.Catalogue.Units.Root, d.JudgedIn(p.Part)
	t.row(d, p.Part.Name(), p.Threshold, p.Part.Pos, string(p.Part.Target))
	if alone != nil {
		root = alone
	}
	for _, expr := range []*formula.Expr{p.Part.Expr, p.Part.Condition} {
		if expr == nil || in == nil {
			continue
		}
		for _, o := range in.Operands(root, expr, in.Env(root)) {
			t.add(d, t.catalogued(d, Source{Operand: o, Unit: root}))
		}
	}
}

func (t *tracer) target(d *data, r *aggregate.TargetResult) {
	for i := range r.Parts {
		t.part(d, &r.Parts[i], nil)
	}
}

func (t *tracer) shortcoming(d *data, r *aggregate.ShortcomingResult) {
	for i := range r.Measures {
		t.measure(d, &r.Measures[i])
	}
	code := string(r.Shortcoming.Code)
	t.row(d, code, figure.TextOf(string(r.Verdict)), r.Shortcoming.Pos, code)
}

// lastYear adds where last year's value of a measure comes from: last year's figures, or the cell in which the office typed it.
func (t *tracer) lastYear(d *data, m *aggregate.MeasureResult) {
	root, last := d.Catalogue.Units.Root, d.LastYear
	if !m.Counted || last == nil {
		t.add(d, Source{Operand: aggregate.Operand{Name: "nam_truoc", Value: m.LastYear}, Pos: m.Measure.LastPos, Raw: m.Measure.LastRaw})
		return
	}
	expr := m.Measure.Expr
	if part := measuredPart(d.Catalogue, m); part != nil {
		expr = part.Expr
	}
	if left, _, ok := compared(m); ok {
		expr = left
	}
	for _, o := range last.Operands(root, expr, last.Env(root)) {
		t.add(d, Source{Operand: o, Unit: root})
	}
}

func (t *tracer) measure(d *data, m *aggregate.MeasureResult) {
	if m.Measure.AllTargets && m.Target == nil {
		t.judged(d, aggregate.CountTargets)
		return
	}
	if m.Target != nil {
		for i := range d.Targets {
			if d.Targets[i].Target == m.Target {
				t.target(d, &d.Targets[i])
			}
		}
		return
	}
	if m.Measure.Expr != nil {
		root := d.Catalogue.Units.Root
		for _, o := range d.Operands(root, m.Measure.Expr, d.Env(root)) {
			t.add(d, t.catalogued(d, Source{Operand: o, Unit: root}))
		}
	}
}

// judged adds what stands behind a function that counts targets or shortcomings.
func (t *tracer) judged(d *data, function string) {
	t.counted = true
	defer func() { t.counted = false }()
	switch function {
	case aggregate.CountTargets:
		for i := range d.Targets {
			t.target(d, &d.Targets[i])
		}
	case aggregate.CountParts:
		for _, at := range slices.Backward(t.around) {
			if at.row.target != nil {
				t.target(at, at.row.target)
				break
			}
		}
	case aggregate.CountShortcomings:
		for i := range d.Shortcomings {
			t.shortcoming(d, &d.Shortcomings[i])
		}
	}
}
