package sheets

import (
	"fmt"
	"math/big"
	"slices"
	"time"

	"tonghop/figure"
	"tonghop/lang"
)

var (
	sameUnit     = lang.Format{Vi: "Mã mới giống mã cũ: “%s”.", En: "The new code is the old one: “%s”."}
	sameUnitHint = lang.Format{
		Vi: "Đơn vị đổi tên, đổi cấp hay chuyển trực thuộc thì giữ mã: ở trang “Đơn vị”, ghi Đến ngày cho dòng cũ và thêm một dòng cùng mã từ ngày thay đổi.",
		En: "A unit with a new name, level or unit above keeps its code: in the sheet “Đơn vị” end the old row and add one with the same code.",
	}
	badShare  = lang.Format{Vi: "Tỷ lệ “%s” phải lớn hơn 0%% và không quá 100%%.", En: "The share “%s” must be above 0%% and at most 100%%."}
	moveTwice = lang.Format{Vi: "“%s” chuyển sang “%s” ngày %s đã ghi ở ô %s.", En: "“%s” went over into “%s” on %s in cell %s already."}
	moveHint  = lang.Format{Vi: "Xóa dòng thừa.", En: "Delete the row."}
	sharesSum = lang.Format{Vi: "Các phần của đơn vị “%s” ngày %s cộng lại là %s, phải là 100%%.", En: "The shares of “%s” on %s add up to %s and not to 100%%."}
	sharesTop = lang.Format{Vi: "Các phần của đơn vị “%s” ngày %s cộng lại là %s, quá 100%%.", En: "The shares of “%s” on %s add up to %s, which is above 100%%."}
	sharesFix = lang.Format{
		Vi: "Sửa cột Tỷ lệ; quyết định không ghi tỷ lệ thì để trống ở mọi dòng của đơn vị đó.",
		En: "Correct the column Tỷ lệ; where the decision states no shares leave all of them blank.",
	}
	sharesMixed = lang.Format{
		Vi: "Đơn vị “%s” chia ngày %s: có dòng ghi Tỷ lệ, có dòng để trống.",
		En: "“%s” was divided on %s: some rows state a share, others do not.",
	}
	moveLate = lang.Format{
		Vi: "Đơn vị “%s” hoạt động đến %s, nhưng chuyển đổi ngày %s; ngày chuyển đổi phải là ngày ngay sau ngày cuối.",
		En: "“%s” was there until %s, and goes over on %s; that must be the day after its last one.",
	}
	moveEarly = lang.Format{
		Vi: "Đơn vị “%s” có từ %s, nên không thể chuyển đổi ngày %s.",
		En: "“%s” is there from %s on and cannot go over on %s.",
	}
	moveNowhere = lang.Format{
		Vi: "Đơn vị “%s” chuyển sang “%s” ngày %s, nhưng ngày đó không có đơn vị “%s”.",
		En: "“%s” goes over into “%s” on %s, and there is no unit “%s” on that day.",
	}
	moveDayHint = lang.Format{
		Vi: "Sửa cột Ngày, hoặc Từ ngày và Đến ngày của hai đơn vị ở trang “Đơn vị”.",
		En: "Correct the day, or the dates of the two units in the sheet “Đơn vị”.",
	}
	stillThere = lang.Format{
		Vi: "Đơn vị “%s” chuyển hết sang “%s” ngày %s nhưng ở trang “Đơn vị” vẫn còn sau ngày đó.",
		En: "“%s” goes over into “%s” as a whole on %s, and is there after that day in the sheet “Đơn vị”.",
	}
	stillThereHint = lang.Format{
		Vi: "Ghi Đến ngày %s cho đơn vị “%s”; nếu chỉ một phần chuyển đi, ghi phần đó vào cột Tỷ lệ.",
		En: "Type the last day %s for “%s”; where only a part of it goes over, state its share.",
	}
)

var (
	orphans = lang.Format{
		Vi: "%d đơn vị (đầu tiên là “%s”) còn trực thuộc “%s” sau ngày cuối của đơn vị này (%s).",
		En: "%d units (the first is “%s”) are still under “%s” after its last day (%s).",
	}
	orphansHint = lang.Format{
		Vi: "Thêm dòng cùng mã từ ngày %s với cấp trên mới; trong khi chờ, số liệu cộng thẳng vào cấp trên nữa.",
		En: "Add a row with the same code from %s on with the new unit above; until then the figures count one level up.",
	}
)

// move is a row of the sheet Chuyển đổi as it was typed.
type move struct {
	row      row
	from, to cell
	day      time.Time
	share    *big.Rat // nil: blank
}

// readMoves reads the rows of the sheet before the units are known, because they tell whether a code was used again for another unit.
func (l *loader) readMoves() []move {
	var moves []move
	for _, r := range l.rows(sheetSuccessions) {
		from, ok := l.need(r, "Mã cũ")
		to, ok2 := l.need(r, "Mã mới")
		_, ok3 := l.need(r, "Ngày")
		m := move{row: r, from: from, to: to, day: l.day(r, "Ngày"), share: l.number(r, "Tỷ lệ")}
		if m.share != nil && (m.share.Sign() <= 0 || m.share.Cmp(whole) > 0) {
			c := r.at("Tỷ lệ")
			l.fault(atCell(faultUnclear, figure.Error, c, badShare.With(c.line()), valueHint.With()))
			continue
		}
		if ok && ok2 && ok3 && !m.day.IsZero() {
			moves = append(moves, m)
		}
	}
	return moves
}

// whole is the share of what is not divided.
var whole = big.NewRat(1, 1)

// movedAway reports whether all that bore a code up to a day went over into other units before the code appears again: who bears it then is another
// unit. Where only a part went over it is the same one.
func (l *loader) movedAway(code UnitCode, last, again time.Time) bool {
	sum, rows := new(big.Rat), 0
	for _, m := range l.moves {
		if foldUnit(UnitCode(m.from.line())) != code || !m.day.After(last) || m.day.After(again) {
			continue
		}
		if foldUnit(UnitCode(m.to.line())) == code {
			return false
		}
		rows++
		if m.share == nil {
			return true
		}
		sum.Add(sum, m.share)
	}
	return rows > 0 && sum.Cmp(whole) >= 0
}

// successions turns the rows of the sheet Chuyển đổi into successions between units. A row that cannot be is a fault and left out.
func (l *loader) successions() {
	r := l.c.Units
	seen := make(map[[3]string]cell)
	for _, m := range l.moves {
		s := &Succession{Old: UnitCode(m.from.line()), New: UnitCode(m.to.line()), Day: m.day, Share: m.share, Basis: m.row.at("Căn cứ").text, Pos: m.from.pos}
		before, after := l.unitOn(m.from, m.day.AddDate(0, 0, -1)), l.unitOn(m.to, m.day)
		if before == nil || after == nil {
			continue
		}
		s.Old, s.New, s.old, s.new = before.Code, after.Code, before.Index, after.Index
		key := [3]string{string(s.Old), string(s.New), m.day.Format(time.DateOnly)}
		if first, twice := seen[key]; twice {
			l.fault(atCell(faultTwice, figure.Error, m.from, moveTwice.With(string(s.Old), string(s.New), shortDay(m.day), first.pos.Cell()), moveHint.With()))
			continue
		}
		seen[key] = m.from
		if l.possible(m, before, after) {
			r.Successions = append(r.Successions, s)
		}
	}
	l.checkShares()
	r.indexSuccessions()
	l.checkOrphans()
}

// checkOrphans warns of units whose unit above ends before them, unless one unit took it over: where they belong then nobody said.
func (l *loader) checkOrphans() {
	r := l.c.Units
	counts := make([]int, len(r.Units))
	first := make([]Version, len(r.Units))
	for _, u := range r.Units {
		for _, v := range u.versions() {
			above := r.Unit(v.Parent)
			if above == nil || above.To.IsZero() || !v.To.IsZero() && !v.To.After(above.To) || len(r.HeirsOn(above, above.To.AddDate(0, 0, 1))) == 1 {
				continue
			}
			if counts[above.Index]++; counts[above.Index] == 1 {
				first[above.Index] = v
			}
		}
	}
	for _, above := range r.Units {
		if n := counts[above.Index]; n > 0 {
			v := first[above.Index]
			f := atCell(faultTree, figure.Warning, cell{pos: v.Pos, text: v.Name}, orphans.With(n, v.Name, string(above.Code), shortDay(above.To)), orphansHint.With(shortDay(above.To.AddDate(0, 0, 1))))
			f.Count = n
			l.fault(f)
		}
	}
}

// unitOn is the unit that a code means on a day.
func (l *loader) unitOn(c cell, day time.Time) *Unit {
	units := l.c.Units.Coded(UnitCode(c.line()), &Period{From: day, To: day})
	if len(units) == 0 {
		f := atCell(faultReference, figure.Error, c, unknownUnit.With(c.line()), unknownUnitHint.With())
		l.fault(f.near(c.line(), l.unitCodes(l.c.Units.Units)))
		return nil
	}
	return units[0]
}

// possible reports a succession of a unit into itself, and one on a day on which the old unit was no more or not yet, or the new one is not there. What
// goes over goes forward in time, so that successions never run in a circle.
func (l *loader) possible(m move, before, after *Unit) bool {
	at := m.row.at("Ngày")
	old, day := string(before.Code), shortDay(m.day)
	switch {
	case before == after:
		l.fault(atCell(faultReference, figure.Error, m.to, sameUnit.With(old), sameUnitHint.With()))
	case !before.To.IsZero() && m.day.After(before.To.AddDate(0, 0, 1)):
		l.fault(atCell(faultOrder, figure.Error, at, moveLate.With(old, shortDay(before.To), day), moveDayHint.With()))
	case !before.From.IsZero() && !m.day.After(before.From):
		l.fault(atCell(faultOrder, figure.Error, at, moveEarly.With(old, shortDay(before.From), day), moveDayHint.With()))
	case !after.StandsOn(m.day):
		l.fault(atCell(faultOrder, figure.Error, at, moveNowhere.With(old, string(after.Code), day, string(after.Code)), moveDayHint.With()))
	default:
		return true
	}
	return false
}

// checkShares looks at all rows of a unit on a day together. Where one row says nothing about a share, all of the unit goes over; where several
// say nothing it cannot be divided.
func (l *loader) checkShares() {
	groups := make(map[string][]*Succession)
	var order []string
	for _, s := range l.c.Units.Successions {
		key := fmt.Sprint(s.old, " ", s.Day.Format(time.DateOnly))
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], s)
	}
	for _, key := range order {
		l.checkGroup(groups[key])
	}
}

func (l *loader) checkGroup(group []*Succession) {
	first := group[0]
	at := cell{pos: first.Pos, text: string(first.Old)}
	sum, stated := new(big.Rat), 0
	for _, s := range group {
		if s.Share != nil {
			sum.Add(sum, s.Share)
			stated++
		}
	}
	u, day := l.c.Units.Units[first.old], shortDay(first.Day)
	ended := !u.To.IsZero() && !u.To.After(first.Day.AddDate(0, 0, -1))
	if stated == 0 && len(group) == 1 {
		first.Share, stated = whole, 1
		sum.Set(whole)
	}
	switch above := sum.Cmp(whole); {
	case stated == 0:
	case stated < len(group):
		l.fault(atCell(faultUnclear, figure.Error, at, sharesMixed.With(string(first.Old), day), sharesFix.With()))
	case above > 0:
		l.fault(atCell(faultUnclear, figure.Error, at, sharesTop.With(string(first.Old), day, shareText(sum)), sharesFix.With()))
	case above < 0 && ended:
		l.fault(atCell(faultUnclear, figure.Error, at, sharesSum.With(string(first.Old), day, shareText(sum)), sharesFix.With()))
	case above == 0 && !ended:
		last := shortDay(first.Day.AddDate(0, 0, -1))
		f := atCell(faultOrder, figure.Error, at, stillThere.With(string(first.Old), string(first.New), day), stillThereHint.With(last, string(first.Old)))
		f.Suggest = last
		l.fault(f)
	}
	if stated > 0 && stated < len(group) || sum.Cmp(whole) > 0 {
		l.c.Units.Successions = slices.DeleteFunc(l.c.Units.Successions, func(s *Succession) bool { return slices.Contains(group, s) })
	}
}

// shareText prints a share as 62,5%.
func shareText(share *big.Rat) string {
	if style, ok := figure.StyleNamed("pt2"); ok {
		if text, ok := style.Print(figure.NumberOf(share)); ok {
			return text
		}
	}
	return share.RatString()
}
