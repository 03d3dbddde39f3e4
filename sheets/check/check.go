// Package check looks at what the units sent: who has not sent anything, what is missing, and what cannot be right.
//
// Each check is one file with its code, its title and the code that looks. A check sees one unit at a time, with the submission that counts
// for it. The rules of the catalogue are one check too; their findings bear the codes of the rules. What reading itself noticed (a
// damaged file, a figure that is no number) comes from package sheets and is passed on.
//
// What a check finds is a sheets.Finding, a value; nothing here fails. A complete form without contradictions gives no
// finding at all.
package check

import (
	"runtime"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/workers"
)

// Check is a kind of thing that may be found.
type Check struct {
	Code        string // stable for ever
	Severity    figure.Severity
	Title       lang.Format
	Explanation lang.Format // when it arises and what to do
	Example     lang.Format // a case of it, as it stands in a form, and what is said

	// run looks at a unit; nil for what reading notices, and for what is found after all units were looked at.
	run func(*visit) []sheets.Finding
}

// own are the checks of this package, in the order in which they look at a unit.
var own = []Check{
	notSubmitted, blankForm, onlyZeros, requiredBlank, outOfBounds, brokenRule, shifted, typedResult, againstBelow, againstParts, fallingTotal, submittedLate,
	sameAsFormer, sameAsNeighbour, moneySlip, countSlip, serialDay, farFromFormer, farFromPeers, roundFigures,
	againstList, sharedItem, unusedException,
}

// Checks are all kinds of thing that a run may find in what the units sent. The rules of the catalogue come on top.
func Checks() []Check {
	all := append([]Check(nil), own...)
	for _, n := range sheets.Notices() {
		all = append(all, Check{Code: n.Code, Severity: n.Severity, Title: n.Title, Explanation: n.Explain, Example: n.Example()})
	}
	return all
}

// MaySet reports whether the office may set the severity of the check in the sheet Thông tin. That of rules stands with each rule.
func (c Check) MaySet() bool { return c.Code != brokenRule.Code }

// Report is what checking found.
type Report struct {
	// Findings are those of reading and of checking, by unit in the order of the registry, then by file, sheet and cell. What belongs to
	// no unit comes last. What the office accepted in the sheet Giải trình is a note.
	Findings []sheets.Finding

	Units []UnitStatus // every unit that must submit, in the order of the registry
	Rates Rates
	Rules []RuleTally // every rule of the catalogue, in order
	Feeds []FeedTally // every figure that list forms add up to, in order
}

// RuleTally says what became of a rule over all submissions. Units that the rule does not concern are not counted.
type RuleTally struct {
	Rule         *sheets.Rule
	Held, Broken int
	NotCheckable int // a figure that it needs is missing
}

// Run checks a batch: of every unit each report that it owes. The result does not depend on the number of processors.
func Run(c *sheets.Catalogue, b *sheets.Batch) Report {
	e := newExaminer(c, b)
	examiners := e.all()
	visits := make([][]*visit, len(b.Expect.Reporting))
	workers.Each(runtime.GOMAXPROCS(0), len(visits), nil, func() func(int) {
		return func(i int) {
			u := b.Expect.Reporting[i]
			for _, report := range b.Reports(u) {
				visits[i] = append(visits[i], examiners[report].examine(u))
			}
		}
	})
	return e.report(visits)
}

// report puts together what was seen of the reports of the units.
func (e *examiner) report(visits [][]*visit) Report {
	r := Report{Rules: make([]RuleTally, len(e.rules)), Findings: append([]sheets.Finding(nil), e.batch.Findings...)}
	for i, rule := range e.rules {
		r.Rules[i].Rule = rule.Rule
	}
	for _, feed := range e.catalogue.Feeds {
		r.Feeds = append(r.Feeds, FeedTally{Feed: feed})
	}
	for i, reports := range visits {
		r.Units = append(r.Units, e.status(e.batch.Expect.Reporting[i], reports))
		for _, v := range reports {
			r.Findings = append(r.Findings, v.findings...)
			r.tally(v)
		}
	}
	e.weigh(r.Findings)
	unused := e.unused(e.accept(r.Findings))
	e.weigh(unused)
	r.Findings = append(r.Findings, unused...)
	e.sort(r.Findings)
	r.Findings = gather(r.Findings)
	r.Rates = RatesOf(r.Units)
	return r
}

// tally counts what became of the rules, and of the comparisons with lists, in one form.
func (r *Report) tally(v *visit) {
	for i, result := range v.results {
		result.count(&r.Rules[i].Held, &r.Rules[i].Broken, &r.Rules[i].NotCheckable)
	}
	for i, result := range v.fed {
		result.count(&r.Feeds[i].Held, &r.Feeds[i].Broken, &r.Feeds[i].NotCheckable)
	}
}

// count adds one to the number of the result. What was not asked is none of them.
func (r result) count(heldSoFar, brokenSoFar, notCheckableSoFar *int) {
	switch r {
	case held:
		*heldSoFar++
	case broken:
		*brokenSoFar++
	case notCheckable:
		*notCheckableSoFar++
	}
}
