package templates_test

import (
	"fmt"
	"html"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/templates"
)

const (
	chartSpace = `xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`
	bookLinks  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/></Relationships>`
)

// series is a series of a chart whose data stand in a column of the sheet Số liệu.
func series(column, format string) string {
	return fmt.Sprintf(`<c:ser><c:idx val="0"/><c:tx><c:strRef><c:f>'Số liệu'!$%[1]s$1</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>'Số liệu'!$A$2:$A$4</c:f><c:strCache><c:ptCount val="3"/>`+
		`<c:pt idx="0"><c:v>Mẫu</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>'Số liệu'!$%[1]s$2:$%[1]s$4</c:f><c:numCache><c:formatCode>%[2]s</c:formatCode><c:ptCount val="3"/>`+
		`<c:pt idx="0"><c:v>4.3</c:v></c:pt></c:numCache></c:numRef></c:val><c:smooth val="0"/></c:ser>`, column, format)
}

const chartRows = `<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" s="3" t="s"><v>2</v></c><c r="B2" s="4"><v>4.3</v></c><c r="D2"><v>9</v></c></row>` +
	`<row r="3"/><row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4"><v>1</v></c></row><row r="9"><c r="B9"><v>7</v></c></row>`

func chartBook() []byte {
	return bookWith(`<worksheet><dimension ref="A1:C4"/><sheetData>` + chartRows + `</sheetData><tableParts/></worksheet>`)
}

// bookWith is a workbook with a sheet.
func bookWith(sheet string) []byte {
	return pack([][2]string{
		{"[Content_Types].xml", "<Types/>"},
		{"_rels/.rels", fmt.Sprintf(bookLinks, "officeDocument", "xl/workbook.xml")},
		{"xl/workbook.xml", `<workbook xmlns:r="x"><sheets><sheet name="Khác" sheetId="1" r:id="rId9"/><sheet name="Số liệu" sheetId="2" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", fmt.Sprintf(bookLinks, "worksheet", "worksheets/sheet1.xml")},
		{"xl/worksheets/sheet1.xml", sheet},
		{"xl/worksheets/_rels/sheet1.xml.rels", fmt.Sprintf(bookLinks, "table", "../tables/table1.xml")},
		{"xl/tables/table1.xml", `<table ref="A1:C4"><autoFilter ref="A1:C4"/><tableColumns count="3"/></table>`},
	})
}

// charted is a document with a chart that has this alt text and these series.
func charted(alt, all string) docx {
	drawing := `<w:r><w:drawing><wp:inline><wp:docPr id="3" name="Biểu đồ" descr="` + html.EscapeString(alt) + `"/><a:graphic><a:graphicData><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="xchart"/>` +
		`</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
	d := linked(`<w:p>`+drawing+`</w:p>`, [3]string{"chart", "charts/chart1.xml",
		`<c:chartSpace ` + chartSpace + `><c:chart><c:title><a:p><a:r><a:t>Kết quả {{ten}}</a:t></a:r></a:p></c:title><c:plotArea><c:barChart>` + all + `</c:barChart></c:plotArea></c:chart></c:chartSpace>`})
	d.extra["word/charts/_rels/chart1.xml.rels"] = fmt.Sprintf(bookLinks, "package", "../embeddings/book.xlsx")
	d.extra["word/embeddings/book.xlsx"] = string(chartBook())
	return d
}

// TestChart gives a chart its data, in what it shows and in the workbook behind it.
func TestChart(t *testing.T) {
	d := communes()
	d.loops["cac_don_vi"][0].values["ten"] = figure.TextOf("A & B")
	for i := range d.loops["cac_don_vi"] {
		d.loops["cac_don_vi"][i].values["ty_le"] = figure.Quotient(figure.Int(i).Rat, figure.Int(3).Rat)
	}
	template := compile(t, charted("Số liệu các xã. {{#biểu_đồ cac_don_vi | dau 5}}{{ten}}; {{xd_dvut}}; {{ty_le}}{{/bieu_do}}", series("B", "General")+series("C", "0%")))
	for _, f := range template.Check(d) {
		t.Error(f)
	}
	if uses := template.Tags(); len(uses) != 5 {
		t.Errorf("tags are %v", uses)
	}
	result, err := template.Render(d, templates.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Missing) != 1 || result.Missing[0].Tag != "{{xd_dvut}}" {
		t.Errorf("missing is %v", result.Missing)
	}
	parts := partsOf(t, result.Document)
	if !strings.Contains(parts["word/document.xml"], `descr="Số liệu các xã. "`) {
		t.Errorf("the description is %s", parts["word/document.xml"])
	}
	for _, want := range []string{
		"Kết quả Tỉnh đoàn", `<c:cat><c:strRef><c:f>'Số liệu'!$A$2:$A$6</c:f><c:strCache><c:ptCount val="5"/><c:pt idx="0"><c:v>A &amp; B</c:v></c:pt><c:pt idx="1"><c:v>An Ninh</c:v></c:pt>`,
		`<c:val><c:numRef><c:f>'Số liệu'!$B$2:$B$6</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="5"/><c:pt idx="0"><c:v>12</c:v></c:pt><c:pt idx="1"><c:v>0</c:v></c:pt><c:pt idx="3"><c:v>30</c:v></c:pt></c:numCache>`,
		`$C$6</c:f><c:numCache><c:formatCode>0%</c:formatCode><c:ptCount val="5"/><c:pt idx="0"><c:v>0</c:v></c:pt><c:pt idx="1"><c:v>0.333333333333333</c:v>`,
	} {
		if !strings.Contains(parts["word/charts/chart1.xml"], want) {
			t.Errorf("no %s in %s", want, parts["word/charts/chart1.xml"])
		}
	}
	book := partsOf(t, []byte(parts["word/embeddings/book.xlsx"]))
	want := `<sheetData><row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>` +
		`<row r="2"><c r="A2" s="3" t="inlineStr"><is><t>A &amp; B</t></is></c><c r="B2" s="4"><v>12</v></c><c r="C2"><v>0</v></c><c r="D2"><v>9</v></c></row>` +
		`<row r="3"><c r="A3" s="3" t="inlineStr"><is><t>An Ninh</t></is></c><c r="B3" s="4"><v>0</v></c><c r="C3"><v>0.333333333333333</v></c></row>` +
		`<row r="4"><c r="A4" s="3" t="inlineStr"><is><t>Ấp 10</t></is></c><c r="C4"><v>0.666666666666667</v></c></row>` +
		`<row r="5"><c r="A5" s="3" t="inlineStr"><is><t>Ấp 2</t></is></c><c r="B5" s="4"><v>30</v></c><c r="C5"><v>1</v></c></row>` +
		`<row r="6"><c r="A6" s="3" t="inlineStr"><is><t>Bình Đức</t></is></c><c r="C6"><v>1.333333333333333</v></c></row><row r="9"><c r="B9"><v>7</v></c></row></sheetData>`
	if got := book["xl/worksheets/sheet1.xml"]; !strings.Contains(got, want) {
		t.Errorf("sheet is\n%s\nand not\n%s", got, want)
	}
	if got := book["xl/tables/table1.xml"]; got != `<table ref="A1:C6"><autoFilter ref="A1:C6"/><tableColumns count="3"/></table>` {
		t.Errorf("table is %s", got)
	}
}

// TestChartShrinks leaves no old data behind, also where there are no rows at all.
func TestChartShrinks(t *testing.T) {
	for loop, want := range map[string][2]string{
		"cac_don_vi | dau 1":           {`$A$2:$A$2`, `<row r="3"></row><row r="4"></row><row r="9">`},
		"cac_don_vi | loc ten = \"x\"": {`$A$2:$A$2</c:f><c:strCache><c:ptCount val="0"/></c:strCache>`, `<row r="2"><c r="D2"><v>9</v></c></row><row r="3"></row>`},
	} {
		result, err := compile(t, charted("{{#bieu_do "+loop+"}}{{ten}}: {{xd_dvut}}{{/bieu_do}}", series("B", "General"))).Render(communes(), templates.Options{Plain: true})
		if err != nil {
			t.Fatal(err)
		}
		parts := partsOf(t, result.Document)
		if got := parts["word/charts/chart1.xml"]; !strings.Contains(got, want[0]) {
			t.Errorf("%s: chart is %s", loop, got)
		}
		if got := partsOf(t, []byte(parts["word/embeddings/book.xlsx"]))["xl/worksheets/sheet1.xml"]; !strings.Contains(got, want[1]) {
			t.Errorf("%s: sheet is %s", loop, got)
		}
	}
}

// TestChartFaults is about charts that cannot be filled.
func TestChartFaults(t *testing.T) {
	alt := "{{#bieu_do cac_don_vi}}{{ten}}; {{xd_dvut}}{{/bieu_do}}"
	one := series("B", "General")
	wide := charted(alt, strings.ReplaceAll(one, "$4", "$1048576"))
	if result, err := compile(t, wide).Render(communes(), templates.Options{}); err != nil || len(result.Document) > 20_000 {
		t.Errorf("a range over the whole sheet makes a document of %d bytes, %v", len(result.Document), err)
	}
	outside := charted(alt, one)
	outside.links = ""
	looped := charted(alt, one)
	looped.body = p("{{#dv}}") + looped.body + p("{{/dv}}")
	elsewhere := charted(alt, strings.ReplaceAll(one, "Số liệu", "Mất"))
	damaged := charted(alt, one)
	damaged.extra["word/embeddings/book.xlsx"] = "PK\x03\x04"
	for name, c := range map[string]struct {
		d    docx
		want string
	}{
		"in the text":           {docx{body: p("{{#bieu_do cac_don_vi}}{{ten}}{{xd_dvut}}{{/bieu_do}}")}, "văn bản thay thế (Alt Text) của một biểu đồ"},
		"no chart":              {outside, "văn bản thay thế (Alt Text) của một biểu đồ"},
		"not closed":            {charted("{{#bieu_do cac_don_vi}}{{ten}}; {{xd_dvut}}", one), "phải đóng bằng {{/bieu_do}}"},
		"no values":             {charted("{{#bieu_do cac_don_vi}}{{ten}}{{/bieu_do}}", one), "phải đóng bằng {{/bieu_do}}"},
		"too few values":        {charted(alt, one+series("C", "0")), "có 2 chuỗi số liệu (series) nhưng giữa {{#bieu_do …}} và {{/bieu_do}} có 1 thẻ"},
		"scatter":               {charted(alt, strings.NewReplacer("c:cat>", "c:xVal>", "c:val>", "c:yVal>").Replace(one)), "dạng điểm (XY)"},
		"no cells":              {charted(alt, strings.ReplaceAll(one, "'Số liệu'!$B$2:$B$4", "{1,2,3}")), "Select Data"},
		"across":                {charted(alt, strings.ReplaceAll(one, "$B$2:$B$4", "$B$2:$D$2")), "Select Data"},
		"another first row":     {charted(alt, strings.ReplaceAll(one, "$B$2:$B$4", "$B$3:$B$5")), "Select Data"},
		"no such sheet":         {elsewhere, "không có trang"},
		"damaged workbook":      {damaged, "Không đọc được biểu đồ"},
		"in a loop":             {looped, "nằm trong một vòng lặp"},
		"no loop":               {charted("{{#bieu_do nam}}{{ten}}; {{nam}}{{/bieu_do}}", one), "“nam” không phải vòng lặp"},
		"a text that is drawn":  {charted("{{#bieu_do cac_don_vi}}{{ten}}; {{ten}}{{/bieu_do}}", one), "không cho một con số"},
		"an unknown name":       {charted("{{#bieu_do cac_don_vi}}{{ten}}; {{xd_dvutt}}{{/bieu_do}}", one), "xd_dvut"},
		"a step that is faulty": {charted("{{#bieu_do cac_don_vi | loc tenn}}{{ten}}; {{xd_dvut}}{{/bieu_do}}", one), "ten"},
	} {
		t.Run(name, func(t *testing.T) {
			template, faults, err := templates.Compile("mau", c.d.file())
			if err != nil {
				t.Fatal(err)
			}
			faults = append(faults, template.Check(communes())...)
			if len(faults) == 0 || !strings.Contains(faults[0].String(), c.want) {
				t.Fatalf("got %v", faults)
			}
			for _, f := range faults {
				if text := en(f.Line()); strings.Contains(text, "%!") || strings.Contains(f.String(), "%!") {
					t.Errorf("%s / %s", text, f)
				}
			}
		})
	}
	if _, err := compile(t, looped).Render(communes(), templates.Options{}); err == nil || !strings.Contains(err.Error(), "không nhân lên được") {
		t.Errorf("got %v", err)
	}
}
