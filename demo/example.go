package demo

import (
	"slices"
	"strings"

	"tonghop/lang"
)

// Example is one of the example workspaces. Each has the figures for one built-in template, or for several that speak of the same
// period.
type Example struct {
	Templates []string // the built-in templates that it fills, without .docx
	Folder    string   // of its facts below facts/, "" for the province

	// Note says what its figures are: which were published, which are made up.
	Note lang.Format
}

// Examples lists the example workspaces; the first one is written where no template is named.
func Examples() []Example {
	return []Example{
		{
			Templates: []string{"khac-phuc"},
			Note: lang.Format{
				Vi: "Tổng cấp tỉnh theo một báo cáo đã công bố; số liệu của từng đơn vị là số minh họa, không phải số thật.",
				En: "The totals of the province are those of a published report; the figures of single units are synthetic.",
			},
		},
		{
			Templates: []string{"kiem-diem-bch"}, Folder: "chi-doan-2022",
			Note: lang.Format{
				Vi: "Số của nhiệm kỳ theo bản kiểm điểm đã công bố của một chi đoàn; chỉ tiêu và cách chia cho từng năm là minh họa, không phải số thật.",
				En: "The figures of the term are those of a chapter's published self-review; targets and the split over the years are synthetic.",
			},
		},
		{
			Templates: []string{"tong-ket-nhiem-ky"}, Folder: "chi-doan-2017",
			Note: lang.Format{
				Vi: "Số của nhiệm kỳ theo bài tổng kết đã công bố của một chi đoàn; cách chia cho từng năm là minh họa, không phải số thật.",
				En: "The figures of the term are those of a chapter's published article; how they are split over the years is synthetic.",
			},
		},
		{
			Templates: []string{"kiem-diem-chi-doan", "dai-hoi-chi-doan"}, Folder: "chi-doan-2019",
			Note: lang.Format{
				Vi: "Tổng của nhiệm kỳ theo báo cáo đã công bố của một chi đoàn; cách chia cho từng năm là minh họa, không phải số thật.",
				En: "The totals of the term are those of a chapter's published report; how they are split over the years is synthetic.",
			},
		},
	}
}

var (
	noExample = lang.Format{
		Vi: "Không có ví dụ cho mẫu “%s”. Các mẫu có ví dụ: %s",
		En: "There is no example for the template “%s”. Templates with one: %s",
	}
	provinceOnly = lang.Format{
		Vi: "Ví dụ của mẫu “%s” là một chi đoàn nên không thêm chi đoàn hay lỗi được. Hãy bỏ --chapters và --faults, hoặc bỏ --template",
		En: "The example of the template “%s” is a single chapter and takes neither more chapters nor faults. Leave out --chapters and --faults, or --template",
	}
)

// ExampleOf gives the example that fills a built-in template; "" is the first one. The error is a lang.Message.
func ExampleOf(template string) (Example, error) {
	all := Examples()
	if template == "" {
		return all[0], nil
	}
	var names []string
	for _, e := range all {
		if slices.Contains(e.Templates, strings.TrimSuffix(template, ".docx")) {
			return e, nil
		}
		names = append(names, e.Templates...)
	}
	return Example{}, noExample.With(template, strings.Join(names, ", "))
}

// items lists the files of the example.
func (e Example) items(opt Options) ([]item, error) {
	if e.Folder == "" {
		plan, err := NewPlan(opt.Chapters)
		if err != nil {
			return nil, err
		}
		return plan.items(opt.Faults), nil
	}
	if opt.Chapters > 0 || opt.Faults {
		return nil, provinceOnly.With(opt.Template)
	}
	return chapterItems(e.Folder)
}
