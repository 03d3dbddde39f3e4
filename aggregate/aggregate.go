// Package aggregate says what the submissions of a period add up to.
//
// A province has one or several levels of units above those that hand in forms. The total of a unit is rolled up over the units at or
// below it that are expected to give the figure, and says how many of them did: a sum over three of five units is a
// partial sum, and a sum over none of them is missing, never zero. A ratio of a province is the ratio of its sums and never the
// mean of the ratios of its units. A unit that ended within the period owes its figures and counts in the sums; where units themselves are
// counted or judged one by one, they are those that stand at the end of the period. Targets are judged from the totals, exactly and only where enough units stand behind
// them; shortcomings are judged from the targets and figures that the office linked to them.
//
// Nothing behind this package does arithmetic of its own.
package aggregate

import (
	"sync"

	"tonghop/figure"
	"tonghop/sheets"
)

// Options choose how totals are made. The zero value is what the office wants by default.
type Options struct {
	// Strict leaves out the submissions of units with errors. Their figures count as not given.
	Strict bool

	// Jobs is the number of workers; 0 means one. It changes nothing but the time it takes.
	Jobs int
}

// Result is what a batch adds up to. It is not changed after Build and may be used by several goroutines.
type Result struct {
	Catalogue *sheets.Catalogue
	Batch     *sheets.Batch
	Strict    bool
	LeftOut   []*sheets.Unit // units of whose submissions Strict left some out, in the order of the catalogue

	// Parts are what the sub-periods of a composite period add up to, in the order of their days. Former and LastYear are the period right before and
	// the same period last year, nil where no usable form of them came in. Targets and shortcomings are judged in the period of Build alone.
	Parts            []*Result
	Former, LastYear *Result

	Targets      []TargetResult      // in the order of the catalogue
	Shortcomings []ShortcomingResult // those that are followed in the period, in the order of the catalogue

	// Findings are about the office's own catalogue: an unmet target or a level that differs from the suggested one without a reason, a part
	// that applies to no unit or that the total of the period cannot prove, a clause without a measure.
	Findings []sheets.Finding

	// Accepted are the findings of the forms that the office accepts, in their order; of the result of Build alone.
	Accepted []sheets.Finding

	builder *builder
	tree    *tree
	deps    *dependencies
	counted *sheets.Batch               // Batch, with those submissions blank that Strict left out
	dropped map[*sheets.Submission]bool // those
	marks   []mark                      // findings about figures, by the place of their unit
	bySlot  []*sheets.Indicator
	methods []method  // by slot
	tallies [][]tally // by slot and number of the inner unit
	phase   phase
	judge   judge
	mutex   sync.Mutex // guards memo
	memo    map[place]figure.Value
}

// place is a derived figure of an inner unit.
type place struct {
	unit *sheets.Unit
	ind  *sheets.Indicator
}

// Build adds up what the units of the catalogue handed in and judges the targets and the shortcomings. The findings are those
// that reading and checking made; the totals tell how many stand behind them.
func Build(c *sheets.Catalogue, b *sheets.Batch, findings []sheets.Finding, opt Options) *Result {
	s := &builder{
		catalogue: c, chosen: b, findings: findings, opt: opt, deps: dependenciesOf(c), results: make(map[*sheets.Batch]*Result),
		judge: judge{coverage: c.LeastCoverage(), strict: c.StrictExceeds()},
	}
	counted := b
	if opt.Strict {
		s.leaveOut(b)
		counted = b.Blanked(func(sub *sheets.Submission) bool { return s.dropped[sub] })
	}
	r := s.result(b, counted)
	r.LeftOut = s.leftOut
	for _, f := range findings {
		if f.Accepted != nil {
			r.Accepted = append(r.Accepted, f)
		}
	}
	if c.Units.Root != nil {
		r.judgeTargets()
		r.phase = targetsJudged
		r.judgeShortcomings()
	}
	r.phase = allJudged
	if c.Units.Root != nil {
		r.compareWords()
	}
	return r
}

// unitOf is the unit that a finding is about, nil where it is about none.
func (r *Result) unitOf(f sheets.Finding) *sheets.Unit {
	return unitOf(r.Catalogue, f)
}

func unitOf(c *sheets.Catalogue, f sheets.Finding) *sheets.Unit {
	if f.Unit == "" || f.Catalogue {
		return nil
	}
	return c.Units.Unit(f.Unit)
}

// kept gives a derived figure of an inner unit, computing it when it is first asked for. Two goroutines may both compute it: they
// come to the same value.
func (r *Result) kept(u *sheets.Unit, ind *sheets.Indicator) figure.Value {
	at := place{u, ind}
	r.mutex.Lock()
	v, known := r.memo[at]
	r.mutex.Unlock()
	if known {
		return v
	}
	v = (&env{r: r, unit: u}).derive(ind)
	if r.deps.of(ind).needs > r.phase {
		return v
	}
	r.mutex.Lock()
	r.memo[at] = v
	r.mutex.Unlock()
	return v
}
