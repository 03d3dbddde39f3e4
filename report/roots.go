package report

import (
	"strings"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/sheets"
	"tonghop/vntext"
)

// Roots are what the sources of a figure come from in the end, each once: figures that units gave, rows of their lists, cells of the catalogue.
func Roots(sources []Source) []aggregate.Root {
	type key struct {
		in   *aggregate.Result
		unit *sheets.Unit
		name string
		pos  sheets.Pos
	}
	seen := make(map[key]bool)
	var roots []aggregate.Root
	for _, s := range sources {
		found := []aggregate.Root{{Name: s.Name, Unit: s.Unit, Pos: s.Pos, Raw: s.Raw}}
		if (s.Pos == sheets.Pos{}) {
			found = s.of.Roots(s.Unit, s.Operand)
		}
		for _, root := range found {
			if k := (key{root.In, root.Unit, root.Name, root.Pos}); !seen[k] {
				seen[k] = true
				roots = append(roots, root)
			}
		}
	}
	return roots
}

// row adds a row of the catalogue.
func (t *tracer) row(d *data, name string, v figure.Value, pos sheets.Pos, raw string) {
	t.add(d, Source{Operand: aggregate.Operand{Name: name, Value: v}, Pos: pos, Raw: raw})
}

// catalogued gives a source that is no figure its cell in the catalogue, where it has one.
func (t *tracer) catalogued(d *data, s Source) Source {
	if s.Indicator == nil && s.Lists == nil && s.Inner == nil {
		if pos, raw := d.Catalogued(s.Name); pos != (sheets.Pos{}) {
			s.Pos, s.Raw, s.Unit = pos, raw, nil
		}
	}
	return s
}

// named adds where a name comes from that is no figure of the data: the row of a unit, of a period, or a setting. What counts units leads to the rows of those
// units and to the files that they sent.
func (t *tracer) named(d *data, name string) {
	v, key := d.Value(name), vntext.Key(name)
	switch {
	case d.row.unit != nil:
		t.row(d, name, v, d.row.unit.Pos, string(d.row.unit.Code))
	case strings.HasPrefix(key, "nop."):
		for _, u := range d.reporting {
			t.row(d, string(u.Code), figure.TextOf(u.Name), u.Pos, string(u.Code))
			if s := d.Batch.Submissions[u.Index]; s != nil {
				t.add(d, Source{Unit: u, Operand: aggregate.Operand{Name: name, Value: v}, Pos: sheets.Pos{File: s.File.Path}})
			}
		}
	case key == "so_giai_trinh":
		for _, at := range acceptedRows(d.source, row{}) {
			t.add(d, Source{Unit: d.Catalogue.Units.Unit(at.finding.Unit), Operand: aggregate.Operand{Name: name, Value: v}, Pos: at.finding.Pos, Raw: at.finding.Raw})
		}
	case strings.HasPrefix(key, "don_vi.") && d.Unit != nil:
		t.row(d, name, v, d.Unit.Pos, string(d.Unit.Code))
	default:
		pos, raw := d.Catalogued("thong_tin." + key)
		if (pos == sheets.Pos{}) { // the date of a report without a date of its own is the last day of the period
			pos, raw = d.Batch.Period.Pos, d.Batch.Period.Code
		}
		t.row(d, name, v, pos, raw)
	}
}
