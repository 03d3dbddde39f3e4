package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// nineTexts is a form of nine figures in which the same text stands n times, from the first cell on, and 7 in the others.
func nineTexts(text string, n int) filled {
	form := make(filled)
	for i := range 9 {
		var answer any = 7
		if i < n {
			answer = text
		}
		form[sheets.Code(fmt.Sprintf("s%d", i))] = answer
	}
	return form
}

func TestOneCauseIsOneFinding(t *testing.T) {
	rows := nineFigures()
	rows[0] = append(rows[0], "Bắt buộc")
	for i := range rows[1:] {
		rows[i+1] = append(rows[i+1], "có")
	}
	c := office(t, map[string][][]string{"Số liệu": rows, "Quy tắc": nil})
	for _, tt := range []struct {
		name  string
		form  filled
		cells []string // of each finding: code, count, cells
		says  string
		hint  string
	}{
		{"five blanks are five", nineTexts("", 5), []string{"so-lieu-thieu 1 E11", "so-lieu-thieu 1 E12", "so-lieu-thieu 1 E13", "so-lieu-thieu 1 E14", "so-lieu-thieu 1 E15"}, "Thiếu số liệu bắt buộc “Số thứ 0”", "ô E11;"},
		{"six are one", nineTexts("", 6), []string{"so-lieu-thieu 6 E11:E16"}, "Thiếu 6 số liệu bắt buộc, ở các ô E11:E16", "Gõ số liệu vào ô E11:E16; nếu không phát sinh thì gõ 0."},
		{"cells with the same text", nineTexts("hàng chục", 8), []string{"so-lieu-sai-kieu 8 E11:E18"}, "“Số thứ 0”: “hàng chục” không cộng được; hãy gõ số chính xác; có 8 ô như vậy: E11:E18", "Sửa ô E11:E18"},
		{"apart from one in the middle", nineTexts("hàng chục", 8).with("s4", 3), []string{"so-lieu-sai-kieu 7 E11:E14, E16:E18"}, "có 7 ô như vậy: E11:E14, E16:E18", "E16:E18"},
		{"another mistake is another cause", nineTexts("hàng chục", 7).with("s4", "12+5"), []string{"so-lieu-sai-kieu 6 E11:E14, E16:E17", "so-lieu-sai-kieu 1 E15"}, "hàng chục", ""},
		{"a note about each", nineTexts("7 người", 9), []string{"so-lieu-quy-doi 9 E11:E19"}, "có 9 ô như vậy", ""},
		{"suggestions for each", nineTexts("hơn 100", 6), []string{"so-lieu-sai-kieu 6 E11:E16"}, "", "Sửa các ô đã nêu"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := Run(c, received(t, c, map[sheets.UnitCode]filled{"x1": tt.form}, onTime))
			var got []string
			for _, f := range r.Findings {
				if f.Unit == "x1" {
					got = append(got, fmt.Sprintf("%s %d %s", f.Code, f.Count, f.Cells()))
				}
			}
			if !slices.Equal(got, tt.cells) {
				t.Fatalf("findings %q, want %q", got, tt.cells)
			}
			first := r.Findings[0]
			holds(t, first.Message.In(lang.Vi), tt.says)
			holds(t, first.Hint.In(lang.Vi), tt.hint)
			if len(first.Cases) > 0 && (len(first.Cases) != first.Count || first.Cases[0].Pos != first.Pos || first.Cases[1].Indicator != "s1") {
				t.Errorf("cases %v", listed(first.Cases))
			}
		})
	}
}

// What the office has accepted is a note of its own, and each cell can be accepted by itself.
func TestAcceptedIsNotGathered(t *testing.T) {
	var findings []sheets.Finding
	for i := range 8 {
		f := sheets.Finding{Code: "so-lieu-thieu", Severity: figure.Error, Unit: "x1", Indicator: "a", Count: 1, Message: cellBlank.With(fmt.Sprint(i)), Pos: sheets.Pos{File: "x", Sheet: "y", Row: 5 + i, Col: 5}}
		if i == 3 {
			explain(&f, &sheets.Exception{Reason: "vì", Typed: "x"})
		}
		findings = append(findings, f)
	}
	got := gather(findings)
	if len(got) != 2 || got[0].Count != 7 || got[0].Cells() != "E5:E7, E9:E12" || got[1].Severity != figure.Note || got[1].Count != 1 {
		t.Errorf("%v", listed(got))
	}
	if again := gather(slices.Clone(got)); len(again) != 2 || again[0].Count != 7 {
		t.Errorf("gathering twice gives %v", listed(again))
	}
}

func holds(t *testing.T, text, part string) {
	t.Helper()
	if !strings.Contains(text, part) {
		t.Errorf("%q does not say %q", text, part)
	}
}
