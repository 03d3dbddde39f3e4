package out

import (
	"io"
	"math/big"
	"slices"

	"tonghop/formula"
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
		above, below, ok := termsOf(r.Catalogue, ind)
		if !ok {
			lines.line(line)
			continue
		}
		for _, side := range []struct {
			part  string
			terms []formula.Term
		}{{"above", above}, {"below", below}} {
			for _, term := range side.terms {
				line.Part, line.Operand = side.part, nil
				if term.Name != "" {
					line.Operand = &r.Catalogue.Indicator(sheets.Code(term.Name)).Code
				}
				factor := term.Factor.RatString()
				line.Factor = &factor
				lines.line(line)
			}
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

// termsOf takes a derived figure apart into figures that units give, with whole factors.
func termsOf(c *sheets.Catalogue, ind *sheets.Indicator) (above, below []formula.Term, ok bool) {
	above, below, ok = ind.Formula.Quotient(func(name string) *formula.Expr {
		if of := c.Indicator(sheets.Code(name)); of != nil {
			return of.Formula
		}
		return nil
	})
	common := big.NewInt(1)
	for _, terms := range [][]formula.Term{above, below} {
		for _, term := range terms {
			if term.Name != "" && c.Indicator(sheets.Code(term.Name)) == nil { // a setting, or a name of the program
				return nil, nil, false
			}
			divisor := new(big.Int).GCD(nil, nil, common, term.Factor.Denom())
			common.Mul(common, new(big.Int).Quo(term.Factor.Denom(), divisor))
		}
	}
	factor := new(big.Rat).SetInt(common)
	return scaled(above, factor), scaled(below, factor), ok
}

func scaled(terms []formula.Term, factor *big.Rat) []formula.Term {
	all := make([]formula.Term, len(terms))
	for i, term := range terms {
		all[i] = formula.Term{Name: term.Name, Factor: new(big.Rat).Mul(term.Factor, factor)}
	}
	return all
}
