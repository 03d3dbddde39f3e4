package report

import (
	"slices"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

const unitLoopName = "cac_don_vi"

// unitLoop runs over the units that must submit.
var unitLoop = loop{
	name: unitLoopName, ofUnit: true, fields: unitFields, loops: unitFigures, key: unitKey,
	doc: lang.Format{Vi: "các đơn vị phải nộp; mã số liệu cho số của từng đơn vị", En: "the units that must submit; codes stand for the figures of each"},
	rows: func(s *source, _ row) []row {
		return unitRows(slices.DeleteFunc(slices.Clone(s.reporting), s.withinOthers))
	},
}

// missingUnits runs over those of them without a submission that counts.
var missingUnits = loop{
	name: "chua_nop", like: unitLoopName, ofUnit: true, fields: unitFields, loops: unitFigures, key: unitKey,
	doc: lang.Format{Vi: "các đơn vị chưa có bản nộp được tính", En: "the units without a submission that counts"},
	rows: func(s *source, _ row) []row {
		var missing []*sheets.Unit
		for _, u := range s.reporting {
			if have, due := s.Batch.Filed(u); have < due {
				missing = append(missing, u)
			}
		}
		return unitRows(missing)
	},
}

// unitsBelow runs over the units directly below the document's unit, whether they submit or not.
var unitsBelow = loop{
	name: "cap_duoi", like: unitLoopName, ofUnit: true, fields: unitFields, loops: unitFigures, key: unitKey,
	doc: lang.Format{Vi: "các đơn vị trực thuộc trực tiếp; mã số liệu cho số tổng hợp của từng đơn vị", En: "the units directly below; codes stand for the totals of each"},
	rows: func(s *source, _ row) []row {
		var valid []*sheets.Unit
		if s.Unit != nil {
			for _, u := range s.Unit.Below() {
				if s.standsBelow(u) {
					valid = append(valid, u)
				}
			}
		}
		return unitRows(valid)
	},
}

// withinOthers reports whether the figures of a unit that reports are part of those of others that report: it went over into one, came from one, or was shared
// out among several. In a list with both they would stand twice.
func (s *source) withinOthers(u *sheets.Unit) bool {
	reports := func(other *sheets.Unit) bool { return s.Batch.Expect.Reports(other) }
	if u.Portions() != nil {
		return !slices.ContainsFunc(u.Portions(), func(heir sheets.Heir) bool { return !reports(heir.Unit) })
	}
	return u.Joins() && reports(u.Above())
}

// standsBelow reports whether a unit is listed among those below another one, so that their figures are those of all. One that went over into the unit above or was
// shared out among others is part of these; one that is no more is listed where a report of it counts.
func (s *source) standsBelow(u *sheets.Unit) bool {
	p := s.Batch.Period
	switch {
	case !u.ValidIn(p), u.Joins(), u.Portions() != nil:
		return false
	case u.StandsOn(p.To):
		return true
	}
	reporting, _ := submissions(s.Batch, u)
	return len(reporting) > 0
}

var unitFields = []field{
	{name: "ma", value: func(_ *source, at row) figure.Value { return ofUnit(at.unit, unitCode) },
		doc: lang.Format{Vi: "mã đơn vị", En: "code of the unit"}},
	{name: "ten", value: func(_ *source, at row) figure.Value { return ofUnit(at.unit, unitName) },
		doc: lang.Format{Vi: "tên đơn vị", En: "name of the unit"}},
	{name: "cap", value: func(_ *source, at row) figure.Value { return ofUnit(at.unit, unitLevel) },
		doc: lang.Format{Vi: "cấp của đơn vị", En: "level of the unit"}},
	{name: "cap_tren", value: func(_ *source, at row) figure.Value { return ofUnit(at.unit.Above(), unitName) },
		doc: lang.Format{Vi: "tên đơn vị cấp trên trực tiếp", En: "name of the unit it belongs to"}},
	{name: "tinh_trang", derived: true, value: submissionState,
		doc: lang.Format{Vi: "đã nộp, chưa nộp, hoặc nhiều bản khác nhau đang chờ chọn", En: "submitted, not submitted, or several different files that wait for a choice"}},
}

func unitKey(at row) string { return string(at.unit.Code) }

func unitCode(u *sheets.Unit) string  { return string(u.Code) }
func unitName(u *sheets.Unit) string  { return u.Name }
func unitLevel(u *sheets.Unit) string { return u.Level }

// ofUnit is a text about a unit, missing where there is no unit.
func ofUnit(u *sheets.Unit, text func(*sheets.Unit) string) figure.Value {
	if u == nil {
		return figure.Value{}
	}
	return word(text(u))
}

func submissionState(s *source, at row) figure.Value {
	have, due := s.Batch.Filed(at.unit)
	asked := func(report *sheets.Batch) bool { return report.InQuestion[at.unit.Index] }
	switch {
	case due == 0:
		return figure.TextOf("không phải nộp")
	case have == due:
		return figure.TextOf("đã nộp")
	case slices.ContainsFunc(s.Batch.Reports(at.unit), asked):
		return figure.TextOf("nộp nhiều bản khác nhau, chờ chọn")
	case have > 0:
		return figure.TextOf("chưa nộp đủ các kỳ")
	}
	return figure.TextOf("chưa nộp")
}

func unitRows(units []*sheets.Unit) []row {
	rows := make([]row, len(units))
	for i, u := range units {
		rows[i].unit = u
	}
	return rows
}

// submissions gives the units at or below a unit that must submit, and how many of them have a submission that counts, over a composite period one
// for each report that they owe.
func submissions(b *sheets.Batch, top *sheets.Unit) (reporting []*sheets.Unit, submitted int) {
	for _, u := range b.Expect.Reporting {
		if !below(u, top) {
			continue
		}
		reporting = append(reporting, u)
		if have, due := b.Filed(u); have == due {
			submitted++
		}
	}
	return reporting, submitted
}

// below reports whether a unit is top or stands below it.
func below(u, top *sheets.Unit) bool {
	for ; u != nil; u = u.Above() {
		if u == top {
			return true
		}
	}
	return false
}
