package report

import (
	"strconv"

	"tonghop/sheets"
	"tonghop/templates"
)

// Key implements templates.Data.
func (d *data) Key() string { return d.row.key }

// blankKey stands for the key of what has none in the catalogue, such as the only part of a target.
const blankKey = "_"

// rowKeys makes the keys of the rows of a loop: what is typed twice in the catalogue is told apart.
type rowKeys map[string]int

func (k rowKeys) next(key string) string {
	if key == "" {
		key = blankKey
	}
	if k[key]++; k[key] > 1 {
		return key + "#" + strconv.Itoa(k[key])
	}
	return key
}

// Fact implements templates.Data.
func (d *data) Fact(name string) (templates.Fact, bool) {
	if f := d.loop.field(name); f != nil {
		if d.row.indicator != nil && f.name == valueField.name {
			return templates.Fact{Title: d.row.indicator.Name, Measure: measureOf(d.row.indicator), Derived: true}, true
		}
		return templates.Fact{Title: f.doc.Vi, Derived: f.derived}, true
	}
	if ind := d.Catalogue.Indicator(sheets.Code(name)); ind != nil && (d.narrow || d.loop.root) {
		return templates.Fact{Title: ind.Name, Measure: measureOf(ind), Derived: ind.Kind != sheets.Words}, true
	}
	return templates.Fact{}, false
}

// measureOf is the unit of measure in which a figure is kept. Money is kept in đồng, whatever it is typed in.
func measureOf(ind *sheets.Indicator) string {
	switch ind.Kind {
	case sheets.Money:
		return "đồng"
	case sheets.Percent:
		return "%"
	}
	return ind.Measure
}
