package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/out"
	"tonghop/sheets"
	"tonghop/vntext"
)

// Where a workspace keeps its things.
const (
	catalogueName  = "danhmuc.xlsx"
	submissionsDir = "nop"
	templatesDir   = "mau"
	formsDir       = "bieumau"
	resultsDir     = "ketqua"
	closingsDir    = "chot"
	formerDir      = "ketqua-cu"
)

// workspace is an office's folder with its catalogue, opened for one period.
type workspace struct {
	dir    string
	places map[string]string // flag name to path

	// ownTemplates tells that the folder of templates was named by the user and must be there.
	ownTemplates bool

	catalogue *sheets.Catalogue
	hash      string // of the catalogue workbook
	period    *sheets.Period
}

// placesOf says where a workspace keeps its things. Nothing is opened yet.
func placesOf(k *call, dir string) *workspace {
	w := &workspace{dir: orElse(dir, "."), ownTemplates: k.templates != ""}
	w.places = map[string]string{
		"catalog":   orElse(k.catalog, filepath.Join(w.dir, catalogueName)),
		"in":        orElse(k.in, filepath.Join(w.dir, submissionsDir)),
		"templates": orElse(k.templates, filepath.Join(w.dir, templatesDir)),
		"out":       orElse(k.out, filepath.Join(w.dir, resultsDir)),
	}
	return w
}

// openWorkspace loads the catalogue and chooses the period. Faults of the catalogue are said; errors among them end the call.
func openWorkspace(k *call, dir string) (*workspace, error) {
	w := placesOf(k, dir)
	if err := w.load(); err != nil {
		return nil, err
	}
	if bad := sayFaults(k, w.catalogue.Faults); bad > 0 {
		return nil, usage(msgBadCatalogue.With(w.shown(w.places["catalog"]), bad))
	}
	var err error
	if w.period, err = choosePeriod(w.catalogue, k.period); err != nil {
		return nil, err
	}
	return w, w.settle(k.tree)
}

// settle takes the registry as it stands in the tree that was asked for, of the first or of the last day of the period.
func (w *workspace) settle(asked string) error {
	tree := w.catalogue.Tree()
	if asked != "" {
		var ok bool
		if tree, ok = sheets.ParseTree(asked); !ok {
			return usage(msgBadTree.With(asked))
		}
	}
	w.catalogue = w.catalogue.For(w.period, tree)
	return nil
}

// load reads the catalogue. Its faults, and those of the tags in its texts, stand in it.
func (w *workspace) load() error {
	data, err := os.ReadFile(w.places["catalog"])
	if err != nil {
		return usage(msgNoCatalogue.With(filepath.ToSlash(w.places["catalog"]), lang.Cause(err)))
	}
	w.hash = hashOf(data)
	if w.catalogue, err = sheets.Load(w.shown(w.places["catalog"]), data); err != nil {
		return usage(err)
	}
	w.catalogue.Faults = append(w.catalogue.Faults, proseFaults(w.catalogue)...)
	return nil
}

// shown is a path as messages name it: relative to the workspace where it lies in it, with forward slashes.
func (w *workspace) shown(path string) string {
	if rel, err := filepath.Rel(w.dir, path); err == nil && !strings.HasPrefix(rel, "..") {
		return vntext.NFC(filepath.ToSlash(rel))
	}
	return vntext.NFC(filepath.ToSlash(path))
}

// closings is the folder of the ledgers of closed periods, and how messages name it.
func (w *workspace) closings() (dir, label string) {
	dir = filepath.Join(w.dir, closingsDir)
	return dir, w.shown(dir)
}

// stated gives the results of a former run for a period that lie in the workspace, nil where there are none.
func (w *workspace) stated(p *sheets.Period) (*sheets.Stated, error) {
	closings, label := w.closings()
	former := filepath.Join(w.dir, formerDir)
	return out.Stated(former, w.shown(former), closings, label, p)
}

// choosePeriod takes the period asked for, else the one that the office works on. The catalogue was looked at: it has one.
func choosePeriod(c *sheets.Catalogue, asked string) (*sheets.Period, error) {
	if asked == "" {
		return c.CurrentPeriod(), nil
	}
	if p := c.Period(asked); p != nil {
		return p, nil
	}
	var codes []string
	for _, p := range c.Periods {
		codes = append(codes, p.Code)
	}
	return nil, usage(msgNoPeriod.With(asked, strings.Join(codes, ", ")))
}

// unit is the unit that --unit names, nil where none was asked for.
func (w *workspace) unit(code string) (*sheets.Unit, error) {
	if code == "" {
		return nil, nil
	}
	if u := w.catalogue.Units.Unit(sheets.UnitCode(vntext.NFC(code))); u != nil {
		return u, nil
	}
	var codes []string
	for _, u := range w.catalogue.Units.Units {
		codes = append(codes, string(u.Code))
	}
	return nil, usage(msgNoUnit.With(code, maybe(code, codes)))
}

// date is the date that documents print.
func (w *workspace) date(asked string) (time.Time, error) {
	if asked == "" {
		return w.catalogue.ReportDate(w.period), nil
	}
	return dayTyped("date", asked)
}

// dayTyped reads the day that a flag gives.
func dayTyped(flag, typed string) (time.Time, error) {
	reading := figure.Read(figure.DateField, "", figure.Input{Text: typed})
	if reading.Severity == figure.Error || reading.Value.Kind != figure.Date {
		return time.Time{}, usage(msgBadDate.With(flag, typed))
	}
	return reading.Value.Date, nil
}

// inputs are what the results are made from, for the manifest.
func (w *workspace) inputs(b *sheets.Batch, documents []document) []out.Result {
	all := []out.Result{{Path: w.shown(w.places["catalog"]), SHA256: w.hash}}
	for _, file := range slices.Concat(b.Files, b.Stated) {
		all = append(all, out.Result{Path: file.Path, SHA256: file.SHA256})
	}
	for _, d := range documents {
		all = append(all, out.Result{Path: d.shown, SHA256: hashOf(d.data)})
	}
	return all
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func orElse(text, other string) string {
	if text != "" {
		return text
	}
	return other
}

// maybe offers the nearest code.
func maybe(code string, codes []string) any {
	if near := vntext.Nearest(code, codes, 1); len(near) > 0 {
		return msgMaybe.With(near[0])
	}
	return ""
}

// workers is how many files are read at the same time.
func (k *call) workers() int {
	if k.jobs > 0 {
		return k.jobs
	}
	return runtime.NumCPU()
}
