package figure

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
)

// fraction is a number whose terms fit into machine words, as nearly all do that a form holds. It is printed exactly as a big.Rat is, without the
// memory that the arithmetic of big numbers takes: a report prints thousands of figures. It need not be reduced.
type fraction struct{ num, den int64 }

// fractionOf gives a multiple of a number as a fraction. ok is false where it does not fit.
func fractionOf(r *big.Rat, times int64) (f fraction, ok bool) {
	num := r.Num()
	if !num.IsInt64() {
		return f, false
	}
	f.den = 1
	if !r.IsInt() {
		den := r.Denom()
		if !den.IsInt64() {
			return f, false
		}
		f.den = den.Int64()
	}
	f.num, ok = multiply(num.Int64(), times)
	return f, ok
}

// multiply gives a product. ok is false where it does not fit.
func multiply(a, times int64) (product int64, ok bool) {
	if a > math.MaxInt64/times || a < -math.MaxInt64/times {
		return 0, false
	}
	return a * times, true
}

// powers are those of ten that fit.
var powers = func() (all [19]int64) {
	all[0] = 1
	for i := range all[1:] {
		all[i+1] = all[i] * 10
	}
	return all
}()

// rounded gives the fraction in units of the last of so many decimals, half rounded away from zero as big.Rat does. ok is false where that does
// not fit.
func (f fraction) rounded(places int) (n int64, ok bool) {
	if places >= len(powers) {
		return 0, false
	}
	num, ok := multiply(f.num, powers[places])
	if !ok {
		return 0, false
	}
	n = num / f.den
	switch rest := num % f.den; {
	case rest > 0 && rest >= f.den-rest:
		n++
	case rest < 0 && -rest >= f.den+rest:
		n--
	}
	return n, true
}

// seen is seenText for fractions.
func (f fraction) seen(places int, limits []int64) (text string, ok bool) {
	if f.num%f.den == 0 {
		return groupDigits(fixed(f.num/f.den, 0)), true
	}
	for ; ; places++ {
		n, ok := f.rounded(places)
		if !ok {
			return "", false
		}
		if !isLimit(n, places, limits) {
			return groupDigits(fixed(n, places)), true
		}
	}
}

// isLimit reports whether a number in units of the last of so many decimals is 0 or one of the limits.
func isLimit(n int64, places int, limits []int64) bool {
	for _, limit := range limits {
		if whole, ok := multiply(limit, powers[places]); ok && n == whole {
			return true
		}
	}
	return n == 0
}

// fixed writes a number in units of the last of so many decimals in the notation of FloatString.
func fixed(n int64, places int) string {
	digits := strconv.FormatInt(n, 10)
	if places == 0 {
		return digits
	}
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	if missing := places + 1 - len(digits); missing > 0 {
		digits = zeros[:missing] + digits
	}
	whole := len(digits) - places
	return sign + digits[:whole] + "." + digits[whole:]
}

// zeros are as many as the powers have.
const zeros = "0000000000000000000"

// precision tells how many decimals a number has before they repeat, and whether they end there, as FloatPrec does.
func precision(r *big.Rat) (places int, exact bool) {
	if r.IsInt() {
		return 0, true
	}
	den := r.Denom()
	if !den.IsInt64() {
		return r.FloatPrec()
	}
	rest := uint64(den.Int64())
	twos, fives := bits.TrailingZeros64(rest), 0
	for rest >>= twos; rest%5 == 0; rest /= 5 {
		fives++
	}
	return max(twos, fives), rest == 1
}

// decimal writes a number with so many decimals as FloatString does.
func decimal(r *big.Rat, places int) string {
	if f, ok := fractionOf(r, 1); ok {
		if n, ok := f.rounded(places); ok {
			text := fixed(n, places)
			if n == 0 && f.num < 0 {
				return "-" + text
			}
			return text
		}
	}
	return r.FloatString(places)
}

// intText writes a whole number.
func intText(n *big.Int) string {
	if n.IsInt64() {
		return strconv.FormatInt(n.Int64(), 10)
	}
	return n.String()
}
