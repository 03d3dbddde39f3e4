package formula_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tonghop/formula"
)

func TestRowsOf(t *testing.T) {
	where := []formula.Match{{Column: "loai", Word: "Công trình"}, {Column: "xong", Word: "có"}}
	for src, want := range map[string]*formula.Rows{
		"dem_dong(ds)": {Function: "dem_dong", List: "ds"},
		`count_rows(ds; loai; "Công trình"; xong; có)`:        {Function: "dem_dong", List: "ds", Where: where},
		"tong_dong(ds; tri_gia)":                              {Function: "tong_dong", List: "ds", Amount: "tri_gia"},
		`min_rows(ds; tri_gia; loai; "Công trình"; xong; có)`: {Function: "nho_nhat_dong", List: "ds", Amount: "tri_gia", Where: where},
		"lon_nhat_dong(ds; tri_gia)":                          {Function: "lon_nhat_dong", List: "ds", Amount: "tri_gia"},
		"so_thang()":                                          nil,
		"dem_khuyet_diem(1a)":                                 nil,
	} {
		e, faults := formula.Parse(src)
		if len(faults) > 0 {
			t.Fatalf("%s: %s", src, faults[0].Message)
		}
		rows, ok := formula.RowsOf(e.Functions()[0])
		if ok != (want != nil) {
			t.Errorf("%s: is over rows: %v", src, ok)
		}
		if want != nil {
			if diff := cmp.Diff(*want, rows); diff != "" {
				t.Errorf("%s (-want +got):\n%s", src, diff)
			}
		}
	}
	for _, short := range []formula.Use{{Name: "dem_dong"}, {Name: "tong_dong", Words: []string{"ds"}}, {Name: "dem_dong", Words: []string{"ds", "cot"}}} {
		if _, ok := formula.RowsOf(short); ok {
			t.Errorf("%v has too few words", short)
		}
	}
}
