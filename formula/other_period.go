package formula

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/vntext"
)

// The functions over other periods, by their canonical names.
const (
	LastPeriod = "ky_truoc" // in the period right before
	LastYear   = "cung_ky"  // in the same period last year
	Cumulative = "luy_ke"   // from the start of the year through the end of the period
)

// Timed is an Env that knows the same unit in other periods. An Env that is not Timed has none.
type Timed interface {
	Env

	// In gives the unit in the period that a function is about: LastPeriod, LastYear or Cumulative. Where no figures of it are at hand the Env is nil.
	// The name is that of the period, "" where there is no such period.
	In(function string) (Env, string)
}

var (
	gapPeriod = lang.Format{Vi: "%s (danh mục không có kỳ đó)", En: "%s (the catalogue has no such period)"}
	gapYear   = lang.Format{Vi: "%s (danh mục chưa xếp kỳ này vào một năm ở cột Thuộc kỳ)", En: "%s (the column Thuộc kỳ of the catalogue puts this period into no year)"}
	gapForms  = lang.Format{Vi: "%s (chưa có biểu mẫu nào của kỳ đó)", En: "%s (no form of that period is there)"}

	inPeriod = lang.Format{Vi: "%s: %s", En: "%s: %s"}
)

// runOther evaluates the argument in another period. What is missing there is named with the period.
func runOther(c *call, env Env) figure.Value {
	timed, ok := env.(Timed)
	if !ok {
		return missing(c, gapPeriod)
	}
	other, name := timed.In(c.fn.Name)
	switch {
	case name == "" && c.fn.Name == Cumulative:
		return missing(c, gapYear)
	case name == "":
		return missing(c, gapPeriod)
	case other == nil:
		return figure.MissingOf(gapForms.With(inPeriod.With(shown(write(c)), name)).In(lang.Vi))
	}
	v := evaluate(c.args[0], other)
	if v.IsMissing() {
		gaps := make([]string, len(v.Gaps))
		for i, gap := range v.Gaps {
			gaps[i] = inPeriod.With(name, gap).In(lang.Vi)
		}
		v.Gaps = gaps
	}
	return v
}

// Shift is a part of an expression that is evaluated in another period.
type Shift struct {
	Function string // LastPeriod, LastYear or Cumulative
	Expr     *Expr  // its argument
	Call     *Expr  // the whole: ky_truoc(xd_dvut)
}

// Shifts gives the parts of the expression that are evaluated in another period, in the order in which they were typed. One within another
// belongs to the argument of the outer one.
func (e *Expr) Shifts() []Shift {
	var shifts []Shift
	e.walkNow(func(n node) {
		if c, ok := n.(*call); ok && c.fn.otherPeriod {
			shifts = append(shifts, Shift{c.fn.Name, &Expr{c.args[0]}, &Expr{c}})
		}
	})
	return shifts
}

// Now gives the names and the uses of functions as Names and Functions do, without those that are looked up in another period.
func (e *Expr) Now() (names []string, uses []Use) {
	seen := make(map[string]bool)
	e.walkNow(func(n node) {
		switch n := n.(type) {
		case *name:
			if key := vntext.Key(n.text); !seen[key] {
				seen[key] = true
				names = append(names, n.text)
			}
		case *call:
			uses = append(uses, n.use())
		}
	})
	return names, uses
}
