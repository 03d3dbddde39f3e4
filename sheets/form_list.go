package sheets

import (
	"fmt"
	"strings"

	"tonghop/vntext"
)

// A list form: a title, advice, the header, a row with the keys of the columns by which it is read, and empty rows.
const (
	listTitleRow  = 1
	listAdviceRow = 2
	listHeaderRow = 4
	listKeyRow    = 5
	listBlankRows = 20
)

// listTitle begins the title of every list form. Reading knows them by it too.
const (
	listTitle       = "BẢNG KÊ: "
	foldedListTitle = "bang ke:"
)

const listAdvice = "Mỗi dòng ghi một mục. Không có thì để trống cả bảng. Cột có dấu * là bắt buộc. Cần thêm dòng thì ghi tiếp ngay bên dưới."

// longestSheetName is Excel's limit, in characters.
const longestSheetName = 31

// sheetNames gives each list form a name that Excel accepts and that no other sheet of the form has.
func sheetNames(lists []*List) []string {
	taken := map[string]bool{vntext.Key(formSheet): true, marksSheet: true, originSheet: true}
	names := make([]string, len(lists))
	for i, list := range lists {
		stem := []rune(strings.Trim(strings.Map(sheetRune, vntext.Clean(list.Name)), "' "))
		if len(stem) == 0 {
			stem = []rune("Bảng kê")
		}
		name := string(stem[:min(len(stem), longestSheetName)])
		for n := 2; taken[vntext.Key(name)]; n++ {
			suffix := fmt.Sprintf(" (%d)", n)
			name = string(stem[:min(len(stem), longestSheetName-len(suffix))]) + suffix
		}
		taken[vntext.Key(name)] = true
		names[i] = name
	}
	return names
}

func sheetRune(r rune) rune {
	if strings.ContainsRune(`[]:*?/\`, r) {
		return '-'
	}
	return r
}

// writeList writes a list form on the pen's sheet.
func (f *Forms) writeList(p *pen, list *List) {
	cols := len(list.Columns) + 1
	widths := []float64{6}
	for range list.Columns {
		widths = append(widths, max(14, 100/float64(len(list.Columns))))
	}
	p.widths(widths...)
	p.write(listTitleRow, 1, listTitle+list.Title(), titleLook)
	p.span(listTitleRow, 1, cols)
	p.height(listTitleRow, 26)
	p.write(listAdviceRow, 1, listAdvice, adviceLook)
	p.span(listAdviceRow, 1, cols)
	p.height(listAdviceRow, 34)
	p.write(listHeaderRow, 1, formHeader[colNo], headLook)
	p.leave(listKeyRow, 1, codeLook)
	for i, column := range list.Columns {
		title := column.Title
		if title == "" {
			title = column.Key
		}
		if column.Required {
			title += "\u00a0*"
		}
		p.write(listHeaderRow, i+2, title, headLook)
		p.write(listKeyRow, i+2, column.Key, codeLook)
	}
	p.height(listHeaderRow, 36)
	last := listKeyRow + listBlankRows
	for row := listKeyRow + 1; row <= last; row++ {
		p.number(row, 1, row-listKeyRow, numberLook)
		for i, column := range list.Columns {
			p.leave(row, i+2, listLook(column))
		}
		p.height(row, 19)
	}
	for i, column := range list.Columns {
		if l, ok := listLimit(column); ok {
			p.limit(cellRef(listKeyRow+1, i+2)+":"+cellRef(last, i+2), l)
		}
	}
	p.finish(page{landscape: cols > 5, header: listHeaderRow, rows: last, cols: cols})
}

// Title is what a list is about. The catalogue has no column for it; the note of the first column begins with it, as in the starter
// catalogue. Where it does not, the list is called by its name.
func (l *List) Title() string {
	if len(l.Columns) > 0 {
		first, _, ok := strings.Cut(l.Columns[0].Note+" ", ". ")
		if first = strings.Trim(first, " ."); ok && first != "" && len([]rune(first)) <= 80 {
			return first
		}
	}
	return l.Name
}

func listLook(column ListColumn) look {
	l := valueLook(column.Kind, column.measure())
	if column.Kind == Words {
		l.across = "left"
	}
	return l
}

// listLimit is the limit of a column.
func listLimit(column ListColumn) (limit, bool) {
	if column.Kind != Category {
		return limitOf(column.Kind), column.Kind != Words
	}
	labels := make([]string, 0, len(column.Options))
	for _, option := range column.Options {
		label := option.Label
		if label == "" {
			label = option.Code
		}
		labels = append(labels, label)
	}
	choice := strings.Join(labels, ",")
	fits := len(labels) > 0 && len([]rune(choice)) <= 250 && strings.Count(choice, ",") == len(labels)-1 && !strings.Contains(choice, `"`)
	return limit{kind: "list", from: `"` + choice + `"`, advice: chooseAdvice, fault: chooseOne}, fits
}
