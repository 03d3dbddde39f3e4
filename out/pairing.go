package out

// pair is one thing before and after; nil where it is not there.
type pair[T any] struct{ before, after *T }

// pairUp puts together what has the same key before and after: first all that is there after, in its order, then what is gone. Where a key stands
// several times the first goes with the first, the second with the second.
func pairUp[T any, K comparable](before, after []T, key func(*T) K) []pair[T] {
	waiting := make(map[K][]int, len(before))
	for i := range before {
		k := key(&before[i])
		waiting[k] = append(waiting[k], i)
	}
	taken := make([]bool, len(before))
	pairs := make([]pair[T], 0, len(after))
	for i := range after {
		p := pair[T]{after: &after[i]}
		k := key(&after[i])
		if same := waiting[k]; len(same) > 0 {
			p.before, waiting[k], taken[same[0]] = &before[same[0]], same[1:], true
		}
		pairs = append(pairs, p)
	}
	for i := range before {
		if !taken[i] {
			pairs = append(pairs, pair[T]{before: &before[i]})
		}
	}
	return pairs
}
