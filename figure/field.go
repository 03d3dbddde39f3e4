package figure

import (
	"math/big"

	"tonghop/lang"
)

// Field says what a cell of a form must hold, and so how its text is read.
type Field uint8

// The fields.
const (
	CountField   Field = iota // a whole number from 0: people, meetings, gifts
	DecimalField              // a number with a fraction from 0: tonnes, hectares
	MoneyField                // an amount; read into đồng
	PercentField              // a share from 0% to 100%; read into 0 to 1
	RatioField                // part and whole, 9/11; read into a quotient
	RangeField                // two ends, 30-40
	DateField                 // a day
	YesNoField                // có or không
)

// Title names what the cell must hold, for messages.
func (f Field) Title() lang.Format {
	switch f {
	case DecimalField:
		return lang.Format{Vi: "số thập phân", En: "a decimal number"}
	case MoneyField:
		return lang.Format{Vi: "số tiền", En: "an amount of money"}
	case PercentField:
		return lang.Format{Vi: "tỷ lệ phần trăm", En: "a percentage"}
	case RatioField:
		return lang.Format{Vi: "tỷ số (ví dụ 9/11)", En: "a ratio (such as 9/11)"}
	case RangeField:
		return lang.Format{Vi: "khoảng (ví dụ 30-40)", En: "a range (such as 30-40)"}
	case DateField:
		return lang.Format{Vi: "ngày (ví dụ 03/3/2021)", En: "a date (such as 03/3/2021, day first)"}
	case YesNoField:
		return lang.Format{Vi: "“có” hoặc “không”", En: "“có” (yes) or “không” (no)"}
	}
	return lang.Format{Vi: "số đếm", En: "a count"}
}

// Input is what a cell holds. The zero Input is a blank cell.
type Input struct {
	// Text is what the cell shows: the typed text, or a number or date as Excel formats it.
	Text string

	// Number is the exact stored number of a numeric cell, nil for a text cell. Dates are serial numbers of the 1900 date
	// system. A formula that gave a number is a numeric cell.
	Number *big.Rat

	// Percent and Date say that the number format of a numeric cell shows a percentage or a date.
	Percent, Date bool

	// Err says that the cell holds an error value; Text is its name, such as #REF!.
	Err bool

	// Uncalculated says that the cell holds a formula whose result was never saved in the file.
	Uncalculated bool
}

// Reading is what Read made of a cell.
type Reading struct {
	// Value is missing for a blank cell and whenever Severity is Error. Money is in đồng and whole, a percentage is a share
	// (82,48% is 0.8248), a ratio a quotient that remembers both terms, a date is midnight UTC.
	Value Value

	// Nil says that the value is zero because the cell says so in words (không, không có, không phát sinh); a typed 0
	// is a zero that is not Nil.
	Nil bool

	Severity Severity
	Message  lang.Message // says nothing when Severity is Fine

	// Suggestion is what to type instead where that can be told: digits without grouping, which every Excel understands. Empty
	// otherwise. It is never used as the value.
	Suggestion string

	// Rule is the rule for reading numbers that decided, R1 to R21 of the domain guide. Empty where an ordinary spelling
	// needed none.
	Rule string
}

// joined is the message of a cell that deserves two.
var joined = lang.Format{Vi: "%s; %s", En: "%s; %s"}

// accept makes the reading of a value about which there is nothing to say.
func accept(v Value) Reading { return Reading{Value: v} }

// refuse makes the reading of a cell that is not used.
func refuse(rule, suggestion string, m lang.Message) Reading {
	return Reading{Severity: Error, Rule: rule, Message: m, Suggestion: suggestion}
}

// with adds a remark to a reading; the worse severity decides the rule.
func (r Reading) with(s Severity, rule string, m lang.Message) Reading {
	switch {
	case r.Severity == Error:
		return r
	case r.Message.IsZero():
		r.Message = m
	default:
		r.Message = joined.With(r.Message, m)
	}
	if s > r.Severity {
		r.Severity, r.Rule = s, rule
	}
	return r
}

// withAll adds what was said about a part of the text, without its value.
func (r Reading) withAll(part Reading) Reading {
	if part.Message.IsZero() {
		return r
	}
	return r.with(part.Severity, part.Rule, part.Message)
}
