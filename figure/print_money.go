package figure

import "math/big"

// printMoneyFull prints an amount to the last đồng.
func printMoneyFull(v Value) (string, bool) {
	return printMoney(v, fullAmount)
}

// printMoneyShort prints an amount in triệu or tỷ đồng: exactly where two decimals are enough, else rounded to one.
func printMoneyShort(v Value) (string, bool) {
	return printMoney(v, func(amount *big.Rat) string {
		step := moneySteps[moneyStep(amount)]
		if step.size == dong {
			return fullAmount(amount)
		}
		if places, exact := precision(new(big.Rat).Quo(amount, step.size)); exact && places <= 2 {
			return amountIn(amount, step, places)
		}
		return roundedAmount(amount, 1)
	})
}

// printMoneyIn prints an amount in one unit, whatever its size: exactly where two decimals are enough, else rounded to one, or to as many as it takes to
// tell it from nothing.
func printMoneyIn(step int) func(Value) (string, bool) {
	return func(v Value) (string, bool) {
		return printMoney(v, func(amount *big.Rat) string {
			unit := moneySteps[step]
			if places, exact := precision(new(big.Rat).Quo(amount, unit.size)); exact && places <= 2 {
				return amountIn(amount, unit, places)
			}
			places := 1
			for rounded(amount, unit.size, places).Sign() == 0 {
				places++
			}
			return amountIn(amount, unit, places)
		})
	}
}

// printMoneyRound prints an amount in whole triệu or tỷ đồng.
func printMoneyRound(v Value) (string, bool) {
	return printMoney(v, func(amount *big.Rat) string { return roundedAmount(amount, 0) })
}

// printMillions prints an amount in triệu đồng for a table whose header names the unit. Nothing in a table can say
// “hơn”, so that all decimals are printed.
func printMillions(v Value) (string, bool) {
	if v.Kind != Number {
		return "", false
	}
	return seenText(new(big.Rat).Quo(v.Rat, million), 1, exactPlaces), true
}

// moneyStepOf is a unit in which amounts are printed.
type moneyStepOf struct {
	size *big.Rat
	name string
}

// moneySteps are the units from the smallest. Thousands are not printed.
var moneySteps = []moneyStepOf{{dong, "đồng"}, {million, "triệu đồng"}, {billion, "tỷ đồng"}}

// moneyStep gives the index of the largest unit that fits into an amount.
func moneyStep(amount *big.Rat) int {
	step := len(moneySteps) - 1
	for step > 0 && amount.Cmp(moneySteps[step].size) < 0 {
		step--
	}
	return step
}

// printMoney prints the size of an amount and says when it is below zero.
func printMoney(v Value, size func(*big.Rat) string) (string, bool) {
	if v.Kind != Number {
		return "", false
	}
	if v.Rat.Sign() < 0 {
		return "âm " + size(new(big.Rat).Abs(v.Rat)), true
	}
	return size(v.Rat), true
}

// roundedAmount rounds in the unit that fits, or in the next larger one where rounding reaches it: 999.999.999 is nearly 1 tỷ.
func roundedAmount(amount *big.Rat, places int) string {
	step := moneyStep(amount)
	if step == 0 {
		return fullAmount(amount)
	}
	if step+1 < len(moneySteps) && rounded(amount, moneySteps[step].size, places).Cmp(moneySteps[step+1].size) >= 0 {
		step++
	}
	return amountIn(amount, moneySteps[step], places)
}

func fullAmount(amount *big.Rat) string { return amountIn(amount, moneySteps[0], 0) }

// amountIn prints an amount in a unit, after “hơn” where the printed amount is below the exact one and after “gần” where it is above.
func amountIn(amount *big.Rat, step moneyStepOf, places int) string {
	word := ""
	switch rounded(amount, step.size, places).Cmp(amount) {
	case -1:
		word = "hơn "
	case 1:
		word = "gần "
	}
	return word + groupedText(new(big.Rat).Quo(amount, step.size), places) + noBreak + step.name
}

// rounded gives a number as it will be read when it is printed in a unit of a size with at most so many decimals.
func rounded(amount, size *big.Rat, places int) *big.Rat {
	shown, ok := new(big.Rat).SetString(decimal(new(big.Rat).Quo(amount, size), places))
	if !ok {
		return amount
	}
	return shown.Mul(shown, size)
}
