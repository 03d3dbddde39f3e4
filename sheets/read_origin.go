package sheets

import (
	"strings"

	"tonghop/lang"
)

var (
	originDamaged = lang.Format{
		Vi: "Trang ẩn “%s” của biểu mẫu không còn nguyên như lúc chương trình ghi nên không biết số liệu được tổng hợp từ đâu; số liệu vẫn được dùng",
		En: "The hidden sheet “%s” of the form is not as it was written, so that it is not known what the figures were added up from; they are used",
	}
	originOther = lang.Format{
		Vi: "Nguồn tổng hợp ghi trong biểu mẫu là của đơn vị %s, kỳ %s, không phải của biểu mẫu này; số liệu vẫn được dùng",
		En: "The origin in the form is of unit %s and period %s and not of this form; the figures are used",
	}
	originAsk    = lang.Format{Vi: "Đề nghị đơn vị lập lại biểu mẫu bằng tonghop submit rồi gửi lại.", En: "Ask the unit to make the form again with tonghop submit and to send it again."}
	originEdited = lang.Format{
		Vi: "Sau khi tổng hợp từ cấp dưới, %d chỗ trong biểu mẫu đã bị sửa tay: %s. Số trong biểu mẫu được dùng",
		En: "%d places of the form were changed by hand after it was added up from the units below: %s. The form is used as it is",
	}
	originEditedAsk = lang.Format{
		Vi: "Hỏi đơn vị vì sao sửa; nếu một đơn vị cấp dưới báo sai thì sửa biểu mẫu của đơn vị đó rồi tổng hợp lại.",
		En: "Ask the unit why; where a unit below has reported wrongly its form is corrected and everything added up again.",
	}
	originPartial = lang.Format{
		Vi: "%d số liệu trong biểu mẫu được tổng hợp khi cấp dưới chưa báo đủ; ít nhất là “%s”: từ %d/%d đơn vị",
		En: "%d figures of the form were added up while reports from below were missing; least of all “%s”: from %d/%d units",
	}
	originPartialAsk = lang.Format{Vi: "Đôn đốc đơn vị thu đủ báo cáo của cấp dưới rồi gửi lại biểu mẫu.", En: "Ask the unit to collect what is missing below and to send the form again."}
	originOtherKind  = lang.Format{
		Vi: "đơn vị tổng hợp theo kiểu “%s”, gộp “%s”, còn danh mục ở đây ghi “%s”, “%s” nên không dùng được; hãy thống nhất danh mục",
		En: "the unit added it up as “%s”, put together by “%s”, and the catalogue here says “%s”, “%s”, so that it cannot be used; agree on the catalogue",
	}
	originListEdited = lang.Format{Vi: "bảng kê “%s”", En: "the list “%s”"}
)

// mostOriginCells is how many changed cells a message names.
const mostOriginCells = 5

// originIn reads the origin of a form. there says that the form has one; it is nil where it is not as it was written.
func originIn(tabs []tab) (o *Origin, there bool) {
	for i := range tabs {
		if tabs[i].name != originSheet {
			continue
		}
		var records [][]string
		for row := range tabs[i].rows() {
			width := row[len(row)-1].Col
			if width > mostOriginFields {
				return nil, true
			}
			record := make([]string, width)
			for _, c := range row {
				record[c.Col-1] = c.Text
			}
			records = append(records, padded(record))
		}
		o, _ = originOf(records)
		return o, true
	}
	return nil, false
}

// mostOriginFields is more than any record has.
const mostOriginFields = 16

// padded gives a record the fields at its end that are blank, which the file does not hold.
func padded(record []string) []string {
	for len(record) < originWidths[record[0]] {
		record = append(record, "")
	}
	return record
}

// readOrigin reads what the figures of a form were added up from, and says what does not fit: an origin that was changed or is another form's, figures that
// were changed since, and figures behind which reports are missing.
func (r *reader) readOrigin(o *outcome, tabs []tab) {
	origin, there := originIn(tabs)
	if !there {
		return
	}
	file := Pos{File: o.file.Path}
	note := func(code string, message lang.Message, hint lang.Format) {
		f := noticed(code, file, message)
		f.Hint = hint.With()
		o.findings = append(o.findings, f)
	}
	switch {
	case origin == nil:
		note(formOriginLost, originDamaged.With(originSheet), originAsk)
		return
	case foldUnit(origin.Unit) != foldUnit(o.submission.Unit.Code) || !sameWord(origin.Period, r.period.Code):
		note(formOriginLost, originOther.With(string(origin.Unit), origin.Period), originAsk)
		return
	}
	o.submission.Origin = origin
	r.refuseOtherKinds(o)
	if f := r.editedSince(o); f != nil {
		o.findings = append(o.findings, *f)
	}
	if f := r.partialBelow(o); f != nil {
		o.findings = append(o.findings, *f)
	}
}

// refuseOtherKinds makes unreadable what was put together in another way than the catalogue says: a largest value is no sum.
func (r *reader) refuseOtherKinds(o *outcome) {
	for _, signed := range o.submission.Origin.Figures {
		ind := r.c.Indicator(signed.Code)
		if ind == nil || ind.Slot < 0 || signed.Value == "" || signed.Kind == ind.KindWord() && signed.Rollup == ind.RollupWord() {
			continue
		}
		v := &o.submission.Values[ind.Slot]
		if v.State < Exempt {
			continue
		}
		v.State, v.Rat, v.Rat2, v.Text, v.Yes, v.Nil = Unreadable, nil, nil, "", false, false
		f := noticed(figureUnreadable, o.submission.Pos(*v), figureSays.With(ind.Name, originOtherKind.With(signed.Kind, signed.Rollup, ind.KindWord(), ind.RollupWord())))
		f.Indicator, f.Raw, f.Hint = ind.Code, v.Raw, originAsk.With()
		o.findings = append(o.findings, f)
	}
}

// editedSince names the cells and lists that no longer say what was filled in.
func (r *reader) editedSince(o *outcome) *Finding {
	s := o.submission
	f := noticed(formEdited, Pos{File: o.file.Path}, lang.Message{})
	var places []string
	for _, signed := range s.Origin.Figures {
		ind := r.c.Indicator(signed.Code)
		if ind == nil || ind.Slot < 0 || signed.Value == "" || signed.Kind != ind.KindWord() || signed.Rollup != ind.RollupWord() || s.Values[ind.Slot].signature() == signed.Value {
			continue
		}
		c := f
		c.Pos, c.Indicator, c.Raw = s.Pos(s.Values[ind.Slot]), ind.Code, s.Values[ind.Slot].Raw
		f.Cases = append(f.Cases, c)
		places = append(places, "“"+ind.Name+"” "+c.Pos.Cell())
	}
	for _, signed := range s.Origin.Lists {
		if list := r.c.List(signed.Name); list != nil && s.List(list).signature() != signed.Rows {
			places = append(places, originListEdited.With(signed.Name).In(lang.Vi))
		}
	}
	if len(places) == 0 {
		return nil
	}
	f.Message = originEdited.With(len(places), shownPlaces(places))
	f.Hint, f.Count = originEditedAsk.With(), len(places)
	if len(f.Cases) > 0 {
		f.Pos, f.Raw, f.Indicator = f.Cases[0].Pos, f.Cases[0].Raw, f.Cases[0].Indicator
	}
	for i := range f.Cases {
		f.Cases[i].Message, f.Cases[i].Hint = f.Message, f.Hint
	}
	return &f
}

func shownPlaces(places []string) string {
	if len(places) > mostOriginCells {
		return strings.Join(places[:mostOriginCells], ", ") + ", …"
	}
	return strings.Join(places, ", ")
}

// partialBelow says that reports are missing behind figures of the form.
func (r *reader) partialBelow(o *outcome) *Finding {
	var least OriginFigure
	count := 0
	for _, signed := range o.submission.Origin.Figures {
		if r.c.Indicator(signed.Code) == nil || signed.Value == "" || !signed.Partial() {
			continue
		}
		if count++; count == 1 || signed.lessThan(least.Backing) {
			least = signed
		}
	}
	if count == 0 {
		return nil
	}
	f := noticed(formPartial, Pos{File: o.file.Path}, originPartial.With(count, r.c.Indicator(least.Code).Name, least.LeafHave, least.LeafExpected))
	f.Hint, f.Count = originPartialAsk.With(), count
	return &f
}

// lessThan reports whether a smaller part of the reports stands behind a figure than behind another.
func (b Backing) lessThan(other Backing) bool {
	return b.LeafHave*other.LeafExpected < other.LeafHave*b.LeafExpected
}
