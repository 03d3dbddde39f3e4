package templates

import (
	"cmp"
	"slices"
	"strings"
)

// survey is a document laid open for those who look at it without filling it: its stories with their elements, and every paragraph
// with the place and the text that the compiler sees.
type survey struct {
	pack    *archive
	stories []*surveyed
}

// surveyed is one part of a document that holds text.
type surveyed struct {
	file   string
	data   []byte
	root   *element
	prefix string
	story  Story
	number int
	spots  []spot
}

// spot is one paragraph: where it stands and what it says.
type spot struct {
	at       Place
	element  *element
	text     string
	segments []segment
	// twin tells the second writing of a text box, for programs that cannot show the first.
	twin bool
}

// openSurvey reads a document. Errors are those of Compile.
func openSurvey(data []byte) (*survey, error) {
	pack, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	s := &survey{pack: pack}
	styles := pack.headingStyles()
	for _, part := range append([]storyPart{{pack.main, Body, 0}}, pack.stories...) {
		read, err := s.read(part, styles)
		if err != nil {
			return nil, err
		}
		s.stories = append(s.stories, read)
	}
	return s, nil
}

// main is the part of the body.
func (s *survey) main() *surveyed { return s.stories[0] }

// read reads a part as the compiler does, so that its paragraphs have the same places.
func (s *survey) read(part storyPart, styles headingStyles) (*surveyed, error) {
	data, err := s.pack.read(part.file)
	if err != nil {
		return nil, err
	}
	root, prefix, err := parseXML(data)
	if err != nil {
		return nil, errPart.With(part.file, err)
	}
	read := &surveyed{file: part.file, data: data, root: root, prefix: prefix, story: part.story, number: part.number}
	reader := &scanner{data: data, prefix: prefix, styles: styles, faults: &faultList{}}
	reader.watch = func(p *element, f *flow) {
		read.spots = append(read.spots, spot{at: reader.place, element: p, text: f.text.String(), segments: f.segments})
	}
	if part.story == Footnote || part.story == Endnote {
		read.notes(reader)
	} else {
		reader.place = Place{Story: part.story, Number: part.number}
		reader.scan(root)
	}
	read.arrange()
	return read, nil
}

// notes reads the footnotes or endnotes, each as a story of its own.
func (s *surveyed) notes(reader *scanner) {
	number := 0
	for _, e := range s.root.children {
		if e.kind == noteElement {
			if !s.plainNote(e) {
				number++
			}
			reader.place, reader.tables = Place{Story: s.story, Number: number}, 0
			reader.scan(e)
		}
	}
}

// arrange puts the paragraphs into the order of the part: the scanner meets a text box before the paragraph that holds it.
func (s *surveyed) arrange() {
	slices.SortStableFunc(s.spots, func(a, b spot) int { return cmp.Compare(a.element.open.start, b.element.open.start) })
	until := -1
	var fallbacks []span
	visit(s.root, func(e *element) {
		if e.name == "mc:Fallback" && e.open.start >= until {
			fallbacks, until = append(fallbacks, e.whole()), e.end
		}
	})
	for i := range s.spots {
		at := s.spots[i].element.open.start
		for len(fallbacks) > 0 && fallbacks[0].end <= at {
			fallbacks = fallbacks[1:]
		}
		s.spots[i].twin = len(fallbacks) > 0 && fallbacks[0].start < at
	}
}

// plainNote tells a note that Word needs for itself, such as the line above the notes.
func (s *surveyed) plainNote(e *element) bool {
	kind := s.attribute(e, "type")
	return kind != "" && kind != "normal"
}

// attribute gives an attribute of WordprocessingML of an element, or "".
func (s *surveyed) attribute(e *element, local string) string {
	return attributeText(s.bytes(e.open), s.prefix+local)
}

func (s *surveyed) bytes(at span) []byte { return s.data[at.start:at.end] }

// local gives the name of an element without the prefix of WordprocessingML, "" for an element of another vocabulary.
func (s *surveyed) local(e *element) string {
	if local, ok := strings.CutPrefix(e.name, s.prefix); ok && !strings.Contains(local, ":") {
		return local
	}
	return ""
}

// find gives the first child with a local name of WordprocessingML, or nil.
func (s *surveyed) find(e *element, local string) *element {
	if e == nil {
		return nil
	}
	for _, c := range e.children {
		if s.local(c) == local {
			return c
		}
	}
	return nil
}

// visit visits every element at and below e in order.
func visit(e *element, see func(*element)) {
	see(e)
	for _, c := range e.children {
		visit(c, see)
	}
}

// placeOf says where an element stands: at the paragraph in which it lies, else at the first one inside, else at the last before it.
func (s *surveyed) placeOf(e *element) Place {
	place, found := Place{Story: s.story, Number: s.number}, -1
	for _, at := range s.spots {
		p := at.element
		around := p.open.start <= e.open.start && e.end <= p.end
		inside := e.open.start <= p.open.start && p.end <= e.end
		switch {
		case around && p.open.start >= found:
			place, found = at.at, p.open.start
		case inside && found < e.open.start:
			return at.at
		case p.end <= e.open.start && p.open.start > found:
			place, found = at.at, p.open.start
		}
	}
	return place
}
