package templates

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"tonghop/lang"
)

// pageSection is a stretch of a document with its own paper.
type pageSection struct {
	at            Place
	width, height int // in twips, 0 where it does not say
	margins       *pageMargins
	firstDiffers  bool
	headers       map[string]string // the parts of the headers, by the pages that they are for: default, first, even
}

// pageMargins are distances from the edges of the paper, in twips.
type pageMargins struct{ top, bottom, left, right int }

// A twip is a twentieth of a point. tolerance is one millimetre.
const (
	twipsPerMM = 1440 / 25.4
	tolerance  = 57
	a4Width    = 11906
	a4Height   = 16838
	a5Width    = 8391
)

// usualMargins are those of HD 29 for the front of a sheet; on its back left and right are exchanged.
var usualMargins = pageMargins{1134, 1134, 1701, 1134}

var (
	detailSize    = lang.Format{Vi: " (%d x %d mm)", En: " (%d x %d mm)"}
	detailNoSize  = lang.Format{Vi: " (tệp không ghi khổ giấy, mỗi máy in một khác)", En: " (the file does not say, and every printer takes its own)"}
	detailMargins = lang.Format{Vi: " (trên %d, dưới %d, trái %d, phải %d mm)", En: " (top %d, bottom %d, left %d, right %d mm)"}
)

func millimetres(twips int) int { return int(float64(twips)/twipsPerMM + 0.5) }

// readSections reads the sections of the body. Each begins at the paragraph behind the end of the one before.
func (l *paper) readSections() []pageSection {
	main := l.main()
	var sections []pageSection
	begin := 0
	visit(main.root, func(e *element) {
		if e.kind != sectionBreak {
			return
		}
		s := pageSection{at: l.firstPlace(begin, e.end), headers: map[string]string{}}
		for _, c := range e.children {
			l.sectionProperty(&s, c)
		}
		if n := len(sections); n > 0 {
			for kind, file := range sections[n-1].headers {
				if s.headers[kind] == "" {
					s.headers[kind] = file
				}
			}
		}
		sections, begin = append(sections, s), e.end
	})
	return sections
}

// firstPlace gives the place of the first line between two places of the main part.
func (l *paper) firstPlace(from, to int) Place {
	for _, at := range l.lines {
		if p := at.element.open.start; p >= from && p < to {
			return at.at
		}
	}
	return Place{Story: Body}
}

func (l *paper) sectionProperty(s *pageSection, c *element) {
	main := l.main()
	number := func(name string) int {
		n, err := strconv.ParseFloat(main.attribute(c, name), 64)
		if err != nil || n < -100_000 || n > 100_000 {
			return 0
		}
		return int(n)
	}
	switch main.local(c) {
	case "pgSz":
		s.width, s.height = number("w"), number("h")
	case "pgMar":
		s.margins = &pageMargins{number("top"), number("bottom"), number("left") + number("gutter"), number("right")}
	case "titlePg":
		value := main.attribute(c, "val")
		s.firstDiffers = value != "0" && value != "false"
	case "headerReference":
		id := attributeText(main.bytes(c.open), "r:id")
		for _, r := range l.pack.relations(l.pack.main) {
			if r.id == id && id != "" {
				s.headers[main.attribute(c, "type")] = r.target
			}
		}
	}
}

func near(a, b int) bool { return a-b <= tolerance && b-a <= tolerance }

func (s pageSection) isA4() bool       { return near(s.width, a4Width) && near(s.height, a4Height) }
func (s pageSection) isA4Turned() bool { return near(s.height, a4Width) && near(s.width, a4Height) }
func (s pageSection) isA5() bool {
	return near(s.width, a5Width) && near(s.height, a4Width) || near(s.height, a5Width) && near(s.width, a4Width)
}

func (l *paper) paperSize() {
	found := map[string][]Place{}
	var details []lang.Message
	for _, s := range l.sections {
		if s.isA4() || s.isA4Turned() || s.isA5() {
			continue
		}
		detail := detailSize.With(millimetres(s.width), millimetres(s.height))
		if s.width == 0 || s.height == 0 {
			detail = detailNoSize.With()
		}
		key := detail.In(lang.Vi)
		if found[key] == nil {
			details = append(details, detail)
		}
		found[key] = append(found[key], s.at)
	}
	if len(l.sections) == 0 {
		l.add(l.firstPlace(0, len(l.main().data)), detailNoSize.With())
	}
	for _, detail := range details {
		l.many(found[detail.In(lang.Vi)], detail)
	}
}

// margins looks at upright A4 pages: the rule gives none for others.
func (l *paper) margins() {
	found := map[pageMargins][]Place{}
	var order []pageMargins
	for _, s := range l.sections {
		if !s.isA4() || s.margins == nil || s.margins.fit() {
			continue
		}
		if found[*s.margins] == nil {
			order = append(order, *s.margins)
		}
		found[*s.margins] = append(found[*s.margins], s.at)
	}
	for _, m := range order {
		l.many(found[m], detailMargins.With(millimetres(m.top), millimetres(m.bottom), millimetres(m.left), millimetres(m.right)))
	}
}

func (m pageMargins) fit() bool {
	front := near(m.left, usualMargins.left) && near(m.right, usualMargins.right)
	back := near(m.left, usualMargins.right) && near(m.right, usualMargins.left)
	return near(m.top, usualMargins.top) && near(m.bottom, usualMargins.bottom) && (front || back)
}

// longPaper is how many characters certainly do not fit on one page.
const longPaper = 3500

var pageField = regexp.MustCompile(`(?i)(^|[\s\x00])PAGE([\s\\\x00]|$)`)

// numbersPages reports whether a part prints the number of the page.
func (s *surveyed) numbersPages() bool {
	var fields strings.Builder
	visit(s.root, func(e *element) {
		switch s.local(e) {
		case "fldSimple":
			fmt.Fprintf(&fields, "\x00%s\x00", s.attribute(e, "instr"))
		case "instrText":
			fields.Write(s.bytes(e.content))
		case "fldChar":
			fields.WriteByte(0)
		case "pgNum":
			fields.WriteString("\x00PAGE\x00")
		}
	})
	return pageField.MatchString(fields.String())
}

// numbered gives the headers or footers that print the number of the page.
func (l *paper) numbered(of Story) []*surveyed {
	var parts []*surveyed
	for _, s := range l.stories {
		if s.story == of && s.numbersPages() {
			parts = append(parts, s)
		}
	}
	return parts
}

func (l *paper) pageNumber() {
	if l.length > longPaper && len(l.numbered(Header)) == 0 && len(l.numbered(Footer)) == 0 {
		l.add(l.firstPlace(0, len(l.main().data)), lang.Message{})
	}
}

func (l *paper) pageNumberPlace() {
	if footers := l.numbered(Footer); len(footers) > 0 && len(l.numbered(Header)) == 0 {
		l.add(footers[0].placeOf(footers[0].root), lang.Message{})
	}
}

func (l *paper) pageNumberFirst() {
	if len(l.sections) == 0 {
		return
	}
	first := l.sections[0]
	file := first.headers["default"]
	if first.firstDiffers {
		file = first.headers["first"]
	}
	for _, h := range l.numbered(Header) {
		if h.file == file {
			l.add(h.placeOf(h.root), lang.Message{})
		}
	}
}
