package check

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var sameAsFormer = Check{
	Code:     "so-nhu-ky-truoc",
	Severity: figure.Warning,
	Title:    lang.Format{Vi: "Số liệu giống hệt kỳ trước", En: "The figures of the period before"},
	Explanation: lang.Format{
		Vi: "Mọi số liệu đều như biểu mẫu kỳ trước của đơn vị, thường do gửi lại biểu mẫu cũ với tên kỳ mới. Số vẫn được dùng. Hỏi lại đơn vị và đề nghị gửi số của kỳ này.",
		En: "Every figure is that of the unit's form for the period before, usually because the old form was sent under the new period. The figures count. Ask the unit for those of this period.",
	},
	Example: lang.Format{
		Vi: "Cả 52 số của năm 2021 đúng bằng 52 số của năm 2020.",
		En: "All 52 figures of 2021 are those of 2020.",
	},
	run: findSameAsFormer,
}

var (
	sameBefore = lang.Format{
		Vi: "Cả %d số liệu giống hệt biểu mẫu kỳ “%s” của đơn vị, tệp “%s”",
		En: "All %d figures are those of the unit's form for period “%s”, file “%s”",
	}
	askPeriod = lang.Format{
		Vi: "Hỏi lại đơn vị; nếu chép số kỳ trước thì điền số của kỳ này rồi gửi lại.",
		En: "Ask the unit; if the old figures were copied, it fills in those of this period and sends the form again.",
	}
)

// fewestFlows is how many figures of what happened in a period, without zeros, must be the same. What stands at the end of a period, and what is
// counted on from the start of the year, may well be what it was.
const fewestFlows = 6

// findSameAsFormer compares the figures that the unit gave in both of its forms. A row that only one of the forms has is no difference.
func findSameAsFormer(v *visit) []sheets.Finding {
	before := v.batch.Former
	if v.sub == nil || before == nil || before.Submissions[v.unit.Index] == nil {
		return nil
	}
	old := before.Submissions[v.unit.Index]
	same, flows := 0, 0
	for _, ind := range v.submitted {
		now, was := v.value(ind), old.Values[ind.Slot]
		if !isNumber(ind, now) || !isNumber(ind, was) {
			continue
		}
		if now.Rat.Cmp(was.Rat) != 0 {
			return nil
		}
		same++
		if now.Rat.Sign() != 0 && ind.Kind != sheets.Stock && ind.Reporting == sheets.InPeriod {
			flows++
		}
	}
	if flows < fewestFlows {
		return nil
	}
	return []sheets.Finding{{
		Pos: v.form(), Count: same, Message: sameBefore.With(same, before.Period.Name, old.File.Path), Hint: askPeriod.With(),
	}}
}
