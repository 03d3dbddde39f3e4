package templates_test

import (
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/templates"
)

const drawing = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"`

// linked is a document of which the main part leads to further parts: by kind, the name of the part and its content.
func linked(body string, parts ...[3]string) docx {
	links := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	d := docx{body: body, extra: map[string]string{}}
	for _, part := range parts {
		links += `<Relationship Id="x` + part[0] + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + part[0] + `" Target="` + part[1] + `"/>`
		d.extra["word/"+part[1]] = part[2]
	}
	d.links = links + `</Relationships>`
	return d
}

func described(attributes string) string {
	return `<w:r><w:drawing><wp:inline><wp:docPr id="3" name="Hình" ` + attributes + `/><a:graphic><a:graphicData/></a:graphic></wp:inline></w:drawing></w:r>`
}

// TestAltText fills the descriptions of pictures, in both halves of what Word writes twice, and keeps their numbers unique.
func TestAltText(t *testing.T) {
	d := world()
	d.values["hai_dong"] = figure.TextOf("một\n\"hai\"")
	shape := `<w:r><w:pict><v:shape id="_x0000_s1026" alt="{{ten}}"/></w:pict></w:r>`
	template := compile(t, docx{body: p("{{#dv}}") + `<w:p>` + described(`descr="Biểu đồ của {{ten}}: {{so &gt; 1}} &amp; {{hai_dong}}" title="{{! bỏ }}x"`) + shape + `</w:p>` + p("{{/dv}}") +
		`<w:tbl><w:tblPr><w:tblCaption w:val="Bảng {{nam}}"/></w:tblPr>` + tr(tc(p("a"))) + `</w:tbl>`})
	if faults := template.Check(d); len(faults) > 0 {
		t.Error(faults)
	}
	result, err := template.Render(d, templates.Options{Plain: true})
	if err != nil {
		t.Fatal(err)
	}
	body := bodyOf(t, result.Document)
	for _, want := range []string{
		`<wp:docPr id="3" name="Hình" descr="Biểu đồ của An: không &amp; một &quot;hai&quot;" title="x"/>`, `<wp:docPr id="1" name="Hình" descr="Biểu đồ của Bình: có &amp; một &quot;hai&quot;" title="x"/>`,
		`<v:shape id="_x0000_s1026" alt="An"/>`, `alt="Bình"/>`, `<w:tblCaption w:val="Bảng 05"/>`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in %s", want, body)
		}
	}
	if strings.Count(body, `id="3"`) != 1 {
		t.Error("the number of the picture stands twice")
	}
}

func TestAltTextFaults(t *testing.T) {
	for attributes, want := range map[string]string{
		`descr="{{#dv}}{{ten}}{{/dv}}"`: "chỉ dùng được thẻ in giá trị", `descr="{{tenn}}"`: "ten", `title="{{ten"`: "mà không đóng bằng }}", `descr="{{ten | cuh}}"`: "Không có kiểu in",
	} {
		faults := faultsOf(t, docx{body: `<w:p>` + described(attributes) + `</w:p>`})
		if len(faults) == 0 || !strings.Contains(faults[0].String(), want) || !strings.Contains(faults[0].String(), "đoạn 1") {
			t.Errorf("%s: %v", attributes, faults)
		}
	}
}

// TestPlainParts fills the text of charts and SmartArt and the properties of the file, over the runs into which it is split.
func TestPlainParts(t *testing.T) {
	chart := `<c:chartSpace ` + drawing + `><c:title><a:p><a:r><a:t>Kết quả {{n</a:t></a:r><a:r><a:rPr b="1"/><a:t>am | chu}} của </a:t></a:r><a:fld><a:t>{{ten}}</a:t></a:fld></a:p></c:title><c:f>{{ten}}</c:f></c:chartSpace>`
	diagram := `<dgm:dataModel ` + drawing + `><dgm:t><a:p><a:r><a:t>{{ten}}</a:t></a:r></a:p><a:p><a:r><a:t>{{thieu_so}} {x}</a:t></a:r></a:p></dgm:t></dgm:dataModel>`
	d := linked(p("a"), [3]string{"chart", "charts/chart1.xml", chart}, [3]string{"diagramData", "diagrams/data1.xml", diagram})
	d.core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Báo cáo {{ten}}</dc:title><dc:creator/></cp:coreProperties>`
	file := d.file()
	result := render(t, d)
	got := partsOf(t, result.Document)
	for name, want := range map[string]string{
		"word/charts/chart1.xml":  `<a:t>Kết quả năm</a:t></a:r><a:r><a:rPr b="1"/><a:t> của </a:t></a:r><a:fld><a:t>Tỉnh đoàn</a:t></a:fld></a:p></c:title><c:f>{{ten}}</c:f>`,
		"word/diagrams/data1.xml": `<a:t>Tỉnh đoàn</a:t></a:r></a:p><a:p><a:r><a:t>(không đủ số liệu) {x}</a:t>`,
		"docProps/core.xml":       `<dc:title>Báo cáo Tỉnh đoàn</dc:title><dc:creator/>`,
	} {
		if !strings.Contains(got[name], want) {
			t.Errorf("%s is %s", name, got[name])
		}
	}
	compareParts(t, partsOf(t, file), got, map[string]bool{"word/charts/chart1.xml": true, "word/diagrams/data1.xml": true, "docProps/core.xml": true})
	if len(result.Missing) != 1 || result.Missing[0].Place.Story != templates.Diagram {
		t.Errorf("missing is %v", result.Missing)
	}
	d = linked(p("a"), [3]string{"chart", "charts/chart1.xml", strings.Replace(chart, "{{ten}}", "{{#dv}}", 1)})
	if faults := faultsOf(t, d); len(faults) != 1 || !strings.Contains(faults[0].String(), "chữ trong biểu đồ 1 (“Kết quả") {
		t.Errorf("got %v", faults)
	}
}

// TestControls looks at the properties of content controls that are filled: placeholder and binding go, everything else stays.
func TestControlsOfTheTemplate(t *testing.T) {
	format := `<w:sdtPr><w:alias w:val="Tên"/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:id w:val="5"/><w:showingPlcHdr/><w:text/></w:sdtPr>`
	grey := func(text string) string {
		return `<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:i/></w:rPr><w:t>` + text + `</w:t></w:r>`
	}
	control := func(content string) string {
		return `<w:sdt>` + format + `<w:sdtContent>` + content + `</w:sdtContent></w:sdt>`
	}
	filled := `<w:sdtPr><w:alias w:val="Tên"/><w:id w:val="5"/><w:text/></w:sdtPr>`
	for name, c := range map[string]struct{ body, want string }{
		"in a paragraph":     {`<w:p>` + control(grey("{{t")+grey("en}}")) + `</w:p>`, `<w:p><w:sdt>` + filled + `<w:sdtContent><w:r><w:rPr><w:i/></w:rPr>`},
		"around a paragraph": {control(`<w:p>` + grey("{{ten}}") + `</w:p>`), `<w:sdt>` + filled + `<w:sdtContent><w:p><w:r><w:rPr><w:i/></w:rPr>`},
		"around a cell":      {tbl(`<w:tr>` + control(tc(p("{{ten}}"))) + `</w:tr>`), `<w:tr><w:sdt>` + filled + `<w:sdtContent><w:tc>`},
		"around a row":       {tbl(control(tr(tc(p("{{ten}}"))))), `<w:sdt>` + filled + `<w:sdtContent><w:tr>`},
		"without a tag":      {control(`<w:p>`+grey("gõ vào đây")+`</w:p>`) + p("{{ten}}"), format + `<w:sdtContent><w:p><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/>`},
	} {
		t.Run(name, func(t *testing.T) {
			body := bodyOf(t, render(t, docx{body: c.body}).Document)
			if !strings.Contains(body, c.want) || strings.Contains(body, "{{") {
				t.Errorf("got %s", body)
			}
		})
	}
	t.Run("repeating", func(t *testing.T) {
		item := func(content string) string {
			return `<w:sdt><w:sdtPr><w:id w:val="8"/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>` + content + `</w:sdtContent></w:sdt>`
		}
		body := bodyOf(t, render(t, docx{body: tbl(`<w:sdt><w:sdtPr><w:id w:val="7"/><w15:repeatingSection/></w:sdtPr><w:sdtContent>` + item(tr(tc(p("{{#dv}}{{ten}}")), tc(p("{{so}}{{/dv}}")))) + `</w:sdtContent></w:sdt>`)}).Document)
		if got := textOf(body); got != "An|1|/\nBình|2|/" {
			t.Errorf("got %q", got)
		}
	})
}

// FuzzPlainParts reads charts, SmartArt, properties and sheets that nobody would write. What comes out is well-formed, or there is a fault or a refusal in words.
func FuzzPlainParts(f *testing.F) {
	chart := `<c:chartSpace ` + chartSpace + `><a:p><a:r><a:t>{{n</a:t></a:r><a:r><a:t>am}}</a:t></a:r></a:p>` + series("B", "0%") + `</c:chartSpace>`
	sheet := `<worksheet><sheetData>` + chartRows + `</sheetData></worksheet>`
	f.Add(chart, sheet, `<x:worksheet xmlns:x="y"><x:sheetData/></x:worksheet>`)
	f.Add(strings.ReplaceAll(chart, "$2", "$9"), `<worksheet><sheetData><row><c/></row><row r="x"><c r=""/></row></sheetData></worksheet>`, `<cp:x><dc:title>{{ten}} {{#dv}}</dc:title></cp:x>`)
	f.Add(`<c:ser><c:cat><c:f>A!$A$1</c:f></c:cat><c:val><c:f>A!B1:B2</c:f></c:val></c:ser>`, `<sheetData/>`, `{{<`)
	f.Fuzz(func(t *testing.T, chart, sheet, core string) {
		d := charted("{{#bieu_do dv}}{{ten}}; {{so}}{{/bieu_do}}", "")
		d.core = core
		d.extra["word/charts/chart1.xml"] = chart
		d.extra["word/embeddings/book.xlsx"] = string(bookWith(sheet))
		template, faults, err := templates.Compile("mau", d.file())
		if err != nil || len(faults) > 0 {
			if err != nil && err.Error() == "" {
				t.Error("refused without a word")
			}
			return
		}
		result, err := template.Render(world(), templates.Options{})
		if err != nil {
			if err.Error() == "" {
				t.Error("refused without a word")
			}
			return
		}
		if _, _, err := templates.Compile("kết quả", result.Document); err != nil {
			t.Error(err)
		}
	})
}
