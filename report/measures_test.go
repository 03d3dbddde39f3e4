package report

import (
	"strings"
	"testing"

	"tonghop/aggregate"
	"tonghop/figure"
)

// What the annex says of the measures of the model report: their names, last year beside this year, and all targets as one.
func TestMeasures(t *testing.T) {
	p := newProvince(t)
	r := p.result()
	var got []string
	for i := range r.Shortcomings {
		for _, m := range r.Shortcomings[i].Together() {
			now, before := Measured(p.catalogue, &m)
			got = append(got, MeasureName(p.catalogue, &m)+" | "+before+" | "+now+" | "+aggregate.NameOf(m.Verdict).Title.Vi)
		}
	}
	all := strings.Join(got, "\n")
	for _, want := range []string{
		"Số chỉ tiêu của kỳ đạt và vượt | 72,7% | 9/11 | chưa đạt",
		"Đơn vị có hoạt động tuyên truyền phòng, chống ma tuý: 100% | 95% | 100% | đạt",
		"Đoàn cấp xã duy trì giúp đỡ thanh thiếu niên yếu thế: 100% | 95,7% | 94/94 | đạt",
		": ít nhất 10% | 8,5% | 8,2% | chưa đạt",
		"Tỷ lệ tiến bộ trong số được giúp đỡ: ít nhất 70% | 68% | 66,9% | chưa đạt",
		"Mức duy trì đánh giá hằng tháng: 100% | 25% | 05/12 | chưa đạt",
		"ít nhất 03 | 02 | 03 | đạt",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no line says %q", want)
		}
	}
	if t.Failed() {
		t.Log(all)
	}
}

// A result that is not the plan, or not what it was a year ago, is never printed as if it were.
func TestMeasuredApart(t *testing.T) {
	p := newProvince(t)
	m := &p.result().Shortcomings[1].Measures[2] // at least 70%
	m.Value = figure.Quotient(share(t, "6999"), share(t, "10000"))
	m.LastYear = figure.NumberOf(share(t, "69,9%"))
	if now, before := Measured(p.catalogue, m); now != "69,99%" || before != "69,9%" {
		t.Errorf("got %s and %s", now, before)
	}
}

// The words of the model report contradict its figures nowhere.
func TestWordsAgree(t *testing.T) {
	for _, f := range newProvince(t).result().Findings {
		if strings.Contains(f.Code, "loi-van") || strings.Contains(f.Code, "nam-truoc") {
			t.Errorf("%s: %s", f.Pos, f.Message)
		}
	}
}
