package templates_test

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tonghop/templates"
)

// TestCorpusIsValid fills templates of the corpus, with figures that stay alive, and asks Microsoft's validator: it has nothing to say that it does not
// say of the template too.
func TestCorpusIsValid(t *testing.T) {
	validator := needValidator(t)
	for _, file := range corpusFiles(t, "docx/*") {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data, tags := inOurTags(t, name, readFile(t, file))
			template, faults, err := templates.Compile(name, data)
			if err != nil || len(faults) > 0 || tags == 0 {
				return
			}
			result, err := template.Render(anythingFor(template), templates.Options{})
			if err != nil {
				return // what is refused is the business of TestCorpus
			}
			said := verdictOf(t, validator, result.Document)
			if len(said) == 0 {
				return
			}
			before := verdictOf(t, validator, data)
			for _, line := range said {
				if !slices.Contains(before, line) {
					t.Errorf("the template had no such fault: %s", line)
				}
			}
		})
	}
}

// inOurTags gives a document of the corpus with its tags in our syntax, and how many there are.
func inOurTags(t *testing.T, name string, data []byte) ([]byte, int) {
	t.Helper()
	rules := map[string][]rule{"toolbaocao": braces, "docxtemplater": mustache, "easy-template-x": mustache, "python-docx-template": jinja}
	file := strings.Join(strings.SplitN(name, "__", 3)[:min(2, strings.Count(name, "__")+1)], "__")
	translate, ok := rules[strings.SplitN(name, "__", 2)[0]]
	if !wellTyped(data) {
		return data, 0
	}
	if ok {
		data, r := retagged(t, data, slices.Concat(special[file], translate))
		return data, r.tags
	}
	if hasBraces(t, data) {
		return data, 1
	}
	return data, 0
}

// wellTyped reports whether a file is a package whose stories can be read.
func wellTyped(data []byte) bool {
	_, _, err := templates.Compile("x", data)
	return err == nil
}

// ordinals are left out of what the validator says, because a loop counts on.
var ordinals = regexp.MustCompile(`\d+`)

// verdictOf gives what the validator says of a document, each thing once.
func verdictOf(t *testing.T, validator string, data []byte) []string {
	t.Helper()
	var said []string
	for _, c := range complaints(t, validator, data) {
		said = append(said, ordinals.ReplaceAllString(c, "#"))
	}
	slices.Sort(said)
	return slices.Compact(said)
}
