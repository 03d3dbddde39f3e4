package templates

import (
	"fmt"

	"tonghop/figure"
	"tonghop/lang"
)

// section is a loop or a condition. Which of the two it is depends on the data: a bare name may be a loop.
type section struct {
	tag             *tag
	level           level
	then, otherwise []node
	looks           looks
	columns         int  // of the table, at rowLevel
	breaks          bool // it holds the end of a section of the document, which cannot be repeated
}

var (
	faultBreak = lang.Format{
		Vi: "Trong vòng lặp có dấu ngắt phần (Section Break) của Word nên không lặp được. Xóa dấu ngắt phần đó hoặc dời thẻ.",
		En: "The loop holds a section break of Word and cannot be repeated. Delete the section break or move the tags."}
	errBreak           = lang.Format{Vi: "%s: thẻ %s: %s", En: "%s: tag %s: %s"}
	faultNumberAsTruth = lang.Format{
		Vi: "“%s” là một con số, không phải điều kiện. Viết phép so sánh, ví dụ {{#%[1]s > 0}}.",
		En: "“%s” is a number and no condition. Write a comparison, as in {{#%[1]s > 0}}."}
	faultNoCondition = lang.Format{
		Vi: "“%s” không phải là điều kiện (đúng hay sai).",
		En: "“%s” is no condition (true or false)."}
)

func (s *section) fill(f *filling, d *scope) {
	if rows, ok := f.rows(s.tag, d); ok {
		s.repeat(f, d, rows)
		return
	}
	if len(s.tag.steps) > 0 {
		f.findings.add(s.tag, faultStepNoLoop.With(s.tag.text))
	}
	s.choose(f, d)
}

func (s *section) repeat(f *filling, d *scope, rows []*scope) {
	if len(rows) == 0 {
		f.fill(s.otherwise, d)
		return
	}
	if s.breaks && f.failure == nil {
		f.failure = errBreak.With(s.tag.place.Message(), s.tag.typed, faultBreak)
	}
	outer := f.turn
	for _, row := range rows {
		if f.tooLong() {
			break
		}
		f.turn = &turn{}
		f.fill(s.then, row)
	}
	f.turn = outer
}

// choose fills one of the two branches, or neither and a mark where the condition cannot be decided: "not reached" would
// be as wrong as "reached".
func (s *section) choose(f *filling, d *scope) {
	v := s.tag.expr.Eval(d)
	switch v.Kind {
	case figure.Bool:
		s.branch(f, d, v.Bool)
	case figure.Text, figure.Prose:
		s.branch(f, d, !isBlank(v.Text))
	case figure.List:
		s.branch(f, d, len(v.Items) > 0)
	case figure.Missing, figure.NotApplicable:
		f.miss(s.tag, v)
		s.undecided(f, figure.Default(v))
	default:
		f.findings.add(s.tag, conditionFault(s.tag, v.Kind))
		s.undecided(f, figure.Mark)
	}
}

func conditionFault(t *tag, k figure.Kind) lang.Message {
	if k == figure.Number {
		return faultNumberAsTruth.With(t.text)
	}
	return faultNoCondition.With(t.text)
}

func (s *section) branch(f *filling, d *scope, truth bool) {
	if truth {
		f.fill(s.then, d)
		return
	}
	f.fill(s.otherwise, d)
}

// undecided prints a mark in the place of both branches: a run, a paragraph, or a row as wide as the table.
func (s *section) undecided(f *filling, mark string) {
	w := f.prefix
	var open, shut string
	switch s.level {
	case blockLevel:
		open, shut = fmt.Sprintf("<%sp>%s", w, s.tag.para), fmt.Sprintf("</%sp>", w)
		f.top().last = paragraphRole
	case rowLevel:
		open = fmt.Sprintf(`<%[1]str><%[1]stc><%[1]stcPr><%[1]stcW %[1]sw="0" %[1]stype="auto"/><%[1]sgridSpan %[1]sval="%[2]d"/></%[1]stcPr><%[1]sp>%[3]s`,
			w, s.columns, s.tag.para)
		shut = fmt.Sprintf("</%[1]sp></%[1]stc></%[1]str>", w)
		f.top().rows = true
	}
	f.out = append(f.out, open...)
	f.run(s.tag, s.looks.marked, mark)
	f.out = append(f.out, shut...)
}
