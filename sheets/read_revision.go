package sheets

import (
	"cmp"
	"slices"
	"time"

	"tonghop/lang"
)

// A unit may send its form again. The newer one counts where the forms state which it is, or the office typed when they came: by the cell
// “Lần gửi”, then by the date. Times and names of files say nothing. Where the number of the sending and the date speak against each other,
// or nothing tells, the office has to choose.
var (
	byTurn      = lang.Format{Vi: "lần gửi %d thay lần gửi %d", En: "sending %d after sending %d"}
	byDate      = lang.Format{Vi: "ngày báo cáo %s sau ngày %s", En: "dated %s after %s"}
	byReceipt   = lang.Format{Vi: "ngày nhận %s sau ngày %s", En: "received on %s after %s"}
	byEither    = lang.Format{Vi: "ngày nhận hoặc ngày báo cáo %s sau ngày %s", En: "received or dated %s after %s"}
	byChoice    = lang.Format{Vi: "văn phòng chọn ở trang Tiếp nhận", En: "chosen by the office in the sheet Tiếp nhận"}
	contradicts = lang.Format{Vi: "lần gửi và ngày trái ngược nhau", En: "the number of the sending and the date contradict each other"}

	supersededNewer = lang.Format{Vi: "Đơn vị đã gửi bản mới hơn “%s” (%s)", En: "The unit has sent a newer one, “%s” (%s)"}
	replaces        = lang.Format{Vi: "Bản này thay bản “%s” (%s); %d chỗ khác nhau: %s", En: "This form replaces “%s” (%s); %d places differ: %s"}
	replacesMore    = lang.Format{
		Vi: "Bản này thay %d bản trước, gần nhất là “%s” (%s); %d chỗ khác nhau: %s",
		En: "This form replaces %d earlier ones, the latest “%s” (%s); %d places differ: %s",
	}
	seeRevisions = lang.Format{
		Vi: "Không cần làm gì nếu đúng; mọi chỗ khác nhau ở trang “Bản thay thế” của kiem-tra.xlsx. Muốn dùng bản khác: chọn tệp đó ở trang Tiếp nhận.",
		En: "Nothing to do if that is right; all that differs is in the sheet “Bản thay thế” of kiem-tra.xlsx. To use another file choose it in the sheet Tiếp nhận.",
	}
	leavesBlank = lang.Format{
		Vi: "Bản mới để trống %d chỗ mà bản “%s” có nội dung: %s; nội dung cũ không được tính, hai bản không được gộp",
		En: "The newer form leaves blank %d places where “%s” holds something: %s; the old contents do not count, the two are not merged",
	}
	sendWhole = lang.Format{
		Vi: "Nếu bản mới chỉ bổ sung, điền đủ mọi ô rồi gửi lại. Nếu chấp nhận: ở trang Tiếp nhận ghi đơn vị %s, kỳ %s, tệp được dùng và “có” ở cột Chọn.",
		En: "If it was only meant to add something, fill in every cell and send the form again. To accept: in the sheet Tiếp nhận enter unit %s, period %s, the file to use and “có” in the column Chọn.",
	}
	oneChange  = lang.Format{Vi: "“%s”: %s (%s) → %s (%s)", En: "“%s”: %s (%s) → %s (%s)"}
	oneLoss    = lang.Format{Vi: "“%s”: %s (%s)", En: "“%s”: %s (%s)"}
	andNext    = lang.Format{Vi: "%s; %s", En: "%s; %s"}
	andMore    = lang.Format{Vi: "%s; và %d chỗ khác", En: "%s; and %d more"}
	inSheet    = lang.Format{Vi: "%s ô %s", En: "%s cell %s"}
	noPlace    = lang.Format{Vi: "không có dòng này", En: "no such row"}
	noneStated = lang.Format{Vi: "không có gì", En: "nothing"}
)

// mostChanges is how many of the places at which two files differ a message shows. The workbook and the JSON have all.
const mostChanges = 3

// order says which of two submissions of a unit is the newer one: 1 for a, -1 for b, 0 where nothing tells or what tells disagrees.
func (d *desk) order(a, b *outcome) (newer int, by lang.Message) {
	s, t := a.submission, b.submission
	if s.Turn == 0 || t.Turn == 0 {
		return 0, lang.Message{}
	}
	turn := cmp.Compare(s.Turn, t.Turn)
	day, dated := d.orderOfDays(a, b)
	switch {
	case turn*day < 0 || day == 0 && !dated.IsZero():
		return 0, contradicts.With()
	case turn != 0:
		return turn, byTurn.With(max(s.Turn, t.Turn), min(s.Turn, t.Turn))
	}
	return day, dated
}

// orderOfDays compares two submissions by their days: by what the office typed for both, else by what both forms state. Where the office typed
// the day of one alone, that is compared with the date of the other form, and must not contradict the dates of both: then it is 0 with a message.
func (d *desk) orderOfDays(a, b *outcome) (newer int, by lang.Message) {
	stated := [2]time.Time{a.submission.Declared, b.submission.Declared}
	typed := [2]time.Time{d.dayTyped(a), d.dayTyped(b)}
	counts := [2]time.Time{dayThatCounts(typed[0], stated[0]), dayThatCounts(typed[1], stated[1])}
	switch {
	case !typed[0].IsZero() && !typed[1].IsZero():
		return laterOf(typed, byReceipt)
	case typed[0].IsZero() && typed[1].IsZero():
		return laterOf(stated, byDate)
	}
	newer, by = laterOf(counts, byEither)
	if other, _ := laterOf(stated, byDate); newer*other < 0 {
		return 0, contradicts.With()
	}
	return newer, by
}

// dayThatCounts is the day that counts: the one that the office typed, else the one that the form states.
func dayThatCounts(typed, stated time.Time) time.Time {
	if typed.IsZero() {
		return stated
	}
	return typed
}

// laterOf says which of two days is the later one; neither where one is not known.
func laterOf(days [2]time.Time, by lang.Format) (int, lang.Message) {
	order := days[0].Compare(days[1])
	switch {
	case days[0].IsZero() || days[1].IsZero() || order == 0:
		return 0, lang.Message{}
	case order < 0:
		return order, by.With(shortDay(days[1]), shortDay(days[0]))
	}
	return order, by.With(shortDay(days[0]), shortDay(days[1]))
}

// dayTyped is the day on which the office received a file, as a row of Tiếp nhận that names it says; zero where none does.
func (d *desk) dayTyped(o *outcome) time.Time {
	var day time.Time
	for _, row := range d.rows[foldUnit(o.submission.Unit.Code)] {
		if row.File != "" && !row.Received.IsZero() && d.about(row, o.file) {
			day = row.Received
		}
	}
	return day
}

// newest is the submission that says the same as, or is newer than, every other one; nil where there is none such.
func (d *desk) newest(sent []*outcome) *outcome {
	for _, o := range sent {
		if d.outdoes(o, sent) {
			return o
		}
	}
	return nil
}

func (d *desk) outdoes(o *outcome, sent []*outcome) bool {
	for _, other := range sent {
		if other == o || d.reader.saysSame(o.submission, other.submission) {
			continue
		}
		if newer, _ := d.order(o, other); newer <= 0 {
			return false
		}
	}
	return true
}

// contradicted reports whether the office has to choose because what the files state disagrees.
func (d *desk) contradicted(sent []*outcome) bool {
	for i, o := range sent {
		for _, other := range sent[:i] {
			if newer, by := d.order(o, other); newer == 0 && !by.IsZero() {
				return true
			}
		}
	}
	return false
}

// revision compares the file that counts with another one.
func (d *desk) revision(used, other *outcome, outcome RevisionOutcome, by lang.Message) *Revision {
	return &Revision{
		Unit: used.submission.Unit, Period: d.reader.period, File: used.file, Other: other.file, Outcome: outcome, By: by,
		Changes: d.reader.changes(other.submission, used.submission),
	}
}

// replace supersedes the others of a unit's submissions by the one that counts because all say the same or it is the newest. It says so of that one, with
// the places at which it differs from the latest that it replaces, and warns of what it leaves blank.
func (d *desk) replace(used *outcome, sent []*outcome, b *Batch) {
	var revisions []*Revision
	var latest *outcome
	reasons := make([]lang.Message, len(sent))
	for i, o := range sent {
		if o == used || d.reader.saysSame(o.submission, used.submission) {
			reasons[i] = supersededSame.With(used.file.Path)
			continue
		}
		_, by := d.order(used, o)
		reasons[i] = supersededNewer.With(used.file.Path, by)
		revisions = append(revisions, d.revision(used, o, Replaced, by))
		if latest == nil {
			latest = o
		} else if newer, _ := d.order(o, latest); newer > 0 {
			latest = o
		}
	}
	for i, o := range sent {
		if o != used {
			o.supersede(reasons[i])
		}
	}
	if latest == nil {
		return
	}
	b.Revisions = append(b.Revisions, revisions...)
	slices.SortStableFunc(revisions, func(a, b *Revision) int { return cmp.Compare(isOf(b, latest), isOf(a, latest)) })
	used.findings = append(used.findings, replacing(revisions))
	for _, r := range revisions {
		if lost := r.lost(); len(lost) > 0 {
			used.findings = append(used.findings, r.losing(lost))
			break
		}
	}
}

// isOf is 1 for the revision of a file and 0 for others.
func isOf(r *Revision, replaced *outcome) int {
	if r.Other == replaced.file {
		return 1
	}
	return 0
}

// supersede ends the part that a file plays. What was found in it does not matter any more.
func (o *outcome) supersede(reason lang.Message) {
	o.file.Outcome, o.file.Reason = Superseded, reason
	o.findings, o.submission = nil, nil
}

// replacing says that a form replaces others, and at how many places it differs from the first of them.
func replacing(revisions []*Revision) Finding {
	last := revisions[0]
	message := replaces.With(last.Other.Path, last.By, len(last.Changes), shownChanges(last.Changes))
	if len(revisions) > 1 {
		message = replacesMore.With(len(revisions), last.Other.Path, last.By, len(last.Changes), shownChanges(last.Changes))
	}
	f := noticed(formReplaces, Pos{File: last.File.Path}, message)
	f.Unit, f.Hint, f.Count = last.Unit.Code, seeRevisions.With(), len(last.Changes)
	return f
}

func (r *Revision) lost() []Change {
	var lost []Change
	for _, c := range r.Changes {
		if c.Lost() {
			lost = append(lost, c)
		}
	}
	return lost
}

// losing warns that the newer form leaves blank what an older one said.
func (r *Revision) losing(lost []Change) Finding {
	shown := changesText(lost, func(c Change) lang.Message { return oneLoss.With(c.Name, rawOrNothing(c.Old), placeText(c.OldPos)) })
	f := noticed(formLeavesBlank, lost[0].NewPos, leavesBlank.With(len(lost), r.Other.Path, shown))
	f.Unit, f.Count, f.Hint = r.Unit.Code, len(lost), sendWhole.With(string(r.Unit.Code), r.Period.Code)
	if len(lost) == 1 {
		f.Indicator = lost[0].Indicator
	}
	return f
}

// shownChanges names the first places at which two files differ.
func shownChanges(changes []Change) lang.Message {
	return changesText(changes, func(c Change) lang.Message {
		return oneChange.With(c.Name, rawOrNothing(c.Old), placeText(c.OldPos), rawOrNothing(c.New), placeText(c.NewPos))
	})
}

// changesText puts the first of some changes into words, and counts the others.
func changesText(changes []Change, say func(Change) lang.Message) lang.Message {
	if len(changes) == 0 {
		return noneStated.With()
	}
	all := say(changes[0])
	for _, c := range changes[1:min(len(changes), mostChanges)] {
		all = andNext.With(all, say(c))
	}
	if len(changes) > mostChanges {
		all = andMore.With(all, len(changes)-mostChanges)
	}
	return all
}

// placeText is a cell as the message about a known file names it.
func placeText(p Pos) lang.Message {
	if p.Cell() == "" {
		return noPlace.With()
	}
	return inSheet.With(p.Sheet, p.Cell())
}

// undecided is the finding that several files wait for a choice. Its revisions, which show all that differs, go into the batch.
func (d *desk) undecided(u *Unit, sent []*outcome, b *Batch) Finding {
	var first *Revision
	for _, other := range sent[1:] {
		r := d.revision(other, sent[0], Undecided, lang.Message{})
		if len(r.Changes) == 0 {
			continue
		}
		b.Revisions = append(b.Revisions, r)
		if first == nil {
			first = r
		}
	}
	change := first.Changes[0]
	message := inQuestion.With(u.title(), len(sent), first.Other.Path, first.File.Path, len(first.Changes), shownChanges(first.Changes))
	if d.contradicted(sent) {
		message = andNext.With(message, contradicts.With())
	}
	f := noticed(unitInQuestion, change.NewPos, message)
	f.Unit, f.Indicator, f.Raw, f.Count = u.Code, change.Indicator, change.New.Raw, len(sent)
	f.Hint = chooseFile.With(string(u.Code), d.reader.period.Code)
	return f
}
