package sheets

import (
	"math/big"
	"slices"
	"strings"
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

var (
	figureSays = lang.Format{Vi: "“%s”: %s", En: "“%s”: %s"}
	noOption   = lang.Format{Vi: "“%s” không có trong danh sách (%s)", En: "“%s” is not in the list (%s)"}
	typeIt     = lang.Format{Vi: "Nếu đúng, gõ %s vào ô %s rồi lưu và gửi lại.", En: "If that is right, type %s into cell %s, save and send the file again."}
	correctIt  = lang.Format{Vi: "Sửa ô %s rồi lưu và gửi lại.", En: "Correct cell %s, save and send the file again."}
	saveAgain  = lang.Format{Vi: "Mở tệp bằng Excel, bấm Lưu (Ctrl+S) rồi gửi lại.", En: "Open the file in Excel, save it (Ctrl+S) and send it again."}
	lostFormat = lang.Format{
		Vi: "tệp đã mất định dạng của ô này nên không rõ “%s” là số thường, là ngày hay là tỷ lệ phần trăm; hãy mở tệp bằng Excel, xem lại ô, lưu rồi gửi lại",
		En: "the file has lost the format of this cell, so that it is not clear whether “%s” is a plain number, a day or a percentage; open it in Excel, look at the cell, save it and send it again",
	}
	dayAsText = lang.Format{
		Vi: "ô là ngày nên được ghi bằng chữ là “%s”; nếu đã gõ thứ khác thì định dạng ô là Văn bản (Text) rồi gõ lại",
		En: "the cell is a day and is taken as the text “%s”; if something else was typed, format the cell as Text and type it again",
	}
	measureDiffers = lang.Format{
		Vi: "Cột ĐVT ghi “%s”, danh mục ghi “%s”; số liệu được dùng theo danh mục",
		En: "The column ĐVT says “%s”, the catalogue “%s”; the figure is taken as the catalogue says",
	}
	measureScaled = lang.Format{
		Vi: "cột ĐVT ghi “%s” trong khi danh mục ghi “%s” nên không rõ có phải nhân lên không; hãy ghi số theo “%s”",
		En: "the column ĐVT says “%s” and the catalogue “%s”, so that it is not clear whether to multiply; give the number in “%s”",
	}
)

// fieldFor is how the cell of a kind of figure is read. Categories and texts are not numbers.
func fieldFor(kind Kind) figure.Field {
	switch kind {
	case Decimal:
		return figure.DecimalField
	case Money:
		return figure.MoneyField
	case Percent:
		return figure.PercentField
	case Ratio:
		return figure.RatioField
	case Interval:
		return figure.RangeField
	case Day:
		return figure.DateField
	case YesNo:
		return figure.YesNoField
	}
	return figure.CountField
}

const secondsOfDay = 24 * 60 * 60

// inputOf gives a cell as package figure reads it for a field. A number that stands for a day counts from the first day of its workbook's calendar.
func inputOf(t *tab, c xlsx.Cell, field figure.Field) figure.Input {
	in := figure.Input{Text: c.Text}
	switch c.Kind {
	case xlsx.Blank:
		in.Uncalculated = c.Formula
	case xlsx.Number:
		in.Percent, in.Date = c.Percent, c.Date
		number, err := xlsx.Decimal(c.Text)
		if err != nil {
			break // the reader has refused what is no number; as a text it is an error of its own
		}
		if t.date1904 && (c.Date || field == figure.DateField) {
			number = new(big.Rat).Add(number, new(big.Rat).SetInt64(days1904))
		}
		in.Number = number
	case xlsx.ISODate:
		if day, ok := xlsx.ParseISODate(c.Text); ok && day.After(excelEpoch) {
			in.Number, in.Date = big.NewRat(int64(day.Sub(excelEpoch)/time.Second), secondsOfDay), true
		}
	case xlsx.ErrorValue:
		in.Err = true
	}
	return in
}

// place is where a value stands: the row of a table that asks for a figure.
type place struct {
	file    *File
	tab     *tab
	cell    xlsx.Cell
	ind     *Indicator
	measure string // the unit of measure as the table gives it, "" where it gives none
}

func (p place) pos() Pos { return Pos{p.file.Path, p.tab.name, p.cell.Row, p.cell.Col} }

// finding says something about the value at the place.
func (p place) finding(code string, message lang.Message) Finding {
	f := noticed(code, p.pos(), figureSays.With(p.ind.Name, message))
	f.Indicator, f.Raw = p.ind.Code, p.cell.Text
	return f
}

// unreadable is the value that cannot be read for certain, with the finding that says why.
func (p place) unreadable(v Value, message lang.Message, suggestion string) (Value, []Finding) {
	f := p.finding(figureUnreadable, message)
	f.Suggest = suggestion
	switch {
	case p.cell.Kind == xlsx.Blank && p.cell.Formula:
		f.Hint = saveAgain.With()
	case suggestion != "":
		f.Hint = typeIt.With(suggestion, p.pos().Cell())
	default:
		f.Hint = correctIt.With(p.pos().Cell())
	}
	v.State = Unreadable
	return v, []Finding{f}
}

// value reads the cell at a place.
func (r *reader) value(p place, keep keeper) (Value, []Finding) {
	v := Value{State: Blank, Sheet: uint16(p.tab.index), Row: uint32(p.cell.Row), Col: uint16(p.cell.Col)}
	if empty(p.cell) {
		return v, nil
	}
	v.Raw = keep.text(p.cell.Text)
	if foreign(p.cell) {
		return p.unreadable(v, cannotReadLetters.With(shorten(p.cell.Text), p.cell.Old.Code.String()), "")
	}
	if p.cell.Lost && p.cell.Kind == xlsx.Number && p.ind.Kind != Day {
		return p.unreadable(v, lostFormat.With(shorten(p.cell.Text)), "")
	}
	switch p.ind.Kind {
	case Category:
		return r.category(p, v, keep)
	case Words:
		return words(p, v, keep)
	}
	measure, early, stop := p.measured(keep)
	if stop {
		return p.unreadable(v, early.Message, "")
	}
	field := fieldFor(p.ind.Kind)
	reading := figure.Read(field, measure, inputOf(p.tab, p.cell, field))
	if reading.Severity == figure.Error {
		return p.unreadable(v, reading.Message, reading.Suggestion)
	}
	var findings []Finding
	if early.Code != "" {
		findings = append(findings, early)
	}
	v.take(reading, keep)
	return v, append(findings, p.converted(reading)...)
}

// take puts what was read into the value.
func (v *Value) take(reading figure.Reading, keep keeper) {
	v.Nil = reading.Nil
	v.State = Given
	switch read := reading.Value; read.Kind {
	case figure.Missing:
		v.State = Blank
	case figure.NotApplicable:
		v.State = Exempt
	case figure.Number:
		v.Rat = keep.number(read.Rat)
		if read.Den != nil {
			v.Rat, v.Rat2 = keep.number(read.Num), keep.number(read.Den)
		}
	case figure.Range:
		v.Rat, v.Rat2 = keep.number(read.Rat), keep.number(read.High)
	case figure.Date:
		v.Rat = keep.number(new(big.Rat).SetInt64(int64(excelDay(read.Date))))
	case figure.Bool:
		v.Yes = read.Bool
	}
}

// measured decides in which unit of measure the number is. Money is in the unit that the table gives and in no other; any other figure is
// in the catalogue's, and a table that says otherwise is a question: a changed word is a warning, a “nghìn người” where
// the catalogue says “người” stops the reading.
func (p place) measured(keep keeper) (measure string, f Finding, stop bool) {
	if p.ind.Kind == Money {
		return p.measure, Finding{}, false
	}
	if p.measure == "" || remembered(keep.words, p.measure, wordsKey) == remembered(keep.words, p.ind.Measure, wordsKey) {
		return p.ind.Measure, Finding{}, false
	}
	for _, scale := range []string{"chuc ", "tram ", "nghin ", "ngan ", "van ", "trieu ", "ty "} {
		if strings.HasPrefix(vntext.Fold(p.measure), scale) {
			return "", Finding{Message: measureScaled.With(shorten(p.measure), p.ind.Measure, p.ind.Measure)}, true
		}
	}
	if vntext.Fold(p.measure) == vntext.Fold(p.ind.Measure) {
		return p.ind.Measure, Finding{}, false
	}
	return p.ind.Measure, p.finding(figureMeasure, measureDiffers.With(shorten(p.measure), p.ind.Measure)), false
}

// category reads one of the options, by its code or by its label.
func (r *reader) category(p place, v Value, keep keeper) (Value, []Finding) {
	options := r.options[p.ind]
	key := vntext.Key(p.cell.Text)
	for _, option := range options {
		if key == vntext.Key(option.Code) || key == vntext.Key(option.Label) {
			v.State, v.Text = Given, option.Code
			return v, nil
		}
	}
	if reading, ok := nothingSaid(p); ok {
		v.take(reading, keep)
		return v, p.converted(reading)
	}
	in := inputOf(p.tab, p.cell, figure.CountField)
	if in.Uncalculated || in.Err {
		return p.unreadable(v, figure.Read(figure.CountField, "", in).Message, "")
	}
	names := make([]string, 0, 2*len(options))
	choices := make([]string, 0, len(options))
	for _, option := range options {
		names = append(names, option.Code, option.Label)
		choices = append(choices, option.Code+" "+option.Label)
	}
	suggestion := onlyOption(p.cell.Text, names)
	return p.unreadable(v, noOption.With(shorten(p.cell.Text), strings.Join(choices, "; ")), suggestion)
}

// onlyOption gives the code or label that was probably meant, "" where it may be that of several options. names are the code and the label of each.
func onlyOption(typed string, names []string) string {
	near := vntext.Nearest(typed, names, len(names))
	options := make(map[int]bool)
	for i, name := range names {
		if slices.Contains(near, name) {
			options[i/2] = true
		}
	}
	if len(options) != 1 {
		return ""
	}
	return near[0]
}

// words reads a text, which is taken as it stands, a number as people see it. A day is taken with a warning: “12/03” that Excel took for one has lost
// what was typed.
func words(p place, v Value, keep keeper) (Value, []Finding) {
	in := inputOf(p.tab, p.cell, figure.CountField)
	if in.Uncalculated || in.Err {
		return p.unreadable(v, figure.Read(figure.CountField, "", in).Message, "")
	}
	if reading, ok := nothingSaid(p); ok && !reading.Nil {
		v.take(reading, keep)
		return v, p.converted(reading)
	}
	v.State, v.Text = Given, keep.text(vntext.Clean(p.cell.Text))
	switch {
	case in.Date:
		day := figure.Read(figure.DateField, "", in)
		if day.Value.Kind != figure.Date {
			return p.unreadable(v, figure.Read(figure.CountField, "", in).Message, "")
		}
		v.Text = keep.text(shortDay(day.Value.Date))
		f := p.finding(figureConverted, dayAsText.With(v.Text))
		f.Severity, f.Hint = figure.Warning, correctIt.With(p.pos().Cell())
		return v, []Finding{f}
	case in.Number != nil:
		v.Text = keep.text(numberText(in))
	}
	return v, nil
}

// numberText is a number as a text: what people see, without what the file stores behind it.
func numberText(in figure.Input) string {
	if in.Percent {
		return figure.Plain(figure.NumberOf(new(big.Rat).Mul(in.Number, big.NewRat(100, 1)))) + "%"
	}
	return figure.Plain(figure.NumberOf(in.Number))
}

// nothingSaid recognises a text that stands in place of an answer: chưa có, không áp dụng, a dash.
func nothingSaid(p place) (figure.Reading, bool) {
	if p.cell.Kind != xlsx.Text {
		return figure.Reading{}, false
	}
	reading := figure.Read(figure.CountField, "", inputOf(p.tab, p.cell, figure.CountField))
	absent := reading.Value.Kind == figure.Missing || reading.Value.Kind == figure.NotApplicable
	return reading, reading.Severity < figure.Error && absent
}

// converted records a reading that was not the plain one.
func (p place) converted(reading figure.Reading) []Finding {
	if reading.Severity == figure.Fine {
		return nil
	}
	f := p.finding(figureConverted, reading.Message)
	f.Severity, f.Suggest = reading.Severity, reading.Suggestion
	return []Finding{f}
}
