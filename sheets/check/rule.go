package check

import (
	"math/big"
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/vntext"
)

var brokenRule = Check{
	Code:     "quy-tac",
	Severity: figure.Error,
	Title:    lang.Format{Vi: "Trái quy tắc của danh mục", En: "A rule of the catalogue is broken"},
	Explanation: lang.Format{
		Vi: "Các số liệu của biểu mẫu mâu thuẫn với một quy tắc ở trang Quy tắc. Phát hiện mang mã và mức của quy tắc đó.",
		En: "Figures of a form contradict a rule of the sheet Quy tắc. The finding bears the code and the severity of that rule.",
	},
	run: findBrokenRules,
}

// result is what became of a rule for a unit.
type result uint8

const (
	notAsked result = iota // the rule does not concern the unit
	held
	broken
	notCheckable
)

// rule is a rule of the catalogue with the figures that it needs.
type rule struct {
	*sheets.Rule
	left, right []*sheets.Indicator // as named
	needs       []*sheets.Indicator // the submitted figures behind both sides
}

// compile looks up what the rules name, once for all units.
func (e *examiner) compile() {
	e.names = make(map[string]*sheets.Indicator)
	for _, ind := range e.catalogue.Indicators {
		for _, name := range ind.Formula.Names() {
			e.names[name] = e.catalogue.Indicator(sheets.Code(name))
		}
	}
	for _, r := range e.catalogue.Rules {
		compiled := rule{Rule: r, left: e.named(r.Left), right: e.named(r.Right)}
		seen := make(map[*sheets.Indicator]bool)
		for _, ind := range append(append([]*sheets.Indicator(nil), compiled.left...), compiled.right...) {
			compiled.needs = e.behind(ind, compiled.needs, seen)
		}
		e.rules = append(e.rules, compiled)
	}
}

// named gives the figures that an expression names.
func (e *examiner) named(x *formula.Expr) []*sheets.Indicator {
	var found []*sheets.Indicator
	for _, name := range x.Names() {
		ind := e.catalogue.Indicator(sheets.Code(name))
		e.names[name] = ind
		if ind != nil {
			found = append(found, ind)
		}
	}
	return found
}

// behind adds the submitted figures that a figure is made of.
func (e *examiner) behind(ind *sheets.Indicator, needs []*sheets.Indicator, seen map[*sheets.Indicator]bool) []*sheets.Indicator {
	if seen[ind] {
		return needs
	}
	seen[ind] = true
	if ind.Slot >= 0 {
		return append(needs, ind)
	}
	for _, operand := range e.named(ind.Formula) {
		needs = e.behind(operand, needs, seen)
	}
	return needs
}

// findBrokenRules judges the form by every rule that concerns the unit.
func findBrokenRules(v *visit) []sheets.Finding {
	v.results = make([]result, len(v.rules))
	if v.sub == nil {
		return nil
	}
	var findings []sheets.Finding
	env := newFormEnv(v)
	for i := range v.rules {
		r := &v.rules[i]
		if !v.asks(r) {
			continue
		}
		env.asZero = r.Missing == sheets.AsZero
		truth, left, right := r.judge(env)
		switch truth {
		case formula.True:
			v.results[i] = held
		case formula.False:
			v.results[i] = broken
			findings = append(findings, v.contradiction(r, left, right))
		case formula.Unknown:
			v.results[i] = notCheckable
			if r.Missing == sheets.IsError && !v.empty {
				findings = append(findings, v.unjudged(r, left, right))
			}
		}
	}
	return findings
}

// asks reports whether a rule concerns the unit: its level is named, and the unit is expected to give all the figures, or its
// form holds them all the same.
func (v *visit) asks(r *rule) bool {
	if len(r.needs) == 0 || len(r.Levels) > 0 && !levelAmong(r.Levels, v.unit.Level) {
		return false
	}
	for _, ind := range r.needs {
		if !v.expected[ind.Slot] && v.value(ind).State <= sheets.Blank {
			return false
		}
	}
	return true
}

func levelAmong(levels []string, level string) bool {
	for _, l := range levels {
		if l == level || vntext.Fold(l) == vntext.Fold(level) {
			return true
		}
	}
	return false
}

// judge evaluates both sides and compares them.
func (r *rule) judge(env formula.Env) (truth formula.Truth, left, right figure.Value) {
	left, right = r.Left.Eval(env), r.Right.Eval(env)
	switch {
	case left.Kind == figure.NotApplicable || right.Kind == figure.NotApplicable:
		return formula.NotApplicable, left, right
	case left.IsMissing() || right.IsMissing():
		return formula.Unknown, left, right
	case r.Relation == sheets.BothOrNeither, r.Relation == sheets.BothZero:
		a, okLeft := amount(left)
		b, okRight := amount(right)
		if !okLeft || !okRight {
			return formula.Unknown, left, right
		}
		if r.Relation == sheets.BothOrNeither {
			return truthOf((a > 0) == (b > 0)), left, right
		}
		return truthOf((a == 0) == (b == 0)), left, right
	case r.Tolerance != nil && left.Kind == figure.Number && right.Kind == figure.Number:
		return truthOf(within(left.Rat, right.Rat, r.Op, r.Tolerance)), left, right
	}
	return formula.Compare(left, right, r.Op), left, right
}

// amount is the sign of a number; yes is something and no is nothing.
func amount(value figure.Value) (sign int, ok bool) {
	switch value.Kind {
	case figure.Number:
		return value.Rat.Sign(), true
	case figure.Bool:
		if value.Bool {
			return 1, true
		}
		return 0, true
	}
	return 0, false
}

// within compares two numbers that may differ by a tolerance.
func within(left, right *big.Rat, op formula.Op, tolerance *big.Rat) bool {
	difference := new(big.Rat).Sub(left, right)
	size := new(big.Rat).Abs(difference)
	near := size.Cmp(tolerance) <= 0
	switch op {
	case formula.Equal:
		return near
	case formula.Unequal:
		return !near
	case formula.Less, formula.LessEqual:
		return near || difference.Sign() < 0
	}
	return near || difference.Sign() > 0
}

func truthOf(b bool) formula.Truth {
	if b {
		return formula.True
	}
	return formula.False
}

var (
	ruleBroken = lang.Format{Vi: "%s: %s, %s %s", En: "%s: %s, which %s %s"}
	ruleOpen   = lang.Format{Vi: "%s: không kiểm tra được vì thiếu %s", En: "%s: this cannot be checked for lack of %s"}
	checkBoth  = lang.Format{Vi: "Xem lại các ô đã nêu, sửa rồi gửi lại.", En: "Look again at these cells, correct them and send the form again."}
	verbatim   = lang.Format{Vi: "%s", En: "%s"}
	figureIs   = lang.Format{Vi: "“%s” (ô %s) là %s", En: "“%s” (cell %s) is %s"}
	derivedIs  = lang.Format{Vi: "“%s” là %s", En: "“%s” is %s"}
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
	case len(named) == 0:
		return text
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
