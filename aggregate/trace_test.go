package aggregate

import (
	"fmt"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

func TestTrace(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức
b | B | số đếm | xã |
a | A | số đếm | xã; trực thuộc |
f | F | công thức | | a / (b + so_thang()) * nguong("CT") + so_thang()
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng
CT | | Chỉ tiêu | a | >= | 3
`)
	b := batch(t, c, "x1: a=5\nx2: a=?\ntt: a=7")
	b.Submissions[c.Units.Unit("tt").Index] = nil
	b.InQuestion[c.Units.Unit("tt").Index] = true
	r := Build(c, b, []sheets.Finding{{Code: "x", Severity: figure.Error, Unit: "x1"}}, Options{})
	tr := r.Trace(c.Units.Root, c.Indicator("a"))
	var got []string
	for _, p := range tr.Parts {
		got = append(got, fmt.Sprintf("%s %s %d %s %q %v", p.Unit.Code, show(p.Value), p.State, p.Pos, p.Raw, p.InQuestion))
	}
	want := `x1 5 (1/1) 4 nop/x1.xlsx › Biểu mẫu › E15 "5" false
x2 missing a (0/1) 2 nop/x2.xlsx › Biểu mẫu › E15 "?" false
x3 missing a (0/1) 0  "" false
tt missing a (0/1) 0  "" true`
	if shown := strings.Join(got, "\n"); shown != want {
		t.Errorf("got\n%s\nwant\n%s", shown, want)
	}
	if got := show(tr.Total.Value); got != "5 (1/4)" {
		t.Errorf("total %s", got)
	}

	tr = r.Trace(c.Units.Root, c.Indicator("f"))
	got = nil
	for _, o := range tr.Operands {
		got = append(got, fmt.Sprintf("%s %v %s", o.Name, o.Indicator != nil, show(o.Value)))
	}
	want = "a true 5 (1/4)\nb true missing b (0/3)\nso_thang() false 12 (0/0)\nnguong(CT) false 3 (0/0)"
	if shown := strings.Join(got, "\n"); shown != want {
		t.Errorf("got\n%s\nwant\n%s", shown, want)
	}
	if tr.Formula != `a / (b + so_thang()) * nguong(CT) + so_thang()` && !strings.Contains(tr.Formula, "nguong") {
		t.Errorf("formula %s", tr.Formula)
	}

	strict := Build(c, b, []sheets.Finding{{Code: "x", Severity: figure.Error, Unit: "x1"}}, Options{Strict: true})
	first := strict.Trace(c.Units.Root, c.Indicator("a")).Parts[0]
	if !first.LeftOut || first.Pos != (sheets.Pos{}) || !first.Value.IsMissing() {
		t.Errorf("left out: %+v", first)
	}
}

// TestMessages puts every message that can be made here into both languages.
func TestMessages(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập
a | Số | số đếm | xã
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Phạm vi | Kết luận tay | Lý do
CT-1 | | Một | a | >= | 1 | từng đơn vị: cụm | |
CT-2 | | Hai | a | >= | 1 | từng đơn vị: xã | |
# Khuyết điểm
Mã | Vế | Nội dung | Lĩnh vực | Số đo | Đánh giá
KD1 | 1 | Một | lãnh đạo | CT-2 | 3
KD2 | 1 | Hai | lãnh đạo | |
`)
	r := build(t, c, "x1: a=0\nx2: a=0\nx3: a=0")
	seen := make(map[string]bool)
	for _, f := range r.Findings {
		seen[f.Code] = true
		for _, l := range []lang.Lang{lang.Vi, lang.En} {
			for _, m := range []lang.Message{f.Message, f.Hint} {
				if text := m.In(l); text == "" || strings.Contains(text, "%!") || strings.Contains(text, "%%") {
					t.Errorf("%s: %q", f.Code, text)
				}
			}
		}
		if !f.Catalogue || f.Count != 1 || f.Severity == figure.Fine {
			t.Errorf("%+v", f)
		}
	}
	for _, code := range []string{codeNoReason, codeNoUnits, codeUnlinked} {
		if !seen[code] {
			t.Errorf("%s was not made", code)
		}
	}
}
