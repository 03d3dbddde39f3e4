package templates

import (
	"strings"

	"tonghop/figure"
	"tonghop/lang"
)

// maxProse is how often a text of the catalogue may lead to another one that it prints.
const maxProse = 4

var (
	findingProseControl = lang.Format{
		Vi: "Văn bản của danh mục chỉ được chứa thẻ in số liệu, không có vòng lặp hay điều kiện: %s.",
		En: "A text of the catalogue may hold only tags that print, no loop and no condition: %s."}
	findingProse = lang.Format{
		Vi: "Thẻ %s trong văn bản của danh mục có lỗi: %s",
		En: "The tag %s in a text of the catalogue is faulty: %s"}
	findingProseDeep = lang.Format{
		Vi: "Văn bản của danh mục gọi lẫn nhau quá %d lần, có thể là vòng tròn. Sửa trong danh mục.",
		En: "Texts of the catalogue print one another more than %d times, perhaps in a circle. Correct the catalogue."}
)

// prose writes a text of the catalogue, with the figures that its tags stand for. A faulty tag is written as typed, marked.
func (f *filling) prose(outer *tag, l looks, text string, d *scope, depth int) {
	if depth >= maxProse {
		f.findings.add(outer, findingProseDeep.With(maxProse))
		f.run(outer, l.marked, text)
		return
	}
	at := 0
	for _, mark := range findTags(text) {
		f.lines(outer, l.plain, text[at:mark.start])
		at = mark.end
		inner, faults := proseTag(text, mark)
		inner.place, inner.run, inner.para, inner.order, inner.alone = outer.place, outer.run, outer.para, outer.order, outer.alone
		inner.uncontrolled, inner.plain, inner.fleeting = outer.uncontrolled, outer.plain, true
		inner.bold, inner.bare = inner.bold || outer.bold, inner.bare || outer.bare
		if len(faults) > 0 {
			for _, fault := range faults {
				f.findings.add(outer, findingProse.With(inner.typed, fault.message), fault.suggestions...)
			}
			f.run(outer, l.marked, text[mark.start:mark.end])
			continue
		}
		if inner.kind == valueTag {
			f.print(inner, l, inner.expr.Eval(d), d, depth+1)
		}
	}
	f.lines(outer, l.plain, text[at:])
}

// lines writes a part of a text of the catalogue. A new line in it begins a new paragraph that looks like the one around: in a
// justified paragraph, Word stretches the words before a mere line break over the whole line.
func (f *filling) lines(outer *tag, look []byte, text string) {
	if !outer.alone {
		f.run(outer, look, text)
		return
	}
	text = lineBreaks.Replace(text)
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			f.out = append(f.out, "</"+f.prefix+"p><"+f.prefix+"p>"...)
			f.out = append(f.out, outer.para...)
		}
		f.run(outer, look, line)
	}
}

// paragraphs writes a text of several lines, such as a unit wrote it into a cell, as a paragraph for each line that is not blank. Tags in it are text.
func (f *filling) paragraphs(t *tag, look []byte, text string) {
	begun := false
	for line := range strings.Lines(lineBreaks.Replace(text)) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if begun {
			f.out = append(f.out, "</"+f.prefix+"p><"+f.prefix+"p>"...)
			f.out = append(f.out, t.para...)
		}
		f.run(t, look, line)
		begun = true
	}
}

// proseTag reads a tag in a text of the catalogue.
func proseTag(text string, mark found) (*tag, []tagFault) {
	typed := text[mark.start:mark.end]
	if !mark.fault.IsZero() {
		return &tag{typed: showTag(typed)}, []tagFault{{message: mark.fault}}
	}
	typed = strings.ReplaceAll(typed, string(thing), "")
	t, faults := parseTag(typed)
	if len(faults) == 0 && t.kind != valueTag && t.kind != commentTag {
		faults = []tagFault{{message: findingProseControl.With(t.typed)}}
	}
	return t, faults
}

// CheckProse gives the faults of the tags in a text of the catalogue. Its faults have no place.
func CheckProse(text string, s Schema) []Fault {
	var list faultList
	for _, mark := range findTags(text) {
		t, faults := proseTag(text, mark)
		for _, f := range faults {
			list.add(t, f.message, f.suggestions...)
		}
		if len(faults) == 0 && t.kind == valueTag {
			(&checker{faults: &list}).value(t, &names{schema: s})
		}
	}
	return list.faults()
}

// ReadProse gives a text of the catalogue as readers see it, with the values of its tags. around are the document and the rows in which it stands, the innermost last.
func ReadProse(text string, around ...Data) string {
	var at *scope
	for _, d := range around {
		at = &scope{data: d, outer: at}
	}
	return new(tag).read(figure.Value{Kind: figure.Prose, Text: text}, at, 0)
}
