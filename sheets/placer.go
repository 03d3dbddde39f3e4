package sheets

import (
	"slices"
	"time"
)

// placer finds the place of every unit in the tree of a day.
//
// A unit that stands on the day hangs where its row says. One that was before it hangs under the unit into which it went; where it was divided,
// under the lowest unit that is above all its parts. One that comes later hangs under the only unit of which it was made, or under the lowest unit
// that is above all of them. What was dissolved, or founded anew, hangs where its row says. So every unit has one place below the root, and every total
// of the root is the same on any day.
type placer struct {
	r     *Registry
	day   time.Time
	state []placing // by Unit.Index
}

type placing uint8

const (
	unplaced placing = iota
	underway
	placed
)

func newPlacer(r *Registry, day time.Time) *placer {
	p := &placer{r: r, day: day, state: make([]placing, len(r.Units))}
	p.r.Root = p.root()
	p.state[p.r.Root.Index] = placed
	return p
}

// root is the unit without a unit above it that stands on the day; where there is none, the last one before.
func (p *placer) root() *Unit {
	var root *Unit
	for _, u := range p.r.Units {
		if u.Parent != "" {
			continue
		}
		if root == nil || u.StandsOn(p.day) || !root.StandsOn(p.day) && u.From.Before(p.day) && u.From.After(root.From) {
			root = u
		}
	}
	return root
}

// place places all units and tells each what is below it: its own units first, then those that joined it, then those that were divided. The last
// stand behind all units that have a part of theirs.
func (p *placer) place() {
	for _, u := range p.r.Units {
		p.settle(u)
	}
	for _, turn := range []func(*Unit) bool{
		func(u *Unit) bool { return !u.joins && !u.divided() }, func(u *Unit) bool { return u.joins }, (*Unit).divided,
	} {
		for _, u := range p.r.Units {
			if u.parent != nil && turn(u) {
				u.parent.children = append(u.parent.children, u)
			}
		}
	}
}

// divided reports whether the unit went over into several ones.
func (u *Unit) divided() bool { return u.heirs != nil || u.undivided }

func (p *placer) gone(u *Unit) bool { return !u.To.IsZero() && u.To.Before(p.day) }

func (p *placer) coming(u *Unit) bool { return u.From.After(p.day) }

// settle places a unit. A catalogue in which that leads back to the unit itself has a fault; the unit then hangs under the root.
func (p *placer) settle(u *Unit) {
	if p.state[u.Index] != unplaced {
		return
	}
	p.state[u.Index] = underway
	above := p.upper(u)
	if above != nil {
		p.settle(above)
	}
	if above == nil || p.state[above.Index] != placed {
		above, u.joins, u.heirs, u.undivided = p.r.Root, false, nil, false
	}
	u.parent = above
	p.state[u.Index] = placed
}

// upper is the unit under which a unit hangs.
func (p *placer) upper(u *Unit) *Unit {
	switch {
	case p.gone(u):
		if heirs := p.r.HeirsOn(u, p.day); len(heirs) > 0 {
			return p.underHeirs(u, heirs)
		}
	case p.coming(u):
		if forebears := p.forebears(u, nil); len(forebears) > 0 {
			return p.underForebears(u, forebears)
		}
	}
	return p.belongs(u)
}

// underHeirs is the place of a unit that went over into others.
func (p *placer) underHeirs(u *Unit, heirs []Heir) *Unit {
	if len(heirs) == 1 {
		u.joins = true
		return heirs[0].Unit
	}
	var parts []*Unit
	for _, heir := range heirs {
		parts = append(parts, heir.Unit)
	}
	above := p.common(parts)
	switch {
	case heirs[0].Share != nil:
		u.heirs = heirs
	default:
		u.undivided = true
	}
	return above
}

// forebears adds the units of the day of which a unit that comes later was made, through those that come later themselves.
func (p *placer) forebears(u *Unit, found []*Unit) []*Unit {
	for _, before := range p.r.Forebears(u) {
		if p.coming(before) && len(p.r.Forebears(before)) > 0 {
			found = p.forebears(before, found)
			continue
		}
		if !slices.Contains(found, before) {
			found = append(found, before)
		}
	}
	return found
}

// underForebears is the place of a unit that was made of others: under the only one, or under the unit above all of them.
func (p *placer) underForebears(u *Unit, forebears []*Unit) *Unit {
	if len(forebears) == 1 {
		u.joins = true
		return forebears[0]
	}
	var above []*Unit
	for _, before := range forebears {
		p.settle(before)
		if before.parent == nil { // the root itself is one of them
			return before
		}
		above = append(above, before.parent)
	}
	return p.common(above)
}

// belongs is the unit that a unit's row names. Where that is no more, units of it hang under the one into which it went, or where it hung itself.
func (p *placer) belongs(u *Unit) *Unit {
	above := p.r.Unit(u.Parent)
	for range p.r.Units {
		if above == nil || !p.gone(above) {
			return above
		}
		if heirs := p.r.HeirsOn(above, p.day); len(heirs) == 1 && heirs[0].Unit != u {
			return heirs[0].Unit
		}
		if p.gone(u) && len(p.r.Heirs(above)) == 0 { // both are no more, and nobody took over
			return above
		}
		p.settle(above)
		above = above.parent
	}
	return above
}

// common is the lowest unit that is above all of the units or is one of them.
func (p *placer) common(units []*Unit) *Unit {
	var shared []*Unit // from the root down
	for i, u := range units {
		p.settle(u)
		var line []*Unit
		for up := u; up != nil; up = up.parent {
			line = append(line, up)
		}
		slices.Reverse(line)
		if i == 0 {
			shared = line
			continue
		}
		n := 0
		for n < len(shared) && n < len(line) && shared[n] == line[n] {
			n++
		}
		shared = shared[:n]
	}
	if len(shared) == 0 {
		return p.r.Root
	}
	return shared[len(shared)-1]
}
