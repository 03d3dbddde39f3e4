package figure

import (
	"math/big"
	"strings"

	"tonghop/lang"
	"tonghop/vntext"
)

// quantity reads the text of a field that holds one amount: a count, a decimal, money or a percentage.
type quantity struct {
	field   Field
	measure string
	scale   *big.Rat // MoneyField: đồng in one unit of the measure; nil where the measure names no unit of money
}

func newQuantity(f Field, measure string) quantity {
	q := quantity{field: f, measure: measure}
	if f == MoneyField {
		q.scale, _ = MoneyScale(measure)
	}
	return q
}

// read reads a text. Where it is no plain amount the diagnoses say what it is instead.
func (q quantity) read(s string) Reading {
	r := q.amount(s)
	if r.Severity < Error {
		return r
	}
	for _, d := range diagnoses {
		if better, ok := d.find(q, s); ok {
			return better
		}
	}
	return r
}

// amount reads a text that is a number with or without its unit.
func (q quantity) amount(s string) Reading {
	switch q.field {
	case MoneyField:
		return q.money(s)
	case PercentField:
		return q.percent(s)
	}
	n, unit, ok := cutNumeral(s)
	if !ok {
		return q.unreadable(s)
	}
	r := q.number(n, s)
	if unit == "" {
		return r
	}
	switch fitUnit(unit, q.measure) {
	case sameUnit:
		return r.with(Note, "R5", msgUnitWord.With(quote(s), quote(unit)))
	case otherUnit:
		return q.otherUnit(unit, s)
	}
	return q.badTail(n, unit, s)
}

// number reads the digits of a count or a decimal.
func (q quantity) number(n numeral, s string) Reading {
	if q.field == CountField {
		whole, sh := n.whole()
		if sh == fractionShape {
			suggestion := ""
			if whole.IsInt() { // 1.805,0
				suggestion = exactText(whole)
			}
			return refuse("R4", suggestion, msgFraction.With(quote(s)))
		}
		return shaped(whole, nil, sh, s)
	}
	r, other, sh := n.decimal()
	return shaped(r, other, sh, s)
}

// shaped makes the reading of a number from the way its separators were understood.
func shaped(r, other *big.Rat, sh shape, s string) Reading {
	switch sh {
	case brokenShape, fractionShape:
		return refuse("R2", "", msgGrouping.With(quote(s)))
	case ambiguousShape:
		return refuse("R12", "", msgAmbiguous.With(quote(s), groupedAll(other), groupedAll(r)))
	}
	reading := accept(NumberOf(r))
	switch sh {
	case groupedShape:
		return reading.with(Note, "R2", msgGrouped.With(quote(s), groupedAll(r)))
	case decimalDot:
		return reading.with(Warning, "R11", msgDecimalDot.With(quote(s), groupedAll(r)))
	}
	return reading
}

// otherUnit refuses a unit that is not the row's.
func (q quantity) otherUnit(unit, s string) Reading {
	if unitKey(q.measure) == "" {
		return refuse("R5", "", msgOtherKind.With(quote(s), quote(unit), q.field.Title()))
	}
	return refuse("R5", "", msgOtherUnit.With(quote(s), quote(unit), quote(q.measure)))
}

// badTail refuses a number that is followed by something else than a unit.
func (q quantity) badTail(n numeral, tail, s string) Reading {
	if strings.ContainsAny(tail[:1], "0123456789.,") {
		return refuse("R2", "", msgGrouping.With(quote(s)))
	}
	r := q.number(n, s)
	return refuse("R5", q.typed(r), msgUnknownWord.With(quote(s), quote(tail)))
}

func (q quantity) unreadable(s string) Reading {
	return refuse("R8", "", msgUnreadable.With(quote(s), q.field.Title()))
}

// percent reads a percentage (rule R17). Three digits after one separator are no thousands here, because a share
// above 100% is refused anyway.
func (q quantity) percent(s string) Reading {
	n, unit, ok := cutNumeral(s)
	if !ok {
		return q.unreadable(s)
	}
	key := vntext.Key(unit)
	signed := key == "%" || key == vntext.Key("phần trăm") || key == "phan tram"
	switch {
	case signed || unit == "":
	case unitOf(unitKey(unit)).kind != unknownUnit:
		return refuse("R5", "", msgOtherKind.With(quote(s), quote(unit), q.field.Title()))
	default:
		return q.badTail(n, unit, s)
	}
	r, other, sh := n.decimal()
	if sh == ambiguousShape {
		r, sh = other, decimalShape(n.seps, plainShape)
	}
	reading := shaped(r, nil, sh, s)
	if reading.Severity == Error {
		return reading
	}
	if reading.Rule == "R11" {
		reading.Rule = "R17"
	}
	return share(r, signed, quote(s)).withAll(reading)
}

// share makes the reading of a percentage. A number up to 1 without a sign may be a percentage or a share.
func share(percent *big.Rat, signed bool, shown string) Reading {
	switch {
	case percent.Cmp(hundred) > 0:
		return refuse("R17", "", msgAboveWhole.With(shown))
	case !signed && percent.Sign() > 0 && percent.Cmp(one) <= 0:
		return refuse("R17", "", msgBareShare.With(shown, groupedAll(percent)+"%", groupedAll(new(big.Rat).Mul(percent, hundred))+"%"))
	}
	return accept(NumberOf(new(big.Rat).Quo(percent, hundred)))
}

// readPercentCell reads a numeric cell. A percent format stores 82,48% as 0.8248.
func readPercentCell(n *big.Rat, formatted bool, shown string) Reading {
	if formatted {
		return share(new(big.Rat).Mul(n, hundred), true, shown)
	}
	return share(n, false, shown)
}

// typed gives what to type for an amount, or nothing when the amount could not be read.
func (q quantity) typed(r Reading) string {
	if r.Severity == Error || r.Value.Kind != Number {
		return ""
	}
	switch {
	case q.field == PercentField:
		return exactText(new(big.Rat).Mul(r.Value.Rat, hundred)) + "%"
	case q.field == MoneyField:
		return q.inMeasure(r.Value.Rat)
	}
	return exactText(r.Value.Rat)
}

// suggest reads a text only to say what should be typed instead of a longer one.
func (q quantity) suggest(s string) string { return q.typed(q.amount(strings.TrimSpace(s))) }

// refuseFor refuses a text for a reason that needs only the text.
func refuseFor(rule, suggestion string, m lang.Format, s string) (Reading, bool) {
	return refuse(rule, suggestion, m.With(quote(s))), true
}
