package check

import (
	"strconv"
	"strings"

	"tonghop/sheets"
)

// survey is what only a look over the forms of all units can tell. It is made once for each period and not changed after.
type survey struct {
	alike map[*sheets.Unit]*sheets.Unit // a unit whose figures are those of one before it in the registry, and that one
}

func newSurvey(c *sheets.Catalogue, b *sheets.Batch) *survey {
	s := &survey{alike: make(map[*sheets.Unit]*sheets.Unit)}
	submitted := c.Submitted()
	first := make(map[string]*sheets.Unit)
	for _, u := range c.Units.Units {
		sub := b.Submissions[u.Index]
		if sub == nil || distinct(submitted, sub) < fewestDistinct {
			continue
		}
		key := vector(submitted, sub)
		if first[key] == nil {
			first[key] = u
		} else {
			s.alike[u] = first[key]
		}
	}
	return s
}

// vector writes the numbers of a form so that two forms with the same numbers have the same text. Zero and blank differ.
func vector(submitted []*sheets.Indicator, sub *sheets.Submission) string {
	var b strings.Builder
	for _, ind := range submitted {
		if value := sub.Values[ind.Slot]; isNumber(ind, value) {
			b.WriteString(strconv.Itoa(ind.Slot))
			b.WriteByte('=')
			b.WriteString(value.Rat.RatString())
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// distinct counts the different numbers of a form, without zero. Small counts repeat in every form: twenty figures that are all 0, 1 or 2 say little.
func distinct(submitted []*sheets.Indicator, sub *sheets.Submission) int {
	seen := make(map[string]bool)
	for _, ind := range submitted {
		if value := sub.Values[ind.Slot]; isNumber(ind, value) && value.Rat.Sign() != 0 {
			seen[value.Rat.RatString()] = true
		}
	}
	return len(seen)
}

// isNumber reports whether a number was given for a figure that may be zero.
func isNumber(ind *sheets.Indicator, value sheets.Value) bool {
	return value.State == sheets.Given && value.Rat != nil && isAmount(ind.Kind)
}
