package xlsx

import "strings"

// readFormula reads the current element as a formula, and reports whether it takes from another workbook or program. Of a shared formula only the first cell holds the text.
func (r *sheetReader) readFormula() (external bool, err error) {
	s := r.scan
	number, shared := s.attr("si")
	key := string(number)
	from := len(r.scratch)
	for {
		t, err := s.next()
		if err != nil {
			return false, err
		}
		if t == endTag {
			break
		}
		if t == characters {
			r.scratch = s.appendText(r.scratch)
		} else if err := s.skip(); err != nil {
			return false, err
		}
	}
	external = isExternal(string(r.scratch[from:]))
	r.scratch = r.scratch[:from]
	if !shared {
		return external, nil
	}
	if external && r.linked == nil {
		r.linked = make(map[string]bool)
	}
	if external {
		r.linked[key] = true
	}
	return external || r.linked[key], nil
}

// isExternal reports whether a formula takes from another workbook, [1]Sheet!A1 or '[1]Sheet 1'!A1, or from another program over DDE, which is the only thing that a | says. A bracket behind a
// name begins a column of a table of the same workbook.
func isExternal(formula string) bool {
	if !strings.ContainsAny(formula, "[|") {
		return false
	}
	depth, before := 0, byte(0)
	for i := 0; i < len(formula); i++ {
		c := formula[i]
		switch {
		case c == '"': // a text, in which quotes are doubled
			end := strings.IndexByte(formula[i+1:], '"')
			if end < 0 {
				return false
			}
			i += end + 1
		case depth > 0 && c == '\'': // takes its meaning from the next character
			i++
		case c == '|', c == '[' && depth == 0 && !endsName(before):
			return true
		case c == '[':
			depth++
		case c == ']':
			depth--
		}
		before = c
	}
	return false
}

// endsName reports whether a character may be the last one of the name of a table.
func endsName(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '.' || c >= 0x80
}
