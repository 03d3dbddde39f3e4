package report

import (
	"strings"
	"testing"

	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/templates"
)

// What is no figure of the data leads to the catalogue, or to the files of the units that it counts; each figure says what it is.
func TestRootsOfNames(t *testing.T) {
	p := newProvince(t)
	p.drop("x5")
	made, faults, err := templates.Compile("mau.docx", typedParagraph(t, "{{nop.da}} {{nop.thieu}} {{ngay_bao_cao}} {{ky.han_nop}} {{dem_khuyet_diem()}} {{#cac_don_vi | dau 2}}{{xd_dvut}} {{/cac_don_vi}}"))
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	d := p.data()
	result, err := made.Render(d, templates.Options{})
	if err != nil {
		t.Fatal(err)
	}
	tracer := NewTracer(d)
	var got []string
	for _, f := range result.Figures {
		sources, ok := tracer.Sources(f)
		roots := Roots(sources)
		if !ok || len(roots) == 0 {
			t.Errorf("%s comes from nowhere", f.Key)
			continue
		}
		files, rows := 0, 0
		for _, root := range roots {
			for _, c := range root.Cells() {
				switch {
				case strings.HasPrefix(c.Pos.File, "nop/") && c.Pos.Row == 0:
					files++
				case c.Pos != sheets.Pos{}:
					rows++
				}
			}
		}
		if strings.HasPrefix(f.Key, "nop.") && (files != 105 || rows != 106) {
			t.Errorf("%s leads to %d files and %d rows of units", f.Key, files, rows)
		}
		if rows == 0 {
			t.Errorf("%s leads to no cell", f.Key)
		}
		about := ""
		for _, said := range tracer.About(f) {
			about += said.In(lang.Vi)
		}
		got = append(got, f.Key+": "+about)
	}
	want := []string{
		"nop.da: số đơn vị có bản nộp được tính", "nop.thieu: số đơn vị phải nộp mà chưa có bản nộp được tính", "ngay_bao_cao: ngày ghi trên văn bản", "ky.han_nop: hạn nộp báo cáo",
		"dem_khuyet_diem(): ", "cac_don_vi[tinh] xd_dvut: Tỉnh đoàn: Đoàn viên ưu tú giới thiệu cho Đảng (người)", "cac_don_vi[x1] xd_dvut: Đoàn xã 1: Đoàn viên ưu tú giới thiệu cho Đảng (người)",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
