package xlsx

import "bytes"

// attribute is an attribute of the current start tag.
type attribute struct {
	name  []byte // as written
	value []byte // as written
	plain bool   // value needs no decoding

	// Of a start tag in which some attribute has a prefix: its namespace, and its name there.
	scope int
	local []byte
}

// attributes reads the rest of a start tag and reports whether an attribute has to do with namespaces.
func (s *scanner) attributes() (prefixed bool, err error) {
	s.attrs = s.attrs[:0]
	for {
		at := s.pos
		for at < len(s.data) && isBlank(s.data[at]) {
			at++
		}
		spaced := at > s.pos
		s.pos = at
		rest := s.data[at:]
		switch {
		case len(rest) < 2 && (len(rest) == 0 || rest[0] != '>'):
			return false, s.fail(cutOff)
		case rest[0] == '>':
			s.pos++
			return prefixed, nil
		case rest[0] == '/' && rest[1] == '>':
			s.pos += 2
			s.empty = true
			return prefixed, nil
		case !spaced:
			return false, s.fail(badTag)
		case len(s.attrs) >= s.limits.attrs:
			return false, refuse(TooLarge, tooManyAttrs.With(s.limits.attrs))
		}
		a, err := s.attribute()
		if err != nil {
			return false, err
		}
		s.attrs = append(s.attrs, a)
		prefixed = prefixed || bytes.IndexByte(a.name, ':') >= 0 || string(a.name) == "xmlns"
	}
}

// attribute reads one attribute: name="value" or name='value'.
func (s *scanner) attribute() (attribute, error) {
	rest := s.data[s.pos:]
	at := nameLength(rest)
	if at == 0 {
		return attribute{}, s.fail(badTag)
	}
	a := attribute{name: rest[:at], plain: true}
	for at < len(rest) && isBlank(rest[at]) {
		at++
	}
	if at == len(rest) || rest[at] != '=' {
		return attribute{}, s.fail(badTag)
	}
	for at++; at < len(rest) && isBlank(rest[at]); at++ {
	}
	if at == len(rest) || rest[at] != '"' && rest[at] != '\'' {
		return attribute{}, s.fail(badTag)
	}
	mark := rest[at]
	from := at + 1
	for at = from; at < len(rest) && rest[at] != mark; at++ {
		switch rest[at] {
		case '<':
			return attribute{}, s.fail(badTag)
		case '&':
			a.plain = false
			if _, n := reference(rest[at:]); n == 0 {
				return attribute{}, s.fail(badEntity)
			}
		case '\t', '\n', '\r':
			a.plain = false
		}
	}
	if at == len(rest) {
		return attribute{}, s.fail(cutOff)
	}
	a.value = rest[from:at]
	s.pos += at + 1
	return a, nil
}

// attr gives the value of an attribute without prefix.
func (s *scanner) attr(name string) ([]byte, bool) {
	for i := range s.attrs {
		if string(s.attrs[i].name) == name {
			return s.attrs[i].decoded(), true
		}
	}
	return nil, false
}

// attrIn gives the value of an attribute of a namespace.
func (s *scanner) attrIn(want space, name string) ([]byte, bool) {
	for i := range s.attrs {
		a := &s.attrs[i]
		prefix, local := splitName(a.name)
		if prefix == nil || string(local) != name {
			continue
		}
		if space, _ := s.lookup(prefix); space == want {
			return a.decoded(), true
		}
	}
	return nil, false
}

// flag reads an attribute that is a boolean: "1", "true" or "on". Missing is false.
func (s *scanner) flag(name string) bool {
	switch value, _ := s.attr(name); string(value) {
	case "1", "true", "on":
		return true
	}
	return false
}

// decoded resolves references and turns each white space character into a space.
func (a *attribute) decoded() []byte {
	if a.plain {
		return a.value
	}
	out := make([]byte, 0, len(a.value))
	for i := 0; i < len(a.value); {
		switch c := a.value[i]; c {
		case '&':
			var n int
			out, n = appendReference(out, a.value[i:])
			i += n
		case '\t', '\n':
			out = append(out, ' ')
			i++
		case '\r':
			out = append(out, ' ')
			if i++; i < len(a.value) && a.value[i] == '\n' {
				i++
			}
		default:
			out = append(out, c)
			i++
		}
	}
	return out
}

// checkPlain refuses attributes with the same name where none has a prefix.
func (s *scanner) checkPlain() error {
	for i := range s.attrs {
		name := s.attrs[i].name
		for j := range s.attrs[:i] {
			if sameBytes(name, s.attrs[j].name) {
				return s.fail(sameAttribute)
			}
		}
	}
	return nil
}

// checkPrefixed refuses attributes with the same name in the same namespace, and prefixes that nobody declared.
func (s *scanner) checkPrefixed() error {
	for i := range s.attrs {
		a := &s.attrs[i]
		var prefix []byte
		prefix, a.local = splitName(a.name)
		if a.scope = s.scope(prefix); a.scope == unbound {
			return s.fail(badPrefix)
		}
		for j := range s.attrs[:i] {
			if b := &s.attrs[j]; a.scope == b.scope && bytes.Equal(a.local, b.local) {
				return s.fail(sameAttribute)
			}
		}
	}
	return nil
}

// declaration reads the XML declaration at the start of a part, if there is one.
func (s *scanner) declaration() error {
	if !bytes.HasPrefix(s.data, []byte("<?xml")) || len(s.data) < 6 || !isBlank(s.data[5]) {
		return nil
	}
	end := bytes.Index(s.data, []byte("?>"))
	if end < 0 {
		return s.fail(cutOff)
	}
	// The declaration has the shape of a start tag without name.
	inner := &scanner{part: s.part, data: append(bytes.Clone(s.data[5:end]), '>'), limits: s.limits}
	if _, err := inner.attributes(); err != nil || inner.pos != len(inner.data) || inner.empty {
		return s.fail(badPI)
	}
	if version, _ := inner.attr("version"); string(version) != "1.0" {
		return s.fail(badVersion)
	}
	if name, ok := inner.attr("encoding"); ok && !isUnicodeName(name) {
		return refuse(Encoding, s.part, quote(name))
	}
	s.pos = end + len("?>")
	return nil
}

// isUnicodeName reports whether an encoding is one whose bytes we have read right: Unicode, or its ASCII subset.
func isUnicodeName(name []byte) bool {
	for _, known := range []string{"UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII"} {
		if bytes.EqualFold(name, []byte(known)) {
			return true
		}
	}
	return false
}
