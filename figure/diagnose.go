package figure

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"tonghop/vntext"
)

// diagnoses say what a text is that is no amount (rules R7, R8, R15), in the order in which they are tried. None of them
// makes a value: at most it suggests what to type.
var diagnoses = []struct {
	name string
	find func(q quantity, s string) (Reading, bool)
}{
	{"vague", findVague},
	{"approximate", findApproximate},
	{"unit price", findUnitPrice},
	{"negative", findNegative},
	{"calculation", findCalculation},
	{"two numbers", findTwoNumbers},
	{"number in words", findNumberWords},
	{"letters for digits", findLetters},
}

// The words are folded: text without accents is as wrong as with them.
var (
	vagueWords = []string{"hang chuc", "hang tram", "hang nghin", "hang ngan", "hang van", "hang trieu", "nhieu", "rat nhieu", "kha nhieu", "mot so", "mot vai",
		"vai", "dam", "may", "chuc", "da so", "hau het", "phan lon", "dong dao", "toan bo", "tat ca", "mot phan", "day du"}
	approximateWords = []string{"hon", "khoang", "khoang hon", "gan", "tren", "duoi", "it nhat", "toi thieu", "toi da", "khong qua", "khong duoi",
		"uoc", "uoc tinh", "uoc dat", "uoc khoang", "xap xi", "ngot", "~", "≈", ">", "<", ">=", "<=", "≥", "≤", "±"}
	// These mean something else without their accents: có 5, do 5.
	approximateKeys = []string{vntext.Key("cỡ"), vntext.Key("độ"), vntext.Key("tầm"), vntext.Key("chừng")}
	approximateEnds = []string{"+", "...", "…", " tro len", " tro xuong", " hon", " may"}
)

// longestApproximation is how many words are looked at before a number in words: “ước khoảng hơn”.
const longestApproximation = 5

func findVague(_ quantity, s string) (Reading, bool) {
	if _, ok := cutWord(vntext.Fold(s), vagueWords); ok {
		return refuseFor("R7", "", msgVague, s)
	}
	return Reading{}, false
}

func findApproximate(q quantity, s string) (Reading, bool) {
	rest, found := cutWord(vntext.Fold(s), approximateWords)
	if !found {
		rest, found = cutWord(vntext.Key(s), approximateKeys)
	}
	for again := found; again; {
		rest, again = cutWord(rest, approximateWords)
	}
	for _, end := range approximateEnds {
		if before, ok := strings.CutSuffix(rest, end); ok && digitsAt(before) > 0 {
			rest, found = strings.TrimSpace(before), true
			break
		}
	}
	if !found || rest == "" {
		return Reading{}, false
	}
	if digitsAt(rest) > 0 {
		return refuseFor("R7", q.suggest(rest), msgApproximate, s)
	}
	// Words of numbers need their accents, so they are looked for behind each space of the text as typed.
	words := strings.Fields(s)
	for i := 1; i < len(words) && i <= longestApproximation; i++ {
		if value := wordAmount(q, strings.Join(words[i:], " ")); value != nil {
			return refuseFor("R7", q.typed(accept(NumberOf(value))), msgApproximate, s)
		}
	}
	return Reading{}, false
}

// cutWord takes the longest of some words from the start of a folded text.
func cutWord(folded string, words []string) (rest string, ok bool) {
	best := ""
	for _, word := range words {
		after, found := strings.CutPrefix(folded, word)
		if !found || len(word) <= len(best) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(after)
		last, _ := utf8.DecodeLastRuneInString(word)
		if unicode.IsLetter(first) && unicode.IsLetter(last) {
			continue
		}
		best = word
	}
	return strings.TrimSpace(folded[len(best):]), best != ""
}

// findUnitPrice finds an amount for one of something: 2,5 triệu/suất.
func findUnitPrice(q quantity, s string) (Reading, bool) {
	if q.field != MoneyField {
		return Reading{}, false
	}
	amount, per, found := strings.Cut(s, "/")
	if !found {
		amount, per, found = strings.Cut(vntext.Key(s), vntext.Key("mỗi"))
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(per))
	if !found || !unicode.IsLetter(first) || q.money(strings.TrimSpace(amount)).Value.Kind != Number {
		return Reading{}, false
	}
	return refuseFor("R15", "", msgUnitPrice, s)
}

func findNegative(q quantity, s string) (Reading, bool) {
	rest, found := strings.CutPrefix(s, "-")
	if inner, ok := strings.CutPrefix(s, "("); ok && strings.Contains(inner, ")") {
		before, after, _ := strings.Cut(inner, ")")
		rest, found = before+" "+after, true
	}
	if after, ok := strings.CutPrefix(vntext.Key(s), vntext.Key("âm")); ok {
		rest, found = after, true
	}
	rest = strings.TrimSpace(rest)
	if !found || digitsAt(rest) == 0 {
		return Reading{}, false
	}
	return refuseFor("R8", q.suggest(rest), msgNegative, s)
}

// findCalculation finds 12+5 and 10 x 500.000, with or without the result behind.
func findCalculation(q quantity, s string) (Reading, bool) {
	terms, _, _ := strings.Cut(strings.TrimLeft(s, "+= "), "=")
	sum := new(big.Rat)
	for term := range strings.SplitSeq(terms, "+") {
		value, ok := q.product(term)
		if !ok {
			return Reading{}, false
		}
		sum.Add(sum, value)
	}
	if terms == s {
		if !strings.ContainsAny(s, "+x×*") {
			return Reading{}, false
		}
	}
	return refuseFor("R8", q.typed(accept(NumberOf(sum))), msgSum, s)
}

// product reads an amount, or a count times an amount.
func (q quantity) product(term string) (*big.Rat, bool) {
	term = strings.TrimSpace(term)
	if r := q.amount(term); r.Value.Kind == Number {
		return r.Value.Rat, true
	}
	i := strings.IndexAny(term, "x×*")
	if i < 0 {
		return nil, false
	}
	_, size := utf8.DecodeRuneInString(term[i:])
	times := newQuantity(CountField, "").amount(strings.TrimSpace(term[:i]))
	each := q.amount(strings.TrimSpace(term[i+size:]))
	if times.Value.Kind != Number || each.Value.Kind != Number {
		return nil, false
	}
	return new(big.Rat).Mul(times.Value.Rat, each.Value.Rat), true
}

// findTwoNumbers finds a ratio or range in a field for one number.
func findTwoNumbers(_ quantity, s string) (Reading, bool) {
	_, rest, ok := cutNumeral(s)
	if !ok || rest == "" {
		return Reading{}, false
	}
	after, found := strings.CutPrefix(vntext.Key(rest), vntext.Key("đến"))
	if !found && strings.IndexByte("/-:;", rest[0]) >= 0 {
		after, found = rest[1:], true
	}
	if !found || digitsAt(strings.TrimSpace(after)) == 0 {
		return Reading{}, false
	}
	return refuseFor("R8", "", msgTwoNumbers, s)
}

func findNumberWords(q quantity, s string) (Reading, bool) {
	value := wordAmount(q, s)
	if value == nil {
		return Reading{}, false
	}
	return refuseFor("R8", q.typed(accept(NumberOf(value))), msgNumberWords, s)
}

// wordAmount reads a number in words, with or without a unit behind it, into the unit of the field. It gives nil for anything
// else, and for a unit that is not the row's.
func wordAmount(q quantity, s string) *big.Rat {
	words := strings.Fields(s)
	n := 0
	for n < len(words) && isNumberWord(words[n]) {
		n++
	}
	number, ok := ParseWords(strings.Join(words[:n], " "))
	if !ok && n > 1 {
		// The last word may be a unit: “năm” is both five and year.
		n--
		number, ok = ParseWords(strings.Join(words[:n], " "))
	}
	if !ok {
		return nil
	}
	value, unit := new(big.Rat).SetInt(number), strings.Join(words[n:], " ")
	switch {
	case q.field == PercentField && (unit == "" || unit == "%" || vntext.Fold(unit) == "phan tram"):
		return value.Quo(value, hundred)
	case q.field == MoneyField:
		return wordMoney(q, value, unit)
	case unit == "" || fitUnit(unit, q.measure) == sameUnit:
		return value
	}
	return nil
}

// wordMoney gives the amount for a number in words. Alone it is in the measure of the row, unless it is so large that it
// says its own unit: mười triệu.
func wordMoney(q quantity, value *big.Rat, unit string) *big.Rat {
	scale, ok := MoneyScale(unit)
	switch {
	case ok:
		return value.Mul(value, scale)
	case unit == "" && q.scale != nil && value.Cmp(thousand) < 0:
		return value.Mul(value, q.scale)
	case unit == "" && value.Cmp(thousand) >= 0:
		return value
	}
	return nil
}

// findLetters finds a number with the letter O for 0 or l for 1.
func findLetters(q quantity, s string) (Reading, bool) {
	digits := strings.Map(func(r rune) rune {
		switch r {
		case 'O', 'o':
			return '0'
		case 'l', 'I', '|':
			return '1'
		}
		return r
	}, s)
	if digits == s || len(s) > 1 && !strings.ContainsAny(s, "0123456789") {
		return Reading{}, false
	}
	if suggestion := q.suggest(digits); suggestion != "" {
		return refuseFor("R8", suggestion, msgLetters, s)
	}
	return Reading{}, false
}
