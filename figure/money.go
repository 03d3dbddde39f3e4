package figure

import (
	"math/big"
	"strings"
	"unicode"

	"tonghop/vntext"
)

// The units of money, in đồng.
var (
	dong     = big.NewRat(1, 1)
	thousand = big.NewRat(1_000, 1)
	million  = big.NewRat(1_000_000, 1)
	billion  = big.NewRat(1_000_000_000, 1)
)

// moneySlip is 1000 tỷ đồng: more than that, in a row measured in thousands or more, was typed in đồng (rule R16).
var moneySlip = new(big.Rat).Mul(thousand, billion)

// moneyWords are the spellings of the units of money, the short ones as people type them behind a number.
var moneyWords = []struct {
	scale *big.Rat
	words string
}{
	{dong, "đồng; đ; vnđ; vnd; ₫; đồng việt nam; dong"},
	{thousand, "nghìn đồng; nghìn; ngàn đồng; ngàn; nghìn đ; ngàn đ; k; ngđ; 1000 đồng; 1.000 đồng; 1000đ; 1.000đ; nghin dong; nghin; ngan dong; ngan"},
	{million, "triệu đồng; triệu; triệu đ; tr; trđ; tr đồng; trđồng; tr.đ; tr.đồng; tr đ; trieu dong; trieu"},
	{billion, "tỷ đồng; tỷ; tỉ đồng; tỉ; tỷ đ; ty dong; ty; ti dong; ti"},
}

// moneyByKey finds the scale of a spelling by its key.
var moneyByKey = indexMoney()

func indexMoney() map[string]*big.Rat {
	index := make(map[string]*big.Rat)
	for _, row := range moneyWords {
		for word := range strings.SplitSeq(row.words, "; ") {
			index[vntext.Key(word)] = row.scale
		}
	}
	return index
}

// MoneyScale gives how many đồng one unit of a measure is: 1 for đồng, 1000000 for triệu đồng. It is false for a
// measure that is no unit of money.
func MoneyScale(measure string) (*big.Rat, bool) {
	scale, ok := moneyByKey[unitKey(measure)]
	return scale, ok
}

// longestMoneyWord is how many characters are looked at for a unit of money: the longest spelling, and some room for accents that are
// characters of their own.
const longestMoneyWord = 24

// cutMoneyUnit takes a unit of money from the start of a text, the longest that stands there. What is left is as it was typed, because
// messages quote it.
func cutMoneyUnit(s string) (scale *big.Rat, rest string, ok bool) {
	taken := 0
	for at, r := range s + " " {
		before := strings.TrimSpace(s[:at])
		if found, known := moneyByKey[vntext.Key(before)]; known && !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			scale, rest, ok = found, strings.TrimSpace(s[at:]), true
		}
		if taken++; taken > longestMoneyWord {
			break
		}
	}
	if !ok {
		return nil, s, false
	}
	return scale, rest, true
}

// money reads an amount of money in any of the forms 700.000; 13,6 triệu đồng; 15tr; 1 tỷ 400 triệu.
func (q quantity) money(s string) Reading {
	var total big.Rat
	var last *big.Rat
	var said Reading
	for rest := s; rest != "" || last == nil; {
		n, tail, ok := cutNumeral(rest)
		switch {
		case !ok && last == nil:
			return q.unreadable(s)
		case !ok:
			return refuse("R5", "", msgNotMoney.With(quote(s), quote(rest)))
		case tail == "" && last == nil:
			return q.bareMoneyText(n, s)
		}
		scale, after, ok := cutMoneyUnit(tail)
		switch {
		case !ok && last == nil:
			return q.badMoneyTail(n, tail, s)
		case !ok, last != nil && scale.Cmp(last) >= 0:
			return refuse("R14", "", msgMoneyUnclear.With(quote(s)))
		}
		part := q.moneyPart(n, scale, s)
		if part.Severity == Error {
			return part
		}
		total.Add(&total, part.Value.Rat)
		said, rest, last = said.withAll(part), after, scale
		if last == dong && rest != "" {
			return refuse("R5", "", msgNotMoney.With(quote(s), quote(rest)))
		}
	}
	return q.withUnit(wholeDong(&total, s).withAll(said), last, s)
}

// moneyPart reads one number of an amount and multiplies it by its unit. Đồng have no fractions, so that dots between
// them are thousands.
func (q quantity) moneyPart(n numeral, scale *big.Rat, s string) Reading {
	var r Reading
	if scale == dong {
		whole, sh := n.whole()
		if sh == fractionShape {
			return refuse("R13", q.meantMillions(whole), msgFractionOfDong.With(quote(s)))
		}
		r = shaped(whole, nil, sh, s)
	} else {
		value, other, sh := n.decimal()
		r = shaped(value, other, sh, s)
	}
	if r.Severity < Error {
		r.Value = NumberOf(new(big.Rat).Mul(r.Value.Rat, scale))
	}
	return r
}

// bareMoneyText reads a number whose unit is the measure of the row.
func (q quantity) bareMoneyText(n numeral, s string) Reading {
	if q.scale == nil {
		return refuse("R13", "", msgNoMoneyUnit.With(quote(s)))
	}
	r := q.moneyPart(n, q.scale, s)
	if r.Severity == Error {
		return r
	}
	return q.slipped(wholeDong(r.Value.Rat, s).withAll(r), q.scale, s)
}

// bareMoney reads a numeric cell in the measure of the row.
func (q quantity) bareMoney(n *big.Rat, shown string) Reading {
	if q.scale == nil {
		return refuse("R13", "", msgNoMoneyUnit.With(shown))
	}
	r := wholeDong(new(big.Rat).Mul(n, q.scale), shown)
	if r.Severity == Error && q.scale == dong {
		r.Suggestion = q.meantMillions(n)
	}
	return q.slipped(r, q.scale, shown)
}

// wholeDong refuses an amount that does not come to whole đồng.
func wholeDong(total *big.Rat, s string) Reading {
	if !total.IsInt() {
		return refuse("R13", "", msgFractionOfDong.With(quote(s)))
	}
	return accept(NumberOf(total))
}

// meantMillions suggests what to type for a fraction of đồng such as 13,6. A fraction of nothing, 700.00, is more likely a lost zero.
func (q quantity) meantMillions(fraction *big.Rat) string {
	if fraction.IsInt() || fraction.Cmp(thousand) >= 0 {
		return ""
	}
	return q.inMeasure(new(big.Rat).Mul(fraction, million))
}

// inMeasure gives what to type for an amount in đồng in the measure of the row.
func (q quantity) inMeasure(inDong *big.Rat) string {
	switch {
	case !inDong.IsInt():
		return ""
	case q.scale == nil:
		return exactText(inDong) + " đồng"
	}
	return exactText(new(big.Rat).Quo(inDong, q.scale))
}

// withUnit says that the cell states its own unit: a note when it is the row's, a warning when it overrides it (rule R14).
func (q quantity) withUnit(r Reading, scale *big.Rat, s string) Reading {
	if r.Severity == Error {
		return r
	}
	if q.scale != nil && scale.Cmp(q.scale) == 0 {
		return q.slipped(r.with(Note, "R13", msgSameMoneyUnit.With(quote(s), quote(q.measure))), scale, s)
	}
	measure := quote(q.measure)
	if measure == "" {
		measure = "—"
	}
	overridden := accept(r.Value).with(Warning, "R14", msgMoneyUnit.With(quote(s), measure, groupedAll(r.Value.Rat)))
	return q.slipped(overridden.withAll(r), scale, s)
}

// slipped refuses an amount that only makes sense in a smaller unit than it was taken in.
func (q quantity) slipped(r Reading, scale *big.Rat, s string) Reading {
	if r.Severity == Error || scale.Cmp(dong) <= 0 || r.Value.Rat.Cmp(moneySlip) <= 0 {
		return r
	}
	inDong := new(big.Rat).Quo(r.Value.Rat, scale)
	return refuse("R16", q.inMeasure(inDong), msgUnitSlip.With(quote(s)))
}

// badMoneyTail refuses a number that is followed by something else than a unit of money.
func (q quantity) badMoneyTail(n numeral, tail, s string) Reading {
	if strings.ContainsAny(tail[:1], "0123456789.,") {
		return refuse("R2", "", msgGrouping.With(quote(s)))
	}
	return refuse("R5", "", msgNotMoney.With(quote(s), quote(tail)))
}
