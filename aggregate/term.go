package aggregate

import (
	"math/big"
	"slices"

	"tonghop/formula"
	"tonghop/sheets"
)

// Term is a part of a derived figure that is a quotient of sums: a figure that units give, or 1 where there is none, times a whole number.
type Term struct {
	Operand *sheets.Indicator // nil: the factor is a number by itself
	Factor  *big.Rat          // a whole number
	Below   bool              // below the fraction bar
}

// TermsOf takes a derived figure apart into figures that units give, with whole factors, those above the fraction bar first; false where its formula is no
// quotient of sums.
func TermsOf(c *sheets.Catalogue, ind *sheets.Indicator) ([]Term, bool) {
	above, below, ok := ind.Formula.Quotient(func(name string) *formula.Expr {
		if of := c.Indicator(sheets.Code(name)); of != nil {
			return of.Formula
		}
		return nil
	})
	if !ok {
		return nil, false
	}
	var terms []Term
	common := big.NewInt(1)
	for i, term := range slices.Concat(above, below) {
		operand := c.Indicator(sheets.Code(term.Name))
		if term.Name != "" && operand == nil { // a setting, or a name of the program
			return nil, false
		}
		terms = append(terms, Term{Operand: operand, Factor: term.Factor, Below: i >= len(above)})
		divisor := new(big.Int).GCD(nil, nil, common, term.Factor.Denom())
		common.Mul(common, new(big.Int).Quo(term.Factor.Denom(), divisor))
	}
	for i := range terms {
		terms[i].Factor = new(big.Rat).Mul(terms[i].Factor, new(big.Rat).SetInt(common))
	}
	return terms, true
}
