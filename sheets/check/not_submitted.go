package check

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var notSubmitted = Check{
	Code:     "don-vi-chua-nop",
	Severity: figure.Error,
	Title:    lang.Format{Vi: "Đơn vị chưa nộp", En: "A unit has not submitted"},
	Explanation: lang.Format{
		Vi: "Đơn vị phải nộp trong kỳ nhưng không có tệp nào dùng được. Đôn đốc đơn vị, hoặc sửa cột “Phải nộp” của trang Đơn vị nếu không phải nộp.",
		En: "The unit must submit in the period and no usable file is there. Remind it, or correct the column “Phải nộp” of the sheet Đơn vị.",
	},
	Example: lang.Format{
		Vi: "Đoàn xã Tân Lập có “Phải nộp” là “có”, và trong thư mục nop không có tệp nào của đơn vị.",
		En: "Đoàn xã Tân Lập must submit, and the folder nop holds no file of it.",
	},
	run: findNotSubmitted,
}

var (
	nothingSent  = lang.Format{Vi: "Đơn vị “%s” (%s) chưa nộp báo cáo", En: "Unit “%s” (%s) has not submitted its report"}
	unusableSent = lang.Format{
		Vi: "Đơn vị “%s” (%s) chưa có báo cáo dùng được; tệp “%s” bị loại: %s",
		En: "Unit “%s” (%s) has no usable report; “%s” was rejected: %s",
	}
	nothingFor = lang.Format{Vi: "Đơn vị “%s” (%s) chưa nộp báo cáo kỳ “%s”", En: "Unit “%s” (%s) has not submitted its report for period “%s”"}

	remind     = lang.Format{Vi: "Đôn đốc đơn vị nộp biểu mẫu.", En: "Remind the unit to send its form."}
	remindHeir = lang.Format{
		Vi: "Đơn vị kết thúc hoạt động ngày %s. Đôn đốc đơn vị kế thừa “%s” (%s) nộp thay.",
		En: "The unit was there until %s. Remind its successor “%s” (%s), which answers for it.",
	}
	remindNobody = lang.Format{
		Vi: "Đơn vị kết thúc hoạt động ngày %s và không có đơn vị kế thừa ở trang “Chuyển đổi”. Ghi đơn vị kế thừa, hoặc chấp nhận thiếu ở trang “Giải trình”.",
		En: "The unit was there until %s, and the sheet “Chuyển đổi” names no successor. Name it, or accept in the sheet “Giải trình” that the report is missing.",
	}
	remindSent = lang.Format{Vi: "Báo đơn vị gửi lại tệp đúng.", En: "Ask the unit to send a file that can be used."}
)

func findNotSubmitted(v *visit) []sheets.Finding {
	if v.status.Status != Missing {
		return nil
	}
	f := sheets.Finding{Message: nothingSent.With(v.unit.Name, string(v.unit.Code)), Hint: remind.With()}
	if v.period != "" {
		f.Message = nothingFor.With(v.unit.Name, string(v.unit.Code), v.batch.Period.Name)
	}
	if file := v.rejected[v.unit.Code]; file != nil {
		f.Pos.File = file.Path
		f.Message = unusableSent.With(v.unit.Name, string(v.unit.Code), file.Path, file.Reason)
		f.Hint = remindSent.With()
	}
	switch heir := v.catalogue.Units.Answerer(v.unit); heir {
	case v.unit:
	case nil:
		f.Hint = remindNobody.With(shortDay(v.unit.To))
	default:
		f.Hint = remindHeir.With(shortDay(v.unit.To), heir.Name, string(heir.Code))
	}
	return []sheets.Finding{f}
}
