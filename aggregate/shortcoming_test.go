package aggregate

import (
	"fmt"
	"iter"
	"testing"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

func TestSuggestedLevel(t *testing.T) {
	const (
		met, over, unmet, open, none = sheets.Met, sheets.Exceeded, sheets.Unmet, sheets.Insufficient, sheets.VerdictNotApplicable
	)
	better, worse := known(true), known(false)
	m := func(v sheets.Verdict, b *bool) MeasureResult { return MeasureResult{Verdict: v, Better: b} }
	tests := []struct {
		name     string
		measures []MeasureResult
		unlinked bool
		want     sheets.Level
	}{
		{"all met", []MeasureResult{m(met, nil), m(over, worse)}, false, sheets.LevelDone},
		{"all met but a clause without measure", []MeasureResult{m(met, nil)}, true, sheets.LevelUnknown},
		{"one cannot be judged", []MeasureResult{m(met, nil), m(open, better)}, false, sheets.LevelUnknown},
		{"nobody judged", []MeasureResult{m(sheets.NoVerdict, nil)}, false, sheets.LevelUnknown},
		{"nothing linked", nil, false, sheets.LevelUnknown},
		{"what does not apply is left out", []MeasureResult{m(met, nil), m(none, nil)}, false, sheets.LevelDone},
		{"nothing applies", []MeasureResult{m(none, nil)}, false, sheets.LevelUnknown},
		{"the only one is unmet and better", []MeasureResult{m(unmet, better)}, false, sheets.LevelBetter},
		{"every unmet one is better", []MeasureResult{m(met, nil), m(unmet, better), m(unmet, better)}, false, sheets.LevelBetter},
		{"two thirds met, one not better", []MeasureResult{m(met, nil), m(met, nil), m(unmet, worse)}, false, sheets.LevelMost},
		{"two thirds met, one not known to be better", []MeasureResult{m(met, nil), m(met, nil), m(unmet, nil)}, false, sheets.LevelMost},
		{"less than two thirds met", []MeasureResult{m(met, nil), m(unmet, worse)}, false, sheets.LevelSome},
		{"none met, one of two better", []MeasureResult{m(unmet, better), m(unmet, worse)}, false, sheets.LevelSome},
		{"none met, one better, one not known", []MeasureResult{m(unmet, better), m(unmet, nil)}, false, sheets.LevelSome},
		{"none met, none better", []MeasureResult{m(unmet, worse), m(unmet, worse)}, false, sheets.LevelNone},
		{"none met, none known to be better", []MeasureResult{m(unmet, worse), m(unmet, nil)}, false, sheets.LevelUnknown},
	}
	for _, test := range tests {
		if got := suggest(test.measures, test.unlinked); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

func TestImproved(t *testing.T) {
	value := func(s string) figure.Value {
		e, faults := formula.Parse(s)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		return e.Eval(nothing{})
	}
	tests := []struct{ op, now, before, plan, want string }{
		{">=", "5", "4", "10", "true"}, {">=", "5", "5", "10", "false"}, {">", "4", "5", "10", "false"},
		{"<=", "5", "6", "1", "true"}, {"<", "5", "4", "1", "false"},
		{"=", "3", "4", "0", "true"}, {"=", "-1", "2", "0", "true"}, {"=", "4", "3", "0", "false"}, {"=", "12", "7", "10", "true"},
		{"=", `"TOT"`, `"HT"`, `"XS"`, "false"}, {"=", "có", "không", "có", "true"},
		{"<>", "1", "0", "0", "nil"}, {">=", "5", "chua_biet", "10", "nil"}, {">=", "chua_biet", "5", "10", "nil"}, {">=", "5", `"năm"`, "10", "nil"},
		{">=", "9/11", "8/10", "1", "true"},
	}
	ops := make(map[string]formula.Op)
	for op := formula.Equal; op <= formula.GreaterEqual; op++ {
		ops[op.String()] = op
	}
	for _, test := range tests {
		op, ok := ops[test.op]
		if !ok {
			t.Fatal(test.op)
		}
		got := "nil"
		if b := improved(op, value(test.now), value(test.before), value(test.plan)); b != nil {
			got = fmt.Sprint(*b)
		}
		if got != test.want {
			t.Errorf("%v: got %s", test, got)
		}
	}
}

func TestShortcomings(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức
a | A | số đếm | xã |
mt | Duy trì | có/không | xã |
f_mt | Xã duy trì | công thức | | dem_don_vi(mt = có; "xã") / so_don_vi("xã")
f_ct | Chỉ tiêu | công thức | | dem_chi_tieu(vuot; dat) / dem_chi_tieu()
f_kd | Khuyết điểm | công thức | | dem_khuyet_diem()
f_tot | Khắc phục tốt | công thức | | dem_khuyet_diem("2"; "3")
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Lý do
CT-1 | | Một | a | >= | 1 |
CT-2 | | Hai | a | >= | 2 |
CT-3 | * | Ba | | | | do dịch
CT-3 | x | Phần x | a | >= | 2 |
CT-3 | y | Phần y | a | <= | 2 |
# Khuyết điểm
Mã | Vế | Nội dung | Lĩnh vực | Số đo | Năm trước | Đánh giá | Lý do
KD1 | 1 | Chỉ tiêu chưa đạt hết | lãnh đạo | chỉ tiêu | | |
KD2 | 1 | Ma tuý | phong trào | f_mt >= 1 | 50% | 1a | 
KD3 | 1 | Hạn chế | lãnh đạo | CT-1; CT-3.y | 0; 4 | 2 | còn phần việc
KD4 | 1 | Vế một | tổ chức | CT-3 | 40% | |
KD4 | 2 | Vế hai | tổ chức | | | 3 |
KD5 | 1 | Tự tính | tổ chức | f_ct >= 50% | | |
KD6 | 1 | Vòng | tổ chức | f_kd >= 1 | | |
`)
	r := build(t, c, "x1: a=1 mt=có\nx2: a=1 mt=có\nx3: a=1 mt=không")
	tests := []struct {
		suggested, verdict sheets.Level
		measures           string
	}{
		// 3 >= 1 and 3 >= 2 are exceeded; of CT-3 part y is unmet: two of three targets.
		{sheets.LevelMost, sheets.LevelMost, "[vượt 1:1 (0/0) missing  (0/0) nil][vượt 1:1 (0/0) missing  (0/0) nil][chưa đạt 1:2 (0/0) missing  (0/0) nil]"},
		{sheets.LevelBetter, sheets.LevelSome, "[chưa đạt 2:3 (3/3) 1/2 (0/0) true]"},
		{sheets.LevelBetter, sheets.LevelBetter, "[vượt 3 (3/3) 0 (0/0) true][chưa đạt 3 (3/3) 4 (0/0) true]"},
		{sheets.LevelUnknown, sheets.LevelDone, "[chưa đạt 1:2 (0/0) 2/5 (0/0) true]"},
		{sheets.LevelDone, sheets.LevelDone, "[đạt 2:3 (0/0) missing  (0/0) nil]"},
		{sheets.LevelUnknown, sheets.LevelUnknown, "[không đủ số liệu missing f_kd (0/0) missing  (0/0) nil]"},
	}
	for i, res := range r.Shortcomings {
		want := tests[i]
		got := ""
		for _, m := range res.Measures {
			better := "nil"
			if m.Better != nil {
				better = fmt.Sprint(*m.Better)
			}
			got += fmt.Sprintf("[%s %s %s %s]", title(m.Verdict), show(m.Value), show(m.LastYear), better)
		}
		if res.Suggested != want.suggested || res.Verdict != want.verdict || got != want.measures {
			t.Errorf("%s: got %s %s %s, want %v", res.Shortcoming.Code, res.Suggested, res.Verdict, got, want)
		}
	}
	var found []string
	for _, f := range r.Findings {
		found = append(found, fmt.Sprint(f.Code, " ", f.Severity, " ", f.Catalogue))
	}
	want := []string{fmt.Sprint(codeLevelReason, " ", figure.Error, " ", true), fmt.Sprint(codeUnlinked, " ", figure.Note, " ", true)}
	if fmt.Sprint(found) != fmt.Sprint(want) {
		t.Errorf("findings: got %v, want %v", found, want)
	}
	for code, want := range map[string]string{"f_kd": "6 (0/0)", "f_tot": "3 (0/0)", "f_ct": "2:3 (0/0)"} {
		if got := total(r, "tinh", code); got != want {
			t.Errorf("%s: got %s, want %s", code, got, want)
		}
	}
	for field, want := range map[string]string{"lãnh đạo": "2 (0/0)", "LÃNH ĐẠO": "2 (0/0)", "tổ chức": "3 (0/0)", "khác": "0 (0/0)"} {
		if got := show(r.FieldEnv(field).Value("f_kd")); got != want {
			t.Errorf("%s: got %s, want %s", field, got, want)
		}
	}
}

// nothing is an env that knows no names.
type nothing struct{}

func (nothing) Value(name string) figure.Value               { return figure.MissingOf(name) }
func (nothing) Units([]string) iter.Seq[formula.Env]         { return func(func(formula.Env) bool) {} }
func (nothing) Ask(function string, w []string) figure.Value { return missingCall(function, w) }

func TestImprovedPart(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Cấp nhập
a | A | xã
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Ngưỡng trên | Phạm vi | Lý do
CT | * | Chỉ tiêu | | | | | | do dịch
CT | don_vi | Mỗi xã | a | >= | 2 | | từng đơn vị: xã |
CT | khoang | Từ 10 đến 20 | a | khoảng | 10 | 20 | |
CT | han | Không quá | a | <= | 4 | | |
CT | tay | Định tính | | định tính | | | |
# Khuyết điểm
Mã | Vế | Nội dung | Lĩnh vực | Số đo | Năm trước
KD | 1 | Một | lãnh đạo | CT.don_vi; CT.khoang; CT.han; CT.tay; CT.don_vi | 1/3; 6; 7; 1; 70%
`)
	r := build(t, c, "x1: a=1\nx2: a=2\nx3: a=2")
	var got []string
	for _, m := range r.Shortcomings[0].Measures {
		better := "nil"
		if m.Better != nil {
			better = fmt.Sprint(*m.Better)
		}
		got = append(got, title(m.Verdict)+" "+better)
	}
	want := []string{"chưa đạt true", "chưa đạt false", "chưa đạt true", "không đủ số liệu nil", "chưa đạt false"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// A target that is its only part is compared with last year by what it came to, in the direction of its comparison.
func TestTargetOfOnePart(t *testing.T) {
	tests := []struct {
		comparison, plan, scope, lastYear string
		want                              string
		level                             sheets.Level
	}{
		{">=", "1000000", "", "1000", "chưa đạt 306190 (3/3) true", sheets.LevelBetter},
		{">=", "1000000", "", "400000", "chưa đạt 306190 (3/3) false", sheets.LevelNone},
		{">=", "1000000", "", "", "chưa đạt 306190 (3/3) nil", sheets.LevelUnknown},
		{"<=", "1000", "", "400000", "chưa đạt 306190 (3/3) true", sheets.LevelBetter},
		{"<=", "1000", "", "1000", "chưa đạt 306190 (3/3) false", sheets.LevelNone},
		{">=", "2", "từng đơn vị: xã", "1/3", "chưa đạt 2:3 (3/3) true", sheets.LevelBetter},
		{">=", "2", "từng đơn vị: xã", "70%", "chưa đạt 2:3 (3/3) false", sheets.LevelNone},
	}
	for _, test := range tests {
		c := office(t, district+`
# Số liệu
Mã | Tên | Cấp nhập
a | A | xã
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Phạm vi | Lý do
CT | | Chỉ tiêu | a | `+test.comparison+` | `+test.plan+` | `+test.scope+` | do dịch
# Khuyết điểm
Mã | Vế | Nội dung | Lĩnh vực | Số đo | Năm trước
KD | 1 | Một | lãnh đạo | CT | `+test.lastYear+`
`)
		s := build(t, c, "x1: a=306183\nx2: a=0\nx3: a=7").Shortcomings[0]
		m, better := s.Measures[0], "nil"
		if m.Better != nil {
			better = fmt.Sprint(*m.Better)
		}
		if got := fmt.Sprint(title(m.Verdict), " ", show(m.Value), " ", better); got != test.want || s.Suggested != test.level {
			t.Errorf("%v: got %s, level %s", test, got, s.Suggested)
		}
	}
}
