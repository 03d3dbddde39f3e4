package check

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"tonghop/sheets"
	"tonghop/vntext"
)

// survey is what only a look over the forms of all units can tell. It is made once for each period and not changed after.
type survey struct {
	alike  map[*sheets.Unit]*sheets.Unit // a unit whose figures are those of one before it in the registry, and that one
	prices map[*sheets.Indicator]window  // of amounts of money: what one usually costs

	medians map[peers]median

	shared map[*sheets.Unit][]pair // rows of lists that a unit before in the registry has too
}

// peers are what units of a level, folded, gave for a figure.
type peers struct {
	level string
	ind   *sheets.Indicator
}

// median is the one in the middle of what so many units gave, without zeros, and their middle half.
type median struct {
	value *big.Rat
	units int
	half  window
}

// surveyOf looks over the forms of a batch.
func (e *examiner) surveyOf(b *sheets.Batch) *survey {
	return &survey{alike: e.alike(b), prices: e.prices(b), medians: e.medians(b), shared: e.sharedItems(b)}
}

// alike finds the forms whose figures are those of a form before them.
func (e *examiner) alike(b *sheets.Batch) map[*sheets.Unit]*sheets.Unit {
	alike := make(map[*sheets.Unit]*sheets.Unit)
	first := make(map[string]*sheets.Unit)
	for _, u := range e.catalogue.Units.Units {
		sub := b.Submissions[u.Index]
		if sub == nil || distinct(e.submitted, sub) < fewestDistinct {
			continue
		}
		key := vector(e.submitted, sub)
		if first[key] == nil {
			first[key] = u
		} else {
			alike[u] = first[key]
		}
	}
	return alike
}

// prices finds what one usually costs of everything that enough units paid for.
func (e *examiner) prices(b *sheets.Batch) map[*sheets.Indicator]window {
	usual := make(map[*sheets.Indicator]window)
	for _, p := range e.priced {
		var prices []*big.Rat
		for _, sub := range b.Submissions {
			if sub == nil {
				continue
			}
			if price, ok := p.price(sub); ok {
				prices = append(prices, price)
			}
		}
		if w, ok := windowOf(prices); ok {
			usual[p.money] = w
		}
	}
	return usual
}

// medians finds the middle of what the units of each level gave.
func (e *examiner) medians(b *sheets.Batch) map[peers]median {
	given := make(map[peers][]*big.Rat)
	for _, u := range e.catalogue.Units.Units {
		sub, level := b.Submissions[u.Index], vntext.Fold(u.Level)
		if sub == nil {
			continue
		}
		for _, ind := range b.Expect.Figures[u.Index] {
			if value := sub.Values[ind.Slot]; isNumber(ind, value) && value.Rat.Sign() > 0 {
				given[peers{level, ind}] = append(given[peers{level, ind}], value.Rat)
			}
		}
	}
	middle := make(map[peers]median)
	for of, numbers := range given {
		if half, ok := windowOf(numbers); ok {
			slices.SortFunc(numbers, (*big.Rat).Cmp)
			middle[of] = median{numbers[len(numbers)/2], len(numbers), half}
		}
	}
	return middle
}

// vector writes the numbers of a form so that two forms with the same numbers have the same text. Zero and blank differ.
func vector(submitted []*sheets.Indicator, sub *sheets.Submission) string {
	var b strings.Builder
	for _, ind := range submitted {
		if value := sub.Values[ind.Slot]; isNumber(ind, value) {
			b.WriteString(strconv.Itoa(ind.Slot))
			b.WriteByte('=')
			b.WriteString(value.Rat.RatString())
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// distinct counts the different numbers of a form, without zero. Small counts repeat in every form: twenty figures that are all 0, 1 or 2 say little.
func distinct(submitted []*sheets.Indicator, sub *sheets.Submission) int {
	seen := make(map[string]bool)
	for _, ind := range submitted {
		if value := sub.Values[ind.Slot]; isNumber(ind, value) && value.Rat.Sign() != 0 {
			seen[value.Rat.RatString()] = true
		}
	}
	return len(seen)
}

// isNumber reports whether a number was given for a figure that may be zero.
func isNumber(ind *sheets.Indicator, value sheets.Value) bool {
	return value.State == sheets.Given && value.Rat != nil && isAmount(ind.Kind)
}
