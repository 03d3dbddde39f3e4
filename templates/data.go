package templates

import (
	"iter"
	"slices"

	"tonghop/figure"
	"tonghop/formula"
)

// Data is what a template is filled with: the figures of a unit in a period, or one row of a loop.
//
// A name that a Data does not know gives the zero Value, a missing value without Gaps; inside a loop the name is then
// looked up in the surroundings of the loop. A row that is no unit answers Units like its surroundings. Ask, too, may give the zero
// Value to leave the answer to the surroundings.
type Data interface {
	formula.Env

	// Rows gives the rows of a loop. ok is false where no loop has the name; the surroundings are asked then.
	Rows(loop string) (rows []Data, ok bool)

	// Style gives the name of the style with which the value of a bare name is printed, "" for the usual one of its kind. ok is false for
	// names that are not known here; the surroundings are asked then.
	Style(name string) (style string, ok bool)

	// Key names a row among the rows of its loop, such as the code of a unit. It stays the same when rows come and go. It is "" for the document itself
	// and for rows that are no things of the data, such as the lines of a text.
	Key() string

	// Fact says what a name of this Data is. ok is false where it has no such name; the surroundings are asked then.
	Fact(name string) (fact Fact, ok bool)
}

// Fact is what a document has to know of a name besides its value.
type Fact struct {
	// Title is what the name stands for, in Vietnamese, for people who point at a figure in Word.
	Title string

	// Measure is the unit of measure in which its numbers are counted, "" where they have none: đoàn viên, đồng, %.
	Measure string

	// Derived tells that a text is worked out from the data, such as a verdict, so that it may change with them. Settings, names and other typed texts are not.
	Derived bool
}

// Schema knows the names that a Data of the same shape will know, so that a template can be checked before there are figures.
type Schema interface {
	formula.Scope

	// Loop gives the names of a row of a loop, without those of the surroundings.
	Loop(name string) (row Schema, ok bool)

	// Kind says which kind of value a name stands for, figure.Missing where only the data will tell.
	Kind(name string) figure.Kind

	// Loops gives the names of all loops, for suggestions.
	Loops() []string
}

// scope is a Data with what is around it.
type scope struct {
	data    Data
	outer   *scope
	ordinal int    // of the row, from 1; 0 outside of loops
	of      int    // how many rows there are
	loop    string // the loop that the row belongs to, as references write it
	way     *way   // to the row, once somebody asked
}

// way is how figures in a row are named.
type way struct {
	row   string // the key of the row
	text  string // the steps, as references write them
	steps []Step
}

// to works out the way to a row.
func (s *scope) to() *way {
	if s.way != nil {
		return s.way
	}
	s.way = &way{}
	if s.outer == nil {
		return s.way
	}
	outer := s.outer.to()
	*s.way = way{row: s.data.Key(), text: outer.text, steps: outer.steps}
	if s.way.row != "" {
		step := Step{s.loop, s.way.row}
		s.way.text += stepText(step)
		s.way.steps = append(slices.Clip(outer.steps), step)
	}
	return s.way
}

// outwards gives the row that is so many rows outwards, nil where the number is below 0.
func (s *scope) outwards(rows int) *scope {
	if rows < 0 {
		return nil
	}
	for ; rows > 0; rows-- {
		s = s.outer
	}
	return s
}

// fact asks what a name is, from the innermost row outwards.
func (s *scope) fact(name string) (Fact, bool) {
	for ; s != nil; s = s.outer {
		if fact, ok := s.data.Fact(name); ok {
			return fact, true
		}
	}
	return Fact{}, false
}

// knowsAny reports whether the row itself knows one of the names.
func (s *scope) knowsAny(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return !unknown(s.data.Value(name)) })
}

// Value looks a name up from the innermost row outwards.
func (s *scope) Value(name string) figure.Value {
	var v figure.Value
	of := rowNamed(name)
	for ; s != nil; s = s.outer {
		if of != nil && s.ordinal > 0 {
			return of.value(s)
		}
		if v = s.data.Value(name); !unknown(v) {
			return v
		}
	}
	return v
}

func unknown(v figure.Value) bool { return v.IsMissing() && len(v.Gaps) == 0 }

// Units ranges over the units of the innermost row.
func (s *scope) Units(levels []string) iter.Seq[formula.Env] { return s.data.Units(levels) }

// Ask asks from the innermost row outwards.
func (s *scope) Ask(function string, words []string) figure.Value {
	var v figure.Value
	for ; s != nil; s = s.outer {
		if v = s.data.Ask(function, words); !unknown(v) {
			return v
		}
	}
	return v
}

// In implements formula.Timed where the innermost row does.
func (s *scope) In(function string) (formula.Env, string) {
	if timed, ok := s.data.(formula.Timed); ok {
		return timed.In(function)
	}
	return nil, ""
}

func (s *scope) rows(loop string) ([]Data, bool) {
	for ; s != nil; s = s.outer {
		if rows, ok := s.data.Rows(loop); ok {
			return rows, true
		}
	}
	return nil, false
}

func (s *scope) style(name string) (figure.Style, bool) {
	for ; s != nil; s = s.outer {
		if style, ok := s.data.Style(name); ok {
			return figure.StyleNamed(style)
		}
	}
	return figure.Style{}, false
}

// names is a Schema with what is around it.
type names struct {
	schema Schema
	outer  *names
}

// Known reports whether the name is known here or around.
func (n *names) Known(name string) bool {
	for at := n; at != nil; at = at.outer {
		if at.schema.Known(name) || at.outer != nil && rowNamed(name) != nil {
			return true
		}
	}
	return false
}

// kind says which kind of value a name stands for, figure.Missing where only the data will tell.
func (n *names) kind(name string) figure.Kind {
	of := rowNamed(name)
	for at := n; at != nil; at = at.outer {
		switch {
		case of != nil && at.outer != nil:
			return of.kind
		case at.schema.Known(name):
			return at.schema.Kind(name)
		}
	}
	return figure.Missing
}

// Names gives all names, the innermost first.
func (n *names) Names() []string {
	var all []string
	for ; n != nil; n = n.outer {
		all = append(all, n.schema.Names()...)
		if n.outer != nil {
			for _, r := range rowNames {
				all = append(all, r.Name)
			}
		}
	}
	return all
}

// Words gives the words of the innermost schema that knows any.
func (n *names) Words(function string, before []string) []string {
	for ; n != nil; n = n.outer {
		if words := n.schema.Words(function, before); words != nil {
			return words
		}
	}
	return nil
}

func (n *names) loop(name string) (*names, bool) {
	for at := n; at != nil; at = at.outer {
		if row, ok := at.schema.Loop(name); ok {
			return &names{row, n}, true
		}
	}
	return nil, false
}

// loops gives the names of all loops, the innermost first, each once.
func (n *names) loops() []string {
	var all []string
	for ; n != nil; n = n.outer {
		for _, name := range n.schema.Loops() {
			if !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}
