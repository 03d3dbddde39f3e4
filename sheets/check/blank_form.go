package check

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var blankForm = Check{
	Code:     "bieu-mau-trong",
	Severity: figure.Error,
	Title:    lang.Format{Vi: "Biểu mẫu để trống", En: "A form in which nothing is filled in"},
	Explanation: lang.Format{
		Vi: "Đơn vị gửi lại biểu mẫu mà chưa điền số liệu nào. Đề nghị điền rồi gửi lại.",
		En: "The unit sent the form back without a single figure. Ask for the filled form.",
	},
	Example: lang.Format{
		Vi: "Tệp tn1-25459.xlsx còn nguyên như khi phát: 52 ô số liệu đều trống.",
		En: "The file tn1-25459.xlsx is as it was sent out: all 52 cells are blank.",
	},
	run: findBlankForm,
}

var (
	allBlank = lang.Format{Vi: "Biểu mẫu chưa điền số liệu nào (%d ô để trống)", En: "Nothing is filled in (%d blank cells)"}
	fillForm = lang.Format{Vi: "Điền biểu mẫu rồi gửi lại; số liệu nào không phát sinh thì gõ 0.", En: "Fill in the form and send it again; type 0 where there is none."}
)

func findBlankForm(v *visit) []sheets.Finding {
	if !v.empty {
		return nil
	}
	return []sheets.Finding{{
		Pos: v.form(), Count: v.status.Expected, Message: allBlank.With(v.status.Expected), Hint: fillForm.With(),
	}}
}
