package demo

import (
	"cmp"
	"slices"
)

// claim is what one unit may get of a total: at least low, at most high, and else in proportion to its weight.
type claim struct {
	low, high, weight int64
	tie               uint64 // decides between claims that are equal
}

// unlimited is the high of a claim without a limit.
const unlimited = int64(1) << 50

// share splits a total into whole amounts that add up to it exactly: every claim gets its low, what is left goes by weight up to the
// high, and the last few by the largest remainder. It is false where no split keeps within the limits.
func share(total int64, claims []claim) ([]int64, bool) {
	given := make([]int64, len(claims))
	rest := total
	for i, c := range claims {
		if c.high < c.low {
			return nil, false
		}
		given[i] = c.low
		rest -= c.low
	}
	for rest > 0 {
		open, weights := openClaims(claims, given)
		if len(open) == 0 {
			return nil, false
		}
		before := rest
		rest = pour(rest, weights, open, claims, given)
		if rest == before {
			giveRemainders(rest, weights, open, claims, given)
			return given, true
		}
	}
	return given, rest == 0
}

// openClaims gives the claims that may still get something and their weights. Claims without weight only come in when no other is left.
func openClaims(claims []claim, given []int64) (open []int, weights []int64) {
	for _, weightless := range []bool{false, true} {
		for i, c := range claims {
			if given[i] < c.high && (c.weight > 0 || weightless) {
				open = append(open, i)
				weights = append(weights, max(1, c.weight))
			}
		}
		if len(open) > 0 {
			break
		}
	}
	return open, weights
}

// pour gives every open claim the whole part of its share of the rest, as far as its limit allows, and returns what is left.
func pour(rest int64, weights []int64, open []int, claims []claim, given []int64) int64 {
	whole, left := sum(weights), rest
	for k, i := range open {
		part := min(rest*weights[k]/whole, claims[i].high-given[i])
		given[i] += part
		left -= part
	}
	return left
}

// giveRemainders gives one each to the claims with the largest remainders. It is called when no claim has a share of one or more, so that
// there are at least as many claims as there are ones to give.
func giveRemainders(rest int64, weights []int64, open []int, claims []claim, given []int64) {
	order := make([]int, len(open))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(-cmp.Compare(weights[a], weights[b]), cmp.Compare(claims[open[a]].tie, claims[open[b]].tie), cmp.Compare(a, b))
	})
	for _, k := range order[:rest] {
		given[open[k]]++
	}
}

func sum(amounts []int64) int64 {
	var total int64
	for _, n := range amounts {
		total += n
	}
	return total
}
