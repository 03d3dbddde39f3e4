package sheets

import (
	"bytes"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/vntext"
)

// sameCatalogue compares catalogues by what they say, not by where it stands.
var sameCatalogue = cmp.Options{
	cmpopts.IgnoreTypes(Pos{}),
	cmpopts.IgnoreUnexported(Catalogue{}, Unit{}, Registry{}),
	cmp.Comparer(func(a, b *big.Rat) bool {
		return (a == nil) == (b == nil) && (a == nil || a.Cmp(b) == 0)
	}),
	cmp.Comparer(func(a, b *formula.Expr) bool {
		return (a == nil) == (b == nil) && (a == nil || a.String() == b.String())
	}),
	cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) }),
}

// TestLayoutDoesNotMatter shuffles columns, respells titles, and puts blank rows, strange columns and a title above: the
// catalogue says the same.
func TestLayoutDoesNotMatter(t *testing.T) {
	want := loadTables(smallTables())
	rapid.Check(t, func(rt *rapid.T) {
		tables := smallTables()
		for i := range tables {
			tables[i] = disturbed(rt, tables[i])
		}
		got := loadTables(rapid.Permutation(tables).Draw(rt, "sheets"))
		if diff := cmp.Diff(want, got, sameCatalogue); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func disturbed(rt *rapid.T, table Table) Table {
	respell := rapid.SampledFrom([]func(string) string{
		func(s string) string { return s }, strings.ToUpper, vntext.Fold, func(s string) string { return "  " + s + " " },
	})
	order := rapid.Permutation(indexes(len(table.Header))).Draw(rt, "columns")
	strange := rapid.Bool().Draw(rt, "strange column")
	arrange := func(cells []string, extra string, change func(string) string) []string {
		var out []string
		if strange {
			out = append(out, extra)
		}
		for _, at := range order {
			out = append(out, change(cells[at]))
		}
		return out
	}
	out := Table{Sheet: respell.Draw(rt, "sheet")(table.Sheet)}
	out.Sheet = strings.TrimSpace(out.Sheet)
	out.Header = arrange(table.Header, "Cột riêng của văn phòng", respell.Draw(rt, "titles"))
	if rapid.Bool().Draw(rt, "title above") {
		out.Rows = append(out.Rows, out.Header)
		out.Header = []string{"DANH MỤC NĂM 2021"}
	}
	for _, cells := range table.Rows {
		if rapid.Bool().Draw(rt, "blank row") {
			out.Rows = append(out.Rows, nil)
		}
		out.Rows = append(out.Rows, arrange(cells, "", func(s string) string { return s }))
	}
	return out
}

func indexes(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// TestTypedCells reads numbers, shares and days as Excel stores them.
func TestTypedCells(t *testing.T) {
	data := rawWorkbook(t, smallTables())
	f, err := excelize.OpenReader(bytes.NewReader(data))
	must(t, err)
	defer f.Close()
	styled := func(sheet, at string, value any, format string) {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		must(t, err)
		must(t, f.SetCellValue(sheet, at, value))
		must(t, f.SetCellStyle(sheet, at, at, style))
	}
	styled("Kỳ", "A3", 2021, "General")
	styled("Kỳ", "D3", 44561, "dd/mm/yyyy") // 2021-12-31
	styled("Thông tin", "B4", 0.95, "0%")
	styled("Chỉ tiêu", "F3", 2000, "#,##0")
	styled("Chỉ tiêu", "F4", 0.05, "0%")
	styled("Số liệu", "L2", 3, "General")
	styled("Quy tắc", "F2", 0.125, "General")
	must(t, f.SetCellBool("Đơn vị", "F2", true))
	var out bytes.Buffer
	must(t, f.Write(&out))

	c := mustLoad(t, out.Bytes())
	for _, fault := range c.Faults {
		t.Error(faultText(fault))
	}
	if c.Rules[0].Tolerance.RatString() != "1/8" {
		t.Errorf("tolerance %v", c.Rules[0].Tolerance)
	}
	c.Rules[0].Tolerance = nil
	if diff := cmp.Diff(mustLoad(t, data), c, sameCatalogue); diff != "" {
		t.Error(diff)
	}
}

// TestBadCells reports error values and formulas of Excel that nobody calculated.
func TestBadCells(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(rawWorkbook(t, smallTables())))
	must(t, err)
	defer f.Close()
	must(t, f.SetCellFormula("Số liệu", "O6", "A1"))
	var out bytes.Buffer
	must(t, f.Write(&out))
	c := mustLoad(t, out.Bytes())
	var said string
	for _, fault := range c.Faults {
		said += faultText(fault) + "\n"
	}
	if !strings.Contains(said, "O6") || !strings.Contains(said, "chưa được tính") {
		t.Errorf("said %q", said)
	}
}

func TestMergedCellsAreExplained(t *testing.T) {
	tables := smallTables()
	setCell(tables, "Chỉ tiêu", 1, "Mã", "")
	f, err := excelize.OpenReader(bytes.NewReader(rawWorkbook(t, tables)))
	must(t, err)
	defer f.Close()
	must(t, f.MergeCell("Chỉ tiêu", "A2", "A3"))
	var out bytes.Buffer
	must(t, f.Write(&out))
	for _, fault := range mustLoad(t, out.Bytes()).Faults {
		if strings.Contains(fault.Hint.In(lang.Vi), "vùng gộp ô A2:A3") {
			return
		}
	}
	t.Error("the merged range is not named")
}

func TestLoadRefusesInWords(t *testing.T) {
	for name, data := range map[string]string{"empty": "", "pdf": "%PDF-1.7", "text": "Mã,Tên"} {
		_, err := Load("danhmuc.xlsx", []byte(data))
		if err == nil || !strings.Contains(err.Error(), "Không đọc được danh mục “danhmuc.xlsx”") || lang.Text(err, lang.En) == lang.Text(err, lang.Vi) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestUnitsWithoutHold leaves out what does not hang on the root and keeps the rest whole.
func TestUnitsWithoutHold(t *testing.T) {
	tables := smallTables()
	setCell(tables, "Đơn vị", 1, "Trực thuộc", "mất")
	c := mustLoad(t, rawWorkbook(t, tables))
	if c.Units.Unit("h1") != nil || c.Units.Unit("x1") != nil || len(c.Units.Units) != 2 {
		t.Errorf("units: %d", len(c.Units.Units))
	}
	for i, u := range c.Units.Units {
		if u.Index != i {
			t.Errorf("%s has the index %d", u.Code, u.Index)
		}
	}
}

// TestExpectTakesTheLowest gives a figure to the lowest reporting units of its levels.
func TestExpectTakesTheLowest(t *testing.T) {
	tables := smallTables()
	setCell(tables, "Đơn vị", 1, "Phải nộp", "có") // h1, above x1
	c := mustLoad(t, rawWorkbook(t, tables))
	for _, tt := range []struct {
		unit    UnitCode
		period  string
		figures int
	}{{"t", "2021", 0}, {"h1", "2021", 0}, {"x1", "2021", 4}, {"h2", "2021", 4}} {
		if got := len(c.Expect(c.Period(tt.period)).Figures[c.Units.Unit(tt.unit).Index]); got != tt.figures {
			t.Errorf("%s gives %d figures, want %d", tt.unit, got, tt.figures)
		}
	}
	later := &Period{From: date("2026-01-01"), To: date("2026-12-31")}
	for _, u := range c.Expect(later).Reporting {
		if u.Code == "h2" {
			t.Error("h2 reports after its end")
		}
	}
}

func TestSplitMeasures(t *testing.T) {
	for text, want := range map[string][]string{
		"":                        nil,
		"CT-A":                    {"CT-A"},
		"CT-A; CT-B.a\n f >= 1":   {"CT-A", " CT-B.a", " f >= 1"},
		"nếu(a; b; c) >= 1; CT-A": {"nếu(a; b; c) >= 1", " CT-A"},
		`đếm("a;b") > 0;-`:        {`đếm("a;b") > 0`, "-"},
		"9/11;;4%":                {"9/11", "", "4%"},
		"a;":                      {"a"},
		"\r\n5%\r\n":              {"5%"},
		"đếm(“x;y”; z) = 1; CT-1": {"đếm(“x;y”; z) = 1", " CT-1"},
	} {
		if diff := cmp.Diff(want, split(text), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestConstants(t *testing.T) {
	options := []Option{{List: "loai", Code: "XS"}, {List: "danh_gia", Code: "2"}, {List: "danh_gia", Code: "1a"}}
	for text, want := range map[string]figure.Value{
		"2000":       figure.Int(2000),
		"2":          figure.Int(2),
		"5%":         figure.NumberOf(big.NewRat(1, 20)),
		"0,5":        figure.NumberOf(big.NewRat(1, 2)),
		"-3":         figure.Int(-3),
		"9/11":       figure.Quotient(big.NewRat(9, 1), big.NewRat(11, 1)),
		"có":         figure.BoolOf(true),
		`"XS"`:       figure.TextOf("XS"),
		"xs":         figure.TextOf("XS"),
		"1a":         figure.TextOf("1a"),
		"31/12/2021": {Kind: figure.Date, Date: date("2021-12-31")},
	} {
		l := &loader{c: &Catalogue{}}
		got, ok := l.constant(cell{text: text, raw: text}, options)
		if diff := cmp.Diff(want, got, sameCatalogue); !ok || diff != "" || len(l.c.Faults) > 0 {
			t.Errorf("%q: %v %s", text, ok, diff)
		}
	}
	for _, text := range []string{"2.000", "30-40", "a", "so_thang()", "1/0", "XSS", "5 %%"} {
		l := &loader{c: &Catalogue{}}
		if value, ok := l.constant(cell{text: text, raw: text}, options); ok || len(l.c.Faults) == 0 {
			t.Errorf("%q is taken for %+v", text, value)
		}
	}
}

// FuzzLoadCells puts any text into a cell of each sheet. Nothing may panic, every fault names a cell or a sheet and what stands there fits
// on a line, and the tree of units stays a tree.
func FuzzLoadCells(f *testing.F) {
	for _, seed := range []string{"", "có", "2.000", "30-40", "CT-A.a", "ut / dv", "dem_don_vi(dv > 0; xã)", "x1", "31/12/2021", "từng đơn vị: xã", "\"", "((((", "*", "=A1", "\u200fx"} {
		f.Add(seed, uint8(0), uint8(0))
	}
	f.Fuzz(func(t *testing.T, text string, row, column uint8) {
		tables := smallTables()
		for i := range tables {
			table := &tables[i]
			cells := table.Rows[int(row)%len(table.Rows)]
			cells[int(column)%len(cells)] = text
		}
		c := loadTables(tables)
		for _, fault := range c.Faults {
			if fault.Code == "" || fault.Pos.Sheet == "" || fault.Message.In(lang.Vi) == "" || fault.Hint.IsZero() {
				t.Errorf("incomplete fault: %s", faultText(fault))
			}
		}
		for _, u := range c.Units.Units {
			if (u.Above() == nil) != (u == c.Units.Root) {
				t.Errorf("%s does not hang on the root", u.Code)
			}
		}
		for _, ind := range c.Indicators {
			if (ind.Kind == Derived) != (ind.Formula != nil) || (ind.Slot < 0) != (ind.Kind == Derived) {
				t.Errorf("%s: kind, formula and slot do not fit", ind.Code)
			}
		}
	})
}
