package aggregate

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var (
	sayLastYear = lang.Format{
		Vi: "Số đo “%s” của khuyết điểm “%s”: năm trước ghi tay là %s, nhưng cộng từ biểu mẫu năm trước là %s; kết quả dùng số cộng từ biểu mẫu.",
		En: "The measure “%s” of the shortcoming “%s”: last year's value was typed as %s, and last year's forms add up to %s, which is used.",
	}
	hintLastYear = lang.Format{
		Vi: "Xóa giá trị ở cột Năm trước của trang “%s” để dùng số của biểu mẫu, hoặc bổ sung biểu mẫu năm trước còn sai.",
		En: "Delete the value in the column Năm trước of the sheet “%s” to use the forms, or correct the forms of last year.",
	}
)

var (
	sayDropped = lang.Format{
		Vi: "Khuyết điểm “%s” ở kỳ “%s” mới ở mức %s, nhưng không theo dõi tiếp ở kỳ “%s”.",
		En: "The shortcoming “%s” was, in the period “%s”, at level %s, and is not followed any more in “%s”.",
	}
	hintDropped = lang.Format{
		Vi: "Thêm mã kỳ này vào cột Kỳ theo dõi của trang “%s”, hoặc ghi mức 3 cho kỳ trước nếu đã khắc phục xong.",
		En: "Add the period to the column Kỳ theo dõi of the sheet “%s”, or give level 3 to the former one if it was remedied.",
	}
)

// findDropped tells of a shortcoming that is not followed any more although it was not remedied.
func (r *Result) findDropped(s *sheets.Shortcoming) {
	past, known := s.Before(r.Batch.Period)
	if !known || past.Level == sheets.LevelDone {
		return
	}
	r.find(sheets.Finding{
		Code: codeDropped, Severity: figure.Warning, Pos: past.Pos, Raw: string(past.Level),
		Message: sayDropped.With(string(s.Code), past.Period.Name, string(past.Level), r.Batch.Period.Name), Hint: hintDropped.With(shortcomingSheet),
	})
}

func (r *Result) findLastYear(s *sheets.Shortcoming, m *MeasureResult) {
	r.find(sheets.Finding{
		Code: codeLastYear, Severity: figure.Warning, Pos: m.Measure.LastPos,
		Message: sayLastYear.With(m.Measure.Text, string(s.Code), measured(m.Measure.LastYear), measured(m.LastYear)), Hint: hintLastYear.With(shortcomingSheet),
	})
}

// measured is a value as a message tells it: a share with what it is a share of.
func measured(v figure.Value) string {
	if v.Kind == figure.Number && v.Rat.IsInt() {
		return figure.Default(v)
	}
	text := figure.Default(v)
	if percent, ok := figure.StyleNamed("pt2"); ok && v.Kind == figure.Number {
		if share, ok := percent.Print(v); ok && v.Num != nil {
			return text + " (" + share + ")"
		} else if ok {
			return share
		}
	}
	return text
}
