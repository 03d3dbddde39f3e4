package templates_test

import (
	"regexp"
	"strings"
	"testing"

	"tonghop/templates"
)

// TestTwins fills a text box, which Word writes twice. A reader sees one figure, and both halves are refreshed.
func TestTwins(t *testing.T) {
	box := func(text string) string {
		return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="a"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>` + text +
			`</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="b"><v:textbox><w:txbxContent>` + text +
			`</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
	}
	file := living(t, docx{body: box(p("Có {{xd_dvut}}")) + p("{{nam}}")}).Document
	d := open(t, file)
	if got := foundIn(d); got != "xd_dvut=1.805; nam=05" || !d.Figures()[0].Place.TextBox {
		t.Error(got)
	}
	refreshed, err := d.Refresh(later(), origin)
	if err != nil {
		t.Fatal(err)
	}
	if body := bodyOf(t, refreshed.Document); strings.Count(body, ">1.811<") != 2 || len(refreshed.Lines) != 2 {
		t.Errorf("%d lines, and\n%s", len(refreshed.Lines), body)
	}
	// A half that only old programs show contradicts nothing.
	half := edited(t, file, mainPart, func(s string) string { i := strings.LastIndex(s, ">1.805<"); return s[:i] + ">1.800<" + s[i+7:] })
	if got := linesOf(open(t, half).Compare(world())); strings.Contains(got, "!") || strings.Contains(got, "hand") {
		t.Error(got)
	}
}

// TestRootDeclares checks what is said in the root of a part so that its controls can be hidden.
func TestRootDeclares(t *testing.T) {
	const w, mc = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`, `xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	const w15 = `xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`
	cases := []struct{ name, root, want string }{
		{"nothing is there", w, w + " " + w15 + " " + mc + ` mc:Ignorable="w15"`},
		{"it is there", w + " " + mc + " " + w15 + ` mc:Ignorable="w14 w15"`, w + " " + mc + " " + w15 + ` mc:Ignorable="w14 w15"`},
		{"not ignorable", w + " " + mc + " " + w15 + ` mc:Ignorable="w14"`, w + " " + mc + " " + w15 + ` mc:Ignorable="w14 w15"`},
		{"another prefix", w + " " + mc + ` xmlns:v="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="v"`, ""},
		{"the prefix is taken", w + ` xmlns:w15="urn:other"`, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			source := docx{body: p("{{nam}}")}.file()
			file := edited(t, source, mainPart, func(s string) string {
				begin, end := strings.Index(s, "<w:document "), strings.Index(s, "><w:body>")
				return s[:begin] + "<w:document " + c.root + s[end:]
			})
			template, _, err := templates.Compile("mau", file)
			if err != nil {
				t.Fatal(err)
			}
			result, err := template.Render(world(), templates.Options{})
			if err != nil {
				t.Fatal(err)
			}
			want := c.want
			if want == "" {
				want = c.root
			}
			if main := partsOf(t, result.Document)[mainPart]; !strings.Contains(main, "<w:document "+want+">") || !strings.Contains(main, "<w:sdt>") {
				t.Errorf("got %s", main)
			}
		})
	}
}

// TestReportAsTemplate fills a report once more. There is one provenance, and it is the new one.
func TestReportAsTemplate(t *testing.T) {
	first := living(t, docx{body: p("{{xd_dvut}}") + p("[[nam]]")})
	source := edited(t, first.Document, mainPart, func(s string) string { return strings.Replace(s, "[[nam]]", "{{nam}} {{xd_dvut}}", 1) })
	template, faults, err := templates.Compile("mau", source)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	result, err := template.Render(world(), templates.Options{Origin: origin})
	if err != nil {
		t.Fatal(err)
	}
	items, marks := 0, map[string]bool{}
	for _, name := range namesOf(t, result.Document) {
		if strings.HasPrefix(name, "customXml/item") && !strings.Contains(name, "Props") {
			items++
		}
	}
	for _, m := range regexp.MustCompile(`w:name="([^"]*)"`).FindAllStringSubmatch(partsOf(t, result.Document)[mainPart], -1) {
		if marks[m[1]] {
			t.Errorf("two bookmarks are called %s", m[1])
		}
		marks[m[1]] = true
	}
	if got := foundIn(open(t, result.Document)); items != 1 || got != "xd_dvut=1.805; nam=05; xd_dvut=1.805" {
		t.Errorf("%d provenances, %s", items, got)
	}
}

// TestOtherCustomParts leaves custom parts of the template alone.
func TestOtherCustomParts(t *testing.T) {
	other := map[string]string{"customXml/item1.xml": "<b/>", "customXml/itemProps1.xml": "<c/>", "customXml/_rels/item1.xml.rels": "<d/>"}
	result := living(t, docx{body: p("{{nam}}"), extra: other})
	parts := partsOf(t, result.Document)
	for name, content := range other {
		if parts[name] != content {
			t.Errorf("%s became %s", name, parts[name])
		}
	}
	if !strings.Contains(parts["customXml/item2.xml"], "<key>nam</key>") {
		t.Errorf("no provenance in %v", namesOf(t, result.Document))
	}
	detached, err := open(t, result.Document).Detach()
	if err != nil {
		t.Fatal(err)
	}
	if names := strings.Join(namesOf(t, detached), " "); strings.Contains(names, "item2") || !strings.Contains(names, "itemProps1") {
		t.Error(names)
	}
}

// TestWithoutProvenance reads a report whose provenance is gone: whole keys still say what they are, and the file beside it gives the rest.
func TestWithoutProvenance(t *testing.T) {
	result := living(t, docx{body: p("{{xd_dvut}}") + p("{{xd_dvut + xd_dvut + xd_dvut + xd_dvut + xd_dvut + xd_dvut + xd_dvut}}")})
	parts := partsOf(t, result.Document)
	for name := range parts {
		if strings.HasPrefix(name, "customXml/") {
			delete(parts, name)
		}
	}
	bare := repack(t, result.Document, parts)
	d := open(t, bare)
	if got := linesOf(d.Compare(later())); !strings.HasPrefix(got, "xd_dvut: both /1.805/1.811\nxd_dvut + xd_dvut + xd_dvut + xd_dvut + xd_~") || !strings.HasSuffix(got, ": unknown /12.635/") {
		t.Error(got)
	}
	side, err := templates.DecodeProvenance(result.Provenance.Encode())
	if err != nil {
		t.Fatal(err)
	}
	d.Restore(side)
	refreshed, err := d.Refresh(later(), origin)
	if err != nil {
		t.Fatal(err)
	}
	if got := linesOf(open(t, refreshed.Document).Compare(later())); strings.Count(got, "equal") != 2 {
		t.Error(got)
	}
}

// TestOnlyBookmark reads a figure whose control somebody removed.
func TestOnlyBookmark(t *testing.T) {
	file := living(t, docx{body: p("Có {{xd_dvut}} và {{nam}} nữa")}).Document
	file = edited(t, file, mainPart, func(s string) string {
		s = regexp.MustCompile(`<w:sdt>.*?<w:sdtContent>`).ReplaceAllString(s, "")
		return strings.ReplaceAll(s, "</w:sdtContent></w:sdt>", "")
	})
	d := open(t, file)
	if got := foundIn(d); got != "xd_dvut=1.805; nam=05" {
		t.Error(got)
	}
	refreshed, err := d.Refresh(later(), origin)
	if err != nil {
		t.Fatal(err)
	}
	if got := textOf(bodyOf(t, refreshed.Document)); got != "Có 1.811 và 05 nữa" {
		t.Error(got)
	}
}

// TestCopied reads a figure that somebody copied, and one that was moved into another part: Word copies the control without its bookmark.
func TestCopied(t *testing.T) {
	file := living(t, docx{body: p("Có {{xd_dvut}}") + p("{{nam}}"), footer: p("chân")}).Document
	control := regexp.MustCompile(`<w:sdt>.*?</w:sdt>`)
	var controls []string
	file = edited(t, file, mainPart, func(s string) string {
		controls = control.FindAllString(s, -1)
		return strings.Replace(strings.Replace(s, controls[1], controls[0], 1), "</w:p>", control.FindString(s)+"</w:p>", 1)
	})
	file = edited(t, file, "word/footer.xml", func(s string) string { return strings.Replace(s, "</w:p>", controls[1]+"</w:p>", 1) })
	file = edited(t, file, "word/footer.xml", func(s string) string {
		return strings.Replace(s, `xmlns:w="`, `xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:w="`, 1)
	})
	d := open(t, file)
	if got := foundIn(d); got != "xd_dvut=1.805; xd_dvut=1.805; xd_dvut=1.805; nam=05" {
		t.Error(got)
	}
	if place := d.Figures()[3].Place; place.Story != templates.Footer {
		t.Errorf("the figure stands at %s", place)
	}
	refreshed, err := d.Refresh(later(), origin)
	if err != nil || strings.Count(bodyOf(t, refreshed.Document), ">1.811<") != 3 {
		t.Error(bodyOf(t, refreshed.Document), err)
	}
}

// TestForeignControls leaves the controls of the template alone.
func TestForeignControls(t *testing.T) {
	body := `<w:p><w:sdt><w:sdtPr><w:alias w:val="Tiêu đề [ten]"/><w:tag w:val="tieu_de"/><w:id w:val="5"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>Báo cáo</w:t></w:r></w:sdtContent></w:sdt></w:p>` + p("{{nam}}")
	file := living(t, docx{body: body}).Document
	if got := foundIn(open(t, file)); got != "nam=05" {
		t.Error(got)
	}
	detached, err := open(t, file).Detach()
	if err != nil || !strings.Contains(bodyOf(t, detached), `<w:tag w:val="tieu_de"/>`) {
		t.Error("a control of the template was taken away", err)
	}
}

// TestBlockControl reads a figure whose control came to hold a paragraph.
func TestBlockControl(t *testing.T) {
	file := living(t, docx{body: p("{{xd_dvut}}") + p("a")}).Document
	file = edited(t, file, mainPart, func(s string) string {
		run := regexp.MustCompile(`<w:p>(<w:bookmarkStart [^>]*>)(<w:sdt>.*?<w:sdtContent>)(.*?)(</w:sdtContent></w:sdt>)(<w:bookmarkEnd [^>]*>)</w:p>`)
		return run.ReplaceAllString(s, "$2<w:p>$1$3$5</w:p>$4")
	})
	d := open(t, file)
	if got := foundIn(d); got != "xd_dvut=1.805" {
		t.Error(got)
	}
	refreshed, err := d.Refresh(later(), origin)
	if err != nil || textOf(bodyOf(t, refreshed.Document)) != "1.811\na" {
		t.Error(bodyOf(t, refreshed.Document), err)
	}
}
