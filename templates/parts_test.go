package templates_test

import (
	"bytes"
	"strings"
	"sync"
	"testing"

	"tonghop/figure"
	"tonghop/templates"
)

const (
	noteLine = `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>`
	noteSign = `<w:r><w:footnoteRef/></w:r>`
)

func mark(id string) string { return `<w:r><w:footnoteReference w:id="` + id + `"/></w:r>` }

func note(id, text string) string {
	return `<w:footnote w:id="` + id + `"><w:p>` + noteSign + `<w:r><w:t>` + text + `</w:t></w:r></w:p></w:footnote>`
}

func run(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

func TestStories(t *testing.T) {
	d := docx{
		mainFile:  "word/document2.xml",
		body:      p("{{ten}}"),
		header:    p("Đầu {{nam}}"),
		footer:    tbl(tr(tc(p("{{#dv}}{{ten}}")), tc(p("{{/dv}}")))),
		footnotes: noteLine + note("1", "không có dấu {{nam}}"),
		endnotes:  `<w:endnote w:id="1"><w:p><w:r><w:t>{{nam}}</w:t></w:r></w:p></w:endnote>`,
	}
	parts := partsOf(t, render(t, d).Document)
	for file, want := range map[string]string{
		"word/document2.xml": "Tỉnh đoàn", "word/header.xml": "Đầu 05", "word/footer.xml": "An|¶|/\nBình|¶|/\n¶",
		"word/footnotes.xml": "\nkhông có dấu 05", "word/endnotes.xml": "05",
	} {
		if got := textOf(parts[file]); strings.TrimSpace(strings.TrimPrefix(got, `<?xml`)) != strings.TrimSpace(want) {
			t.Errorf("%s: got %q, want %q", file, got, want)
		}
	}
}

// TestNotes repeats notes with their marks, each with the values of its turn.
func TestNotes(t *testing.T) {
	d := docx{
		body: `<w:p>` + run("{{#dv}}") + run("{{ten}}") + mark("2") + run("{{/dv}}{{#sai}}x") + mark("3") + run("{{/}}") + `</w:p>` +
			`<w:p>` + run("sau") + mark("4") + `</w:p>`,
		footnotes: noteLine + note("2", "Của {{ten}}: {{so}}") + note("3", "mất {{nam}}") + note("4", "giữ") + note("6", "không dấu"),
	}
	parts := partsOf(t, render(t, d).Document)
	body, notes := parts["word/document.xml"], parts["word/footnotes.xml"]
	for _, part := range []string{`An</w:t></w:r><w:r><w:footnoteReference w:id="2"/>`, `Bình</w:t></w:r><w:r><w:footnoteReference w:id="3"/>`, `w:id="4"/>`} {
		if !strings.Contains(body, part) {
			t.Errorf("no mark %s in %s", part, body)
		}
	}
	if got := textOf(notes); got != "\nCủa An: 1\nCủa Bình: 2\ngiữ\nkhông dấu" {
		t.Errorf("notes are %q", got)
	}
	for _, id := range []string{`<w:footnote w:id="2">`, `<w:footnote w:id="3">`, `<w:footnote w:id="4">`, `<w:footnote w:id="6">`} {
		if strings.Count(notes, id) != 1 {
			t.Errorf("%d times %s in %s", strings.Count(notes, id), id, notes)
		}
	}
}

// TestNotesInOrder keeps the numbers of the template where each mark is written once, whatever they are.
func TestNotesInOrder(t *testing.T) {
	d := docx{
		body:      `<w:p>` + run("{{ten}}") + mark("7") + run("b") + mark("3") + `</w:p>`,
		footnotes: noteLine + note("3", "ba") + note("7", "bảy {{nam}}"),
	}
	parts := partsOf(t, render(t, d).Document)
	if got := textOf(parts["word/footnotes.xml"]); got != "\nba\nbảy 05" {
		t.Errorf("notes are %q", got)
	}
	if !strings.Contains(parts["word/document.xml"], `w:id="7"/></w:r><w:r><w:t xml:space="preserve">b</w:t></w:r><w:r><w:footnoteReference w:id="3"/>`) {
		t.Error("the marks changed")
	}
}

// TestNotesAlone fills notes when the body itself has no tags, and leaves the body as it is.
func TestNotesAlone(t *testing.T) {
	d := docx{body: `<w:p>` + run("a") + mark("2") + `</w:p>`, footnotes: noteLine + note("2", "{{ten}}")}
	file := d.file()
	got := partsOf(t, render(t, d).Document)
	if got["word/document.xml"] != partsOf(t, file)["word/document.xml"] {
		t.Error("the body changed")
	}
	if text := textOf(got["word/footnotes.xml"]); text != "\nTỉnh đoàn" {
		t.Errorf("notes are %q", text)
	}
}

// TestNotesStay leaves body and notes as they are when only a header has tags.
func TestNotesStay(t *testing.T) {
	d := docx{body: `<w:p>` + run("a") + mark("2") + `</w:p>`, footnotes: noteLine + note("2", "b"), header: p("{{ten}}")}
	compareParts(t, partsOf(t, d.file()), partsOf(t, render(t, d).Document), map[string]bool{"word/header.xml": true})
}

func textBox(content string) string {
	return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="3" name="Khung"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>` +
		`<w:txbxContent>` + content + `</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><v:rect id="_x0000_s1026"><v:textbox><w:txbxContent>` + content + `</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

func TestTextBoxes(t *testing.T) {
	content := p("{{#dv}}") + p("{{ten}}") + p("{{/dv}}") + p("{{#sai}}x{{/}}")
	d := docx{body: `<w:p>` + run("{{nam}} ") + textBox(content) + run(" {{ten}}") + `</w:p>`}
	got := bodyOf(t, render(t, d).Document)
	if text := textOf(got); text != "05 An\nBình\nAn\nBình\n Tỉnh đoàn" {
		t.Errorf("got %q", text)
	}
	t.Run("in a loop", func(t *testing.T) {
		d := docx{body: p("{{#dv}}") + `<w:p>` + textBox(p("{{ten}}")) + `</w:p>` + p("{{/dv}}")}
		got := bodyOf(t, render(t, d).Document)
		if text := textOf(got); text != "An\nAn\n\nBình\nBình\n" {
			t.Errorf("got %q", text)
		}
		for _, id := range []string{`<wp:docPr id="3"`, `<v:rect id="_x0000_s1026"`} {
			if strings.Count(got, id) != 1 {
				t.Errorf("%d times %s", strings.Count(got, id), id)
			}
		}
	})
	t.Run("a fault is reported once", func(t *testing.T) {
		faults := faultsOf(t, docx{body: `<w:p>` + textBox(p("{{khong_biet}}")) + `</w:p>`})
		if len(faults) != 1 || !faults[0].Place.TextBox {
			t.Errorf("got %v", faults)
		}
	})
}

// TestUntouched leaves a document without tags as it is, part by part.
func TestUntouched(t *testing.T) {
	d := docx{
		body:      p("Không có thẻ { } nào.") + tbl(tr(tc(p("x")))) + `<w:p>` + mark("2") + textBox(p("y")) + `</w:p>`,
		header:    p("đầu"),
		footnotes: noteLine + note("2", "chú thích"),
		extra:     map[string]string{"word/media/header1.png": "\x89PNG{{ten}}", "customXml/item1.xml": "<a>{{ten}}</a>"},
	}
	file := d.file()
	template, faults, err := templates.Compile("mau", file)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	result, err := template.Render(world(), templates.Options{Plain: true})
	if err != nil {
		t.Fatal(err)
	}
	compareParts(t, partsOf(t, file), partsOf(t, result.Document), nil)
}

// compareParts compares the parts of two documents but for those that may differ.
func compareParts(t *testing.T, before, after map[string]string, but map[string]bool) {
	t.Helper()
	if len(before) != len(after) {
		t.Errorf("%d parts became %d", len(before), len(after))
	}
	for name, was := range before {
		if is, ok := after[name]; !ok || is != was && !but[name] {
			t.Errorf("%s changed", name)
		}
	}
}

// TestAtOnce renders one template many times at once. All documents are equal to the byte.
func TestAtOnce(t *testing.T) {
	template := compile(t, docx{
		body:      p("{{#dv}}") + `<w:p w14:paraId="00000001">` + run("{{ten}} {{van}}") + mark("2") + `</w:p>` + p("{{/dv}}"),
		footnotes: note("2", "{{ten}}"), header: p("{{nam}}"),
	})
	var all [8][]byte
	var wait sync.WaitGroup
	for i := range all {
		wait.Go(func() {
			if result, err := template.Render(world(), templates.Options{Plain: true}); err == nil {
				all[i] = result.Document
			}
		})
	}
	wait.Wait()
	for i := range all {
		if len(all[i]) == 0 || !bytes.Equal(all[i], all[0]) {
			t.Errorf("document %d differs", i)
		}
	}
}

func TestResult(t *testing.T) {
	result := render(t, docx{body: p("{{#dv}}{{thieu_so}} {{xd_dvut + thieu_so}}{{/dv}}{{#thieu_so > 1}}a{{/}}{{van_loi}}{{vong}}{{neu(dung; ten; nam) | pt}}")})
	var missing []string
	for _, m := range result.Missing {
		missing = append(missing, m.Tag+" "+strings.Join(m.Gaps, ","))
	}
	want := []string{"{{thieu_so}} thieu_so", "{{xd_dvut + thieu_so}} thieu_so", "{{#thieu_so > 1}} thieu_so"}
	if strings.Join(missing, "; ") != strings.Join(want, "; ") {
		t.Errorf("missing is %q", missing)
	}
	var findings []string
	for _, f := range result.Findings {
		findings = append(findings, f.Tag)
	}
	if got := strings.Join(findings, " "); got != "{{van_loi}} {{van_loi}} {{vong}} {{neu(dung; ten; nam) | pt}}" {
		t.Errorf("findings are for %s", got)
	}
}

func TestCharacters(t *testing.T) {
	d := world()
	d.values["ten"] = texts("x", "a\x00\x1b[31m\ufffeb\xff").values["x"]
	result, err := compile(t, docx{body: p("{{ten}}")}).Render(d, templates.Options{Plain: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := textOf(bodyOf(t, result.Document)); got != "a[31mb" {
		t.Errorf("got %q", got)
	}
	if len(result.Findings) != 1 {
		t.Errorf("findings are %v", result.Findings)
	}
}

func TestTags(t *testing.T) {
	uses := compile(t, docx{body: p("{{#dv}}{{ten | hoa | dam_so}}{{/dv}}"), header: p("{{ xd_dvut/nam | pt }}")}).Tags()
	var got []string
	for _, u := range uses {
		got = append(got, u.Expression+" "+strings.Join(u.Styles, ",")+" "+strings.Join(u.Names, ","))
	}
	if want := "dv  dv; ten hoa,dam_so ten; xd_dvut / nam pt xd_dvut,nam"; strings.Join(got, "; ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "; "), want)
	}
}

func TestCheckProse(t *testing.T) {
	for text, want := range map[string]int{"không có thẻ": 0, "{{nam}} lớp": 0, "{{nom}}": 1, "{{#dv}}": 1, "{{nam": 1, "{{nam | xyz}}": 1, "{{dv}}": 1} {
		if got := templates.CheckProse(text, world()); len(got) != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}

func TestEngineStyles(t *testing.T) {
	for _, s := range templates.EngineStyles() {
		if s.Title.Vi == "" || s.Title.En == "" {
			t.Errorf("%s is not documented", s.Name)
		}
		if len(faultsOf(t, docx{body: p("{{nam | " + s.Name + "}}")})) > 0 {
			t.Errorf("a tag cannot name %s", s.Name)
		}
		d := world()
		d.values["xd_dvut"] = figure.Int(1805).Covered(93, 94)
		d.facts = map[string]templates.Fact{"xd_dvut": {Measure: "đoàn viên"}}
		result, err := compile(t, docx{body: p(s.Example.In)}).Render(d, templates.Options{Plain: true})
		if err != nil {
			t.Fatal(err)
		}
		body := bodyOf(t, result.Document)
		if got := strings.ReplaceAll(textOf(body), "\u00a0", " "); got != s.Example.Out || !strings.Contains(s.Example.In, s.Name) {
			t.Errorf("%s prints %q, not %q", s.Example.In, got, s.Example.Out)
		}
		if isBold := strings.Contains(body, "<w:b/>"); isBold != (s.Name == "dam_so") {
			t.Errorf("%s: bold is %v", s.Example.In, isBold)
		}
	}
}
