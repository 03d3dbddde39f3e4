package formula

import "math/big"

// node is a part of an expression. The tree holds what was meant and the column where it was typed, not how it was typed: the
// parentheses and the spelling of words are gone.
type node interface {
	column() int
}

// at is the column of a node, from 1.
type at int

func (a at) column() int { return int(a) }

// number is a number as typed; percent tells that it was followed by %, which value already takes into account.
type number struct {
	at
	value   *big.Rat
	percent bool
}

// text is a text in quotes.
type text struct {
	at
	value string
}

// truth is the constant có or không.
type truth struct {
	at
	value bool
}

// name is looked up in the surroundings.
type name struct {
	at
	text string
}

// unary is a minus sign or không phải before its operand.
type unary struct {
	at
	op      operator
	operand node
}

// binary is an operator between its operands; its column is that of the operator.
type binary struct {
	at
	op          operator
	left, right node
}

// call is a use of a function. Its words stand apart from its other arguments, because they are not evaluated.
type call struct {
	at
	fn      *Function
	args    []node
	words   []string
	columns []int // of the words
}

// operator is an arithmetic, comparing or logical operator.
type operator uint8

const (
	noOperator operator = iota
	opOr
	opAnd
	opNot
	opEqual
	opUnequal
	opLess
	opLessEqual
	opGreater
	opGreaterEqual
	opAdd
	opSubtract
	opMultiply
	opDivide
	opNegate
)

// operators gives for each operator how it is written and how strongly it binds. A comparison does not take another
// comparison as an operand.
var operators = [...]struct {
	sign  string
	power int
}{
	opOr:           {"hoặc", 1},
	opAnd:          {"và", 2},
	opNot:          {"không phải", 3},
	opEqual:        {"=", comparing},
	opUnequal:      {"<>", comparing},
	opLess:         {"<", comparing},
	opLessEqual:    {"<=", comparing},
	opGreater:      {">", comparing},
	opGreaterEqual: {">=", comparing},
	opAdd:          {"+", 5},
	opSubtract:     {"-", 5},
	opMultiply:     {"*", 6},
	opDivide:       {"/", 6},
	opNegate:       {"-", 7},
	noOperator:     {"", 0},
}

// comparing is how strongly comparisons bind.
const comparing = 4

func (o operator) String() string   { return operators[o].sign }
func (o operator) power() int       { return operators[o].power }
func (o operator) compares() bool   { return o.power() == comparing }
func (o operator) calculates() bool { return o.power() > comparing }
