package formula

import (
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/vntext"
)

// Function is one function of the language.
type Function struct {
	Name    string // canonical, Vietnamese without accents; the name by which Env.Ask is asked
	English string // its other name

	// Args are the arguments in order; at least Min of them are given. Those beyond Min come in groups of Step; 0 means 1.
	Args      []Argument
	Min, Step int

	Words  []Keyword   // when not empty, the only words that its words may be
	Result figure.Kind // what it gives; Missing when that depends on the arguments

	Doc     lang.Format // what it gives, in a sentence
	Example lang.Format // an expression that uses it

	overUnits   bool
	otherPeriod bool
	run         func(c *call, env Env) figure.Value
}

// Argument is one argument of a function.
type Argument struct {
	Title   lang.Format // what it is, in a few words
	Kind    ArgumentKind
	Repeats bool // it may be given several times; only the last argument does
}

// ArgumentKind is what an argument must be.
type ArgumentKind uint8

// The kinds of argument.
const (
	Any       ArgumentKind = iota // an expression
	Amount                        // an expression that gives a number
	Condition                     // an expression that is true or false
	Word                          // a word that is passed on as it stands and not evaluated
)

// Keyword is a word of a closed list, such as a verdict.
type Keyword struct {
	Name    string // canonical, Vietnamese without accents
	English string
}

// Functions gives the functions of the language in the order in which they are explained.
func Functions() []Function { return slices.Clone(functions) }

// FunctionNamed finds a function by either of its names, typed with or without accents, in any case.
func FunctionNamed(name string) (Function, bool) {
	word := vntext.Fold(name)
	for _, fn := range functions {
		if word == fn.Name || word == fn.English {
			return fn, true
		}
	}
	return Function{}, false
}

// Signature shows how the function is written, with the titles of its arguments: neu(điều kiện; nếu đúng; nếu sai).
func (f Function) Signature(l lang.Lang) string {
	name := f.Name
	if l == lang.En {
		name = f.English
	}
	titles := make([]string, len(f.Args))
	for i, arg := range f.Args {
		titles[i] = arg.Title.In(l)
		if arg.Repeats {
			titles[i] += "…"
		}
	}
	return name + "(" + strings.Join(titles, "; ") + ")"
}

// argument gives the argument at a place from 0; behind the last it is the last.
func (f Function) argument(i int) Argument {
	if len(f.Args) == 0 {
		return Argument{}
	}
	return f.Args[min(i, len(f.Args)-1)]
}

// repeats reports whether the number of arguments has no upper bound.
func (f Function) repeats() bool {
	return len(f.Args) > 0 && f.Args[len(f.Args)-1].Repeats
}

// takes reports whether the function can be called with that many arguments.
func (f Function) takes(count int) bool {
	if count < f.Min || !f.repeats() && count > len(f.Args) {
		return false
	}
	return (count-f.Min)%max(1, f.Step) == 0
}

// countFault says how many arguments the function takes; it gives the function the name by which it was typed.
func (f Function) countFault(typed string, count int) lang.Message {
	var wanted lang.Message
	switch most := len(f.Args); {
	case most == 0:
		return countNone.With(typed)
	case f.repeats() && f.Step > 1:
		wanted = countSteps.With(f.Min, f.Min+f.Step, f.Min+2*f.Step)
	case f.repeats():
		wanted = countAtLeast.With(f.Min)
	case most == f.Min:
		wanted = countExactly.With(f.Min)
	default:
		wanted = countEither.With(f.Min, most)
	}
	return faultCount.With(typed, wanted, count)
}

// canonicalWord gives the canonical form of a word of a closed list, in whichever spelling it was typed; any other word as it
// is.
func (f Function) canonicalWord(word string) string {
	key := WordKey(word)
	for _, k := range f.Words {
		if key == k.Name || key == k.English {
			return k.Name
		}
	}
	return word
}

// WordKey is the form under which two spellings of a word that a function is given are equal: chưa đạt, Chưa_đạt and
// chua_dat.
func WordKey(word string) string {
	return strings.ReplaceAll(vntext.Fold(word), " ", "_")
}

func functionNames() []string {
	names := make([]string, 0, 2*len(functions))
	for _, fn := range functions {
		names = append(names, fn.Name, fn.English)
	}
	return names
}

// wordNames gives the canonical names of the closed list.
func (f Function) wordNames() []string {
	names := make([]string, len(f.Words))
	for i, k := range f.Words {
		names[i] = k.Name
	}
	return names
}
