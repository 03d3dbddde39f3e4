package check

import (
	"math/big"
	"slices"

	"tonghop/figure"
	"tonghop/sheets"
)

// examiner is what is the same for all units. It is not changed while they are examined.
type examiner struct {
	catalogue *sheets.Catalogue
	batch     *sheets.Batch
	period    string              // the code of the sub-period; "" for the period that is added up
	submitted []*sheets.Indicator // by slot
	names     map[string]*sheets.Indicator
	rules     []rule
	rejected  map[sheets.UnitCode]*sheets.File // the first file of a unit that could not be used
	priced    []priced
	factor    *big.Rat                   // from how many times on a difference is remarkable
	severity  map[string]figure.Severity // what the office has set for checks, by code; Fine: turned off
	survey    *survey
	below     [][]*sheets.Unit // by Unit.Index: the units directly below in the period
	origins   [][]sheets.Heir  // by Unit.Index: the units that went over into it by the end of the period
}

func newExaminer(c *sheets.Catalogue, b *sheets.Batch) *examiner {
	e := &examiner{catalogue: c, batch: b, submitted: c.Submitted(), rejected: rejectedIn(b)}
	e.compile()
	e.priced, e.factor, e.severity = e.pricedFigures(), c.UnusualFactor(), c.Severities()
	e.survey = e.surveyOf(b)
	e.below, e.origins = belowIn(c, b.Period), c.Units.Origins(b.Period.To)
	return e
}

// belowIn gives the units directly below each unit in a period, of those that are valid in it.
func belowIn(c *sheets.Catalogue, p *sheets.Period) [][]*sheets.Unit {
	below := make([][]*sheets.Unit, len(c.Units.Units))
	for _, u := range c.Units.Units {
		if above := c.Units.AboveIn(u, p); above != nil && u.ValidIn(p) {
			below[above.Index] = append(below[above.Index], u)
		}
	}
	return below
}

// rejectedIn gives for each unit the first file that could not be used. A file of which the period could not be told is one of the batch.
func rejectedIn(b *sheets.Batch) map[sheets.UnitCode]*sheets.File {
	rejected := make(map[sheets.UnitCode]*sheets.File)
	for _, file := range b.Files {
		ours := file.Period == nil || file.Period == b.Period
		if file.Outcome == sheets.Rejected && file.Unit != "" && ours && rejected[file.Unit] == nil {
			rejected[file.Unit] = file
		}
	}
	return rejected
}

// visit is one report of a unit with all that is needed to look at it.
type visit struct {
	*examiner
	unit     *sheets.Unit
	sub      *sheets.Submission // nil where there is none that counts
	figures  []*sheets.Indicator
	expected []bool // by slot
	empty    bool   // a form in which nothing is answered
	status   UnitStatus
	findings []sheets.Finding
	results  []result // by rule
	moveSaid bool     // the figures are a row off: nothing is compared with other forms
	fed      []result // by figure that lists add up to (Catalogue.Feeds)
}

// examine looks at a report of a unit with all checks.
func (e *examiner) examine(u *sheets.Unit) *visit {
	v := &visit{
		examiner: e, unit: u, sub: e.batch.Submissions[u.Index], figures: e.batch.Expect.Figures[u.Index],
		expected: make([]bool, len(e.submitted)),
	}
	for _, ind := range v.figures {
		v.expected[ind.Slot] = true
	}
	v.status = v.state()
	if v.batch.Waiting || v.batch.Period.Code == "" { // said once for all units
		return v
	}
	v.empty = v.sub != nil && v.status.Answered == 0 && v.status.Expected > 0 && v.unreadable() == 0
	for _, check := range own {
		if severity, set := e.severity[check.Code]; check.run == nil || set && severity == figure.Fine {
			continue
		}
		for _, f := range check.run(v) {
			f = v.signed(f, check)
			for i := range f.Cases {
				f.Cases[i] = v.signed(f.Cases[i], check)
			}
			v.findings = append(v.findings, f)
		}
	}
	return v
}

// signed is a finding of a check with all that a check does not say itself.
func (v *visit) signed(f sheets.Finding, by Check) sheets.Finding {
	if f.Code == "" {
		f.Code = by.Code
	}
	if f.Severity == figure.Fine {
		f.Severity = by.Severity
	}
	f.Unit, f.Period, f.Count = v.unit.Code, v.period, max(f.Count, 1)
	return f
}

// weigh gives the findings the severities that the office has set for their checks. Rules have theirs in the sheet Quy tắc.
func (e *examiner) weigh(findings []sheets.Finding) {
	for i := range findings {
		if severity, set := e.severity[findings[i].Code]; set {
			findings[i].Severity = severity
		}
		e.weigh(findings[i].Cases)
	}
}

// value is what the unit answered.
func (v *visit) value(ind *sheets.Indicator) sheets.Value { return v.sub.Values[ind.Slot] }

// unreadable counts the expected figures that could not be read.
func (v *visit) unreadable() int {
	n := 0
	for _, ind := range v.figures {
		if v.value(ind).State == sheets.Unreadable {
			n++
		}
	}
	return n
}

// at makes a finding about the cell of a figure.
func (v *visit) at(ind *sheets.Indicator) sheets.Finding {
	value := v.value(ind)
	return sheets.Finding{Indicator: ind.Code, Pos: v.sub.Pos(value), Raw: value.Raw}
}

// form is the position of the form as a whole.
func (v *visit) form() sheets.Pos {
	for _, ind := range v.figures {
		if pos := v.sub.Pos(v.value(ind)); pos.Sheet != "" {
			return sheets.Pos{File: pos.File, Sheet: pos.Sheet}
		}
	}
	return sheets.Pos{File: v.sub.File.Path}
}

// sort puts findings into the order of Report.Findings. Findings at the same place stay as they are.
func (e *examiner) sort(findings []sheets.Finding) {
	type file struct {
		place int
		file  *sheets.File
	}
	files := make(map[string]file, len(e.batch.Files))
	for i, f := range e.batch.Files {
		files[f.Path] = file{i, f}
	}
	key := func(f sheets.Finding) [5]int {
		unit := len(e.catalogue.Units.Units)
		if u := e.catalogue.Units.Unit(f.Unit); u != nil {
			unit = u.Index
		}
		in, ok := files[f.Pos.File]
		if !ok {
			return [5]int{unit, -1, -1, f.Pos.Row, f.Pos.Col}
		}
		return [5]int{unit, in.place, slices.Index(in.file.Sheets, f.Pos.Sheet), f.Pos.Row, f.Pos.Col}
	}
	keys := make([][5]int, len(findings))
	order := make([]int, len(findings))
	for i, f := range findings {
		keys[i], order[i] = key(f), i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		ka, kb := keys[a], keys[b]
		return slices.Compare(ka[:], kb[:])
	})
	sorted := make([]sheets.Finding, len(findings))
	for i, from := range order {
		sorted[i] = findings[from]
	}
	copy(findings, sorted)
}
