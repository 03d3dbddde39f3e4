package out

import (
	"cmp"
	"io"
	"path"
	"slices"
	"strings"

	"tonghop/lang"
	"tonghop/report"
	"tonghop/sheets"
	"tonghop/sheets/check"
)

// UpperDir is the folder of the results with a workbook for each unit that has to see to the reports of those below it.
const UpperDir = FeedbackDir + "/tong-hop"

// upperBook is the workbook for an upper unit: who below it has not reported, and who has to mend what. It is always in Vietnamese, because it is sent on.
type upperBook struct {
	run    *Run
	upper  *upper
	asked  []report.Asked               // of those that are asked for something: who has not reported first
	copies map[sheets.UnitCode][]string // the names of the marked copies of a unit
	states map[*sheets.Unit]check.UnitStatus
}

// stageUppers stages the workbooks for upper units. The root has kiem-tra.xlsx instead, and where nobody below is asked for anything there is none.
func (d *Dest) stageUppers(r *Run, copies map[sheets.UnitCode][]string) error {
	asked := make(map[*sheets.Unit]report.Asked)
	for _, a := range report.AskedOf(r.Catalogue, r.Batch, r.Check.Findings) {
		asked[a.Unit] = a
	}
	for _, u := range r.uppers() {
		b := &upperBook{run: r, upper: u, copies: copies, states: make(map[*sheets.Unit]check.UnitStatus)}
		for _, status := range u.below {
			b.states[status.Unit] = status
			if a, known := asked[status.Unit]; known && !a.Nothing() {
				b.asked = append(b.asked, a)
			}
		}
		if u.depth == 0 || len(b.asked) == 0 {
			continue
		}
		slices.SortStableFunc(b.asked, func(x, y report.Asked) int { return cmp.Compare(urgency(&x), urgency(&y)) })
		if err := d.Stage(UpperDir+"/"+sheets.FormName(u.unit), b.write); err != nil {
			return err
		}
	}
	return nil
}

// urgency is where a unit stands in the list.
func urgency(a *report.Asked) int {
	switch {
	case a.State != report.ToMend:
		return int(a.State)
	case len(a.Lacking) > 0 || a.Errors() > 0:
		return int(report.ToMend)
	}
	return int(report.ToMend) + 1
}

func (b *upperBook) write(w io.Writer) error {
	book, err := newBook(lang.Vi)
	if err != nil {
		return err
	}
	if err := b.listSheet(book); err != nil {
		return err
	}
	if err := b.requestSheet(book); err != nil {
		return err
	}
	return book.write(w)
}

var msgUpperTitle = lang.Format{Vi: "TỔNG HỢP PHẢN HỒI BIỂU MẪU: %s", En: "WHAT THE UNITS OF %s HAVE TO DO"}

// several reports whether units of several upper units are in the list, so that it has to say of which each is.
func (b *upperBook) several() bool {
	return slices.ContainsFunc(b.asked, func(a report.Asked) bool { return a.Unit.Above() != b.upper.unit })
}

// listSheet says who is asked for what, a row for each unit.
func (b *upperBook) listSheet(book *book) error {
	l := layout{
		name: lang.Format{Vi: "Đơn vị", En: "Units"}.In(lang.Vi), title: msgUpperTitle.With(b.upper.unit.Name).In(lang.Vi), remarks: b.remarks(), portrait: true,
		columns: []column{
			{lang.Format{Vi: "STT", En: "No."}, 6}, {lang.Format{Vi: "Đơn vị", En: "Unit"}, 32}, {lang.Format{Vi: "Tình trạng", En: "State"}, 15},
			{lang.Format{Vi: "Phải sửa", En: "To mend"}, 9}, {lang.Format{Vi: "Xem lại", En: "To look at"}, 9}, {lang.Format{Vi: "Việc cần làm", En: "What to do"}, 44},
		},
		frozen: 2,
	}
	several := b.several()
	if several {
		l.columns = slices.Insert(l.columns, 2, column{lang.Format{Vi: "Trực thuộc", En: "Under"}, 26})
	}
	return book.sheet(l, func(p *page) error {
		for i := range b.asked {
			a := &b.asked[i]
			status := b.states[a.Unit].Status
			row := []cell{
				{value: i + 1, look: centred}, {value: a.Unit.Name}, {value: statusTitle(status).In(lang.Vi), look: statusLook(status)},
				{value: a.Errors(), look: centred}, {value: len(a.Requests) - a.Errors(), look: centred}, {value: b.task(a)},
			}
			if several {
				row = slices.Insert(row, 2, cell{value: nameAbove(a.Unit)})
			}
			if err := p.add(row...); err != nil {
				return err
			}
		}
		return nil
	})
}

// remarks are the counts above the list.
func (b *upperBook) remarks() []string {
	lines := []string{lang.Format{Vi: "Kỳ báo cáo: %s", En: "Period: %s"}.With(b.run.Batch.Period.Name).In(lang.Vi)}
	if due := b.run.Batch.Period.Deadline; !due.IsZero() {
		lines[0] += lang.Format{Vi: "; hạn nộp %s", En: "; due %s"}.With(Day(due)).In(lang.Vi)
	}
	rates := check.RatesOf(b.upper.below)
	var parts []string
	for _, row := range rateRows(rates, b.run.counted()) {
		parts = append(parts, row.title.In(lang.Vi)+": "+lang.Format{Vi: "%d/%d", En: "%d/%d"}.With(row.have, row.of).In(lang.Vi))
	}
	lines = append(lines, strings.Join(parts, "; "))
	var missing, choose, mend, look int
	for i := range b.asked {
		switch urgency(&b.asked[i]) {
		case int(report.NotSubmitted):
			missing++
		case int(report.ToChoose):
			choose++
		case int(report.ToMend):
			mend++
		default:
			look++
		}
	}
	return append(lines, lang.Format{
		Vi: "Còn %d đơn vị chưa nộp, %d đơn vị phải xác nhận tệp, %d đơn vị phải bổ sung hoặc sửa, %d đơn vị cần xem lại.",
		En: "%d units have not reported, %d must say which file is right, %d must mend theirs, %d should look again.",
	}.With(missing, choose, mend, look).In(lang.Vi))
}

// task says what a unit has to do, in a line or two.
func (b *upperBook) task(a *report.Asked) string {
	var tasks []string
	say := func(f lang.Format, args ...any) { tasks = append(tasks, f.With(args...).In(lang.Vi)) }
	errors := a.Errors()
	switch {
	case a.State == report.NotSubmitted && !a.Due.IsZero():
		say(lang.Format{Vi: "Nộp biểu mẫu (hạn nộp %s)", En: "Send the form (due %s)"}, Day(a.Due))
	case a.State == report.NotSubmitted:
		say(lang.Format{Vi: "Nộp biểu mẫu", En: "Send the form"})
	case a.State == report.ToChoose:
		say(lang.Format{Vi: "Xác nhận bản đúng trong các tệp đã gửi", En: "Say which of the files is right"})
	}
	if len(a.Lacking) > 0 {
		say(lang.Format{Vi: "Nộp báo cáo còn thiếu: %s", En: "Send the reports that are missing: %s"}, lackingText(b.states[a.Unit]))
	}
	if errors > 0 {
		say(lang.Format{Vi: "Sửa %d điểm", En: "Mend %d points"}, errors)
	}
	if n := len(a.Requests) - errors; n > 0 {
		say(lang.Format{Vi: "Xem lại %d điểm", En: "Look at %d points again"}, n)
	}
	if names := b.copies[a.Unit.Code]; len(names) > 0 {
		say(lang.Format{Vi: "Bản đánh dấu: %s", En: "Marked copy: %s"}, strings.Join(names, "; "))
	}
	return strings.Join(tasks, "\n")
}

// requestSheet lists every point that a unit is asked about.
func (b *upperBook) requestSheet(book *book) error {
	if !slices.ContainsFunc(b.asked, func(a report.Asked) bool { return len(a.Requests) > 0 }) {
		return nil
	}
	l := layout{
		name:    lang.Format{Vi: "Điểm cần sửa", En: "To mend"}.In(lang.Vi),
		title:   lang.Format{Vi: "NHỮNG ĐIỂM CẦN SỬA, CẦN XEM LẠI CỦA TỪNG ĐƠN VỊ", En: "WHAT EVERY UNIT HAS TO MEND OR TO LOOK AT AGAIN"}.In(lang.Vi),
		remarks: []string{b.upper.unit.Name + ": " + b.run.Batch.Period.Name},
		columns: []column{
			{lang.Format{Vi: "STT", En: "No."}, 5}, {lang.Format{Vi: "Đơn vị", En: "Unit"}, 22}, {lang.Format{Vi: "Mức", En: "Severity"}, 10},
			{lang.Format{Vi: "Số liệu", En: "Figure"}, 24}, {lang.Format{Vi: "Ở đâu", En: "Where"}, 18}, {lang.Format{Vi: "Đang ghi", En: "As typed"}, 13},
			{lang.Format{Vi: "Điều cần xem lại", En: "What is wrong"}, 34}, {lang.Format{Vi: "Cần làm", En: "What to do"}, 32},
		},
		frozen: 2, filter: true,
	}
	return book.sheet(l, func(p *page) error {
		n := 0
		for i := range b.asked {
			a := &b.asked[i]
			for _, q := range a.Requests {
				n++
				err := p.add(
					cell{value: n, look: centred}, cell{value: a.Unit.Name}, cell{value: q.Finding.Severity.Title().Vi, look: severityLook(q.Finding.Severity)},
					cell{value: q.Subject}, cell{value: whereText(q.Finding)}, cell{value: q.Typed}, cell{value: q.Complaint + "."}, cell{value: withSuggestion(q)},
				)
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// whereText is a place in the words of the marked copies, with the file's name under it.
func whereText(f sheets.Finding) string {
	var lines []string
	if place := requestPlace(f); place != "" {
		lines = append(lines, place)
	}
	if f.Pos.File != "" {
		lines = append(lines, path.Base(f.Pos.File))
	}
	return strings.Join(lines, "\n")
}

func withSuggestion(q report.Request) string {
	if q.Finding.Suggest == "" {
		return q.Advice
	}
	return q.Advice + "\n" + lang.Format{Vi: "Gợi ý: %s", En: "Suggestion: %s"}.With(q.Finding.Suggest).In(lang.Vi)
}
