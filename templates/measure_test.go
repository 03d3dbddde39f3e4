package templates_test

import (
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/templates"
)

// TestMeasure puts units of measure behind figures.
func TestMeasure(t *testing.T) {
	d := world()
	d.values["doan_vien"], d.values["thanh_nien"], d.values["tien"] = figure.Int(1805), figure.Int(1800), figure.Int(13_600_000)
	d.values["lop"], d.values["chua_du"] = figure.Int(0), figure.Int(12).Covered(1, 2)
	d.styles["lop"], d.styles["tien"] = "so0", "tien"
	d.facts = map[string]templates.Fact{
		"doan_vien": {Measure: "đoàn viên"}, "thanh_nien": {Measure: "Đoàn viên"}, "tien": {Measure: "đồng"}, "lop": {Measure: "lớp"}, "chua_du": {Measure: "lớp"}, "nam": {Title: "Năm"},
	}
	cases := []struct{ tag, want, finding string }{
		{"doan_vien | dvt", "1.805 đoàn viên", ""},
		{"doan_vien | chu | dvt | hoa_dau", "Một nghìn tám trăm lẻ năm đoàn viên", ""},
		{"doan_vien - thanh_nien | tang_giam | dvt", "tăng 5 đoàn viên", ""},
		{"doan_vien - doan_vien | tang_giam | dvt", "không thay đổi", ""},
		{"lop | dvt", "không có lớp", ""},
		{"chua_du | dvt", "12 lớp (số liệu 1/2 đơn vị)", ""},
		{"tien | dvt", "13,6 triệu đồng", ""},
		{"tien | so | dvt", "13.600.000 đồng", ""},
		{"thieu_so | dvt", "(không đủ số liệu)", ""},
		{"nam | dvt", "05", "{{nam | dvt}}"},
		{"doan_vien + tien | dvt", "13.601.805", "{{doan_vien + tien | dvt}}"},
	}
	for _, c := range cases {
		result, err := compile(t, docx{body: p("{{" + c.tag + "}}")}).Render(d, templates.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.ReplaceAll(textOf(bodyOf(t, result.Document)), "\u00a0", " "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.tag, got, c.want)
		}
		finding := ""
		for _, f := range result.Findings {
			finding += f.Tag
		}
		if finding != c.finding {
			t.Errorf("%s: findings are %v", c.tag, result.Findings)
		}
		for _, f := range result.Figures {
			if !strings.Contains(strings.Join(f.Styles, " "), "dvt") {
				t.Errorf("%s: the figure does not say that its unit was printed: %v", c.tag, f.Styles)
			}
		}
	}
	if faults := faultsOf(t, docx{body: p("{{xd_dvut / nam | dvt}}")}); len(faults) != 1 || !strings.Contains(faults[0].String(), "chỉ thêm được đơn vị tính") {
		t.Errorf("got %v", faults)
	}
}
