package sheets

import (
	"errors"
	"fmt"
	"testing"

	"tonghop/figure"
)

func TestStatedValues(t *testing.T) {
	c := sampleCatalogue()
	of := func(kind Kind) *Indicator {
		for _, ind := range c.Indicators {
			if ind.Kind == kind {
				return ind
			}
		}
		return &Indicator{Code: "khac", Kind: kind}
	}
	category := of(Category)
	option := c.OptionsOf(string(category.Code))[0]
	for _, tt := range []struct {
		ind   *Indicator
		total StatedTotal
		want  string
	}{
		{of(Count), StatedTotal{Value: "1805", Have: 1, Expected: 1}, "given 1805"},
		{of(Count), StatedTotal{Value: "0", Have: 4, Expected: 4}, "given 0"}, // a year put together of quarters
		{of(Money), StatedTotal{Value: "1437500000", Have: 1, Expected: 1}, "given 1437500000"},
		{of(Percent), StatedTotal{Value: "0.05", Have: 1, Expected: 1}, "given 0.05"},
		{of(Count), StatedTotal{Value: "7", Have: 3, Expected: 4}, "not given"}, // partial
		{of(Count), StatedTotal{Expected: 1}, "not given"},
		{of(Count), StatedTotal{}, "exempt"},
		{of(Count), StatedTotal{Value: "bảy", Have: 1, Expected: 1}, "not given"},
		{of(Ratio), StatedTotal{Value: "9/11", Have: 1, Expected: 1}, "given 9/11"},
		{of(Ratio), StatedTotal{Value: "1", Have: 1, Expected: 1}, "not given"}, // the terms are not known
		{of(YesNo), StatedTotal{Value: "1", Have: 1, Expected: 1}, "given true"},
		{of(YesNo), StatedTotal{Value: "0", Have: 1, Expected: 1}, "given false"},
		{category, StatedTotal{Value: option.Label, Have: 1, Expected: 1}, "given " + option.Code},
		{category, StatedTotal{Value: option.Code, Have: 1, Expected: 1}, "given " + option.Code},
		{category, StatedTotal{Value: "chưa ai biết", Have: 1, Expected: 1}, "not given"},
		{of(Words), StatedTotal{Value: "bài viết", Have: 1, Expected: 1}, "not given"},
		{of(Day), StatedTotal{Value: "2021-03-03", Have: 1, Expected: 1}, "not given"},
	} {
		v := tt.total.value(c, tt.ind)
		got := "not given"
		switch v.State {
		case Exempt:
			got = "exempt"
		case Given:
			got = "given " + figure.Plain(v.Figure(tt.ind))
		}
		if got != tt.want {
			t.Errorf("%s of %+v: %s, want %s", tt.ind.Code, tt.total, got, tt.want)
		}
	}
}

// Results are asked for the former periods of which no form is there, and only for those.
func TestReadStated(t *testing.T) {
	c := quarterly()
	stated := func(p *Period) (*Stated, error) {
		if p.Code != "2021-Q1" {
			return nil, nil
		}
		return &Stated{Path: "ketqua-cu/2021-Q1/tong-hop.json", SHA256: "ab", Totals: []StatedTotal{
			{Unit: "x1", Indicator: "tn_qua", Value: "20", Have: 1, Expected: 1}, {Unit: "x2", Indicator: "tn_qua", Expected: 1},
			{Unit: "la", Indicator: "tn_qua", Value: "20", Have: 1, Expected: 1}, {Unit: "x3", Indicator: "la", Value: "20", Have: 1, Expected: 1},
		}}, nil
	}
	files := map[string][]byte{"x1.xlsx": formOf(t, c, "x1", "2021-Q2", sampleAnswers())}
	b, err := Read(inbox(files), "nop", c, c.Period("2021-Q2"), ReadOptions{Stated: stated})
	if err != nil {
		t.Fatal(err)
	}
	x1, x2, ind := c.Units.Unit("x1"), c.Units.Unit("x2"), c.Indicator("tn_qua")
	s := b.Former.Submissions[x1.Index]
	if s == nil || s.File.Path != "ketqua-cu/2021-Q1/tong-hop.json" || b.Former.Submissions[x2.Index] != nil {
		t.Fatalf("the first quarter: %+v", b.Former.Submissions)
	}
	if got := fmt.Sprint(s.Pos(s.Values[ind.Slot])); got != "ketqua-cu/2021-Q1/tong-hop.json" {
		t.Errorf("it stood in %s", got)
	}
	if got := reportsOf(b.ToDate(), x1) + "; " + reportsOf(b.ToDate(), x2); got != "2021-Q1 2021-Q2; (2021-Q1) (2021-Q2)" {
		t.Errorf("to date %s", got)
	}
	if len(b.Stated) != 1 || b.Stated[0].SHA256 != "ab" || len(b.Files) != 1 {
		t.Errorf("the results that were used: %+v", b.Stated)
	}
	files["2021-Q1/x2.xlsx"] = formOf(t, c, "x2", "2021-Q1", sampleAnswers())
	if b, err = Read(inbox(files), "nop", c, c.Period("2021-Q2"), ReadOptions{Stated: stated}); err != nil || b.Former.Submissions[x1.Index] != nil || b.Stated != nil {
		t.Errorf("forms do not go before results: %v", err)
	}
	broken := errors.New("hỏng")
	if _, err = Read(inbox(nil), "nop", c, c.Period("2021-Q2"), ReadOptions{Stated: func(*Period) (*Stated, error) { return nil, broken }}); !errors.Is(err, broken) {
		t.Errorf("broken results: %v", err)
	}
}
