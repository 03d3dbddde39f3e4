package check

import (
	"fmt"
	"iter"
	"strings"
	"time"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// formEnv is one form as the rules see it. It belongs to one goroutine.
type formEnv struct {
	*visit
	asZero bool // blank figures count as zero, for rules that say so
	depth  int

	other *sheets.Batch // of another period, in which the same unit is looked at; nil for that of the form
}

// deepest is how many derived figures may stand on one another. Circles are faults of the catalogue; this only bounds
// what a faulty one can do.
const deepest = 50

func newFormEnv(v *visit) *formEnv { return &formEnv{visit: v} }

// Value implements formula.Env. It knows the figures, the period and the settings.
func (e *formEnv) Value(name string) figure.Value {
	ind, known := e.names[name]
	if !known {
		ind = e.catalogue.Indicator(sheets.Code(name))
	}
	switch {
	case ind == nil:
		return e.surrounding(name)
	case ind.Slot < 0:
		return e.derive(ind)
	}
	if e.other != nil {
		return e.elsewhere(ind)
	}
	value := e.visit.value(ind)
	if e.asZero && value.State <= sheets.Blank && isAmount(ind.Kind) {
		return figure.Int(0)
	}
	return value.Figure(ind)
}

// elsewhere is a figure of the unit in another period. One that is put together of several reports is known when all of them are there.
func (e *formEnv) elsewhere(ind *sheets.Indicator) figure.Value {
	a := e.other.Comparable(e.unit, ind, e.originsOf(e.unit))
	if e.other.Composite() && a.Have < a.Expected {
		return figure.MissingOf(string(ind.Code))
	}
	return a.Figure(ind)
}

// isAmount reports whether zero is a value of the kind.
func isAmount(kind sheets.Kind) bool {
	switch kind {
	case sheets.Count, sheets.Stock, sheets.Money, sheets.Decimal, sheets.Percent:
		return true
	}
	return false
}

// derive works out a derived figure within the form.
func (e *formEnv) derive(ind *sheets.Indicator) figure.Value {
	if e.depth >= deepest {
		return figure.MissingOf(string(ind.Code))
	}
	e.depth++
	defer func() { e.depth-- }()
	return ind.Formula.Eval(e)
}

// surrounding gives what is not a figure: ky.* and thong_tin.*.
func (e *formEnv) surrounding(name string) figure.Value {
	if key, ok := strings.CutPrefix(name, "thong_tin."); ok {
		if text := e.catalogue.Settings.Text(key); text != "" {
			return figure.TextOf(text)
		}
	}
	period := e.at().Period
	switch name {
	case "ky.ma":
		return figure.TextOf(period.Code)
	case "ky.ten":
		return figure.TextOf(period.Name)
	case "ky.tu_ngay":
		return figure.Value{Kind: figure.Date, Date: period.From}
	case "ky.den_ngay":
		return figure.Value{Kind: figure.Date, Date: period.To}
	case "ky.nam":
		return figure.Int(period.To.Year())
	case "ky.nam_truoc":
		return figure.Int(period.To.Year() - 1)
	case "ky.nam_sau":
		return figure.Int(period.To.Year() + 1)
	}
	return figure.MissingOf(name)
}

// Units implements formula.Env: the only unit of a form is the one whose it is.
func (e *formEnv) Units(levels []string) iter.Seq[formula.Env] {
	return func(yield func(formula.Env) bool) {
		if len(levels) == 0 || levelAmong(levels, e.unit.Level) {
			yield(e)
		}
	}
}

// Ask implements formula.Env. A form knows the length of its period, the thresholds of the targets and the rows of its own lists; what is
// counted over all units is not known within one.
func (e *formEnv) Ask(function string, words []string) figure.Value {
	switch {
	case function == "so_thang":
		return figure.Int(e.at().Period.Months())
	case function == "nguong" && len(words) == 1:
		return e.threshold(words[0])
	}
	if q, ok := e.catalogue.RowQuestion(formula.Use{Name: function, Words: words}); ok {
		return e.rows(q)
	}
	return figure.MissingOf(function)
}

// rows answers a question about the rows of a list of the form. While a cell that it needs is blank or unreadable there is nothing to check.
func (e *formEnv) rows(q *sheets.RowQuestion) figure.Value {
	sub := e.sub
	if e.other != nil {
		sub = e.other.Submissions[e.unit.Index]
	}
	if sub != nil && sub.List(q.List).Present {
		var tally sheets.RowTally
		if q.Add(&tally, sub.List(q.List).Rows); !tally.Open() {
			return q.Value(tally)
		}
	}
	return figure.MissingOf(q.Name())
}

// at is the batch of the period in which the unit is looked at.
func (e *formEnv) at() *sheets.Batch {
	if e.other != nil {
		return e.other
	}
	return e.batch
}

// originsOf are the units that went over into a unit by the end of the period of the form.
func (e *examiner) originsOf(u *sheets.Unit) []sheets.Heir {
	if e.origins == nil {
		return nil
	}
	return e.origins[u.Index]
}

// In implements formula.Timed: what the same unit gave in the period before, or in the same period last year, with what the units gave that went over into
// it since. A blank there is no zero, whatever the rule
// says about blanks of this form.
func (e *formEnv) In(function string) (formula.Env, string) {
	p, other := e.catalogue.Before(e.at().Period), e.at().Former
	switch function {
	case formula.LastYear:
		p, other = e.catalogue.YearBefore(e.at().Period), e.at().LastYear
	case formula.Cumulative:
		p, other = e.catalogue.ToDate(e.at().Period), e.at().ToDate()
	}
	switch {
	case p == nil:
		return nil, ""
	case other == nil:
		return nil, p.Name
	}
	return &formEnv{visit: e.visit, depth: e.depth, other: other}, p.Name
}

// threshold is the threshold of a part, CT-A.a, or of the only part of a target, CT-A.
func (e *formEnv) threshold(key string) figure.Value {
	for _, target := range e.catalogue.Targets {
		for _, part := range target.Parts {
			name := string(target.Code)
			if part.Key != "" {
				name += "." + part.Key
			}
			if strings.EqualFold(name, key) && !part.Threshold.IsMissing() {
				return part.Threshold
			}
		}
	}
	return figure.MissingOf(fmt.Sprintf("nguong(%q)", key))
}

// formValue is a figure as the form gives it.
func (v *visit) formValue(ind *sheets.Indicator) figure.Value {
	if ind.Slot < 0 {
		return newFormEnv(v).derive(ind)
	}
	return v.value(ind).Figure(ind)
}

// shortDay prints a day as 03/3/2021.
func shortDay(day time.Time) string {
	text := figure.Value{Kind: figure.Date, Date: day}
	if style, ok := figure.StyleNamed("ngay_ngan"); ok {
		if printed, ok := style.Print(text); ok {
			return printed
		}
	}
	return figure.Default(text)
}
