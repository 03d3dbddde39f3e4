package out

import (
	"strconv"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/sheets/check"
)

// pageMarks say of a row what it can be filtered by: numbers of the choices, several with spaces between them.
type pageMarks struct {
	Above    string // the units above, and the unit itself where others belong to it
	Level    string
	Severity string // of a unit: those of its findings
	Kind     string
	Status   string
}

// pageUnit is a row of the table of units. Index is its place in the registry, by which links find it.
type pageUnit struct {
	Index                    int
	Marks                    pageMarks
	Name, Code, Level, Above string
	Key, Status, Lacking     string
	Late                     bool
	InTime                   string
	Answered, Expected       int
	Findings                 int
}

// pageSquare is a unit in the picture.
type pageSquare struct {
	Index      int
	Key, Label string
	Late       bool
}

// pageStrip is a piece of a bar: Count units of a state, behind From others.
type pageStrip struct {
	Key         string
	From, Count int
}

// pageCounts is how far some units are, which belong to one unit.
type pageCounts struct {
	Title               string
	Units               int
	Strip               []pageStrip
	Submitted, Complete check.Fraction
	Answered, Expected  int // figures
	Errors, Warnings    int // findings about these units
	Above               int // the choice of the filter that shows the unit above, -1 for the root
}

// pageGroup is the units of one level directly under one unit.
type pageGroup struct {
	pageCounts
	Squares []pageSquare
}

// pageBuilder turns a run into rows.
type pageBuilder struct {
	run    *Run
	status map[*sheets.Unit]check.UnitStatus
	uppers []*sheets.Unit // those that have reporting units below them, without the root
	upper  map[*sheets.Unit]int
	levels []string
	level  map[string]int
	sorts  []findingGroup
	sort   map[findingKind]int
	kindOf map[string]int         // the first kind of a code, by which the choice of kinds goes
	of     map[*sheets.Unit][]int // the findings of a unit, as places in all
	all    []sheets.Finding
}

func newPageBuilder(r *Run) *pageBuilder {
	b := &pageBuilder{
		run: r, all: r.Findings(), status: make(map[*sheets.Unit]check.UnitStatus), upper: make(map[*sheets.Unit]int), level: make(map[string]int),
		sort: make(map[findingKind]int), kindOf: make(map[string]int), of: make(map[*sheets.Unit][]int),
	}
	for _, u := range r.Check.Units {
		b.status[u.Unit] = u
		b.know(u.Unit)
	}
	b.sorts = groupFindings(b.all)
	for i, g := range b.sorts {
		b.sort[kindOfFinding(g.first)] = i
		if _, known := b.kindOf[g.first.Code]; !known {
			b.kindOf[g.first.Code] = i
		}
	}
	for i, f := range b.all {
		if u := b.unitOf(f); u != nil {
			b.of[u] = append(b.of[u], i)
			b.know(u)
		}
	}
	return b
}

// know makes the unit's level and the units above it choices to filter by.
func (b *pageBuilder) know(u *sheets.Unit) {
	if _, known := b.level[u.Level]; !known {
		b.level[u.Level] = len(b.levels)
		b.levels = append(b.levels, u.Level)
	}
	for up := u.Above(); up != nil && up.Above() != nil; up = up.Above() {
		if _, known := b.upper[up]; !known {
			b.upper[up] = len(b.uppers)
			b.uppers = append(b.uppers, up)
		}
	}
}

// unitOf is the unit that a finding is about, nil where it is about none that is known.
func (b *pageBuilder) unitOf(f sheets.Finding) *sheets.Unit {
	if f.Catalogue {
		return nil
	}
	return b.run.Catalogue.Units.Unit(f.Unit)
}

// marks are those of a unit, without its findings.
func (b *pageBuilder) marks(u *sheets.Unit) pageMarks {
	var above []string
	for up := u; up != nil; up = up.Above() {
		if i, known := b.upper[up]; known {
			above = append(above, strconv.Itoa(i))
		}
	}
	m := pageMarks{Above: strings.Join(above, " "), Level: strconv.Itoa(b.level[u.Level])}
	if status, known := b.status[u]; known {
		m.Status = statusKey(status.Status)
	}
	return m
}

// groups puts the units together that belong to the same unit and are of the same level, in the order of the registry.
func (b *pageBuilder) groups() []pageGroup {
	type place struct {
		above *sheets.Unit
		level string
	}
	index := make(map[place]int)
	var places []place
	var members [][]check.UnitStatus
	levels := make(map[*sheets.Unit]int)
	for _, u := range b.run.Check.Units {
		key := place{u.Unit.Above(), u.Unit.Level}
		at, known := index[key]
		if !known {
			at = len(places)
			index[key] = at
			places, members = append(places, key), append(members, nil)
			levels[key.above]++
		}
		members[at] = append(members[at], u)
	}
	groups := make([]pageGroup, len(places))
	for i, key := range places {
		title := key.level
		if key.above != nil {
			title = key.above.Name
			if levels[key.above] > 1 {
				title += " – " + key.level
			}
		}
		groups[i].pageCounts = b.counts(Clean(title), key.above, members[i])
		for _, u := range members[i] {
			groups[i].Squares = append(groups[i].Squares, pageSquare{u.Unit.Index, statusKey(u.Status), b.label(u), isLate(u)})
		}
	}
	return groups
}

// fewGroups is how many groups a table of completeness has at most that is read from top to bottom.
const fewGroups = 20

// overview counts all units below each unit directly under the root, where the groups are too many to be read; nil where they are not, or where that
// would be no shorter.
func (b *pageBuilder) overview(groups []pageGroup) []pageCounts {
	if len(groups) <= fewGroups {
		return nil
	}
	var rows []pageCounts
	for _, u := range b.run.uppers() {
		if u.depth == 1 {
			rows = append(rows, b.counts(Clean(u.unit.Name), u.unit, u.below))
		}
	}
	if len(rows) == 0 || len(rows) > len(groups)/2 {
		return nil
	}
	return rows
}

func (b *pageBuilder) counts(title string, above *sheets.Unit, units []check.UnitStatus) pageCounts {
	rates := check.RatesOf(units)
	g := pageCounts{Title: title, Units: len(units), Submitted: rates.Submitted, Complete: rates.Complete, Above: -1}
	if choice, known := b.upper[above]; known {
		g.Above = choice
	}
	for _, u := range units {
		g.Answered += u.Answered
		g.Expected += u.Expected
		for _, at := range b.of[u.Unit] {
			switch b.all[at].Severity {
			case figure.Error:
				g.Errors++
			case figure.Warning:
				g.Warnings++
			}
		}
	}
	from := 0
	for _, status := range pageStatuses {
		n := 0
		for _, u := range units {
			if u.Status == status {
				n++
			}
		}
		if n > 0 {
			g.Strip = append(g.Strip, pageStrip{statusKey(status), from, n})
		}
		from += n
	}
	return g
}

// label says what a square shows, for those who do not see it.
func (b *pageBuilder) label(u check.UnitStatus) string {
	text := Clean(u.Unit.Name) + ": " + statusTitle(u.Status).In(b.run.Lang)
	if isLate(u) {
		text += ", " + lateTitle(u.Late).In(b.run.Lang)
	}
	if n := len(b.of[u.Unit]); n > 0 {
		text += ", " + lang.Format{Vi: "%d phát hiện", En: "%d findings"}.With(n).In(b.run.Lang)
	}
	return text
}

// units are the rows of the table of units.
func (b *pageBuilder) units() []pageUnit {
	rows := make([]pageUnit, 0, len(b.run.Check.Units))
	for _, u := range b.run.Check.Units {
		row := pageUnit{
			Index: u.Unit.Index, Marks: b.marks(u.Unit), Name: Clean(u.Unit.Name), Code: Clean(string(u.Unit.Code)), Level: Clean(u.Unit.Level),
			Above: Clean(nameAbove(u.Unit)), Key: statusKey(u.Status), Status: statusTitle(u.Status).In(b.run.Lang), Late: isLate(u),
			InTime: lateText(u, b.run.Lang), Answered: u.Answered, Expected: u.Expected, Findings: len(b.of[u.Unit]),
		}
		if len(u.Lacking()) > 0 {
			row.Lacking = lang.Format{Vi: "thiếu %s", En: "lacks %s"}.With(Clean(lackingText(u))).In(b.run.Lang)
		}
		row.Marks.Severity, row.Marks.Kind = b.marksOfFindings(b.of[u.Unit])
		rows = append(rows, row)
	}
	return rows
}
