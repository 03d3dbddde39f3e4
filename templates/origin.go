package templates

import (
	"bytes"
	"strconv"

	"tonghop/lang"
)

// Origin says where the figures of a document come from.
type Origin struct {
	// Version is that of the program.
	Version string
	// Period and Unit are the codes of what the document is about, Date is the day that it bears, as the caller writes them.
	Period, Unit, Date string
	// Policy says which submissions count, as the caller writes it.
	Policy string
	// Sources are the files that were read.
	Sources []Source
}

// Source is a file that was read: its path in the workspace and its SHA-256 in hexadecimal.
type Source struct{ Path, SHA256 string }

// Provenance is what a document says of its figures: where they come from, and what was printed. Each key stands once.
type Provenance struct {
	Origin
	Figures []Figure
}

// provenanceSpace is the namespace of the part that holds the provenance. Its facts are text of elements, because not every program keeps
// the attributes of parts that it does not know.
const provenanceSpace = "urn:tonghop:figures:1"

var errProvenance = lang.Format{
	Vi: "không đọc được nguồn gốc số liệu (%s). Dùng đúng tệp do chương trình ghi ra",
	En: "cannot read the provenance of figures (%s). Use the file that the program wrote"}

// Encode writes the provenance as it stands in documents and in side files.
func (p Provenance) Encode() []byte {
	out := make([]byte, 0, 200+200*len(p.Sources)+100*len(p.Figures))
	out = append(append(append(append(out, xmlHead...), `<figures xmlns="`...), provenanceSpace...), `">`...)
	for _, known := range [][2]string{{"version", p.Version}, {"period", p.Period}, {"unit", p.Unit}, {"date", p.Date}, {"policy", p.Policy}} {
		out = fact(out, known[0], known[1])
	}
	for _, s := range p.Sources {
		out = append(out, "<source>"...)
		out = fact(fact(out, "path", s.Path), "sha256", s.SHA256)
		out = append(out, "</source>"...)
	}
	for i := range p.Figures {
		out = p.Figures[i].encode(out)
	}
	return append(out, "</figures>"...)
}

// encode writes a figure. A whole key says which rows lead to it, what is evaluated there and in which styles it is printed; where the key was shortened, the
// reference stands beside it.
func (f *Figure) encode(out []byte) []byte {
	out = fact(append(out, "<figure>"...), "key", f.Key)
	if !isWhole(f.Key) {
		out = fact(out, "reference", f.Reference())
	}
	out = fact(fact(out, "text", f.Text), "value", f.Value)
	if f.Missing {
		out = fact(out, "missing", "true")
	}
	for _, g := range f.Gaps {
		out = fact(out, "gap", g)
	}
	if f.Expected > 0 {
		out = fact(fact(out, "have", strconv.Itoa(f.Have)), "expected", strconv.Itoa(f.Expected))
	}
	return append(out, "</figure>"...)
}

// fact writes one fact; what is not known is left out.
func fact(out []byte, name, text string) []byte {
	if text == "" {
		return out
	}
	out = append(append(append(out, '<'), name...), '>')
	out, _ = escapeText(out, text)
	return append(append(append(out, "</"...), name...), '>')
}

// DecodeProvenance reads what Encode wrote. The error is a lang.Message.
func DecodeProvenance(data []byte) (Provenance, error) {
	root, _, err := parseXML(data)
	if err != nil {
		return Provenance{}, errProvenance.With(err)
	}
	if !isProvenance(data[root.open.start:root.open.end]) {
		return Provenance{}, errProvenance.With(provenanceSpace)
	}
	r := factReader{data: data}
	return r.provenance(root), nil
}

func isProvenance(root []byte) bool { return bytes.Contains(root, []byte(`"`+provenanceSpace+`"`)) }

// factReader reads the elements of a provenance. Elements that it does not know, of a later version, are passed over.
type factReader struct{ data []byte }

// name is that of an element without its prefix, which another program may have put there.
func (r factReader) name(e *element) string {
	for i := len(e.name) - 1; i >= 0; i-- {
		if e.name[i] == ':' {
			return e.name[i+1:]
		}
	}
	return e.name
}

func (r factReader) text(e *element) string { return unescape(r.data[e.content.start:e.content.end]) }

func (r factReader) provenance(root *element) Provenance {
	var p Provenance
	for _, e := range root.children {
		switch r.name(e) {
		case "version":
			p.Version = r.text(e)
		case "period":
			p.Period = r.text(e)
		case "unit":
			p.Unit = r.text(e)
		case "date":
			p.Date = r.text(e)
		case "policy":
			p.Policy = r.text(e)
		case "source":
			path, sum := r.pair(e, "path", "sha256")
			p.Sources = append(p.Sources, Source{path, sum})
		case "figure":
			p.Figures = append(p.Figures, r.figure(e))
		}
	}
	return p
}

// pair reads two facts of an element.
func (r factReader) pair(e *element, first, second string) (a, b string) {
	for _, c := range e.children {
		switch r.name(c) {
		case first:
			a = r.text(c)
		case second:
			b = r.text(c)
		}
	}
	return a, b
}

func (r factReader) figure(e *element) Figure {
	var f Figure
	reference := ""
	for _, c := range e.children {
		switch r.name(c) {
		case "key":
			f.Key = r.text(c)
		case "reference":
			reference = r.text(c)
		case "text":
			f.Text = r.text(c)
		case "value":
			f.Value = r.text(c)
		case "missing":
			f.Missing = r.text(c) == "true"
		case "gap":
			f.Gaps = append(f.Gaps, r.text(c))
		case "have":
			f.Have, _ = strconv.Atoi(r.text(c))
		case "expected":
			f.Expected, _ = strconv.Atoi(r.text(c))
		}
	}
	if reference == "" {
		reference = f.Key
	}
	// What this version cannot read stays as it is, and is no figure that can be found.
	f.Expression = reference
	if ref, ok := readReference(reference); ok {
		f.Expression, f.Path, f.Styles, f.Names = ref.tag.expression, ref.path, ref.tag.kept, ref.tag.names
	}
	return f
}

// provenanceOf gives what a document says of the figures that were printed in it.
func provenanceOf(printed []Figure, distinct int, o Origin) Provenance {
	if distinct == len(printed) {
		return Provenance{o, printed}
	}
	p := Provenance{Origin: o, Figures: make([]Figure, 0, distinct)}
	seen := make(map[string]bool, distinct)
	for i := range printed {
		if key := printed[i].Key; !seen[key] {
			seen[key] = true
			p.Figures = append(p.Figures, printed[i])
		}
	}
	return p
}
