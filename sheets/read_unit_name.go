package sheets

import (
	"path"
	"slices"
	"strings"
	"time"

	"tonghop/lang"
	"tonghop/vntext"
)

// stemOf is the name of a file without its folder and its ending, with spaces where people write lines.
func stemOf(name string) string {
	return strings.ReplaceAll(strings.TrimSuffix(path.Base(name), path.Ext(name)), "_", " ")
}

// unknownUnit rejects a file of a unit that the registry does not have. The nearest units are offered later.
func (r *reader) unknownUnit(pos Pos, text string, from lang.Message) *Finding {
	f := noticed(fileNoUnit, pos, unitUnknown.With(shorten(text), from, ""))
	f.Raw, f.Hint = text, writeUnitCode.With()
	return &f
}

// mostOffers is for how many files of unknown units the nearest are looked for. Where there are more, the registry is the wrong one,
// and to compare each of thousands of names with all of the registry would take minutes.
const mostOffers = 100

// offerUnits adds the nearest units to what was said of the first files of unknown units.
func (r *reader) offerUnits(outcomes []outcome) {
	offers := 0
	for i := range outcomes {
		o := &outcomes[i]
		if len(o.findings) != 1 || offers == mostOffers {
			continue
		}
		f := &o.findings[0]
		var near []string
		switch f.Message.Format {
		case unitUnknown:
			near = vntext.Nearest(f.Raw, r.unitWords, 3)
		case unitUnstated:
			near = r.unitsIn(stemOf(o.file.Path))
		default:
			continue
		}
		offers++
		if len(near) == 0 {
			continue
		}
		args := slices.Clone(f.Message.Args)
		args[len(args)-1] = unitNearest.With("“" + strings.Join(near, "”, “") + "”")
		f.Message = f.Message.Format.With(args...)
		o.file.Reason = f.Message
		if len(near) == 1 {
			f.Suggest = near[0]
		}
	}
}

// unitsIn gives the codes of the units whose code or name is a part of the name of a file, at most three.
func (r *reader) unitsIn(stem string) []string {
	words := " " + wordsKey(stem) + " "
	var codes []string
	for _, u := range r.c.Units.Units {
		for _, name := range append([]string{string(u.Code), u.Name}, u.Aliases...) {
			if key := wordsKey(name); key != "" && strings.Contains(words, " "+key+" ") && len(codes) < 3 {
				codes = append(codes, string(u.Code))
				break
			}
		}
	}
	return codes
}

// unitsNamed gives the units that a text may mean: by code, by name or alias, or by name and parent where a name repeats. Where
// several bear the name, those that bear it in the period are preferred, then those that are valid in it: names move from unit to unit.
func (r *reader) unitsNamed(text string) []*Unit {
	if units := r.c.Units.Coded(UnitCode(text), r.period); len(units) > 0 {
		return units
	}
	var named, valid, all []*Unit
	add := func(units []*Unit, u *Unit) []*Unit {
		if slices.Contains(units, u) {
			return units
		}
		return append(units, u)
	}
	for _, n := range r.byUnitName[wordsKey(text)] {
		if overlaps(n.from, n.to, r.period) {
			named = add(named, n.unit)
		}
		if n.unit.ValidIn(r.period) {
			valid = add(valid, n.unit)
		}
		all = add(all, n.unit)
	}
	switch {
	case len(named) > 0:
		return named
	case len(valid) > 0:
		return valid
	}
	return all
}

// named is a unit and when it bore a name.
type named struct {
	unit     *Unit
	from, to time.Time
}

// indexUnits makes the tables in which units are looked up.
func (r *reader) indexUnits() {
	r.byStem = make(map[string]*Unit)
	r.byUnitName = make(map[string][]named)
	for _, u := range r.c.Units.Units {
		r.byStem[vntext.Key(SafeName(string(u.Code)))] = u
		r.unitWords = append(r.unitWords, u.Name, string(u.Code))
		for _, v := range u.versions() {
			for _, name := range append([]string{v.Name}, v.Aliases...) {
				r.indexName(named{u, v.From, v.To}, name, v.Parent)
			}
		}
	}
}

// indexName adds a name of a unit: alone, with the code, and with the name of each unit above.
func (r *reader) indexName(n named, name string, above UnitCode) {
	add := func(text string) {
		if key := wordsKey(text); key != "" {
			r.byUnitName[key] = append(r.byUnitName[key], n)
		}
	}
	add(name)
	add(name + " " + string(n.unit.Code))
	add(string(n.unit.Code) + " " + name)
	last := lastDay(n.to)
	steps := 0
	for up := r.c.Units.Unit(above); up != nil && steps < len(r.c.Units.Units); up = r.c.Units.AboveIn(up, last) {
		add(name + " " + up.In(last).Name)
		steps++
	}
}

// wordsKey compares names without regard to what stands between their words: “Xã A, Huyện B” is “Xã A - Huyện B”.
func wordsKey(text string) string {
	words := strings.FieldsFunc(vntext.Key(text), func(c rune) bool { return strings.ContainsRune(" ,;-()/", c) })
	return strings.Join(words, " ")
}

// title is the unit as messages name it.
func (u *Unit) title() string { return u.Name + " (" + string(u.Code) + ")" }

// shorten keeps a quoted text to the length of a line.
func shorten(text string) string {
	letters := []rune(vntext.Clean(text))
	if len(letters) > 80 {
		return string(letters[:79]) + "…"
	}
	return string(letters)
}
