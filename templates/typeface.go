package templates

import "strings"

// letters is how letters look: what a style, a run or the whole document says about them. The zero value of a member says nothing.
type letters struct {
	font string
	size int // in half points
	bold int8
}

// The values of letters.bold.
const (
	isBold  int8 = 1
	notBold int8 = -1
)

// over gives what these letters say, and what others say where these say nothing.
func (l letters) over(other letters) letters {
	if l.font == "" {
		l.font = other.font
	}
	if l.size == 0 {
		l.size = other.size
	}
	if l.bold == 0 {
		l.bold = other.bold
	}
	return l
}

// styleSheet is what the styles of a document say about letters.
type styleSheet struct {
	usual  letters
	normal string // the style of paragraphs that name none
	styles map[string]namedStyle
	theme  map[string]string // the fonts of the theme, by the names that styles use for them
}

type namedStyle struct {
	based   string
	letters letters
}

// maxStyleDepth bounds how many styles are based on one another; a document may name a circle.
const maxStyleDepth = 20

// styleSheet reads the styles of a document and the fonts of its theme. What cannot be read says nothing.
func (a *archive) styleSheet() *styleSheet {
	sheet := &styleSheet{styles: map[string]namedStyle{}, theme: a.themeFonts()}
	data, err := a.read(a.styles)
	if err != nil {
		return sheet
	}
	root, prefix, err := parseXML(data)
	if err != nil {
		return sheet
	}
	part := &surveyed{data: data, root: root, prefix: prefix}
	sheet.usual = sheet.letters(part, part.find(part.find(part.find(root, "docDefaults"), "rPrDefault"), "rPr"))
	for _, e := range root.children {
		if part.local(e) != "style" {
			continue
		}
		id := part.attribute(e, "styleId")
		style := namedStyle{letters: sheet.letters(part, part.find(e, "rPr"))}
		if based := part.find(e, "basedOn"); based != nil {
			style.based = part.attribute(based, "val")
		}
		sheet.styles[id] = style
		if on := part.attribute(e, "default"); (on == "1" || on == "true") && part.attribute(e, "type") == "paragraph" {
			sheet.normal = id
		}
	}
	return sheet
}

// themeFonts reads the fonts of a document's theme.
func (a *archive) themeFonts() map[string]string {
	fonts := map[string]string{}
	for _, r := range a.relations(a.main) {
		if r.kind != "theme" {
			continue
		}
		data, err := a.read(r.target)
		if err != nil {
			continue
		}
		root, _, err := parseXML(data)
		if err != nil {
			continue
		}
		visit(root, func(e *element) {
			for _, c := range e.children {
				if !strings.HasSuffix(c.name, ":latin") {
					continue
				}
				face := attributeText(data[c.open.start:c.open.end], "typeface")
				switch {
				case strings.HasSuffix(e.name, ":minorFont"):
					fonts["minorHAnsi"], fonts["minorAscii"] = face, face
				case strings.HasSuffix(e.name, ":majorFont"):
					fonts["majorHAnsi"], fonts["majorAscii"] = face, face
				}
			}
		})
	}
	return fonts
}

// letters reads the properties of a run or a style.
func (s *styleSheet) letters(part *surveyed, format *element) letters {
	var l letters
	if format == nil {
		return l
	}
	for _, c := range format.children {
		value := part.attribute(c, "val")
		switch part.local(c) {
		case "rFonts":
			l.font = s.fontOf(part, c)
		case "sz":
			l.size = smallNumber(value, 0)
		case "b":
			if l.bold = isBold; value == "0" || value == "false" || value == "off" {
				l.bold = notBold
			}
		}
	}
	return l
}

// fontOf gives the font of Latin letters, also where it is one of the theme.
func (s *styleSheet) fontOf(part *surveyed, fonts *element) string {
	for _, slot := range []string{"hAnsi", "ascii"} {
		if theme := part.attribute(fonts, slot+"Theme"); theme != "" && s.theme[theme] != "" {
			return s.theme[theme]
		}
		if font := part.attribute(fonts, slot); font != "" {
			return font
		}
	}
	return ""
}

// named gives what a style says, with the styles that it is based on.
func (s *styleSheet) named(id string) letters {
	var l letters
	for range maxStyleDepth {
		style, ok := s.styles[id]
		if !ok {
			break
		}
		l, id = l.over(style.letters), style.based
	}
	return l
}

// of gives how the letters of a run look in a paragraph.
func (s *styleSheet) of(part *surveyed, paragraph, run *element) letters {
	style := s.normal
	if named := part.find(part.find(paragraph, "pPr"), "pStyle"); named != nil {
		style = part.attribute(named, "val")
	}
	format := part.find(run, "rPr")
	l := s.letters(part, format)
	if named := part.find(format, "rStyle"); named != nil {
		l = l.over(s.named(part.attribute(named, "val")))
	}
	return l.over(s.named(style)).over(s.usual)
}

// runsOf gives the runs of a paragraph that make its text, not those of text boxes in it.
func runsOf(e *element) []*element { return e.within(runElement) }

// runText gives the text that a run itself holds.
func (s *surveyed) runText(run *element) string {
	var text strings.Builder
	for _, c := range run.children {
		if c.kind == textElement {
			text.WriteString(unescape(s.bytes(c.content)))
		}
	}
	return text.String()
}
