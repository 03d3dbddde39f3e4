package templates_test

import (
	"strings"
	"testing"

	"tonghop/templates"
)

// TestFaults gives each faulty body and a part of every fault that has to be reported, in order.
func TestFaults(t *testing.T) {
	cases := []struct {
		name, body string
		want       []string
	}{
		{"never closed braces", p("Có {{nam lớp") + p("ở}} đây"), []string{"{{nam lớp: Thẻ mở bằng {{", "}}: Có }} mà không có {{"}},
		{"two tags, the first not closed", p("{{nam và {{ten}}"), []string{"{{nam và: Thẻ mở bằng {{"}},
		{"empty tag", p("{{ }}"), []string{"Thẻ để trống"}},
		{"unknown name", p("{{xd_dvutt}}"), []string{"xd_dvut"}},
		{"all unknown names", p("{{xd_dvutt}} {{namm}}") + tbl(tr(tc(p("{{tenn}}")))), []string{"{{xd_dvutt}}", "{{namm}}", "bảng 1, hàng 1, ô 1"}},
		{"unknown style", p("{{nam | cuh}}"), []string{"Không có kiểu in “cuh”"}},
		{"style for another kind", p("{{ten | pt}} {{nam | ngay}} {{stt}}"), []string{"Kiểu in “pt” chỉ dùng cho con số, còn “ten” là chữ", "Kiểu in “ngay” chỉ dùng cho ngày, còn “nam” là con số", "stt"}},
		{"style of a number behind another", p("{{nam | hoa | chu}}"), []string{"“chu” không đứng sau kiểu in “hoa”"}},
		{"bare number as a condition", p("{{#nam}}a{{/}}"), []string{"“nam” là một con số, không phải điều kiện"}},
		{"bare number that chooses rows", p("{{#dv | loc stt}}a{{/}}"), []string{"“stt” không phải điều kiện"}},
		{"no style", p("{{nam |}}"), []string{"thiếu tên kiểu in"}},
		{"broken expression", p("{{nam + }}"), []string{"{{nam + }}"}},
		{"never closed", p("{{#dv}}") + p("{{ten}}"), []string{"{{#dv}}: Thẻ này mở mà không có thẻ đóng"}},
		{"never opened", p("a") + p("{{/dv}}"), []string{"{{/dv}}: Thẻ đóng này không có thẻ mở"}},
		{"never closed in the middle of text", p("a {{#dv}} b"), []string{"{{#dv}}: Thẻ này mở mà không có thẻ đóng"}},
		{"else without a condition", p("{{^}}"), []string{"{{^}}: Thẻ {{^}} không nằm giữa"}},
		{"two elses", p("{{#dung}}a{{^}}b{{^}}c{{/}}"), []string{"đã có một thẻ {{^}}"}},
		{"else of another name", p("{{#dung}}a{{^sai}}b{{/}}"), []string{"{{#không phải sai}}"}},
		{"closed by another name", p("{{#dv}}") + p("a") + p("{{/vd}}"), []string{"{{/vd}}: Thẻ mở {{#dv}}"}},
		{"crossing", p("{{#dv}}{{#dung}}{{ten}}{{/dv}}{{/dung}}"), []string{"{{#dung}}: Thẻ này chưa đóng mà đã gặp {{/dv}}", "{{/dung}}: Thẻ đóng này không có"}},
		{"opened in a cell, closed outside", tbl(tr(tc(p("{{#dv}}{{ten}}")))) + p("{{/dv}}"), []string{"Thẻ mở ở thân bài, bảng 1, hàng 1, ô 1"}},
		{"opened outside, closed in a cell", p("{{#dv}}") + tbl(tr(tc(p("{{ten}}{{/dv}}")))), []string{"nhưng đóng ở thân bài, bảng 1"}},
		{"in the middle of text", p("a {{#dv}} b") + p("{{ten}}") + p("{{/dv}}"), []string{"{{#dv}}: Thẻ đứng giữa chữ"}},
		{"two loops side by side in a row", tbl(tr(tc(p("{{#dv}}{{ten}}")), tc(p("a{{/dv}}")), tc(p("{{#dv}}{{ten}}")), tc(p("b{{/dv}}")))), []string{"hai vòng lặp cạnh nhau"}},
		{"section break in a loop", p("{{#dv}}") + `<w:p><w:pPr>` + sectionBreak + `</w:pPr></w:p>` + p("{{/dv}}"), []string{"dấu ngắt phần"}},
		{"half a field in a loop", p("{{#dv}}") + `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>` + p("{{/dv}}") + `<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, []string{"một nửa trường"}},
		{"a picture in a tag", `<w:p><w:r><w:t>{{na</w:t><w:drawing/><w:t>m}}</w:t></w:r></w:p>`, []string{"Trong thẻ có hình"}},
		{"what is in an unknown loop is no second fault", p("{{#dvv}}") + p("{{so}} {{stt}} {{#con}}{{ten}}{{/con}} {{sooo}}") + p("{{/}}"), []string{"Có phải là “dv", "{{sooo}}"}},
		{"unknown loop", p("{{#dvv}}a{{/}}"), []string{"Không có vòng lặp hay số liệu nào tên “dvv”. Có phải là “dv"}},
		{"loop as a value", p("{{dv}}"), []string{"“dv” là một vòng lặp"}},
		{"number as a condition", p("{{#nam + 1}}a{{/}}"), []string{"là một con số, không phải điều kiện"}},
		{"another program's language", p("{{% for x %}}"), []string{"chương trình khác"}},
		{"ordinal outside of loops", p("{{stt}}"), []string{"stt"}},
		{"names of a row outside of its loop", p("{{#dv}}{{so}}{{/dv}} {{so}}"), []string{"{{so}}"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			faults := faultsOf(t, docx{body: c.body})
			for i, f := range faults {
				line := f.String()
				if i >= len(c.want) {
					t.Errorf("one too many: %s", line)
				} else if !strings.Contains(strings.Replace(line, "thẻ "+f.Tag, f.Tag, 1), c.want[i]) {
					t.Errorf("got %s\nwant %s", line, c.want[i])
				}
				if text := en(f.Line()); strings.Contains(text, "%!") || text == line {
					t.Errorf("in English: %s", text)
				}
			}
			if len(faults) < len(c.want) {
				t.Errorf("only %d of %d faults", len(faults), len(c.want))
			}
		})
	}
}

// TestPlaces looks at how the places of faults are put into words.
func TestPlaces(t *testing.T) {
	heading := `<w:p><w:pPr><w:pStyle w:val="u1"/></w:pPr><w:r><w:t>KẾT QUẢ</w:t></w:r></w:p>`
	bold := `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>II. Hạn chế</w:t></w:r></w:p>`
	d := docx{
		styles:    `<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/></w:style>`,
		body:      p("{{x1}}") + heading + p("a") + p("{{x2}} trong câu") + bold + tbl(tr(tc(p("a")), tc(p("b"), p("{{x3}}")))) + p("{{x4}}"),
		header:    p("{{x5}}"),
		footnotes: noteLine + note("1", "a") + note("2", "{{x6}}"),
	}
	var got []string
	for _, f := range faultsOf(t, d) {
		got = append(got, f.Place.String())
	}
	want := []string{
		"thân bài, đoạn 1 (“{{x1}}”)",
		"thân bài, dưới đề mục “KẾT QUẢ”, đoạn 2 (“{{x2}} trong câu”)",
		"thân bài, dưới đề mục “II. Hạn chế”, bảng 1, hàng 1, ô 2, đoạn 2 (“{{x3}}”)",
		"thân bài, dưới đề mục “II. Hạn chế”, đoạn 1 (“{{x4}}”)",
		"đầu trang, đoạn 1 (“{{x5}}”)",
		"chú thích chân trang 2, đoạn 1 (“{{x6}}”)",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestFaultyIsNotRendered refuses to fill a template that has faults.
func TestFaultyIsNotRendered(t *testing.T) {
	template, faults, err := templates.Compile("mau.docx", docx{body: p("{{nam")}.file())
	if err != nil || len(faults) != 1 {
		t.Fatal(err, faults)
	}
	if _, err := template.Render(world(), templates.Options{Plain: true}); err == nil || !strings.Contains(err.Error(), "mau.docx") {
		t.Errorf("error is %v", err)
	}
}
