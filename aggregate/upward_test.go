package aggregate

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tonghop/lang"
	"tonghop/sheets"
)

// everyKind has a figure for each way of putting units together.
const everyKind = `
# Số liệu
Mã | Tên | Kiểu | ĐVT | Gộp đơn vị | Công thức | Cấp nhập
a | Đếm | số đếm | người | tổng | | dưới; xã
s | Tồn | tồn | người | tổng | | dưới; xã
t | Tiền | tiền | đồng | tổng | | dưới; xã
d | Thập phân | thập phân | tấn | tổng | | dưới; xã
r | Tỷ số | tỷ số | | tổng | | dưới; xã
hi | Lớn nhất | số đếm | | lớn nhất | | dưới; xã
lo | Nhỏ nhất | tỷ lệ | % | nhỏ nhất | | dưới; xã
day | Ngày cuối | ngày | | lớn nhất | | dưới; xã
bq | Bình quân | thập phân | | bình quân | | dưới; xã
y | Có | có/không | | | | dưới; xã
n | Số đơn vị | số đếm | | đếm đơn vị | | dưới; xã
pl | Loại | phân loại | | | | dưới; xã
w | Lời | văn bản | | | | dưới; xã
own | Riêng | số đếm | | không | | dưới; xã
f | Tính | công thức | | | a / (a + s)
# Lựa chọn
Danh sách | Mã | Nhãn
pl | T | Tốt
pl | K | Khá
`

// carried are the figures of everyKind that go up.
const carriedFigures = "a s t d r hi lo day"

func TestEveryMethodIsCarriedOrRefused(t *testing.T) {
	seen := make(map[method]bool)
	for _, c := range carries {
		if seen[c.method] {
			t.Errorf("method %d has two entries", c.method)
		}
		seen[c.method] = true
		if (c.why.Vi == "") != (c.why.En == "") {
			t.Errorf("method %d is refused in one language", c.method)
		}
	}
	for m := impossible; m <= listTexts; m++ {
		if !seen[m] {
			t.Errorf("method %d is neither carried nor refused", m)
		}
	}
}

// chapter is a unit of the lowest level in a random province of three levels.
type chapter struct{ code, commune, district, answer string }

func drawChapters(t *rapid.T) []chapter {
	chapters := make([]chapter, rapid.IntRange(1, 14).Draw(t, "chapters"))
	for i := range chapters {
		district := rapid.IntRange(0, 2).Draw(t, "district")
		chapters[i] = chapter{
			code: fmt.Sprintf("c%d", i), district: fmt.Sprintf("h%d", district),
			commune: fmt.Sprintf("x%d-%d", district, rapid.IntRange(0, 2).Draw(t, "commune")),
		}
		if rapid.IntRange(0, 6).Draw(t, "sent") > 0 {
			chapters[i].answer = drawKinds(t)
		}
	}
	return chapters
}

func drawKinds(t *rapid.T) string {
	one := func(code string, of ...string) string {
		return code + "=" + rapid.SampledFrom(append(of, "-", "?", "kad")).Draw(t, code)
	}
	count := []string{"0", "3", "5", "1000000007"}
	return strings.Join([]string{
		one("a", count...), one("s", count...), one("t", "0", "13600000", "500"), one("d", "0.25", "1.5", "7"), one("r", "0/0", "1/2", "2/4", "9/11"), one("hi", count...),
		one("lo", "80%", "82.48%"), one("day", "44258", "44300"), one("bq", "1", "2.5"), one("y", "có", "không"), one("n", count...), one("pl", "T", "K"), one("w", "hay", "dở"), one("own", count...),
	}, " ")
}

// level is an office that adds up the units below it.
func level(t testing.TB, root string, below []string, answers string) *Result {
	t.Helper()
	units := "# Đơn vị\nMã | Tên | Cấp | Trực thuộc | Phải nộp\n" + root + " | Đơn vị " + root + " | trên | |\n"
	for _, code := range below {
		units += code + " | Đơn vị " + code + " | dưới | " + root + " | có\n"
	}
	c := office(t, year+units+everyKind)
	return Build(c, batch(t, c, answers), nil, Options{})
}

// handIn puts what an office sends up into the form of its unit in the batch of the level above.
func handIn(b *sheets.Batch, c *sheets.Catalogue, unit string, from *Result) {
	u := c.Units.Unit(sheets.UnitCode(unit))
	s := &sheets.Submission{File: &sheets.File{Sheets: []string{"Biểu mẫu"}}, Unit: u, Values: make([]sheets.Value, len(c.Submitted())), Origin: &sheets.Origin{}}
	for _, ind := range from.Catalogue.Indicators {
		up := from.Upward(from.Catalogue.Units.Root, ind)
		if up.Value.State == sheets.Absent && !up.Missing {
			continue
		}
		s.Values[c.Indicator(ind.Code).Slot] = up.Value
		s.Origin.Figures = append(s.Origin.Figures, sheets.OriginFigure{Code: ind.Code, Backing: up.Backing})
	}
	b.Submissions[u.Index] = s
}

// rolledUp adds up the chapters commune by commune, the communes district by district, and the districts.
func rolledUp(t testing.TB, chapters []chapter) *Result {
	t.Helper()
	var communes, districts []string
	below := make(map[string][]string)
	answers := make(map[string]string)
	add := func(list []string, up, code string) []string {
		if _, known := below[up]; !known {
			list = append(list, up)
		}
		for _, other := range below[up] {
			if other == code {
				return list
			}
		}
		below[up] = append(below[up], code)
		return list
	}
	for _, c := range chapters {
		communes = add(communes, c.commune, c.code)
		districts = add(districts, c.district, c.commune)
		if c.answer != "" {
			answers[c.commune] += c.code + ": " + c.answer + "\n"
		}
	}
	results := make(map[string]*Result)
	for _, code := range communes {
		results[code] = level(t, code, below[code], answers[code])
	}
	for _, code := range append(districts, "tinh") {
		if code == "tinh" {
			below[code] = districts
		}
		empty := level(t, code, below[code], "")
		b := batch(t, empty.Catalogue, "")
		for _, unit := range below[code] {
			handIn(b, empty.Catalogue, unit, results[unit])
		}
		results[code] = Build(empty.Catalogue, b, nil, Options{})
	}
	return results["tinh"]
}

// atOnce adds up all chapters in one workspace.
func atOnce(t testing.TB, chapters []chapter) *Result {
	t.Helper()
	units := "# Đơn vị\nMã | Tên | Cấp | Trực thuộc | Phải nộp\ntinh | Tỉnh đoàn | tỉnh | |\n"
	answers := ""
	seen := make(map[string]bool)
	for _, c := range chapters {
		for _, row := range [][2]string{{c.district, "tinh"}, {c.commune, c.district}} {
			if !seen[row[0]] {
				seen[row[0]] = true
				units += row[0] + " | Đơn vị " + row[0] + " | giữa | " + row[1] + " |\n"
			}
		}
		units += c.code + " | Đơn vị " + c.code + " | dưới | " + c.commune + " | có\n"
		if c.answer != "" {
			answers += c.code + ": " + c.answer + "\n"
		}
	}
	office := office(t, year+units+everyKind)
	return Build(office, batch(t, office, answers), nil, Options{})
}

// Three levels one after another give what all chapters at once give, for every figure that goes up; what does not is refused in words.
func TestThreeLevelsAreOneLevel(t *testing.T) {
	sent := 0
	rapid.Check(t, func(rt *rapid.T) {
		chapters := drawChapters(rt)
		once, step := atOnce(t, chapters), rolledUp(t, chapters)
		for _, code := range append(strings.Fields(carriedFigures), "f") {
			ind, of := step.Catalogue.Indicator(sheets.Code(code)), once.Catalogue.Indicator(sheets.Code(code))
			got, want := step.Total(step.Catalogue.Units.Root, ind).Value, once.Total(once.Catalogue.Units.Root, of).Value
			if show(got.Covered(0, 0)) != show(want.Covered(0, 0)) {
				rt.Errorf("%s: step by step %s, at once %s", code, show(got), show(want))
			}
			up := step.Upward(step.Catalogue.Units.Root, ind)
			if ind.Slot >= 0 && (up.Backing.LeafHave != want.Have || up.Backing.LeafExpected != want.Expected) {
				rt.Errorf("%s: %d/%d chapters are known behind it, %d/%d are", code, up.Backing.LeafHave, up.Backing.LeafExpected, want.Have, want.Expected)
			}
		}
		for _, ind := range once.Catalogue.Indicators {
			up := once.Upward(once.Catalogue.Units.Root, ind)
			carried := strings.Contains(" "+carriedFigures+" ", " "+string(ind.Code)+" ")
			if !carried && (up.Value.State != sheets.Absent || up.Why.IsZero() || up.Missing) {
				rt.Errorf("%s goes up: %+v", ind.Code, up)
			}
			if carried && up.Value.State != sheets.Absent {
				sent++
			}
			if carried && (up.Value.State == sheets.Absent) == up.Why.IsZero() {
				rt.Errorf("%s goes up and does not: %+v", ind.Code, up)
			}
		}
	})
	if sent == 0 {
		t.Error("nothing went up")
	}
}

// What a unit answered itself goes up whatever its kind; nothing below it is asked for.
func TestOwnAnswersGoUp(t *testing.T) {
	c := office(t, year+"# Đơn vị\nMã | Tên | Cấp | Trực thuộc | Phải nộp\nx | Xã | xã | | có\n"+everyKind)
	r := build(t, c, "x: a=5 y=không bq=2.5 pl=T w=hay own=3 n=4 d=kad")
	for code, want := range map[string]sheets.Value{
		"a": answer(t, sheets.Count, "5"), "y": answer(t, sheets.YesNo, "không"), "bq": answer(t, sheets.Decimal, "2.5"), "pl": answer(t, sheets.Category, "T"),
		"w": answer(t, sheets.Words, "hay"), "own": answer(t, sheets.Count, "3"), "d": answer(t, sheets.Decimal, "kad"),
	} {
		up := r.Upward(c.Units.Root, c.Indicator(sheets.Code(code)))
		if !up.Value.Same(want) || up.Value.Row != 0 || up.Value.State != want.State {
			t.Errorf("%s: %+v", code, up)
		}
	}
	if up := r.Upward(c.Units.Root, c.Indicator("s")); !up.Missing || !strings.Contains(up.Why.In(lang.Vi), "0/1") {
		t.Errorf("a figure that was not given: %+v", up)
	}
	if up := r.Upward(c.Units.Root, c.Indicator("f")); up.Missing || up.Why.IsZero() {
		t.Errorf("a figure that is worked out: %+v", up)
	}
}

// Rows of lists go up with whose they are. Where nobody sent a list there is none, which is another thing than a blank one.
func TestListsGoUp(t *testing.T) {
	c := office(t, committee)
	b := listing(t, c, batch(t, c, everyForm), "x1 ds_bch: an 31 có XS; ba 32 không HT\nx2 ds_bch: ca 20 có XS\nx3 ds_bch:")
	r := Build(c, b, nil, Options{})
	rows, from, backing, ok := r.UpwardRows(c.Units.Root, c.List("ds_bch"))
	if !ok || len(rows) != 3 || backing != (sheets.Backing{Have: 3, Expected: 4, LeafHave: 3, LeafExpected: 4}) || fmt.Sprint(from) != "[{x1 2} {x2 1} {x3 0} {tt 0}]" {
		t.Errorf("%d rows from %v, %+v, %v", len(rows), from, backing, ok)
	}
	if _, _, _, ok := r.UpwardRows(c.Units.Root, c.List("ds_vb")); ok {
		t.Error("a list that nobody sent goes up")
	}
}
