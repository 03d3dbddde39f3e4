package templates

import (
	"bytes"
	"slices"
	"strings"
)

// part is a stretch of bytes or, where slot is set, a place whose content depends on how often it was written before.
type part struct {
	bytes []byte
	slot  *slot
}

// slot is a number or name in the template that has to be unique in the document, or an element that may stand there once.
type slot struct {
	kind   slotKind
	id     string // as it stands in the template
	name   string // of a bookmark
	tag    []byte // of a bookmark and of what stands once: the whole element
	at     span   // of a bookmark: where its id stands in the tag
	nameAt span   // of a bookmark: where its name stands in the tag
}

type slotKind uint8

const (
	drawingID   slotKind = iota // wp:docPr
	paragraphID                 // w14:paraId of paragraphs and rows
	controlID                   // w:id in the properties of a content control
	shapeID                     // id of a shape in VML, the drawing language of text boxes for old programs
	footnoteID                  // the mark of a footnote
	endnoteID                   // the mark of an endnote
	bookmarkStart
	bookmarkEnd
	revisionID // w:id of a tracked change
	onlyOnce   // the two ends of a comment and its mark, of a permission, of text that was moved; a kind of shape in VML
)

// slotted finds the slots in a stretch of bytes.
func slotted(raw []byte) []part {
	var parts []part
	from := 0
	keep := func(to int) {
		if from < to {
			parts = append(parts, part{bytes: raw[from:to]})
		}
	}
	for pos := 0; ; {
		m, found, err := nextMarkup(raw, pos)
		if err != nil || !found {
			break
		}
		pos = m.end
		if m.form == other || m.form == closing {
			continue
		}
		whole := wholeOf(raw, m)
		for _, s := range slotsOf(raw[m.start:whole], m.name) {
			at := span{m.start + s.at.start, m.start + s.at.end}
			if s.tag != nil {
				at = span{m.start, whole}
				pos = whole
			}
			keep(at.start)
			parts = append(parts, part{slot: s})
			from = at.end
		}
	}
	keep(len(raw))
	return parts
}

// wholeOf gives where an element ends that stands once as a whole, and where the tag ends of any other. Word declares each kind of shape in
// VML once, before its first shape. Google Docs puts a content control around the beginning of a comment; when the comment is not repeated, the
// control would be left empty.
func wholeOf(raw []byte, m markup) int {
	end := m.end
	if m.form != opening {
		return end
	}
	shut := []byte("</" + m.name + ">")
	prefix, isControl := strings.CutSuffix(m.name, "sdt")
	if i := bytes.Index(raw[m.end:], shut); i >= 0 && (m.name == "v:shapetype" || isControl) {
		end += i + len(shut)
	}
	if isControl && !holdsOnlyMarks(raw[m.start:end], prefix) {
		return m.end
	}
	return end
}

// holdsOnlyMarks reports whether a content control holds nothing but marks that stand once.
func holdsOnlyMarks(control []byte, prefix string) bool {
	root, _, err := parseXML(control)
	if err != nil {
		return false
	}
	marks := 0
	for _, content := range root.children {
		if content.name != prefix+"sdtContent" {
			continue
		}
		for _, e := range content.children {
			slots := wordSlots(control[e.open.start:e.end], strings.TrimPrefix(e.name, prefix), prefix)
			if len(slots) != 1 || slots[0].kind != onlyOnce {
				return false
			}
			marks++
		}
	}
	return marks > 0
}

// slotsOf gives the slots of one tag in order; of what stands once, tag is the whole element.
func slotsOf(tag []byte, name string) []*slot {
	prefix, local, found := strings.Cut(name, ":")
	if !found {
		prefix, local = "", name
	}
	switch {
	case local == "docPr":
		return attributeSlots(tag, drawingID, "id")
	case local == "p" || local == "tr":
		return attributeSlots(tag, paragraphID, "w14:paraId")
	case name == "v:shapetype":
		if bytes.HasSuffix(tag, []byte("</v:shapetype>")) {
			return []*slot{{kind: onlyOnce, tag: tag}}
		}
		return nil
	case prefix == "v":
		return attributeSlots(tag, shapeID, "id", "o:spid")
	case name == "o:OLEObject":
		return attributeSlots(tag, shapeID, "ShapeID")
	case prefix == "o", prefix == "m":
		return nil
	}
	return wordSlots(tag, local, strings.TrimSuffix(name, local))
}

// wordSlots gives the slots of a tag of WordprocessingML.
func wordSlots(tag []byte, local, prefix string) []*slot {
	switch local {
	case "sdt":
		if bytes.HasSuffix(tag, []byte("</"+prefix+"sdt>")) {
			return []*slot{{kind: onlyOnce, tag: tag}}
		}
		return nil
	case "id":
		return attributeSlots(tag, controlID, prefix+"val")
	case "footnoteReference":
		return attributeSlots(tag, footnoteID, prefix+"id")
	case "endnoteReference":
		return attributeSlots(tag, endnoteID, prefix+"id")
	case "bookmarkStart":
		return bookmarkSlot(tag, bookmarkStart, prefix)
	case "bookmarkEnd":
		return bookmarkSlot(tag, bookmarkEnd, prefix)
	case "commentRangeStart", "commentRangeEnd", "commentReference", "permStart", "permEnd", "moveFromRangeStart",
		"moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd":
		if bytes.HasSuffix(tag, []byte("/>")) {
			return []*slot{{kind: onlyOnce, tag: tag}}
		}
		return nil
	}
	// What was changed by somebody with tracked changes: w:ins, w:del, w:rPrChange and their like.
	if _, changed := attribute(tag, prefix+"author"); changed && prefix != "" || local == "tblGridChange" {
		return attributeSlots(tag, revisionID, prefix+"id")
	}
	return nil
}

func attributeSlots(tag []byte, kind slotKind, names ...string) []*slot {
	var slots []*slot
	for _, name := range names {
		if at, ok := attribute(tag, name); ok {
			slots = append(slots, &slot{kind: kind, id: string(tag[at.start:at.end]), at: at})
		}
	}
	slices.SortFunc(slots, func(a, b *slot) int { return a.at.start - b.at.start })
	return slots
}

func bookmarkSlot(tag []byte, kind slotKind, prefix string) []*slot {
	at, ok := attribute(tag, prefix+"id")
	if !ok || !bytes.HasSuffix(tag, []byte("/>")) {
		return nil
	}
	s := &slot{kind: kind, id: string(tag[at.start:at.end]), tag: tag, at: at}
	if nameAt, ok := attribute(tag, prefix+"name"); ok {
		s.name, s.nameAt = string(tag[nameAt.start:nameAt.end]), nameAt
	}
	return []*slot{s}
}

// joinParts puts two lists of parts one behind the other and joins the bytes where they meet.
func joinParts(a, b []part) []part {
	if len(a) == 0 || len(b) == 0 || a[len(a)-1].slot != nil || b[0].slot != nil {
		return slices.Concat(a, b)
	}
	last := len(a) - 1
	middle := part{bytes: slices.Concat(a[last].bytes, b[0].bytes)}
	return slices.Concat(a[:last], []part{middle}, b[1:])
}

// bookmarksOf gives the bookmarks among the parts of a node, as a node each.
func bookmarksOf(n node) []node {
	l, ok := n.(*literal)
	if !ok {
		return nil
	}
	var marks []node
	for _, p := range l.parts {
		if p.slot != nil && (p.slot.kind == bookmarkStart || p.slot.kind == bookmarkEnd) {
			marks = append(marks, &literal{parts: []part{p}})
		}
	}
	return marks
}

// fieldBalance counts the beginnings of fields less their ends in what the nodes copy.
func fieldBalance(nodes []node) int {
	balance := 0
	walk(nodes, func(n node) {
		l, ok := n.(*literal)
		if !ok {
			return
		}
		for _, p := range l.parts {
			balance += bytes.Count(p.bytes, []byte(`fldCharType="begin"`)) - bytes.Count(p.bytes, []byte(`fldCharType="end"`))
		}
	})
	return balance
}

// walk visits every node of a tree in order.
func walk(nodes []node, visit func(node)) {
	for _, n := range nodes {
		visit(n)
		switch n := n.(type) {
		case *group:
			walk(n.inner, visit)
		case *paragraph:
			walk(n.inner, visit)
		case *wrapper:
			visit(n.open)
			walk(n.inner, visit)
			visit(n.shut)
		case *cell:
			visit(n.open)
			walk(n.inner, visit)
		case *row:
			walk(n.inner, visit)
		case *table:
			walk(n.inner, visit)
		case *story:
			visit(n.open)
			walk(n.inner, visit)
		case *columnCells:
			walk(n.inner, visit)
		case *shapedFormat:
			visit(n.before)
			visit(n.after)
		case *section:
			walk(n.then, visit)
			walk(n.otherwise, visit)
		}
	}
}
