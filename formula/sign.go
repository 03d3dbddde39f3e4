package formula

import (
	"strings"
	"unicode"
)

// signs are the operators and separators as they are typed, longer ones before those they begin with. A sign that is not of the
// language but certain in its meaning is a fault that says what to write instead, and is read as that.
var signs = []struct {
	typed   []rune
	kind    tokenKind
	op      operator
	instead string
}{
	{[]rune("<="), operatorToken, opLessEqual, ""},
	{[]rune("≤"), operatorToken, opLessEqual, ""},
	{[]rune("⩽"), operatorToken, opLessEqual, ""},
	{[]rune("=<"), operatorToken, opLessEqual, "<="},
	{[]rune(">="), operatorToken, opGreaterEqual, ""},
	{[]rune("≥"), operatorToken, opGreaterEqual, ""},
	{[]rune("⩾"), operatorToken, opGreaterEqual, ""},
	{[]rune("=>"), operatorToken, opGreaterEqual, ">="},
	{[]rune("<>"), operatorToken, opUnequal, ""},
	{[]rune("≠"), operatorToken, opUnequal, ""},
	{[]rune("!="), operatorToken, opUnequal, "<>"},
	{[]rune("=="), operatorToken, opEqual, "="},
	{[]rune("="), operatorToken, opEqual, ""},
	{[]rune("<"), operatorToken, opLess, ""},
	{[]rune(">"), operatorToken, opGreater, ""},
	{[]rune("&&"), operatorToken, opAnd, "và"},
	{[]rune("||"), operatorToken, opOr, "hoặc"},
	{[]rune("!"), operatorToken, opNot, "không phải"},
	{[]rune("+"), operatorToken, opAdd, ""},
	{[]rune("-"), operatorToken, opSubtract, ""},
	{[]rune("–"), operatorToken, opSubtract, ""},
	{[]rune("—"), operatorToken, opSubtract, ""},
	{[]rune("−"), operatorToken, opSubtract, ""},
	{[]rune("‐"), operatorToken, opSubtract, ""},
	{[]rune("‑"), operatorToken, opSubtract, ""},
	{[]rune("‒"), operatorToken, opSubtract, ""},
	{[]rune("*"), operatorToken, opMultiply, ""},
	{[]rune("×"), operatorToken, opMultiply, ""},
	{[]rune("/"), operatorToken, opDivide, ""},
	{[]rune("÷"), operatorToken, opDivide, ""},
	{[]rune("∕"), operatorToken, opDivide, ""},
	{[]rune("⁄"), operatorToken, opDivide, ""},
	{[]rune(":"), operatorToken, opDivide, "/"},
	{[]rune("("), openToken, noOperator, ""},
	{[]rune(")"), closeToken, noOperator, ""},
	{[]rune("["), openToken, noOperator, "("},
	{[]rune("]"), closeToken, noOperator, ")"},
	{[]rune(";"), semicolonToken, noOperator, ""},
	{[]rune(","), commaToken, noOperator, ""},
}

// operatorWords and truthWords are the words of the language, in every spelling that is accepted. They are spelled out
// because dropping accents would also take vả for và.
var (
	operatorWords = map[string]operator{
		"và": opAnd, "va": opAnd, "and": opAnd,
		"hoặc": opOr, "hoac": opOr, "or": opOr,
		"not": opNot, "không_phải": opNot, "khong_phai": opNot,
	}
	truthWords = map[string]bool{
		"có": true, "co": true, "yes": true, "true": true, "đúng": true, "dung": true,
		"không": false, "khong": false, "no": false, "false": false, "sai": false,
	}
)

// ValidName reports whether an expression can use a code as it stands: letters, digits and _ that begin with a letter or _,
// with dots between parts, and no word of the language.
func ValidName(code string) bool {
	s := scanner{src: readable(code)}
	t := s.next()
	return t.kind == nameToken && s.pos == len(s.src) && t.start == 0
}

func isDigit(c rune) bool       { return '0' <= c && c <= '9' }
func isLetter(c rune) bool      { return c == '_' || unicode.IsLetter(c) }
func isNamePart(c rune) bool    { return isLetter(c) || unicode.IsDigit(c) }
func isQuote(c rune) bool       { return strings.ContainsRune("\"“”„‟", c) }
func isSingleQuote(c rune) bool { return strings.ContainsRune("'‘’‚‛", c) }

// isSpace takes line breaks, which Excel cells may hold, and every width of space for space.
func isSpace(c rune) bool {
	return unicode.IsSpace(c) || unicode.Is(unicode.Z, c)
}

// plainSpace makes one plain space of what is no visible character.
func plainSpace(c rune) rune {
	if isSpace(c) || unicode.IsControl(c) {
		return ' '
	}
	return c
}
