package templates

import (
	"path"
	"strings"

	"tonghop/lang"
)

var errDetach = lang.Format{Vi: "không tách được báo cáo %s: %s", En: "cannot detach the report %s: %s"}

// Detach gives the report as it is sent out: the same text without our controls and bookmarks, and without the note of where the figures
// come from.
func (d *Document) Detach() ([]byte, error) {
	changed := map[string][]byte{}
	for _, p := range d.parts {
		edits := p.bookmarks()
		for _, f := range d.found {
			if f.part == p && f.control != nil {
				edits = append(edits, f.unwrap()...)
			}
		}
		if len(edits) > 0 {
			changed[p.file] = spliced(p.data, edits)
		}
	}
	err := d.pack.dropCustody(d.custody, changed)
	var file []byte
	if err == nil {
		file, err = d.write(changed)
	}
	if err != nil {
		return nil, errDetach.With(d.name, err)
	}
	return file, nil
}

// unwrap takes a control away from around its content. What Word shows in an empty control is no content.
func (f *Found) unwrap() []splice {
	r := figureReader{scanner: &scanner{data: f.part.data, prefix: f.part.prefix}}
	content := f.control.child(controlContent)
	if content == nil || r.propertiesOf(f.control).placeholder {
		return []splice{{f.control.whole(), nil}}
	}
	return []splice{{span{f.control.open.start, content.content.start}, nil}, {span{content.content.end, f.control.end}, nil}}
}

// bookmarks takes our bookmarks out of a part.
func (p *readPart) bookmarks() []splice {
	var edits []splice
	ours := map[string]bool{}
	for pos := 0; ; {
		m, found, err := nextMarkup(p.data, pos)
		if err != nil || !found {
			return edits
		}
		pos = m.end
		tag := p.data[m.start:m.end]
		switch m.name {
		case p.prefix + "bookmarkStart":
			if _, isOurs := bookmarkHash(attributeText(tag, p.prefix+"name")); isOurs {
				ours[attributeText(tag, p.prefix+"id")] = true
				edits = append(edits, splice{at: m.span})
			}
		case p.prefix + "bookmarkEnd":
			if ours[attributeText(tag, p.prefix+"id")] {
				edits = append(edits, splice{at: m.span})
			}
		}
	}
}

// dropCustody takes the provenance out of the package, with what belongs to it.
func (a *archive) dropCustody(c custody, changed map[string][]byte) error {
	if !c.found {
		return nil
	}
	gone := map[string]bool{strings.ToLower(c.item): true}
	for _, r := range a.relations(c.item) {
		if r.kind == "customXmlProps" {
			gone[strings.ToLower(r.target)] = true
		}
	}
	lists := map[string]string{contentTypesFile: "", linksOf(a.main): a.main}
	for _, list := range []string{contentTypesFile, linksOf(a.main)} {
		data, err := a.read(list)
		if err != nil {
			return err
		}
		if list == contentTypesFile && a.types != nil {
			data = a.types
		}
		if changed[list], err = withoutParts(data, lists[list], gone); err != nil {
			return errPart.With(list, err)
		}
	}
	gone[strings.ToLower(linksOf(c.item))] = true
	for _, f := range a.files {
		if gone[strings.ToLower(f.Name)] {
			changed[f.Name] = nil
		}
	}
	return nil
}

// withoutParts takes the entries of some parts out of a list of the package: of content types, or of the relationships of a part.
func withoutParts(list []byte, of string, gone map[string]bool) ([]byte, error) {
	root, _, err := parseXML(list)
	if err != nil {
		return nil, err
	}
	var edits []splice
	for _, e := range root.children {
		tag := list[e.open.start:e.open.end]
		name := attributeText(tag, "PartName")
		if name == "" && of != "" {
			name = attributeText(tag, "Target")
		}
		if name != "" && !strings.HasPrefix(name, "/") {
			name = path.Join("/", path.Dir(of), name)
		}
		if gone[strings.ToLower(strings.TrimPrefix(path.Clean(name), "/"))] {
			edits = append(edits, splice{at: e.whole()})
		}
	}
	return spliced(list, edits), nil
}
