package sheets

import (
	"math/big"
	"strconv"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets/xlsx"
)

var (
	askedWhere   = lang.Format{Vi: "không rõ ghi vào ô nào: ô gộp qua nhiều dòng, hoặc bảng có hai cột số liệu", En: "the cell is not certain: it is merged over rows, or the table has two columns of values"}
	askedTwice   = lang.Format{Vi: "mã đã có ở một dòng phía trên; chỉ ghi một lần", En: "the code stands in a row above and is filled in once"}
	askedUnknown = lang.Format{Vi: "danh mục của đơn vị không có số liệu này; hãy tự điền", En: "the catalogue of this office has no such figure; fill it in by hand"}
	askedDerived = lang.Format{Vi: "số liệu tính được, cấp trên tự tính từ các số khác; không phải điền", En: "worked out by the level above from other figures; not to be filled in"}
	askedTyped   = lang.Format{Vi: "ô đã có “%s” nên giữ nguyên", En: "the cell holds “%s” already and stays as it is"}
	askedMeasure = lang.Format{
		Vi: "biểu mẫu ghi ĐVT “%s”, danh mục ghi “%s” nên không ghi; hãy tự điền theo ĐVT của biểu mẫu",
		En: "the form asks for “%s” and the catalogue counts “%s”, so that nothing is filled in; give the figure in the measure of the form",
	}
	askedNotWritten = lang.Format{
		Vi: "“%s” không ghi được vào ô mà đọc lại vẫn đúng y như vậy nên để trống; hãy tự điền",
		En: "“%s” cannot be written into the cell so that it reads exactly the same, which is left blank; fill it in by hand",
	}
)

// mostDigits is how many digits of a number Excel keeps.
const mostDigits = 15

// Put fills in a row, with a remark for the column Ghi chú. The message says why it cannot be; the cell then stays as it is. What is put is what whoever
// reads the form will read, exactly.
func (f *AskedForm) Put(a *AskedRow, v Value, remark string) lang.Message {
	if why := f.closed(a); !why.IsZero() {
		return why
	}
	cell, shown, ok := f.typed(a.place, v)
	if !ok {
		return askedNotWritten.With(shown)
	}
	a.put, a.value, a.remark = &cell, v, remark
	return lang.Message{}
}

// closed says why nothing can be put into a row, whatever it is.
func (f *AskedForm) closed(a *AskedRow) lang.Message {
	switch {
	case a.Indicator == nil:
		return askedUnknown.With()
	case a.Indicator.Slot < 0:
		return askedDerived.With()
	case !a.unsure.IsZero():
		return a.unsure
	case a.Kept():
		return askedTyped.With(shorten(a.Typed.Raw))
	}
	_, differs, stop := a.place.measured(f.keep)
	_, money := figure.MoneyScale(a.place.measure)
	if differs.Code != "" || stop || a.Indicator.Kind == Money && a.place.measure != "" && !money {
		return askedMeasure.With(shorten(a.place.measure), a.Indicator.Measure)
	}
	return lang.Message{}
}

// typed is a value as somebody would type it into a cell, and how messages show it. It is not ok where the cell would read otherwise.
func (f *AskedForm) typed(p place, v Value) (cell xlsx.Cell, shown string, ok bool) {
	p.cell.Kind, p.cell.Formula, p.cell.Text = xlsx.Text, false, ""
	number, isNumber := numberOf(p, v)
	switch {
	case v.State == Exempt:
		p.cell.Text = "không áp dụng"
	case isNumber:
		text, finite := finiteDecimal(number)
		if !finite || digitsOf(text) > mostDigits {
			return p.cell, number.RatString(), false
		}
		p.cell.Kind, p.cell.Text = xlsx.Number, text
	case v.Rat2 != nil:
		first, finite := finiteDecimal(v.Rat)
		second, finiteToo := finiteDecimal(v.Rat2)
		between := "/"
		if p.ind.Kind == Interval {
			between = " - "
		}
		p.cell.Text = strings.ReplaceAll(first, ".", ",") + between + strings.ReplaceAll(second, ".", ",")
		if !finite || !finiteToo {
			return p.cell, v.Rat.RatString() + between + v.Rat2.RatString(), false
		}
	case p.ind.Kind == YesNo && v.Yes:
		p.cell.Text = "có"
	case p.ind.Kind == YesNo:
		p.cell.Text = "không"
	case p.ind.Kind == Category:
		p.cell.Text = f.optionText(p.ind, v.Text)
	default:
		p.cell.Text = v.Text
	}
	read, _ := f.reader.value(p, f.keep)
	return p.cell, p.cell.Text, read.State >= Exempt && read.Same(v)
}

// numberOf is the number that is typed for a value that is one: money in the measure of the row, a percentage as people say it.
func numberOf(p place, v Value) (*big.Rat, bool) {
	if v.State != Given || v.Rat == nil || v.Rat2 != nil {
		return nil, false
	}
	switch p.ind.Kind {
	case Money:
		if scale, ok := figure.MoneyScale(p.measure); ok {
			return new(big.Rat).Quo(v.Rat, scale), true
		}
	case Percent:
		return new(big.Rat).Mul(v.Rat, big.NewRat(100, 1)), true
	}
	return v.Rat, true
}

// optionText is the label of an option, or its code where it has none.
func (f *AskedForm) optionText(ind *Indicator, code string) string {
	for _, option := range f.reader.options[ind] {
		if option.Code == code && option.Label != "" {
			return option.Label
		}
	}
	return code
}

// digitsOf counts the digits of a number from its first that is not zero on.
func digitsOf(decimal string) int {
	return len(strings.ReplaceAll(strings.TrimLeft(decimal, "-0."), ".", ""))
}

func decimalOf(n int64) string { return strconv.FormatInt(n, 10) }
