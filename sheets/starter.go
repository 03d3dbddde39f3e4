package sheets

import (
	"embed"
	"encoding/csv"
	"io"
	"strings"

	"tonghop/lang"
	"tonghop/vntext"
)

//go:embed starter/*.csv
var starterFacts embed.FS

// Table is a sheet of a catalogue as text: the titles of its columns and its rows. A cell holds what somebody would type.
type Table struct {
	Sheet  string
	Header []string
	Rows   [][]string
}

var badTable = lang.Format{Vi: "Bảng “%s” không đọc được: %s", En: "The table “%s” cannot be read: %s"}

// ReadTable reads the rows of a sheet from CSV in UTF-8, with the titles of the columns in the first line.
func ReadTable(sheet string, r io.Reader) (Table, error) {
	records, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return Table{}, badTable.With(sheet, err)
	}
	if len(records) == 0 {
		return Table{Sheet: sheet}, nil
	}
	return Table{Sheet: sheet, Header: records[0], Rows: records[1:]}, nil
}

// Starter gives the catalogue with which an office begins: the usual figures, rules and the structure of the targets of a provincial
// union, with one unit, one period and no thresholds. The caller may change what it gets.
func Starter() []Table {
	tables := make([]Table, len(sheetSpecs))
	for i, spec := range sheetSpecs {
		file, err := starterFacts.Open("starter/" + starterFile(spec.name))
		if err != nil {
			panic("internal error: no starter facts for the sheet " + spec.name)
		}
		table, err := ReadTable(spec.name, file)
		if err != nil {
			panic("internal error: starter facts: " + err.Error())
		}
		tables[i] = table
	}
	return tables
}

// starterFile is the name of the file that holds the rows of a sheet: so-lieu.csv for Số liệu.
func starterFile(sheet string) string {
	return strings.ReplaceAll(vntext.Fold(sheet), " ", "-") + ".csv"
}
