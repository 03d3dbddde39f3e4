package templates

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tonghop/lang"
)

var (
	detailFonts = lang.Format{Vi: " (%s)", En: " (%s)"}
	// oldFont are the names of fonts for the encodings of the time before Unicode.
	oldFont = regexp.MustCompile(`(?i)^(\.?vn|vni[- ])`)
	// timesFont are the names of Times New Roman, also that of its copy in PDF files.
	timesFont = regexp.MustCompile(`(?i)^times ?new ?roman`)
	// symbolFont are fonts of signs; their letters are no text.
	symbolFont = regexp.MustCompile(`(?i)symbol|wingdings|webdings|dingbats`)
)

// fontsOf gives the fonts of a line's text in order, each once. What does not say its font says nothing.
func (l *paper) fontsOf(at sentence) []string {
	var fonts []string
	for _, run := range runsOf(at.element) {
		if isBlank(l.main().runText(run)) {
			continue
		}
		font := l.sheet.of(l.main(), at.element, run).font
		if font != "" && !symbolFont.MatchString(font) && !slices.Contains(fonts, font) {
			fonts = append(fonts, font)
		}
	}
	return fonts
}

func (l *paper) fonts() {
	l.wrongFonts(func(font string) bool { return !timesFont.MatchString(font) && !oldFont.MatchString(font) })
}

func (l *paper) oldFonts() { l.wrongFonts(oldFont.MatchString) }

// wrongFonts makes one note of all lines that have a wrong font.
func (l *paper) wrongFonts(wrong func(font string) bool) {
	var places []Place
	var names []string
	for _, at := range l.lines {
		found := false
		for _, font := range l.fontsOf(at) {
			if !wrong(font) {
				continue
			}
			if found = true; !slices.Contains(names, font) {
				names = append(names, font)
			}
		}
		if found {
			places = append(places, at.at)
		}
	}
	l.many(places, detailFonts.With(strings.Join(names, ", ")))
}

// The size of the text in half points, and how long a paragraph is that certainly is text and no heading, in characters.
const (
	usualSize = 28
	longLine  = 100
)

// sizes makes one note of all paragraphs of text that have another size.
func (l *paper) sizes() {
	var places []Place
	var names []string
	for _, at := range l.lines {
		if at.at.Table > 0 || at.at.TextBox || len([]rune(at.says)) < longLine {
			continue
		}
		size := l.sizeOf(at)
		if size == 0 || size == usualSize {
			continue
		}
		places = append(places, at.at)
		if name := strings.Replace(strings.TrimSuffix(fmt.Sprintf("%.1f", float64(size)/2), ".0"), ".", ",", 1); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	l.many(places, detailFonts.With(strings.Join(names, "; ")))
}

// sizeOf gives the size in which most of a line is written.
func (l *paper) sizeOf(at sentence) int {
	letters, most, size := map[int]int{}, 0, 0
	for _, run := range runsOf(at.element) {
		s := l.sheet.of(l.main(), at.element, run).size
		letters[s] += len(l.main().runText(run))
		if letters[s] > most {
			most, size = letters[s], s
		}
	}
	return size
}

// allBoldLine reports whether all text of a line is in bold.
func (l *paper) allBoldLine(at sentence) bool {
	some := false
	for _, run := range runsOf(at.element) {
		if isBlank(l.main().runText(run)) {
			continue
		}
		if l.sheet.of(l.main(), at.element, run).bold != isBold {
			return false
		}
		some = true
	}
	return some
}
