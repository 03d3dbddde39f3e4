package sheets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tonghop/figure"
)

// registryRows makes a catalogue of a few periods from rows "code | name | level | parent | from | to" and successions "old | new | day | share". All
// units of the level xã must submit.
func registryRows(t testing.TB, units, moves string) *Catalogue {
	t.Helper()
	tables := []Table{
		{"Kỳ", []string{"Mã", "Tên", "Từ ngày", "Đến ngày", "Thuộc kỳ"}, [][]string{
			{"2024", "Năm 2024", "01/01/2024", "31/12/2024", ""}, {"H1", "Đầu năm", "01/01/2025", "30/06/2025", "2025"}, {"H2", "Cuối năm", "01/07/2025", "31/12/2025", "2025"},
			{"2025", "Năm 2025", "01/01/2025", "31/12/2025", ""}, {"2026", "Năm 2026", "01/01/2026", "31/12/2026", ""},
		}},
		{"Đơn vị", []string{"Mã", "Tên", "Cấp", "Trực thuộc", "Từ ngày", "Đến ngày", "Phải nộp"}, nil},
		{"Chuyển đổi", []string{"Mã cũ", "Mã mới", "Ngày", "Tỷ lệ"}, nil},
		{"Số liệu", []string{"Mã", "Tên", "Kiểu", "Cấp nhập"}, [][]string{{"cuoc", "Số cuộc", "", "xã"}, {"dv", "Đoàn viên", "tồn", "xã"}}},
	}
	fill := func(n, width int, text string) {
		for line := range strings.Lines(text) {
			if strings.TrimSpace(line) == "" {
				continue
			}
			cells := strings.Split(line, "|")
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			cells = append(cells, make([]string, width)...)[:width]
			if n == 1 && cells[2] == "xã" {
				cells[6] = "có"
			}
			tables[n].Rows = append(tables[n].Rows, cells)
		}
	}
	fill(1, 7, units)
	fill(2, 4, moves)
	return loadTables(tables)
}

// noErrors fails where a catalogue has an error.
func noErrors(t testing.TB, c *Catalogue) *Catalogue {
	t.Helper()
	for _, f := range c.Faults {
		if f.Severity == figure.Error {
			t.Fatalf("%s: %v", f.Pos, f.Message)
		}
	}
	return c
}

// drawn shows a tree in brackets, "~" before units that joined, "/" before those that were divided.
func drawn(u *Unit) string {
	sign := ""
	switch {
	case u.Joins():
		sign = "~"
	case u.Portions() != nil:
		sign = "/"
		for _, heir := range u.Portions() {
			sign += fmt.Sprintf("%s:%s/", heir.Unit.Code, heir.Share.RatString())
		}
	case u.Undivided():
		sign = "?"
	}
	var below []string
	for _, child := range u.Below() {
		below = append(below, drawn(child))
	}
	text := sign + string(u.Code)
	if below != nil {
		text += "(" + strings.Join(below, " ") + ")"
	}
	return text
}

const oldUnits = `
t | Tỉnh đoàn | tỉnh | | |
h1 | Huyện đoàn Một | huyện | t | | 30/06/2025
h2 | Huyện đoàn Hai | huyện | t | | 30/06/2025
`

func TestTrees(t *testing.T) {
	for _, tt := range []struct{ name, units, moves, oldTree, newTree string }{
		{"nothing happens", `
t | Tỉnh | tỉnh | | |
a | A | xã | t | |`, "", "t(a)", "t(a)"},
		{"renamed and moved", oldUnits + `
a | A | xã | h1 | | 30/06/2025
a | A Mới | phường | t | 01/07/2025 |`, "", "t(h1(a) h2)", "t(h1 h2 a)"},
		{"merged into one that stays", oldUnits + `
a | A | xã | h1 | | 30/06/2025
b | B | xã | h1 | | 30/06/2025
b | B | xã | t | 01/07/2025 |`, "a | b | 01/07/2025", "t(h1(a b) h2)", "t(h1 h2 b(~a))"},
		{"joined in a new one, below one district", oldUnits + `
a | A | xã | h1 | | 30/06/2025
b | B | xã | h1 | | 30/06/2025
n | N | xã | t | 01/07/2025 |`, "a | n | 01/07/2025\nb | n | 01/07/2025", "t(h1(a b n) h2)", "t(h1 h2 n(~a ~b))"},
		{"joined in a new one, of two districts", oldUnits + `
a | A | xã | h1 | | 30/06/2025
b | B | xã | h2 | | 30/06/2025
n | N | xã | t | 01/07/2025 |`, "a | n | 01/07/2025\nb | n | 01/07/2025", "t(h1(a) h2(b) n)", "t(h1 h2 n(~a ~b))"},
		{"divided by shares", oldUnits + `
a | A | xã | h1 | | 30/06/2025
n | N | xã | t | 01/07/2025 |
m | M | xã | t | 01/07/2025 |`, "a | n | 01/07/2025 | 60%\na | m | 01/07/2025 | 40%", "t(h1(a(~n ~m)) h2)", "t(h1 h2 n m /n:3/5/m:2/5/a)"},
		{"divided, nobody says how", oldUnits + `
a | A | xã | h1 | | 30/06/2025
n | N | xã | t | 01/07/2025 |
m | M | xã | t | 01/07/2025 |`, "a | n | 01/07/2025\na | m | 01/07/2025", "t(h1(a(~n ~m)) h2)", "t(h1 h2 n m ?a)"},
		{"a part goes over", oldUnits + `
a | A | xã | t | |
n | N | xã | t | 01/07/2025 |`, "a | n | 01/07/2025 | 30%", "t(h1 h2 a(~n))", "t(h1 h2 a n)"},
		{"founded and dissolved", oldUnits + `
a | A | xã | h1 | | 31/03/2025
n | N | xã | t | 01/09/2025 |`, "", "t(h1(a) h2 n)", "t(h1(a) h2 n)"},
		{"two steps within the year", oldUnits + `
a | A | xã | h1 | | 28/02/2025
b | B | xã | h1 | 01/03/2025 | 30/06/2025
n | N | xã | t | 01/07/2025 |
m | M | xã | t | 01/07/2025 |`, "a | b | 01/03/2025\nb | n | 01/07/2025 | 25%\nb | m | 01/07/2025 | 75%", "t(h1(a(~b ~n ~m)) h2)", "t(h1 h2 n m /n:1/4/m:3/4/a /n:1/4/m:3/4/b)"},
		{"chapters follow the commune", oldUnits + `
a | A | xã | h1 | | 30/06/2025
c1 | Chi đoàn 1 | chi đoàn | a | |
c2 | Chi đoàn 2 | chi đoàn | a | | 30/06/2025
n | N | xã | t | 01/07/2025 |`, "a | n | 01/07/2025", "t(h1(a(c1 c2 ~n)) h2)", "t(h1 h2 n(c1 c2 ~a))"},
		{"chapters of a commune that was divided", oldUnits + `
a | A | xã | h1 | | 30/06/2025
c1 | Chi đoàn 1 | chi đoàn | a | | 30/06/2025
n | N | xã | t | 01/07/2025 |
m | M | xã | n | 01/07/2025 |`, "a | n | 01/07/2025 | 1/2\na | m | 01/07/2025 | 1/2", "t(h1(a(c1 ~n ~m)) h2)", "t(h1 h2 n(c1 m /n:1/2/m:1/2/a))"},
		{"the province itself is new", `
t | Tỉnh đoàn cũ | tỉnh | | | 30/06/2025
a | A | xã | t | | 30/06/2025
t2 | Tỉnh đoàn mới | tỉnh | | 01/07/2025 |
b | B | xã | t2 | 01/07/2025 |`, "t | t2 | 01/07/2025\na | b | 01/07/2025", "t(a(~b) ~t2)", "t2(b(~a) ~t)"},
	} {
		c := noErrors(t, registryRows(t, tt.units, tt.moves))
		p := c.Period("2025")
		older, newer := c.For(p, OldTree), c.For(p, NewTree)
		if got := drawn(older.Units.Root); got != tt.oldTree {
			t.Errorf("%s: old tree %s, want %s", tt.name, got, tt.oldTree)
		}
		if got := drawn(newer.Units.Root); got != tt.newTree {
			t.Errorf("%s: new tree %s, want %s", tt.name, got, tt.newTree)
		}
		if got := c.Units.Reorganised(p); got == (tt.name == "nothing happens") {
			t.Errorf("%s: reorganised is %v", tt.name, got)
		}
		if c.Units.Reorganised(c.Period("2026")) || c.Units.Reorganised(c.Period("H1")) && !strings.Contains(tt.moves+tt.units, "/03/2025") {
			t.Errorf("%s: reorganised in a period in which nothing changed", tt.name)
		}
	}
}

// A unit of several rows is one unit: it has the name of the day, owes one report for a time, and answers to the names that it had at the time.
func TestUnitOfSeveralRows(t *testing.T) {
	c := noErrors(t, registryRows(t, oldUnits+`
a | Đoàn xã A | xã | h1 | | 30/06/2025
A | Đoàn phường A | phường | t | 01/07/2025 |
b | Đoàn xã B | xã | h1 | | 30/06/2025
b | Đoàn xã A | xã | t | 01/07/2025 |
`, ""))
	a := c.Units.Unit("a")
	if len(c.Units.Units) != 5 || len(a.Versions) != 2 || a.Name != "Đoàn phường A" || !a.From.IsZero() || !a.To.IsZero() {
		t.Fatalf("%d units, %+v", len(c.Units.Units), a)
	}
	for period, want := range map[string]string{"2024": "a Đoàn xã A h1; b Đoàn xã B h1", "H1": "a Đoàn xã A h1; b Đoàn xã B h1", "H2": "b Đoàn xã A t", "2025": "a Đoàn phường A t; b Đoàn xã A t"} {
		p := c.Period(period)
		settled := c.For(p, NewTree)
		var got []string
		for _, u := range settled.Expect(p).Reporting {
			got = append(got, fmt.Sprintf("%s %s %s", u.Code, u.Name, u.Above().Code))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %s, want %s", period, strings.Join(got, "; "), want)
		}
	}
	for _, tt := range []struct{ period, name, want string }{
		{"H1", "Đoàn xã A", "a"}, {"H2", "Đoàn xã A", "b"}, {"2024", "Đoàn phường A", "a"}, {"H2", "Đoàn xã B", "b"}, {"H2", "đoàn phường a", "a"},
		{"2025", "Đoàn xã A", "a b"}, {"H1", "Đoàn xã A, Huyện đoàn Một", "a"}, {"H2", "Đoàn xã A - Tỉnh đoàn", "b"},
	} {
		r := newReader(nil, c, c.Period(tt.period))
		var got []string
		for _, u := range r.unitsNamed(tt.name) {
			got = append(got, string(u.Code))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s in %s is %q, want %q", tt.name, tt.period, got, tt.want)
		}
	}
}

// A code that was used again stands for the unit that bore it in the period of the form.
func TestCodeUsedAgain(t *testing.T) {
	c := noErrors(t, registryRows(t, oldUnits+`
x | Đoàn xã Cũ | xã | h1 | | 30/06/2025
n | Đoàn xã Tiếp | xã | t | 01/07/2025 |
x | Đoàn xã Khác | xã | t | 01/07/2025 |
`, "x | n | 01/07/2025"))
	if got := drawn(c.For(c.Period("2025"), NewTree).Units.Root); got != "t(h1 h2 n(~x@2025-06-30) x)" {
		t.Errorf("tree %s", got)
	}
	for period, want := range map[string]string{"H1": "x@2025-06-30", "2024": "x@2025-06-30", "H2": "x", "2026": "x", "2025": "x@2025-06-30 x"} {
		var got []string
		for _, u := range c.Units.Coded("X", c.Period(period)) {
			got = append(got, string(u.Code))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("in %s: %q, want %q", period, got, want)
		}
	}
	if !slices.ContainsFunc(c.Faults, func(f Finding) bool { return f.Code == faultReused && f.Severity == figure.Warning }) {
		t.Error("nothing is said")
	}
	// where only a part went over, or the unit went on itself, it is the same one
	for _, moves := range []string{"x | n | 01/07/2025 | 50%", ""} {
		c := noErrors(t, registryRows(t, oldUnits+"x | Cũ | xã | h1 | | 30/06/2025\nx | Mới | xã | t | 01/07/2025 |\nn | N | xã | t | 01/07/2025 |\n", moves))
		if len(c.Units.Units) != 5 || len(c.Units.Unit("x").Versions) != 2 {
			t.Errorf("%q: %d units", moves, len(c.Units.Units))
		}
	}
}

func TestAnswering(t *testing.T) {
	c := noErrors(t, registryRows(t, oldUnits+`
a | A | xã | h1 | | 30/06/2025
b | B | xã | h1 | | 30/06/2025
g | G | xã | h1 | | 30/06/2025
n | N | xã | t | 01/07/2025 | 31/12/2025
m | M | xã | t | 01/07/2025 |
o | O | xã | t | 01/01/2026 |
`, "a | n | 01/07/2025\nb | n | 01/07/2025 | 40%\nb | m | 01/07/2025 | 60%\nn | o | 01/01/2026"))
	for _, tt := range []struct{ unit, day, want string }{
		{"a", "2025-06-30", "a"}, {"a", "2025-07-01", "n"}, {"a", "2026-01-01", "o"}, {"b", "2025-09-01", "m"}, {"g", "2025-07-01", ""}, {"m", "2026-05-01", "m"},
	} {
		got := ""
		if u := c.Units.Answering(c.Units.Unit(UnitCode(tt.unit)), date(tt.day)); u != nil {
			got = string(u.Code)
		}
		if got != tt.want {
			t.Errorf("for %s on %s answers %q, want %q", tt.unit, tt.day, got, tt.want)
		}
	}
}

// What happened in the time of a unit that ended is owed, what stands at the end is not; no time of a unit is asked for twice.
func TestExpectWithinReorganisedYear(t *testing.T) {
	c := noErrors(t, registryRows(t, oldUnits+`
a | A | xã | h1 | | 30/06/2025
n | N | xã | t | 01/07/2025 |
`, "a | n | 01/07/2025"))
	e := c.Expect(c.Period("2025"))
	for unit, want := range map[UnitCode]string{"a": "cuoc", "n": "cuoc dv"} {
		var got []string
		for _, ind := range e.Figures[c.Units.Unit(unit).Index] {
			got = append(got, string(ind.Code))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s owes %q, want %q", unit, got, want)
		}
	}
}

// A chapter that gave the figures of a year covers the communes to which it belonged in it, the old one and the new one; what it gave is asked of neither. One
// that ended with the old commune covers that alone. What stands at the end is asked of a chapter that still stands, and then not of its new commune, whether or
// not the chapter has a row of its own for that time.
func TestChaptersOfReorganisedCommunes(t *testing.T) {
	for _, tt := range []struct{ chapter, flow, stock string }{
		{"c | C | chi đoàn | a | |", "c", "c"},
		{"c | C | chi đoàn | a | | 30/06/2025\nc | C | chi đoàn | n | 01/07/2025 |", "c", "c"},
		{"c | C | chi đoàn | a | | 30/06/2025", "c n", "n"},
		{"c | C | chi đoàn | n | 01/07/2025 |", "a c", "c"},
		{"", "a n", "n"},
	} {
		c := noErrors(t, registryRows(t, oldUnits+"a | A | xã | h1 | | 30/06/2025\nn | N | xã | t | 01/07/2025 |\n"+tt.chapter, "a | n | 01/07/2025"))
		for _, ind := range c.Submitted() {
			ind.EntryLevels = []string{"chi đoàn", "xã"}
		}
		for _, u := range c.Units.Units {
			u.MustFile = u.Level != "huyện" && u.Level != "tỉnh"
			for i := range u.Versions {
				u.Versions[i].MustFile = true
			}
		}
		e := c.Expect(c.Period("2025"))
		for code, want := range map[Code]string{"cuoc": tt.flow, "dv": tt.stock} {
			var got []string
			for _, u := range e.Reporting {
				if e.Expects(u, c.Indicator(code)) {
					got = append(got, string(u.Code))
				}
			}
			slices.Sort(got)
			if strings.Join(got, " ") != want {
				t.Errorf("%q: %q give %s, want %q", tt.chapter, got, code, want)
			}
		}
	}
}

func TestFaultySuccessions(t *testing.T) {
	const rows = oldUnits + `
a | A | xã | h1 | | 30/06/2025
s | S | xã | t | |
n | N | xã | t | 01/07/2025 |
m | M | xã | t | 01/07/2025 |
`
	for _, tt := range []struct{ moves, says string }{
		{"a | n | 01/07/2025 | 50%", "cộng lại là 50%"},
		{"a | n | 01/07/2025 | 70%\na | m | 01/07/2025 | 60%", "cộng lại là 130%, quá 100%"},
		{"a | n | 01/07/2025 | 70%\na | m | 01/07/2025", "có dòng để trống"},
		{"a | n | 01/07/2025\na | n | 01/07/2025", "đã ghi ở ô A2"},
		{"a | a | 01/07/2025", "giống mã cũ"},
		{"a | n | 05/07/2025", "hoạt động đến 30/6/2025"},
		{"n | m | 01/07/2025", "có từ 01/7/2025"},
		{"s | a | 01/08/2025", "ngày đó không có đơn vị “a”"},
		{"s | n | 01/07/2025", "vẫn còn sau ngày đó"},
		{"a | n | 01/07/2025 | 0", "phải lớn hơn 0%"},
		{"a | q | 01/07/2025", "Không có đơn vị mã “q”"},
		{"a | s | 01/07/2025\ns | a | 01/07/2025", "ngày đó không có đơn vị “a”"}, // a circle
	} {
		c := registryRows(t, rows, tt.moves)
		found := false
		for _, f := range c.Faults {
			found = found || f.Severity == figure.Error && strings.Contains(f.Message.In(0), tt.says)
		}
		if !found {
			t.Errorf("%q: not said among %v", tt.moves, c.Faults)
		}
		for _, tree := range []Tree{OldTree, NewTree} { // whatever is wrong, every unit has one place
			if got := len(below(c.For(c.Period("2025"), tree).Units.Root)); got != len(c.Units.Units) {
				t.Errorf("%q: %d units in the tree of %d", tt.moves, got, len(c.Units.Units))
			}
		}
	}
}

// below gives a unit and all below it.
func below(u *Unit) []*Unit {
	units := []*Unit{u}
	for _, child := range u.Below() {
		units = append(units, below(child)...)
	}
	return units
}

func TestCircleForATime(t *testing.T) {
	c := registryRows(t, `
t | Tỉnh | tỉnh | | |
a | A | xã | b | | 30/06/2025
a | A | xã | t | 01/07/2025 |
b | B | xã | a | |
`, "")
	if !slices.ContainsFunc(c.Faults, func(f Finding) bool { return f.Code == faultTree && strings.Contains(f.Message.In(0), "vòng tròn") }) {
		t.Errorf("faults %v", c.Faults)
	}
}

// Who is left without a unit above is said once for all of them, and only where it is not clear where they belong.
func TestUnitsLeftBehind(t *testing.T) {
	const rows = oldUnits + `
a | A | xã | h1 | | 30/06/2025
b | B | xã | h1 | |
c | C | xã | h1 | |
n | N | xã | t | 01/07/2025 |
d | D | chi đoàn | a | |
`
	for _, tt := range []struct{ moves, want string }{
		{"a | n | 01/07/2025", "2 đơn vị (đầu tiên là “B”) còn trực thuộc “h1” sau ngày cuối của đơn vị này (30/6/2025)."},
		{"a | n | 01/07/2025\nh1 | n | 01/07/2025", ""},
	} {
		var got []string
		for _, f := range noErrors(t, registryRows(t, rows, tt.moves)).Faults {
			if f.Code == faultTree {
				got = append(got, f.Message.In(0))
			}
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%q: %q, want %q", tt.moves, got, tt.want)
		}
	}
}

// A form with a code that was used again is that of the unit which bore it in the period of the form.
func TestFormsOfCodeUsedAgain(t *testing.T) {
	c := noErrors(t, registryRows(t, oldUnits+`
x | Đoàn xã Cũ | xã | h1 | | 30/06/2025
n | Đoàn xã Tiếp | xã | t | 01/07/2025 |
x | Đoàn xã Khác | xã | t | 01/07/2025 |
`, "x | n | 01/07/2025"))
	c = c.For(c.Period("2025"), NewTree)
	form := func(period, name string) []byte {
		head := [][]any{{"Mã đơn vị", "x"}, {"Kỳ báo cáo", period}}
		if name != "" {
			head = append(head, []any{"Đơn vị báo cáo", name})
		}
		return workbook(t, append(head, []any{"Mã", "Nội dung", "Số liệu"}, []any{"cuoc", "Số cuộc", 5}, []any{"dv", "Đoàn viên", 50}))
	}
	for _, tt := range []struct{ file, period, name, want string }{
		{"x.xlsx", "H1", "", "used x@2025-06-30 H1"}, {"x.xlsx", "H2", "", "used x H2"}, {"a.xlsx", "H1", "Đoàn xã Cũ", "used x@2025-06-30 H1"},
		{"a.xlsx", "2025", "Đoàn xã Khác", "used x 2025"}, {"a.xlsx", "2025", "Đoàn xã Cũ", "used x@2025-06-30 2025"}, {"a.xlsx", "2025", "", "rejected"},
		{"x.xlsx", "2025", "", "rejected"},
	} {
		b, err := Read(inbox(map[string][]byte{tt.file: form(tt.period, tt.name)}), "nop", c, c.Period("2025"), ReadOptions{})
		if err != nil {
			t.Fatal(err)
		}
		got := "rejected"
		if file := b.Files[0]; file.Outcome == Used {
			got = fmt.Sprintf("used %s %s", file.Unit, file.Period.Code)
		}
		if got != tt.want {
			t.Errorf("%s for %s, %q: %s, want %s: %v", tt.file, tt.period, tt.name, got, tt.want, b.Files[0].Reason)
		}
	}
}

// Whatever rows stand in the two sheets, faulty or not, every unit that is kept has one place below the root in the tree of any day, and divided units have
// nothing below them.
func TestAnyRegistryIsATree(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		codes := []string{"t", "a", "b", "c", "d", "e", "f"}
		days := []string{"", "01/01/2025", "31/03/2025", "01/04/2025", "30/06/2025", "01/07/2025", "31/12/2025"}
		pick := func(from []string, label string) string { return rapid.SampledFrom(from).Draw(rt, label) }
		var units, moves strings.Builder
		units.WriteString("t | T | tỉnh | | |\n")
		for range rapid.IntRange(1, 10).Draw(rt, "rows") {
			fmt.Fprintf(&units, "%s | U | xã | %s | %s | %s\n", pick(codes, "code"), pick(append(codes, ""), "parent"), pick(days, "from"), pick(days, "to"))
		}
		for range rapid.IntRange(0, 8).Draw(rt, "moves") {
			fmt.Fprintf(&moves, "%s | %s | %s | %s\n", pick(codes, "old"), pick(codes, "new"), pick(days[1:], "day"), pick([]string{"", "50%", "1/3", "100%"}, "share"))
		}
		c := registryRows(t, units.String(), moves.String())
		for _, period := range []string{"2024", "H1", "H2", "2025", "2026"} {
			for _, tree := range []Tree{OldTree, NewTree} {
				p := c.Period(period)
				settled := c.For(p, tree)
				if c.Units.Root == nil {
					continue
				}
				seen := make(map[*Unit]bool)
				for _, u := range below(settled.Units.Root) {
					if seen[u] || u.divided() && len(u.Below()) > 0 {
						rt.Fatalf("%s stands twice, or is divided and has units below it: %s", u.Code, drawn(settled.Units.Root))
					}
					seen[u] = true
				}
				if len(seen) != len(c.Units.Units) {
					rt.Fatalf("%d units in the tree of %d: %s", len(seen), len(c.Units.Units), drawn(settled.Units.Root))
				}
				settled.Expect(p) // ends, whatever the rows say
			}
		}
	})
}
