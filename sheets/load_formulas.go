package sheets

import (
	"slices"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/vntext"
)

// pending is a formula that waits until every name is known.
type pending struct {
	at   cell
	want figure.Kind // Bool where it must be a condition; Missing where anything will do
	set  func(*formula.Expr)
}

var (
	formulaFault  = lang.Format{Vi: "Ký tự thứ %d của biểu thức: %s", En: "Character %d of the expression: %s"}
	formulaHint   = lang.Format{Vi: "Sửa biểu thức trong ô này.", En: "Correct the expression in this cell."}
	wantCondition = lang.Format{Vi: "Cột này cần một điều kiện đúng hoặc sai, nhưng biểu thức cho %s.", En: "This column needs a condition that is true or false, and the expression gives %s."}
	conditionHint = lang.Format{Vi: "Viết một so sánh, ví dụ: f_xa_mt >= 1.", En: "Write a comparison, such as f_xa_mt >= 1."}
)

// later puts a formula aside. set is called only when it is without fault.
func (l *loader) later(at cell, want figure.Kind, set func(*formula.Expr)) {
	l.formulas = append(l.formulas, pending{at, want, set})
}

// compile reads the formulas that were put aside. What lost a formula is then left out of the catalogue.
func (l *loader) compile() {
	l.at = make(map[*formula.Expr]cell, len(l.formulas))
	scope := l.c.Scope()
	for _, p := range l.formulas {
		expr, faults := formula.Parse(p.at.formulaText())
		if len(faults) == 0 {
			faults = expr.Check(scope)
		}
		if len(faults) > 0 {
			l.formulaFaults(p.at, faults)
			continue
		}
		if !l.gives(p, l.kindOf(expr, overUnits)) {
			continue
		}
		l.noteLevels(p.at, expr)
		l.at[expr] = p.at
		p.set(expr)
	}
	c := l.c
	c.Indicators = slices.DeleteFunc(c.Indicators, func(ind *Indicator) bool { return ind.Kind == Derived && ind.Formula == nil })
	c.Rules = slices.DeleteFunc(c.Rules, func(rule *Rule) bool { return rule.Left == nil || rule.Right == nil })
}

// gives reports an expression that gives a value where a condition is wanted.
func (l *loader) gives(p pending, kind figure.Kind) bool {
	if p.want == figure.Bool && (kind == figure.Number || kind == figure.Text) {
		l.fault(atCell(faultFormula, figure.Error, p.at, wantCondition.With(kindNoun(kind)), conditionHint.With()))
		return false
	}
	return true
}

// formulaFaults reports the faults of an expression at their place inside the cell.
func (l *loader) formulaFaults(at cell, faults []formula.Fault) {
	for _, fault := range faults {
		f := atCell(faultFormula, figure.Error, at, formulaFault.With(fault.Column, fault.Message), formulaHint.With())
		if len(fault.Suggestions) == 1 {
			f.Suggest = fault.Suggestions[0]
		}
		l.fault(f)
	}
}

// PeriodNames are the names of a period in formulas and templates.
func PeriodNames() []string {
	return []string{"ky.ma", "ky.ten", "ky.tu_ngay", "ky.den_ngay", "ky.han_nop", "ky.nam", "ky.nam_truoc", "ky.nam_sau"}
}

// scope knows the names that the catalogue defines.
type scope struct {
	c     *Catalogue
	names []string
	known map[string]bool
}

// Scope knows the names that formulas of the catalogue may use: the codes of the figures, the settings as thong_tin.<key>, the
// names of the period.
func (c *Catalogue) Scope() formula.Scope {
	s := &scope{c: c, known: make(map[string]bool)}
	for _, ind := range c.Indicators {
		s.add(string(ind.Code))
	}
	for _, setting := range c.Settings {
		s.add("thong_tin." + setting.Key)
	}
	for _, name := range PeriodNames() {
		s.add(name)
	}
	return s
}

func (s *scope) add(name string) {
	s.names = append(s.names, name)
	s.known[vntext.Key(name)] = true
}

// Known implements formula.Scope.
func (s *scope) Known(name string) bool { return s.known[vntext.Key(name)] }

// Names implements formula.Scope.
func (s *scope) Names() []string { return s.names }

// Words implements formula.Scope. Levels of units are free text; that somebody has them is looked at by the loader.
func (s *scope) Words(function string, before []string) []string {
	switch function {
	case "nguong", "ke_hoach_den_ky":
		return s.c.partKeys()
	case "dem_khuyet_diem":
		return levelChoices
	case formula.CountRows:
		return s.c.rowWords(before, false)
	case formula.SumRows, formula.SmallestRow, formula.GreatestRow:
		return s.c.rowWords(before, true)
	}
	return nil
}

// rowWords gives the words of a function over rows after those before: a list, the column of numbers where it takes one, then
// in turn a column and a value of it. Any value will do for a column without options.
func (c *Catalogue) rowWords(before []string, amount bool) []string {
	if len(before) == 0 {
		names := make([]string, 0, len(c.Lists))
		for _, list := range c.Lists {
			names = append(names, list.Name)
		}
		return names
	}
	list := c.List(before[0])
	if list == nil { // which is a fault already
		return nil
	}
	pairs := before[1:]
	if amount {
		if len(pairs) == 0 {
			return list.keys((*ListColumn).IsAmount)
		}
		pairs = pairs[1:]
	}
	if len(pairs)%2 == 0 {
		return list.keys(func(*ListColumn) bool { return true })
	}
	if i := list.Column(pairs[len(pairs)-1]); i >= 0 {
		return list.Columns[i].words()
	}
	return nil
}

// partKeys gives the parts of all targets as formulas name them: CT-A.a, or CT-1 where the target has one part without a letter.
func (c *Catalogue) partKeys() []string {
	var keys []string
	for _, target := range c.Targets {
		for _, part := range target.Parts {
			keys = append(keys, part.Name())
		}
	}
	return keys
}

// Name is how formulas and measures name the part: CT-A.a, or CT-1 where the target has one part without a letter.
func (p *Part) Name() string {
	if p.Key == "" {
		return string(p.Target)
	}
	return string(p.Target) + "." + p.Key
}

// Part gives the part of a name such as CT-A.a, nil where there is none. The name of a target with one part is that part.
func (c *Catalogue) Part(name string) *Part {
	for _, target := range c.Targets {
		for _, part := range target.Parts {
			if sameWord(part.Name(), name) || len(target.Parts) == 1 && sameWord(string(target.Code), name) {
				return part
			}
		}
	}
	return nil
}
