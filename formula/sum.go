package formula

import "math/big"

// Term is one figure of a sum and how often it is added: of a - b/2 the terms are 1 × a and -1/2 × b.
type Term struct {
	Name   string
	Factor *big.Rat
}

// Sum takes a sum apart: figures that are added, subtracted, and multiplied with or divided by plain numbers. What such an expression gives for two
// months together is what it gives for the one and for the other, added. ok is false where the expression is anything else, also where
// it holds a number that stands by itself, a function or a product of figures. A name that is used twice has two terms.
func (e *Expr) Sum() (terms []Term, ok bool) {
	if e == nil {
		return nil, false
	}
	return sumOf(e.root, big.NewRat(1, 1))
}

// sumOf gives the terms of a part of a sum, times a factor.
func sumOf(n node, factor *big.Rat) ([]Term, bool) {
	switch n := n.(type) {
	case *name:
		return []Term{{n.text, factor}}, true
	case *unary:
		if n.op == opNegate {
			return sumOf(n.operand, new(big.Rat).Neg(factor))
		}
	case *binary:
		return n.sum(factor)
	}
	return nil, false
}

func (n *binary) sum(factor *big.Rat) ([]Term, bool) {
	switch left, right := plain(n.left), plain(n.right); {
	case n.op == opAdd, n.op == opSubtract:
		other := factor
		if n.op == opSubtract {
			other = new(big.Rat).Neg(factor)
		}
		terms, ok := sumOf(n.left, factor)
		more, also := sumOf(n.right, other)
		return append(terms, more...), ok && also
	case n.op == opMultiply && left != nil:
		return sumOf(n.right, new(big.Rat).Mul(factor, left))
	case n.op == opMultiply && right != nil:
		return sumOf(n.left, new(big.Rat).Mul(factor, right))
	case n.op == opDivide && right != nil && right.Sign() != 0:
		return sumOf(n.left, new(big.Rat).Quo(factor, right))
	}
	return nil, false
}

// plain is the number that a part of an expression is, nil where it is something else.
func plain(n node) *big.Rat {
	switch n := n.(type) {
	case *number:
		return n.value
	case *unary:
		if v := plain(n.operand); v != nil && n.op == opNegate {
			return new(big.Rat).Neg(v)
		}
	}
	return nil
}
