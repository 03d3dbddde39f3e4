package report

import (
	"iter"
	"slices"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// divides tells whether an expression gives a quotient, and whether that is a share: a figure of another in the same unit of measure. It is tried
// out, over made-up figures and once more with those of every unit of measure multiplied by a factor of its own, as if people were counted in
// dozens and money in dollars. A share, and a figure in
// percents, stay what they are.
func divides(c *sheets.Catalogue, e *formula.Expr) (isQuotient, isShare bool) {
	once := e.Eval(newSample(c, false))
	if once.Num == nil {
		return false, false
	}
	again := e.Eval(newSample(c, true))
	return true, again.Num != nil && again.Rat.Cmp(once.Rat) == 0
}

// sample is an env in which every figure has some value, to see what kind of value an expression gives.
type sample struct {
	c      *sheets.Catalogue
	scaled bool // every unit of measure has its factor

	// What was worked out, by derived figure and by part of a target. What is still being worked out, in a circle, is missing.
	derived map[*sheets.Indicator]figure.Value
	planned map[*sheets.Part]figure.Value
}

func newSample(c *sheets.Catalogue, scaled bool) sample {
	return sample{c, scaled, make(map[*sheets.Indicator]figure.Value), make(map[*sheets.Part]figure.Value)}
}

// Value implements formula.Env. Different names stand for different numbers, so that no difference is zero.
func (s sample) Value(name string) figure.Value {
	ind := s.c.Indicator(sheets.Code(name))
	at := len(s.c.Indicators)
	for i, other := range s.c.Indicators {
		if other == ind {
			at = i
		}
	}
	switch {
	case ind == nil:
	case ind.Kind == sheets.YesNo:
		return figure.BoolOf(true)
	case ind.Kind == sheets.Category, ind.Kind == sheets.Words:
		return figure.TextOf(name)
	case ind.Kind == sheets.Derived && !totals(ind):
		if v := worked(s, s.derived, ind, ind.Formula); !v.IsMissing() {
			return v
		}
	}
	made := 1000 + 7*at*at
	if s.scaled && (ind == nil || ind.Measure != "%") {
		made *= s.factor(s.measure(ind))
	}
	return figure.Int(made)
}

// totals reports whether a derived figure is a sum with a unit of measure of its own: clubs and unions make organizations. What is derived in
// another way, such as a share of people that is called người, has the measure that its formula gives.
func totals(ind *sheets.Indicator) bool {
	_, isSum := ind.Formula.Sum()
	return isSum && ind.Measure != ""
}

// worked evaluates the formula of a key once.
func worked[K comparable](s sample, memo map[K]figure.Value, key K, e *formula.Expr) figure.Value {
	v, known := memo[key]
	if !known {
		memo[key] = figure.Value{}
		v = e.Eval(s)
		memo[key] = v
	}
	return v
}

// measure is the place of the first indicator in the same unit of measure. Money is kept in one unit, whatever it is typed in.
func (s sample) measure(ind *sheets.Indicator) int {
	for i, other := range s.c.Indicators {
		if ind != nil && (ind.Kind == sheets.Money && other.Kind == sheets.Money || formula.WordKey(other.Measure) == formula.WordKey(ind.Measure)) {
			return i
		}
	}
	return len(s.c.Indicators)
}

// factor is that of the unit of measure at a place. All differ, and none is that of the units of the tree.
func (s sample) factor(place int) int {
	if !s.scaled {
		return 1
	}
	return 3 + place
}

// Units implements formula.Env: there is one unit, or two where measures have factors. They answer by figures without factors, so that a condition
// holds with factors if it holds without.
func (s sample) Units([]string) iter.Seq[formula.Env] {
	units := []formula.Env{newSample(s.c, false)}
	if s.scaled {
		units = append(units, units[0])
	}
	return slices.Values(units)
}

// In implements formula.Timed: a figure of another period is measured as it is in this one.
func (s sample) In(function string) (formula.Env, string) { return s, function }

// Ask implements formula.Env. What a function counts is measured in a unit of its own, and a planned value in that of what is compared with it.
func (s sample) Ask(function string, words []string) figure.Value {
	if p := s.part(words); (function == "nguong" || function == "ke_hoach_den_ky") && p != nil && p.Expr != nil {
		if v := worked(s, s.planned, p, p.Expr); v.Kind == figure.Number {
			return v
		}
	}
	if rows, ok := formula.RowsOf(formula.Use{Name: function, Words: words}); ok {
		return figure.Int(3 * s.factor(s.rows(rows)))
	}
	place := len(s.c.Indicators)
	for _, fn := range formula.Functions() {
		if place++; fn.Name == function {
			break
		}
	}
	return figure.Int(3 * s.factor(place))
}

// rows is the place of the measure of a function over rows: that of money, else one for the number of rows of each list and for each of its
// columns, behind those of the indicators and the functions.
func (s sample) rows(rows formula.Rows) int {
	place, asked := len(s.c.Indicators)+len(formula.Functions())+1, s.c.List(rows.List)
	for _, list := range s.c.Lists {
		if list != asked {
			place += 1 + len(list.Columns)
			continue
		}
		column := list.Column(rows.Amount)
		if column >= 0 && list.Columns[column].Kind == sheets.Money {
			return s.measure(&sheets.Indicator{Kind: sheets.Money})
		}
		return place + 1 + column
	}
	return place
}

// part is the part of a target that the only word of a call names.
func (s sample) part(words []string) *sheets.Part {
	if len(words) != 1 {
		return nil
	}
	return s.c.Part(words[0])
}
