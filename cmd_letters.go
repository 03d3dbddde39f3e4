package main

import (
	"tonghop/lang"
	"tonghop/out"
	"tonghop/report"
	"tonghop/sheets"
)

// Where letters go: one for each unit, and all in one file for printing.
const (
	lettersDir = "don-doc"
	allLetters = "tat-ca"
)

var (
	msgLetters = lang.Format{
		Vi: "Đã lập %d công văn đôn đốc: %d đơn vị chưa nộp, %d đơn vị cần xác nhận tệp, %d đơn vị cần bổ sung, chỉnh sửa.",
		En: "%d letters: %d units have not reported, %d have to say which file is right, %d have to mend their form.",
	}
	msgNoLetters = lang.Format{Vi: "Không đơn vị nào cần đôn đốc: các báo cáo đã nộp đủ và không còn lỗi.", En: "No unit has to be reminded: all reports are there, without errors."}
	msgPrintAll  = lang.Format{Vi: "In một lần tất cả: %s", En: "All in one file for printing: %s"}
	msgRetired   = lang.Format{Vi: "Đã dọn công văn cũ không còn cần: %s", En: "Old letters that are no longer needed were taken away: %s"}
	msgNotMerged = lang.Format{Vi: "Không lập được tệp in chung %s: %s. Từng công văn vẫn được ghi.", En: "The file %s with all letters was not made: %s. The single letters are there."}
	msgLettering = lang.Format{Vi: "Lập công văn", En: "Writing letters"}
)

func lettersCommand(k *call) (status, error) {
	w, r, unit, err := begin(k, k.arg(0))
	if err != nil {
		return failed, err
	}
	date, err := w.date(k.date)
	if err != nil {
		return failed, err
	}
	until := w.catalogue.AnswerDay()
	if k.due != "" {
		if until, err = dayTyped("due", k.due); err != nil {
			return failed, err
		}
	}
	// While forms are still coming in, what an unmet target needs is not yet to be asked; what is wrong with the catalogue is.
	r.FromTotals = errorsAmong(r.FromTotals)
	part := r.Below(unit)
	p := post{call: k, space: w, run: r, date: date, unit: unit}
	for _, l := range report.Letters(w.catalogue, r.Batch, part.Check.Findings, date, until) {
		if concerns(part, l.Unit) {
			p.letters = append(p.letters, l)
		}
	}
	return p.send()
}

// concerns reports whether a unit is among those that the run is about.
func concerns(r *out.Run, u *sheets.Unit) bool {
	for _, status := range r.Check.Units {
		if status.Unit == u {
			return true
		}
	}
	return false
}
