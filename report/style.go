package report

import (
	"iter"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// styleOf is the style of an expression: that of the figure that it consists of, a percentage for a quotient of several, else that which all
// its figures share. It does not depend on whether the figures are there.
func styleOf(c *sheets.Catalogue, e *formula.Expr) string {
	if e == nil {
		return ""
	}
	if ind := bare(c, e); ind != nil {
		return printStyle(ind)
	}
	if e.Eval(sample{c}).Num != nil {
		return "pt"
	}
	style := ""
	for i, name := range e.Names() {
		ind := c.Indicator(sheets.Code(name))
		if ind == nil || i > 0 && printStyle(ind) != style {
			return "so"
		}
		style = printStyle(ind)
	}
	if style == "" {
		return "so"
	}
	return style
}

// sample is an env in which every figure has some value, to see what kind of value an expression gives.
type sample struct{ c *sheets.Catalogue }

// Value implements formula.Env. Different names stand for different numbers, so that no difference is zero.
func (s sample) Value(name string) figure.Value {
	at := len(s.c.Indicators)
	for i, ind := range s.c.Indicators {
		if ind == s.c.Indicator(sheets.Code(name)) {
			at = i
		}
	}
	if at < len(s.c.Indicators) {
		switch s.c.Indicators[at].Kind {
		case sheets.YesNo:
			return figure.BoolOf(true)
		case sheets.Category, sheets.Words:
			return figure.TextOf(name)
		}
	}
	return figure.Int(1000 + 7*at*at)
}

// Units implements formula.Env: there is one unit.
func (s sample) Units([]string) iter.Seq[formula.Env] {
	return func(yield func(formula.Env) bool) { yield(s) }
}

// Ask implements formula.Env.
func (s sample) Ask(string, []string) figure.Value { return figure.Int(3) }

// show prints a value in a style, or as it is where the style does not fit.
func show(style string, v figure.Value) string {
	if s, ok := figure.StyleNamed(style); ok {
		if text, ok := s.Print(v); ok {
			return text
		}
	}
	return figure.Default(v)
}

// styleThat finds a style that prints a value as the given text: the wanted one, else any.
func styleThat(wanted string, v figure.Value, text string) (string, bool) {
	for _, name := range append([]string{wanted}, figure.StyleNames()...) {
		if s, ok := figure.StyleNamed(name); ok {
			if printed, ok := s.Print(v); ok && printed == text {
				return name, true
			}
		}
	}
	return "", false
}

// asText gives a value such that a document can print it as the given text: the number itself where a style prints it so, else the text.
func asText(v figure.Value, text string) figure.Value {
	if _, ok := styleThat("", v, text); ok || v.Kind != figure.Number {
		return v
	}
	return figure.TextOf(text).Covered(v.Have, v.Expected)
}
