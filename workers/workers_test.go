package workers

import (
	"slices"
	"sync/atomic"
	"testing"
)

func TestEachDoesEveryPieceOnce(t *testing.T) {
	for _, jobs := range []int{-1, 0, 1, 3, 100} {
		for _, n := range []int{0, 1, 2, 50} {
			pieces := make([]int, n)
			var started atomic.Int32
			var seen []int
			Each(jobs, n, func(done, total int) {
				seen = append(seen, done)
				if total != n {
					t.Errorf("total is %d, want %d", total, n)
				}
			}, func() func(int) {
				started.Add(1)
				return func(i int) { pieces[i]++ }
			})
			if slices.ContainsFunc(pieces, func(times int) bool { return times != 1 }) {
				t.Errorf("%d workers: pieces were done %v times", jobs, pieces)
			}
			if len(seen) != n || !slices.IsSorted(seen) || n > 0 && seen[n-1] != n {
				t.Errorf("%d workers: progress went %v", jobs, seen)
			}
			if want := max(1, min(jobs, n)); int(started.Load()) != want {
				t.Errorf("%d workers started for %d pieces, want %d", started.Load(), n, want)
			}
		}
	}
	Each(2, 3, nil, func() func(int) { return func(int) {} })
}
