package check

import (
	"fmt"
	"strings"
	"unicode"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/vntext"
)

var sharedItem = Check{
	Code:     "bang-ke-trung-don-vi",
	Severity: figure.Warning,
	Title:    lang.Format{Vi: "Một việc có trong bảng kê của hai đơn vị", En: "One item in the lists of two units"},
	Explanation: lang.Format{
		Vi: "Hai đơn vị không trực thuộc nhau cùng kê một mục: tên, số và ngày giống nhau, thêm địa điểm nếu cùng ghi. Số được cộng hai lần nếu đó là một việc. Tên ngắn, số nhỏ hay chỉ trùng tên thì không nêu.",
		En: "Two units of which neither is above the other list the same item: name, numbers and dates are equal, and the place where both state it. It counts twice if it is one thing. Short names, small numbers and the name alone are passed over.",
	},
	Example: lang.Format{
		Vi: "“Cầu nông thôn ấp Tân Tiến”, 45.000.000 đồng, ngày 12/8/2021 có trong bảng kê của cả hai xã.",
		En: "“Cầu nông thôn ấp Tân Tiến”, 45.000.000 đồng, 12/8/2021 stands in the lists of two communes.",
	},
	run: findSharedItems,
}

var (
	itemShared = lang.Format{
		Vi: "Bảng kê “%s”: “%s” (ô %s) cũng có trong bảng kê của đơn vị “%s” (%s), tệp “%s”, ô %s; nếu là một việc thì đang cộng hai lần",
		En: "List “%s”: “%s” (cell %s) is also in the list of unit “%s” (%s), file “%s”, cell %s; if it is one thing it counts twice",
	}
	askWhoseItem = lang.Format{
		Vi: "Hỏi hai đơn vị. Nếu cùng làm một việc thì chỉ một đơn vị kê và tính vào số liệu; nếu là hai việc thì ghi rõ địa điểm.",
		En: "Ask both units. Of one thing done together only one of them keeps the row and counts it; of two things both state the place.",
	}
)

const (
	fewestNameLetters  = 8 // of the name of an item
	fewestPlaceLetters = 6 // of another text that makes the item a certain one; a unit of measure is shorter
	enoughLikeness     = 2 // points of likeness beside the name
	mostLookedAt       = 200
)

// item is a row of a list and whose it is.
type item struct {
	unit *sheets.Unit
	sub  *sheets.Submission
	row  *sheets.ListRow
}

// pair is a row of a unit and the first row of another unit that is the same item.
type pair struct {
	list        *sheets.List
	name        int // the column of the name
	mine, other item
}

// sharedItems finds the rows that a unit before in the registry has too.
func (e *examiner) sharedItems(b *sheets.Batch) map[*sheets.Unit][]pair {
	pairs := make(map[*sheets.Unit][]pair)
	for _, list := range e.catalogue.Lists {
		names := nameColumns(list)
		if len(names) == 0 {
			continue
		}
		known := make(map[string][]item)
		for _, u := range e.catalogue.Units.Units {
			sub := b.Submissions[u.Index]
			if sub == nil || !b.Expect.GivesList(u, list) {
				continue
			}
			rows := sub.List(list).Rows
			for i := range rows {
				mine := item{u, sub, &rows[i]}
				key, ok := itemKey(list, names, mine.row)
				if !ok {
					continue
				}
				if other, found := mine.sameAmong(list, known[key]); found {
					pairs[u] = append(pairs[u], pair{list, names[0], mine, other})
				}
				known[key] = append(known[key], mine)
			}
		}
	}
	return pairs
}

// nameColumns are the columns of text that say what an item is: those that must be filled in.
func nameColumns(list *sheets.List) []int {
	var names []int
	for i := range list.Columns {
		if c := &list.Columns[i]; c.Kind == sheets.Words && c.Required {
			names = append(names, i)
		}
	}
	return names
}

// itemKey is equal for rows with the same name, numbers and days. ok is false where that says too little, or something cannot be read.
func itemKey(list *sheets.List, names []int, row *sheets.ListRow) (key string, ok bool) {
	var all strings.Builder
	for _, i := range names {
		text := vntext.Key(row.Cells[i].Text)
		if row.Cells[i].State != sheets.Given || i == names[0] && letters(text) < fewestNameLetters {
			return "", false
		}
		all.WriteString(text + "\x00")
	}
	for i, v := range row.Cells {
		if c := &list.Columns[i]; c.IsAmount() || c.Kind == sheets.Day {
			if v.State == sheets.Unreadable {
				return "", false
			}
			fmt.Fprintf(&all, "%v\x00", v.Rat)
		}
	}
	return all.String(), likeness(list, names[0], row, row) >= enoughLikeness
}

// sameAmong finds the first of some rows of one key that is the same item of a unit neither above nor below.
func (m item) sameAmong(list *sheets.List, others []item) (item, bool) {
	for _, other := range others[:min(len(others), mostLookedAt)] {
		if other.unit == m.unit || isAbove(other.unit, m.unit) || isAbove(m.unit, other.unit) || !fits(list, m.row, other.row) {
			continue
		}
		if likeness(list, nameColumns(list)[0], m.row, other.row) >= enoughLikeness {
			return other, true
		}
	}
	return item{}, false
}

func isAbove(above, below *sheets.Unit) bool {
	for up := below.Above(); up != nil; up = up.Above() {
		if up == above {
			return true
		}
	}
	return false
}

// fits reports whether no text of one row contradicts that of the other.
func fits(list *sheets.List, a, b *sheets.ListRow) bool {
	for i := range list.Columns {
		v, w := a.Cells[i], b.Cells[i]
		if list.Columns[i].Kind == sheets.Words && v.State == sheets.Given && w.State == sheets.Given && vntext.Key(v.Text) != vntext.Key(w.Text) {
			return false
		}
	}
	return true
}

// likeness are the points that equal cells beside the name give: a day, a number from 100 on and a place one each, a number of three digits other than the
// zeros behind them two, because few things cost 12.350.000 đồng.
func likeness(list *sheets.List, name int, a, b *sheets.ListRow) int {
	points := 0
	for i := range list.Columns {
		v, w := a.Cells[i], b.Cells[i]
		c := &list.Columns[i]
		if i == name || v.State != sheets.Given || c.Kind != sheets.Words && !v.Same(w) {
			continue
		}
		switch {
		case c.Kind == sheets.Words:
			if letters(v.Text) >= fewestPlaceLetters && vntext.Key(v.Text) == vntext.Key(w.Text) {
				points++
			}
		case c.Kind == sheets.Day:
			points++
		case c.IsAmount() && v.Rat.IsInt():
			digits := v.Rat.Num().Text(10)
			switch {
			case len(strings.TrimRight(digits, "0")) >= 3:
				points += 2
			case len(digits) >= 3:
				points++
			}
		case c.IsAmount():
			points++
		}
	}
	return points
}

func letters(text string) int {
	n := 0
	for _, c := range text {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n
}

func findSharedItems(v *visit) []sheets.Finding {
	var findings []sheets.Finding
	for _, p := range v.survey.shared[v.unit] {
		cell, otherCell := p.mine.row.Cells[p.name], p.other.row.Cells[p.name]
		pos, otherPos := p.mine.sub.Pos(cell), p.other.sub.Pos(otherCell)
		findings = append(findings, sheets.Finding{
			Indicator: sheets.Code(p.list.Name + "." + p.list.Columns[p.name].Key), Pos: pos, Raw: cell.Raw, Hint: askWhoseItem.With(),
			Message: itemShared.With(p.list.Name, vntext.Clean(cell.Raw), pos.Cell(), p.other.unit.Name, string(p.other.unit.Code), otherPos.File, otherPos.Cell()),
		})
	}
	return findings
}
