package sheets

import (
	"math/big"
	"strings"

	"tonghop/figure"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

// TypedResult is a figure that the catalogue works out and somebody typed all the same: a percentage, a mean. It is never used, only compared.
type TypedResult struct {
	Indicator *Indicator
	Pos       Pos
	Raw       string
	Number    *big.Rat // as people see it: 66,67 for 66,67%
	Percent   bool     // it says that it is a percentage
	Step      *big.Rat // the smallest difference that its decimals show: 1/100 for 66,67
}

// typedResults are the figures of a table that were typed although they are worked out.
func (t *table) typedResults() []TypedResult {
	var results []TypedResult
	for _, s := range t.strange {
		if s.ind == nil {
			continue
		}
		if number, percent, ok := resultIn(s.cell); ok {
			results = append(results, TypedResult{s.ind, s.pos(), s.cell.Text, number, percent, stepOf(number)})
		}
	}
	return results
}

// resultIn reads the number in a cell, and whether it says that it is a percentage.
func resultIn(c xlsx.Cell) (number *big.Rat, percent, ok bool) {
	if c.Kind == xlsx.Number && !c.Date {
		n, err := xlsx.Decimal(c.Text)
		if err == nil && c.Percent {
			n = new(big.Rat).Mul(n, big.NewRat(100, 1))
		}
		return n, c.Percent, err == nil
	}
	text, percent := strings.CutSuffix(vntext.Clean(c.Text), "%")
	reading := figure.Read(figure.DecimalField, "", figure.Input{Text: text})
	return reading.Value.Rat, percent, c.Kind == xlsx.Text && reading.Value.Kind == figure.Number
}

// stepOf is one in the last decimal of a number; of a number without an end it is a millionth.
func stepOf(n *big.Rat) *big.Rat {
	step := big.NewRat(1, 1)
	for range 6 {
		if new(big.Rat).Quo(n, step).IsInt() {
			break
		}
		step.Quo(step, big.NewRat(10, 1))
	}
	return step
}
