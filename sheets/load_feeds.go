package sheets

import (
	"strings"

	"tonghop/figure"
	"tonghop/lang"
)

var (
	feedUnknown     = lang.Format{Vi: "Không có số liệu mã “%s” ở trang “Số liệu”.", En: "There is no figure “%s” in the sheet “Số liệu”."}
	feedUnknownHint = lang.Format{
		Vi: "Ghi mã của số liệu bằng tổng của cột (cột chữ: bằng số dòng). Cột phân loại: lựa chọn: mã, cách nhau bằng dấu chấm phẩy.",
		En: "Type the code of the figure that the column adds up to (of a column of text: the number of rows). Of a category: option: code, separated by semicolons.",
	}
	feedDerived     = lang.Format{Vi: "“%s” là số liệu tính bằng công thức, đơn vị không ghi ở biểu mẫu nên không đối chiếu được.", En: "“%s” is worked out by a formula and stands in no form, so that it cannot be compared."}
	feedKind        = lang.Format{Vi: "“%s” kiểu “%s” không phải là số đếm được hay cộng được.", En: "“%s” of kind “%s” is no number that can be counted or added."}
	feedMoney       = lang.Format{Vi: "Cột “%s” kiểu “%s” mà số liệu “%s” kiểu “%s”: một bên là tiền.", En: "The column “%s” is of kind “%s” and the figure “%s” of kind “%s”: one of them is money."}
	feedNoOption    = lang.Format{Vi: "Cột “%s” không có lựa chọn “%s”.", En: "The column “%s” has no option “%s”."}
	feedNoCategory  = lang.Format{Vi: "Cột “%s” không phải kiểu phân loại nên không ghi lựa chọn “%s”.", En: "The column “%s” is no category, so that there is no option “%s”."}
	feedMeasureHint = lang.Format{Vi: "Chọn số liệu khác, hoặc để trống cột “Vào số liệu”.", En: "Choose another figure, or leave “Vào số liệu” blank."}
)

// feedCell is a cell of the column Vào số liệu, read when the figures are known.
type feedCell struct {
	list   *List
	column int
	cell   cell
}

// feeds finds out which figures the columns of the list forms add up to.
func (l *loader) feeds() {
	byFigure := make(map[*Indicator]*Feed)
	for _, typed := range l.fed {
		for entry := range strings.SplitSeq(typed.cell.line(), ";") {
			if entry = strings.TrimSpace(entry); entry == "" {
				continue
			}
			part, ind := l.feedPart(typed, entry)
			if ind == nil {
				continue
			}
			feed := byFigure[ind]
			if feed == nil {
				feed = &Feed{Figure: ind}
				byFigure[ind] = feed
				l.c.Feeds = append(l.c.Feeds, feed)
			}
			feed.Parts = append(feed.Parts, part)
		}
	}
	for _, feed := range l.c.Feeds {
		for i := range feed.Parts {
			feed.Parts[i].ask(l.c)
		}
	}
}

// feedPart reads “mã” or “lựa chọn: mã”. The figure is nil where something does not fit.
func (l *loader) feedPart(typed feedCell, entry string) (FeedPart, *Indicator) {
	part := FeedPart{List: typed.list, Column: typed.column}
	column := part.Of()
	option, code, named := strings.Cut(entry, ":")
	if !named {
		option, code = "", entry
	}
	option, code = strings.TrimSpace(option), strings.TrimSpace(code)
	fault := func(kind string, message, hint lang.Message) Finding {
		return atCell(kind, figure.Error, typed.cell, message, hint)
	}
	ind := l.indicator(Code(code))
	if ind == nil {
		f := fault(faultReference, feedUnknown.With(code), feedUnknownHint.With())
		f.Severity = figure.Warning // the list is only not compared
		l.fault(f.near(code, l.figureCodes()))
		return part, nil
	}
	if named {
		found, ok := column.option(option)
		switch {
		case column.Kind != Category:
			l.fault(fault(faultUnclear, feedNoCategory.With(column.Key, option), feedUnknownHint.With()))
			return part, nil
		case !ok:
			f := fault(faultReference, feedNoOption.With(column.Key, option), feedUnknownHint.With())
			l.fault(f.near(option, column.words()))
			return part, nil
		}
		part.Option = found
	}
	if message := unfit(column, ind); !message.IsZero() {
		l.fault(fault(faultUnclear, message, feedMeasureHint.With()))
		return part, nil
	}
	return part, ind
}

// unfit says why a column cannot add up to a figure; the zero Message where it can.
func unfit(column *ListColumn, ind *Indicator) lang.Message {
	switch {
	case ind.Kind == Derived:
		return feedDerived.With(string(ind.Code))
	case ind.Kind != Count && ind.Kind != Stock && ind.Kind != Money && ind.Kind != Decimal:
		return feedKind.With(string(ind.Code), wordOf(kindWords, ind.Kind))
	case (column.Kind == Money) != (ind.Kind == Money):
		return feedMoney.With(column.Key, column.KindWord(), string(ind.Code), wordOf(kindWords, ind.Kind))
	}
	return lang.Message{}
}

// figureCodes are the codes of the figures, for suggestions.
func (l *loader) figureCodes() []string {
	codes := make([]string, len(l.c.Indicators))
	for i, ind := range l.c.Indicators {
		codes[i] = string(ind.Code)
	}
	return codes
}
