package aggregate

import (
	"tonghop/lang"
	"tonghop/sheets"
)

// Upward is what of a figure goes into the form of the level above.
type Upward struct {
	Value   sheets.Value // absent where nothing goes
	Why     lang.Message // why nothing goes; zero where something does
	Missing bool         // nothing goes because nobody below gave anything
	Backing sheets.Backing
}

var (
	notGivenYet = lang.Format{Vi: "chưa có số: %d/%d đơn vị đã báo", En: "no figure yet: %d/%d units have reported"}
	nobodyGives = lang.Format{Vi: "không đơn vị nào ở đây phải báo số liệu này; nếu cấp trên hỏi thì tự điền", En: "no unit here is asked for it; fill it in by hand where the level above wants it"}
	byItself    = lang.Format{Vi: "cấp trên tính lại từ các số khác; không gửi", En: "the level above works it out from other figures; it is not sent"}
)

// carry says of one way of putting values together whether the level above may put the results of several units together again. Where it may, three levels
// one after another give what all units at once give.
type carry struct {
	method method
	why    lang.Format // why it may not; zero where it may
}

// carries are all of them, by method.
var carries = []carry{
	{method: impossible, why: lang.Format{Vi: "danh mục ghi cách gộp không hợp với kiểu số liệu; hãy sửa cột Gộp đơn vị", En: "the catalogue puts it together in a way that does not suit its kind; mend the column Gộp đơn vị"}},
	{method: ownOnly, why: lang.Format{Vi: "không gộp giữa các đơn vị; số của chính đơn vị thì tự điền", En: "it is not put together over units; fill in the unit's own figure by hand"}},
	{method: addUp},
	{method: addTerms},
	{method: mean, why: lang.Format{
		Vi: "là bình quân theo số đơn vị: bình quân của các bình quân sẽ sai. Muốn gửi được thì khai kiểu “tỷ số” (n/m)",
		En: "a mean over units: the mean of means is another number. To be sent it has to be of the kind “tỷ số” (n/m)",
	}},
	{method: highest},
	{method: lowest},
	{method: countYes, why: lang.Format{
		Vi: "cấp dưới trả lời có/không, còn ở đây là số đơn vị trả lời có; cấp trên hỏi có/không của chính đơn vị thì tự điền",
		En: "units below answered yes or no and here is how many said yes; where the level above asks this unit itself, fill it in by hand",
	}},
	{method: countGiven, why: lang.Format{
		Vi: "là số đơn vị có báo, cấp trên không đếm lại được từ một ô; muốn gửi được thì khai thêm một số đếm",
		En: "how many units gave something, which cannot be counted again from one cell; a count of its own could be sent",
	}},
	{method: countByName, why: lang.Format{
		Vi: "là số đơn vị theo từng loại, một ô không ghi đủ; muốn gửi được thì khai cho mỗi loại một số đếm",
		En: "how many units are of each category, for which one cell is not enough; a count for each could be sent",
	}},
	{method: listTexts, why: lang.Format{
		Vi: "là lời của nhiều đơn vị, một ô không giữ được lời nào của ai; hãy tự viết phần tổng hợp",
		En: "texts of several units, and one cell does not keep whose is which; write a summary by hand",
	}},
}

// carryOf is the entry of a method.
func carryOf(m method) carry {
	for _, c := range carries {
		if c.method == m {
			return c
		}
	}
	panic("internal error: a method that is in no table")
}

// Upward gives what of a figure of a unit goes into the form of the level above: what the unit answered itself, or what the units below it amount to where that
// can be put together again without another result. A figure that is worked out never goes: the level above works it out from what it gets.
func (r *Result) Upward(u *sheets.Unit, ind *sheets.Indicator) Upward {
	if ind.Slot < 0 {
		return Upward{Why: byItself.With()}
	}
	total := r.submitted(u, ind)
	up := Upward{Backing: r.backing(u, ind)}
	up.Backing.Have, up.Backing.Expected = total.Have, total.Expected
	switch {
	case r.Own(u, ind):
		a := r.answer(u, ind)
		if a.State == sheets.Given || a.State == sheets.Exempt {
			up.Value = bare(a.Value)
			return up
		}
	default:
		if why := carryOf(r.methods[ind.Slot]).why; why != (lang.Format{}) {
			up.Why = why.With()
			return up
		}
		if v, ok := r.carried(u, ind); ok {
			up.Value = v
			return up
		}
	}
	up.Missing = true
	if up.Why = notGivenYet.With(total.Have, total.Expected); total.Expected == 0 {
		up.Why = nobodyGives.With()
	}
	return up
}

// bare is a value without the cell in which it stood.
func bare(v sheets.Value) sheets.Value {
	return sheets.Value{State: v.State, Yes: v.Yes, Rat: v.Rat, Rat2: v.Rat2, Text: v.Text}
}

// carried is what the units below amount to, as one unit would answer it.
func (r *Result) carried(u *sheets.Unit, ind *sheets.Indicator) (sheets.Value, bool) {
	n := r.tree.inner[u.Index]
	if n < 0 {
		return sheets.Value{}, false
	}
	switch t := r.tallies[ind.Slot][n]; {
	case t.expected == 0 && t.exempt > 0:
		return sheets.Value{State: sheets.Exempt}, true
	case t.notPut > 0 || t.units == 0 || t.number == nil:
		return sheets.Value{}, false
	default:
		return sheets.Value{State: sheets.Given, Rat: t.number, Rat2: t.denominator}, true
	}
}

// backing counts the reports behind a figure at the lowest level that is known: those of the units, and where a unit's form was itself added up, those behind it.
func (r *Result) backing(u *sheets.Unit, ind *sheets.Indicator) sheets.Backing {
	var b sheets.Backing
	for _, part := range r.Trace(u, ind).Parts {
		have, expected := leaves(part, ind)
		b.LeafHave, b.LeafExpected = b.LeafHave+have, b.LeafExpected+expected
	}
	return b
}

// leaves counts the reports behind what one unit gave: its own, or those that its form was added up from. What somebody typed by hand into a form that was added
// up, or left blank in it where nobody below was asked, is the unit's own.
func leaves(part Source, ind *sheets.Indicator) (have, expected int) {
	signed, ok := part.Origin.Figure(ind.Code)
	switch {
	case part.State == sheets.Exempt:
		return 0, 0
	case part.State == sheets.Given && ok && signed.LeafHave > 0, part.State != sheets.Given && ok && signed.LeafExpected > 0:
		return signed.LeafHave, signed.LeafExpected
	case part.State == sheets.Given:
		return 1, 1
	}
	return 0, 1
}

// UpwardRows gives the rows of a list form that go up, all those that count at or below a unit, with whose they are; ok is false where nobody has sent the list,
// of whom some were asked.
func (r *Result) UpwardRows(u *sheets.Unit, list *sheets.List) (rows []*sheets.ListRow, from []sheets.OriginRows, b sheets.Backing, ok bool) {
	for _, other := range r.tree.from(u) {
		if !r.tree.expects(other, r.deps.lists.list(list)) {
			continue
		}
		lists := r.listed(other, list)
		b.Expected++
		count := 0
		leaves := sheets.Backing{LeafExpected: 1}
		if len(lists) > 0 {
			b.Have++
			leaves.LeafHave = 1
		}
		for _, l := range lists {
			if signed, known := l.submission.Origin.List(list.Name); known {
				leaves = signed.Backing
			}
			for i := range l.rows.Rows {
				rows = append(rows, &l.rows.Rows[i])
				count++
			}
		}
		b.LeafHave, b.LeafExpected = b.LeafHave+leaves.LeafHave, b.LeafExpected+leaves.LeafExpected
		from = append(from, sheets.OriginRows{Unit: other.Code, Rows: count})
	}
	return rows, from, b, b.Have > 0
}
