package xlsx

import (
	"math/big"
	"time"
)

// lastDay is the serial of 9999-12-31 in the system of 1900.
const lastDay = 2_958_465

// Date gives the day and time, to the second, that a number stands for in a cell with a format of dates. A number that is no date
// of the workbook gives false: below the first day, beyond the year 9999, or 60 in the system of 1900, the 29th of February 1900 that Excel
// believes in (it keeps a mistake of Lotus 1-2-3) and that never was.
func (b *Book) Date(serial *big.Rat) (time.Time, bool) {
	seconds := new(big.Rat).Mul(serial, big.NewRat(24*60*60, 1))
	seconds.Add(seconds, big.NewRat(1, 2)) // to round down from
	whole := new(big.Int).Div(seconds.Num(), seconds.Denom())
	if !whole.IsInt64() {
		return time.Time{}, false
	}
	const day = 24 * 60 * 60
	n := whole.Int64()
	days, rest := n/day, n%day
	first, last := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC), int64(lastDay)
	switch {
	case b.Date1904:
		first, last = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC), lastDay-1462
	case days == 60 || days == 0:
		return time.Time{}, false
	case days < 60:
		first = first.AddDate(0, 0, 1)
	}
	if n < 0 || days > last {
		return time.Time{}, false
	}
	return first.AddDate(0, 0, int(days)).Add(time.Duration(rest) * time.Second), true
}
