// Package report says what a document can name: the figures of a unit, the period, the settings of the office, and the rows of its
// loops over units, targets, shortcomings and fields of work.
//
// One table (document.go and the files beside it) holds every name with what it is. It answers the tags of a document, checks a
// template before there are data, and makes the help. Codes of indicators and settings (thong_tin.…) come from the catalogue and are
// known beside it. What is looked up in the row of a loop and not found there is looked up in the row around it, at last in
// the document.
//
// Nothing is computed here: values are chosen from what package aggregate built, and put into the words of a report.
package report

import (
	"iter"
	"time"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
	"tonghop/templates"
)

// Options choose what a document is about. The zero value is the whole province on the last day of the period.
type Options struct {
	// Unit is the unit whose totals the codes of indicators stand for; nil is the root.
	Unit *sheets.Unit

	// Date is the date that the document bears; zero is the last day of the period.
	Date time.Time

	// Closing is that of the period; nil where it was not closed.
	Closing *Closing
}

// New gives what a document can name. It belongs to one goroutine; documents that are filled at the same time take one each.
func New(r *aggregate.Result, opt Options) templates.Data { return newDocument(r, opt) }

func newDocument(r *aggregate.Result, opt Options) *data {
	if opt.Unit == nil {
		opt.Unit = r.Catalogue.Units.Root
	}
	if opt.Date.IsZero() {
		opt.Date = r.Batch.Period.To
	}
	s := &source{Result: r, Options: opt, lists: listLoops(r.Catalogue)}
	s.reporting, s.submitted = submissions(r.Batch, opt.Unit)
	return &data{source: s, loop: &document, env: r.Env(opt.Unit)}
}

// source is what all rows of a document share.
type source struct {
	*aggregate.Result
	Options

	reporting []*sheets.Unit // the units at or below Unit that must submit
	submitted int            // how many of them have a submission that counts
	lists     []loop         // over the list forms of the catalogue
	letter    *Letter        // nil in other documents
}

// data is the document, or a row of one of its loops, as tags see it. What it does not know, the filler of the template looks up around it.
type data struct {
	*source
	loop *loop
	row  row
	env  formula.Env

	// narrow says that env is the row's own, so that codes of indicators are asked of it and not of the surroundings.
	narrow bool
}

// Value implements formula.Env. A name that is not known here gives the zero Value.
func (d *data) Value(name string) figure.Value {
	if f := d.loop.field(name); f != nil {
		return named(f.value(d.source, d.row), name)
	}
	if !d.loop.root {
		if d.narrow && d.Catalogue.Indicator(sheets.Code(name)) != nil {
			return d.env.Value(name)
		}
		return figure.Value{}
	}
	if key, ok := settingKey(name); ok {
		return named(prose(d.Catalogue.Settings.Text(key)), name)
	}
	return d.env.Value(name)
}

// named makes sure that a missing value says what is missing.
func named(v figure.Value, name string) figure.Value {
	if v.IsMissing() && len(v.Gaps) == 0 {
		v.Gaps = []string{name}
	}
	return v
}

// Units implements formula.Env.
func (d *data) Units(levels []string) iter.Seq[formula.Env] { return d.env.Units(levels) }

// Ask implements formula.Env.
func (d *data) Ask(function string, words []string) figure.Value { return d.env.Ask(function, words) }

// In implements formula.Timed: codes of indicators there are those of the same unit. Names of a row, or of the document, are not known there.
func (d *data) In(function string) (formula.Env, string) {
	if timed, ok := d.env.(formula.Timed); ok {
		return timed.In(function)
	}
	return nil, ""
}

// Rows implements templates.Data.
func (d *data) Rows(name string) ([]templates.Data, bool) {
	if l := d.loop.inner(name); l != nil {
		return d.open(l, l.rows(d.source, d.row)), true
	}
	if f := d.loop.field(name); f != nil && f.lines {
		return d.open(&paragraphs, linesOf(f.value(d.source, d.row))), true
	}
	if d.loop.root || d.loop.ofUnit || d.loop.ofPeriod {
		if l := listNamed(d.lists, name); l != nil {
			return d.open(l, l.rows(d.source, d.row)), true
		}
	}
	if key, ok := settingKey(name); ok && d.loop.root {
		return d.open(&paragraphs, linesOf(prose(d.Catalogue.Settings.Text(key)))), true
	}
	return nil, false
}

// open makes the rows of a loop.
func (d *data) open(l *loop, rows []row) []templates.Data {
	opened := make([]templates.Data, len(rows))
	keys := rowKeys{}
	for i, at := range rows {
		if l.key != nil {
			at.key = keys.next(l.key(at))
		}
		inner := &data{source: d.source, loop: l, row: at, env: d.env}
		switch {
		case l.ofPeriod:
			inner.source = d.source.in(at.period)
			inner.env, inner.narrow = at.period.Env(unitOf(d.source, at)), true
		case l.ofUnit:
			inner.env, inner.narrow = d.Env(at.unit), true
		case l.env != nil && d.Unit == d.Catalogue.Units.Root:
			inner.env, inner.narrow = l.env(d.Result, at), true
		}
		opened[i] = inner
	}
	return opened
}

// Style implements templates.Data: the style in which a bare name is printed.
func (d *data) Style(name string) (string, bool) {
	if f := d.loop.field(name); f != nil {
		style := f.style
		if f.styled != nil {
			style = f.styled(d.source, d.row)
		}
		return style, true
	}
	if ind := d.Catalogue.Indicator(sheets.Code(name)); ind != nil && (d.narrow || d.loop.root) {
		return fittingStyle(ind, d.env), true
	}
	return "", false
}

// fittingStyle is the style of an indicator as a unit has it: yes and no become a number only where units are counted, and what units chose or wrote
// is a text of each and a list of all.
func fittingStyle(ind *sheets.Indicator, env formula.Env) string {
	style := printStyle(ind)
	switch ind.Kind {
	case sheets.YesNo, sheets.Category, sheets.Words:
		if s, ok := figure.StyleNamed(style); ok {
			if _, prints := s.Print(env.Value(string(ind.Code))); !prints {
				return ""
			}
		}
	}
	return style
}

// printStyle is the style of an indicator; "" leaves values that are no numbers as they are.
func printStyle(ind *sheets.Indicator) string {
	if ind.Style == "" {
		switch {
		case ind.Kind == sheets.YesNo && ind.Rollup != sheets.CountUnits, ind.Kind == sheets.Category, ind.Kind == sheets.Words:
			return ""
		case ind.Rollup == sheets.CountCategory, ind.Rollup == sheets.Listing:
			return ""
		}
	}
	return ind.PrintStyle()
}
