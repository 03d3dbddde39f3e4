package report

import (
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/sheets"
)

func (p *province) part(target sheets.TargetCode, i int) *sheets.Part {
	return p.catalogue.Target(target).Parts[i]
}

// says fills the report and looks for sentences.
func says(t *testing.T, p *province, want, never []string) {
	t.Helper()
	body, _ := words(t, remediation(t, p).Document)
	for _, sentence := range want {
		if !strings.Contains(body, sentence) {
			t.Errorf("the report does not say %q", sentence)
		}
	}
	for _, sentence := range never {
		if strings.Contains(body, sentence) {
			t.Errorf("the report says %q", sentence)
		}
	}
	if t.Failed() {
		t.Log(body)
	}
}

// A target with one part that was nearly met is told with its figure, its plan and its reason.
func TestOnePartUnmet(t *testing.T) {
	p := newProvince(t)
	part := p.part("CT-1", 0)
	part.Threshold, part.Reason = figure.NumberOf(share(t, "83%")), "dịch bệnh"
	says(t, p, []string{
		"kết quả đã thực hiện là 82,48% (kế hoạch: ít nhất 83%), chưa đạt, tuy nhiên kết quả thực hiện cũng đạt ở mức 99,37%; nguyên nhân: dịch bệnh.\n",
		"đạt và vượt 8/11 chỉ tiêu, còn 03 chỉ tiêu chưa đạt, cụ thể:\n",
	}, []string{"00/01", "01/01 nội dung;"})
}

func TestAllMet(t *testing.T) {
	p := newProvince(t)
	zero := figure.Int(0)
	p.part("CT-A", 0).Threshold, p.part("CT-A", 1).Threshold, p.part("CT-B", 2).Threshold = zero, zero, zero
	says(t, p, []string{"đạt và vượt 11/11 chỉ tiêu.\n"}, []string{"cụ thể:", "chỉ tiêu chưa đạt.", "- Chỉ tiêu:"})
}

// What a person decided against the figures is marked in the annex.
func TestHandVerdict(t *testing.T) {
	p := newProvince(t)
	target := p.catalogue.Target("CT-A")
	target.Hand, target.Reason = sheets.Met, "có bổ sung sau ngày chốt"
	part := p.part("CT-5", 0)
	part.Hand, part.Reason = sheets.Unmet, "chưa nghiệm thu"
	says(t, p, []string{
		"(kết luận của người phụ trách: có bổ sung sau ngày chốt)", "(kết luận của người phụ trách: chưa nghiệm thu)",
	}, nil)
}

// An office without shortcomings and targets gets a report that does not speak of any.
func TestNothingToRemedy(t *testing.T) {
	p := newProvince(t)
	p.catalogue.Shortcomings, p.catalogue.Targets = nil, nil
	says(t, p, []string{"không có khuyết điểm, hạn chế phải theo dõi khắc phục trong năm 2021.\n", "Danh mục không có chỉ tiêu nào.\n"},
		[]string{"nhóm giải pháp", "Khuyết điểm 1", "Tổng số:", figure.Mark})
}

// A catalogue in which nothing is filled in yet gives a report whose blanks can be seen.
func TestBlankSettings(t *testing.T) {
	p := newProvince(t)
	p.catalogue.Settings = nil
	result := remediation(t, p)
	var tags []string
	for _, m := range result.Missing {
		tags = append(tags, m.Tag)
	}
	missing := strings.Join(tags, " ")
	for _, want := range []string{"{{thong_tin.co_quan | hoa}}", "{{thong_tin.dia_danh}}", "{{thong_tin.ke_hoach}}", "{{so_van_ban}}", "{{thong_tin.nguoi_ky_chuc_vu | hoa}}"} {
		if !strings.Contains(missing, want) {
			t.Errorf("%s is not listed as missing: %s", want, missing)
		}
	}
	body, _ := words(t, result.Document)
	if strings.Count(body, figure.Mark) < len(tags) || !strings.Contains(body, "- Uỷ viên Ban Chấp hành Tỉnh đoàn;\n") {
		t.Errorf("blanks cannot be seen:\n%s", body)
	}
}
