package sheets

import (
	"slices"
	"strings"
	"testing"
)

// calendar makes periods: "code from to" or "code from to within", a line each.
func calendar(text string) []*Period {
	var periods []*Period
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		p := &Period{Code: words[0], Name: "Kỳ " + words[0], From: date(words[1]), To: date(words[2])}
		if len(words) > 3 {
			p.Within = words[3]
		}
		periods = append(periods, p)
	}
	return periods
}

func codesOf(periods []*Period) string {
	codes := make([]string, len(periods))
	for i, p := range periods {
		codes[i] = p.Code
	}
	return strings.Join(codes, " ")
}

func TestSubPeriods(t *testing.T) {
	c := &Catalogue{Periods: calendar(`
		NK 2019-10-01 2022-12-31
		2022 2022-01-01 2022-12-31 NK
		2020 2020-01-01 2020-12-31 NK
		2021 2021-01-01 2021-12-31 NK
		dau 2019-10-01 2019-12-31 NK
		Q1 2021-01-01 2021-03-31 2021
		Q2 2021-04-01 2021-06-30 2021
		6T 2021-01-01 2021-06-30 2021
		T3 2021-03-01 2021-03-31 2021
		TTN 2021-03-01 2021-03-31
		Q3 2021-07-01 2021-09-30 2021
		lech 2020-12-26 2021-01-25 2020
		a 2030-01-01 2030-12-31 b
		b 2030-01-01 2030-12-31 a
	`)}
	for code, want := range map[string]string{
		"NK": "dau 2020 2021 2022", "2021": "6T Q3", "6T": "Q1 Q2", "Q1": "T3", "T3": "", "2022": "", "TTN": "", "2020": "lech", "a": "", "dau": "",
	} {
		if got := codesOf(c.SubPeriods(c.Period(code))); got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
	var gaps []string
	for _, gap := range gapsIn(c.Period("2021"), c.SubPeriods(c.Period("2021"))) {
		gaps = append(gaps, gap.Name)
	}
	if want := []string{"01/10/2021 – 31/12/2021"}; !slices.Equal(gaps, want) {
		t.Errorf("gaps %q", gaps)
	}
	if gaps := gapsIn(c.Period("NK"), c.SubPeriods(c.Period("NK"))); gaps != nil {
		t.Errorf("the term is covered, and has the gaps %v", gaps)
	}
}

func TestFormerPeriods(t *testing.T) {
	c := &Catalogue{Periods: calendar(`
		2020 2020-01-01 2020-12-31
		2021 2021-01-01 2021-12-31
		Q4-20 2020-10-01 2020-12-31 2020
		T12-20 2020-12-01 2020-12-31 2020
		Q1-20 2020-01-01 2020-03-31 2020
		Q1 2021-01-01 2021-03-31 2021
		Q2 2021-04-01 2021-06-30 2021
		T2-20 2020-02-01 2020-02-29
		T2 2021-02-01 2021-02-28
		NK1 2014-01-01 2018-12-31
		NK2 2019-01-01 2020-12-31
		dai 2016-01-01 2018-12-31
		NK3 2021-01-01 2022-12-31
		cat1 2020-11-26 2020-12-25
		cat2 2020-12-26 2021-01-25
		dot1 2021-05-03 2021-05-09
		dot2 2021-05-10 2021-05-16
	`)}
	none := func(p *Period) string {
		if p == nil {
			return "-"
		}
		return p.Code
	}
	for _, tt := range []struct{ code, before, yearBefore string }{
		{"2021", "2020", "2020"}, {"2020", "-", "-"}, {"Q1", "Q4-20", "Q1-20"}, {"Q2", "Q1", "-"}, {"T2", "-", "T2-20"},
		{"NK3", "NK2", "-"},   // terms of two and of five years follow each other
		{"NK2", "dai", "-"},   // of two the one that is nearly as long
		{"cat2", "cat1", "-"}, // months between cut-off days
		{"dot2", "dot1", "-"}, // weeks
	} {
		p := c.Period(tt.code)
		if before, year := none(c.Before(p)), none(c.YearBefore(p)); before != tt.before || year != tt.yearBefore {
			t.Errorf("%s: before it %s, a year before it %s; want %s and %s", tt.code, before, year, tt.before, tt.yearBefore)
		}
	}
}

// quarterly is the sample catalogue with a year of quarters, the year before, and its last quarter.
func quarterly() *Catalogue {
	c := sampleCatalogue()
	c.Periods = calendar(`
		2020 2020-01-01 2020-12-31
		2021 2021-01-01 2021-12-31
		2020-Q4 2020-10-01 2020-12-31 2020
		2021-Q1 2021-01-01 2021-03-31 2021
		2021-Q2 2021-04-01 2021-06-30 2021
		2021-Q3 2021-07-01 2021-09-30 2021
		2021-Q4 2021-10-01 2021-12-31 2021
		2015 2015-01-01 2015-12-31
	`)
	for _, ind := range c.Indicators {
		if ind.Kind != Count && ind.Kind != Money && ind.Kind != Decimal {
			ind.Periods = PeriodLast
		}
	}
	return c
}

// formOf is the filled form of a unit for a period.
func formOf(t testing.TB, c *Catalogue, unit UnitCode, period string, answers map[Code]Answer) []byte {
	t.Helper()
	p := c.Period(period)
	return mustForm(t, NewForms(c, c.Expect(p)), c.Units.Unit(unit), answers, p.To)
}

func reportsOf(b *Batch, u *Unit) string {
	var codes []string
	for _, report := range b.Reports(u) {
		code := report.Period.Code
		if report.Submissions[u.Index] == nil {
			code = "(" + code + ")"
		}
		codes = append(codes, code)
	}
	return strings.Join(codes, " ")
}

func TestReadSubPeriods(t *testing.T) {
	c := quarterly()
	files := map[string][]byte{
		"q1/x1.xlsx": formOf(t, c, "x1", "2021-Q1", sampleAnswers()), "q2/x1.xlsx": formOf(t, c, "x1", "2021-Q2", sampleAnswers()),
		"x2.xlsx":            formOf(t, c, "x2", "2021", sampleAnswers()), // its own form for the year
		"q1/x2.xlsx":         formOf(t, c, "x2", "2021-Q1", sampleAnswers()),
		"2020/x1.xlsx":       formOf(t, c, "x1", "2020", sampleAnswers()),
		"2020/quy/x2.xlsx":   formOf(t, c, "x2", "2020-Q4", sampleAnswers()),
		"2020/hong.xlsx":     []byte("%PDF"),
		"x1 nam truoc.xlsx":  formOf(t, c, "x1", "2020", sampleAnswers()), // beside a form for the year: taken for what it says
		"x3.xlsx":            formOf(t, c, "x3", "2020", sampleAnswers()), // alone among those of the year: a mistake
		"cu/x3.xlsx":         formOf(t, c, "x3", "2015", sampleAnswers()),
		"2015/bac/x3.xlsx":   formOf(t, c, "x3", "2015", sampleAnswers()),                                 // the office keeps those of 2015 there
		"q1/x1 lan nua.xlsx": formOf(t, c, "x1", "2021-Q1", map[Code]Answer{"tc_doan_vien": {Text: "7"}}), // another form for the quarter
	}
	b := mustRead(t, c, files)
	x1, x2, x3 := c.Units.Unit("x1"), c.Units.Unit("x2"), c.Units.Unit("x3")
	for u, want := range map[*Unit]string{
		x1: "(2021-Q1) 2021-Q2 (2021-Q3) (2021-Q4)", x2: "2021", x3: "(2021-Q1) (2021-Q2) (2021-Q3) (2021-Q4)", c.Units.Root: "",
	} {
		if got := reportsOf(b, u); got != want {
			t.Errorf("%s owes %q, want %q", u.Code, got, want)
		}
	}
	var outcomes []string
	for _, f := range b.Files {
		period := "-"
		if f.Period != nil {
			period = f.Period.Code
		}
		outcomes = append(outcomes, strings.TrimPrefix(f.Path, "nop/")+" "+[]string{"used", "superseded", "rejected", "ignored"}[f.Outcome]+" "+period)
	}
	want := []string{
		"2015/bac/x3.xlsx ignored -", "2020/hong.xlsx rejected -", "2020/quy/x2.xlsx used 2020-Q4", "2020/x1.xlsx used 2020", "cu/x3.xlsx rejected -",
		"q1/x1 lan nua.xlsx rejected 2021-Q1", "q1/x1.xlsx rejected 2021-Q1", "q1/x2.xlsx used 2021-Q1", "q2/x1.xlsx used 2021-Q2",
		"x1 nam truoc.xlsx superseded 2020", "x2.xlsx used 2021", "x3.xlsx rejected -",
	}
	if !slices.Equal(outcomes, want) {
		t.Errorf("outcomes\n%s\nwant\n%s", strings.Join(outcomes, "\n"), strings.Join(want, "\n"))
	}
	var findings []string
	for _, f := range b.Findings {
		findings = append(findings, strings.TrimSpace(f.Code+" "+f.Severity.String()+" "+string(f.Unit)+" "+f.Period))
	}
	wantFindings := []string{"tep-khong-doc-duoc error", "tep-sai-ky error x3", "don-vi-cho-quyet-dinh error x1 2021-Q1", "tep-sai-ky error x3"}
	if !slices.Equal(findings, wantFindings) {
		t.Errorf("findings %q, want %q", findings, wantFindings)
	}
	if b.Former == nil || b.LastYear != b.Former || reportsOf(b.Former, x1) != "2020" || reportsOf(b.Former, x2) != "() 2020-Q4" {
		t.Errorf("the year before: %+v", b.Former)
	}
	if first := b.Parts[0]; first.Former == nil || first.Former.Period.Code != "2020-Q4" || b.Parts[1].Former != first {
		t.Error("a quarter is not compared with the one before it")
	}
	if b.Of(c.Period("2021-Q3")) != b.Parts[2] || b.Of(c.Period("2020-Q4")) != b.Former.Parts[1] || b.Of(c.Period("2015")) != nil {
		t.Error("a period is not found")
	}
}

// The office chooses between forms of a sub-period with the code of that sub-period.
func TestIntakeOfSubPeriod(t *testing.T) {
	c := quarterly()
	c.Intakes = []*Intake{
		{Unit: "x1", Period: "2021-Q1", File: "b.xlsx", Chosen: true, Received: date("2021-04-20")},
		{Unit: "x1", Period: "2021-Q2", Extended: date("2021-08-01")},
	}
	c.Period("2021-Q2").Deadline = date("2021-07-10")
	b := mustRead(t, c, map[string][]byte{
		"a.xlsx": formOf(t, c, "x1", "2021-Q1", sampleAnswers()), "b.xlsx": formOf(t, c, "x1", "2021-Q1", map[Code]Answer{"tc_doan_vien": {Text: "7"}}),
		"c.xlsx": formOf(t, c, "x1", "2021-Q2", sampleAnswers()),
	})
	u := c.Units.Unit("x1")
	if s := b.Parts[0].Submissions[u.Index]; s == nil || s.File.Path != "nop/b.xlsx" || !s.Received.Equal(date("2021-04-20")) || !s.Due.IsZero() {
		t.Errorf("the first quarter is %+v", s)
	}
	if s := b.Parts[1].Submissions[u.Index]; s == nil || !s.Due.Equal(date("2021-08-01")) {
		t.Errorf("the second quarter is %+v", s)
	}
}

// A form says of which period it is, or lies in a folder that does; where the period has parts nothing else is enough.
func TestPeriodOfForm(t *testing.T) {
	c := quarterly()
	c.Period("2020-Q4").Name, c.Period("2021-Q4").Name = "Quý bốn", "Quý bốn"
	retyped := func(rows ...[]any) []byte {
		return workbook(t, append(append([][]any{{"Đơn vị:", "Đoàn xã Hoà Hội"}}, rows...), []any{"Mã", "Số liệu"}, []any{"tn_qua", 20}, []any{"tc_doan_vien", 9}))
	}
	cases := []struct {
		name, path string
		data       []byte
		period     string
		want       string // the finding; "" for none about the period
	}{
		{"its own name", "x3.xlsx", retyped([]any{"Kỳ báo cáo:", "Kỳ 2021-Q2"}), "2021-Q2", ""},
		{"its code, with a remark", "x3.xlsx", retyped([]any{"Kỳ báo cáo:", "2021-q3 (nộp lại)"}), "2021-Q3", ""},
		{"the whole year", "x3.xlsx", retyped([]any{"Kỳ báo cáo:", "Kỳ 2021"}), "2021", ""},
		{"the folder", "2021-q1/huyen/x3.xlsx", retyped(), "2021-Q1", "tep-khong-ro-ky warning"},
		{"the innermost folder", "2021-q1/2021/x3.xlsx", retyped(), "2021", "tep-khong-ro-ky warning"},
		{"words against the folder", "2021-Q1/x3.xlsx", retyped([]any{"Kỳ báo cáo:", "Kỳ 2021-Q2"}), "2021-Q2", "tep-thu-muc-ky-khac warning"},
		{"the folder of a period that is not read", "2015/x3.xlsx", retyped(), "-", ""},
		{"words against the folder of a period that is not read", "2015/x3.xlsx", retyped([]any{"Kỳ báo cáo:", "2021-Q2"}), "2021-Q2", "tep-thu-muc-ky-khac warning"},
		{"the folder of the year", "2021/x3.xlsx", retyped([]any{"Kỳ báo cáo:", "Kỳ 2021-Q2"}), "2021-Q2", ""},
		{"nothing", "x3.xlsx", retyped(), "-", "tep-khong-ro-ky error"},
		{"nothing that is known", "x3.xlsx", retyped([]any{"Kỳ báo cáo:", "năm học 2021"}), "-", "tep-khong-ro-ky error"},
		{"a name of two periods", "x3.xlsx", retyped([]any{"Kỳ báo cáo:", "Quý bốn"}), "-", "tep-sai-ky error"},
		{"a period that is not read", "x3.xlsx", retyped([]any{"Kỳ báo cáo:", "2015"}), "-", "tep-sai-ky error"},
		{"the hidden code", "x3.xlsx", formOf(t, c, "x3", "2021-Q2", sampleAnswers()), "2021-Q2", ""},
		{"a column that names the period", "x3.xlsx", workbook(t, [][]any{
			{"Đơn vị:", "Đoàn xã Hoà Hội"}, {"Kỳ báo cáo:", "2021-Q2"}, {"Mã", "Số liệu Kỳ 2021-Q1", "Số liệu Kỳ 2021-Q2"}, {"tn_qua", 20, 30}, {"tc_doan_vien", 9, 10},
		}), "2021-Q2", ""},
	}
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			b := mustRead(t, c, map[string][]byte{tt.path: tt.data, "2021-Q1/x1.xlsx": formOf(t, c, "x1", "2021-Q1", sampleAnswers())})
			i := slices.IndexFunc(b.Files, func(f *File) bool { return f.Unit == "x3" })
			got := "-"
			if p := b.Files[i].Period; p != nil {
				got = p.Code
			}
			if got != tt.period || (b.Files[i].Outcome == Used) != (got != "-") {
				t.Errorf("counts for %s, %v: %v", got, b.Files[i].Outcome, b.Files[i].Reason)
			}
			said := ""
			for _, f := range b.Findings {
				if strings.HasPrefix(f.Code, "tep-") {
					said += f.Code + " " + f.Severity.String()
				}
			}
			if said != tt.want {
				t.Errorf("findings %q, want %q", said, tt.want)
			}
		})
	}
}

// The hidden code is of one quarter and somebody typed another one over the name.
func TestTwoPeriodsInForm(t *testing.T) {
	c := quarterly()
	x := openForm(t, formOf(t, c, "x1", "2021-Q1", sampleAnswers()))
	typing("C5", "2021-Q2")(x)
	var data strings.Builder
	if err := x.Write(&data); err != nil {
		t.Fatal(err)
	}
	b := mustRead(t, c, map[string][]byte{"x1.xlsx": []byte(data.String())})
	if b.Composite() || len(b.Findings) != 1 || b.Findings[0].Code != "tep-sai-ky" || !strings.Contains(b.Findings[0].Message.Error(), "hai kỳ khác nhau") {
		t.Errorf("findings %v", b.Findings)
	}
}

// Days of the year that no sub-period covers are said, and lower what is known about the year.
func TestUncoveredDays(t *testing.T) {
	c := quarterly()
	c.Periods = slices.DeleteFunc(c.Periods, func(p *Period) bool { return p.Code == "2021-Q2" })
	b := mustRead(t, c, map[string][]byte{"x1.xlsx": formOf(t, c, "x1", "2021-Q1", sampleAnswers())})
	if got := seen(b.Findings); !slices.Equal(got, []string{"ky-con-thieu-ngay warning", "ky-con-chua-nop warning"}) || !b.Findings[0].Catalogue {
		t.Errorf("findings %q", got)
	}
	if have, due := b.Filed(c.Units.Unit("x1")); have != 1 || due != 4 {
		t.Errorf("%d of %d reports", have, due)
	}
}

// A catalogue with sub-periods is that of a simple period until a form of one of them comes in.
func TestNoFormOfSubPeriods(t *testing.T) {
	c := quarterly()
	b := mustRead(t, c, map[string][]byte{"x1.xlsx": formOf(t, c, "x1", "2021", sampleAnswers())})
	if b.Composite() || b.Former != nil || reportsOf(b, c.Units.Unit("x1")) != "2021" || reportsOf(b, c.Units.Unit("x2")) != "(2021)" {
		t.Errorf("%+v", b)
	}
}

// A unit that was founded in the third quarter owes two reports, and one that ended with the first owes one.
func TestReportsOfShortLivedUnits(t *testing.T) {
	c := quarterly()
	c.Units.Unit("x2").From, c.Units.Unit("x3").To = date("2021-08-15"), date("2021-03-31")
	b := mustRead(t, c, map[string][]byte{"x1.xlsx": formOf(t, c, "x1", "2021-Q1", sampleAnswers())})
	for code, want := range map[UnitCode]string{
		"x1": "2021-Q1 (2021-Q2) (2021-Q3) (2021-Q4)", "x2": "(2021-Q3) (2021-Q4)", "x3": "(2021-Q1)",
	} {
		if got := reportsOf(b, c.Units.Unit(code)); got != want {
			t.Errorf("%s owes %q, want %q", code, got, want)
		}
	}
}

// A blank form is known as one whatever its period is.
func TestBlankForms(t *testing.T) {
	c := quarterly()
	folder := inbox(map[string][]byte{
		"x1.xlsx": formOf(t, c, "x1", "2015", nil), "x2.xlsx": formOf(t, c, "x2", "2021-Q2", nil), "x3.xlsx": formOf(t, c, "x3", "2021-Q2", sampleAnswers()),
		"thu.docx": []byte("PK"), "gửi đi.zip": archived(t, member{"x3.xlsx", formOf(t, c, "x3", "2015", nil)}),
	})
	blank, err := BlankForms(folder, "nop", c, c.Period("2021"), ReadOptions{})
	if err != nil || !slices.Equal(blank, []string{"nop/x1.xlsx", "nop/x2.xlsx"}) {
		t.Errorf("got %q, %v", blank, err)
	}
	if _, err := BlankForms(folder, "khong-co", c, c.Period("2021"), ReadOptions{}); err == nil {
		t.Error("a folder that is not there is read")
	}
}
