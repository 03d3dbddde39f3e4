package report

import (
	"strings"
	"testing"
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/templates"
)

// accept adds a finding that the office has accepted.
func (p *province) accept(f sheets.Finding, reason string, day time.Time) {
	said := lang.Format{Vi: "có gì đó", En: "something"}.With()
	f.Severity, f.Message = figure.Note, lang.Format{Vi: "%s; đã giải trình: %s", En: "%s; explained: %s"}.With(said, reason)
	f.Accepted = &sheets.Acceptance{Exception: &sheets.Exception{Unit: f.Unit, Reason: reason, Day: day}, Message: said}
	p.findings = append(p.findings, f)
}

// A document names what was accepted of the units at or below its own, with the values that they reported.
func TestAcceptedLoop(t *testing.T) {
	p := newProvince(t)
	p.findings = append(p.findings, sheets.Finding{Code: "so-tron", Unit: "x1", Severity: figure.Note})
	p.accept(sheets.Finding{Code: "ngoai-khoang", Unit: "x1", Indicator: "tc_thanh_nien", Raw: "chữ của biểu"}, "Sáp nhập hai xã {{xd_dvut}}", time.Date(2022, 1, 20, 0, 0, 0, 0, time.UTC))
	p.accept(sheets.Finding{Code: "so-lieu-sai-kieu", Unit: "x2", Raw: "hàng chục"}, "Không thống kê được", time.Time{})
	p.accept(sheets.Finding{Code: "don-vi-chua-nop", Unit: "x9"}, "Mới thành lập", time.Time{})
	x1 := p.catalogue.Units.Unit("x1")
	thousands := p.catalogue.Indicator("tc_thanh_nien").Shown(p.batch.Value(x1, p.catalogue.Indicator("tc_thanh_nien")).Figure(p.catalogue.Indicator("tc_thanh_nien")))
	print := func(row templates.Data) string {
		var words []string
		for _, name := range []string{"don_vi.ma", "so_lieu", "gia_tri", "noi_dung", "ly_do", "ngay", "ma"} {
			text := figure.Default(row.Value(name))
			if style, ok := row.Style(name); ok && style != "" {
				s, _ := figure.StyleNamed(style)
				text, _ = s.Print(row.Value(name))
			}
			words = append(words, text)
		}
		return strings.Join(words, "|")
	}
	d := p.data()
	rows, _ := d.Rows("giai_trinh")
	var got []string
	for _, row := range rows {
		got = append(got, print(row))
	}
	want := strings.Join([]string{
		"x1|" + p.catalogue.Indicator("tc_thanh_nien").Name + "|" + thousands + "|Có gì đó|Sáp nhập hai xã {{xd_dvut}}|20/01/2022|ngoai-khoang",
		"x2|Toàn biểu mẫu|hàng chục|Có gì đó|Không thống kê được||so-lieu-sai-kieu",
		"x9|Toàn biểu mẫu|–|Có gì đó|Mới thành lập||don-vi-chua-nop",
	}, "\n")
	if text := strings.Join(got, "\n"); !strings.EqualFold(text, want) {
		t.Errorf("the rows are\n%s\nwant\n%s", text, want)
	}
	if n := figure.Default(d.Value("so_giai_trinh")); n != "3" {
		t.Errorf("so_giai_trinh is %s", n)
	}
	sources, ok := Sources(d, templates.Figure{Expression: "gia_tri", Path: []templates.Step{{Loop: "giai_trinh", Row: rows[0].Key()}}})
	if !ok || len(sources) != 1 || sources[0].Unit != x1 || sources[0].Raw != "chữ của biểu" {
		t.Errorf("the value comes from %+v", sources)
	}
	below := New(p.result(), Options{Unit: p.catalogue.Units.Unit("h9")})
	if rows, _ := below.Rows("giai_trinh"); len(rows) != 1 || figure.Default(rows[0].Value("ly_do")) != "Mới thành lập" || figure.Default(below.Value("so_giai_trinh")) != "1" {
		t.Errorf("a district has %d rows", len(rows))
	}
}
