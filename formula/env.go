package formula

import (
	"iter"

	"tonghop/figure"
)

// Env is the surroundings in which an expression is evaluated: a unit of the tree in a period, or a row of a loop in a
// document.
type Env interface {
	// Value gives what a name stands for. A known name without a value gives a missing value whose Gaps name it.
	Value(name string) figure.Value

	// Units ranges over the units of the given levels at or below the current one; all reporting units below it where no level is
	// given. Each unit is an Env of its own. Levels come as they were typed, without surrounding space: compare them by WordKey.
	Units(levels []string) iter.Seq[Env]

	// Ask answers a function whose arguments are words and not expressions, such as the threshold of a target
	// or the number of targets with a verdict. The function is given by its canonical name, words of a closed list (verdicts) too;
	// other words come as they were typed, without surrounding space. What cannot be answered is a missing value.
	Ask(function string, words []string) figure.Value
}

// Scope knows the names that an Env of the same shape will know. It serves to check an expression before there are data.
type Scope interface {
	// Known reports whether the name can be looked up with Value.
	Known(name string) bool

	// Names gives every known name, for suggestions.
	Names() []string

	// Words gives what the next word of a call may be after the words that stand before it, as typed: what columns there are depends on
	// the list that was named. They are the words of the call alone, so that before the first level given to a function over units there is none.
	// The function is given by its canonical name. nil means that any word will do. Words are compared by WordKey. Functions that
	// have a closed list of words do not ask.
	Words(function string, before []string) []string
}
