package formula

import (
	"iter"
	"math/big"
	"slices"

	"tonghop/figure"
)

// mostDecimals is the largest number of decimals, before or behind the decimal sign, to which lam_tron rounds.
const mostDecimals = 12

// runIf evaluates only the branch that is chosen, so that what is missing in the other does not matter.
func runIf(c *call, env Env) figure.Value {
	decided := condition(c.args[0], env)
	if decided.Kind != figure.Bool {
		return decided
	}
	chosen := c.args[1]
	if !decided.Bool {
		chosen = c.args[2]
	}
	v := evaluate(chosen, env)
	return covered(v, decided, v)
}

func runMax(c *call, env Env) figure.Value { return extreme(c, env, 1) }

func runMin(c *call, env Env) figure.Value { return extreme(c, env, -1) }

// extreme gives the number that differs from all others in the direction of sign. A quotient stays one.
func extreme(c *call, env Env, sign int) figure.Value {
	values, absent, ok := numbers(env, c.args...)
	if !ok {
		return absent
	}
	best := values[0]
	for _, v := range values[1:] {
		if v.Rat.Cmp(best.Rat) == sign {
			best = v
		}
	}
	return covered(best, values...)
}

func runAbs(c *call, env Env) figure.Value {
	values, absent, ok := numbers(env, c.args...)
	if !ok {
		return absent
	}
	return covered(figure.NumberOf(new(big.Rat).Abs(values[0].Rat)), values...)
}

func runRound(c *call, env Env) figure.Value {
	values, absent, ok := numbers(env, c.args...)
	if !ok {
		return absent
	}
	decimals := values[1].Rat
	if !decimals.IsInt() || new(big.Rat).Abs(decimals).Cmp(big.NewRat(mostDecimals, 1)) > 0 {
		return missing(c.args[1], gapDecimals)
	}
	return covered(figure.NumberOf(round(values[0].Rat, int(decimals.Num().Int64()))), values...)
}

// round rounds to a number of decimals, a half away from zero; a negative number rounds to tens, hundreds and so on.
func round(r *big.Rat, decimals int) *big.Rat {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(decimals, -decimals))), nil)
	scale := new(big.Rat).SetInt(power)
	if decimals < 0 {
		scale.Inv(scale)
	}
	scaled := new(big.Rat).Mul(r, scale)
	// (2|num| + den) / 2den, cut to a whole number, is |scaled| with its half rounded up.
	twice := new(big.Int).Lsh(scaled.Denom(), 1)
	whole := new(big.Int).Lsh(new(big.Int).Abs(scaled.Num()), 1)
	whole.Quo(whole.Add(whole, scaled.Denom()), twice)
	if scaled.Sign() < 0 {
		whole.Neg(whole)
	}
	rounded := new(big.Rat).SetInt(whole)
	return rounded.Quo(rounded, scale)
}

func runMissing(c *call, env Env) figure.Value {
	return figure.BoolOf(evaluate(c.args[0], env).IsMissing())
}

func runAsk(c *call, env Env) figure.Value {
	return sound(env.Ask(c.fn.Name, slices.Clone(c.words)), shown(write(c)))
}

// units ranges over the units of the levels that a call names.
func units(c *call, env Env) iter.Seq[Env] {
	all := env.Units(slices.Clone(c.words))
	return func(yield func(Env) bool) {
		if all == nil {
			return
		}
		for unit := range all {
			if unit != nil && !yield(unit) {
				return
			}
		}
	}
}

func runUnits(c *call, env Env) figure.Value {
	count := 0
	for range units(c, env) {
		count++
	}
	return figure.Int(count)
}

// runCountUnits counts where the condition is true. A unit that the condition does not concern is not asked. A unit whose own
// figures are partial counts by what they say, but does not stand behind the result in full.
func runCountUnits(c *call, env Env) figure.Value {
	var t tally
	count := 0
	for unit := range units(c, env) {
		if v := condition(c.args[0], unit); t.note(v) && v.Bool {
			count++
		}
	}
	return t.result(figure.Int(count))
}

// tally keeps the coverage of a function over units.
type tally struct {
	units, asked, known, full int
	gaps                      gapList
}

// note takes the value of one more unit and reports whether it is known.
func (t *tally) note(v figure.Value) bool {
	t.units++
	if v.Kind == figure.NotApplicable {
		return false
	}
	t.asked++
	if v.IsMissing() {
		t.gaps.add(v.Gaps...)
		return false
	}
	t.known++
	if !v.Partial() {
		t.full++
	}
	return true
}

// result covers what was found. Of no units at all the count is 0; where no unit is concerned it is not
// applicable, and where none is known it is missing: zero would be a claim.
func (t *tally) result(found figure.Value) figure.Value {
	switch {
	case t.units > 0 && t.asked == 0:
		return figure.Value{Kind: figure.NotApplicable}
	case t.asked > 0 && t.known == 0:
		return t.gaps.value()
	}
	return found.Covered(t.full, t.asked)
}
