package sheets

import (
	"strings"

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
	nobodyFiles       = lang.Format{Vi: "Không đơn vị nào phải nộp: cột Phải nộp không có dòng nào ghi “có”.", En: "No unit must submit: no row says “có” in the column Phải nộp."}
	nobodyFilesHint   = lang.Format{Vi: "Ghi “có” ở các đơn vị phải nộp biểu.", En: "Type “có” at the units that must submit."}
)

// units reads the registry and links it into a tree. Units that do not hang on the root are faults and left out.
func (l *loader) units() {
	l.c.Units = &Registry{byCode: make(map[UnitCode]*Unit)}
	seen := make(codes)
	var all []*Unit
	var parents []cell
	for _, r := range l.rows(sheetUnits) {
		code, ok := l.need(r, "Mã")
		if !ok || !l.take(seen, string(foldUnit(UnitCode(code.line()))), code) {
			continue
		}
		u := l.readUnit(r, code)
		all = append(all, u)
		parents = append(parents, r.at("Trực thuộc"))
		l.c.Units.byCode[foldUnit(u.Code)] = u
	}
	l.link(all, parents)
	l.root(all, parents)
	l.plant(all, parents)
	l.nameLevels()
}

func (l *loader) readUnit(r row, code cell) *Unit {
	name, ok := l.need(r, "Tên")
	if !ok {
		name = code
	}
	l.need(r, "Cấp")
	u := &Unit{
		Code: UnitCode(code.line()), Name: name.line(), Aliases: r.at("Tên khác").words(), Level: r.at("Cấp").line(),
		Parent: UnitCode(r.at("Trực thuộc").line()), MustFile: l.yes(r, "Phải nộp", false),
		From: l.day(r, "Từ ngày"), To: l.day(r, "Đến ngày"), Note: r.at("Ghi chú").text, Pos: code.pos,
	}
	l.inOrder(r, u.From, u.To)
	return u
}

// link finds the unit above each unit.
func (l *loader) link(all []*Unit, parents []cell) {
	byName := make(map[string][]*Unit)
	for _, u := range all {
		byName[foldWord(u.Name)] = append(byName[foldWord(u.Name)], u)
	}
	for i, u := range all {
		if u.Parent == "" {
			continue
		}
		if u.parent = l.c.Units.Unit(u.Parent); u.parent != nil {
			u.Parent = u.parent.Code
			continue
		}
		at := parents[i]
		f := atCell(faultReference, figure.Error, at, unknownParent.With(string(u.Code), at.line()), unknownParentHint.With())
		if same := byName[foldWord(at.line())]; len(same) == 1 {
			f.Message = parentIsName.With(at.line(), string(same[0].Code))
			f.Suggest = string(same[0].Code)
			l.fault(f)
			continue
		}
		l.fault(f.near(at.line(), l.unitCodes(all)))
	}
}

// root finds the one unit without a unit above. All further ones are one fault.
func (l *loader) root(all []*Unit, parents []cell) {
	var second []cell
	for i, u := range all {
		switch {
		case u.Parent != "":
		case l.c.Units.Root == nil:
			l.c.Units.Root = u
		default:
			at := parents[i]
			at.text = string(u.Code)
			second = append(second, at)
		}
	}
	root := l.c.Units.Root
	switch {
	case root == nil && len(all) > 0:
		l.fault(Finding{
			Code: faultTree, Severity: figure.Error, Pos: Pos{File: l.c.File, Sheet: all[0].Pos.Sheet},
			Message: noRoot.With(), Hint: noRootHint.With(),
		})
	case len(second) > 0:
		f := atCell(faultTree, figure.Error, second[0], secondRoot.With(second[0].text, string(root.Code), root.Pos.Cell()), secondRootHint.With(string(root.Code)))
		if f.Count = len(second); f.Count > 1 {
			f.Message = moreRoots.With(f.Count, second[0].text, string(root.Code), root.Pos.Cell())
		}
		l.fault(f)
	}
}

// plant keeps the units that hang on the root. Those in a circle are reported; those that hang on an unknown unit, a second root or a
// circle are left out with it, because one fault explains them.
func (l *loader) plant(all []*Unit, parents []cell) {
	const unseen, walking, planted, lost = 0, 1, 2, 3
	state := make(map[*Unit]int, len(all))
	if root := l.c.Units.Root; root != nil {
		state[root] = planted
	}
	for i, u := range all {
		var path []*Unit
		at := u
		for ; at != nil && state[at] == unseen; at = at.parent {
			state[at] = walking
			path = append(path, at)
		}
		end := lost
		switch {
		case at == nil:
		case state[at] == walking:
			l.circle(path, at, parents[i])
		default:
			end = state[at]
		}
		for _, member := range path {
			state[member] = end
		}
	}
	l.keepUnits(all, func(u *Unit) bool { return state[u] == planted })
}

// keepUnits numbers the units of the tree and tells each what is below it.
func (l *loader) keepUnits(all []*Unit, planted func(*Unit) bool) {
	files := false
	for _, u := range all {
		if !planted(u) {
			delete(l.c.Units.byCode, foldUnit(u.Code))
			continue
		}
		u.Index = len(l.c.Units.Units)
		l.c.Units.Units = append(l.c.Units.Units, u)
		if u.parent != nil {
			u.parent.children = append(u.parent.children, u)
		}
		files = files || u.MustFile
	}
	if len(l.c.Units.Units) > 0 && !files {
		l.fault(Finding{
			Code: faultTree, Severity: figure.Warning, Pos: Pos{File: l.c.File, Sheet: l.c.Units.Root.Pos.Sheet},
			Message: nobodyFiles.With(), Hint: nobodyFilesHint.With(),
		})
	}
}

// circle reports the units that are under one another.
func (l *loader) circle(path []*Unit, start *Unit, at cell) {
	var names []string
	inside := false
	for _, u := range path {
		if inside = inside || u == start; inside {
			names = append(names, string(u.Code))
		}
	}
	names = append(names, string(start.Code))
	at.pos.Row, at.text = start.Pos.Row, string(start.Parent)
	l.fault(atCell(faultTree, figure.Error, at, unitCircle.With(strings.Join(names, " → ")), unitCircleHint.With()))
}

// nameLevels gives every spelling of a level the one that comes first.
func (l *loader) nameLevels() {
	first := make(map[string]string)
	for _, u := range l.c.Units.Units {
		key := foldWord(u.Level)
		if _, known := first[key]; !known {
			first[key] = u.Level
		}
		u.Level = first[key]
	}
}
