package templates

// runFormat is how the run looks in which a tag begins. A value is written as a run of its own that looks the same.
type runFormat struct {
	prefix string // of WordprocessingML in the part, such as "w:"
	open   []byte // <w:r ...>
	format []byte // <w:rPr>...</w:rPr>, or nothing
}

// cutter cuts the runs of one paragraph at its tags.
type cutter struct {
	*scanner
	flow  *flow
	next  int // the next segment
	marks []found
	done  int // marks that are behind the reader
	cuts  int // runs that were cut
	para  []byte
	// depth counts the hyperlinks and the like around the run.
	depth int
	// breaks tells that the paragraph ends a section of the document.
	breaks bool
	// sole tells that the paragraph holds one tag and nothing else that a reader sees.
	sole bool
}

// inline reads the elements of a paragraph, or of what stands around some of its runs. within is what they fill.
func (c *cutter) inline(elements []*element, within span) []piece {
	pieces := []piece{}
	pos := within.start
	for _, e := range elements {
		pieces = c.gap(pieces, pos, e.open.start)
		pos = e.end
		switch e.kind {
		case runElement:
			pieces = c.run(pieces, e)
		case wrapperElement, controlContent:
			pieces = append(pieces, c.around(e, e))
		case controlElement:
			content := e.child(controlContent)
			if content == nil {
				pieces = append(pieces, piece{raw: c.bytes(e.whole()), since: -1})
				break
			}
			open, leave := c.seal(c.seals(e)), c.within(e)
			pieces = append(pieces, c.around(e, content))
			leave()
			open()
		default:
			math := e.kind == anyElement && isMath(e)
			if math {
				c.next++
			}
			pieces = append(pieces, piece{raw: c.bytes(e.whole()), visible: math, since: -1})
		}
	}
	return c.gap(pieces, pos, within.end)
}

// around reads what stands around runs: whole where no tag touches one of them. A tag may begin outside of it and end inside.
func (c *cutter) around(e, content *element) piece {
	cuts := c.cuts
	c.depth++
	inner := c.inline(content.children, content.content)
	c.depth--
	p := piece{what: wrapperRole, place: c.place, since: -1, visible: anyVisible(inner)}
	if c.cuts == cuts {
		p.raw = c.bytes(e.whole())
		return p
	}
	p.raw, p.shut = c.bytes(span{e.open.start, content.content.start}), c.bytes(span{content.content.end, e.end})
	if e.kind == controlElement {
		p.raw = c.controlOpening(e, content)
	}
	p.inner = inner
	return p
}

// run reads a run: whole where no tag touches it, else as the stretches between its tags, each a run of its own.
func (c *cutter) run(pieces []piece, e *element) []piece {
	segments := c.flow.segments[c.next : c.next+len(e.children)]
	c.next += len(e.children)
	if !c.touched(segments) {
		visible := false
		for _, seg := range segments {
			visible = visible || seg.visible
		}
		return append(pieces, piece{raw: c.bytes(e.whole()), visible: visible, since: -1})
	}
	c.cuts++
	cut := runCut{cutter: c, pieces: pieces, look: runFormat{prefix: c.prefix, open: c.bytes(e.open)}}
	if format := e.child(runFormatElement); format != nil {
		cut.look.format = c.runFormat(format)
	}
	for i, child := range e.children {
		cut.child(child, segments[i])
	}
	cut.flush()
	return cut.pieces
}

// touched reports whether a tag covers some of the segments, or a text box has tags.
func (c *cutter) touched(segments []segment) bool {
	for _, seg := range segments {
		if seg.boxed != nil {
			return true
		}
		for _, m := range c.marks[c.done:] {
			if m.start < seg.at+len(seg.text) && seg.at < m.end {
				return true
			}
			if m.start >= seg.at+len(seg.text) {
				break
			}
		}
	}
	return false
}

// runCut is the cutting of one run.
type runCut struct {
	*cutter
	pieces  []piece
	look    runFormat
	kept    []byte // children of the run since the last cut
	visible bool
}

// flush makes a run of what was kept since the last cut.
func (c *runCut) flush() {
	if len(c.kept) == 0 {
		return
	}
	c.pieces = append(c.pieces, piece{raw: c.look.around(c.kept), visible: c.visible, since: -1})
	c.kept, c.visible = nil, false
}

// around gives a run that looks like this one and holds content.
func (l runFormat) around(content []byte) []byte {
	run := make([]byte, 0, len(l.open)+len(l.format)+len(content)+len(l.prefix)+5)
	run = append(append(append(run, l.open...), l.format...), content...)
	return append(append(append(run, "</"...), l.prefix...), "r>"...)
}

// child reads a child of the run.
func (c *runCut) child(e *element, seg segment) {
	switch {
	case e.kind == runFormatElement:
	case seg.boxed != nil:
		c.flush()
		closing := []byte("</" + c.prefix + "r>")
		open := append(append([]byte{}, c.look.open...), c.look.format...)
		c.pieces = append(c.pieces, piece{what: shellRole, raw: open, shut: closing, inner: []piece{*seg.boxed}, visible: true, since: -1, place: seg.boxed.place})
	case seg.raw != nil:
		c.text(e, seg)
	case seg.text != "" && c.insideTag(seg.at):
	default:
		c.kept = append(c.kept, c.bytes(e.whole())...)
		c.visible = c.visible || seg.visible
	}
}

// insideTag reports whether the character at a place of the paragraph's text belongs to a tag.
func (c *runCut) insideTag(at int) bool {
	for c.done < len(c.marks) && c.marks[c.done].end <= at {
		c.done++
	}
	return c.done < len(c.marks) && c.marks[c.done].start <= at
}

// text reads a w:t: its text is kept up to where a tag begins and from where it ends.
func (c *runCut) text(e *element, seg segment) {
	end := seg.at + len(seg.text)
	for at := seg.at; at < end; {
		if !c.insideTag(at) {
			stop := end
			if c.done < len(c.marks) && c.marks[c.done].start < end {
				stop = c.marks[c.done].start
			}
			c.keep(e, seg, at-seg.at, stop-seg.at)
			at = stop
			continue
		}
		m := c.marks[c.done]
		if m.start >= seg.at && m.start == at {
			c.flush()
			t := c.tag(m)
			t.uncontrolled = c.sealed || seg.instruction
			c.pieces = append(c.pieces, piece{what: tagRole, tag: t, since: -1, place: c.place})
		}
		at = min(m.end, end)
	}
}

// keep keeps the text of a w:t between two places of its text. Word takes away spaces at the ends of a w:t that does not say
// otherwise; where it was cut they have to stay.
func (c *runCut) keep(e *element, seg segment, from, to int) {
	if from == 0 && to == len(seg.text) {
		c.kept = append(c.kept, c.bytes(e.whole())...)
		c.visible = c.visible || seg.visible
		return
	}
	text, raw := seg.text[from:to], seg.raw[rawOffset(seg.raw, from):rawOffset(seg.raw, to)]
	if attributeText(c.bytes(e.open), "xml:space") != "preserve" {
		if from == 0 {
			raw = trimLeft(raw)
		}
		if to == len(seg.text) {
			raw = trimRight(raw)
		}
	}
	if len(raw) == 0 {
		return
	}
	c.kept = append(c.kept, "<"+c.prefix+`t xml:space="preserve">`...)
	c.kept = append(c.kept, raw...)
	c.kept = append(c.kept, "</"+c.prefix+"t>"...)
	c.visible = c.visible || !isBlank(text)
}

func trimLeft(raw []byte) []byte {
	for len(raw) > 0 && isSpace(raw[0]) {
		raw = raw[1:]
	}
	return raw
}

func trimRight(raw []byte) []byte {
	for len(raw) > 0 && isSpace(raw[len(raw)-1]) {
		raw = raw[:len(raw)-1]
	}
	return raw
}

// tag makes the tag that stands at a mark and reports its faults.
func (c *runCut) tag(m found) *tag {
	t, faults := &tag{kind: commentTag}, []tagFault(nil)
	typed := c.flow.text.String()[m.start:m.end]
	if m.fault.IsZero() {
		t, faults = parseTag(typed)
	} else {
		t.typed, faults = showTag(typed), []tagFault{{message: m.fault}}
	}
	c.tags++
	t.order = c.tags
	t.place, t.run, t.para, t.alone = c.place, c.look, c.para, c.depth == 0 && !c.breaks
	t.sole = t.alone && c.sole
	for _, f := range faults {
		c.faults.add(t, f.message, f.suggestions...)
	}
	return t
}
