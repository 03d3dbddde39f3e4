package demo

import (
	"slices"
	"strings"
	"testing"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// chapterTargets are the tables with the verdicts that the examples of chapters must come to.
var chapterTargets = map[string]string{
	"dai-hoi-chi-doan": "targets_chapter_2019.csv", "kiem-diem-bch": "targets_chapter_2022.csv", "tong-ket-nhiem-ky": "targets_chapter_2017.csv",
}

// Every target, and every part of it, is judged as its figures say, also where the report that published them said otherwise.
func TestChapterVerdicts(t *testing.T) {
	for template, table := range chapterTargets {
		c, b, report := workspace(t, Options{Template: template})
		for _, f := range report.Findings {
			t.Errorf("%s: a finding: %s %s: %s", template, f.Code, f.Pos, f.Message)
		}
		r := aggregate.Build(c, b, report.Findings, aggregate.Options{})
		judged := 0
		for _, row := range published(t, table) {
			got, there := verdictOf(r, sheets.TargetCode(row["target"]), row["part"])
			if !there || got != row["recomputed_verdict"] {
				t.Errorf("%s %s.%s is judged %q, want %q", template, row["target"], row["part"], got, row["recomputed_verdict"])
			}
			judged++
		}
		parts := 0
		for _, target := range r.Targets {
			parts += len(target.Parts)
			if len(target.Parts) > 1 {
				parts++
			}
		}
		if judged != parts {
			t.Errorf("%s: %d rows for %d targets and parts", template, judged, parts)
		}
	}
}

// verdictOf gives the verdict of a target, or of a part of it. The only part of a target has no key in the catalogue.
func verdictOf(r *aggregate.Result, code sheets.TargetCode, part string) (string, bool) {
	for _, target := range r.Targets {
		if target.Target.Code != code {
			continue
		}
		if part == "*" {
			return aggregate.NameOf(target.Verdict).Title.Vi, true
		}
		for _, p := range target.Parts {
			if p.Part.Key == part || len(target.Parts) == 1 {
				return aggregate.NameOf(p.Verdict).Title.Vi, true
			}
		}
	}
	return "", false
}

// What the facts say is what reading finds: every figure of every form, and what is left blank is missing.
func TestChapterFormsSayTheFacts(t *testing.T) {
	for _, e := range Examples() {
		if e.Folder == "" {
			continue
		}
		c, _, _ := workspace(t, Options{Template: e.Templates[0]})
		kept := readTable(e.Folder + "/" + figuresFile)
		for _, cells := range kept.Rows {
			r := row{kept.Header, cells}
			if c.Indicator(sheets.Code(r.text("Mã"))) == nil {
				t.Errorf("%s: %s is no figure of the starter", e.Folder, r.text("Mã"))
			}
		}
		if len(c.Indicators) < len(kept.Rows) {
			t.Errorf("%s: %d figures in the facts, %d in the catalogue", e.Folder, len(kept.Rows), len(c.Indicators))
		}
		names := slices.Sorted(slices.Values(factLists(e.Folder)))
		for _, list := range c.Lists {
			if !slices.Contains(names, list.Name) {
				t.Errorf("%s: the list %s has no facts", e.Folder, list.Name)
			}
		}
	}
}

func TestExamplesAreForTemplates(t *testing.T) {
	seen := make(map[string]bool)
	for _, e := range Examples() {
		if len(e.Templates) == 0 || e.Note.Vi == "" || e.Note.En == "" {
			t.Errorf("%+v is not complete", e)
		}
		for _, name := range e.Templates {
			if seen[name] {
				t.Errorf("%s has two examples", name)
			}
			seen[name] = true
			if got, err := ExampleOf(name + ".docx"); err != nil || got.Folder != e.Folder {
				t.Errorf("%s: %+v, %v", name, got, err)
			}
		}
	}
	if _, err := ExampleOf("khong-co"); err == nil || !strings.Contains(lang.Text(err, lang.Vi), "khac-phuc") {
		t.Errorf("an unknown template: %v", err)
	}
	err := Write(t.TempDir(), Options{Template: "dai-hoi-chi-doan", Faults: true})
	if err == nil || !strings.Contains(lang.Text(err, lang.Vi), "--faults") {
		t.Errorf("faults for a chapter: %v", err)
	}
}

// The facts of chapters have no faults worth more than a note, and their forms are the same to the byte each time.
func TestChapterExamplesAreClean(t *testing.T) {
	for _, e := range Examples() {
		if e.Folder == "" {
			continue
		}
		one, two := t.TempDir(), t.TempDir()
		mustWrite(t, one, Options{Template: e.Templates[0], Jobs: 1})
		mustWrite(t, two, Options{Template: e.Templates[0], Jobs: 4})
		sameFiles(t, snapshot(t, two), snapshot(t, one))
		c, b, report := read(t, one)
		for _, f := range slices.Concat(c.Faults, report.Findings) {
			if f.Severity >= figure.Warning {
				t.Errorf("%s: %s %s: %s", e.Folder, f.Code, f.Pos, f.Message)
			}
		}
		if len(b.Files) == 0 || slices.ContainsFunc(b.Files, func(file *sheets.File) bool { return file.Outcome != sheets.Used }) {
			t.Errorf("%s: not every form is used: %+v", e.Folder, b.Files)
		}
	}
}
