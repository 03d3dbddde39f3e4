package sheets

import (
	"slices"
	"strconv"
	"strings"

	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

// The titles by which the columns of a form are known, folded. Forms that were typed again use these.
var (
	codeTitles    = []string{"ma", "ma ct", "ma so", "ma chi tieu", "ma so lieu", "ma hieu", "ma ctsl", "ms", "code"}
	nameTitles    = []string{"noi dung", "ten chi tieu", "chi tieu", "ten so lieu", "noi dung bao cao", "ten chi tieu so lieu", "chi tieu bao cao"}
	measureTitles = []string{"dvt", "don vi tinh", "dv tinh", "d.v.t", "dv"}
	valueTitles   = []string{"so lieu", "ket qua", "so luong", "gia tri", "thuc hien", "ket qua thuc hien", "so lieu bao cao", "so bao cao"}
	rowTitles     = []string{"stt", "tt", "so tt", "so thu tu"}
	noteTitles    = []string{"ghi chu", "giai trinh", "thuyet minh", "chu thich", "dien giai"}
	valueEndings  = []string{"", "ky nay", "trong ky", "bao cao", "thuc hien"}
)

// columns are the columns of a table of figures, 0 where the table has none. They are found by their titles, never
// by their place.
type columns struct {
	header              int // the lowest row of the header
	code, name, measure int
	running, note       int      // STT and Ghi chú
	values              []int    // more than one is a question
	money               []string // the unit of measure in the title of each value column, "triệu đồng" of "Số liệu (triệu đồng)"
}

// has reports whether a column is one of the table's own.
func (cols *columns) has(col int) bool {
	return col == cols.code || col == cols.name || col == cols.measure || col == cols.running || col == cols.note || slices.Contains(cols.values, col)
}

// titled is the title of a column or the label of a line: folded, and apart from it what stands in brackets.
type titled struct{ folded, bracket string }

func title(text string) titled {
	text, rest, _ := strings.Cut(text, "(")
	bracket, _, _ := strings.Cut(rest, ")")
	return titled{strings.Trim(vntext.Fold(text), " *:.,;"), vntext.Clean(bracket)}
}

// longestTitle is how many bytes a title of a column may have.
const longestTitle = 120

// headerAt reads the header of a table of which a row is the first line. A header has a column of codes or of labels, and
// a column of values, perhaps a line or two below.
func (r *reader) headerAt(t *tab, row []xlsx.Cell, keep keeper) (columns, bool) {
	var cols columns
	for _, c := range row {
		cols.take(r, c, keep)
	}
	if cols.code == 0 && cols.name == 0 {
		return columns{}, false
	}
	cols.header = row[0].Row
	for below := 1; below <= 2 && len(cols.values) == 0; below++ {
		for _, c := range t.row(row[0].Row + below) {
			cols.take(r, c, keep)
		}
		cols.header = row[0].Row + below
	}
	return cols, len(cols.values) > 0
}

// take notes what a cell is the title of.
func (cols *columns) take(r *reader, c xlsx.Cell, keep keeper) {
	if c.Kind != xlsx.Text || len(c.Text) > longestTitle {
		return
	}
	t := remembered(keep.titles, c.Text, title)
	switch {
	case cols.code == 0 && slices.Contains(codeTitles, t.folded):
		cols.code = c.Col
	case cols.name == 0 && slices.Contains(nameTitles, t.folded):
		cols.name = c.Col
	case cols.measure == 0 && slices.Contains(measureTitles, t.folded):
		cols.measure = c.Col
	case cols.running == 0 && slices.Contains(rowTitles, t.folded):
		cols.running = c.Col
	case cols.note == 0 && slices.Contains(noteTitles, t.folded):
		cols.note = c.Col
	case r.isValueTitle(t.folded):
		cols.values = append(cols.values, c.Col)
		cols.money = append(cols.money, t.bracket)
	}
}

// isValueTitle knows the titles of the column of values, alone or followed by the period.
func (r *reader) isValueTitle(folded string) bool {
	for _, base := range valueTitles {
		rest, ok := strings.CutPrefix(folded, base)
		if !ok || rest != "" && rest[0] != ' ' {
			continue
		}
		rest = strings.TrimSpace(rest)
		if slices.Contains(valueEndings, rest) || slices.Contains(r.periodWords, rest) {
			return true
		}
	}
	return false
}

// numbersColumns reports whether a row only numbers the columns: (1) (2) (3), or A B 1 2.
func numbersColumns(row []xlsx.Cell) bool {
	if len(row) < 3 {
		return false
	}
	last := 0
	for i, c := range row {
		text := strings.Trim(vntext.Clean(c.Text), "()[]. ")
		n, err := strconv.Atoi(text)
		switch {
		case err == nil && (last == 0 && n <= i+1 || n == last+1):
			last = n
		case err == nil, last > 0, len(text) != 1, text[0] < 'A', 'Z' < text[0]:
			return false
		}
	}
	return last > 0
}

// blankText reports whether a text shows nothing.
func blankText(text string) bool { return text == "" || vntext.Clean(text) == "" }
