package sheets

import (
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/vntext"
)

// levelUse is a cell that names a level. Levels are free text, so that only the units tell which there are.
type levelUse struct {
	level string
	at    cell
}

var (
	levelNobody     = lang.Format{Vi: "Không đơn vị nào có cấp “%s” (nhắc đến ở %d ô).", En: "No unit has the level “%s” (named in %d cells)."}
	levelNobodyHint = lang.Format{Vi: "Nếu tỉnh có cấp này, thêm đơn vị vào trang “Đơn vị”; nếu không, có thể để nguyên.", En: "If there is such a level add its units to the sheet “Đơn vị”; if not, leave it."}
	levelComma      = lang.Format{Vi: "Nhiều cấp thì cách nhau bằng dấu chấm phẩy: xã;trực thuộc.", En: "Separate several levels by semicolons: xã;trực thuộc."}
)

// levelsOf reads a cell of levels separated by semicolons.
func (l *loader) levelsOf(c cell) []string {
	levels := c.words()
	for i, level := range levels {
		levels[i] = l.level(level)
		l.levels = append(l.levels, levelUse{levels[i], c})
	}
	return levels
}

// level gives a level in the spelling of the units that have it.
func (l *loader) level(typed string) string {
	for _, level := range l.c.Levels() {
		if sameWord(level, typed) {
			return level
		}
	}
	return typed
}

// noteLevels remembers the levels that functions over units name.
func (l *loader) noteLevels(at cell, e *formula.Expr) {
	for _, use := range e.Functions() {
		if use.Name != "dem_don_vi" && use.Name != "so_don_vi" && use.Name != "tong_don_vi" {
			continue
		}
		for _, word := range use.Words {
			l.levels = append(l.levels, levelUse{word, at})
		}
	}
}

// Levels gives the levels of the units, each once, in the order of the registry.
func (c *Catalogue) Levels() []string {
	var levels []string
	for _, u := range c.Units.Units {
		for _, v := range u.versions() {
			if v.Level != "" && !slices.Contains(levels, v.Level) {
				levels = append(levels, v.Level)
			}
		}
	}
	return levels
}

// checkLevels reports each level that no unit has once: a warning where it is nearly one that units have, a note otherwise. The
// usual levels of the Union are not reported.
func (l *loader) checkLevels() {
	known := l.c.Levels()
	if len(known) == 0 {
		return
	}
	uses := make(map[string][]levelUse)
	var order []string
	for _, use := range l.levels {
		key := foldWord(use.level)
		if slices.ContainsFunc(known, func(level string) bool { return foldWord(level) == key }) {
			continue
		}
		if uses[key] == nil {
			order = append(order, key)
		}
		uses[key] = append(uses[key], use)
	}
	for _, key := range order {
		first := uses[key][0]
		f := atCell(faultLevel, figure.Note, first.at, levelNobody.With(first.level, len(uses[key])), levelNobodyHint.With())
		f.Count = len(uses[key])
		switch near := vntext.Nearest(first.level, known, 2); {
		case len(near) > 0:
			f.Severity = figure.Warning
			f = f.near(first.level, known)
		case strings.Contains(first.level, ","):
			f.Severity = figure.Warning
			f.Hint = levelComma.With()
		case slices.ContainsFunc(usualLevels, func(level string) bool { return foldWord(level) == key }):
			continue // a province may well lack one of the usual levels
		}
		l.fault(f)
	}
}
