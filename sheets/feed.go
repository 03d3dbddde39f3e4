package sheets

import (
	"tonghop/figure"
	"tonghop/formula"
)

// Feed says that a figure of the form is what stands in list forms: each part is a total of a column of numbers or a number of rows, and they add up to
// the figure.
type Feed struct {
	Figure *Indicator
	Parts  []FeedPart // in the order of the sheet Bảng kê
}

// FeedPart is a column of a list that feeds a figure: the sum of a column of numbers; of any other column the number of rows, of a category only
// those with one of its options where one is named.
type FeedPart struct {
	List   *List
	Column int
	Option string // the code; "" for all rows

	question *RowQuestion
}

// Of is the column itself.
func (p *FeedPart) Of() *ListColumn { return &p.List.Columns[p.Column] }

// Total is what rows come to, and whether that is certain: a row whose cell is blank or unreadable may change it.
func (p *FeedPart) Total(rows []ListRow) (total figure.Value, certain bool) {
	var tally RowTally
	p.question.Add(&tally, rows)
	return p.question.Value(tally), !tally.Open()
}

// Taken are the numbers of the rows of the sheet that take part.
func (p *FeedPart) Taken(rows []ListRow) []int {
	var taken []int
	for _, row := range rows {
		if p.question.Row(row) == Given {
			taken = append(taken, int(row.Row))
		}
	}
	return taken
}

// ask makes the question that the part stands for.
func (p *FeedPart) ask(c *Catalogue) {
	words := []string{p.List.Name}
	use := formula.Use{Name: formula.CountRows}
	switch {
	case p.Of().IsAmount():
		use.Name = formula.SumRows
		words = append(words, p.Of().Key)
	case p.Option != "":
		words = append(words, p.Of().Key, p.Option)
	}
	use.Words = words
	p.question, _ = c.RowQuestion(use)
}
