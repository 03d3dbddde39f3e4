package report

import (
	"slices"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

const (
	indicatorLoopName = "so_lieu"
	groupLoopName     = "nhom"
)

// figures is the loop over figures that all others are made of.
var figures = loop{
	name: indicatorLoopName, fields: indicatorFields, rows: indicatorRows,
	key: func(at row) string { return string(at.indicator.Code) },
}

// figureLoop runs over the figures of the document's unit. Inside a row the units can be looped over once more, for a table with a figure in each row
// and a unit in each column.
var figureLoop = withUnits(figures, lang.Format{
	Vi: "các số liệu của đơn vị của văn bản, theo thứ tự trong danh mục", En: "the figures of the document's unit, in the order of the catalogue"})

// groupLoop runs over the groups of figures.
var groupLoop = loop{
	name: groupLoopName, fields: groupFields, rows: groupRows, key: groupKey,
	doc:   lang.Format{Vi: "các nhóm số liệu, theo thứ tự trong danh mục", En: "the groups of figures, in the order of the catalogue"},
	loops: []loop{alike(figureLoop, ofGroup)},
}

var ofGroup = lang.Format{Vi: "các số liệu của nhóm", En: "the figures of the group"}

func groupKey(at row) string { return at.group }

// unitFigures are the loops over figures in the row of a unit.
var unitFigures = []loop{
	alike(figures, lang.Format{Vi: "các số liệu của đơn vị", En: "the figures of the unit"}),
	{
		name: groupLoopName, like: groupLoopName, fields: groupFields, rows: groupRows, key: groupKey,
		doc:   lang.Format{Vi: "các nhóm số liệu của đơn vị", En: "the groups of figures of the unit"},
		loops: []loop{alike(figures, ofGroup)},
	},
	periodsOfUnit,
}

// alike is a loop that is documented elsewhere, at another place.
func alike(l loop, doc lang.Format) loop {
	l.like, l.doc = l.name, doc
	return l
}

// withUnits is the loop over figures with loops over units inside. Rows of units, which hold the figures of one unit, need none.
func withUnits(l loop, doc lang.Format) loop {
	l.doc = doc
	l.loops = []loop{figureOfUnits(unitLoop), figureOfUnits(unitsBelow)}
	return l
}

// figureOfUnits makes of a loop over units one inside the row of a figure.
func figureOfUnits(l loop) loop {
	l.like = ""
	l.fields = slices.Concat(unitFields, []field{valueField})
	l.loops = nil
	units := l.rows
	l.rows = func(s *source, at row) []row {
		rows := units(s, at)
		for i := range rows {
			rows[i].indicator = at.indicator
		}
		return rows
	}
	return l
}

// unitOf is the unit of a row, that of the document where the row has none.
func unitOf(s *source, at row) *sheets.Unit {
	if at.unit != nil {
		return at.unit
	}
	return s.Unit
}

// indicatorRows are the figures of which a unit has a total, those of one group where the row is a group.
func indicatorRows(s *source, at row) []row {
	unit := unitOf(s, at)
	if unit == nil {
		return nil
	}
	var rows []row
	for _, ind := range s.Indicators(unit) {
		if at.group == "" || ind.Group == at.group {
			rows = append(rows, row{unit: at.unit, indicator: ind})
		}
	}
	return rows
}

// groupRows are the groups that the figures of a unit have.
func groupRows(s *source, at row) []row {
	var rows []row
	seen := make(map[string]bool)
	for _, of := range indicatorRows(s, at) {
		if group := of.indicator.Group; group != "" && !seen[group] {
			seen[group] = true
			rows = append(rows, row{unit: at.unit, group: group})
		}
	}
	return rows
}

var groupFields = []field{
	{name: "ten", value: func(_ *source, at row) figure.Value { return word(at.group) },
		doc: lang.Format{Vi: "tên nhóm số liệu", En: "name of the group"}},
	{name: "so", style: "so0", value: func(s *source, at row) figure.Value { return figure.Int(len(indicatorRows(s, at))) },
		doc: lang.Format{Vi: "số số liệu trong nhóm", En: "how many figures it has"}},
}

// valueField is the figure itself, printed as its own format says.
var valueField = field{
	name: "gia_tri", derived: true, styled: func(s *source, at row) string { return fittingStyle(at.indicator, s.Env(unitOf(s, at))) },
	value: func(s *source, at row) figure.Value { return s.Env(unitOf(s, at)).Value(string(at.indicator.Code)) },
	doc:   lang.Format{Vi: "giá trị của số liệu, in theo định dạng của nó", En: "the figure itself, printed as its format says"},
}

var indicatorFields = []field{
	{name: "ma", value: func(_ *source, at row) figure.Value { return word(string(at.indicator.Code)) },
		doc: lang.Format{Vi: "mã số liệu", En: "code of the figure"}},
	{name: "ten", value: func(_ *source, at row) figure.Value { return word(at.indicator.Name) },
		doc: lang.Format{Vi: "tên số liệu", En: "name of the figure"}},
	{name: "nhom", value: func(_ *source, at row) figure.Value { return figure.TextOf(at.indicator.Group) },
		doc: lang.Format{Vi: "nhóm của số liệu", En: "its group"}},
	{name: "dvt", value: func(_ *source, at row) figure.Value { return figure.TextOf(at.indicator.Measure) },
		doc: lang.Format{Vi: "đơn vị tính", En: "its unit of measure"}},
	valueField,
	{name: "da_co", style: "so", value: func(s *source, at row) figure.Value { return figure.Int(totalOf(s, at).Value.Have) },
		doc: lang.Format{Vi: "số đơn vị đã có số liệu này", En: "how many units stand behind it"}},
	{name: "can_co", style: "so", value: func(s *source, at row) figure.Value { return figure.Int(totalOf(s, at).Value.Expected) },
		doc: lang.Format{Vi: "số đơn vị phải có số liệu này", En: "how many units are expected to"}},
	{name: "tinh_trang", derived: true, value: func(s *source, at row) figure.Value { return figure.TextOf(stateWord(totalOf(s, at))) },
		doc: lang.Format{Vi: "đủ, chưa đủ đơn vị, thiếu, hoặc không áp dụng", En: "complete, partial, missing or not applicable, in words"}},
	{name: "cong_thuc", value: func(_ *source, at row) figure.Value { return figure.TextOf(formulaText(at.indicator)) },
		doc: lang.Format{Vi: "công thức của số liệu được tính; để trống với số liệu do đơn vị báo", En: "the formula of a derived figure, blank for others"}},
	{name: "la_van_ban", value: func(_ *source, at row) figure.Value { return figure.BoolOf(at.indicator.Kind == sheets.Words) },
		doc: lang.Format{Vi: "đúng khi số liệu là văn bản", En: "true when it is a text"}},
}

func totalOf(s *source, at row) aggregate.Total { return s.Total(unitOf(s, at), at.indicator) }

func stateWord(t aggregate.Total) string {
	switch {
	case t.Value.Kind == figure.NotApplicable:
		return "không áp dụng"
	case t.State() == aggregate.Missing:
		return "thiếu"
	case t.State() == aggregate.Partial:
		return "chưa đủ đơn vị"
	}
	return "đủ"
}

func formulaText(ind *sheets.Indicator) string {
	if ind.Formula == nil {
		return ""
	}
	return ind.Formula.String()
}
