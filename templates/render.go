package templates

import (
	"bytes"
	"slices"

	"tonghop/lang"
)

// Result is a filled document.
type Result struct {
	// Document is the .docx file.
	Document []byte
	// Missing lists the tags that print a mark because a figure is missing, each once, in the order of the document.
	Missing []Missing
	// Findings lists what went wrong with single tags: a style that cannot print the value, a faulty tag in a text of the catalogue,
	// characters that Word cannot hold. The document is whole nevertheless.
	Findings []Fault
	// Figures lists every figure that was printed into a control, in the order of the document. It is empty for a plain document.
	Figures []Figure
	// Provenance is what the document says of them, for a file beside it.
	Provenance Provenance
}

// Options choose how a template is filled. The zero value makes figures that stay alive, of unknown origin.
type Options struct {
	// Plain writes figures as mere text, without controls, bookmarks and provenance.
	Plain bool
	// Origin says where the figures come from.
	Origin Origin
}

var (
	errFaulty = lang.Format{
		Vi: "mẫu %s còn %d lỗi, chưa điền được. Lỗi đầu tiên: %s",
		En: "the template %s has %d faults and cannot be filled. The first: %s"}
	errRender = lang.Format{Vi: "không điền được mẫu %s: %s", En: "cannot fill the template %s: %s"}
)

// Render fills the template. Each value is printed with the formatting of its tag's first character; parts of the file without
// tags are copied as they are. Unless opt says plain, each figure is written into a content control with its key, by which Open finds it again. The error, a lang.Message, says why there is no document; missing figures are no error.
func (t *Template) Render(d Data, opt Options) (Result, error) {
	if len(t.faults) > 0 {
		return Result{}, errFaulty.With(t.name, len(t.faults), t.faults[0].Line())
	}
	doc := t.newDocument()
	if !opt.Plain {
		doc.living = newLivingFigures(int(t.expected.Load()))
	}
	changed := doc.write(&scope{data: d})
	defer doc.release()
	if err := doc.writeCharts(changed); err != nil && doc.failure == nil {
		doc.failure = err
	}
	if doc.failure != nil {
		return Result{}, errRender.With(t.name, doc.failure)
	}
	result := Result{Missing: doc.missing.list, Findings: doc.findings.faults()}
	if doc.living != nil && len(doc.living.printed) > 0 {
		result.Figures = doc.living.printed
		t.expected.Store(int64(len(result.Figures)))
		result.Provenance = provenanceOf(result.Figures, len(doc.living.times), opt.Origin)
		t.custody.write(result.Provenance, changed)
	}
	var err error
	if result.Document, err = t.pack.with(changed); err != nil {
		return Result{}, errRender.With(t.name, err)
	}
	return result, nil
}

func (t *Template) newDocument() *document {
	return &document{
		template: t,
		ids:      identities{used: t.used, next: map[slotKind]int{}, given: map[string]bool{}, written: map[*slot]bool{}},
		notes:    map[*noteBook][]*writtenNote{},
	}
}

// write fills all parts and gives those that differ from the template, by their names in the file.
func (d *document) write(root *scope) map[string][]byte {
	t := d.template
	changed := map[string][]byte{}
	notes := slices.ContainsFunc(t.books, func(b *noteBook) bool { return b.tagged })
	for i, p := range t.parts {
		// Notes are filled where their marks stand, and these stand in the main part, which is the first.
		if p.tagged || i == 0 && notes {
			changed[p.file] = d.part(p, root)
		}
	}
	if _, ok := changed[t.pack.main]; ok {
		d.writeNotes(root, changed)
	}
	return changed
}

// part fills one part.
func (d *document) part(p *compiledPart, root *scope) []byte {
	f := d.filling(p.prefix, p.declared)
	f.out = append(d.lease(p), p.before...)
	// Where the root element will say more than in the template, room is left for that before it.
	declares := d.living != nil && p.tagged && p.declared.root != nil
	if declares {
		f.out = append(f.out, p.declared.root[p.declared.tag.end-p.declared.tag.start:]...)
	}
	p.node.fill(f, root)
	for _, b := range d.template.books {
		b.number(d.notes[b])
	}
	f.settle()
	if declares {
		copy(f.out[len(p.before):], p.declared.root)
	}
	f.out = append(f.out, p.after...)
	p.length.Store(int64(len(f.out)))
	d.leased = append(d.leased, f.out)
	return f.out
}

// writeNotes puts the parts of the notes together, once the part is filled that holds their marks.
func (d *document) writeNotes(root *scope, changed map[string][]byte) {
	for _, b := range d.template.books {
		written := b.write(d, root)
		if d.living != nil && b.tagged {
			written = b.declared.written(written)
		}
		if !bytes.Equal(written, b.data) {
			changed[b.file] = written
		}
	}
}
