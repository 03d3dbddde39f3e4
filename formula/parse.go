package formula

import (
	"slices"

	"tonghop/lang"
)

// The bounds of an expression. Nobody needs more, and they keep hostile text from costing time or memory.
const (
	MaxLength     = 4000 // characters
	maxDepth      = 100  // parentheses, functions and signs within each other
	maxUnitsDepth = 4    // functions over units within each other: each multiplies the work
	maxFaults     = 20   // reported at once
)

// Parse reads an expression. It gives all faults that it can tell apart, in the order of their columns; with any fault the
// expression is nil. A leading = is allowed, as in Excel.
func Parse(src string) (*Expr, []Fault) {
	text := readable(src)
	if len(text) > MaxLength {
		return nil, []Fault{{Column: MaxLength + 1, Message: faultTooLong.With(len(text), MaxLength)}}
	}
	s := scanner{src: text}
	p := parser{src: text, tokens: s.tokens()}
	root := p.whole()
	if len(p.faults) > 0 {
		return nil, inOrder(p.faults)
	}
	return &Expr{root: root}, nil
}

// inOrder gives the faults by column, one at each: what else is said of the same place follows from the first.
func inOrder(faults []Fault) []Fault {
	slices.SortStableFunc(faults, func(a, b Fault) int { return a.Column - b.Column })
	faults = slices.CompactFunc(faults, func(a, b Fault) bool { return a.Column == b.Column })
	return faults[:min(len(faults), maxFaults)]
}

// parser builds the tree by operator precedence. After a fault it goes on as if the likeliest thing stood there, so that
// one mistake is one fault and the next mistake is found too.
type parser struct {
	src    []rune
	tokens []token
	pos    int
	faults []Fault

	depth, unitsDepth int
	stopped           bool // too deep: the rest is not read
}

// broken stands in the tree for what could not be read. It never gets into an Expr.
type broken struct{ at }

func (p *parser) peek() token { return p.tokens[p.pos] }

// take moves on and reports the fault of the token it leaves behind.
func (p *parser) take() token {
	t := p.skip()
	if t.fault != nil && !p.stopped {
		p.faults = append(p.faults, *t.fault)
	}
	return t
}

// skip moves on without judging the token.
func (p *parser) skip() token {
	t := p.tokens[p.pos]
	if t.kind != endToken {
		p.pos++
	}
	return t
}

func (p *parser) fault(t token, message lang.Message, suggestions ...string) {
	if p.stopped {
		return
	}
	p.faults = append(p.faults, Fault{
		Column:      t.start + 1,
		Message:     message,
		Near:        p.typed(t.start, t.end),
		Suggestions: suggestions,
	})
}

// typed gives a piece of the text as it was typed.
func (p *parser) typed(start, end int) string { return string(p.src[start:end]) }

// quoted gives a token as a message may quote it.
func (p *parser) quoted(t token) string { return shown(p.typed(t.start, t.end)) }

// stop gives up because of depth.
func (p *parser) stop(t token, message lang.Message) {
	p.fault(t, message)
	p.stopped = true
	p.pos = len(p.tokens) - 1
}

// whole reads the expression up to the end of the text.
func (p *parser) whole() node {
	if p.peek().op == opEqual && p.peek().fault == nil {
		p.skip()
	}
	if t := p.peek(); t.kind == endToken {
		p.fault(token{}, faultEmpty.With())
		return broken{}
	}
	root := p.expression(0)
	for {
		t := p.take()
		switch t.kind {
		case endToken:
			return root
		case closeToken:
			p.fault(t, faultUnopened.With())
		case commaToken:
			p.fault(t, faultLooseComma.With())
		case semicolonToken:
			p.fault(t, faultSemicolon.With())
		}
		if p.peek().startsOperand() {
			p.expression(0)
		}
	}
}

func (t token) startsOperand() bool {
	switch t.kind {
	case numberToken, textToken, nameToken, truthToken, openToken, strangeToken:
		return true
	}
	return t.op == opNot
}

// expression reads operands and the operators between them that bind more strongly than power.
func (p *parser) expression(power int) node {
	if p.depth++; p.depth > maxDepth {
		p.stop(p.tokens[p.pos-1], faultTooDeep.With(maxDepth))
	}
	defer func() { p.depth-- }()
	left := p.operand()
	for {
		t := p.peek()
		switch {
		case t.startsOperand():
			p.adjacent(t)
		case t.kind != operatorToken || t.op.power() <= power:
			return left
		default:
			p.take()
			right := p.expression(t.op.power())
			left = &binary{at: at(t.start + 1), op: t.op, left: left, right: right}
			if next := p.peek(); t.op.compares() && next.op.compares() {
				p.fault(next, faultChain.With())
				p.take()
				p.expression(comparing)
			}
		}
	}
}

// adjacent is about an operand that stands where an operator is expected. Where that token is faulty itself, its own
// fault says enough.
func (p *parser) adjacent(t token) {
	if t.fault == nil {
		p.noOperator(t)
	}
	for p.peek().startsOperand() {
		p.operand()
	}
}

func (p *parser) noOperator(t token) {
	before := p.tokens[p.pos-1]
	message, suggestions := faultNoOperator.With(p.quoted(t)), []string(nil)
	if joined, plain, ok := splitNumber(before, t, p); ok {
		message, suggestions = joined, []string{plain}
	} else if before.kind == truthToken && !before.truth {
		message, suggestions, t = faultDenial.With(), []string{"không phải"}, before
	}
	p.fault(t, message, suggestions...)
}

// splitNumber is about 1 805, a number written with a space.
func splitNumber(before, t token, p *parser) (lang.Message, string, bool) {
	if before.kind != numberToken || t.kind != numberToken || before.percent || t.percent {
		return lang.Message{}, "", false
	}
	return splitNumberFault(p.typed(before.start, before.end), p.typed(t.start, t.end))
}

// operand reads a number, a text, a constant, a name, a function with its arguments, a sign with its operand or an
// expression in parentheses.
func (p *parser) operand() node {
	t := p.peek()
	column := at(t.start + 1)
	switch {
	case t.kind == numberToken:
		p.take()
		return &number{at: column, value: t.value, percent: t.percent}
	case t.kind == textToken:
		p.take()
		return &text{at: column, value: t.text}
	case t.kind == truthToken:
		p.take()
		return &truth{at: column, value: t.truth}
	case t.kind == nameToken:
		p.take()
		if p.peek().kind == openToken {
			return p.call(t)
		}
		return &name{at: column, text: t.text}
	case t.kind == openToken:
		return p.parenthesis()
	case t.kind == strangeToken:
		p.take()
		if p.peek().startsOperand() {
			return p.operand()
		}
		return broken{column}
	case t.isInfixWord() && p.tokens[p.pos+1].kind == openToken:
		p.take()
		return p.call(t)
	case t.op == opNot:
		p.take()
		return &unary{at: column, op: opNot, operand: p.expression(opNot.power())}
	case t.op == opSubtract:
		p.take()
		return &unary{at: column, op: opNegate, operand: p.expression(opNegate.power())}
	}
	p.noOperand(t)
	return broken{column}
}

// noOperand is about an operand that is not there. The fault stands at the operator that lacks it, which is inside the
// text even when the text ends here.
func (p *parser) noOperand(t token) {
	switch {
	case p.pos > 0 && p.tokens[p.pos-1].kind != strangeToken:
		before := p.tokens[p.pos-1]
		p.fault(before, faultNoOperandAfter.With(p.quoted(before)))
	case t.kind == endToken:
		// Only strange characters, and each of them is a fault already.
	default:
		p.fault(t, faultNoOperandBefore.With(p.quoted(t)))
	}
}

func (p *parser) parenthesis() node {
	open := p.take()
	inside := p.expression(0)
	for {
		t := p.peek()
		switch t.kind {
		case closeToken:
			p.take()
			return inside
		case commaToken, semicolonToken:
			p.take()
			message := faultSemicolon
			if t.kind == commaToken {
				message = faultLooseComma
			}
			p.fault(t, message.With())
			if p.peek().startsOperand() {
				p.expression(0)
			}
		default:
			p.fault(open, faultUnclosed.With())
			return inside
		}
	}
}
