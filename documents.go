package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/out"
	"tonghop/report"
	"tonghop/sheets"
	"tonghop/templates"
	"tonghop/templates/builtin"
	"tonghop/vntext"
)

// document is one Word template of a run and what became of it.
type document struct {
	name    string // without .docx
	result  string // the same of the filled document: a report of one unit bears its code
	shown   string // the path that messages and the manifest give
	data    []byte
	title   string // of a built-in one
	builtin bool
	filled  *templates.Result // nil: not filled
	answers templates.Data    // with which it was filled
}

func (d document) write(w io.Writer) error {
	_, err := w.Write(d.filled.Document)
	return err
}

func (d document) writeProvenance(w io.Writer) error {
	_, err := w.Write(d.filled.Provenance.Encode())
	return err
}

// findDocuments gives the office's own templates, or where it has none the built-in ones that its catalogue names. With a name only that one,
// wherever it is.
func findDocuments(w *workspace, only string) ([]document, error) {
	own, err := ownDocuments(w)
	if err != nil {
		return nil, err
	}
	shipped, err := builtinDocuments()
	if err != nil {
		return nil, err
	}
	own, shipped = reportsAmong(own), reportsAmong(shipped)
	if only == "" {
		if len(own) > 0 {
			return own, nil
		}
		return wantedDocuments(w, shipped)
	}
	all := append(own, shipped...)
	for _, d := range all {
		if strings.EqualFold(d.name, strings.TrimSuffix(vntext.NFC(only), ".docx")) {
			return []document{d}, nil
		}
	}
	return nil, usage(msgNoTemplate.With(only, strings.Join(documentNames(all), ", ")))
}

// The setting that names the built-in templates of a workspace, and the one that is taken where it is blank.
const (
	settingTemplates = "mau_bao_cao"
	defaultTemplate  = "khac-phuc"
)

// wantedDocuments gives the built-in templates that the catalogue names, in its order.
func wantedDocuments(w *workspace, shipped []document) ([]document, error) {
	setting := orElse(strings.TrimSpace(w.catalogue.Settings.Text(settingTemplates)), defaultTemplate)
	var wanted []document
	for name := range strings.SplitSeq(setting, ";") {
		name = strings.TrimSuffix(strings.TrimSpace(name), ".docx")
		i := slices.IndexFunc(shipped, func(d document) bool { return strings.EqualFold(d.name, vntext.NFC(name)) })
		if i < 0 {
			return nil, usage(msgNoBuiltin.With(settingTemplates, name, strings.Join(documentNames(shipped), ", ")))
		}
		if !slices.ContainsFunc(wanted, func(d document) bool { return d.name == shipped[i].name }) {
			wanted = append(wanted, shipped[i])
		}
	}
	return wanted, nil
}

func documentNames(documents []document) []string {
	names := make([]string, len(documents))
	for i, d := range documents {
		names[i] = d.name
	}
	return names
}

// nameResults names the filled documents. One that is about a single unit stands beside that of the whole.
func nameResults(documents []document, unit *sheets.Unit) {
	for i := range documents {
		documents[i].result = documents[i].name
		if unit != nil && unit.Above() != nil {
			documents[i].result += "-" + sheets.SafeName(string(unit.Code))
		}
	}
}

func ownDocuments(w *workspace) ([]document, error) {
	dir := w.places["templates"]
	entries, err := os.ReadDir(dir)
	if os.IsNotExist(err) && !w.ownTemplates {
		return nil, nil
	}
	if err != nil {
		return nil, msgReadFolder.With(w.shown(dir), lang.Cause(err))
	}
	var found []document
	for _, entry := range entries {
		ext := filepath.Ext(entry.Name())
		if entry.IsDir() || !strings.EqualFold(ext, ".docx") || strings.HasPrefix(entry.Name(), "~$") || strings.HasPrefix(entry.Name(), ".") || isAnnotated(entry.Name()) {
			continue
		}
		path := filepath.Join(dir, entry.Name())
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, msgReadFolder.With(w.shown(path), lang.Cause(err))
		}
		found = append(found, document{name: vntext.NFC(strings.TrimSuffix(entry.Name(), ext)), shown: w.shown(path), data: data})
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].name < found[j].name })
	return found, nil
}

func builtinDocuments() ([]document, error) {
	var found []document
	for _, t := range builtin.Templates() {
		data, err := fs.ReadFile(builtin.FS(), t.File)
		if err != nil {
			return nil, err
		}
		found = append(found, document{name: strings.TrimSuffix(t.File, ".docx"), shown: "(" + t.File + ")", data: data, title: t.Title, builtin: true})
	}
	return found, nil
}

// fillDocuments fills the templates and says every fault of every one. It returns how many faults there were. A built-in template that
// names codes which the catalogue does not have is skipped, unless it was asked for by name.
func fillDocuments(k *call, w *workspace, r *out.Run, documents []document, unit *sheets.Unit, date time.Time) (int, error) {
	data := report.New(r.Totals, report.Options{Unit: unit, Date: date, Closing: r.Closing()})
	schema, faults, asked := report.SchemaOf(r.Catalogue), 0, k.template != ""
	living := templates.Options{Plain: k.plain, Origin: originOf(w, r, unit, date)}
	for i := range documents {
		d := &documents[i]
		if d.builtin && unit != nil && unit.Above() != nil {
			k.say(msgWhole.With(d.name, unit.Name))
			continue
		}
		made, bad, err := templates.Compile(d.name, d.data)
		if err != nil {
			k.say(msgFault.With(d.shown, err))
			faults++
			continue
		}
		bad = append(bad, made.Check(schema)...)
		if len(bad) > 0 && d.builtin && !asked {
			k.say(msgSkipped.With(d.name, d.name))
			continue
		}
		for _, fault := range bad {
			k.say(msgFault.With(d.shown, fault.Line()))
		}
		faults += len(bad)
		if len(bad) > 0 {
			continue
		}
		rendered, err := made.Render(data, living)
		if err != nil {
			return faults, msgFault.With(d.shown, err)
		}
		d.filled, d.answers = &rendered, data
	}
	return faults, nil
}

// proseFaults are the faults of the tags in texts of the catalogue, also of those that no document prints now.
func proseFaults(c *sheets.Catalogue) []sheets.Finding {
	document := report.SchemaOf(c)
	targets, _ := document.Loop("chi_tieu")
	parts, _ := targets.Loop("phan")
	shortcomings, _ := document.Loop("khuyet_diem")
	schemas := map[string]templates.Schema{"": document, "chi_tieu": targets, "phan": parts, "khuyet_diem": shortcomings}
	var findings []sheets.Finding
	for _, text := range c.Prose {
		for _, fault := range templates.CheckProse(text.Text, schemas[text.Loop]) {
			findings = append(findings, sheets.Finding{
				Code: sheets.FaultyTag, Severity: figure.Error, Pos: text.Pos, Raw: fault.Tag, Message: msgTag.With(fault.Tag, fault.Message), Count: 1, Catalogue: true,
			})
		}
	}
	return findings
}

// sayGaps says what went wrong in the filled documents and what is missing in them, and counts the former.
func sayGaps(k *call, documents []document) int {
	faults := 0
	for _, d := range documents {
		if d.filled == nil {
			continue
		}
		for _, fault := range d.filled.Findings {
			k.say(msgFault.With(d.shown, fault.Line()))
			faults++
		}
		if n := len(d.filled.Missing); n > 0 && !k.quiet {
			k.say(msgGaps.With(d.shown, n, figure.Mark))
			for _, gap := range d.filled.Missing[:min(n, mostGaps)] {
				k.say(msgGap.With(d.shown, gap.Place.Message(), gap.Tag, gapWords(k, gap.Gaps)))
			}
		}
	}
	return faults
}

// gapWords says what is missing.
func gapWords(k *call, gaps []string) string {
	words := make([]string, len(gaps))
	for i, gap := range gaps {
		words[i] = formula.GapText(gap).In(k.lang)
	}
	return strings.Join(words, ", ")
}

// mostGaps is how many missing figures of a document are said one by one.
const mostGaps = 5
