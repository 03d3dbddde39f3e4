package demo

import (
	"path"

	"tonghop/sheets"
)

// sentBefore plants a unit whose form of the period before says what it says now.
func sentBefore(s scene) []item {
	before := path.Join(submissionsDir, formerPeriod, path.Base(s.path()))
	return []item{
		{s.path(), func() ([]byte, error) { return clean(s) }},
		{before, func() ([]byte, error) { return otherPeriod(s) }},
	}
}

// copied plants the figures of another unit in the form of this one.
func copied(from sheets.UnitCode) planting {
	return file(func(s scene) ([]byte, error) {
		answers := s.plan.Answers(s.plan.Catalogue.Units.Unit(from))
		return s.forms.Filled(s.unit, answers, s.plan.Date(s.unit))
	})
}
