package templates

import "strings"

// thing stands in the text of a paragraph for what is no text: a picture, the mark of a note, a part of a field.
const thing = '\uFFFC'

// segment is what one child of a run gives to the text of its paragraph.
type segment struct {
	text string
	at   int // where it begins in the text of the paragraph
	// raw is, of a w:t, the bytes of its text.
	raw []byte
	// boxed is, of a picture with a text box that has tags, its pieces.
	boxed *piece
	// visible tells that a reader sees the segment.
	visible bool
	// instruction tells that the segment stands among the instructions of a field.
	instruction bool
}

// flow is the text of a paragraph with what each run gives to it, in order.
type flow struct {
	segments []segment
	text     strings.Builder
	boxed    bool // some segment is boxed
}

// collect reads the runs of a paragraph, also those inside hyperlinks, insertions and controls. Text that was deleted with tracked
// changes is no longer there.
func (s *scanner) collect(e *element, f *flow) {
	for _, c := range e.children {
		switch c.kind {
		case runElement:
			for _, child := range c.children {
				f.add(s.segment(child))
			}
		case wrapperElement, controlContent:
			s.collect(c, f)
		case controlElement:
			if content := c.child(controlContent); content != nil {
				s.collect(content, f)
			}
		case anyElement:
			if isMath(c) {
				f.add(segment{text: string(thing), visible: true})
			}
		}
	}
}

func (f *flow) add(seg segment) {
	seg.at = f.text.Len()
	f.text.WriteString(seg.text)
	f.segments = append(f.segments, seg)
	f.boxed = f.boxed || seg.boxed != nil
}

func isMath(e *element) bool { return strings.HasPrefix(e.name, "m:oMath") }

// segment reads one child of a run.
func (s *scanner) segment(e *element) segment {
	switch e.kind {
	case textElement:
		if len(e.children) > 0 || strings.Contains(string(s.bytes(e.content)), "<") {
			return segment{text: string(thing), visible: true}
		}
		raw := s.bytes(e.content)
		text := unescape(raw)
		return segment{text: text, raw: raw, visible: !isBlank(text), instruction: s.inInstruction()}
	case breakElement:
		if kind := attributeText(s.bytes(e.open), s.prefix+"type"); kind == "page" || kind == "column" {
			return segment{text: string(thing), visible: true}
		}
		return segment{text: "\n"}
	case tabElement:
		return segment{text: "\t"}
	case hyphenElement:
		return segment{text: "-", visible: true}
	case runFormatElement, silentElement:
		return segment{}
	}
	s.field(e)
	if len(e.children) == 0 {
		return segment{text: string(thing), visible: !s.isFieldPart(e)}
	}
	// A picture or an object: it may hold text boxes.
	p := s.element(e, shellRole)
	if p.tagged() {
		p.visible = true
		return segment{text: string(thing), visible: true, boxed: &p}
	}
	return segment{text: string(thing), visible: true}
}

// isFieldPart tells the instructions of a field, which nobody sees, from a picture or the mark of a note.
func (s *scanner) isFieldPart(e *element) bool {
	switch strings.TrimPrefix(e.name, s.prefix) {
	case "fldChar", "instrText", "delText", "delInstrText", "annotationRef":
		return true
	}
	return false
}

// paragraph reads a paragraph: its text is joined, the tags in it are found, and its runs are cut where a tag begins and ends.
func (s *scanner) paragraph(e *element) piece {
	s.place.Paragraph++
	s.place.Text = ""
	var f flow
	s.collect(e, &f)
	text := f.text.String()
	s.enter(e, text)
	if s.watch != nil {
		s.watch(e, &f)
	}
	marks := findTags(text)
	p := piece{what: paragraphRole, place: s.place, since: -1, breaks: s.endsSection(e)}
	for _, seg := range f.segments {
		p.visible = p.visible || seg.visible
	}
	if len(marks) == 0 && !f.boxed {
		p.raw = s.bytes(e.whole())
		return p
	}
	head := span{e.open.start, e.content.start}
	body := e.children
	if format := e.child(paragraphFormat); format != nil && len(body) > 0 && body[0] == format {
		head.end, body = format.end, body[1:]
	}
	c := cutter{scanner: s, flow: &f, marks: marks, breaks: p.breaks}
	c.sole = len(marks) == 1 && isBlank(text[:marks[0].start]+text[marks[0].end:])
	if !p.breaks {
		c.para = s.bytes(span{e.content.start, head.end})
	}
	p.inner = c.inline(body, span{head.end, e.content.end})
	p.raw, p.shut = s.bytes(head), s.bytes(span{e.content.end, e.end})
	return p
}

// enter notes where the paragraph stands, for the places of its tags and of what follows.
func (s *scanner) enter(e *element, text string) {
	shown := showTag(strings.ReplaceAll(text, string(thing), ""))
	if s.place.Table == 0 && !s.place.TextBox && s.place.Story == Body && s.isHeading(e, text) {
		s.place.Heading = shorten(shown, 60)
		s.place.Paragraph = 0
	}
	s.place.Text = shorten(shown, 50)
}

func (s *scanner) endsSection(e *element) bool {
	format := e.child(paragraphFormat)
	return format != nil && format.child(sectionBreak) != nil
}
