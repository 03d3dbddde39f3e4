package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/term"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/out"
	"tonghop/report"
	"tonghop/sheets"
	"tonghop/sheets/check"
)

// gather reads the submissions, checks them and adds them up.
func gather(k *call, w *workspace) (*out.Run, error) {
	step, done := k.progress(msgReading)
	batch, err := readFolder(k, w, w.places["in"], step)
	done()
	if err != nil {
		return nil, err
	}
	found := check.Run(w.catalogue, batch)
	options := aggregate.Options{Strict: k.strict, Jobs: k.workers()}
	totals := aggregate.Build(w.catalogue, batch, found.Findings, options)
	r := &out.Run{Catalogue: w.catalogue, Batch: batch, Check: found, Totals: totals, FromTotals: slices.Concat(totals.Findings, report.TypedProse(totals)), Lang: k.lang}
	if r.Reorganised() {
		other := w.catalogue.For(w.period, w.catalogue.Units.Tree.Other())
		r.Other = aggregate.Build(other, batch.In(other), found.Findings, options)
	}
	return r, nil
}

// readFolder reads the forms of a folder, which may lie outside the workspace.
func readFolder(k *call, w *workspace, folder string, step func(done, total int)) (*sheets.Batch, error) {
	root, dir := w.split(folder)
	libre := newOffice(k.ctx, k.workers())
	defer libre.close()
	libre.ahead(os.DirFS(root), dir)
	var unusable error // results of a former run
	stated := func(p *sheets.Period) (s *sheets.Stated, err error) {
		s, unusable = w.stated(p)
		return s, unusable
	}
	options := sheets.ReadOptions{Jobs: k.workers(), Progress: step, Convert: libre.converter(), Stated: stated}
	batch, err := sheets.Read(os.DirFS(root), dir, w.catalogue, w.period, options)
	switch {
	case unusable != nil:
		return nil, usage(unusable)
	case err != nil:
		return nil, msgReadFolder.With(w.shown(folder), lang.Cause(err))
	}
	return batch, k.stopped()
}

// split gives a folder as one below another: below the workspace where it lies in it.
func (w *workspace) split(folder string) (root, below string) {
	root, below = filepath.Split(filepath.Clean(folder))
	if rel, err := filepath.Rel(w.dir, folder); err == nil && filepath.IsLocal(rel) {
		root, below = w.dir, rel
	}
	return orElse(root, "."), filepath.ToSlash(below)
}

// deliver puts the results of the given stages, and the documents, in place.
func deliver(k *call, w *workspace, r *out.Run, documents []document, stages ...out.Stage) ([]out.Result, error) {
	dest, err := out.Open(w.places["out"], w.shown(w.places["out"]))
	if err != nil {
		return nil, err
	}
	results, err := fill(k, dest, w, r, documents, stages)
	if err != nil {
		return nil, errors.Join(err, dest.Close())
	}
	for _, warning := range dest.Warnings {
		k.say(warning)
	}
	return results, nil
}

func fill(k *call, dest *out.Dest, w *workspace, r *out.Run, documents []document, stages []out.Stage) ([]out.Result, error) {
	for _, stage := range stages {
		if err := k.stopped(); err != nil {
			return nil, err
		}
		if err := dest.StageAll(stage, r); err != nil {
			return nil, err
		}
	}
	checked := slices.Contains(stages, out.Checks)
	if checked {
		if err := stageFeedback(k, dest, w, r); err != nil {
			return nil, err
		}
	}
	for _, d := range documents {
		if d.filled == nil {
			continue
		}
		if err := dest.Stage("bao-cao/"+d.result+".docx", d.write); err != nil {
			return nil, err
		}
		if len(d.filled.Figures) == 0 {
			continue
		}
		if err := dest.StageBeside(besideEnd, d.writeProvenance); err != nil {
			return nil, err
		}
		evidence, err := evidenceOf(w, r, d)
		if err != nil {
			return nil, err
		}
		if err := dest.StageBeside(out.EvidenceEnd, evidence.Write); err != nil {
			return nil, err
		}
	}
	if checked { // units that have mended their forms need no copies any more, and their upper units no list
		for _, folder := range []string{out.FeedbackDir, out.UpperDir} {
			if _, err := dest.Retire(folder, func(string) bool { return true }); err != nil {
				return nil, err
			}
		}
	}
	if err := k.stopped(); err != nil {
		return nil, err
	}
	return dest.Commit(out.NewManifest(version, w.period.Code, r.Policy(), w.inputs(r.Batch, documents)))
}

// policyStrict is the policy that leaves out submissions of units with errors, as the manifest and documents name it.
const policyStrict = "strict"

// ending is the exit status that the findings of a run call for.
func ending(r *out.Run, faults int) status {
	result := fine
	for _, f := range r.Findings() {
		if f.Severity != figure.Error {
			continue
		}
		if f.Catalogue {
			return misused
		}
		result = dataErrors
	}
	if faults > 0 {
		return misused
	}
	return result
}

// errorsAmong are the findings that are errors.
func errorsAmong(findings []sheets.Finding) []sheets.Finding {
	var bad []sheets.Finding
	for _, f := range findings {
		if f.Severity == figure.Error {
			bad = append(bad, f)
		}
	}
	return bad
}

// sayFaults says the faults of the catalogue and counts its errors.
func sayFaults(k *call, faults []sheets.Finding) int {
	bad := 0
	for _, f := range faults {
		if f.Severity == figure.Error {
			bad++
		}
		if f.Severity == figure.Error || (f.Severity == figure.Warning && !k.quiet) {
			k.say(msgFault.With(f.Pos.String(), f.Message))
			if !f.Hint.IsZero() {
				k.sayLine("  → " + f.Hint.In(k.lang))
			}
		}
	}
	return bad
}

// say writes one message to standard error.
func (k *call) say(m lang.Message) { k.sayLine(m.In(k.lang)) }

func (k *call) sayLine(text string) {
	_, _ = k.stderr.Write([]byte(out.Clean(text) + "\n")) // nowhere left to say that this failed
}

// progress shows how far a stage has come where standard error is a terminal; else it shows nothing.
func (k *call) progress(title lang.Format) (step func(done, total int), done func()) {
	if k.quiet || !isTerminal(k.stderr) {
		return nil, func() {}
	}
	return out.Progress(k.stderr, title.In(k.lang))
}

func isTerminal(w any) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
