package templates

import (
	"regexp"
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/vntext"
)

// Label is what people write beside a figure, such as the name of an indicator, with what the data say of it now.
type Label struct {
	// Key is how the caller calls it, such as the code of the indicator.
	Key string
	// Words are the label as it stands in prose.
	Words string
	// Value is the figure, and Texts are the forms in which documents print it, the usual one first.
	Value figure.Value
	Texts []string
}

// TypedLine is a number that somebody typed beside a label and that the data do not confirm.
type TypedLine struct {
	Key   string
	Label string
	Place Place
	// Typed is the number as typed, Now what the data say.
	Typed, Now string
	// Missing tells that the data have no such figure now.
	Missing bool
}

// Typed finds the numbers that were typed by hand right beside a label, in front of it ("1.805 đoàn viên ưu tú"), behind it ("đoàn viên
// ưu tú: 1.805") or in the only number cell of its table row, and gives those that differ from the data. Figures in our own controls,
// dates, years, numbers of documents, of sections and of list items are not looked at.
func (d *Document) Typed(labels []Label) []TypedLine {
	t := typing{labels: labels, byWord: map[string][]labelWords{}}
	t.index()
	for _, p := range d.texts {
		if !p.twin {
			t.prose(p)
		}
	}
	for rows := d.texts; len(rows) > 0; {
		n := 1
		for n < len(rows) && rows[n].sameRow(rows[0]) {
			n++
		}
		if rows[0].place.Table > 0 && !rows[0].twin {
			t.row(rows[:n])
		}
		rows = rows[n:]
	}
	slices.SortStableFunc(t.lines, func(a, b orderedLine) int { return a.order - b.order })
	var lines []TypedLine
	for _, l := range t.lines {
		lines = append(lines, l.TypedLine)
	}
	return lines
}

// TypedIn looks in the same way through texts that are in no document yet, such as those of the catalogue, whose tags will be figures of ours. It gives what it
// finds in each.
func TypedIn(texts []string, labels []Label) [][]TypedLine {
	t := typing{labels: labels, byWord: map[string][]labelWords{}}
	t.index()
	found := make([][]TypedLine, len(texts))
	for i, text := range texts {
		t.lines = nil
		for line := range strings.Lines(strings.ReplaceAll(text, "\r", "\n")) {
			t.prose(paragraphText{text: tagsAsThings.ReplaceAllString(line, string(thing))})
		}
		for _, l := range t.lines {
			found[i] = append(found[i], l.TypedLine)
		}
	}
	return found
}

// tagsAsThings finds the tags of a text.
var tagsAsThings = regexp.MustCompile(`\{\{[^{}]*\}\}`)

// paragraphText is the text of a paragraph of a document. Each figure of ours in it is a single thing.
type paragraphText struct {
	place Place
	text  string
	twin  bool
	order int
	whole string // with the figures in it
}

func (p paragraphText) sameRow(o paragraphText) bool {
	a, b := p.place, o.place
	return a.Story == b.Story && a.Number == b.Number && a.TextBox == b.TextBox && a.Table == b.Table && a.Row == b.Row && p.twin == o.twin
}

// typing is the search for typed numbers in one document.
type typing struct {
	labels []Label
	byWord map[string][]labelWords // by their first word, the longest first
	lines  []orderedLine
}

type orderedLine struct {
	TypedLine
	order int
}

// labelWords is a label in words that can be compared.
type labelWords struct {
	label *Label
	words []string
}

func (t *typing) index() {
	for i := range t.labels {
		var words []string
		for _, token := range tokensOf(t.labels[i].Words) {
			if token.kind == wordToken || token.kind == numeralToken {
				words = append(words, token.key)
			}
		}
		if len(words) > 0 {
			t.byWord[words[0]] = append(t.byWord[words[0]], labelWords{&t.labels[i], words})
		}
	}
	for _, all := range t.byWord {
		slices.SortStableFunc(all, func(a, b labelWords) int { return len(b.words) - len(a.words) })
	}
}

// at gives the longest label that begins at a token, and the token behind it.
func (t *typing) at(tokens []token, i int) (l labelWords, end int, ok bool) {
	for _, l := range t.byWord[tokens[i].key] {
		at, word := i, 0
		for at < len(tokens) && word < len(l.words) && tokens[at].key == l.words[word] {
			at, word = at+1, word+1
			for word < len(l.words) && at < len(tokens) && tokens[at].kind == signToken && strings.Contains(",-–/()", tokens[at].text) {
				at++
			}
		}
		if word == len(l.words) {
			return l, at, true
		}
	}
	return labelWords{}, 0, false
}

// shortLabel is how many words a label has that may be the beginning of many others: only a colon says that a number belongs to it.
const shortLabel = 2

// prose looks for labels with numbers beside them in a paragraph.
func (t *typing) prose(p paragraphText) {
	tokens := tokensOf(p.text)
	for i := 0; i < len(tokens); {
		l, end, ok := t.at(tokens, i)
		if !ok {
			i++
			continue
		}
		if at, colon, found := countBehind(tokens, end); found && (colon || len(l.words) > shortLabel) {
			t.compare(l.label, tokens, at, p)
		} else if at, found := countBefore(tokens, i); found && len(l.words) > shortLabel {
			t.compare(l.label, tokens, at, p)
		}
		i = end
	}
}

// linking are the words that may stand between a label and its number.
var linking = []string{"la", "dat", "co", "gom", "duoc", "tong", "so", "cong", "hon", "gan", "khoang"}

// maxBetween is how many words may stand between a label and its number.
const maxBetween = 3

// countBehind finds the number that belongs to a label that ended before a token.
func countBehind(tokens []token, from int) (at int, colon, ok bool) {
	for i := from; i < len(tokens) && i <= from+maxBetween; i++ {
		switch token := tokens[i]; {
		case token.kind == numeralToken:
			return i, colon, isCount(tokens, i)
		case token.kind == signToken && token.text == ":":
			colon = true
		case token.kind == signToken && strings.Contains("(–-=", token.text) && i == from:
		case token.kind == wordToken && slices.Contains(linking, token.key):
		default:
			return 0, false, false
		}
	}
	return 0, false, false
}

// parting are the words that part a number from a label behind it.
var parting = []string{"va", "trong", "cua", "tren", "cho", "voi", "hoac", "so", "tang", "giam", "den", "tu", "co", "la"}

// countBefore finds the number that counts the label that begins at a token. One word may stand between them: a measure.
func countBefore(tokens []token, begin int) (at int, ok bool) {
	if at = begin - 1; at >= 1 && tokens[at].kind == wordToken && !slices.Contains(parting, tokens[at].key) {
		at--
	}
	return at, at >= 0 && tokens[at].kind == numeralToken && isCount(tokens, at)
}

// row looks for a label cell with a single number cell behind it.
func (t *typing) row(cells []paragraphText) {
	var label *Label
	var numbers []paragraphText
	for i := 0; i < len(cells); {
		n := 1
		for i+n < len(cells) && cells[i+n].place.Cell == cells[i].place.Cell {
			n++
		}
		cell := cells[i]
		for _, more := range cells[i+1 : i+n] {
			cell.text += " " + more.text
		}
		i += n
		tokens := tokensOf(cell.text)
		switch {
		case label == nil && len(tokens) > 0:
			if l, end, ok := t.at(tokens, 0); ok && onlySigns(tokens[end:]) {
				label = l.label
			}
		case strings.ContainsRune(cell.text, thing):
			return
		case len(tokens) > 0 && tokens[0].kind == numeralToken && onlySigns(tokens[1:]):
			numbers = append(numbers, cell)
		}
	}
	if label != nil && len(numbers) == 1 {
		t.compare(label, tokensOf(numbers[0].text), 0, numbers[0])
	}
}

func onlySigns(tokens []token) bool {
	return !slices.ContainsFunc(tokens, func(t token) bool { return t.kind != signToken })
}

// isPlanned reports whether a number says what is wanted and not what is: ít nhất 06, trên 100, từ 05 đến 10.
func isPlanned(tokens []token, at int) bool {
	word := func(back int) string {
		if at >= back && tokens[at-back].kind == wordToken {
			return tokens[at-back].key
		}
		return ""
	}
	switch word(1) {
	case "tren", "duoi", "tu", "den":
		return true
	case "nhat":
		return word(2) == "it" || word(2) == "nhieu"
	case "thieu", "da":
		return word(2) == "toi"
	case "qua":
		return word(2) == "khong"
	case "dau":
		return word(2) == "phan"
	}
	return false
}

// isShare reports whether the data print the label's figure as a percentage.
func (l *Label) isShare() bool {
	return slices.ContainsFunc(l.Texts, func(text string) bool { return strings.Contains(text, "%") })
}

// compare lists a typed number that the data do not confirm.
func (t *typing) compare(l *Label, tokens []token, at int, p paragraphText) {
	typed := tokens[at].text
	if isPlanned(tokens, at) || strings.Contains(typed, "%") && !l.isShare() {
		return
	}
	if scale := scaleOf(tokens, at+1); scale != "" {
		typed += " " + scale
	}
	for _, text := range l.Texts {
		if vntext.Clean(text) == vntext.Clean(typed) || vntext.Clean(text) == tokens[at].text {
			return
		}
	}
	if confirms(l.Value, tokens, at) {
		return
	}
	line := TypedLine{Key: l.Key, Label: l.Words, Place: p.place, Typed: typed, Now: figure.Default(l.Value), Missing: l.Value.IsMissing()}
	if len(l.Texts) > 0 {
		line.Now = l.Texts[0]
	}
	t.lines = append(t.lines, orderedLine{line, p.order})
}

// Marks gives the places where the mark of a missing figure stands outside of a figure: a condition could not be decided when the report was written. Whether
// it can be now nobody can tell from the report, because conditions leave no trace in it.
func (d *Document) Marks() []Place {
	var places []Place
	for _, p := range d.texts {
		if !p.twin && strings.Contains(p.text, figure.Mark) {
			places = append(places, p.place)
		}
	}
	return places
}
