package sheets

import (
	"slices"
	"strings"
	"unicode"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

// A figure that stands where the form does not ask for it is never used, and never passed over in silence. Texts are: people write
// remarks, names and dates on a form. Sums are compared (read_sum.go): one that is right says nothing; one below the table that is not is a note, because nothing
// says what was added up.
var (
	numbersBelow = lang.Format{
		Vi: "Dưới bảng có %d số không thuộc dòng nào của biểu mẫu, số đầu là “%s” ở ô %s%s; không số nào được dùng",
		En: "Below the table stand %d numbers that belong to no row of the form, the first is “%s” at cell %s%s; none is used",
	}
	numbersBetween = lang.Format{
		Vi: "Trong bảng có %d số ở dòng không có mã (dòng nhóm hoặc dòng chèn thêm), số đầu là “%s” ở ô %s%s; không số nào được dùng",
		En: "In the table stand %d numbers in rows without a code (groups or inserted rows), the first is “%s” at cell %s%s; none is used",
	}
	numbersAside = lang.Format{
		Vi: "Bên phải cột “Số liệu” có %d số ở cột không thuộc biểu mẫu, số đầu là “%s” ở ô %s%s; không số nào được dùng",
		En: "To the right of the column “Số liệu” stand %d numbers in columns that the form does not have, the first is “%s” at cell %s%s; none is used",
	}
	numbersInNotes = lang.Format{
		Vi: "Ô Số liệu để trống mà cột Ghi chú có số ở %d dòng, số đầu là “%s” ở ô %s%s; số có thể ghi nhầm cột nên không được dùng",
		En: "The cell Số liệu is blank and the column Ghi chú holds a number in %d rows, the first is “%s” at cell %s%s; it may be in the wrong column and is not used",
	}
	numbersElsewhere = lang.Format{
		Vi: "%s “%s” không thuộc biểu mẫu mà có %d số, số đầu là “%s” ở ô %s; không số nào được dùng",
		En: "%s “%s” is no part of the form and holds %d numbers, the first is “%s” at cell %s; none is used",
	}
	inRow        = lang.Format{Vi: " (dòng “%s”)", En: " (row “%s”)"}
	seenSheet    = lang.Format{Vi: "Trang", En: "The sheet"}
	hiddenSheet  = lang.Format{Vi: "Trang ẩn", En: "The hidden sheet"}
	noResult     = lang.Format{Vi: "công thức chưa được tính", En: "a formula that was never calculated"}
	moveToRow    = lang.Format{Vi: "Nếu là số liệu báo cáo thì ghi vào cột “Số liệu” ở đúng dòng có mã; nếu không thì xóa đi.", En: "If it is a figure of the report, type it into the column “Số liệu” of the row with its code; if not, delete it."}
	moveToColumn = lang.Format{Vi: "Nếu là số liệu của dòng thì chuyển sang cột “Số liệu” rồi gửi lại.", En: "If it is the figure of the row, move it into the column “Số liệu” and send the file again."}
)

// loose are the numbers of one kind that stand outside the form: how many, and the first of them.
type loose struct {
	count int
	first place
	row   string // what the row of the first is called
}

func (l *loose) add(p place, row string) {
	if l.count++; l.count == 1 {
		l.first, l.row = p, row
	}
}

// finding says once what stands there; nothing where nothing does.
func (l *loose) finding(code string, message, hint lang.Format) []Finding {
	if l.count == 0 {
		return nil
	}
	var row any = ""
	if l.row != "" {
		row = inRow.With(shorten(l.row))
	}
	f := noticed(code, l.first.pos(), message.With(l.count, shownIn(l.first.cell), l.first.pos().Cell(), row))
	f.Raw, f.Hint, f.Count = l.first.cell.Text, hint.With(), l.count
	if l.first.ind != nil {
		f.Indicator = l.first.ind.Code
	}
	return []Finding{f}
}

// shownIn is what a message quotes of a cell.
func shownIn(c xlsx.Cell) any {
	if c.Kind == xlsx.Blank {
		return noResult
	}
	return shorten(c.Text)
}

// outside says what stands in and around a table that no row of the form has asked for.
func (r *reader) outside(t *table) []Finding {
	last := 0
	for _, e := range t.entries {
		last = max(last, int(e.value.Row))
	}
	var findings []Finding
	var between, below loose
	sums := 0
	for _, s := range t.strange {
		under := s.cell.Row > last
		code, label, number := vntext.Clean(s.code), labelOf(s.label), holdsFigure(s.cell)
		switch {
		case s.isSum() && !under:
			if f := t.wrongSum(s); f != nil {
				findings = append(findings, *f)
			}
		case s.ind != nil, code != "" && !s.isSum() && (number || !under || !strings.Contains(code, " ")):
			findings = append(findings, r.unmatched(s))
		case under && number && s.isSum():
			if stated, ok := statedSum(s.cell); !ok || !sumsTo(stated, t.amounts(), s.cell.Row) {
				below.add(s.place, s.title())
				sums++
			}
		case under && number && len(vntext.Nearest(label, r.labels, 1)) > 0: // a last row that was misspelt
			findings = append(findings, r.unmatched(s))
		case under && number && !s.signs():
			below.add(s.place, s.title())
		case under:
		case label != "":
			findings = append(findings, r.unmatched(s))
		case number:
			between.add(s.place, s.title())
		}
	}
	findings = append(findings, between.finding(rowOutside, numbersBetween, moveToRow)...)
	for _, f := range below.finding(rowOutside, numbersBelow, moveToRow) {
		if sums == below.count {
			f.Severity = figure.Note
		}
		findings = append(findings, f)
	}
	findings = append(findings, t.aside.finding(cellOutside, numbersAside, moveToRow)...)
	return append(findings, t.noted.finding(numberInNotes, numbersInNotes, moveToColumn)...)
}

// title is what a row without a figure is called: its label, else the first text of it.
func (s strange) title() string {
	if label := labelOf(s.label); label != "" {
		return label
	}
	for _, c := range s.row {
		if c.Kind == xlsx.Text && c.Col != s.cell.Col && !blankText(c.Text) {
			return labelOf(c.Text)
		}
	}
	return ""
}

// The words that stand beside the numbers of a date or beside a telephone number, folded.
var (
	dayWords   = []string{"ngay", "thang", "nam", "ngay thang", "ngay thang nam"}
	phoneWords = []string{"dien thoai", "so dt", "sdt", "di dong", "zalo", "fax", "email"}
)

// signs reports whether a row below the table is about who made the form, and when.
func (s strange) signs() bool {
	for _, c := range s.row {
		if c.Kind != xlsx.Text {
			continue
		}
		text := title(c.Text).folded
		if slices.Contains(dayWords, text) || slices.Contains(dateLabels, text) || text == "dt" || text == "tel" {
			return true
		}
		if slices.ContainsFunc(phoneWords, func(word string) bool { return strings.Contains(text, word) }) {
			return true
		}
	}
	return false
}

// holdsFigure reports whether a cell holds what may be a figure: a number that is no day, a formula that nobody calculated, or a text that
// begins with digits and reads as a number, with or without its unit.
func holdsFigure(c xlsx.Cell) bool {
	switch c.Kind {
	case xlsx.Number:
		return !c.Date
	case xlsx.Blank:
		return c.Formula
	case xlsx.Text:
		return readsAsNumber(c.Text)
	}
	return false
}

func readsAsNumber(text string) bool {
	text = vntext.Clean(text)
	if text == "" || text[0] < '0' || '9' < text[0] {
		return false
	}
	for _, field := range []figure.Field{figure.CountField, figure.DecimalField, figure.PercentField} {
		if figure.Read(field, "", figure.Input{Text: text}).Value.Kind == figure.Number {
			return true
		}
	}
	return figure.Read(figure.MoneyField, "đồng", figure.Input{Text: text}).Value.Kind == figure.Number
}

// bareNumber is stricter: a number and nothing else.
func bareNumber(c xlsx.Cell) bool {
	return c.Kind != xlsx.Blank && holdsFigure(c) && !strings.ContainsFunc(c.Text, unicode.IsLetter)
}

// lookAside notes the numbers of a row that stand to the right of its value in columns that the form does not have.
func (s *tableReader) lookAside(row []xlsx.Cell, p place) {
	for _, c := range row {
		if c.Col > s.cols.values[0] && !s.cols.has(c.Col) && holdsFigure(c) {
			aside := p
			aside.cell = c
			s.table.aside.add(aside, p.ind.Name)
		}
	}
}

// lookAtNote notes a number in the column Ghi chú beside a blank value.
func (s *tableReader) lookAtNote(row []xlsx.Cell, p place) {
	if c := cellAt(row, s.cols.note); s.cols.note > 0 && bareNumber(c) {
		p.cell = c
		s.table.noted.add(p, p.ind.Name)
	}
}

// otherSheets says which sheets hold numbers although they are no part of the form. Columns that number the rows do not count.
func (r *reader) otherSheets(o *outcome, tabs []*tab) {
	for _, t := range tabs {
		var numbers loose
		running := make(map[int]bool)
		for _, c := range t.cells {
			switch {
			case c.Kind == xlsx.Text && slices.Contains(rowTitles, title(c.Text).folded):
				running[c.Col] = true
			case !running[c.Col] && bareNumber(c):
				numbers.add(place{file: o.file, tab: t, cell: c}, "")
			}
		}
		if numbers.count == 0 {
			continue
		}
		what := seenSheet
		if t.hidden {
			what = hiddenSheet
		}
		first := numbers.first
		f := noticed(sheetOutside, first.pos(), numbersElsewhere.With(what, t.name, numbers.count, shownIn(first.cell), first.pos().Cell()))
		f.Raw, f.Hint, f.Count = first.cell.Text, moveToRow.With(), numbers.count
		o.findings = append(o.findings, f)
	}
}
