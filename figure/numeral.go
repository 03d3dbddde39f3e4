package figure

import (
	"math/big"
	"strings"
)

// numeral is a number as typed: groups of digits with the separators between them. In 1.234,5 the digits are 1, 234
// and 5 and the separators “.,”.
type numeral struct {
	digits []string
	seps   string
}

// shape is how the separators of a numeral can be understood.
type shape uint8

const (
	plainShape     shape = iota // no separators, or dots between thousands, or a decimal comma
	groupedShape                // commas or spaces between thousands
	decimalDot                  // a decimal dot
	fractionShape               // a fraction where a whole number is asked for
	ambiguousShape              // one separator before exactly three digits: a thousand or a decimal
	brokenShape                 // separators in the wrong places
)

// cutNumeral takes a numeral from the start of a text and gives the rest without surrounding space. A space belongs to the numeral
// when three digits follow it; a dot or comma when any digit does.
func cutNumeral(s string) (n numeral, rest string, ok bool) {
	size := digitsAt(s)
	if size == 0 {
		return n, s, false
	}
	n.digits, s = append(n.digits, s[:size]), s[size:]
	for len(s) > 1 && strings.IndexByte(". ,", s[0]) >= 0 {
		size = digitsAt(s[1:])
		if size == 0 || s[0] == ' ' && size != 3 {
			break
		}
		n.seps += s[:1]
		n.digits, s = append(n.digits, s[1:1+size]), s[1+size:]
	}
	return n, strings.TrimSpace(s), true
}

// digitsAt counts the digits at the start of a text.
func digitsAt(s string) int {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return i
		}
	}
	return len(s)
}

// whole reads a numeral where fractions do not occur, so that 1.805 can only be a thousand.
func (n numeral) whole() (*big.Rat, shape) {
	last := len(n.digits) - 1
	switch {
	case n.seps == "":
		return n.rat(len(n.digits)), plainShape
	case n.grouped(last):
		if n.seps[0] == '.' {
			return n.rat(len(n.digits)), plainShape
		}
		return n.rat(len(n.digits)), groupedShape
	case n.seps[last-1] == ' ':
		return nil, brokenShape
	case n.grouped(last-1) && n.seps[last-1] != n.seps[0], last == 1 && (len(n.digits[1]) < 3 || n.digits[0] == "0"):
		return n.rat(last), fractionShape
	}
	return nil, brokenShape
}

// decimal reads a numeral that may have a fraction. It gives both readings of an ambiguous one: as a whole and as a decimal.
func (n numeral) decimal() (r, other *big.Rat, s shape) {
	last := len(n.digits) - 1
	switch {
	case n.seps == "":
		return n.rat(len(n.digits)), nil, plainShape
	case len(n.seps) == 1 && n.seps != " ":
		if n.grouped(last) {
			return n.rat(len(n.digits)), n.rat(last), ambiguousShape
		}
		if len(n.digits[1]) == 3 && len(n.digits[0]) > 1 && n.digits[0][0] == '0' {
			return nil, nil, brokenShape
		}
		return n.rat(last), nil, decimalShape(n.seps, plainShape)
	case n.grouped(last):
		if n.seps[0] == '.' {
			return n.rat(len(n.digits)), nil, plainShape
		}
		return n.rat(len(n.digits)), nil, groupedShape
	case n.grouped(last-1) && n.seps[last-1] != n.seps[0] && n.seps[last-1] != ' ':
		if n.seps[0] == ' ' {
			return n.rat(last), nil, decimalShape(n.seps[last-1:], groupedShape)
		}
		return n.rat(last), nil, decimalShape(n.seps[last-1:], plainShape)
	}
	return nil, nil, brokenShape
}

// decimalShape warns of a decimal dot.
func decimalShape(sep string, otherwise shape) shape {
	if sep == "." {
		return decimalDot
	}
	return otherwise
}

// grouped reports whether the digits up to index last are a number in groups of three with the same separator
// throughout. A number with a leading zero is not grouped.
func (n numeral) grouped(last int) bool {
	if last < 0 || len(n.digits[0]) > 3 || last > 0 && n.digits[0][0] == '0' {
		return false
	}
	for i := 1; i <= last; i++ {
		if len(n.digits[i]) != 3 || n.seps[i-1] != n.seps[0] {
			return false
		}
	}
	return true
}

// rat makes the number whose digits before index point stand before the decimal separator.
func (n numeral) rat(point int) *big.Rat {
	text := strings.Join(n.digits[:point], "")
	if point < len(n.digits) {
		text += "." + strings.Join(n.digits[point:], "")
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return new(big.Rat)
	}
	return r
}
