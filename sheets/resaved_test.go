package sheets

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tonghop/figure"
)

// drawShape draws how a workbook is written.
func drawShape(rt *rapid.T) bookShape {
	flag := func(name string) bool { return rapid.IntRange(0, 3).Draw(rt, name) == 0 }
	return bookShape{
		strict: flag("strict"), prefix: rapid.SampledFrom([]string{"", "", "x:"}).Draw(rt, "prefix"),
		texts:    rapid.SampledFrom([]string{"shared", "inline", "rich", "formula"}).Draw(rt, "texts"),
		implicit: flag("implicit"), date1904: flag("1904"), stored: flag("stored"), backward: flag("backward"), spaced: flag("spaced"), lateStyle: flag("late styles"),
		noStyles: rapid.IntRange(0, 19).Draw(rt, "styles lost") == 0,
	}
}

// layout is how somebody arranged the table of a form.
type layout struct {
	at       [7]int // the place of each column of the form, 0 where it was deleted
	codes    bool
	row      int
	sheet    typedSheet
	answered map[Code]spelling
}

func (l *layout) put(row, col int, c typedCell) {
	if col == 0 || c.text == "" && c.kind != "" {
		return
	}
	c.row, c.col = row, col
	l.sheet.cells = append(l.sheet.cells, c)
}

// drawLayout draws the columns and what stands above the table.
func drawLayout(rt *rapid.T) *layout {
	l := &layout{codes: rapid.IntRange(0, 4).Draw(rt, "codes lost") > 0, answered: make(map[Code]spelling)}
	l.sheet.name = rapid.SampledFrom([]string{"Biểu mẫu", "Sheet1", "Trang tính 1", "x1", "A & B"}).Draw(rt, "sheet")
	col := 0
	for _, column := range rapid.Permutation([]int{colNo, colCode, colName, colMeasure, colValue, colNote}).Draw(rt, "columns") {
		if column == colCode && !l.codes {
			continue
		}
		col += rapid.IntRange(1, 3).Draw(rt, "step to the right")
		l.at[column] = col
	}
	l.row = rapid.IntRange(1, 3).Draw(rt, "first row")
	l.put(l.row, 2, worded(soiled(rt, "Mã đơn vị:")))
	l.put(l.row, 4, worded(soiled(rt, "x1")))
	l.put(l.row+1, 1, worded(soiled(rt, "Kỳ báo cáo: Năm 2021")))
	l.sheet.merged = append(l.sheet.merged, fmt.Sprintf("A%d:C%d", l.row+1, l.row+1))
	l.row += 2 + rapid.IntRange(0, 3).Draw(rt, "rows above")
	titles := [...][]string{
		colNo: {"STT", "TT"}, colCode: {"Mã", "MÃ SỐ", "Mã chỉ tiêu"}, colName: {"Nội dung", "Tên chỉ tiêu"}, colMeasure: {"ĐVT", "Đơn vị tính"},
		colValue: {"Số liệu", "Kết quả", "SỐ LIỆU NĂM 2021", "Thực hiện"}, colNote: {"Ghi chú"},
	}
	for column := colNo; column <= colNote; column++ {
		l.put(l.row, l.at[column], worded(soiled(rt, rapid.SampledFrom(titles[column]).Draw(rt, "title"))))
	}
	if rapid.Bool().Draw(rt, "numbered columns") {
		l.row++
		number := 0
		for col := 1; col <= slices.Max(l.at[:]); col++ {
			if slices.Contains(l.at[1:], col) {
				number++
				l.put(l.row, col, worded(fmt.Sprintf("(%d)", number)))
			}
		}
	}
	return l
}

// drawRows writes the rows of the table, in any order, with groups and sums between them.
func (l *layout) drawRows(rt *rapid.T, figures []*Indicator, date1904 bool) {
	for i, ind := range rapid.Permutation(figures).Draw(rt, "rows") {
		l.row += rapid.IntRange(1, 3).Draw(rt, "step down")
		switch rapid.IntRange(0, 9).Draw(rt, "before") {
		case 0:
			l.put(l.row, l.at[colName], worded("II. Nhóm số liệu"))
			l.row++
		case 1:
			l.put(l.row, l.at[colName], worded(rapid.SampledFrom([]string{"Tổng cộng", "Cộng nhóm I", "Tổng số"}).Draw(rt, "sum")))
			l.put(l.row, l.at[colValue], typedCell{kind: "n", text: "987654", formula: "SUM(A1:A2)"})
			l.row++
		}
		answer := drawAnswer(rt, ind, date1904)
		if answer.cell.kind == "s" && !answer.hasWidth() {
			answer.cell.text = soiled(rt, answer.cell.text)
		}
		switch rapid.IntRange(0, 19).Draw(rt, "formula") {
		case 0:
			answer.cell.formula = "A1+B1"
		case 1:
			answer = doubtful(answer.want, typedCell{formula: "A1+B1"})
		}
		if rapid.IntRange(0, 9).Draw(rt, "hidden") == 0 {
			l.sheet.hiddenRows = append(l.sheet.hiddenRows, l.row)
		}
		l.answered[ind.Code] = answer
		code := rapid.SampledFrom([]string{string(ind.Code), strings.ToUpper(string(ind.Code))}).Draw(rt, "code")
		l.put(l.row, l.at[colNo], stored(fmt.Sprint(i+1), ""))
		l.put(l.row, l.at[colCode], worded(soiled(rt, code)))
		l.put(l.row, l.at[colName], worded(soiled(rt, ind.Name)))
		l.put(l.row, l.at[colMeasure], worded(soiled(rt, ind.Measure)))
		l.put(l.row, l.at[colValue], answer.cell)
	}
	slices.SortStableFunc(l.sheet.cells, func(a, b typedCell) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
}

// hasWidth reports whether the text of a spelling must stay as it is for what is said about it.
func (s spelling) hasWidth() bool { return strings.HasPrefix(s.cell.text, "=") }

// drawForm draws a form with an answer to each figure, and a workbook around it.
func drawForm(rt *rapid.T, c *Catalogue, shape bookShape) (book typedBook, answered map[Code]spelling) {
	l := drawLayout(rt)
	l.drawRows(rt, c.Submitted(), shape.date1904)
	others := []typedSheet{{name: "Hướng dẫn", cells: []typedCell{{row: 1, col: 1, kind: "s", text: "Cách điền"}}}, {name: "Trống", state: "veryHidden"}}
	return typedBook{bookShape: shape, sheets: rapid.Permutation(append(others, l.sheet)).Draw(rt, "sheets")}, l.answered
}

// misread lists the figures that are read as something else than what was meant, those of which nothing is said, and those that have one meaning and are
// not read. It counts the others: read, or refused with an error.
func misread(c *Catalogue, b *Batch, answered map[Code]spelling) (faults []string, read, refused int) {
	got := answersOf(c, b, "x1")
	if got == nil {
		return []string{"the form is not used: " + b.Files[0].Reason.Error()}, 0, 0
	}
	for _, ind := range c.Submitted() {
		answer := answered[ind.Code]
		fault := ""
		switch {
		case got[ind.Code] == answer.want:
			read++
		case got[ind.Code] != "unreadable":
			fault = "is read as " + got[ind.Code]
		case !saysWhy(b.Findings, ind.Code):
			fault = "is not read and nothing is said"
		case answer.sure:
			fault = "is not read"
		default:
			refused++
		}
		if fault != "" {
			faults = append(faults, fmt.Sprintf("%s: %q (%q as %q) %s", ind.Code, answer.want, answer.cell.text, answer.cell.format, fault))
		}
	}
	return faults, read, refused
}

// Whatever a form goes through between the office and us, each figure is read as what was meant, or an error says that it is not read. It is
// never read as something else. What has one meaning in every shape is read.
func TestFiguresSurviveEverySpellingAndShape(t *testing.T) {
	c := sampleCatalogue()
	allRead, allRefused := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		shape := drawShape(rt)
		book, answered := drawForm(rt, c, shape)
		if shape.noStyles { // a number may then have been a day or a percentage
			for code, answer := range answered {
				answer.sure = false
				answered[code] = answer
			}
		}
		faults, read, refused := misread(c, mustRead(rt, c, map[string][]byte{"Báo cáo (1).xlsx": book.bytes()}), answered)
		if len(faults) > 0 {
			rt.Fatal(strings.Join(faults, "\n"))
		}
		allRead, allRefused = allRead+read, allRefused+refused
	})
	if allRead == 0 || allRefused == 0 {
		t.Errorf("%d figures were read and %d refused", allRead, allRefused)
	}
}

// saysWhy reports whether an error is about a figure.
func saysWhy(findings []Finding, code Code) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Indicator == code && f.Severity == figure.Error })
}

// A day of the type for days is a day in each of its spellings, and no count of twenty millions.
func TestDaysOfTheirType(t *testing.T) {
	c := sampleCatalogue()
	for _, text := range []string{"2021-03-03", "20210303", "2021-03-03T10:30:00", "20210303T103000"} {
		s := retypedSample(c)
		for i := range s.cells {
			if s.cells[i].col == colValue && (s.cells[i].row == 4 || s.cells[i].format != "") {
				s.cells[i].kind, s.cells[i].text = "d", text
			}
		}
		book := typedBook{bookShape: bookShape{texts: "shared"}, sheets: []typedSheet{s}}
		got := answersOf(c, mustRead(t, c, map[string][]byte{"a.xlsx": book.bytes()}), "x1")
		if got["mt_ngay"] != "44258" || got["tc_doan_vien"] != "unreadable" {
			t.Errorf("%s is the day %s and the count %s", text, got["mt_ngay"], got["tc_doan_vien"])
		}
	}
}
