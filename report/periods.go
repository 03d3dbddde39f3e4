package report

import (
	"strconv"
	"strings"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

const periodLoopName = "cac_ky"

// periodLoop runs over the sub-periods of the period. A row is like a document about that sub-period: codes of indicators stand for its figures, and the
// loops over units and figures inside are those of it.
var periodLoop = loop{
	name: periodLoopName, ofPeriod: true, fields: periodFields, key: periodKey, rows: periodRows,
	doc: lang.Format{
		Vi: "các kỳ con của kỳ báo cáo, ví dụ các năm của nhiệm kỳ; mã số liệu cho số của từng kỳ; kỳ không có kỳ con thì là chính nó",
		En: "the sub-periods of the period, such as the years of a term; codes stand for the figures of each; a period without sub-periods is the only row"},
	loops: []loop{
		alike(unitLoop, lang.Format{Vi: "các đơn vị phải nộp trong kỳ đó", En: "the units that must submit in it"}),
		alike(missingUnits, lang.Format{Vi: "các đơn vị chưa có bản nộp được tính của kỳ đó", En: "the units without a submission for it that counts"}),
		alike(unitsBelow, lang.Format{Vi: "các đơn vị trực thuộc trực tiếp", En: "the units directly below"}),
		alike(figureLoop, lang.Format{Vi: "các số liệu trong kỳ đó", En: "the figures of it"}),
		alike(groupLoop, lang.Format{Vi: "các nhóm số liệu", En: "the groups of figures"}),
	},
}

// periodsOfUnit is the same in the row of a unit.
var periodsOfUnit = loop{
	name: periodLoopName, like: periodLoopName, ofPeriod: true, fields: periodFields, key: periodKey, rows: periodRows,
	doc: lang.Format{Vi: "các kỳ con của kỳ báo cáo, với số của đơn vị", En: "the sub-periods of the period, with the figures of the unit"},
}

var periodFields = []field{
	{name: "ma", value: func(s *source, _ row) figure.Value { return word(s.Batch.Period.Code) },
		doc: lang.Format{Vi: "mã kỳ", En: "code of the period"}},
	{name: "ten", value: func(s *source, _ row) figure.Value { return word(s.Batch.Period.Name) },
		doc: lang.Format{Vi: "tên kỳ", En: "name of the period"}},
	{name: "tu_ngay", style: "ngay_ngan", value: func(s *source, _ row) figure.Value { return day(s.Batch.Period.From) },
		doc: lang.Format{Vi: "ngày đầu của kỳ", En: "first day of the period"}},
	{name: "den_ngay", style: "ngay_ngan", value: func(s *source, _ row) figure.Value { return day(s.Batch.Period.To) },
		doc: lang.Format{Vi: "ngày cuối của kỳ", En: "last day of the period"}},
	{name: "nam", value: func(s *source, _ row) figure.Value { return figure.TextOf(strconv.Itoa(s.Batch.Period.To.Year())) },
		doc: lang.Format{Vi: "năm của ngày cuối kỳ", En: "year of the last day of the period"}},
}

func periodKey(at row) string { return at.period.Batch.Period.Code }

// periodRows are the sub-periods of the catalogue; days that none of them covers are no row.
func periodRows(s *source, at row) []row {
	var rows []row
	for _, part := range s.Parts {
		if part.Batch.Period.Code != "" {
			rows = append(rows, row{period: part, unit: at.unit})
		}
	}
	if rows == nil {
		rows = []row{{period: s.Result, unit: at.unit}}
	}
	return rows
}

// periodNames are the names of some periods in a sentence: Năm 2019, Năm 2021. They are missing where there are none.
func periodNames(periods []*sheets.Period) figure.Value {
	names := make([]string, len(periods))
	for i, p := range periods {
		names[i] = p.Name
	}
	return word(strings.Join(names, ", "))
}

// in is the source of a document about another period.
func (s *source) in(r *aggregate.Result) *source {
	other := *s
	other.Result = r
	other.reporting, other.submitted = submissions(r.Batch, s.Unit)
	return &other
}
