package templates_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tonghop/lang"
	"tonghop/templates"
)

// corpusFiles gives the files of a folder of the corpus of real documents, in order. Without the corpus the test is skipped; where
// nothing may be skipped it fails.
func corpusFiles(t testing.TB, pattern string) []string {
	t.Helper()
	folder := os.Getenv("TONGHOP_CORPUS")
	if folder == "" {
		if os.Getenv("TONGHOP_REQUIRE") != "" {
			t.Fatal("TONGHOP_CORPUS is not set")
		}
		t.Skip("TONGHOP_CORPUS is not set")
	}
	files, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func readFile(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// refusedInWords looks at the words with which a file was refused: in both languages, with its name.
func refusedInWords(t *testing.T, name string, err error) {
	t.Helper()
	vi, en := lang.Text(err, lang.Vi), lang.Text(err, lang.En)
	if vi == en || strings.Contains(vi+en, "%!") || !strings.Contains(vi, name) {
		t.Errorf("refused as %q and %q", vi, en)
	}
}

// TestCorpus compiles and fills documents of many programs. Each is refused in words, has faults in words, or is filled without harm:
// one without tags comes out to the byte, one with tags differs in its tags alone.
func TestCorpus(t *testing.T) {
	files := corpusFiles(t, "docx/*")
	if len(files) == 0 {
		t.Fatal("no documents")
	}
	plain, tagged, faulty, refused := 0, 0, 0, 0
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			data := readFile(t, file)
			template, faults, err := templates.Compile(name, data)
			switch {
			case err != nil:
				refused++
				refusedInWords(t, name, err)
			case len(faults) > 0:
				faulty++
				faultsInWords(t, faults)
			case len(template.Tags()) == 0 && !hasBraces(t, data):
				plain++
				if !strings.HasSuffix(name, ".dotx") && !bytes.Equal(fill(t, template, world()), data) {
					t.Error("a document without tags changed")
				}
			default:
				tagged++
				checkFilled(t, template, data)
				resplitSame(t, data)
			}
		})
	}
	t.Logf("%d without tags, %d with tags, %d faulty, %d refused", plain, tagged, faulty, refused)
}

// TestOtherFiles hands workbooks, and what else an office has, to Compile. All are refused in words.
func TestOtherFiles(t *testing.T) {
	for _, file := range corpusFiles(t, "xlsx/*") {
		name := filepath.Base(file)
		template, _, err := templates.Compile(name, readFile(t, file))
		if err == nil {
			t.Errorf("%s: was taken for a Word document with %d tags", name, len(template.Tags()))
			continue
		}
		refusedInWords(t, name, err)
	}
}

func faultsInWords(t *testing.T, faults []templates.Fault) {
	t.Helper()
	for _, f := range faults {
		vi, en := f.Line().In(lang.Vi), f.Line().In(lang.En)
		if f.Tag == "" || vi == en || strings.Contains(vi+en, "%!") {
			t.Errorf("fault is %q and %q", vi, en)
		}
	}
}

func hasBraces(t testing.TB, data []byte) bool {
	for _, lines := range storiesOf(t, partsOf(t, data)) {
		if strings.Contains(strings.Join(lines, "\n"), "{{") {
			return true
		}
	}
	return false
}

// checkFilled fills a template with something for every tag. What comes out opens again, all its XML is well-formed, parts without
// tags are the same to the byte, and the text outside of tags is the same.
func checkFilled(t *testing.T, template *templates.Template, data []byte) {
	t.Helper()
	filled := fill(t, template, anythingFor(template))
	if again, faults, err := templates.Compile("kết quả", filled); err != nil || len(faults) > 0 || len(again.Tags()) > 0 {
		t.Errorf("what was filled reads as %v %v", faults, err)
	}
	checkLiving(t, template, filled)
	before, after := partsOf(t, data), partsOf(t, filled)
	was, is := storiesOf(t, before), storiesOf(t, after)
	sections := hasSections(template)
	for _, name := range sortedNames(before) {
		lines := was[name]
		hasTags := strings.Contains(strings.Join(lines, "\n"), "{{")
		switch {
		case !sections && (hasTags || strings.Contains(before[name], "{{")): // in alt text
			compareLines(t, name, lines, is[name])
		case hasTags || sections && strings.Contains(name, "notes"):
		case strings.Contains(before[name], "{{"): // in the description of a picture, in a chart
		case before[name] != after[name] && name != "[Content_Types].xml":
			t.Errorf("%s has no tags and changed", name)
		}
	}
	for _, name := range sortedNames(after) {
		if strings.HasSuffix(name, ".xml") && wellFormed(before[name]) == nil {
			if err := wellFormed(after[name]); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// checkLiving fills the template once more, with figures that stay alive. The text is the same, every figure is found again, and what is
// detached reads like the plain document.
func checkLiving(t *testing.T, template *templates.Template, plain []byte) {
	t.Helper()
	living, err := template.Render(anythingFor(template), templates.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if textsOf(t, living.Document) != textsOf(t, plain) {
		t.Error("the text changes with controls around its figures")
	}
	opened, err := templates.Open("báo cáo", living.Document)
	if err != nil {
		t.Fatal(err)
	}
	if found := len(opened.Figures()); found < len(living.Figures) {
		t.Errorf("%d figures were printed, %d are found", len(living.Figures), found)
	}
	detached, err := opened.Detach()
	if err != nil || textsOf(t, detached) != textsOf(t, plain) {
		t.Error("the detached document reads otherwise", err)
	}
}

func hasSections(template *templates.Template) bool {
	for _, use := range template.Tags() {
		if use.Section {
			return true
		}
	}
	return false
}

var (
	anyTag     = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	commentTag = regexp.MustCompile(`(?s)\{\{\s*!.*?\}\}`)
)

// compareLines compares the paragraphs of a template, in which nothing repeats, with those that came out of it: anything may stand
// in the place of a tag, and paragraphs that held only notes to colleagues are gone.
func compareLines(t *testing.T, part string, template, filled []string) {
	t.Helper()
	at := 0
	for _, line := range template {
		bare := commentTag.ReplaceAllString(line, "")
		if bare != line && strings.TrimSpace(bare) == "" {
			continue
		}
		if at >= len(filled) {
			t.Fatalf("%s: paragraph %q is gone", part, line)
		}
		want := "(?s)^"
		for i, text := range anyTag.Split(bare, -1) {
			if i > 0 {
				want += ".+?"
			}
			want += regexp.QuoteMeta(text)
		}
		if !regexp.MustCompile(want + "$").MatchString(filled[at]) {
			t.Errorf("%s: paragraph %q became %q", part, line, filled[at])
		}
		at++
	}
	if at != len(filled) {
		t.Errorf("%s: %d paragraphs became %d", part, at, len(filled))
	}
}
