package formula

import (
	"math/big"
	"strings"

	"tonghop/lang"
)

// mostDigits is how many digits a number may have: more than any sum of money needs.
const mostDigits = 60

// number scans a number with its percent sign. Letters that stick to it are part of it, so that 5tr is one fault. A faulty
// number has no value.
func (s *scanner) number() token {
	t := token{kind: numberToken}
	start := s.pos
	for isDigit(s.peek(0)) || (s.peek(0) == '.' || s.peek(0) == ',') && isDigit(s.peek(1)) {
		s.pos++
	}
	digits := string(s.src[start:s.pos])
	if isNamePart(s.peek(0)) || s.peek(0) == '.' && isNamePart(s.peek(1)) {
		for isNamePart(s.peek(0)) || (s.peek(0) == '.' || s.peek(0) == ',') && isNamePart(s.peek(1)) {
			s.pos++
		}
		t.fault = &Fault{Message: faultNumber.With(shown(string(s.src[start:s.pos])))}
		return t
	}
	t.value, t.fault = readNumber(digits)
	t.percent = s.percent()
	if t.percent && t.value != nil {
		t.value = new(big.Rat).Quo(t.value, big.NewRat(100, 1))
	}
	return t
}

// percent takes a percent sign when it stands next.
func (s *scanner) percent() bool {
	before := s.pos
	s.skipSpace()
	if s.peek(0) == '%' {
		s.pos++
		return true
	}
	s.pos = before
	return false
}

// readNumber reads digits with dots and commas between them. One separator is the decimal sign, unless exactly three digits follow
// one to three that do not begin with 0: then it might separate thousands, and nobody but the writer knows.
func readNumber(typed string) (*big.Rat, *Fault) {
	groups := strings.FieldsFunc(typed, isSeparator)
	joined := strings.Join(groups, "")
	if len(joined) > mostDigits {
		return nil, &Fault{Message: faultNumberLong.With(shown(typed), mostDigits)}
	}
	switch {
	case isSeparator(rune(typed[0])):
		decimal := "0," + groups[0]
		if len(groups) > 1 {
			return nil, &Fault{Message: faultNumber.With(shown(typed))}
		}
		return nil, &Fault{Message: faultZero.With(typed, decimal), Suggestions: []string{decimal}}
	case len(groups) == 1:
		return decimal(joined, 0), nil
	case len(groups) > 2:
		return nil, groupedFault(typed, groups)
	case isGrouped(groups):
		return nil, ambiguousFault(typed, groups)
	}
	return decimal(joined, len(groups[1])), nil
}

func ambiguousFault(typed string, groups []string) *Fault {
	thousands := strings.Join(groups, "")
	withDecimals := groups[0] + "," + groups[1] + "0"
	return &Fault{
		Message:     faultAmbiguous.With(typed, thousands, withDecimals),
		Suggestions: []string{thousands, withDecimals},
	}
}

// groupedFault is about several separators: all of one kind separate thousands, and a last one of the other kind is the
// decimal sign.
func groupedFault(typed string, groups []string) *Fault {
	signs := strings.Map(func(r rune) rune {
		if isSeparator(r) {
			return r
		}
		return -1
	}, typed)
	last := len(signs) - 1
	var plain string
	switch {
	case strings.Count(signs, signs[:1]) == len(signs) && isGrouped(groups):
		plain = strings.Join(groups, "")
	case strings.Count(signs, signs[:1]) == last && signs[last] != signs[0] && isGrouped(groups[:last+1]):
		plain = strings.Join(groups[:last+1], "") + "," + groups[last+1]
	default:
		return &Fault{Message: faultNumber.With(shown(typed))}
	}
	return &Fault{Message: faultGrouped.With(typed, plain), Suggestions: []string{plain}}
}

// isGrouped reports whether groups of digits are those of a number with separated thousands.
func isGrouped(groups []string) bool {
	if len(groups[0]) > 3 || groups[0][0] == '0' {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}

func isSeparator(r rune) bool { return r == '.' || r == ',' }

// decimal makes the number whose last places digits stand behind the decimal sign.
func decimal(digits string, places int) *big.Rat {
	n, _ := new(big.Int).SetString(digits, 10)
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	return new(big.Rat).SetFrac(n, scale)
}

// writeNumber gives a number as it is written in an expression, so that reading it gives the same number.
func writeNumber(n *number) string {
	value, sign := n.value, ""
	if n.percent {
		value, sign = new(big.Rat).Mul(n.value, big.NewRat(100, 1)), "%"
	}
	places, _ := value.FloatPrec()
	plain := strings.Replace(value.FloatString(places), ".", ",", 1)
	if whole, _, ok := strings.Cut(plain, ","); ok && places == 3 && len(whole) <= 3 && whole != "0" {
		plain += "0"
	}
	return plain + sign
}

// splitNumberFault is about two numbers side by side of which the second looks like a group of thousands.
func splitNumberFault(before, after string) (lang.Message, string, bool) {
	if !isGrouped([]string{before, after}) {
		return lang.Message{}, "", false
	}
	return faultSplitNumber.With(before + after), before + after, true
}
