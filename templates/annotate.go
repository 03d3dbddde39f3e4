package templates

import (
	"cmp"
	"slices"

	"tonghop/lang"
)

var (
	errNoParagraph = lang.Format{
		Vi: "văn bản không có đoạn nào để gắn nhận xét. Mở bằng Word, gõ một đoạn rồi lưu lại",
		En: "the document has no paragraph that a comment could be put at. Open it in Word, type one and save it"}
	remarkFault = lang.Format{Vi: "Lỗi ở thẻ %s: %s", En: "Fault of the tag %s: %s"}
	remarkNote  = lang.Format{Vi: "Lưu ý: %s", En: "Note: %s"}
	remarkThere = lang.Format{Vi: "%s (chỗ đó Word không cho gắn nhận xét)", En: "%s (Word allows no comment at that place)"}
)

// Annotate gives a copy of a document with a Word comment at every fault and every note, in a language of the program. A comment spans the
// whole tag. Word allows none in headers, footers, notes and text boxes; what is found there is said at the mark of the note, at the
// text box, or at the beginning of the body, with its place. Comments that the document has stay. The error, a lang.Message, says why there is no
// copy.
func Annotate(data []byte, faults []Fault, notes []Note, said lang.Lang) ([]byte, error) {
	s, err := openSurvey(data)
	if err != nil {
		return nil, err
	}
	var remarks []remark
	for _, f := range faults {
		r, err := s.remark(f.Place, f.Tag, remarkFault.With(f.Tag, f.Message), f.Line())
		if err != nil {
			return nil, err
		}
		remarks = append(remarks, r)
	}
	for _, n := range notes {
		r, err := s.remark(n.Place, "", remarkNote.With(n.Message), remarkNote.With(n.Line()))
		if err != nil {
			return nil, err
		}
		remarks = append(remarks, r)
	}
	slices.SortStableFunc(remarks, func(a, b remark) int { return cmp.Compare(a.begin.at, b.begin.at) })
	return s.commented(remarks, said)
}

// remark is one comment with the stretch of the body that it spans.
type remark struct {
	begin, end point
	says       lang.Message
}

// remark finds where a comment belongs. here is what it says at the place itself, there what it says elsewhere.
func (s *survey) remark(at Place, tag string, here, there lang.Message) (remark, error) {
	if spot := s.spotAt(at); spot != nil && at.Story == Body && !at.TextBox {
		begin, end := s.span(spot, tag)
		return remark{begin, end, here}, nil
	}
	says := remarkThere.With(there)
	if e := s.standIn(at); e != nil {
		if begin, end, ok := s.around(e); ok {
			return remark{begin, end, says}, nil
		}
	}
	first := s.firstSpot()
	if first == nil {
		return remark{}, errNoParagraph.With()
	}
	if at.Story == Body && !at.TextBox {
		says = there
	}
	begin, end := s.wholeOf(first)
	return remark{begin, end, says}, nil
}

// spotAt gives the paragraph at a place. The description of a picture in it has the same place and a text of its own.
func (s *survey) spotAt(at Place) *spot {
	var same *spot
	for _, part := range s.stories {
		for i := range part.spots {
			spot := &part.spots[i]
			if part.story != at.Story || spot.twin || !part.opens(spot.element) {
				continue
			}
			if spot.at == at {
				return spot
			}
			if here := spot.at; same == nil {
				if here.Text = at.Text; here == at {
					same = spot
				}
			}
		}
	}
	return same
}

// opens tells a paragraph that has a beginning and an end from one that closes itself.
func (s *surveyed) opens(e *element) bool { return e.end > e.open.end }

// firstSpot gives the first paragraph of the body that can hold a comment.
func (s *survey) firstSpot() *spot {
	main := s.main()
	for i := range main.spots {
		if spot := &main.spots[i]; !spot.twin && !spot.at.TextBox && main.opens(spot.element) {
			return spot
		}
	}
	return nil
}

// standIn gives the element of the body at which a comment may stand in place of one in a note or a text box: the mark of the note, the
// paragraph in the box. It is nil for a header and where there is none.
func (s *survey) standIn(at Place) *element {
	switch {
	case at.Story == Body && at.TextBox:
		if spot := s.spotAt(at); spot != nil {
			return spot.element
		}
	case at.Story == Footnote:
		return s.markOf(at, "footnoteReference")
	case at.Story == Endnote:
		return s.markOf(at, "endnoteReference")
	}
	return nil
}

// markOf finds the mark of a note in the body.
func (s *survey) markOf(at Place, reference string) *element {
	id := ""
	for _, part := range s.stories {
		if part.story != at.Story {
			continue
		}
		number := 0
		for _, e := range part.root.children {
			if e.kind != noteElement || part.plainNote(e) {
				continue
			}
			if number++; number == at.Number {
				id = part.attribute(e, "id")
			}
		}
	}
	var mark *element
	visit(s.main().root, func(e *element) {
		if mark == nil && id != "" && s.main().local(e) == reference && s.main().attribute(e, "id") == id {
			mark = e
		}
	})
	return mark
}

// around gives the stretch of the run, or of what stands around it, that holds an element of the body.
func (s *survey) around(e *element) (begin, end point, ok bool) {
	main := s.main()
	for i := range main.spots {
		spot := &main.spots[i]
		if spot.twin || spot.at.TextBox || spot.element.open.start > e.open.start || spot.element.end < e.end {
			continue
		}
		for _, p := range main.bitsOf(spot.element) {
			if p.child.open.start <= e.open.start && e.end <= p.child.end {
				return p.before(), p.behind(), true
			}
		}
	}
	return begin, end, false
}

// span gives the stretch of a tag in a paragraph of the body, the whole paragraph where the tag is not found.
func (s *survey) span(at *spot, tag string) (begin, end point) {
	main := s.main()
	bits := main.bitsOf(at.element)
	if tag == "" || len(bits) != len(at.segments) {
		return s.wholeOf(at)
	}
	for _, m := range findTags(at.text) {
		if showTag(at.text[m.start:m.end]) != tag {
			continue
		}
		first, last := -1, -1
		for i, seg := range at.segments {
			if first < 0 && m.start >= seg.at && m.start < seg.at+len(seg.text) {
				first = i
			}
			if m.end > seg.at && m.end <= seg.at+len(seg.text) {
				last = i
			}
		}
		if first < 0 || last < 0 {
			break
		}
		return main.startAt(bits[first], at.segments[first], m.start), main.endAt(bits[last], at.segments[last], m.end)
	}
	return s.wholeOf(at)
}

// wholeOf gives the stretch of a whole paragraph.
func (s *survey) wholeOf(at *spot) (begin, end point) {
	from := at.element.content.start
	if format := at.element.child(paragraphFormat); format != nil {
		from = format.end
	}
	return point{at: from}, point{at: at.element.content.end}
}
