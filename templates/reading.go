package templates

import (
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
			f.Place, f.paragraph = r.place, len(r.document.texts)
		} else {
			f.Text, f.broken = f.Text+"\n", true
		}
		f.runs = append(f.runs, l.runs...)
		f.Text += text.String()
	}
	owned := r.figures(&l)
	r.document.texts = append(r.document.texts, paragraphText{r.place, l.typedText(owned), r.twins > 0, len(r.document.texts), text.String()})
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
