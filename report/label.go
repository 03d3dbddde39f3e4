package report

import (
	"strings"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/sheets"
	"tonghop/templates"
	"tonghop/vntext"
)

// Labels gives the names of the figures that are numbers, with what documents about a unit print for them, so that numbers which somebody typed beside
// a name can be compared with the data. What stands in brackets behind a name explains it and is not written in reports. A name that two
// figures have is left out: nobody knows which of them was meant.
func Labels(r *aggregate.Result, opt Options) []templates.Label {
	d := New(r, opt)
	var labels []templates.Label
	times := make(map[string]int)
	for _, ind := range r.Catalogue.Indicators {
		if !isNumber(ind) {
			continue
		}
		words, _, _ := strings.Cut(ind.Name, "(")
		v, style := d.Value(string(ind.Code)), printStyle(ind)
		texts := []string{show(style, v), figure.Default(v)}
		labels = append(labels, templates.Label{Key: string(ind.Code), Words: strings.TrimSpace(words), Value: v, Texts: texts})
		times[vntext.Fold(words)]++
	}
	kept := labels[:0]
	for _, l := range labels {
		if times[vntext.Fold(l.Words)] == 1 {
			kept = append(kept, l)
		}
	}
	return kept
}

// isNumber reports whether a figure is printed as a number.
func isNumber(ind *sheets.Indicator) bool {
	switch ind.Kind {
	case sheets.YesNo, sheets.Category, sheets.Words, sheets.Day:
		return ind.Rollup == sheets.CountUnits
	}
	return true
}
