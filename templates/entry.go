package templates

import "tonghop/vntext"

// entry is one thing at a level while the tree is built: a node, or a control tag that still looks for its partner.
type entry struct {
	node    node
	tag     *tag
	visible bool
	what    role
	since   int  // of a row, as in piece
	number  int  // of a row, as in piece
	breaks  bool // it ends a section of the document
	section bool // node was made of two tags that met
	inside  bool // a loop over columns repeats it
}

func anyVisibleEntry(entries []entry) bool {
	for _, e := range entries {
		if e.visible {
			return true
		}
	}
	return false
}

func anyNode(entries []entry) bool {
	for _, e := range entries {
		if e.node != nil {
			return true
		}
	}
	return false
}

func anyBreaks(entries []entry) bool {
	for _, e := range entries {
		if e.breaks {
			return true
		}
	}
	return false
}

func nodesOf(entries []entry) []node {
	var nodes []node
	for _, e := range entries {
		if e.node != nil {
			nodes = append(nodes, e.node)
		}
	}
	return joinLiterals(nodes)
}

// nodesWithin gives the nodes of an element: its opening, what is in it, its closing.
func nodesWithin(p piece, inner []entry) []node {
	nodes := append([]node{newBytes(p.raw)}, nodesOf(inner)...)
	return joinLiterals(append(nodes, newBytes(p.shut)))
}

// open is an open tag that waits for its close tag, with what came behind it.
type open struct {
	tag             *tag
	middle          *tag // its {{^}}
	then, otherwise []entry
}

func (o *open) add(e entry) {
	if o.middle != nil {
		o.otherwise = append(o.otherwise, e)
		return
	}
	o.then = append(o.then, e)
}

// flat gives an open tag back with what came behind it, because no partner was found at this level.
func (o *open) flat() []entry {
	entries := append([]entry{{tag: o.tag}}, o.then...)
	if o.middle != nil {
		entries = append(entries, entry{tag: o.middle})
	}
	return append(entries, o.otherwise...)
}

// closes reports whether a close tag, or the name behind {{^, fits an open tag. A bare one fits any.
func (o *open) closes(t *tag) bool {
	return t.text == "" || vntext.Key(t.text) == vntext.Key(o.tag.text)
}

// matching pairs the tags of one level.
type matching struct {
	*builder
	level level
	last  bool // the tags cannot move further out
	stack []*open
	done  []entry
}

func (m *matching) add(e entry) {
	if len(m.stack) > 0 {
		m.stack[len(m.stack)-1].add(e)
		return
	}
	m.done = append(m.done, e)
}

// match makes sections of the control tags that meet at this level. Those without a partner stay in the list.
func (b *builder) match(entries []entry, l level, last bool) []entry {
	m := matching{builder: b, level: l, last: last}
	for _, e := range entries {
		switch {
		case e.tag == nil:
			m.add(e)
		case e.tag.kind == openTag:
			m.stack = append(m.stack, &open{tag: e.tag})
		case e.tag.kind == elseTag:
			m.otherwise(e)
		case e.tag.kind == closeTag:
			m.close(e)
		}
	}
	for len(m.stack) > 0 {
		m.giveUp()
	}
	return m.done
}

// giveUp takes the innermost open tag for one without a partner at this level.
func (m *matching) giveUp() {
	top := m.stack[len(m.stack)-1]
	m.stack = m.stack[:len(m.stack)-1]
	for _, e := range top.flat() {
		m.add(e)
	}
}

func (m *matching) otherwise(e entry) {
	if len(m.stack) == 0 {
		m.add(e)
		return
	}
	top := m.stack[len(m.stack)-1]
	switch {
	case !top.closes(e.tag):
		m.faults.add(e.tag, faultElseName.With(e.tag.text, top.tag.typed, e.tag.text))
	case top.middle != nil:
		m.faults.add(e.tag, faultElseTwice.With(top.tag.typed))
	default:
		top.middle = e.tag
	}
}

func (m *matching) close(e entry) {
	if len(m.stack) == 0 {
		m.add(e)
		return
	}
	fit := len(m.stack) - 1
	for fit >= 0 && !m.stack[fit].closes(e.tag) {
		fit--
	}
	if fit < 0 {
		if !m.last {
			m.add(e)
			return
		}
		fit = len(m.stack) - 1
		m.faults.add(e.tag, faultCloseName.With(m.stack[fit].tag.typed, m.stack[fit].tag.place.Message(), e.tag.typed))
	}
	for len(m.stack)-1 > fit {
		top := m.stack[len(m.stack)-1]
		m.faults.add(top.tag, faultCrossing.With(e.tag.typed))
		m.stack = m.stack[:len(m.stack)-1]
		for _, inner := range top.flat()[1:] {
			m.add(inner)
		}
	}
	top := m.stack[fit]
	m.stack = m.stack[:fit]
	m.add(m.section(top, m.level))
}
