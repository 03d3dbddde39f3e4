package templates_test

import (
	"regexp"
	"strings"
	"testing"

	"tonghop/lang"
	"tonghop/templates"
)

// letters are data that differ in a name.
func letters(names ...string) []templates.Data {
	var all []templates.Data
	for _, name := range names {
		d := world()
		d.values["ten"] = texts("ten", name).values["ten"]
		all = append(all, d)
	}
	return all
}

func merge(t *testing.T, d docx, all []templates.Data) (templates.Result, error) {
	t.Helper()
	result, n, err := compile(t, d).RenderAll(all)
	if err == nil && n != len(all) {
		t.Errorf("%d of %d documents are in the file", n, len(all))
	}
	return result, err
}

var breakParagraph = regexp.MustCompile(`<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>(<w:sectPr>.*?</w:sectPr>)</w:pPr></w:p>`)

func TestMergedDocuments(t *testing.T) {
	const restart = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgNumType w:start="1"/></w:sectPr>`
	d := docx{body: p("Kính gửi: {{ten}}") + tbl(tr(tc(p("{{#dv}}")), tc(p(""))), tr(tc(p("{{ten}}")), tc(p("{{so}}"))), tr(tc(p("{{/dv}}")), tc(p(""))))}
	result, err := merge(t, d, letters("Một", "Hai & <ba>", "{{ten}}"))
	if err != nil {
		t.Fatal(err)
	}
	main := partsOf(t, result.Document)["word/document.xml"]
	for i, m := range breakParagraph.FindAllStringSubmatch(main, -1) {
		if m[1] != restart {
			t.Errorf("section %d is %s", i+1, m[1])
		}
	}
	documents := breakParagraph.Split(main, -1)
	if len(documents) != 3 || !strings.HasSuffix(main, restart+"</w:body></w:document>") {
		t.Fatalf("%d documents in %s", len(documents), main)
	}
	for i, want := range []string{"Kính gửi: Một", "Kính gửi: Hai & <ba>", "Kính gửi: {{ten}}"} {
		if text := textOf(documents[i]); text != want+"\nAn|1|/\nBình|2|/\n" && text != want+"\nAn|1|/\nBình|2|/" {
			t.Errorf("document %d is %q", i+1, text)
		}
	}
}

// One document alone is what Render makes of it, but for the number of its first page.
func TestMergeOfOne(t *testing.T) {
	d := docx{body: p("{{ten}}") + p("{{#dv}}") + p("{{ten}}") + p("{{/dv}}"), header: p("{{xd_dvut}}")}
	all := letters("Một")
	merged, err := merge(t, d, all)
	if err != nil {
		t.Fatal(err)
	}
	alone, err := compile(t, d).Render(all[0], templates.Options{Plain: true})
	if err != nil {
		t.Fatal(err)
	}
	got, want := partsOf(t, merged.Document), partsOf(t, alone.Document)
	for name := range want {
		if text := strings.Replace(got[name], `<w:pgNumType w:start="1"/>`, "", 1); text != want[name] {
			t.Errorf("%s\n got %s\nwant %s", name, text, want[name])
		}
	}
}

// What has to be unique stays unique, and every document has its own notes, counted from 1.
func TestMergeKeepsIdentities(t *testing.T) {
	d := docx{
		body: `<w:p w14:paraId="00000001"><w:bookmarkStart w:id="4" w:name="dau"/><w:r><w:t>{{ten}}</w:t></w:r><w:bookmarkEnd w:id="4"/>` +
			`<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
		footnotes: `<w:footnote w:type="separator" w:id="0">` + p("") + `</w:footnote><w:footnote w:id="2">` + p("của {{ten}}") + `</w:footnote>`,
	}
	result, err := merge(t, d, letters("Một", "Hai", "Ba"))
	if err != nil {
		t.Fatal(err)
	}
	parts := partsOf(t, result.Document)
	main, notes := parts["word/document.xml"], parts["word/footnotes.xml"]
	for _, pattern := range []string{`w14:paraId="(\w+)"`, `bookmarkStart w:id="(\d+)"`, `bookmarkEnd w:id="(\d+)"`, `w:name="(\w+)"`, `footnoteReference w:id="(\d+)"`} {
		seen := map[string]bool{}
		for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(main, -1) {
			seen[m[1]] = true
		}
		if len(seen) != 3 {
			t.Errorf("%s has the values %v", pattern, seen)
		}
	}
	for i, name := range []string{"Một", "Hai", "Ba"} {
		id := regexp.MustCompile(`footnoteReference w:id="(\d+)"`).FindAllStringSubmatch(main, -1)[i][1]
		_, note, _ := strings.Cut(notes, `<w:footnote w:id="`+id+`">`)
		if note, _, _ = strings.Cut(note, `</w:footnote>`); textOf(note) != "của "+name {
			t.Errorf("the note %s of %s is %q", id, name, textOf(note))
		}
	}
	if n := strings.Count(main, `<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr><w:pgSz`); n != 3 {
		t.Errorf("%d sections count their notes anew", n)
	}
}

func TestSectionsOfMergedDocuments(t *testing.T) {
	const size = `<w:pgSz w:w="1" w:h="1"/>`
	for _, c := range []struct{ name, first, last, want string }{
		{"one that closes itself", "", `<w:sectPr/>`, `<w:sectPr><w:pgNumType w:start="1"/></w:sectPr>`},
		{"numbers of its own", "", `<w:sectPr><w:pgNumType w:fmt="lowerRoman" w:start="3"/></w:sectPr>`, `<w:sectPr><w:pgNumType w:fmt="lowerRoman" w:start="3"/></w:sectPr>`},
		{"a format of numbers", "", `<w:sectPr><w:pgNumType w:fmt="lowerRoman"/></w:sectPr>`, `<w:sectPr><w:pgNumType w:start="1" w:fmt="lowerRoman"/></w:sectPr>`},
		{"in its place", "", `<w:sectPr w:rsidR="1">` + size + `<w:cols w:space="1"><w:col/></w:cols><w:docGrid/></w:sectPr>`,
			`<w:sectPr w:rsidR="1">` + size + `<w:pgNumType w:start="1"/><w:cols w:space="1"><w:col/></w:cols><w:docGrid/></w:sectPr>`},
		{"not on the same page", "", `<w:sectPr><w:type w:val="continuous"/>` + size + `</w:sectPr>`, `<w:sectPr><w:type w:val="nextPage"/>` + size + `<w:pgNumType w:start="1"/></w:sectPr>`},
		{"odd pages stay", "", `<w:sectPr><w:type w:val="oddPage"/></w:sectPr>`, `<w:sectPr><w:type w:val="oddPage"/><w:pgNumType w:start="1"/></w:sectPr>`},
		{"several sections", `<w:sectPr>` + size + `</w:sectPr>`, `<w:sectPr><w:type w:val="continuous"/></w:sectPr>`, `<w:sectPr>` + size + `<w:pgNumType w:start="1"/></w:sectPr>`},
	} {
		d := docx{body: p("{{ten}}"), bodyEnd: c.last}
		if c.first != "" {
			d.body = `<w:p><w:pPr>` + c.first + `</w:pPr></w:p>` + d.body
		}
		result, err := merge(t, d, letters("Một", "Hai"))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		main := partsOf(t, result.Document)["word/document.xml"]
		if n := strings.Count(main, c.want); n != 2 {
			t.Errorf("%s: %d times %s in %s", c.name, n, c.want, main)
		}
		if c.first != "" && strings.Count(main, c.last) != 2 {
			t.Errorf("%s: the later section changed: %s", c.name, main)
		}
	}
}

// What one file cannot hold is refused in words.
func TestMergeRefuses(t *testing.T) {
	header := func(kind string) string { return `<w:headerReference w:type="` + kind + `" r:id="rheader"/>` }
	for _, c := range []struct {
		name, want string
		d          docx
		all        []templates.Data
	}{
		{"headers that differ", "differs between the documents", docx{body: p("a"), header: p("{{ten}}")}, letters("Một", "Hai")},
		{"no documents", "nothing to put together", docx{body: p("a")}, nil},
		{"a header only later", `"default"`, docx{body: `<w:p><w:pPr><w:sectPr/></w:pPr></w:p>`, bodyEnd: `<w:sectPr>` + header("default") + `</w:sectPr>`, header: p("a")}, letters("Một", "Hai")},
		{"tracked page setup", "tracked changes", docx{body: p("a"), bodyEnd: `<w:sectPr><w:sectPrChange w:id="3" w:author="x"><w:sectPr/></w:sectPrChange></w:sectPr>`}, letters("Một", "Hai")},
	} {
		_, err := merge(t, c.d, c.all)
		if err == nil || !strings.Contains(lang.Text(err, lang.En), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if _, err := merge(t, docx{body: p("a"), header: p("{{xd_dvut}}")}, letters("Một", "Hai")); err != nil {
		t.Errorf("a header that is the same in both: %v", err)
	}
}
