package aggregate

import (
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// Trace leads from a total back to what it was made of.
type Trace struct {
	Unit      *sheets.Unit
	Indicator *sheets.Indicator
	Total     Total

	Parts    []Source  // of a submitted figure: the units at or below that are expected to give it, in the order of the tree
	Formula  string    // of a derived figure
	Operands []Operand // what its formula names, in that order; each that is an indicator can be traced on
}

// Source is what one unit answered, and the cell in which it stood.
type Source struct {
	Unit  *sheets.Unit
	Value figure.Value // missing where nothing was given that could be read
	State sheets.State
	Nil   bool       // zero was typed as a word: "không phát sinh"
	Pos   sheets.Pos // the zero Pos where there is no submission
	Raw   string     // the cell as it was typed

	// Of a unit without a submission that counts: several that differ wait for a decision, or its only one was left out because of errors.
	InQuestion, LeftOut bool
}

// Operand is something that a formula names: a figure of the same unit, a setting, or what a function such as nguong("CT-A.a") says.
type Operand struct {
	Name      string
	Indicator *sheets.Indicator // nil for what is no indicator
	Value     figure.Value
	Lists     []ListSource // of a function over the rows of a list: where they stand
}

// Trace leads from the total of a unit back to the cells of a submitted figure, or to the operands of a derived one.
func (r *Result) Trace(u *sheets.Unit, ind *sheets.Indicator) Trace {
	t := Trace{Unit: u, Indicator: ind, Total: r.Total(u, ind)}
	if ind.Slot < 0 {
		t.Formula = ind.Formula.String()
		t.Operands = r.operands(u, ind)
		return t
	}
	for _, other := range r.tree.from(u) {
		if r.tree.expects(other, ind.Slot) {
			t.Parts = append(t.Parts, r.source(other, ind))
		}
	}
	return t
}

func (r *Result) source(u *sheets.Unit, ind *sheets.Indicator) Source {
	v := r.answer(u, ind)
	s := Source{
		Unit: u, Value: r.own(u, ind), State: v.State, Nil: v.Nil, Raw: v.Raw,
		InQuestion: r.Batch.InQuestion[u.Index], LeftOut: r.left[u.Index],
	}
	if submission := r.Batch.Submissions[u.Index]; submission != nil && !s.LeftOut {
		s.Pos = submission.Pos(v)
	}
	return s
}

// operands are the names of the formula and then what its functions asked for.
func (r *Result) operands(u *sheets.Unit, ind *sheets.Indicator) []Operand {
	e := &env{r: r, unit: u}
	var operands []Operand
	for _, name := range ind.Formula.Names() {
		operands = append(operands, Operand{Name: name, Indicator: r.deps.indicator(name), Value: e.Value(name)})
	}
	seen := make(map[string]bool)
	for _, use := range ind.Formula.Functions() {
		switch use.Name {
		case months, threshold, countTargets, countParts, countShortcomings, formula.CountRows, formula.SumRows, formula.SmallestRow, formula.GreatestRow:
			name := use.Name + "(" + strings.Join(use.Words, "; ") + ")"
			if !seen[name] {
				seen[name] = true
				operands = append(operands, Operand{Name: name, Value: e.Ask(use.Name, use.Words), Lists: r.sources(u, use)})
			}
		}
	}
	return operands
}
