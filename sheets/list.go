package sheets

import (
	"math/big"
	"strings"

	"tonghop/figure"
	"tonghop/vntext"
)

// List is a list form (Bảng kê): its columns in order.
type List struct {
	Name    string
	Columns []ListColumn

	// Index is the position in Catalogue.Lists.
	Index int

	// Periods says which rows count over a period that holds shorter ones: those of all of them (PeriodSum), or those of the last one
	// (PeriodLast), as of a list of members, who are not twice as many after two months.
	Periods PeriodRollup
}

// ListColumn is a row of the sheet Bảng kê.
type ListColumn struct {
	Key, Title string
	Kind       Kind // Count, Money, Decimal, Day, YesNo, Category or Words
	Required   bool
	Note       string
	Options    []Option // of a category
	Pos        Pos
}

// List gives the list of a name, nil where there is none. Names are compared as words of the catalogue are.
func (c *Catalogue) List(name string) *List {
	if i := placeOf(len(c.Lists), func(i int) string { return c.Lists[i].Name }, name); i >= 0 {
		return c.Lists[i]
	}
	return nil
}

// Column gives the place of a column in Columns by its key, -1 where there is none.
func (l *List) Column(key string) int {
	return placeOf(len(l.Columns), func(i int) string { return l.Columns[i].Key }, key)
}

// placeOf finds a word among others, as it is typed or else without accents; -1 where it is not there.
func placeOf(count int, word func(int) string, wanted string) int {
	for i := range count {
		if word(i) == wanted {
			return i
		}
	}
	for i := range count {
		if sameWord(word(i), wanted) {
			return i
		}
	}
	return -1
}

// keys gives the keys of some of the columns; of none it is empty and not nil, so that a formula that needs one is at fault.
func (l *List) keys(which func(*ListColumn) bool) []string {
	keys := make([]string, 0, len(l.Columns))
	for i := range l.Columns {
		if which(&l.Columns[i]) {
			keys = append(keys, l.Columns[i].Key)
		}
	}
	return keys
}

// words gives what a formula may ask of a cell of the column, nil where that can be anything.
func (c *ListColumn) words() []string {
	switch c.Kind {
	case YesNo:
		return []string{"có", "không"}
	case Category:
		words := make([]string, 0, 2*len(c.Options))
		for _, option := range c.Options {
			words = append(words, option.Code, option.Label)
		}
		return words
	}
	return nil
}

// IsAmount reports whether the cells of the column can be added and have a smallest and a greatest.
func (c *ListColumn) IsAmount() bool { return c.Kind == Count || c.Kind == Money || c.Kind == Decimal }

// Figure is a cell of the column as formulas and documents see it. An option prints as its label and is equal to its code too.
func (c *ListColumn) Figure(v Value) figure.Value {
	switch {
	case v.State == Exempt:
		return figure.Value{Kind: figure.NotApplicable}
	case v.State != Given:
		return figure.MissingOf(c.Key)
	case c.Kind == Category:
		return figure.Value{Kind: figure.Text, Text: c.label(v.Text), Code: v.Text}
	}
	return v.given(c.Kind)
}

// KindWord is the kind as the catalogue writes it.
func (c *ListColumn) KindWord() string { return wordOf(listKindWords, c.Kind) }

// label is what an option is called.
func (c *ListColumn) label(code string) string {
	for _, option := range c.Options {
		if option.Code == code && option.Label != "" {
			return option.Label
		}
	}
	return code
}

// PrintStyle is the name of the style in which reports print the column, "" for texts and answers, which stand as they are.
func (c *ListColumn) PrintStyle() string {
	switch c.Kind {
	case Words, Category, YesNo:
		return ""
	}
	return (&Indicator{Kind: c.Kind}).PrintStyle()
}

// wanted is what a formula asks of the cells of a column: the code or the label of an option, có or không, a number or a day in any way in which a form
// may hold it, else a text without regard to case.
type wanted struct {
	kind  figure.Kind // Missing where nothing in the column could be equal to the word
	text  string      // the code of the option, or the text as it is compared
	rat   *big.Rat    // of numbers and days
	yes   bool
	folds bool // the text of the cell is compared without regard to case
}

// wanted reads the word of a formula once for all cells of the column.
func (c *ListColumn) wanted(word string) wanted {
	switch c.Kind {
	case Words:
		return wanted{kind: figure.Text, text: vntext.Key(word), folds: true}
	case Category:
		if code, ok := c.option(word); ok {
			return wanted{kind: figure.Text, text: code}
		}
		return wanted{}
	}
	switch asked := figure.Read(fieldFor(c.Kind), c.measure(), figure.Input{Text: word}).Value; asked.Kind { // an error has no value
	case figure.Bool:
		return wanted{kind: figure.Bool, yes: asked.Bool}
	case figure.Number:
		return wanted{kind: figure.Number, rat: asked.Rat}
	case figure.Date:
		return wanted{kind: figure.Number, rat: new(big.Rat).SetInt64(int64(excelDay(asked.Date)))}
	}
	return wanted{}
}

// in says whether a cell holds what is wanted; known is false where the cell says nothing, and where nothing could be equal.
func (w wanted) in(v Value) (matches, known bool) {
	switch {
	case v.State == Exempt:
		return false, true
	case v.State != Given:
		return false, false
	}
	switch w.kind {
	case figure.Bool:
		return v.Yes == w.yes, true
	case figure.Number:
		return sameNumber(v.Rat, w.rat), true
	case figure.Text:
		return v.Text == w.text || w.folds && vntext.Key(v.Text) == w.text, true
	}
	return false, false
}

// option is the code of the option that a word names by its code or its label.
func (c *ListColumn) option(word string) (code string, ok bool) {
	for _, same := range []func(Option) bool{
		func(o Option) bool { return sameWord(o.Code, word) },
		func(o Option) bool { return sameWord(o.Label, word) },
	} {
		for _, option := range c.Options {
			if same(option) {
				return option.Code, true
			}
		}
	}
	return "", false
}

// measure is the unit in which the amounts of the column are typed: what the title says in brackets, "Trị giá (đồng)".
func (c *ListColumn) measure() string { return title(c.Title).bracket }

// provinceOnly reports whether only the province keeps the list. A list has no entry levels in the catalogue; the note of one of its columns
// says "chỉ cấp tỉnh" or "riêng cấp tỉnh" where it is the province's own.
func (l *List) provinceOnly() bool {
	for _, column := range l.Columns {
		for _, words := range []string{"chỉ cấp tỉnh", "riêng cấp tỉnh"} {
			if strings.Contains(strings.ToLower(column.Note), words) {
				return true
			}
		}
	}
	return false
}

// GivesList reports whether the rows of a unit count in a list: those of the reporting units without a reporting unit below them, because what
// an upper unit lists is mostly what those below it have listed already. A list of the province is given by the root alone, and one of what stands at the
// end by units that last until then.
func (e *Expectation) GivesList(u *Unit, list *List) bool {
	if list.Periods == PeriodLast && !u.StandsOn(e.Period.To) {
		return false
	}
	if list.provinceOnly() {
		return e.above(u) == nil && e.reports[u.Index]
	}
	return e.reports[u.Index] && !e.reportedBelow[u.Index]
}
