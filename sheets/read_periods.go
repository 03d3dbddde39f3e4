package sheets

import (
	"io/fs"
	"math"
	"path"
	"slices"
	"strings"

	"tonghop/vntext"
)

// readers are one reader for each period whose forms are read.
type readers struct {
	list   []*reader // that of the chosen period first
	nested bool      // the chosen period has sub-periods
	dir    string    // of the submissions
}

// otherReaders makes the readers of the other periods.
func (r *reader) otherReaders() *readers {
	all := &readers{list: []*reader{r}}
	all.add(r.period, false)
	all.nested = len(all.list) > 1
	for _, p := range []*Period{r.period, r.c.Before(r.period), r.c.YearBefore(r.period)} {
		if p != nil {
			all.addToDate(p)
		}
	}
	return all
}

// addToDate makes the readers of a former period and of those from the start of its year up to it.
func (all *readers) addToDate(p *Period) {
	for _, q := range all.chosen().c.untilEndOf(p) {
		all.add(q, true)
	}
}

// add makes the readers of a period and of its sub-periods. They share all tables with the others and differ in the period and in what is expected
// in it.
func (all *readers) add(p *Period, former bool) {
	if p == nil {
		return
	}
	r := all.chosen()
	if all.reading(p) == nil {
		other := *r
		other.period, other.former, other.expect, other.periodWords, other.all = p, former, r.c.Expect(p), wordsOfPeriod(p), all
		all.list = append(all.list, &other)
	}
	for _, part := range r.c.SubPeriods(p) {
		all.add(part, former)
	}
}

// BlankForms gives the paths of the forms below a folder that nobody has filled in, whatever period of the catalogue they are for. Archives are not looked
// into: what is in them cannot be written over. The error is that of Read.
func BlankForms(fsys fs.FS, dir string, c *Catalogue, p *Period, opt ReadOptions) ([]string, error) {
	files, err := walk(fsys, dir)
	if err != nil {
		return nil, err
	}
	r := newReader(fsys, c, p)
	r.all.dir = dir
	for _, other := range c.Periods {
		r.all.add(other, true)
	}
	var blank []string
	for _, o := range r.readFiles(files, opt) {
		if o.submission != nil && !o.submission.Answered() {
			blank = append(blank, o.file.Path)
		}
	}
	return blank, nil
}

// chosen is the reader of the period that is added up.
func (all *readers) chosen() *reader { return all.list[0] }

// reading is the reader of a period, nil where its forms are not read.
func (all *readers) reading(p *Period) *reader {
	for _, r := range all.list {
		if r.period == p {
			return r
		}
	}
	return nil
}

// of is the reader of the period of a code.
func (all *readers) of(code string) *reader {
	for _, r := range all.list {
		if code != "" && r.period.isNamed(code) {
			return r
		}
	}
	return nil
}

// folderPeriod is the period of the catalogue whose code a folder above the file bears, the innermost where several do; nil where none does.
func (all *readers) folderPeriod(file *File) *Period {
	for _, folder := range slices.Backward(all.folders(file)) {
		if p := all.chosen().c.Period(folder); p != nil {
			return p
		}
	}
	return nil
}

// folders are the names of the folders above a file, below that of the submissions. An archive is one under its name without ending: 2021-Q1.zip holds
// forms of 2021-Q1.
func (all *readers) folders(file *File) []string {
	names := all.above(file)
	for i, name := range names {
		if isArchive(name) {
			names[i] = strings.TrimSuffix(name, path.Ext(name))
		}
	}
	return names
}

// above are the names of the folders and the archives in which a file lies.
func (all *readers) above(file *File) []string {
	below := strings.TrimPrefix(file.Path, strings.TrimSuffix(vntext.NFC(all.dir), "/")+"/")
	names := strings.Split(below, "/")
	return names[:len(names)-1]
}

// putAside reports whether the office put a file into a folder of its own. An archive comes from a unit, unless its name is the code of a period.
func (all *readers) putAside(file *File) bool {
	return len(all.above(file)) > 0 && !isArchive(all.above(file)[0]) || all.folderPeriod(file) != nil
}

// likely is the reader of the period of which a form seems to be before its table was found: the title of its column of values may name the
// period. Whether the form is really of that period is decided when it is known what stands above the table.
func (r *reader) likely(file *File, hidden marks, tabs []tab, keep keeper) *reader {
	if len(r.all.list) == 1 {
		return r
	}
	if byCode := r.all.of(hidden[keyPeriod]); byCode != nil {
		return byCode
	}
	for i := range tabs {
		s, ok := statement(&tabs[i], math.MaxInt, periodLabels, keep)
		if !ok {
			continue
		}
		for _, p := range r.periodsNamed(s.text) {
			if named := r.all.reading(p); named != nil {
				return named
			}
		}
	}
	return orReader(r.all.reading(r.all.folderPeriod(file)), r)
}
