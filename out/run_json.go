package out

import (
	"io"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/sheets"
)

// runJSON is tonghop/run/1: the counts of the three stages, the results, and promise 1 with its numbers.
type runJSON struct {
	Schema   string         `json:"schema"`
	Period   string         `json:"period"`
	Policy   string         `json:"policy"`
	Files    filesJSON      `json:"files"`
	Rates    ratesJSON      `json:"rates"`
	Findings severitiesJSON `json:"findings"`
	Totals   statesJSON     `json:"totals"`
	Targets  map[string]int `json:"targets"` // by verdict; encoding/json sorts the keys
	Results  []Result       `json:"results"`
}

type filesJSON struct {
	Received   int `json:"received"`
	Used       int `json:"used"`
	Superseded int `json:"superseded"`
	Rejected   int `json:"rejected"`
	Ignored    int `json:"ignored"`
}

type severitiesJSON struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Note    int `json:"note"`
}

type statesJSON struct {
	Complete int `json:"complete"`
	Partial  int `json:"partial"`
	Missing  int `json:"missing"`
}

// WriteRunJSON writes what a whole run did, for other programs.
func WriteRunJSON(w io.Writer, r *Run, results []Result) error {
	findings := r.Findings()
	if results == nil {
		results = []Result{}
	}
	rates := r.Check.Rates
	return writeJSON(w, runJSON{
		Schema: "tonghop/run/1", Period: r.Batch.Period.Code, Policy: policyKey(r.Totals.Strict),
		Files:    filesJSON(r.Batch.Tally()),
		Rates:    ratesJSON{fractionJSON(rates.Submitted), fractionJSON(rates.OnTime), fractionJSON(rates.Complete)},
		Findings: severitiesJSON{countFindings(findings, figure.Error), countFindings(findings, figure.Warning), countFindings(findings, figure.Note)},
		Totals:   totalStates(r, r.Catalogue.Units.Root), Targets: verdictCounts(r), Results: results,
	})
}

// verdictCounts counts the targets by verdict.
func verdictCounts(r *Run) map[string]int {
	counts := make(map[string]int)
	for _, verdict := range aggregate.Verdicts() {
		counts[verdict.Name] = 0
	}
	for _, t := range r.Totals.Targets {
		counts[aggregate.NameOf(t.Verdict).Name]++
	}
	return counts
}

// totalStates counts the totals of a unit by their state.
func totalStates(r *Run, u *sheets.Unit) statesJSON {
	var n statesJSON
	for _, ind := range r.Totals.Indicators(u) {
		switch r.Totals.Total(u, ind).State() {
		case aggregate.Complete:
			n.Complete++
		case aggregate.Partial:
			n.Partial++
		default:
			n.Missing++
		}
	}
	return n
}
