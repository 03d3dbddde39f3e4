package templates

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"tonghop/vntext"
)

// Sentence is where a figure stands in the text of a report: the sentence around it, or the whole paragraph where that is short.
type Sentence struct {
	// Paragraph is the number of its paragraph in the document, from 1.
	Paragraph int
	// Before and After are what stands around the figure, Figure what is printed for it.
	Before, Figure, After string
}

// Marked is the sentence with the figure between marks: “… giới thiệu «1.805» đoàn viên …”.
func (s Sentence) Marked() string {
	return strings.Join(strings.Fields(s.Before+"«"+s.Figure+"»"+s.After), " ")
}

// Sentence gives the sentence in which a figure of the report stands; of one that is lost the zero Sentence.
func (d *Document) Sentence(l Line) Sentence {
	if l.found == nil || l.found.paragraph >= len(d.texts) {
		return Sentence{}
	}
	f := l.found
	whole := d.texts[f.paragraph].whole
	s := Sentence{Paragraph: f.paragraph + 1, Figure: f.Text}
	from := min(f.offset, len(whole))
	to := min(from+len(f.Text), len(whole))
	s.Before, s.After = whole[:from], whole[to:]
	if utf8.RuneCountInString(whole) > shortParagraph {
		if ends := sentenceEnd.FindAllStringIndex(s.Before, -1); ends != nil {
			s.Before = s.Before[ends[len(ends)-1][1]:]
		}
		if end := sentenceEnd.FindStringIndex(s.After); end != nil {
			s.After = s.After[:end[0]+1]
		}
	}
	return s
}

// shortParagraph is how many letters a paragraph may have to be shown as a whole.
const shortParagraph = 240

// sentenceEnd is the end of a sentence, or of a part of a long one, with the space behind it. A dot within a number ends none.
var sentenceEnd = regexp.MustCompile(`[.!?;]\s+`)

// ParagraphsWith gives the numbers of the paragraphs that hold some words, as Sentence counts them. Case, accents, spaces and punctuation do not matter.
func (d *Document) ParagraphsWith(words string) []int {
	wanted := wordsOnly(words)
	var found []int
	for i, p := range d.texts {
		if wanted != " " && !p.twin && strings.Contains(wordsOnly(p.whole), wanted) {
			found = append(found, i+1)
		}
	}
	return found
}

// wordsOnly is a text without case, accents and punctuation, with a space before and behind each word.
func wordsOnly(text string) string {
	words := strings.FieldsFunc(vntext.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return " " + strings.Join(append(words, ""), " ")
}

// ParagraphText is the text of a paragraph by its number, "" where there is no such paragraph.
func (d *Document) ParagraphText(number int) string {
	if number < 1 || number > len(d.texts) {
		return ""
	}
	return d.texts[number-1].whole
}
