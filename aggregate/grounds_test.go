package aggregate

import (
	"fmt"
	"strings"
	"testing"

	"tonghop/formula"
	"tonghop/sheets"
)

const judgedOffice = district + `
# Thông tin
Khóa | Giá trị
muc_tieu | 5
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức
b | B | số đếm | xã |
a | A | số đếm | xã; trực thuộc |
f | F | công thức | | a / (b + so_thang()) * nguong("CT-1")
g | G | công thức | | dem_chi_tieu(dat)
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Phạm vi | Điều kiện
CT-1 | | Mỗi xã | a | >= | 3 | từng đơn vị: xã | b >= 1
CT-2 | | Tổng | b | >= | 3 | |
# Khuyết điểm
Mã | Vế | Nội dung | Lĩnh vực | Số đo | Đánh giá
KD1 | 1 | Một | lãnh đạo | CT-2 | 3
KD1 | 2 | Hai | lãnh đạo | f >= 1 |
`

// The verdicts on single units are those that the part was judged by, the units that failed first.
func TestWorstFirst(t *testing.T) {
	r := build(t, office(t, judgedOffice), "x1: a=5 b=1\nx2: a=1 b=1\nx3: b=1\ntt: a=7")
	part := r.PartNamed("CT-1")
	var got []string
	counts := make(map[sheets.Verdict]int)
	for _, v := range part.WorstFirst() {
		got = append(got, fmt.Sprintf("%s %s %s", v.Unit.Code, show(v.Value), NameOf(v.Verdict).Name))
		counts[v.Verdict]++
	}
	want := "x2 1 (1/1) unmet\nx3 missing a (0/1) insufficient_data\nx1 5 (1/1) exceeded"
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	if len(got) != part.Units || counts[sheets.Unmet] != len(part.Failing) || counts[sheets.Insufficient] != len(part.Unjudged) {
		t.Errorf("%v beside %d units, %d failing, %d not judged", counts, part.Units, len(part.Failing), len(part.Unjudged))
	}
	if all := r.PartNamed("ct-2").WorstFirst(); all != nil {
		t.Errorf("the part of the whole has verdicts of %d units", len(all))
	}
}

// Roots are gone down to through formulas, verdicts and settings, each once.
func TestRoots(t *testing.T) {
	c := office(t, judgedOffice)
	r := build(t, c, "x1: a=5 b=1\nx2: a=1 b=1\nx3: a=4 b=1\ntt: a=7")
	root := c.Units.Root
	for _, test := range []struct{ expr, want string }{
		{"a", "a"},
		{"f + a", "a; b; so_thang() Kỳ A2; nguong(CT-1) Chỉ tiêu A2"},
		{"g", "CT-1 Chỉ tiêu A2; a; b; CT-2 Chỉ tiêu A3"},
		{"dem_khuyet_diem()", "KD1 Khuyết điểm A2; KD1.2 Khuyết điểm A3; CT-2 Chỉ tiêu A3; b; a; so_thang() Kỳ A2; nguong(CT-1) Chỉ tiêu A2"},
		{"thong_tin.muc_tieu", "thong_tin.muc_tieu Thông tin B2"},
		{"ky.ma", "ky.ma Kỳ A2"},
	} {
		e, faults := formula.Parse(test.expr)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		var got []string
		for _, o := range r.Roots(root, r.Operands(root, e, r.Env(root))...) {
			got = append(got, strings.TrimSpace(o.Name+" "+o.Pos.Sheet+" "+o.Pos.Cell()))
			if cells := o.Cells(); len(cells) == 0 {
				t.Errorf("%s: %s has no cells", test.expr, o.Name)
			}
		}
		if text := strings.Join(got, "; "); text != test.want {
			t.Errorf("%s: got %s, want %s", test.expr, text, test.want)
		}
	}
	if pos, _ := r.Catalogued("khong_co"); pos != (sheets.Pos{}) {
		t.Errorf("what does not exist stands at %s", pos)
	}
	if r.ShortcomingNamed("kd1") == nil || r.ShortcomingNamed("KD9") != nil || r.PartNamed("CT-9") != nil || r.TargetNamed("ct-1") == nil {
		t.Error("names are not found as they should be")
	}
}
