package templates_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"tonghop/templates"
)

// grid is a table with columns of the given widths.
func grid(widths []int, rows ...string) string {
	var columns strings.Builder
	for _, w := range widths {
		fmt.Fprintf(&columns, `<w:gridCol w:w="%d"/>`, w)
	}
	return `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>` + columns.String() + `</w:tblGrid>` + strings.Join(rows, "") + `</w:tbl>`
}

// wide is a cell of a width that covers some columns.
func wide(width, span int, content ...string) string {
	merged := ""
	if span > 1 {
		merged = fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, span)
	}
	return fmt.Sprintf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s<w:vAlign w:val="center"/></w:tcPr>%s</w:tc>`, width, merged, strings.Join(content, ""))
}

var three = []int{1000, 2001, 3000}

// shape gives the widths and spans of a table, row by row, the grid first.
func shape(body string) string {
	var lines []string
	for _, row := range regexp.MustCompile(`(?s)<w:tblGrid>.*?</w:tblGrid>|<w:tr>.*?</w:tr>`).FindAllString(body, -1) {
		var cells []string
		for _, cell := range regexp.MustCompile(`<w:gridCol w:w="(\d+)"/>|<w:tcW w:w="(\d+)" w:type="dxa"/>(?:<w:gridSpan w:val="(\d+)"/>)?`).FindAllStringSubmatch(row, -1) {
			text := cell[1] + cell[2]
			if cell[3] != "" {
				text += "×" + cell[3]
			}
			cells = append(cells, text)
		}
		lines = append(lines, strings.Join(cells, " "))
	}
	return strings.Join(lines, " / ")
}

// TestColumns repeats columns of tables.
func TestColumns(t *testing.T) {
	cases := []struct{ name, table, want, shape string }{
		{"one column", grid(three, tr(wide(1000, 1, p("STT")), wide(2001, 1, p("{{#cot dv}}{{ten}}{{/cot}}")), wide(3000, 1, p("Cộng"))),
			tr(wide(1000, 1, p("1")), wide(2001, 1, p("{{so}}")), wide(3000, 1, p("{{nam}}")))),
			"STT|An|Bình|Cộng|/\n1|1|2|05|/", "1000 1000 1001 3000 / 1000 1000 1001 3000 / 1000 1000 1001 3000"},
		{"two columns, the tags in a row of their own", grid(three, tr(wide(1000, 1, p("")), wide(2001, 1, p("{{#cột dv}}")), wide(3000, 1, p("{{/cột}}"))),
			tr(wide(1000, 1, p("a")), wide(2001, 1, p("{{ten}}")), wide(3000, 1, p("{{stt}}")))),
			"a|An|1|Bình|2|/", "1000 1000 1500 1001 1500 / 1000 1000 1500 1001 1500"},
		{"a heading over the loop and a cell over all", grid(three, tr(wide(1000, 1, p("")), wide(2001, 1, p("Đơn vị")), wide(3000, 1, p(""))),
			tr(wide(1000, 1, p("x")), wide(2001, 1, p("{{#columns dv}}{{ten}}{{/columns}}")), wide(3000, 1, p(""))),
			tr(wide(3001, 2, p("gộp")), wide(3000, 1, p("y"))), tr(wide(6001, 3, p("{{nam}}")))),
			"|Đơn vị||/\nx|An|Bình||/\ngộp|y|/\n05|/", "1000 1000 1001 3000 / 1000 2001×2 3000 / 1000 1000 1001 3000 / 3001×3 3000 / 6001×4"},
		{"a name over two columns of each", grid(three, tr(wide(1000, 1, p("")), wide(5001, 2, p("{{#cot dv}}{{ten}}{{/cot}}"))),
			tr(wide(1000, 1, p("")), wide(2001, 1, p("Giao")), wide(3000, 1, p("{{so}}")))),
			"|An|Bình|/\n|Giao|1|Giao|2|/", "1000 1000 1500 1001 1500 / 1000 2500×2 2501×2 / 1000 1000 1500 1001 1500"},
		{"no rows", grid(three, tr(wide(1000, 1, p("a")), wide(2001, 1, p("{{#cot khong_co}}{{ten}}{{/cot}}")), wide(3000, 1, p("b"))), tr(wide(3001, 2, p("c")), wide(3000, 1, p("d")))),
			"a|b|/\nc|d|/", "1000 3000 / 1000 3000 / 3001×1 3000"},
		{"no rows and no other columns", p("a") + grid([]int{500}, tr(wide(500, 1, p("{{#cot khong_co}}{{ten}}{{/cot}}"))), tr(wide(500, 1, p("b")))) + p("b"), "a\nb", ""},
		{"steps", grid(three, tr(wide(1000, 1, p("a")), wide(2001, 1, p("{{#cot dv | giam so | dau 1}}{{ten}}{{/cot}}")), wide(3000, 1, p("b")))),
			"a|Bình|b|/", "1000 2001 3000 / 1000 2001 3000"},
		{"with a loop over rows", grid(three, tr(wide(1000, 1, p("")), wide(2001, 1, p("{{#cot cot_con}}{{ten}}{{/cot}}")), wide(3000, 1, p("Cuối"))),
			tr(wide(1000, 1, p("{{#dv}}{{ten}}")), wide(2001, 1, p("{{ten}}{{so}}")), wide(3000, 1, p("{{ten}}{{/dv}}")))),
			"|c1|c2|Cuối|/\nAn|c11|c21|An|/\nBình|c12|c22|Bình|/", ""},
		{"a loop over rows that ends in the repeated column", grid([]int{1000, 2000}, tr(wide(1000, 1, p("")), wide(2000, 1, p("{{#cot cot_con}}{{ten}}{{/cot}}"))),
			tr(wide(1000, 1, p("{{#dv}}{{ten}}")), wide(2000, 1, p("{{so}}{{/dv}}")))),
			"|c1|c2|/\nAn|1|1|/\nBình|2|2|/", ""},
		{"a loop in a repeated cell", grid([]int{1000, 2000}, tr(wide(1000, 1, p("")), wide(2000, 1, p("{{#cot dv}}{{ten}}"), p("{{#con}}"), p("{{stt}}{{ten}}"), p("{{/con}}"), p("x{{/cot}}")))),
			"|An\n1a1\n2a2\nx|Bình\nx|/", ""},
		{"a table in a repeated cell", grid([]int{1000, 2000}, tr(wide(1000, 1, p("")), wide(2000, 1, grid([]int{2000}, tr(wide(2000, 1, p("{{#cot dv}}{{ten}}{{/cot}}")))), p("x")))),
			"|An|Bình|/\nx|/", ""},
		{"a cell without format", grid([]int{1000, 2000}, tr("<w:tc>"+p("a")+"</w:tc>", "<w:tc>"+p("{{#cot dv}}{{ten}}{{/cot}}")+"</w:tc>"), tr(`<w:tc><w:tcPr/>`+p("b")+"</w:tc>", `<w:tc><w:tcPr/>`+p("c")+"</w:tc>")),
			"a|An|Bình|/\nb|c|c|/", "1000 1000 1000 /  / "},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := world()
			d.loops["cot_con"] = []*data{texts("ten", "c1"), texts("ten", "c2")}
			template := compile(t, docx{body: c.table})
			for _, f := range template.Check(d) {
				t.Error(f)
			}
			result, err := template.Render(d, templates.Options{Plain: true})
			if err != nil {
				t.Fatal(err)
			}
			body := bodyOf(t, result.Document)
			if got := textOf(body); got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
			if got := shape(body); c.shape != "" && got != c.shape {
				t.Errorf("shape is\n%s\nand not\n%s", got, c.shape)
			}
		})
	}
}

// TestColumnFaults is about loops over columns that cannot be.
func TestColumnFaults(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"outside of tables":     {p("{{#cot dv}}") + p("{{ten}}") + p("{{/cot}}"), "phải nằm trong ô của bảng"},
		"never closed":          {grid(three, tr(wide(1000, 1, p("{{#cot dv}}{{ten}}")), wide(2001, 1, p("a")), wide(3000, 1, p("b")))), "phải đóng bằng {{/cot}}"},
		"closed in another row": {grid(three, tr(wide(1000, 1, p("{{#cot dv}}{{ten}}"))), tr(wide(2001, 1, p("a{{/cot}}")))), "phải đóng bằng {{/cot}}"},
		"two in a table":        {grid(three, tr(wide(1000, 1, p("{{#cot dv}}{{ten}}{{/cot}}")), wide(2001, 1, p("{{#cot dv}}{{ten}}{{/cot}}")))), "chỉ có một vòng lặp theo cột"},
		"merged over a part": {grid(three, tr(wide(1000, 1, p("a")), wide(2001, 1, p("{{#cot dv}}{{ten}}")), wide(3000, 1, p("{{/cot}}"))),
			tr(wide(3001, 2, p("a")), wide(3000, 1, p("b")))), "Hàng 2 của bảng có ô chỉ gộp một phần"},
		"no loop":            {grid(three, tr(wide(1000, 1, p("{{#cot nam}}{{ten}}{{/cot}}")))), "“nam” không phải vòng lặp"},
		"unknown loop":       {grid(three, tr(wide(1000, 1, p("{{#cot dvv}}{{nam}}{{/cot}}")))), "Có phải là “dv"},
		"no grid":            {`<w:tbl><w:tblPr/>` + tr(wide(1000, 1, p("{{#cot dv}}{{ten}}{{/cot}}"))) + `</w:tbl>`, "chưa ghi đủ các cột"},
		"a row in a control": {grid(three, tr(wide(1000, 1, p("{{#cot dv}}{{ten}}{{/cot}}"))), `<w:sdt><w:sdtContent>`+tr(wide(1000, 1, p("a")))+`</w:sdtContent></w:sdt>`), "ô điều khiển nội dung"},
	} {
		t.Run(name, func(t *testing.T) {
			faults := faultsOf(t, docx{body: c.body})
			if len(faults) == 0 || !strings.Contains(faults[0].String(), c.want) {
				t.Fatalf("got %v", faults)
			}
			for _, f := range faults {
				if text := en(f.Line()); strings.Contains(text, "%!") {
					t.Error(text)
				}
			}
		})
	}
}

// TestTooManyColumns refuses a table that Word could not open.
func TestTooManyColumns(t *testing.T) {
	d := world()
	for range 70 {
		d.loops["dv"] = append(d.loops["dv"], texts("ten", "x"))
	}
	template := compile(t, docx{body: grid(three, tr(wide(1000, 1, p("{{#cot dv}}{{ten}}{{/cot}}")), wide(2001, 1, p("a")), wide(3000, 1, p("b"))))})
	if _, err := template.Render(d, templates.Options{Plain: true}); err == nil || !strings.Contains(err.Error(), "74 cột") || strings.Contains(err.Error(), "%!") {
		t.Errorf("got %v", err)
	}
}
