package templates

import "slices"

// A content control of Word may show a placeholder ("Bấm vào đây để nhập văn bản") or be bound to a piece of data elsewhere in the file. When its
// content was filled, it is no placeholder any more, and Word would put the bound data over it. So both properties are taken out of a control that holds a tag.

// controlOpening gives the bytes of a control up to its content, as they are to be when the content was filled.
func (s *scanner) controlOpening(e, content *element) []byte {
	opening, pos := []byte(nil), e.open.start
	for _, format := range e.children {
		if format.name != s.prefix+"sdtPr" {
			continue
		}
		for _, c := range format.children {
			if c.name == s.prefix+"showingPlcHdr" || c.name == s.prefix+"dataBinding" || c.name == "w15:dataBinding" {
				opening, pos = append(opening, s.data[pos:c.open.start]...), c.end
			}
		}
	}
	return append(opening, s.data[pos:content.content.start]...)
}

// showsPlaceholder reports whether what a control holds is its placeholder.
func (s *scanner) showsPlaceholder(e *element) bool {
	return slices.ContainsFunc(e.children, func(format *element) bool {
		return format.name == s.prefix+"sdtPr" && hasChild(format, s.prefix+"showingPlcHdr")
	})
}

// runFormat gives the formatting of a run. In a placeholder it is without the style that greys it.
func (s *scanner) runFormat(format *element) []byte {
	if !s.placeholder {
		return s.bytes(format.whole())
	}
	kept, pos := []byte(nil), format.open.start
	for _, c := range format.children {
		if c.name == s.prefix+"rStyle" {
			kept, pos = append(kept, s.data[pos:c.open.start]...), c.end
		}
	}
	return append(kept, s.data[pos:format.end]...)
}

// within notes that a control is being read, until what it gives is called.
func (s *scanner) within(control *element) func() {
	outer := s.placeholder
	s.placeholder = outer || s.showsPlaceholder(control)
	return func() { s.placeholder = outer }
}
