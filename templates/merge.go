package templates

import (
	"bytes"
	"maps"
	"slices"

	"tonghop/lang"
)

var (
	errMergeNone = lang.Format{Vi: "không có văn bản nào để gộp", En: "there is nothing to put together"}
	errMergeHead = lang.Format{
		Vi: "đầu trang hoặc chân trang (%s) in khác nhau giữa các văn bản nên không gộp được vào một tệp. Dời thẻ ở đó vào phần thân của mẫu",
		En: "a header or footer (%s) differs between the documents, which cannot be put into one file. Move its tags into the body of the template"}
	errMergeTail = lang.Format{
		Vi: "phần cuối của mẫu còn thay đổi chưa duyệt (Track Changes) ở thiết lập trang nên không gộp được. Mở mẫu bằng Word, chấp nhận các thay đổi rồi lưu lại",
		En: "the page setup at the end of the template has tracked changes and cannot be repeated. Accept the changes in Word and save the template"}
)

// mostMerged bounds the main part of a file of many documents, in bytes. Word still opens more, but takes minutes.
const mostMerged = 32 << 20

// RenderAll fills the template once for each of the data and puts the documents into one file, for printing: each begins on a new
// page and counts its pages and footnotes from 1. Headers and footers are those of the template and have to be the same in all of
// them. n is how many of the data are in the file: fewer than all, but at least one, where it would get too big; the rest wants another
// call. The errors are those of Render, and those of what cannot be put into one file.
func (t *Template) RenderAll(all []Data) (result Result, n int, err error) {
	return t.renderAll(all, mostMerged)
}

func (t *Template) renderAll(all []Data, most int) (Result, int, error) {
	if len(t.faults) > 0 {
		return Result{}, 0, errFaulty.With(t.name, len(t.faults), t.faults[0].Line())
	}
	if len(all) == 0 {
		return Result{}, 0, errRender.With(t.name, errMergeNone.With())
	}
	doc := t.newDocument()
	changed, n, err := doc.writeAll(all, most)
	if err == nil {
		err = doc.failure
	}
	if err != nil {
		return Result{}, 0, errRender.With(t.name, err)
	}
	file, err := t.pack.with(changed)
	if err != nil {
		return Result{}, 0, errRender.With(t.name, err)
	}
	return Result{Document: file, Missing: doc.missing.list, Findings: doc.findings.faults()}, n, nil
}

// writeAll fills all parts for as many of the data as there is room for, and gives those that differ from the template.
func (d *document) writeAll(all []Data, most int) (map[string][]byte, int, error) {
	t := d.template
	body, err := t.shapeOfBody()
	if err != nil {
		return nil, 0, err
	}
	text, n, err := d.mergeBodies(body, all, most)
	if err != nil {
		return nil, 0, err
	}
	all = all[:n]
	changed := map[string][]byte{}
	for _, p := range t.parts[1:] {
		if !p.tagged {
			continue
		}
		if changed[p.file], err = d.sameForAll(p, all); err != nil {
			return nil, 0, err
		}
	}
	d.writeNotes(&scope{data: all[0]}, changed)
	changed[t.pack.main] = text
	return changed, n, d.writeCharts(changed)
}

// sameForAll fills a header or footer for all data. There is only one of it in the file, so that all have to agree.
func (d *document) sameForAll(p *compiledPart, all []Data) ([]byte, error) {
	// Each is filled as if it were alone, so that the numbers of what is in it are the same.
	alone := func(data Data) []byte { return d.template.newDocument().part(p, &scope{data: data}) }
	first := alone(all[0])
	for _, data := range all[1:] {
		if !bytes.Equal(first, alone(data)) {
			return nil, errMergeHead.With(p.file)
		}
	}
	return d.part(p, &scope{data: all[0]}), nil
}

// bodyShape says where the content of the body begins and what stands behind it, as in the template.
type bodyShape struct {
	prefix string
	head   []byte // up to the content of the body
	last   []byte // the page setup of the last section, a w:sectPr
	tail   []byte // from there to the end
}

// shapeOfBody reads where the content of the body lies.
func (t *Template) shapeOfBody() (bodyShape, error) {
	data := []byte(t.main.content())
	root, prefix, err := parseXML(data)
	if err != nil {
		return bodyShape{}, errPart.With(t.pack.main, err)
	}
	body := root.child(bodyElement)
	if body == nil {
		return bodyShape{}, errPart.With(t.pack.main, errNoPart.With("body"))
	}
	shape := bodyShape{prefix: prefix, head: data[:body.content.start], tail: data[body.content.end:], last: []byte("<" + prefix + "sectPr/>")}
	if n := len(body.children); n > 0 && body.children[n-1].kind == sectionBreak {
		at := body.children[n-1].whole()
		shape.last, shape.tail = data[at.start:at.end], data[at.start:]
	}
	return shape, nil
}

// mergeBodies fills the main part for as many of the data as there is room for. Numbers and notes go on from one document to the next.
func (d *document) mergeBodies(b bodyShape, all []Data, most int) (text []byte, n int, err error) {
	fillings, err := d.fillBodies(all, most)
	if err != nil {
		return nil, 0, err
	}
	for _, book := range d.template.books {
		book.number(d.notes[book])
	}
	text = slices.Clone(b.head)
	for i, f := range fillings {
		f.settle()
		content, err := d.contentOf(b, f.out)
		if err != nil {
			return nil, 0, err
		}
		if text, err = d.appendDocument(text, b, content, i == len(fillings)-1); err != nil {
			return nil, 0, err
		}
	}
	return text, len(fillings), nil
}

// fillBodies fills the main part for one of the data after the other, until there is no more room.
func (d *document) fillBodies(all []Data, most int) ([]*filling, error) {
	p := d.template.parts[0]
	var fillings []*filling
	size := 0
	for _, data := range all {
		notes := maps.Clone(d.notes)
		f := d.filling(p.prefix, p.declared)
		f.turn = &turn{}
		p.node.fill(f, &scope{data: data})
		if d.failure != nil {
			return nil, d.failure
		}
		if size += len(f.out); size > most && len(fillings) > 0 {
			d.notes = notes // without those of the document that has no room
			break
		}
		fillings = append(fillings, f)
	}
	return fillings, nil
}

// contentOf cuts the content of the body out of a main part that was filled.
func (d *document) contentOf(b bodyShape, filled []byte) ([]byte, error) {
	head := b.head[len(d.template.parts[0].before):]
	tail := b.tail[:len(b.tail)-len(d.template.parts[0].after)]
	if !bytes.HasPrefix(filled, head) || !bytes.HasSuffix(filled, tail) || len(head)+len(tail) > len(filled) {
		return nil, errMergeTail.With()
	}
	return filled[len(head) : len(filled)-len(tail)], nil
}

// appendDocument appends one document to the main part: its content, with its first section beginning on a new page, and its
// page setup, which ends the section in a paragraph of its own where another document follows.
func (d *document) appendDocument(text []byte, b bodyShape, content []byte, isLast bool) ([]byte, error) {
	notes := slices.ContainsFunc(d.template.books, func(book *noteBook) bool { return len(d.notes[book]) > 0 })
	last := b.last
	at, own := sectionIn(content, b.prefix)
	if own {
		if err := headersFollow(content, last, b.prefix); err != nil {
			return nil, err
		}
		text = append(append(text, content[:at.start]...), startAnew(content[at.start:at.end], b.prefix, notes)...)
		text = append(text, content[at.end:]...)
	} else {
		last = startAnew(last, b.prefix, notes)
		text = append(text, content...)
	}
	if isLast {
		text = append(text, last...)
		return append(text, b.tail[len(b.tail)-d.behindLast(b):]...), nil
	}
	return append(text, sectionParagraph(last, b.prefix)...), nil
}

// behindLast is how many bytes of the main part stand behind the last page setup.
func (d *document) behindLast(b bodyShape) int {
	if bytes.HasPrefix(b.tail, b.last) {
		return len(b.tail) - len(b.last)
	}
	return len(b.tail)
}
