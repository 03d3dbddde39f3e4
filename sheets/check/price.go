package check

import (
	"math/big"
	"slices"
	"strings"

	"tonghop/sheets"
	"tonghop/vntext"
)

// priced says of which figure an amount of money is the price: so many presents for so much money.
type priced struct{ money, count *sheets.Indicator }

// pricedFigures finds what the catalogue says about money and counts that belong together: a rule “cùng có” between them, or an expression that divides
// the one by the other. The first that is found for an amount counts.
func (e *examiner) pricedFigures() []priced {
	var pairs []priced
	add := func(money, count *sheets.Indicator) {
		known := func(p priced) bool { return p.money == money }
		if money.Slot >= 0 && money.Kind == sheets.Money && count.Slot >= 0 && count.Kind == sheets.Count && !slices.ContainsFunc(pairs, known) {
			pairs = append(pairs, priced{money, count})
		}
	}
	for _, r := range e.rules {
		if r.Relation == sheets.BothOrNeither && len(r.left) == 1 && len(r.right) == 1 && isAlone(r.Left.String(), r.left[0]) && isAlone(r.Right.String(), r.right[0]) {
			add(r.left[0], r.right[0])
			add(r.right[0], r.left[0])
		}
	}
	divides := func(text string, named []*sheets.Indicator) {
		over, under, ok := strings.Cut(text, " / ")
		if ok && len(named) == 2 && isAlone(over, named[0]) && isAlone(under, named[1]) {
			add(named[0], named[1])
		}
	}
	for _, ind := range e.catalogue.Indicators {
		divides(ind.Formula.String(), e.named(ind.Formula.Names()))
	}
	for _, r := range e.rules {
		divides(r.Left.String(), r.left)
		divides(r.Right.String(), r.right)
	}
	return pairs
}

// isAlone reports whether an expression is a figure and nothing else.
func isAlone(text string, ind *sheets.Indicator) bool {
	return vntext.Key(text) == vntext.Key(string(ind.Code))
}

// price is the money for one; false where one of both is not there or zero.
func (p priced) price(sub *sheets.Submission) (*big.Rat, bool) {
	money, count := sub.Values[p.money.Slot], sub.Values[p.count.Slot]
	if !isNumber(p.money, money) || !isNumber(p.count, count) || money.Rat.Sign() <= 0 || count.Rat.Sign() <= 0 {
		return nil, false
	}
	return new(big.Rat).Quo(money.Rat, count.Rat), true
}

// window is what is usual for a number.
type window struct{ low, high *big.Rat }

// fewestPeers is how many units must have given a number before one can be called usual.
const fewestPeers = 6

// windowOf gives the middle half of some numbers, so that up to a quarter of them may be wrong on either side.
func windowOf(numbers []*big.Rat) (window, bool) {
	if len(numbers) < fewestPeers {
		return window{}, false
	}
	sorted := slices.SortedFunc(slices.Values(numbers), (*big.Rat).Cmp)
	quarter := len(sorted) / 4
	return window{sorted[quarter], sorted[len(sorted)-1-quarter]}, true
}

// holds reports whether a number lies in the window or is at most so many times outside it.
func (w window) holds(n *big.Rat, times int64) bool {
	by := big.NewRat(times, 1)
	return new(big.Rat).Mul(n, by).Cmp(w.low) >= 0 && n.Cmp(new(big.Rat).Mul(w.high, by)) <= 0
}
