package templates

import (
	"slices"
	"strings"
)

// figureReader finds the figures in a part and keeps count of where it is.
type figureReader struct {
	*scanner
	document *Document
	part     *readPart
	found    []*Found
	twins    int // halves of text boxes for old programs around
	// around are the figures whose controls hold whole paragraphs, the innermost last. Some programs write controls so.
	around []*Found
}

// readRun is a run with its text.
type readRun struct {
	*element
	text string
}

// notes reads the footnotes or the endnotes.
func (r *figureReader) notes(root *element) {
	number := 0
	for _, e := range root.children {
		if e.kind != noteElement {
			continue
		}
		if kind := attributeText(r.bytes(e.open), r.prefix+"type"); kind == "" || kind == "normal" {
			number++
			r.place = Place{Story: r.place.Story, Number: number}
			r.blocks(e)
		}
	}
}

// blocks reads what stands in an element.
func (r *figureReader) blocks(e *element) {
	for _, c := range e.children {
		r.block(c)
	}
}

func (r *figureReader) block(e *element) {
	outside := r.place
	switch e.kind {
	case paragraphElement:
		r.paragraph(e)
		return
	case deletedElement:
		return
	case rowElement:
		r.place.Row++
		r.place.Cell = 0
		r.blocks(e)
		return
	case cellElement:
		r.place.Cell++
		r.place.Paragraph = 0
		r.blocks(e)
		return
	case controlElement:
		r.blockControl(e)
		return
	case tableElement:
		r.tables++
		r.place.Table, r.place.Row, r.place.Cell, r.place.Paragraph, r.place.Text = r.tables, 0, 0, 0, ""
		r.blocks(e)
	case boxElement:
		around := r.around
		r.around = nil
		r.place.TextBox, r.place.Paragraph, r.place.Text = true, 0, ""
		r.blocks(e)
		r.around = around
	default:
		r.twin(e, r.blocks)
		return
	}
	r.place = outside
}

// twin reads an element, minding that text boxes are written twice.
func (r *figureReader) twin(e *element, read func(*element)) {
	if e.name != "mc:Fallback" {
		read(e)
		return
	}
	r.twins++
	tables := r.tables
	read(e)
	r.tables = tables
	r.twins--
}

// blockControl reads a control that holds paragraphs. Word never writes ours so, but other programs may.
func (r *figureReader) blockControl(e *element) {
	content := e.child(controlContent)
	if content == nil {
		return
	}
	key, ours := r.document.keyOf(r.propertiesOf(e), "")
	if !ours {
		r.blocks(content)
		return
	}
	f := &Found{Key: key, part: r.part, control: e, twin: r.twins > 0}
	r.around = append(r.around, f)
	r.blocks(content)
	r.around = r.around[:len(r.around)-1]
	if len(f.runs) == 0 {
		f.Place = r.place
	}
	r.keep(f)
}

func (r *figureReader) keep(f *Found) {
	if f.control != nil && r.propertiesOf(f.control).placeholder {
		f.Text = ""
	}
	r.found = append(r.found, f)
}

// readLine is a paragraph while it is read.
type readLine struct {
	runs      []readRun
	controls  []readControl
	bookmarks []readBookmark
	// boxes are the children of runs that may hold text boxes.
	boxes []readBox
}

type readBox struct {
	element *element
	twins   int
}

// readControl is a control with the runs in it.
type readControl struct {
	element  *element
	from, to int
	twin     bool
}

// readBookmark is one of our bookmarks with the runs in it. to is -1 while its end was not met.
type readBookmark struct {
	id, hash string
	from, to int
	used     bool
	twin     bool
}

func (r *figureReader) paragraph(e *element) {
	r.place.Paragraph++
	r.place.Text = ""
	var l readLine
	r.inline(e, &l)
	var text strings.Builder
	for _, run := range l.runs {
		text.WriteString(run.text)
	}
	r.enter(e, text.String())
	for _, f := range r.around {
		if len(f.runs) == 0 {
			f.Place = r.place
		} else {
			f.Text, f.broken = f.Text+"\n", true
		}
		f.runs = append(f.runs, l.runs...)
		f.Text += text.String()
	}
	owned := r.figures(&l)
	r.document.texts = append(r.document.texts, paragraphText{r.place, l.typedText(owned), r.twins > 0, len(r.document.texts)})
	for _, box := range l.boxes {
		twins, place := r.twins, r.place
		r.twins = box.twins
		r.twin(box.element, r.blocks)
		r.twins, r.place = twins, place
	}
}

// inline reads the runs of a paragraph, the controls around some of them, and our bookmarks.
func (r *figureReader) inline(e *element, l *readLine) {
	for _, c := range e.children {
		switch c.kind {
		case runElement:
			l.runs = append(l.runs, readRun{c, r.runText(c)})
			for _, child := range c.children {
				if len(child.children) > 0 && child.kind != runFormatElement {
					l.boxes = append(l.boxes, readBox{child, r.twins})
				}
			}
		case wrapperElement, controlContent:
			r.twin(c, func(c *element) { r.inline(c, l) })
		case controlElement:
			from := len(l.runs)
			if content := c.child(controlContent); content != nil {
				r.inline(content, l)
			}
			l.controls = append(l.controls, readControl{c, from, len(l.runs), r.twins > 0})
		case markElement:
			r.mark(c, l)
		}
	}
}

// mark notes an end of one of our bookmarks.
func (r *figureReader) mark(e *element, l *readLine) {
	tag := r.bytes(e.open)
	id := attributeText(tag, r.prefix+"id")
	switch e.name {
	case r.prefix + "bookmarkStart":
		if hash, ok := bookmarkHash(attributeText(tag, r.prefix+"name")); ok {
			l.bookmarks = append(l.bookmarks, readBookmark{id: id, hash: hash, from: len(l.runs), to: -1, twin: r.twins > 0})
		}
	case r.prefix + "bookmarkEnd":
		for i := range l.bookmarks {
			if l.bookmarks[i].id == id && l.bookmarks[i].to < 0 {
				l.bookmarks[i].to = len(l.runs)
			}
		}
	}
}

// runText is the text of a run.
func (r *figureReader) runText(run *element) string {
	var text strings.Builder
	for _, c := range run.children {
		switch c.kind {
		case textElement:
			text.WriteString(unescape(r.bytes(c.content)))
		case breakElement:
			if kind := attributeText(r.bytes(c.open), r.prefix+"type"); kind != "page" && kind != "column" {
				text.WriteByte('\n')
			}
		case tabElement:
			text.WriteByte('\t')
		case hyphenElement:
			text.WriteByte('-')
		}
	}
	return text.String()
}

// typedText is the text of a paragraph with a single thing in the place of each figure.
func (l *readLine) typedText(owned []bool) string {
	var text strings.Builder
	for i, run := range l.runs {
		switch {
		case !owned[i]:
			text.WriteString(run.text)
		case i == 0 || !owned[i-1]:
			text.WriteRune(thing)
		}
	}
	return text.String()
}

// figures makes figures of the controls of a paragraph, and of bookmarks whose control is gone. It tells which runs belong to them.
func (r *figureReader) figures(l *readLine) (owned []bool) {
	owned = make([]bool, len(l.runs))
	own := func(from, to int) {
		for i := from; i < to; i++ {
			owned[i] = true
		}
	}
	var found []placedFound
	for _, c := range l.controls {
		hash := ""
		if mark := l.bookmarkAt(c); mark != nil {
			hash = mark.hash
		}
		if key, ours := r.document.keyOf(r.propertiesOf(c.element), hash); ours {
			l.use(c, key)
			own(c.from, c.to)
			found = append(found, placedFound{r.newFound(key, c.element, l.runs[c.from:c.to], c.twin), c.from})
		}
	}
	for _, b := range l.bookmarks {
		if !b.used && b.to > b.from && len(r.around) == 0 {
			own(b.from, b.to)
			found = append(found, placedFound{r.newFound(r.document.byHash[b.hash], nil, l.runs[b.from:b.to], b.twin), b.from})
		}
	}
	if len(r.around) > 0 {
		own(0, len(owned))
	}
	slices.SortStableFunc(found, func(a, b placedFound) int { return a.at - b.at })
	for _, f := range found {
		r.keep(f.Found)
	}
	return owned
}

// placedFound is a figure with the number of its first run in the paragraph.
type placedFound struct {
	*Found
	at int
}

func (r *figureReader) newFound(key string, control *element, runs []readRun, twin bool) *Found {
	f := &Found{Key: key, Place: r.place, part: r.part, control: control, runs: runs, twin: twin}
	for _, run := range runs {
		f.Text += run.text
	}
	return f
}

// bookmarkAt gives our bookmark around a control, nil where there is none. LibreOffice moves its beginning into the control.
func (l *readLine) bookmarkAt(c readControl) *readBookmark {
	for i := range l.bookmarks {
		if b := &l.bookmarks[i]; !b.used && b.to >= 0 && b.from <= c.from && c.to <= b.to && c.from < c.to {
			return b
		}
	}
	return nil
}

// use marks the bookmarks that belong to a control.
func (l *readLine) use(c readControl, key string) {
	hash := hashOf(key)
	for i := range l.bookmarks {
		b := &l.bookmarks[i]
		if b.from < c.to && (c.from < b.to || b.to < 0) && (key == "" || b.hash == hash) {
			b.used = true
		}
	}
}

// controlProperties are the properties of a control that tell whose it is.
type controlProperties struct {
	tag, alias  string
	placeholder bool // it is empty, and Word shows what to type there
	text        *element
}

func (r *figureReader) propertiesOf(control *element) (p controlProperties) {
	for _, c := range control.children {
		if c.name != r.prefix+"sdtPr" {
			continue
		}
		for _, property := range c.children {
			value := func() string { return attributeText(r.bytes(property.open), r.prefix+"val") }
			switch strings.TrimPrefix(property.name, r.prefix) {
			case "tag":
				p.tag = value()
			case "alias":
				p.alias = value()
			case "showingPlcHdr":
				p.placeholder = true
			case "text":
				p.text = property
			}
		}
	}
	return p
}

// keyOf tells whose control one is: by its tag, by its title, by the hash in the name of the bookmark around it. A tag counts only where something else
// agrees with it, because templates have controls of their own.
func (d *Document) keyOf(p controlProperties, hash string) (key string, ours bool) {
	titled := keysInTitle(p.alias)
	agrees := func(key string) bool { return d.printed[key] != nil || hash != "" && hash == hashOf(key) }
	if p.tag != "" && (agrees(p.tag) || slices.Contains(titled, p.tag)) {
		return p.tag, true
	}
	for _, key := range titled {
		if agrees(key) {
			return key, true
		}
	}
	if hash != "" {
		return d.byHash[hash], true
	}
	if p.tag != "" || d.known {
		return "", false
	}
	for _, key := range titled {
		if _, ok := d.reference(key); ok {
			return key, true
		}
	}
	return "", false
}

// keysInTitle gives what may be the key at the end of a title. Titles and keys may have brackets of their own.
func keysInTitle(title string) []string {
	inside, ok := strings.CutSuffix(title, "]")
	if !ok {
		return nil
	}
	var keys []string
	if strings.HasPrefix(inside, "[") {
		keys = append(keys, inside[1:])
	}
	for at := 0; ; {
		i := strings.Index(inside[at:], " [")
		if i < 0 {
			return keys
		}
		at += i + 2
		keys = append(keys, inside[at:])
	}
}
