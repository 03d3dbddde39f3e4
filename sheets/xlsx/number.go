package xlsx

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"tonghop/lang"
)

// digits is how many significant digits Excel keeps of a number that is typed and shows of one that is calculated.
const digits = 15

// longest is the length of the longest number that is read. A double written out without exponent has at most some 770 characters.
const longest = 800

var notANumber = lang.Format{Vi: "“%s” không phải là một số", En: "“%s” is not a number"}

// Decimal gives the exact decimal that people see behind a stored number. A workbook stores binary floating point: 0.1+0.2 is stored as
// 0.30000000000000004. Excel shows 15 significant digits; the number is rounded to these and is exact from there on. A text that is no
// number of a workbook, infinities and what lies beyond the doubles included, is an error that is a lang.Message.
func Decimal(raw string) (*big.Rat, error) {
	if !isNumber([]byte(raw)) {
		return nil, notANumber.With(quote([]byte(raw)))
	}
	if len(raw) <= digits && !strings.ContainsAny(raw, "eE.") {
		n, err := strconv.ParseInt(raw, 10, 64)
		if err == nil {
			return new(big.Rat).SetInt64(n), nil
		}
	}
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return nil, notANumber.With(quote([]byte(raw)))
	}
	return round(f), nil
}

// round gives the decimal with 15 significant digits that is nearest to a finite double.
func round(f float64) *big.Rat {
	text := strconv.FormatFloat(f, 'e', digits-1, 64) // -d.ddddddddddddddE±dd
	mantissa, exponent, _ := strings.Cut(text, "e")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	n, _ := strconv.ParseInt(whole+fraction, 10, 64)
	e, _ := strconv.Atoi(exponent)
	r := new(big.Rat).SetInt64(n)
	shift := e - (digits - 1)
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(shift, -shift))), nil)
	if shift >= 0 {
		return r.Mul(r, new(big.Rat).SetInt(power))
	}
	return r.Quo(r, new(big.Rat).SetInt(power))
}

// isNumber reports whether a text is a finite number as XML writes doubles: digits with at most one point, then
// perhaps an exponent. Neither commas nor spaces nor "NaN" nor "INF" are numbers of a workbook.
func isNumber(b []byte) bool {
	if len(b) > longest {
		return false
	}
	i := sign(b, 0)
	first := i
	zero, seen, point := true, 0, false
	for ; i < len(b); i++ {
		c := b[i]
		if c == '.' && !point {
			point = true
			continue
		}
		if c < '0' || '9' < c {
			break
		}
		seen++
		zero = zero && c == '0'
	}
	if seen == 0 {
		return false
	}
	if i == len(b) && i-first < 300 {
		return true
	}
	return exponent(b, i) && finite(b, zero)
}

func sign(b []byte, i int) int {
	if i < len(b) && (b[i] == '+' || b[i] == '-') {
		return i + 1
	}
	return i
}

// exponent reports whether the rest of a number is empty or an exponent.
func exponent(b []byte, i int) bool {
	if i == len(b) {
		return true
	}
	if b[i] != 'e' && b[i] != 'E' {
		return false
	}
	from := sign(b, i+1)
	_, ok := parseUint(b[from:], math.MaxInt32)
	return ok
}

// finite reports whether a number is neither beyond the doubles nor lost below them.
func finite(b []byte, zero bool) bool {
	f, err := strconv.ParseFloat(string(b), 64)
	return err == nil && (zero || f != 0)
}
