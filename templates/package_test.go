package templates_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"tonghop/lang"
	"tonghop/templates"
)

// TestRefused gives files that are no templates, and a word of the reason.
func TestRefused(t *testing.T) {
	good := docx{body: p("x")}.file()
	entries := func(change func([][2]string) [][2]string) []byte {
		parts := partsOf(t, good)
		all := [][2]string{}
		for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"} {
			all = append(all, [2]string{name, parts[name]})
		}
		return pack(change(all))
	}
	with := func(name, content string) []byte {
		return entries(func(all [][2]string) [][2]string { return append(all, [2]string{name, content}) })
	}
	main := func(content string) []byte {
		return entries(func(all [][2]string) [][2]string { all[2][1] = content; return all })
	}
	kind := func(contentType string) []byte { return docx{body: p("x"), contentType: contentType}.file() }
	broken := bytes.Clone(good)
	broken[bytes.Index(broken, []byte("word/document.xml"))+60] ^= 0xff
	cases := []struct {
		name string
		file []byte
		want string
	}{
		{"nothing", nil, "không phải là tệp Word"},
		{"html", []byte("<html><body>x</body></html>"), "không phải là tệp Word"},
		{"old Word", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1xxxx"), ".doc"},
		{"cut off", good[:len(good)/2], "hỏng"},
		{"damaged part", broken, "hỏng"},
		{"no main part", entries(func(all [][2]string) [][2]string { return append(all[:2:2], all[3]) }), "không có phần thân"},
		{"no content types", entries(func(all [][2]string) [][2]string { return all[1:] }), "không có phần thân"},
		{"name that leaves the package", with("../x", "y"), "tên không hợp lệ"},
		{"absolute name", with("/x", "y"), "tên không hợp lệ"},
		{"backslashes", with(`word\x.xml`, "y"), "tên không hợp lệ"},
		{"two parts of one name", with("Word/Document.xml", "y"), "cùng tên"},
		{"Excel", kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "Excel"},
		{"PowerPoint", kind("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), "PowerPoint"},
		{"macros", kind("application/vnd.ms-word.document.macroEnabled.main+xml"), "macro"},
		{"OpenDocument", pack([][2]string{{"mimetype", "application/vnd.oasis.opendocument.text"}}), "LibreOffice"},
		{"XML that does not close", main(`<w:document ` + namespaces + `><w:body>`), "XML"},
		{"XML that closes wrongly", main(`<w:document ` + namespaces + `><w:body></w:p></w:body></w:document>`), "XML"},
		{"DOCTYPE", main(`<!DOCTYPE x [<!ENTITY a "b">]><w:document ` + namespaces + `/>`), "DOCTYPE"},
		{"UTF-16", main("\xff\xfe<\x00w\x00"), "UTF-8"},
		{"other vocabulary", main(`<html/>`), "không có phần thân"},
		{"too deep", main(`<w:document ` + namespaces + `>` + strings.Repeat("<w:p>", 9000) + strings.Repeat("</w:p>", 9000) + `</w:document>`), "lồng nhau"},
		{"bomb", bomb(t), "bung ra quá lớn"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := templates.Compile("mau.docx", c.file)
			if err == nil {
				t.Fatal("was accepted")
			}
			if !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "mau.docx") {
				t.Errorf("error is %v", err)
			}
			if text := lang.Text(err, lang.En); strings.Contains(text, "%!") || text == err.Error() {
				t.Errorf("in English: %s", text)
			}
		})
	}
}

// bomb is a small file of a part of 320 MB.
func bomb(t *testing.T) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	to, err := w.Create("word/media/image1.png")
	if err != nil {
		t.Fatal(err)
	}
	block := make([]byte, 1<<20)
	for range 320 {
		if _, err := to.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestTooLong stops at loops in loops that would fill the memory.
func TestTooLong(t *testing.T) {
	open, shut := strings.Repeat("{{#dv}}", 24), strings.Repeat("{{/}}", 24)
	_, err := compile(t, docx{body: p(open + "x" + shut)}).Render(world(), templates.Options{Plain: true})
	if err == nil || !strings.Contains(err.Error(), "quá dài") {
		t.Errorf("error is %v", err)
	}
}

// TestWordTemplate makes a document of a file that was saved as a Word template.
func TestWordTemplate(t *testing.T) {
	d := docx{body: p("{{ten}}"), contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"}
	types := partsOf(t, render(t, d).Document)["[Content_Types].xml"]
	if !strings.Contains(types, "document.main+xml") || strings.Contains(types, "template.main+xml") {
		t.Errorf("content types are %s", types)
	}
}

// TestOtherPrefix reads a document that calls the vocabulary of Word by another name, or by none.
func TestOtherPrefix(t *testing.T) {
	for _, namespace := range []string{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"} {
		parts := [][2]string{}
		plain := partsOf(t, docx{body: p("x")}.file())
		for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"} {
			parts = append(parts, [2]string{name, plain[name]})
		}
		for prefix, main := range map[string]string{
			"":     `<document xmlns="` + namespace + `"><body><p><r><t>{{t</t></r><r><t>en}}!</t></r></p></body></document>`,
			"ns0:": `<ns0:document xmlns:ns0 = "` + namespace + `"><ns0:body><ns0:p><ns0:r><ns0:t>{{ten}}!</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`,
		} {
			file := pack(append(parts, [2]string{"word/document.xml", main}))
			template, faults, err := templates.Compile("x", file)
			if err != nil || len(faults) > 0 {
				t.Fatal(err, faults)
			}
			result, err := template.Render(world(), templates.Options{Plain: true})
			if err != nil {
				t.Fatal(err)
			}
			got := partsOf(t, result.Document)["word/document.xml"]
			want := `<` + prefix + `t xml:space="preserve">Tỉnh đoàn</` + prefix + `t>`
			if !strings.Contains(got, want) {
				t.Errorf("got %s, want %s in it", got, want)
			}
		}
	}
}
