package check

import (
	"fmt"
	"testing"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// What the office has accepted is a note with its reason, until the value changes.
func TestAccepted(t *testing.T) {
	high := good("x1").with("dv", 5001)
	for _, tt := range []struct {
		name string
		code string // of the row of Giải trình about x1
		typed,
		unit string
		form filled // of x1; nil: not sent
		want string // the finding
	}{
		{"by the code of the check", "ngoai-khoang", "", "x1", high, "note ngoai-khoang: “Tổng số đoàn viên” là 5.001, lớn hơn mức lớn nhất 5.000; đã giải trình, bất kể giá trị: Sáp nhập hai xã"},
		{"with its value", "ngoai-khoang", "5.001", "x1", high, "note ngoai-khoang: “Tổng số đoàn viên” là 5.001, lớn hơn mức lớn nhất 5.000; đã giải trình: Sáp nhập hai xã"},
		{"the value has changed", "ngoai-khoang", "5001", "x1", good("x1").with("dv", 5002), "error ngoai-khoang: “Tổng số đoàn viên” là 5.002, lớn hơn mức lớn nhất 5.000; giải trình ở ô C2 của trang “Giải trình” nói về giá trị “5001” nên không còn hiệu lực"},
		{"by a figure", "dv", "5001", "x1", high, "note ngoai-khoang: “Tổng số đoàn viên” là 5.001, lớn hơn mức lớn nhất 5.000; đã giải trình: Sáp nhập hai xã"},
		{"by check and figure", "ngoai-khoang:DV", "", "x1", high, "note ngoai-khoang: “Tổng số đoàn viên” là 5.001, lớn hơn mức lớn nhất 5.000; đã giải trình, bất kể giá trị: Sáp nhập hai xã"},
		{"another figure", "ngoai-khoang:kn", "", "x1", high, "error ngoai-khoang: “Tổng số đoàn viên” là 5.001, lớn hơn mức lớn nhất 5.000"},
		{"another unit", "ngoai-khoang", "", "x2", high, "error ngoai-khoang: “Tổng số đoàn viên” là 5.001, lớn hơn mức lớn nhất 5.000"},
		{"a rule", "qt-bq", "900.000", "x1", good("x1").with("tien", 900_000), "note qt-bq: "},
		{"any rule", "quy-tac", "", "x1", good("x1").with("tien", 900_000), "note qt-bq: "},
		{"what cannot be read", "so-lieu-sai-kieu", "Hàng chục", "x1", good("x1").with("kn", "hàng chục"), "note so-lieu-sai-kieu: "},
		{"what cannot be read was something else", "so-lieu-sai-kieu", "12", "x1", good("x1").with("kn", "hàng chục"), "error so-lieu-sai-kieu: "},
		{"not submitted", "don-vi-chua-nop", "", "x1", nil, "note don-vi-chua-nop: "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := office(t, map[string][][]string{"Giải trình": {
				{"Đơn vị", "Kỳ", "Mã", "Lý do", "Giá trị", "Ngày"}, {tt.unit, "", tt.code, "Sáp nhập\nhai xã", tt.typed, "20/01/2022"},
			}})
			sent := everybody()
			if sent["x1"] = tt.form; tt.form == nil {
				delete(sent, "x1")
			}
			r := Run(c, received(t, c, sent, onTime))
			var got []string
			for _, f := range r.Findings {
				if f.Code == unusedException.Code { // TestExplainedForNothing
					continue
				}
				got = append(got, fmt.Sprintf("%s %s: %s", f.Severity, f.Code, f.Message.In(lang.Vi)))
				if accepted := f.Severity == figure.Note; accepted != (f.Hint.In(lang.Vi) == "Không cần làm gì. Muốn xét lại thì xóa dòng ở ô C2 của trang “Giải trình”.") {
					t.Errorf("the hint is %q", f.Hint.In(lang.Vi))
				}
			}
			sameFindings(t, got, []string{tt.want})
			if r.Units[0].Status == Missing != (tt.form == nil) {
				t.Errorf("accepting changes no figure and no rate: %+v", r.Units[0])
			}
		})
	}
}

// A row that speaks of no finding is the office's own to delete, and never blamed on the unit. Where the unit has sent nothing there is nothing to say yet.
func TestExplainedForNothing(t *testing.T) {
	rows := [][]string{
		{"Đơn vị", "Kỳ", "Mã", "Lý do"},
		{"x1", "", "ngoai-khoang:dv", "đã sửa"}, {"x1", "", "dv", "có nêu"}, {"x2", "", "qt-bq", "chưa nộp"}, {"x3", "2021", "don-vi-chua-nop", "đã nộp"},
	}
	c := office(t, map[string][][]string{"Giải trình": rows})
	sent := everybody()
	sent["x1"] = good("x1").with("dv", nil)
	delete(sent, "x2")
	r := Run(c, received(t, c, sent, onTime))
	var got []string
	for _, f := range r.Findings {
		got = append(got, fmt.Sprintf("%s %s %s %v: %s", f.Severity, f.Code, f.Pos.Cell(), f.Catalogue, f.Message.In(lang.Vi)))
	}
	sameFindings(t, got, []string{
		"note giai-trinh-khong-khop C2 true: Dòng giải trình của đơn vị “Đoàn xã Một” về “ngoai-khoang:dv” không khớp phát hiện nào của kỳ “Năm 2021”",
		"note so-lieu-thieu E11 false: ",
		"error qt-xs E13 false: ", "error don-vi-chua-nop  false: ",
		"note giai-trinh-khong-khop C5 true: Dòng giải trình của đơn vị “Đoàn xã Ba” về “don-vi-chua-nop” không khớp phát hiện nào của kỳ “Năm 2021”",
	})
	for _, f := range r.Findings {
		if accepted := f.Code == "so-lieu-thieu"; accepted != (f.Accepted != nil) || accepted && (f.Accepted.Reason != "có nêu" || f.Accepted.Message.In(lang.Vi) == f.Message.In(lang.Vi)) {
			t.Errorf("%s: accepted %+v", f.Code, f.Accepted)
		}
	}
}

// A row about one sub-period says nothing about the others.
func TestAcceptedInItsPeriod(t *testing.T) {
	c := quarterlyOf(t, nineFigures())
	one := nine(11, 12, 13, 14, 15, 16, 0, 0, 90)
	c.Exceptions = []*sheets.Exception{{Unit: "x1", Period: "Q2", Code: sameAsFormer.Code, Reason: "đã hỏi"}}
	r := Run(c, sentFor(t, c, map[string]filled{"Q1 x1": one, "Q2 x1": one, "Q3 x1": one}))
	var got []string
	for _, f := range r.Findings {
		if f.Code == sameAsFormer.Code {
			got = append(got, f.Severity.String()+" "+f.Period)
		}
	}
	sameFindings(t, got, []string{"note Q2", "warning Q3"})
}
