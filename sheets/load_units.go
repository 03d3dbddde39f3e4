package sheets

import (
	"slices"
	"time"

	"tonghop/figure"
	"tonghop/lang"
)

var (
	unknownParent     = lang.Format{Vi: "Đơn vị “%s” trực thuộc “%s”, nhưng không có đơn vị mã đó.", En: "The unit “%s” is under “%s”, and there is no unit with that code."}
	unknownParentHint = lang.Format{Vi: "Ghi mã của đơn vị cấp trên vào cột Trực thuộc.", En: "Type the code of the unit above into the column Trực thuộc."}
	parentIsName      = lang.Format{Vi: "“%s” là tên của một đơn vị; cột Trực thuộc cần mã: “%s”.", En: "“%s” is the name of a unit; the column Trực thuộc needs its code: “%s”."}
	noRoot            = lang.Format{Vi: "Không đơn vị nào là gốc: mọi dòng đều ghi Trực thuộc.", En: "No unit is the root: every row names a unit above."}
	noRootHint        = lang.Format{Vi: "Để trống Trực thuộc ở dòng của Tỉnh đoàn.", En: "Leave Trực thuộc blank at the provincial union."}
	secondRoot        = lang.Format{Vi: "Đơn vị “%s” không ghi Trực thuộc, nhưng gốc đã là “%s” ở ô %s.", En: "The unit “%s” names no unit above, and the root is “%s” in cell %s already."}
	moreRoots         = lang.Format{Vi: "%d đơn vị (đầu tiên là “%s”) không ghi Trực thuộc, nhưng gốc đã là “%s” ở ô %s.", En: "%d units (the first is “%s”) name no unit above, and the root is “%s” in cell %s already."}
	secondRootHint    = lang.Format{Vi: "Ghi Trực thuộc cho đơn vị này, ví dụ “%s”.", En: "Fill in Trực thuộc, such as “%s”."}
	unitCircle        = lang.Format{Vi: "Các đơn vị trực thuộc vòng tròn: %s.", En: "These units are under one another in a circle: %s."}
	unitCircleHint    = lang.Format{Vi: "Sửa cột Trực thuộc của một trong các đơn vị đó.", En: "Correct the column Trực thuộc of one of them."}
	rowsOverlap       = lang.Format{
		Vi: "Mã “%s” đã dùng ở ô %s, và hai dòng cùng hiệu lực trong một thời gian.",
		En: "The code “%s” stands in cell %s already, and both rows are valid at the same time.",
	}
	rowsOverlapHint = lang.Format{
		Vi: "Đơn vị đổi tên, đổi cấp hoặc chuyển trực thuộc: ghi Đến ngày ở dòng cũ và Từ ngày ở dòng mới, không trùng nhau. Đơn vị khác thì dùng mã khác.",
		En: "For a new name, level or unit above, give the old row its last day and the new row its first day. Another unit takes another code.",
	}
	codeReused = lang.Format{
		Vi: "Mã “%s” được dùng lại cho đơn vị khác: “%s” (đến %s) được gọi là %s trong kết quả.",
		En: "The code “%s” was used again for another unit: “%s” (until %s) is called %s in the results.",
	}
	codeReusedHint = lang.Format{
		Vi: "Nên đặt mã riêng không dùng lại. Nếu vẫn là một đơn vị, ghi Tỷ lệ phần chuyển đi ở trang “Chuyển đổi”.",
		En: "Better give every unit a code of its own. If it is still the same unit, state in the sheet “Chuyển đổi” which share went over.",
	}
	nobodyFiles     = lang.Format{Vi: "Không đơn vị nào phải nộp: cột Phải nộp không có dòng nào ghi “có”.", En: "No unit must submit: no row says “có” in the column Phải nộp."}
	nobodyFilesHint = lang.Format{Vi: "Ghi “có” ở các đơn vị phải nộp biểu.", En: "Type “có” at the units that must submit."}
)

// unitRow is a row of the sheet Đơn vị on its way into a unit.
type unitRow struct {
	Version
	code, parent cell
	unit         *Unit
}

// units reads the registry and links it into a tree. Units that do not hang on the root are faults and left out.
func (l *loader) units() {
	l.c.Units = &Registry{byCode: make(map[UnitCode]*Unit), reused: make(map[UnitCode][]*Unit)}
	l.moves = l.readMoves()
	var order []UnitCode
	byCode := make(map[UnitCode][]*unitRow)
	var rows []*unitRow
	for _, r := range l.rows(sheetUnits) {
		code, ok := l.need(r, "Mã")
		if !ok {
			continue
		}
		row := l.readUnit(r, code)
		key := foldUnit(UnitCode(code.line()))
		if byCode[key] == nil {
			order = append(order, key)
		}
		byCode[key] = append(byCode[key], row)
		rows = append(rows, row)
	}
	for _, key := range order {
		l.joinRows(key, byCode[key])
	}
	rows = slices.DeleteFunc(rows, func(row *unitRow) bool { return row.unit == nil })
	l.link(rows)
	var all []*Unit
	var parents []cell
	known := make(map[*Unit]bool)
	for _, row := range rows {
		if !known[row.unit] {
			known[row.unit] = true
			all = append(all, row.unit)
			parents = append(parents, row.parent)
		}
	}
	for _, u := range all {
		u.parent = l.c.Units.Unit(u.Parent)
	}
	l.root(all, parents)
	l.plant(all, parents)
	l.nameLevels()
}

func (l *loader) readUnit(r row, code cell) *unitRow {
	name, ok := l.need(r, "Tên")
	if !ok {
		name = code
	}
	l.need(r, "Cấp")
	v := Version{
		Name: name.line(), Aliases: r.at("Tên khác").words(), Level: r.at("Cấp").line(),
		Parent: UnitCode(r.at("Trực thuộc").line()), MustFile: l.yes(r, "Phải nộp", false),
		From: l.day(r, "Từ ngày"), To: l.day(r, "Đến ngày"), Note: r.at("Ghi chú").text, Pos: code.pos,
	}
	l.inOrder(r, v.From, v.To)
	return &unitRow{Version: v, code: code, parent: r.at("Trực thuộc")}
}

// joinRows makes the units of one code: one unit, whose rows say what it was and when, or several where the code was used again.
func (l *loader) joinRows(key UnitCode, rows []*unitRow) {
	slices.SortStableFunc(rows, func(a, b *unitRow) int { return a.From.Compare(b.From) })
	kept := rows[:1]
	for _, row := range rows[1:] {
		before := kept[len(kept)-1]
		if row.From.IsZero() || before.To.IsZero() || !row.From.After(before.To) {
			l.notApart(before, row)
			continue
		}
		kept = append(kept, row)
	}
	start := 0
	for i := 1; i <= len(kept); i++ {
		if i < len(kept) && !l.movedAway(key, kept[i-1].To, kept[i].From) {
			continue
		}
		l.addUnit(key, kept[start:i], i == len(kept))
		start = i
	}
}

// notApart reports a second row of a code that is not told apart from the first by its dates.
func (l *loader) notApart(first, row *unitRow) {
	if first.code.pos.Row > row.code.pos.Row {
		first, row = row, first
	}
	f := atCell(faultTwice, figure.Error, row.code, codeTwice.With(row.code.line(), first.code.pos.Cell()), codeTwiceHint.With())
	if !row.From.IsZero() || !row.To.IsZero() || !first.To.IsZero() {
		f.Message, f.Hint = rowsOverlap.With(row.code.line(), first.code.pos.Cell()), rowsOverlapHint.With()
	}
	l.fault(f)
}

// addUnit makes a unit of its rows. Only the last unit that bore a code keeps it as it is; an earlier one is told from it by its last day, always in the
// same way, whatever the period.
func (l *loader) addUnit(key UnitCode, rows []*unitRow, last bool) {
	now := rows[len(rows)-1]
	u := &Unit{
		Code: UnitCode(rows[0].code.line()), Name: now.Name, Aliases: now.Aliases, Level: now.Level, Parent: now.Parent, MustFile: now.MustFile,
		From: rows[0].From, To: now.To, Note: now.Note, Pos: now.Pos,
	}
	if !last {
		u.Code += UnitCode("@" + now.To.Format(time.DateOnly))
		l.fault(atCell(faultReused, figure.Warning, now.code, codeReused.With(now.code.line(), now.Name, shortDay(now.To), string(u.Code)), codeReusedHint.With()))
	}
	for _, row := range rows {
		row.unit = u
		if len(rows) > 1 {
			u.Versions = append(u.Versions, row.Version)
		}
	}
	r := l.c.Units
	r.byCode[foldUnit(u.Code)] = u
	if !last || len(r.reused[key]) > 0 {
		r.reused[key] = append(r.reused[key], u)
	}
}

// link finds the unit above each row, and gives its code as the registry has it.
func (l *loader) link(rows []*unitRow) {
	byName := make(map[string][]*Unit)
	var all []*Unit
	for _, row := range rows {
		if named := byName[foldWord(row.Name)]; !slices.Contains(named, row.unit) {
			byName[foldWord(row.Name)] = append(named, row.unit)
			all = append(all, row.unit)
		}
	}
	for _, row := range rows {
		code := row.Parent
		if code != "" {
			if above := l.parentOf(row); above != nil {
				code = above.Code
			} else {
				l.unknownParent(row, byName, all)
			}
		}
		u := row.unit
		if u.Versions == nil {
			u.Parent = code
			continue
		}
		i := slices.IndexFunc(u.Versions, func(v Version) bool { return v.Pos == row.Pos })
		u.Versions[i].Parent = code
		if i == len(u.Versions)-1 {
			u.Parent = code
		}
	}
}

// parentOf is the unit above a row: of several that bore the code one after another the last one in the time of the row.
func (l *loader) parentOf(row *unitRow) *Unit {
	span := lastDay(row.To)
	span.From = row.From
	units := l.c.Units.Coded(row.Parent, span)
	if len(units) == 0 {
		return nil
	}
	return units[len(units)-1]
}

func (l *loader) unknownParent(row *unitRow, byName map[string][]*Unit, all []*Unit) {
	at := row.parent
	f := atCell(faultReference, figure.Error, at, unknownParent.With(row.code.line(), at.line()), unknownParentHint.With())
	if same := byName[foldWord(at.line())]; len(same) == 1 {
		f.Message = parentIsName.With(at.line(), string(same[0].Code))
		f.Suggest = string(same[0].Code)
		l.fault(f)
		return
	}
	l.fault(f.near(at.line(), l.unitCodes(all)))
}
