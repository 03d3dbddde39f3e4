package templates

import (
	"strings"

	"tonghop/lang"
)

// Story is a part of a document that holds text.
type Story uint8

// The stories of a document.
const (
	Body Story = iota
	Header
	Footer
	Footnote
	Endnote
	Chart      // the text of a chart, such as its title
	Diagram    // the text of SmartArt
	Properties // the properties of the file, such as its title
)

// Place says where in a document something stands, in the terms in which a person finds it in Word. Numbers count from 1;
// 0 means that it does not apply.
type Place struct {
	Story Story
	// Number tells the headers, footers or notes apart, where there is more than one.
	Number int
	// Heading is the text of the nearest heading above, shortened.
	Heading string
	// TextBox is true inside a text box.
	TextBox bool
	// Table counts the tables of the story; Row and Cell are those of the innermost table.
	Table, Row, Cell int
	// Paragraph counts the paragraphs of the cell, the text box or the note; in the body, those since the heading.
	Paragraph int
	// Text is the beginning of the paragraph.
	Text string
}

// words of places. A place is put together from them because each of its members may be absent.
var (
	stories = map[Story]lang.Format{
		Body:       {Vi: "thân bài", En: "body"},
		Header:     {Vi: "đầu trang", En: "header"},
		Footer:     {Vi: "chân trang", En: "footer"},
		Footnote:   {Vi: "chú thích chân trang", En: "footnote"},
		Chart:      {Vi: "chữ trong biểu đồ", En: "text of a chart"},
		Diagram:    {Vi: "chữ trong SmartArt", En: "text of SmartArt"},
		Properties: {Vi: "thuộc tính của tệp (Tệp > Thông tin)", En: "properties of the file (File > Info)"},
		Endnote:    {Vi: "chú thích cuối văn bản", En: "endnote"},
	}
	numbered      = lang.Format{Vi: "%s %d", En: "%s %d"}
	underHeading  = lang.Format{Vi: "%s, dưới đề mục “%s”", En: "%s, under the heading “%s”"}
	inTextBox     = lang.Format{Vi: "%s, trong khung chữ", En: "%s, in a text box"}
	inTable       = lang.Format{Vi: "%s, bảng %d, hàng %d, ô %d", En: "%s, table %d, row %d, cell %d"}
	inParagraph   = lang.Format{Vi: "%s, đoạn %d", En: "%s, paragraph %d"}
	withBeginning = lang.Format{Vi: "%s (“%s”)", En: "%s (“%s”)"}
)

// Message puts the place into words.
func (p Place) Message() lang.Message {
	m := stories[p.Story].With()
	if p.Number > 0 {
		m = numbered.With(m, p.Number)
	}
	if p.Heading != "" {
		m = underHeading.With(m, p.Heading)
	}
	if p.Table > 0 {
		m = inTable.With(m, p.Table, p.Row, p.Cell)
	}
	if p.TextBox {
		m = inTextBox.With(m)
	}
	if p.Paragraph > 0 {
		m = inParagraph.With(m, p.Paragraph)
	}
	if p.Text != "" {
		m = withBeginning.With(m, p.Text)
	}
	return m
}

// String is the place in Vietnamese.
func (p Place) String() string { return p.Message().In(lang.Vi) }

// shorten gives the first words of a text, for a message.
func shorten(text string, letters int) string {
	text = strings.Join(strings.Fields(text), " ")
	runes := []rune(text)
	if len(runes) <= letters {
		return text
	}
	cut := letters
	for i := letters; i > letters/2; i-- {
		if runes[i] == ' ' {
			cut = i
			break
		}
	}
	return string(runes[:cut]) + "…"
}
