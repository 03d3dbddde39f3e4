package templates

import (
	"tonghop/lang"
)

// Document is a report that was opened again, perhaps after people edited it in Word or LibreOffice. It belongs to one goroutine.
type Document struct {
	name     string
	original []byte
	pack     *archive
	main     *container
	custody  custody
	parts    []*readPart
	found    []*Found
	texts    []paragraphText

	// said is what the document, or the file beside it, says of its figures; known tells that there is such a thing.
	said    Provenance
	known   bool
	printed map[string]*Figure // by key
	byHash  map[string]string  // keys by their hash
}

// readPart is a part of a document with the stories in it.
type readPart struct {
	file   string
	data   []byte
	prefix string
	root   *element
	story  storyPart
}

// Found is a figure that stands in a document: in a content control, or where only its bookmark is left, between the ends of that.
type Found struct {
	// Key names the figure, "" where only a bookmark tells that one was printed here and nothing says which.
	Key string
	// Text is what stands there now, put together from all runs. Line breaks are "\n".
	Text string
	// Place is where it stands now.
	Place Place

	part    *readPart
	control *element // nil where only the bookmark is left
	runs    []readRun
	// paragraph is the number of its paragraph among those of the document, from 0; offset is how many bytes of text stand before it there.
	paragraph, offset int
	// twin tells that it is in the half of a text box that only old programs show.
	twin bool
	// broken tells that it goes over several paragraphs by now.
	broken bool
}

var errDocument = lang.Format{Vi: "không đọc được báo cáo %s: %s", En: "cannot read the report %s: %s"}

// Open reads a report that Render wrote and people may have edited since. name is how messages call it. It finds the figures by the tags, the
// titles and the bookmarks of their controls, in all parts of the document. A document without figures is none the worse. The error, a lang.Message,
// says why the file is no Word document that can be read.
func Open(name string, data []byte) (*Document, error) {
	d := &Document{name: name, original: data}
	if err := d.open(data); err != nil {
		return nil, errDocument.With(name, err)
	}
	return d, nil
}

func (d *Document) open(data []byte) (err error) {
	if d.pack, err = openArchive(data); err != nil {
		return err
	}
	if d.main, err = openContainer(d.pack); err != nil {
		return err
	}
	if d.custody, err = d.pack.custody(); err != nil {
		return err
	}
	stories := append([]storyPart{{file: d.pack.main, story: Body}}, d.pack.stories...)
	for _, s := range stories {
		p := &readPart{file: s.file, story: s}
		if p.data, err = d.pack.read(s.file); err != nil {
			return err
		}
		if p.root, p.prefix, err = parseXML(p.data); err != nil {
			return errPart.With(s.file, err)
		}
		d.parts = append(d.parts, p)
	}
	if d.custody.found {
		if item, err := d.pack.read(d.custody.item); err == nil {
			// A damaged provenance is as good as none: whole keys still say what they are.
			if said, err := DecodeProvenance(item); err == nil {
				d.Restore(said)
				return nil
			}
		}
	}
	d.find()
	return nil
}

// Name is how messages call the report.
func (d *Document) Name() string { return d.name }

// Figures gives the figures that stand in the document, in its order. Of a text box that is written twice, for new programs and for old ones, they
// are those of the half that new programs show.
func (d *Document) Figures() []Found {
	var figures []Found
	for _, f := range d.found {
		if !f.twin {
			figures = append(figures, *f)
		}
	}
	return figures
}

// Provenance gives what the document says of its figures. ok is false where it does not say anything, because it was written plain or some
// program dropped that part.
func (d *Document) Provenance() (p Provenance, ok bool) { return d.said, d.known }

// Printed gives what is known of a figure by its key.
func (d *Document) Printed(key string) (Figure, bool) {
	if f, ok := d.printed[key]; ok {
		return *f, true
	}
	r, ok := d.reference(key)
	if !ok {
		return Figure{}, false
	}
	return Figure{Key: key, Expression: r.tag.expression, Path: r.path, Styles: r.tag.kept, Names: r.tag.names}, true
}

// Restore gives back to the document what it said of its figures, from a file beside it.
func (d *Document) Restore(p Provenance) {
	d.said, d.known = p, true
	d.printed, d.byHash = map[string]*Figure{}, map[string]string{}
	for i := range d.said.Figures {
		f := &d.said.Figures[i]
		d.printed[f.Key], d.byHash[hashOf(f.Key)] = f, f.Key
	}
	d.find()
}

// find finds the figures in all parts.
func (d *Document) find() {
	d.found, d.texts = nil, nil
	styles := d.pack.headingStyles()
	for _, p := range d.parts {
		if p.prefix == "" || p.prefix == noWord {
			continue
		}
		place := Place{Story: p.story.story, Number: p.story.number}
		r := &figureReader{scanner: &scanner{data: p.data, prefix: p.prefix, styles: styles, place: place}, document: d, part: p}
		if p.story.story == Footnote || p.story.story == Endnote {
			r.notes(p.root)
		} else {
			r.blocks(p.root)
		}
		d.found = append(d.found, r.found...)
	}
}

// reference reads what a key stands for: from the provenance, else from the key itself where it is whole.
func (d *Document) reference(key string) (reference, bool) {
	if f, ok := d.printed[key]; ok {
		return readReference(f.Reference())
	}
	if key == "" || !isWhole(key) {
		return reference{}, false
	}
	return readReference(key)
}
