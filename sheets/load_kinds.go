package sheets

import (
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/vntext"
)

var (
	sideUnordered = lang.Format{Vi: "Vế này cho %s nên không so lớn nhỏ được bằng “%s”.", En: "This side gives %s, which cannot be compared by “%s”."}
	sidesUnlike   = lang.Format{Vi: "Vế này cho %s còn vế kia cho %s nên không so được với nhau.", En: "This side gives %s and the other %s, which cannot be compared."}
	sideUncounted = lang.Format{Vi: "Phép “%s” cần số hoặc có/không ở hai vế, nhưng vế này cho %s.", En: "“%s” needs numbers or yes and no on both sides, and this side gives %s."}
	sideHint      = lang.Format{Vi: "Ghi ở mỗi vế một số liệu hoặc một phép tính, ví dụ: xd_dvut_cn; phép so sánh ghi ở cột Phép.", En: "Type a figure or a calculation on each side, such as xd_dvut_cn; the comparison belongs into the column Phép."}
	partUnordered = lang.Format{Vi: "Biểu thức cho %s nên không so lớn nhỏ được với ngưỡng.", En: "The expression gives %s, which cannot be above or below a threshold."}
	partUnlike    = lang.Format{Vi: "Biểu thức cho %s nhưng Ngưỡng là %s nên không so được với nhau.", En: "The expression gives %s and the threshold is %s, which cannot be compared."}
	partHint      = lang.Format{Vi: "Ghi số liệu hoặc phép tính cho ra cùng loại với ngưỡng, ví dụ: xd_dvut; phép so sánh ghi ở cột So sánh.", En: "Type a figure or calculation of the kind of the threshold, such as xd_dvut; the comparison belongs into the column So sánh."}

	kindNouns = map[figure.Kind]lang.Format{
		figure.Number: {Vi: "một số", En: "a number"},
		figure.Text:   {Vi: "chữ", En: "a text"},
		figure.Bool:   {Vi: "đúng hoặc sai", En: "true or false"},
		figure.Date:   {Vi: "một ngày", En: "a date"},
		figure.Range:  {Vi: "một khoảng", En: "a range"},
	}
)

// kindNoun names a kind of value in messages.
func kindNoun(kind figure.Kind) lang.Format { return kindNouns[kind] }

// reach is over what an expression is evaluated.
type reach uint8

const (
	overUnits reach = iota // totals, where yes and no of several units become a count and categories a list
	inOneForm
)

// kindOf is the kind of value that an expression gives whatever the data are, Missing where only they tell. It knows more than the
// expression alone: a figure that stands by itself has the kind of its row.
func (l *loader) kindOf(e *formula.Expr, over reach) figure.Kind {
	for range len(l.c.Indicators) + 1 { // figures in a circle are found elsewhere
		kind := e.Result()
		names := e.Names()
		if kind != figure.Missing || len(names) != 1 || vntext.Key(names[0]) != vntext.Key(e.String()) {
			return kind
		}
		ind := l.indicator(Code(names[0]))
		if ind == nil || ind.Kind != Derived || ind.Formula == nil {
			return kindOfFigure(ind, over)
		}
		e = ind.Formula
	}
	return figure.Missing
}

// indicator finds a figure before the index is built.
func (l *loader) indicator(code Code) *Indicator {
	for _, same := range []func(Code) bool{
		func(other Code) bool { return other == code },
		func(other Code) bool { return foldCode(other) == foldCode(code) },
	} {
		for _, ind := range l.c.Indicators {
			if same(ind.Code) {
				return ind
			}
		}
	}
	return nil
}

// kindOfFigure is the kind of value that a submitted figure has.
func kindOfFigure(ind *Indicator, over reach) figure.Kind {
	if ind == nil {
		return figure.Missing
	}
	switch ind.Kind {
	case Count, Stock, Money, Decimal, Percent, Ratio:
		return figure.Number
	case YesNo:
		if over == inOneForm {
			return figure.Bool
		}
	case Category, Words:
		if over == inOneForm {
			return figure.Text
		}
	case Day:
		if over == inOneForm {
			return figure.Date
		}
	case Interval:
		if over == inOneForm {
			return figure.Range
		}
	}
	return figure.Missing
}

// ordered reports whether values of the kind have an order. What is not certain may have one.
func ordered(kind figure.Kind) bool {
	return kind == figure.Missing || kind == figure.Number || kind == figure.Date
}

// alike reports whether values of two kinds can be equal. A text may be an answer of yes or no.
func alike(a, b figure.Kind) bool {
	word := func(kind figure.Kind) bool { return kind == figure.Text || kind == figure.Bool }
	return a == b || a == figure.Missing || b == figure.Missing || word(a) && word(b)
}

// isOrder reports whether a comparison asks what is greater.
func isOrder(op formula.Op) bool { return op != formula.Equal && op != formula.Unequal }

// checkKinds reports rules and targets that compare what can never be compared, whatever the units send. They are left out.
func (l *loader) checkKinds() {
	kept := l.c.Rules[:0]
	for _, rule := range l.c.Rules {
		if l.judgeable(rule) {
			kept = append(kept, rule)
		}
	}
	l.c.Rules = kept
	for _, target := range l.c.Targets {
		for _, part := range target.Parts {
			if part.Expr != nil && !l.comparablePart(part) {
				part.Expr = nil
			}
		}
	}
}

// judgeable reports the first side of a rule that does not fit its relation.
func (l *loader) judgeable(rule *Rule) bool {
	sides := [...]*formula.Expr{rule.Left, rule.Right}
	kinds := [...]figure.Kind{l.kindOf(rule.Left, inOneForm), l.kindOf(rule.Right, inOneForm)}
	for i, kind := range kinds {
		var message lang.Message
		switch {
		case rule.Relation != Compared && kind != figure.Bool && (kind == figure.Date || !ordered(kind)):
			message = sideUncounted.With(wordOf(relationWords, compared{relation: rule.Relation}), kindNoun(kind))
		case rule.Relation != Compared:
		case isOrder(rule.Op) && !ordered(kind):
			message = sideUnordered.With(kindNoun(kind), rule.Op.String())
		case !alike(kind, kinds[1-i]) && (kind != figure.Number || i == 1):
			message = sidesUnlike.With(kindNoun(kind), kindNoun(kinds[1-i]))
		}
		if !message.IsZero() {
			l.fault(atCell(faultFormula, figure.Error, l.at[sides[i]], message, sideHint.With()))
			return false
		}
	}
	return true
}

// comparablePart reports the expression of a part that cannot be compared with its threshold.
func (l *loader) comparablePart(part *Part) bool {
	kind := l.kindOf(part.Expr, overUnits)
	var message lang.Message
	switch {
	case (part.Comparison == Within || isOrder(part.Op)) && !ordered(kind):
		message = partUnordered.With(kindNoun(kind))
	case !alike(kind, part.Threshold.Kind):
		message = partUnlike.With(kindNoun(kind), kindNoun(part.Threshold.Kind))
	default:
		return true
	}
	l.fault(atCell(faultFormula, figure.Error, l.at[part.Expr], message, partHint.With()))
	return false
}
