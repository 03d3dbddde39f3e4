package check

import (
	"math/big"

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
	Example: lang.Format{
		Vi: "Quy tắc “mt_tien_bo <= mt_giup_do”: ô E40 ghi 40 người tiến bộ, ô E39 chỉ có 25 người được giúp đỡ.",
		En: "The rule “mt_tien_bo <= mt_giup_do”: cell E40 says 40, cell E39 only 25.",
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
		compiled := rule{Rule: r, left: e.namedNow(r.Left), right: e.namedNow(r.Right)}
		seen := make(map[*sheets.Indicator]bool)
		for _, ind := range append(e.named(r.Left.Names()), e.named(r.Right.Names())...) {
			compiled.needs = e.behind(ind, compiled.needs, seen)
		}
		e.rules = append(e.rules, compiled)
	}
}

// namedNow gives the figures that an expression names, without those that it takes from other periods.
func (e *examiner) namedNow(x *formula.Expr) []*sheets.Indicator {
	names, _ := x.Now()
	return e.named(names)
}

// named gives the figures among some names.
func (e *examiner) named(names []string) []*sheets.Indicator {
	var found []*sheets.Indicator
	for _, name := range names {
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
	for _, operand := range e.named(ind.Formula.Names()) {
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
