package vntext

import (
	"cmp"
	"slices"

	"github.com/agnivade/levenshtein"
)

// longestWord bounds what Nearest compares, in letters: the names of figures and units are shorter.
const longestWord = 200

// Nearest gives at most max of the candidates that somebody who typed word may have meant, the nearest first and
// otherwise in the order given. Accents and case do not count as long as there is a difference in letters. A
// candidate that differs in more than a third of its letters is not offered.
func Nearest(word string, candidates []string, max int) []string {
	type match struct {
		name             string
		letters, accents int
	}
	folded, key := Fold(word), Key(word)
	length := len([]rune(folded))
	if length == 0 || length > longestWord || max <= 0 {
		return nil
	}
	var matches []match
	seen := make(map[string]bool, len(candidates))
	for _, name := range candidates {
		other := Fold(name)
		n := len([]rune(other))
		allowed := allowedDistance(length, n)
		if seen[name] || n == 0 || n > longestWord || n-length > allowed || length-n > allowed {
			continue
		}
		seen[name] = true
		letters := levenshtein.ComputeDistance(folded, other)
		if letters <= allowed {
			matches = append(matches, match{name, letters, levenshtein.ComputeDistance(key, Key(name))})
		}
	}
	slices.SortStableFunc(matches, func(a, b match) int {
		return cmp.Or(cmp.Compare(a.letters, b.letters), cmp.Compare(a.accents, b.accents))
	})
	names := make([]string, 0, min(max, len(matches)))
	for _, m := range matches[:cap(names)] {
		names = append(names, m.name)
	}
	return names
}

// allowedDistance is a third of the longer word, and one letter for the shortest words.
func allowedDistance(a, b int) int {
	return max(1, max(a, b)/3)
}
