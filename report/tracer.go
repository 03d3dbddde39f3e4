package report

import (
	"slices"
	"strings"

	"tonghop/formula"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/templates"
)

// Tracer leads from the figures of one document to what they were worked out from. It remembers the rows of loops and belongs to one goroutine.
type Tracer struct {
	document *data
	rows     map[string]map[string]*data // by the way to the loop, then by the key of the row
}

// NewTracer makes the tracer of a document; d is what New gave.
func NewTracer(d templates.Data) *Tracer {
	return &Tracer{document: d.(*data), rows: make(map[string]map[string]*data)}
}

// Sources leads from a figure of the document to what it was worked out from. ok is false where its row is gone.
func (r *Tracer) Sources(f templates.Figure) (sources []Source, ok bool) {
	around, ok := r.rowsOf(f)
	expr, faults := formula.Parse(f.Expression)
	if !ok || len(faults) > 0 {
		return nil, false
	}
	t := tracer{around: around, seen: map[string]bool{}}
	t.expression(expr)
	return t.sources, true
}

// rowsOf are the document and the rows that lead to a figure, the innermost last. ok is false where one is gone.
func (r *Tracer) rowsOf(f templates.Figure) (around []*data, ok bool) {
	around, way := []*data{r.document}, ""
	for _, step := range f.Path {
		way += step.Loop
		row := r.row(around, way, step)
		if row == nil {
			return nil, false
		}
		around = append(around, row)
		way += "[" + step.Row + "]"
	}
	return around, true
}

// row finds the row to which a step leads, in the loop of the innermost row that has it.
func (r *Tracer) row(around []*data, way string, step templates.Step) *data {
	rows, known := r.rows[way]
	if !known {
		rows = make(map[string]*data)
		for _, d := range slices.Backward(around) {
			if found, ok := d.Rows(step.Loop); ok {
				for _, row := range found {
					if key := row.Key(); rows[key] == nil {
						rows[key] = row.(*data)
					}
				}
				break
			}
		}
		r.rows[way] = rows
	}
	return rows[step.Row]
}

// About says what the names of a figure's expression are: figures by their names, names of rows by what they are, with the rows to which they belong. Functions have no
// names.
func (r *Tracer) About(f templates.Figure) []lang.Message {
	around, ok := r.rowsOf(f)
	expr, faults := formula.Parse(f.Expression)
	if !ok || len(faults) > 0 {
		return nil
	}
	var said []lang.Message
	for _, name := range expr.Names() {
		for _, d := range slices.Backward(around) {
			field, ind := d.loop.field(name), d.Catalogue.Indicator(sheets.Code(name))
			switch {
			case field != nil && d.row.indicator != nil && name == valueField.name:
				said = append(said, indicatorTitle(d.row.indicator))
			case field != nil && d.loop.root:
				said = append(said, field.doc.With())
			case field != nil:
				said = append(said, lang.Format{Vi: "%s: %s", En: "%s: %s"}.With(strings.Join(keysOf(f.Path), " › "), field.doc))
			case ind != nil && d.narrow && d.row.unit != nil:
				said = append(said, lang.Format{Vi: "%s: %s", En: "%s: %s"}.With(d.row.unit.Name, indicatorTitle(ind)))
			case ind != nil && d.loop.root:
				said = append(said, indicatorTitle(ind))
			default:
				continue
			}
			break
		}
	}
	return said
}

func indicatorTitle(ind *sheets.Indicator) lang.Message {
	if ind.Measure == "" {
		return lang.Format{Vi: "%s", En: "%s"}.With(ind.Name)
	}
	return lang.Format{Vi: "%s (%s)", En: "%s (%s)"}.With(ind.Name, ind.Measure)
}

func keysOf(path []templates.Step) []string {
	var keys []string
	for _, step := range path {
		if step.Row != blankKey {
			keys = append(keys, step.Row)
		}
	}
	return keys
}
