package check

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var requiredBlank = Check{
	Code:     "so-lieu-thieu",
	Severity: figure.Error,
	Title:    lang.Format{Vi: "Thiếu số liệu bắt buộc", En: "A required figure is missing"},
	Explanation: lang.Format{
		Vi: "Ô số liệu bắt buộc để trống. Để trống không phải là 0: không phát sinh thì gõ 0, không thuộc phạm vi thì gõ “không áp dụng”.",
		En: "A required cell is blank, which is not zero: type 0 for none and “không áp dụng” where it does not concern the unit.",
	},
	Example: lang.Format{
		Vi: "Ô E12, “Đoàn viên mới kết nạp *”, để trống hoặc chỉ ghi dấu “-”: gõ 0 nếu không có.",
		En: "Cell E12, “Đoàn viên mới kết nạp *”, is blank or holds “-”: type 0 for none.",
	},
	run: findRequiredBlank,
}

var (
	cellBlank = lang.Format{Vi: "Thiếu số liệu bắt buộc “%s”", En: "The required figure “%s” is missing"}
	cellSays  = lang.Format{Vi: "Thiếu số liệu bắt buộc “%s”: ô ghi “%s”", En: "The required figure “%s” is missing: the cell says “%s”"}
	fillIn    = lang.Format{
		Vi: "Gõ số liệu vào ô %s; nếu không phát sinh thì gõ 0.",
		En: "Type the figure into cell %s; 0 where there is none.",
	}
)

// findRequiredBlank names each required cell that is blank. Rows that the form does not have were named by reading, and a form in which
// everything is blank is a finding of its own.
func findRequiredBlank(v *visit) []sheets.Finding {
	if v.sub == nil || v.empty {
		return nil
	}
	var findings []sheets.Finding
	for _, ind := range v.figures {
		value := v.value(ind)
		if !ind.Required || value.State != sheets.Blank {
			continue
		}
		f := v.at(ind)
		f.Message, f.Hint = cellBlank.With(ind.Name), fillIn.With(f.Pos.Cell())
		if value.Raw != "" {
			f.Message = cellSays.With(ind.Name, value.Raw)
		}
		findings = append(findings, f)
	}
	return findings
}
