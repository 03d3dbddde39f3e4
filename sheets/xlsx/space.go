package xlsx

import (
	"bytes"
	"slices"
)

// space is a namespace that matters to us. Office writes the "transitional" namespaces, and the "strict" ones when asked to.
type space uint8

const (
	noSpace   space = iota
	foreign         // any other
	main            // workbook, sheets, strings, styles
	relations       // the attribute r:id
	packageRelations
	contentTypes
	compatibility
	builtin // the prefix xml
)

var spaces = map[string]space{
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":           main,
	"http://purl.oclc.org/ooxml/spreadsheetml/main":                       main,
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": relations,
	"http://purl.oclc.org/ooxml/officeDocument/relationships":             relations,
	"http://schemas.openxmlformats.org/package/2006/relationships":        packageRelations,
	"http://schemas.openxmlformats.org/package/2006/content-types":        contentTypes,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":         compatibility,
}

// binding is a prefix that stands for a namespace.
type binding struct {
	prefix []byte // nil for names without prefix
	uri    []byte
	space  space
	scope  int // the number of the outermost binding of the same namespace
}

// declare binds the prefixes that the current start tag declares.
func (s *scanner) declare() error {
	for i := range s.attrs {
		a := &s.attrs[i]
		prefix, local := splitName(a.name)
		var bound []byte
		switch {
		case prefix == nil && string(a.name) == "xmlns":
		case string(prefix) == "xmlns":
			bound = local
		default:
			continue
		}
		uri := a.decoded()
		if string(bound) == "xml" && string(uri) == "http://www.w3.org/XML/1998/namespace" {
			continue
		}
		if bound != nil && (len(uri) == 0 || string(bound) == "xmlns" || string(bound) == "xml") {
			return s.fail(badPrefix)
		}
		if len(s.bindings) >= s.limits.attrs {
			return refuse(TooLarge, tooManyAttrs.With(s.limits.attrs))
		}
		known, ok := spaces[string(uri)]
		if !ok && len(uri) > 0 {
			known = foreign
		}
		same := func(b binding) bool { return bytes.Equal(b.uri, uri) }
		scope := slices.IndexFunc(s.bindings, same)
		if scope < 0 {
			scope = len(s.bindings)
		}
		s.bindings = append(s.bindings, binding{bound, uri, known, scope})
		if bound == nil {
			s.fallback = known
		}
	}
	return nil
}

// resolve splits the name of an element and finds its namespace.
func (s *scanner) resolve(name []byte) (space, []byte, error) {
	prefix, local := splitName(name)
	if bytes.IndexByte(local, ':') >= 0 {
		return noSpace, nil, s.fail(badTag)
	}
	if prefix == nil {
		return s.fallback, local, nil
	}
	space, ok := s.lookup(prefix)
	if !ok {
		return noSpace, nil, s.fail(badPrefix)
	}
	return space, local, nil
}

// lookup finds the namespace of a prefix.
func (s *scanner) lookup(prefix []byte) (space, bool) {
	if i := s.bound(prefix); i >= 0 {
		return s.bindings[i].space, true
	}
	return builtin, string(prefix) == "xml"
}

// Namespaces of attributes that no binding stands for.
const (
	unbound = -1 - iota
	unprefixed
	ofXML
	ofDeclarations
)

// scope tells apart the namespaces of attributes. Attributes without prefix have none.
func (s *scanner) scope(prefix []byte) int {
	switch {
	case prefix == nil:
		return unprefixed
	case string(prefix) == "xml":
		return ofXML
	case string(prefix) == "xmlns":
		return ofDeclarations
	}
	if i := s.bound(prefix); i >= 0 {
		return s.bindings[i].scope
	}
	return unbound
}

// bound finds the innermost binding of a prefix, -1 where there is none.
func (s *scanner) bound(prefix []byte) int {
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if sameBytes(s.bindings[i].prefix, prefix) {
			return i
		}
	}
	return -1
}

// sameBytes compares two names, mostly unequal ones of which there may be many: without a call where their last bytes differ.
func sameBytes(a, b []byte) bool {
	return len(a) == len(b) && (len(a) == 0 || a[len(a)-1] == b[len(b)-1] && bytes.Equal(a, b))
}

// splitName splits a name at its colon. prefix is nil where there is no colon with something on both sides.
func splitName(name []byte) (prefix, local []byte) {
	at := bytes.IndexByte(name, ':')
	if at <= 0 || at == len(name)-1 {
		return nil, name
	}
	return name[:at], name[at+1:]
}

func localName(name []byte) []byte {
	_, local := splitName(name)
	return local
}

// nameBytes says which bytes may be in a name: 1 everywhere, 2 not at its start. Bytes of characters beyond ASCII may.
var nameBytes = func() (table [256]byte) {
	for c := range table {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_', c == ':', c >= 0x80:
			table[c] = 1
		case '0' <= c && c <= '9', c == '-', c == '.':
			table[c] = 2
		}
	}
	return table
}()

// nameLength gives the length of the name at the start of b, 0 where there is none.
func nameLength(b []byte) int {
	if len(b) == 0 || nameBytes[b[0]] != 1 {
		return 0
	}
	n := 1
	for n < len(b) && nameBytes[b[n]] != 0 {
		n++
	}
	return n
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// isSpace reports whether text is nothing but white space of XML.
func isSpace(text []byte) bool {
	for _, c := range text {
		if !isBlank(c) {
			return false
		}
	}
	return true
}
