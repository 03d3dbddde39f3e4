package sheets

import (
	"math/big"
	"time"
)

// Origins says for every unit, by its Index, which units went over into it by a day, each with the part that did. It is nil in a catalogue without
// successions.
func (r *Registry) Origins(day time.Time) [][]Heir {
	if len(r.Successions) == 0 {
		return nil
	}
	origins := make([][]Heir, len(r.Units))
	for _, u := range r.Units {
		if u.To.IsZero() || !u.To.Before(day) {
			continue
		}
		for _, heir := range r.HeirsOn(u, day) {
			origins[heir.Unit.Index] = append(origins[heir.Unit.Index], Heir{u, heir.Share})
		}
	}
	return origins
}

// Comparable is what a later figure of a unit can be compared with: what the unit gave in the period of the batch, and with it what the units gave that
// went over into it since. Of those only sums can be put together, by their shares. Where one that was asked has not answered, or nobody said which part
// went over, there is nothing to compare with.
func (b *Batch) Comparable(u *Unit, ind *Indicator, origins []Heir) Reported {
	all := Reported{}
	if b.Expect.Expects(u, ind) || len(origins) == 0 {
		all = b.Answer(u, ind)
	}
	if ind.Rollup != Sum {
		return all
	}
	for _, from := range origins {
		if !b.Expect.Expects(from.Unit, ind) {
			continue
		}
		part := b.Answer(from.Unit, ind)
		switch {
		case part.State == Exempt:
			continue
		case part.State != Given || part.Have < part.Expected || from.Share == nil || all.State != Given && all.Expected > 0:
			return Reported{Expected: all.Expected + part.Expected}
		}
		all.State, all.Have, all.Expected = Given, all.Have+part.Have, all.Expected+part.Expected
		all.Rat = plusShare(all.Rat, part.Rat, from.Share)
		all.Rat2 = plusShare(all.Rat2, part.Rat2, from.Share)
	}
	return all
}

// plusShare adds a part of a number to a sum; nil is nothing.
func plusShare(sum, x, share *big.Rat) *big.Rat {
	if x == nil {
		return sum
	}
	return plus(sum, new(big.Rat).Mul(x, share))
}
