package report

import (
	"strconv"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/vntext"
)

// listPattern stands for the loops of the lists of a catalogue in the table of names, which belongs to no catalogue.
const listPattern = "mã_bảng_kê"

// listLoops are the loops over the list forms of a catalogue, by List.Index. They can be named in the document and in the rows of units.
func listLoops(c *sheets.Catalogue) []loop {
	loops := make([]loop, len(c.Lists))
	for i, list := range c.Lists {
		loops[i] = listLoop(list)
	}
	return loops
}

// listLoop runs over the rows of a list form that count at or below a unit, in the order of the units and then of the sheet. What the rows hold is
// the units' own text: it is printed as it stands.
func listLoop(list *sheets.List) loop {
	l := loop{
		name: vntext.Key(list.Name), key: listedKey,
		rows: func(s *source, at row) []row {
			unit := s.Unit
			if at.unit != nil {
				unit = at.unit
			}
			if unit == nil {
				return nil
			}
			listed := s.Rows(unit, list)
			rows := make([]row, len(listed))
			for i := range listed {
				rows[i].listed = &listed[i]
			}
			return rows
		},
	}
	for i := range list.Columns {
		column := &list.Columns[i]
		l.fields = append(l.fields, field{
			name: vntext.Key(column.Key), derived: column.Kind == sheets.Category, style: column.PrintStyle(), doc: lang.Format{Vi: column.Title, En: column.Title},
			value: func(_ *source, at row) figure.Value { return column.Figure(at.listed.Row.Cells[i]) },
		})
	}
	l.fields = append(l.fields, listedFields...)
	return l
}

// listedKey names a row by where it stands: the unit, the sub-period of its form, and the row of the sheet.
func listedKey(at row) string {
	key := string(at.listed.Unit.Code) + "!"
	if at.listed.Period != nil {
		key += at.listed.Period.Code + "!"
	}
	return key + strconv.Itoa(int(at.listed.Row.Row))
}

// listedFields are what rows of all lists have beside their columns: whose they are.
var listedFields = []field{
	{name: "don_vi.ma", value: func(_ *source, at row) figure.Value { return ofUnit(at.listed.Unit, unitCode) },
		doc: lang.Format{Vi: "mã đơn vị ghi dòng đó", En: "code of the unit that wrote the row"}},
	{name: "don_vi.ten", value: func(_ *source, at row) figure.Value { return ofUnit(at.listed.Unit, unitName) },
		doc: lang.Format{Vi: "tên đơn vị ghi dòng đó", En: "name of the unit that wrote the row"}},
	{name: "don_vi.cap", value: func(_ *source, at row) figure.Value { return ofUnit(at.listed.Unit, unitLevel) },
		doc: lang.Format{Vi: "cấp của đơn vị ghi dòng đó", En: "level of the unit that wrote the row"}},
}

// listNames describe the loops over lists for help.
func listNames() []Name {
	names := []Name{{
		Name: listPattern, Loops: true,
		Doc: lang.Format{
			Vi: "các dòng của một bảng kê, gọi bằng mã của bảng, ví dụ {{#ds_bch}}; bên trong gọi các cột bằng mã cột, ví dụ {{chuc_vu}}",
			En: "the rows of a list form, by the code of the list, such as {{#ds_bch}}; inside, the columns by their codes, such as {{chuc_vu}}",
		},
	}}
	for _, f := range listedFields {
		names = append(names, Name{Name: f.name, Loop: listPattern, Doc: f.doc, Value: true})
	}
	return names
}

// listNamed finds the loop over a list by its name, nil where there is none.
func listNamed(loops []loop, name string) *loop {
	key := vntext.Key(name)
	for i := range loops {
		if loops[i].name == key {
			return &loops[i]
		}
	}
	return nil
}
