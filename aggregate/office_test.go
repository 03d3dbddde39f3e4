package aggregate

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/sheets"
)

// office reads a catalogue that is typed as its sheets are: "# Sheet", a header, rows, with | between cells. A sheet may be given in
// several pieces with the same header.
func office(t testing.TB, text string) *sheets.Catalogue {
	t.Helper()
	var names []string
	rows := make(map[string][][]string)
	current, again := "", false
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch name, isSheet := strings.CutPrefix(line, "# "); {
		case line == "":
		case isSheet:
			current = name
			if again = rows[name] != nil; !again {
				names = append(names, name)
			}
		case again:
			again = false
		default:
			rows[current] = append(rows[current], strings.Split(line, "|"))
		}
	}
	return load(t, names, rows)
}

// load reads a catalogue that has no errors.
func load(t testing.TB, names []string, rows map[string][][]string) *sheets.Catalogue {
	t.Helper()
	c, err := sheets.Load("danhmuc.xlsx", workbook(t, names, rows))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range c.Faults {
		if f.Severity == figure.Error {
			t.Fatalf("%s: %s", f.Pos, f.Message.Error())
		}
	}
	return c
}

// workbook writes the plainest of workbooks: whole numbers as Excel stores them when they are typed, everything else as text.
func workbook(t testing.TB, names []string, rows map[string][][]string) []byte {
	t.Helper()
	const (
		main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
		doc  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
		pkg  = "http://schemas.openxmlformats.org/package/2006/"
		kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	)
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	add := func(name, content string) {
		w, err := archive.Create(name)
		if err == nil {
			_, err = io.WriteString(w, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var types, list, relations strings.Builder
	for i, name := range names {
		id := strconv.Itoa(i + 1)
		types.WriteString(`<Override PartName="/xl/worksheets/sheet` + id + `.xml" ContentType="` + kind + `worksheet+xml"/>`)
		list.WriteString(`<sheet name="` + html.EscapeString(name) + `" sheetId="` + id + `" r:id="rId` + id + `"/>`)
		relations.WriteString(`<Relationship Id="rId` + id + `" Type="` + doc + `/worksheet" Target="worksheets/sheet` + id + `.xml"/>`)
		var sheet strings.Builder
		for y, row := range rows[name] {
			fmt.Fprintf(&sheet, `<row r="%d">`, y+1)
			for x, cell := range row {
				format := `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`
				cell = strings.TrimSpace(cell)
				if n, err := strconv.Atoi(cell); err == nil && strconv.Itoa(n) == cell {
					format = `<c r="%c%d"><v>%s</v></c>`
				}
				fmt.Fprintf(&sheet, format, 'A'+x, y+1, html.EscapeString(cell))
			}
			sheet.WriteString(`</row>`)
		}
		add("xl/worksheets/sheet"+id+".xml", `<worksheet xmlns="`+main+`"><sheetData>`+sheet.String()+`</sheetData></worksheet>`)
	}
	add("[Content_Types].xml", `<Types xmlns="`+pkg+`content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
		`<Override PartName="/xl/workbook.xml" ContentType="`+kind+`sheet.main+xml"/>`+types.String()+`</Types>`)
	add("_rels/.rels", `<Relationships xmlns="`+pkg+`relationships"><Relationship Id="rId1" Type="`+doc+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	add("xl/workbook.xml", `<workbook xmlns="`+main+`" xmlns:r="`+doc+`"><sheets>`+list.String()+`</sheets></workbook>`)
	add("xl/_rels/workbook.xml.rels", `<Relationships xmlns="`+pkg+`relationships">`+relations.String()+`</Relationships>`)
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// year is the period of most tests.
const year = `
# Kỳ
Mã | Tên | Từ ngày | Đến ngày
2021 | Năm 2021 | 01/01/2021 | 31/12/2021
`

// district is a province of two levels: two districts of two and one communes, and an attached union.
const district = year + `
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp
tinh | Tỉnh đoàn | tỉnh | | có
h1 | Huyện đoàn Một | huyện | tinh |
x1 | Xã đoàn Một | xã | h1 | có
x2 | Xã đoàn Hai | xã | h1 | có
h2 | Huyện đoàn Hai | huyện | tinh |
x3 | Xã đoàn Ba | xã | h2 | có
tt | Đoàn trực thuộc | trực thuộc | tinh | có
`

// batch makes submissions, one unit a line: "x1: tc=5 mt=có". What a unit answers is a number, có, không, n/m, a..b, kad (không áp
// dụng), ? (unreadable), - (blank), or a text. A unit that is not named handed in nothing.
func batch(t testing.TB, c *sheets.Catalogue, answers string) *sheets.Batch {
	t.Helper()
	p := c.Periods[len(c.Periods)-1]
	units := len(c.Units.Units)
	b := &sheets.Batch{
		Period: p, Expect: c.Expect(p),
		Submissions: make([]*sheets.Submission, units), InQuestion: make([]bool, units),
	}
	for _, line := range strings.Split(answers, "\n") {
		code, given, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		u := c.Units.Unit(sheets.UnitCode(strings.TrimSpace(code)))
		if u == nil {
			t.Fatalf("no unit %q", code)
		}
		file := &sheets.File{Path: "nop/" + string(u.Code) + ".xlsx", Sheets: []string{"Biểu mẫu"}, Unit: u.Code}
		s := &sheets.Submission{File: file, Unit: u, Values: make([]sheets.Value, len(c.Submitted()))}
		for _, pair := range strings.Fields(given) {
			name, raw, _ := strings.Cut(pair, "=")
			ind := c.Indicator(sheets.Code(name))
			if ind == nil || ind.Slot < 0 {
				t.Fatalf("no figure %q", name)
			}
			v := answer(t, ind.Kind, raw)
			v.Row, v.Col, v.Raw = uint32(14+ind.Slot), 5, raw
			s.Values[ind.Slot] = v
		}
		b.Files = append(b.Files, file)
		b.Submissions[u.Index] = s
	}
	return b
}

func answer(t testing.TB, kind sheets.Kind, raw string) sheets.Value {
	t.Helper()
	switch raw {
	case "kad":
		return sheets.Value{State: sheets.Exempt}
	case "?":
		return sheets.Value{State: sheets.Unreadable}
	case "-":
		return sheets.Value{State: sheets.Blank}
	}
	v := sheets.Value{State: sheets.Given}
	switch kind {
	case sheets.YesNo:
		v.Yes = raw == "có"
	case sheets.Category, sheets.Words:
		v.Text = raw
	case sheets.Ratio:
		n, m, _ := strings.Cut(raw, "/")
		v.Rat, v.Rat2 = number(t, n), number(t, m)
	case sheets.Interval:
		low, high, _ := strings.Cut(raw, "..")
		v.Rat, v.Rat2 = number(t, low), number(t, high)
	default:
		v.Rat = number(t, raw)
	}
	return v
}

// number reads 12, 0.5, 95% or 1/3.
func number(t testing.TB, s string) *big.Rat {
	t.Helper()
	digits, percent := strings.CutSuffix(s, "%")
	r, ok := new(big.Rat).SetString(digits)
	if !ok {
		t.Fatalf("not a number: %q", s)
	}
	if percent {
		r.Quo(r, big.NewRat(100, 1))
	}
	return r
}

// build adds up without findings.
func build(t testing.TB, c *sheets.Catalogue, answers string) *Result {
	t.Helper()
	return Build(c, batch(t, c, answers), nil, Options{})
}

// total shows a total as "12 (3/4)".
func total(r *Result, unit, code string) string {
	u, ind := r.Catalogue.Units.Unit(sheets.UnitCode(unit)), r.Catalogue.Indicator(sheets.Code(code))
	return show(r.Total(u, ind).Value)
}

// show shows a value with the units behind it.
func show(v figure.Value) string {
	text := ""
	switch v.Kind {
	case figure.Missing:
		text = "missing " + strings.Join(v.Gaps, ", ")
	case figure.NotApplicable:
		text = "kad"
	case figure.Number:
		text = v.Rat.RatString()
		if v.Num != nil {
			text = v.Num.RatString() + ":" + v.Den.RatString()
		}
	case figure.Range:
		text = v.Rat.RatString() + ".." + v.High.RatString()
	case figure.Date:
		text = v.Date.Format("2006-01-02")
	case figure.Bool:
		text = fmt.Sprint(v.Bool)
	case figure.List:
		for _, item := range v.Items {
			text += fmt.Sprintf("[%s %d]", item.Text, item.Count)
		}
	default:
		text = v.Text
	}
	return fmt.Sprintf("%s (%d/%d)", text, v.Have, v.Expected)
}
