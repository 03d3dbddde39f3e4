package templates_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"time"

	"tonghop/templates"
)

// TestOwnCustomXML leaves the custom XML of a template alone: the provenance of our figures is a part of its own.
func TestOwnCustomXML(t *testing.T) {
	template := compile(t, docx{body: p("{{xd_dvut}}"), extra: map[string]string{
		"customXml/item1.xml": "<a/>", "customXml/itemProps1.xml": "<b/>", "customXml/_rels/item1.xml.rels": "<c/>",
	}})
	result, err := template.Render(world(), templates.Options{})
	if err != nil {
		t.Fatal(err)
	}
	parts := partsOf(t, result.Document)
	for name, want := range map[string]string{"customXml/item1.xml": "<a/>", "customXml/itemProps1.xml": "<b/>", "customXml/_rels/item1.xml.rels": "<c/>"} {
		if parts[name] != want {
			t.Errorf("%s became %s", name, parts[name])
		}
	}
	if !strings.Contains(parts["customXml/item2.xml"], "xd_dvut") {
		t.Errorf("no provenance among %v", sortedNames(parts))
	}
	if n := strings.Count(parts["[Content_Types].xml"], "/customXml/itemProps1.xml"); n != 0 {
		t.Errorf("a part of the template is listed %d times by us", n)
	}
}

// TestPacked looks at how the parts are packed: compressed, each with its sizes before it and the same valid day.
func TestPacked(t *testing.T) {
	for _, main := range []string{"", "word/document2.xml"} {
		result := render(t, docx{mainFile: main, body: p("{{xd_dvut}}"), header: p("{{ten}}")})
		r, err := zip.NewReader(bytes.NewReader(result.Document), int64(len(result.Document)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.File {
			changed := strings.HasPrefix(f.Name, "word/document") || strings.HasPrefix(f.Name, "word/header")
			if changed && !f.Modified.Equal(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)) {
				t.Errorf("%s is of %v", f.Name, f.Modified)
			}
			if f.Method != zip.Deflate {
				t.Errorf("%s is not compressed", f.Name)
			}
		}
	}
}
