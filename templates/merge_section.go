package templates

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"tonghop/lang"
)

var errMergeSections = lang.Format{
	Vi: "mẫu có nhiều phần (section) mà phần đầu không có đầu trang hoặc chân trang loại %q của phần sau, nên văn bản sau sẽ mượn của văn bản trước. Đặt đầu trang, chân trang ở phần đầu của mẫu",
	En: "the template has several sections, and the first lacks the header or footer of the kind %q that a later one has, so that one document would borrow it from the one before. Give it to the first section",
}

// sectionIn finds the first page setup, a w:sectPr, in a stretch of the body.
func sectionIn(text []byte, prefix string) (span, bool) {
	name := prefix + "sectPr"
	depth, start := 0, 0
	for pos := 0; ; {
		i := bytes.IndexByte(text[pos:], '<')
		if i < 0 {
			return span{}, false
		}
		m, found, err := nextMarkup(text, pos+i)
		if err != nil || !found {
			return span{}, false
		}
		pos = m.end
		if m.name != name {
			continue
		}
		switch m.form {
		case selfClosing:
			if depth == 0 {
				return m.span, true
			}
		case opening:
			if depth++; depth == 1 {
				start = m.start
			}
		case closing:
			if depth--; depth == 0 {
				return span{start, m.end}, true
			}
		}
	}
}

// property is a child of a page setup.
type property struct {
	name string // without prefix; one that the schema does not know where it has another
	at   span   // the whole element
	tag  span
}

// propertiesOf lists the children of a page setup in order.
func propertiesOf(sect []byte, prefix string) []property {
	var list []property
	depth := 0
	for pos := 0; ; {
		m, found, err := nextMarkup(sect, pos)
		if err != nil || !found {
			return list
		}
		pos = m.end
		name, own := strings.CutPrefix(m.name, prefix)
		if !own {
			name = m.name + " of another vocabulary"
		}
		switch m.form {
		case selfClosing:
			if depth == 1 {
				list = append(list, property{name, m.span, m.span})
			}
		case opening:
			if depth == 1 {
				list = append(list, property{name, m.span, m.span})
			}
			depth++
		case closing:
			if depth--; depth == 1 {
				list[len(list)-1].at.end = m.end
			}
		}
	}
}

// sectionOrder is the order in which the schema wants the children of a page setup.
var sectionOrder = []string{
	"headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols",
	"formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
}

// startAnew makes a section begin on a new page that is number 1. With notes, footnotes are counted from 1 too. What the template
// itself says of numbers stays.
func startAnew(sect []byte, prefix string, notes bool) []byte {
	added := map[string]string{"pgNumType": fmt.Sprintf(`<%[1]spgNumType %[1]sstart="1"/>`, prefix)}
	if notes {
		added["footnotePr"] = fmt.Sprintf(`<%[1]sfootnotePr><%[1]snumRestart %[1]sval="eachSect"/></%[1]sfootnotePr>`, prefix)
	}
	list := propertiesOf(sect, prefix)
	head, out := openingOf(sect, list), []byte(nil)
	out = append(out, head...)
	rank := 0
	put := func(upTo int) {
		for ; rank < upTo; rank++ {
			out = append(out, added[sectionOrder[rank]]...)
		}
	}
	for _, p := range list {
		if place := slices.Index(sectionOrder, p.name); place >= 0 {
			put(place)
			delete(added, p.name)
			out = append(out, anewProperty(sect, p, prefix)...)
			continue
		}
		out = append(out, sect[p.at.start:p.at.end]...)
	}
	put(len(sectionOrder))
	return append(out, "</"+prefix+"sectPr>"...)
}

// openingOf is the opening tag of a page setup, also of one that closes itself.
func openingOf(sect []byte, list []property) []byte {
	if len(list) > 0 {
		return sect[:list[0].at.start]
	}
	end := max(tagEnd(sect), 1)
	return slices.Concat(bytes.TrimRight(sect[:end-1], "/ "), []byte(">"))
}

// anewProperty is a property of a page setup as it has to be in the first section of a document.
func anewProperty(sect []byte, p property, prefix string) []byte {
	tag := sect[p.tag.start:p.tag.end]
	switch p.name {
	case "type":
		if kind := attributeText(tag, prefix+"val"); kind == "continuous" || kind == "nextColumn" {
			return fmt.Appendf(nil, `<%[1]stype %[1]sval="nextPage"/>`, prefix)
		}
	case "pgNumType":
		if _, ok := attribute(tag, prefix+"start"); !ok {
			name := "<" + prefix + "pgNumType"
			return append(fmt.Appendf(nil, `%s %sstart="1"`, name, prefix), sect[p.at.start+len(name):p.at.end]...)
		}
	}
	return sect[p.at.start:p.at.end]
}

// sectionParagraph is a paragraph, one point high, that ends a section with this page setup.
func sectionParagraph(sect []byte, prefix string) []byte {
	w := prefix
	text := fmt.Appendf(nil, `<%[1]sp><%[1]spPr><%[1]sspacing %[1]sbefore="0" %[1]safter="0" %[1]sline="20" %[1]slineRule="exact"/><%[1]srPr><%[1]ssz %[1]sval="2"/></%[1]srPr>`, w)
	return append(append(text, sect...), fmt.Sprintf(`</%[1]spPr></%[1]sp>`, w)...)
}

// headersFollow looks at a document of several sections. A section without a header of some kind takes that of the section before it. So the first section
// of a document needs every kind that its later ones have, or the next document would begin with the header of the former.
func headersFollow(content, last []byte, prefix string) error {
	first := map[string]bool{}
	for n := 0; ; n++ {
		at, found := sectionIn(content, prefix)
		sect := last
		if found {
			sect, content = content[at.start:at.end], content[at.end:]
		}
		for _, p := range propertiesOf(sect, prefix) {
			if p.name != "headerReference" && p.name != "footerReference" {
				continue
			}
			kind := attributeText(sect[p.tag.start:p.tag.end], prefix+"type")
			switch key := p.name + " " + kind; {
			case n == 0:
				first[key] = true
			case !first[key]:
				return errMergeSections.With(kind)
			}
		}
		if !found {
			return nil
		}
	}
}
