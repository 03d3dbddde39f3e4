package out

import (
	"tonghop/lang"
	"tonghop/sheets"
)

// acceptedSheet lists what the office has accepted in the sheet Giải trình, with what the unit wrote. There is none where it has accepted nothing.
func acceptedSheet(b *book, r *Run) error {
	var accepted []sheets.Finding
	for _, f := range r.Findings() {
		if f.Accepted != nil {
			accepted = append(accepted, f)
		}
	}
	if len(accepted) == 0 {
		return nil
	}
	l := layout{
		name:    lang.Format{Vi: "Giải trình", En: "Explained"}.In(r.Lang),
		title:   lang.Format{Vi: "NHỮNG ĐIỂM ĐÃ GIẢI TRÌNH VÀ ĐƯỢC CHẤP NHẬN", En: "WHAT WAS EXPLAINED AND ACCEPTED"}.In(r.Lang),
		remarks: []string{periodLine(r)},
		columns: []column{
			{lang.Format{Vi: "STT", En: "No."}, 6}, {lang.Format{Vi: "Đơn vị", En: "Unit"}, 28}, {lang.Format{Vi: "Điều phát hiện", En: "Finding"}, 50},
			{lang.Format{Vi: "Đang ghi", En: "As typed"}, 15}, {lang.Format{Vi: "Giải trình", En: "Explanation"}, 44}, {lang.Format{Vi: "Giá trị được chấp nhận", En: "Value accepted"}, 15},
			{lang.Format{Vi: "Ngày", En: "Date"}, 12}, {lang.Format{Vi: "Tệp", En: "File"}, 24}, {lang.Format{Vi: "Trang tính", En: "Sheet"}, 12}, {lang.Format{Vi: "Ô", En: "Cell"}, 7},
			{lang.Format{Vi: "Mã kiểm tra", En: "Code"}, 19},
		},
		frozen: 2, filter: true,
	}
	several := r.severalPeriods()
	if several {
		l.columns = append(l.columns, periodColumn)
	}
	return b.sheet(l, func(p *page) error {
		for i, f := range accepted {
			row := []cell{
				{value: i + 1, look: centred}, {value: r.about(f)}, {value: said(f.Accepted.Message, r.Lang)}, {value: f.Raw}, {value: f.Accepted.Reason},
				{value: f.Accepted.Typed}, {value: Day(f.Accepted.Day), look: centred}, {value: f.Pos.File}, {value: f.Pos.Sheet},
				{value: f.Pos.Cell(), look: codeText}, {value: f.Code, look: codeText},
			}
			if several {
				row = append(row, cell{value: r.findingPeriod(f)})
			}
			if err := p.add(row...); err != nil {
				return err
			}
		}
		return nil
	})
}
