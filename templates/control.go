package templates

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"tonghop/figure"
)

// How a figure stays alive: it is written into a content control whose tag is its key, with a bookmark around it whose name is a hash of
// the key. Word keeps the tag and the title when people edit, format, move and copy the control; LibreOffice 7.4 keeps the bookmark, and the
// title of a control for plain text. LibreOffice shows the text of such a control without the formatting of its runs, and puts line breaks in front of it. So
// only a figure that looks like its paragraph and has no line break goes into a control for plain text, every other one into a control for rich text.

// livingFigures is what the controls of one document have in common.
type livingFigures struct {
	printed []Figure
	// times counts how often each reference was printed, because the names of bookmarks are unique.
	times map[string]int
	// tags remembers of each tag of the template what is the same for all its figures: the rows of a loop have the same names.
	tags map[*tag]*livingTag
}

// livingTag is what is the same for all figures of a tag.
type livingTag struct {
	// outwards is how many rows outwards they are named from, as anchor gives it.
	outwards int
	title    title
	titled   bool // title is known
}

// title is what figures are called in Word.
type title struct {
	text    string
	escaped []byte
	length  int // as Word counts
}

func newTitle(text string) title { return title{text, escapeAttribute(nil, text), wordLength(text)} }

func newLivingFigures(expected int) *livingFigures {
	return &livingFigures{printed: make([]Figure, 0, expected), times: make(map[string]int, expected), tags: map[*tag]*livingTag{}}
}

// control writes a figure, or mere text where it is none or no control can stand.
func (f *filling) control(t *tag, l looks, look []byte, v figure.Value, text string, d *scope) {
	if f.living == nil || f.uncontrolled() || text == "" || !t.isFigure(v, d) {
		f.run(t, look, text)
		return
	}
	of := f.livingTag(t, d)
	if d = d.outwards(of.outwards); d == nil {
		f.run(t, look, text)
		return
	}
	if f.markup == nil {
		f.markup = newControlMarkup(f.prefix, string(f.appearance))
	}
	m, bookmark := f.markup, f.ids.fresh(bookmarkStart, "")
	key, times := f.record(t, v, text, d)
	f.add(m.begin, bookmark, m.name)
	f.out = f.bookmarkOf(f.out, key, times)
	f.add(m.alias)
	f.out = appendAlias(f.out, f.title(of, t, d), key)
	f.add(m.tag)
	f.out = escapeAttribute(f.out, key)
	f.add(m.id, f.ids.fresh(controlID, ""), m.appearance)
	if l.free && !t.bold && !v.IsMissing() && !strings.ContainsAny(text, "\r\n\v") {
		f.add(m.text)
	}
	f.add(m.content)
	f.run(t, look, text)
	f.add(m.end, bookmark, m.shut)
}

// controlMarkup is what stands between the parts of a control, in the order in which it is written.
type controlMarkup struct{ begin, name, alias, tag, id, appearance, text, content, end, shut string }

func newControlMarkup(w, appearance string) *controlMarkup {
	return &controlMarkup{
		begin:      "<" + w + "bookmarkStart " + w + `id="`,
		name:       `" ` + w + `name="`,
		alias:      `"/><` + w + "sdt><" + w + "sdtPr><" + w + "alias " + w + `val="`,
		tag:        `"/><` + w + "tag " + w + `val="`,
		id:         `"/><` + w + "id " + w + `val="`,
		appearance: `"/>` + appearance,
		text:       "<" + w + "text/>",
		content:    "</" + w + "sdtPr><" + w + "sdtContent>",
		end:        "</" + w + "sdtContent></" + w + "sdt><" + w + "bookmarkEnd " + w + `id="`,
		shut:       `"/>`,
	}
}

// add appends text to what was written.
func (f *filling) add(parts ...string) {
	for _, part := range parts {
		f.out = append(f.out, part...)
	}
}

// record keeps a figure that is being printed. It gives its key, and how many times it was printed by now.
func (f *filling) record(t *tag, v figure.Value, text string, d *scope) (key string, times int) {
	reference := d.to().text + t.printing
	printed := newFigure(t, v, text, d)
	printed.Key = shortKey(reference)
	f.living.printed = append(f.living.printed, printed)
	f.living.times[reference]++
	return printed.Key, f.living.times[reference]
}

// livingTag gives what is known of the figures of a tag, of which d is the row that it is printed in.
func (f *filling) livingTag(t *tag, d *scope) *livingTag {
	of := f.living.tags[t]
	if of == nil {
		of = &livingTag{outwards: t.anchor(d)}
		if !t.fleeting {
			f.living.tags[t] = of
		}
	}
	return of
}

// uncontrolled reports whether the part can hold no controls of ours: where WordprocessingML has no prefix, attributes would need one.
func (f *filling) uncontrolled() bool { return f.prefix == "" }

// bookmarkOf appends the name of the bookmark of a figure that is printed for the nth time.
func (f *filling) bookmarkOf(out []byte, key string, n int) []byte {
	from := len(out)
	out = appendHash(append(out, bookmarkPrefix...), key)
	if n == 1 && !f.ids.used.names[string(out[from:])] {
		return out
	}
	name := string(out[from:])
	for ; ; n++ {
		if numbered := name + "_" + strconv.Itoa(n); !f.ids.used.names[numbered] && !f.ids.given[numbered] {
			f.ids.given[numbered] = true
			return append(out[:from], numbered...)
		}
	}
}

// title says what the figures of a tag are: the titles of the names in its expression.
func (f *filling) title(of *livingTag, t *tag, d *scope) title {
	if of.titled {
		return of.title
	}
	var titles []string
	for _, name := range t.names {
		if fact, ok := d.fact(name); ok && fact.Title != "" {
			titles = append(titles, fact.Title)
		}
	}
	of.title, of.titled = newTitle(strings.Join(titles, "; ")), true
	return of.title
}

// appendAlias appends the title of a control as the value of an attribute.
func appendAlias(out []byte, t title, key string) []byte {
	if room := maxAlias - wordLength(key) - len(" []"); t.text == "" || room < leastTitle || room < t.length {
		return escapeAttribute(out, alias(t.text, key))
	}
	out = append(append(out, t.escaped...), " ["...)
	return append(escapeAttribute(out, key), ']')
}

// alias is the title of a control: that of the figure, shortened to what Word allows, and the whole key in brackets.
func alias(title, key string) string {
	end := " [" + key + "]"
	room := maxAlias - wordLength(end)
	if title == "" || room < leastTitle {
		return end[1:]
	}
	if wordLength(title) <= room {
		return title + end
	}
	short, length := 0, wordLength("…")
	for i, r := range title {
		if length += utf16.RuneLen(r); length > room {
			break
		}
		short = i + utf8.RuneLen(r)
	}
	return strings.TrimRight(title[:short], " ,;") + "…" + end
}

// leastTitle is how much of a title has to be left to be worth showing.
const leastTitle = 12

// wordLength counts characters as Word does.
func wordLength(text string) int {
	n := 0
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	return n
}

// The namespaces of a hidden appearance.
const (
	appearanceSpace    = "http://schemas.microsoft.com/office/word/2012/wordml"
	compatibilitySpace = "http://schemas.openxmlformats.org/markup-compatibility/2006"
)

// declaration is what the root element of a part has to say so that its controls may be hidden.
type declaration struct {
	root       []byte // the opening tag with what was added, nil where nothing has to be
	tag        span   // where the opening tag stands in the part
	appearance []byte // the property of a control, nothing where the part cannot take it
}

// declare works out what has to be added to the opening tag of a part.
func declare(part []byte, tag span) declaration {
	d, root := declaration{tag: tag}, part[tag.start:tag.end]
	hide, added := namespacePrefix(root, appearanceSpace), ""
	if hide == "" {
		if hide = "w15"; bytes.Contains(root, []byte("xmlns:w15=")) {
			return d
		}
		added += ` xmlns:w15="` + appearanceSpace + `"`
	}
	compatible := namespacePrefix(root, compatibilitySpace)
	if compatible == "" {
		if compatible = "mc"; bytes.Contains(root, []byte("xmlns:mc=")) {
			return d
		}
		added += ` xmlns:mc="` + compatibilitySpace + `"`
	}
	d.appearance = []byte("<" + hide + ":appearance " + hide + `:val="hidden"/>`)
	end := len(root) - 1
	at, found := attribute(root, compatible+":Ignorable")
	switch {
	case !found:
		added += " " + compatible + `:Ignorable="` + hide + `"`
		d.root = []byte(string(root[:end]) + added + string(root[end:]))
	case !bytes.Contains([]byte(" "+string(root[at.start:at.end])+" "), []byte(" "+hide+" ")):
		d.root = []byte(string(root[:at.end]) + " " + hide + string(root[at.end:end]) + added + string(root[end:]))
	case added != "":
		d.root = []byte(string(root[:end]) + added + string(root[end:]))
	}
	return d
}

// namespacePrefix gives the prefix that a root element binds to a namespace, "" where there is none.
func namespacePrefix(root []byte, space string) string {
	for rest := root; ; {
		i := bytes.Index(rest, []byte(space))
		if i < 2 || i+len(space) >= len(rest) {
			return ""
		}
		whole := rest[i+len(space)] == '"' || rest[i+len(space)] == '\''
		before := bytes.TrimRight(rest[:i-1], " \t\r\n=")
		rest = rest[i+len(space):]
		if at := bytes.LastIndex(before, []byte("xmlns:")); whole && at >= 0 {
			if name := string(before[at+len("xmlns:"):]); name != "" && !strings.ContainsAny(name, " \t\r\n\"'=") {
				return name
			}
		}
	}
}

// written gives the bytes of a part with its root declared.
func (d declaration) written(part []byte) []byte {
	if d.root == nil {
		return part
	}
	return slices.Concat(part[:d.tag.start], d.root, part[d.tag.end:])
}
