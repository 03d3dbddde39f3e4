package aggregate

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

// committee is a province whose units list the members of their committees, and a register of the province alone.
const committee = district + `
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức
a | A | số đếm | xã; trực thuộc |
uv | Uỷ viên | công thức | | dem_dong(ds_bch)
xs | Xuất sắc | công thức | | dem_dong("ds_bch"; "xep_loai"; "XS") / dem_dong("ds_bch")
dv | Đảng viên | công thức | | dem_dong(ds_bch; dang_vien; có)
tuoi | Tổng số tuổi | công thức | | tong_dong(ds_bch; tuoi)
tre | Trẻ nhất | công thức | | nho_nhat_dong(ds_bch; tuoi)
gia | Già nhất | công thức | | lon_nhat_dong(ds_bch; tuoi; xep_loai; Hoàn thành xuất sắc)
moi | Uỷ viên trên một người | công thức | | dem_dong(ds_bch) / a
vb | Văn bản | công thức | | dem_dong(ds_vb)
# Bảng kê
Bảng | Cột | Tên | Kiểu | Ghi chú
ds_bch | ten | Tên | văn bản |
ds_bch | tuoi | Tuổi | số đếm |
ds_bch | dang_vien | Đảng viên | có/không |
ds_bch | xep_loai | Xếp loại | phân loại |
ds_vb | so | Số | số đếm | Chỉ cấp tỉnh lập
# Lựa chọn
Danh sách | Mã | Nhãn
ds_bch.xep_loai | XS | Hoàn thành xuất sắc
ds_bch.xep_loai | HT | Hoàn thành
`

// listing adds list forms to a batch, one a line: "x1 ds_bch: a 31 có XS; b - ? HT". A list without rows is there and blank.
func listing(t testing.TB, c *sheets.Catalogue, b *sheets.Batch, lists string) *sheets.Batch {
	t.Helper()
	for line := range strings.Lines(lists) {
		head, rows, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		unit, name, _ := strings.Cut(head, " ")
		list, s := c.List(name), b.Submissions[c.Units.Unit(sheets.UnitCode(unit)).Index]
		s.File.Sheets = append(s.File.Sheets, name)
		if s.Lists == nil {
			s.Lists = make([]sheets.ListRows, len(c.Lists))
		}
		l := sheets.ListRows{Present: true, Sheet: uint16(len(s.File.Sheets) - 1)}
		for i, text := range strings.Split(rows, ";") {
			row := sheets.ListRow{Row: uint32(6 + i)}
			for column, raw := range strings.Fields(text) {
				row.Cells = append(row.Cells, answer(t, list.Columns[column].Kind, raw))
			}
			if len(row.Cells) > 0 {
				l.Rows = append(l.Rows, row)
			}
		}
		s.Lists[list.Index] = l
	}
	return b
}

const everyForm = "x1: a=1\nx2: a=1\nx3: a=1\ntt: a=1\ntinh:"

func TestFunctionsOverRows(t *testing.T) {
	c := office(t, committee)
	full := "x1 ds_bch: an 31 có XS; ba 32 không HT\nx2 ds_bch: ca 20 có XS\nx3 ds_bch:\ntt ds_bch: du 40 có HT\ntinh ds_vb: 5; 6"
	holes := "x1 ds_bch: an 31 có XS; ba ? - HT\nx2 ds_bch: ca 20 kad XS\ntt ds_bch: du 40 ? HT"
	tests := []struct{ name, lists, unit, code, want string }{
		{"rows of a unit", full, "x1", "uv", "2 (1/1)"},
		{"rows of all units at or below", full, "h1", "uv", "3 (2/2)"},
		{"a blank list is none, which is an answer", full, "x3", "uv", "0 (1/1)"},
		{"of the whole; the root reports, and units below it do", full, "tinh", "uv", "4 (4/4)"},
		{"a quotient of counts", full, "tinh", "xs", "2:4 (4/4)"},
		{"an option by its label", full, "tinh", "gia", "31 (4/4)"},
		{"a sum", full, "tinh", "tuoi", "123 (4/4)"},
		{"a sum of no rows", full, "x3", "tuoi", "0 (1/1)"},
		{"the smallest", full, "h1", "tre", "20 (2/2)"},
		{"the smallest of no rows", full, "h2", "tre", "missing nho_nhat_dong(ds_bch; tuoi) (1/1)"},
		{"the province's own list", full, "tinh", "vb", "2 (1/1)"},
		{"which nobody else gives", full, "x1", "vb", "missing dem_dong(ds_vb) (0/0)"},
		{"with a figure", full, "tinh", "moi", "4:4 (4/4)"},

		{"a list that is not there", holes, "x3", "uv", "missing dem_dong(ds_bch) (0/1)"},
		{"is not counted", holes, "tinh", "uv", "4 (3/4)"},
		{"an unreadable number", holes, "h1", "tuoi", "51 (1/2)"},
		{"a blank answer", holes, "x1", "dv", "1 (0/1)"},
		{"an answer that does not apply is no yes", holes, "x2", "dv", "0 (1/1)"},
		{"nothing known", holes, "tt", "dv", "missing dem_dong(ds_bch; dang_vien; có) (0/1)"},
		{"the greatest of those that are known", holes, "h1", "gia", "31 (1/2)"},
	}
	for _, test := range tests {
		r := Build(c, listing(t, c, batch(t, c, everyForm), test.lists), nil, Options{})
		if got := total(r, test.unit, test.code); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
		ind := c.Indicator(sheets.Code(test.code))
		if got := show(r.Eval(c.Units.Unit(sheets.UnitCode(test.unit)), ind.Formula)); got != test.want {
			t.Errorf("%s, as an expression: got %s, want %s", test.name, got, test.want)
		}
	}
}

// Rows that are moved to another unit below the same one change no answer; neither does their order.
func TestRowsAreAddedUp(t *testing.T) {
	c := office(t, committee)
	parts := []string{"an 31 có XS", "ba 32 không HT", "ca 20 có XS", "du 40 có HT", "ei 33 không XS"}
	var want []string
	for cut := range len(parts) + 1 {
		rows := slices.Concat(parts[cut:], parts[:cut])
		lists := "x1 ds_bch: " + strings.Join(rows[:cut], ";") + "\nx2 ds_bch: " + strings.Join(rows[cut:], ";")
		r := Build(c, listing(t, c, batch(t, c, everyForm), lists), nil, Options{})
		var got []string
		for _, code := range []string{"uv", "xs", "dv", "tuoi", "tre", "gia"} {
			got = append(got, total(r, "h1", code))
		}
		if want = append(want, strings.Join(got, " ")); want[0] != want[cut] {
			t.Errorf("%d rows in the first list: %s, want %s", cut, want[cut], want[0])
		}
	}
}

func TestStrictLeavesOutLists(t *testing.T) {
	c := office(t, committee)
	b := listing(t, c, batch(t, c, everyForm), "x1 ds_bch: an 31 có XS\nx2 ds_bch: ba 32 có HT")
	bad := sheets.Finding{Code: "so-lieu-sai-kieu", Severity: figure.Error, Unit: "x1", Indicator: "ds_bch.tuoi"}
	r := Build(c, b, []sheets.Finding{bad}, Options{Strict: true})
	if got := total(r, "h1", "uv"); got != "1 (1/2)" {
		t.Errorf("the rest is %s", got)
	}
	if rows := r.Rows(c.Units.Root, c.List("ds_bch")); len(rows) != 1 || rows[0].Unit.Code != "x2" {
		t.Errorf("%d rows", len(rows))
	}
	loose := Build(c, b, []sheets.Finding{bad}, Options{})
	for code, want := range map[string]int{"tuoi": 1, "uv": 0, "dv": 0} {
		if got := loose.Total(c.Units.Root, c.Indicator(sheets.Code(code))).Findings; got != want {
			t.Errorf("%d findings stand behind %s, want %d", got, code, want)
		}
	}
}

// A target that each unit must reach is about the units that give the list.
func TestTargetOverRows(t *testing.T) {
	c := office(t, committee+`
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Phạm vi
CT | | Mỗi Ban Chấp hành có ít nhất 2 uỷ viên | dem_dong(ds_bch) | >= | 2 | từng đơn vị
`)
	r := Build(c, listing(t, c, batch(t, c, everyForm), "x1 ds_bch: an 31 có XS; ba 32 có HT\nx2 ds_bch: ba 32 có HT"), nil, Options{})
	part := r.Targets[0].Parts[0]
	if got := fmt.Sprint(part.Units, len(part.Failing), len(part.Unjudged)); got != "4 1 2" {
		t.Errorf("units, failing, unjudged: %s", got)
	}
}

func TestTraceOfRows(t *testing.T) {
	c := office(t, committee)
	b := listing(t, c, batch(t, c, everyForm), "x1 ds_bch: an 31 có XS; ba ? - HT; ca 33 có XS\nx3 ds_bch: du - có HT")
	b.Submissions[c.Units.Unit("x2").Index], b.InQuestion[c.Units.Unit("x2").Index] = nil, true
	r := Build(c, b, nil, Options{})
	trace := r.Trace(c.Units.Root, c.Indicator("tuoi"))
	if len(trace.Operands) != 1 || trace.Operands[0].Name != "tong_dong(ds_bch; tuoi)" {
		t.Fatalf("operands %+v", trace.Operands)
	}
	var got []string
	for _, l := range trace.Operands[0].Lists {
		got = append(got, fmt.Sprintf("%s %s %s %v %v %v", l.Unit.Code, show(l.Value), l.Pos, l.Rows, l.Open, l.InQuestion))
	}
	want := `x1 64 (0/0) nop/x1.xlsx › ds_bch [6 8] [7] false
x2 missing tong_dong(ds_bch; tuoi) (0/0)  [] [] true
x3 missing tong_dong(ds_bch; tuoi) (0/0) nop/x3.xlsx › ds_bch [] [6] false
tt missing tong_dong(ds_bch; tuoi) (0/0)  [] [] false`
	if shown := strings.Join(got, "\n"); shown != want {
		t.Errorf("got\n%s\nwant\n%s", shown, want)
	}
}

// What a formula cannot ask for is missing and says so, also where nobody has checked it.
func TestQuestionsWithoutAnswer(t *testing.T) {
	c := office(t, committee)
	r := Build(c, listing(t, c, batch(t, c, everyForm), "x1 ds_bch: an 31 có XS"), nil, Options{})
	for _, src := range []string{
		"dem_dong(ds_la)", "dem_dong(ds_bch; la; 1)", "tong_dong(ds_bch; ten)", "dem_dong(ds_bch; xep_loai; la)", "dem_dong(ds_bch; tuoi; nhiều)",
	} {
		e, faults := formula.Parse(src)
		if len(faults) > 0 {
			t.Fatalf("%s: %s", src, faults[0].Message)
		}
		if v := r.Eval(c.Units.Unit("x1"), e); !v.IsMissing() || len(v.Gaps) != 1 {
			t.Errorf("%s is %s", src, show(v))
		}
	}
}
