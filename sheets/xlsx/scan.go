package xlsx

import (
	"bytes"

	"tonghop/lang"
)

// token is what the scanner stands on.
type token uint8

const (
	endOfPart token = iota
	startTag
	endTag
	characters
)

// What is wrong with XML, in words.
var (
	cutOff        = lang.Format{Vi: "nội dung bị cắt cụt", En: "the content is cut off"}
	wrongEnd      = lang.Format{Vi: "thẻ đóng không khớp thẻ mở", En: "an end tag does not match its start tag"}
	badTag        = lang.Format{Vi: "thẻ viết sai", En: "a tag is badly written"}
	badEntity     = lang.Format{Vi: "ký hiệu & viết sai", En: "an & reference is badly written"}
	badComment    = lang.Format{Vi: "chú thích viết sai", En: "a comment is badly written"}
	textOutside   = lang.Format{Vi: "có chữ nằm ngoài mọi thẻ", En: "text outside of all tags"}
	twoRoots      = lang.Format{Vi: "có nhiều hơn một thẻ gốc", En: "more than one root element"}
	badPrefix     = lang.Format{Vi: "tiền tố không được khai báo", En: "an undeclared prefix"}
	sameAttribute = lang.Format{Vi: "một thuộc tính ghi hai lần", En: "an attribute is written twice"}
	badCDATA      = lang.Format{Vi: "dấu ]]> nằm trong chữ", En: "]]> inside text"}
	badPI         = lang.Format{Vi: "chỉ thị <? ?> viết sai", En: "a <? ?> instruction is badly written"}
)

// scanner reads well-formed XML from a part that is in memory, and stops with a refusal where it is not well-formed. Names come with
// their namespace. Markup compatibility is resolved as for a program that knows no extension: of the versions of an
// mc:AlternateContent only the fallback is given.
type scanner struct {
	part   string
	data   []byte
	pos    int
	limits limits

	// The current token.
	space space  // of a tag
	local []byte // of a tag, without prefix
	attrs []attribute
	text  []byte // of characters, as written
	plain bool   // text needs no decoding
	cdata bool   // text is from a CDATA section

	open     []element
	bindings []binding
	fallback space       // the namespace of names without prefix
	rooted   bool        // the root element has been seen
	empty    bool        // the current start tag closes itself
	versions int         // how many mc:AlternateContent are open
	sealed   bool        // refuse mc:AlternateContent
	runs     []storedRun // of the rich text that was read last
}

// element is an open element.
type element struct {
	name     []byte // as written
	space    space
	bindings int   // how many there were before it
	outer    space // the namespace of names without prefix around it
}

// scanner prepares the reading of a part. It lives as long as the buffer, and takes over what memory the last one in it used.
func (b *buffer) scanner(part string, limits limits) (*scanner, error) {
	data, err := toUTF8(part, b.bytes)
	if err != nil {
		return nil, err
	}
	if err := checkCharacters(part, data); err != nil {
		return nil, err
	}
	s := &b.scan
	*s = scanner{part: part, data: data, limits: limits, attrs: s.attrs[:0], open: s.open[:0], bindings: s.bindings[:0], runs: s.runs[:0]}
	return s, s.declaration()
}

func (s *scanner) fail(what lang.Format) error { return refuse(Malformed, s.part, s.pos, what) }

// unexpected refuses the current element.
func (s *scanner) unexpected() error { return refuse(Unexpected, s.part, quote(s.local)) }

// next moves to the next token and gives it. Comments and instructions are passed over.
func (s *scanner) next() (token, error) {
	for {
		t, err := s.raw()
		if err != nil || t == characters || t == endOfPart || s.space != compatibility {
			return t, err
		}
		if err := s.compatible(t); err != nil {
			return 0, err
		}
	}
}

// compatible deals with an element of markup compatibility. AlternateContent and Fallback are looked through, everything else is passed over.
func (s *scanner) compatible(t token) error {
	alternates := string(s.local) == "AlternateContent"
	switch {
	case s.sealed:
		return refuse(Alternates, s.part)
	case alternates && t == startTag:
		s.versions++
	case alternates:
		s.versions--
	case t == startTag && string(s.local) != "Fallback":
		return s.skip()
	}
	return nil
}

// raw moves to the next token without regard to markup compatibility.
func (s *scanner) raw() (token, error) {
	if s.empty {
		s.empty = false
		s.pop()
		return endTag, nil
	}
	for s.pos < len(s.data) {
		if s.data[s.pos] != '<' {
			inside, err := s.run()
			if err != nil || inside {
				return characters, err
			}
			continue
		}
		t, err := s.markup()
		if err != nil || t != endOfPart {
			return t, err
		}
	}
	if len(s.open) > 0 || !s.rooted {
		return endOfPart, s.fail(cutOff)
	}
	return endOfPart, nil
}

// markup reads what starts with "<". It gives endOfPart for what is no token.
func (s *scanner) markup() (token, error) {
	rest := s.data[s.pos:]
	if len(rest) < 2 {
		return 0, s.fail(cutOff)
	}
	switch {
	case rest[1] == '/':
		return endTag, s.end()
	case rest[1] == '?':
		return endOfPart, s.instruction()
	case rest[1] != '!':
		return startTag, s.start()
	case bytes.HasPrefix(rest, []byte("<!--")):
		return endOfPart, s.comment()
	case bytes.HasPrefix(rest, []byte("<![CDATA[")) && len(s.open) > 0:
		return characters, s.section()
	case bytes.HasPrefix(rest, []byte("<!DOCTYPE")):
		return 0, refuse(DocumentType, s.part)
	}
	return 0, s.fail(badTag)
}

// run reads characters up to the next tag. Outside the root there may be white space only, which is no token.
func (s *scanner) run() (inside bool, err error) {
	end := bytes.IndexByte(s.data[s.pos:], '<')
	if end < 0 {
		end = len(s.data) - s.pos
	}
	text := s.data[s.pos : s.pos+end]
	s.text, s.cdata = text, false
	if len(s.open) == 0 {
		if !isSpace(text) {
			return false, s.fail(textOutside)
		}
		s.pos += end
		return false, nil
	}
	plain := true
	for i, c := range text {
		switch c {
		case '&':
			plain = false
			if _, n := reference(text[i:]); n == 0 {
				s.pos += i
				return false, s.fail(badEntity)
			}
		case '\r':
			plain = false
		case '>':
			if i >= 2 && text[i-1] == ']' && text[i-2] == ']' {
				s.pos += i
				return false, s.fail(badCDATA)
			}
		}
	}
	s.plain = plain
	s.pos += end
	return true, nil
}

// section reads a CDATA section.
func (s *scanner) section() error {
	body := s.data[s.pos+len("<![CDATA["):]
	end := bytes.Index(body, []byte("]]>"))
	if end < 0 {
		return s.fail(cutOff)
	}
	s.text, s.cdata = body[:end], true
	s.plain = bytes.IndexByte(s.text, '\r') < 0
	s.pos += len("<![CDATA[") + end + len("]]>")
	return nil
}

// comment passes over a comment, which may not hold two hyphens.
func (s *scanner) comment() error {
	body := s.data[s.pos+len("<!--"):]
	end := bytes.Index(body, []byte("--"))
	if end < 0 {
		return s.fail(cutOff)
	}
	if !bytes.HasPrefix(body[end:], []byte("-->")) {
		return s.fail(badComment)
	}
	s.pos += len("<!--") + end + len("-->")
	return nil
}

// instruction passes over a processing instruction. A second XML declaration is none.
func (s *scanner) instruction() error {
	body := s.data[s.pos+len("<?"):]
	end := bytes.Index(body, []byte("?>"))
	name := nameLength(body)
	if end < 0 {
		return s.fail(cutOff)
	}
	if name == 0 || name > end || bytes.EqualFold(body[:name], []byte("xml")) || name < end && !isBlank(body[name]) {
		return s.fail(badPI)
	}
	s.pos += len("<?") + end + len("?>")
	return nil
}

// start reads a start tag and opens its element.
func (s *scanner) start() error {
	if len(s.open) == 0 && s.rooted {
		return s.fail(twoRoots)
	}
	if len(s.open) >= s.limits.depth {
		return refuse(TooLarge, tooDeep.With(s.limits.depth))
	}
	from := s.pos + 1
	length := nameLength(s.data[from:])
	if length == 0 {
		return s.fail(badTag)
	}
	s.rooted = true
	name := s.data[from : from+length]
	s.open = append(s.open, element{name: name, bindings: len(s.bindings), outer: s.fallback})
	s.pos = from + length
	prefixed, err := s.attributes()
	if err != nil {
		return err
	}
	if prefixed {
		if err := s.declare(); err != nil {
			return err
		}
	}
	if s.space, s.local, err = s.resolve(name); err != nil {
		return err
	}
	s.open[len(s.open)-1].space = s.space
	if prefixed {
		return s.checkPrefixed()
	}
	return s.checkPlain()
}

// end reads an end tag and closes its element.
func (s *scanner) end() error {
	if len(s.open) == 0 {
		return s.fail(wrongEnd)
	}
	name := s.open[len(s.open)-1].name
	rest := s.data[s.pos+len("</"):]
	if !bytes.HasPrefix(rest, name) {
		return s.fail(wrongEnd)
	}
	at := len(name)
	for at < len(rest) && isBlank(rest[at]) {
		at++
	}
	if at == len(rest) || rest[at] != '>' {
		return s.fail(wrongEnd)
	}
	s.pos += len("</") + at + 1
	s.pop()
	return nil
}

// pop closes the innermost element and makes it the current one.
func (s *scanner) pop() {
	last := len(s.open) - 1
	e := s.open[last]
	s.open = s.open[:last]
	s.bindings = s.bindings[:e.bindings]
	s.fallback = e.outer
	s.space, s.local = e.space, localName(e.name)
	s.attrs = s.attrs[:0]
}

// skip passes over the element whose start tag is the current token, with everything in it.
func (s *scanner) skip() error {
	for depth := len(s.open); len(s.open) >= depth; {
		if _, err := s.raw(); err != nil {
			return err
		}
	}
	return nil
}
