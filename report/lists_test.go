package report

import (
	"math/big"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
	"tonghop/templates"
)

// member is a row of the starter's list of committee members; an empty post or year leaves the cell blank.
func member(post string, age int64, party bool) sheets.ListRow {
	cells := make([]sheets.Value, 7)
	for i := range cells {
		cells[i].State = sheets.Blank
	}
	if post != "" {
		cells[0] = sheets.Value{State: sheets.Given, Text: post}
	}
	if age > 0 {
		cells[1] = sheets.Value{State: sheets.Given, Rat: new(big.Rat).SetInt64(age)}
	}
	cells[2] = sheets.Value{State: sheets.Given, Yes: party}
	return sheets.ListRow{Cells: cells}
}

// list hands in a list of a unit.
func (p *province) list(unit sheets.UnitCode, name string, rows ...sheets.ListRow) {
	s := p.batch.Submissions[p.catalogue.Units.Unit(unit).Index]
	if s.Lists == nil {
		s.Lists = make([]sheets.ListRows, len(p.catalogue.Lists))
	}
	for i := range rows {
		rows[i].Row = uint32(6 + i)
	}
	s.Lists[p.catalogue.List(name).Index] = sheets.ListRows{Present: true, Rows: rows}
}

func withCommittees(t *testing.T) *province {
	p := newProvince(t)
	p.list("x10", "ds_bch", member("uy_vien", 29, false))
	p.list("x1", "ds_bch", member("bi_thu", 32, true), member("uy_vien", 0, false))
	p.list("x2", "ds_bch")
	return p
}

// written fills a document of one paragraph.
func written(t *testing.T, p *province, d templates.Data, paragraph string) string {
	t.Helper()
	made, faults, err := templates.Compile("mau.docx", typedParagraph(t, paragraph))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range append(faults, made.Check(SchemaOf(p.catalogue))...) {
		t.Fatalf("%s: %s", paragraph, f)
	}
	result, err := made.Render(d, templates.Options{Plain: true})
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(bodyOf(t, result.Document))
}

// A list of the catalogue is a loop by its code: over the whole in the order of the units, and in the row of a unit over its own.
func TestLoopsOverLists(t *testing.T) {
	p := withCommittees(t)
	root, district := p.data(), New(p.result(), Options{Unit: p.catalogue.Units.Unit("h1")})
	for _, tt := range []struct {
		name string
		data templates.Data
		tags string
		want string
	}{
		{"columns", root, "{{#ds_bch}}{{stt}}. {{chuc_vu}}, {{tuoi}} tuổi, đảng viên: {{dang_vien}}; {{/ds_bch}}", "1. Bí thư, 32 tuổi, đảng viên: có; 2. Uỷ viên, (không đủ số liệu) tuổi, đảng viên: không; 3. Uỷ viên, 29 tuổi, đảng viên: không;"},
		{"whose the rows are", root, "{{#DS_BCH}}{{don_vi.ten}} ({{don_vi.ma}}, {{don_vi.cap}}){{#la_cuoi}}.{{^}}; {{/}}{{/}}", "Đoàn xã 1 (x1, xã); Đoàn xã 1 (x1, xã); Đoàn xã 10 (x10, xã)."},
		{"a condition on a code and on a label", root, `{{#ds_bch}}{{#chuc_vu = "bi_thu"}}[{{don_vi.ma}}]{{/}}{{#chuc_vu = "uỷ viên" và dang_vien = không}}({{don_vi.ma}}){{/}}{{/}}`, "[x1](x1)(x10)"},
		{"below the document's unit", district, "{{don_vi.ma}}:{{#ds_bch}} {{don_vi.ma}}{{/}}", "h1: x1 x1 x10"},
		{"in the row of a unit", root, "{{#cac_don_vi}}{{#ds_bch}}{{ma}}={{don_vi.ma}} {{/}}{{/}}", "tinh=x1 tinh=x1 tinh=x10 x1=x1 x1=x1 x10=x10"},
		{"in the row of a unit with others below it", root, "{{#cap_duoi}}{{#ma = \"h1\"}}{{#ds_bch}}{{stt}} {{/}}{{/}}{{/}}", "1 2 3"},
		{"functions", root, "{{dem_dong(ds_bch; chuc_vu; bi_thu) | khong_phu}} {{nho_nhat_dong(ds_bch; tuoi; dang_vien; không) | khong_phu}} đến {{lon_nhat_dong(ds_bch; tuoi) | khong_phu}} tuổi", "1 29 đến 32 tuổi"},
		{"their coverage", root, "{{dem_dong(ds_bch)}}", "3 (số liệu 3/105 đơn vị)"},
		{"of nobody", root, "{{#ds_cong_trinh}}x{{/}}", ""},
	} {
		if got := written(t, p, tt.data, tt.tags); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// What a unit wrote is its text: never a tag, never markup, whatever it looks like.
func TestTextOfListIsNoTag(t *testing.T) {
	p := newProvince(t)
	text := `{{xd_dvut}} {{#cac_don_vi}} <w:b/> & "a"`
	cells := make([]sheets.Value, len(p.catalogue.List("ds_cong_trinh").Columns))
	cells[0] = sheets.Value{State: sheets.Given, Text: text}
	p.list("x1", "ds_cong_trinh", sheets.ListRow{Cells: cells})
	if got := written(t, p, p.data(), "{{#ds_cong_trinh}}{{ten}}{{/}}"); got != text {
		t.Errorf("%q, want %q", got, text)
	}
}

// A formula that names what the catalogue does not have is a fault with the nearest name, also in a tag.
func TestFaultsOfListNames(t *testing.T) {
	schema := SchemaOf(newProvince(t).catalogue)
	for src, near := range map[string]string{
		"dem_dong(ds_bhc)":                         "ds_bch",
		"dem_dong(ds_bch; xep_loi; XS)":            "xep_loai",
		"dem_dong(ds_bch; xep_loai; XSS)":          "XS",
		"dem_dong(ds_bch; chuc_vu; \"Bí thu\")":    "",
		"dem_dong(ds_bch; chuc_vu; pho_bi_thuu)":   "pho_bi_thu",
		"tong_dong(ds_bch; tuoii)":                 "tuoi",
		"tong_dong(ds_bch; tuoi; lan_dau; có)":     "",
		"dem_dong(ds_cong_trinh; dia_diem; ở đâu)": "",
	} {
		e, faults := formula.Parse(src)
		if len(faults) == 0 {
			faults = e.Check(schema)
		}
		switch {
		case near == "" && len(faults) > 0:
			t.Errorf("%s: %s", src, faults[0].Message)
		case near != "" && (len(faults) != 1 || len(faults[0].Suggestions) == 0 || faults[0].Suggestions[0] != near):
			t.Errorf("%s: %+v, want a suggestion of %s", src, faults, near)
		}
	}
	for src, faulty := range map[string]bool{"tong_dong(ds_bch; chuc_vu)": true, "dem_dong(ds_bch; dang_vien; có thể)": true} {
		e, _ := formula.Parse(src)
		if got := len(e.Check(schema)) > 0; got != faulty {
			t.Errorf("%s is faulty: %v", src, got)
		}
	}
}

// The starter's share of members who did excellently works.
func TestShareOfMembers(t *testing.T) {
	p := newProvince(t)
	best, good := member("bi_thu", 30, true), member("uy_vien", 30, true)
	best.Cells[4] = sheets.Value{State: sheets.Given, Text: "XS"}
	good.Cells[4] = sheets.Value{State: sheets.Given, Text: "HT"}
	p.list("x1", "ds_bch", best, good)
	d := New(p.result(), Options{Unit: p.catalogue.Units.Unit("x1")})
	if v := d.Value("f_bch_htxs"); v.Kind != figure.Number || v.Rat.RatString() != "1/2" || v.Have != 1 || v.Expected != 1 {
		t.Errorf("f_bch_htxs is %+v", v)
	}
}
