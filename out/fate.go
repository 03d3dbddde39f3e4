package out

import (
	"strings"

	"tonghop/lang"
	"tonghop/sheets"
)

var (
	fateUntil     = lang.Format{Vi: " (đến %s)", En: " (until %s)"}
	fateJoined    = lang.Format{Vi: " (đến %s, nay thuộc %s)", En: " (until %s, now %s)"}
	fateDivided   = lang.Format{Vi: " (đến %s, chia cho %s)", En: " (until %s, divided among %s)"}
	fateUndivided = lang.Format{Vi: " (đến %s, đã chia nhưng không ghi tỷ lệ)", En: " (until %s, divided without shares)"}
	fateFrom      = lang.Format{Vi: " (từ %s)", En: " (from %s)"}
)

// fate is said behind the name of a unit that is not there for the whole period: until when, or from when on, and who went on with what it did. It is
// empty for all others.
func fate(r *Run, u *sheets.Unit) string {
	p := r.Batch.Period
	switch {
	case !u.To.IsZero() && u.To.Before(p.To):
		return ended(u).In(r.Lang)
	case u.From.After(p.From):
		return fateFrom.With(Day(u.From)).In(r.Lang)
	}
	return ""
}

func ended(u *sheets.Unit) lang.Message {
	last := Day(u.To)
	switch {
	case u.Portions() != nil:
		var names []string
		for _, heir := range u.Portions() {
			names = append(names, heir.Unit.Name)
		}
		return fateDivided.With(last, strings.Join(names, ", "))
	case u.Undivided():
		return fateUndivided.With(last)
	case u.Joins():
		return fateJoined.With(last, u.Above().Name)
	}
	return fateUntil.With(last)
}

// treeRemark says behind another remark along which tree the figures are.
func treeRemark(r *Run) string {
	if line := treeLine(r); line != "" {
		return " " + line
	}
	return ""
}
