package out

import (
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"tonghop/lang"
	"tonghop/report"
	"tonghop/sheets"
	"tonghop/workers"
)

// FeedbackDir is the folder of the results with the marked copies of the units' own workbooks.
const FeedbackDir = "phan-hoi"

var msgNotMarked = lang.Format{
	Vi: "Không lập được bản đánh dấu của %s: %s. Các điểm cần sửa của tệp này vẫn có trong kiem-tra.xlsx và trong công văn đôn đốc.",
	En: "No marked copy of %s was made: %s. What to mend in it is in kiem-tra.xlsx and in the reminder letter.",
}

// markedCopy is a workbook that goes back to its unit.
type markedCopy struct {
	name     string // of the result
	unit     *sheets.Unit
	file     *sheets.File
	requests []report.Request // in the order of the findings
}

// markedCopies are the workbooks with something to mend, in the order of the registry: of each unit the one that is used first, then others in the
// order of their paths. A file that could not be read has none, and what is said about no file stands in the first copy.
func (r *Run) markedCopies() []markedCopy {
	byUnit := make(map[sheets.UnitCode][]sheets.Finding)
	for _, f := range r.Check.Findings {
		byUnit[f.Unit] = append(byUnit[f.Unit], f)
	}
	files := make(map[sheets.UnitCode][]*sheets.File)
	for _, file := range r.Batch.Files {
		if len(file.Sheets) > 0 {
			files[file.Unit] = append(files[file.Unit], file)
		}
	}
	var copies []markedCopy
	for _, u := range r.Batch.Expect.Reporting {
		requests := report.Requests(r.Catalogue, r.Batch, u, byUnit[u.Code])
		copies = append(copies, copiesOf(u, files[u.Code], requests)...)
	}
	return copies
}

func copiesOf(u *sheets.Unit, files []*sheets.File, requests []report.Request) []markedCopy {
	byFile := make(map[string][]report.Request)
	for _, request := range requests {
		byFile[request.Finding.Pos.File] = append(byFile[request.Finding.Pos.File], request)
	}
	slices.SortStableFunc(files, func(a, b *sheets.File) int { return rank(a) - rank(b) })
	var copies []markedCopy
	for _, file := range files {
		asked := byFile[file.Path]
		if len(asked) == 0 {
			continue
		}
		if len(copies) == 0 {
			asked = append(asked, byFile[""]...)
		}
		copies = append(copies, markedCopy{copyName(u, len(copies)+1), u, file, asked})
	}
	return copies
}

func rank(file *sheets.File) int {
	if file.Outcome == sheets.Used {
		return 0
	}
	return 1
}

// copyName is copy number n of a unit. A tilde with a number ends no name of a unit, see sheets.SafeName.
func copyName(u *sheets.Unit, n int) string {
	name := FeedbackDir + "/" + sheets.FormName(u)
	if n > 1 {
		name = strings.TrimSuffix(name, ".xlsx") + "~" + strconv.Itoa(n) + ".xlsx"
	}
	return name
}

// Feedback says how marked copies are made.
type Feedback struct {
	// Original gives a file as it was received. Its error says in words why it cannot; it is called by several goroutines.
	Original func(*sheets.File) ([]byte, error)

	// Jobs is how many copies are made at a time. It changes nothing in the result.
	Jobs int

	// Progress is called after each copy, from one goroutine at a time. It may be nil.
	Progress func(done, total int)
}

// copiesAhead is how many copies of each worker are held in memory before they are written.
const copiesAhead = 4

// StageFeedback stages a marked copy of every workbook in which its unit has something to mend, and a workbook for each upper unit that names what those
// below it have to do. It says of which files there is no copy, and why.
func (d *Dest) StageFeedback(r *Run, f Feedback) ([]lang.Message, error) {
	copies := r.markedCopies()
	var refused []lang.Message
	names := make(map[sheets.UnitCode][]string)
	for from := 0; from < len(copies); from += copiesAhead * max(1, f.Jobs) {
		some := copies[from:min(len(copies), from+copiesAhead*max(1, f.Jobs))]
		made, reasons := f.mark(r, some, from, len(copies))
		for i, data := range made {
			if reasons[i] != nil {
				refused = append(refused, msgNotMarked.With(some[i].file.Path, reasons[i]))
				continue
			}
			if err := d.Stage(some[i].name, func(w io.Writer) error { _, err := w.Write(data); return err }); err != nil {
				return nil, err
			}
			staged := &d.staged[len(d.staged)-1]
			if err := d.settle(staged); err != nil {
				return nil, err
			}
			names[some[i].unit.Code] = append(names[some[i].unit.Code], path.Base(staged.name))
		}
	}
	return refused, d.stageUppers(r, names)
}

// mark makes some of the copies. Each is the bytes of a workbook, or the reason why there is none.
func (f Feedback) mark(r *Run, some []markedCopy, before, total int) ([][]byte, []error) {
	made, reasons := make([][]byte, len(some)), make([]error, len(some))
	step := func(done, _ int) {
		if f.Progress != nil {
			f.Progress(before+done, total)
		}
	}
	workers.Each(f.Jobs, len(some), step, func() func(int) {
		return func(i int) {
			data, err := f.Original(some[i].file)
			if err == nil {
				data, err = markWorkbook(data, r, some[i])
			}
			made[i], reasons[i] = data, err
		}
	})
	return made, reasons
}
