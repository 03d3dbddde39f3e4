package templates

import (
	"regexp"
	"strings"
)

// headingStyles are the paragraph styles of a document that make headings.
type headingStyles map[string]bool

// readHeadingStyles reads the part that defines the styles. A style is one of a heading by its outline level or by the name that
// Word gives to its own, in whatever language it runs.
func readHeadingStyles(data []byte) headingStyles {
	styles := headingStyles{}
	root, prefix, err := parseXML(data)
	if err != nil {
		return styles
	}
	for _, style := range root.children {
		if style.name != prefix+"style" {
			continue
		}
		id := attributeText(data[style.open.start:style.open.end], prefix+"styleId")
		for _, c := range style.children {
			switch c.name {
			case prefix + "name":
				name := strings.ToLower(attributeText(data[c.open.start:c.open.end], prefix+"val"))
				styles[id] = styles[id] || strings.HasPrefix(name, "heading ") || name == "title"
			case prefix + "pPr":
				styles[id] = styles[id] || hasChild(c, prefix+"outlineLvl")
			}
		}
	}
	return styles
}

func hasChild(e *element, name string) bool {
	for _, c := range e.children {
		if c.name == name {
			return true
		}
	}
	return false
}

// numberedHeading is how offices begin a heading that they typed by hand and made bold: "I.", "2.1.", "a)".
var numberedHeading = regexp.MustCompile(`^([IVXL]{1,6}|\d{1,2}(\.\d{1,2}){0,3}|[A-ZĐa-zđ])[.)/]\s*\pL`)

// maxHeading is how long a heading typed by hand can be, in bytes.
const maxHeading = 300

// isHeading reports whether a paragraph is a heading: by its style or outline level, or because it is short, bold and numbered.
func (s *scanner) isHeading(p *element, text string) bool {
	if isBlank(text) {
		return false
	}
	if format := p.child(paragraphFormat); format != nil {
		for _, c := range format.children {
			switch c.name {
			case s.prefix + "pStyle":
				if s.styles[attributeText(s.bytes(c.open), s.prefix+"val")] {
					return true
				}
			case s.prefix + "outlineLvl":
				if attributeText(s.bytes(c.open), s.prefix+"val") != "9" {
					return true
				}
			}
		}
	}
	return len(text) <= maxHeading && numberedHeading.MatchString(strings.TrimSpace(text)) && s.allBold(p)
}

// allBold reports whether every run of a paragraph that holds text is bold by itself.
func (s *scanner) allBold(p *element) bool {
	some := false
	for _, r := range p.children {
		if r.kind != runElement || r.child(textElement) == nil {
			continue
		}
		format := r.child(runFormatElement)
		if format == nil || !hasChild(format, s.prefix+"b") {
			return false
		}
		some = true
	}
	return some
}
