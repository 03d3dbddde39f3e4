package sheets

import (
	"slices"
	"time"

	"tonghop/lang"
)

// Tree says at which day of a period its tree of units is taken. Where units were joined, divided, moved or founded within the period, the same
// figures are added up along either; the whole is the same.
type Tree uint8

// The trees.
const (
	NewTree Tree = iota // mới: of the last day; what old units did is their successors'
	OldTree             // cũ: of the first day; what new units do belongs to the old ones that they came from
)

// treeWords are the values of the setting cay_don_vi and of the flag.
var treeWords = vocabulary[Tree]{
	{"mới", []string{"moi", "new", "cây mới"}, NewTree},
	{"cũ", []string{"cu", "old", "cây cũ"}, OldTree},
}

// ParseTree reads the name of a tree.
func ParseTree(text string) (Tree, bool) { return treeWords.find(text) }

// Other is the other tree.
func (t Tree) Other() Tree {
	if t == OldTree {
		return NewTree
	}
	return OldTree
}

// Key is the name of the tree for programs.
func (t Tree) Key() string {
	if t == OldTree {
		return "old"
	}
	return "new"
}

// Title is what a result says about the tree along which it was added up.
func (t Tree) Title() lang.Format {
	if t == OldTree {
		return lang.Format{Vi: "Cây đơn vị: cũ (ngày đầu kỳ)", En: "Tree of units: old (first day of the period)"}
	}
	return lang.Format{Vi: "Cây đơn vị: mới (ngày cuối kỳ)", En: "Tree of units: new (last day of the period)"}
}

// Tree is the tree that the office works with: the setting cay_don_vi, else the new one.
func (c *Catalogue) Tree() Tree {
	t, _ := ParseTree(c.Settings.Text(settingTree))
	return t
}

// Joins reports whether the unit hangs under another one because it went over into it, or came from it, and not as one of its units. What it gave is part
// of what that unit has.
func (u *Unit) Joins() bool { return u.joins }

// Portions are the units among which the sums of a unit that was divided are shared out, by the shares of the decision; nil for any other unit.
// It hangs under the lowest unit above all of them, and that unit and those above it have the sum undivided.
func (u *Unit) Portions() []Heir { return u.heirs }

// Undivided reports whether the unit was divided and nobody said how: what it gave stays its own, under the lowest unit above its successors.
func (u *Unit) Undivided() bool { return u.undivided }

// Reorganised reports whether the tree changes within a period: whether its first and its last day have different trees.
func (r *Registry) Reorganised(p *Period) bool {
	within := func(day time.Time) bool { return day.After(p.From) && !day.After(p.To) }
	return slices.ContainsFunc(r.Units, func(u *Unit) bool {
		return slices.ContainsFunc(u.versions(), func(v Version) bool { return within(v.From) || !v.To.IsZero() && within(v.To.AddDate(0, 0, 1)) })
	})
}

// For is the catalogue with the registry as it stands in the tree of a period: every unit has the name, the level and the place of that day. Units that
// exist on other days only have the place at which their figures belong. The units are others than those of c, with the same Index; everything else is
// shared.
func (c *Catalogue) For(p *Period, t Tree) *Catalogue {
	day := p.To
	if t == OldTree {
		day = p.From
	}
	settled := *c
	settled.Units = c.Units.on(day)
	settled.Units.Tree, settled.Units.asked = t, later(p.end(), p.Deadline)
	return &settled
}

// on makes the registry of a day.
func (r *Registry) on(day time.Time) *Registry {
	made := &Registry{Successions: r.Successions, byCode: make(map[UnitCode]*Unit, len(r.byCode)), out: r.out, in: r.in, reused: make(map[UnitCode][]*Unit)}
	for _, u := range r.Units {
		v := u.On(day)
		made.Units = append(made.Units, &Unit{
			Code: u.Code, Name: v.Name, Aliases: v.Aliases, Level: v.Level, Parent: v.Parent, MustFile: v.MustFile, From: u.From, To: u.To,
			Note: v.Note, Pos: v.Pos, Versions: u.Versions, Index: u.Index,
		})
	}
	for code, u := range r.byCode {
		made.byCode[code] = made.Units[u.Index]
	}
	for code, units := range r.reused {
		for _, u := range units {
			made.reused[code] = append(made.reused[code], made.Units[u.Index])
		}
	}
	if r.Root != nil {
		newPlacer(made, day).place()
	}
	return made
}
