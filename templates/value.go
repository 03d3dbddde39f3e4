package templates

import (
	"strings"

	"tonghop/figure"
	"tonghop/lang"
)

// value is a tag that prints something.
type value struct {
	tag   *tag
	looks looks
}

// Missing is a figure that a document prints as a mark because it is missing, or a condition that could not be decided.
type Missing struct {
	Place Place
	// Tag is the tag as it was typed.
	Tag string
	// Gaps name what is missing, as in figure.Value; formula.GapText puts each into words. Empty where the answer is "không áp dụng".
	Gaps []string
}

var (
	findingStyle = lang.Format{
		Vi: "Kiểu in “%s” không dùng được cho giá trị này; đã in theo cách thường dùng: “%s”. Chọn kiểu in khác.",
		En: "The style “%s” cannot print this value; it was printed in the usual way: “%s”. Choose another style."}
	findingCharacters = lang.Format{
		Vi: "Giá trị có %d ký tự không hợp lệ trong tệp Word; đã bỏ các ký tự đó. Gõ lại văn bản ở nơi nhập.",
		En: "The value holds %d characters that a Word file cannot hold; they were left out. Type the text again where it was entered."}
	partialText = lang.Format{Vi: " (số liệu %d/%d %s)", En: " (%d/%d %s reported)"}
)

func (v *value) fill(f *filling, d *scope) {
	f.print(v.tag, v.looks, v.tag.expr.Eval(d), d, 0)
}

// print writes a value. A missing one is written as a mark and listed; text of the catalogue may hold tags of its own.
func (f *filling) print(t *tag, l looks, v figure.Value, d *scope, depth int) {
	look := l.plain
	if t.bold {
		look = l.bold
	}
	switch v.Kind {
	case figure.Missing:
		f.miss(t, v)
		look = l.marked
	case figure.Text:
		if t.sole && len(t.styles) == 0 && strings.ContainsAny(v.Text, "\n\r\v") {
			f.paragraphs(t, look, v.Text)
			return
		}
	case figure.Prose:
		if len(t.styles) == 0 {
			f.prose(t, l, v.Text, d, depth)
			return
		}
	}
	text, misfit := t.words(v, d)
	if misfit != "" {
		f.findings.add(t, findingStyle.With(misfit, shorten(figure.Default(v), 60)))
	}
	if t.measured && v.Kind == figure.Number && d.measure(t.names) == "" {
		f.findings.add(t, findingNoMeasure.With())
	}
	f.control(t, l, look, v, text, d)
}

// words puts a value into words: with the styles of the tag, else with the style that its name has, else as its kind is printed. A partial figure
// is followed by its coverage. misfit names a style that cannot print the value, which is then printed in the usual way.
func (t *tag) words(v figure.Value, d *scope) (text, misfit string) {
	if v.Kind == figure.Missing {
		return figure.Mark, ""
	}
	text, misfit = t.styled(v, d)
	text = t.withMeasure(text, v, d)
	if v.Partial() && v.Kind != figure.NotApplicable && !t.bare {
		text += partialText.With(v.Have, v.Expected, v.Counted.Noun()).In(lang.Vi)
	}
	return text, misfit
}

func (t *tag) styled(v figure.Value, d *scope) (text, misfit string) {
	styles := t.styles
	if len(styles) == 0 && t.name != "" {
		if style, ok := d.style(t.name); ok {
			styles = []figure.Style{style}
		}
	}
	if v.Kind == figure.Prose {
		v = figure.TextOf(v.Text)
	}
	if len(styles) == 0 {
		return figure.Default(v), ""
	}
	printed := v
	for _, style := range styles {
		text, ok := style.Print(printed)
		if !ok {
			return figure.Default(v), style.Name
		}
		printed = figure.TextOf(text)
	}
	return printed.Text, ""
}

// miss lists a value that is missing.
func (f *filling) miss(t *tag, v figure.Value) {
	m := Missing{Place: t.place, Tag: t.typed, Gaps: v.Gaps}
	f.missing.add(m, strings.Join(append([]string{t.place.String(), t.typed}, v.Gaps...), "\x00"))
}

// lineBreaks are the other ways to break a line.
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n")

// run writes a text as a run of its own.
func (f *filling) run(t *tag, look []byte, text string) {
	if text == "" {
		return
	}
	if t.plain {
		f.plainText(t, text)
		return
	}
	if !isBlank(text) {
		f.visible++
	}
	dropped := 0
	f.out, dropped = appendText(append(f.out, look...), f.prefix, text)
	f.out = append(append(append(f.out, "</"...), f.prefix...), "r>"...)
	if dropped > 0 {
		f.findings.add(t, findingCharacters.With(dropped))
	}
}

// appendText writes the content of a run. Line breaks and tabs are elements in Word, not characters. dropped tells how many characters a
// Word file has no place for.
func appendText(out []byte, w, text string) (_ []byte, dropped int) {
	if text != "" && isHarmless(text) {
		out = append(append(append(out, '<'), w...), `t xml:space="preserve">`...)
		return append(append(append(append(out, text...), "</"...), w...), "t>"...), 0
	}
	if strings.ContainsAny(text, "\r\v") {
		text = lineBreaks.Replace(text)
	}
	for text != "" {
		i := strings.IndexAny(text, "\n\t")
		if i < 0 {
			i = len(text)
		}
		if i > 0 {
			var n int
			out = append(append(append(out, '<'), w...), `t xml:space="preserve">`...)
			out, n = escapeText(out, text[:i])
			out = append(append(append(out, "</"...), w...), "t>"...)
			dropped += n
		}
		if i < len(text) {
			name := "br/>"
			if text[i] == '\t' {
				name = "tab/>"
			}
			out = append(append(append(out, '<'), w...), name...)
			i++
		}
		text = text[i:]
	}
	return out, dropped
}
