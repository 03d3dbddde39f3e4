package templates

import "tonghop/figure"

// Figure is a figure that a document prints: a number, a share, a range, a date, an answer of yes or no, a list, a text that the data
// worked out, or the mark of one that is missing. Settings and names are no figures.
type Figure struct {
	// Key names the figure in its document: its reference, shortened where it is too long for Word.
	Key string
	// Expression is what is evaluated, in canonical spelling, in the row to which Path leads.
	Expression string
	Path       []Step
	// Styles are those that the tag names and that change what is printed.
	Styles []string
	// Names are the names that the expression looks up.
	Names []string
	// Text is what is printed, with all that is added to it.
	Text string
	// Value is the exact value as figure.Plain writes it, "" where there is none.
	Value string
	// Gaps name what is missing; Missing is true where the mark of a missing figure is printed.
	Missing bool
	Gaps    []string
	// Have of Expected units stand behind the figure. Expected is 0 where units do not count.
	Have, Expected int
	// Place is where the figure was printed. It is not part of the provenance.
	Place Place
}

// Reference is the full name of the figure, of which Key may be a shortened form.
func (f Figure) Reference() string {
	text := ""
	for _, s := range f.Path {
		text += stepText(s)
	}
	text += f.Expression
	for _, s := range f.Styles {
		text += " | " + s
	}
	return text
}

// isFigure reports whether what a tag prints is a figure. What is constant is none, nor is what depends on the number of its row: nothing would find it
// again when rows come and go.
func (t *tag) isFigure(v figure.Value, d *scope) bool {
	if t.uncontrolled || t.nameless {
		return false
	}
	switch v.Kind {
	case figure.Prose:
		return false
	case figure.Text:
		if t.name != "" {
			fact, _ := d.fact(t.name)
			return fact.Derived
		}
	}
	return true
}

// anchor gives the row on which a tag depends, seen from the row in which it stands: the innermost that knows one of its names, or, where it asks functions, the
// innermost that is a thing of the data. A figure is named from there, so that it has one name wherever it is printed. outwards counts the rows
// that are left; it is -1 where the figure cannot be found again, because a row on the way has no key.
func (t *tag) anchor(d *scope) (outwards int) {
	for at := d; at.outer != nil; at = at.outer {
		if at.knowsAny(t.names) || t.asks && at.to().row != "" {
			for ; at.outer != nil; at = at.outer {
				if at.to().row == "" {
					return -1
				}
			}
			return outwards
		}
		outwards++
	}
	return outwards
}

// newFigure describes what a tag prints in a row.
func newFigure(t *tag, v figure.Value, text string, d *scope) Figure {
	f := Figure{
		Expression: t.expression, Path: d.to().steps, Styles: t.kept, Names: t.names,
		Text: text, Value: figure.Plain(v), Missing: v.IsMissing(), Place: t.place,
	}
	if v.IsMissing() {
		f.Gaps = v.Gaps
	}
	if v.Kind == figure.NotApplicable {
		return f
	}
	f.Have, f.Expected = v.Have, v.Expected
	return f
}
