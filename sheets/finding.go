package sheets

import (
	"strconv"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets/xlsx"
)

// Pos is a cell of a workbook. File is relative to the workspace, with forward slashes. Row and Col count from 1; zero means that the
// position is the sheet, or the file, as a whole.
type Pos struct {
	File, Sheet string
	Row, Col    int
}

// Cell is the address of the cell, "B7", or "" where the position is no cell.
func (p Pos) Cell() string {
	switch {
	case p.Row == 0:
		return ""
	case p.Col == 0:
		return strconv.Itoa(p.Row)
	}
	return xlsx.Ref(p.Row, p.Col)
}

// String is the position as people say it: file, sheet and cell.
func (p Pos) String() string {
	var parts []string
	for _, s := range []string{p.File, p.Sheet, p.Cell()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " › ")
}

// Finding is something that was seen in the data or in the catalogue and that somebody should know. It is a value: the run goes
// on.
type Finding struct {
	Code      string // of the check, or of the rule of the catalogue; stable for ever
	Severity  figure.Severity
	Unit      UnitCode
	Indicator Code
	Pos       Pos
	Raw       string // what stands in the cell, as typed
	Message   lang.Message
	Hint      lang.Message // what to do
	Suggest   string       // the value that was probably meant, where there is exactly one
	Count     int          // how many times; 1 for a single case

	// Cases are the findings that this one was made of, where one cause shows in many cells of a form: one for each cell, in the order of the cells. They
	// have the position, the raw text and the suggestion of their cell. nil for any other finding.
	Cases []Finding

	// Period is the code of the sub-period, or of the former period, that it is about; "" is the period that is added up.
	Period string

	// Accepted is why the office lets it be, in the sheet Giải trình; nil where it does not.
	Accepted *Acceptance

	// Catalogue marks a fault of the catalogue or of a template: the office's own, never blamed on a unit.
	Catalogue bool
}

// Cells are the addresses of all cells that a finding is about, with ranges where they follow each other down a column: “E12:E20, E25”. "" where it is about
// none.
func (f Finding) Cells() string {
	if len(f.Cases) == 0 {
		return f.Pos.Cell()
	}
	var ranges []string
	for i := 0; i < len(f.Cases); {
		first, last := f.Cases[i].Pos, f.Cases[i].Pos
		for i++; i < len(f.Cases) && f.Cases[i].Pos.Col == last.Col && f.Cases[i].Pos.Row == last.Row+1; i++ {
			last = f.Cases[i].Pos
		}
		if first == last {
			ranges = append(ranges, first.Cell())
		} else {
			ranges = append(ranges, first.Cell()+":"+last.Cell())
		}
	}
	return strings.Join(ranges, ", ")
}
