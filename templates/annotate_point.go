package templates

import (
	"bytes"
	"maps"
	"slices"
	"strings"
)

// point is where the end of a comment goes in the main part: between two elements, or inside of a run, which is then cut in two.
type point struct {
	at        int
	run, text *element // of a cut: the run, and the w:t in which the point lies
}

// bit is a child of a run, as it gives a segment to the text of its paragraph.
type bit struct {
	child, run *element
	// outer is the outermost element around the run in which no comment may begin or end; nil where there is none.
	outer *element
}

func (b bit) whole() *element {
	switch {
	case b.outer != nil:
		return b.outer
	case b.run != nil:
		return b.run
	}
	return b.child
}

func (b bit) before() point { return point{at: b.whole().open.start} }
func (b bit) behind() point { return point{at: b.whole().end} }

// bitsOf gives the children of the runs of a paragraph, in the order in which they make its text.
func (s *surveyed) bitsOf(paragraph *element) []bit {
	var bits []bit
	var within func(e, outer *element)
	within = func(e, outer *element) {
		for _, c := range e.children {
			around := outer
			if around == nil {
				around = c
			}
			switch c.kind {
			case runElement:
				for _, child := range c.children {
					bits = append(bits, bit{child, c, outer})
				}
			case wrapperElement:
				if local := s.local(c); local == "hyperlink" || local == "ins" {
					around = outer
				}
				within(c, around)
			case controlContent:
				within(c, outer)
			case controlElement:
				if content := c.child(controlContent); content != nil {
					within(content, around)
				}
			case anyElement:
				if isMath(c) {
					bits = append(bits, bit{c, nil, outer})
				}
			}
		}
	}
	within(paragraph, nil)
	return bits
}

// startAt gives the point before a character of a segment.
func (s *surveyed) startAt(b bit, seg segment, offset int) point {
	if !s.canCut(b, seg) || offset == seg.at && b.child == firstContent(b.run) {
		return b.before()
	}
	return point{at: b.child.content.start + rawOffset(seg.raw, offset-seg.at), run: b.run, text: b.child}
}

// endAt gives the point behind the character before offset.
func (s *surveyed) endAt(b bit, seg segment, offset int) point {
	if !s.canCut(b, seg) || offset == seg.at+len(seg.text) && b.child == b.run.children[len(b.run.children)-1] {
		return b.behind()
	}
	return point{at: b.child.content.start + rawOffset(seg.raw, offset-seg.at), run: b.run, text: b.child}
}

// canCut reports whether a run can be cut inside a segment. One whose formatting was changed with tracked changes cannot: the change would be
// there twice.
func (s *surveyed) canCut(b bit, seg segment) bool {
	return b.outer == nil && b.run != nil && seg.raw != nil && b.child.kind == textElement && !bytes.Contains(s.bytes(b.run.whole()), []byte("rPrChange"))
}

// firstContent gives the first child of a run that is no formatting.
func firstContent(run *element) *element {
	for _, c := range run.children {
		if c.kind != runFormatElement {
			return c
		}
	}
	return nil
}

// insertions are what is written into the main part, by the place where it goes.
type insertions struct {
	part  *surveyed
	marks map[int]*markGroup
}

// markGroup is what goes to one place: first what ends there, then what begins.
type markGroup struct {
	point
	ends, begins string
}

func (i *insertions) group(p point) *markGroup {
	g, ok := i.marks[p.at]
	if !ok {
		g = &markGroup{point: p}
		i.marks[p.at] = g
	}
	return g
}

// comment marks the stretch of a comment.
func (i *insertions) comment(begin, end point, id string) {
	w := i.part.prefix
	start := "<" + w + `commentRangeStart ` + w + `id="` + id + `"/>`
	stop := "<" + w + `commentRangeEnd ` + w + `id="` + id + `"/><` + w + `r><` + w + `commentReference ` + w + `id="` + id + `"/></` + w + `r>`
	if begin.at >= end.at {
		i.group(begin).ends += start + stop
		return
	}
	i.group(begin).begins += start
	i.group(end).ends += stop
}

// apply gives the part with everything written into it.
func (i *insertions) apply() []byte {
	data := i.part.data
	additions := map[int]string{}
	for at, g := range i.marks {
		additions[at] = g.ends + g.begins
		if g.run == nil {
			continue
		}
		w := i.part.prefix
		look := string(i.part.bytes(g.run.open))
		if format := g.run.child(runFormatElement); format != nil {
			look += string(i.part.bytes(format.whole()))
		}
		additions[at] = "</" + w + "t></" + w + "r>" + additions[at] + look + "<" + w + `t xml:space="preserve">`
		if open := i.part.bytes(g.text.open); !strings.Contains(string(open), "xml:space") {
			additions[g.text.open.end-1] = ` xml:space="preserve"`
		}
	}
	var out []byte
	pos := 0
	for _, at := range slices.Sorted(maps.Keys(additions)) {
		out = append(append(out, data[pos:at]...), additions[at]...)
		pos = at
	}
	return append(out, data[pos:]...)
}
