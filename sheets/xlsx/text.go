package xlsx

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// reference reads an entity or character reference at the start of b, and gives its character and its length in bytes; 0
// where there is none. Without a document type there are five entities.
func reference(b []byte) (rune, int) {
	const longest = len("&#x0010FFFF;") + 8
	end := bytes.IndexByte(b[:min(len(b), longest)], ';')
	if end < 2 {
		return 0, 0
	}
	switch name := b[1:end]; string(name) {
	case "amp":
		return '&', end + 1
	case "lt":
		return '<', end + 1
	case "gt":
		return '>', end + 1
	case "quot":
		return '"', end + 1
	case "apos":
		return '\'', end + 1
	default:
		if name[0] != '#' {
			return 0, 0
		}
		if r, ok := parseRune(name[1:]); ok && isXMLRune(r) {
			return r, end + 1
		}
		return 0, 0
	}
}

// parseRune reads the number of a character reference: decimal, or hexadecimal after an x.
func parseRune(b []byte) (rune, bool) {
	base := rune(10)
	if len(b) > 0 && b[0] == 'x' {
		base, b = 16, b[1:]
	}
	r := rune(0)
	for _, c := range b {
		digit, ok := hexDigit(c)
		if !ok || digit >= base {
			return 0, false
		}
		if r = r*base + digit; r > utf8.MaxRune {
			return 0, false
		}
	}
	return r, len(b) > 0
}

func hexDigit(c byte) (rune, bool) {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0'), true
	case 'a' <= c && c <= 'f':
		return rune(c-'a') + 10, true
	case 'A' <= c && c <= 'F':
		return rune(c-'A') + 10, true
	}
	return 0, false
}

// appendReference appends the character of a reference that the scanner has checked, and gives the length of the reference.
func appendReference(out, b []byte) ([]byte, int) {
	r, n := reference(b)
	return utf8.AppendRune(out, r), n
}

// appendText appends the characters of the current token: references resolved, line ends as XML wants them.
func (s *scanner) appendText(out []byte) []byte {
	if s.plain {
		return append(out, s.text...)
	}
	for i := 0; i < len(s.text); {
		switch c := s.text[i]; {
		case c == '&' && !s.cdata:
			var n int
			out, n = appendReference(out, s.text[i:])
			i += n
		case c == '\r':
			out = append(out, '\n')
			if i++; i < len(s.text) && s.text[i] == '\n' {
				i++
			}
		default:
			out = append(out, c)
			i++
		}
	}
	return out
}

// content appends the text of the element whose start tag is the current token, and moves to its end tag. There may be no element of the
// same namespace in it; one of another namespace is passed over.
func (s *scanner) content(out []byte) ([]byte, error) {
	for {
		switch t, err := s.next(); {
		case err != nil:
			return nil, err
		case t == characters:
			out = s.appendText(out)
		case t == startTag && s.space == main:
			return nil, s.unexpected()
		case t == startTag:
			if err := s.skip(); err != nil {
				return nil, err
			}
		default:
			return out, nil
		}
	}
}

// unescape resolves the _xHHHH_ with which Office writes characters that XML forbids, in place, and gives what is left. Two that are the halves of
// one character are joined; a half alone stays as it is written.
func unescape(text []byte) []byte {
	at := bytes.Index(text, []byte("_x"))
	if at < 0 {
		return text
	}
	out := text[:at]
	for i := at; i < len(text); {
		r, n := escape(text[i:])
		if utf16.IsSurrogate(r) {
			low, m := escape(text[i+n:])
			if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
				n = 0
			} else {
				n += m
			}
		}
		if n == 0 {
			out = append(out, text[i])
			i++
			continue
		}
		out = utf8.AppendRune(out, r)
		i += n
	}
	return out
}

// escape reads one _xHHHH_ at the start of b, and gives its character and its length; 0 where there is none.
func escape(b []byte) (rune, int) {
	const length = len("_xHHHH_")
	if len(b) < length || b[0] != '_' || b[1] != 'x' || b[length-1] != '_' {
		return 0, 0
	}
	r := rune(0)
	for _, c := range b[2 : length-1] {
		digit, ok := hexDigit(c)
		if !ok {
			return 0, 0
		}
		r = r<<4 | digit
	}
	return r, length
}
