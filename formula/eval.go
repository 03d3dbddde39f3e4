package formula

import (
	"math/big"

	"tonghop/figure"
)

// mostBits bounds the numerator and the denominator of what is calculated, about 2,500 digits: no figure comes near, and a long
// chain of multiplications cannot exhaust the machine.
const mostBits = 8192

// Eval evaluates the expression. A missing value names all that is missing in its Gaps: names as typed, or a part of the
// expression with a reason (see GapText). A division keeps its two terms (figure.Quotient). The result is covered as its least
// covered operand is. Eval changes nothing and is the same for the same surroundings.
func (e *Expr) Eval(env Env) figure.Value {
	if e == nil || env == nil {
		return figure.Value{}
	}
	return evaluate(e.root, env)
}

func evaluate(n node, env Env) figure.Value {
	switch n := n.(type) {
	case *number:
		return figure.NumberOf(n.value)
	case *text:
		return figure.TextOf(n.value)
	case *truth:
		return figure.BoolOf(n.value)
	case *name:
		return sound(env.Value(n.text), n.text)
	case *unary:
		return n.evaluate(env)
	case *binary:
		switch {
		case n.op.calculates():
			return n.calculate(env)
		case n.op.compares():
			return n.compare(env)
		}
		return n.conclude(env)
	case *call:
		return n.fn.run(n, env)
	}
	return figure.Value{}
}

// sound gives a value as the rest of the package relies on it: missing values have gaps, the parts of a kind are there.
func sound(v figure.Value, label string) figure.Value {
	switch v.Kind {
	case figure.Missing:
		if len(v.Gaps) > 0 {
			return v
		}
	case figure.Number:
		if v.Rat != nil {
			if v.Num == nil || v.Den == nil {
				v.Num, v.Den = nil, nil
			}
			return v
		}
	case figure.Range:
		if v.Rat != nil && v.High != nil {
			return v
		}
	default:
		return v
	}
	return figure.MissingOf(label)
}

func (n *unary) evaluate(env Env) figure.Value {
	if n.op == opNot {
		v := condition(n.operand, env)
		if v.Kind == figure.Bool {
			return figure.BoolOf(!v.Bool).CoveredAs(v)
		}
		return v
	}
	values, absent, ok := numbers(env, n.operand)
	if !ok {
		return absent
	}
	return covered(figure.NumberOf(new(big.Rat).Neg(values[0].Rat)), values...)
}

// calculate adds, subtracts, multiplies or divides.
func (n *binary) calculate(env Env) figure.Value {
	values, absent, ok := numbers(env, n.left, n.right)
	if !ok {
		return absent
	}
	left, right := values[0].Rat, values[1].Rat
	var result figure.Value
	switch n.op {
	case opAdd:
		result = figure.NumberOf(new(big.Rat).Add(left, right))
	case opSubtract:
		result = figure.NumberOf(new(big.Rat).Sub(left, right))
	case opMultiply:
		result = figure.NumberOf(new(big.Rat).Mul(left, right))
	case opDivide:
		if right.Sign() == 0 {
			return missing(n.right, gapZero)
		}
		result = figure.Quotient(left, right)
	}
	if tooLong(result.Rat) {
		return missing(n, gapTooLong)
	}
	return covered(result, values...)
}

// compare gives whether the comparison holds.
func (n *binary) compare(env Env) figure.Value {
	left, right := evaluate(n.left, env), evaluate(n.right, env)
	switch Compare(left, right, n.op.comparison()) {
	case NotApplicable:
		return figure.Value{Kind: figure.NotApplicable}
	case True:
		return covered(figure.BoolOf(true), left, right)
	case False:
		return covered(figure.BoolOf(false), left, right)
	}
	if left.IsMissing() || right.IsMissing() {
		return bothGaps(left, right)
	}
	return missing(n, gapUnlike)
}

// conclude joins two conditions by và or hoặc.
func (n *binary) conclude(env Env) figure.Value {
	left := condition(n.left, env)
	decisive := False
	if n.op == opOr {
		decisive = True
	}
	if TruthOf(left) == decisive {
		return left
	}
	right := condition(n.right, env)
	if TruthOf(right) == decisive {
		return right
	}
	joined := TruthOf(left).And(TruthOf(right))
	if n.op == opOr {
		joined = TruthOf(left).Or(TruthOf(right))
	}
	switch joined {
	case Unknown:
		return bothGaps(left, right)
	case NotApplicable:
		return figure.Value{Kind: figure.NotApplicable}
	}
	return covered(figure.BoolOf(joined == True), left, right)
}

// condition evaluates what must be true or false. What is neither, nor missing or not applicable, is missing with a gap.
func condition(n node, env Env) figure.Value {
	v := evaluate(n, env)
	switch v.Kind {
	case figure.Bool, figure.Missing, figure.NotApplicable:
		return v
	}
	return missing(n, gapNotCondition)
}

// numbers evaluates what must be numbers. ok is false when they are not all there: absent is then the result of the whole
// calculation.
func numbers(env Env, nodes ...node) (values []figure.Value, absent figure.Value, ok bool) {
	var gaps gapList
	concerned := true
	for _, n := range nodes {
		v := evaluate(n, env)
		switch v.Kind {
		case figure.Number:
			values = append(values, v)
		case figure.Missing:
			gaps.add(v.Gaps...)
		case figure.NotApplicable:
			concerned = false
		default:
			gaps.add(missing(n, gapNotNumber).Gaps...)
		}
	}
	switch {
	case !concerned:
		return nil, figure.Value{Kind: figure.NotApplicable}, false
	case len(values) < len(nodes):
		return nil, gaps.value(), false
	}
	return values, figure.Value{}, true
}

// bothGaps is missing because of either value or both.
func bothGaps(left, right figure.Value) figure.Value {
	var gaps gapList
	gaps.add(left.Gaps...)
	gaps.add(right.Gaps...)
	return gaps.value()
}

// covered gives the result of a calculation the coverage of the operand with the smallest share of its units, the first
// of them where several are equal. Operands that do not count units do not matter.
func covered(result figure.Value, operands ...figure.Value) figure.Value {
	result = result.Covered(0, 0)
	for _, v := range operands {
		if v.Expected > 0 && (result.Expected == 0 || v.Have*result.Expected < result.Have*v.Expected) {
			result = result.CoveredAs(v)
		}
	}
	return result
}

func tooLong(r *big.Rat) bool {
	return r.Num().BitLen() > mostBits || r.Denom().BitLen() > mostBits
}
