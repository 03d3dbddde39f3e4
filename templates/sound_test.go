package templates_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tonghop/lang"
	"tonghop/templates"
)

// soundCases gives for every rule documents that break it, and how often.
var soundCases = []struct {
	code string
	doc  docx
	want int
}{
	{"o-khong-doan", docx{body: tbl(tr(tc(), tc(p("a")))) + p("")}, 1},
	{"o-khong-doan", docx{body: tbl(tr(tc(p("x"), tbl(tr(tc(p("a"))))))) + p("")}, 1},
	{"o-khong-doan", docx{body: `<w:p><w:r><w:pict><v:shape id="s1"><v:textbox><w:txbxContent></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`}, 1},
	{"o-khong-doan", docx{body: p("a"), footnotes: noteLine + `<w:footnote w:id="2"></w:footnote>`}, 1},
	{"bang-khong-hang", docx{body: tbl() + p("")}, 1},
	{"bang-khong-hang", docx{body: tbl(tr()) + p("")}, 1},
	{"khung-rong", docx{body: `<w:sdt><w:sdtContent></w:sdtContent></w:sdt>` + p("")}, 1},
	{"trung-so-hinh", docx{body: picture("3") + picture("4") + picture("3")}, 1},
	{"trung-so-khung", docx{body: `<w:p><w:r><w:pict><v:shape id="a"/></w:pict></w:r><w:r><w:pict><v:shape id="a"/></w:pict></w:r></w:p>`}, 1},
	{"trung-dau-trang", docx{body: bookmark("1", "a") + bookmark("1", "b") + bookmark("2", "A")}, 2},
	{"dau-trang-ho", docx{body: `<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="2"/></w:p>`}, 2},
	{"trung-ma-doan", docx{body: `<w:p w14:paraId="00000001"/><w:p w14:paraId="00000001"/>`}, 1},
	{"trung-ma-khung", docx{body: control(`<w:id w:val="5"/>`) + control(`<w:id w:val="5"/>`)}, 1},
	{"the-khung-dai", docx{body: control(`<w:alias w:val="`+strings.Repeat("ă", 64)+`"/>`) + control(`<w:tag w:val="`+strings.Repeat("ă", 65)+`"/>`)}, 1},
	{"trung-chu-thich", docx{body: marked("2") + marked("2"), footnotes: noteLine + note("2", "a")}, 1},
	{"chu-thich-mat", docx{body: marked("3"), footnotes: noteLine + note("2", "a")}, 1},
	{"chu-thich-mat", docx{body: `<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>`}, 1},
	{"nhan-xet-ho", docx{body: `<w:p><w:commentRangeStart w:id="0"/></w:p>`}, 1},
	{"truong-do-dang", docx{body: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>` + p("a")}, 1},
}

func picture(id string) string {
	return `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="` + id + `" name="x"/></wp:inline></w:drawing></w:r></w:p>`
}

func bookmark(id, name string) string {
	return `<w:p><w:bookmarkStart w:id="` + id + `" w:name="` + name + `"/><w:bookmarkEnd w:id="` + id + `"/></w:p>`
}

func control(properties string) string {
	return `<w:sdt><w:sdtPr>` + properties + `</w:sdtPr><w:sdtContent>` + p("a") + `</w:sdtContent></w:sdt>`
}

func marked(note string) string { return `<w:p>` + mark(note) + `</w:p>` }

func TestSoundFindsEachFault(t *testing.T) {
	tried := map[string]bool{}
	for _, c := range soundCases {
		notes, err := templates.Sound(c.doc.file())
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range notes {
			if n.Code != c.code {
				t.Errorf("%s: also found %s", c.code, n)
			}
		}
		if len(notes) != c.want {
			t.Errorf("%s: found %d times, not %d, in %s", c.code, len(notes), c.want, c.doc.body)
		}
		tried[c.code] = true
	}
	for _, r := range templates.SoundRules() {
		if !tried[r.Code] {
			t.Errorf("the rule %s has no test", r.Code)
		}
	}
}

func TestSoundIsSilent(t *testing.T) {
	twice := `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="x"/>` + boxed("a") + `</wp:inline></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><v:shape id="s1"><v:textbox>` + boxed("a") + `</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`
	for _, d := range []docx{
		{body: p("a") + tbl(tr(tc(p("{{ten}}")), tc(p("b")))) + p("")},
		{body: `<w:p><w:r>` + twice + `</w:r></w:p>`, header: p("{{ten}}")},
		{body: tbl(`<w:sdt><w:sdtContent>`+tr(`<w:sdt><w:sdtContent>`+tc(p("a"))+`</w:sdtContent></w:sdt>`)+`</w:sdtContent></w:sdt>`) + p("")},
	} {
		notes, err := templates.Sound(d.file())
		if err != nil || len(notes) > 0 {
			t.Errorf("%s: %v %v", d.body, notes, err)
		}
	}
}

// A control around the beginning of a comment goes with it when a loop does not repeat the comment.
func TestControlAroundMark(t *testing.T) {
	comment := `<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:commentRangeStart w:id="0"/></w:sdtContent></w:sdt>` + run("{{ten}}") +
		`<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`
	d := docx{body: p("{{#dv}}") + `<w:p>` + comment + `</w:p>` + control(`<w:id w:val="2"/>`) + p("{{/dv}}")}
	body := bodyOf(t, render(t, d.commented(`<w:comment w:id="0" w:author="x"><w:p/></w:comment>`)).Document)
	if n := strings.Count(body, "commentRangeStart"); n != 1 || textOf(body) != "An\na\nBình\na" {
		t.Errorf("%d comments in %s", n, body)
	}
}

func boxed(text string) string {
	return `<w:txbxContent><w:p w14:paraId="00000007"><w:bookmarkStart w:id="4" w:name="k"/><w:r><w:t>` + text + `</w:t></w:r><w:bookmarkEnd w:id="4"/></w:p></w:txbxContent>`
}

// Rules of both tables are documented, and no code is used twice.
func TestRulesAreDocumented(t *testing.T) {
	codes := map[string]bool{}
	for _, r := range slices.Concat(templates.SoundRules(), templates.LayoutRules()) {
		if r.Code == "" || codes[r.Code] || strings.Trim(r.Code, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("the code %q is empty, taken or badly written", r.Code)
		}
		codes[r.Code] = true
		for _, f := range []lang.Format{r.Title, r.Explanation} {
			if f.Vi == "" || f.En == "" || f.Vi == f.En {
				t.Errorf("%s is not documented in both languages", r.Code)
			}
		}
		if strings.HasSuffix(r.Title.Vi, ".") || !strings.HasSuffix(r.Explanation.Vi, ".") {
			t.Errorf("%s: a title has no full stop, an explanation has one", r.Code)
		}
	}
}

// soundness counts the faults of structure by their codes.
func soundness(t testing.TB, file []byte) map[string]int {
	t.Helper()
	notes, err := templates.Sound(file)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, n := range notes {
		counts[n.Code]++
	}
	return counts
}

// noWorse reports every fault of structure that a filled document has more often than its template. What is faulty in the template is
// repeated with every turn of a loop around it.
func noWorse(t testing.TB, name string, turns int, template, filled []byte) {
	t.Helper()
	before := soundness(t, template)
	for code, n := range soundness(t, filled) {
		if n > before[code]*turns {
			t.Errorf("%s: filled it has %s %d times, the template %d times", name, code, n, before[code])
		}
	}
}

// Whatever blocks a template is put together from, filling makes no fault of structure.
func TestFilledIsSound(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := docx{body: blocks(rt, 3), footnotes: noteLine + note("2", "{{ten}}")}
		template, faults, err := templates.Compile("mau", d.file())
		if err != nil || len(faults) > 0 {
			rt.Fatal(err, faults)
		}
		result, err := template.Render(world(), templates.Options{})
		if err != nil {
			rt.Fatal(err)
		}
		notes, err := templates.Sound(result.Document)
		if err != nil || len(notes) > 0 {
			rt.Fatalf("%s\nbecame unsound: %v %v", d.body, notes, err)
		}
	})
}

// Every document of the corpus, its whole body repeated by a loop, is as sound as it was before.
func TestCorpusIsSound(t *testing.T) {
	files := corpusFiles(t, "docx/*.docx")
	if len(files) == 0 {
		t.Fatal("no documents")
	}
	filled := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		looped, ok := inLoop(data)
		if !ok {
			continue
		}
		template, faults, err := templates.Compile(file, looped)
		if err != nil || len(faults) > 0 {
			continue
		}
		result, err := template.Render(world(), templates.Options{})
		if err != nil {
			continue
		}
		filled++
		noWorse(t, filepath.Base(file), 2, looped, result.Document)
	}
	if t.Logf("%d of %d documents were filled", filled, len(files)); filled < len(files)/2 {
		t.Error("too few to prove anything")
	}
}

// inLoop puts a loop around the body of a document.
func inLoop(file []byte) ([]byte, bool) {
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, false
	}
	var parts [][2]string
	done := false
	for _, f := range r.File {
		from, err := f.Open()
		if err != nil {
			return nil, false
		}
		data, err := io.ReadAll(from)
		if err != nil {
			return nil, false
		}
		text := string(data)
		begin, end := strings.Index(text, "<w:body>"), strings.LastIndex(text, "<w:sectPr")
		if f.Name == "word/document.xml" && begin >= 0 && end > begin && !strings.Contains(text[end:], "</w:p>") {
			text = text[:begin+len("<w:body>")] + p("{{#dv}}") + text[begin+len("<w:body>"):end] + p("{{/dv}}") + text[end:]
			done = true
		}
		parts = append(parts, [2]string{f.Name, text})
	}
	return pack(parts), done
}

// FuzzSound looks at bodies that nobody would write, and at bytes that are no document. It finds what it finds in words and never panics.
func FuzzSound(f *testing.F) {
	for _, c := range soundCases {
		f.Add(c.doc.body, false)
	}
	f.Add("PK\x03\x04", true)
	f.Fuzz(func(t *testing.T, body string, whole bool) {
		data := []byte(body)
		if !whole {
			data = docx{body: body, header: body, footnotes: note("1", "a")}.file()
		}
		notes, err := templates.Sound(data)
		if err != nil && err.Error() == "" {
			t.Error("refused without a word")
		}
		for _, n := range notes {
			if line := n.String(); strings.Contains(line, "%!") {
				t.Errorf("note is %q", line)
			}
		}
	})
}
