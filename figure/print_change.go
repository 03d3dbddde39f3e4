package figure

import "math/big"

// Unchanged is printed for a difference of nothing.
const Unchanged = "không thay đổi"

// printChange prints a difference in words of direction: tăng 120, giảm 30, không thay đổi. size prints how large it is.
func printChange(size func(Value) (string, bool)) func(Value) (string, bool) {
	return func(v Value) (string, bool) {
		if v.Kind != Number {
			return "", false
		}
		if v.Rat.Sign() == 0 {
			return Unchanged, true
		}
		word := "tăng "
		if v.Rat.Sign() < 0 {
			word = "giảm "
		}
		text, ok := size(NumberOf(new(big.Rat).Abs(v.Rat)))
		return word + text, ok
	}
}

// printPoints prints a difference of two percentages, which is no percentage itself.
func printPoints(v Value) (string, bool) {
	if v.Kind != Number {
		return "", false
	}
	return seenText(v.Rat, 100, 1) + " điểm phần trăm", true
}
