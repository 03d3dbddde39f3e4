package check

import (
	"cmp"
	"math/big"
	"slices"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var shifted = Check{
	Code:     "lech-dong",
	Severity: figure.Error,
	Title:    lang.Format{Vi: "Số liệu bị lệch một dòng", En: "Figures a row off"},
	Explanation: lang.Format{
		Vi: "Biểu mẫu trái nhiều quy tắc cùng lúc, và hầu hết đều đúng nếu dời các số lên hoặc xuống một dòng: thường do dán cả cột lệch một ô. Số vẫn được dùng như đã ghi. Đề nghị đơn vị đối chiếu lại cả cột rồi gửi lại.",
		En: "The form breaks many rules at once, and nearly all of them hold once the figures are moved up or down by a row: usually a column was pasted a cell off. The figures count as typed. Ask the unit to compare the column and send the form again.",
	},
	Example: lang.Format{
		Vi: "Ô E12 “Tổng số đoàn viên” trống, số 1.805 nằm ở ô E13 “Thanh niên …”, và cứ thế đến cuối bảng.",
		En: "Cell E12 “Tổng số đoàn viên” is blank, its 1.805 stands in E13 “Thanh niên …”, and so on to the end.",
	},
	run: findShifted,
}

var (
	shiftedDown = lang.Format{
		Vi: "Các số liệu từ ô %s đến ô %s có vẻ bị lệch xuống một dòng: %d điểm mâu thuẫn, dời lên một dòng thì chỉ còn %d",
		En: "The figures from cell %s to cell %s seem to be a row too far down: %d contradictions, and only %d once they are moved up",
	}
	shiftedUp = lang.Format{
		Vi: "Các số liệu từ ô %s đến ô %s có vẻ bị lệch lên một dòng: %d điểm mâu thuẫn, dời xuống một dòng thì chỉ còn %d",
		En: "The figures from cell %s to cell %s seem to be a row too far up: %d contradictions, and only %d once they are moved down",
	}
	moveColumn = lang.Format{
		Vi: "Đối chiếu từng số với nội dung của dòng; nếu lệch thì dời cả cột về đúng dòng rồi gửi lại.",
		En: "Compare each figure with the label of its row; move the column to its rows if they are off, and send the form again.",
	}
)

// fewestTroubles is how many contradictions a form must have before it is looked at as a whole; at most one in fewerTimes of them may be left.
const (
	fewestTroubles = 4
	fewerTimes     = 4
)

// findShifted moves the values of a form that contradicts itself all over by one row, up and down, and looks whether it makes sense then.
func findShifted(v *visit) []sheets.Finding {
	if v.sub == nil {
		return nil
	}
	troubles := v.count(broken) + v.misfits()
	if troubles < fewestTroubles {
		return nil
	}
	rows := v.rowsOfForm()
	best := move{left: troubles}
	for _, by := range []int{1, -1} {
		for _, from := range []func(int) int{v.rowBeside(rows, by), besideInOrder(rows, by)} {
			supposed := v.supposing(v.moved(rows, from))
			m := move{by, supposed, supposed.count(broken) + supposed.misfits()}
			if m.left < best.left && supposed.count(held) >= v.count(held) {
				best = m
			}
		}
	}
	if best.form == nil || best.left*fewerTimes > troubles {
		return nil
	}
	v.moveSaid = true
	taken := v.takeBack(best.form)
	v.findings = slices.DeleteFunc(v.findings, func(f sheets.Finding) bool {
		ind := v.catalogue.Indicator(f.Indicator)
		return f.Code == requiredBlank.Code && ind != nil && best.form.value(ind).State == sheets.Given
	})
	message := shiftedDown
	if best.by < 0 {
		message = shiftedUp
	}
	first, last := v.given(rows)
	return []sheets.Finding{{Pos: v.form(), Count: max(taken, 1), Message: message.With(first, last, troubles, best.left), Hint: moveColumn.With()}}
}

// move is the form with its values moved by a row: 1 takes them from the row below.
type move struct {
	by   int
	form *visit
	left int // contradictions
}

// misfits counts the answers that are of another kind than their figure: a number for yes or no, “có” for a number.
func (v *visit) misfits() int {
	n := 0
	for _, ind := range v.figures {
		if v.value(ind).State == sheets.Unreadable {
			n++
		}
	}
	return n
}

// rowsOfForm are the figures of the form in the order of their rows on its first sheet.
func (v *visit) rowsOfForm() []*sheets.Indicator {
	var rows []*sheets.Indicator
	for _, ind := range v.figures {
		if value := v.value(ind); value.Row > 0 && (len(rows) == 0 || value.Sheet == v.value(rows[0]).Sheet) {
			rows = append(rows, ind)
		}
	}
	slices.SortStableFunc(rows, func(a, b *sheets.Indicator) int { return cmp.Compare(v.value(a).Row, v.value(b).Row) })
	return rows
}

// rowBeside says from which of the rows the value of a row would come if the cells of the sheet moved; -1 where it would come from a row of no figure.
func (v *visit) rowBeside(rows []*sheets.Indicator, by int) func(int) int {
	at := make(map[int]int, len(rows))
	for i, ind := range rows {
		at[int(v.value(ind).Row)] = i
	}
	return func(i int) int {
		if from, ok := at[int(v.value(rows[i]).Row)+by]; ok {
			return from
		}
		return -1
	}
}

// besideInOrder says the same where only the cells of figures moved and the rows of groups between them were passed over.
func besideInOrder(rows []*sheets.Indicator, by int) func(int) int {
	return func(i int) int {
		if from := i + by; from >= 0 && from < len(rows) {
			return from
		}
		return -1
	}
}

// moved gives the values of the form, by slot, where each row has what stands in the one that from names.
func (v *visit) moved(rows []*sheets.Indicator, from func(int) int) map[int]sheets.Value {
	change := make(map[int]sheets.Value, len(rows))
	for i, ind := range rows {
		change[ind.Slot] = sheets.Value{}
		if source := from(i); source >= 0 {
			change[ind.Slot] = v.asAnswerOf(ind, rows[source])
		}
	}
	return change
}

// asAnswerOf is what stands in the row of another figure, read as the answer of ind.
func (v *visit) asAnswerOf(ind, other *sheets.Indicator) sheets.Value {
	value := v.value(other)
	switch {
	case value.State == sheets.Given && ind.Kind == other.Kind && ind.Kind != sheets.Money:
		return value
	case value.State == sheets.Absent || value.State == sheets.Blank || value.State == sheets.Exempt:
		return value
	case !isAmount(ind.Kind) || ind.Kind == sheets.Percent:
		return readAgain(ind, value)
	case value.State == sheets.Given && isAmount(other.Kind) && other.Kind != sheets.Percent:
		value.Rat = new(big.Rat).Mul(value.Rat, new(big.Rat).Quo(scaleOf(ind), scaleOf(other)))
		return value
	}
	return readAgain(ind, value)
}

// readAgain reads the text of a cell as an answer of a figure.
func readAgain(ind *sheets.Indicator, value sheets.Value) sheets.Value {
	field := figure.CountField
	switch ind.Kind {
	case sheets.YesNo:
		field = figure.YesNoField
	case sheets.Count, sheets.Stock, sheets.Decimal, sheets.Money:
	default: // categories, texts, days: whether they fit says little
		return sheets.Value{}
	}
	reading := figure.Read(field, ind.Measure, figure.Input{Text: value.Raw})
	switch {
	case reading.Severity == figure.Error:
		value.State, value.Rat, value.Rat2, value.Text = sheets.Unreadable, nil, nil, ""
	case reading.Value.Kind == figure.Number:
		value.State, value.Rat = sheets.Given, new(big.Rat).Mul(reading.Value.Rat, scaleOf(ind))
	case reading.Value.Kind == figure.Bool:
		value.State, value.Rat, value.Yes = sheets.Given, nil, reading.Value.Bool
	default:
		return sheets.Value{}
	}
	return value
}

// scaleOf is how many đồng one stands for in the row of an amount of money, 1 for any other figure.
func scaleOf(ind *sheets.Indicator) *big.Rat {
	if scale, ok := figure.MoneyScale(ind.Measure); ok && ind.Kind == sheets.Money {
		return scale
	}
	return big.NewRat(1, 1)
}

// given are the addresses of the first and the last cell in which something stands.
func (v *visit) given(rows []*sheets.Indicator) (first, last string) {
	for _, ind := range rows {
		if value := v.value(ind); value.State == sheets.Given || value.State == sheets.Unreadable {
			if last = v.sub.Pos(value).Cell(); first == "" {
				first = last
			}
		}
	}
	return first, last
}
