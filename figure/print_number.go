package figure

import (
	"math/big"
	"strings"
)

// The decimals that a plain number may show, and those of a quotient or of a number whose decimals do not end.
const (
	exactPlaces   = 6
	roundedPlaces = 2
)

var (
	one     = big.NewRat(1, 1)
	ten     = big.NewRat(10, 1)
	hundred = big.NewRat(100, 1)
)

// printCount prints a count in a sentence. What is no whole number from 0, such as an average, prints as a decimal.
func printCount(v Value) (string, bool) {
	if v.Kind != Number {
		return "", false
	}
	if v.Rat.Sign() == 0 {
		return "không có", true
	}
	if v.Rat.IsInt() {
		return padded(v.Rat), true
	}
	return printNumber(v)
}

// printNumber prints a number with all its decimals, where they end and are not too many. A quotient is rounded.
func printNumber(v Value) (string, bool) {
	if v.Kind != Number {
		return "", false
	}
	if v.Rat.IsInt() {
		return wholeText(v.Rat), true
	}
	if places, exact := precision(v.Rat); exact && (v.Den == nil && places <= exactPlaces || places <= roundedPlaces) {
		return groupedText(v.Rat, places), true
	}
	return seenText(v.Rat, 1, roundedPlaces), true
}

// printPercent prints a share as a percentage with at most so many decimals. It takes more where the share would else read as 0%
// or 100% without being so.
func printPercent(places int) func(Value) (string, bool) {
	return func(v Value) (string, bool) {
		if v.Kind != Number {
			return "", false
		}
		return seenText(v.Rat, 100, places, 100) + "%", true
	}
}

// seenText rounds a multiple of a number to places decimals, or to as many as are needed to tell it from 0 and from the given limits.
func seenText(r *big.Rat, times int64, places int, limits ...int64) string {
	if f, ok := fractionOf(r, times); ok {
		if text, ok := f.seen(places, limits); ok {
			return text
		}
	}
	return seenExactly(new(big.Rat).Mul(r, new(big.Rat).SetInt64(times)), places, limits)
}

// seenExactly is seenText for numbers of any size.
func seenExactly(r *big.Rat, places int, limits []int64) string {
	if r.IsInt() {
		return wholeText(r)
	}
	for !distinct(r, places, limits) {
		places++
	}
	return groupDigits(r.FloatString(places))
}

// distinct reports whether a number that is not whole, rounded, differs from 0 and from the limits.
func distinct(r *big.Rat, places int, limits []int64) bool {
	shown := rounded(r, one, places)
	for _, limit := range limits {
		if shown.Cmp(new(big.Rat).SetInt64(limit)) == 0 {
			return false
		}
	}
	return shown.Sign() != 0
}

// groupedText writes a number as Vietnamese documents do: dots between thousands, a comma before at most places decimals, zeros at
// the end dropped, half rounded away from zero.
func groupedText(r *big.Rat, places int) string { return groupDigits(decimal(r, places)) }

// wholeText writes a whole number as groupedText does.
func wholeText(r *big.Rat) string { return groupDigits(intText(r.Num())) }

// groupedAll writes a number with all its decimals, or rounded where they do not end.
func groupedAll(r *big.Rat) string {
	places, exact := precision(r)
	if !exact {
		places = roundedPlaces
	}
	return groupedText(r, places)
}

// groupDigits turns the notation of FloatString into the Vietnamese one.
func groupDigits(s string) string {
	s, negative := strings.CutPrefix(s, "-")
	whole, fraction, _ := strings.Cut(s, ".")
	fraction = strings.TrimRight(fraction, "0")
	if !negative && fraction == "" && len(whole) <= 3 {
		return whole
	}
	var b strings.Builder
	if negative && (fraction != "" || strings.Trim(whole, "0") != "") {
		b.WriteByte('-')
	}
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteByte(whole[i])
	}
	if fraction != "" {
		b.WriteString("," + fraction)
	}
	return b.String()
}

// padded writes a number with a zero before 0 to 9.
func padded(r *big.Rat) string {
	text := groupedAll(r)
	if len(text) == 1 {
		return "0" + text
	}
	return text
}

// printRatio prints the two terms of a quotient.
func printRatio(v Value) (string, bool) {
	if v.Kind != Number || v.Num == nil || v.Den == nil {
		return "", false
	}
	return groupedAll(v.Num) + "/" + groupedAll(v.Den), true
}

// printPaddedRatio pads both terms when the part is below 10.
func printPaddedRatio(v Value) (string, bool) {
	if v.Kind != Number || v.Num == nil || v.Den == nil {
		return "", false
	}
	if v.Num.Cmp(ten) >= 0 {
		return printRatio(v)
	}
	return padded(v.Num) + "/" + padded(v.Den), true
}

// printRange prints both ends, padded where they are whole.
func printRange(v Value) (string, bool) {
	if v.Kind != Range {
		return "", false
	}
	if !v.Rat.IsInt() || !v.High.IsInt() {
		return groupedAll(v.Rat) + "-" + groupedAll(v.High), true
	}
	return padded(v.Rat) + "-" + padded(v.High), true
}
