package templates

import (
	"cmp"
	"slices"

	"tonghop/figure"
	"tonghop/vntext"
)

// rows gives the rows of the loop that a tag names, chosen and sorted as the tag asks, each in its surroundings and numbered. ok is false where
// there is no such loop.
func (f *filling) rows(t *tag, d *scope) (rows []*scope, ok bool) {
	if t.name == "" {
		return nil, false
	}
	all, ok := d.rows(t.name)
	if !ok {
		return nil, false
	}
	loop := loopKey(t.name)
	rows = make([]*scope, len(all))
	for i, row := range all {
		rows[i] = &scope{data: row, outer: d, loop: loop}
	}
	enumerate(rows)
	for _, s := range t.steps {
		rows = s.apply(f, t, s, rows)
		enumerate(rows)
	}
	return rows, true
}

// enumerate gives rows their numbers. It is done before each step, too, so that a condition may ask for them.
func enumerate(rows []*scope) {
	for i, row := range rows {
		row.ordinal, row.of = i+1, len(rows)
	}
}

// chooseRows keeps the rows of which a condition holds. A row that cannot be judged is no row that failed: it is listed as missing.
func chooseRows(f *filling, t *tag, s step, rows []*scope) []*scope {
	return slices.DeleteFunc(rows, func(row *scope) bool {
		v := s.expr.Eval(row)
		switch v.Kind {
		case figure.Bool:
			return !v.Bool
		case figure.Text, figure.Prose:
			return isBlank(v.Text)
		case figure.List:
			return len(v.Items) == 0
		case figure.Missing:
			f.miss(t, v)
		case figure.NotApplicable:
		default:
			f.findings.add(t, faultStepCondition.With(s.Name, s.expr.String(), s.Example))
		}
		return true
	})
}

// sortRows sorts rows by a key in the direction of sign, those with equal keys as they were. What has no key stands last in both directions, and what is
// missing is listed: nobody knows where the row belongs.
func sortRows(sign int) func(*filling, *tag, step, []*scope) []*scope {
	return func(f *filling, t *tag, s step, rows []*scope) []*scope {
		type keyed struct {
			row *scope
			key figure.Value
		}
		all := make([]keyed, len(rows))
		for i, row := range rows {
			all[i] = keyed{row, s.expr.Eval(row)}
			if all[i].key.Kind == figure.Missing {
				f.miss(t, all[i].key)
			}
		}
		compare := keyOrder(sign)
		slices.SortStableFunc(all, func(a, b keyed) int { return compare(a.key, b.key) })
		sorted := make([]*scope, len(all))
		for i, k := range all {
			sorted[i] = k.row
		}
		return sorted
	}
}

// keyOrder compares the keys of rows: first by what kind of thing they are, then by size or by the dictionary.
func keyOrder(sign int) func(a, b figure.Value) int {
	dictionary := vntext.Order()
	return func(a, b figure.Value) int {
		if first := cmp.Compare(keyRank(a), keyRank(b)); first != 0 {
			return first
		}
		switch a.Kind {
		case figure.Number:
			return sign * a.Rat.Cmp(b.Rat)
		case figure.Range:
			return sign * cmp.Or(a.Rat.Cmp(b.Rat), a.High.Cmp(b.High))
		case figure.Date:
			return sign * a.Date.Compare(b.Date)
		case figure.Missing, figure.NotApplicable:
			return 0
		case figure.Bool:
			return sign * cmp.Compare(truthRank(a), truthRank(b))
		}
		return sign * dictionary(figure.Default(a), figure.Default(b))
	}
}

func keyRank(v figure.Value) int {
	switch v.Kind {
	case figure.Number:
		return 0
	case figure.Range:
		return 1
	case figure.Date:
		return 2
	case figure.Bool:
		return 3
	case figure.NotApplicable:
		return 5
	case figure.Missing:
		return 6
	}
	return 4
}

func truthRank(v figure.Value) int {
	if v.Bool {
		return 1
	}
	return 0
}

// firstRows keeps the first rows.
func firstRows(_ *filling, _ *tag, s step, rows []*scope) []*scope {
	return rows[:min(s.count, len(rows))]
}
