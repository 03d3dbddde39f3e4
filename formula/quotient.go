package formula

import (
	"math/big"
	"slices"
)

// A quotient of sums is the shape of most derived figures: a + b, a / b, 1 - a / b. Another engine that has the totals works such a figure out from
// a table of terms, without knowing the language of expressions.

// Quotient takes an expression apart into what stands above and below one fraction bar. A term without a name is a number by itself; above nothing but a
// sum there is 1 below. expand gives the formula of a name that is derived itself, nil for any other. ok is false where the expression is
// anything else, such as one with a function, a condition or a product of figures, and where formulas go round in a circle.
func (e *Expr) Quotient(expand func(name string) *Expr) (above, below []Term, ok bool) {
	if e == nil {
		return nil, nil, false
	}
	f, ok := (&fractions{expand: expand}).of(e.root)
	return f.above, f.below, ok
}

// fraction is a sum over a sum.
type fraction struct{ above, below []Term }

// fractions takes expressions apart. open are the names that are being expanded.
type fractions struct {
	expand func(name string) *Expr
	open   []string
}

var one = []Term{{"", big.NewRat(1, 1)}}

func (s *fractions) of(n node) (fraction, bool) {
	switch n := n.(type) {
	case *number:
		return fraction{[]Term{{"", n.value}}, one}, true
	case *name:
		return s.named(n.text)
	case *unary:
		f, ok := s.of(n.operand)
		return fraction{times(f.above, big.NewRat(-1, 1)), f.below}, ok && n.op == opNegate
	case *binary:
		left, ok := s.of(n.left)
		if !ok {
			return fraction{}, false
		}
		right, ok := s.of(n.right)
		if !ok {
			return fraction{}, false
		}
		return join(n.op, left, right)
	}
	return fraction{}, false
}

func (s *fractions) named(text string) (fraction, bool) {
	e := s.expand(text)
	if e == nil {
		return fraction{[]Term{{text, big.NewRat(1, 1)}}, one}, true
	}
	if slices.Contains(s.open, text) {
		return fraction{}, false
	}
	s.open = append(s.open, text)
	f, ok := s.of(e.root)
	s.open = s.open[:len(s.open)-1]
	return f, ok
}

// join puts two fractions together where the result is one again.
func join(op operator, left, right fraction) (fraction, bool) {
	switch {
	case op == opSubtract:
		return join(opAdd, left, fraction{times(right.above, big.NewRat(-1, 1)), right.below})
	case op == opAdd && sameTerms(left.below, right.below):
		return fraction{slices.Concat(left.above, right.above), left.below}, true
	case op == opAdd && constant(left) != nil: // 1 - a/b is (b - a)/b
		return fraction{slices.Concat(times(right.below, constant(left)), right.above), right.below}, true
	case op == opAdd && constant(right) != nil:
		return fraction{slices.Concat(left.above, times(left.below, constant(right))), left.below}, true
	case op == opMultiply && constant(left) != nil:
		return fraction{times(right.above, constant(left)), right.below}, true
	case op == opMultiply && constant(right) != nil:
		return fraction{times(left.above, constant(right)), left.below}, true
	case op == opDivide && constant(right) != nil && constant(right).Sign() != 0:
		return fraction{times(left.above, new(big.Rat).Inv(constant(right))), left.below}, true
	case op == opDivide && constant(right) == nil && sameTerms(left.below, one) && sameTerms(right.below, one):
		return fraction{left.above, right.above}, true
	}
	return fraction{}, false
}

// constant is the number that a fraction is, nil where a figure stands in it.
func constant(f fraction) *big.Rat {
	if len(f.above) == 1 && f.above[0].Name == "" && sameTerms(f.below, one) {
		return f.above[0].Factor
	}
	return nil
}

func times(terms []Term, factor *big.Rat) []Term {
	product := make([]Term, len(terms))
	for i, t := range terms {
		product[i] = Term{t.Name, new(big.Rat).Mul(t.Factor, factor)}
	}
	return product
}

func sameTerms(a, b []Term) bool {
	return slices.EqualFunc(a, b, func(x, y Term) bool { return x.Name == y.Name && x.Factor.Cmp(y.Factor) == 0 })
}
