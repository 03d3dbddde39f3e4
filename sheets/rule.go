package sheets

import (
	"math/big"

	"tonghop/figure"
	"tonghop/formula"
)

// Relation is what must hold between the two sides of a rule, the column Phép.
type Relation uint8

// The relations of a rule.
const (
	Compared      Relation = iota // one of the comparisons, in Rule.Op
	BothOrNeither                 // cùng có: both above zero or both zero
	BothZero                      // cùng bằng 0: if one is zero the other is zero
)

// WhenMissing is what a rule does when one of its figures is missing, the column Nếu thiếu.
type WhenMissing uint8

// The ways to treat a missing figure in a rule.
const (
	Skip    WhenMissing = iota // bỏ qua: counted as not checkable
	AsZero                     // coi là 0
	IsError                    // là lỗi
)

// Rule is a row of the sheet Quy tắc: what must hold over the figures of one form.
type Rule struct {
	Code        string
	Description string
	Left, Right *formula.Expr
	Relation    Relation
	Op          formula.Op
	Tolerance   *big.Rat // nil: none. The sides may differ by this much
	Missing     WhenMissing
	Severity    figure.Severity
	Levels      []string // empty: all
	Advice      string
	Pos         Pos
}
