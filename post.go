package main

import (
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
	"time"

	"tonghop/out"
	"tonghop/report"
	"tonghop/sheets"
	"tonghop/templates"
	"tonghop/templates/builtin"
	"tonghop/vntext"
	"tonghop/workers"
)

// post is the letters of one call on their way.
type post struct {
	*call
	space   *workspace
	run     *out.Run
	date    time.Time
	unit    *sheets.Unit // all letters are about units at or below it; nil: about any
	letters []*report.Letter
}

// send fills the letters and puts them in place.
func (p *post) send() (status, error) {
	source, template, err := p.template()
	if err != nil {
		return failed, err
	}
	faults := 0
	if template == nil {
		faults = 1
	}
	var results []out.Result
	if faults == 0 {
		filled, found, err := p.fill(template)
		if err != nil {
			return failed, msgFault.With(source.shown, err)
		}
		for _, fault := range found {
			p.say(msgFault.With(source.shown, fault.Line()))
		}
		faults = len(found)
		if results, err = p.deliver(source, filled); err != nil {
			return failed, err
		}
	}
	if p.json {
		return ending(p.run, faults), out.WriteRunJSON(p.stdout, p.run, results)
	}
	return ending(p.run, faults), p.summary(results)
}

// template is the office's own template of letters, else the built-in one. A template with faults is nil; they were said.
func (p *post) template() (document, *templates.Template, error) {
	found, err := ownDocuments(p.space)
	if err != nil {
		return document{}, nil, err
	}
	shipped, err := builtinDocuments()
	if err != nil {
		return document{}, nil, err
	}
	for _, d := range append(found, shipped...) {
		if !isReminder(d.name) {
			continue
		}
		made, bad, err := templates.Compile(d.name, d.data)
		if err != nil {
			p.say(msgFault.With(d.shown, err))
			return d, nil, nil
		}
		bad = append(bad, made.Check(schemaFor(d.name, p.space.catalogue))...)
		for _, fault := range bad {
			p.say(msgFault.With(d.shown, fault.Line()))
		}
		if len(bad) > 0 {
			p.say(msgBadTemplates.With(len(bad)))
			return d, nil, nil
		}
		return d, made, nil
	}
	panic("internal error: no built-in template of letters")
}

// isReminder tells the template of letters from those of reports, by its name without .docx.
func isReminder(name string) bool {
	return strings.EqualFold(vntext.NFC(name), strings.TrimSuffix(builtin.ReminderFile, ".docx"))
}

// schemaFor gives the names that a template of this name can use.
func schemaFor(name string, c *sheets.Catalogue) templates.Schema {
	if isReminder(name) {
		return report.LetterSchemaOf(c)
	}
	return report.SchemaOf(c)
}

// reportsAmong leaves out the template of letters.
func reportsAmong(documents []document) []document {
	var reports []document
	for _, d := range documents {
		if !isReminder(d.name) {
			reports = append(reports, d)
		}
	}
	return reports
}

// filledLetter is a document on its way to the results.
type filledLetter struct {
	name string
	data []byte
}

func (l filledLetter) write(w io.Writer) error {
	_, err := w.Write(l.data)
	return err
}

// fill fills the template for every letter, and for all of them together. What went wrong with single tags is given once for all letters.
func (p *post) fill(t *templates.Template) ([]filledLetter, []templates.Fault, error) {
	filled := make([]filledLetter, len(p.letters))
	errs := make([]error, len(p.letters))
	step, done := p.progress(msgLettering)
	workers.Each(p.workers(), len(p.letters), step, func() func(int) {
		return func(i int) { filled[i], errs[i] = p.fillOne(t, p.letters[i]) }
	})
	done()
	if err := p.stopped(); err != nil {
		return nil, nil, err
	}
	if err := errors.Join(errs...); err != nil || len(filled) == 0 {
		return nil, nil, err
	}
	merged, faults := p.fillMerged(t)
	return append(filled, merged...), faults, p.stopped()
}

// fillMerged fills the files with all letters: one, or several where there are more letters than Word opens in one file.
func (p *post) fillMerged(t *templates.Template) (merged []filledLetter, faults []templates.Fault) {
	left := make([]templates.Data, len(p.letters))
	for i, l := range p.letters {
		left[i] = report.NewLetter(p.run.Totals, l, p.date)
	}
	for len(left) > 0 {
		name := p.mergedName(len(merged) + 1)
		result, n, err := t.RenderAll(left)
		if err != nil {
			p.say(msgNotMerged.With(name, err))
			return nil, faults
		}
		if merged == nil {
			p.sayMissing(result.Missing)
			faults = result.Findings
		}
		merged, left = append(merged, filledLetter{name, result.Document}), left[n:]
	}
	return merged, faults
}

// fillOne fills the letter to one unit. Its figures are plain text: a letter is sent once and never refreshed.
func (p *post) fillOne(t *templates.Template, l *report.Letter) (filledLetter, error) {
	if err := p.stopped(); err != nil {
		return filledLetter{}, err
	}
	result, err := t.Render(report.NewLetter(p.run.Totals, l, p.date), templates.Options{Plain: true})
	return filledLetter{letterName(l.Unit), result.Document}, err
}

// letterName is the file of the letter to a unit.
func letterName(u *sheets.Unit) string {
	name := sheets.SafeName(string(u.Code))
	if strings.HasPrefix(strings.ToLower(name), allLetters) {
		name = "_" + name // the name is taken by the file with all letters
	}
	return path.Join(lettersDir, name+".docx")
}

// mergedName is file number n with all letters; those of one part of the units have a name of their own.
func (p *post) mergedName(n int) string {
	name := allLetters
	if p.unit != nil && p.unit.Above() != nil {
		name += "-" + sheets.SafeName(string(p.unit.Code))
	}
	if n > 1 {
		name += " (" + strconv.Itoa(n) + ")"
	}
	return path.Join(lettersDir, name+".docx")
}

// sayMissing names what letters print as missing, such as the name of the office.
func (p *post) sayMissing(missing []templates.Missing) {
	if p.quiet {
		return
	}
	for _, gap := range missing[:min(len(missing), mostGaps)] {
		p.say(msgGap.With(lettersDir, gap.Place.Message(), gap.Tag, gapWords(p.call, gap.Gaps)))
	}
}

// deliver puts the letters in place and takes back those of former runs that are no longer needed.
func (p *post) deliver(source document, filled []filledLetter) ([]out.Result, error) {
	shown := p.space.shown(p.space.places["out"])
	dest, err := out.Open(p.space.places["out"], shown)
	if err != nil {
		return nil, err
	}
	results, retired, err := p.place(dest, source, filled)
	if err != nil {
		return nil, errors.Join(err, dest.Close())
	}
	for _, warning := range dest.Warnings {
		p.say(warning)
	}
	if len(retired) > 0 && !p.quiet {
		p.say(msgRetired.With(shown + "/" + strings.Join(retired, ", ")))
	}
	return results, nil
}

func (p *post) place(dest *out.Dest, source document, filled []filledLetter) ([]out.Result, []string, error) {
	for _, l := range filled {
		if err := dest.Stage(l.name, l.write); err != nil {
			return nil, nil, err
		}
	}
	retired, err := dest.Retire(lettersDir, p.about())
	if err != nil {
		return nil, nil, err
	}
	results, err := dest.Commit(out.NewManifest(version, p.space.period.Code, "all", p.space.inputs(p.run.Batch, []document{source})))
	return results, retired, err
}

// about tells which files of the folder of letters a call answers for: all, or those of the units that it is about.
func (p *post) about() func(name string) bool {
	if p.unit == nil || p.unit.Above() == nil {
		return func(string) bool { return true }
	}
	merged := strings.TrimSuffix(path.Base(p.mergedName(1)), ".docx")
	mine := make(map[string]bool)
	for _, u := range p.run.UnitsBelow(p.unit) {
		mine[path.Base(letterName(u))] = true
	}
	return func(name string) bool {
		return mine[name] || name == merged+".docx" || strings.HasPrefix(name, merged+" (")
	}
}

// summary says how many letters there are and why.
func (p *post) summary(results []out.Result) error {
	if p.quiet {
		return nil
	}
	if len(p.letters) == 0 {
		return p.print(msgNoLetters.In(p.lang))
	}
	if results == nil { // the template has faults, which were said
		return nil
	}
	count := map[report.LetterState]int{}
	for _, l := range p.letters {
		count[l.State]++
	}
	text := msgLetters.With(len(p.letters), count[report.NotSubmitted], count[report.ToChoose], count[report.ToMend]).In(p.lang)
	if err := p.print(text); err != nil {
		return err
	}
	var merged []string
	for _, result := range results[len(p.letters):] {
		merged = append(merged, p.space.shown(p.space.places["out"])+"/"+result.Path)
	}
	if len(merged) == 0 {
		return nil
	}
	return p.print(msgPrintAll.With(strings.Join(merged, ", ")).In(p.lang))
}
