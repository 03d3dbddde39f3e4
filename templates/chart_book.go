package templates

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tonghop/lang"
)

// chartBook is the workbook behind a chart, which Word opens for "Edit data". Of it the sheet with the data is known, and the table around them.
type chartBook struct {
	file   string
	pack   *archive
	sheet  string   // the part of the sheet
	tables []string // the parts of its tables
}

var errChartSheet = lang.Format{
	Vi: "bảng tính của biểu đồ không có trang %q",
	En: "the workbook of the chart has no sheet %q"}

// chartBook opens the workbook behind a chart; nil where the chart has none.
func (a *archive) chartBook(c *chartPart) (*chartBook, error) {
	for _, r := range a.relations(c.file) {
		if r.kind != "package" || a.byName[strings.ToLower(r.target)] == nil {
			continue
		}
		data, err := a.read(r.target)
		if err != nil {
			return nil, err
		}
		b := &chartBook{file: r.target}
		if b.pack, err = openZip(data); err != nil {
			return nil, err
		}
		return b, b.findSheet(c.series[0].categories.sheet)
	}
	return nil, nil
}

// openZip opens a package of another program, within the limits of ours.
func openZip(data []byte) (*archive, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errDamaged.With()
	}
	a := &archive{data: data, byName: map[string]*zip.File{}}
	for _, f := range r.File {
		if !strings.HasSuffix(f.Name, "/") {
			a.files = append(a.files, f)
		}
	}
	if err := a.index(); err != nil {
		return nil, err
	}
	return a, a.readAll()
}

// findSheet finds the part of a sheet by its name, which formulas may write in quotes.
func (b *chartBook) findSheet(name string) error {
	if strings.HasPrefix(name, "'") && strings.HasSuffix(name, "'") && len(name) > 1 {
		name = strings.ReplaceAll(name[1:len(name)-1], "''", "'")
	}
	main := ""
	for _, r := range b.pack.relations("") {
		if r.kind == "officeDocument" {
			main = r.target
		}
	}
	data, err := b.pack.read(main)
	if err != nil {
		return err
	}
	root, _, err := parseXML(data)
	if err != nil {
		return err
	}
	for _, sheet := range eachLocal(root, "sheet") {
		tag := data[sheet.open.start:sheet.open.end]
		if attributeText(tag, "name") != name {
			continue
		}
		for _, r := range b.pack.relations(main) {
			if r.id == attributeText(tag, "r:id") {
				b.sheet = r.target
			}
		}
	}
	if b.sheet == "" || b.pack.byName[strings.ToLower(b.sheet)] == nil {
		return errChartSheet.With(name)
	}
	for _, r := range b.pack.relations(b.sheet) {
		if r.kind == "table" {
			b.tables = append(b.tables, r.target)
		}
	}
	return nil
}

// eachLocal gives the elements of a name whatever its prefix.
func eachLocal(e *element, name string) []*element {
	var found []*element
	for _, c := range e.children {
		if localName(c) == name {
			found = append(found, c)
		}
		found = append(found, eachLocal(c, name)...)
	}
	return found
}

func localName(e *element) string { return e.name[strings.LastIndexByte(e.name, ':')+1:] }

// write gives the workbook with the data in its cells.
func (b *chartBook) write(d *chartData) ([]byte, error) {
	changed := map[string][]byte{}
	data, err := b.pack.read(b.sheet)
	if err != nil {
		return nil, err
	}
	if changed[b.sheet], err = newSheetEdit(d).write(data); err != nil {
		return nil, err
	}
	for _, table := range b.tables {
		data, err := b.pack.read(table)
		if err != nil {
			return nil, err
		}
		changed[table] = resized(data, d)
	}
	return b.pack.with(changed)
}

// resized gives a table that ended with the data so that it ends with them again.
func resized(table []byte, d *chartData) []byte {
	old := d.chart.series[0].categories
	m, found, err := nextMarkup(table, 0)
	for ; found && err == nil; m, found, err = nextMarkup(table, m.end) {
		at, ok := attribute(table[m.start:m.end], "ref")
		if !ok {
			continue
		}
		at = span{m.start + at.start, m.start + at.end}
		begin, end, _ := strings.Cut(string(table[at.start:at.end]), ":")
		column := strings.TrimRight(end, "0123456789")
		if end != column+strconv.Itoa(old.last) || !strings.HasSuffix(begin, strconv.Itoa(old.first-1)) {
			continue
		}
		ref := begin + ":" + column + strconv.Itoa(old.over(len(d.names)).last)
		table = slices.Concat(table[:at.start], []byte(ref), table[at.end:])
		m.end += len(ref) - (at.end - at.start)
	}
	return table
}

// sheetEdit is what is written into a sheet: for each column of the data its cells, from the first row on.
type sheetEdit struct {
	first, last int // the rows that hold old data or new ones
	filled      int // the last row that holds new ones
	columns     []sheetColumn
	prefix      string // of the elements of the sheet
}

type sheetColumn struct {
	name  string
	cells []string // the content and the type of each cell, as XML behind its name
	style string   // of cells that were not there, as an attribute
}

func newSheetEdit(d *chartData) *sheetEdit {
	categories := d.chart.series[0].categories
	e := &sheetEdit{first: categories.first, last: max(categories.last, categories.over(len(d.names)).last), filled: categories.first + len(d.names) - 1}
	names := sheetColumn{name: categories.column}
	for _, name := range d.names {
		text, _ := escapeText(nil, name)
		names.cells = append(names.cells, ` t="inlineStr"><is><t>`+string(text)+`</t></is>`)
	}
	e.columns = append(e.columns, names)
	for i, series := range d.chart.series {
		e.last = max(e.last, series.values.last)
		column := sheetColumn{name: series.values.column}
		for _, v := range d.values[i] {
			cell := ""
			if v != nil {
				cell = `><v>` + plainNumber(v) + `</v>`
			}
			column.cells = append(column.cells, cell)
		}
		e.columns = append(e.columns, column)
	}
	return e
}

// write gives the part of the sheet with the data in it.
func (e *sheetEdit) write(sheet []byte) ([]byte, error) {
	root, _, err := parseXML(sheet)
	if err != nil {
		return nil, err
	}
	found := eachLocal(root, "sheetData")
	if len(found) != 1 {
		return nil, errXML.With(0)
	}
	data := found[0]
	e.prefix = strings.TrimSuffix(data.name, "sheetData")
	out := slices.Clone(sheet[:data.open.start])
	out = fmt.Appendf(out, "<%ssheetData>", e.prefix)
	next := e.first
	for _, row := range data.children {
		number := smallNumberOf(attributeText(sheet[row.open.start:row.open.end], "r"))
		for ; next <= e.filled && next < number; next++ {
			out = e.row(out, sheet, nil, next)
		}
		if number < e.first || number > e.last {
			out = append(out, sheet[row.open.start:row.end]...)
			continue
		}
		out = e.row(out, sheet, row, number)
		next = number + 1
	}
	for ; next <= e.filled; next++ {
		out = e.row(out, sheet, nil, next)
	}
	out = fmt.Appendf(out, "</%ssheetData>", e.prefix)
	return append(out, sheet[data.end:]...), nil
}

// row writes a row: the cells of the data anew, all others as they are. old is nil for a row that was not there.
func (e *sheetEdit) row(out, sheet []byte, old *element, number int) []byte {
	type cell struct {
		column int
		xml    string
	}
	var cells []cell
	styles := map[string]string{}
	open := fmt.Sprintf(`<%srow r="%d">`, e.prefix, number)
	if old != nil {
		open = string(sheet[old.open.start:old.open.end])
		open = strings.TrimSuffix(strings.TrimSuffix(open, ">"), "/") + ">"
		for _, c := range old.children {
			tag := sheet[c.open.start:c.open.end]
			name := strings.TrimRight(attributeText(tag, "r"), "0123456789")
			if e.holds(name) {
				styles[name] = attributeText(tag, "s")
				continue
			}
			cells = append(cells, cell{columnNumber(name), string(sheet[c.open.start:c.end])})
		}
	}
	for i := range e.columns {
		c := &e.columns[i]
		if style, ok := styles[c.name]; ok && style != "" {
			c.style = ` s="` + style + `"`
		}
		if at := number - e.first; at < len(c.cells) && c.cells[at] != "" {
			cells = append(cells, cell{columnNumber(c.name), fmt.Sprintf(`<%[1]sc r="%[2]s%[3]d"%[4]s%[5]s</%[1]sc>`, e.prefix, c.name, number, c.style, e.qualified(c.cells[at]))})
		}
	}
	slices.SortStableFunc(cells, func(a, b cell) int { return cmp.Compare(a.column, b.column) })
	out = append(out, open...)
	for _, c := range cells {
		out = append(out, c.xml...)
	}
	return fmt.Appendf(out, "</%srow>", e.prefix)
}

func (e *sheetEdit) holds(column string) bool {
	return slices.ContainsFunc(e.columns, func(c sheetColumn) bool { return c.name == column })
}

// qualified puts the prefix of the sheet before the names of elements.
func (e *sheetEdit) qualified(cell string) string {
	if e.prefix == "" {
		return cell
	}
	for _, name := range []string{"is", "t", "v"} {
		cell = strings.ReplaceAll(strings.ReplaceAll(cell, "<"+name+">", "<"+e.prefix+name+">"), "</"+name+">", "</"+e.prefix+name+">")
	}
	return cell
}

// columnNumber is the number of a column from its letters.
func columnNumber(name string) int {
	n := 0
	for _, c := range name {
		n = n*26 + int(c-'A') + 1
	}
	return n
}
