package templates_test

import (
	"strings"
	"testing"

	"tonghop/templates"
)

// living fills a document with figures that stay alive.
func living(t testing.TB, d docx) templates.Result {
	t.Helper()
	result, err := compile(t, d).Render(world(), templates.Options{Origin: origin})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

var origin = templates.Origin{
	Version: "1.0", Period: "2021", Unit: "TD", Date: "2021-12-31",
	Sources: []templates.Source{{Path: "nop/a & b.xlsx", SHA256: strings.Repeat("0f", 32)}},
}

// TestControls says what becomes a figure that stays alive, and under which key.
func TestControls(t *testing.T) {
	plainControl := func(kind, text string) string {
		return `<w:p><w:sdt><w:sdtPr><w:id w:val="1"/>` + kind + `</w:sdtPr><w:sdtContent><w:r><w:t>` + text + `</w:t></w:r></w:sdtContent></w:sdt></w:p>`
	}
	cases := []struct{ name, body, want string }{
		{"a number", p("{{xd_dvut}}"), "xd_dvut=1.805"},
		{"an expression with a style", p("{{ xd_dvut/ nam |pt | dam_so}}"), "xd_dvut / nam | pt=36.100%"},
		{"missing", p("{{thieu_so}}"), "thieu_so=(không đủ số liệu)"},
		{"partial", p("{{mot_phan}} {{mot_phan | khong_phu}}"), "mot_phan=12 (số liệu 93/94 đơn vị); mot_phan | khong_phu=12"},
		{"yes and no, not applicable", p("{{nam>3}} {{kad}} {{có}}"), "nam > 3=có; kad=không áp dụng"},
		{"a text is none", p("{{ten}} {{ten | hoa}}"), ""},
		{"a derived text is one", p("{{ket_luan}}"), "ket_luan=đạt"},
		{"a text that an expression chooses", p(`{{nếu(nam > 3; "tăng"; "giảm")}}`), `neu(nam > 3; "tăng"; "giảm")=tăng`},
		{"in a text of the catalogue", p("{{van}}"), "xd_dvut=1.805; nam | so0=05"},
		{"by the key of the row", p("{{#dv}}{{ten}}: {{so}} {{xd_dvut}} {{/dv}}"), "dv[an] so=1; xd_dvut=1.805; dv[binh] so=2; xd_dvut=1.805"},
		{"the number of a row is none", p("{{#dv}}{{stt}}{{/dv}}"), ""},
		{"a row without a key has none of its own", p("{{#dv}}{{#con}}{{so}}{{nam}}{{/con}}{{/dv}}"), "dv[an] so=1; nam=05; dv[an] so=1; nam=05"},
		{"in a control for text", plainControl("<w:text/>", "{{nam}}"), ""},
		{"in a control for anything", plainControl("", "{{nam}}"), "nam=05"},
		{"among the instructions of a field", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>{{nam}}</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{{xd_dvut}}</w:t></w:r>` +
			`<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, "xd_dvut=1.805"},
		{"in a hyperlink", `<w:p><w:hyperlink w:anchor="x"><w:r><w:t>{{nam}}</w:t></w:r></w:hyperlink></w:p>`, "nam=05"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			result := living(t, docx{body: c.body})
			var got []string
			for _, f := range result.Figures {
				if f.Reference() != f.Key {
					t.Errorf("the key %q stands for %q", f.Key, f.Reference())
				}
				got = append(got, f.Key+"="+f.Text)
			}
			if all := strings.Join(got, "; "); all != c.want {
				t.Errorf("got  %s\nwant %s", all, c.want)
			}
			main := partsOf(t, result.Document)["word/document.xml"]
			if controls := strings.Count(main, `w15:val="hidden"`); controls != len(got) {
				t.Errorf("%d controls for %d figures in\n%s", controls, len(got), main)
			}
		})
	}
}

// TestControlBytes compares a control byte by byte.
func TestControlBytes(t *testing.T) {
	const appearance = `<w15:appearance w15:val="hidden"/>`
	got := bodyOf(t, living(t, docx{body: p("Có {{xd_dvut}} và {{xd_dvut}}") + `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{nam}}</w:t></w:r></w:p>`}).Document)
	want := `<w:p><w:r><w:t xml:space="preserve">Có </w:t></w:r>` +
		`<w:bookmarkStart w:id="1" w:name="_th4d94e7102e482807"/><w:sdt><w:sdtPr><w:alias w:val="Đoàn viên ưu tú được giới thiệu cho Đảng [xd_dvut]"/><w:tag w:val="xd_dvut"/><w:id w:val="1"/>` + appearance + `<w:text/></w:sdtPr>` +
		`<w:sdtContent><w:r><w:t xml:space="preserve">1.805</w:t></w:r></w:sdtContent></w:sdt><w:bookmarkEnd w:id="1"/>` +
		`<w:r><w:t xml:space="preserve"> và </w:t></w:r>` +
		`<w:bookmarkStart w:id="2" w:name="_th4d94e7102e482807_2"/><w:sdt><w:sdtPr><w:alias w:val="Đoàn viên ưu tú được giới thiệu cho Đảng [xd_dvut]"/><w:tag w:val="xd_dvut"/><w:id w:val="2"/>` + appearance + `<w:text/></w:sdtPr>` +
		`<w:sdtContent><w:r><w:t xml:space="preserve">1.805</w:t></w:r></w:sdtContent></w:sdt><w:bookmarkEnd w:id="2"/></w:p>` +
		`<w:p><w:bookmarkStart w:id="3" w:name="_th592372bb39bc1c65"/><w:sdt><w:sdtPr><w:alias w:val="[nam]"/><w:tag w:val="nam"/><w:id w:val="3"/>` + appearance + `</w:sdtPr>` +
		`<w:sdtContent><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">05</w:t></w:r></w:sdtContent></w:sdt><w:bookmarkEnd w:id="3"/></w:p>`
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
