package report

import (
	"strings"
	"unicode"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/vntext"
)

// settingPrefix stands before the key of a setting.
const settingPrefix = "thong_tin."

// settingKey gives the key of a setting that a name stands for.
func settingKey(name string) (string, bool) {
	return strings.CutPrefix(vntext.Key(name), settingPrefix)
}

// prose is a text of the office's own catalogue, which may hold tags. A blank one is missing.
func prose(text string) figure.Value {
	if strings.TrimSpace(text) == "" {
		return figure.Value{}
	}
	return figure.Value{Kind: figure.Prose, Text: text}
}

// word is a text made by the program or typed as a plain name. A blank one is missing.
func word(text string) figure.Value {
	if strings.TrimSpace(text) == "" {
		return figure.Value{}
	}
	return figure.TextOf(text)
}

// paragraphs is the loop over the lines of a text.
var paragraphs = loop{
	name: "¶",
	doc:  lang.Format{Vi: "từng dòng của một đoạn văn", En: "the lines of a text"},
	fields: []field{
		{name: "doan", value: func(_ *source, at row) figure.Value { return at.line },
			doc: lang.Format{Vi: "một dòng, trong vòng lặp qua các dòng của một đoạn văn", En: "one line, in a loop over the lines of a text"}},
	},
}

// linesOf gives a row for every line of a text that is not blank.
func linesOf(text figure.Value) []row {
	var rows []row
	if text.Kind != figure.Prose && text.Kind != figure.Text {
		return nil
	}
	for line := range strings.Lines(strings.ReplaceAll(text.Text, "\r", "\n")) {
		if line = strings.TrimSpace(line); line != "" {
			rows = append(rows, row{line: figure.Value{Kind: text.Kind, Text: line}})
		}
	}
	return rows
}

// midSentence makes the title of something fit for the middle of a sentence: without its capital, unless the word is an
// abbreviation.
func midSentence(title string) string {
	letters := []rune(title)
	if len(letters) > 1 && unicode.IsUpper(letters[0]) && !unicode.IsUpper(letters[1]) {
		letters[0] = unicode.ToLower(letters[0])
	}
	return string(letters)
}

// numberSpace is what is left blank for the number of a document that has none yet.
const numberSpace = "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0"

// documentNumber is the number and symbol of the document, with room for a number that the office enters when it is signed.
func documentNumber(s *source, _ row) figure.Value {
	return word(withNumberSpace(strings.TrimSpace(s.Catalogue.Settings.Text("so_ky_hieu"))))
}

// withNumberSpace leaves room for the number before a symbol that has none.
func withNumberSpace(symbol string) string {
	if strings.HasPrefix(symbol, "-") || strings.HasPrefix(symbol, "/") {
		return numberSpace + symbol
	}
	return symbol
}

// label is the label of an option of a list, the code itself where the list has none.
func label(c *sheets.Catalogue, list, code string) string {
	for _, o := range c.OptionsOf(list) {
		if vntext.Fold(o.Code) == vntext.Fold(code) && o.Label != "" {
			return o.Label
		}
	}
	return code
}
