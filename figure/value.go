// Package figure knows what a figure of a report is: its exact value, how it is read from what somebody typed into a
// cell, and how Vietnamese documents print it.
//
// Values are exact. A count, an amount of money or a share is a rational number (math/big.Rat) and is rounded only when it
// is printed. A quotient remembers its two terms, because reports print 94/94 and not 1. What is missing is a kind of its own and is never
// zero.
package figure

import (
	"math/big"
	"time"

	"tonghop/lang"
)

// Kind says what a Value holds.
type Kind uint8

// The kinds of value. The zero Value is missing.
const (
	Missing       Kind = iota // nobody gave it, or it cannot be computed
	NotApplicable             // an answer: it does not concern this unit
	Number                    // Rat; with Num and Den when it is a quotient
	Range                     // Rat to High
	Date                      // Date
	Bool                      // Bool
	Text                      // Text that is data: printed as it stands
	Prose                     // Text of the office's own catalogue, which may hold tags
	List                      // Items: a list of texts, or counts by category
)

// Value is what a name stands for when a formula or a tag is evaluated. Values are never changed after they were made; the
// big.Rat inside are shared.
type Value struct {
	Kind Kind
	Rat  *big.Rat // Number: the value. Range: its lower end
	High *big.Rat // Range: its upper end

	// Num and Den are the terms of a quotient as they stood before the division; both nil for other numbers.
	Num, Den *big.Rat

	Date  time.Time // midnight UTC
	Bool  bool
	Text  string
	Code  string // of a Text that is the label of an option: the code of the option, to which it is equal as well
	Items []Item

	// Gaps names what is missing, in the order in which it was asked for, when Kind is Missing.
	Gaps []string

	// Have of Expected stand behind the value: units, or what Counted says. Expected is 0 where nothing is counted.
	Have, Expected int
	Counted        Counted
}

// Counted is what Have and Expected count.
type Counted uint8

// What stands behind a value.
const (
	Units   Counted = iota
	Reports         // of units over the sub-periods of a period
	Periods         // months, quarters or years
)

// Noun names what is counted, behind a number.
func (c Counted) Noun() lang.Format {
	switch c {
	case Reports:
		return lang.Format{Vi: "báo cáo", En: "reports"}
	case Periods:
		return lang.Format{Vi: "kỳ", En: "periods"}
	}
	return lang.Format{Vi: "đơn vị", En: "units"}
}

// Item is one entry of a List: a text, or a category with the number of units that chose it.
type Item struct {
	Text  string
	Count int // 0 for a plain text
}

// NumberOf makes a number.
func NumberOf(r *big.Rat) Value { return Value{Kind: Number, Rat: r} }

// Int makes a whole number.
func Int(n int) Value { return NumberOf(new(big.Rat).SetInt64(int64(n))) }

// Quotient divides num by den and keeps both. A zero denominator gives a missing value, never infinity.
func Quotient(num, den *big.Rat) Value {
	if den.Sign() == 0 {
		return Value{}
	}
	return Value{Kind: Number, Rat: new(big.Rat).Quo(num, den), Num: num, Den: den}
}

// BoolOf makes a truth value.
func BoolOf(b bool) Value { return Value{Kind: Bool, Bool: b} }

// TextOf makes a text that is data.
func TextOf(s string) Value { return Value{Kind: Text, Text: s} }

// MissingOf makes a missing value that names what is missing.
func MissingOf(gaps ...string) Value { return Value{Gaps: gaps} }

// IsMissing reports whether the value is missing.
func (v Value) IsMissing() bool { return v.Kind == Missing }

// CoveredAs gives the value with what stands behind another one.
func (v Value) CoveredAs(other Value) Value {
	v.Have, v.Expected, v.Counted = other.Have, other.Expected, other.Counted
	return v
}

// Partial reports whether fewer units stand behind the value than were expected.
func (v Value) Partial() bool { return v.Have < v.Expected }

// Covered gives the value with the number of units that stand behind it.
func (v Value) Covered(have, expected int) Value {
	v.Have, v.Expected = have, expected
	return v
}
