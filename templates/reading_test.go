package templates_test

import (
	"encoding/xml"
	"io"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/templates"
)

// storyFile is how the parts of a document are called that hold text. Files of the corpus are looked at by name, so that
// what the engine finds is compared with what somebody else would.
var storyFile = regexp.MustCompile(`^word/(document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml$`)

// storiesOf gives the paragraphs of every story of a document, by the name of its part.
func storiesOf(t testing.TB, parts map[string]string) map[string][]string {
	t.Helper()
	stories := map[string][]string{}
	for name, part := range parts {
		if !storyFile.MatchString(name) {
			continue
		}
		lines, err := paragraphsOf(part)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		stories[name] = lines
	}
	return stories
}

// paragraphsOf reads the text of each paragraph of a part with the XML reader of Go, in the order in which the paragraphs end. Tabs and
// line breaks are the characters they stand for.
func paragraphsOf(part string) ([]string, error) {
	r := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(part, "\ufeff")))
	var lines []string
	var open []*strings.Builder
	text := false
	for {
		token, err := r.Token()
		if err == io.EOF {
			return lines, nil
		}
		if err != nil {
			return nil, err
		}
		switch e := token.(type) {
		case xml.StartElement:
			if !strings.HasSuffix(e.Name.Space, "/main") || strings.Contains(e.Name.Space, "drawing") {
				continue
			}
			text = e.Name.Local == "t"
			switch {
			case e.Name.Local == "p":
				open = append(open, &strings.Builder{})
			case len(open) == 0:
			case e.Name.Local == "tab" && len(e.Attr) == 0:
				open[len(open)-1].WriteByte('\t')
			case e.Name.Local == "br":
				open[len(open)-1].WriteByte('\n')
			}
		case xml.CharData:
			if text && len(open) > 0 {
				open[len(open)-1].Write(e)
			}
		case xml.EndElement:
			text = false
			if e.Name.Local == "p" && strings.Contains(e.Name.Space, "wordprocessingml") && len(open) > 0 {
				lines = append(lines, open[len(open)-1].String())
				open = open[:len(open)-1]
			}
		}
	}
}

// wellFormed reads a part to its end.
func wellFormed(part string) error {
	r := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(part, "\ufeff")))
	r.CharsetReader = func(_ string, from io.Reader) (io.Reader, error) { return from, nil }
	for {
		if _, err := r.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// anything answers every name of a template with its own name, and each loop with two rows.
type anything struct {
	loops map[string]bool
	row   string // "" for the document
}

// anythingFor makes the data that fills every tag of a template.
func anythingFor(template *templates.Template) anything {
	a := anything{loops: map[string]bool{}}
	for _, use := range template.Tags() {
		if use.Section && len(use.Names) == 1 && strings.EqualFold(use.Names[0], use.Expression) {
			a.loops[strings.ToLower(use.Expression)] = true
		}
	}
	return a
}

func (a anything) Value(name string) figure.Value { return figure.TextOf("‹" + name + a.row + "›") }

func (a anything) Units([]string) iter.Seq[formula.Env] { return func(func(formula.Env) bool) {} }

func (a anything) Ask(string, []string) figure.Value { return figure.TextOf("‹?›") }

func (a anything) Rows(loop string) ([]templates.Data, bool) {
	if !a.loops[strings.ToLower(loop)] {
		return nil, false
	}
	return []templates.Data{anything{a.loops, a.row + ".1"}, anything{a.loops, a.row + ".2"}}, true
}

func (a anything) Style(string) (string, bool) { return "", false }

func (a anything) Key() string { return strings.Trim(a.row, ".") }

func (a anything) Fact(name string) (templates.Fact, bool) {
	return templates.Fact{Title: "Số liệu " + name, Derived: true}, true
}

// fill renders a template without controls.
func fill(t testing.TB, template *templates.Template, d templates.Data) []byte {
	t.Helper()
	result, err := template.Render(d, templates.Options{Plain: true})
	if err != nil {
		t.Fatal(err)
	}
	return result.Document
}

// sortedNames gives the names of the parts of a document in order.
func sortedNames[V any](parts map[string]V) []string { return slices.Sorted(maps.Keys(parts)) }
