package templates

import (
	"bytes"
	"unicode/utf8"

	"tonghop/lang"
)

// maxDepth bounds how deeply elements nest. Word itself gives up long before; a document of 500 tables in one another is read.
const maxDepth = 8000

// span is a stretch of bytes of a part, from start up to but not including end.
type span struct{ start, end int }

// element is one XML element of a part, as spans of the part's bytes.
type element struct {
	kind     kind
	name     string // as written, with its prefix
	open     span   // the opening tag; the whole element where it closes itself
	content  span   // between the opening and the closing tag
	end      int    // behind the closing tag
	children []*element
}

func (e *element) whole() span { return span{e.open.start, e.end} }

// child gives the first child of a kind, or nil.
func (e *element) child(k kind) *element {
	for _, c := range e.children {
		if c.kind == k {
			return c
		}
	}
	return nil
}

// markup is one thing between angle brackets.
type markup struct {
	span
	name string
	form form
}

type form uint8

const (
	opening form = iota
	closing
	selfClosing
	other // a comment, a processing instruction, a CDATA section
)

var (
	errXML = lang.Format{
		Vi: "nội dung XML không khép kín ở byte %d (tệp hỏng hoặc tải về chưa đủ). Mở bằng Word rồi lưu lại dạng .docx, hoặc xin lại tệp gốc",
		En: "its XML is not well-formed at byte %d (the file is damaged or was not fully downloaded). Open it in Word and save it as .docx, or ask for the original"}
	errDTD = lang.Format{
		Vi: "có khai báo DOCTYPE, không được dùng trong tệp Word. Mở bằng Word rồi lưu lại dạng .docx, hoặc xin lại tệp gốc",
		En: "it has a DOCTYPE declaration, which a Word file must not have. Open it in Word and save it as .docx, or ask for the original"}
	errDepth = lang.Format{
		Vi: "các phần lồng nhau quá sâu (hơn %d lớp)",
		En: "its elements nest too deeply (more than %d levels)"}
	errEncoding = lang.Format{
		Vi: "chữ không theo bảng mã UTF-8; mở tệp bằng Word rồi lưu lại dạng .docx",
		En: "its text is not UTF-8; open the file in Word and save it as .docx again"}
)

// nextMarkup finds the next markup at or behind pos. found is false at the end of the data; an error says that the markup is broken.
func nextMarkup(data []byte, pos int) (m markup, found bool, err error) {
	i := bytes.IndexByte(data[pos:], '<')
	if i < 0 {
		return m, false, nil
	}
	start := pos + i
	rest := data[start:]
	m.start = start
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		return closeAt(m, rest, "-->")
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		return closeAt(m, rest, "]]>")
	case bytes.HasPrefix(rest, []byte("<?")):
		return closeAt(m, rest, "?>")
	case bytes.HasPrefix(rest, []byte("<!")):
		return m, false, errDTD.With()
	}
	end := tagEnd(rest)
	if end < 0 {
		return m, false, errXML.With(start)
	}
	m.end = start + end
	return nameOf(m, data[start:m.end])
}

func closeAt(m markup, rest []byte, mark string) (markup, bool, error) {
	i := bytes.Index(rest, []byte(mark))
	if i < 0 {
		return m, false, errXML.With(m.start)
	}
	m.form, m.end = other, m.start+i+len(mark)
	return m, true, nil
}

// tagEnd gives the length of the tag at the start of b, minding that an attribute may hold a ">". -1 where it does not end.
func tagEnd(b []byte) int {
	if i := bytes.IndexByte(b, '>'); i > 0 {
		if tag := b[1:i]; bytes.IndexByte(tag, '<') < 0 && bytes.IndexByte(tag, '\'') < 0 && bytes.Count(tag, []byte{'"'})%2 == 0 {
			return i + 1
		}
	}
	return tagEndInQuotes(b)
}

// tagEndInQuotes is tagEnd for tags with what is rare: a sign of markup in an attribute, or single quotes.
func tagEndInQuotes(b []byte) int {
	var quote byte
	for i, c := range b {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		case c == '<' && i > 0:
			return -1
		}
	}
	return -1
}

// nameOf reads the form and the name of a tag.
func nameOf(m markup, tag []byte) (markup, bool, error) {
	form, name := formAndName(tag)
	if len(name) == 0 {
		return m, false, errXML.With(m.start)
	}
	m.form, m.name = form, string(name)
	return m, true, nil
}

func formAndName(tag []byte) (form, []byte) {
	f := opening
	body := tag[1 : len(tag)-1]
	switch {
	case len(body) > 0 && body[0] == '/':
		f, body = closing, body[1:]
	case len(body) > 0 && body[len(body)-1] == '/':
		f, body = selfClosing, body[:len(body)-1]
	}
	for i, c := range body {
		if isSpace(c) {
			return f, body[:i]
		}
	}
	return f, body
}

// wellFormed checks what parseXML checks, without reading the part into elements. Errors are a lang.Message.
func wellFormed(data []byte) error {
	if !utf8.Valid(data) {
		return errEncoding.With()
	}
	var open [][]byte // the names of the elements that are open
	rooted := false
	for pos := 0; ; {
		start := pos
		if start >= len(data) || data[start] != '<' { // most tags stand right behind another
			i := bytes.IndexByte(data[pos:], '<')
			if i < 0 {
				break
			}
			start += i
		}
		if rest := data[start:]; len(rest) > 1 && (rest[1] == '!' || rest[1] == '?') {
			m, _, err := nextMarkup(data, start)
			if err != nil {
				return err
			}
			pos = m.end
			continue
		}
		if top := len(open) - 1; top >= 0 && closesAt(data[start:], open[top]) {
			pos, open = start+len(open[top])+3, open[:top]
			continue
		}
		form, name, end := readTag(data[start:])
		if end < 0 {
			return errXML.With(start)
		}
		pos = start + end
		switch top := len(open) - 1; {
		case len(name) == 0, form != closing && top < 0 && rooted, form == closing && (top < 0 || !bytes.Equal(open[top], name)):
			return errXML.With(start)
		case form == closing:
			open = open[:top]
		case form == opening:
			if open = append(open, name); len(open) > maxDepth {
				return errDepth.With(maxDepth)
			}
		}
		rooted = true
	}
	if !rooted || len(open) > 0 {
		return errXML.With(len(data))
	}
	return nil
}

// readTag gives the form, the name and the length of the tag at the start of b, a length below 0 where it does not end.
func readTag(b []byte) (f form, name []byte, end int) {
	n := 1
	for n < len(b) && !endsName[b[n]] {
		n++
	}
	switch {
	case n == 1 || n+1 >= len(b):
	case b[n] == '>':
		return opening, b[1:n], n + 1
	case b[n] == '/' && b[n+1] == '>':
		return selfClosing, b[1:n], n + 2
	}
	if end = tagEnd(b); end < 0 {
		return opening, nil, end
	}
	f, name = formAndName(b[:end])
	return f, name, end
}

// endsName has the bytes before which a name may end, or with which something is wrong.
var endsName = [256]bool{' ': true, '\t': true, '\n': true, '\r': true, '/': true, '>': true, '<': true, '"': true, '\'': true}

// closesAt reports whether the plain closing tag of an element stands at the start of b.
func closesAt(b, name []byte) bool {
	end := len(name) + 2
	return len(b) > end && b[1] == '/' && b[end] == '>' && bytes.Equal(b[2:end], name)
}

// xmlTree is the reading of a part into elements.
type xmlTree struct {
	data   []byte
	root   *element
	prefix string     // of WordprocessingML
	stack  []*element // the elements that are open
}

// parseXML reads a part into elements. The prefix of WordprocessingML is found in the root element. Errors are a lang.Message.
func parseXML(data []byte) (root *element, prefix string, err error) {
	if !utf8.Valid(data) {
		return nil, "", errEncoding.With()
	}
	t := xmlTree{data: data}
	for pos := 0; ; {
		m, found, err := nextMarkup(data, pos)
		if err != nil {
			return nil, "", err
		}
		if !found {
			break
		}
		pos = m.end
		switch m.form {
		case opening, selfClosing:
			err = t.open(m)
		case closing:
			err = t.close(m)
		}
		if err != nil {
			return nil, "", err
		}
	}
	if t.root == nil || len(t.stack) > 0 {
		return nil, "", errXML.With(len(data))
	}
	return t.root, t.prefix, nil
}

func (t *xmlTree) open(m markup) error {
	e := &element{name: m.name, open: m.span, content: span{m.end, m.end}, end: m.end}
	switch {
	case len(t.stack) > 0:
		top := t.stack[len(t.stack)-1]
		top.children = append(top.children, e)
	case t.root != nil:
		return errXML.With(m.start)
	default:
		t.root, t.prefix = e, wordPrefix(t.data[m.start:m.end])
	}
	e.kind = kindOf(m.name, t.prefix)
	if m.form == selfClosing {
		return nil
	}
	if t.stack = append(t.stack, e); len(t.stack) > maxDepth {
		return errDepth.With(maxDepth)
	}
	return nil
}

func (t *xmlTree) close(m markup) error {
	if len(t.stack) == 0 || t.stack[len(t.stack)-1].name != m.name {
		return errXML.With(m.start)
	}
	top := t.stack[len(t.stack)-1]
	top.content.end, top.end = m.start, m.end
	t.stack = t.stack[:len(t.stack)-1]
	return nil
}

// attribute gives the value of an attribute of a tag as the span of the value inside the tag, entities not resolved.
func attribute(tag []byte, name string) (span, bool) {
	for pos := 1; pos < len(tag); {
		i := bytes.Index(tag[pos:], []byte(name))
		if i < 0 {
			return span{}, false
		}
		at := pos + i
		pos = at + len(name)
		if !isSpace(tag[at-1]) || pos >= len(tag) {
			continue
		}
		rest := pos
		for rest < len(tag) && isSpace(tag[rest]) {
			rest++
		}
		if rest >= len(tag) || tag[rest] != '=' {
			continue
		}
		for rest++; rest < len(tag) && isSpace(tag[rest]); rest++ {
		}
		if rest >= len(tag) || tag[rest] != '"' && tag[rest] != '\'' {
			continue
		}
		if end := bytes.IndexByte(tag[rest+1:], tag[rest]); end >= 0 {
			return span{rest + 1, rest + 1 + end}, true
		}
	}
	return span{}, false
}

// attributeText gives the value of an attribute with its entities resolved, or "".
func attributeText(tag []byte, name string) string {
	at, ok := attribute(tag, name)
	if !ok {
		return ""
	}
	return unescape(tag[at.start:at.end])
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
