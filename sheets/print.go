package sheets

import "tonghop/figure"

// PrintStyle is the name of the style in which reports print the figure: its Định dạng, else that of its kind.
func (ind *Indicator) PrintStyle() string {
	if ind.Style != "" {
		return ind.Style
	}
	switch ind.Kind {
	case Money:
		return "tien"
	case Percent:
		return "pt2"
	case Ratio:
		return "nm"
	case Interval:
		return "khoang"
	case Day:
		return "ngay_ngan"
	case Decimal, Derived:
		return "thap_phan"
	}
	return "so0"
}

// Shown is a value of the figure as reports print it.
func (ind *Indicator) Shown(v figure.Value) string {
	if style, ok := figure.StyleNamed(ind.PrintStyle()); ok && (v.Kind == figure.Number || v.Kind == figure.Range || v.Kind == figure.Date) {
		if text, ok := style.Print(v); ok {
			return text
		}
	}
	if v.Kind == figure.Text {
		for _, option := range ind.Options {
			if sameWord(option.Code, v.Text) {
				return option.Label
			}
		}
	}
	return figure.Default(v)
}
