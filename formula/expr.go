// Package formula is the one expression language of the program. Catalogue formulas, the two sides of rules, targets with
// their conditions, and the tags of Word templates are all written in it.
//
// It is Excel's dialect in Vietnamese: figures are named by their codes, text stands in double quotes, the arguments of a
// function are separated by semicolons, the decimal sign is a comma or a dot, 80% is a number, and conditions are joined by
// và, hoặc, không phải (and, or, not). Names of functions and words of the language may be typed with or without accents, in
// Vietnamese or in English:
//
//	dem_don_vi(mt_cuoc >= 1; huyen; truc_thuoc) / so_don_vi(huyen; truc_thuoc)
//	neu(thieu(tc_bch) hoặc tc_bch < 3; "thiếu"; "đủ")
//
// Values are exact. A figure that is missing stays missing and names itself; nothing is ever taken for zero. A division by
// zero is missing. A truth may be unknown, as in Kleene's three-valued logic: false và unknown is false, true và unknown is
// unknown. "Không áp dụng" is an answer: whatever is computed from it is not applicable, so that it leaves the number of units
// that count; only a condition that is decided without it stays decided (true hoặc not applicable is true). Beside something
// missing it gives not applicable in arithmetic and comparisons, since no later answer could change that; in a condition it
// gives missing, since a later answer could.
package formula

import (
	"slices"

	"tonghop/vntext"
)

// Expr is an expression that was read without a fault. It is never changed afterwards and may be evaluated by several
// goroutines at once. A nil Expr uses no names and evaluates to a missing value.
type Expr struct{ root node }

// Use is one use of a function in an expression.
type Use struct {
	Name  string   // the canonical name of the function
	Words []string // its arguments that are words: levels, verdicts, the code of a target
}

// Names gives the distinct names that the expression looks up, as first typed and in that order, also those inside functions over
// units. Two spellings that differ in case alone are one name.
func (e *Expr) Names() []string {
	var names []string
	seen := make(map[string]bool)
	e.walk(func(n node) {
		name, ok := n.(*name)
		if !ok {
			return
		}
		if key := vntext.Key(name.text); !seen[key] {
			seen[key] = true
			names = append(names, name.text)
		}
	})
	return names
}

// Sides takes a comparison apart: f_xa_mt >= 1 has f_xa_mt on its left, 1 on its right. ok is false where the expression is something else, also
// where it joins or denies comparisons.
func (e *Expr) Sides() (left, right *Expr, op Op, ok bool) {
	if e == nil {
		return nil, nil, 0, false
	}
	b, isBinary := e.root.(*binary)
	if !isBinary || !b.op.compares() {
		return nil, nil, 0, false
	}
	return &Expr{b.left}, &Expr{b.right}, b.op.comparison(), true
}

// Functions gives every use of a function in the order in which they were typed. Together with Names it tells what
// must be known before the expression can be evaluated.
func (e *Expr) Functions() []Use {
	var uses []Use
	e.walk(func(n node) {
		if c, ok := n.(*call); ok {
			uses = append(uses, c.use())
		}
	})
	return uses
}

func (c *call) use() Use { return Use{Name: c.fn.Name, Words: slices.Clone(c.words)} }

// walk visits every part of the expression from left to right, a call before its arguments.
func (e *Expr) walk(visit func(node)) { e.walkInto(func(*call) bool { return true }, visit) }

// walkNow visits the same without the arguments of functions over other periods.
func (e *Expr) walkNow(visit func(node)) {
	e.walkInto(func(c *call) bool { return !c.fn.otherPeriod }, visit)
}

func (e *Expr) walkInto(enters func(*call) bool, visit func(node)) {
	if e == nil {
		return
	}
	var step func(node)
	step = func(n node) {
		switch n := n.(type) {
		case *call:
			visit(n)
			if enters(n) {
				for _, arg := range n.args {
					step(arg)
				}
			}
			return
		case *unary:
			step(n.operand)
		case *binary:
			step(n.left)
			step(n.right)
		}
		visit(n)
	}
	step(e.root)
}
