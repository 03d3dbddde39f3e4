package templates_test

import (
	"strings"
	"testing"
)

// TestFill fills bodies and compares their text: a line for each paragraph, cells parted by |, rows ended by /.
func TestFill(t *testing.T) {
	r := func(text string) string { return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>" }
	para := func(runs ...string) string { return "<w:p>" + strings.Join(runs, "") + "</w:p>" }
	cases := []struct{ name, body, want string }{
		{"value", p("Có {{xd_dvut}} người."), "Có 1.805 người."},
		{"expression and style", p("{{xd_dvut / 2000 | pt2}}"), "90,25%"},
		{"styles in a row", p("{{nam | chu | hoa}}"), "NĂM"},
		{"style of the name", p("{{nam}}"), "05"},
		{"style of the tag wins", p("{{nam | so}}"), "5"},
		{"case and accents", p("{{ XD_DVUT | Chữ }}"), "một nghìn tám trăm lẻ năm"},
		{"yes and no", p("{{dung}} {{sai}}"), "có không"},
		{"two tags in a run", p("{{ten}}{{nam}}, {{ten}}"), "Tỉnh đoàn05, Tỉnh đoàn"},
		{"split in every way", para(r("a {"), r("{"), "<w:proofErr w:type=\"spellStart\"/>", r("te"), "<w:bookmarkStart w:id=\"7\" w:name=\"b\"/><w:bookmarkEnd w:id=\"7\"/>", r("n}"), r("} b")), "a Tỉnh đoàn b"},
		{"no-break and zero-width space, decomposed letters", p("{{\u00a0ten\u200b\u00a0|\u00a0hoa\u00a0}}{{ xd_dvut | chữ }}"), "TỈNH ĐOÀNmột nghìn tám trăm lẻ năm"},
		{"curly quotes", p("{{neu(ten = “Tỉnh đoàn”; “đúng”; “sai”)}}"), "đúng"},
		{"tag across a line break of Word", para("<w:r><w:t>{{ten</w:t><w:br/><w:t>}} x</w:t></w:r>"), "Tỉnh đoàn x"},
		{"entities around", p("A &amp; B &lt;{{ten}}&gt; C &amp; D"), "A & B <Tỉnh đoàn> C & D"},
		{"entities inside", p("{{neu(nam &lt; 6; &quot;nhỏ&quot;; ten)}}"), "nhỏ"},
		{"braces as entities", p("&#123;&#x7B;ten}}"), "Tỉnh đoàn"},
		{"values are escaped and not scanned again", p("{{la}}"), `<w:p> & "x" {{ten}}`},
		{"line breaks and tabs", p("a {{nhieu}}"), "a một⏎hai⇥ba"},
		{"lines of a text that stands alone", p(" {{nhieu}}") + tbl(tr(tc(p("{{nhieu}}")))), " một\nhai⇥ba\nmột\nhai⇥ba|/"},
		{"lines of a text beside a note to colleagues", p("{{nhieu}}{{! hai dòng }}"), "một⏎hai⇥ba"},
		{"lines of a text in a hyperlink", para(`<w:hyperlink r:id="r9">` + r("{{nhieu}}") + `</w:hyperlink>`), "một⏎hai⇥ba"},
		{"empty text", p("a{{rong}}b"), "ab"},
		{"comment in text", p("a{{! ghi chú }}b"), "ab"},
		{"comment alone", p("a") + p("{{! ghi chú }}") + p("b"), "a\nb"},
		{"single braces are text", p("{ten} { {ten} }"), "{ten} { {ten} }"},
		{"inserted text counts, deleted text does not", para(r("{{t"), `<w:ins w:id="1" w:author="x">`+r("en")+`</w:ins>`, `<w:del w:id="2" w:author="x"><w:r><w:delText>{{nam}}</w:delText></w:r></w:del>`, r("}}")), "Tỉnh đoàn{{nam}}"},
		{"fields are left alone", para(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE {{x}}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`, r("{{nam}}")), "DATE {{x}}05"},
		{"hyperlink", para(`<w:hyperlink r:id="r9">` + r("{{ten}}") + `</w:hyperlink>`), "Tỉnh đoàn"},
		{"content control", `<w:sdt><w:sdtPr><w:id w:val="3"/></w:sdtPr><w:sdtContent>` + p("{{ten}}") + `</w:sdtContent></w:sdt>`, "Tỉnh đoàn"},
		{"partial figure", p("{{mot_phan}} lớp"), "12 (số liệu 93/94 đơn vị) lớp"},
		{"partial figure without its coverage", p("{{mot_phan | khong_phu}} lớp"), "12 lớp"},
		{"missing", p("{{thieu_so}} và {{xd_dvut + thieu_so}}"), "(không đủ số liệu) và (không đủ số liệu)"},
		{"not applicable", p("{{kad}}"), "không áp dụng"},
		{"prose", p("{{van}}"), "Đã giới thiệu 1.805 đoàn viên, 05 lớp."},
		{"prose of several lines", p("- {{dong}};"), "- Một 05\nhai\nba;"},
		{"prose of several lines in a hyperlink", para(`<w:hyperlink r:id="r9">` + r("{{dong}}") + `</w:hyperlink>`), "Một 05⏎hai⏎ba"},
		{"faulty prose", p("{{van_loi}}"), "Có {{xd dvut}} và {{#ten}}."},

		{"inline loop", p("Gồm: {{#dv}}{{stt}}) {{ten}}; {{/dv}}hết."), "Gồm: 1) An; 2) Bình; hết."},
		{"inline loop over runs", para(r("{{#dv}}"), r("{{ten}}"), r(", "), r("{{/dv}}")), "An, Bình, "},
		{"inline loop without rows", p("Gồm: {{#khong_co}}{{ten}}{{^}}không có{{/}}."), "Gồm: không có."},
		{"loop over paragraphs", p("{{#dv}}") + p("- {{ten}}") + p("{{/dv}}") + p("hết"), "- An\n- Bình\nhết"},
		{"bare close", p("{{#dv}}") + p("- {{ten}}") + p("{{/}}"), "- An\n- Bình"},
		{"loop with its tags at the edges of text", p("{{#dv}}{{stt}}. {{ten}}") + p("Số: {{so}}{{/dv}}"), "1. An\nSố: 1\n2. Bình\nSố: 2"},
		{"loop that begins behind text", p("Gồm:{{#dv}}") + p("- {{ten}}") + p("{{/dv}}Hết."), "Gồm:\n- An\n- Bình\nHết."},
		{"no rows leave nothing", p("a") + p("{{#khong_co}}") + p("- {{ten}}") + p("{{/khong_co}}") + p("b"), "a\nb"},
		{"names of the surroundings", p("{{#dv}}") + p("{{ten}} {{nam}} {{stt}}") + p("{{/dv}}"), "An 05 1\nBình 05 2"},
		{"nested loops", p("{{#dv}}") + p("{{stt}} {{ten}}") + p("{{#con}}") + p("  {{stt}} {{ten}} {{so}}") + p("{{^}}") + p("  trống") + p("{{/con}}") + p("{{/dv}}"), "1 An\n  1 a1 1\n  2 a2 1\n2 Bình\n  trống"},
		{"several control tags on a line", p("{{#dv}}{{#con}}") + p("{{ten}}") + p("{{/con}}{{/dv}}"), "a1\na2"},

		{"condition", p("{{#dung}}") + p("đúng") + p("{{^}}") + p("sai") + p("{{/}}"), "đúng"},
		{"else", p("{{#nam > 6}}") + p("đúng") + p("{{^}}") + p("sai") + p("{{/}}"), "sai"},
		{"condition in a sentence", p("a{{#nam = 5}} năm{{^}} khác{{/}}."), "a năm."},
		{"condition that closes by its name", p("{{#sai}}a{{^sai}}b{{/sai}}"), "b"},
		{"text as a condition", p("{{#ten}}có{{/}}{{#rong}}rỗng{{/}}"), "có"},
		{"a line that comes out empty is gone", p("a") + p("{{#sai}}x{{/}}") + p("b"), "a\nb"},
		{"a paragraph that was empty stays", p("a") + "<w:p/>" + p("{{#sai}}") + p("x") + p("{{/}}"), "a\n¶"},
		{"a missing condition decides nothing", p("{{#thieu_so > 1}}") + p("đạt") + p("{{^}}") + p("chưa đạt") + p("{{/}}"), "(không đủ số liệu)"},
		{"a missing condition in a sentence", p("Tỉnh {{#thieu_so > 1}}đạt{{^}}chưa đạt{{/}}."), "Tỉnh (không đủ số liệu)."},
		{"a condition that does not apply decides nothing", p("{{#kad > 1}}đạt{{^}}chưa đạt{{/}}"), "không áp dụng"},
		{"one may ask whether it is missing", p("{{#thieu(thieu_so)}}thiếu{{/}}"), "thiếu"},

		{"row loop in rows of its own", tbl(tr(tc(p("Tên")), tc(p("Số"))), tr(tc(p("{{#dv}}")), tc("<w:p/>")), tr(tc(p("{{ten}}")), tc(p("{{so}}"))), tr(tc(p("{{/dv}}")), tc("<w:p/>"))), "Tên|Số|/\nAn|1|/\nBình|2|/"},
		{"row loop in the row", tbl(tr(tc(p("{{#dv}}{{stt}}")), tc(p("{{ten}}{{/dv}}")))), "1|An|/\n2|Bình|/"},
		{"row loop from cell to cell, tags on lines of their own", tbl(tr(tc(p("{{#dv}}"), p("{{stt}}")), tc(p("{{ten}}"), p("{{/dv}}")))), "1|An|/\n2|Bình|/"},
		{"row loop over two rows", tbl(tr(tc(p("{{#dv}}{{ten}}")), tc(p("a"))), tr(tc(p("{{so}}")), tc(p("b{{/dv}}")))), "An|a|/\n1|b|/\nBình|a|/\n2|b|/"},
		{"loop in a cell", tbl(tr(tc(p("{{#dv}}"), p("{{ten}}"), p("{{/dv}}")), tc(p("x")))), "An\nBình|x|/"},
		{"cell without paragraph", tbl(tr(tc(p("{{#sai}}"), p("{{ten}}"), p("{{/}}")), tc(p("x")))), "¶|x|/"},
		{"condition around rows", tbl(tr(tc(p("a"))), tr(tc(p("{{#sai}}b{{ten}}")), tc(p("{{/}}"))), tr(tc(p("c")))), "a|/\nc|/"},
		{"missing condition around rows", tbl(tr(tc(p("a"))), tr(tc(p("{{#thieu_so = 1}}b")), tc(p("c{{/}}")))), "a|/\n(không đủ số liệu)|/"},
		{"else between rows", tbl(tr(tc(p("{{#khong_co}}"))), tr(tc(p("b"))), tr(tc(p("{{^}}"))), tr(tc(p("trống"))), tr(tc(p("{{/}}")))), "trống|/"},
		{"table without rows is gone", p("a") + tbl(tr(tc(p("{{#khong_co}}{{ten}}")), tc(p("{{/}}")))) + p("b"), "a\nb"},
		{"table in a loop", p("{{#dv}}") + tbl(tr(tc(p("{{ten}}")))) + p("{{/dv}}"), "An|/\n¶\nBình|/"},
		{"tables that come to touch", tbl(tr(tc(p("a")))) + p("{{#sai}}") + p("x") + p("{{/}}") + tbl(tr(tc(p("b")))), "a|/\n¶\nb|/"},
		{"tables that always touched", tbl(tr(tc(p("a")))) + tbl(tr(tc(p("{{ten}}")))), "a|/\nTỉnh đoàn|/"},
		{"nested table last in a cell", tbl(tr(tc(tbl(tr(tc(p("{{ten}}")))), p("{{#sai}}"), p("x"), p("{{/}}")))), "Tỉnh đoàn|/\n¶|/"},
		{"loop around a table with a row loop", p("{{#dv}}") + p("{{ten}}:") + tbl(tr(tc(p("{{#con}}{{ten}}")), tc(p("{{/con}}")))) + p("{{/dv}}"), "An:\na1|¶|/\na2|¶|/\nBình:"},
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
