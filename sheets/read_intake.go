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
		Vi: "Đơn vị “%s” nộp %d tệp với số liệu khác nhau, chưa tệp nào được dùng. Giữa “%s” và “%s” khác nhau %d chỗ: %s",
		En: "Unit “%s” sent %d files that differ, none of which is used. Between “%s” and “%s” %d places differ: %s",
	}
	chooseFile = lang.Format{
		Vi: "Ở trang Tiếp nhận của danh mục, thêm một dòng: đơn vị %s, kỳ %s, tệp cần dùng, và “có” ở cột Chọn. Bản gửi lại ghi “Lần gửi” là 2, 3… thì chương trình tự lấy bản mới nhất.",
		En: "In the sheet Tiếp nhận of the catalogue add a row: unit %s, period %s, the file to use, and “có” in the column Chọn. Where “Lần gửi” of a form says 2, 3… the newest is used.",
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

// settle decides which of a unit's submissions counts: the one that the office has chosen, else the newest as they themselves state it. The others
// are superseded; where nothing decides all are rejected and the unit is in question.
func (d *desk) settle(u *Unit, sent []*outcome, b *Batch) *Submission {
	if len(sent) == 0 {
		return nil
	}
	used, decided := d.chosen(u, sent)
	switch {
	case decided:
		d.choose(used, sent, b)
	default:
		if used = d.newest(sent); used == nil {
			d.question(u, sent, b)
			return nil
		}
		d.replace(used, sent, b)
	}
	d.stamp(used.submission)
	return used.submission
}

// choose supersedes the submissions that the office has not chosen.
func (d *desk) choose(used *outcome, sent []*outcome, b *Batch) {
	for _, o := range sent {
		if o == used {
			continue
		}
		if r := d.revision(used, o, Chosen, byChoice.With()); len(r.Changes) > 0 {
			b.Revisions = append(b.Revisions, r)
		}
		o.supersede(supersededBy.With(used.file.Path))
	}
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
	if !d.reader.allSame(choice) {
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

// allSame reports whether all of a unit's submissions say the same.
func (r *reader) allSame(sent []*outcome) bool {
	for _, o := range sent[1:] {
		if !r.saysSame(sent[0].submission, o.submission) {
			return false
		}
	}
	return true
}

// question rejects all submissions of a unit until the office chooses one.
func (d *desk) question(u *Unit, sent []*outcome, b *Batch) {
	b.InQuestion[u.Index] = true
	f := d.undecided(u, sent, b)
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
