package out

import (
	"cmp"
	"io"
	"slices"
	"time"

	"tonghop/aggregate"
	"tonghop/lang"
	"tonghop/sheets"
)

// UpwardDir is the folder of results with the forms that go to the level above.
const UpwardDir = "nop-len"

// Upward is the form of the level above, filled in with what a unit adds up to.
type Upward struct {
	Unit    *sheets.Unit
	Form    *sheets.AskedForm
	Figures []UpwardFigure // a row of the form each
	Lists   []UpwardList
	Data    []byte // the workbook
}

// UpwardFigure is what became of one row of the form.
type UpwardFigure struct {
	Row *sheets.AskedRow
	aggregate.Upward
	Kept bool         // somebody has typed the figure already
	Why  lang.Message // why the program put nothing; zero where it did
}

// Partial reports whether the row was filled in and reports are missing behind it.
func (f UpwardFigure) Partial() bool { return f.Why.IsZero() && f.Backing.Partial() }

// UpwardList is what became of one list of the form.
type UpwardList struct {
	List    *sheets.List
	Rows    int
	Backing sheets.Backing
	Why     lang.Message // why the list was not filled in; zero where it was
}

var (
	upwardRemark     = lang.Format{Vi: "số liệu %d/%d %s", En: "from %d/%d %s"}
	upwardLeaves     = lang.Format{Vi: "; cấp dưới nữa: %d/%d", En: "; further below: %d/%d"}
	upwardListLeft   = lang.Format{Vi: "chưa đơn vị nào gửi (0/%d) nên bỏ bảng khỏi tệp: để trống sẽ hiểu là không có", En: "nobody has sent it (0/%d), so that it is left out: a blank list would say that there is nothing"}
	upwardListNobody = lang.Format{
		Vi: "không đơn vị nào ở đây lập bảng này; bảng còn trống nghĩa là không có, hãy tự điền nếu cần",
		En: "no unit here keeps it; blank as it is it says that there is nothing, so fill it in by hand where needed",
	}
)

// FillUpward fills in a form of the level above for a unit. program is the version that the origin names, day the date of the report, zero for none. The error,
// a lang.Message, says why there is no form.
func FillUpward(r *Run, u *sheets.Unit, form *sheets.AskedForm, program string, day time.Time) (*Upward, error) {
	up := &Upward{Unit: u, Form: form}
	origin := sheets.Origin{Program: program, Inputs: r.filesBehind(u)}
	for _, row := range form.Rows {
		f := r.putFigure(u, form, row)
		up.Figures = append(up.Figures, f)
		if f.Why.IsZero() || f.Missing && f.Backing.LeafExpected > 0 && !row.Kept() {
			origin.Figures = append(origin.Figures, sheets.OriginFigure{Code: row.Indicator.Code, Backing: f.Backing})
		}
	}
	for _, list := range form.Lists {
		l, from := r.putList(u, form, list)
		up.Lists = append(up.Lists, l)
		if l.Why.IsZero() {
			origin.Lists = append(origin.Lists, sheets.OriginList{Name: l.List.Name, Backing: l.Backing, From: from})
		}
	}
	var err error
	up.Data, err = form.Filled(origin, day)
	return up, err
}

// putFigure fills in one row, with what stands behind it in the column Ghi chú where that is not everybody: a number alone would look whole.
func (r *Run) putFigure(u *sheets.Unit, form *sheets.AskedForm, row *sheets.AskedRow) UpwardFigure {
	f := UpwardFigure{Row: row}
	if row.Indicator == nil {
		f.Why = form.Put(row, sheets.Value{}, "")
		return f
	}
	f.Upward = r.Totals.Upward(u, row.Indicator)
	if row.Indicator.Slot >= 0 && row.Kept() {
		f.Kept, f.Why = true, form.Put(row, f.Value, "")
		return f
	}
	if f.Why = f.Upward.Why; !f.Why.IsZero() {
		return f
	}
	remark := ""
	if b := f.Backing; b.Partial() {
		remark = upwardRemark.With(b.Have, b.Expected, r.countedBelow()).In(lang.Vi)
		if b.Leaves() {
			remark += upwardLeaves.With(b.LeafHave, b.LeafExpected).In(lang.Vi)
		}
	}
	f.Why = form.Put(row, f.Value, remark)
	return f
}

// countedBelow is what stands behind the figures: units, or their reports over the sub-periods.
func (r *Run) countedBelow() lang.Format {
	if r.Batch.Composite() {
		return lang.Format{Vi: "báo cáo", En: "reports"}
	}
	return lang.Format{Vi: "đơn vị", En: "units"}
}

func (r *Run) putList(u *sheets.Unit, form *sheets.AskedForm, list *sheets.AskedList) (UpwardList, []sheets.OriginRows) {
	rows, from, backing, ok := r.Totals.UpwardRows(u, list.List)
	l := UpwardList{List: list.List, Rows: len(rows), Backing: backing}
	switch {
	case backing.Expected == 0:
		l.Why = upwardListNobody.With()
	case !ok:
		form.Drop(list)
		l.Why = upwardListLeft.With(backing.Expected)
	default:
		l.Why = form.PutList(list, rows)
	}
	return l, from
}

// filesBehind are the files whose figures count for a unit in the period, by path.
func (r *Run) filesBehind(u *sheets.Unit) []sheets.OriginFile {
	var files []sheets.OriginFile
	var add func(b *sheets.Batch)
	add = func(b *sheets.Batch) {
		for _, other := range r.UnitsBelow(u) {
			s := b.Submissions[other.Index]
			if s != nil && !(r.Totals.Strict && slices.Contains(r.Totals.LeftOut, other)) {
				files = append(files, sheets.OriginFile{Path: s.File.Path, SHA256: s.File.SHA256, Unit: other.Code})
			}
		}
		for _, part := range b.Parts {
			add(part)
		}
	}
	add(r.Batch)
	slices.SortFunc(files, func(a, b sheets.OriginFile) int { return cmp.Compare(a.Path, b.Path) })
	return slices.Compact(files)
}

// NewUpwardForm is the blank form of a unit with all figures and lists that it or a unit below it gives, as a level above with the same catalogue would ask for
// them.
func NewUpwardForm(r *Run, u *sheets.Unit) ([]byte, error) {
	var figures []*sheets.Indicator
	for _, ind := range r.Totals.Indicators(u) {
		if ind.Slot >= 0 {
			figures = append(figures, ind)
		}
	}
	var lists []*sheets.List
	for _, list := range r.Catalogue.Lists {
		if _, _, b, _ := r.Totals.UpwardRows(u, list); b.Expected > 0 {
			lists = append(lists, list)
		}
	}
	return sheets.NewForms(r.Catalogue, r.Batch.Expect).Upward(u, figures, lists)
}

// StageUpward stages the form, named by the unit as the level above calls it, and by the period.
func (d *Dest) StageUpward(up *Upward) error {
	unit := cmp.Or(up.Form.UnitCode, string(up.Unit.Code))
	name := UpwardDir + "/" + sheets.SafeName(unit) + "-" + sheets.SafeName(up.Form.Period().Code) + ".xlsx"
	return d.Stage(name, func(w io.Writer) error {
		_, err := w.Write(up.Data)
		return err
	})
}
