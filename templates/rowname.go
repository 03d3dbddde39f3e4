package templates

import (
	"strings"

	"tonghop/figure"
	"tonghop/lang"
)

// RowName is a name that every row of every loop has. It tells where the row stands among those that are printed.
type RowName struct {
	Name string
	Doc  lang.Format

	kind  figure.Kind
	value func(*scope) figure.Value
}

// rowNames is the one table of them.
var rowNames = []RowName{
	{"stt", lang.Format{Vi: "số thứ tự của dòng trong vòng lặp, từ 1", En: "the number of the row in its loop, from 1"},
		figure.Number, func(s *scope) figure.Value { return figure.Int(s.ordinal) }},
	{"la_dau", lang.Format{Vi: "đúng ở dòng đầu của vòng lặp", En: "true in the first row of the loop"},
		figure.Bool, func(s *scope) figure.Value { return figure.BoolOf(s.ordinal == 1) }},
	{"la_cuoi", lang.Format{Vi: "đúng ở dòng cuối của vòng lặp", En: "true in the last row of the loop"},
		figure.Bool, func(s *scope) figure.Value { return figure.BoolOf(s.ordinal == s.of) }},
}

// RowNames gives the names that every row has.
func RowNames() []RowName { return append([]RowName(nil), rowNames...) }

// rowNamed finds one of them. They are plain letters, so that case is all in which two spellings can differ.
func rowNamed(name string) *RowName {
	for i := range rowNames {
		if strings.EqualFold(rowNames[i].Name, name) {
			return &rowNames[i]
		}
	}
	return nil
}
