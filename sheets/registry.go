package sheets

import (
	"slices"
	"time"
)

// Unit is who reports: a row of the sheet Đơn vị, or several of one code whose dates do not overlap. It keeps its identity while its name, its
// level and the unit above it change.
//
// Name, Aliases, Level, Parent, MustFile and Note are those of its last row; in a catalogue that Catalogue.For settled for a period, those of the
// day on which the tree of that period is taken.
type Unit struct {
	Code     UnitCode
	Name     string
	Aliases  []string
	Level    string // Cấp, free text
	Parent   UnitCode
	MustFile bool      // Phải nộp
	From, To time.Time // validity, from the first row to the last; zero: unlimited
	Note     string
	Pos      Pos

	// Versions are the rows of the unit by their dates; nil where it has one.
	Versions []Version

	// Index is the position in Registry.Units, the same in all catalogues that Catalogue.For makes.
	Index    int
	parent   *Unit
	children []*Unit

	joins     bool
	heirs     []Heir
	undivided bool
}

// Version is what a unit was for a time: one row of the sheet Đơn vị.
type Version struct {
	Name     string
	Aliases  []string
	Level    string
	Parent   UnitCode
	MustFile bool
	From, To time.Time
	Note     string
	Pos      Pos
}

// Above is the unit it belongs to, nil for the root. A unit that is no more, or not yet, hangs where the tree of the catalogue's period has its
// figures.
func (u *Unit) Above() *Unit { return u.parent }

// Below are the units directly under it, in the order of the catalogue; behind them those that went over into it or came from it.
func (u *Unit) Below() []*Unit { return u.children }

// versions gives the rows of the unit by their dates.
func (u *Unit) versions() []Version {
	if u.Versions != nil {
		return u.Versions
	}
	return []Version{{u.Name, u.Aliases, u.Level, u.Parent, u.MustFile, u.From, u.To, u.Note, u.Pos}}
}

// ValidIn reports whether the unit's validity overlaps the period.
func (u *Unit) ValidIn(p *Period) bool {
	if u.Versions == nil {
		return overlaps(u.From, u.To, p)
	}
	return slices.ContainsFunc(u.Versions, func(v Version) bool { return overlaps(v.From, v.To, p) })
}

// StandsOn reports whether the unit exists on a day.
func (u *Unit) StandsOn(day time.Time) bool { return u.ValidIn(&Period{From: day, To: day}) }

func overlaps(from, to time.Time, p *Period) bool {
	return (from.IsZero() || !from.After(p.To)) && (to.IsZero() || !to.Before(p.From))
}

// In is what the unit is in a period: its last row that overlaps the period, else the last one before it, else its first.
func (u *Unit) In(p *Period) Version {
	rows := u.versions()
	found := rows[0]
	for _, v := range rows {
		if v.From.IsZero() || !v.From.After(p.To) {
			found = v
		}
	}
	return found
}

// On is what the unit is on a day; where it does not exist on it, what it was last before, else what it will be first.
func (u *Unit) On(day time.Time) Version { return u.In(&Period{From: day, To: day}) }

// mustFileIn reports whether the unit must submit in some part of the period.
func (u *Unit) mustFileIn(p *Period) bool {
	if u.Versions == nil {
		return u.MustFile && u.ValidIn(p)
	}
	return slices.ContainsFunc(u.Versions, func(v Version) bool { return v.MustFile && overlaps(v.From, v.To, p) })
}

// Registry is the tree of units. It has exactly one root and no circles.
type Registry struct {
	Units       []*Unit // in the order of the catalogue
	Root        *Unit   // nil only in a catalogue without units
	Successions []*Succession
	Tree        Tree // that the units hang in, once Catalogue.For has settled it

	asked   time.Time // the day by which the reports of the period are asked for, once Catalogue.For has settled it
	byCode  map[UnitCode]*Unit
	out, in map[int][]*Succession // by the Index of the old and of the new unit
	reused  map[UnitCode][]*Unit  // units that bore one code one after another, by that code; most catalogues have none
}

// Unit gives the unit of a code, nil where there is none. Codes are compared without regard to case.
func (r *Registry) Unit(code UnitCode) *Unit { return r.byCode[foldUnit(code)] }

// Coded gives the units that a code may mean in a form for a period: one, unless the code was used again for another unit within the period.
func (r *Registry) Coded(code UnitCode, p *Period) []*Unit {
	u := r.Unit(code)
	if u == nil {
		return nil
	}
	var valid []*Unit
	for _, other := range r.reused[foldUnit(code)] {
		if other.ValidIn(p) {
			valid = append(valid, other)
		}
	}
	if valid == nil {
		return []*Unit{u}
	}
	return valid
}

// abovesIn are the units to which a unit belongs in some part of a period: those that its rows name, and where one of them ended while the unit went on,
// the unit that took it over.
func (r *Registry) abovesIn(u *Unit, p *Period) []*Unit {
	units := []*Unit{}
	add := func(above *Unit) {
		if above != nil && !slices.Contains(units, above) {
			units = append(units, above)
		}
	}
	for _, v := range u.versions() {
		above := r.Unit(v.Parent)
		if above == nil || !overlaps(v.From, v.To, p) {
			continue
		}
		add(above)
		if ended := above.To; !ended.IsZero() && ended.Before(p.To) && (v.To.IsZero() || v.To.After(ended)) {
			if heirs := r.HeirsOn(above, p.To); len(heirs) == 1 {
				add(heirs[0].Unit)
			}
		}
	}
	return units
}

// lastDay is the last day of a validity as a period; without a limit it is the last day that Excel knows.
func lastDay(to time.Time) *Period {
	if to.IsZero() {
		to = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	return &Period{From: to, To: to}
}

// AboveIn is the unit to which a unit belongs at the end of a period, or when it ends itself within it; nil for a root. Where the unit that its row names
// ended before, it belongs to the one that took that over, and where there is none, or several, to what was above it.
func (r *Registry) AboveIn(u *Unit, p *Period) *Unit {
	row := u.In(p)
	above, day := r.Unit(row.Parent), p.To
	if !row.To.IsZero() && row.To.Before(day) {
		day = row.To
	}
	for range r.Units { // units that are above one another for a time end too
		if above == nil || above.To.IsZero() || !above.To.Before(day) {
			return above
		}
		if heirs := r.HeirsOn(above, day); len(heirs) == 1 && heirs[0].Unit != u {
			above = heirs[0].Unit
		} else {
			above = r.Unit(above.On(day).Parent)
		}
	}
	return above
}
