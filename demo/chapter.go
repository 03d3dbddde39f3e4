package demo

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"tonghop/formula"
	"tonghop/sheets"
)

// The sheets of the starter of which an example of a chapter keeps only what it needs.
const (
	sheetFigures = "Số liệu"
	sheetRules   = "Quy tắc"
	sheetLists   = "Bảng kê"
	sheetOptions = "Lựa chọn"
)

// The files of facts of a chapter. Those of its list forms bear the names of the lists.
var chapterSheets = map[string]string{
	"Thông tin": "thong_tin", sheetPeriods: "ky", sheetUnits: "don_vi", "Chỉ tiêu": "chi_tieu", "Khuyết điểm": "khuyet_diem",
}

const (
	figuresFile    = "so_lieu"       // which figures the catalogue has, and what each form says
	ownFiguresFile = "so_lieu_rieng" // figures that the starter does not have
	listPrefix     = "ds_"
)

// chapterItems lists the files of the example of one chapter: its catalogue and a form for every period that has a column in the facts.
func chapterItems(folder string) ([]item, error) {
	workbook, c, err := catalogueOf(chapterTables(folder))
	if err != nil {
		return nil, err
	}
	items := []item{{catalogueName, func() ([]byte, error) { return workbook, nil }}}
	facts := readTable(folder + "/" + figuresFile)
	for _, period := range c.Periods {
		if !slices.Contains(facts.Header, period.Code) {
			continue
		}
		form := chapterForm{folder, c, period}
		name := path.Join(submissionsDir, sheets.SafeName(period.Code), sheets.FormName(c.Units.Root))
		items = append(items, item{name, form.make})
	}
	return items, nil
}

// chapterTables gives the sheets of the catalogue of a chapter: its own rows, and of the starter the figures that its facts name, the
// rules over these, and the list forms that it fills.
func chapterTables(folder string) []sheets.Table {
	kept := readTable(folder + "/" + figuresFile)
	lists := factLists(folder)
	starter := sheets.Starter()
	all := slices.Clone(starter)
	for i, table := range starter {
		switch file, own := chapterSheets[table.Sheet]; {
		case own && hasFacts(folder, file):
			all[i] = readTable(folder + "/" + file)
			all[i].Sheet = table.Sheet
		case table.Sheet == sheetFigures:
			all[i].Rows = chapterFigures(folder, table, kept)
		case table.Sheet == sheetLists:
			all[i].Rows = rowsThat(table, func(r row) bool { return slices.Contains(lists, r.text("Bảng")) })
		}
	}
	figures := slices.IndexFunc(all, isSheet(sheetFigures))
	known, offered := codesOf(all[figures]), codesOf(starter[figures])
	for i, table := range all {
		switch table.Sheet {
		case sheetRules:
			all[i].Rows = rowsThat(table, func(r row) bool { return known.all(r.formula("Vế trái")) && known.all(r.formula("Vế phải")) })
		case sheetLists:
			all[i].Rows = known.feeds(table)
		case sheetOptions:
			all[i].Rows = rowsThat(table, func(r row) bool {
				of, _, isColumn := strings.Cut(r.text("Danh sách"), ".")
				return slices.Contains(lists, of) || known[of] || !isColumn && !offered[of]
			})
		}
	}
	return all
}

// chapterFigures gives the rows of the figures that the facts name, in the order of the starter, and the chapter's own ones behind them.
func chapterFigures(folder string, starter, kept sheets.Table) [][]string {
	required := make(map[string]string)
	for _, cells := range kept.Rows {
		r := row{kept.Header, cells}
		required[r.text("Mã")] = r.text("Bắt buộc")
	}
	column := slices.Index(starter.Header, "Bắt buộc")
	var rows [][]string
	for _, cells := range starter.Rows {
		otherwise, there := required[row{starter.Header, cells}.text("Mã")]
		if !there {
			continue
		}
		if otherwise != "" {
			cells = slices.Clone(cells)
			cells[column] = otherwise
		}
		rows = append(rows, cells)
	}
	if !hasFacts(folder, ownFiguresFile) {
		return rows
	}
	return append(rows, readTable(folder+"/"+ownFiguresFile).Rows...)
}

// factLists are the list forms that the facts fill.
func factLists(folder string) []string {
	files, err := fs.Glob(files, "facts/"+folder+"/"+listPrefix+"*.csv")
	if err != nil {
		panic("internal error: " + err.Error())
	}
	for i, name := range files {
		files[i] = strings.TrimSuffix(path.Base(name), ".csv")
	}
	return files
}

func hasFacts(folder, name string) bool {
	_, err := fs.Stat(files, "facts/"+folder+"/"+name+".csv")
	return err == nil
}

func isSheet(name string) func(sheets.Table) bool {
	return func(t sheets.Table) bool { return t.Sheet == name }
}

func rowsThat(table sheets.Table, passes func(row) bool) [][]string {
	var rows [][]string
	for _, cells := range table.Rows {
		if passes(row{table.Header, cells}) {
			rows = append(rows, cells)
		}
	}
	return rows
}

// codes are the figures that a catalogue has.
type codes map[string]bool

func codesOf(figures sheets.Table) codes {
	known := make(codes)
	for _, cells := range figures.Rows {
		known[row{figures.Header, cells}.text("Mã")] = true
	}
	return known
}

// feeds leaves out what the columns of lists feed into figures that are not there.
func (c codes) feeds(lists sheets.Table) [][]string {
	column := slices.Index(lists.Header, "Vào số liệu")
	rows := make([][]string, len(lists.Rows))
	for i, cells := range lists.Rows {
		rows[i] = slices.Clone(cells)
		_, code, named := strings.Cut(cells[column], ":")
		if !named {
			code = cells[column]
		}
		if !c[strings.TrimSpace(code)] {
			rows[i][column] = ""
		}
	}
	return rows
}

// all reports whether a formula names only figures that are there.
func (c codes) all(e *formula.Expr) bool {
	if e == nil {
		return true
	}
	return !slices.ContainsFunc(e.Names(), func(name string) bool { return !c[name] })
}
