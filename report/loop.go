package report

import (
	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/templates"
	"tonghop/vntext"
)

// field is a name that stands for a value.
type field struct {
	name  string
	doc   lang.Format
	value func(*source, row) figure.Value

	style  string                    // in which a bare tag prints it; "" for the default of its kind
	styled func(*source, row) string // the same where it depends on the row

	// derived tells that its text is worked out from the data, such as a verdict, and not typed.
	derived bool

	// lines makes the name a loop too, over the lines of its text.
	lines bool
}

// loop is a name that stands for rows. The document is a loop of one row.
type loop struct {
	name   string
	doc    lang.Format
	fields []field
	loops  []loop
	root   bool // it is a whole document
	rows   func(*source, row) []row

	// key names a row among the rows of the loop, whatever other rows there are. Lines of text have none.
	key func(row) string

	// env narrows what functions count within a row; nil leaves it as it is. It serves documents about the root.
	env func(*aggregate.Result, row) formula.Env

	// like names a loop whose rows have the same names, where there is one: help lists them once.
	like string

	// ofPeriod says that the rows are sub-periods, each like a document about it.
	ofPeriod bool

	// ofUnit says that the rows are units, so that the codes of indicators stand for their totals.
	ofUnit bool
}

// row is one row of a loop: what the loop is about is set, the rest is nil.
type row struct {
	key string // among the rows of its loop

	period      *aggregate.Result // of a sub-period
	unit        *sheets.Unit
	indicator   *sheets.Indicator
	group       string // of indicators
	target      *aggregate.TargetResult
	part        *aggregate.PartResult
	own         bool // part is that of a unit with a plan of its own
	shortcoming *aggregate.ShortcomingResult
	clause      *sheets.Clause
	measure     *aggregate.MeasureResult
	past        *sheets.PastLevel
	line        figure.Value // of a text
	count       tally        // of a field of work or a level
	listed      *aggregate.RowSource
	finding     *sheets.Finding
	lacking     *sheets.Period
	file        *sheets.File
	late        *LateFile
}

// tally is how many shortcomings a field of work or a level has.
type tally struct {
	field  string
	level  sheets.Level
	number int
}

// field finds a field by its name, nil where there is none.
func (l *loop) field(name string) *field {
	key := vntext.Key(name)
	for i := range l.fields {
		if l.fields[i].name == key {
			return &l.fields[i]
		}
	}
	return nil
}

// inner finds a loop inside by its name, nil where there is none.
func (l *loop) inner(name string) *loop {
	key := vntext.Key(name)
	for i := range l.loops {
		if l.loops[i].name == key {
			return &l.loops[i]
		}
	}
	return nil
}

// Name is a name that documents can use, for help and for lists.
type Name struct {
	Name string
	Loop string // the loop it belongs to, with those around it: "chi_tieu / phan"; "" for the document, "*" for any loop
	Like string // of a loop whose rows have the names of another one: that one, whose names are listed
	Doc  lang.Format

	Loops bool // it can be looped over
	Value bool // it can be printed
}

// Names lists what documents can name: names of the document first, then loop by loop. Beside them are the codes of indicators and the settings of
// the catalogue.
func Names() []Name {
	names := document.names("")
	for _, s := range settings {
		names = append(names, Name{Name: settingPrefix + s.name, Doc: s.doc, Loops: true, Value: true})
	}
	names = append(names, innerNames(&document, "")...)
	names = append(names, listNames()...)
	for _, r := range templates.RowNames() {
		names = append(names, Name{Name: r.Name, Loop: anyLoop, Doc: r.Doc, Value: true})
	}
	return append(names, paragraphs.names(anyLoop)...)
}

// anyLoop stands for the loops of names that are not those of one loop.
const anyLoop = "*"

// names lists the fields and the loops of a loop.
func (l *loop) names(path string) []Name {
	var names []Name
	for _, f := range l.fields {
		names = append(names, Name{Name: f.name, Loop: path, Doc: f.doc, Loops: f.lines, Value: true})
	}
	for _, inner := range l.loops {
		names = append(names, Name{Name: inner.name, Loop: path, Like: inner.like, Doc: inner.doc, Loops: true})
	}
	return names
}

// innerNames lists what is in the loops of a loop.
func innerNames(l *loop, path string) []Name {
	var names []Name
	for i := range l.loops {
		inner := &l.loops[i]
		if inner.like != "" {
			continue
		}
		at := inner.name
		if path != "" {
			at = path + " / " + at
		}
		names = append(names, inner.names(at)...)
		names = append(names, innerNames(inner, at)...)
	}
	return names
}
