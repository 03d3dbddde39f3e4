package figure

import (
	"fmt"
	"math/big"
)

// dateCell refuses a number that is formatted as a date where none belongs (rule R9). There are two ways to come by one. Excel makes a day of this year of a
// ratio or range that is typed into a cell of no format: 9/11, 01-02. And a plain number typed into a cell that happens to have the format of dates shows as
// a day soon after 1900. Both say what was typed, unless the field takes one number and the day is a recent one.
func dateCell(f Field, in Input, shown string) Reading {
	date, day := dayShown(in.Number, shown), readSerial(in.Number, true, shown).Value
	switch f {
	case RatioField, RangeField:
		if day.Kind != Date {
			break
		}
		low, high := min(day.Date.Day(), int(day.Date.Month())), max(day.Date.Day(), int(day.Date.Month()))
		typed := fmt.Sprintf("%d/%d", low, high)
		if f == RangeField {
			typed = fmt.Sprintf("%02d-%02d", low, high)
		}
		return refuse("R9", typed, msgDatePair.With(date, typed))
	case CountField, DecimalField, MoneyField:
		if n := storedNumber(in); n.Sign() >= 0 && n.Cmp(big.NewRat(serial1950, 1)) < 0 && (f == DecimalField || n.IsInt()) {
			return refuse("R9", exactText(n), msgDateNumber.With(date, exactText(n)))
		}
	}
	return refuse("R9", "", msgDateCell.With(date))
}

// storedNumber is the number as it stands in the cell. That of the input is counted from 1900, also in a workbook that counts its days from 1904.
func storedNumber(in Input) *big.Rat {
	if n, ok := new(big.Rat).SetString(in.Text); ok {
		return n
	}
	return in.Number
}
