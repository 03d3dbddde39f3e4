package report

import (
	"strings"
	"testing"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// Every verdict says why, with the comparison that was made, in both languages.
func TestWhy(t *testing.T) {
	p := newProvince(t)
	r := p.result()
	whole := func(code string) *aggregate.PartResult {
		part := *r.PartNamed(code)
		copied := *part.Part
		part.Part, part.Hand = &copied, false
		return &part
	}
	change := func(code string, by func(*aggregate.PartResult)) *aggregate.PartResult {
		part := whole(code)
		by(part)
		return part
	}
	for _, c := range []struct {
		name string
		part *aggregate.PartResult
		want string
	}{
		{"below", whole("CT-A.a"), "1.805 < 2.000 nên chưa đạt"},
		{"a share by its terms", whole("CT-A.b"), "3,1% (56/1805) < 5% nên chưa đạt"},
		{"above", whole("CT-A.c"), "35,7% (20/56) > 10% nên vượt"},
		{"within", whole("CT-5"), "nên đạt"},
		{"over", change("CT-5", func(p *aggregate.PartResult) { p.Value, p.Suggested = figure.Int(900), sheets.Exceeded }), "900 > 400 nên vượt"},
		{"short of", change("CT-5", func(p *aggregate.PartResult) { p.Value, p.Suggested = figure.Int(7), sheets.Unmet }), "07 < 200 nên chưa đạt"},
		{"equal", change("CT-A.a", func(p *aggregate.PartResult) { p.Value, p.Suggested = figure.Int(2000), sheets.Met }), "2.000 = 2.000 nên đạt"},
		{"all units", whole("CT-3.a"), "cả 20 đơn vị đạt nên đạt"},
		{"some units", change("CT-3.a", func(p *aggregate.PartResult) {
			p.Failing, p.Suggested = r.Catalogue.Units.Units[:2], sheets.Unmet
		}), "2/20 đơn vị chưa đạt nên chưa đạt"},
		{"units not judged", change("CT-3.a", func(p *aggregate.PartResult) {
			p.Unjudged, p.Suggested = r.Catalogue.Units.Units[:1], sheets.Insufficient
		}), "1/20 đơn vị không đủ số liệu nên không đủ số liệu"},
		{"no unit", change("CT-3.a", func(p *aggregate.PartResult) { p.Units, p.Suggested = 0, sheets.VerdictNotApplicable }), "không có đơn vị nào phải đạt nội dung này nên không áp dụng"},
		{"periods", change("CT-A.a", func(p *aggregate.PartResult) {
			p.Each = []aggregate.PeriodResult{{Verdict: sheets.Unmet}, {Verdict: sheets.Met}, {Verdict: sheets.VerdictNotApplicable}}
			p.Suggested = sheets.Unmet
		}), "1/2 kỳ chưa đạt nên chưa đạt"},
		{"missing", change("CT-A.a", func(p *aggregate.PartResult) {
			p.Value, p.Suggested = figure.MissingOf("xd_dvut"), sheets.Insufficient
		}), "thiếu xd_dvut nên không đủ số liệu"},
		{"no plan", change("CT-A.a", func(p *aggregate.PartResult) {
			p.Threshold, p.Suggested = figure.Value{}, sheets.Insufficient
		}), "chưa giao kế hoạch nên không đủ số liệu"},
		{"coverage", change("CT-A.a", func(p *aggregate.PartResult) {
			p.Value, p.Suggested = p.Value.Covered(90, 105), sheets.Insufficient
		}), "mới có 90/105 đơn vị, thấp hơn độ phủ tối thiểu 100% nên không đủ số liệu"},
		{"unproven", change("CT-A.a", func(p *aggregate.PartResult) { p.Unproven, p.Suggested = true, sheets.Insufficient }), "chỉ có tổng cả kỳ nên không đủ số liệu"},
		{"a matter of judgement", change("CT-A.a", func(p *aggregate.PartResult) {
			p.Part.Comparison, p.Suggested = sheets.Qualitative, sheets.Insufficient
		}), "nội dung định tính"},
		{"by hand", change("CT-A.a", func(p *aggregate.PartResult) {
			p.Hand, p.Verdict, p.Part.Reason = true, sheets.Met, "biên bản họp"
		}), "kết luận tay: đạt, lý do: biên bản họp; số liệu cho thấy: 1.805 < 2.000 nên chưa đạt"},
		{"by hand without a reason", change("CT-A.a", func(p *aggregate.PartResult) {
			p.Hand, p.Verdict, p.Part.Reason = true, sheets.Met, ""
		}), "kết luận tay: đạt; số liệu cho thấy: 1.805 < 2.000 nên chưa đạt"},
	} {
		said := WhyPart(r, c.part)
		if got := said.In(lang.Vi); !strings.HasSuffix(got, c.want) && !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if got := said.In(lang.En); got == "" || strings.Contains(got, "%!") {
			t.Errorf("%s: %q", c.name, got)
		}
	}
	if got, want := WhyTarget(r, r.TargetNamed("ct-a"), lang.Vi), "1 vượt, 2 chưa đạt; phải đạt tất cả nội dung nên chưa đạt"; got != want {
		t.Errorf("the target: %q, want %q", got, want)
	}
}

// The rung of the ladder that decided is told for every level.
func TestWhyLevel(t *testing.T) {
	r := newProvince(t).result()
	better, worse := true, false
	measure := func(v sheets.Verdict, b *bool) aggregate.MeasureResult {
		return aggregate.MeasureResult{Verdict: v, Better: b}
	}
	met, ahead, behind, open := measure(sheets.Met, nil), measure(sheets.Unmet, &better), measure(sheets.Unmet, &worse), measure(sheets.Insufficient, nil)
	unheard, exempt := measure(sheets.Unmet, nil), measure(sheets.VerdictNotApplicable, nil)
	for _, c := range []struct {
		level    sheets.Level
		measures []aggregate.MeasureResult
		unlinked int
		want     string
	}{
		{sheets.LevelDone, []aggregate.MeasureResult{met, met, exempt}, 0, "cả 2 số đo đạt hoặc vượt: mức 3"},
		{sheets.LevelBetter, []aggregate.MeasureResult{met, ahead}, 0, "1/2 số đo đạt; cả 1 số đo chưa đạt đều tốt hơn năm trước: mức 2"},
		{sheets.LevelMost, []aggregate.MeasureResult{met, met, behind}, 0, "2/3 số đo đạt, từ hai phần ba trở lên; 0/1 số đo chưa đạt tốt hơn năm trước: mức 1b"},
		{sheets.LevelSome, []aggregate.MeasureResult{met, behind, ahead}, 0, "1/3 số đo đạt, 1/2 số đo chưa đạt tốt hơn năm trước: mức 1a"},
		{sheets.LevelNone, []aggregate.MeasureResult{behind}, 0, "không số đo nào trong 1 số đo đạt hoặc tốt hơn năm trước: mức 0"},
		{sheets.LevelUnknown, []aggregate.MeasureResult{met}, 2, "2 vế chưa gắn số đo nào nên không gợi ý mức"},
		{sheets.LevelUnknown, []aggregate.MeasureResult{met, open}, 0, "1 số đo không đủ số liệu nên không gợi ý mức"},
		{sheets.LevelUnknown, []aggregate.MeasureResult{exempt}, 0, "không có số đo nào áp dụng nên không gợi ý mức"},
		{sheets.LevelUnknown, []aggregate.MeasureResult{unheard}, 0, "không số đo nào đạt, và chưa rõ năm trước của 1 số đo nên không gợi ý mức"},
	} {
		s := aggregate.ShortcomingResult{Shortcoming: &sheets.Shortcoming{}, Suggested: c.level, Measures: c.measures, Unlinked: make([]*sheets.Clause, c.unlinked)}
		if got := WhyLevel(r, &s).In(lang.Vi); got != c.want {
			t.Errorf("%s: %q, want %q", c.level, got, c.want)
		}
		s.Hand, s.Verdict, s.Shortcoming.Reason = true, sheets.LevelSome, "theo biên bản, còn {{f_ct_chua_dat}} chỉ tiêu"
		if got := WhyLevel(r, &s).In(lang.Vi); got != "đánh giá tay: mức 1a, lý do: theo biên bản, còn 02 chỉ tiêu; số đo cho thấy: "+c.want {
			t.Errorf("%s by hand: %q", c.level, got)
		}
	}
}
