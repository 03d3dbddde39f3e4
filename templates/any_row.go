package templates

import (
	"slices"

	"tonghop/figure"
)

// anyRow knows the names of a row of every loop that is known at a place. What stands in a loop whose own name is wrong is checked with
// it, so that one mistake is one fault.
type anyRow []Schema

func anyRowOf(n *names) anyRow {
	var rows anyRow
	for _, loop := range n.loops() {
		if row, ok := n.loop(loop); ok {
			rows = append(rows, row.schema)
		}
	}
	return rows
}

// Known reports whether a row of some loop knows the name.
func (a anyRow) Known(name string) bool {
	return slices.ContainsFunc(a, func(row Schema) bool { return row.Known(name) })
}

// Names gives the names of all rows, each once.
func (a anyRow) Names() []string {
	var all []string
	for _, row := range a {
		for _, name := range row.Names() {
			if !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}

// Words takes any word: which loop is meant is not known.
func (a anyRow) Words(string, []string) []string { return nil }

// Loop gives a loop in a row of some loop.
func (a anyRow) Loop(name string) (Schema, bool) {
	for _, row := range a {
		if inner, ok := row.Loop(name); ok {
			return inner, true
		}
	}
	return nil, false
}

// Kind says nothing: names of different loops may be of different kinds.
func (a anyRow) Kind(string) figure.Kind { return figure.Missing }

// Loops gives the names of the loops in all rows.
func (a anyRow) Loops() []string {
	var all []string
	for _, row := range a {
		all = append(all, row.Loops()...)
	}
	return all
}
