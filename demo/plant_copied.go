package demo

import (
	"math/big"
	"path"

	"tonghop/sheets"
)

// sentBefore plants a unit whose form of the period before says what it says now.
func sentBefore(s scene) []item { return s.before(nil) }

// before is the clean form of the unit and its form of the period before, with some answers changed.
func (s scene) before(changes map[sheets.Code]sheets.Answer) []item {
	former := path.Join(submissionsDir, formerPeriod, path.Base(s.path()))
	return []item{
		{s.path(), func() ([]byte, error) { return clean(s) }},
		{former, func() ([]byte, error) { return s.filledFor(formerPeriod, changes) }},
	}
}

// lessBefore plants a figure that was so many times less in the period before.
func lessBefore(code sheets.Code, times int64) planting {
	return func(s scene) []item {
		was := s.plan.amounts[s.unit.Index][s.plan.Catalogue.Indicator(code).Slot] / times
		return s.before(map[sheets.Code]sheets.Answer{code: {Number: number(was).Rat}})
	}
}

// zerosAdded plants a figure with so many times what it was in the period before, in which everything else was as it is now.
func zerosAdded(code sheets.Code, times int64) planting {
	return func(s scene) []item {
		n := s.plan.amounts[s.unit.Index][s.plan.Catalogue.Indicator(code).Slot] * times
		items := s.before(nil)
		items[0].make = func() ([]byte, error) {
			return s.filled(map[sheets.Code]sheets.Answer{code: {Number: number(n).Rat}}, s.plan.Date(s.unit))
		}
		return items
	}
}

// rounded plants a form in which every count of a hundred and more is rounded down to hundreds, so that parts stay within their wholes.
func rounded(s scene) ([]byte, error) {
	answers := s.plan.Answers(s.unit)
	hundred := big.NewInt(100)
	for code, answer := range answers {
		kind := s.plan.Catalogue.Indicator(code).Kind
		if n := answer.Number; n != nil && n.IsInt() && n.Num().Cmp(hundred) >= 0 && (kind == sheets.Count || kind == sheets.Stock) {
			hundreds := new(big.Int).Quo(n.Num(), hundred)
			answers[code] = sheets.Answer{Number: new(big.Rat).SetInt(hundreds.Mul(hundreds, hundred))}
		}
	}
	return s.forms.Filled(s.unit, answers, s.plan.Date(s.unit))
}

// copied plants the figures of another unit in the form of this one.
func copied(from sheets.UnitCode) planting {
	return file(func(s scene) ([]byte, error) {
		answers := s.plan.Answers(s.plan.Catalogue.Units.Unit(from))
		return s.forms.Filled(s.unit, answers, s.plan.Date(s.unit))
	})
}

// rowDown plants a form whose figures stand a row too far down, as when the whole column was pasted a cell off.
func rowDown(s scene) ([]byte, error) {
	right, moved := s.plan.Answers(s.unit), make(map[sheets.Code]sheets.Answer)
	var above sheets.Code
	for _, ind := range s.plan.Expect.Figures[s.unit.Index] {
		if above != "" {
			moved[ind.Code] = right[above]
		}
		above = ind.Code
	}
	return s.forms.Filled(s.unit, moved, s.plan.Date(s.unit))
}
