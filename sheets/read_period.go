package sheets

import (
	"slices"
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
	periodUnsure = lang.Format{
		Vi: "Không rõ biểu mẫu là của kỳ nào: kỳ “%s” được cộng từ các kỳ con mà biểu mẫu không ghi kỳ báo cáo có trong danh mục",
		En: "It is not clear of which period the form is: “%s” is put together of its sub-periods, and the form names no period of the catalogue",
	}
	writePeriod = lang.Format{
		Vi: "Ghi mã hoặc tên kỳ vào dòng “Kỳ báo cáo” của biểu mẫu, hoặc chuyển tệp vào thư mục con mang mã kỳ (ví dụ nop/2021-Q1).",
		En: "Write the code or the name of the period into the row “Kỳ báo cáo”, or move the file into a sub-folder with the code of the period (such as nop/2021-Q1).",
	}
	otherFolder = lang.Format{
		Vi: "Tệp nằm trong thư mục của kỳ “%s” nhưng biểu mẫu là của kỳ “%s”; số liệu được tính cho kỳ ghi trong biểu mẫu",
		En: "The file lies in the folder of period “%s”, and the form is of period “%s”; the form decides",
	}
	keptApart = lang.Format{
		Vi: "Biểu mẫu của kỳ “%s”, để đúng trong thư mục của kỳ đó; không liên quan đến kỳ đang tổng hợp",
		En: "A form of period “%s” in the folder of that period, which is not the one that is added up",
	}
	twoPeriods = lang.Format{
		Vi: "Biểu mẫu ghi hai kỳ khác nhau nên không tính cho kỳ nào: %s là “%s”, còn %s là “%s”",
		En: "The form names two periods and counts for neither: %s says “%s”, but %s says “%s”",
	}
	periodAmbiguous = lang.Format{
		Vi: "“%s” (%s) là tên của nhiều kỳ (%s, %s); hãy ghi mã kỳ",
		En: "“%s” (%s) is the name of several periods (%s, %s); write the code of the period",
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

// saysPeriod is what a form says about its period.
type saysPeriod struct {
	reader       *reader // of the period for which it counts
	warn, reject *Finding
	stray        Finding // where the period is a former one: that it is
	ignored      lang.Message
}

// periodOf tells for which period a form counts: by its hidden code, by the period beside its label, else by the folder in which it lies when
// that bears the code of a period. The form is rejected where it is of a period that is not read or names two, and used with a warning for the
// chosen period where it names none. Where the chosen period is put together of others such a form is rejected, because it may be of any of them.
func (all *readers) periodOf(file *File, hidden marks, t *tab, above int, keep keeper) saysPeriod {
	says := all.stating(file, hidden, t, above, keep)
	folder := all.folderPeriod(file)
	if folder == nil || says.reader == nil || folder == says.reader.period || says.reader.c.nests(folder, says.reader.period) {
		return says
	}
	f := noticed(fileOtherFolder, Pos{File: file.Path}, otherFolder.With(folder.title(), says.reader.period.title()))
	says.warn = &f
	return says
}

// keptApart reports whether a form of a period that is not read lies in a folder with its code: the office keeps the forms of several periods there,
// and nobody sent it by mistake.
func (all *readers) keptApart(file *File, p *Period) bool {
	return p != nil && slices.ContainsFunc(all.folders(file), p.isNamed)
}

// stating tells the same without a look at a folder that says otherwise.
func (all *readers) stating(file *File, hidden marks, t *tab, above int, keep keeper) saysPeriod {
	r := all.chosen()
	want, code := r.period.title(), hidden[keyPeriod]
	byCode := all.of(code)
	if code != "" && byCode == nil {
		if p := r.c.Period(code); all.keptApart(file, p) {
			return saysPeriod{ignored: keptApart.With(p.title())}
		}
		f := noticed(fileOtherPeriod, Pos{File: file.Path}, otherPeriod.With(r.periodTitle(code), hiddenMark.With(), want))
		return saysPeriod{reject: &f}
	}
	s, ok := statement(t, above, periodLabels, keep)
	pos := Pos{File: file.Path, Sheet: t.name, Row: s.cell.Row, Col: s.cell.Col}
	named := r.periodsNamed(s.text)
	switch {
	case ok && len(named) > 0:
		return all.stated(file, named, byCode, s.text, pos)
	case byCode != nil:
		return saysPeriod{reader: byCode, stray: noticed(fileOtherPeriod, Pos{File: file.Path}, otherPeriod.With(byCode.period.title(), hiddenMark.With(), want))}
	}
	switch folder := all.folderPeriod(file); {
	case folder != nil && all.reading(folder) == nil:
		return saysPeriod{ignored: keptApart.With(folder.title())}
	case folder != nil:
		r = all.reading(folder)
	case all.nested:
		f := noticed(fileNoPeriod, pos, periodUnsure.With(want))
		f.Severity, f.Raw, f.Hint = figure.Error, s.text, writePeriod.With()
		return saysPeriod{reject: &f}
	}
	f := noticed(fileNoPeriod, Pos{File: file.Path, Sheet: t.name}, periodUnstated.With(r.period.title()))
	if ok {
		f = noticed(fileNoPeriod, pos, periodUnknown.With(shorten(s.text), r.period.title()))
		f.Raw = s.text
	}
	return saysPeriod{reader: r, warn: &f}
}

// stated weighs the periods that the text beside the label may mean. The chosen one goes before others; several of the others are a
// question.
func (all *readers) stated(file *File, named []*Period, byCode *reader, text string, pos Pos) saysPeriod {
	r := all.chosen()
	want, source := r.period.title(), cellSource.With(pos.Cell())
	reject := func(message lang.Message) saysPeriod {
		f := noticed(fileOtherPeriod, pos, message)
		f.Raw = text
		return saysPeriod{reject: &f}
	}
	var fits []*reader
	for _, p := range named {
		if other := all.reading(p); other != nil {
			fits = append(fits, other)
		}
	}
	switch {
	case byCode != nil && slices.Contains(fits, byCode), byCode == nil && slices.Contains(fits, r):
		fits = []*reader{orReader(byCode, r)}
	case byCode != nil && byCode != r && slices.Contains(fits, r):
		f := noticed(fileOtherPeriod, Pos{File: pos.File}, otherPeriod.With(byCode.period.title(), hiddenMark.With(), want))
		return saysPeriod{reject: &f}
	case byCode != nil && byCode != r:
		return reject(twoPeriods.With(hiddenMark.With(), byCode.period.title(), source, named[0].title()))
	case len(fits) == 0 && byCode == nil && all.keptApart(file, named[0]):
		return saysPeriod{ignored: keptApart.With(named[0].title())}
	case byCode != nil, len(fits) == 0:
		return reject(otherPeriod.With(named[0].title(), source, want))
	case len(fits) > 1:
		return reject(periodAmbiguous.With(shorten(text), source, fits[0].period.Code, fits[1].period.Code))
	}
	says := saysPeriod{reader: fits[0], stray: noticed(fileOtherPeriod, pos, otherPeriod.With(fits[0].period.title(), source, want))}
	says.stray.Raw = text
	return says
}

func orReader(r, other *reader) *reader {
	if r != nil {
		return r
	}
	return other
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
	reading := figure.Read(figure.DateField, "", inputOf(t, cell, figure.DateField))
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
