package formula

import (
	"math/big"
	"strings"
	"unicode"

	"tonghop/vntext"
)

// token is a piece of the typed text that means something by itself. A faulty one carries its fault, which counts only
// when the parser takes the token for what it seems to be: in the place of a word almost anything may stand.
type token struct {
	kind       tokenKind
	op         operator
	start, end int // in characters from 0

	value   *big.Rat // of a number that could be read
	percent bool     // of a number
	text    string   // of a name or a text
	truth   bool     // of a constant

	fault *Fault
}

type tokenKind uint8

const (
	endToken tokenKind = iota
	numberToken
	textToken
	nameToken
	truthToken
	operatorToken
	openToken
	closeToken
	semicolonToken
	commaToken
	strangeToken // a character that means nothing
)

// endsOperand reports whether an operand may end with such a token, so that a comma right after it separates and does not
// begin a number.
func (k tokenKind) endsOperand() bool {
	switch k {
	case numberToken, textToken, nameToken, truthToken, closeToken:
		return true
	}
	return false
}

// scanner cuts the typed text into tokens.
type scanner struct {
	src  []rune
	pos  int
	last tokenKind // of the token before
}

// readable gives the typed text as a reader sees it: composed, without what has no width. Word and web pages put
// zero-width characters between letters. Columns count its characters.
func readable(src string) []rune {
	visible := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(src, "\uFFFD"))
	return []rune(vntext.NFC(visible))
}

// tokens cuts the whole text; the last token is always an endToken.
func (s *scanner) tokens() []token {
	var all []token
	for {
		t := s.next()
		s.last = t.kind
		all = append(all, t)
		if t.kind == endToken {
			return all
		}
	}
}

func (s *scanner) next() token {
	s.skipSpace()
	start := s.pos
	var t token
	switch c := s.peek(0); {
	case start == len(s.src):
		t = token{kind: endToken}
	case isDigit(c), (c == '.' || c == ',') && isDigit(s.peek(1)) && !s.last.endsOperand():
		t = s.number()
	case isLetter(c):
		t = s.word()
	case isQuote(c):
		t = s.quoted()
	case isSingleQuote(c):
		t = s.singleQuoted()
	default:
		t = s.sign()
	}
	t.start, t.end = start, s.pos
	if t.fault != nil {
		t.fault.Column = start + 1
		t.fault.Near = string(s.src[t.start:t.end])
	}
	return t
}

// peek gives the character that many places ahead, 0 behind the end. A typed U+0000 is a control character, and no
// caller mistakes it for anything that means something.
func (s *scanner) peek(ahead int) rune {
	if i := s.pos + ahead; i < len(s.src) {
		return s.src[i]
	}
	return 0
}

func (s *scanner) skipSpace() {
	for s.pos < len(s.src) && isSpace(s.src[s.pos]) {
		s.pos++
	}
}

// word scans a name, a constant or an operator in words.
func (s *scanner) word() token {
	typed := s.run()
	lower := strings.ToLower(typed)
	if value, ok := truthWords[lower]; ok {
		if !value && s.phai(lower) {
			return token{kind: operatorToken, op: opNot}
		}
		return token{kind: truthToken, truth: value}
	}
	if op, ok := operatorWords[lower]; ok {
		return token{kind: operatorToken, op: op}
	}
	return token{kind: nameToken, text: typed}
}

// run takes letters, digits and _, and a dot that stands between two of them.
func (s *scanner) run() string {
	start := s.pos
	for isNamePart(s.peek(0)) || s.peek(0) == '.' && s.pos > start && isNamePart(s.peek(1)) {
		s.pos++
	}
	return string(s.src[start:s.pos])
}

// phai takes the second word of "không phải" when it stands next.
func (s *scanner) phai(first string) bool {
	if first != "không" && first != "khong" {
		return false
	}
	before := s.pos
	s.skipSpace()
	if second := strings.ToLower(s.run()); second == "phải" || second == "phai" {
		return true
	}
	s.pos = before
	return false
}

// quoted scans a text up to its closing quote; a quote within is doubled, as in Excel. Word turns straight quotes into
// curly ones, so that all of them are the same here.
func (s *scanner) quoted() token {
	t := token{kind: textToken}
	var value strings.Builder
	for s.pos++; s.pos < len(s.src); s.pos++ {
		switch c := s.src[s.pos]; {
		case !isQuote(c):
			value.WriteRune(plainSpace(c))
		case isQuote(s.peek(1)):
			value.WriteByte('"')
			s.pos++
		default:
			s.pos++
			t.text = value.String()
			return t
		}
	}
	t.text = value.String()
	t.fault = &Fault{Message: faultQuote.With()}
	return t
}

// singleQuoted takes a text in single quotes for a text, with a fault.
func (s *scanner) singleQuoted() token {
	start := s.pos
	for s.pos++; s.pos < len(s.src); s.pos++ {
		if isSingleQuote(s.src[s.pos]) {
			inside := string(s.src[start+1 : s.pos])
			s.pos++
			return token{kind: textToken, fault: &Fault{
				Message:     faultQuoteKind.With(shown(inside)),
				Suggestions: []string{quote(vntext.Clean(inside))},
			}}
		}
	}
	s.pos = start + 1
	return strange(s.src[start])
}

// sign scans an operator or a separator, also in the forms that Word and habit give them.
func (s *scanner) sign() token {
	for _, sign := range signs {
		if s.has(sign.typed) {
			s.pos += len(sign.typed)
			t := token{kind: sign.kind, op: sign.op}
			if sign.instead != "" {
				t.fault = &Fault{
					Message:     faultSign.With(string(sign.typed), sign.instead),
					Suggestions: []string{sign.instead},
				}
			}
			return t
		}
	}
	s.pos++
	if c := s.src[s.pos-1]; c != '%' {
		return strange(c)
	}
	return token{kind: strangeToken, fault: &Fault{Message: faultPercent.With()}}
}

func (s *scanner) has(typed []rune) bool {
	if len(s.src)-s.pos < len(typed) {
		return false
	}
	for i, c := range typed {
		if s.src[s.pos+i] != c {
			return false
		}
	}
	return true
}

func strange(c rune) token {
	return token{kind: strangeToken, fault: &Fault{Message: faultCharacter.With(string(c))}}
}

// quote gives a text as it is written in an expression.
func quote(s string) string {
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
