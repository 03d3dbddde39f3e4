package sheets

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

var (
	listCellBlank = lang.Format{
		Vi: "Bảng kê “%s”: %d dòng chưa ghi cột bắt buộc “%s”, dòng đầu là dòng %d của trang; dòng vẫn được tính",
		En: "List “%s”: %d rows lack the obligatory column “%s”, the first is row %d of the sheet; they count all the same",
	}
	listNoColumn = lang.Format{
		Vi: "Bảng kê “%s” thiếu cột hoặc có hai cột cùng tên: %s; không dòng nào có số liệu của cột này",
		En: "List “%s” lacks a column or has two of that name: %s; no row has a value for it",
	}
	listSameRow = lang.Format{
		Vi: "Bảng kê “%s” có %d dòng giống hệt một dòng ở trên, dòng đầu là dòng %d của trang; các dòng vẫn được tính",
		En: "List “%s” has %d rows that are the same as one above, the first is row %d of the sheet; they count all the same",
	}
	listOutside = lang.Format{
		Vi: "Bảng kê “%s” có %d dòng không ghi cột bắt buộc nào hoặc nằm dưới chỗ ký nên không được tính là dòng, đầu tiên là “%s” ở ô %s",
		En: "List “%s” has %d rows that fill no obligatory column or stand below the signature and do not count, the first is “%s” in cell %s",
	}
	listHiddenRows = lang.Format{
		Vi: "%d dòng bị ẩn của bảng kê “%s” có nội dung, dòng đầu là dòng %d của trang; các dòng vẫn được dùng",
		En: "%d hidden rows of the list “%s” hold something, the first is row %d of the sheet; they are used",
	}
	listFillCell   = lang.Format{Vi: "Ghi vào ô %s (và các dòng sau, nếu có) rồi lưu và gửi lại.", En: "Fill in cell %s (and those of later rows), save and send the file again."}
	listKeepTitles = lang.Format{Vi: "Giữ nguyên dòng tiêu đề cột của biểu mẫu đã gửi.", En: "Keep the row of titles of the form that was sent."}
	listDeleteRow  = lang.Format{Vi: "Xóa dòng thừa nếu ghi hai lần một việc.", En: "Delete a row that lists the same thing twice."}
	listMoveRow    = lang.Format{Vi: "Nếu là một mục của bảng kê thì ghi đủ cột bắt buộc, liền dưới các dòng khác; nếu không thì xóa đi.", En: "If it is an item of the list fill in its obligatory columns, right below the other rows; if not delete it."}
)

// mostCellFindings is how many unreadable cells of a column are said one by one; the last of them counts the rest.
const mostCellFindings = 20

// listReader reads a list form on one sheet.
type listReader struct {
	*reader
	file    *File
	tab     *tab
	keep    keeper
	form    *listForm
	cols    listColumns
	rows    ListRows
	refused bool // not used, for a reason that is among the findings

	findings []Finding
	said     map[string]int // how often, by code of the notice and column
	counted  map[string]*tallied
	order    []string // of counted
	known    map[string]bool
	signed   bool // below the signature nothing is a row
}

// tallied is what many rows have in common: how many, and the first of them.
type tallied struct {
	count int
	cell  xlsx.Cell
}

// readList reads the list form that a sheet is.
func (r *reader) readList(file *File, t *tab, keep keeper) *listReader {
	s := &listReader{
		reader: r, file: file, tab: t, keep: keep, form: t.list, cols: t.list.columnsOf(t, keep),
		said: make(map[string]int), counted: make(map[string]*tallied), known: make(map[string]bool),
	}
	if s.cols.header == 0 {
		if s.holdsText() {
			s.note(noticed(listUnreadable, s.pos(0, 0), listNoHeader.With(t.name, s.form.Name)))
		}
		return s
	}
	s.rows = ListRows{Present: true, Sheet: uint16(t.index)}
	for row := range t.rows() {
		switch number := row[0].Row; {
		case number <= s.cols.header, number <= s.cols.header+2 && numbersColumns(row):
			continue
		case len(s.rows.Rows) == mostListRows:
			s.tooLong()
			return s
		}
		s.row(row)
	}
	return s
}

func (s *listReader) note(f Finding) { s.findings = append(s.findings, f) }

func (s *listReader) pos(row, col int) Pos { return s.tab.pos(s.file, row, col) }

// holdsText reports whether more stands on the sheet than a blank form has: its title, its advice and the numbers of its rows.
func (s *listReader) holdsText() bool {
	return slices.ContainsFunc(s.tab.cells, func(c xlsx.Cell) bool {
		return c.Row > listAdviceRow && !empty(c) && !bareNumber(c) && !slices.Contains(rowTitles, title(c.Text).folded)
	})
}

// row reads a row below the header.
func (s *listReader) row(row []xlsx.Cell) {
	if s.onlyNumbered(row) {
		return
	}
	cells := make([]xlsx.Cell, len(s.cols.at))
	filled, required, missing := 0, 0, 0
	for i, col := range s.cols.at {
		cells[i] = xlsx.Cell{Row: row[0].Row, Col: col}
		if col > 0 {
			cells[i] = s.cellIn(row, col)
		}
		held := col > 0 && !empty(cells[i])
		switch {
		case held && s.form.Columns[i].Required:
			required++
		case col > 0 && s.form.Columns[i].Required:
			missing++
		}
		if held {
			filled++
		}
	}
	first := s.firstText(row)
	switch {
	case endsList(first) && filled <= 2:
		s.signed = true
	case filled == 0 || s.signed && filled == 1 || s.repeatsHeader(row):
	case slices.Contains(sumWords, vntext.Fold(first)), isSumLabel(labelOf(cellAt(row, s.cols.running).Text)):
	case s.signed, required == 0 && missing > 0:
		s.count("outside", firstFilled(cells))
	default:
		s.add(cells)
	}
}

// onlyNumbered reports whether nothing but its number stands in a row, as in those that nobody has filled in.
func (s *listReader) onlyNumbered(row []xlsx.Cell) bool {
	return !slices.ContainsFunc(row, func(c xlsx.Cell) bool { return !empty(c) && (c.Col != s.cols.running || c.Kind != xlsx.Number) })
}

// cellIn finds a cell of a row, a blank one in its place where there is none.
func (s *listReader) cellIn(row []xlsx.Cell, col int) xlsx.Cell {
	c := cellAt(row, col)
	c.Row = row[0].Row
	return c
}

func (s *listReader) firstText(row []xlsx.Cell) string {
	for _, c := range row {
		if c.Kind == xlsx.Text && !blankText(c.Text) {
			return labelOf(c.Text)
		}
	}
	return ""
}

func firstFilled(cells []xlsx.Cell) xlsx.Cell {
	return cells[slices.IndexFunc(cells, func(c xlsx.Cell) bool { return !empty(c) })]
}

// repeatsHeader reports whether a row is the header again, at the top of a further page.
func (s *listReader) repeatsHeader(row []xlsx.Cell) bool {
	found, _ := s.form.named(row, s.keep)
	for i, c := range found {
		if s.cols.at[i] != c.Col {
			return false
		}
	}
	return len(found) >= 2
}

// sumWords stand alone in the row that adds up a list, folded. The sum is the office's to work out.
var sumWords = []string{"tong cong", "tong", "cong", "tong so"}

// The words with which the lines below a list begin, folded, and a place with a day.
var (
	listEndings = []string{"ghi chu", "luu y", "nguoi lap", "nguoi bao cao", "nguoi tong hop", "tm.", "tm ban", "t/m", "noi nhan", "xac nhan cua", "thu truong don vi", "ky ten", "(ky"}
	dayLine     = regexp.MustCompile(`^(.*, *)?ngay [0-9. …]+ thang [0-9. …]+ nam [0-9. …]+$`)
)

// endsList reports whether a text begins what stands below a list: remarks, who made it and when.
func endsList(text string) bool {
	folded := vntext.Fold(text)
	return dayLine.MatchString(folded) || slices.ContainsFunc(listEndings, func(start string) bool { return strings.HasPrefix(folded, start) })
}

// add reads the cells of a row.
func (s *listReader) add(cells []xlsx.Cell) {
	row := ListRow{Row: uint32(cells[0].Row), Cells: make([]Value, len(cells))}
	hidden := false
	for i, c := range cells {
		if s.cols.at[i] == 0 {
			continue
		}
		p := place{file: s.file, tab: s.tab, cell: c, ind: s.form.figures[i], measure: s.form.measure(&s.cols, i)}
		v, findings := s.value(p, s.keep)
		row.Cells[i] = v
		s.cellFindings(findings)
		if v.State == Blank && s.form.Columns[i].Required {
			s.count("blank "+s.form.Columns[i].Key, c)
		}
		hidden = hidden || c.Hidden && v.State != Blank
	}
	if hidden && !s.tab.hidden {
		s.count("hidden", firstFilled(cells))
	}
	if key, named := s.rowKey(row); named && s.known[key] {
		s.count("same", firstFilled(cells))
	} else if named {
		s.known[key] = true
	}
	s.rows.Rows = append(s.rows.Rows, row)
}

// rowKey is equal for rows that say the same. Only those that hold a text are compared: two members of one age and post are two.
func (s *listReader) rowKey(row ListRow) (key string, named bool) {
	var all strings.Builder
	for i, v := range row.Cells {
		named = named || v.State == Given && s.form.Columns[i].Kind == Words
		fmt.Fprintf(&all, "%d\x00%v\x00%v\x00%s\x00", v.State, v.Yes, v.Rat, vntext.Key(v.Text))
	}
	return all.String(), named
}

// cellFindings keeps what was said about a cell, up to a number for each column.
func (s *listReader) cellFindings(findings []Finding) {
	for _, f := range findings {
		key := f.Code + " " + string(f.Indicator)
		if s.said[key]++; s.said[key] <= mostCellFindings {
			s.note(f)
			continue
		}
		for i := len(s.findings) - 1; i >= 0; i-- {
			if last := &s.findings[i]; last.Code == f.Code && last.Indicator == f.Indicator {
				last.Count++
				break
			}
		}
	}
}

// count notes that one more row has something in common with others.
func (s *listReader) count(what string, c xlsx.Cell) {
	if s.counted[what] == nil {
		s.counted[what] = &tallied{cell: c}
		s.order = append(s.order, what)
	}
	s.counted[what].count++
}

// all gives the findings about the list, each cause once.
func (s *listReader) all() []Finding {
	findings := s.findings
	if s.refused {
		return findings
	}
	for _, what := range s.order {
		t := s.counted[what]
		pos := s.pos(t.cell.Row, t.cell.Col)
		var f Finding
		switch what {
		case "outside":
			f = noticed(listOutsideRows, pos, listOutside.With(s.form.Name, t.count, shownIn(t.cell), pos.Cell()))
			f.Raw, f.Hint = t.cell.Text, listMoveRow.With()
		case "hidden":
			f = noticed(rowHidden, pos, listHiddenRows.With(t.count, s.form.Name, t.cell.Row))
		case "same":
			f = noticed(listRowTwice, pos, listSameRow.With(s.form.Name, t.count, t.cell.Row))
			f.Hint = listDeleteRow.With()
		default:
			i := s.form.Column(strings.TrimPrefix(what, "blank "))
			f = noticed(listRowIncomplete, pos, listCellBlank.With(s.form.Name, t.count, s.form.Columns[i].Title, t.cell.Row))
			f.Indicator, f.Hint = s.form.code(i), listFillCell.With(pos.Cell())
		}
		f.Count = t.count
		findings = append(findings, f)
	}
	return append(findings, s.lacking()...)
}

// lacking says which columns of a list with rows the sheet does not have.
func (s *listReader) lacking() []Finding {
	var titles []string
	for i, col := range s.cols.at {
		if col == 0 {
			titles = append(titles, "“"+s.form.Columns[i].Title+"”")
		}
	}
	if len(titles) == 0 || len(s.rows.Rows) == 0 {
		return nil
	}
	f := noticed(listColumnMissing, s.pos(0, 0), listNoColumn.With(s.form.Name, strings.Join(titles, ", ")))
	f.Hint, f.Count = listKeepTitles.With(), len(titles)
	return []Finding{f}
}
