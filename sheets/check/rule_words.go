package check

import (
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/vntext"
)

var (
	ruleBroken = lang.Format{Vi: "%s: %s, %s %s", En: "%s: %s, which %s %s"}
	ruleOpen   = lang.Format{Vi: "%s: không kiểm tra được vì thiếu %s", En: "%s: this cannot be checked for lack of %s"}
	checkBoth  = lang.Format{Vi: "Xem lại các ô đã nêu, sửa rồi gửi lại.", En: "Look again at these cells, correct them and send the form again."}
	verbatim   = lang.Format{Vi: "%s", En: "%s"}
	figureIs   = lang.Format{Vi: "“%s” (ô %s) là %s", En: "“%s” (cell %s) is %s"}
	derivedIs  = lang.Format{Vi: "“%s” là %s", En: "“%s” is %s"}
	bareIs     = lang.Format{Vi: "%s là %s", En: "%s is %s"}
	exprIs     = lang.Format{Vi: "%s là %s (%s)", En: "%s is %s (%s)"}
	twoOfThem  = lang.Format{Vi: "%s; %s", En: "%s; %s"}

	relations = [...]lang.Format{
		formula.Equal:        {Vi: "phải bằng", En: "must be equal to"},
		formula.Unequal:      {Vi: "phải khác", En: "must differ from"},
		formula.Less:         {Vi: "phải nhỏ hơn", En: "must be less than"},
		formula.LessEqual:    {Vi: "không được lớn hơn", En: "must not be greater than"},
		formula.Greater:      {Vi: "phải lớn hơn", En: "must be greater than"},
		formula.GreaterEqual: {Vi: "không được nhỏ hơn", En: "must not be less than"},
	}
	bothOrNeither = lang.Format{Vi: "phải cùng có hoặc cùng không có với", En: "must go together with"}
	bothZero      = lang.Format{Vi: "phải cùng bằng 0 với", En: "must be zero together with"}
)

// words says what must hold between the sides.
func (r *rule) words() lang.Format {
	switch r.Relation {
	case sheets.BothOrNeither:
		return bothOrNeither
	case sheets.BothZero:
		return bothZero
	}
	return relations[r.Op]
}

// contradiction names both sides of a broken rule, their cells and what stands there.
func (v *visit) contradiction(r *rule, left, right figure.Value) sheets.Finding {
	f := v.aboutRule(r)
	f.Message = ruleBroken.With(r.title(), v.side(r.Left, r.left, left), r.words(), v.side(r.Right, r.right, right))
	return f
}

// unjudged says that a rule cannot be judged although the catalogue wants it to be.
func (v *visit) unjudged(r *rule, left, right figure.Value) sheets.Finding {
	var gaps []string
	for _, value := range []figure.Value{left, right} {
		for _, gap := range value.Gaps {
			if ind := v.names[gap]; ind != nil {
				gap = "“" + ind.Name + "”"
			}
			gaps = append(gaps, gap)
		}
	}
	f := v.aboutRule(r)
	f.Message = ruleOpen.With(r.title(), strings.Join(gaps, ", "))
	return f
}

// title is the description of the rule, else its code.
func (r *rule) title() string {
	if r.Description != "" {
		return strings.TrimRight(r.Description, ". ")
	}
	return r.Code
}

// aboutRule makes the finding of a rule, at the first of its cells.
func (v *visit) aboutRule(r *rule) sheets.Finding {
	f := v.at(r.needs[0])
	f.Code, f.Severity, f.Hint = r.Code, r.Severity, checkBoth.With()
	if r.Advice != "" {
		f.Hint = verbatim.With(r.Advice)
	}
	return f
}

// side says what one side of a rule is: a figure with its cell, or an expression with those of its figures.
func (v *visit) side(x *formula.Expr, named []*sheets.Indicator, value figure.Value) any {
	text := x.String()
	switch {
	case len(named) == 0 && len(x.Functions()) == 0:
		return figure.Default(value)
	case len(named) == 0:
		return bareIs.With(text, figure.Default(value))
	case len(named) == 1 && vntext.Key(text) == vntext.Key(string(named[0].Code)):
		return v.figure(named[0], value)
	}
	operands := v.figure(named[0], v.formValue(named[0]))
	for _, ind := range named[1:] {
		operands = twoOfThem.With(operands, v.figure(ind, v.formValue(ind)))
	}
	return exprIs.With(text, figure.Default(value), operands)
}

// figure says what a figure is and where it stands.
func (v *visit) figure(ind *sheets.Indicator, value figure.Value) lang.Message {
	if ind.Slot < 0 {
		return derivedIs.With(ind.Name, printed(ind, value))
	}
	return figureIs.With(ind.Name, v.sub.Pos(v.value(ind)).Cell(), printed(ind, value))
}
