package formula

import (
	"slices"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/vntext"
)

// suggestions is how many near names a fault offers at most.
const suggestions = 3

// Check compares the expression with what is known before there are data: names and words that do not exist, and values of a
// kind that can never be right, such as a number added to a text. A name that is used several times is reported once.
func (e *Expr) Check(s Scope) []Fault {
	if e == nil {
		return nil
	}
	c := checker{scope: s, seen: make(map[string]bool)}
	c.kind(e.root)
	return inOrder(c.faults)
}

// Result is the kind of value that the expression gives, Missing when only the data tell. It serves to refuse a condition where
// a number is wanted.
func (e *Expr) Result() figure.Kind {
	if e == nil {
		return figure.Missing
	}
	var c checker
	return c.kind(e.root)
}

// checker works out kinds of values and collects faults. Without a scope it knows no names and finds none wrong.
type checker struct {
	scope  Scope
	seen   map[string]bool // names that were looked up, by key
	faults []Fault
}

func (c *checker) fault(n node, message lang.Message, suggestions ...string) {
	c.faults = append(c.faults, Fault{Column: start(n), Message: message, Near: write(n), Suggestions: suggestions})
}

// start is the column where a part of the expression begins, apart from parentheses.
func start(n node) int {
	for {
		b, ok := n.(*binary)
		if !ok {
			return n.column()
		}
		n = b.left
	}
}

// kind gives the kind of value of a part of the expression: Number, Text, Bool, or Missing when it is not certain.
func (c *checker) kind(n node) figure.Kind {
	switch n := n.(type) {
	case *number:
		return figure.Number
	case *text:
		return figure.Text
	case *truth:
		return figure.Bool
	case *name:
		c.name(n)
	case *unary:
		if n.op == opNot {
			c.condition(n.op.String(), n.operand)
			return figure.Bool
		}
		c.amount(n.op.String(), n.operand)
		return figure.Number
	case *binary:
		return c.binary(n)
	case *call:
		return c.call(n)
	}
	return figure.Missing
}

func (c *checker) binary(n *binary) figure.Kind {
	sign := n.op.String()
	switch {
	case n.op.calculates():
		c.amount(sign, n.left)
		c.amount(sign, n.right)
		return figure.Number
	case n.op.compares():
		c.comparison(n)
		return figure.Bool
	}
	c.condition(sign, n.left)
	c.condition(sign, n.right)
	return figure.Bool
}

// amount is about what must be a number; user is the function or the sign that needs it.
func (c *checker) amount(user string, n node) {
	if kind := c.kind(n); kind == figure.Text || kind == figure.Bool {
		c.fault(n, faultNumeric.With(user, shown(write(n)), noun(kind)))
	}
}

// condition is about what must be true or false.
func (c *checker) condition(user string, n node) {
	if kind := c.kind(n); kind == figure.Text || kind == figure.Number {
		c.fault(n, faultCondition.With(user, shown(write(n)), noun(kind)))
	}
}

// comparison is about two sides that must be of one kind, and have an order where less and greater are asked for. A text may be an
// answer of yes or no.
func (c *checker) comparison(n *binary) {
	left, right := c.kind(n.left), c.kind(n.right)
	number := left == figure.Number || right == figure.Number
	switch certain := left != figure.Missing && right != figure.Missing; {
	case certain && left != right && number:
		c.fault(n, faultUnlike.With(noun(left), shown(write(n.left)), noun(right), shown(write(n.right))))
		return
	case n.op == opEqual, n.op == opUnequal:
		return
	}
	for _, side := range []struct {
		kind figure.Kind
		node node
	}{{left, n.left}, {right, n.right}} {
		if side.kind == figure.Text || side.kind == figure.Bool {
			c.fault(side.node, faultUnordered.With(noun(side.kind), shown(write(side.node))), "=", "<>")
			return
		}
	}
}

// call gives the kind of a function's result; where the function has none of its own it is that of the arguments that it may
// give back.
func (c *checker) call(n *call) figure.Kind {
	var given []figure.Kind
	for i, arg := range n.args {
		switch n.fn.argument(i).Kind {
		case Amount:
			c.amount(n.fn.Name, arg)
		case Condition:
			c.condition(n.fn.Name, arg)
		default:
			given = append(given, c.kind(arg))
		}
	}
	for i, word := range n.words {
		c.word(n, i, word)
	}
	given = slices.Compact(given)
	if n.fn.Result == figure.Missing && len(given) == 1 {
		return given[0]
	}
	return n.fn.Result
}

func (c *checker) name(n *name) {
	key := vntext.Key(n.text)
	if c.scope == nil || c.seen[key] {
		return
	}
	c.seen[key] = true
	if c.scope.Known(n.text) {
		return
	}
	if near := vntext.Nearest(n.text, c.scope.Names(), suggestions); len(near) > 0 {
		c.fault(n, faultNameNearest.With(shown(n.text), near[0]), near...)
		return
	}
	if fn, ok := FunctionNamed(n.text); ok {
		c.fault(n, faultNameFunction.With(shown(n.text), fn.Example))
		return
	}
	c.fault(n, faultName.With(shown(n.text)))
}

func (c *checker) word(n *call, i int, word string) {
	if c.scope == nil {
		return
	}
	known := c.scope.Words
	if len(n.fn.Words) > 0 {
		known = func(string, []string) []string { return n.fn.wordNames() }
	}
	words := known(n.fn.Name, n.words[:i:i])
	if words == nil || slices.ContainsFunc(words, func(w string) bool { return WordKey(w) == WordKey(word) }) {
		return
	}
	fault := Fault{Column: n.columns[i], Near: word, Message: faultWord.With(n.fn.Name, shown(word))}
	if near := vntext.Nearest(word, words, suggestions); len(near) > 0 {
		fault.Message, fault.Suggestions = faultWordNearest.With(n.fn.Name, shown(word), near[0]), near
	}
	c.faults = append(c.faults, fault)
}

func noun(k figure.Kind) lang.Format {
	switch k {
	case figure.Number:
		return nounNumber
	case figure.Bool:
		return nounCondition
	}
	return nounText
}
