package templates

import (
	"bytes"
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
)

// Refreshed is a report with the figures of today.
type Refreshed struct {
	// Document is the .docx file; the very bytes that were opened where nothing had to change.
	Document []byte
	// Lines are all figures as they stood before, with what became of them: those that were Changed are new now, all others stayed.
	Lines []Line
	// Provenance is what the new document says of its figures, for the file beside it.
	Provenance Provenance
}

var errRefresh = lang.Format{Vi: "không cập nhật được báo cáo %s: %s", En: "cannot refresh the report %s: %s"}

// Refresh writes new figures into the report where the text still is what was printed, with the formatting that stands there. What somebody changed
// is left alone. Nothing else of the document changes but the note of what was printed.
func (d *Document) Refresh(data Data, origin Origin) (Refreshed, error) {
	lines := d.compare(data)
	said := d.updated(lines, origin)
	changed := map[string][]byte{}
	for _, p := range d.parts {
		var edits []splice
		for i := range lines {
			if l := &lines[i]; l.State == Changed && l.found.part == p {
				edits = append(edits, l.found.rewrite(l.Now, l.Figure.Missing, l.Value)...)
			}
		}
		if len(edits) > 0 {
			changed[p.file] = spliced(p.data, edits)
		}
	}
	result := Refreshed{Provenance: said}
	for _, l := range lines {
		if l.found == nil || !l.found.twin {
			result.Lines = append(result.Lines, l)
		}
	}
	if !bytes.Equal(said.Encode(), d.said.Encode()) || len(changed) > 0 {
		d.custody.write(said, changed)
	}
	var err error
	if result.Document, err = d.write(changed); err != nil {
		return Refreshed{}, errRefresh.With(d.name, err)
	}
	return result, nil
}

// updated gives what the document says of its figures once those that changed are written. A figure that somebody changed keeps what was printed, so
// that it is still known to be changed.
func (d *Document) updated(lines []Line, origin Origin) Provenance {
	said := Provenance{Origin: origin, Figures: slices.Clone(d.said.Figures)}
	if !d.known {
		return said
	}
	at := make(map[string]int, len(said.Figures))
	for i, f := range said.Figures {
		at[f.Key] = i
	}
	for _, l := range lines {
		i, known := at[l.Key]
		if !known || l.State != Changed && l.State != Equal {
			continue
		}
		f := &said.Figures[i]
		f.Text, f.Value, f.Missing, f.Gaps, f.Have, f.Expected = l.Now, figure.Plain(l.Value), l.Value.IsMissing(), nil, l.Value.Have, l.Value.Expected
		if f.Missing {
			f.Gaps = l.Value.Gaps
		}
		if l.Value.Kind == figure.NotApplicable {
			f.Have, f.Expected = 0, 0
		}
	}
	return said
}

// write gives the document with some parts changed.
func (d *Document) write(changed map[string][]byte) ([]byte, error) {
	if len(changed) == 0 {
		return d.original, nil
	}
	return d.pack.with(changed)
}

// splice puts bytes in the place of a stretch.
type splice struct {
	at    span
	bytes []byte
}

// spliced applies edits that do not overlap.
func spliced(data []byte, edits []splice) []byte {
	slices.SortStableFunc(edits, func(a, b splice) int { return a.at.start - b.at.start })
	var out []byte
	at := 0
	for _, e := range edits {
		out = append(append(out, data[at:e.at.start]...), e.bytes...)
		at = e.at.end
	}
	return append(out, data[at:]...)
}

// rewrite puts a new text in the place of a figure: into its first run that has text, while the text of the others goes.
func (f *Found) rewrite(text string, wasMissing bool, v figure.Value) []splice {
	var edits []splice
	first := true
	for _, run := range f.runs {
		if run.text == "" {
			continue
		}
		if first {
			edits = append(edits, f.rewriteRun(run, text, wasMissing, v.IsMissing())...)
			first = false
			continue
		}
		edits = append(edits, f.emptyRun(run)...)
	}
	return edits
}

// rewriteRun puts the new text in the place of the first text of a run.
func (f *Found) rewriteRun(run readRun, text string, wasMissing, isMissing bool) []splice {
	w, format := f.part.prefix, ""
	at := span{run.content.start, run.content.start}
	if properties := run.child(runFormatElement); properties != nil {
		at = properties.whole()
		format = string(f.part.data[at.start:at.end])
	}
	look := format
	switch {
	case isMissing && !wasMissing:
		look = withProperty(format, w, "highlight", "yellow")
	case wasMissing && !isMissing:
		look = withoutYellow(format, w)
	}
	var edits []splice
	if look != format {
		edits = append(edits, splice{at, []byte(look)})
	}
	content, _ := appendText(nil, w, text)
	for _, c := range run.children {
		if isTextual(c) {
			edits = append(edits, splice{c.whole(), content})
			content = nil
		}
	}
	return append(edits, f.loosen(look, text)...)
}

// loosen makes a control for plain text one for rich text where it comes to hold what LibreOffice would lose.
func (f *Found) loosen(look, text string) []splice {
	if f.control == nil || isFree(look, f.part.prefix) && !strings.ContainsAny(text, "\r\n\v") {
		return nil
	}
	r := figureReader{scanner: &scanner{data: f.part.data, prefix: f.part.prefix}}
	if kind := r.propertiesOf(f.control).text; kind != nil {
		return []splice{{kind.whole(), nil}}
	}
	return nil
}

// emptyRun takes the text out of a run; nothing is left of one that held only text.
func (f *Found) emptyRun(run readRun) []splice {
	var edits []splice
	rest := false
	for _, c := range run.children {
		switch {
		case isTextual(c):
			edits = append(edits, splice{c.whole(), nil})
		case c.kind != runFormatElement && c.kind != silentElement:
			rest = true
		}
	}
	if !rest {
		return []splice{{run.whole(), nil}}
	}
	return edits
}

// isTextual tells the children of a run that make its text.
func isTextual(e *element) bool {
	switch e.kind {
	case textElement, breakElement, tabElement, hyphenElement:
		return true
	}
	return false
}

// withoutYellow gives the properties of a run without the yellow mark of a missing figure.
func withoutYellow(format, prefix string) string {
	data := []byte(format)
	root, _, err := parseXML(data)
	if err != nil {
		return format
	}
	for _, c := range root.children {
		if c.name == prefix+"highlight" && attributeText(data[c.open.start:c.open.end], prefix+"val") == "yellow" {
			if len(root.children) == 1 {
				return ""
			}
			return format[:c.open.start] + format[c.end:]
		}
	}
	return format
}
