package check

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var submittedLate = Check{
	Code:     "nop-muon",
	Severity: figure.Warning,
	Title:    lang.Format{Vi: "Nộp muộn", En: "Submitted late"},
	Explanation: lang.Format{
		Vi: "Ngày báo cáo trên biểu mẫu, hoặc ngày nhận ở trang Tiếp nhận, sau hạn nộp. Nếu được gia hạn, ghi ngày vào cột “Gia hạn đến”.",
		En: "The date on the form, or the date of receipt in the sheet Tiếp nhận, is after the deadline. Enter an extension into “Gia hạn đến”.",
	},
	Example: lang.Format{
		Vi: "Hạn nộp 10/01/2022, ngày báo cáo trên biểu 13/01/2022: muộn 3 ngày.",
		En: "Due on 10/01/2022, dated 13/01/2022: 3 days late.",
	},
	run: findSubmittedLate,
}

var lateBy = lang.Format{
	Vi: "Đơn vị “%s” nộp muộn %d ngày: ngày %s, hạn nộp %s",
	En: "Unit “%s” was %d days late: submitted on %s, due on %s",
}

func findSubmittedLate(v *visit) []sheets.Finding {
	if v.status.Late == nil || !*v.status.Late {
		return nil
	}
	days := int(v.sub.Received.Sub(v.sub.Due).Hours() / 24)
	return []sheets.Finding{{
		Pos:     sheets.Pos{File: v.sub.File.Path},
		Message: lateBy.With(v.unit.Name, days, shortDay(v.sub.Received), shortDay(v.sub.Due)),
	}}
}
