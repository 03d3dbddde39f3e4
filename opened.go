package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tonghop/lang"
	"tonghop/out"
	"tonghop/report"
	"tonghop/sheets"
	"tonghop/templates"
	"tonghop/vntext"
)

// opened is a report that was filled before, with the data of today to compare it with.
type opened struct {
	path     string // of the file
	shown    string // the same for messages
	document *templates.Document

	workspace *workspace
	run       *out.Run
	unit      *sheets.Unit
	date      time.Time
	data      templates.Data
	labels    []templates.Label // of the figures of its unit, as people may type them into prose
}

var (
	msgNoReport = lang.Format{Vi: "không mở được báo cáo %s: %v", En: "cannot open the report %s: %v"}
	msgNoTraces = lang.Format{
		Vi: "%s không có dấu nhận biết con số nào: tệp lập với --plain, đã qua tonghop detach, hoặc không do tonghop lập. Hãy lập lại báo cáo bằng: tonghop report",
		En: "%s has no figure that can be told: it was written with --plain, went through tonghop detach, or is not by tonghop. Write the report again with: tonghop report"}
	msgBesideBroken = lang.Format{Vi: "%s: %s; đối chiếu theo dấu nhận biết ghi trong báo cáo", En: "%s: %s; what the report itself says is used"}
)

// openReport reads a report that somebody may have edited since.
func openReport(k *call, path string) (*opened, error) {
	o := &opened{path: path, shown: vntext.NFC(filepath.ToSlash(path))}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, usage(msgNoReport.With(o.shown, lang.Cause(err)))
	}
	if o.document, err = templates.Open(filepath.Base(o.shown), data); err != nil {
		return nil, usage(msgNoReport.With(o.shown, err))
	}
	if _, ok := o.document.Provenance(); ok {
		return o, nil
	}
	return o, o.restore(k)
}

// restore tells a report that lost what it said of its figures what stands in the file beside it.
func (o *opened) restore(k *call) error {
	beside := besideOf(o.path)
	data, err := os.ReadFile(beside)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return msgReadFolder.With(filepath.ToSlash(beside), lang.Cause(err))
	}
	said, err := templates.DecodeProvenance(data)
	if err != nil {
		k.say(msgBesideBroken.With(filepath.ToSlash(beside), err))
		return nil
	}
	o.document.Restore(said)
	return nil
}

// besideEnd ends the name of the file beside a report that says where its figures come from.
const besideEnd = ".nguon.xml"

func besideOf(report string) string {
	return strings.TrimSuffix(report, filepath.Ext(report)) + besideEnd
}

// compareWith gathers the data of the workspace, for the period, the unit and the date that the report is about, where nothing else was asked for.
func (o *opened) compareWith(k *call, dir string) error {
	if len(o.document.Figures()) == 0 {
		if _, known := o.document.Provenance(); !known {
			return usage(msgNoTraces.With(o.shown))
		}
	}
	if dir == "" && k.catalog == "" {
		dir = workspaceAround(o.path)
	}
	said, known := o.document.Provenance()
	counted, old := strings.CutSuffix(said.Policy, out.OldTreePolicy)
	k.period, k.unit, k.strict = orElse(k.period, said.Period), orElse(k.unit, said.Unit), k.strict || counted == policyStrict
	switch {
	case old:
		k.tree = orElse(k.tree, sheets.OldTree.Key())
	case known:
		k.tree = orElse(k.tree, sheets.NewTree.Key())
	}
	var err error
	if o.workspace, o.run, o.unit, err = begin(k, dir); err != nil {
		return err
	}
	if o.date, err = o.workspace.date(orElse(k.date, said.Date)); err != nil {
		return err
	}
	about := report.Options{Unit: o.unit, Date: o.date, Closing: o.run.Closing()}
	o.data, o.labels = report.New(o.run.Totals, about), report.Labels(o.run.Totals, about)
	return nil
}

// levelsAbove is how far above a document its workspace is looked for: ketqua/bao-cao/x.docx lies two folders below.
const levelsAbove = 3

// workspaceAround finds the workspace in which a file lies, "" where there is none: then it is the current folder.
func workspaceAround(file string) string {
	dir := filepath.Dir(file)
	for range levelsAbove {
		if hasCatalogue(dir) {
			return dir
		}
		dir = filepath.Join(dir, "..")
	}
	return ""
}

func hasCatalogue(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, catalogueName))
	return !errors.Is(err, fs.ErrNotExist)
}

// originOf is what a document says of where its figures come from.
func originOf(w *workspace, r *out.Run, unit *sheets.Unit, date time.Time) templates.Origin {
	o := templates.Origin{Version: version, Period: w.period.Code, Date: date.Format("02/01/2006"), Policy: r.Policy()}
	if unit != nil && unit.Above() != nil {
		o.Unit = string(unit.Code)
	}
	for _, in := range w.inputs(r.Batch, nil) {
		o.Sources = append(o.Sources, templates.Source{Path: in.Path, SHA256: in.SHA256})
	}
	return o
}
