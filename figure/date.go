package figure

import (
	"math/big"
	"regexp"
	"strconv"
	"time"

	"tonghop/vntext"
)

// The forms of dates (rule R20), on folded text. Words and signs between the numbers may be mixed.
var (
	dayFirst       = regexp.MustCompile(`^(?:ngay )?(\d{1,2}) ?(?:[/.-]|,? ?thang) ?(\d{1,2}) ?(?:[/.-]|,? ?nam) ?(\d{4}|\d{2})(,? \d{1,2}:\d{2}(?::\d{2})?)?$`)
	yearFirst      = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})([ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?$`)
	incompleteDate = regexp.MustCompile(`^(?:ngay )?(?:thang )?(?:nam )?(?:\d{1,2} ?(?:[/.-]|,? ?thang) ?\d{1,2}|\d{1,2} ?(?:[/.-]|,? ?nam) ?\d{4}|\d{1,4})$`)
)

// Years outside these are typing mistakes.
const (
	firstYear = 1900
	lastYear  = 2199
)

// Serial numbers of days from 1950 to 2100. A cell without a date format outside them is a year or a date typed
// without separators, not a day.
const (
	serial1950 = 18264
	serial2100 = 73415
	serial9999 = 2958465
)

// readDate reads a date, the day always before the month.
func readDate(s string) Reading {
	folded := vntext.Fold(s)
	if m := dayFirst.FindStringSubmatch(folded); m != nil {
		return dateOf(s, m[3], m[2], m[1], m[4] != "")
	}
	if m := yearFirst.FindStringSubmatch(folded); m != nil {
		return dateOf(s, m[1], m[2], m[3], m[4] != "")
	}
	if incompleteDate.MatchString(folded) {
		return refuse("R20", "", msgIncompleteDate.With(quote(s)))
	}
	return refuse("R20", "", msgNotDate.With(quote(s)))
}

// dateOf makes the reading of a date from its digits.
func dateOf(s, yearDigits, monthDigits, dayDigits string, timeOfDay bool) Reading {
	year, month, day := atoi(yearDigits), atoi(monthDigits), atoi(dayDigits)
	short := len(yearDigits) == 2
	if short {
		year = fullYear(year)
	}
	date := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	switch {
	case month > 12:
		return refuse("R20", swapped(year, day, month), msgMonthAboveTwelve.With(quote(s)))
	case year < firstYear, year > lastYear, date.Day() != day, int(date.Month()) != month:
		return refuse("R20", "", msgNoSuchDay.With(quote(s)))
	}
	r := accept(Value{Kind: Date, Date: date})
	if short {
		r = r.with(Warning, "R20", msgShortYear.With(quote(s), dateShort(date)))
	}
	if timeOfDay {
		r = r.with(Note, "R20", msgTimeOfDay.With(quote(s), dateShort(date)))
	}
	return r
}

// fullYear completes a year of two digits: 69 is 2069, 70 is 1970. It is always reported.
func fullYear(year int) int {
	if year < 70 {
		return 2000 + year
	}
	return 1900 + year
}

// swapped suggests the date that was typed month first, where there is one.
func swapped(year, month, day int) string {
	date := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if month > 12 || date.Day() != day {
		return ""
	}
	return dateShort(date)
}

// readSerial reads the day that a number stands for in the 1900 date system of Excel, which has a 29 February 1900.
func readSerial(n *big.Rat, formatted bool, shown string) Reading {
	days := new(big.Int).Quo(n.Num(), n.Denom())
	switch {
	case !days.IsInt64() || days.Int64() < 1 || days.Int64() > serial9999 || days.Int64() == 60:
		return refuse("R20", "", msgNotDate.With(shown))
	case !formatted && (days.Int64() < serial1950 || days.Int64() > serial2100):
		return refuse("R20", "", msgIncompleteDate.With(shown))
	}
	start := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	if days.Int64() < 60 {
		start = start.AddDate(0, 0, 1)
	}
	date := start.AddDate(0, 0, int(days.Int64()))
	r := accept(Value{Kind: Date, Date: date})
	if !n.IsInt() {
		r = r.with(Note, "R20", msgTimeOfDay.With(shown, dateShort(date)))
	}
	return r
}

// atoi reads digits that a pattern has already bounded.
func atoi(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return -1
	}
	return n
}
