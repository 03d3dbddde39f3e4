package check

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var sameAsNeighbour = Check{
	Code:     "so-nhu-don-vi-khac",
	Severity: figure.Warning,
	Title:    lang.Format{Vi: "Số liệu giống hệt đơn vị khác", En: "The figures of another unit"},
	Explanation: lang.Format{
		Vi: "Hai đơn vị báo cùng một loạt số liệu, thường do chép biểu mẫu của nhau. Số của cả hai vẫn được dùng. Hỏi lại từng đơn vị, đơn vị nào chép thì gửi lại biểu mẫu.",
		En: "Two units state the same figures all through, usually because one copied the form of the other. Both count. Ask each unit; the one that copied sends its own form.",
	},
	Example: lang.Format{
		Vi: "Đoàn xã Tân Hội và Đoàn xã Tân Hiệp cùng báo 1.805, 56, 317, … ở mọi dòng.",
		En: "Two communes state 1.805, 56, 317, … in every row.",
	},
	run: findSameAsNeighbour,
}

var (
	sameAs = lang.Format{
		Vi: "Cả %d số liệu của đơn vị “%s” (%s) giống hệt của đơn vị “%s” (%s), tệp “%s”",
		En: "All %d figures of unit “%s” (%s) are those of unit “%s” (%s), file “%s”",
	}
	askBoth = lang.Format{
		Vi: "Hỏi lại cả hai đơn vị; đơn vị nào chép số của đơn vị kia thì điền số của mình rồi gửi lại.",
		En: "Ask both units; the one that copied fills in its own figures and sends the form again.",
	}
)

// fewestDistinct is how many different numbers a form must hold before it is remarkable that another one has the same.
const fewestDistinct = 6

// findSameAsNeighbour names the first unit of the registry that has the same figures, so that a form that went round in a district is one finding for each
// unit that copied it.
func findSameAsNeighbour(v *visit) []sheets.Finding {
	other := v.survey.alike[v.unit]
	if v.sub == nil || other == nil {
		return nil
	}
	same := 0
	for _, ind := range v.submitted {
		if isNumber(ind, v.value(ind)) {
			same++
		}
	}
	from := v.batch.Submissions[other.Index].File.Path
	return []sheets.Finding{{
		Pos: v.form(), Count: same, Hint: askBoth.With(),
		Message: sameAs.With(same, v.unit.Name, string(v.unit.Code), other.Name, string(other.Code), from),
	}}
}
