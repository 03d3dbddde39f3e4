package sheets

import (
	"math/big"
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

// cell is what stands in one cell of the catalogue.
type cell struct {
	pos    Pos
	raw    string   // as stored; of a number as Excel would show it without grouping
	text   string   // NFC and trimmed, line breaks kept
	number *big.Rat // of a numeric cell, else nil
	// percent and date tell how a numeric cell is shown. The number of a date counts days since 1899-12-30.
	percent, date bool
}

// blank reports whether nothing stands in the cell.
func (c cell) blank() bool { return c.text == "" }

// line is the text as one line, for codes and names.
func (c cell) line() string { return vntext.Clean(c.text) }

// row is one row of a sheet below its header.
type row struct {
	spec  *sheetSpec
	cells []cell // by the columns of the spec
}

// at gives the cell of a column by the column's name.
func (r row) at(column string) cell {
	if i := r.spec.column(column); i >= 0 {
		return r.cells[i]
	}
	panic("internal error: the sheet " + r.spec.name + " has no column " + column)
}

// blank reports whether nothing stands in the row.
func (r row) blank() bool {
	return !slices.ContainsFunc(r.cells, func(c cell) bool { return !c.blank() })
}

// headerRows is how many rows may stand above the header.
const headerRows = 30

var (
	noHeader       = lang.Format{Vi: "Không tìm thấy dòng tiêu đề cột của trang “%s”.", En: "The sheet “%s” has no row of column titles."}
	noHeaderHint   = lang.Format{Vi: "Ghi ở dòng đầu các cột: %s.", En: "The first row holds the columns: %s."}
	noColumn       = lang.Format{Vi: "Trang “%s” thiếu cột “%s”.", En: "The sheet “%s” lacks the column “%s”."}
	noColumnHint   = lang.Format{Vi: "Thêm một cột có tiêu đề “%s”.", En: "Add a column with the title “%s”."}
	noColumnNear   = lang.Format{Vi: "Có phải là cột “%s” ở ô %s? Nếu đúng, đổi tiêu đề thành “%s”.", En: "Is it the column “%s” in cell %s? If so, call it “%s”."}
	strangeColumn  = lang.Format{Vi: "Cột lạ “%s”: có phải là cột “%s” không?", En: "Unknown column “%s”: is it the column “%s”?"}
	strangeHint    = lang.Format{Vi: "Nếu đúng, đổi tiêu đề thành “%s”; nếu không, cột này được giữ nguyên và không dùng.", En: "If so, call it “%s”; if not, it is kept and not used."}
	columnTwice    = lang.Format{Vi: "Cột “%s” có hai lần, lần đầu ở ô %s.", En: "The column “%s” stands there twice, first in cell %s."}
	columnTwiceFix = lang.Format{Vi: "Xóa hoặc đổi tên một trong hai cột.", En: "Delete or rename one of them."}
	errorCell      = lang.Format{Vi: "Ô báo lỗi %s của Excel.", En: "The cell shows Excel's error %s."}
	errorCellHint  = lang.Format{Vi: "Gõ giá trị thật thay cho công thức lỗi.", En: "Type the value instead of the faulty formula."}
	uncalculated   = lang.Format{Vi: "Ô có công thức Excel chưa được tính.", En: "The cell holds an Excel formula that was never calculated."}
	uncalcHint     = lang.Format{Vi: "Mở danh mục bằng Excel rồi lưu lại; nếu định viết công thức của danh mục thì bỏ dấu = ở đầu.", En: "Open the catalogue with Excel and save it; if it is a formula of the catalogue leave out the leading =."}
)

// grid is a sheet as it stands: its rows that hold anything, from top to bottom.
type grid struct {
	at     Pos
	rows   [][]cell // in each the cells that hold anything, from left to right
	merged []xlsx.Range
}

// table finds the header of a sheet and gives the rows below it.
func (l *loader) table(spec *sheetSpec, g grid) []row {
	if len(g.rows) == 0 {
		return nil
	}
	titles := spec.titles()
	header := findHeader(titles, g)
	if header < 0 {
		l.fault(Finding{
			Code: faultColumn, Severity: figure.Error, Pos: g.at,
			Message: noHeader.With(spec.name), Hint: noHeaderHint.With(strings.Join(spec.columnNames(), ", ")),
		})
		return nil
	}
	places := l.columns(spec, titles, g, g.rows[header])
	var rows []row
	for _, cells := range g.rows[header+1:] {
		r := row{spec: spec, cells: make([]cell, len(spec.columns))}
		for i := range r.cells {
			r.cells[i].pos = Pos{File: g.at.File, Sheet: g.at.Sheet, Row: cells[0].pos.Row, Col: places.col[i]}
		}
		for _, c := range cells {
			if i, ok := places.spec[c.pos.Col]; ok {
				r.cells[i] = c
			}
		}
		if !r.blank() {
			rows = append(rows, r)
		}
	}
	return rows
}

// findHeader gives the index of the row that names most columns, the first of several; -1 where none names two.
func findHeader(titles map[string]int, g grid) int {
	best, most := -1, 1
	for n, cells := range g.rows {
		if cells[0].pos.Row > headerRows {
			break
		}
		found := make(map[int]bool)
		for _, c := range cells {
			if i, ok := titles[foldWord(c.text)]; ok {
				found[i] = true
			}
		}
		if len(found) > most {
			best, most = n, len(found)
		}
	}
	return best
}

// places says in which column of the sheet each column of the spec stands, and the reverse.
type places struct {
	col  []int       // 0 where the column is lacking
	spec map[int]int // by the column of the sheet
}

// columns reads the header and reports what is lacking, strange or there twice.
func (l *loader) columns(spec *sheetSpec, titles map[string]int, g grid, header []cell) places {
	p := places{col: make([]int, len(spec.columns)), spec: make(map[int]int)}
	var strange []cell
	for _, c := range header {
		i, known := titles[foldWord(c.text)]
		switch {
		case !known:
			strange = append(strange, c)
		case p.col[i] > 0:
			first := Pos{Row: c.pos.Row, Col: p.col[i]}
			l.fault(atCell(faultColumn, figure.Error, c, columnTwice.With(c.line(), first.Cell()), columnTwiceFix.With()))
		default:
			p.col[i] = c.pos.Col
			p.spec[c.pos.Col] = i
		}
	}
	var optional []string
	for i, col := range spec.columns {
		switch {
		case p.col[i] > 0:
		case col.needed:
			strange = l.lacking(spec, g, col, strange)
		default:
			optional = append(optional, col.name)
		}
	}
	for _, c := range strange {
		if near := vntext.Nearest(c.line(), optional, 1); len(near) > 0 {
			f := atCell(faultColumn, figure.Warning, c, strangeColumn.With(c.line(), near[0]), strangeHint.With(near[0]))
			f.Suggest = near[0]
			l.fault(f)
		}
	}
	return p
}

// lacking reports a column that must be there and gives the strange columns without the one that is probably meant.
func (l *loader) lacking(spec *sheetSpec, g grid, col columnSpec, strange []cell) []cell {
	f := Finding{
		Code: faultColumn, Severity: figure.Error, Pos: g.at,
		Message: noColumn.With(spec.name, col.name), Hint: noColumnHint.With(col.name),
	}
	for i, c := range strange {
		if len(vntext.Nearest(c.line(), append([]string{col.name}, col.aliases...), 1)) > 0 {
			f.Pos, f.Raw, f.Suggest = c.pos, c.text, col.name
			f.Hint = noColumnNear.With(c.line(), c.pos.Cell(), col.name)
			strange = slices.Delete(slices.Clone(strange), i, i+1)
			break
		}
	}
	l.fault(f)
	return strange
}
