package sheets

import (
	"path"
	"strings"
	"time"

	"tonghop/lang"
	"tonghop/vntext"
)

var (
	supersededSame = lang.Format{Vi: "Nội dung giống hệt tệp “%s” đã được dùng", En: "Says the same as “%s”, which is used"}
	supersededBy   = lang.Format{Vi: "Văn phòng đã chọn tệp “%s” ở trang Tiếp nhận", En: "The office has chosen “%s” in the sheet Tiếp nhận"}
	inQuestion     = lang.Format{
		Vi: "Đơn vị “%s” nộp %d tệp với số liệu khác nhau, chưa tệp nào được dùng. Khác nhau đầu tiên: “%s” là %s trong %s và %s trong %s",
		En: "Unit “%s” sent %d files that differ, none of which is used. The first difference: “%s” is %s in %s and %s in %s",
	}
	chooseFile = lang.Format{
		Vi: "Ở trang Tiếp nhận của danh mục, thêm một dòng: đơn vị %s, kỳ %s, tệp cần dùng, và “có” ở cột Chọn.",
		En: "In the sheet Tiếp nhận of the catalogue add a row: unit %s, period %s, the file to use, and “có” in the column Chọn.",
	}
	chosenNotThere = lang.Format{
		Vi: "Tệp “%s” được chọn cho đơn vị “%s” không có trong các tệp dùng được của đơn vị này",
		En: "“%s”, chosen for unit “%s”, is not among the usable files of this unit",
	}
	chosenSeveral = lang.Format{
		Vi: "Trang Tiếp nhận chọn nhiều tệp khác nhau cho đơn vị “%s”; chỉ chọn một",
		En: "The sheet Tiếp nhận chooses several files that differ for unit “%s”; choose one",
	}
	nothingHere = lang.Format{Vi: "ô trống", En: "a blank"}
)

// desk is what the office decided about the submissions of the period, and what it should decide.
type desk struct {
	reader   *reader
	rows     map[UnitCode][]*Intake
	findings []Finding
}

// openDesk finds the rows of the sheet Tiếp nhận that are about the period.
func (r *reader) openDesk() *desk {
	d := &desk{reader: r, rows: make(map[UnitCode][]*Intake)}
	for _, row := range r.c.Intakes {
		if vntext.Key(row.Period) == vntext.Key(r.period.Code) {
			d.rows[foldUnit(row.Unit)] = append(d.rows[foldUnit(row.Unit)], row)
		}
	}
	return d
}

// about reports whether a row is about a file: by its path in the workspace, its path in the folder of submissions, or its name.
func (d *desk) about(row *Intake, f *File) bool {
	name := strings.TrimPrefix(strings.ReplaceAll(vntext.NFC(row.File), `\`, "/"), "./")
	below := strings.TrimPrefix(f.Path, strings.TrimSuffix(d.reader.all.dir, "/")+"/")
	for _, candidate := range []string{f.Path, below, path.Base(f.Path)} {
		if strings.EqualFold(candidate, name) {
			return true
		}
	}
	return false
}

// settle decides which of a unit's submissions counts. The others are superseded where they say the same or the office has
// chosen; where neither is so all are rejected and the unit is in question.
func (d *desk) settle(u *Unit, sent []*outcome, b *Batch) *Submission {
	chosen, decided := d.chosen(u, sent)
	var used *outcome
	switch {
	case len(sent) == 0:
		return nil
	case decided:
		used = chosen
	default:
		if diff := d.reader.firstDifference(sent); diff != nil {
			d.question(u, sent, diff, b)
			return nil
		}
		used = sent[0]
	}
	for _, o := range sent {
		if o == used {
			continue
		}
		o.file.Outcome, o.findings, o.submission = Superseded, nil, nil
		o.file.Reason = supersededSame.With(used.file.Path)
		if decided {
			o.file.Reason = supersededBy.With(used.file.Path)
		}
	}
	d.stamp(used.submission)
	return used.submission
}

// chosen is the submission that the office has chosen. A choice that fits no usable file, or several that differ, is a fault of the
// sheet Tiếp nhận and decides nothing.
func (d *desk) chosen(u *Unit, sent []*outcome) (*outcome, bool) {
	var choice []*outcome
	for _, row := range d.rows[foldUnit(u.Code)] {
		if !row.Chosen {
			continue
		}
		found := false
		for _, o := range sent {
			if d.about(row, o.file) || row.File == "" && len(sent) == 1 {
				choice = append(choice, o)
				found = true
			}
		}
		if !found {
			d.fault(row, u, chosenNotThere.With(row.File, u.title()))
		}
	}
	if len(choice) == 0 {
		return nil, false
	}
	if d.reader.firstDifference(choice) != nil {
		for _, row := range d.rows[foldUnit(u.Code)] {
			if row.Chosen {
				d.fault(row, u, chosenSeveral.With(u.title()))
				break
			}
		}
		return nil, false
	}
	return choice[0], true
}

// fault says that a row of the sheet Tiếp nhận cannot be followed.
func (d *desk) fault(row *Intake, u *Unit, message lang.Message) {
	f := noticed(intakeChoice, row.Pos, message)
	f.Unit, f.Raw, f.Catalogue = u.Code, row.File, true
	d.findings = append(d.findings, f)
}

// difference is the first place at which a submission does not say the same as the first one of its unit.
type difference struct {
	other *outcome
	ind   *Indicator // the figure, or the column of a list
	a, v  Value      // what the first one and the other say
}

// firstDifference finds the first submission that does not say the same as the first one, and where; nil where all do.
func (r *reader) firstDifference(sent []*outcome) *difference {
	for _, o := range sent[min(1, len(sent)):] {
		for slot, v := range o.submission.Values {
			if a := sent[0].submission.Values[slot]; !sameAnswer(a, v) {
				return &difference{o, r.bySlot[slot], a, v}
			}
		}
		if diff := differentLists(sent[0].submission.Lists, o.submission.Lists); diff != nil {
			return &difference{o, r.lists[diff.list].figures[diff.column], diff.a, diff.b}
		}
	}
	return nil
}

// question rejects all submissions of a unit until the office chooses one.
func (d *desk) question(u *Unit, sent []*outcome, diff *difference, b *Batch) {
	b.InQuestion[u.Index] = true
	first, other := sent[0].submission, diff.other.submission
	f := noticed(unitInQuestion, other.Pos(diff.v), inQuestion.With(u.title(), len(sent), diff.ind.Name,
		rawOrNothing(diff.a), first.Pos(diff.a).String(), rawOrNothing(diff.v), other.Pos(diff.v).String()))
	f.Unit, f.Indicator, f.Raw, f.Count = u.Code, diff.ind.Code, diff.v.Raw, len(sent)
	f.Hint = chooseFile.With(string(u.Code), b.Period.Code)
	for _, o := range sent {
		o.file.Outcome, o.file.Reason = Rejected, f.Message
		o.findings, o.submission = nil, nil
	}
	sent[0].findings = []Finding{f}
}

func rawOrNothing(v Value) any {
	if v.Raw == "" {
		return nothingHere
	}
	return "“" + shorten(v.Raw) + "”"
}

// stamp gives a submission the date on which it counts as received, and its deadline. What the office typed goes before what the
// form states; a row that names the file goes before one that does not.
func (d *desk) stamp(s *Submission) {
	s.Received, s.Due = s.Declared, d.reader.period.Deadline
	for _, named := range []bool{false, true} {
		for _, row := range d.rows[foldUnit(s.Unit.Code)] {
			if named != (row.File != "") || named && !d.about(row, s.File) {
				continue
			}
			if !row.Received.IsZero() {
				s.Received = row.Received
			}
			s.Due = later(s.Due, row.Extended)
		}
	}
}

// later is the later of two days, zero meaning none. A deadline that was never set is not set by an extension of it.
func later(due, extended time.Time) time.Time {
	if extended.After(due) {
		return extended
	}
	return due
}
