package report

import (
	"strings"

	"tonghop/aggregate"
	"tonghop/templates"
)

// Teller gives texts of the catalogue as documents print them, with the figures in them. It belongs to one goroutine.
type Teller struct{ document *data }

// NewTeller makes the teller of the whole.
func NewTeller(r *aggregate.Result) *Teller { return &Teller{newDocument(r, Options{})} }

// OfTarget is a text that the catalogue has beside a target, or beside a part of it where p is not nil.
func (t *Teller) OfTarget(target *aggregate.TargetResult, p *aggregate.PartResult, text string) string {
	if !strings.Contains(text, "{{") {
		return text
	}
	every := targetLoop("chi_tieu", everyTarget, document.doc)
	around := []templates.Data{t.document, t.document.open(&every, []row{{target: target}})[0]}
	if p != nil {
		parts := partLoop("phan", everyPart, document.doc)
		around = append(around, around[1].(*data).open(&parts, []row{{target: target, part: p}})[0])
	}
	return templates.ReadProse(text, around...)
}

// OfShortcoming is a text that the catalogue has beside a shortcoming.
func (t *Teller) OfShortcoming(s *aggregate.ShortcomingResult, text string) string {
	if !strings.Contains(text, "{{") {
		return text
	}
	return templates.ReadProse(text, t.document, t.document.open(&shortcomingLoop, []row{{shortcoming: s}})[0])
}
