package formula

import (
	"strings"

	"tonghop/vntext"
)

// call reads the arguments of a function.
func (p *parser) call(named token) node {
	open := p.take()
	c := &call{at: at(named.start + 1)}
	fn, known := FunctionNamed(named.text)
	if known {
		c.fn = &fn
	} else {
		p.unknownFunction(named)
	}
	if known && fn.overUnits {
		if p.unitsDepth++; p.unitsDepth > maxUnitsDepth {
			p.stop(named, faultUnitsDeep.With(fn.Name, maxUnitsDepth))
		}
		defer func() { p.unitsDepth-- }()
	}
	count, closed := p.arguments(c)
	switch {
	case !closed:
		p.fault(open, faultUnclosed.With())
	case known && !fn.takes(count):
		p.fault(named, fn.countFault(p.quoted(named), count))
	}
	return c
}

// arguments reads up to the closing parenthesis and tells how many arguments there were and whether it was found.
func (p *parser) arguments(c *call) (count int, closed bool) {
	if p.peek().kind == closeToken {
		p.take()
		return 0, true
	}
	for {
		if c.fn != nil && c.fn.argument(count).Kind == Word {
			p.word(c)
		} else {
			c.args = append(c.args, p.expression(0))
		}
		count++
		t := p.take()
		switch t.kind {
		case closeToken:
			return count, true
		case commaToken:
			p.fault(t, faultComma.With(), ";")
		case semicolonToken:
		case operatorToken:
			p.fault(t, faultWordSeparator.With(c.fn.Name, p.quoted(t)), ";")
		default:
			return count, false
		}
	}
}

// word reads an argument that is a word: a text in quotes, or a run of names, numbers and hyphens as they stand, such
// as CT-A.a or trực thuộc.
func (p *parser) word(c *call) {
	first := p.peek()
	word, last := "", first
	if first.kind == textToken {
		word, last = vntext.Clean(p.take().text), first
	} else {
		for p.peek().inWord() {
			last = p.skip()
		}
		if p.pos > 0 && last.inWord() {
			word = vntext.Clean(strings.Map(plainDash, p.typed(first.start, last.end)))
		}
	}
	if t := p.peek(); t.startsOperand() {
		p.fault(t, faultWordSeparator.With(c.fn.Name, p.quoted(t)), ";")
		p.skipWord()
	}
	if word == "" && first.kind != endToken { // at the end the open parenthesis is the fault
		p.fault(first, faultNoWord.With(c.fn.Name, c.fn.argument(len(c.args)+len(c.words)).Title))
	}
	c.words = append(c.words, c.fn.canonicalWord(word))
	c.columns = append(c.columns, first.start+1)
}

// skipWord moves on to what ends an argument, over parentheses that stand in it.
func (p *parser) skipWord() {
	for depth := 0; ; p.skip() {
		switch t := p.peek(); {
		case t.kind == endToken, depth == 0 && (t.kind == closeToken || t.kind == semicolonToken || t.kind == commaToken):
			return
		case t.kind == openToken:
			depth++
		case t.kind == closeToken:
			depth--
		}
	}
}

// inWord reports whether a token may be part of a word without quotes.
func (t token) inWord() bool {
	switch t.kind {
	case nameToken, numberToken, truthToken:
		return true
	}
	return t.op == opSubtract
}

// plainDash undoes what Word makes of a hyphen.
func plainDash(r rune) rune {
	if strings.ContainsRune("–—−‐‑‒", r) {
		return '-'
	}
	return r
}

// isInfixWord reports whether a token is và or hoặc, which Excel writes as functions.
func (t token) isInfixWord() bool { return t.op == opAnd || t.op == opOr }

func (p *parser) unknownFunction(t token) {
	if t.isInfixWord() {
		p.fault(t, faultInfix.With(p.quoted(t)))
		return
	}
	if near := vntext.Nearest(t.text, functionNames(), 3); len(near) > 0 {
		p.fault(t, faultFunctionNearest.With(shown(t.text), near[0]), near...)
		return
	}
	p.fault(t, faultFunction.With(shown(t.text)))
}
