package templates_test

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tonghop/lang"
	"tonghop/templates"
)

// annotated compiles a document, annotates it with all its faults and notes, and gives the copy.
func annotated(t testing.TB, file []byte) []byte {
	t.Helper()
	made, faults, err := templates.Compile("mau", file)
	if err != nil {
		t.Fatal(err)
	}
	faults = append(faults, made.Check(world())...)
	notes, err := templates.Layout(file, templates.LayoutOptions{})
	if err != nil {
		t.Fatal(err)
	}
	flaws, err := templates.Sound(file)
	if err != nil {
		t.Fatal(err)
	}
	copied, err := templates.Annotate(file, faults, append(notes, flaws...), lang.Vi)
	if err != nil {
		t.Fatal(err)
	}
	return copied
}

var (
	commentStart = regexp.MustCompile(`<w:commentRangeStart w:id="(\d+)"/>`)
	commentText  = regexp.MustCompile(`(?s)<w:comment w:id="(\d+)"[^>]*>(.*?)</w:comment>`)
)

// commentsOf gives for each comment the text that it spans and what it says.
func commentsOf(t testing.TB, file []byte) [][2]string {
	t.Helper()
	parts := partsOf(t, file)
	says := map[string]string{}
	for _, m := range commentText.FindAllStringSubmatch(parts["word/comments.xml"], -1) {
		says[m[1]] = html.UnescapeString(marks.ReplaceAllString(m[2], ""))
	}
	var all [][2]string
	main := parts["word/document.xml"]
	for _, m := range commentStart.FindAllStringSubmatchIndex(main, -1) {
		id := main[m[2]:m[3]]
		spanned, _, ok := strings.Cut(main[m[1]:], `<w:commentRangeEnd w:id="`+id+`"/><w:r><w:commentReference w:id="`+id+`"/></w:r>`)
		if !ok || says[id] == "" {
			t.Errorf("comment %s has no end or says nothing", id)
		}
		all = append(all, [2]string{html.UnescapeString(marks.ReplaceAllString(spanned, "")), says[id]})
	}
	return all
}

func faultyComments(t testing.TB, d docx) [][2]string {
	return slices.DeleteFunc(commentsOf(t, annotated(t, d.file())), func(c [2]string) bool { return strings.HasPrefix(c[1], "Lưu ý") })
}

func TestAnnotateSpansTheTag(t *testing.T) {
	r := func(text string) string {
		return `<w:r w:rsidR="00AB"><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
	}
	for name, c := range map[string]struct{ body, spans, says string }{
		"in a run":          {p("Có {{xd_dvutt}} người"), "{{xd_dvutt}}", "Lỗi ở thẻ {{xd_dvutt}}"},
		"alone":             {p("{{xd_dvutt}}"), "{{xd_dvutt}}", "xd_dvut"},
		"over runs":         {`<w:p>` + r("a &amp; {") + r("{xd_") + `<w:proofErr w:type="spellStart"/>` + r("dvutt}") + r("} &lt;b") + `</w:p>`, "{{xd_dvutt}}", "xd_dvut"},
		"in a hyperlink":    {`<w:p>` + r("a ") + `<w:hyperlink w:anchor="x">` + r("b{{tenn}}c") + `</w:hyperlink></w:p>`, "{{tenn}}", "tenn"},
		"in a control":      {`<w:p>` + r("a ") + `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>` + r("b{{tenn}}c") + `</w:sdtContent></w:sdt>` + r("d") + `</w:p>`, "b{{tenn}}c", "tenn"},
		"without its space": {`<w:p><w:r><w:t>a {{tenn}} b</w:t></w:r></w:p>`, "{{tenn}}", "tenn"},
		"in a cell":         {tbl(tr(tc(p("x")), tc(p("y {{tenn}}")))) + p(""), "{{tenn}}", "tenn"},
		"a tracked change":  {`<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="3" w:author="x"><w:rPr/></w:rPrChange></w:rPr><w:t>a {{tenn}} b</w:t></w:r></w:p>`, "a {{tenn}} b", "tenn"},
		"never closed":      {p("a {{ten") + p("b"), "{{ten", "{{ten"},
		"entities":          {p("a &lt; {{neu(nam &lt; 6; &quot;x&quot;; tenn)}}!"), `{{neu(nam < 6; "x"; tenn)}}`, "tenn"},
	} {
		comments := faultyComments(t, docx{body: c.body})
		if len(comments) != 1 || comments[0][0] != c.spans || !strings.Contains(comments[0][1], c.says) {
			t.Errorf("%s: %q", name, comments)
		}
	}
}

// Where Word allows no comment, it stands as near as it may and says the place.
func TestAnnotateElsewhere(t *testing.T) {
	d := docx{
		body:      p("Mở đầu") + `<w:p>` + run("Có") + mark("2") + run("dấu") + `</w:p>` + `<w:p>` + textBox(p("{{xa}}")) + `</w:p>` + p("{{xb}} {{xc}}{{xd}}"),
		header:    p("{{xe}}"),
		footnotes: noteLine + note("2", "{{xf}}"),
	}
	var got []string
	for _, c := range faultyComments(t, d) {
		got = append(got, c[0]+" <- "+c[1])
	}
	for i, want := range []string{
		`^Mở đầu <- đầu trang, đoạn 1 .*\{\{xe\}\}.*không cho gắn`,
		`^ <- chú thích chân trang 1, .*\{\{xf\}\}.*không cho gắn`,
		`<- thân bài, trong khung chữ, .*\{\{xa\}\}.*không cho gắn`,
		`^\{\{xb\}\} <- Lỗi ở thẻ \{\{xb\}\}`, `^\{\{xc\}\} <- Lỗi`, `^\{\{xd\}\} <- Lỗi`,
	} {
		if i >= len(got) || !regexp.MustCompile(want).MatchString(got[i]) {
			t.Errorf("want %s in\n%s", want, strings.Join(got, "\n"))
		}
	}
}

// A tag in the description of a picture is found at the paragraph that holds it; one in the properties of the file at the beginning.
func TestAnnotateHiddenTags(t *testing.T) {
	d := docx{body: p("Mở đầu") + `<w:p>` + run("Hình") + described(`descr="{{xa}}"`) + `</w:p>`, core: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{xb}}</dc:title></cp:coreProperties>`}
	var got []string
	for _, c := range faultyComments(t, d) {
		got = append(got, c[0]+" <- "+c[1])
	}
	if len(got) != 2 || !strings.HasPrefix(got[0], "Mở đầu <- thuộc tính của tệp") || !strings.HasPrefix(got[1], "Hình <- Lỗi ở thẻ {{xa}}") {
		t.Errorf("got %q", got)
	}
}

// Comments that are there stay, and new ones take other numbers.
func TestAnnotateKeepsComments(t *testing.T) {
	d := docx{body: `<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Của tôi</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>` + p("{{tenn}}")}
	d = d.commented(`<w:comment w:id="0" w:author="Người khác"><w:p><w:r><w:t>Xem lại</w:t></w:r></w:p></w:comment>`)
	file := annotated(t, d.file())
	comments := commentsOf(t, file)
	if comments[0] != [2]string{"Của tôi", "Xem lại"} && comments[1] != [2]string{"Của tôi", "Xem lại"} {
		t.Errorf("the old comment is lost: %q", comments)
	}
	if got := soundness(t, file); len(got) > 0 {
		t.Errorf("unsound: %v", got)
	}
	if again := annotated(t, file); len(commentsOf(t, again)) <= len(comments) || !templates.Untouched(again) {
		t.Error("a copy cannot be annotated again")
	}
}

// commented gives a document a part of comments.
func (d docx) commented(comments string) docx {
	d.comments = comments
	return d
}

func TestUntouchedCopies(t *testing.T) {
	file := docx{body: p("{{tenn}}")}.file()
	copied := annotated(t, file)
	if !templates.Untouched(copied) || templates.Untouched(file) || templates.Untouched([]byte("PK")) {
		t.Error("copies are not told from other files")
	}
	parts := partsOf(t, copied)
	parts["word/document.xml"] = strings.Replace(parts["word/document.xml"], "tenn", "ten", 1)
	var edited [][2]string
	for name, text := range parts {
		edited = append(edited, [2]string{name, text})
	}
	if templates.Untouched(pack(edited)) {
		t.Error("an edited copy passes for untouched")
	}
}

// sameFaults reports where the faults of an annotated copy differ from those of the document.
func sameFaults(t testing.TB, file, copied []byte) error {
	before, beforeFaults, err := templates.Compile("mau", file)
	if err != nil {
		return err
	}
	after, afterFaults, err := templates.Compile("mau", copied)
	if err != nil {
		return err
	}
	want := append(beforeFaults, before.Check(world())...)
	got := append(afterFaults, after.Check(world())...)
	if fmt.Sprint(want) != fmt.Sprint(got) {
		return fmt.Errorf("faults were\n%v\nand are\n%v", want, got)
	}
	if a, b := textOf(partsOf(t, file)["word/document.xml"]), textOf(partsOf(t, copied)["word/document.xml"]); a != b {
		return fmt.Errorf("text was %q and is %q", a, b)
	}
	return nil
}

// However a faulty text is cut into runs, its annotated copy has the same text, the same faults, and no more faults of structure.
func TestAnnotateChangesNothingElse(t *testing.T) {
	faulty := append(slices.Clone(bits), [2]string{"{{tenn}}"}, [2]string{"{{nam | cuh}}"}, [2]string{"{{#dvv}}"}, [2]string{"hơn {{nam}} %"})
	rapid.Check(t, func(rt *rapid.T) {
		text := ""
		for _, bit := range rapid.SliceOfN(rapid.SampledFrom(faulty), 1, 8).Draw(rt, "bits") {
			text += bit[0]
		}
		file := docx{body: fromRuns(rt, text)}.file()
		copied := annotated(t, file)
		if err := sameFaults(t, file, copied); err != nil {
			rt.Fatal(err)
		}
		noWorse(t, text, 1, file, copied)
	})
}

// Every document of the corpus can be annotated.
func TestAnnotateCorpus(t *testing.T) {
	files := corpusFiles(t, "docx/*.docx")
	if len(files) == 0 {
		t.Fatal("no documents")
	}
	for _, name := range files {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, faults, err := templates.Compile(name, file)
		if err != nil {
			continue
		}
		notes, err := templates.Layout(file, templates.LayoutOptions{})
		if err != nil {
			t.Fatal(name, err)
		}
		copied, err := templates.Annotate(file, faults, notes, lang.En)
		if err != nil {
			if !strings.Contains(err.Error(), "không có đoạn nào") {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err := sameFaults(t, file, copied); err != nil || !templates.Untouched(copied) {
			t.Errorf("%s: the copy: %v", name, err)
		}
		noWorse(t, filepath.Base(name), 1, file, copied)
	}
}

// FuzzAnnotate annotates bodies that nobody would write.
func FuzzAnnotate(f *testing.F) {
	for _, bit := range bits {
		f.Add(p(html.EscapeString(bit[0]+"{{x")), p("{{y}}"))
	}
	f.Add(`<w:p/>`+tbl(tr(tc(p("{{tenn}}")))), `<w:p>`+textBox(p("{{z"))+`</w:p>`)
	f.Fuzz(func(t *testing.T, body, header string) {
		file := docx{body: body, header: header}.file()
		made, faults, err := templates.Compile("mau", file)
		if err != nil {
			return
		}
		faults = append(faults, made.Check(world())...)
		notes, err := templates.Layout(file, templates.LayoutOptions{})
		if err != nil {
			t.Fatal(err)
		}
		copied, err := templates.Annotate(file, faults, notes, lang.Vi)
		if err != nil {
			if !strings.Contains(err.Error(), "không có đoạn nào") {
				t.Fatal(err)
			}
			return
		}
		if err := sameFaults(t, file, copied); err != nil {
			t.Fatal(err)
		}
	})
}

// A comment that begins inside a tracked insertion, beside a tag that closes a loop, does not tear the loop apart.
func TestAnnotateInsideOfInsertions(t *testing.T) {
	body := "<w:p>"
	for _, text := range []string{"{{#dv}}{{ten}} ", "{{/}}{", "{#dvv}}"} {
		body += `<w:ins w:id="9" w:author="x"><w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve">` + text + `</w:t></w:r></w:ins>`
	}
	file := docx{body: body + "</w:p>"}.file()
	if err := sameFaults(t, file, annotated(t, file)); err != nil {
		t.Error(err)
	}
}
