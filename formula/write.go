package formula

import "strings"

// String gives the expression in its canonical spelling: Vietnamese names of functions, a comma as decimal sign, one
// space around operators, no parentheses but those that are needed. Reading it gives the same expression.
func (e *Expr) String() string {
	if e == nil {
		return ""
	}
	return write(e.root)
}

func write(n node) string {
	var b strings.Builder
	writeTo(&b, n)
	return b.String()
}

func writeTo(b *strings.Builder, n node) {
	switch n := n.(type) {
	case *number:
		b.WriteString(writeNumber(n))
	case *text:
		b.WriteString(quote(n.value))
	case *truth:
		word := "không"
		if n.value {
			word = "có"
		}
		b.WriteString(word)
	case *name:
		b.WriteString(n.text)
	case *unary:
		b.WriteString(n.op.String())
		if n.op == opNot {
			b.WriteByte(' ')
		}
		writeOperand(b, n.operand, power(n.operand) < n.op.power())
	case *binary:
		// Operators of equal power are read from the left, except that comparisons are not chained.
		left, right := power(n.left), power(n.right)
		writeOperand(b, n.left, left < n.op.power() || left == comparing && n.op.compares())
		b.WriteString(" " + n.op.String() + " ")
		writeOperand(b, n.right, right <= n.op.power())
	case *call:
		writeCall(b, n)
	}
}

func writeOperand(b *strings.Builder, n node, parentheses bool) {
	if !parentheses {
		writeTo(b, n)
		return
	}
	b.WriteByte('(')
	writeTo(b, n)
	b.WriteByte(')')
}

func writeCall(b *strings.Builder, c *call) {
	b.WriteString(c.fn.Name + "(")
	separator := ""
	for _, arg := range c.args {
		b.WriteString(separator)
		writeTo(b, arg)
		separator = "; "
	}
	for _, word := range c.words {
		b.WriteString(separator)
		if ValidName(word) {
			b.WriteString(word)
		} else {
			b.WriteString(quote(word))
		}
		separator = "; "
	}
	b.WriteByte(')')
}

// power is how strongly the operator at the top of an expression binds; what has none binds most strongly.
func power(n node) int {
	switch n := n.(type) {
	case *unary:
		return n.op.power()
	case *binary:
		return n.op.power()
	}
	return opNegate.power() + 1
}
