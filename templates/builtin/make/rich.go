package main

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
)

// mark finds the marks of rich. Tags are matched as a whole so that nothing inside them is taken for a mark.
var mark = regexp.MustCompile(`\{\{.*?\}\}|\\.|\*\*|__|\|\||\[\^\d+\]|\t|\n`)

// rich turns text with marks into runs: ** switches bold, __ switches italic, || switches to upright where the style is bold or italic, [^1] is the reference to footnote
// 1; a tab and a new line are what they are, and so is what follows a backslash.
func rich(text string) string {
	var runs runWriter
	for text != "" {
		at := mark.FindStringIndex(text)
		if at == nil {
			break
		}
		runs.text(text[:at[0]])
		runs.mark(text[at[0]:at[1]])
		text = text[at[1]:]
	}
	runs.text(text)
	runs.flush()
	return runs.out.String()
}

// runWriter gathers text of one formatting into one run.
type runWriter struct {
	out                   strings.Builder
	pending               strings.Builder
	bold, italic, upright bool
}

func (r *runWriter) mark(m string) {
	switch {
	case m == "**":
		r.flush()
		r.bold = !r.bold
	case m == "__":
		r.flush()
		r.italic = !r.italic
	case m == "||":
		r.flush()
		r.upright = !r.upright
	case m == "\t":
		r.flush()
		r.out.WriteString(`<w:r>` + r.format() + `<w:tab/></w:r>`)
	case m == "\n":
		r.flush()
		r.out.WriteString(`<w:r>` + r.format() + `<w:br/></w:r>`)
	case strings.HasPrefix(m, "[^"):
		r.flush()
		fmt.Fprintf(&r.out, `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%s"/></w:r>`, strings.Trim(m, "[^]"))
	case m[0] == '\\':
		r.text(m[1:])
	default:
		r.text(m)
	}
}

func (r *runWriter) text(s string) { r.pending.WriteString(s) }

// flush writes the gathered text as a run.
func (r *runWriter) flush() {
	if r.pending.Len() == 0 {
		return
	}
	fmt.Fprintf(&r.out, `<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>`, r.format(), escape(r.pending.String()))
	r.pending.Reset()
}

// format gives the run properties. Upright sets off what a bold or italic style would give.
func (r *runWriter) format() string {
	var b strings.Builder
	if r.bold || r.upright {
		b.WriteString(toggle("b", r.bold))
	}
	if r.italic || r.upright {
		b.WriteString(toggle("i", r.italic))
	}
	if b.Len() == 0 {
		return ""
	}
	return `<w:rPr>` + b.String() + `</w:rPr>`
}

func toggle(name string, on bool) string {
	if on {
		return `<w:` + name + `/>`
	}
	return `<w:` + name + ` w:val="0"/>`
}

// escape writes text for XML. Quotation marks stay as they are, because text and not an attribute is written.
func escape(s string) string {
	var b strings.Builder
	// A strings.Builder never fails.
	_ = xml.EscapeText(&b, []byte(s))
	return strings.ReplaceAll(b.String(), "&#34;", `"`)
}
