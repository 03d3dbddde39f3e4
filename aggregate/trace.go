package aggregate

import (
	"math/big"
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// Trace leads from a total back to what it was made of.
type Trace struct {
	Unit      *sheets.Unit
	Indicator *sheets.Indicator
	Period    *sheets.Period
	Total     Total

	Parts    []Source  // of a submitted figure: the reports of the units at or below that are expected to give it, in the order of the tree and of the periods
	Formula  string    // of a derived figure
	Operands []Operand // what its formula names, in that order; each that is an indicator can be traced on
}

// Source is what one unit answered in one report, and the cell in which it stood.
type Source struct {
	Unit   *sheets.Unit
	Period *sheets.Period // of the report
	Value  figure.Value   // missing where nothing was given that could be read
	State  sheets.State
	Nil    bool       // zero was typed as a word: "không phát sinh"
	Pos    sheets.Pos // the zero Pos where there is no submission
	Raw    string     // the cell as it was typed

	// Share is what part of the value counts here: the unit was divided, and others have the rest. nil: all of it.
	Share *big.Rat

	// Origin is what the unit's form was itself added up from, nil where a person filled it in.
	Origin *sheets.Origin

	// Of a unit without a submission that counts: several that differ wait for a decision, or its only one was left out because of errors.
	InQuestion, LeftOut bool
}

// Operand is something that a formula names: a figure of the same unit, a setting, or what a function such as nguong("CT-A.a") says.
type Operand struct {
	Name      string
	Indicator *sheets.Indicator // nil for what is no indicator
	In        *Result           // where the indicator is traced on: another period of ky_truoc(xd_dvut)
	Value     figure.Value
	Lists     []ListSource // of a function over the rows of a list: where they stand
	Inner     []Operand    // of an expression in another period, In: what it names there

	// Of a function that counts targets, their parts or shortcomings: those that it looks at, whatever became of them.
	Targets      []*TargetResult
	Shortcomings []*ShortcomingResult
}

// Trace leads from the total of a unit back to the cells of a submitted figure, or to the operands of a derived one.
func (r *Result) Trace(u *sheets.Unit, ind *sheets.Indicator) Trace {
	t := Trace{Unit: u, Indicator: ind, Period: r.Batch.Period, Total: r.Total(u, ind)}
	if ind.Slot < 0 {
		t.Formula = ind.Formula.String()
		t.Operands = r.Operands(u, ind.Formula, &env{r: r, unit: u})
		return t
	}
	for _, other := range r.tree.from(u) {
		if r.tree.expects(other, ind.Slot) {
			for _, report := range r.Batch.Sources(other, ind) {
				t.Parts = append(t.Parts, r.source(report, other, ind))
			}
		}
	}
	for _, divided := range r.tree.sharing(u, ind.Slot) {
		for _, report := range r.Batch.Sources(divided, ind) {
			part := r.source(report, divided, ind)
			part.Share = r.tree.shareOf(divided, u)
			t.Parts = append(t.Parts, part)
		}
	}
	return t
}

// source is the report of a unit for the very period of a batch.
func (r *Result) source(b *sheets.Batch, u *sheets.Unit, ind *sheets.Indicator) Source {
	s := Source{Unit: u, Period: b.Period, InQuestion: b.InQuestion[u.Index], Value: figure.MissingOf(string(ind.Code)).Covered(0, 1)}
	submission := b.Submissions[u.Index]
	if s.LeftOut = r.dropped[submission]; submission == nil || s.LeftOut {
		return s
	}
	v := submission.Values[ind.Slot]
	s.State, s.Nil, s.Raw, s.Pos, s.Origin = v.State, v.Nil, v.Raw, submission.Pos(v), submission.Origin
	if value := v.Figure(ind); !value.IsMissing() { // n/0 may have been typed
		s.Value = value.Covered(1, 1)
	}
	if v.State == sheets.Exempt {
		s.Value = s.Value.Covered(0, 0)
	}
	return s
}

// Operands are what an expression about a unit is worked out from: the names in it, what its functions asked for, and then what it takes from other
// periods. e is what it is evaluated in.
func (r *Result) Operands(u *sheets.Unit, expr *formula.Expr, e formula.Env) []Operand {
	var operands []Operand
	names, uses := expr.Now()
	for _, name := range names {
		operands = append(operands, Operand{Name: name, Indicator: r.deps.indicator(name), In: r, Value: e.Value(name)})
	}
	seen := make(map[string]bool)
	add := func(o Operand) {
		if !seen[o.Name] {
			seen[o.Name] = true
			operands = append(operands, o)
		}
	}
	for _, use := range uses {
		switch use.Name {
		case months, threshold, planToDate, CountTargets, CountParts, CountShortcomings, formula.CountRows, formula.SumRows, formula.SmallestRow, formula.GreatestRow:
			o := Operand{Name: use.Name + "(" + strings.Join(use.Words, "; ") + ")", Value: e.Ask(use.Name, use.Words), Lists: r.listSources(u, use)}
			o.Targets, o.Shortcomings = r.judgedBy(use.Name, e)
			add(o)
		}
	}
	for _, s := range expr.Shifts() {
		o := Operand{Name: s.Call.String(), Value: s.Call.Eval(e)}
		if _, o.In = r.other(s.Function); o.In != nil {
			if o.Indicator = r.deps.indicator(s.Expr.String()); o.Indicator == nil {
				o.Inner = o.In.Operands(u, s.Expr, o.In.Env(u))
			}
		}
		add(o)
	}
	return operands
}
