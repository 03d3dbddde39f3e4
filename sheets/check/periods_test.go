package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tonghop/figure"
	"tonghop/sheets"
)

// quarterly is the small province with a year of quarters and the year before.
func quarterly(t testing.TB) *sheets.Catalogue { return quarterlyOf(t, nil) }

// quarterlyOf is the same with other figures and without rules.
func quarterlyOf(t testing.TB, figures [][]string) *sheets.Catalogue {
	change := map[string][][]string{
		"Kỳ": {
			{"Mã", "Tên", "Từ ngày", "Đến ngày", "Hạn nộp", "Thuộc kỳ"},
			{"2021", "Năm 2021", "01/01/2021", "31/12/2021", "10/01/2022", ""}, {"2020", "Năm 2020", "01/01/2020", "31/12/2020", "", ""},
			{"Q1", "Quý I", "01/01/2021", "31/03/2021", "10/04/2021", "2021"}, {"Q2", "Quý II", "01/04/2021", "30/06/2021", "10/07/2021", "2021"},
			{"Q3", "Quý III", "01/07/2021", "30/09/2021", "", "2021"}, {"Q4", "Quý IV", "01/10/2021", "31/12/2021", "", "2021"},
		},
		"Quy tắc": {
			{"Mã", "Mô tả", "Vế trái", "Phép", "Vế phải", "Mức"},
			{"qt-kn", "Kết nạp không nhiều hơn đoàn viên", "kn", "<=", "dv", ""},
			{"qt-truoc", "Đoàn viên không tăng quá gấp đôi", "dv", "<=", "2 * ky_truoc(dv)", "cảnh báo"},
		},
	}
	if figures != nil {
		change["Số liệu"], change["Quy tắc"] = figures, nil
	}
	return office(t, change)
}

// sentFor puts forms into the folder nop/<period>/ and reads them for the year; a key is "period unit".
func sentFor(t testing.TB, c *sheets.Catalogue, sent map[string]filled) *sheets.Batch {
	t.Helper()
	folder := make(fstest.MapFS)
	for key, answers := range sent {
		code, unit, _ := strings.Cut(key, " ")
		p, u := c.Period(code), c.Units.Unit(sheets.UnitCode(unit))
		typed := make(map[sheets.Code]sheets.Answer)
		for code, value := range answers {
			typed[code] = sheets.Answer{Text: fmt.Sprint(value)}
			if n, ok := value.(int); ok {
				typed[code] = sheets.Answer{Number: big.NewRat(int64(n), 1)}
			}
		}
		day := p.To.AddDate(0, 0, 5)
		if code == "Q2" && unit == "x2" {
			day = p.To.AddDate(0, 0, 30)
		}
		data, err := sheets.NewForms(c, c.Expect(p)).Filled(u, typed, day)
		if err != nil {
			t.Fatal(err)
		}
		folder["nop/"+code+"/"+sheets.FormName(u)] = &fstest.MapFile{Data: data, Mode: 0o644}
	}
	b, err := sheets.Read(folder, "nop", c, c.Period("2021"), sheets.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func listedWithPeriods(findings []sheets.Finding) []string {
	var lines []string
	for _, f := range findings {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", f.Code, f.Severity, f.Unit, f.Period)))
	}
	return lines
}

func TestCheckSubPeriods(t *testing.T) {
	c := quarterly(t)
	b := sentFor(t, c, map[string]filled{
		"Q1 x1": good("x1"), "Q2 x1": good("x1").with("kn", 500).with("qua", nil), // a rule is broken and a figure is missing
		"Q1 x2": good("x2"), "Q2 x2": good("x2"), // the second late
		"2021 x3": good("x3"), // its own form for the year: everything of the year is due
		"Q1 x3":   good("x3"),
		"Q3 t1":   good("t1"),
	})
	r := Run(c, b)
	want := []string{
		"so-lieu-thieu error x1 Q2", "qt-kn error x1 Q2", "don-vi-chua-nop error x1 Q3", "don-vi-chua-nop error x1 Q4",
		"nop-muon warning x2 Q2", "don-vi-chua-nop error x2 Q3", "don-vi-chua-nop error x2 Q4",
		"don-vi-chua-nop error t1 Q1", "don-vi-chua-nop error t1 Q2", "don-vi-chua-nop error t1 Q4",
	}
	got := listedWithPeriods(r.Findings)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("findings\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for i, want := range []struct {
		status  Status
		lacking string
	}{{Incomplete, "Q3 Q4"}, {Incomplete, "Q3 Q4"}, {Complete, ""}, {Incomplete, "Q1 Q2 Q4"}} {
		var lacking []string
		for _, p := range r.Units[i].Lacking() {
			lacking = append(lacking, p.Code)
		}
		if u := r.Units[i]; u.Status != want.status || strings.Join(lacking, " ") != want.lacking {
			t.Errorf("%s: status %d, lacking %q", u.Unit.Code, u.Status, lacking)
		}
	}
	if r.Rates != (Rates{Submitted: Fraction{6, 13}, OnTime: Fraction{4, 13}, Complete: Fraction{5, 13}}) {
		t.Errorf("rates %+v", r.Rates)
	}
	if late := r.Units[1].Late; late == nil || !*late || r.Units[3].Late != nil {
		t.Errorf("late: %v, %v", r.Units[1].Late, r.Units[3].Late)
	}
	if i := slices.IndexFunc(r.Findings, func(f sheets.Finding) bool { return f.Period == "Q3" }); !strings.Contains(r.Findings[i].Message.Error(), "chưa nộp báo cáo kỳ “Quý III”") {
		t.Errorf("it says %q", r.Findings[i].Message.Error())
	}
}

// Sub-periods for which nobody has sent anything yet are one warning, and no unit is blamed.
func TestSubPeriodsToCome(t *testing.T) {
	c := quarterly(t)
	sent := make(map[string]filled)
	for _, u := range []string{"x1", "x2", "x3", "t1"} {
		sent["Q1 "+u] = good(sheets.UnitCode(u))
	}
	r := Run(c, sentFor(t, c, sent))
	if got := listedWithPeriods(r.Findings); !slices.Equal(got, []string{"ky-con-chua-nop warning"}) {
		t.Errorf("findings %q", got)
	}
	if r.Units[0].Status != Incomplete || len(r.Units[0].Lacking()) != 3 || r.Rates.Submitted != (Fraction{4, 16}) {
		t.Errorf("%+v, rates %+v", r.Units[0], r.Rates)
	}
}

func TestAgainstParts(t *testing.T) {
	all := func(kn ...int) map[string]filled {
		sent := map[string]filled{"2021 x1": good("x1").with("kn", 40).with("xs", 20)}
		for i, n := range kn {
			sent[fmt.Sprintf("Q%d x1", i+1)] = good("x1").with("kn", n).with("qua", 5).with("tien", 500_000)
		}
		return sent
	}
	for _, tt := range []struct {
		name string
		kn   []int
		want string
	}{
		{"they agree", []int{10, 10, 10, 10}, ""},
		{"they differ", []int{10, 10, 10, 11}, "“Đoàn viên mới kết nạp”: biểu mẫu cả kỳ ghi 40, nhưng gộp từ các kỳ con là 41"},
		{"a quarter is not there", []int{10, 10, 11}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := quarterly(t)
			var got []string
			for _, f := range Run(c, sentFor(t, c, all(tt.kn...))).Findings {
				if f.Code == "so-voi-ky-con" {
					got = append(got, f.Message.Error())
					if f.Severity != figure.Warning || f.Unit != "x1" || f.Indicator != "kn" || f.Period != "" || f.Hint.IsZero() {
						t.Errorf("%+v", f)
					}
				}
			}
			if strings.Join(got, "; ") != tt.want {
				t.Errorf("findings %q", got)
			}
		})
	}
}

// A rule may compare the form with that of the same unit for the period before.
func TestRuleOverPeriods(t *testing.T) {
	c := quarterly(t)
	b := sentFor(t, c, map[string]filled{
		"2020 x1": good("x1").with("dv", 40), "2020 x2": good("x2").with("dv", 60), "2020 t1": good("t1").with("dv", nil),
		"2021 x1": good("x1"), "2021 x2": good("x2"), "2021 x3": good("x3"), "2021 t1": good("t1"),
	})
	r := Run(c, b)
	if got := listedWithPeriods(r.Findings); !slices.Equal(got, []string{"qt-truoc warning x1"}) {
		t.Errorf("findings %q", got)
	}
	if text := r.Findings[0].Message.Error(); !strings.Contains(text, "“Tổng số đoàn viên” (ô E") || !strings.Contains(text, "là 100") || !strings.Contains(text, "2 * ky_truoc(dv) là 80") {
		t.Errorf("it says %q", text)
	}
	if got := r.Rules[1]; got.Held != 1 || got.Broken != 1 || got.NotCheckable != 2 {
		t.Errorf("the rule: %+v", got)
	}
}

// A figure that is counted on from the start of the year cannot fall within the year.
func TestFallingTotals(t *testing.T) {
	for _, tt := range []struct{ q1, q2, q3, want string }{
		{"5", "9", "9", ""},
		{"5", "4", "9", "Q2: “Lượt cộng dồn” báo lũy kế từ đầu năm là 4, nhỏ hơn 5 đã báo kỳ “Quý I”"},
		{"5", "", "4", ""}, // what came between is not there
		{"5", "không áp dụng", "4", ""},
	} {
		c := quarterlyOf(t, [][]string{{"Mã", "Tên", "ĐVT", "Kiểu", "Cấp nhập", "Cách báo"}, {"luy", "Lượt cộng dồn", "lượt", "số đếm", "xã", "lũy kế"}})
		sent := make(map[string]filled)
		for i, answer := range []string{tt.q1, tt.q2, tt.q3} {
			if answer != "" {
				sent[fmt.Sprintf("Q%d x1", i+1)] = filled{"luy": answer}
			}
		}
		var got []string
		for _, f := range Run(c, sentFor(t, c, sent)).Findings {
			if f.Code == "luy-ke-giam" {
				got = append(got, f.Period+": "+f.Message.Error())
			}
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s, %s, %s: %q", tt.q1, tt.q2, tt.q3, got)
		}
	}
}
