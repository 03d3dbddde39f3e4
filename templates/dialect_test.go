package templates_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/templates"
)

// engines is where the expected texts are taken from: testdata/dialects/README.md says how the documents come to be.
var engines = flag.String("engines", "", "the folder of the documents that other programs made of the cases in testdata/dialects")

// dialectCase is a template of another program with data for it.
type dialectCase struct {
	File string         `json:"file"` // how its name begins in the corpus
	As   string         `json:"as"`   // the name of the case, where the file has several
	Data map[string]any `json:"data"`
	// ByHand says that the expected text was typed, because the version of the other program that was at hand does not fill the tags.
	ByHand bool `json:"byHand"`
}

func (c dialectCase) name() string { return cmpOr(c.As, c.File) }

func with(find string, to func(m []string) string) rule { return rule{regexp.MustCompile(find), to} }

// like puts a text with $1, $2 for what was found.
func like(text string) func(m []string) string {
	return func(m []string) string {
		for i := 1; i < len(m); i++ {
			text := m[i]
			m[i] = strings.ReplaceAll(strings.TrimSpace(text), " ", "_")
		}
		out := text
		for i := 1; i < len(m); i++ {
			out = strings.ReplaceAll(out, fmt.Sprintf("$%d", i), m[i])
		}
		return out
	}
}

// Names that our tags can hold are written alike in all programs, but for spaces.
var (
	// mustache is the syntax of docxtemplater and easy-template-x.
	mustache = []rule{with(`\{\{[^{}]*\}\}|\{([^{}]+)\}`, mustacheTag)}
	// jinja is that of docxtpl.
	jinja = []rule{
		with(`\{#(?:p|tr|tc)? ?(.*?)#\}`, func(m []string) string { return "{{! " + m[1] + "}}" }),
		with(`\{%\w*-? ?for \w+(?:, \w+)? in (?:iteritems\()?(\w+)\)? ?-?%\}`, like("{{#$1}}")),
		with(`\{%\w*-? ?if (\w+) *-?%\}`, like("{{#$1}}")),
		with(`\{%\w*-? ?else ?-?%\}`, like("{{^}}")),
		with(`\{%\w*-? ?end(?:if|for) ?-?%\}`, like("{{/}}")),
		with(`\{\{(?:[rp] )? ?(?:i\.)?(\w+)(?:\.capitalize\(\)|\|e)? ?\}\}`, like("{{$1}}")),
	}
	// special are rules for single templates, before those of their program: what is one tag there and two here.
	special = map[string][]rule{
		// A comment that takes its row away is a condition around the row.
		"python-docx-template__002": {
			with(`\{#tr [^#]*#\}`, like("{{#in_hang}}")),
			with(`And this as well`, like("And this as well{{/}}")),
		},
		// Loops over columns have a word of their own, and begin and end in one row.
		"easy-template-x__022": {with(`\{#Students\}\{Name\}`, like("{{#cot Students}}{{Name}}{{/cot}}")), with(`\{HistoryGrade\}\{/\}`, like("{{HistoryGrade}}"))},
		"easy-template-x__023": {with(`\{#loop\}\{prop1\}`, like("{{#cot loop}}{{prop1}}{{/cot}}")), with(`\{/loop\}`, like(""))},
	}
)

// mustacheTag translates a tag in single braces. What was translated before has two and stays.
func mustacheTag(m []string) string {
	if m[1] == "" {
		return m[0]
	}
	text := strings.TrimSpace(m[1])
	sign := strings.TrimRight(text[:1], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
	name := strings.TrimSpace(strings.TrimPrefix(text, sign))
	if element, loop, ok := strings.Cut(name, " "); ok && sign == "-" && strings.HasPrefix(element, "w:") {
		sign, name = "#", loop
	}
	name = strings.ReplaceAll(name, " ", "_")
	if sign == "^" {
		return "{{#" + name + "}}{{^}}"
	}
	return "{{" + sign + name + "}}"
}

func rulesFor(c dialectCase) []rule {
	if strings.HasPrefix(c.File, "python") {
		return slices.Concat(special[c.File], jinja)
	}
	return slices.Concat(special[c.File], mustache)
}

// TestDialects translates the tags of templates of other programs into ours, where they stand, and fills them with the same data: the text is
// the same as theirs.
func TestDialects(t *testing.T) {
	var cases []dialectCase
	if err := json.Unmarshal(readFile(t, "testdata/dialects/cases.json"), &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		files := corpusFiles(t, "docx/"+c.File+"__*")
		t.Run(c.name(), func(t *testing.T) {
			if len(files) == 0 && os.Getenv("TONGHOP_REQUIRE") == "" {
				t.Skip("this corpus does not hold it")
			}
			if len(files) != 1 {
				t.Fatalf("%d files of the corpus begin with %s", len(files), c.File)
			}
			data, _ := retagged(t, readFile(t, files[0]), rulesFor(c))
			template, faults, err := templates.Compile(c.name(), data)
			if err != nil || len(faults) > 0 {
				t.Fatal(err, faults)
			}
			got := singleSpaced(textsOf(t, fill(t, template, newDialectData("", c.Data))))
			golden := filepath.Join("testdata", "dialects", c.name()+".txt")
			if *engines != "" && !c.ByHand {
				theirs := singleSpaced(textsOf(t, readFile(t, filepath.Join(*engines, c.name()+".docx"))))
				if err := os.WriteFile(golden, []byte(theirs), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(readFile(t, golden)); got != want {
				t.Errorf("reads\n%s\nnot\n%s", got, want)
			}
			checkFilled(t, template, data)
			resplitSame(t, data)
		})
	}
}

// singleSpaced makes one space of several: programs differ in which they keep at the ends of a run.
func singleSpaced(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	return strings.Join(lines, "\n")
}

// dialectData is the data of a case: what lies inside of an object is named with a dot.
type dialectData struct {
	key    string
	values map[string]figure.Value
	loops  map[string][]templates.Data
}

func newDialectData(key string, object map[string]any) dialectData {
	d := dialectData{key: key, values: map[string]figure.Value{}, loops: map[string][]templates.Data{}}
	d.add("", object)
	return d
}

func (d dialectData) add(prefix string, object map[string]any) {
	for name, v := range object {
		name = prefix + strings.ToLower(strings.ReplaceAll(name, " ", "_"))
		switch v := v.(type) {
		case string:
			d.values[name] = figure.TextOf(v)
		case bool:
			d.values[name] = figure.BoolOf(v)
		case float64:
			d.values[name] = figure.Int(int(v))
		case map[string]any:
			d.add(name+".", v)
		case []any:
			d.loops[name] = []templates.Data{}
			for i, row := range v {
				d.loops[name] = append(d.loops[name], newDialectData(fmt.Sprint(i+1), row.(map[string]any)))
			}
		}
	}
}

func (d dialectData) Value(name string) figure.Value { return d.values[strings.ToLower(name)] }

func (d dialectData) Rows(loop string) ([]templates.Data, bool) {
	rows, ok := d.loops[strings.ToLower(loop)]
	return rows, ok
}

func (d dialectData) Units([]string) iter.Seq[formula.Env] { return func(func(formula.Env) bool) {} }

func (d dialectData) Ask(string, []string) figure.Value { return figure.Value{} }

func (d dialectData) Style(string) (string, bool) { return "", false }

func (d dialectData) Key() string { return d.key }

func (d dialectData) Fact(string) (templates.Fact, bool) { return templates.Fact{}, false }
