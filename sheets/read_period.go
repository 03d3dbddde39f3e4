package sheets

import (
	"strings"
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

var (
	otherPeriod = lang.Format{
		Vi: "Biểu mẫu là của kỳ “%s” (%s), không phải kỳ “%s” đang tổng hợp",
		En: "The form is of period “%s” (%s), not of period “%s” that is added up",
	}
	periodUnstated = lang.Format{
		Vi: "Biểu mẫu không ghi kỳ báo cáo; số liệu được tính cho kỳ “%s”",
		En: "The form does not state its period; the figures are used for period “%s”",
	}
	periodUnknown = lang.Format{
		Vi: "Kỳ báo cáo ghi “%s”, không có trong danh mục; số liệu được tính cho kỳ “%s”",
		En: "The period “%s” is not in the catalogue; the figures are used for period “%s”",
	}
	badDate = lang.Format{
		Vi: "Ngày báo cáo không đọc được nên không rõ nộp đúng hạn hay muộn: %s",
		En: "The date of the report cannot be read, so that it is not known whether it was on time: %s",
	}
	dateBeforePeriod = lang.Format{
		Vi: "Ngày báo cáo %s trước cả ngày đầu của kỳ (%s) nên không được dùng",
		En: "The date of the report, %s, is before the first day of the period (%s) and is not used",
	}
)

// checkPeriod compares the period that a form states with the one that is read. The form is rejected where it is another one,
// and used with a warning where it does not say.
func (r *reader) checkPeriod(file *File, hidden marks, t *tab, above int, keep keeper) (warn, reject *Finding) {
	want := r.period.title()
	if code := hidden[keyPeriod]; code != "" && vntext.Key(code) != vntext.Key(r.period.Code) {
		f := noticed(fileOtherPeriod, Pos{File: file.Path}, otherPeriod.With(r.periodTitle(code), hiddenMark.With(), want))
		return nil, &f
	}
	s, ok := statement(t, above, periodLabels, keep)
	pos := Pos{File: file.Path, Sheet: t.name, Row: s.cell.Row, Col: s.cell.Col}
	switch named := r.periodsNamed(s.text); {
	case ok && len(named) > 0 && !containsPeriod(named, r.period):
		f := noticed(fileOtherPeriod, pos, otherPeriod.With(named[0].title(), cellSource.With(pos.Cell()), want))
		f.Raw = s.text
		return nil, &f
	case ok && len(named) > 0, hidden[keyPeriod] != "":
		return nil, nil
	case ok:
		f := noticed(fileNoPeriod, pos, periodUnknown.With(shorten(s.text), want))
		f.Raw = s.text
		return &f, nil
	}
	f := noticed(fileNoPeriod, Pos{File: file.Path, Sheet: t.name}, periodUnstated.With(want))
	return &f, nil
}

// periodsNamed gives the periods that a text names by code or by name, with or without a remark in brackets.
func (r *reader) periodsNamed(text string) []*Period {
	var named []*Period
	bare, _, _ := strings.Cut(text, "(")
	for _, p := range r.c.Periods {
		for _, s := range []string{text, bare} {
			if key := vntext.Key(s); key != "" && (key == vntext.Key(p.Code) || key == vntext.Key(p.Name)) {
				named = append(named, p)
				break
			}
		}
	}
	return named
}

func containsPeriod(periods []*Period, p *Period) bool {
	for _, other := range periods {
		if other == p {
			return true
		}
	}
	return false
}

// periodTitle is the name of the period of a code, or the code.
func (r *reader) periodTitle(code string) string {
	for _, p := range r.c.Periods {
		if vntext.Key(p.Code) == vntext.Key(code) {
			return p.title()
		}
	}
	return shorten(code)
}

// declared reads the date that a form states. A date that cannot be is not used, and said.
func (r *reader) declared(file *File, t *tab, above int, keep keeper) (time.Time, *Finding) {
	s, ok := statement(t, above, dateLabels, keep)
	if !ok {
		return time.Time{}, nil
	}
	cell := s.cell
	if cell.Kind == xlsx.Text {
		cell.Text = s.text // without its label
	}
	pos := Pos{File: file.Path, Sheet: t.name, Row: cell.Row, Col: cell.Col}
	reading := figure.Read(figure.DateField, "", inputOf(t, cell))
	day := reading.Value.Date
	switch {
	case reading.Severity == figure.Error:
		f := noticed(fileBadDate, pos, badDate.With(reading.Message))
		f.Raw, f.Suggest = s.text, reading.Suggestion
		return time.Time{}, &f
	case reading.Value.Kind == figure.Date && day.Before(r.period.From):
		f := noticed(fileBadDate, pos, dateBeforePeriod.With(shortDay(day), shortDay(r.period.From)))
		f.Raw = s.text
		return time.Time{}, &f
	}
	return day, nil
}
