package templates

import (
	"slices"
	"strconv"
)

// noteBook is the part that holds all footnotes, or all endnotes. Notes are filled where their marks stand.
type noteBook struct {
	file   string
	data   []byte
	prefix string
	kind   slotKind
	notes  []*note
	marks  []string // the numbers of the marks in the template, in order
	tagged bool
	// declared is what the part says of hidden controls.
	declared declaration
}

// note is one footnote or endnote.
type note struct {
	id   string
	at   span
	node node
	// plain tells a note that Word needs for itself, such as the line above the notes.
	plain bool
	// marked tells that the template has a mark for the note. One without is kept as it is.
	marked bool
}

// noteRef names a note in a template.
type noteRef struct {
	kind slotKind
	id   string
}

// readNotes compiles the part of the footnotes or endnotes.
func (c *compiler) readNotes(file string, data []byte, of Story) error {
	root, prefix, err := parseXML(data)
	if err != nil {
		return errPart.With(file, err)
	}
	book := &noteBook{file: file, data: data, prefix: prefix, kind: footnoteID, declared: declare(data, root.open)}
	if of == Endnote {
		book.kind = endnoteID
	}
	number := 0
	for _, e := range root.children {
		if e.kind != noteElement {
			continue
		}
		opening := data[e.open.start:e.open.end]
		n := &note{id: attributeText(opening, prefix+"id"), at: e.whole()}
		if kind := attributeText(opening, prefix+"type"); kind != "" && kind != "normal" {
			n.plain = true
		} else {
			number++
		}
		s := c.scanner(file, data, prefix, Place{Story: of, Number: number})
		p := s.scan(e)
		c.tags = s.tags
		n.node = c.build(p)
		book.tagged = book.tagged || p.tagged()
		book.notes = append(book.notes, n)
		if !n.plain {
			c.template.notes[noteRef{book.kind, n.id}] = &notePage{n, book}
		}
	}
	c.template.books = append(c.template.books, book)
	return nil
}

// notePage is a note with the part that it stands in.
type notePage struct {
	*note
	book *noteBook
}

// markNotes notes which notes have a mark in the nodes of a part, and in which order.
func (t *Template) markNotes(nodes []node) {
	walk(nodes, func(n node) {
		l, ok := n.(*literal)
		if !ok {
			return
		}
		for _, p := range l.parts {
			if p.slot == nil {
				continue
			}
			if page, ok := t.notes[noteRef{p.slot.kind, p.slot.id}]; ok {
				page.marked = true
				page.book.marks = append(page.book.marks, page.id)
			}
		}
	})
}

// writtenNote is a note that was filled for one of its marks.
type writtenNote struct {
	page  *notePage
	bytes []byte
	id    string // its number in the document, known when all marks are
}

// note fills the note whose mark is being written. The number of the mark is put in when all of them are known.
func (f *filling) note(s *slot, d *scope) {
	page, ok := f.template.notes[noteRef{s.kind, s.id}]
	begin := len(f.out)
	f.out = append(f.out, s.id...)
	if !ok || f.inNote {
		return
	}
	inside := f.document.filling(page.book.prefix, page.book.declared)
	inside.inNote, inside.turn = true, &turn{}
	page.node.fill(inside, d)
	inside.settle()
	written := &writtenNote{page: page, bytes: inside.out, id: s.id}
	f.notes[page.book] = append(f.notes[page.book], written)
	f.ends = append(f.ends, bookEnd{at: span{begin, len(f.out)}, note: written})
}

// number gives the notes of a document their numbers. Where each mark of the template was written once, these are the numbers of the
// template. Else the notes are numbered in the order of their marks, without gaps: Word goes by the number,
// LibreOffice by the order.
func (b *noteBook) number(notes []*writtenNote) {
	if b.inOrder(notes) {
		return
	}
	kept := map[string]bool{}
	next := 1 << 30
	for _, n := range b.notes {
		if n.plain || !n.marked {
			kept[n.id] = true
		} else if id, err := strconv.Atoi(n.id); err == nil {
			next = min(next, max(id, 1))
		}
	}
	for _, written := range notes {
		for kept[strconv.Itoa(next)] {
			next++
		}
		written.id = strconv.Itoa(next)
		written.bytes = withID(written.bytes, b.prefix, written.id)
		next++
	}
}

// inOrder reports whether the marks that were written are those of the template, each once.
func (b *noteBook) inOrder(notes []*writtenNote) bool {
	seen := map[string]bool{}
	for i, written := range notes {
		if i >= len(b.marks) || b.marks[i] != written.page.id || seen[written.page.id] {
			return false
		}
		seen[written.page.id] = true
	}
	return len(notes) == len(b.marks)
}

// withID gives a note with another number.
func withID(note []byte, prefix, id string) []byte {
	m, found, err := nextMarkup(note, 0)
	if err != nil || !found {
		return note
	}
	at, ok := attribute(note[m.start:m.end], prefix+"id")
	if !ok {
		return note
	}
	return slices.Concat(note[:m.start+at.start], []byte(id), note[m.start+at.end:])
}

// write puts the part together from the notes that were filled. A note is gone when its mark is.
func (b *noteBook) write(d *document, root *scope) []byte {
	notes := d.notes[b]
	byID := map[string][]byte{}
	inOrder := b.inOrder(notes)
	var all []byte
	for _, written := range notes {
		byID[written.page.id] = written.bytes
		all = append(all, written.bytes...)
	}
	var out []byte
	at := 0
	for _, n := range b.notes {
		out = append(out, b.data[at:n.at.start]...)
		at = n.at.end
		switch {
		case n.plain:
			out = append(out, b.data[n.at.start:n.at.end]...)
		case n.marked && inOrder:
			out = append(out, byID[n.id]...)
		case n.marked:
			out, all = append(out, all...), nil
		default:
			out = append(out, b.unmarked(n, d, root)...)
		}
	}
	return append(out, b.data[at:]...)
}

// unmarked fills a note for which the template has no mark.
func (b *noteBook) unmarked(n *note, d *document, root *scope) []byte {
	f := d.filling(b.prefix, b.declared)
	f.inNote = true
	n.node.fill(f, root)
	f.settle()
	return f.out
}
