package sheets

import (
	"io/fs"

	"tonghop/vntext"
	"tonghop/workers"
)

// ReadOptions say how the submissions are read. The zero value reads with one worker and in silence.
type ReadOptions struct {
	// Jobs is how many files are read at a time. It changes nothing in the result.
	Jobs int

	// Progress is called after each file with the number of files that are done, from one goroutine at a time. It may be nil.
	Progress func(done, total int)

	// Convert makes a workbook (.xlsx) of one of Excel 2003 and before (ending ".xls") or of OpenDocument (".ods"). Where it is nil or gives an error such a
	// file is rejected. Several workers call it at a time.
	Convert func(data []byte, ending string) ([]byte, error)

	// Stated gives the results of a former run for a period, nil where there are none. It is asked for the periods that this one is compared with, or counts
	// on from, and of which no form is there. It may be nil.
	Stated func(p *Period) (*Stated, error)
}

// reader is what reading needs to know and never changes. There is one for each period whose forms are read (read_periods.go).
type reader struct {
	c           *Catalogue
	fsys        fs.FS
	convert     func(data []byte, ending string) ([]byte, error) // nil where nothing is converted
	period      *Period
	former      bool // the period is over: its forms only serve comparisons
	expect      *Expectation
	bySlot      []*Indicator
	fingerprint string
	all         *readers

	periodWords []string
	codes       []string
	labels      []string
	unitWords   []string
	byLabel     map[string]*Indicator // by folded name; nil where two figures share it
	options     map[*Indicator][]Option
	lists       []*listForm          // by List.Index
	listSheets  map[string]*listForm // by the name or the title of their sheet
	firstKeys   map[string][]*listForm
	byStem      map[string]*Unit
	byUnitName  map[string][]named
}

// Read reads everything below the folder dir of fsys: every file gets exactly one outcome, and every unit at most one
// submission that counts for a period. Read are the forms of the period, of the sub-periods that it is put together of, and of the former
// periods that it is compared with. The paths in the batch are those of fsys, so it should be the workspace. An error, which is a lang.Message,
// means that the folder itself cannot be read, or that the program cannot account for a file; whatever is wrong with a file is a Finding.
func Read(fsys fs.FS, dir string, c *Catalogue, p *Period, opt ReadOptions) (*Batch, error) {
	files, closing, err := list(fsys, dir)
	if err != nil {
		return nil, err
	}
	defer closing()
	r := newReader(fsys, c, p)
	r.all.dir, r.convert = dir, opt.Convert
	outcomes := r.readFiles(files, opt)
	b, batches, err := r.assemble(outcomes, opt.Stated)
	if err != nil {
		return nil, err
	}
	if err := account(files, b, batches); err != nil {
		return nil, err
	}
	return b, nil
}

// newReader prepares the tables in which codes, labels and units are looked up, and the readers of the other periods.
func newReader(fsys fs.FS, c *Catalogue, p *Period) *reader {
	r := &reader{
		c: c, fsys: fsys, period: p, expect: c.Expect(p), fingerprint: c.Fingerprint(),
		byLabel: make(map[string]*Indicator), options: make(map[*Indicator][]Option), periodWords: wordsOfPeriod(p),
	}
	for _, ind := range c.Submitted() {
		r.bySlot = append(r.bySlot, ind)
		r.codes = append(r.codes, string(ind.Code))
		label := labelKey(ind.Name)
		if _, twice := r.byLabel[label]; twice {
			r.byLabel[label] = nil
		} else {
			r.byLabel[label] = ind
			r.labels = append(r.labels, ind.Name)
		}
		if ind.Kind == Category {
			r.options[ind] = c.OptionsOf(string(ind.Code))
		}
	}
	delete(r.byLabel, "")
	r.indexLists()
	r.indexUnits()
	r.all = r.otherReaders()
	return r
}

// wordsOfPeriod are the words by which the title of a column may name the period, folded.
func wordsOfPeriod(p *Period) []string {
	return []string{vntext.Fold(p.Name), vntext.Fold(p.Code), "nam " + vntext.Fold(p.Code)}
}

// readFiles reads the files with several workers.
func (r *reader) readFiles(files []listed, opt ReadOptions) []outcome {
	outcomes := make([]outcome, len(files))
	numbers := smallNumbers()
	workers.Each(opt.Jobs, len(files), opt.Progress, func() func(int) {
		keep := newKeeper(numbers)
		return func(i int) { outcomes[i] = r.readFile(files[i], keep) }
	})
	return outcomes
}
