package main

import (
	"bytes"
	"testing"

	"tonghop/lang"
	"tonghop/report"
	"tonghop/sheets"
	"tonghop/templates"
)

// A name stands for what the innermost loop around it says.
func TestWhatTagsAre(t *testing.T) {
	var typed bytes.Buffer
	if err := writeTemplate(&typed, []string{
		"{{xd_dvut}} {{xd_dvut_cn / xd_dvut | pt}} {{ky.ten}} {{khong_co}}", "{{#xd_dvut > 0}}đủ{{/}}",
		"{{#cac_don_vi | loc xd_dvut > 0 | dau 3}}", "{{stt}}. {{ten}}: {{xd_dvut}}", "{{/}}",
		"{{#linh_vuc}}", "{{ten}}", "{{/}}", "{{#ds_bch}}", "{{chuc_vu}}", "{{/}}",
	}); err != nil {
		t.Fatal(err)
	}
	made, faults, err := templates.Compile("x", typed.Bytes())
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	catalogue, err := starterCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	words := dictionaryOf(&linted{document: document{name: "x"}, catalogue: catalogue})
	dvut, cn := "số liệu: "+catalogue.Indicator("xd_dvut").Name, "số liệu: "+catalogue.Indicator("xd_dvut_cn").Name
	want := []string{
		dvut, "biểu thức: xd_dvut_cn / xd_dvut (xd_dvut_cn = " + cn + "; xd_dvut = " + dvut + ")", "tên kỳ báo cáo", "không có trong danh mục",
		"điều kiện: xd_dvut > 0 (xd_dvut = " + dvut + ")",
		"vòng lặp: " + docOf(t, "cac_don_vi", "") + "; loc xd_dvut > 0 | dau 3 (xd_dvut = " + dvut + ")",
		docOf(t, "stt", "*"), docOf(t, "ten", "cac_don_vi"), dvut,
		"vòng lặp: " + docOf(t, "linh_vuc", ""), docOf(t, "ten", "linh_vuc"),
		"vòng lặp: các dòng của bảng kê ds_bch", "cột của bảng kê: " + catalogue.List("ds_bch").Columns[columnOf(t, catalogue, "chuc_vu")].Title,
	}
	for i, use := range made.Tags() {
		if got := words.whatIs(use).In(lang.Vi); i >= len(want) || got != want[i] {
			t.Errorf("%s is %q", use.Tag, got)
		}
	}
	if n := len(made.Tags()); n != len(want) {
		t.Errorf("%d tags, want %d", n, len(want))
	}
}

// Every tag of the templates that go with the starter catalogue stands for something.
func TestTagsOfBuiltinsAreKnown(t *testing.T) {
	catalogue, err := starterCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := builtinDocuments()
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, d := range shipped {
		if d.name != "khac-phuc" && !isReminder(d.name) {
			continue
		}
		made, _, err := templates.Compile(d.name, d.data)
		if err != nil {
			t.Fatal(err)
		}
		words := dictionaryOf(&linted{document: d, catalogue: catalogue})
		for _, use := range made.Tags() {
			for _, name := range use.Names {
				if inside := append(use.Inside, use.Names[0]); !words.meaning(name, inside).known {
					t.Errorf("%s: %s: nothing is said of %s", d.name, use.Tag, name)
				}
			}
		}
		tried++
	}
	if tried != 2 {
		t.Errorf("%d templates were looked at", tried)
	}
}

// docOf is what the list of names says of a name in a loop.
func docOf(t *testing.T, name, loop string) string {
	t.Helper()
	for _, n := range report.Names() {
		if n.Name == name && n.Loop == loop {
			return n.Doc.In(lang.Vi)
		}
	}
	t.Fatalf("there is no name %s in %s", name, loop)
	return ""
}

func columnOf(t *testing.T, c *sheets.Catalogue, key string) int {
	t.Helper()
	for i, column := range c.List("ds_bch").Columns {
		if column.Key == key {
			return i
		}
	}
	t.Fatalf("ds_bch has no column %s", key)
	return 0
}
