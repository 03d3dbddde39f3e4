package templates_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tonghop/templates"
)

// braces are the tags of the Vietnamese templates of the corpus: a name in single braces.
var braces = []rule{{regexp.MustCompile(`\{\s*(\pL[\pL\d_]*)\s*\}`), func(m []string) string { return "{{" + m[1] + "}}" }}}

// TestVietnamese fills real Vietnamese templates after their delimiters were changed to ours: every tag is filled, also those that lie in
// several runs, and nothing else changes.
func TestVietnamese(t *testing.T) {
	tags, split := 0, 0
	for _, file := range slices.Concat(corpusFiles(t, "docx/toolbaocao__*"), corpusFiles(t, "docx/hethongdienbieumau__*")) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, r := retagged(t, readFile(t, file), braces)
			tags, split = tags+r.tags, split+r.split
			template, faults, err := templates.Compile(filepath.Base(file), data)
			if err != nil || len(faults) > 0 {
				t.Fatal(err, faults)
			}
			if found := len(template.Tags()); found != r.tags {
				t.Errorf("%d tags were typed, %d were found", r.tags, found)
			}
			checkFilled(t, template, data)
			resplitSame(t, data)
		})
	}
	if tags == 0 && os.Getenv("TONGHOP_REQUIRE") == "" {
		t.Skip("this corpus holds no Vietnamese templates with tags")
	}
	if tags < 200 || split < tags/3 {
		t.Errorf("only %d tags, %d of them split", tags, split)
	}
	t.Logf("%d tags, %d of them in several runs", tags, split)
}

// resplitSame cuts the runs of a template at random places. What it is filled to reads the same.
func resplitSame(t *testing.T, data []byte) {
	t.Helper()
	filledText := func(data []byte) string {
		template, faults, err := templates.Compile("mau.docx", data)
		if err != nil || len(faults) > 0 {
			t.Fatal(err, faults)
		}
		return textsOf(t, fill(t, template, anythingFor(template)))
	}
	want := filledText(data)
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 1))
		cut := withStories(t, data, func(part string) string { return cutRuns(part, r) })
		if got := filledText(cut); got != want {
			t.Errorf("cut with seed %d, it reads\n%s\nnot\n%s", seed, got, want)
		}
	}
}

// textsOf gives the text of a document: its stories by name, each with the paragraphs that hold some text.
func textsOf(t testing.TB, file []byte) string {
	t.Helper()
	stories := storiesOf(t, partsOf(t, file))
	var b strings.Builder
	for _, name := range sortedNames(stories) {
		lines := slices.DeleteFunc(stories[name], func(line string) bool { return strings.TrimSpace(line) == "" })
		if len(lines) == 0 {
			continue
		}
		b.WriteString("== " + name + "\n")
		for _, line := range lines {
			b.WriteString(strings.TrimSpace(line) + "\n")
		}
	}
	return b.String()
}
