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
}

// reader is what reading needs to know and never changes.
type reader struct {
	c           *Catalogue
	fsys        fs.FS
	period      *Period
	expect      *Expectation
	reports     []bool // by Unit.Index
	bySlot      []*Indicator
	fingerprint string

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
	byUnitName  map[string][]*Unit
}

// Read reads everything below the folder dir of fsys: every file gets exactly one outcome, and every unit at most one
// submission that counts. The paths in the batch are those of fsys, so it should be the workspace. An error, which is a lang.Message,
// means that the folder itself cannot be read; whatever is wrong with a file is a Finding.
func Read(fsys fs.FS, dir string, c *Catalogue, p *Period, opt ReadOptions) (*Batch, error) {
	files, err := list(fsys, dir)
	if err != nil {
		return nil, err
	}
	r := newReader(fsys, c, p)
	outcomes := r.readFiles(files, opt)
	return r.assemble(dir, outcomes), nil
}

// newReader prepares the tables in which codes, labels and units are looked up.
func newReader(fsys fs.FS, c *Catalogue, p *Period) *reader {
	r := &reader{
		c: c, fsys: fsys, period: p, expect: c.Expect(p), fingerprint: c.Fingerprint(),
		reports: make([]bool, len(c.Units.Units)), byLabel: make(map[string]*Indicator), options: make(map[*Indicator][]Option),
		periodWords: []string{vntext.Fold(p.Name), vntext.Fold(p.Code), "nam " + vntext.Fold(p.Code)},
	}
	for _, u := range r.expect.Reporting {
		r.reports[u.Index] = true
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
	return r
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

// assemble puts the outcomes of the files together: one submission for each unit, or a question.
func (r *reader) assemble(dir string, outcomes []outcome) *Batch {
	b := &Batch{
		Period: r.period, Expect: r.expect,
		Submissions: make([]*Submission, len(r.c.Units.Units)),
		InQuestion:  make([]bool, len(r.c.Units.Units)),
	}
	r.offerUnits(outcomes)
	sent := make([][]*outcome, len(r.c.Units.Units))
	for i := range outcomes {
		o := &outcomes[i]
		b.Files = append(b.Files, o.file)
		if o.submission != nil {
			sent[o.submission.Unit.Index] = append(sent[o.submission.Unit.Index], o)
		}
	}
	desk := r.openDesk(dir)
	for _, u := range r.expect.Reporting {
		b.Submissions[u.Index] = desk.settle(u, sent[u.Index], b)
	}
	for i := range outcomes {
		b.Findings = append(b.Findings, outcomes[i].findings...)
	}
	b.Findings = append(b.Findings, desk.findings...)
	return b
}
