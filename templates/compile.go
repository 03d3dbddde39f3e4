package templates

import (
	"sync/atomic"

	"tonghop/lang"
)

// Template is a Word document that was compiled. It never changes but for how much room a document is given at first, and may be rendered any number of times, also at the same time.
type Template struct {
	name  string
	pack  *archive
	main  *container
	parts []*compiledPart
	books []*noteBook
	notes map[noteRef]*notePage
	used  *usedIDs
	// custody is where the provenance of figures goes.
	custody custody
	faults  []Fault
	// expected is how many figures were printed into the last document: as many will be into the next.
	expected atomic.Int64
}

// compiledPart is a part that is one story: the main part, a header, a footer.
type compiledPart struct {
	file   string
	prefix string
	before []byte // the root element
	node   node
	after  []byte
	tagged bool
	size   int // of the part in the template, in bytes
	// declared is what the part says of hidden controls.
	declared declaration
	// length is that of the part in the last document.
	length atomic.Int64
}

// compiler is the compiling of one template.
type compiler struct {
	builder
	template *Template
	styles   headingStyles
	tags     int
}

var (
	errTemplate = lang.Format{Vi: "không đọc được mẫu %s: %s", En: "cannot read the template %s: %s"}
	errPart     = lang.Format{Vi: "phần %s: %s", En: "part %s: %s"}
)

// Compile reads a Word document as a template. name is how messages call it. faults are all faults of all its parts, in the order in
// which a person meets them: body, headers, footers, notes. The error says in words why the file is no Word document that can be
// filled, such as an old .doc or a damaged file; then there is no Template.
//
// A template with faults can be looked at (Check, Tags) but not rendered.
func Compile(name string, data []byte) (*Template, []Fault, error) {
	t, err := compile(name, data)
	if err != nil {
		return nil, nil, errTemplate.With(name, err)
	}
	return t, t.faults, nil
}

func compile(name string, data []byte) (*Template, error) {
	pack, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	main, err := openContainer(pack)
	if err != nil {
		return nil, err
	}
	t := &Template{name: name, pack: pack, main: main, notes: map[noteRef]*notePage{}, used: newUsedIDs()}
	var faults faultList
	c := &compiler{builder: builder{faults: &faults}, template: t, styles: pack.headingStyles()}
	if err := c.readPart(pack.main, []byte(main.content()), Place{Story: Body}); err != nil {
		return nil, err
	}
	for _, s := range pack.stories {
		if err := c.readStory(s); err != nil {
			return nil, err
		}
	}
	if err := c.readPlainParts(); err != nil {
		return nil, err
	}
	if t.custody, err = pack.custody(); err != nil {
		return nil, err
	}
	t.used.note([]byte(main.content()))
	for _, p := range t.parts {
		t.markNotes([]node{p.node})
	}
	t.faults = faults.faults()
	return t, nil
}

func (c *compiler) scanner(file string, data []byte, prefix string, at Place) *scanner {
	return &scanner{pack: c.template.pack, file: file, data: data, prefix: prefix, styles: c.styles, place: at, faults: c.faults, tags: c.tags}
}

// readStory compiles a part beside the main one.
func (c *compiler) readStory(s storyPart) error {
	data, err := c.template.pack.read(s.file)
	if err != nil {
		return err
	}
	c.template.used.note(data)
	if s.story == Footnote || s.story == Endnote {
		return c.readNotes(s.file, data, s.story)
	}
	return c.readPart(s.file, data, Place{Story: s.story, Number: s.number})
}

// readPart compiles a part that is one story.
func (c *compiler) readPart(file string, data []byte, at Place) error {
	root, prefix, err := parseXML(data)
	if err != nil {
		return errPart.With(file, err)
	}
	s := c.scanner(file, data, prefix, at)
	var p piece
	if at.Story == Body {
		p = s.element(root, shellRole)
	} else {
		p = s.scan(root)
	}
	c.tags = s.tags
	c.template.parts = append(c.template.parts, &compiledPart{
		file: file, prefix: prefix, tagged: p.tagged(), size: len(data),
		before: data[:root.open.start], node: c.build(p), after: data[root.end:], declared: declare(data, root.open),
	})
	return nil
}

// Name is how messages call the template.
func (t *Template) Name() string { return t.name }

// Faults are the faults that Compile found.
func (t *Template) Faults() []Fault { return append([]Fault(nil), t.faults...) }
