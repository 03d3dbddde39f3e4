package report

import (
	"cmp"
	"time"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/sheets"
	"tonghop/templates"
)

// Letter is what a reminder letter to a unit is about: that its report is not there, waits for a choice, or has to be mended.
type Letter struct {
	Unit  *sheets.Unit // whose report it is about
	State LetterState

	// To is the unit that gets the letter: the unit itself, or the successor that answers for one that is no more.
	To *sheets.Unit

	// Due is the deadline of the unit, with the extension that the office granted; zero: none was set.
	Due time.Time

	// Until is the day up to which the unit is asked to answer; zero: at once.
	Until time.Time

	// Lacking are the sub-periods, where the period has such, for which no report that can be used is there.
	Lacking []*sheets.Period

	// Missing are the required figures that are not there, Faulty what is wrong, Doubtful what the unit should look at again.
	Missing, Faulty, Doubtful []sheets.Finding

	// Files are the files that the unit sent, in the order of their paths.
	Files []*sheets.File
}

// LetterState says why a unit gets a letter.
type LetterState uint8

// The states.
const (
	NotSubmitted LetterState = iota // nothing came that can be used
	ToChoose                        // files that differ came
	ToMend                          // a form is used and has faults
)

// Letters are the letters that have to be written, in the order of the registry: one for each unit that must submit and whose report is missing, waits for a
// choice, lacks a required figure or has an error. findings are those of the checks. date is the day of the letters and until the day up to which
// units are asked to answer; where it is zero, that is the deadline of each unit while it is not over. Letters about a unit that is no more on the day of the
// letters go to its successor; where there is none nobody could answer, and there is no letter.
func Letters(c *sheets.Catalogue, b *sheets.Batch, findings []sheets.Finding, date, until time.Time) []*Letter {
	byUnit := make(map[sheets.UnitCode][]sheets.Finding)
	for _, f := range findings {
		byUnit[f.Unit] = append(byUnit[f.Unit], f)
	}
	files := make(map[sheets.UnitCode][]*sheets.File)
	for _, file := range b.Files {
		files[file.Unit] = append(files[file.Unit], file)
	}
	var letters []*Letter
	for _, u := range b.Expect.Reporting {
		l := &Letter{Unit: u, To: c.Units.AnswererOn(u, date), Due: dueOf(c, b.Period, u)}
		if l.To == nil {
			continue
		}
		l.look(b, excused(b, byUnit[u.Code]))
		asked := periodsAsked(b, u)
		l.takeFiles(files[u.Code], asked)
		if l.sort(byUnit[u.Code], asked); l.State == ToMend && len(l.Lacking)+len(l.Missing)+len(l.Faulty) == 0 {
			continue
		}
		if l.Until = until; until.IsZero() && !l.Due.Before(date) {
			l.Until = l.Due
		}
		letters = append(letters, l)
	}
	return letters
}

// look finds out what became of the reports of the unit: one, or one for each sub-period.
func (l *Letter) look(b *sheets.Batch, excused map[string]bool) {
	reports := b.Reports(l.Unit)
	l.State = ToMend
	for _, report := range reports {
		switch {
		case report.Submissions[l.Unit.Index] != nil:
		case report.InQuestion[l.Unit.Index]:
			l.State = ToChoose
		case excused[report.Period.Code]:
		default:
			l.Lacking = append(l.Lacking, report.Period)
		}
	}
	if len(l.Lacking) == len(reports) {
		l.State = NotSubmitted
	}
	if !b.Splits(l.Unit) {
		l.Lacking = nil
	}
}

// excused are the codes of the periods for which the office has accepted that the report is not there.
func excused(b *sheets.Batch, findings []sheets.Finding) map[string]bool {
	periods := make(map[string]bool)
	for _, f := range findings {
		if f.Code == notSubmitted && f.Severity < figure.Warning {
			periods[cmp.Or(f.Period, b.Period.Code)] = true
		}
	}
	return periods
}

// periodsAsked are the codes of the periods for which the unit owes a report.
func periodsAsked(b *sheets.Batch, u *sheets.Unit) map[string]bool {
	asked := map[string]bool{b.Period.Code: true}
	for _, report := range b.Reports(u) {
		asked[report.Period.Code] = true
	}
	return asked
}

// takeFiles takes the files of the unit that are of these periods, or of which nobody knows the period.
func (l *Letter) takeFiles(sent []*sheets.File, asked map[string]bool) {
	for _, file := range sent {
		if file.Period == nil || asked[file.Period.Code] {
			l.Files = append(l.Files, file)
		}
	}
}

// sort puts the findings about a unit where the letter speaks of them. What only the office can do something about is left out, and so is what
// the letter as a whole says.
func (l *Letter) sort(findings []sheets.Finding, asked map[string]bool) {
	for _, f := range findings {
		switch {
		case !forUnit(f, asked):
		case letterKinds[f.Code] == missingFigure && f.Severity == figure.Error:
			l.Missing = append(l.Missing, f)
		case f.Severity == figure.Error:
			l.Faulty = append(l.Faulty, f)
		default:
			l.Doubtful = append(l.Doubtful, f)
		}
	}
}

// dueOf is the deadline of a unit: that of the period, or a later one that the office granted.
func dueOf(c *sheets.Catalogue, p *sheets.Period, u *sheets.Unit) time.Time {
	due := p.Deadline
	for _, row := range c.Intakes {
		if row.Unit == u.Code && row.Period == p.Code && row.Extended.After(due) {
			due = row.Extended
		}
	}
	return due
}

// letterKind says what a letter makes of a kind of finding.
type letterKind uint8

const (
	wrongFigure letterKind = iota
	missingFigure
	saidByLetter
)

// notSubmitted is the code of the check that finds a report missing.
const notSubmitted = "don-vi-chua-nop"

// letterKinds are the findings that letters treat in a way of their own, by code.
var letterKinds = map[string]letterKind{
	"so-lieu-thieu":         missingFigure,
	"dong-thieu":            missingFigure,
	notSubmitted:            saidByLetter,
	"don-vi-cho-quyet-dinh": saidByLetter,
	"nop-muon":              saidByLetter,
	"tiep-nhan-chon-tep":    saidByLetter,
}

// NewLetter gives what a letter can name: the names of a document about its unit, and those of the letter. It belongs to one goroutine.
func NewLetter(r *aggregate.Result, l *Letter, date time.Time) templates.Data {
	d := newDocument(r, Options{Unit: l.Unit, Date: date})
	d.letter, d.loop = l, &letter
	return d
}

// LetterSchemaOf gives what letters can name once there are data.
func LetterSchemaOf(c *sheets.Catalogue) templates.Schema {
	return schemaOf(c, &letter)
}
