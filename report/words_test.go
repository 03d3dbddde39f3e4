package report

import (
	"math/big"
	"testing"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/sheets"
)

func TestNearMiss(t *testing.T) {
	for _, k := range []struct {
		verdict sheets.Verdict
		muc     *big.Rat
		want    bool
	}{
		{sheets.Unmet, big.NewRat(1805, 2000), true},
		{sheets.Unmet, big.NewRat(9, 10), true},
		{sheets.Unmet, big.NewRat(8999, 10000), false},
		{sheets.Met, big.NewRat(1, 1), false},
		{sheets.Unmet, nil, false},
	} {
		res := &aggregate.PartResult{Verdict: k.verdict}
		if k.muc != nil {
			res.Fulfilment = figure.NumberOf(k.muc)
		}
		if nearMiss(res) != k.want {
			t.Errorf("nearMiss of %v at %v is %v", k.verdict, k.muc, !k.want)
		}
	}
}

func TestLinesOf(t *testing.T) {
	for _, k := range []struct {
		text string
		want []string
	}{
		{"", nil}, {" \n \r\n", nil}, {"a", []string{"a"}}, {"a\r\n\n  b \nc\n", []string{"a", "b", "c"}},
	} {
		rows := linesOf(prose(k.text))
		var got []string
		for _, at := range rows {
			got = append(got, at.line.Text)
			if at.line.Kind != figure.Prose {
				t.Errorf("a line of %q is no prose", k.text)
			}
		}
		if len(got) != len(k.want) {
			t.Errorf("%q has the lines %q", k.text, got)
			continue
		}
		for i := range got {
			if got[i] != k.want[i] {
				t.Errorf("%q has the lines %q", k.text, got)
			}
		}
	}
	if rows := linesOf(figure.Int(3)); rows != nil {
		t.Error("a number has lines")
	}
}

func TestMidSentence(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "A": "A", "Lãnh đạo, chỉ đạo": "lãnh đạo, chỉ đạo", "BCH chi đoàn": "BCH chi đoàn", "Đoàn xã": "đoàn xã", "tổ chức": "tổ chức",
	} {
		if got := midSentence(in); got != want {
			t.Errorf("midSentence(%q) is %q", in, got)
		}
	}
}

// A level below 3 has a next step even where the catalogue gives none; a document never claims that all is well by default.
func TestDirection(t *testing.T) {
	s := &source{Result: newProvince(t).result()}
	own := "Việc khác."
	for _, k := range []struct {
		level sheets.Level
		own   string
		want  string
	}{
		{sheets.LevelDone, "", "Duy trì kết quả đã đạt được, không để khuyết điểm tái diễn."},
		{sheets.LevelBetter, "", "Tiếp tục khắc phục phần hạn chế còn lại trong năm 2022."},
		{sheets.LevelMost, "", "Tiếp tục khắc phục trong năm 2022."},
		{sheets.LevelSome, "", "Tiếp tục khắc phục trong năm 2022."},
		{sheets.LevelNone, "", "Tiếp tục khắc phục trong năm 2022."},
		{sheets.LevelUnknown, "", "Tiếp tục khắc phục trong năm 2022."},
		{sheets.LevelDone, own, own},
	} {
		res := &aggregate.ShortcomingResult{Verdict: k.level, Shortcoming: &sheets.Shortcoming{Direction: k.own}}
		if got := direction(s, row{shortcoming: res}).Text; got != k.want {
			t.Errorf("direction at level %s is %q, want %q", k.level, got, k.want)
		}
	}
}

// A shortcoming that cannot be judged prints as missing and names the clauses and measures that stand in the way.
func TestOpenQuestions(t *testing.T) {
	res := &aggregate.ShortcomingResult{
		Verdict: sheets.LevelUnknown, Shortcoming: &sheets.Shortcoming{Code: "KD9"},
		Unlinked: []*sheets.Clause{{Key: "2"}},
		Measures: []aggregate.MeasureResult{
			{Measure: sheets.Measure{Text: "f_xa_mt >= 1"}, Verdict: sheets.Insufficient}, {Measure: sheets.Measure{Text: "CT-A"}, Verdict: sheets.Met},
		},
	}
	v := shortcomingLoop.field("danh_gia").value(nil, row{shortcoming: res})
	if !v.IsMissing() || len(v.Gaps) != 2 || v.Gaps[0] != "KD9.2" || v.Gaps[1] != "f_xa_mt >= 1" {
		t.Errorf("danh_gia is %+v", v)
	}
}

func TestDocumentNumber(t *testing.T) {
	for typed, want := range map[string]string{
		"245-BC/TĐTN": "245-BC/TĐTN", "-BC/TĐTN": numberSpace + "-BC/TĐTN", "    -BC/TĐTN": numberSpace + "-BC/TĐTN", "": "",
	} {
		s := &source{Result: &aggregate.Result{Catalogue: &sheets.Catalogue{Settings: sheets.Settings{{Key: "so_ky_hieu", Value: typed}}}}}
		if got := documentNumber(s, row{}).Text; got != want {
			t.Errorf("%q is printed as %q", typed, got)
		}
	}
}

// share reads a percentage.
func share(t *testing.T, s string) *big.Rat {
	t.Helper()
	r, err := figure.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
