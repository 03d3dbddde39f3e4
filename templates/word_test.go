package templates_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/templates"
)

const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" mc:Ignorable="w14"`

const sectionEnd = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`

// docx is a Word document in the making: the content of its body and of its other parts.
type docx struct {
	body                        string
	header, footer              string
	footnotes, endnotes, styles string
	comments                    string
	mainFile                    string // "word/document.xml" unless set
	extra                       map[string]string
	contentType, bodyEnd        string
	links                       string // the relationships of the main part, instead of those of the stories
	core                        string // the properties of the file
}

// file packs the document.
func (d docx) file() []byte {
	main := cmpOr(d.mainFile, "word/document.xml")
	parts := map[string]string{}
	var links, types strings.Builder
	add := func(kind, content string) {
		if content == "" {
			return
		}
		parts["word/"+kind+".xml"] = content
		fmt.Fprintf(&links, `<Relationship Id="r%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%[1]s" Target="%[1]s.xml"/>`, kind)
		fmt.Fprintf(&types, `<Override PartName="/word/%[1]s.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%[1]s+xml"/>`, kind)
	}
	wrapped := func(root, content string) string {
		if content == "" {
			return ""
		}
		return fmt.Sprintf("<w:%s %s>%s</w:%[1]s>", root, namespaces, content)
	}
	add("header", wrapped("hdr", d.header))
	add("footer", wrapped("ftr", d.footer))
	add("footnotes", wrapped("footnotes", d.footnotes))
	add("endnotes", wrapped("endnotes", d.endnotes))
	add("styles", wrapped("styles", d.styles))
	packageLinks := ""
	if d.core != "" {
		parts["docProps/core.xml"] = d.core
		packageLinks = `<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`
		types.WriteString(`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`)
	}
	add("comments", wrapped("comments", d.comments))
	contentType := cmpOr(d.contentType, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
	all := [][2]string{
		{"[Content_Types].xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
			`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/` + main + `" ContentType="` + contentType + `"/>` + types.String() + `</Types>`},
		{"_rels/.rels", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="` + main + `"/>` + packageLinks + `</Relationships>`},
		{main, fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document %s><w:body>%s%s</w:body></w:document>`, namespaces, d.body, cmpOr(d.bodyEnd, sectionEnd))},
		{"word/_rels/" + main[strings.LastIndex(main, "/")+1:] + ".rels", cmpOr(d.links, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+links.String()+`</Relationships>`)},
	}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		all = append(all, [2]string{name, parts[name]})
	}
	for _, name := range slices.Sorted(maps.Keys(d.extra)) {
		all = append(all, [2]string{name, d.extra[name]})
	}
	return pack(all)
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func pack(parts [][2]string) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		to, err := w.Create(p[0])
		if err != nil {
			panic(err)
		}
		io.WriteString(to, p[1])
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// partsOf unpacks a document.
func partsOf(t testing.TB, file []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range r.File {
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(from)
		if err != nil {
			t.Fatal(f.Name, err)
		}
		parts[f.Name] = string(data)
	}
	return parts
}

// bodyOf gives the content of the body without the end of the last section.
func bodyOf(t testing.TB, file []byte) string {
	t.Helper()
	main := partsOf(t, file)["word/document.xml"]
	_, body, _ := strings.Cut(main, "<w:body>")
	body, _, _ = strings.Cut(body, sectionEnd)
	return body
}

var marks = regexp.MustCompile(`<[^>]*>`)

// textOf gives the text of a body as lines: one for each paragraph, cells parted by |, line breaks as ⏎.
func textOf(body string) string {
	for _, r := range [][2]string{{"<w:br/>", "⏎"}, {"<w:tab/>", "⇥"}, {"<w:p/>", "¶\n"}, {"</w:p>", "\n"}, {"</w:tc>", "|"}, {"</w:tr>", "/\n"}} {
		body = strings.ReplaceAll(body, r[0], r[1])
	}
	text := marks.ReplaceAllString(body, "")
	text = strings.ReplaceAll(text, "\n|", "|")
	return strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">").Replace(strings.TrimSuffix(text, "\n"))
}

// p is a paragraph of one run; cells and rows make tables.
func p(text string) string {
	return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>"
}
func tc(content ...string) string {
	return "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>" + strings.Join(content, "") + "</w:tc>"
}
func tr(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
func tbl(rows ...string) string {
	return "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>" + strings.Join(rows, "") + "</w:tbl>"
}

// data is Data and Schema from maps.
type data struct {
	values map[string]figure.Value
	loops  map[string][]*data
	styles map[string]string
	facts  map[string]templates.Fact
	key    string
}

func (d *data) Value(name string) figure.Value { return d.values[strings.ToLower(name)] }

func (d *data) Units([]string) iter.Seq[formula.Env] { return func(func(formula.Env) bool) {} }

func (d *data) Ask(string, []string) figure.Value { return figure.Value{} }

func (d *data) Rows(loop string) ([]templates.Data, bool) {
	rows, ok := d.loops[strings.ToLower(loop)]
	var all []templates.Data
	for _, r := range rows {
		all = append(all, r)
	}
	return all, ok
}

func (d *data) Style(name string) (string, bool) {
	style, ok := d.styles[name]
	return style, ok
}

func (d *data) Key() string { return d.key }

func (d *data) Fact(name string) (templates.Fact, bool) {
	fact, ok := d.facts[strings.ToLower(name)]
	return fact, ok
}

func (d *data) Known(name string) bool {
	_, ok := d.values[strings.ToLower(name)]
	return ok
}

func (d *data) Names() []string { return slices.Sorted(maps.Keys(d.values)) }

func (d *data) Words(string, []string) []string { return nil }

func (d *data) Loop(name string) (templates.Schema, bool) {
	rows, ok := d.loops[strings.ToLower(name)]
	if len(rows) == 0 {
		return &data{}, ok
	}
	return rows[0], ok
}

func (d *data) Kind(name string) figure.Kind { return d.values[strings.ToLower(name)].Kind }

func (d *data) Loops() []string { return slices.Sorted(maps.Keys(d.loops)) }

func texts(pairs ...string) *data {
	d := &data{values: map[string]figure.Value{}, loops: map[string][]*data{}, styles: map[string]string{}}
	for i := 0; i < len(pairs); i += 2 {
		d.values[pairs[i]] = figure.TextOf(pairs[i+1])
	}
	return d
}

// world is what most tests fill with.
func world() *data {
	d := texts("ten", "Tỉnh đoàn", "rong", "", "nhieu", "một\nhai\tba", "la", `<w:p> & "x" {{ten}}`)
	d.values["xd_dvut"] = figure.Int(1805)
	d.values["nam"] = figure.Int(5)
	d.values["thieu_so"] = figure.MissingOf("thieu_so")
	d.values["mot_phan"] = figure.Int(12).Covered(93, 94)
	d.values["dung"] = figure.BoolOf(true)
	d.values["sai"] = figure.BoolOf(false)
	d.values["kad"] = figure.Value{Kind: figure.NotApplicable}
	d.values["van"] = figure.Value{Kind: figure.Prose, Text: "Đã giới thiệu {{xd_dvut}} đoàn viên, {{ nam | so0 }} lớp."}
	d.values["dong"] = figure.Value{Kind: figure.Prose, Text: "Một {{nam}}\r\nhai\nba"}
	d.values["van_loi"] = figure.Value{Kind: figure.Prose, Text: "Có {{xd dvut}} và {{#ten}}."}
	d.values["vong"] = figure.Value{Kind: figure.Prose, Text: "x{{vong}}"}
	d.styles["nam"] = "so0"
	d.facts = map[string]templates.Fact{"xd_dvut": {Title: "Đoàn viên ưu tú được giới thiệu cho Đảng"}, "ket_luan": {Title: "Kết luận", Derived: true}}
	d.values["ket_luan"] = figure.TextOf("đạt")
	an, binh := texts("ten", "An"), texts("ten", "Bình")
	an.key, binh.key = "an", "binh"
	an.values["so"], binh.values["so"] = figure.Int(1), figure.Int(2)
	an.values["lon"], binh.values["lon"] = figure.BoolOf(false), figure.BoolOf(true)
	an.loops["con"] = []*data{texts("ten", "a1"), texts("ten", "a2")}
	binh.loops["con"] = []*data{}
	d.loops["dv"] = []*data{an, binh}
	d.loops["khong_co"] = nil
	return d
}

func compile(t testing.TB, d docx) *templates.Template {
	t.Helper()
	template, faults, err := templates.Compile("mau.docx", d.file())
	if err != nil {
		t.Fatalf("compile: %v", err)
	}
	for _, f := range faults {
		t.Errorf("unexpected fault: %v", f)
	}
	return template
}

func render(t testing.TB, d docx) templates.Result {
	t.Helper()
	template := compile(t, d)
	for _, f := range template.Check(world()) {
		t.Errorf("unexpected fault of the check: %v", f)
	}
	result, err := template.Render(world(), templates.Options{Plain: true})
	if err != nil {
		t.Fatalf("render: %v", err)
	}
	noWorse(t, "mau.docx", 1, d.file(), result.Document)
	return result
}

func faultsOf(t testing.TB, d docx) []templates.Fault {
	t.Helper()
	template, faults, err := templates.Compile("mau.docx", d.file())
	if err != nil {
		t.Fatalf("compile: %v", err)
	}
	return append(faults, template.Check(world())...)
}

func en(m lang.Message) string { return m.In(lang.En) }
