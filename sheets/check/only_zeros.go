package check

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var onlyZeros = Check{
	Code:     "toan-so-khong",
	Severity: figure.Warning,
	Title:    lang.Format{Vi: "Biểu mẫu toàn số 0", En: "A form of zeros only"},
	Explanation: lang.Format{
		Vi: "Mọi số liệu đều là 0, thường do điền sẵn 0 chứ không phải do không có hoạt động. Hỏi lại đơn vị.",
		En: "Every figure is zero, usually because zeros were filled in beforehand. Ask the unit.",
	},
	Example: lang.Format{
		Vi: "52 ô đều ghi 0, kể cả “Tổng số đoàn viên”.",
		En: "All 52 cells hold 0, “Tổng số đoàn viên” too.",
	},
	run: findOnlyZeros,
}

var (
	allZero = lang.Format{Vi: "Cả %d ô ghi số đều là 0", En: "All %d numbers of the form are zero"}
	askUnit = lang.Format{
		Vi: "Hỏi lại đơn vị: nếu chưa có số liệu thì để trống, chỉ gõ 0 khi thật sự không có.",
		En: "Ask the unit: leave blank what is not known yet and type 0 only for none.",
	}
)

// fewestZeros is from how many zeros on a form of zeros is remarkable.
const fewestZeros = 8

func findOnlyZeros(v *visit) []sheets.Finding {
	if v.sub == nil {
		return nil
	}
	zeros := 0
	for _, ind := range v.figures {
		value := v.value(ind)
		switch {
		case !isNumber(ind, value): // a day, a yes or a category says nothing of zeros that were filled in beforehand
		case value.Rat.Sign() != 0:
			return nil
		default:
			zeros++
		}
	}
	if zeros < fewestZeros {
		return nil
	}
	return []sheets.Finding{{Pos: v.form(), Count: zeros, Message: allZero.With(zeros), Hint: askUnit.With()}}
}
