package report

import (
	"math/big"
	"strings"

	"tonghop/figure"
)

// Figures are rounded when they are printed, and that is what readers want, but not beside a plan: “50,1%, kế hoạch ít nhất 50,08%, chưa đạt” reads as a
// mistake. A plan is printed to its last digit, and a result with as many as it takes to stand on the side of the plan
// where it is.

var hundred = big.NewRat(100, 1)

// Units of money that styles print in.
var (
	dong    = big.NewRat(1, 1)
	million = big.NewRat(1_000_000, 1)
	billion = big.NewRat(1_000_000_000, 1)
)

const (
	mostPlaces  = 12 // the most decimals with which a result is told from a plan
	dongAtEnd   = "\u00a0đồng"
	usualPlaces = 2
)

// decimals are those that a style of percentages prints at most.
var decimals = map[string]int{"pt0": 0, "pt": 1, "pt2": 2}

// exactly prints a planned value to its last digit: a zero is 0, money is short where nothing is lost by it.
func exactly(style string, v figure.Value) string {
	if v.Kind != figure.Number {
		return show(style, v)
	}
	if _, ends := v.Rat.FloatPrec(); !ends {
		return fraction(v)
	}
	switch style {
	case "so0":
		if v.Rat.IsInt() && v.Rat.Sign() > 0 {
			return show(style, v)
		}
	case "nm", "nm0":
		if v.Num != nil {
			return show(style, v)
		}
		return percentage(v.Rat)
	case "pt0", "pt", "pt2":
		return percentage(v.Rat)
	case "tien", "tien_tron", "tien_du", "trieu":
		if short := show("tien", v); !isRounded(short) {
			return short
		}
		return digits(v.Rat, allPlaces(v.Rat)) + dongAtEnd
	}
	return digits(v.Rat, allPlaces(v.Rat))
}

// beside prints a result in its style, with more digits where it would read otherwise than it is beside one of the plans.
func beside(style string, v figure.Value, plans ...figure.Value) string {
	if v.Kind != figure.Number {
		return show(style, v)
	}
	var marks []*big.Rat
	for _, plan := range plans {
		if plan.Kind == figure.Number {
			marks = append(marks, plan.Rat)
		}
	}
	switch style {
	case "pt0", "pt", "pt2":
		percents := []*big.Rat{new(big.Rat), hundred}
		for _, mark := range marks {
			percents = append(percents, new(big.Rat).Mul(mark, hundred))
		}
		return apart(new(big.Rat).Mul(v.Rat, hundred), decimals[style], percents) + "%"
	case "so", "so0", "thap_phan":
		places, ends := v.Rat.FloatPrec()
		if text := show(style, v); v.Rat.IsInt() || ends && text == digits(v.Rat, places) || len(marks) == 0 {
			return text
		}
		return apart(v.Rat, usualPlaces, append(marks, new(big.Rat)))
	case "tien", "tien_tron", "tien_du":
		if text := show(style, v); !isRounded(text) || !within(v.Rat, marks, roundingOf(style, v.Rat)) {
			return text
		}
		return apart(v.Rat, usualPlaces, marks) + dongAtEnd
	}
	return show(style, v)
}

// apart writes a number with so many decimals, or with as many as it takes to be on the same side of each mark as it is.
func apart(r *big.Rat, places int, marks []*big.Rat) string {
	for ; places < mostPlaces; places++ {
		if shown, ok := new(big.Rat).SetString(r.FloatString(places)); ok && sameSides(shown, r, marks) {
			break
		}
	}
	return digits(r, places)
}

// sameSides reports whether a rounded number is to each mark as the exact one is. One that equals a mark and whose decimals do not end is printed
// like the mark.
func sameSides(shown, exact *big.Rat, marks []*big.Rat) bool {
	_, ends := exact.FloatPrec()
	for _, mark := range marks {
		if side := exact.Cmp(mark); side != shown.Cmp(mark) && (side != 0 || ends) {
			return false
		}
	}
	return true
}

// roundingOf is how far from the amount a style of money may print it, with some room.
func roundingOf(style string, amount *big.Rat) *big.Rat {
	size, unit := new(big.Rat).Abs(amount), billion
	switch {
	case style == "tien_du", size.Cmp(million) < 0:
		return dong
	case size.Cmp(billion) < 0:
		unit = million
	}
	if style == "tien" { // with one decimal
		return new(big.Rat).Quo(unit, big.NewRat(10, 1))
	}
	return unit
}

// within reports whether a number is nearer to one of the marks than a distance.
func within(r *big.Rat, marks []*big.Rat, distance *big.Rat) bool {
	for _, mark := range marks {
		if d := new(big.Rat).Sub(r, mark); d.Abs(d).Cmp(distance) < 0 {
			return true
		}
	}
	return false
}

// isRounded reports whether an amount was printed as a rounded one.
func isRounded(text string) bool {
	return strings.Contains(text, "hơn ") || strings.Contains(text, "gần ")
}

// percentage writes a share as a percentage with all its decimals.
func percentage(share *big.Rat) string {
	r := new(big.Rat).Mul(share, hundred)
	return digits(r, allPlaces(r)) + "%"
}

func allPlaces(r *big.Rat) int {
	places, _ := r.FloatPrec()
	return places
}

// fraction writes a number whose decimals do not end as n/m.
func fraction(v figure.Value) string {
	if v.Num == nil {
		v = figure.Quotient(new(big.Rat).SetInt(v.Rat.Num()), new(big.Rat).SetInt(v.Rat.Denom()))
	}
	return show("nm", v)
}

// digits writes a number as Vietnamese documents do: dots between thousands, a comma before at most places decimals, zeros at the
// end dropped.
func digits(r *big.Rat, places int) string {
	text, negative := strings.CutPrefix(r.FloatString(places), "-")
	whole, rest, _ := strings.Cut(text, ".")
	if n, ok := new(big.Rat).SetString(whole); ok {
		whole = show("so", figure.NumberOf(n))
	}
	if rest = strings.TrimRight(rest, "0"); rest != "" {
		whole += "," + rest
	}
	if negative && whole != "0" {
		return "-" + whole
	}
	return whole
}
