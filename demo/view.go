package demo

import (
	"iter"
	"math/big"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// view is a unit as the formulas of the facts see it.
type view struct {
	plan *Plan
	unit *sheets.Unit
}

// Value implements formula.Env.
func (v view) Value(name string) figure.Value {
	if name == sizeName {
		return number(v.plan.sizes[v.unit.Index])
	}
	ind := v.plan.Catalogue.Indicator(sheets.Code(name))
	if ind == nil || !v.gives(ind) {
		return figure.MissingOf(name)
	}
	if f := v.plan.bySlot[ind.Slot]; f != nil && f.each != nil {
		return f.each.Eval(v)
	}
	return number(v.plan.amounts[v.unit.Index][ind.Slot])
}

// gives reports whether the unit gives a figure. A district gives the sums of its communes.
func (v view) gives(ind *sheets.Indicator) bool {
	return ind.Slot >= 0 && (v.unit.Level == levelDistrict || v.plan.Expect.Expects(v.unit, ind))
}

// Units implements formula.Env.
func (v view) Units([]string) iter.Seq[formula.Env] { return func(func(formula.Env) bool) {} }

// Ask implements formula.Env.
func (v view) Ask(function string, _ []string) figure.Value { return figure.MissingOf(function) }

func number(n int64) figure.Value { return figure.NumberOf(new(big.Rat).SetInt64(n)) }
