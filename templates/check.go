package templates

import (
	"slices"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/vntext"
)

var (
	faultUnknownSection = lang.Format{
		Vi: "Không có vòng lặp hay số liệu nào tên “%s”.%s",
		En: "There is no loop and no figure named “%s”.%s"}
	faultLoopAsValue = lang.Format{
		Vi: "“%s” là một vòng lặp, không in ra trực tiếp được. Viết {{#%[1]s}} … {{/%[1]s}}.",
		En: "“%s” is a loop and cannot be printed. Write {{#%[1]s}} … {{/%[1]s}}."}
)

var (
	faultStyleKind = lang.Format{
		Vi: "Kiểu in “%s” chỉ dùng cho %s, còn “%s” là %s. Chọn kiểu in khác (xem: tonghop list dinhdang).",
		En: "The style “%s” is for %s, and “%s” is %s. Choose another style (see tonghop list styles)."}
	kindNames = map[figure.Kind]lang.Format{
		figure.Number: {Vi: "con số", En: "a number"},
		figure.Range:  {Vi: "khoảng (từ … đến …)", En: "a range"},
		figure.Date:   {Vi: "ngày", En: "a date"},
		figure.Bool:   {Vi: "điều kiện (có hoặc không)", En: "a condition (yes or no)"},
		figure.Text:   {Vi: "chữ", En: "a text"},
		figure.Prose:  {Vi: "chữ", En: "a text"},
		figure.List:   {Vi: "danh sách", En: "a list"},
	}
)

func kindWord(k figure.Kind) lang.Message { return kindNames[k].With() }

// maxNear is how many names a fault suggests.
const maxNear = 3

// Check compares the template with the names of a catalogue and gives the faults that Compile could not see: unknown names and words,
// conditions that are none, loops that cannot be repeated. Faults of Compile are not repeated.
func (t *Template) Check(s Schema) []Fault {
	var list faultList
	c := checker{faults: &list, template: t, seen: map[*note]bool{}}
	root := &names{schema: s}
	for _, p := range t.parts {
		c.nodes([]node{p.node}, root)
	}
	for _, b := range t.books {
		for _, n := range b.notes {
			if !n.marked && !n.plain {
				c.nodes([]node{n.node}, root)
			}
		}
	}
	return list.faults()
}

// checker is the checking of one template against the names of a catalogue.
type checker struct {
	faults   *faultList
	template *Template
	loops    int            // around what is being checked
	seen     map[*note]bool // notes that are being checked
}

func (c *checker) nodes(nodes []node, n *names) {
	for _, at := range nodes {
		c.node(at, n)
	}
}

// node checks a node and what is in it.
func (c *checker) node(at node, n *names) {
	switch at := at.(type) {
	case *value:
		c.value(at.tag, n)
	case *section:
		c.section(at, n)
	case *literal:
		c.notes(at, n)
	case *group:
		c.nodes(at.inner, n)
	case *paragraph:
		c.nodes(at.inner, n)
	case *wrapper:
		c.nodes(at.inner, n)
	case *cell:
		c.nodes(at.inner, n)
	case *row:
		c.nodes(at.inner, n)
	case *table:
		c.columns(at.loop, n)
		c.nodes(at.inner, n)
	case *chartLoop:
		c.chart(at, n)
	case *columnCells:
		if row, ok := n.loop(at.loop.tag.name); ok {
			c.nodes(at.inner, row)
		}
	case *shapedFormat:
		c.nodes([]node{at.before, at.after}, n)
	case *story:
		c.nodes(at.inner, n)
	}
}

// value checks the expression of a tag that prints.
func (c *checker) value(t *tag, n *names) {
	if t.name != "" && !n.Known(t.name) {
		if _, isLoop := n.loop(t.name); isLoop {
			c.faults.add(t, faultLoopAsValue.With(t.name))
			return
		}
	}
	c.expr(t, n)
	if kind := kindOfTag(t.expr, n); len(t.styles) > 0 && !t.styles[0].Prints(kind) {
		c.faults.add(t, faultStyleKind.With(t.styles[0].Name, kindWord(t.styles[0].Kinds[0]), shorten(t.expr.String(), 60), kindWord(kind)))
	}
}

// kindOfTag is the kind of value that an expression gives, figure.Missing where only the data will tell.
func kindOfTag(e *formula.Expr, n *names) figure.Kind {
	if name := bareName(e); name != "" {
		return n.kind(name)
	}
	return e.Result()
}

func (c *checker) expr(t *tag, n *names) {
	for _, f := range t.expr.Check(n) {
		c.faults.add(t, f.Message, f.Suggestions...)
	}
}

// section checks a loop or a condition with what is in it.
func (c *checker) section(s *section, n *names) {
	inside, name := n, s.tag.name
	switch row, isLoop := n.loop(name); {
	case name != "" && isLoop:
		inside = row
		c.steps(s.tag, row)
		if s.breaks {
			c.faults.add(s.tag, faultBreak.With())
		}
	case name != "" && !n.Known(name):
		near := vntext.Nearest(name, append(n.loops(), n.Names()...), maxNear)
		c.faults.add(s.tag, faultUnknownSection.With(name, didMean(near)), near...)
		inside = &names{anyRowOf(n), n}
	default:
		c.expr(s.tag, n)
		if len(s.tag.steps) > 0 {
			c.faults.add(s.tag, faultStepNoLoop.With(s.tag.text))
		}
		if kind := kindOfTag(s.tag.expr, n); noCondition(kind) {
			c.faults.add(s.tag, conditionFault(s.tag, kind))
		}
	}
	if inside != n {
		c.loops++
		defer func() { c.loops-- }()
	}
	c.nodes(s.then, inside)
	c.nodes(s.otherwise, n)
}

// chart checks the tags of the data of a chart.
func (c *checker) chart(l *chartLoop, n *names) {
	if c.loops > 0 {
		c.faults.add(l.tag, faultChartLoop.With())
	}
	row, ok := n.loop(l.tag.name)
	if !ok {
		near := vntext.Nearest(l.tag.text, n.loops(), maxNear)
		c.faults.add(l.tag, faultChartNoLoop.With(l.tag.text, didMean(near)), near...)
		return
	}
	c.steps(l.tag, row)
	c.value(l.category, row)
	for _, t := range l.values {
		c.value(t, row)
		switch kind := kindOfTag(t.expr, row); kind {
		case figure.Number, figure.Missing:
		default:
			c.faults.add(t, findingChartValue.With(shorten(t.expr.String(), 60)))
		}
	}
}

// columns checks the tag of a loop over columns.
func (c *checker) columns(l *columnLoop, n *names) {
	if l == nil {
		return
	}
	row, ok := n.loop(l.tag.name)
	if !ok {
		near := vntext.Nearest(l.tag.text, n.loops(), maxNear)
		c.faults.add(l.tag, faultColumnNoLoop.With(l.tag.text, didMean(near)), near...)
		return
	}
	c.steps(l.tag, row)
}

// steps checks the steps of a loop with the names of its rows.
func (c *checker) steps(t *tag, row *names) {
	for _, s := range t.steps {
		if s.expr == nil {
			continue
		}
		for _, f := range s.expr.Check(row) {
			c.faults.add(t, f.Message, f.Suggestions...)
		}
		if s.takes == takesCondition && noCondition(kindOfTag(s.expr, row)) {
			c.faults.add(t, faultStepCondition.With(s.Name, shorten(s.expr.String(), 60), s.Example))
		}
	}
}

// notes checks the notes whose marks stand in a stretch of the template, with the names that are known there.
func (c *checker) notes(l *literal, n *names) {
	for _, p := range l.parts {
		if p.slot == nil {
			continue
		}
		page, ok := c.template.notes[noteRef{p.slot.kind, p.slot.id}]
		if !ok || c.seen[page.note] {
			continue
		}
		c.seen[page.note] = true
		c.nodes([]node{page.node}, n)
		delete(c.seen, page.note)
	}
}

// Use is one tag of a template that prints, repeats or asks.
type Use struct {
	Place Place
	// Tag is the tag as it was typed.
	Tag string
	// Expression is what it evaluates, in canonical writing; a loop is its name alone.
	Expression string
	// Section tells a loop or a condition from a tag that prints.
	Section bool
	// Names are the names that the expression looks up.
	Names []string
	// Styles are the styles it is printed with, as the tag names them.
	Styles []string
	// Steps choose and sort the rows of a loop, each in canonical writing: "loc xd_dvut > 0".
	Steps []string
	// Inside are the names of the loops and conditions around the tag, the outermost first.
	Inside []string
}

// Tags gives every tag of the template that prints, repeats or asks, in the order of the document.
func (t *Template) Tags() []Use {
	var uses []Use
	inside := map[*tag][]string{}
	add := func(t *tag, section bool) {
		u := Use{Place: t.place, Tag: t.typed, Section: section, Inside: inside[t]}
		if t.expr != nil {
			u.Expression, u.Names = t.expr.String(), t.expr.Names()
		}
		for _, s := range t.steps {
			u.Steps = append(u.Steps, s.String())
			for _, name := range s.expr.Names() {
				if !slices.Contains(u.Names, name) {
					u.Names = append(u.Names, name)
				}
			}
		}
		for _, s := range t.styles {
			u.Styles = append(u.Styles, s.Name)
		}
		if t.bold {
			u.Styles = append(u.Styles, boldStyle)
		}
		if t.measured {
			u.Styles = append(u.Styles, measureStyle)
		}
		if t.bare {
			u.Styles = append(u.Styles, bareStyle)
		}
		uses = append(uses, u)
	}
	visit := func(n node) {
		switch n := n.(type) {
		case *value:
			add(n.tag, false)
		case *section:
			add(n.tag, true)
			surround(inside, n.tag.name, n.then)
		case *chartLoop:
			add(n.tag, true)
			add(n.category, false)
			for _, t := range n.values {
				add(t, false)
			}
		case *table:
			if n.loop != nil {
				add(n.loop.tag, true)
			}
		case *columnCells:
			surround(inside, n.loop.tag.name, n.inner)
		}
	}
	for _, p := range t.parts {
		walk([]node{p.node}, visit)
	}
	for _, b := range t.books {
		for _, n := range b.notes {
			walk([]node{n.node}, visit)
		}
	}
	return uses
}

// surround notes a loop or a condition as standing around the tags in some nodes.
func surround(inside map[*tag][]string, name string, nodes []node) {
	if name == "" {
		return
	}
	walk(nodes, func(n node) {
		switch n := n.(type) {
		case *value:
			inside[n.tag] = append(inside[n.tag], name)
		case *section:
			inside[n.tag] = append(inside[n.tag], name)
		}
	})
}
