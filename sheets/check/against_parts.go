package check

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var againstParts = Check{
	Code:     "so-voi-ky-con",
	Severity: figure.Warning,
	Title:    lang.Format{Vi: "Số cả kỳ khác số gộp từ các kỳ con", En: "A figure of the period differs from those of its sub-periods"},
	Explanation: lang.Format{
		Vi: "Đơn vị nộp biểu mẫu cho cả kỳ và cả biểu mẫu của các kỳ con, và hai bên khác nhau. Số của biểu mẫu cả kỳ được dùng, không cộng thêm. Hỏi lại đơn vị số nào đúng.",
		En: "A unit sent a form for the period and forms for its sub-periods, which put together say something else. The form for the period counts and nothing is added to it. Ask the unit which is right.",
	},
	Example: lang.Format{
		Vi: "Biểu cả năm ghi 120, bốn quý cộng lại là 118: số 120 được dùng.",
		En: "The form of the year says 120 and its quarters add up to 118; 120 counts.",
	},
	run: findDifferentParts,
}

var (
	differsParts = lang.Format{
		Vi: "“%s”: biểu mẫu cả kỳ ghi %s, nhưng gộp từ các kỳ con là %s",
		En: "“%s”: the form for the whole period states %s, and the forms for its sub-periods put together %s",
	}
	compareParts = lang.Format{
		Vi: "Số của biểu mẫu cả kỳ được dùng. Hỏi lại đơn vị, sửa biểu mẫu nào sai rồi gửi lại.",
		En: "The form for the whole period counts. Ask the unit, correct the form that is wrong and send it again.",
	}
)

// findDifferentParts compares the form for a whole period with those that the unit sent for its sub-periods. Where one of them is not there or does not
// answer there is nothing to compare with.
func findDifferentParts(v *visit) []sheets.Finding {
	if v.sub == nil || !v.batch.Composite() {
		return nil
	}
	var findings []sheets.Finding
	for _, ind := range v.figures {
		value, parts := v.value(ind), v.batch.Together(v.unit, ind)
		if value.State != sheets.Given || parts.State != sheets.Given || parts.Have < parts.Expected || value.Same(parts.Value) {
			continue
		}
		f := v.at(ind)
		f.Message = differsParts.With(ind.Name, printed(ind, value.Figure(ind)), printed(ind, parts.Figure(ind)))
		f.Hint = compareParts.With()
		findings = append(findings, f)
	}
	return findings
}
