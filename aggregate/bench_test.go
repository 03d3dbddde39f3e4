package aggregate

import (
	"fmt"
	"math/big"
	"runtime"
	"strings"
	"testing"

	"tonghop/sheets"
)

// large is a province of 100 districts with 100 communes each, and 60 figures that all communes gave.
func large(t testing.TB) (*sheets.Catalogue, *sheets.Batch) {
	t.Helper()
	var text strings.Builder
	text.WriteString(year + "# Đơn vị\nMã | Tên | Cấp | Trực thuộc | Phải nộp\ntinh | Tỉnh đoàn | tỉnh | |\n")
	for h := range 100 {
		fmt.Fprintf(&text, "h%d | Huyện %d | huyện | tinh |\n", h, h)
		for x := range 100 {
			fmt.Fprintf(&text, "x%d_%d | Xã %d %d | xã | h%d | có\n", h, x, h, x, h)
		}
	}
	text.WriteString("# Số liệu\nMã | Tên | Kiểu | Cấp nhập | Công thức\n")
	for i := range 60 {
		fmt.Fprintf(&text, "a%d | Số %d | số đếm | xã |\n", i, i)
	}
	for i := range 38 {
		fmt.Fprintf(&text, "f%d | Tỷ lệ %d | công thức | | a%d / (a%d + a%d)\n", i, i, i, i+1, i+2)
	}
	text.WriteString("g | Huyện có | công thức | | dem_don_vi(a0 >= 1; huyện) / so_don_vi(huyện)\n")
	text.WriteString("h | Xã có | công thức | | dem_don_vi(f0 >= 10%; xã) / so_don_vi(xã)\n")
	c := office(t, text.String())
	p := c.Periods[0]
	b := &sheets.Batch{
		Period: p, Expect: c.Expect(p),
		Submissions: make([]*sheets.Submission, len(c.Units.Units)), InQuestion: make([]bool, len(c.Units.Units)),
	}
	for _, u := range b.Expect.Reporting {
		s := &sheets.Submission{File: &sheets.File{}, Unit: u, Values: make([]sheets.Value, 60)}
		for i := range s.Values {
			s.Values[i] = sheets.Value{State: sheets.Given, Rat: big.NewRat(int64(u.Index+i), 1)}
		}
		b.Submissions[u.Index] = s
	}
	return c, b
}

func BenchmarkBuild(b *testing.B) {
	c, batch := large(b)
	b.ReportAllocs()
	var before, after runtime.MemStats
	for b.Loop() {
		runtime.GC()
		runtime.ReadMemStats(&before)
		r := Build(c, batch, nil, Options{Jobs: 2})
		runtime.GC()
		runtime.ReadMemStats(&after)
		runtime.KeepAlive(r)
	}
	b.ReportMetric(float64(int64(after.HeapAlloc)-int64(before.HeapAlloc))/(10_000*60), "live-B/figure")
}

// BenchmarkAllTotals asks for the total of every unit and every figure, as tong-hop.json does.
func BenchmarkAllTotals(b *testing.B) {
	c, batch := large(b)
	b.ReportAllocs()
	for b.Loop() {
		r := Build(c, batch, nil, Options{Jobs: 2})
		for _, u := range c.Units.Units {
			for _, ind := range r.Indicators(u) {
				r.Total(u, ind)
			}
		}
	}
}
