package aggregate

import (
	"iter"
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// Functions of the expression language that are answered here, by their canonical names.
const (
	months            = "so_thang"
	threshold         = "nguong"
	planToDate        = "ke_hoach_den_ky"
	CountTargets      = "dem_chi_tieu"
	CountParts        = "dem_noi_dung"
	CountShortcomings = "dem_khuyet_diem"
)

// Env is a unit as formulas see it. It belongs to one goroutine; several goroutines make one each.
//
// It knows the codes of all indicators, the period (ky.ma, ky.ten, ky.tu_ngay, ky.den_ngay, ky.han_nop) and the settings
// (thong_tin.<key>, as texts). The functions that count targets and shortcomings answer for the root alone, because it is the office that
// was judged: below it they are missing.
func (r *Result) Env(u *sheets.Unit) formula.Env { return &env{r: r, unit: u} }

// TargetEnv is the root as formulas see it beside one target: dem_noi_dung counts the parts of that target only.
func (r *Result) TargetEnv(t *TargetResult) formula.Env {
	return &env{r: r, unit: r.Catalogue.Units.Root, scope: scope{target: t}}
}

// FieldEnv is the root as formulas see it beside one field of work: dem_khuyet_diem counts the shortcomings of that field only.
func (r *Result) FieldEnv(field string) formula.Env {
	return &env{r: r, unit: r.Catalogue.Units.Root, scope: scope{field: &field}}
}

// Eval evaluates an expression for a unit. Have of Expected units stand behind the value as they do behind a derived figure with
// that formula.
func (r *Result) Eval(u *sheets.Unit, e *formula.Expr) figure.Value {
	return r.cover(e.Eval(r.Env(u)), u, r.deps.ofExpr(e))
}

// cover says how many units stand behind a value. A value does not apply only where no answer is owed any more, and then to
// none of the units; else it is missing. One that is made of figures of several periods is covered as the least covered of them.
func (r *Result) cover(v figure.Value, u *sheets.Unit, m makings) figure.Value {
	if len(m.bases) > 0 {
		have, expected := r.coverage(u, m.bases)
		if v.Kind == figure.NotApplicable {
			if have == expected {
				return v.Covered(0, 0)
			}
			v = figure.MissingOf(r.owed(u, m.bases)...)
		}
		v = r.counts(v.Covered(have, expected))
	}
	for _, s := range m.elsewhere {
		if _, other := r.other(s.function); other != nil && v.Kind != figure.NotApplicable {
			c := other.cover(figure.Int(0), u, s.makings)
			if c.Expected > 0 && (v.Expected == 0 || c.Have*v.Expected < v.Have*c.Expected) {
				v = v.CoveredAs(c)
			}
		}
	}
	return v
}

// counts says what was counted behind a value of the period.
func (r *Result) counts(v figure.Value) figure.Value {
	v.Counted = figure.Units
	if r.Batch.Composite() {
		v.Counted = figure.Reports
	}
	return v
}

// owed names those of the bases that a unit at or below u still owes.
func (r *Result) owed(u *sheets.Unit, bases bitset) []string {
	owes := func(ind *sheets.Indicator) bool {
		unanswered := func(other *sheets.Unit) bool {
			state := r.answer(other, ind).State
			return r.tree.expects(other, ind.Slot) && state != sheets.Given && state != sheets.Exempt
		}
		return slices.ContainsFunc(r.tree.from(u), unanswered) || slices.ContainsFunc(r.tree.sharing(u, ind.Slot), unanswered)
	}
	var codes []string
	for _, ind := range r.Catalogue.Indicators {
		if bases.has(ind.Slot) && owes(ind) {
			codes = append(codes, string(ind.Code))
		}
	}
	return codes
}

// scope narrows what the counting functions count.
type scope struct {
	target *TargetResult
	field  *string
}

// env is a unit in which expressions are evaluated.
type env struct {
	r     *Result
	unit  *sheets.Unit
	scope scope

	// memo holds derived figures that were computed for this evaluation alone: those of leaves, of which there are too many to keep,
	// and those that depend on the scope.
	memo  map[*sheets.Indicator]figure.Value
	depth int // of derived figures within each other; the outermost is not asked for twice
}

// Value implements formula.Env.
func (e *env) Value(name string) figure.Value {
	if ind := e.r.deps.indicator(name); ind != nil {
		return e.figure(ind)
	}
	if key, ok := strings.CutPrefix(name, "thong_tin."); ok {
		if text := e.r.Catalogue.Settings.Text(key); text != "" {
			return figure.TextOf(text)
		}
	}
	if v, ok := periodValue(e.r.Batch.Period, name); ok {
		return v
	}
	return figure.MissingOf(name)
}

func periodValue(p *sheets.Period, name string) (figure.Value, bool) {
	switch name {
	case "ky.ma":
		return figure.TextOf(p.Code), true
	case "ky.ten":
		return figure.TextOf(p.Name), true
	case "ky.tu_ngay":
		return figure.Value{Kind: figure.Date, Date: p.From}, true
	case "ky.den_ngay":
		return figure.Value{Kind: figure.Date, Date: p.To}, true
	case "ky.han_nop":
		return figure.Value{Kind: figure.Date, Date: p.Deadline}, !p.Deadline.IsZero()
	}
	return figure.Value{}, false
}

// figure is the total of the unit.
func (e *env) figure(ind *sheets.Indicator) figure.Value {
	if ind.Slot >= 0 {
		return e.r.submitted(e.unit, ind)
	}
	if e.r.deps.circular[ind] {
		return figure.MissingOf(string(ind.Code))
	}
	if e.r.tree.inner[e.unit.Index] < 0 || e.scope != (scope{}) && e.r.deps.of(ind).needs > summed {
		return e.remembered(ind)
	}
	return e.r.kept(e.unit, ind)
}

// remembered computes a derived figure that is part of others once for this env.
func (e *env) remembered(ind *sheets.Indicator) figure.Value {
	if v, known := e.memo[ind]; known {
		return v
	}
	e.depth++
	v := e.derive(ind)
	e.depth--
	if e.depth > 0 {
		if e.memo == nil {
			e.memo = make(map[*sheets.Indicator]figure.Value)
		}
		e.memo[ind] = v
	}
	return v
}

// derive computes a derived figure from the totals of the unit.
func (e *env) derive(ind *sheets.Indicator) figure.Value {
	v := e.r.cover(ind.Formula.Eval(e), e.unit, e.r.deps.of(ind))
	if v.IsMissing() && len(v.Gaps) == 0 {
		v.Gaps = []string{string(ind.Code)}
	}
	return v
}

// Units implements formula.Env.
func (e *env) Units(levels []string) iter.Seq[formula.Env] {
	return func(yield func(formula.Env) bool) {
		for _, u := range e.r.tree.selected(e.unit, levels) {
			if !yield(&env{r: e.r, unit: u}) {
				return
			}
		}
	}
}

// Ask implements formula.Env.
func (e *env) Ask(function string, words []string) figure.Value {
	switch function {
	case months:
		return figure.Int(e.r.Batch.Period.Months())
	case threshold:
		if len(words) == 1 {
			return e.r.threshold(words[0], e.unit)
		}
	case planToDate:
		if len(words) == 1 {
			return e.r.planOf(words[0], e.unit)
		}
	case formula.CountRows, formula.SumRows, formula.SmallestRow, formula.GreatestRow:
		return e.r.rowsAsked(e.unit, function, words)
	case CountTargets, CountParts, CountShortcomings:
		if e.unit == e.r.Catalogue.Units.Root {
			return e.count(function, words)
		}
	}
	return missingCall(function, words)
}

// missingCall names the call that could not be answered.
func missingCall(function string, words []string) figure.Value {
	return figure.MissingOf(function + "(" + strings.Join(words, "; ") + ")")
}

// count counts targets, their parts or shortcomings. While they are still being judged there is nothing to count.
func (e *env) count(function string, words []string) figure.Value {
	n := 0
	switch {
	case e.r.phase < neededBy(function):
		return missingCall(function, words)
	case function == CountTargets:
		for _, t := range e.r.Targets {
			n += counted(wordOfVerdict(t.Verdict), words)
		}
	case function == CountParts:
		for i := range e.r.Targets {
			if t := &e.r.Targets[i]; e.scope.target == nil || e.scope.target.Target == t.Target {
				n += t.CountParts(words)
			}
		}
	default:
		for _, s := range e.r.Shortcomings {
			if e.scope.field == nil || formula.WordKey(s.Shortcoming.Field) == formula.WordKey(*e.scope.field) {
				n += counted(string(s.Verdict), words)
			}
		}
	}
	return figure.Int(n)
}

// counted is 1 where the word is one of those asked for, or none is asked for.
func counted(word string, words []string) int {
	if len(words) == 0 {
		return 1
	}
	for _, w := range words {
		if formula.WordKey(w) == formula.WordKey(word) {
			return 1
		}
	}
	return 0
}

// planOf is the plan to date of a part for a unit. It has none in a period in which it is not planned.
func (r *Result) planOf(code string, u *sheets.Unit) figure.Value {
	p := r.Catalogue.Part(code)
	if p == nil || p.Period != nil && !holds(p.Period, r.Batch.Period) && !holds(r.Batch.Period, p.Period) {
		return missingCall(planToDate, []string{code})
	}
	return r.planToDate(p, r.threshold(code, u))
}

// threshold is the planned value of a part of a target, named CT-A.a, or CT-A where the target has one part: the unit's own where it has one.
func (r *Result) threshold(code string, u *sheets.Unit) figure.Value {
	var v figure.Value
	if p := r.Catalogue.Part(code); p != nil {
		v = p.Threshold
		for i := range p.Assigned {
			if p.Assigned[i].Unit == u.Code {
				v = p.Assigned[i].Threshold
			}
		}
	}
	if v.IsMissing() {
		return missingCall(threshold, []string{code})
	}
	return v
}
