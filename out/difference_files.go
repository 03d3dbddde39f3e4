package out

import (
	"slices"
	"strings"

	"tonghop/lang"
	"tonghop/sheets"
)

// FileChange is a file that came, went, was renamed, changed its content, or is treated otherwise than before.
type FileChange struct {
	Path   string
	Change string // one of the changes of files
	From   string // the former path of a renamed file
	Unit   sheets.UnitCode

	// Before and After are the outcomes of a submission: used, superseded, rejected, ignored; "" of other files.
	Before, After string
}

// tallyOf counts what became of files, by their outcomes.
func tallyOf(files []fileJSON) *sheets.Tally {
	t := sheets.Tally{Received: len(files)}
	for _, f := range files {
		switch f.Outcome {
		case outcomeKey(sheets.Used):
			t.Used++
		case outcomeKey(sheets.Superseded):
			t.Superseded++
		case outcomeKey(sheets.Rejected):
			t.Rejected++
		case outcomeKey(sheets.Ignored):
			t.Ignored++
		}
	}
	return &t
}

// The changes of files, as tonghop/diff/1 names them, with the words for them.
const (
	fileNew     = "new"
	fileGone    = "gone"
	fileChanged = "changed"
	fileRenamed = "renamed"
	fileOutcome = "outcome" // the same bytes, treated otherwise
)

var fileChangeTitles = map[string]lang.Format{
	fileNew:     {Vi: "mới có", En: "new"},
	fileGone:    {Vi: "không còn", En: "gone"},
	fileChanged: {Vi: "nội dung đã khác", En: "changed"},
	fileRenamed: {Vi: "đổi tên", En: "renamed"},
	fileOutcome: {Vi: "xử lý khác trước", En: "treated otherwise"},
}

// fileChanges are the files that are not the same before and after. A file that moved is one change, not two.
func fileChanges(before, after []fileJSON) []FileChange {
	var changes []FileChange
	var came, gone []fileJSON
	for _, p := range pairUp(before, after, func(f *fileJSON) string { return f.Path }) {
		switch {
		case p.before == nil:
			came = append(came, *p.after)
		case p.after == nil:
			gone = append(gone, *p.before)
		case p.before.SHA256 != p.after.SHA256:
			changes = append(changes, changeOf(fileChanged, p.before, p.after))
		case p.before.Outcome != p.after.Outcome:
			changes = append(changes, changeOf(fileOutcome, p.before, p.after))
		}
	}
	for _, p := range pairUp(gone, came, func(f *fileJSON) string { return f.SHA256 }) {
		switch {
		case p.before == nil:
			changes = append(changes, changeOf(fileNew, nil, p.after))
		case p.after == nil:
			changes = append(changes, changeOf(fileGone, p.before, nil))
		default:
			changes = append(changes, changeOf(fileRenamed, p.before, p.after))
		}
	}
	return changes
}

func changeOf(change string, before, after *fileJSON) FileChange {
	c := FileChange{Change: change}
	if before != nil {
		c.Path, c.Before, c.Unit = before.Path, before.Outcome, before.Unit
	}
	if after != nil {
		if change == fileRenamed {
			c.From = before.Path
		}
		c.Path, c.After, c.Unit = after.Path, after.Outcome, after.Unit
	}
	return c
}

// inputs compares what the runs were made from: the submissions with what became of them, the catalogue and the templates.
func (d *Difference) inputs(before, after *Former) {
	checked := before.checked != nil && after.checked != nil
	listed := before.manifest != nil && after.manifest != nil
	if !checked && !listed {
		return
	}
	a, b := before.inputs(checked, listed), after.inputs(checked, listed)
	if !hasTemplates(a) || !hasTemplates(b) {
		a, b = slices.DeleteFunc(a, isTemplate), slices.DeleteFunc(b, isTemplate)
	}
	d.Inputs = fileChanges(a, b)
	for _, f := range []*Former{before, after} {
		for _, name := range f.stale() {
			d.Skipped = append(d.Skipped, msgOlderRun.With(f.Name, name))
		}
	}
}

var msgOlderRun = lang.Format{
	Vi: "Ở %s, %s là của một lần chạy cũ hơn lần chạy cuối. Chạy tonghop run để mọi kết quả cùng một lần chạy.",
	En: "In %s, %s is of an older run than the last one. Run tonghop run so that all results are of one run."}

// inputs are the files that a run read, the catalogue and the templates first.
func (f *Former) inputs(checked, listed bool) []fileJSON {
	var all, submissions []fileJSON
	known := make(map[string]bool)
	if checked {
		submissions = f.checked.Files
		for _, file := range submissions {
			known[file.Path] = true
		}
	}
	if listed {
		for _, in := range f.manifest.Inputs {
			if !known[in.Path] {
				all = append(all, fileJSON{Path: in.Path, SHA256: in.SHA256})
			}
		}
	}
	return append(all, submissions...)
}

// stale are the results that the last run did not write: check writes no totals, aggregate no findings.
func (f *Former) stale() []string {
	var names []string
	if f.manifest == nil {
		return nil
	}
	for _, o := range f.manifest.Outputs {
		if (o.Path == checkJSONName || o.Path == totalsJSONName) && o.Run != f.manifest.Run {
			names = append(names, o.Path)
		}
	}
	return names
}

// hasTemplates reports whether a run filled documents. One that did not says nothing about the templates.
func hasTemplates(files []fileJSON) bool { return slices.ContainsFunc(files, isTemplate) }

func isTemplate(f fileJSON) bool {
	return f.Outcome == "" && strings.HasSuffix(strings.ToLower(strings.TrimSuffix(f.Path, ")")), ".docx")
}

func outputFiles(m *Manifest) []fileJSON {
	var files []fileJSON
	for _, o := range m.Outputs {
		files = append(files, fileJSON{Path: o.Path, SHA256: o.SHA256})
	}
	return files
}
