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

// Every name is documented once. A loop that is like another one is like one that there is.
func TestNamesAreDocumented(t *testing.T) {
	seen := make(map[string]bool)
	listed := make(map[string]bool)
	for _, n := range Names() {
		listed[n.Name] = true
	}
	for _, n := range Names() {
		if n.Name == "" || n.Doc.Vi == "" || n.Doc.En == "" {
			t.Errorf("%q in %q has no documentation", n.Name, n.Loop)
		}
		if n.Like != "" && !listed[n.Like] {
			t.Errorf("%q is like %q, which is not listed", n.Name, n.Like)
		}
		if !n.Loops && !n.Value {
			t.Errorf("%q in %q is good for nothing", n.Name, n.Loop)
		}
		if key := n.Loop + "\x00" + n.Name; seen[key] {
			t.Errorf("%q stands twice in %q", n.Name, n.Loop)
		} else {
			seen[key] = true
		}
		if n.Name != strings.ToLower(n.Name) || strings.ContainsAny(n.Name, " -|") {
			t.Errorf("%q cannot be typed in a tag", n.Name)
		}
	}
}

// walk goes through every row of every loop.
func walk(t *testing.T, path string, d *data, s templates.Schema, look func(path string, d *data, s templates.Schema)) {
	t.Helper()
	look(path, d, s)
	loops := make(map[string]bool)
	for _, l := range d.loop.loops {
		loops[l.name] = true
	}
	for _, f := range d.loop.fields {
		if f.lines {
			loops[f.name] = true
		}
	}
	if d.loop.root {
		for _, l := range d.lists {
			loops[l.name] = true
		}
	}
	for _, name := range s.Loops() {
		if strings.HasPrefix(name, settingPrefix) {
			loops[name] = true
		}
		if !loops[name] {
			t.Errorf("%s: the schema has a loop %s, the data do not", path, name)
		}
		inner, ok := s.Loop(name)
		if !ok {
			t.Errorf("%s: the schema lists the loop %s and does not know it", path, name)
			continue
		}
		rows, ok := d.Rows(name)
		if !ok {
			t.Errorf("%s: the data do not know the loop %s", path, name)
		}
		for _, at := range rows {
			walk(t, path+" / "+name, at.(*data), inner, look)
		}
		delete(loops, name)
	}
	for name := range loops {
		t.Errorf("%s: the schema does not list the loop %s", path, name)
	}
}

// What the schema knows the data answer, in every row of every loop: with a value, or with a missing one that names what is missing. Its style can print it.
func TestDataAnswerSchema(t *testing.T) {
	p := newProvince(t)
	p.drop("x5")
	p.list("x1", "ds_bch", member("bi_thu", 32, true), member("", 0, false))
	p.accept(sheets.Finding{Code: "ngoai-khoang", Unit: "x1", Indicator: "mt_doi"}, "đã hỏi", time.Time{})
	before := p.catalogue.Periods[0].From.AddDate(0, 0, -1)
	p.catalogue.Shortcomings[0].History = []sheets.PastLevel{{Period: &sheets.Period{Code: "2020", Name: "Năm 2020", From: before, To: before}, Level: sheets.LevelSome}}
	visited := make(map[string]bool)
	closing := &Closing{Day: p.catalogue.Periods[0].To, Number: 2, By: "Ban Tổ chức", Reason: "hết hạn", Seal: "ab", Late: []LateFile{
		{Path: "nop/x1.xlsx", Unit: p.catalogue.Units.Unit("x1"), Change: lang.Format{Vi: "mới có", En: "new"}}, {Path: "nop/la.xlsx", Change: lang.Format{Vi: "mới có", En: "new"}},
	}}
	walk(t, "", New(p.result(), Options{Closing: closing}).(*data), SchemaOf(p.catalogue), func(path string, d *data, s templates.Schema) {
		visited[path] = true
		if strings.HasPrefix(path, " / ds_") {
			visited[" / "+listPattern] = true
		}
		names := make([]string, 0, len(d.loop.fields))
		for _, f := range d.loop.fields {
			names = append(names, f.name)
		}
		if d.loop.root {
			names = s.Names()
		}
		for _, name := range names {
			if !s.Known(name) {
				t.Errorf("%s: the schema does not know %s", path, name)
			}
			v := d.Value(name)
			if v.IsMissing() && len(v.Gaps) == 0 {
				t.Errorf("%s: %s is missing and does not say what", path, name)
			}
			if kind := s.Kind(name); kind != figure.Missing && kind != v.Kind && !v.IsMissing() && v.Kind != figure.NotApplicable {
				t.Errorf("%s: the schema takes %s for a value of kind %d, it is of kind %d", path, name, kind, v.Kind)
			}
			if style, ok := d.Style(name); ok && style != "" {
				printer, known := figure.StyleNamed(style)
				if _, printed := printer.Print(v); !known || !printed {
					t.Errorf("%s: the style %q cannot print %s, which is a value of kind %d", path, style, name, v.Kind)
				}
			}
		}
	})
	for _, n := range Names() {
		if n.Loop != "" && n.Loop != anyLoop && !visited[" / "+n.Loop] {
			t.Errorf("no row of %s was seen", n.Loop)
		}
	}
}

func TestUnknownNames(t *testing.T) {
	p := newProvince(t)
	schema := SchemaOf(p.catalogue)
	for name, known := range map[string]bool{
		"xd_dvut": true, "XD_DVUT": true, "thong_tin.ten_tinh": true, "thong_tin.noi_nhan": true, "ky.nam_truoc": true,
		"xd_dvu": false, "thong_tin.la": false, "noi_dung": false, "la_cuoi": false,
	} {
		if schema.Known(name) != known {
			t.Errorf("Known(%q) is %v", name, !known)
		}
	}
	row, ok := schema.Loop("chi_tieu")
	if !ok || !row.Known("noi_dung") || !row.Known("la_cuoi") || !row.Known("xd_dvut") {
		t.Error("a row of chi_tieu does not know its own names and those around it")
	}
	if _, ok := schema.Loop("phan"); ok {
		t.Error("phan is a loop outside of a target")
	}
	if v := p.data().Value("xd_dvu"); !v.IsMissing() || len(v.Gaps) != 1 {
		t.Errorf("an unknown name is %+v", v)
	}
}

// A document about a district shows the district's figures and units.
func TestDocumentOfUnit(t *testing.T) {
	p := newProvince(t)
	p.drop("x9")
	d := New(p.result(), Options{Unit: p.catalogue.Units.Unit("h9")})
	for name, want := range map[string]string{
		"don_vi.ten": "Huyện đoàn 9", "don_vi.cap": "huyện", "nop.da": "9", "nop.can": "10", "nop.thieu": "1", "nop.ty_le": "9/10", "mt_doi": "9",
	} {
		if got := figure.Default(d.Value(name)); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	if v := d.Value("mt_doi"); v.Have != 9 || v.Expected != 10 {
		t.Errorf("mt_doi stands on %d of %d units", v.Have, v.Expected)
	}
	rows, _ := d.Rows("chua_nop")
	if len(rows) != 1 || figure.Default(rows[0].Value("ten")) != "Đoàn xã 9" || figure.Default(rows[0].Value("tinh_trang")) != "chưa nộp" {
		t.Errorf("chua_nop has %d rows", len(rows))
	}
	rows, _ = d.Rows("cap_duoi")
	if len(rows) != 10 || figure.Default(rows[1].Value("mt_doi")) != "1" || !rows[0].Value("mt_doi").IsMissing() {
		t.Errorf("cap_duoi has %d rows", len(rows))
	}
}

// Rows of targets and fields count what is theirs alone.
func TestCountsInRows(t *testing.T) {
	d := newProvince(t).data()
	rows, _ := d.Rows("chi_tieu")
	for i, want := range []string{"1/3", "1/2", "1/1"} {
		if got := figure.Default(rows[i].Value("f_ct_nd")); got != want {
			t.Errorf("f_ct_nd of target %d is %s, want %s", i+1, got, want)
		}
	}
	if got := figure.Default(rows[0].Value("xd_dvut")); got != "1.805" {
		t.Errorf("a figure of the province is %s in the row of a target", got)
	}
	rows, _ = d.Rows("linh_vuc")
	if len(rows) != 4 {
		t.Fatalf("%d fields of work, want 4", len(rows))
	}
	for _, at := range rows {
		if got := figure.Default(at.Value("f_kd_lv")); got != "1" {
			t.Errorf("f_kd_lv of %s is %s", at.Value("ten").Text, got)
		}
	}
	for loop, want := range map[string]int{"chi_tieu_dat": 9, "chi_tieu_chua_dat": 2, "chi_tieu_khong_du": 0, "khuyet_diem": 4, "muc_danh_gia": 3, "cac_don_vi": 106} {
		if rows, ok := d.Rows(loop); !ok || len(rows) != want {
			t.Errorf("%s has %d rows, want %d", loop, len(rows), want)
		}
	}
}

func TestSubmissionStates(t *testing.T) {
	p := newProvince(t)
	u := p.catalogue.Units.Unit("x1")
	p.drop("x1")
	p.batch.InQuestion[u.Index] = true
	rows, _ := p.data().Rows("chua_nop")
	if len(rows) != 1 || figure.Default(rows[0].Value("tinh_trang")) != "nộp nhiều bản khác nhau, chờ chọn" || figure.Default(rows[0].Value("cap_tren")) != "Huyện đoàn 1" {
		t.Errorf("chua_nop is %+v", rows)
	}
	rows, _ = p.data().Rows("cap_duoi")
	if got := figure.Default(rows[0].Value("tinh_trang")); got != "không phải nộp" {
		t.Errorf("a district that does not submit is %q", got)
	}
}

// Every text of the example workspace that may hold tags is free of faults.
func TestExampleProse(t *testing.T) {
	c := newProvince(t).catalogue
	schema := SchemaOf(c)
	look := func(text string, pos sheets.Pos, s templates.Schema) {
		for _, f := range templates.CheckProse(text, s) {
			t.Errorf("%s: %s", pos, f)
		}
	}
	for _, s := range c.Settings {
		look(s.Value, s.Pos, schema)
	}
	row, _ := schema.Loop("khuyet_diem")
	for _, s := range c.Shortcomings {
		look(s.Reason, s.Pos, row)
		look(s.Direction, s.Pos, row)
		for _, clause := range s.Clauses {
			look(clause.Text, clause.Pos, row)
			look(clause.Taken, clause.Pos, row)
			look(clause.Results, clause.Pos, row)
		}
	}
	row, _ = schema.Loop("chi_tieu")
	for _, target := range c.Targets {
		look(target.Text, target.Pos, row)
		look(target.Reason, target.Pos, row)
		look(target.Basis, target.Pos, row)
		for _, p := range target.Parts {
			look(p.Text, p.Pos, row)
			look(p.Reason, p.Pos, row)
			look(p.Basis, p.Pos, row)
		}
	}
}
