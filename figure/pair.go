package figure

import (
	"math/big"
	"strings"

	"tonghop/vntext"
)

// readRatio reads part and whole: 9/11 (rule R18).
func readRatio(measure, s string) Reading {
	first, rest, ok := cutNumeral(s)
	after, slashed := strings.CutPrefix(rest, "/")
	if !ok || !slashed {
		return refuse("R18", spokenRatio(measure, s), msgNotRatio.With(quote(s)))
	}
	second, unit, ok := cutNumeral(strings.TrimSpace(after))
	if !ok || unit != "" && fitUnit(unit, measure) != sameUnit {
		return refuse("R18", "", msgNotRatio.With(quote(s)))
	}
	count := newQuantity(CountField, measure)
	part, whole := count.number(first, s), count.number(second, s)
	switch {
	case part.Severity == Error:
		return part
	case whole.Severity == Error:
		return whole
	case whole.Value.Rat.Sign() == 0:
		return refuse("R18", "", msgZeroWhole.With(quote(s)))
	case part.Value.Rat.Cmp(whole.Value.Rat) > 0:
		return refuse("R18", "", msgPartAboveWhole.With(quote(s)))
	}
	r := accept(Quotient(part.Value.Rat, whole.Value.Rat)).withAll(part)
	if part.Message.IsZero() {
		r = r.withAll(whole)
	}
	if unit != "" {
		r = r.with(Note, "R5", msgUnitWord.With(quote(s), quote(unit)))
	}
	return r
}

// ratioWords stand between part and whole where no slash does, folded.
var ratioWords = []string{" trong tong so ", " tren tong so ", " trong so ", " trong ", " tren ", ":"}

// spokenRatio gives the ratio that was written in words, “5 trên 7”, and nothing for any other text.
func spokenRatio(measure, s string) string {
	folded := vntext.Fold(s)
	for _, word := range ratioWords {
		part, whole, found := strings.Cut(folded, word)
		if !found || strings.ContainsAny(part+whole, "/") {
			continue
		}
		typed := strings.TrimSpace(part) + "/" + strings.TrimSpace(whole)
		if r := readRatio(measure, typed); r.Severity < Error {
			return Plain(NumberOf(r.Value.Num)) + "/" + Plain(NumberOf(r.Value.Den))
		}
	}
	return ""
}

// readRange reads two ends: 30-40, từ 31 đến 32 tuổi (rule R19). The unit behind them belongs to the way ranges are
// written and needs no remark.
func readRange(measure, s string) Reading {
	key := vntext.Key(s)
	for _, word := range []string{vntext.Key("từ"), "tu"} {
		key = strings.TrimPrefix(key, word)
	}
	first, rest, ok := cutNumeral(strings.TrimSpace(key))
	if !ok {
		return refuse("R19", "", msgNotRange.With(quote(s)))
	}
	unit, after, ok := cutRangeMark(rest)
	if !ok || !fitsRange(unit, measure) {
		return refuse("R19", "", msgNotRange.With(quote(s)))
	}
	second, unit, ok := cutNumeral(after)
	if !ok || !fitsRange(unit, measure) {
		return refuse("R19", "", msgNotRange.With(quote(s)))
	}
	low, high := rangeEnd(first, s), rangeEnd(second, s)
	switch {
	case low.Severity == Error:
		return low
	case high.Severity == Error:
		return high
	case low.Value.Rat.Cmp(high.Value.Rat) > 0:
		return refuse("R19", exactText(high.Value.Rat)+"-"+exactText(low.Value.Rat), msgLowAboveHigh.With(quote(s)))
	}
	r := accept(Value{Kind: Range, Rat: low.Value.Rat, High: high.Value.Rat}).withAll(low)
	if low.Message.IsZero() {
		r = r.withAll(high)
	}
	return r
}

// cutRangeMark finds what stands between the two ends.
func cutRangeMark(key string) (unit, after string, ok bool) {
	for _, mark := range []string{"-", vntext.Key("đến"), vntext.Key("tới"), "den"} {
		if unit, after, ok = strings.Cut(key, mark); ok {
			return strings.TrimSpace(unit), strings.TrimSpace(after), true
		}
	}
	return "", "", false
}

func fitsRange(unit, measure string) bool {
	return unit == "" || fitUnit(unit, measure) == sameUnit
}

// rangeEnd reads one end. Ends are mostly counts, so that a dot before three digits is a thousand; a comma before three
// digits could be either.
func rangeEnd(n numeral, s string) Reading {
	whole, sh := n.whole()
	if sh == plainShape {
		return accept(NumberOf(whole))
	}
	r, other, sh := n.decimal()
	return shaped(r, other, sh, s)
}

// exactText writes a number without grouping and with a decimal comma: what to type into any Excel. A fraction whose
// decimals do not end, which no reading produces, is given as a quotient.
func exactText(r *big.Rat) string {
	places, exact := precision(r)
	if !exact {
		return r.RatString()
	}
	return strings.Replace(decimal(r, places), ".", ",", 1)
}
