package formula

import (
	"strings"

	"tonghop/figure"
	"tonghop/lang"
)

// A gap of a missing value is usually the name of a figure. Where a value is missing although every name has one, the gap is
// the guilty part of the expression followed by the reason in brackets, in Vietnamese.
var (
	gapZero         = lang.Format{Vi: "%s (bằng 0 nên không chia được)", En: "%s (is 0 and cannot divide)"}
	gapNotNumber    = lang.Format{Vi: "%s (không phải là số)", En: "%s (is not a number)"}
	gapNotCondition = lang.Format{Vi: "%s (không phải là điều kiện)", En: "%s (is not a condition)"}
	gapUnlike       = lang.Format{Vi: "%s (hai bên không so sánh được với nhau)", En: "%s (the two sides cannot be compared)"}
	gapTooLong      = lang.Format{Vi: "%s (số quá dài, không tính được)", En: "%s (the number is too long to calculate with)"}
	gapDecimals     = lang.Format{Vi: "%s (số chữ số thập phân phải là số nguyên từ -12 đến 12)", En: "%s (the number of decimals must be a whole number from -12 to 12)"}

	gapName = lang.Format{Vi: "%s", En: "%s"}
)

// NotAdded is the gap of a figure of which an Env knows the values of single units, and that is not to be added up over them.
var NotAdded = lang.Format{Vi: "%s (không cộng số của các đơn vị)", En: "%s (is not added up over units)"}

// NotPut is the gap of a figure whose values in the sub-periods are known, and that the catalogue does not put together over periods.
var NotPut = lang.Format{Vi: "%s (không gộp số của các kỳ)", En: "%s (is not put together over periods)"}

// GapText puts one of the Gaps of a value that Eval gave into words.
func GapText(gap string) lang.Message {
	for _, reason := range []lang.Format{gapZero, gapNotNumber, gapNotCondition, gapUnlike, gapTooLong, gapDecimals, NotAdded, NotPut, gapPeriod, gapYear, gapForms} {
		if subject, ok := strings.CutSuffix(gap, strings.TrimPrefix(reason.Vi, "%s")); ok {
			return reason.With(subject)
		}
	}
	return gapName.With(gap)
}

// missing is a value that is missing because of a part of the expression.
func missing(n node, reason lang.Format) figure.Value {
	return figure.MissingOf(reason.With(shown(write(n))).In(lang.Vi))
}

// gapList collects gaps in order without repeats.
type gapList struct {
	names []string
	seen  map[string]bool
}

func (g *gapList) add(names ...string) {
	if g.seen == nil {
		g.seen = make(map[string]bool)
	}
	for _, name := range names {
		if !g.seen[name] {
			g.seen[name] = true
			g.names = append(g.names, name)
		}
	}
}

func (g *gapList) value() figure.Value { return figure.MissingOf(g.names...) }
