package aggregate

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tonghop/sheets"
)

// reformed is a year of two halves, and the year before, for provinces that are reorganised on the first of July.
const reformed = `
# Kỳ
Mã | Tên | Từ ngày | Đến ngày | Thuộc kỳ
2024 | Năm 2024 | 01/01/2024 | 31/12/2024 |
H1 | Sáu tháng đầu | 01/01/2025 | 30/06/2025 | 2025
H2 | Sáu tháng cuối | 01/07/2025 | 31/12/2025 | 2025
2025 | Năm 2025 | 01/01/2025 | 31/12/2025 |
`

const reformFigures = `
# Số liệu
Mã | Tên | ĐVT | Kiểu | Cấp nhập | Gộp đơn vị | Công thức
cuoc | Số cuộc | cuộc | số đếm | xã | |
dv | Đoàn viên | người | tồn | xã | |
ts | Đạt trên tổng số | | tỷ số | xã | |
cao | Đông nhất | người | số đếm | xã | lớn nhất |
f_bq | Bình quân | | công thức | | | cuoc / dv
f_truoc | Năm trước | | công thức | | | ky_truoc(cuoc)
f_dem | Số xã | | công thức | | | so_don_vi("xã")
`

const reform = reformed + `
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp | Từ ngày | Đến ngày
t | Tỉnh đoàn | tỉnh | | | |
h1 | Huyện đoàn Một | huyện | t | | | 30/06/2025
h2 | Huyện đoàn Hai | huyện | t | | | 30/06/2025
a | Đoàn xã A | xã | h1 | có | | 30/06/2025
b | Đoàn xã B | xã | h1 | có | | 30/06/2025
c | Đoàn xã C | xã | h2 | có | | 30/06/2025
d | Đoàn xã D | xã | h2 | có | | 30/06/2025
d | Đoàn phường D | xã | t | có | 01/07/2025 |
n | Đoàn xã N | xã | t | có | 01/07/2025 |
m | Đoàn xã M | xã | t | có | 01/07/2025 |
# Chuyển đổi
Mã cũ | Mã mới | Ngày | Tỷ lệ
a | n | 01/07/2025 |
b | n | 01/07/2025 | 60%
b | m | 01/07/2025 | 40%
c | d | 01/07/2025 |
` + reformFigures

const reformAnswers = `
2024 a: cuoc=10 dv=100
2024 b: cuoc=20 dv=100
2024 c: cuoc=30 dv=100
2024 d: cuoc=40 dv=100
H1 a: cuoc=1 dv=100 ts=1/2 cao=5
H1 b: cuoc=7 dv=200 ts=1/4 cao=9
H1 c: cuoc=100 dv=300 ts=1/8 cao=3
H1 d: cuoc=1000 dv=400 ts=1/16 cao=2
H2 n: cuoc=10000 dv=150 ts=1/2 cao=4
H2 m: cuoc=100000 dv=250 ts=1/2 cao=6
H2 d: cuoc=1000000 dv=600 ts=1/2 cao=1
`

// along adds up a batch along a tree of its period.
func along(t testing.TB, c *sheets.Catalogue, tree sheets.Tree, answers string) *Result {
	t.Helper()
	settled := c.For(c.Periods[len(c.Periods)-1], tree)
	return Build(settled, composed(t, settled, answers), nil, Options{})
}

func TestReorganisedYear(t *testing.T) {
	c := office(t, reform)
	for tree, cases := range map[sheets.Tree]map[string]map[string]string{
		sheets.NewTree: {
			"t": {"cuoc": "1111108 (7/7)", "dv": "1000 (3/3)", "ts": "7:36 (7/7)", "cao": "9 (7/7)", "f_truoc": "100 (4/4)", "f_dem": "3 (0/0)"},
			// a and three fifths of b went over into n
			"n":  {"cuoc": "50026/5 (3/3)", "dv": "150 (1/1)", "ts": "13/5:32/5 (3/3)", "cao": "5 (2/2)", "f_truoc": "22 (2/2)", "f_bq": "50026/5:150 (3/3)"},
			"m":  {"cuoc": "500014/5 (2/2)", "dv": "250 (1/1)", "f_truoc": "8 (1/1)"},
			"d":  {"cuoc": "1001100 (3/3)", "dv": "600 (1/1)", "f_truoc": "70 (2/2)"},
			"b":  {"cuoc": "7 (1/1)", "f_truoc": "20 (1/1)"},
			"h1": {"cuoc": "missing cuoc (0/0)"},
		},
		sheets.OldTree: {
			"t": {"cuoc": "1111108 (7/7)", "dv": "1000 (3/3)", "ts": "7:36 (7/7)", "cao": "9 (7/7)", "f_truoc": "100 (4/4)", "f_dem": "3 (0/0)"},
			// n came from two communes of h1, m from b alone
			"h1": {"cuoc": "110008 (4/4)", "dv": "400 (2/2)", "f_truoc": "30 (2/2)", "f_dem": "2 (0/0)"},
			"b":  {"cuoc": "100007 (2/2)", "dv": "250 (1/1)", "cao": "9 (2/2)", "f_truoc": "20 (1/1)"},
			"a":  {"cuoc": "1 (1/1)", "dv": "missing dv (0/0)"},
			"h2": {"cuoc": "1001100 (3/3)", "dv": "600 (1/1)", "f_truoc": "70 (2/2)"},
			"d":  {"cuoc": "1001000 (2/2)", "f_truoc": "40 (1/1)"},
		},
	} {
		r := along(t, c, tree, reformAnswers)
		for unit, figures := range cases {
			for code, want := range figures {
				if got := total(r, unit, code); got != want {
					t.Errorf("%s tree, %s of %s: got %s, want %s", tree.Key(), code, unit, got, want)
				}
			}
		}
	}
}

// A division of which nobody said how stays at the old unit, under the lowest unit above its parts.
func TestDivisionWithoutShares(t *testing.T) {
	c := office(t, strings.NewReplacer("| 60%", "|", "| 40%", "|").Replace(reform))
	r := along(t, c, sheets.NewTree, reformAnswers)
	for unit, want := range map[string]string{"n": "10001 (2/2)", "m": "100000 (1/1)", "b": "7 (1/1)", "t": "1111108 (7/7)"} {
		if got := total(r, unit, "cuoc"); got != want {
			t.Errorf("%s: %s, want %s", unit, got, want)
		}
	}
	if b := r.Catalogue.Units.Unit("b"); !b.Undivided() || b.Above() != r.Catalogue.Units.Root {
		t.Errorf("b hangs under %v", b.Above())
	}
}

// What an old unit still owes shows at its successors, at every one that has a part of it.
func TestCoverageOfOldUnits(t *testing.T) {
	c := office(t, reform)
	r := along(t, c, sheets.NewTree, strings.ReplaceAll(reformAnswers, "H1 b:", "-"))
	for unit, want := range map[string]string{"n": "10001 (2/3)", "m": "100000 (1/2)", "d": "1001100 (3/3)", "t": "1111101 (6/7)"} {
		if got := total(r, unit, "cuoc"); got != want {
			t.Errorf("%s: %s, want %s", unit, got, want)
		}
	}
}

func TestTraceOfPortion(t *testing.T) {
	c := office(t, reform)
	r := along(t, c, sheets.NewTree, reformAnswers)
	trace := r.Trace(r.Catalogue.Units.Unit("n"), r.Catalogue.Indicator("cuoc"))
	var got []string
	for _, part := range trace.Parts {
		line := fmt.Sprintf("%s %s %s", part.Unit.Code, part.Period.Code, part.Raw)
		if part.Share != nil {
			line += " × " + part.Share.RatString()
		}
		got = append(got, line)
	}
	if text := strings.Join(got, "; "); text != "n H2 10000; a H1 1; b H1 7 × 3/5" {
		t.Errorf("trace %s", text)
	}
}

// history is a province that is reorganised at random.
type history struct {
	t      *rapid.T
	units  []*historic
	moves  []string
	number int
}

type historic struct {
	code string
	rows []historicRow
}

type historicRow struct{ name, parent, from, to string }

func (h *history) found(parent, from string) *historic {
	h.number++
	u := &historic{code: fmt.Sprintf("x%d", h.number)}
	u.rows = []historicRow{{"Xã " + u.code, parent, from, ""}}
	h.units = append(h.units, u)
	return u
}

func (u *historic) end(day string) { u.rows[len(u.rows)-1].to = day }

func (h *history) parent() string {
	return rapid.SampledFrom([]string{"t", "h0", "h1", "h2"}).Draw(h.t, "parent")
}

// alive are the units that have not ended, and were not touched on the day.
func (h *history) alive(day string, touched map[*historic]bool) []*historic {
	var units []*historic
	for _, u := range h.units {
		if last := u.rows[len(u.rows)-1]; last.to == "" && last.from != day && !touched[u] {
			units = append(units, u)
		}
	}
	return units
}

// happen lets something happen on a day; eve is the day before.
func (h *history) happen(eve, day string, touched map[*historic]bool) {
	alive := h.alive(day, touched)
	if len(alive) == 0 {
		return
	}
	pick := func() *historic {
		u := rapid.SampledFrom(alive).Draw(h.t, "unit")
		touched[u] = true
		return u
	}
	move := func(from, to *historic, share string) {
		h.moves = append(h.moves, fmt.Sprintf("%s | %s | %s | %s", from.code, to.code, day, share))
	}
	switch what := rapid.SampledFrom([]string{"found", "dissolve", "rename", "move", "merge", "join", "split", "divide", "carve"}).Draw(h.t, "event"); what {
	case "found":
		h.found(h.parent(), day)
	case "dissolve":
		pick().end(eve)
	case "rename", "move":
		u := pick()
		next := u.rows[len(u.rows)-1]
		u.end(eve)
		next.from, next.name = day, next.name+" mới"
		if what == "move" {
			next.parent = h.parent()
		}
		u.rows = append(u.rows, next)
	case "merge":
		receiver := pick()
		if u := pick(); u != receiver {
			u.end(eve)
			move(u, receiver, "")
		}
	case "join":
		one, other := pick(), pick()
		n := h.found(h.parent(), day)
		one.end(eve)
		move(one, n, "")
		if other != one {
			other.end(eve)
			move(other, n, "")
		}
	case "split", "divide":
		u := pick()
		u.end(eve)
		shares := rapid.SampledFrom([][2]string{{"1/3", "2/3"}, {"50%", "50%"}, {"12,5%", "87,5%"}}).Draw(h.t, "shares")
		if what == "divide" {
			shares = [2]string{}
		}
		move(u, h.found(h.parent(), day), shares[0])
		move(u, h.found(h.parent(), day), shares[1])
	case "carve":
		u := pick()
		move(u, h.found(h.parent(), day), "30%")
	}
}

// catalogue writes the history down.
func (h *history) catalogue(t testing.TB) *sheets.Catalogue {
	var text strings.Builder
	text.WriteString(reformed + "\n# Đơn vị\nMã | Tên | Cấp | Trực thuộc | Phải nộp | Từ ngày | Đến ngày\nt | Tỉnh | tỉnh | | | |\n")
	for i := range 3 {
		fmt.Fprintf(&text, "h%d | Huyện %d | huyện | t | | |\n", i, i)
	}
	for _, u := range h.units {
		for _, row := range u.rows {
			fmt.Fprintf(&text, "%s | %s | xã | %s | có | %s | %s\n", u.code, row.name, row.parent, row.from, row.to)
		}
	}
	text.WriteString("# Chuyển đổi\nMã cũ | Mã mới | Ngày | Tỷ lệ\n" + strings.Join(h.moves, "\n") + "\n" + reformFigures)
	return office(t, text.String())
}

// answers draws what the units gave in the halves of the year, or for the year where whole is set.
func (h *history) answers(c *sheets.Catalogue, whole bool) string {
	var text strings.Builder
	for _, code := range []string{"2024", "H1", "H2", "2025"} {
		if code != "2024" && (code == "2025") != whole {
			continue
		}
		for _, u := range c.Units.Units {
			if u.MustFile && u.ValidIn(c.Period(code)) && rapid.IntRange(0, 4).Draw(h.t, "sent") > 0 {
				fmt.Fprintf(&text, "%s %s: cuoc=%d dv=%d ts=%d/9 cao=%d\n", code, u.Code, rapid.IntRange(0, 99).Draw(h.t, "cuoc"), rapid.IntRange(1, 99).Draw(h.t, "dv"), rapid.IntRange(0, 9).Draw(h.t, "ts"), rapid.IntRange(0, 9).Draw(h.t, "cao"))
			}
		}
	}
	return text.String()
}

// Whatever happens to the units, every total of the province is the same along either tree and as what the units gave, and every total is made of those
// below it: nothing is lost and nothing is counted twice.
func TestReorganisationKeepsEveryTotal(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h := &history{t: rt}
		for range rapid.IntRange(1, 5).Draw(rt, "communes") {
			h.found(rapid.SampledFrom([]string{"h0", "h1", "h2"}).Draw(rt, "district"), "")
		}
		for _, days := range [][2]string{{"31/03/2025", "01/04/2025"}, {"30/06/2025", "01/07/2025"}, {"30/09/2025", "01/10/2025"}} {
			touched := make(map[*historic]bool)
			for range rapid.IntRange(0, 4).Draw(rt, "events") {
				h.happen(days[0], days[1], touched)
			}
		}
		c := h.catalogue(t)
		answers := h.answers(c, rapid.Bool().Draw(rt, "whole"))
		plain := Build(c, composed(t, c, answers), nil, Options{})
		older, newer := along(t, c, sheets.OldTree, answers), along(t, c, sheets.NewTree, answers)
		for _, code := range []string{"cuoc", "dv", "ts", "cao", "f_bq", "f_truoc", "f_dem"} {
			want := total(plain, "t", code)
			if got := total(older, "t", code); got != want {
				rt.Errorf("%s along the old tree: %s, want %s", code, got, want)
			}
			if got := total(newer, "t", code); got != want {
				rt.Errorf("%s along the new tree: %s, want %s", code, got, want)
			}
		}
		for _, r := range []*Result{older, newer} {
			if got := len(r.tree.order); got != len(c.Units.Units) {
				rt.Fatalf("%d units in the tree, want %d", got, len(c.Units.Units))
			}
			for _, u := range r.Catalogue.Units.Units {
				madeOfParts(rt, r, u)
			}
			if r.Former != nil { // last year's figures along this year's tree
				madeOfParts(rt, r.Former, r.Catalogue.Units.Root)
			}
		}
	})
}

// madeOfParts checks that the total of a unit is what it gave, with the totals of the units below it and its parts of those that were divided.
func madeOfParts(t *rapid.T, r *Result, u *sheets.Unit) {
	ind := r.Catalogue.Indicator("cuoc")
	sum, any := new(big.Rat), false
	add := func(v *big.Rat, share *big.Rat) {
		if v != nil {
			any = true
			sum.Add(sum, new(big.Rat).Mul(v, share))
		}
	}
	one := big.NewRat(1, 1)
	own := func(u *sheets.Unit) *big.Rat {
		if !r.tree.expects(u, ind.Slot) {
			return nil
		}
		return r.answer(u, ind).Rat
	}
	add(own(u), one)
	for _, below := range u.Below() {
		if below.Portions() == nil {
			add(r.Total(below, ind).Value.Rat, one)
		}
	}
	for _, other := range r.Catalogue.Units.Units {
		for _, heir := range other.Portions() {
			if heir.Unit == u {
				add(own(other), heir.Share)
			}
		}
	}
	v := r.Total(u, ind).Value
	switch {
	case any != !v.IsMissing():
		t.Errorf("%s: total %s, of parts that add up to %s (%v)", u.Code, show(v), sum.RatString(), any)
	case any && v.Rat.Cmp(sum) != 0:
		t.Errorf("%s: total %s, its parts add up to %s", u.Code, show(v), sum.RatString())
	}
}
