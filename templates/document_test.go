package templates_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/templates"
)

func open(t testing.TB, file []byte) *templates.Document {
	t.Helper()
	d, err := templates.Open("bao-cao.docx", file)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// foundIn lists the figures of a document as key=text.
func foundIn(d *templates.Document) string {
	var all []string
	for _, f := range d.Figures() {
		all = append(all, f.Key+"="+f.Text)
	}
	return strings.Join(all, "; ")
}

// linesOf lists figures beside the data: key, state, printed/shown/now.
func linesOf(lines []templates.Line) string {
	var all []string
	for _, l := range lines {
		line := fmt.Sprintf("%s: %s %s/%s/%s", l.Key, l.State, l.Printed, l.Shown, l.Now)
		if l.Contradiction {
			line += " !"
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

// edited changes a part of a document.
func edited(t testing.TB, file []byte, part string, change func(string) string) []byte {
	t.Helper()
	parts := partsOf(t, file)
	before := parts[part]
	after := change(before)
	if before == after {
		t.Fatalf("nothing was changed in %s:\n%s", part, before)
	}
	parts[part] = after
	return repack(t, file, parts)
}

// repack packs a document again, in the order in which it was packed.
func repack(t testing.TB, file []byte, parts map[string]string) []byte {
	t.Helper()
	var all [][2]string
	for _, name := range namesOf(t, file) {
		if content, ok := parts[name]; ok {
			all = append(all, [2]string{name, content})
		}
	}
	return pack(all)
}

// namesOf gives the names of the parts of a document in order.
func namesOf(t testing.TB, file []byte) []string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
	}
	return names
}

const mainPart = "word/document.xml"

// later is the world once more units have reported.
func later() *data {
	d := world()
	d.values["xd_dvut"] = figure.Int(1811)
	d.values["thieu_so"] = figure.Int(7)
	d.values["mot_phan"] = figure.MissingOf("mot_phan")
	d.loops["dv"][1].values["so"] = figure.Int(22)
	return d
}

// everything is a document with figures in all places.
func everything() docx {
	return docx{
		body: p("{{ten}} có {{xd_dvut}} đoàn viên, {{xd_dvut / nam | pt}}; {{thieu_so}} và {{mot_phan}}.") + p("{{van}}") +
			tbl(tr(tc(p("{{#dv}}{{ten}}")), tc(p("{{so}}{{/dv}}")))) + `<w:p><w:r><w:t>ghi chú</w:t><w:footnoteReference w:id="2"/></w:r></w:p>` + p(strings.Repeat("{{xd_dvut + xd_dvut + xd_dvut + xd_dvut + xd_dvut + xd_dvut + xd_dvut}}", 1)),
		header:    p("Số {{nam}}"),
		footnotes: `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2">` + p("Chú thích {{ nam | chu }}") + `</w:footnote>`,
	}
}

// TestOpen finds again what was printed, and where.
func TestOpen(t *testing.T) {
	result := living(t, everything())
	d := open(t, result.Document)
	printed := map[string]string{}
	for _, f := range result.Figures {
		printed[f.Key] = f.Text
	}
	if len(d.Figures()) != len(result.Figures) {
		t.Errorf("%d figures were printed, %d found: %s", len(result.Figures), len(d.Figures()), foundIn(d))
	}
	for _, f := range d.Figures() {
		if printed[f.Key] != f.Text {
			t.Errorf("%s is %q, not %q", f.Key, f.Text, printed[f.Key])
		}
	}
	said, ok := d.Provenance()
	if !ok || said.Version != "1.0" || said.Sources[0].Path != "nop/a & b.xlsx" || len(said.Figures) != len(printed) {
		t.Errorf("the document says %+v", said)
	}
	if _, notes, ok := strings.Cut(foundIn(d), "nam | chu="); !ok || notes != "năm" {
		t.Errorf("notes come last: %s", foundIn(d))
	}
	for _, f := range result.Figures {
		if f.Key != f.Reference() && (len([]rune(f.Key)) != 60 || !strings.HasPrefix(f.Reference(), f.Key[:20])) {
			t.Errorf("the key %q stands for %q", f.Key, f.Reference())
		}
	}
}

// TestCompare goes through what may become of a figure.
func TestCompare(t *testing.T) {
	source := docx{body: p("{{xd_dvut}}") + p("{{nam}}") + p("{{thieu_so}}")}
	put := func(old, new string) func(string) string {
		return func(s string) string { return strings.Replace(s, ">"+old+"<", ">"+new+"<", 1) }
	}
	cases := []struct {
		name   string
		source docx
		edit   func(string) string
		data   *data
		want   string
	}{
		{"nothing happened", source, nil, world(), "xd_dvut: equal 1.805/1.805/1.805\nnam: equal 05/05/05\nthieu_so: equal (không đủ số liệu)/(không đủ số liệu)/(không đủ số liệu)"},
		{"the data changed", source, nil, later(), "xd_dvut: changed 1.805/1.805/1.811\nnam: equal 05/05/05\nthieu_so: changed (không đủ số liệu)/(không đủ số liệu)/7"},
		{"by hand", source, put("05", "06"), world(), "xd_dvut: equal 1.805/1.805/1.805\nnam: by_hand 05/06/05\nthieu_so: equal (không đủ số liệu)/(không đủ số liệu)/(không đủ số liệu)"},
		{"both", source, put("1.805", "1.900"), later(), "xd_dvut: both 1.805/1.900/1.811\nnam: equal 05/05/05\nthieu_so: changed (không đủ số liệu)/(không đủ số liệu)/7"},
		{"by hand to what the data say now", docx{body: p("{{xd_dvut}}")}, put("1.805", "1.811"), later(), "xd_dvut: equal 1.805/1.811/1.811"},
		{"a copy that was changed", docx{body: p("{{xd_dvut}}") + p("{{xd_dvut}}")}, put("1.805", "1.800"), world(), "xd_dvut: by_hand 1.805/1.800/1.805 !\nxd_dvut: equal 1.805/1.805/1.805 !"},
		{"a copy that was refreshed by hand", docx{body: p("{{xd_dvut}} {{xd_dvut}}")}, put("1.805", "1.811"), later(), "xd_dvut: equal 1.805/1.811/1.811 !\nxd_dvut: changed 1.805/1.805/1.811 !"},
		{"the name is gone", docx{body: p("{{xd_dvut}}")}, nil, texts(), "xd_dvut: unknown 1.805/1.805/"},
		{"the row is gone", docx{body: p("{{#dv}}{{so}} {{/dv}}")}, nil, func() *data { d := world(); d.loops["dv"] = d.loops["dv"][1:]; return d }(), "dv[an] so: unknown 1/1/\ndv[binh] so: equal 2/2/2"},
		{"rows in another order", docx{body: p("{{#dv}}{{so}} {{/dv}}")}, nil, func() *data {
			d := world()
			d.loops["dv"][0], d.loops["dv"][1] = d.loops["dv"][1], d.loops["dv"][0]
			return d
		}(), "dv[an] so: equal 1/1/1\ndv[binh] so: equal 2/2/2"},
		{"lost", docx{body: p("a{{xd_dvut}}") + p("b{{nam}}")}, func(s string) string { return cutElement(s, "<w:p><w:r><w:t xml:space=\"preserve\">b", "</w:p>") }, later(), "xd_dvut: changed 1.805/1.805/1.811\nnam: lost 05//05"},
		{"emptied in Word", docx{body: p("{{nam}}")}, func(s string) string {
			return strings.Replace(strings.Replace(s, `<w:text/>`, `<w:showingPlcHdr/><w:text/>`, 1), ">05<", ">Bấm để nhập<", 1)
		}, world(), "nam: by_hand 05//05"},
		{"broken into two paragraphs", docx{body: p("{{xd_dvut}}")}, overParagraphs, later(), "xd_dvut: both 1.805/1.805\n/1.811"},
		{"other spaces and letters", docx{body: p("{{thieu_so}}")}, put("(không đủ số liệu)", "(không đủ  số li\u0065\u0323\u0302u)"), world(), "thieu_so: equal (không đủ số liệu)/(không đủ  số li\u0065\u0323\u0302u)/(không đủ số liệu)"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			file := living(t, c.source).Document
			if c.edit != nil {
				file = edited(t, file, mainPart, c.edit)
			}
			if got := linesOf(open(t, file).Compare(c.data)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// overParagraphs makes of the control of the only figure one that holds its paragraph and another one.
func overParagraphs(s string) string {
	properties := regexp.MustCompile(`<w:sdtPr>.*?</w:sdtPr>`).FindString(s)
	s = regexp.MustCompile(`<w:sdtPr>.*?</w:sdtPr>|</?w:sdt(Content)?>|<w:bookmark(Start|End) [^>]*/>`).ReplaceAllString(s, "")
	return strings.NewReplacer("<w:body>", "<w:body><w:sdt>"+properties+"<w:sdtContent>", "</w:body>", "<w:p/></w:sdtContent></w:sdt></w:body>").Replace(s)
}

// cutElement takes out what lies between two texts, with these.
func cutElement(s, begin, end string) string {
	before, rest, found := strings.Cut(s, begin)
	_, after, ended := strings.Cut(rest, end)
	if !found || !ended {
		return s
	}
	return before + after
}

// TestRefresh writes new figures where nobody changed the old ones.
func TestRefresh(t *testing.T) {
	file := living(t, everything()).Document
	file = edited(t, file, mainPart, func(s string) string {
		s = strings.Replace(s, "đoàn viên, ", "đoàn viên (đã rà soát), ", 1)
		return strings.Replace(s, ">Đã giới thiệu ", ">Năm qua đã giới thiệu ", 1)
	})
	file = edited(t, file, "word/header.xml", func(s string) string { return strings.Replace(s, ">05<", ">6<", 1) })
	first, err := open(t, file).Refresh(later(), origin)
	if err != nil {
		t.Fatal(err)
	}
	want := "Tỉnh đoàn có 1.811 đoàn viên (đã rà soát), 36.220%; 7 và (không đủ số liệu).\nNăm qua đã giới thiệu 1.811 đoàn viên, 05 lớp.\nAn|1|/\nBình|22|/\nghi chú\n12.677"
	if got := textOf(bodyOf(t, first.Document)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if header := partsOf(t, first.Document)["word/header.xml"]; !strings.Contains(header, ">6<") {
		t.Errorf("what somebody changed was overwritten: %s", header)
	}
	if body := bodyOf(t, first.Document); !strings.Contains(body, `<w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">(không`) || strings.Count(body, "yellow") != 1 {
		t.Errorf("the mark of what is missing is not where it should be:\n%s", body)
	}
	second, err := open(t, first.Document).Refresh(later(), origin)
	if err != nil || !bytes.Equal(second.Document, first.Document) {
		t.Error("refreshing twice changes something", err)
	}
	if got := linesOf(second.Lines); strings.Contains(got, "changed") || !strings.Contains(got, "nam: by_hand 05/6/05") {
		t.Errorf("after a refresh: %s", got)
	}
	back, err := open(t, first.Document).Refresh(world(), origin)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range partsOf(t, file) {
		if got := partsOf(t, back.Document)[name]; got != content && !strings.Contains(content, "mc:Ignorable") {
			t.Errorf("there and back %s became\n%s\nfrom\n%s", name, got, content)
		}
	}
	if got, want := textOf(bodyOf(t, back.Document)), textOf(bodyOf(t, file)); got != want {
		t.Errorf("there and back it became\n%s\nfrom\n%s", got, want)
	}
}

// TestRefreshUnchanged gives back the very bytes.
func TestRefreshUnchanged(t *testing.T) {
	file := living(t, everything()).Document
	again, err := open(t, file).Refresh(world(), origin)
	if err != nil || !bytes.Equal(again.Document, file) {
		t.Error("a refresh with the same data changes the file", err)
	}
	other := origin
	other.Sources = nil
	moved, err := open(t, file).Refresh(world(), other)
	if err != nil {
		t.Fatal(err)
	}
	before, after := partsOf(t, file), partsOf(t, moved.Document)
	for name := range before {
		if (before[name] == after[name]) == strings.HasPrefix(name, "customXml/item1") {
			t.Errorf("%s: only the provenance changes with the sources", name)
		}
	}
}

// TestDetach gives the text of the plain document, and nothing of ours.
func TestDetach(t *testing.T) {
	for _, source := range []docx{everything(), {body: p("{{xd_dvut}}"), footer: p("{{#dv}}{{so}}{{/dv}}")}, {body: p("a")}} {
		result := living(t, source)
		plain, err := compile(t, source).Render(world(), templates.Options{Plain: true})
		if err != nil {
			t.Fatal(err)
		}
		detached, err := open(t, result.Document).Detach()
		if err != nil {
			t.Fatal(err)
		}
		got, want := partsOf(t, detached), partsOf(t, plain.Document)
		for name, content := range want {
			text := strings.Replace(strings.Replace(got[name], ` xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`, "", 1), `"w14 w15"`, `"w14"`, 1)
			if text != content {
				t.Errorf("%s is\n%s\nwithout controls it is\n%s", name, got[name], content)
			}
			delete(got, name)
		}
		for name := range got {
			t.Errorf("%s was left", name)
		}
	}
}
