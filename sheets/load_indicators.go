package sheets

import (
	"math/big"
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
)

var (
	badName         = lang.Format{Vi: "Mã “%s” không dùng được trong công thức.", En: "The code “%s” cannot be used in formulas."}
	badNameHint     = lang.Format{Vi: "Mã bắt đầu bằng chữ, chỉ gồm chữ, số và dấu gạch dưới, không có dấu cách, ví dụ xd_dvut.", En: "A code begins with a letter and holds letters, digits and underscores, no spaces, such as xd_dvut."}
	noFormula       = lang.Format{Vi: "Số liệu “%s” kiểu công thức nhưng cột Công thức để trống.", En: "The figure “%s” is derived, and the column Công thức is blank."}
	noFormulaHint   = lang.Format{Vi: "Ghi công thức, hoặc đổi Kiểu.", En: "Fill in the formula, or change Kiểu."}
	strayFormula    = lang.Format{Vi: "Số liệu “%s” có công thức nhưng Kiểu không phải “công thức”.", En: "The figure “%s” has a formula, and its Kiểu is not công thức."}
	strayHint       = lang.Format{Vi: "Đổi Kiểu thành “công thức”, hoặc xóa công thức.", En: "Change Kiểu to công thức, or delete the formula."}
	noLevels        = lang.Format{Vi: "Số liệu “%s” không ghi Cấp nhập, nên không đơn vị nào phải báo.", En: "The figure “%s” has no Cấp nhập, so that no unit gives it."}
	noLevelsHint    = lang.Format{Vi: "Ghi các cấp phải báo, ví dụ: xã;trực thuộc.", En: "Type the levels that give it, such as xã;trực thuộc."}
	badMoney        = lang.Format{Vi: "ĐVT “%s” của số tiền “%s” không phải đơn vị tiền.", En: "The measure “%s” of the money “%s” is no unit of money."}
	badMoneyHint    = lang.Format{Vi: "Ghi một trong: đồng, nghìn đồng, triệu đồng, tỷ đồng.", En: "Type one of: đồng, nghìn đồng, triệu đồng, tỷ đồng."}
	noOptions       = lang.Format{Vi: "Số liệu phân loại “%s” chưa có lựa chọn nào.", En: "The category “%s” has no options."}
	cannotRollUp    = lang.Format{Vi: "Kiểu “%s” không gộp các đơn vị bằng “%s” được.", En: "The kind “%s” cannot be put together by “%s”."}
	rollUpHint      = lang.Format{Vi: "Ghi một trong: %s; hoặc để trống.", En: "Type one of: %s; or leave it blank."}
	cannotAddPeriod = lang.Format{Vi: "Kiểu “%s” không gộp các kỳ bằng “%s” được.", En: "The kind “%s” cannot be put together over periods by “%s”."}
	unknownStyle    = lang.Format{Vi: "Không có cách in “%s”.", En: "There is no style “%s”."}
	badLimit        = lang.Format{Vi: "Cột “%s” không hợp với kiểu “%s”: %s", En: "The column “%s” does not fit the kind “%s”: %s"}
	noLimit         = lang.Format{Vi: "Kiểu “%s” không có giá trị nhỏ nhất, lớn nhất.", En: "The kind “%s” has no least and greatest value."}
	noLimitHint     = lang.Format{Vi: "Để trống ô này.", En: "Leave the cell blank."}
	reversedLimits  = lang.Format{Vi: "Nhỏ nhất %s lớn hơn Lớn nhất %s.", En: "The least value %s is above the greatest %s."}
	limitsHint      = lang.Format{Vi: "Sửa một trong hai giá trị.", En: "Correct one of them."}
)

// indicators reads the sheet Số liệu. Formulas are compiled later.
func (l *loader) indicators() {
	seen := make(codes)
	for _, r := range l.rows(sheetIndicators) {
		code, ok := l.need(r, "Mã")
		if !ok || !l.take(seen, string(foldCode(Code(code.line()))), code) {
			continue
		}
		if !isName(code.line()) {
			l.fault(atCell(faultUnclear, figure.Error, code, badName.With(code.line()), badNameHint.With()))
			continue
		}
		name, ok := l.need(r, "Tên")
		if !ok {
			name = code
		}
		ind := &Indicator{
			Code: Code(code.line()), Name: name.line(), Group: r.at("Nhóm").line(), Measure: r.at("ĐVT").line(),
			Kind: choose(l, r, "Kiểu", kindWords, Count), Required: l.yes(r, "Bắt buộc", false),
			Note: r.at("Ghi chú").text, Pos: code.pos,
		}
		ind.Reporting = choose(l, r, "Cách báo", reportingWords, usualReporting(ind.Kind))
		ind.EntryLevels = l.levelsOf(r.at("Cấp nhập"))
		ind.Style = l.style(r.at("Định dạng"))
		l.rollups(r, ind)
		l.limits(r, ind)
		l.substance(r, ind)
		l.c.Indicators = append(l.c.Indicators, ind)
	}
}

// isName reports whether a formula takes the code for the name of a figure; names with dots are those of settings and periods.
func isName(code string) bool {
	return formula.ValidName(code) && !strings.Contains(code, ".")
}

func usualReporting(k Kind) Reporting {
	if k == Stock {
		return AtDate
	}
	return InPeriod
}

// substance reads what only some kinds have: a formula, options, a unit of money, levels.
func (l *loader) substance(r row, ind *Indicator) {
	kind, formulaCell := r.at("Kiểu"), r.at("Công thức")
	switch {
	case ind.Kind == Derived && formulaCell.blank():
		l.fault(atCell(faultBlank, figure.Error, formulaCell, noFormula.With(string(ind.Code)), noFormulaHint.With()))
	case ind.Kind == Derived:
		l.later(formulaCell, figure.Missing, func(e *formula.Expr) { ind.Formula = e })
	case !formulaCell.blank():
		f := atCell(faultUnclear, figure.Error, formulaCell, strayFormula.With(string(ind.Code)), strayHint.With())
		l.fault(f)
	case len(ind.EntryLevels) == 0:
		l.fault(atCell(faultBlank, figure.Warning, r.at("Cấp nhập"), noLevels.With(string(ind.Code)), noLevelsHint.With()))
	}
	if _, ok := figure.MoneyScale(ind.Measure); ind.Kind == Money && !ok {
		at := r.at("ĐVT")
		l.fault(atCell(faultUnclear, figure.Error, at, badMoney.With(ind.Measure, string(ind.Code)), badMoneyHint.With()))
	}
	if ind.Kind == Category {
		ind.Options = l.c.OptionsOf(string(ind.Code))
	}
	if ind.Kind == Category && len(ind.Options) == 0 {
		l.fault(atCell(faultReference, figure.Error, kind, noOptions.With(string(ind.Code)), noOptionsHint.With(string(ind.Code))))
	}
}

// rollupsOf gives the ways in which values of a kind can be put together over units, the usual one first. Shares, days and ranges are never
// added: the share of a sum is a derived figure.
func rollupsOf(k Kind) []Rollup {
	switch k {
	case Count, Stock, Money, Decimal:
		return []Rollup{Sum, Largest, Smallest, Average, CountUnits, None}
	case Percent:
		return []Rollup{None, Largest, Smallest, Average, CountUnits}
	case Ratio:
		return []Rollup{Sum, None, CountUnits}
	case Day:
		return []Rollup{None, Largest, Smallest, CountUnits}
	case Interval:
		return []Rollup{None, CountUnits}
	case YesNo:
		return []Rollup{CountUnits, None}
	case Category:
		return []Rollup{CountCategory, CountUnits, Listing, None}
	case Words:
		return []Rollup{Listing, CountUnits, None}
	}
	return []Rollup{None}
}

// periodRollupsOf gives the ways over periods, the usual one first. A stock is never added.
func periodRollupsOf(k Kind) []PeriodRollup {
	switch k {
	case Count, Money, Decimal:
		return []PeriodRollup{PeriodSum, PeriodLast, PeriodLargest, PeriodAverage, PeriodNone}
	case Ratio:
		return []PeriodRollup{PeriodSum, PeriodLast, PeriodNone}
	case Stock, Percent:
		return []PeriodRollup{PeriodLast, PeriodLargest, PeriodAverage, PeriodNone}
	}
	return []PeriodRollup{PeriodLast, PeriodNone}
}

func (l *loader) rollups(r row, ind *Indicator) {
	allowed, periods := rollupsOf(ind.Kind), periodRollupsOf(ind.Kind)
	ind.Rollup = choose(l, r, "Gộp đơn vị", rollupWords, allowed[0])
	ind.Periods = choose(l, r, "Gộp kỳ", periodRollupWords, periods[0])
	// A derived figure is computed anew from totals; what stands in these columns of its row means nothing.
	if ind.Kind == Derived {
		ind.Rollup, ind.Periods = allowed[0], PeriodNone
		return
	}
	kind := wordOf(kindWords, ind.Kind)
	if !slices.Contains(allowed, ind.Rollup) {
		l.misfit(r.at("Gộp đơn vị"), cannotRollUp.With(kind, wordOf(rollupWords, ind.Rollup)), wordsOf(rollupWords, allowed))
		ind.Rollup = allowed[0]
	}
	if !slices.Contains(periods, ind.Periods) {
		l.misfit(r.at("Gộp kỳ"), cannotAddPeriod.With(kind, wordOf(periodRollupWords, ind.Periods)), wordsOf(periodRollupWords, periods))
		ind.Periods = periods[0]
	}
}

func (l *loader) misfit(at cell, message lang.Message, allowed []string) {
	l.fault(atCell(faultUnclear, figure.Error, at, message, rollUpHint.With(joined(allowed))))
}

// wordsOf gives the words for several meanings.
func wordsOf[T comparable](v vocabulary[T], means []T) []string {
	words := make([]string, len(means))
	for i, m := range means {
		words[i] = wordOf(v, m)
	}
	return words
}

func joined(words []string) string { return strings.Join(words, ", ") }

// style reads the column Định dạng and gives the canonical name.
func (l *loader) style(c cell) string {
	if c.blank() {
		return ""
	}
	style, ok := figure.StyleNamed(c.line())
	if !ok {
		f := atCell(faultReference, figure.Error, c, unknownStyle.With(c.line()), unknownHint.With(joined(figure.StyleNames())))
		l.fault(f.near(c.line(), figure.StyleNames()))
		return ""
	}
	return style.Name
}

// fieldOf says how a typed value of a kind is read, and whether it is a single number that can have limits.
func fieldOf(k Kind) (figure.Field, bool) {
	switch k {
	case Count, Stock:
		return figure.CountField, true
	case Money:
		return figure.MoneyField, true
	case Decimal:
		return figure.DecimalField, true
	case Percent:
		return figure.PercentField, true
	}
	return 0, false
}

// limits reads Nhỏ nhất and Lớn nhất. They are typed as the figure itself is: money in the unit of its ĐVT.
func (l *loader) limits(r row, ind *Indicator) {
	ind.Min, ind.Max = l.limit(r, "Nhỏ nhất", ind), l.limit(r, "Lớn nhất", ind)
	if ind.Min != nil && ind.Max != nil && ind.Min.Cmp(ind.Max) > 0 {
		c := r.at("Nhỏ nhất")
		l.fault(atCell(faultOrder, figure.Error, c, reversedLimits.With(c.line(), r.at("Lớn nhất").line()), limitsHint.With()))
		ind.Min, ind.Max = nil, nil
	}
}

func (l *loader) limit(r row, column string, ind *Indicator) *big.Rat {
	c := r.at(column)
	if c.blank() {
		return nil
	}
	kind := wordOf(kindWords, ind.Kind)
	field, single := fieldOf(ind.Kind)
	if !single {
		l.fault(atCell(faultUnclear, figure.Error, c, noLimit.With(kind), noLimitHint.With()))
		return nil
	}
	reading := figure.Read(field, ind.Measure, c.input())
	if reading.Severity == figure.Error || reading.Value.Kind != figure.Number {
		f := atCell(faultUnclear, figure.Error, c, badLimit.With(column, kind, reading.Message), valueHint.With())
		f.Suggest = reading.Suggestion
		l.fault(f)
		return nil
	}
	return reading.Value.Rat
}
