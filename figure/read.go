package figure

import (
	"math/big"
	"strings"

	"tonghop/vntext"
)

// longestText is how many characters a cell for a figure may hold; longer ones are prose.
const longestText = 200

// Read reads what somebody put into a cell that must hold a figure of the given field. The measure is the unit of the row (ĐVT):
// người, đồng, triệu đồng, %. It never guesses: a text that can be read two ways is an Error whose value is missing, a
// blank is missing and Fine, and every conversion from an unusual spelling is at least a Note.
func Read(f Field, measure string, in Input) Reading {
	text := cellText(in.Text)
	switch {
	case in.Uncalculated:
		return refuse("R10", "", msgUncalculated.With())
	case in.Err:
		return refuse("R10", "", msgFormulaError.With(quote(text)))
	case in.Number != nil:
		return readNumber(f, measure, in)
	case text == "" || isDashes(text):
		return accept(Value{})
	case len([]rune(text)) > longestText:
		return refuse("", "", msgTooLong.With(quote(text), longestText))
	case isFormulaError(text):
		return refuse("R10", "", msgFormulaError.With(quote(text)))
	case text[0] == '=':
		return refuse("R10", resultOf(f, measure, text), msgFormulaText.With(quote(text)))
	}
	return readText(f, measure, text)
}

// resultOf gives the result of a calculation that was typed as text, =12+5, and nothing for any other formula.
func resultOf(f Field, measure, text string) string {
	switch f {
	case CountField, DecimalField, MoneyField:
		if r, ok := findCalculation(newQuantity(f, measure), text); ok {
			return r.Suggestion
		}
	}
	return ""
}

// cellText brings the text of a cell into the form in which it is read (rule R1).
func cellText(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '–', '—', '‐', '‑', '‒', '−':
			return '-'
		}
		return r
	}, vntext.Clean(s))
	return strings.TrimSpace(strings.TrimLeft(s, "'’‘"))
}

// isDashes reports whether a text is a dash of any length, which says that nothing is given.
func isDashes(s string) bool { return strings.Trim(s, "- ") == "" }

// isFormulaError reports whether a text is the name of an error of Excel, such as #REF! or #N/A.
func isFormulaError(s string) bool {
	if len(s) < 3 || s[0] != '#' {
		return false
	}
	for _, r := range strings.TrimRight(s[1:], "!?") {
		if (r < 'A' || r > 'Z') && r != '/' && r != '_' && r != '0' {
			return false
		}
	}
	return true
}

// readText reads a text that is neither blank nor a formula.
func readText(f Field, measure, text string) Reading {
	if f == YesNoField {
		return readYesNo(text)
	}
	if r, ok := readNothing(f, text); ok {
		return r
	}
	switch f {
	case RatioField:
		return readRatio(measure, text)
	case RangeField:
		return readRange(measure, text)
	case DateField:
		return readDate(text)
	}
	return newQuantity(f, measure).read(text)
}

// readNumber reads a numeric cell, whose number is taken as it is.
func readNumber(f Field, measure string, in Input) Reading {
	n := in.Number
	shown := quote(in.Text)
	if shown == "" {
		shown = exactText(n)
	}
	switch {
	case in.Date && f != DateField:
		return dateCell(f, in, shown)
	case n.Sign() < 0:
		return refuse("R8", positive(n, in.Percent), msgNegative.With(shown))
	case in.Percent && f != PercentField:
		return refuse("R5", "", msgPercentCell.With(shown, f.Title()))
	}
	switch f {
	case RatioField:
		return refuse("R18", "", msgNotRatio.With(shown))
	case RangeField:
		return refuse("R19", "", msgNotRange.With(shown))
	case DateField:
		return readSerial(n, in.Date, shown)
	case YesNoField:
		return readYesNo(exactText(n))
	case MoneyField:
		return newQuantity(f, measure).bareMoney(n, shown)
	case PercentField:
		return readPercentCell(n, in.Percent, shown)
	case CountField:
		if !n.IsInt() {
			return fractionCell(n, shown)
		}
	}
	return accept(NumberOf(n))
}

// dayShown is the day that a date-formatted cell shows, because nobody recognises its serial number.
func dayShown(n *big.Rat, shown string) string {
	if r := readSerial(n, true, shown); r.Value.Kind == Date {
		return dateShort(r.Value.Date)
	}
	return shown
}

// positive suggests the number without its sign.
func positive(n *big.Rat, percent bool) string {
	n = new(big.Rat).Abs(n)
	if percent {
		return exactText(n.Mul(n, hundred)) + "%"
	}
	return exactText(n)
}

// fractionCell refuses a fraction in a count. Three decimals or fewer are what is left when 12.500 is typed into an
// Excel that takes the dot for a decimal point.
func fractionCell(n *big.Rat, shown string) Reading {
	thousands := new(big.Rat).Mul(n, big.NewRat(1000, 1))
	if !thousands.IsInt() {
		return refuse("R4", "", msgFraction.With(shown))
	}
	return refuse("R4", exactText(thousands), msgFractionCell.With(shown, groupedAll(thousands), exactText(thousands)))
}
