package formula_test

import (
	"iter"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
)

func TestEval(t *testing.T) {
	tests := []struct{ src, want string }{
		// Exact numbers in every spelling.
		{"1 + 2 * 3", "7"},
		{"(1 + 2) * 3", "9"},
		{"10 - 3 - 2", "5"},
		{"0,1 + 0.2", "3/10"},
		{"80%", "4/5"},
		{"-a + b", "-3"},
		{"a × b ÷ 2 – 1", "8"},
		{"1,8050", "361/200"},
		{"=a+b", "9"},

		// A division keeps its terms as long as nothing else happens to it.
		{"dvut_cn / dvut", "56/1805 (56:1805)"},
		{"(dvut_cn / dvut)", "56/1805 (56:1805)"},
		{"ty_le", "9/11 (9:11)"},
		{"a / b", "2 (6:3)"},
		{"1 - a / b", "-1"},
		{"-(a / b)", "-2"},
		{"a / b * 1", "2"},
		{"a / b / 2", "1 (2:2)"},
		{"neu(có; a / b; 0)", "2 (6:3)"},
		{"lon_nhat(a / b; 1)", "2 (6:3)"},
		{"tri_tuyet_doi(a / b)", "2"},

		// Missing stays missing and names itself; zero divides nothing.
		{"a + thieu_1", "missing: thieu_1"},
		{"thieu_2 * thieu_1 + thieu_2", "missing: thieu_2, thieu_1"},
		{"trong + 1", "missing: trong"},
		{"Trong", "missing: Trong"},
		{"la_hoac", "missing: la_hoac"},
		{"0 * thieu_1", "missing: thieu_1"},
		{"a / c", "missing: c (bằng 0 nên không chia được)"},
		{"a / (b - 3)", "missing: b - 3 (bằng 0 nên không chia được)"},
		{"0 / c", "missing: c (bằng 0 nên không chia được)"},
		{"a / c + thieu_1", "missing: c (bằng 0 nên không chia được), thieu_1"},
		{"thieu(thieu_1)", "true"},
		{"thieu(a / c)", "true"},
		{"thieu(c)", "false"},
		{"thieu(kad)", "false"},
		{"neu(thieu(thieu_1); 0; thieu_1)", "0"},
		{"neu(thieu_1 > 0; 1; 2)", "missing: thieu_1"},
		{"neu(a > 0; 1; thieu_1)", "1"},
		{"neu(a < 0; thieu_1; b)", "3"},
		{"lon_nhat(a; thieu_1)", "missing: thieu_1"},
		{"so_hong + 1", "missing: so_hong"},
		{"khoang_sai = khoang", "missing: khoang_sai"},

		// Not applicable is an answer.
		{"kad + a", "not applicable"},
		{"kad + thieu_1", "not applicable"},
		{"kad > 1", "not applicable"},
		{"kad = thieu_1", "not applicable"},
		{"neu(kad > 1; 1; 2)", "not applicable"},
		{"-kad", "not applicable"},
		{"không phải kad", "not applicable"},
		{"kad > 1 và có", "not applicable"},
		{"kad > 1 và không", "false"},
		{"kad > 1 hoặc có", "true"},
		{"kad > 1 và thieu_1 > 1", "missing: thieu_1"},

		// Three-valued logic.
		{"thieu_1 > 0 và không", "false"},
		{"không và thieu_1 > 0", "false"},
		{"thieu_1 > 0 hoặc có", "true"},
		{"thieu_1 > 0 và có", "missing: thieu_1"},
		{"thieu_1 > 0 hoặc thieu_2 > 0", "missing: thieu_1, thieu_2"},
		{"không phải thieu_1 > 0", "missing: thieu_1"},
		{"không phải a = 6 hoặc b = 3", "true"},
		{"có hoặc có và không", "true"},
		{"a và có", "missing: a (không phải là điều kiện)"},
		{"a và không", "false"},

		// Comparisons.
		{"a > b", "true"}, {"a <= b", "false"}, {"a <> b", "true"}, {"a ≠ 6", "false"}, {"a ≥ 6", "true"}, {"b ≤ 2", "false"},
		{"dvut_cn / dvut >= 5%", "false"},
		{"kn_cn / dvut_cn >= 10%", "true"},
		{"1 / 3 = 0,3333333333", "false"},
		{"loai = “XUẤT SẮC”", "true"},
		{"loai = \"xuat sac\"", "false"},
		{"van = \"xs\"", "true"},
		{"hoa_thanh = \"hòa thành\"", "true"},
		{"dung_vay = có", "true"}, {"dung_vay <> yes", "false"}, {"sai_vay = KHÔNG", "true"}, {"dung_vay = \"Có\"", "true"},
		{"khoang = khoang", "true"},
		{"hom_qua < hom_nay", "true"}, {"hom_nay = hom_nay", "true"}, {"hom_nay <= hom_qua", "false"},
		{"hom_nay = \"01/01/2021\"", "missing: hom_nay = \"01/01/2021\" (hai bên không so sánh được với nhau)"},
		{"hom_nay - hom_qua", "missing: hom_nay (không phải là số), hom_qua (không phải là số)"},
		{"khoang > khoang", "missing: khoang > khoang (hai bên không so sánh được với nhau)"},
		{"khoang >= 1", "missing: khoang >= 1 (hai bên không so sánh được với nhau)"},
		{"loai > \"a\"", "missing: loai > \"a\" (hai bên không so sánh được với nhau)"},
		{"loai = a", "missing: loai = a (hai bên không so sánh được với nhau)"},
		{"danh_sach = danh_sach", "missing: danh_sach = danh_sach (hai bên không so sánh được với nhau)"},

		// Wrong kinds are missing with a reason.
		{"loai + 1", "missing: loai (không phải là số)"},
		{"-dung_vay", "missing: dung_vay (không phải là số)"},
		{"khoang * khoang", "missing: khoang (không phải là số)"},

		// Numbers.
		{"max(a; b; 7,5)", "15/2"}, {"nho_nhat(a; b; -1)", "-1"}, {"abs(b - a)", "3"},
		{"lam_tron(2,5; 0)", "3"}, {"lam_tron(-2,5; 0)", "-3"}, {"round(1 / 3; 2)", "33/100"}, {"lam_tron(1849; -2)", "1800"},
		{"lam_tron(1850; -2)", "1900"}, {"lam_tron(0,8249; 2)", "41/50"},
		{"lam_tron(a; 0,5)", "missing: 0,5 (số chữ số thập phân phải là số nguyên từ -12 đến 12)"},
		{"lam_tron(a; 13)", "missing: 13 (số chữ số thập phân phải là số nguyên từ -12 đến 12)"},

		// Coverage follows the weakest operand.
		{"phan + du", "3 [90/94]"}, {"du + phan", "3 [90/94]"}, {"phan + it", "4 [1/9]"}, {"it / phan", "3 (3:1) [1/9]"},
		{"du * 2", "4 [9/9]"}, {"a + b", "9"}, {"phan > 0", "true [90/94]"}, {"không phải phan > 0", "false [90/94]"},
		{"neu(phan > 0; du; it)", "2 [90/94]"}, {"lon_nhat(phan; du)", "2 [90/94]"}, {"-it", "-3 [1/9]"},
		{"phan > 0 và it > 0", "true [1/9]"}, {"phan", "1 [90/94]"},

		// Units: district 1 is not concerned, district 2 has not answered, district 8 rests on partial figures.
		{"so_don_vi(huyen)", "9"}, {"units(Huyện; trực thuộc)", "10"}, {"so_don_vi()", "12"}, {"so_don_vi(khong_co)", "0"},
		{"dem_don_vi(cuoc >= 5; huyen)", "4 [6/8]"},
		{"dem_don_vi(cuoc >= 5; huyen; truc_thuoc)", "5 [7/9]"},
		{"dem_don_vi(mot = 1; huyen) / so_don_vi(huyen)", "1 (9:9) [9/9]"},
		{"dem_don_vi(thieu(cuoc); huyen)", "1 [9/9]"},
		{"dem_don_vi(cuoc > 0; cam)", "missing: cuoc của đơn vị câm"},
		{"dem_don_vi(cuoc > 0; ngoai)", "not applicable"},
		{"dem_don_vi(cuoc > 0; khong_co)", "0"},
		{"dem_don_vi(cuoc; truc_thuoc)", "missing: cuoc (không phải là điều kiện)"},
		{"abs(thieu_1)", "missing: thieu_1"}, {"round(thieu_1; 2)", "missing: thieu_1"},

		// Words go to the surroundings.
		{"dvut / nguong(CT-A.a)", "361/400 (1805:2000)"},
		{"dvut / nguong(CT–A.a)", "361/400 (1805:2000)"},
		{"dvut / threshold(“CT-A.a”)", "361/400 (1805:2000)"},
		{"nguong(CT-B)", "missing: nguong(\"CT-B\")"},
		{"dem_chi_tieu(Vượt; đạt) / dem_chi_tieu()", "9/11 (9:11)"},
		{"a / months()", "1/2 (6:12)"},
		{"dem_dong(ds_bch; xep_loai; XS)", "3"},
	}
	w := province()
	for _, tt := range tests {
		if got := show(eval(t, tt.src, w)); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.src, got, tt.want)
		}
	}
}

// Repeated multiplication ends in a missing value instead of an ever longer number.
func TestEvalBoundsNumbers(t *testing.T) {
	digits := strings.Repeat("9", 60)
	v := eval(t, strings.Repeat(digits+"*", 50)+"1", province())
	if !v.IsMissing() || len(v.Gaps) != 1 {
		t.Fatalf("got %s", show(v))
	}
	if en := formula.GapText(v.Gaps[0]).In(lang.En); !strings.HasSuffix(en, "(the number is too long to calculate with)") {
		t.Errorf("English: %s", en)
	}
}

func TestEvalWithoutSurroundings(t *testing.T) {
	e, _ := formula.Parse("a")
	var none *formula.Expr
	for _, v := range []figure.Value{e.Eval(nil), none.Eval(province())} {
		if !v.IsMissing() {
			t.Errorf("got %s", show(v))
		}
	}
	if none.Result() != figure.Missing || none.Names() != nil || none.Functions() != nil || none.Check(scope{}) != nil || none.String() != "" {
		t.Error("a nil expression uses something")
	}
}

// silent gives nothing at all, not even a range of units.
type silent struct{}

func (silent) Value(string) figure.Value            { return figure.Value{} }
func (silent) Units([]string) iter.Seq[formula.Env] { return nil }
func (silent) Ask(string, []string) figure.Value    { return figure.Value{} }

func TestEvalNilUnits(t *testing.T) {
	for _, src := range []string{"so_don_vi()", "dem_don_vi(a > 0)"} {
		if got := show(eval(t, src, silent{})); got != "0" {
			t.Errorf("%s = %s", src, got)
		}
	}
}

func TestGapText(t *testing.T) {
	w := province()
	tests := []struct{ src, vi, en string }{
		{"thieu_1", "thieu_1", "thieu_1"},
		{"a / c", "c (bằng 0 nên không chia được)", "c (is 0 and cannot divide)"},
		{"loai + 1", "loai (không phải là số)", "loai (is not a number)"},
		{"a và có", "a (không phải là điều kiện)", "a (is not a condition)"},
		{"khoang > 1", "khoang > 1 (hai bên không so sánh được với nhau)", "khoang > 1 (the two sides cannot be compared)"},
		{"lam_tron(a; 99)", "99 (số chữ số thập phân phải là số nguyên từ -12 đến 12)", "99 (the number of decimals must be a whole number from -12 to 12)"},
	}
	for _, tt := range tests {
		m := formula.GapText(eval(t, tt.src, w).Gaps[0])
		if m.In(lang.Vi) != tt.vi || m.In(lang.En) != tt.en {
			t.Errorf("%s: %q, %q", tt.src, m.In(lang.Vi), m.In(lang.En))
		}
	}
}
