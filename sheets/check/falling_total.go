package check

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var fallingTotal = Check{
	Code:     "luy-ke-giam",
	Severity: figure.Warning,
	Title:    lang.Format{Vi: "Số lũy kế nhỏ hơn kỳ trước trong năm", En: "A cumulative figure is less than before in the year"},
	Explanation: lang.Format{
		Vi: "Số báo theo cách lũy kế từ đầu năm không thể giảm. Thường do đơn vị ghi số của riêng kỳ. Số vừa ghi vẫn được dùng làm số lũy kế.",
		En: "A figure that is counted on from the start of the year cannot fall. Usually the unit stated that of the period alone. What was typed last still counts.",
	},
	Example: lang.Format{
		Vi: "Quý I lũy kế 300 triệu đồng, quý II ghi 120 triệu đồng.",
		En: "300 triệu đồng up to the first quarter, and 120 triệu đồng up to the second.",
	},
	run: findFallingTotals,
}

var (
	fallsShort = lang.Format{
		Vi: "“%s” báo lũy kế từ đầu năm là %s, nhỏ hơn %s đã báo kỳ “%s”",
		En: "“%s”, counted on from the start of the year, is %s, which is less than the %s stated for “%s”",
	}
	stateTotal = lang.Format{
		Vi: "Ghi số cộng dồn từ đầu năm, không phải số của riêng kỳ; nếu kỳ trước ghi sai thì sửa biểu mẫu kỳ trước.",
		En: "State what it has come to since the start of the year, not what happened in the period alone; or correct the form of the period before.",
	}
)

// findFallingTotals compares figures that run on with those of the period before, if that is of the same year.
func findFallingTotals(v *visit) []sheets.Finding {
	before := v.batch.Former
	if v.sub == nil || before == nil || before.Period.To.Year() != v.batch.Period.To.Year() {
		return nil
	}
	var findings []sheets.Finding
	for _, ind := range v.figures {
		now, was := v.batch.Answer(v.unit, ind), before.Answer(v.unit, ind)
		if !now.Running || !was.Running || !isAmount(ind.Kind) || now.State != sheets.Given || was.State != sheets.Given || now.Rat.Cmp(was.Rat) >= 0 {
			continue
		}
		f := v.at(ind)
		f.Message = fallsShort.With(ind.Name, printed(ind, now.Figure(ind)), printed(ind, was.Figure(ind)), before.Period.Name)
		f.Hint = stateTotal.With()
		findings = append(findings, f)
	}
	return findings
}
