package report

import (
	"archive/zip"
	"bytes"
	"html"
	"strings"
	"testing"

	"tonghop/sheets"
	"tonghop/templates"
)

// typed fills a document of a paragraph for each line and gives its text.
func typed(t *testing.T, p *province, lines ...string) string {
	t.Helper()
	var text strings.Builder
	for _, line := range lines {
		text.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + html.EscapeString(line) + `</w:t></w:r></w:p>`)
	}
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/footnotes.xml", "<none/>"}, // words reads it, no relationship leads to it
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + text.String() + `</w:body></w:document>`},
	} {
		w, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	made, faults, err := templates.Compile("mau", file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range append(faults, made.Check(SchemaOf(p.catalogue))...) {
		t.Error(f)
	}
	result, err := made.Render(p.data(), templates.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Findings {
		t.Error(f)
	}
	body, _ := words(t, result.Document)
	return strings.TrimSpace(body)
}

// The figures of a group, of a unit, and the units of a figure are loops.
func TestFigureLoops(t *testing.T) {
	p := newProvince(t)
	group := p.catalogue.Indicator("mt_cuoc").Group
	for _, k := range []struct{ name, line, want string }{
		{"one by its code", `{{#so_lieu | loc ma = "xd_dvut"}}{{ten}}: {{gia_tri}} {{dvt}}, {{tinh_trang}} {{da_co}}/{{can_co}}{{/}}`,
			p.catalogue.Indicator("xd_dvut").Name + ": 1.805 " + p.catalogue.Indicator("xd_dvut").Measure + ", đủ 105/105"},
		{"a group", `{{#so_lieu | loc nhom = "` + group + `" | loc ma = "mt_cuoc"}}{{gia_tri}}{{/}}`, "252"},
		{"of a group", `{{#nhom | loc ten = "` + group + `"}}{{#so_lieu | loc ma = "mt_cuoc"}}{{stt}} {{gia_tri}}{{/}}{{/}}`, "1 252"},
		{"of a unit", `{{#cac_don_vi | loc ma = "x1"}}{{#so_lieu | loc ma = "xd_dvut"}}{{gia_tri}} {{xd_dvut}}{{/}}{{/}}`, "18 18"},
		{"units of a figure", `{{#so_lieu | loc ma = "xd_dvut"}}{{#cap_duoi | dau 2}}{{ten}} {{gia_tri}};{{/}}{{/}}`, "Huyện đoàn 1 190;Huyện đoàn 2 190;"},
		{"a formula", `{{#so_lieu | loc cong_thuc | dau 1}}{{#cong_thuc}}có{{/}}{{/}}`, "có"},
		{"yes of a unit is a word, of all a number", `{{#so_lieu | loc ma = "mt_duy_tri"}}{{gia_tri}}{{#cac_don_vi | loc ma = "x1"}} {{gia_tri}} {{mt_duy_tri}}{{/}}{{/}}`, "94 có có"},
	} {
		t.Run(k.name, func(t *testing.T) {
			if got := typed(t, p, k.line); got != k.want {
				t.Errorf("got %q, want %q", got, k.want)
			}
		})
	}
}

// What units wrote stands as paragraphs, unit by unit, and is never read as a tag.
func TestTextsOfUnits(t *testing.T) {
	p := newProvince(t)
	ind := p.catalogue.Indicator("mt_cuoc")
	ind.Kind, ind.Rollup, ind.Required, ind.Style = sheets.Words, sheets.Listing, false, ""
	for _, s := range p.batch.Submissions {
		if s == nil {
			continue
		}
		switch s.Unit.Code {
		case "x1":
			s.Values[ind.Slot] = sheets.Value{State: sheets.Given, Text: "Thiếu kinh phí.\n\nThiếu {{xd_dvut}} cán bộ & người."}
		case "x2":
			s.Values[ind.Slot] = sheets.Value{State: sheets.Given, Text: "Không có trụ sở"}
		default:
			s.Values[ind.Slot] = sheets.Value{}
		}
	}
	got := typed(t, p, "{{#cac_don_vi | loc cap = \"xã\" và không phải thieu(mt_cuoc)}}", "{{stt}}. {{ten}}:", "{{mt_cuoc}}", "{{/cac_don_vi}}")
	if want := "1. Đoàn xã 1:\nThiếu kinh phí.\nThiếu {{xd_dvut}} cán bộ & người.\n2. Đoàn xã 2:\nKhông có trụ sở"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
