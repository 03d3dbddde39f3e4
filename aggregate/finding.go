package aggregate

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// Codes of the findings that are made here. They are about the office's own catalogue.
const (
	codeNoReason     = "chi-tieu-thieu-ly-do"
	codeNoUnits      = "chi-tieu-khong-don-vi"
	codeUnproven     = "chi-tieu-chi-co-tong-ca-ky"
	codeWithoutPlan  = "chi-tieu-don-vi-chua-giao"
	codePlanOutside  = "chi-tieu-giao-ngoai-pham-vi"
	codePlanSum      = "chi-tieu-tong-giao-lech"
	codeLevelReason  = "khuyet-diem-thieu-ly-do"
	codeLastYear     = "khuyet-diem-nam-truoc-lech"
	codeDropped      = "khuyet-diem-bo-theo-doi"
	codeOpenWords    = "khuyet-diem-loi-van-chua"
	codeDoneWords    = "khuyet-diem-loi-van-xong"
	codeGeneral      = "khuyet-diem-loi-van-chung"
	codeIncomplete   = "loi-van-chua-du"
	codeTypedNumber  = "loi-van-so-go-tay"
	codeUnlinked     = "khuyet-diem-chua-co-so-do"
	targetsSheet     = "Chỉ tiêu"
	shortcomingSheet = "Khuyết điểm"
)

var (
	sayNoReason = lang.Format{
		Vi: "Chỉ tiêu “%s” (%s) chưa đạt nhưng chưa ghi lý do.",
		En: "The target “%s” (%s) is unmet and no reason is given.",
	}
	hintNoReason = lang.Format{
		Vi: "Ghi lý do vào cột Lý do của trang “%s”; báo cáo sẽ in “chưa đạt do …”.",
		En: "Type the reason into the column Lý do of the sheet “%s”; the report prints it.",
	}
	sayNoUnits = lang.Format{
		Vi: "Nội dung “%s” của chỉ tiêu xét từng đơn vị, nhưng trong kỳ không có đơn vị nào thuộc phạm vi đã ghi phải báo số liệu này, nên kết luận là không đủ số liệu.",
		En: "The part “%s” is judged per unit, but no unit of its scope owes its figures in the period, so the verdict is insufficient data.",
	}
	hintNoUnits = lang.Format{
		Vi: "Kiểm tra tên cấp ở cột Phạm vi của trang “%s” và cột Cấp nhập của số liệu, hoặc bỏ nội dung này.",
		En: "Check the level in the column Phạm vi of the sheet “%s” and the column Cấp nhập of its figures, or remove the part.",
	}
	sayUnproven = lang.Format{
		Vi: "Nội dung “%s” giao theo từng tháng, quý hoặc năm, nhưng kỳ báo cáo dài hơn và chỉ có số của cả kỳ, không biết từng tháng, quý hoặc năm ra sao, nên kết luận là không đủ số liệu.",
		En: "The part “%s” is planned for each month, quarter or year, but the period is longer and its total does not tell how each of them went, so the verdict is insufficient data.",
	}
	hintUnproven = lang.Format{
		Vi: "Ở trang “%s”: chọn Phạm vi là “tổng” và ghi Ngưỡng cho cả kỳ, hoặc ghi Kết luận tay kèm Lý do.",
		En: "On the sheet “%s”, choose tổng as Phạm vi with a threshold for the whole period, or give a hand verdict (Kết luận tay) with its reason.",
	}
	sayLevel = lang.Format{
		Vi: "Khuyết điểm “%s” được đánh giá mức %s, khác mức gợi ý %s; đánh giá tay khác mức gợi ý thì phải ghi lý do.",
		En: "The shortcoming “%s” was given level %s by hand, which differs from the suggested level %s: a hand override must give a reason.",
	}
	hintLevel = lang.Format{
		Vi: "Ghi lý do vào cột Lý do của trang “%s”, hoặc để trống cột Đánh giá để dùng mức gợi ý.",
		En: "Type the reason into the column Lý do of the sheet “%s”, or leave Đánh giá blank to use the suggested level.",
	}
	sayUnlinked = lang.Format{
		Vi: "Vế “%s” của khuyết điểm “%s” chưa gắn với số đo nào, nên không gợi ý được mức khắc phục.",
		En: "The clause “%s” of the shortcoming “%s” is linked to no measure, so no level can be suggested.",
	}
	hintUnlinked = lang.Format{
		Vi: "Ghi một chỉ tiêu hoặc một điều kiện vào cột Số đo của trang “%s”, ví dụ: f_xa_mt >= 1.",
		En: "Type a target or a condition into the column Số đo of the sheet “%s”, for example: f_xa_mt >= 1.",
	}
)

// find adds a finding about the catalogue.
func (r *Result) find(f sheets.Finding) {
	f.Catalogue, f.Count = true, 1
	r.Findings = append(r.Findings, f)
}

func (r *Result) findNoReason(t *sheets.Target) {
	r.find(sheets.Finding{
		Code: codeNoReason, Severity: figure.Warning, Pos: t.Pos,
		Message: sayNoReason.With(string(t.Code), t.Text), Hint: hintNoReason.With(targetsSheet),
	})
}

func (r *Result) findNoUnits(p *sheets.Part) {
	r.find(sheets.Finding{
		Code: codeNoUnits, Severity: figure.Warning, Pos: p.Pos,
		Message: sayNoUnits.With(p.Name()), Hint: hintNoUnits.With(targetsSheet),
	})
}

func (r *Result) findUnproven(p *sheets.Part) {
	r.find(sheets.Finding{
		Code: codeUnproven, Severity: figure.Warning, Pos: p.Pos,
		Message: sayUnproven.With(p.Name()), Hint: hintUnproven.With(targetsSheet),
	})
}

// findInShortcoming tells of clauses without a measure, and of a hand-given level that needs a reason. Where no level was suggested, a hand-given one
// contradicts nothing.
func (r *Result) findInShortcoming(res *ShortcomingResult) {
	s := res.Shortcoming
	for _, clause := range res.Unlinked {
		r.find(sheets.Finding{
			Code: codeUnlinked, Severity: figure.Note, Pos: clause.Pos,
			Message: sayUnlinked.With(clauseName(clause), string(s.Code)), Hint: hintUnlinked.With(shortcomingSheet),
		})
	}
	if res.Hand && res.Suggested != sheets.LevelUnknown && res.Verdict != res.Suggested && s.Reason == "" {
		r.find(sheets.Finding{
			Code: codeLevelReason, Severity: figure.Error, Pos: s.HandPos, Raw: string(res.Verdict),
			Message: sayLevel.With(string(s.Code), string(res.Verdict), string(res.Suggested)), Hint: hintLevel.With(shortcomingSheet),
		})
	}
}

// clauseName is how the office calls a clause: its key, or its text where it has none.
func clauseName(c *sheets.Clause) string {
	if c.Key != "" {
		return c.Key
	}
	return c.Text
}
