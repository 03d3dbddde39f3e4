package xlsx

// Nearly all of a workbook is cells and texts that look alike to the byte, because programs write them. They are matched here as
// they stand; whatever looks different goes through the scanner, which knows all of XML. Both give the same (a test compares them), this one in
// a third of the time. The functions take and give positions instead of keeping them in a struct, which then stay in registers.

// quickCell is what a cell written in the usual way holds.
type quickCell struct {
	ref, style, kind, value []byte
	styled, filled          bool
}

// quickly matches a cell at the position of the scanner: <c r="B7" s="2" t="s"><v>12</v></c>, or the same without some of its
// attributes or without content. Where it does not match, nothing is read.
func (s *scanner) quickly(c *quickCell) bool {
	data, at := s.data, s.pos
	if s.empty || s.fallback != main || !matches(data, at, `<c r="`) {
		return false
	}
	*c = quickCell{}
	at += len(`<c r="`)
	end := quoteEnd(data, at)
	if end < 0 {
		return false
	}
	c.ref, at = data[at:end], end+1
	if matches(data, at, ` s="`) {
		at += len(` s="`)
		if end = quoteEnd(data, at); end < 0 {
			return false
		}
		c.style, c.styled, at = data[at:end], true, end+1
	}
	if matches(data, at, ` t="`) {
		at += len(` t="`)
		if end = quoteEnd(data, at); end < 0 {
			return false
		}
		c.kind, at = data[at:end], end+1
	}
	if matches(data, at, "/>") {
		s.pos = at + len("/>")
		return true
	}
	if !matches(data, at, "><v>") {
		return false
	}
	at += len("><v>")
	if end = textEnd(data, at); end < 0 || !matches(data, end, "</v></c>") {
		return false
	}
	c.value, c.filled = data[at:end], true
	s.pos = end + len("</v></c>")
	return true
}

// quickString matches a shared string without formatting at the position of the scanner, and gives its text.
func (s *scanner) quickString() ([]byte, bool) {
	data, at := s.data, s.pos
	if s.empty || s.fallback != main || !matches(data, at, "<si><t") {
		return nil, false
	}
	at += len("<si><t")
	const preserve = ` xml:space="preserve"`
	if matches(data, at, preserve) {
		at += len(preserve)
	}
	if !matches(data, at, ">") {
		return nil, false
	}
	at++
	end := textEnd(data, at)
	if end < 0 || !matches(data, end, "</t></si>") {
		return nil, false
	}
	s.pos = end + len("</t></si>")
	return data[at:end], true
}

// matches reports whether the bytes at a position are the wanted ones.
func matches(data []byte, at int, want string) bool {
	return len(data)-at >= len(want) && string(data[at:at+len(want)]) == want
}

// quotedStops and textStops are the bytes that end a plain value of an attribute, or a plain text, or show that it is not plain.
var (
	quotedStops = [256]bool{'"': true, '&': true, '<': true, '\t': true, '\n': true, '\r': true}
	textStops   = [256]bool{'<': true, '&': true, '>': true, '\r': true}
)

// quoteEnd finds the quote that ends a value of an attribute, -1 where the value has to be decoded.
func quoteEnd(data []byte, at int) int {
	for ; at < len(data); at++ {
		if c := data[at]; quotedStops[c] {
			if c == '"' {
				return at
			}
			break
		}
	}
	return -1
}

// textEnd finds the tag that ends a text, -1 where the text has to be decoded.
func textEnd(data []byte, at int) int {
	for ; at < len(data); at++ {
		if c := data[at]; textStops[c] {
			if c == '<' {
				return at
			}
			break
		}
	}
	return -1
}
