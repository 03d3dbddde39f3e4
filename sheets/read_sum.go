package sheets

import (
	"cmp"
	"math/big"
	"slices"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

// A row in which somebody added the table up is never added to anything. What was added is not said, so that the sum is right where it is that of the rows
// right above it, however many, or right below it; of all of them, or of those in one unit of measure.
var (
	sumWrong = lang.Format{
		Vi: "Dòng “%s” ghi %s, nhưng cộng %d dòng từ ô %s đến ô %s được %s; số của dòng tổng không được dùng",
		En: "The row “%s” says %s, and the %d rows from cell %s to cell %s come to %s; the number of such a row is not used",
	}
	sumUnlike = lang.Format{
		Vi: "Dòng “%s” ghi %s, không bằng tổng của các dòng nào liền nhau; các dòng từ ô %[4]s đến ô %[5]s khác đơn vị tính, cộng lại là %[6]s; số của dòng tổng không được dùng",
		En: "The row “%s” says %s, which no rows beside it come to; those from cell %[4]s to cell %[5]s have different units and come to %[6]s; the number of such a row is not used",
	}
	addAgain = lang.Format{
		Vi: "Xem lại các số của những dòng này; dòng tổng thì có thể xóa, vì chương trình tự cộng.",
		En: "Look again at these rows; the row of the sum may be deleted, because the program adds up by itself.",
	}
)

// isSum reports whether a row adds the table up, by its label or by its code. A derived figure of the catalogue is none.
func (s strange) isSum() bool {
	return s.ind == nil && (isSumLabel(s.title()) || isSumLabel(vntext.Clean(s.code)) || vntext.Fold(s.code) == "tc")
}

// amount is an entry that can be added, in the unit in which its row is typed.
type amount struct {
	entry
	typed *big.Rat
}

// amounts are the rows that can be added, from the top. A row that says nothing adds nothing.
func (t *table) amounts() []amount {
	var all []amount
	for _, e := range t.entries {
		switch e.ind.Kind {
		case Count, Stock, Money, Decimal:
			typed := new(big.Rat)
			if e.value.State == Given {
				typed.Set(e.value.Rat)
			}
			if scale, ok := figure.MoneyScale(e.ind.Measure); ok && e.ind.Kind == Money {
				typed.Quo(typed, scale)
			}
			all = append(all, amount{e, typed})
		}
	}
	slices.SortStableFunc(all, func(a, b amount) int { return cmp.Compare(a.value.Row, b.value.Row) })
	return all
}

// statedSum is the number of a row that adds up; false where it is none.
func statedSum(c xlsx.Cell) (*big.Rat, bool) {
	if c.Kind == xlsx.Number && !c.Date {
		n, err := xlsx.Decimal(c.Text)
		return n, err == nil
	}
	reading := figure.Read(figure.CountField, "", figure.Input{Text: c.Text})
	return reading.Value.Rat, c.Kind == xlsx.Text && reading.Value.Kind == figure.Number
}

// sumsTo reports whether a number is the sum of the rows right above or right below a row, of all of them or of those in one unit of measure.
func sumsTo(stated *big.Rat, all []amount, row int) bool {
	at, _ := slices.BinarySearchFunc(all, row, func(a amount, row int) int { return cmp.Compare(int(a.value.Row), row) })
	above := slices.Clone(all[:at])
	slices.Reverse(above)
	for _, beside := range [][]amount{above, all[at:]} {
		sum, ofMeasure := new(big.Rat), make(map[string]*big.Rat)
		for _, a := range beside {
			key := wordsKey(a.ind.Measure)
			if ofMeasure[key] == nil {
				ofMeasure[key] = new(big.Rat)
			}
			if sum.Add(sum, a.typed).Cmp(stated) == 0 || ofMeasure[key].Add(ofMeasure[key], a.typed).Cmp(stated) == 0 {
				return true
			}
		}
	}
	return false
}

// wrongSum compares a row that adds up with the rows above it, without a gap; nil where there are none, where they are right, and where one of them cannot be
// read.
func (t *table) wrongSum(s strange) *Finding {
	stated, ok := statedSum(s.cell)
	all := t.amounts()
	if !ok || sumsTo(stated, all, s.cell.Row) {
		return nil
	}
	var section []amount
	next := s.cell.Row
	for _, a := range slices.Backward(all) {
		if int(a.value.Row) == next-1 {
			section, next = append(section, a), int(a.value.Row)
		}
	}
	if len(section) < 2 || slices.ContainsFunc(section, func(a amount) bool { return a.value.State == Unreadable }) {
		return nil
	}
	sum, unlike := new(big.Rat), false
	for _, a := range section {
		sum.Add(sum, a.typed)
		unlike = unlike || wordsKey(a.ind.Measure) != wordsKey(section[0].ind.Measure)
	}
	first, last := section[len(section)-1].value, section[0].value
	message := sumWrong
	if unlike {
		message = sumUnlike
	}
	f := noticed(sumDiffers, s.pos(), message.With(shorten(s.title()), shorten(s.cell.Text), len(section),
		cellRef(int(first.Row), int(first.Col)), cellRef(int(last.Row), int(last.Col)), figure.Plain(figure.NumberOf(sum))))
	f.Raw, f.Hint = s.cell.Text, addAgain.With()
	if unlike { // what was added is anybody's guess
		f.Severity = figure.Note
	}
	return &f
}
