package templates

import (
	"path"
	"strings"
)

// plainKinds are the relationships that lead to parts with text of another vocabulary.
var plainKinds = map[string]Story{
	"chart": Chart, "chartEx": Chart, "diagramData": Diagram, "diagramDrawing": Diagram, "core-properties": Properties,
}

// readPlainParts compiles the parts of charts and SmartArt that the stories refer to, and the properties of the file.
func (c *compiler) readPlainParts() error {
	pack := c.template.pack
	from := []string{"", pack.main}
	for _, s := range pack.stories {
		from = append(from, s.file)
	}
	seen := map[string]bool{}
	count := map[Story]int{}
	for _, of := range from {
		for _, r := range pack.relations(of) {
			story, ok := plainKinds[r.kind]
			if !ok || seen[r.target] || pack.byName[strings.ToLower(r.target)] == nil || path.Ext(r.target) != ".xml" {
				continue
			}
			seen[r.target] = true
			count[story]++
			if err := c.readPlain(r.target, Place{Story: story, Number: count[story]}); err != nil {
				return err
			}
		}
	}
	return nil
}

// readPlain compiles one such part. One without tags is left alone.
func (c *compiler) readPlain(file string, at Place) error {
	data, err := c.template.pack.read(file)
	if err != nil {
		return err
	}
	if !strings.Contains(string(data), "{{") && !strings.Contains(string(data), "}}") && !strings.Contains(string(data), "{<") {
		return nil
	}
	root, _, err := parseXML(data)
	if err != nil {
		return nil // Word repairs or ignores such parts, and we do not touch them
	}
	if at.Story == Properties {
		at.Number = 0
	}
	s := c.scanner(file, data, noWord, at)
	edits := s.plainEdits(root, at.Story == Properties)
	c.tags = s.tags
	if len(edits) == 0 {
		return nil
	}
	g, pos := &group{}, 0
	for _, e := range edits {
		g.inner, pos = append(g.inner, copied(data[pos:e.start])), e.end
		if e.tag != nil && e.tag.kind == valueTag {
			g.inner = append(g.inner, &value{tag: e.tag})
		}
	}
	g.inner = append(g.inner, copied(data[pos:]))
	c.template.parts = append(c.template.parts, &compiledPart{file: file, node: g, tagged: true})
	return nil
}

// plainEdit is a stretch of a part that is taken out, and the tag that is printed there, or nil.
type plainEdit struct {
	span
	tag *tag
}

// plainEdits finds the tags in the paragraphs of a part: in those of DrawingML, a:p with its texts a:t, or in the properties, each an element that holds text.
func (s *scanner) plainEdits(e *element, properties bool) []plainEdit {
	switch {
	case e.name == "a:p":
		return s.plainParagraph(elementsNamed(e, "a:t"))
	case properties && len(e.children) == 0:
		return s.plainParagraph([]*element{e})
	}
	var edits []plainEdit
	for _, c := range e.children {
		edits = append(edits, s.plainEdits(c, properties)...)
	}
	return edits
}

// plainParagraph finds the tags in the joined text of some elements. A tag is printed where it begins.
func (s *scanner) plainParagraph(texts []*element) []plainEdit {
	var all strings.Builder
	starts := make([]int, len(texts))
	for i, e := range texts {
		starts[i] = all.Len()
		all.WriteString(unescape(s.bytes(e.content)))
	}
	text := all.String()
	var edits []plainEdit
	for _, m := range findTags(text) {
		t := s.plainTag(text, m)
		if t.chart {
			s.faults.add(t, faultChartPlace.With(t.text))
		}
		for i, e := range texts {
			raw := s.bytes(e.content)
			from, to := max(m.start, starts[i]), min(m.end, starts[i]+len(unescape(raw)))
			if from >= to {
				continue
			}
			at := span{e.content.start + rawOffset(raw, from-starts[i]), e.content.start + rawOffset(raw, to-starts[i])}
			edits, t = append(edits, plainEdit{at, t}), nil
		}
	}
	return edits
}
