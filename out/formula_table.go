package out

import (
	"io"
	"slices"

	"tonghop/aggregate"
	"tonghop/sheets"
)

// formulaTableName is the table of terms of derived figures, by which another engine works them out from the totals.
const formulaTableName = "cong-thuc.jsonl"

// termJSON is a line of cong-thuc.jsonl, tonghop/terms/1: a term above or below the fraction bar of a derived figure. A figure whose formula is no quotient
// of sums has one line with the part "other", so that nobody takes it for forgotten.
type termJSON struct {
	Schema    string       `json:"schema"`
	RunPeriod string       `json:"run_period"`
	Indicator sheets.Code  `json:"indicator"`
	Formula   string       `json:"formula"`
	Part      string       `json:"part"`    // above, below, other
	Operand   *sheets.Code `json:"operand"` // a figure that units give; null: the factor is a number by itself
	Factor    *string      `json:"factor"`  // a whole number
}

const termsSchema = "tonghop/terms/1"

// WriteFormulaTable writes the terms of all derived figures, in the order of the catalogue.
func WriteFormulaTable(w io.Writer, r *Run) error {
	lines := &document{w: w}
	for _, ind := range r.Catalogue.Indicators {
		if ind.Formula == nil {
			continue
		}
		line := termJSON{Schema: termsSchema, RunPeriod: r.Batch.Period.Code, Indicator: ind.Code, Formula: ind.Formula.String(), Part: "other"}
		terms, ok := aggregate.TermsOf(r.Catalogue, ind)
		if !ok {
			lines.line(line)
			continue
		}
		for _, term := range terms {
			line.Part, line.Operand = "above", nil
			if term.Below {
				line.Part = "below"
			}
			if term.Operand != nil {
				line.Operand = &term.Operand.Code
			}
			factor := term.Factor.RatString()
			line.Factor = &factor
			lines.line(line)
		}
	}
	return lines.err
}

// derives reports whether the catalogue has derived figures.
func (r *Run) derives() bool {
	return slices.ContainsFunc(r.Catalogue.Indicators, func(ind *sheets.Indicator) bool { return ind.Formula != nil })
}

// line writes an entry of a table of lines.
func (d *document) line(v any) {
	d.value(v)
	d.text("\n")
}
