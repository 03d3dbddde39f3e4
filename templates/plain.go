package templates

import (
	"slices"
	"strings"

	"tonghop/lang"
)

// Some text of a document is no run of Word: the description of a picture or chart (alt text) is an attribute, the text of charts and SmartArt is
// written in another vocabulary, in parts of their own, and the title of the file stands in its properties. Tags that print work there too. A value is then put
// in as mere characters.

var faultPlainControl = lang.Format{
	Vi: "Ở đây (văn bản thay thế của hình, chữ trong biểu đồ, SmartArt, thuộc tính tệp) chỉ dùng được thẻ in giá trị, không dùng vòng lặp hay điều kiện. Dùng hàm neu(…; …; …) trong thẻ in.",
	En: "Here (alt text of a picture, text of a chart or of SmartArt, properties of the file) only tags that print can stand, no loop and no condition. Use if(…; …; …) in a tag that prints."}

// plainTag makes the tag that stands at a mark of a text outside of runs and reports its faults.
func (s *scanner) plainTag(text string, m found) *tag {
	typed := text[m.start:m.end]
	t, faults := &tag{kind: commentTag, typed: showTag(typed)}, []tagFault{{message: m.fault}}
	if m.fault.IsZero() {
		if t, faults = parseTag(typed); len(faults) == 0 && t.kind != valueTag && t.kind != commentTag && !t.chart {
			faults = []tagFault{{message: faultPlainControl.With()}}
		}
	}
	s.tags++
	t.order, t.place, t.plain, t.uncontrolled = s.tags, s.place, true, true
	t.place.Text = shorten(showTag(text), 50)
	for _, f := range faults {
		s.faults.add(t, f.message, f.suggestions...)
	}
	if len(faults) > 0 || t.kind == valueTag && t.expr == nil {
		t.kind, t.chart = commentTag, false
	}
	return t
}

// altAttributes are the attributes that describe a picture, a chart, a shape or a table to people who cannot see it.
var altAttributes = map[string][]string{
	"wp:docPr": {"descr", "title"}, "pic:cNvPr": {"descr", "title"}, "wps:cNvPr": {"descr", "title"}, "wpg:cNvPr": {"descr", "title"},
	"v:shape": {"alt", "title"}, "v:rect": {"alt", "title"}, "v:oval": {"alt", "title"}, "v:group": {"alt", "title"}, "v:roundrect": {"alt", "title"},
	"v:line": {"alt", "title"}, "v:image": {"alt", "title"}, "v:imagedata": {"alt"},
}

// altText finds the tags in the attributes of an element, each with its place in the opening tag.
func (s *scanner) altText(e *element) []piece {
	names := altAttributes[e.name]
	if local, ok := strings.CutPrefix(e.name, s.prefix); ok && (local == "tblCaption" || local == "tblDescription") {
		names = []string{s.prefix + "val"}
	}
	var tags []piece
	open := s.bytes(e.open)
	for _, name := range names {
		at, ok := attribute(open, name)
		if !ok {
			continue
		}
		raw := open[at.start:at.end]
		text := unescape(raw)
		var found []piece
		for _, m := range findTags(text) {
			stands := span{at.start + rawOffset(raw, m.start), at.start + rawOffset(raw, m.end)}
			found = append(found, piece{what: tagRole, tag: s.plainTag(text, m), at: stands, since: -1, place: s.place})
		}
		tags = append(tags, s.chartLoops(found)...)
	}
	return tags
}

// withAltText reads an element that has tags in its attributes.
func (s *scanner) withAltText(e *element, tags []piece) piece {
	opening := piece{what: attributesRole, raw: s.bytes(e.open), inner: tags, since: -1, place: s.place, visible: true}
	inner := append([]piece{opening}, s.children(e)...)
	return piece{what: shellRole, inner: s.gap(inner, max(e.content.end, e.open.end), e.end), visible: true, since: -1, place: s.place}
}

// newAttributes makes nodes of an opening tag with tags in its attributes.
func newAttributes(p piece) node {
	type part struct {
		at   span
		node node
	}
	var parts []part
	for _, tagged := range p.inner {
		var n node = &group{}
		switch {
		case tagged.chart != nil:
			n = tagged.chart
		case tagged.tag.kind == valueTag:
			n = &value{tag: tagged.tag}
		}
		parts = append(parts, part{tagged.at, n})
	}
	if m, found, err := nextMarkup(p.raw, 0); found && err == nil {
		for _, s := range slotsOf(p.raw, m.name) {
			if s.tag == nil {
				parts = append(parts, part{s.at, slotAlone(s)})
			}
		}
	}
	slices.SortFunc(parts, func(a, b part) int { return a.at.start - b.at.start })
	g, pos := &group{}, 0
	for _, part := range parts {
		g.inner = append(g.inner, copied(p.raw[pos:part.at.start]), part.node)
		pos = part.at.end
	}
	g.inner = append(g.inner, copied(p.raw[pos:]))
	return g
}

func slotAlone(s *slot) *literal { return &literal{parts: []part{{slot: s}}} }

// copied is a stretch that is copied as it is, whatever stands in it.
func copied(raw []byte) *literal { return &literal{parts: []part{{bytes: raw}}} }

// plainText writes a value as mere characters of an attribute or a text.
func (f *filling) plainText(t *tag, text string) {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\v' || r == '\t' }), " ")
	start := len(f.out)
	var dropped int
	f.out, dropped = escapeText(f.out, text)
	quoted := strings.NewReplacer(`"`, "&quot;", `'`, "&apos;").Replace(string(f.out[start:]))
	f.out = append(f.out[:start], quoted...)
	if dropped > 0 {
		f.findings.add(t, findingCharacters.With(dropped))
	}
}
