package demo

import (
	"embed"
	"fmt"
	"slices"
	"strconv"

	"tonghop/formula"
	"tonghop/sheets"
)

//go:embed facts
var files embed.FS

// fact is a row of facts/so_lieu.csv: the total of the province for one figure and how it is split over the units. The formulas are in the
// language of the catalogue; quy_mo in them is the size of a unit. A formula over a figure that the unit does not give limits
// nothing.
//
// All limits are linear in other figures of the same unit, without constants where chapters give the figure. So a split over
// communes can always be split on over their chapters: what holds for the sum can be kept in every part.
type fact struct {
	code     sheets.Code
	total    int64         // of the province
	each     *formula.Expr // what every unit answers; the figure is then not split
	district *formula.Expr // what each district gets, where that is fixed
	weight   *formula.Expr // nil: all units alike
	low      *formula.Expr // nil: 0
	high     *formula.Expr // nil: no limit
	chapter  int64         // what every chapter has at least
	step     int64         // amounts are multiples of it
	spread   int64         // by how many percent weights differ by chance
	note     string        // what the unit writes beside a figure above zero
}

// The figure to which formulas of the facts refer beside those of the catalogue.
const sizeName = "quy_mo"

// readFacts reads how the figures are split. The facts are part of the program: a fault in them is a fault of the program.
func readFacts() []fact {
	table := readTable("so_lieu")
	facts := make([]fact, len(table.Rows))
	for i, cells := range table.Rows {
		r := row{table.Header, cells}
		facts[i] = fact{
			code: sheets.Code(r.text("Mã")), total: r.number("Tổng", 0),
			each: r.formula("Mỗi đơn vị"), district: r.formula("Mỗi huyện"), weight: r.formula("Theo"),
			low: r.formula("Ít nhất"), high: r.formula("Nhiều nhất"),
			chapter: r.number("Mỗi chi đoàn", 0), step: r.number("Bước", 1), spread: r.number("Lệch", 0), note: r.text("Ghi chú"),
		}
	}
	return facts
}

// readTable reads one of the files of facts.
func readTable(name string) sheets.Table {
	file, err := files.Open("facts/" + name + ".csv")
	if err != nil {
		panic("internal error: " + err.Error())
	}
	table, err := sheets.ReadTable(name, file)
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return table
}

// row is a row of facts with the titles of its columns.
type row struct{ header, cells []string }

func (r row) text(column string) string {
	i := slices.Index(r.header, column)
	if i < 0 || i >= len(r.cells) {
		panic("internal error: the facts have no column " + column)
	}
	return r.cells[i]
}

func (r row) number(column string, otherwise int64) int64 {
	text := r.text(column)
	if text == "" {
		return otherwise
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return n
}

func (r row) formula(column string) *formula.Expr {
	text := r.text(column)
	if text == "" {
		return nil
	}
	e, faults := formula.Parse(text)
	if len(faults) > 0 {
		panic(fmt.Sprintf("internal error: %s: %v", text, faults[0]))
	}
	return e
}
