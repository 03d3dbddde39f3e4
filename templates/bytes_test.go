package templates_test

import (
	"strings"
	"testing"
)

// TestBytes compares what is written byte by byte: formatting, spaces, what is repaired.
func TestBytes(t *testing.T) {
	const b = `<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>`
	cases := []struct{ name, body, want string }{
		{
			"a value looks like its first character, the text around is untouched",
			`<w:p w:rsidR="1"><w:pPr><w:jc w:val="both"/></w:pPr><w:r w:rsidR="2"><w:t>Có </w:t></w:r><w:r>` + b + `<w:t>{{na</w:t></w:r><w:r><w:t>m}} lớp</w:t></w:r></w:p>`,
			`<w:p w:rsidR="1"><w:pPr><w:jc w:val="both"/></w:pPr><w:r w:rsidR="2"><w:t>Có </w:t></w:r><w:r>` + b + `<w:t xml:space="preserve">05</w:t></w:r><w:r><w:t xml:space="preserve"> lớp</w:t></w:r></w:p>`,
		},
		{
			"spaces that Word would not show stay hidden",
			`<w:p><w:r><w:t>  a {{nam}} b  </w:t></w:r></w:p>`,
			`<w:p><w:r><w:t xml:space="preserve">a </w:t></w:r><w:r><w:t xml:space="preserve">05</w:t></w:r><w:r><w:t xml:space="preserve"> b</w:t></w:r></w:p>`,
		},
		{
			"missing is marked in yellow, in its place among the properties",
			`<w:p><w:r><w:rPr><w:b/><w:highlight w:val="red"/><w:u w:val="single"/></w:rPr><w:t>{{thieu_so}}</w:t></w:r></w:p>`,
			`<w:p><w:r><w:rPr><w:b/><w:highlight w:val="yellow"/><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">(không đủ số liệu)</w:t></w:r></w:p>`,
		},
		{
			"figures of a text in bold",
			`<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>{{van | dam_so}}</w:t></w:r></w:p>`,
			`<w:p><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">Đã giới thiệu </w:t></w:r><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t xml:space="preserve">1.805</w:t></w:r>` +
				`<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve"> đoàn viên, </w:t></w:r><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t xml:space="preserve">05</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve"> lớp.</w:t></w:r></w:p>`,
		},
		{
			"a missing condition leaves a paragraph that looks like the tag's",
			`<w:p><w:pPr><w:ind w:firstLine="720"/></w:pPr><w:r>` + b + `<w:t>{{#thieu_so = 1}}</w:t></w:r></w:p>` + p("x") + p("{{/}}"),
			`<w:p><w:pPr><w:ind w:firstLine="720"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="28"/><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">(không đủ số liệu)</w:t></w:r></w:p>`,
		},
		{
			"a new line of the catalogue is a paragraph that looks the same",
			`<w:p w14:paraId="00000001"><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>{{dong}}</w:t></w:r></w:p>`,
			`<w:p w14:paraId="00000001"><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t xml:space="preserve">Một </w:t></w:r><w:r><w:t xml:space="preserve">05</w:t></w:r></w:p>` +
				`<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t xml:space="preserve">hai</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t xml:space="preserve">ba</w:t></w:r></w:p>`,
		},
		{
			"tabs and breaks beside a tag stay",
			`<w:p><w:r><w:tab/><w:t>{{nam}}</w:t><w:br/><w:t>a</w:t></w:r></w:p>`,
			`<w:p><w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">05</w:t></w:r><w:r><w:br/><w:t>a</w:t></w:r></w:p>`,
		},
		{
			"numbering is repeated with the paragraph",
			`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr><w:r><w:t>{{#dv}}</w:t></w:r></w:p>` +
				`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr><w:r><w:t>{{so}}{{/dv}}</w:t></w:r></w:p>`,
			`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">1</w:t></w:r></w:p>` +
				`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">2</w:t></w:r></w:p>`,
		},
		{
			"a hyperlink with nothing left in it is gone",
			`<w:p><w:r><w:t>a</w:t></w:r><w:hyperlink r:id="r1"><w:r><w:t>{{#sai}}x{{/}}</w:t></w:r></w:hyperlink></w:p>`,
			`<w:p><w:r><w:t>a</w:t></w:r></w:p>`,
		},
		{
			"a section break on a line of control tags stays",
			p("{{#dung}}") + p("a") + `<w:p><w:pPr>` + sectionBreak + `</w:pPr><w:r><w:t>{{/}}</w:t></w:r></w:p>` + p("b"),
			p("a") + `<w:p><w:pPr>` + sectionBreak + `</w:pPr></w:p>` + p("b"),
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := bodyOf(t, render(t, docx{body: c.body}).Document); got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

const sectionBreak = `<w:sectPr><w:type w:val="nextPage"/></w:sectPr>`

// TestMerged repeats rows that are merged downwards as one.
func TestMerged(t *testing.T) {
	merged := func(value, text string) string {
		return `<w:tc><w:tcPr><w:vMerge` + value + `/></w:tcPr>` + p(text) + `</w:tc>`
	}
	restart := ` w:val="restart"`
	cases := []struct{ name, body, want string }{
		{
			"tags in the first row alone",
			tbl(tr(merged(restart, "{{#dv}}{{ten}}"), tc(p("a{{/dv}}"))), tr(merged("", ""), tc(p("{{stt}}")))),
			"An|a|/\n|1|/\nBình|a|/\n|2|/",
		},
		{
			"a label that was merged before the loop goes on through it",
			tbl(tr(merged(restart, "Khối"), tc(p("tổng"))), tr(merged("", ""), tc(p("{{#dv}}"))), tr(merged("", ""), tc(p("{{ten}}"))), tr(merged("", ""), tc(p("{{/dv}}"))), tr(merged("", ""), tc(p("cuối")))),
			"Khối|tổng|/\n|An|/\n|Bình|/\n|cuối|/",
		},
		{
			"the next merge is not part of it",
			tbl(tr(merged(restart, "{{#dv}}{{ten}}"), tc(p("a{{/dv}}"))), tr(merged(restart, "x"), tc(p("b"))), tr(merged("", ""), tc(p("c")))),
			"An|a|/\nBình|a|/\nx|b|/\n|c|/",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			result := render(t, docx{body: c.body})
			if got := textOf(bodyOf(t, result.Document)); got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

// TestOnce repeats a shape of VML and a tracked change. The kind of the shape is declared once.
func TestOnce(t *testing.T) {
	kind := `<v:shapetype id="_x0000_t202"><v:stroke/></v:shapetype>`
	shape := `<w:r><w:pict>` + kind + `<v:shape id="a" o:spid="_x0000_s1030" type="#_x0000_t202"/></w:pict></w:r>`
	change := `<w:ins w:id="3" w:author="x"><w:r><w:t>chữ</w:t></w:r></w:ins>`
	got := bodyOf(t, render(t, docx{body: p("{{#dv}}") + `<w:p>` + shape + change + `</w:p>` + p("{{/dv}}")}).Document)
	for part, want := range map[string]int{kind: 1, `type="#_x0000_t202"`: 2, `id="a"`: 1, `o:spid="_x0000_s1030"`: 1, `<w:ins w:id="3"`: 1, `<w:ins w:id="`: 2} {
		if n := strings.Count(got, part); n != want {
			t.Errorf("%d times %s in\n%s", n, part, got)
		}
	}
}

// TestUnique repeats what has to be unique in a document.
func TestUnique(t *testing.T) {
	drawing := `<w:r><w:drawing><wp:inline><wp:docPr id="9" name="Hình"/></wp:inline></w:drawing></w:r>`
	body := `<w:p w14:paraId="00000001"><w:bookmarkStart w:id="0" w:name="_Toc1"/><w:r><w:t>{{#dv}}</w:t></w:r></w:p>` +
		`<w:p w14:paraId="00000002"><w:bookmarkEnd w:id="0"/><w:bookmarkStart w:id="4" w:name="muc"/><w:r><w:t>{{ten}}</w:t></w:r>` + drawing + `<w:bookmarkEnd w:id="4"/></w:p>` +
		`<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:p w14:paraId="00000003"><w:commentRangeStart w:id="0"/><w:r><w:t>x</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p></w:sdtContent></w:sdt>` +
		p("{{/dv}}") + `<w:p w14:paraId="00000004">` + drawing + `</w:p>`
	got := bodyOf(t, render(t, docx{body: body, header: `<w:p w14:paraId="00000005"/>`}).Document)
	for _, id := range []string{`w14:paraId="`, `<wp:docPr id="`, `<w:sdtPr><w:id w:val="`, `<w:bookmarkStart w:id="`, `<w:bookmarkEnd w:id="`, `<w:commentReference w:id="`} {
		seen := map[string]bool{}
		for _, rest := range strings.Split(got, id)[1:] {
			value, _, _ := strings.Cut(rest, `"`)
			if seen[value] && !(strings.Contains(id, "docPr") && value == "9") {
				t.Errorf("%s%s stands twice in\n%s", id, value, got)
			}
			seen[value] = true
		}
	}
	if strings.Contains(strings.Split(got, "Bình")[0], `w14:paraId="00000005"`) {
		t.Error("a number of the header was given again")
	}
	for _, want := range []string{`w:name="muc"`, `w:name="muc_`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if starts, ends := strings.Count(got, "bookmarkStart"), strings.Count(got, "bookmarkEnd"); starts != 3 || ends != 3 {
		t.Errorf("%d bookmarks begin and %d end in\n%s", starts, ends, got)
	}
}
