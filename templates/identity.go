package templates

import (
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"
)

// identities hands out numbers that are unique in a document. What stands in the template keeps its number the first time
// it is written, so that a document without loops keeps all of them.
type identities struct {
	used    *usedIDs
	next    map[slotKind]int
	given   map[string]bool // names of bookmarks that were made
	written map[*slot]bool
}

// usedIDs are the numbers that stand in the template, in all its parts.
type usedIDs struct {
	ids   map[slotKind]map[string]bool
	names map[string]bool // of bookmarks
	// paired are the bookmarks of which both ends are in the template.
	paired map[string]bool
}

func newUsedIDs() *usedIDs {
	return &usedIDs{ids: map[slotKind]map[string]bool{}, names: map[string]bool{}, paired: map[string]bool{}}
}

// note notes the numbers of a part.
func (u *usedIDs) note(data []byte) {
	starts, ends := map[string]bool{}, map[string]bool{}
	for _, p := range slotted(data) {
		if p.slot == nil {
			continue
		}
		kind := p.slot.kind
		switch kind {
		case bookmarkStart:
			starts[p.slot.id], u.names[p.slot.name] = true, true
		case bookmarkEnd:
			ends[p.slot.id] = true
			kind = bookmarkStart
		case onlyOnce:
			u.noteInside(p.slot.tag)
		}
		u.use(kind, p.slot.id)
	}
	for id := range starts {
		u.paired[id] = u.paired[id] || ends[id]
	}
}

// noteInside notes the number of a control that stands once as a whole.
func (u *usedIDs) noteInside(whole []byte) {
	if m, found, err := nextMarkup(whole, 0); err == nil && found && m.end < len(whole) {
		u.note(whole[m.end:])
	}
}

func (u *usedIDs) use(kind slotKind, id string) {
	if u.ids[kind] == nil {
		u.ids[kind] = map[string]bool{}
	}
	u.ids[kind][id] = true
}

// turn is one turn of a loop: in it the two ends of a bookmark, or a shape and what refers to it, get the same new number.
type turn struct{ ids map[turnKey]string }

type turnKey struct {
	kind slotKind
	id   string
}

// fresh gives a number that is not used yet.
func (d *identities) fresh(kind slotKind, old string) string {
	for {
		d.next[kind]++
		id := number(kind, old, d.next[kind])
		if !d.used.ids[kind][id] {
			return id
		}
	}
}

func number(kind slotKind, old string, n int) string {
	switch kind {
	case paragraphID:
		return fmt.Sprintf("%08X", n)
	case shapeID:
		if len(old) > 9 && old[:9] == "_x0000_i" {
			return "_x0000_i" + strconv.Itoa(n+1025)
		}
		return "_x0000_s" + strconv.Itoa(n+1025)
	}
	return strconv.Itoa(n)
}

// id gives the number for a slot that is being written.
func (f *filling) id(s *slot, kind slotKind) string {
	if !f.ids.written[s] {
		f.ids.written[s] = true
		return s.id
	}
	if f.turn == nil {
		return f.ids.fresh(kind, s.id)
	}
	if f.turn.ids == nil {
		f.turn.ids = map[turnKey]string{}
	}
	key := turnKey{kind, s.id}
	if _, ok := f.turn.ids[key]; !ok {
		f.turn.ids[key] = f.ids.fresh(kind, s.id)
	}
	return f.turn.ids[key]
}

// fill writes the content of a slot.
func (s *slot) fill(f *filling, d *scope) {
	switch s.kind {
	case footnoteID, endnoteID:
		f.note(s, d)
	case bookmarkStart, bookmarkEnd:
		f.bookmark(s)
	case onlyOnce:
		if !f.ids.written[s] {
			f.ids.written[s] = true
			f.out = append(f.out, s.tag...)
		}
	case drawingID, controlID, revisionID:
		// These need no partner: two in one turn that were equal in the template were faulty there.
		if f.ids.written[s] {
			f.out = append(f.out, f.ids.fresh(s.kind, s.id)...)
			return
		}
		f.ids.written[s] = true
		f.out = append(f.out, s.id...)
	default:
		f.out = append(f.out, f.id(s, s.kind)...)
	}
}

// bookEnd is an end of a bookmark, or the number in the mark of a note, that was written and may have to change.
type bookEnd struct {
	at    span // in what was written
	id    string
	start bool
	own   bool // with its number from the template
	note  *writtenNote
}

// maxBookmark is how long Word lets the name of a bookmark be, in characters.
const maxBookmark = 40

func (f *filling) bookmark(s *slot) {
	id := f.id(s, bookmarkStart)
	begin := len(f.out)
	tag := string(s.tag)
	if id == s.id {
		f.out = append(f.out, tag...)
	} else {
		edits := []edit{{s.at, id}}
		if s.kind == bookmarkStart && s.name != "" {
			edits = append(edits, edit{s.nameAt, f.ids.bookmarkName(s.name, id)})
		}
		f.out = append(f.out, replace(tag, edits)...)
	}
	f.ends = append(f.ends, bookEnd{at: span{begin, len(f.out)}, id: id, start: s.kind == bookmarkStart, own: id == s.id})
}

// bookmarkName makes a name for the copy of a bookmark.
func (d *identities) bookmarkName(name, id string) string {
	for suffix := "_" + id; ; suffix += "_" {
		short := []rune(name)
		if room := maxBookmark - utf8.RuneCountInString(suffix); len(short) > room {
			short = short[:max(room, 0)]
		}
		made := string(short) + suffix
		if !d.used.names[made] && !d.given[made] {
			d.given[made] = true
			return made
		}
	}
}

// edit puts a text in the place of a stretch.
type edit struct {
	at   span
	text string
}

func replace(text string, edits []edit) string {
	slices.SortFunc(edits, func(a, b edit) int { return b.at.start - a.at.start })
	for _, e := range edits {
		text = text[:e.at.start] + e.text + text[e.at.end:]
	}
	return text
}

// settle takes out the ends of bookmarks whose partner was lost with a branch that was not chosen, or that stand in a loop while their
// partner does not, and puts the numbers of notes into their marks.
func (f *filling) settle() {
	if len(f.ends) == 0 {
		return
	}
	starts, ends := map[string]bool{}, map[string]bool{}
	for _, e := range f.ends {
		if e.start {
			starts[e.id] = true
		} else if e.note == nil {
			ends[e.id] = true
		}
	}
	var out []byte
	at := 0
	for _, e := range f.ends {
		if e.note == nil && (starts[e.id] && ends[e.id] || e.own && !f.ids.used.paired[e.id]) {
			continue
		}
		out = append(out, f.out[at:e.at.start]...)
		if at = e.at.end; e.note != nil {
			out = append(out, e.note.id...)
		}
	}
	f.out = append(out, f.out[at:]...)
}
