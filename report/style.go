package report

import (
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// styleOf is the style of an expression: that of the figure that it consists of; of a quotient a percentage where it is a share of something in the
// same unit of measure (people of people) and a plain number where it is not (meetings per month); else that which all its figures share. It does not
// depend on whether the figures are there.
func styleOf(c *sheets.Catalogue, e *formula.Expr) string {
	if e == nil {
		return ""
	}
	if ind := bare(c, e); ind != nil {
		return printStyle(ind)
	}
	if isQuotient, isShare := divides(c, e); isShare {
		return "pt"
	} else if isQuotient {
		return "thap_phan"
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
	return figure.TextOf(text).CoveredAs(v)
}
