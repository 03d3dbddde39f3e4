package templates_test

import (
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tonghop/templates"
)

// bits are pieces of text with what they become.
var bits = [][2]string{
	{"{{ten}}", "Tỉnh đoàn"}, {"{{nam}}", "05"}, {"{{ xd_dvut | so }}", "1.805"}, {"{{! bỏ }}", ""}, {"{{nam > 3}}", "có"},
	{"{{#dv}}[{{ten}}]{{/dv}}", "[An][Bình]"}, {"{{#sai}}a{{^}}b{{/}}", "b"}, {"{{thieu_so}}", "(không đủ số liệu)"},
	{"{{#dv | loc so > 1 | dau 1}}{{stt}}{{/dv}}", "1"}, {"{{#dv | giam ten}}{{ten}} {{/}}", "Bình An "}, {"{{ nam - 8 | tang_giam | hoa_dau }}", "Giảm 3"},
	{"chữ ", "chữ "}, {"{", "{"}, {"}", "}"}, {" & < ", " & < "}, {"é", "é"}, {"🌾", "🌾"}, {"x", "x"},
}

// fromRuns cuts a text into runs wherever it likes, and puts between and around them what Word puts there.
func fromRuns(t *rapid.T, text string) string {
	between := []string{"", "", `<w:proofErr w:type="spellEnd"/>`, `<w:bookmarkStart w:id="7" w:name="b"/><w:bookmarkEnd w:id="7"/>`}
	var runs strings.Builder
	runes := []rune(text)
	for len(runes) > 0 {
		n := rapid.IntRange(1, min(len(runes), 7)).Draw(t, "length")
		r := `<w:r>`
		if rapid.Bool().Draw(t, "bold") {
			r += `<w:rPr><w:b/><w:lang w:val="vi-VN"/></w:rPr>`
		}
		if rapid.IntRange(0, 9).Draw(t, "break") == 0 {
			r += `<w:lastRenderedPageBreak/>`
		}
		r += `<w:t xml:space="preserve">` + html.EscapeString(string(runes[:n])) + `</w:t></w:r>`
		switch rapid.IntRange(0, 9).Draw(t, "around") {
		case 0:
			r = `<w:ins w:id="9" w:author="x">` + r + `</w:ins>`
		case 1:
			r = `<w:hyperlink w:anchor="b">` + r + `</w:hyperlink>`
		}
		runs.WriteString(r + rapid.SampledFrom(between).Draw(t, "between"))
		runes = runes[n:]
	}
	return `<w:p>` + runs.String() + `</w:p>`
}

// TestSplitting cuts the runs of a paragraph at random places. Its text comes out the same.
func TestSplitting(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text, want := "a", "a"
		for _, bit := range rapid.SliceOfN(rapid.SampledFrom(bits), 1, 8).Draw(rt, "bits") {
			if strings.HasSuffix(text, "{") || strings.HasSuffix(text, "}") {
				text, want = text+" ", want+" "
			}
			text, want = text+bit[0], want+bit[1]
		}
		body := fromRuns(rt, text)
		template, faults, err := templates.Compile("mau", docx{body: body}.file())
		if err != nil {
			rt.Fatal(err)
		}
		if len(faults) > 0 {
			// The two ends of a loop may stand in different hyperlinks, which cannot be repeated in part.
			if strings.Contains(body, "hyperlink") || strings.Contains(body, "w:ins") {
				return
			}
			rt.Fatal(faults)
		}
		result, err := template.Render(world(), templates.Options{Plain: true})
		if err != nil {
			rt.Fatal(err)
		}
		if got := textOf(bodyOf(t, result.Document)); got != want {
			rt.Fatalf("%s\ncame out as %q, not as %q", body, got, want)
		}
	})
}

// TestBlocks puts paragraphs, tables, loops and conditions into one another at random. Whatever comes out, every cell
// ends with a paragraph, every table has a row, no two tables touch, no tag is left and no control line leaves a paragraph.
func TestBlocks(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		body := blocks(rt, 3)
		template, faults, err := templates.Compile("mau", docx{body: body}.file())
		if err != nil || len(faults) > 0 {
			rt.Fatal(err, faults)
		}
		result, err := template.Render(world(), templates.Options{Plain: true})
		if err != nil {
			rt.Fatal(err)
		}
		got := bodyOf(t, result.Document)
		for _, bad := range []string{"{{", "}}", "</w:tbl></w:tc>", "</w:tbl><w:tbl>", "</w:tcPr></w:tc>", "</w:tblGrid></w:tbl>", "<w:p></w:p>"} {
			if strings.Contains(got, bad) {
				rt.Fatalf("%s\nleft %s in\n%s", body, bad, got)
			}
		}
		if again, err := template.Render(world(), templates.Options{Plain: true}); err != nil || !bytes.Equal(again.Document, result.Document) {
			rt.Fatal("the second document differs", err)
		}
	})
}

// blocks draws the content of a body or cell. It ends with a paragraph, and no two tables stand together.
func blocks(t *rapid.T, depth int) string {
	var b strings.Builder
	for range rapid.IntRange(0, 3).Draw(t, "blocks") {
		kind := rapid.IntRange(0, 8).Draw(t, "kind")
		if depth == 0 {
			kind = 0
		}
		switch kind {
		case 1, 2:
			open := rapid.SampledFrom([]string{"#dv", "#khong_co", "#dung", "#sai", "#thieu_so = 1"}).Draw(t, "open")
			b.WriteString(p("{{" + open + "}}"))
			b.WriteString(blocks(t, depth-1))
			if rapid.Bool().Draw(t, "else") {
				b.WriteString(p("{{^}}") + blocks(t, depth-1))
			}
			b.WriteString(p("{{/}}"))
		case 3:
			b.WriteString(tbl(tr(tc(p("x"))), tr(tc(p("{{#dv}}"), blocks(t, depth-1)), tc(p("{{ten}}{{/dv}}")))))
			b.WriteString(p("{{ten}}"))
		case 4:
			b.WriteString(tbl(tr(tc(p("{{#khong_co}}{{ten}}"), blocks(t, depth-1)), tc(p("y{{/}}")))))
			b.WriteString(p("{{#sai}}z{{/}}"))
		case 5:
			b.WriteString(tbl(tr(tc(blocks(t, depth-1)))))
			b.WriteString(p("{{! hết }}"))
		case 6:
			over := rapid.SampledFrom([]string{"dv", "khong_co", "dv | dau 1"}).Draw(t, "columns")
			b.WriteString(grid([]int{500, 600}, tr(tc(blocks(t, depth-1)), tc(p("{{#cot "+over+"}}{{ten}}"), blocks(t, depth-1), p("{{/cot}}")))))
			b.WriteString(p("{{nam}}"))
		default:
			b.WriteString(p(rapid.SampledFrom([]string{"a", "{{ten}}", "{{#sai}}b{{/}}", "{{#dv}}{{stt}}{{/}}"}).Draw(t, "text")))
		}
	}
	return b.String() + p("cuối")
}

// FuzzCompile reads bodies that nobody would write. A template that is accepted is filled or refused in words, and what is filled
// is well-formed and has no tag left.
func FuzzCompile(f *testing.F) {
	for _, bit := range bits {
		f.Add(p(html.EscapeString(bit[0])))
	}
	f.Add(tbl(tr(tc(p("{{#dv}}")), tc(p("{{/dv}}"))), tr(tc(p("{{ten}}{{^}}")))))
	f.Add(grid(three, tr(wide(1000, 1, p("{{#cot dv | loc so > 1}}{{ten}}")), wide(2001, 1, p("{{/cot}}"))), tr(wide(3001, 2, p("a")))))
	f.Add(`<w:p>` + described(`descr="{{#bieu_do dv | dau 2}}{{ten}}: {{so}}{{/bieu_do}} {{nam}}"`) + `</w:p>`)
	f.Add(p("{{#dv}}{{#dung}}{{/dv}}{{/}}{{^}}") + "<w:p/>" + textBox(p("{{#dv}}")))
	f.Add(`<w:p><w:r><w:t>{{<![CDATA[ten]]>}}</w:t></w:r><w:sdt><w:sdtContent/></w:sdt></w:p>`)
	f.Add(`<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:t>{{#dv}}a{{/}}</w:t><w:footnoteReference w:id="1"/></w:r></w:p>`)
	f.Fuzz(func(t *testing.T, body string) {
		d := docx{body: body, footnotes: note("1", "{{ten}}"), header: body}
		template, faults, err := templates.Compile("mau", d.file())
		if err != nil {
			if err.Error() == "" {
				t.Error("refused without a word")
			}
			return
		}
		for _, fault := range append(faults, template.Check(world())...) {
			if line := fault.String(); fault.Tag == "" || strings.Contains(line, "%!") {
				t.Errorf("fault is %q", line)
			}
		}
		if len(faults) > 0 {
			return
		}
		result, err := template.Render(world(), templates.Options{Plain: true})
		if err != nil {
			if !strings.Contains(err.Error(), "Section Break") && !strings.Contains(err.Error(), "quá dài") {
				t.Error(err)
			}
			return
		}
		if _, _, err := templates.Compile("kết quả", result.Document); err != nil {
			t.Error(err)
		}
	})
}

// BenchmarkRows fills a table of 2,000 rows.
func BenchmarkRows(b *testing.B) {
	d := world()
	rows := make([]*data, 2000)
	for i := range rows {
		rows[i] = texts("ten", fmt.Sprintf("Xã %d", i))
		rows[i].values["so"] = world().values["xd_dvut"]
	}
	d.loops["dv"] = rows
	template, faults, err := templates.Compile("mau", docx{body: tbl(tr(tc(p("{{#dv}}{{stt}}")), tc(p("{{ten}}")), tc(p("{{so / 3 | pt}}")), tc(p("{{so}}{{/dv}}"))))}.file())
	if err != nil || len(faults) > 0 {
		b.Fatal(err, faults)
	}
	for b.Loop() {
		if _, err := template.Render(d, templates.Options{Plain: true}); err != nil {
			b.Fatal(err)
		}
	}
}
