package sheets

import (
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
)

var (
	pastLevel     = lang.Format{Vi: "“%s” không phải là mức của một kỳ.", En: "“%s” is not the level of a period."}
	pastLevelHint = lang.Format{Vi: "Ghi mã kỳ, dấu hai chấm và mức 0, 1a, 1b, 2 hoặc 3, cách nhau bằng dấu chấm phẩy, ví dụ: 2020: 1a; 2021: 2.", En: "Type the code of the period, a colon and the level 0, 1a, 1b, 2 or 3, separated by semicolons, such as 2020: 1a; 2021: 2."}
)

// followed reads the periods in which a shortcoming is followed.
func (l *loader) followed(c cell, s *Shortcoming) {
	for _, code := range c.words() {
		one := c
		one.text = code
		l.knownPeriod(one)
		if p := l.c.Period(code); p != nil {
			s.Periods = append(s.Periods, p)
		}
	}
}

// pastLevels reads what a shortcoming was given in former periods.
func (l *loader) pastLevels(c cell, s *Shortcoming) {
	for _, piece := range c.words() {
		code, word, _ := strings.Cut(piece, ":")
		level, ok := levelWords.find(strings.TrimSpace(word))
		if !ok || level == LevelUnknown {
			l.fault(atCell(faultUnclear, figure.Error, c, pastLevel.With(piece), pastLevelHint.With()))
			continue
		}
		one := c
		one.text = strings.TrimSpace(code)
		l.knownPeriod(one)
		if p := l.c.Period(one.text); p != nil {
			s.History = append(s.History, PastLevel{p, level, c.pos})
		}
	}
	slices.SortStableFunc(s.History, func(a, b PastLevel) int { return a.Period.From.Compare(b.Period.From) })
}

// Follows reports whether a shortcoming is followed in a period: in it, or in a longer one that it belongs to.
func (c *Catalogue) Follows(s *Shortcoming, p *Period) bool {
	if len(s.Periods) == 0 {
		return true
	}
	for range len(c.Periods) + 1 { // periods in a circle, which are a fault, end
		if p == nil {
			return false
		}
		if slices.ContainsFunc(s.Periods, func(other *Period) bool { return other.Code == p.Code }) {
			return true
		}
		p = c.Period(p.Within)
	}
	return false
}

// Before is the last level that a shortcoming was given in a period that ended before another one began; ok is false where none is known.
func (s *Shortcoming) Before(p *Period) (last PastLevel, ok bool) {
	for _, past := range s.History {
		if past.Period.To.Before(p.From) {
			last, ok = past, true
		}
	}
	return last, ok
}
