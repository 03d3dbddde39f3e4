package report

import (
	"testing"
	"time"

	"tonghop/aggregate"
	"tonghop/lang"
	"tonghop/sheets"
)

// halved lets the province hand in its figures for both halves of the year, all of them in each; a unit of the second half sends nothing.
func halved(t *testing.T, silent sheets.UnitCode) *province {
	p := newProvince(t)
	c, year := p.catalogue, p.batch.Period
	middle := time.Date(2021, 7, 1, 0, 0, 0, 0, time.UTC)
	first := &sheets.Period{Code: "2021-1", Name: "6 tháng đầu", From: year.From, To: middle.AddDate(0, 0, -1), Within: year.Code}
	second := &sheets.Period{Code: "2021-2", Name: "6 tháng cuối", From: middle, To: year.To, Within: year.Code}
	c.Periods = append(c.Periods, first, second)
	half := func(period *sheets.Period) *sheets.Batch {
		b := *p.batch
		b.Period, b.Expect = period, c.Expect(period)
		b.Submissions = append([]*sheets.Submission(nil), p.batch.Submissions...)
		return &b
	}
	parts := []*sheets.Batch{half(first), half(second)}
	parts[1].Former = parts[0]
	parts[1].Submissions[c.Units.Unit(silent).Index] = nil
	p.batch.Submissions = make([]*sheets.Submission, len(c.Units.Units))
	p.batch.Compose(c, parts)
	return p
}

// A document about a period is also one about each of its sub-periods.
func TestLoopOverPeriods(t *testing.T) {
	p := halved(t, "x2")
	root, x1 := p.data(), New(p.result(), Options{Unit: p.catalogue.Units.Unit("x1")})
	for _, tt := range []struct{ name, tags, want string }{
		{"the whole", "{{xd_dvut}}", "3.592 (số liệu 209/210 báo cáo)"},
		{"each", "{{#cac_ky}}{{stt}}. {{ten}} ({{ma}}, {{nam}}, {{tu_ngay}}–{{den_ngay}}): {{xd_dvut}}{{#la_cuoi}}.{{^}}; {{/}}{{/}}",
			"1. 6 tháng đầu (2021-1, 2021, 01/01/2021–30/6/2021): 1.805; 2. 6 tháng cuối (2021-2, 2021, 01/7/2021–31/12/2021): 1.787 (số liệu 104/105 đơn vị)."},
		{"the change", "{{#cac_ky}}{{#thieu(ky_truoc(xd_dvut))}}-{{^}}{{xd_dvut - ky_truoc(xd_dvut) | khong_phu}}{{/}};{{/}}", "-;-18;"},
		{"units of each", "{{#cac_ky}}{{#chua_nop}}{{ma}} {{ten}}{{/}};{{/}}", ";x2 Đoàn xã 2;"},
		{"units, and each of them", `{{#cac_don_vi}}{{#ma = "x2"}}{{tinh_trang}}:{{#cac_ky}} {{xd_dvut}}{{/}}{{/}}{{/}}`, "chưa nộp đủ các kỳ: 18 (không đủ số liệu)"},
		{"figures of each", `{{#cac_ky}}{{#so_lieu}}{{#ma = "xd_dvut"}}{{gia_tri | khong_phu}};{{/}}{{/}}{{/}}`, "1.805;1.787;"},
		{"names of the document", "{{#cac_ky}}{{ky.ten}};{{/}}{{nop.da}}/{{nop.can}}", "Năm 2021;Năm 2021;105/106"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := written(t, p, root, tt.tags); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	if got := written(t, p, x1, "{{xd_dvut}}:{{#cac_ky}} {{xd_dvut}}{{/}}"); got != "36: 18 18" {
		t.Errorf("of one unit: %q", got)
	}
	rows, ok := root.Rows(periodLoopName)
	if !ok || len(rows) != 2 || rows[0].Key() != "2021-1" {
		t.Errorf("%d rows", len(rows))
	}
}

// A period without sub-periods is the only row of the loop.
func TestLoopOverSimplePeriod(t *testing.T) {
	p := newProvince(t)
	if got := written(t, p, p.data(), "{{#cac_ky}}{{ma}}: {{xd_dvut}}{{/}}"); got != "2021: 1.805" {
		t.Errorf("got %q", got)
	}
}

// A part that was judged in every year names the years that failed.
func TestPeriodsOfPart(t *testing.T) {
	year := func(name string, v sheets.Verdict) aggregate.PeriodResult {
		return aggregate.PeriodResult{Period: &sheets.Period{Code: name, Name: "Năm " + name}, Verdict: v}
	}
	at := row{part: &aggregate.PartResult{Each: []aggregate.PeriodResult{
		year("2019", sheets.Unmet), year("2020", sheets.Met), year("2021", sheets.Unmet), year("2022", sheets.Insufficient),
	}}}
	l := partLoop("phan", everyPart, lang.Format{})
	if got := l.field("ky_chua_dat").value(nil, at).Text; got != "Năm 2019, Năm 2021" {
		t.Errorf("failing: %q", got)
	}
	if got := l.field("ky_khong_du").value(nil, at).Text; got != "Năm 2022" {
		t.Errorf("unjudged: %q", got)
	}
	if v := l.field("ky_chua_dat").value(nil, row{part: &aggregate.PartResult{}}); !v.IsMissing() {
		t.Errorf("of a part without: %+v", v)
	}
}
