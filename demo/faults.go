package demo

import (
	"maps"
	"slices"
	"time"

	"tonghop/lang"
	"tonghop/sheets"
)

// Fault is a mistake of the kinds that offices meet, planted in what one unit of the example sends.
type Fault struct {
	Title lang.Format
	Unit  sheets.UnitCode // every fault is planted in another unit

	// Finds are the codes of everything that checking says about the unit, in order. Where it is empty, the mistake is one that reading copes
	// with: the figures are those of the clean example and nothing is said.
	Finds []string

	// Figure is the one that the findings are about, "" where they are about the file as a whole.
	Figure sheets.Code

	plant planting
}

// Faults are the mistakes that are planted, in the order in which they are documented.
func Faults() []Fault { return slices.Clone(faults) }

// planting makes the files that a unit sends instead of its clean form. A unit that sends nothing gives none.
type planting func(s scene) []item

// scene is where a fault is planted.
type scene struct {
	plan  *Plan
	forms *sheets.Forms
	unit  *sheets.Unit
}

// path is where the clean form of the unit would lie.
func (s scene) path() string { return FormPath(s.unit) }

// file is a planting of one file in the place of the clean form.
func file(data func(scene) ([]byte, error)) planting {
	return func(s scene) []item { return []item{{s.path(), func() ([]byte, error) { return data(s) }}} }
}

// clean is the form as the unit should have sent it.
func clean(s scene) ([]byte, error) { return s.filled(nil, s.plan.Date(s.unit)) }

// filled is the form of the unit with some of its answers changed.
func (s scene) filled(changes map[sheets.Code]sheets.Answer, date time.Time) ([]byte, error) {
	answers := s.plan.Answers(s.unit)
	maps.Copy(answers, changes)
	return s.forms.Filled(s.unit, answers, date)
}

// unsent plants a unit that sends nothing.
func unsent(scene) []item { return nil }

// typed plants a text in the place of a figure; "" leaves the cell blank.
func typed(code sheets.Code, text string) planting {
	return file(func(s scene) ([]byte, error) {
		return s.filled(map[sheets.Code]sheets.Answer{code: {Text: text}}, s.plan.Date(s.unit))
	})
}

// entered plants a number in the place of a figure.
func entered(code sheets.Code, n int64) planting {
	return file(func(s scene) ([]byte, error) {
		return s.filled(map[sheets.Code]sheets.Answer{code: {Number: number(n).Rat}}, s.plan.Date(s.unit))
	})
}

// spelt plants the right figure in another spelling.
func spelt(code sheets.Code, spell func(n int64) string) planting {
	return file(func(s scene) ([]byte, error) {
		ind := s.plan.Catalogue.Indicator(code)
		text := spell(s.plan.amounts[s.unit.Index][ind.Slot])
		return s.filled(map[sheets.Code]sheets.Answer{code: {Text: text}}, s.plan.Date(s.unit))
	})
}

// noted plants a remark beside a figure.
func noted(code sheets.Code, remark string) planting {
	return file(func(s scene) ([]byte, error) {
		answer := s.plan.Answers(s.unit)[code]
		answer.Note = remark
		return s.filled(map[sheets.Code]sheets.Answer{code: answer}, s.plan.Date(s.unit))
	})
}

// nothingTyped plants a form that came back as it was sent out.
func nothingTyped(s scene) ([]byte, error) { return s.forms.Blank(s.unit) }

// onlyZeros plants a form in which every number is 0, as if it had been filled in beforehand.
func onlyZeros(s scene) ([]byte, error) {
	zeros := s.plan.Answers(s.unit)
	for code, answer := range zeros {
		zeros[code] = sheets.Answer{Text: "không"}
		if answer.Number != nil {
			zeros[code] = sheets.Answer{Number: number(0).Rat}
		}
	}
	return s.filled(zeros, s.plan.Date(s.unit))
}

// late plants a form whose date is after the deadline.
func late(s scene) ([]byte, error) { return s.filled(nil, s.plan.Period.Deadline.AddDate(0, 0, 9)) }

// otherPeriod plants a form of the year before.
func otherPeriod(s scene) ([]byte, error) { return s.filledFor(formerPeriod, nil) }

// filledFor is the form of the unit for another period with the answers of this one, some of them changed.
func (s scene) filledFor(period string, changes map[sheets.Code]sheets.Answer) ([]byte, error) {
	p := s.plan.Catalogue.Period(period)
	if p == nil {
		return nil, badCatalogue.With(period)
	}
	answers := s.plan.Answers(s.unit)
	maps.Copy(answers, changes)
	return sheets.NewForms(s.plan.Catalogue, s.plan.Catalogue.Expect(p)).Filled(s.unit, answers, p.Deadline)
}

// otherUnit plants a copy of what the neighbour sent, with the own code typed over the neighbour's.
func otherUnit(s scene) ([]byte, error) {
	neighbour := s.unit.Above().Below()[0]
	data, err := s.forms.Filled(neighbour, s.plan.Answers(neighbour), s.plan.Date(s.unit))
	if err != nil {
		return nil, err
	}
	return edit(data, func(b *book) error { return b.write(b.beside(labelCode), string(s.unit.Code)) })
}
