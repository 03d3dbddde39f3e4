package figure

import (
	"fmt"
	"math/big"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"tonghop/vntext"
)

// Default prints a value for which no style was named: a number as in a table, part over whole where it is such a quotient, a date in
// digits, a list with semicolons.
func Default(v Value) string {
	var text string
	switch v.Kind {
	case Missing:
		return Mark
	case NotApplicable:
		return notApplicable
	case Number:
		if isShare(v) {
			text, _ = printRatio(v)
		} else {
			text, _ = printNumber(v)
		}
	case Range:
		text, _ = printRange(v)
	case Date:
		text = dateShort(v.Date)
	case Bool:
		text = yesNo(v.Bool)
	case Text, Prose:
		text = v.Text
	case List:
		text = listText(v.Items)
	}
	return text
}

func printDefault(v Value) (string, bool) { return Default(v), true }

// isShare reports whether a value is a quotient of counts whose part is not above its whole.
func isShare(v Value) bool {
	return v.Num != nil && v.Den != nil && v.Num.IsInt() && v.Den.IsInt() && v.Num.Sign() >= 0 && v.Num.Cmp(v.Den) <= 0
}

// listText joins the entries of a list, a category with its number of units.
func listText(items []Item) string {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = item.Text
		if item.Count > 0 {
			texts[i] += fmt.Sprintf(" (%s)", groupedText(new(big.Rat).SetInt64(int64(item.Count)), 0))
		}
	}
	return strings.Join(texts, "; ")
}

// printDate prints dates in one of the two forms.
func printDate(form func(time.Time) string) func(Value) (string, bool) {
	return func(v Value) (string, bool) {
		if v.Kind != Date {
			return "", false
		}
		return form(v.Date), true
	}
}

// dateLine writes a date as in the head of a document. Only the months 1 and 2 are padded, so that nobody can put a 1 before
// them (Hướng dẫn 29-HD/TWĐTN-VP).
func dateLine(d time.Time) string {
	return fmt.Sprintf("ngày %02d tháng %s năm %d", d.Day(), monthText(d.Month()), d.Year())
}

// dateShort writes a date in digits.
func dateShort(d time.Time) string {
	return fmt.Sprintf("%02d/%s/%d", d.Day(), monthText(d.Month()), d.Year())
}

// monthLine writes the month of a date.
func monthLine(d time.Time) string {
	return fmt.Sprintf("tháng %s năm %d", monthText(d.Month()), d.Year())
}

func monthText(m time.Month) string {
	if m <= time.February {
		return fmt.Sprintf("%02d", int(m))
	}
	return fmt.Sprintf("%d", int(m))
}

// wordPlaces is how many decimals a number in words may have.
const wordPlaces = 4

// printWords writes a number in words, a fraction digit by digit behind “phẩy”.
func printWords(v Value) (string, bool) {
	if v.Kind != Number {
		return "", false
	}
	places, exact := precision(v.Rat)
	if !exact || places > wordPlaces {
		return "", false
	}
	whole, fraction, _ := strings.Cut(new(big.Rat).Abs(v.Rat).FloatString(places), ".")
	n, ok := new(big.Int).SetString(whole, 10)
	if !ok {
		return "", false
	}
	text, ok := Words(n)
	if v.Rat.Sign() < 0 {
		text = "âm " + text
	}
	if fraction != "" {
		text += " phẩy"
	}
	for _, digit := range fraction {
		text += " " + digitWords[digit-'0']
	}
	return text, ok
}

// romanSigns are the signs of Roman numerals from the largest.
var romanSigns = []struct {
	value int64
	sign  string
}{
	{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
}

// printRoman prints the whole numbers that Romans could write.
func printRoman(v Value) (string, bool) {
	if v.Kind != Number || !v.Rat.IsInt() || !v.Rat.Num().IsInt64() {
		return "", false
	}
	n := v.Rat.Num().Int64()
	if n < 1 || n > 3999 {
		return "", false
	}
	var b strings.Builder
	for _, s := range romanSigns {
		for ; n >= s.value; n -= s.value {
			b.WriteString(s.sign)
		}
	}
	return b.String(), true
}

// printUpper prints any value in capitals.
func printUpper(v Value) (string, bool) { return strings.ToUpper(vntext.NFC(Default(v))), true }

// printLower prints any value in small letters.
func printLower(v Value) (string, bool) { return strings.ToLower(vntext.NFC(Default(v))), true }

// printCapital prints any value with a capital first letter.
func printCapital(v Value) (string, bool) {
	text := vntext.NFC(Default(v))
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return "", true
	}
	return string(unicode.ToUpper(first)) + text[size:], true
}
