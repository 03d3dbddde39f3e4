package sheets

import (
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/vntext"
)

var (
	guessedOp     = lang.Format{Vi: "Cột “%s” để trống nên được hiểu là “<=”.", En: "The column “%s” is blank and taken for <=."}
	guessedOpHint = lang.Format{Vi: "Ghi rõ phép so sánh: %s.", En: "Type the comparison: %s."}
	negative      = lang.Format{Vi: "Cột “%s” không được âm.", En: "The column “%s” must not be negative."}
)

// rules reads the sheet Quy tắc. The sides are compiled later.
func (l *loader) rules() {
	seen := make(codes)
	for _, r := range l.rows(sheetRules) {
		code, ok := l.need(r, "Mã")
		if !ok || !l.take(seen, vntext.Key(code.line()), code) {
			continue
		}
		description, ok := l.need(r, "Mô tả")
		if !ok {
			description = code
		}
		how := l.comparison(r, "Phép", relationWords)
		rule := &Rule{
			Code: code.line(), Description: description.line(), Relation: how.relation, Op: how.op,
			Missing:  choose(l, r, "Nếu thiếu", whenMissingWords, Skip),
			Severity: choose(l, r, "Mức", severityWords, figure.Error),
			Levels:   l.levelsOf(r.at("Áp dụng cho")), Advice: r.at("Hướng dẫn").text, Pos: code.pos,
		}
		l.tolerance(r, rule)
		if left, ok := l.need(r, "Vế trái"); ok {
			l.later(left, figure.Missing, func(e *formula.Expr) { rule.Left = e })
		}
		if right, ok := l.need(r, "Vế phải"); ok {
			l.later(right, figure.Missing, func(e *formula.Expr) { rule.Right = e })
		}
		l.c.Rules = append(l.c.Rules, rule)
	}
}

// comparison reads Phép or So sánh. A blank is <= by the contract of the catalogue, and said, because it is easily meant otherwise.
func (l *loader) comparison(r row, column string, words vocabulary[compared]) compared {
	c := r.at(column)
	if c.blank() {
		l.fault(atCell(faultBlank, figure.Warning, c, guessedOp.With(column), guessedOpHint.With(joined(words.words()))))
	}
	return choose(l, r, column, words, words[0].means)
}

func (l *loader) tolerance(r row, rule *Rule) {
	rule.Tolerance = l.number(r, "Sai số")
	if rule.Tolerance != nil && rule.Tolerance.Sign() < 0 {
		l.fault(atCell(faultUnclear, figure.Error, r.at("Sai số"), negative.With("Sai số"), valueHint.With()))
		rule.Tolerance = nil
	}
}
