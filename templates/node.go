package templates

// node is a part of the tree that a template is compiled to. Filling writes it with the values of a scope. Nodes are never
// changed once the tree is built, so that many documents can be filled at the same time.
type node interface {
	fill(f *filling, d *scope)
}

// literal is a stretch of the template that is copied, with slots in it for what has to be unique in the document.
type literal struct {
	parts   []part
	visible bool
	// first and last are the outermost blocks with which the stretch begins and ends; bytesRole where it holds no block.
	first, last role
	// touching tells that a table with which it begins stands right behind another table in the template too.
	touching bool
	rows     bool // it holds rows of the table around it
}

// newLiteral makes a node of a piece without tags.
func newLiteral(p piece) *literal {
	l := newBytes(p.raw)
	l.visible = p.visible
	switch p.what {
	case paragraphRole, tableRole:
		l.first, l.last = p.what, p.what
	case wrapperRole, shellRole:
		if p.visible {
			l.first, l.last = paragraphRole, paragraphRole
		}
	case rowRole:
		l.rows = true
	}
	return l
}

// newBytes makes a node of a stretch of bytes that is no block.
func newBytes(raw []byte) *literal { return &literal{parts: slotted(raw)} }

func (l *literal) fill(f *filling, d *scope) {
	if l.first == tableRole && !l.touching {
		f.keepApart()
	}
	for i := range l.parts {
		if p := &l.parts[i]; p.slot == nil {
			f.out = append(f.out, p.bytes...)
		} else {
			p.slot.fill(f, d)
		}
	}
	if l.visible {
		f.visible++
	}
	if l.last != bytesRole {
		f.top().last = l.last
	}
	if l.rows {
		f.top().rows = true
	}
}

// joinLiterals makes one node of literals that follow each other.
func joinLiterals(nodes []node) []node {
	var joined []node
	for _, n := range nodes {
		next, ok := n.(*literal)
		if !ok || len(joined) == 0 {
			joined = append(joined, n)
			continue
		}
		before, ok := joined[len(joined)-1].(*literal)
		if !ok || before.last == tableRole && next.first == tableRole && !next.touching {
			joined = append(joined, n)
			continue
		}
		joined[len(joined)-1] = before.join(next)
	}
	return joined
}

func (l *literal) join(next *literal) *literal {
	both := *l
	both.parts = joinParts(l.parts, next.parts)
	both.visible = l.visible || next.visible
	both.rows = l.rows || next.rows
	if l.first == bytesRole {
		both.first, both.touching = next.first, next.touching
	}
	if next.last != bytesRole {
		both.last = next.last
	}
	return &both
}

// touch tells a table that it stands right behind another one in the template too.
func touch(n node) {
	switch n := n.(type) {
	case *literal:
		n.touching = true
	case *table:
		n.touching = true
	}
}

// group is nodes that follow each other.
type group struct{ inner []node }

func (g *group) fill(f *filling, d *scope) { f.fill(g.inner, d) }

// paragraph is a paragraph with tags. A droppable one has nothing of its own outside of conditions and loops, and is gone when
// these print nothing.
type paragraph struct {
	inner     []node
	droppable bool
}

func (p *paragraph) fill(f *filling, d *scope) {
	start, seen := f.mark(), f.visible
	f.fill(p.inner, d)
	if p.droppable && f.visible == seen {
		f.back(start)
		return
	}
	f.top().last = paragraphRole
}

// wrapper is what stands around runs or blocks and is gone when nothing is left in it: a hyperlink, a content control.
type wrapper struct {
	open  *literal
	inner []node
	shut  *literal
}

func (w *wrapper) fill(f *filling, d *scope) {
	start := f.mark()
	w.open.fill(f, d)
	empty := len(f.out)
	f.fill(w.inner, d)
	if len(f.out) == empty {
		f.back(start)
		return
	}
	w.shut.fill(f, d)
}

// cell is a table cell. Word calls a document unreadable in which a cell does not end with a paragraph.
type cell struct {
	open  *literal
	inner []node
	shut  []byte
}

func (c *cell) fill(f *filling, d *scope) {
	c.open.fill(f, d)
	f.within(c.inner, d, func(inside frame) {
		if inside.last != paragraphRole {
			f.emptyParagraph()
		}
	})
	f.out = append(f.out, c.shut...)
}

// row is a table row with tags. One that has only cells of a loop over columns is gone where that has no rows.
type row struct {
	inner       []node
	onlyColumns bool
}

func (r *row) fill(f *filling, d *scope) {
	if r.onlyColumns && f.columns.count == 0 {
		return
	}
	f.fill(r.inner, d)
	f.top().rows = true
}

// table is a table with tags. Without rows it is gone.
type table struct {
	inner    []node
	touching bool
	loop     *columnLoop // over its columns, or nil
}

func (t *table) fill(f *filling, d *scope) {
	start := f.mark()
	if !t.touching {
		f.keepApart()
	}
	if t.loop != nil {
		outer := f.openColumns(t.loop, d)
		defer func() { f.columns = outer }()
	}
	rows := false
	f.within(t.inner, d, func(inside frame) { rows = inside.rows })
	if !rows {
		f.back(start)
		return
	}
	f.top().last = tableRole
}

// story is what holds blocks: the body, a header, a note, a text box. All but the body have to end with a paragraph; the body
// ends with the description of its last section.
type story struct {
	open  *literal
	inner []node
	shut  []byte
	body  bool
}

func (s *story) fill(f *filling, d *scope) {
	s.open.fill(f, d)
	f.within(s.inner, d, func(inside frame) {
		if inside.last != paragraphRole && !s.body {
			f.emptyParagraph()
		}
	})
	f.out = append(f.out, s.shut...)
}
