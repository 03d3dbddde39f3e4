package templates_test

import (
	"html"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/templates"
)

// communes is a world with a loop over units, some of whose figures are missing or do not apply.
func communes() *data {
	d := world()
	rows := make([]*data, 0, 6)
	for _, c := range []struct {
		name  string
		given figure.Value
	}{
		{"Đức Hòa", figure.Int(12)}, {"An Ninh", figure.Int(0)}, {"Ấp 10", figure.MissingOf("xd_dvut")},
		{"Ấp 2", figure.Int(30)}, {"Bình Đức", figure.Value{Kind: figure.NotApplicable}}, {"Đông Thạnh", figure.Int(12)},
	} {
		row := texts("ten", c.name)
		row.values["xd_dvut"] = c.given
		row.values["co_nha"] = figure.BoolOf(c.given.Kind == figure.Number)
		rows = append(rows, row)
	}
	d.loops["cac_don_vi"] = rows
	return d
}

// TestSteps chooses and sorts the rows of loops.
func TestSteps(t *testing.T) {
	cases := []struct{ loop, want, missing string }{
		{"cac_don_vi", "1 Đức Hòa; 2 An Ninh; 3 Ấp 10; 4 Ấp 2; 5 Bình Đức; 6 Đông Thạnh.", ""},
		{"cac_don_vi | loc xd_dvut > 0", "1 Đức Hòa; 2 Ấp 2; 3 Đông Thạnh.", "xd_dvut"},
		{"cac_don_vi | LỌC(xd_dvut > 0)", "1 Đức Hòa; 2 Ấp 2; 3 Đông Thạnh.", "xd_dvut"},
		{"cac_don_vi | loc không phải thieu(xd_dvut) và ten <> \"An Ninh\"", "1 Đức Hòa; 2 Ấp 2; 3 Bình Đức; 4 Đông Thạnh.", ""},
		{"cac_don_vi | loc ten = “đức hoà”", "1 Đức Hòa.", ""},
		{"cac_don_vi | where co_nha | first 2", "1 Đức Hòa; 2 An Ninh.", ""},
		{"cac_don_vi | loc stt >= 3 | loc stt >= 3", "1 Bình Đức; 2 Đông Thạnh.", ""},
		{"cac_don_vi | tang ten", "1 An Ninh; 2 Ấp 2; 3 Ấp 10; 4 Bình Đức; 5 Đông Thạnh; 6 Đức Hòa.", ""},
		{"cac_don_vi | giảm ten | dau 1", "1 Đức Hòa.", ""},
		{"cac_don_vi | tang xd_dvut", "1 An Ninh; 2 Đức Hòa; 3 Đông Thạnh; 4 Ấp 2; 5 Bình Đức; 6 Ấp 10.", "xd_dvut"},
		{"cac_don_vi | desc xd_dvut", "1 Ấp 2; 2 Đức Hòa; 3 Đông Thạnh; 4 An Ninh; 5 Bình Đức; 6 Ấp 10.", "xd_dvut"},
		{"cac_don_vi | tang ten | giam xd_dvut | dau 3", "1 Ấp 2; 2 Đông Thạnh; 3 Đức Hòa.", "xd_dvut"},
		{"cac_don_vi | tang co_nha | dau 2", "1 Ấp 10; 2 Bình Đức.", ""},
		{"cac_don_vi | loc xd_dvut > 100", "không có", "xd_dvut"},
		{"cac_don_vi | dau 100 | loc stt = 6", "1 Đông Thạnh.", ""},
	}
	for _, c := range cases {
		t.Run(c.loop, func(t *testing.T) {
			d := communes()
			template := compile(t, docx{body: p("{{#" + html.EscapeString(c.loop) + "}}{{stt}} {{ten}}{{#la_cuoi}}.{{^}}; {{/}}{{^}}không có{{/cac_don_vi}}")})
			for _, f := range template.Check(d) {
				t.Error(f)
			}
			result, err := template.Render(d, templates.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := textOf(bodyOf(t, result.Document)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			var missing []string
			for _, m := range result.Missing {
				missing = append(missing, strings.Join(m.Gaps, ","))
			}
			if got := strings.Join(missing, ";"); got != c.missing {
				t.Errorf("missing is %q", got)
			}
		})
	}
}

// Every step is documented, and its example is a tag without faults that uses it.
func TestStepsTable(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range templates.LoopSteps() {
		if s.Doc.Vi == "" || s.Doc.En == "" || s.Takes.Vi == "" || s.Takes.En == "" || seen[s.Name] || seen[s.English] {
			t.Errorf("%s is not documented, or stands twice", s.Name)
		}
		seen[s.Name], seen[s.English] = true, true
		template := compile(t, docx{body: p(s.Example + "{{ten}}{{/}}")})
		for _, f := range template.Check(communes()) {
			t.Error(f)
		}
		uses := template.Tags()
		if len(uses) != 2 || !strings.HasPrefix(uses[0].Steps[len(uses[0].Steps)-1], s.Name+" ") || uses[0].Expression != "cac_don_vi" {
			t.Errorf("%s: %v", s.Example, uses)
		}
	}
}

// TestStepFaults is about steps that cannot be taken.
func TestStepFaults(t *testing.T) {
	for tag, want := range map[string]string{
		"cac_don_vi | lọcc xd_dvut > 0":       "Có phải là “loc”",
		"cac_don_vi | chu":                    "không có lệnh “chu”",
		"cac_don_vi |":                        "còn thiếu lệnh",
		"cac_don_vi | loc":                    "còn thiếu điều kiện",
		"cac_don_vi | dau":                    "còn thiếu số dòng",
		"cac_don_vi | dau xd_dvut":            "phải là một số nguyên từ 1",
		"cac_don_vi | dau 0":                  "phải là một số nguyên từ 1",
		"cac_don_vi | loc xd_dvut + 1":        "“xd_dvut + 1” không phải điều kiện",
		"cac_don_vi | loc xd_dvut >":          "{{#cac_don_vi | loc xd_dvut >}}",
		"cac_don_vi | loc xd_dvutt > 0":       "xd_dvut",
		"cac_don_vi | tang khong_biet":        "khong_biet",
		"dung | dau 3":                        "không phải vòng lặp",
		"xd_dvut > 3 | loc dung":              "không phải vòng lặp",
		"cac_don_vi | loc xd_dvut > 0 || dau": "còn thiếu",
	} {
		template, faults, err := templates.Compile("mau", docx{body: p("{{#" + tag + "}}{{ten}}{{/}}")}.file())
		if err != nil {
			t.Fatal(err)
		}
		if faults = append(faults, template.Check(communes())...); len(faults) == 0 || !strings.Contains(faults[0].String(), want) {
			t.Errorf("%s: %v", tag, faults)
		}
		for _, f := range faults {
			if text := en(f.Line()); strings.Contains(text, "%!") || strings.Contains(f.String(), "%!") {
				t.Errorf("%s: %s / %s", tag, text, f)
			}
		}
	}
}
