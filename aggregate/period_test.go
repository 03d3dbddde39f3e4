package aggregate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// term is a term of three years, of which the last has two halves, and the term before.
const term = `
# Kỳ
Mã | Tên | Từ ngày | Đến ngày | Thuộc kỳ
truoc | Nhiệm kỳ trước | 01/01/2017 | 31/12/2018 |
2019 | Năm 2019 | 01/01/2019 | 31/12/2019 | NK
2020 | Năm 2020 | 01/01/2020 | 31/12/2020 | NK
2021 | Năm 2021 | 01/01/2021 | 31/12/2021 | NK
2021-1 | Sáu tháng đầu 2021 | 01/01/2021 | 30/06/2021 | 2021
2021-2 | Sáu tháng cuối 2021 | 01/07/2021 | 31/12/2021 | 2021
NK | Nhiệm kỳ | 01/01/2019 | 31/12/2021 |
`

// units is a province of two communes under a district and an attached union.
const units = `
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp | Từ ngày | Đến ngày
tinh | Tỉnh đoàn | tỉnh | | | |
h | Huyện đoàn | huyện | tinh | | |
x1 | Xã đoàn Một | xã | h | có | |
x2 | Xã đoàn Hai | xã | h | có | |
tt | Đoàn trực thuộc | trực thuộc | tinh | có | |
`

const periodFigures = `
# Số liệu
Mã | Tên | ĐVT | Kiểu | Cấp nhập | Gộp đơn vị | Gộp kỳ | Cách báo | Công thức
cuoc | Số cuộc | cuộc | số đếm | xã;trực thuộc | | | |
dv | Đoàn viên | người | tồn | xã;trực thuộc | | | |
xl | Xếp loại | loại | phân loại | xã;trực thuộc | | | |
luy | Lượt cộng dồn | lượt | số đếm | xã;trực thuộc | | | lũy kế |
cao | Đông nhất | người | số đếm | xã;trực thuộc | lớn nhất | lớn nhất | |
bq | Bình quân tháng | người | số đếm | xã;trực thuộc | bình quân | bình quân | |
rieng | Số riêng từng kỳ | cái | số đếm | xã;trực thuộc | | không | |
f_bq | Cuộc trên đoàn viên | | công thức | | | | | cuoc / dv
f_tang | Tăng thêm | | công thức | | | | | cuoc - ky_truoc(cuoc)
f_ky | Số kỳ trước | | công thức | | | | | ky_truoc(cuoc)
# Lựa chọn
Danh sách | Mã | Nhãn
xl | XS | Xuất sắc
xl | T | Tốt
`

// composed makes the batch of the last period of the catalogue from what units answered, "period unit: code=answer …" a line.
func composed(t testing.TB, c *sheets.Catalogue, answers string) *sheets.Batch {
	t.Helper()
	batches := make(map[*sheets.Period]*sheets.Batch)
	for _, p := range c.Periods {
		var own strings.Builder
		for line := range strings.Lines(answers) {
			if code, rest, _ := strings.Cut(strings.TrimSpace(line), " "); code == p.Code {
				own.WriteString(rest + "\n")
			}
		}
		b := batch(t, c, own.String())
		b.Period, b.Expect = p, c.Expect(p)
		for _, f := range b.Files {
			f.Path, f.Period = "nop/"+p.Code+strings.TrimPrefix(f.Path, "nop"), p
		}
		batches[p] = b
	}
	sent := func(b *sheets.Batch) bool {
		return b != nil && (b.Composite() || slices.ContainsFunc(b.Submissions, func(s *sheets.Submission) bool { return s != nil }))
	}
	var compose func(p *sheets.Period) *sheets.Batch
	compose = func(p *sheets.Period) *sheets.Batch {
		b := batches[p]
		var parts []*sheets.Batch
		for _, part := range c.SubPeriods(p) {
			parts = append(parts, compose(part))
		}
		if slices.ContainsFunc(parts, sent) && !b.Composite() {
			b.Compose(c, parts)
		}
		if before := batches[c.Before(p)]; sent(before) {
			b.Former = before
		}
		if before := batches[c.YearBefore(p)]; sent(before) {
			b.LastYear = before
		}
		return b
	}
	for _, p := range c.Periods {
		compose(p)
	}
	return batches[c.Periods[len(c.Periods)-1]]
}

const threeYears = `
2019 x1: cuoc=1 dv=10 xl=T luy=5 cao=7 bq=4 rieng=1
2020 x1: cuoc=2 dv=11 xl=T luy=9 cao=9 bq=6 rieng=2
2021-1 x1: cuoc=4 dv=12 xl=XS luy=10 cao=8 bq=8 rieng=3
2021-2 x1: cuoc=8 dv=13 xl=XS luy=12 cao=2 bq=9 rieng=4
2019 x2: cuoc=100 dv=20 xl=T luy=50 cao=1 bq=1 rieng=1
2020 x2: cuoc=- dv=21 xl=T luy=60 cao=1 bq=1 rieng=1
2021 x2: cuoc=400 dv=22 xl=T luy=70 cao=1 bq=1 rieng=1
2019 tt: cuoc=1000 dv=30 xl=XS luy=0 cao=2 bq=3 rieng=1
2021-1 tt: cuoc=2000 dv=31 xl=XS luy=3 cao=2 bq=3 rieng=1
`

func TestCompositePeriod(t *testing.T) {
	c := office(t, term+units+periodFigures)
	r := Build(c, composed(t, c, threeYears), nil, Options{})
	for code, want := range map[string][3]string{
		// of x1, of the province, and of the year 2021 for the province; a report is a unit in a sub-period
		"cuoc": {"15 (4/4)", "3515 (8/11)", "2412 (4/5)"},
		"dv":   {"13 (1/1)", "35 (2/3)", "35 (2/3)"},
		"xl":   {"XS (1/1)", "[Xuất sắc 1][Tốt 1] (2/3)", "[Xuất sắc 1][Tốt 1] (2/3)"},
		"luy":  {"26 (4/4)", "209 (9/11)", "85 (4/5)"}, // of whole years they are added
		"cao":  {"9 (4/4)", "9 (9/11)", "8 (4/5)"},
		// the mean of the years of each unit, then of the units: (4+6+17/2)/3, 1, 3
		"bq":    {"37/6 (4/4)", "61/18 (9/11)", "25/6 (4/5)"},
		"rieng": {"missing rieng (không gộp số của các kỳ) (4/4)", "missing rieng (không gộp số của các kỳ) (9/11)", "1 (4/5)"},
		"f_bq":  {"15:13 (4/4)", "3515:35 (8/11)", "2412:35 (4/5)"},
	} {
		got := [3]string{total(r, "x1", code), total(r, "tinh", code), total(r.Parts[2], "tinh", code)}
		if code == "rieng" {
			want[2] = "missing rieng (không gộp số của các kỳ) (4/5)"
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
	if v := r.Total(c.Units.Root, c.Indicator("cuoc")).Value; v.Counted != figure.Reports || r.Parts[0].Total(c.Units.Root, c.Indicator("cuoc")).Value.Counted != figure.Units {
		t.Errorf("what stands behind the total is counted as %v", v.Counted)
	}
	if r.Of(c.Period("2021-2")) != r.Parts[2].Parts[1] || r.Of(c.Period("2020")) != r.Parts[1] || r.Of(c.Period("truoc")) != nil {
		t.Error("a period is not found")
	}
}

func TestOtherPeriods(t *testing.T) {
	c := office(t, term+units+periodFigures)
	r := Build(c, composed(t, c, threeYears+`
truoc x1: cuoc=10 dv=9
truoc x2: cuoc=20 dv=-
`), nil, Options{})
	halves := r.Parts[2]
	for _, tt := range []struct {
		r          *Result
		unit, code string
		want       string
	}{
		{r, "tinh", "f_ky", "30 (2/3)"}, {r, "tinh", "f_tang", "3485 (2/3)"}, // as far as the less covered of both
		{r, "x1", "f_tang", "5 (4/4)"}, {r, "tt", "f_tang", "missing Nhiệm kỳ trước: cuoc (4/4)"},
		{r.Parts[1], "x1", "f_tang", "1 (1/1)"}, {r.Parts[0], "x1", "f_tang", "missing ky_truoc(cuoc) (danh mục không có kỳ đó) (1/1)"},
		{halves.Parts[1], "tinh", "f_tang", "-1996 (1/3)"}, {halves.Parts[1], "x1", "f_tang", "4 (1/1)"},
	} {
		got := total(tt.r, tt.unit, tt.code)
		if got != tt.want && tt.unit != "tt" || tt.unit == "tt" && !strings.HasPrefix(got, "missing Nhiệm kỳ trước: cuoc") {
			t.Errorf("%s %s %s: got %q, want %q", tt.r.Batch.Period.Code, tt.unit, tt.code, got, tt.want)
		}
	}
	for text, want := range map[string]string{
		"ky_truoc(ky.ten)":                     "Nhiệm kỳ trước (0/0)",
		"ky_truoc(so_thang())":                 "24 (0/0)",
		"ky_truoc(dem_don_vi(cuoc >= 15; xã))": "1 (2/3)",
		"cuoc / ky_truoc(cuoc)":                "3515:30 (2/3)",
		"cung_ky(cuoc)":                        "missing cung_ky(cuoc) (danh mục không có kỳ đó) (0/0)",
		"ky_truoc(cuoc / dv)":                  "30:9 (1/3)",
	} {
		e, faults := formula.Parse(text)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		if got := show(r.Eval(c.Units.Root, e)); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestTraceOfPeriods(t *testing.T) {
	c := office(t, term+units+periodFigures)
	r := Build(c, composed(t, c, threeYears+"truoc x1: cuoc=10 dv=9\n"), nil, Options{})
	lines := func(trace Trace) string {
		var lines []string
		for _, p := range trace.Parts {
			lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s %s", p.Unit.Code, p.Period.Code, p.Pos.File+" "+p.Raw)))
		}
		return strings.Join(lines, "; ")
	}
	root, x1 := c.Units.Root, c.Units.Unit("x1")
	if got, want := lines(r.Trace(x1, c.Indicator("cuoc"))), "x1 2019 nop/2019/x1.xlsx 1; x1 2020 nop/2020/x1.xlsx 2; x1 2021-1 nop/2021-1/x1.xlsx 4; x1 2021-2 nop/2021-2/x1.xlsx 8"; got != want {
		t.Errorf("a flow: %s", got)
	}
	if got, want := lines(r.Trace(root, c.Indicator("dv"))), "x1 2021-2 nop/2021-2/x1.xlsx 13; x2 2021 nop/2021/x2.xlsx 22; tt 2021-2"; got != want {
		t.Errorf("a stock: %s", got)
	}
	operands := r.Trace(x1, c.Indicator("f_tang")).Operands
	if len(operands) != 2 || operands[0].In != r || operands[1].Name != "ky_truoc(cuoc)" || operands[1].In != r.Former || show(operands[1].Value) != "10 (1/1)" {
		t.Fatalf("operands %+v", operands)
	}
	if got := lines(operands[1].In.Trace(x1, operands[1].Indicator)); got != "x1 truoc nop/truoc/x1.xlsx 10" {
		t.Errorf("the period before: %s", got)
	}
}

// A unit with an error in the form of one sub-period loses that form, and no other.
func TestStrictOverPeriods(t *testing.T) {
	c := office(t, term+units+periodFigures)
	findings := []sheets.Finding{
		{Code: "so-lieu-sai-kieu", Severity: figure.Error, Unit: "x1", Indicator: "dv", Period: "2020"},
		{Code: "so-lieu-sai-kieu", Severity: figure.Error, Unit: "x2", Indicator: "dv", Period: "2021"},
		{Code: "so-lieu-sai-kieu", Severity: figure.Warning, Unit: "tt", Indicator: "cuoc", Period: "truoc"},
	}
	b := composed(t, c, threeYears)
	r := Build(c, b, findings, Options{Strict: true})
	if got := total(r, "tinh", "cuoc"); got != "3113 (6/11)" || len(r.LeftOut) != 2 {
		t.Errorf("got %s, left out %v", got, r.LeftOut)
	}
	trace := r.Trace(c.Units.Unit("x1"), c.Indicator("cuoc"))
	if len(trace.Parts) != 4 || !trace.Parts[1].LeftOut || trace.Parts[0].LeftOut {
		t.Errorf("trace %+v", trace.Parts)
	}
	r = Build(c, b, findings, Options{})
	for code, want := range map[string]int{"dv": 2, "cuoc": 0} {
		if got := r.Total(c.Units.Root, c.Indicator(sheets.Code(code))).Findings; got != want {
			t.Errorf("%d findings behind %s, want %d", got, code, want)
		}
	}
	if got := r.Parts[1].Total(c.Units.Root, c.Indicator("dv")).Findings; got != 1 {
		t.Errorf("%d findings in 2020", got)
	}
}

// A commune gave a figure for itself until chapters were founded below it: both count, each for its time.
func TestChaptersFoundedWithinPeriod(t *testing.T) {
	c := office(t, term+`
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp | Từ ngày | Đến ngày
tinh | Tỉnh đoàn | tỉnh | | | |
x1 | Xã đoàn Một | xã | tinh | có | |
c1 | Chi đoàn Một | chi đoàn | x1 | có | 01/01/2020 |
c2 | Chi đoàn Hai | chi đoàn | x1 | có | 01/01/2020 | 31/12/2020
# Số liệu
Mã | Tên | ĐVT | Kiểu | Cấp nhập
cuoc | Số cuộc | cuộc | số đếm | chi đoàn;xã
dv | Đoàn viên | người | tồn | chi đoàn;xã
`)
	r := Build(c, composed(t, c, `
2019 x1: cuoc=1 dv=100
2020 c1: cuoc=10 dv=60
2020 c2: cuoc=100 dv=40
2021 c1: cuoc=1000 dv=95
2021 x1: cuoc=5 dv=5
`), nil, Options{})
	for code, want := range map[string][2]string{"cuoc": {"1111 (4/4)", "1010 (2/2)"}, "dv": {"95 (1/1)", "95 (1/1)"}} {
		if got := [2]string{total(r, "x1", code), total(r, "c1", code)}; got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
		if got := total(r, "tinh", code); got != want[0] {
			t.Errorf("%s of the province: %s", code, got)
		}
	}
}

// Handing in the figures of a term in one form or split over its years, in any way, gives the same totals of what is added.
func TestSplittingPeriodChangesNothing(t *testing.T) {
	rows := "\n# Số liệu\nMã | Tên | ĐVT | Kiểu | Cấp nhập | Cách báo | Công thức\na | A | | số đếm | xã;trực thuộc | |\nb | B | đồng | tiền | xã;trực thuộc | |\nts | Tỷ số | | tỷ số | xã;trực thuộc | |\nl | L | | số đếm | xã;trực thuộc | lũy kế |\nf | F | | công thức | | | a / b\n"
	random := rand.New(rand.NewPCG(1, 2))
	leaves := []string{"2019", "2020", "2021-1", "2021-2"}
	for range 60 {
		c := office(t, term+units+rows)
		var whole, split strings.Builder
		for _, u := range []string{"x1", "x2", "tt"} {
			if random.IntN(4) == 0 {
				continue // sent nothing
			}
			sums := make(map[string]int)
			for i, leaf := range leaves {
				values := map[string]int{"a": random.IntN(20), "b": 1 + random.IntN(1000), "n": random.IntN(5), "m": 1 + random.IntN(5), "l": random.IntN(9)}
				for name, n := range values {
					sums[name] += n
				}
				running := values["l"] // since the start of the year
				if i == 3 {
					running += sums["first half"]
				}
				sums["first half"] = values["l"]
				fmt.Fprintf(&split, "%s %s: a=%d b=%d ts=%d/%d l=%d\n", leaf, u, values["a"], values["b"], values["n"], values["m"], running)
			}
			fmt.Fprintf(&whole, "NK %s: a=%d b=%d ts=%d/%d l=%d\n", u, sums["a"], sums["b"], sums["n"], sums["m"], sums["l"])
		}
		one, many := Build(c, composed(t, c, whole.String()), nil, Options{}), Build(c, composed(t, c, split.String()), nil, Options{Jobs: 3})
		for _, u := range c.Units.Units {
			for _, ind := range c.Indicators {
				a, b := one.Total(u, ind), many.Total(u, ind)
				if value(a.Value) != value(b.Value) || a.State() != b.State() {
					t.Fatalf("%s of %s: %s in one form, %s in four\n%s", ind.Code, u.Code, show(a.Value), show(b.Value), split.String())
				}
			}
		}
	}
}

// value is a value without what stands behind it.
func value(v figure.Value) string { return strings.TrimSuffix(show(v.Covered(0, 0)), " (0/0)") }
