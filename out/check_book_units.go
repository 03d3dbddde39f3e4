package out

import (
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/sheets/check"
)

func statusSheet(b *book, r *Run) error {
	l := layout{
		name:    lang.Format{Vi: "Đơn vị", En: "Units"}.In(r.Lang),
		title:   lang.Format{Vi: "TÌNH HÌNH NỘP CỦA TỪNG ĐƠN VỊ", En: "SUBMISSIONS BY UNIT"}.In(r.Lang),
		remarks: []string{periodLine(r)},
		columns: []column{
			{lang.Format{Vi: "STT", En: "No."}, 6}, {lang.Format{Vi: "Mã", En: "Code"}, 14}, {lang.Format{Vi: "Đơn vị", En: "Unit"}, 34},
			{lang.Format{Vi: "Cấp", En: "Level"}, 12}, {lang.Format{Vi: "Trực thuộc", En: "Under"}, 28}, {lang.Format{Vi: "Tình trạng", En: "State"}, 16},
			{lang.Format{Vi: "Hạn nộp", En: "Deadline"}, 17}, {lang.Format{Vi: "Đã trả lời", En: "Answered"}, 12}, {lang.Format{Vi: "Phải trả lời", En: "Expected"}, 13},
		},
		frozen: 3, filter: true,
	}
	if r.composite() {
		l.columns = append(l.columns, column{lang.Format{Vi: "Kỳ còn thiếu", En: "Periods lacking"}, 30})
	}
	return b.sheet(l, func(p *page) error {
		for i, u := range r.Check.Units {
			row := []cell{
				{value: i + 1, look: centred}, {value: string(u.Unit.Code), look: codeText}, {value: u.Unit.Name + fate(r, u.Unit)}, {value: u.Unit.Level},
				{value: nameAbove(u.Unit)}, {value: statusTitle(u.Status).In(r.Lang), look: statusLook(u.Status)},
				{value: lateText(u, r.Lang), look: centred}, count(u.Answered), count(u.Expected),
			}
			if r.composite() {
				row = append(row, cell{value: lackingText(u)})
			}
			if err := p.add(row...); err != nil {
				return err
			}
		}
		return nil
	})
}

func lateText(u check.UnitStatus, l lang.Lang) string {
	if u.Status == check.Missing || u.Status == check.InQuestion {
		return ""
	}
	return lateTitle(u.Late).In(l)
}

func nameAbove(u *sheets.Unit) string {
	if above := u.Above(); above != nil {
		return above.Name
	}
	return ""
}

func filesSheet(b *book, r *Run) error {
	l := layout{
		name:    lang.Format{Vi: "Tệp", En: "Files"}.In(r.Lang),
		title:   lang.Format{Vi: "KẾT QUẢ CỦA TỪNG TỆP NHẬN ĐƯỢC", En: "WHAT BECAME OF EVERY FILE"}.In(r.Lang),
		remarks: []string{fileIdentity(r.Batch.Tally()).In(r.Lang)},
		columns: []column{
			{lang.Format{Vi: "STT", En: "No."}, 6}, {lang.Format{Vi: "Tệp", En: "File"}, 44}, {lang.Format{Vi: "Kết quả", En: "Outcome"}, 20},
			{lang.Format{Vi: "Đơn vị", En: "Unit"}, 34}, {lang.Format{Vi: "Lý do", En: "Reason"}, 70},
		},
		frozen: 2, filter: true,
	}
	several := r.severalPeriods()
	if several {
		l.columns = append(l.columns, periodColumn)
	}
	return b.sheet(l, func(p *page) error {
		for i, file := range r.Batch.Files {
			row := []cell{
				{value: i + 1, look: centred}, {value: file.Path}, {value: outcomeTitle(file.Outcome).In(r.Lang), look: outcomeLook(file.Outcome)},
				{value: r.unitName(file.Unit)}, {value: said(file.Reason, r.Lang)},
			}
			if several {
				row = append(row, r.filePeriodCell(file))
			}
			if err := p.add(row...); err != nil {
				return err
			}
		}
		return nil
	})
}
