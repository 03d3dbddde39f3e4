package sheets

import (
	"slices"
	"strings"
	"time"

	"tonghop/figure"
)

// root finds the one unit without a unit above. All further ones are one fault, unless the one followed the other: a province that was merged into a new
// one has two roots, of which the older one hangs under the newer.
func (l *loader) root(all []*Unit, parents []cell) {
	var second []cell
	for i, u := range all {
		root := l.c.Units.Root
		switch {
		case u.Parent != "":
			if slices.ContainsFunc(u.Versions, func(v Version) bool { return v.Parent == "" }) {
				second = append(second, cell{pos: u.Pos, text: string(u.Code)})
			}
		case root == nil:
			l.c.Units.Root = u
		case l.follows(root, u):
			root.parent, root.joins = u, true
			l.c.Units.Root = u
		case l.follows(u, root):
			u.parent, u.joins = root, true
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

// follows reports whether a root took over from another one: it begins behind its end, and the sheet Chuyển đổi says so.
func (l *loader) follows(before, after *Unit) bool {
	apart := !before.To.IsZero() && after.From.After(before.To)
	return apart && slices.ContainsFunc(l.moves, func(m move) bool {
		return foldUnit(UnitCode(m.from.line())) == foldUnit(before.Code) && foldUnit(UnitCode(m.to.line())) == foldUnit(after.Code)
	})
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
		files = files || slices.ContainsFunc(u.versions(), func(v Version) bool { return v.MustFile })
	}
	l.checkCircles()
	if len(l.c.Units.Units) > 0 && !files {
		l.fault(Finding{
			Code: faultTree, Severity: figure.Warning, Pos: Pos{File: l.c.File, Sheet: l.c.Units.Root.Pos.Sheet},
			Message: nobodyFiles.With(), Hint: nobodyFilesHint.With(),
		})
	}
}

// checkCircles looks for units that are under one another for a time. A circle for good was reported; one for a time holds a unit that has several
// rows, and is there on the first day of one of them.
func (l *loader) checkCircles() {
	var days []time.Time
	for _, u := range l.c.Units.Units {
		for _, v := range u.Versions[:max(0, len(u.Versions)-1)] {
			days = append(days, v.From, v.To)
		}
	}
	slices.SortFunc(days, time.Time.Compare)
	for _, day := range slices.CompactFunc(days, time.Time.Equal) {
		done := make(map[*Unit]bool)
		for _, u := range l.c.Units.Units {
			var path []*Unit
			at := u
			for ; at != nil && !done[at] && !slices.Contains(path, at); at = l.c.Units.Unit(at.On(day).Parent) {
				path = append(path, at)
			}
			if at != nil && !done[at] {
				v := at.On(day)
				l.circle(path, at, cell{pos: v.Pos, text: string(v.Parent)})
				return
			}
			for _, passed := range path {
				done[passed] = true
			}
		}
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
	name := func(level *string) {
		key := foldWord(*level)
		if _, known := first[key]; !known {
			first[key] = *level
		}
		*level = first[key]
	}
	for _, u := range l.c.Units.Units {
		for i := range u.Versions {
			name(&u.Versions[i].Level)
		}
		name(&u.Level)
	}
}
