package aggregate

import (
	"math"
	"math/big"

	"tonghop/sheets"
)

// method is how the values of one indicator are put together over units.
type method uint8

const (
	impossible  method = iota // the kind cannot be put together in the way the catalogue asks for
	ownOnly                   // every unit's value stands for itself
	addUp                     // the sum
	addTerms                  // the sum of the numerators over the sum of the denominators
	mean                      // the exact mean over the units that gave a value
	highest                   // the largest value
	lowest                    // the smallest value
	countYes                  // how many units said yes
	countGiven                // how many units gave anything
	countByName               // how many units chose each option
	listTexts                 // the texts one after another
)

// methodOf says how the indicator is put together. A blank Gộp đơn vị was read as what suits the kind; what does not suit it is a fault of the
// catalogue, and if it gets here all the same there is no total: 80% and 90% of two units do not make 170% of both.
func methodOf(ind *sheets.Indicator) method {
	amount := isAmount(ind.Kind)
	ordered := amount || ind.Kind == sheets.Percent || ind.Kind == sheets.Day
	switch {
	case ind.Rollup == sheets.None:
		return ownOnly
	case ind.Rollup == sheets.Sum && amount:
		return addUp
	case ind.Rollup == sheets.Sum && ind.Kind == sheets.Ratio:
		return addTerms
	case ind.Rollup == sheets.Largest && ordered:
		return highest
	case ind.Rollup == sheets.Smallest && ordered:
		return lowest
	case ind.Rollup == sheets.Average && (amount || ind.Kind == sheets.Percent):
		return mean
	case ind.Rollup == sheets.CountUnits && ind.Kind == sheets.YesNo:
		return countYes
	case ind.Rollup == sheets.CountUnits:
		return countGiven
	case ind.Rollup == sheets.CountCategory && ind.Kind == sheets.Category:
		return countByName
	case ind.Rollup == sheets.Listing && (ind.Kind == sheets.Words || ind.Kind == sheets.Category):
		return listTexts
	}
	return impossible
}

// divides reports whether a part of what a unit gave is a figure: half of a sum is one, half of a yes or of a largest value is none.
func (m method) divides() bool { return m == addUp || m == addTerms }

// isAmount reports whether values of the kind can be added.
func isAmount(kind sheets.Kind) bool {
	switch kind {
	case sheets.Count, sheets.Stock, sheets.Money, sheets.Decimal:
		return true
	}
	return false
}

// sum adds exactly. Nearly all figures are whole numbers that fit a machine word, so these are added without a big.Rat.
type sum struct {
	whole int64
	rest  *big.Rat // owned by the sum; nil: zero
}

func (s *sum) add(x *big.Rat) {
	if x.IsInt() && x.Num().IsInt64() && s.addInt(x.Num().Int64()) {
		return
	}
	if s.rest == nil {
		s.rest = new(big.Rat)
	}
	s.rest.Add(s.rest, x)
}

func (s *sum) addInt(n int64) bool {
	if n > 0 && s.whole > math.MaxInt64-n || n < 0 && s.whole < math.MinInt64-n {
		return false
	}
	s.whole += n
	return true
}

// merge adds what another sum holds.
func (s *sum) merge(other sum) {
	if !s.addInt(other.whole) {
		s.add(new(big.Rat).SetInt64(other.whole)) // overflows again and goes into the rest
	}
	if other.rest != nil {
		s.add(other.rest)
	}
}

// rat gives the sum as a number of its own.
func (s *sum) rat() *big.Rat {
	total := new(big.Rat).SetInt64(s.whole)
	if s.rest != nil {
		total.Add(total, s.rest)
	}
	return total
}
