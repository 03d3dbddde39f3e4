package sheets

import (
	"iter"
	"math/big"
	"strings"
	"time"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
)

var (
	blankCell     = lang.Format{Vi: "Ô “%s” đang trống.", En: "The cell “%s” is blank."}
	blankHint     = lang.Format{Vi: "%s", En: "%s"}
	blankMerged   = lang.Format{Vi: "Ô này nằm trong vùng gộp ô %s. Bỏ gộp ô rồi ghi lại vào từng dòng.", En: "The cell is part of the merged range %s. Unmerge it and fill every row."}
	unknownWord   = lang.Format{Vi: "Cột “%s” không có giá trị “%s”.", En: "The column “%s” has no value “%s”."}
	unknownHint   = lang.Format{Vi: "Ghi một trong các giá trị: %s.", En: "Type one of: %s."}
	notDay        = lang.Format{Vi: "Cột “%s” phải là ngày: %s.", En: "The column “%s” must be a date: %s."}
	notDayHint    = lang.Format{Vi: "Gõ ngày/tháng/năm, ví dụ 31/12/2026.", En: "Type day/month/year, such as 31/12/2026."}
	notConstant   = lang.Format{Vi: "“%s” phải là một giá trị, không phải công thức.", En: "“%s” must be a value and not a formula."}
	constantHint  = lang.Format{Vi: "Gõ số (2000), tỷ lệ (5%), có, không, hoặc chữ trong ngoặc kép (\"XS\").", En: "Type a number (2000), a share (5%), có, không, or a text in quotes (\"XS\")."}
	notNumber     = lang.Format{Vi: "Cột “%s” phải là số, nhưng ghi “%s”.", En: "The column “%s” must be a number, and says “%s”."}
	codeTwice     = lang.Format{Vi: "Mã “%s” đã dùng ở ô %s.", En: "The code “%s” is used in cell %s already."}
	codeTwiceHint = lang.Format{Vi: "Đặt mã khác cho một trong hai dòng, hoặc xóa dòng thừa.", En: "Give one of the rows another code, or delete it."}
	typedSpan     = lang.Format{Vi: "“%s” là một khoảng, ô này cần một số.", En: "“%s” is a range, and the cell needs a number."}
	spanHint      = lang.Format{Vi: "Chọn So sánh là “khoảng”, ghi số dưới vào Ngưỡng và số trên vào Ngưỡng trên.", En: "Choose khoảng as So sánh, and type the lower number into Ngưỡng and the upper one into Ngưỡng trên."}
	valueHint     = lang.Format{Vi: "Gõ giá trị trực tiếp vào ô.", En: "Type the value into the cell."}
)

// need gives the text of a cell as one line and reports it where it is blank.
func (l *loader) need(r row, column string) (cell, bool) {
	c := r.at(column)
	if c.blank() {
		col := r.spec.columns[r.spec.column(column)]
		f := atCell(faultBlank, figure.Error, c, blankCell.With(column), blankHint.With(col.note))
		for _, merged := range l.grids[sheetPlace(r.spec.name)].merged {
			if merged.Contains(c.pos.Row, c.pos.Col) {
				f.Hint = blankMerged.With(merged.String())
			}
		}
		// A column that is lacking altogether is one fault, which the header has.
		if c.pos.Col > 0 {
			l.fault(f)
		}
		return c, false
	}
	return c, true
}

// choose reads a cell of a column with fixed values; blank is the fallback.
func choose[T any](l *loader, r row, column string, words vocabulary[T], fallback T) T {
	c := r.at(column)
	if c.blank() {
		return fallback
	}
	means, ok := words.find(c.line())
	if !ok {
		f := atCell(faultUnclear, figure.Error, c, unknownWord.With(column, c.line()), unknownHint.With(strings.Join(words.words(), ", ")))
		l.fault(f.near(c.line(), words.spellings()))
		return fallback
	}
	return means
}

// yes reads a cell of có or không.
func (l *loader) yes(r row, column string, fallback bool) bool {
	return choose(l, r, column, yesWords, fallback)
}

// day reads a cell that holds a day, the zero time where it is blank.
func (l *loader) day(r row, column string) time.Time {
	c := r.at(column)
	if c.blank() {
		return time.Time{}
	}
	reading := figure.Read(figure.DateField, "", c.input())
	switch {
	case reading.Severity == figure.Error || reading.Value.Kind != figure.Date:
		message := reading.Message
		if message.IsZero() {
			message = notNumber.With(column, c.line())
		}
		f := atCell(faultUnclear, figure.Error, c, notDay.With(column, message), notDayHint.With())
		f.Suggest = reading.Suggestion
		l.fault(f)
		return time.Time{}
	case reading.Severity == figure.Warning:
		l.fault(atCell(faultUnclear, figure.Warning, c, notDay.With(column, reading.Message), notDayHint.With()))
	}
	return reading.Value.Date
}

// input is the cell as package figure reads it.
func (c cell) input() figure.Input {
	return figure.Input{Text: c.text, Number: c.number, Percent: c.percent, Date: c.date}
}

// number reads a cell that holds a number or a share, nil where it is blank.
func (l *loader) number(r row, column string) *big.Rat {
	c := r.at(column)
	if c.blank() {
		return nil
	}
	value, ok := l.constant(c, nil)
	if ok && value.Kind != figure.Number {
		l.fault(atCell(faultUnclear, figure.Error, c, notNumber.With(column, c.line()), constantHint.With()))
	}
	if !ok || value.Kind != figure.Number {
		return nil
	}
	return value.Rat
}

// constant reads a value typed as a formula without names: 2000, 5%, 9/11, có, "XS". A bare word that is the code of one of the options is that option.
func (l *loader) constant(c cell, options []Option) (figure.Value, bool) {
	if value, ok := plainConstant(c); ok {
		return value, true
	}
	expr, faults := formula.Parse(c.formulaText())
	value := expr.Eval(nowhere{})
	computed := len(expr.Names()) > 0 || len(expr.Functions()) > 0
	if len(faults) == 0 && !computed && !value.IsMissing() && !isSpan(c.line()) {
		return value, true
	}
	for _, option := range options {
		if foldCode(Code(option.Code)) == foldCode(Code(c.line())) {
			return figure.TextOf(option.Code), true
		}
	}
	switch {
	case isSpan(c.line()):
		l.fault(atCell(faultUnclear, figure.Error, c, typedSpan.With(c.line()), spanHint.With()))
	case len(faults) > 0:
		l.formulaFaults(c, faults)
	default:
		l.fault(atCell(faultUnclear, figure.Error, c, notConstant.With(c.line()), constantHint.With()))
	}
	return figure.Value{}, false
}

// isSpan reports whether a text is two numbers with a dash between them. As a formula it would be a difference.
func isSpan(text string) bool {
	low, high, dash := strings.Cut(strings.Map(func(r rune) rune {
		switch r {
		case '–', '—', '‐', '‑', '−':
			return '-'
		}
		return r
	}, text), "-")
	return dash && strings.TrimSpace(low) != "" && strings.TrimSpace(high) != ""
}

// plainConstant reads what needs no formula: a numeric cell or a day. A typed 31/12/2026 is a day and no division.
func plainConstant(c cell) (figure.Value, bool) {
	switch {
	case c.number != nil && c.date, strings.Count(c.line(), "/") == 2:
		reading := figure.Read(figure.DateField, "", c.input())
		return reading.Value, reading.Severity != figure.Error && reading.Value.Kind == figure.Date
	case c.number != nil:
		return figure.NumberOf(c.number), true
	}
	return figure.Value{}, false
}

// formulaText is the cell as a formula. The number 1.125 of a numeric cell is written 1.1250, because a formula takes one dot with three
// digits behind it for a thousands separator that somebody typed.
func (c cell) formulaText() string {
	if c.number == nil {
		return c.raw
	}
	text, percent := strings.CutSuffix(c.text, "%")
	if whole, fraction, dot := strings.Cut(text, "."); dot && len(fraction) == 3 {
		text = whole + "." + fraction + "0"
	}
	if percent {
		text += "%"
	}
	return text
}

// nowhere is the surroundings of a constant: no names, no units.
type nowhere struct{}

func (nowhere) Value(name string) figure.Value               { return figure.MissingOf(name) }
func (nowhere) Units([]string) iter.Seq[formula.Env]         { return func(func(formula.Env) bool) {} }
func (nowhere) Ask(function string, _ []string) figure.Value { return figure.MissingOf(function) }

// codes finds rows that use a code again.
type codes map[string]cell

// take reports a code that is used already, and notes it otherwise.
func (l *loader) take(seen codes, key string, c cell) bool {
	first, twice := seen[key]
	if twice {
		l.fault(atCell(faultTwice, figure.Error, c, codeTwice.With(c.line(), first.pos.Cell()), codeTwiceHint.With()))
		return false
	}
	seen[key] = c
	return true
}

// prose notes a text that documents print inside a loop.
func (l *loader) prose(c cell, loop string) {
	if !c.blank() {
		l.c.Prose = append(l.c.Prose, Prose{Text: c.text, Pos: c.pos, Loop: loop})
	}
}

// proseOf notes the texts of some columns of a row.
func (l *loader) proseOf(r row, loop string, columns ...string) {
	for _, column := range columns {
		l.prose(r.at(column), loop)
	}
}

// words splits a cell at semicolons and line breaks.
func (c cell) words() []string {
	var words []string
	for _, word := range strings.FieldsFunc(c.text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if word = strings.TrimSpace(word); word != "" {
			words = append(words, word)
		}
	}
	return words
}
