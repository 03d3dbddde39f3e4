// Package demo makes the example workspaces, one for every built-in template: a province of 2021 with a unit registry, targets,
// shortcomings and the filled forms of all its units, and chapters with the forms of the years of a term.
//
// The totals of the province are those of a report that was published, as far as it printed them. Who
// contributed what was never published: the split over the units is made up. It is always the same, in proportion to sizes that are made up
// too, and every form of it keeps every rule of the catalogue, so that the example checks without a finding. With
// chapters the same totals are split on, which tries the program at its real size; with faults one of each kind of mistake that
// offices meet is planted, each in another unit.
package demo

import (
	"path"

	"tonghop/sheets"
)

// catalogueName and submissionsDir are the places of a workspace that the example fills.
const (
	catalogueName  = "danhmuc.xlsx"
	submissionsDir = "nop"
)

// Options say what the example is like. The zero value is the plain example, written with one worker.
type Options struct {
	// Template is the built-in template for which the example has the figures; "" is the first of Examples.
	Template string

	// Chapters is the number of chapters below the communes of the province, each with a form of its own.
	Chapters int

	// Faults plants one of each kind of mistake in the province; Faults lists them.
	Faults bool

	// Jobs is how many forms are made at a time. It changes nothing in what is written.
	Jobs int

	// Progress is called after each file with the number of files that are done, from one goroutine at a time. It may be nil.
	Progress func(done, total int)
}

// item is a file of the example, made when it is its turn.
type item struct {
	path string // below the workspace, with forward slashes
	make func() ([]byte, error)
}

// items lists the files of the example: the catalogue and what each unit sends.
func (p *Plan) items(withFaults bool) []item {
	plantings := make(map[sheets.UnitCode]planting)
	if withFaults {
		for _, f := range faults {
			plantings[f.Unit] = f.plant
		}
	}
	forms := sheets.NewForms(p.Catalogue, p.Expect)
	items := []item{{catalogueName, func() ([]byte, error) { return p.workbook, nil }}}
	for _, u := range p.Catalogue.Units.Units {
		plant := plantings[u.Code]
		switch {
		case plant != nil:
		case u.MustFile:
			plant = file(clean)
		default:
			continue
		}
		items = append(items, plant(scene{p, forms, u})...)
	}
	return items
}

// FormPath is where the form of a unit lies in the workspace. Those of chapters lie in a folder of their commune.
func FormPath(u *sheets.Unit) string {
	if u.Level == levelChapter {
		return path.Join(submissionsDir, sheets.SafeName(string(u.Above().Code)), sheets.FormName(u))
	}
	return path.Join(submissionsDir, sheets.FormName(u))
}
