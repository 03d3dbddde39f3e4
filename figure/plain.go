package figure

import (
	"math/big"
	"strconv"
	"strings"
	"time"

	"tonghop/lang"
	"tonghop/vntext"
)

// Plain writes a value for other programs, so that nothing is rounded: a number in decimal notation ("1805", "-0.5"), or as a fraction
// where the decimals do not end ("199086/241386", with the terms as they were before the division), a range as "1..2", a
// date as "2021-03-03". It is empty for a missing value, for one that does not apply and for a list.
func Plain(v Value) string {
	switch v.Kind {
	case Number:
		return plainNumber(v)
	case Range:
		return plainRat(v.Rat) + ".." + plainRat(v.High)
	case Date:
		return v.Date.Format(time.DateOnly)
	case Bool:
		return strconv.FormatBool(v.Bool)
	case Text, Prose:
		return v.Text
	}
	return ""
}

func plainNumber(v Value) string {
	if v.Rat.IsInt() {
		return intText(v.Rat.Num())
	}
	if _, exact := precision(v.Rat); exact || v.Num == nil || v.Den == nil || v.Den.Sign() == 0 {
		return plainRat(v.Rat)
	}
	// Terms with fractions of their own are scaled until both are whole.
	num, den := v.Num, v.Den
	if !num.IsInt() || !den.IsInt() {
		divisor := new(big.Int).GCD(nil, nil, num.Denom(), den.Denom())
		common := new(big.Int).Mul(num.Denom(), new(big.Int).Quo(den.Denom(), divisor))
		factor := new(big.Rat).SetInt(common)
		num, den = new(big.Rat).Mul(num, factor), new(big.Rat).Mul(den, factor)
	}
	if den.Sign() < 0 {
		num, den = new(big.Rat).Neg(num), new(big.Rat).Neg(den)
	}
	return intText(num.Num()) + "/" + intText(den.Num())
}

// plainRat writes a number in decimal notation, or as a reduced fraction.
func plainRat(r *big.Rat) string {
	if places, exact := precision(r); exact {
		return decimal(r, places)
	}
	return r.RatString()
}

var (
	msgNotDecimal = lang.Format{
		Vi: "“%s” không phải là số; hãy gõ như 2000, 0,5 hoặc 80%%",
		En: "“%s” is not a number; type it like 2000, 0,5 or 80%%",
	}
)

// ParseDecimal reads a number that the office typed into its catalogue: 2000, 1.000.000, 0,5, 0.5, -3, 80%. A percentage gives the share (0.8).
// Unlike a cell of a form it may be negative and have a decimal dot; one separator before exactly three digits is
// refused as ambiguous. The error is a lang.Message.
func ParseDecimal(s string) (*big.Rat, error) {
	text := cellText(s)
	digits, negative := strings.CutPrefix(text, "-")
	digits, percent := strings.CutSuffix(digits, "%")
	n, rest, ok := cutNumeral(strings.TrimSpace(digits))
	if !ok || rest != "" || len([]rune(text)) > longestText {
		return nil, msgNotDecimal.With(quote(vntext.Clean(s)))
	}
	r, other, sh := n.decimal()
	if reading := shaped(r, other, sh, text); reading.Severity == Error {
		return nil, reading.Message
	}
	if percent {
		r.Quo(r, hundred)
	}
	if negative {
		r.Neg(r)
	}
	return r, nil
}
