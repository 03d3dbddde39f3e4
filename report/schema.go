package report

import (
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
	"tonghop/templates"
	"tonghop/vntext"
)

// SchemaOf gives what documents can name once there are data: it serves to check a template against the catalogue.
func SchemaOf(c *sheets.Catalogue) templates.Schema { return schemaOf(c, &document) }

func schemaOf(c *sheets.Catalogue, whole *loop) *schema {
	return &schema{loop: whole, catalogue: c.Scope(), c: c, lists: listLoops(c)}
}

// schema is the document, or a row of one of its loops, before there are data. A row knows the names around it too, so that a text
// that is printed inside a loop can be checked by itself.
type schema struct {
	loop      *loop
	catalogue formula.Scope // codes and settings
	c         *sheets.Catalogue
	lists     []loop  // over the list forms of the catalogue; of the document alone
	up        *schema // what is around a row, nil for the document
}

// Known implements formula.Scope.
func (s *schema) Known(name string) bool {
	for at := s; at != nil; at = at.up {
		if at.loop.field(name) != nil || at.up != nil && isRowName(name) {
			return true
		}
	}
	return s.catalogue.Known(name) || isKnownSetting(name)
}

func isRowName(name string) bool {
	return slices.ContainsFunc(templates.RowNames(), func(r templates.RowName) bool { return strings.EqualFold(r.Name, name) })
}

// isKnownSetting reports whether a name is a setting that documents know even where the catalogue has no row for it.
func isKnownSetting(name string) bool {
	key, ok := settingKey(name)
	return ok && slices.ContainsFunc(settings, func(s setting) bool { return s.name == vntext.Fold(key) })
}

// Names implements formula.Scope.
func (s *schema) Names() []string {
	var names []string
	for at := s; at != nil; at = at.up {
		for _, f := range at.loop.fields {
			names = append(names, f.name)
		}
		if at.up != nil {
			for _, r := range templates.RowNames() {
				names = append(names, r.Name)
			}
		}
	}
	for _, known := range settings {
		names = append(names, settingPrefix+known.name)
	}
	return append(names, s.catalogue.Names()...)
}

// Kind implements templates.Schema. What the catalogue calls a yes or no, a category or a text may be counted or listed over units.
func (s *schema) Kind(name string) figure.Kind {
	for at := s; at != nil; at = at.up {
		f := at.loop.field(name)
		if f == nil {
			continue
		}
		if style, ok := figure.StyleNamed(f.style); ok && len(style.Kinds) == 1 {
			return style.Kinds[0]
		}
		return figure.Missing
	}
	if ind := s.c.Indicator(sheets.Code(name)); ind != nil {
		return kindOf(ind)
	}
	return figure.Missing
}

func kindOf(ind *sheets.Indicator) figure.Kind {
	switch ind.Kind {
	case sheets.Count, sheets.Stock, sheets.Money, sheets.Decimal, sheets.Percent, sheets.Ratio:
		return figure.Number
	case sheets.Derived:
		return ind.Formula.Result()
	case sheets.Interval:
		if ind.Rollup != sheets.CountUnits {
			return figure.Range
		}
	case sheets.Day:
		if ind.Rollup != sheets.CountUnits {
			return figure.Date
		}
	}
	return figure.Missing
}

// Words implements formula.Scope.
func (s *schema) Words(function string, before []string) []string {
	return s.catalogue.Words(function, before)
}

// Loop implements templates.Schema.
func (s *schema) Loop(name string) (templates.Schema, bool) {
	if l := s.loop.inner(name); l != nil {
		return s.row(l), true
	}
	if f := s.loop.field(name); f != nil && f.lines {
		return s.row(&paragraphs), true
	}
	if l := listNamed(s.lists, name); l != nil {
		return s.row(l), true
	}
	if _, isSetting := settingKey(name); isSetting && s.up == nil && s.Known(name) {
		return s.row(&paragraphs), true
	}
	return nil, false
}

// row is the schema of a row of a loop inside.
func (s *schema) row(l *loop) *schema { return &schema{loop: l, catalogue: s.catalogue, c: s.c, up: s} }

// Loops implements templates.Schema.
func (s *schema) Loops() []string {
	var names []string
	for _, l := range s.loop.loops {
		names = append(names, l.name)
	}
	for _, f := range s.loop.fields {
		if f.lines {
			names = append(names, f.name)
		}
	}
	for _, l := range s.lists {
		if s.loop.inner(l.name) == nil {
			names = append(names, l.name)
		}
	}
	if s.up != nil {
		return names
	}
	for _, known := range settings {
		names = append(names, settingPrefix+known.name)
	}
	for _, name := range s.catalogue.Names() {
		if _, isSetting := settingKey(name); isSetting && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
