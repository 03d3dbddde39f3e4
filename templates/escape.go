package templates

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// unescape resolves the entities of XML. What is no entity stays as it is.
func unescape(raw []byte) string {
	if bytes.IndexByte(raw, '&') < 0 {
		return string(raw)
	}
	var b strings.Builder
	for len(raw) > 0 {
		text, n := nextText(raw)
		b.WriteString(text)
		raw = raw[n:]
	}
	return b.String()
}

// nextText gives the text of the next entity or stretch without entities, and how many bytes of raw it takes.
func nextText(raw []byte) (string, int) {
	if raw[0] != '&' {
		n := bytes.IndexByte(raw, '&')
		if n < 0 {
			n = len(raw)
		}
		return string(raw[:n]), n
	}
	end := bytes.IndexByte(raw, ';')
	if end < 2 || end > 12 {
		return "&", 1
	}
	name := string(raw[1:end])
	switch name {
	case "amp":
		return "&", end + 1
	case "lt":
		return "<", end + 1
	case "gt":
		return ">", end + 1
	case "quot":
		return `"`, end + 1
	case "apos":
		return "'", end + 1
	}
	if r, ok := numericEntity(name); ok {
		return string(r), end + 1
	}
	return "&", 1
}

func numericEntity(name string) (rune, bool) {
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || !inXML(rune(n)) {
		return 0, false
	}
	return rune(n), true
}

// rawOffset gives how many bytes of raw stand for the first n bytes of its text.
func rawOffset(raw []byte, n int) int {
	at := 0
	for n > 0 && at < len(raw) {
		text, size := nextText(raw[at:])
		if raw[at] != '&' && len(text) > n {
			return at + n
		}
		n -= len(text)
		at += size
	}
	return at
}

// inXML reports whether XML 1.0 allows the character.
func inXML(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r':
		return true
	case r < 0x20, r >= 0xD800 && r <= 0xDFFF, r == 0xFFFE, r == 0xFFFF, r > utf8.MaxRune:
		return false
	}
	return true
}

// rareBytes are those for which a text has to be looked at character by character before it may stand in XML: control characters, the signs of markup, and
// the beginning of the characters that XML has no place for.
var rareBytes = func() (rare [256]bool) {
	for c := range ' ' {
		rare[c] = true
	}
	for _, c := range `&<>"` {
		rare[c] = true
	}
	rare[0xEF] = true
	return rare
}()

// isHarmless reports whether a text may stand in XML as it is, also in an attribute.
func isHarmless(text string) bool {
	for i := range len(text) {
		if rareBytes[text[i]] {
			return false
		}
	}
	return utf8.ValidString(text)
}

// escapeText appends text as XML character data. Line breaks and tabs are the caller's business. dropped tells how many characters
// XML has no place for; they are left out.
func escapeText(out []byte, text string) (_ []byte, dropped int) {
	if isHarmless(text) {
		return append(out, text...), 0
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1, !inXML(r):
			dropped++
		case r == '&':
			out = append(out, "&amp;"...)
		case r == '<':
			out = append(out, "&lt;"...)
		case r == '>':
			out = append(out, "&gt;"...)
		default:
			out = append(out, text[i:i+size]...)
		}
		i += size
	}
	return out, dropped
}

// attributeEntities are the characters that an attribute in double quotes cannot hold, or would not keep.
var attributeEntities = strings.NewReplacer(`&`, "&amp;", `<`, "&lt;", `>`, "&gt;", `"`, "&quot;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")

// escapeAttribute appends text as the value of an attribute in double quotes. Characters that XML has no place for are left out.
func escapeAttribute(out []byte, text string) []byte {
	if isHarmless(text) {
		return append(out, text...)
	}
	legal := strings.Map(func(r rune) rune {
		if !inXML(r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, text)
	return append(out, attributeEntities.Replace(legal)...)
}
