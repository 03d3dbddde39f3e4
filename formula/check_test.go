package formula_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
)

func TestCheck(t *testing.T) {
	known := scopeOf(province())
	known.words["nguong"] = []string{"CT-A.a", "CT-A.b"}
	known.words["tong_dong "], known.words["tong_dong ds_bch"], known.words["tong_dong DS_QUY"], known.words["tong_dong ds_quy"] = []string{"ds_bch", "ds_quy"}, []string{"tuoi"}, []string{"so_tien"}, []string{"so_tien"}
	tests := []struct {
		src  string
		want []fault
	}{
		{"a + b > 1 và dung_vay", nil},
		{"DVUT_CN / dvut", nil},
		{"dem_don_vi(a >= 1; Xã; truc_thuoc) / so_don_vi(xa; trực_thuộc)", nil},
		{`loai = "XS" hoặc dung_vay = "có"`, nil},
		{`neu(a > 0; "đủ"; "thiếu") = "đủ"`, nil},
		{"neu(a > 0; 1; “thiếu”) + 1", nil}, // only the data tell
		{"nguong(\"ct-a.a\") + dem_dong(gi_cung_duoc)", nil},

		{"1 + dvut_c", []fault{{5, "dvut_c", "Không có mã “dvut_c”. Có phải là “dvut_cn” không?", []string{"dvut_cn", "dvut"}}}},
		{"xyzxyz + xyzxyz * XYZXYZ", []fault{{1, "xyzxyz", "Không có mã “xyzxyz”.", nil}}},
		{"dem_don_vi", []fault{{1, "dem_don_vi", "“dem_don_vi” là một hàm: hãy viết dấu ngoặc sau nó, ví dụ dem_don_vi(mt_cuoc >= 1; huyen; truc_thuoc).", nil}}},
		{"dem_don_vi(zzzzzz > 0; xa)", []fault{{12, "zzzzzz", "Không có mã “zzzzzz”.", nil}}},
		{"so_don_vi(xa; huyem)", []fault{{15, "huyem", "Hàm “so_don_vi” không hiểu “huyem”. Có phải là “huyen” không?", []string{"huyen"}}}},
		{"dem_chi_tieu(chua_dat; hoan_toan_khac)", []fault{{24, "hoan_toan_khac", "Hàm “dem_chi_tieu” không hiểu “hoan_toan_khac”.", nil}}},
		{"nguong(CT-A.c)", []fault{{8, "CT-A.c", "Hàm “nguong” không hiểu “CT-A.c”. Có phải là “CT-A.a” không?", []string{"CT-A.a", "CT-A.b"}}}},

		{"tong_dong(ds_bch; tuoi) + tong_dong(DS_QUY; \"số tiền\") + tong_dong(ds_quy; so_tien; loai; 1)", nil},
		{"tong_dong(ds_quy; tuoi)", []fault{{19, "tuoi", "Hàm “tong_dong” không hiểu “tuoi”.", nil}}},
		{"tong_dong(ds_quye; tuoi)", []fault{{11, "ds_quye", "Hàm “tong_dong” không hiểu “ds_quye”. Có phải là “ds_quy” không?", []string{"ds_quy"}}}},

		{`a + "5"`, []fault{{5, `"5"`, "“+” cần số, nhưng “\"5\"” là văn bản.", nil}}},
		{"a * (b > 0)", []fault{{6, "b > 0", "“*” cần số, nhưng “b > 0” là một điều kiện.", nil}}},
		{"-có", []fault{{2, "có", "“-” cần số, nhưng “có” là một điều kiện.", nil}}},
		{"lon_nhat(a; a = b)", []fault{{13, "a = b", "“lon_nhat” cần số, nhưng “a = b” là một điều kiện.", nil}}},
		{"a + 1 và dung_vay", []fault{{1, "a + 1", "“và” cần một điều kiện như a > 0, nhưng “a + 1” là một số.", nil}}},
		{"không phải 1", []fault{{12, "1", "“không phải” cần một điều kiện như a > 0, nhưng “1” là một số.", nil}}},
		{"neu(1; a; b)", []fault{{5, "1", "“neu” cần một điều kiện như a > 0, nhưng “1” là một số.", nil}}},
		{"dem_don_vi(a + 1)", []fault{{12, "a + 1", "“dem_don_vi” cần một điều kiện như a > 0, nhưng “a + 1” là một số.", nil}}},
		{"a + 1 = có", []fault{{1, "a + 1 = có", "Không so sánh được một số (“a + 1”) với một điều kiện (“có”).", nil}}},
		{`neu(có; 1; 2) = "XS"`, []fault{{1, `neu(có; 1; 2) = "XS"`, "Không so sánh được một số (“neu(có; 1; 2)”) với văn bản (“\"XS\"”).", nil}}},
		{`loai > "XS"`, []fault{{8, `"XS"`, "Không so sánh lớn nhỏ được với văn bản (“\"XS\"”): chỉ dùng = hoặc <>.", []string{"=", "<>"}}}},

		{`zzzzzz + "x" > yyyyyy`, []fault{
			{1, "zzzzzz", "Không có mã “zzzzzz”.", nil},
			{10, `"x"`, "“+” cần số, nhưng “\"x\"” là văn bản.", nil},
			{16, "yyyyyy", "Không có mã “yyyyyy”.", nil},
		}},
	}
	for _, tt := range tests {
		e, faults := formula.Parse(tt.src)
		if len(faults) > 0 {
			t.Fatalf("%q: %v", tt.src, faults[0].Message)
		}
		if diff := cmp.Diff(tt.want, vietnamese(e.Check(known))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.src, diff)
		}
	}
}

func TestResult(t *testing.T) {
	for src, want := range map[string]figure.Kind{
		"a": figure.Missing, "1": figure.Number, "a / b": figure.Number, "-a": figure.Number, "a > b": figure.Bool, "có": figure.Bool,
		"không phải a": figure.Bool, "a và b": figure.Bool, `"x"`: figure.Text, "neu(a; 1; 2)": figure.Number, "neu(a; 1; b)": figure.Missing,
		`neu(a; 1; "x")`: figure.Missing, "thieu(a)": figure.Bool, "so_don_vi()": figure.Number, "nguong(x)": figure.Missing,
	} {
		e, _ := formula.Parse(src)
		if got := e.Result(); got != want {
			t.Errorf("%s gives %v, want %v", src, got, want)
		}
	}
}

// Every row of the table of functions is documented, has unique names and an example in both languages that reads to the same
// expression, uses the function, has no faults and evaluates to a value.
func TestFunctions(t *testing.T) {
	w := &world{
		figures: map[string]figure.Value{
			"tc_bch": figure.Int(3), "tc_nam": figure.Int(20), "tc_nu": figure.Int(12), "mt_cuoc": figure.Int(1), "tinh_bpv_lan": figure.Int(5),
			"xd_dvut": figure.Int(1805),
		},
		answers: map[string]figure.Value{
			"so_thang()": figure.Int(12), "nguong(CT-A.a)": figure.Int(2000), "ke_hoach_den_ky(CT-A.a)": figure.Int(1500), "dem_chi_tieu(vuot,dat)": figure.Int(9),
			"dem_chi_tieu()": figure.Int(11), "dem_noi_dung(chua_dat)": figure.Int(1), "dem_khuyet_diem()": figure.Int(4),
			"dem_dong(ds_bch,xep_loai,XS)": figure.Int(3), "tong_dong(ds_cong_trinh,tri_gia,loai,cong_trinh)": figure.Int(500),
			"nho_nhat_dong(ds_bch,tuoi)": figure.Int(31), "lon_nhat_dong(ds_bch,tuoi,tinh_trang,dang_tham_gia)": figure.Int(32),
		},
		others: map[string]*world{
			formula.LastPeriod: {figures: map[string]figure.Value{"xd_dvut": figure.Int(1800)}},
			formula.LastYear: {
				figures: map[string]figure.Value{"xd_dvut": figure.Int(1444)},
				others:  map[string]*world{formula.Cumulative: {figures: map[string]figure.Value{"xd_dvut": figure.Int(2000)}}},
			},
			formula.Cumulative: {figures: map[string]figure.Value{"xd_dvut": figure.Int(2800)}},
		},
	}
	want := map[string]string{
		"neu": "3", "lon_nhat": "20", "nho_nhat": "12", "tri_tuyet_doi": "8", "lam_tron": "3/5", "thieu": "false", "dem_don_vi": "0",
		"so_don_vi": "0", "so_thang": "5/12 (5:12)", "nguong": "361/400 (1805:2000)", "dem_chi_tieu": "9/11 (9:11)",
		"dem_noi_dung": "1", "dem_khuyet_diem": "4", "dem_dong": "3", "tong_dong": "500",
		"nho_nhat_dong": "31", "lon_nhat_dong": "32",
		"ky_truoc": "5", "cung_ky": "5/4 (1805:1444)", "luy_ke": "800", "ke_hoach_den_ky": "28/15 (2800:1500)",
	}
	seen := make(map[string]bool)
	for _, fn := range formula.Functions() {
		if seen[fn.Name] || seen[fn.English] || !formula.ValidName(fn.Name) || !formula.ValidName(fn.English) {
			t.Errorf("%s, %s: a name is taken", fn.Name, fn.English)
		}
		seen[fn.Name], seen[fn.English] = true, true
		for _, name := range []string{fn.Name, fn.English, strings.ToUpper(fn.Name)} {
			if found, ok := formula.FunctionNamed(name); !ok || found.Name != fn.Name {
				t.Errorf("%s is not found as %s", fn.Name, name)
			}
		}
		for _, l := range []lang.Lang{lang.Vi, lang.En} {
			if fn.Doc.In(l) == "" || !strings.HasPrefix(fn.Signature(l), map[lang.Lang]string{lang.Vi: fn.Name, lang.En: fn.English}[l]+"(") {
				t.Errorf("%s is not documented in both languages", fn.Name)
			}
			e, faults := formula.Parse(fn.Example.In(l))
			if len(faults) > 0 {
				t.Errorf("%s: %v", fn.Example.In(l), faults[0].Message)
				continue
			}
			if !strings.Contains(e.String(), fn.Name+"(") || len(e.Check(scopeOf(w))) > 0 {
				t.Errorf("%s is no example of %s", fn.Example.In(l), fn.Name)
			}
			if got := show(e.Eval(w)); got != want[fn.Name] {
				t.Errorf("%s = %s, want %s", e, got, want[fn.Name])
			}
		}
	}
	if len(want)*2 != len(seen) {
		t.Errorf("%d functions, %d results stated", len(seen)/2, len(want))
	}
}

func TestFunctionsCannotBeChanged(t *testing.T) {
	formula.Functions()[0].Name = "changed"
	if formula.Functions()[0].Name != "neu" {
		t.Error("a caller changed the table of functions")
	}
}
