package sheets

import (
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
)

var (
	highAlone      = lang.Format{Vi: "Ngưỡng trên chỉ dùng khi So sánh là “khoảng”.", En: "Ngưỡng trên is only for khoảng."}
	highHint       = lang.Format{Vi: "Chọn So sánh là “khoảng”, hoặc xóa Ngưỡng trên.", En: "Choose khoảng as So sánh, or delete Ngưỡng trên."}
	unordered      = lang.Format{Vi: "Ngưỡng “%s” không so lớn nhỏ được bằng “%s”.", En: "The threshold “%s” cannot be compared by “%s”."}
	unorderedHint  = lang.Format{Vi: "Chọn So sánh là “=” hoặc “<>”, hoặc ghi ngưỡng là số.", En: "Choose = or <> as So sánh, or type a number."}
	reversedRange  = lang.Format{Vi: "Ngưỡng %s lớn hơn Ngưỡng trên %s.", En: "The threshold %s is above its upper end %s."}
	rangeNumbers   = lang.Format{Vi: "Hai đầu của khoảng phải là số.", En: "Both ends of a range must be numbers."}
	rangeNumberFix = lang.Format{Vi: "Ghi số vào Ngưỡng và Ngưỡng trên, ví dụ 30 và 40.", En: "Type numbers into Ngưỡng and Ngưỡng trên, such as 30 and 40."}
)

// thresholds reads Ngưỡng and Ngưỡng trên. A blank one is no fault: the target is not assigned yet.
func (l *loader) thresholds(r row, part *Part) {
	low, high := r.at("Ngưỡng"), r.at("Ngưỡng trên")
	part.Threshold = l.threshold(low)
	if part.Comparison == Within {
		part.High = l.threshold(high)
		l.checkRange(low, high, part)
	} else if !high.blank() {
		l.fault(atCell(faultUnclear, figure.Warning, high, highAlone.With(), highHint.With()))
	}
	if (low.blank() || part.Comparison == Within && high.blank()) && part.Hand == NoVerdict {
		low.text = part.Name()
		l.blanks = append(l.blanks, low)
	}
	ordered := part.Op != formula.Equal && part.Op != formula.Unequal
	if part.Comparison == Against && ordered && (part.Threshold.Kind == figure.Text || part.Threshold.Kind == figure.Bool) {
		l.fault(atCell(faultUnclear, figure.Error, low, unordered.With(low.line(), part.Op.String()), unorderedHint.With()))
		part.Threshold = figure.Value{}
	}
}

func (l *loader) threshold(c cell) figure.Value {
	if c.blank() {
		return figure.Value{}
	}
	value, _ := l.constant(c, l.c.Options)
	return value
}

// checkRange reports ends that are no numbers, or reversed.
func (l *loader) checkRange(low, high cell, part *Part) {
	for _, end := range []struct {
		at    cell
		value *figure.Value
	}{{low, &part.Threshold}, {high, &part.High}} {
		if kind := end.value.Kind; kind != figure.Number && kind != figure.Missing {
			l.fault(atCell(faultUnclear, figure.Error, end.at, rangeNumbers.With(), rangeNumberFix.With()))
			*end.value = figure.Value{}
		}
	}
	if part.Threshold.Kind == figure.Number && part.High.Kind == figure.Number && part.Threshold.Rat.Cmp(part.High.Rat) > 0 {
		l.fault(atCell(faultOrder, figure.Error, low, reversedRange.With(low.line(), high.line()), limitsHint.With()))
		part.Threshold, part.High = figure.Value{}, figure.Value{}
	}
}
