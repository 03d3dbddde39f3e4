package formula

import (
	"strings"

	"tonghop/figure"
	"tonghop/vntext"
)

// Op is a way to compare two values.
type Op uint8

// The comparisons, in the order of the operators of the language.
const (
	Equal Op = iota
	Unequal
	Less
	LessEqual
	Greater
	GreaterEqual
)

// String gives the sign: =, <>, <, <=, >, >=.
func (o Op) String() string { return (opEqual + operator(o)).String() }

// comparison is the exported name of a comparing operator.
func (o operator) comparison() Op { return Op(o - opEqual) }

// Truth is what became of a condition. The zero Truth is unknown.
type Truth uint8

// The truths.
const (
	Unknown Truth = iota // something is missing
	False
	True
	NotApplicable // the condition does not concern the unit
)

// Not turns true into false and the reverse; what is unknown or not applicable stays so.
func (t Truth) Not() Truth {
	switch t {
	case False:
		return True
	case True:
		return False
	}
	return t
}

// And is true when both are. One that is false decides; short of that an unknown one leaves the result open, and one that is not
// applicable makes it not applicable.
func (t Truth) And(u Truth) Truth {
	for _, decisive := range []Truth{False, Unknown, NotApplicable} {
		if t == decisive || u == decisive {
			return decisive
		}
	}
	return True
}

// Or is true when one of them is; it mirrors And.
func (t Truth) Or(u Truth) Truth { return t.Not().And(u.Not()).Not() }

// TruthOf is the truth of a value. What is neither true nor false nor not applicable is unknown.
func TruthOf(v figure.Value) Truth {
	switch {
	case v.Kind == figure.NotApplicable:
		return NotApplicable
	case v.Kind != figure.Bool:
		return Unknown
	case v.Bool:
		return True
	}
	return False
}

// Compare compares two values: numbers and dates by size, texts without regard to case, spaces and the place of the tone mark, yes
// and no with each other or with the text có or không, ranges for equality alone. Quotients are compared exactly. Values that cannot be
// compared, and those that are missing, give Unknown; beside a value that is not applicable the comparison is not applicable too.
func Compare(left, right figure.Value, op Op) Truth {
	if left.Kind == figure.NotApplicable || right.Kind == figure.NotApplicable {
		return NotApplicable
	}
	left, right = sound(left, ""), sound(right, "")
	if difference, ok := order(left, right); ok {
		return op.holds(difference)
	}
	same, ok := alike(left, right)
	switch {
	case !ok, op != Equal && op != Unequal:
		return Unknown
	case same == (op == Equal):
		return True
	}
	return False
}

// holds tells whether a difference of -1, 0 or 1 satisfies the comparison.
func (o Op) holds(difference int) Truth {
	holds := false
	switch o {
	case Equal:
		holds = difference == 0
	case Unequal:
		holds = difference != 0
	case Less:
		holds = difference < 0
	case LessEqual:
		holds = difference <= 0
	case Greater:
		holds = difference > 0
	case GreaterEqual:
		holds = difference >= 0
	}
	if holds {
		return True
	}
	return False
}

// order compares values that have an order.
func order(a, b figure.Value) (difference int, ok bool) {
	switch {
	case a.Kind == figure.Number && b.Kind == figure.Number:
		return a.Rat.Cmp(b.Rat), true
	case a.Kind == figure.Date && b.Kind == figure.Date:
		return a.Date.Compare(b.Date), true
	}
	return 0, false
}

// alike compares values that are equal or not and nothing more.
func alike(a, b figure.Value) (same, ok bool) {
	switch {
	case isText(a) && isText(b):
		return sameText(a, b), true
	case a.Kind == figure.Range && b.Kind == figure.Range:
		return a.Rat.Cmp(b.Rat) == 0 && a.High.Cmp(b.High) == 0, true
	}
	x, isTruthA := yesOrNo(a)
	y, isTruthB := yesOrNo(b)
	return x == y, isTruthA && isTruthB
}

// yesOrNo is the answer that a value gives to a yes/no question. An option of a category may be called Có or Không.
func yesOrNo(v figure.Value) (yes, ok bool) {
	if v.Kind == figure.Bool {
		return v.Bool, true
	}
	if !isText(v) {
		return false, false
	}
	yes, ok = truthWords[strings.ToLower(vntext.Clean(v.Text))]
	return yes, ok
}

// sameText compares two texts. The label of an option is equal to its code too, because conditions are written with either.
func sameText(a, b figure.Value) bool {
	text, other := vntext.Key(a.Text), vntext.Key(b.Text)
	return text == other || a.Code != "" && vntext.Key(a.Code) == other || b.Code != "" && vntext.Key(b.Code) == text
}

func isText(v figure.Value) bool { return v.Kind == figure.Text || v.Kind == figure.Prose }
