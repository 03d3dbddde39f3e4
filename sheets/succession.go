package sheets

import (
	"math/big"
	"slices"
	"time"
)

// Succession is a row of the sheet Chuyển đổi: on a day an old unit, or a part of it, went over into a new one. The new one may be new, so that several
// old ones were joined in it or one was divided, or it may have taken the old one in.
type Succession struct {
	Old, New UnitCode
	Day      time.Time // the first day on which the new unit answers for it
	Share    *big.Rat  // what part of the old unit went over, exact; nil where it was divided and nobody said how
	Basis    string    // Căn cứ
	Pos      Pos

	old, new int // Unit.Index
}

// Heir is a unit to which a part of another one went.
type Heir struct {
	Unit  *Unit
	Share *big.Rat // nil: nobody said how much
}

// indexSuccessions puts the successions into the order of their days.
func (r *Registry) indexSuccessions() {
	slices.SortStableFunc(r.Successions, func(a, b *Succession) int { return a.Day.Compare(b.Day) })
	r.out, r.in = make(map[int][]*Succession), make(map[int][]*Succession)
	for _, s := range r.Successions {
		r.out[s.old], r.in[s.new] = append(r.out[s.old], s), append(r.in[s.new], s)
	}
}

// Heirs are the units into which a unit went when it ended, as the sheet Chuyển đổi has them; none where it was dissolved or is still there.
func (r *Registry) Heirs(u *Unit) []Heir {
	var heirs []Heir
	for _, s := range r.out[u.Index] {
		if !u.To.IsZero() && s.Day.After(u.To) {
			heirs = append(heirs, Heir{r.Units[s.new], s.Share})
		}
	}
	return heirs
}

// Forebears are the units of which a unit was made when it began. What it took in later is not among them.
func (r *Registry) Forebears(u *Unit) []*Unit {
	var units []*Unit
	for _, s := range r.in[u.Index] {
		if !u.From.IsZero() && !s.Day.After(u.From) {
			units = append(units, r.Units[s.old])
		}
	}
	return units
}

// HeirsOn follows the successions of a unit that ended before a day to the units that stand on it, each once, in the order of the sheet. Shares
// along the way are multiplied; where one of them is not known none is. What ended without a successor stays what it is.
func (r *Registry) HeirsOn(u *Unit, day time.Time) []Heir {
	var found []Heir
	r.follow(u, whole, day, &found)
	known := !slices.ContainsFunc(found, func(h Heir) bool { return h.Share == nil })
	for i := range found {
		switch {
		case len(found) == 1:
			found[i].Share = whole
		case !known:
			found[i].Share = nil
		}
	}
	return found
}

// follow adds the share of a unit that goes on in units of the day. What goes over goes forward in time, so that this ends.
func (r *Registry) follow(u *Unit, share *big.Rat, day time.Time, found *[]Heir) {
	for _, heir := range r.Heirs(u) {
		var part *big.Rat
		if share != nil && heir.Share != nil {
			part = new(big.Rat).Mul(share, heir.Share)
		}
		if ended := !heir.Unit.To.IsZero() && heir.Unit.To.Before(day); ended && len(r.Heirs(heir.Unit)) > 0 {
			r.follow(heir.Unit, part, day, found)
			continue
		}
		i := slices.IndexFunc(*found, func(h Heir) bool { return h.Unit == heir.Unit })
		switch {
		case i < 0:
			*found = append(*found, Heir{heir.Unit, part})
		case part == nil || (*found)[i].Share == nil:
			(*found)[i].Share = nil
		default:
			(*found)[i].Share = new(big.Rat).Add((*found)[i].Share, part)
		}
	}
}

// Answerer is the unit that answers for what a unit owes for the period for which the registry was settled: on the day by which its reports are due, or the
// first day after it.
func (r *Registry) Answerer(u *Unit) *Unit { return r.Answering(u, r.asked) }

// AnswererOn is the same when it is asked on a day, which may be later.
func (r *Registry) AnswererOn(u *Unit, day time.Time) *Unit {
	return r.Answering(u, later(r.asked, day))
}

// Answering is the unit that answers on a day for what a unit owes: the unit itself while it is there, else the one into which it went. Of several it is the
// one with the largest share, then the first in the sheet Chuyển đổi, so that nobody is asked twice. It is nil where nobody went on with what the unit
// did.
func (r *Registry) Answering(u *Unit, day time.Time) *Unit {
	if u.To.IsZero() || !u.To.Before(day) {
		return u
	}
	var best *Heir
	for _, heir := range r.HeirsOn(u, day) {
		if best == nil || heir.Share != nil && heir.Share.Cmp(best.Share) > 0 {
			best = &heir
		}
	}
	if best == nil || !best.Unit.To.IsZero() && best.Unit.To.Before(day) {
		return nil
	}
	return best.Unit
}
