package report

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/sheets"
)

// reformed is a small province, reorganised in the middle of the year: two communes became one, and a third was divided between that and another new one.
func reformed(t *testing.T) *province {
	t.Helper()
	tables := []sheets.Table{
		{Sheet: "Kỳ", Header: []string{"Mã", "Tên", "Từ ngày", "Đến ngày"}, Rows: [][]string{{"2025", "Năm 2025", "01/01/2025", "31/12/2025"}}},
		{Sheet: "Đơn vị", Header: []string{"Mã", "Tên", "Cấp", "Trực thuộc", "Phải nộp", "Từ ngày", "Đến ngày"}, Rows: [][]string{
			{"tinh", "Tỉnh đoàn", "tỉnh", "", "", "", ""}, {"h", "Huyện đoàn", "huyện", "tinh", "", "", "30/06/2025"},
			{"a", "Xã A", "xã", "h", "có", "", "30/06/2025"}, {"b", "Xã B", "xã", "h", "có", "", "30/06/2025"}, {"c", "Xã C", "xã", "h", "có", "", "30/06/2025"},
			{"g", "Xã G", "xã", "h", "có", "", "30/06/2025"}, {"n", "Xã N", "xã", "tinh", "có", "01/07/2025", ""}, {"m", "Xã M", "xã", "tinh", "có", "01/07/2025", ""},
		}},
		{Sheet: "Chuyển đổi", Header: []string{"Mã cũ", "Mã mới", "Ngày", "Tỷ lệ"}, Rows: [][]string{
			{"a", "n", "01/07/2025", ""}, {"b", "n", "01/07/2025", ""}, {"c", "n", "01/07/2025", "1/4"}, {"c", "m", "01/07/2025", "3/4"},
		}},
		{Sheet: "Số liệu", Header: []string{"Mã", "Tên", "Kiểu", "Cấp nhập"}, Rows: [][]string{{"cuoc", "Số cuộc", "số đếm", "xã"}}},
	}
	data, err := sheets.WriteCatalogue(tables)
	if err != nil {
		t.Fatal(err)
	}
	c, err := sheets.Load("danhmuc.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range c.Faults {
		if f.Severity == figure.Error {
			t.Fatalf("%s: %s", f.Pos, f.Message.Error())
		}
	}
	c = c.For(c.Periods[0], sheets.NewTree)
	p := &province{t: t, catalogue: c, batch: &sheets.Batch{
		Period: c.Periods[0], Expect: c.Expect(c.Periods[0]), Submissions: make([]*sheets.Submission, len(c.Units.Units)), InQuestion: make([]bool, len(c.Units.Units)),
	}}
	for unit, n := range map[sheets.UnitCode]int64{"a": 1, "c": 40, "g": 1000, "n": 10000, "m": 100000} {
		u := c.Units.Unit(unit)
		file := &sheets.File{Path: "nop/" + string(unit) + ".xlsx", Sheets: []string{"Biểu mẫu"}, Unit: unit}
		p.batch.Submissions[u.Index] = &sheets.Submission{File: file, Unit: u, Values: []sheets.Value{{State: sheets.Given, Rat: big.NewRat(n, 1)}}}
	}
	return p
}

// The rows of a list of units are those of the whole: what is part of another row stands in none of its own.
func TestListsAfterReorganisation(t *testing.T) {
	p := reformed(t)
	d := New(aggregate.Build(p.catalogue, p.batch, nil, aggregate.Options{}), Options{})
	for _, tt := range []struct{ loop, want string }{
		{"cap_duoi", "h 1000; n 10011; m 100030"}, {"cac_don_vi", "g 1000; n 10011; m 100030"}, {"chua_nop", "b "},
	} {
		rows, known := d.Rows(tt.loop)
		if !known {
			t.Errorf("%s is not known", tt.loop)
		}
		var got []string
		for _, row := range rows {
			v := row.Value("cuoc")
			text := row.Value("ma").Text + " "
			if !v.IsMissing() {
				text += v.Rat.RatString()
			}
			got = append(got, text)
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s: %q, want %q", tt.loop, got, tt.want)
		}
	}
}

// A letter about a unit that is no more goes to its successor; where nobody succeeded there is none.
func TestLettersAfterReorganisation(t *testing.T) {
	p := reformed(t)
	g := p.catalogue.Units.Unit("g")
	p.batch.Submissions[g.Index] = nil
	var got []string
	for _, l := range Letters(p.catalogue, p.batch, nil, time.Date(2026, 1, 15, 0, 0, 0, 0, time.UTC), time.Time{}) {
		got = append(got, string(l.Unit.Code)+" to "+string(l.To.Code))
	}
	if strings.Join(got, "; ") != "b to n" {
		t.Errorf("letters: %q", got)
	}
}
