package demo

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestShare(t *testing.T) {
	for _, c := range []struct {
		name   string
		total  int64
		claims []claim
		want   []int64 // nil: no split is possible
	}{
		{"by weight", 10, []claim{{high: 99, weight: 3}, {high: 99, weight: 2}}, []int64{6, 4}},
		{"the largest remainder", 10, []claim{{high: 99, weight: 1}, {high: 99, weight: 1, tie: 1}, {high: 99, weight: 1, tie: 2}}, []int64{4, 3, 3}},
		{"a limit passes on what it keeps out", 10, []claim{{high: 2, weight: 3}, {high: 99, weight: 1}}, []int64{2, 8}},
		{"at least", 10, []claim{{low: 9, high: 99}, {high: 99, weight: 5}}, []int64{9, 1}},
		{"no weight, no share", 5, []claim{{high: 99}, {high: 99, weight: 1}}, []int64{0, 5}},
		{"no weight, but nobody else", 5, []claim{{high: 99}, {high: 3, weight: 1}}, []int64{2, 3}},
		{"nothing", 0, []claim{{high: 5, weight: 1}}, []int64{0}},
		{"too little", 3, []claim{{low: 2, high: 5}, {low: 2, high: 5}}, nil},
		{"too much", 11, []claim{{high: 5, weight: 1}, {high: 5, weight: 1}}, nil},
		{"against itself", 3, []claim{{low: 3, high: 2, weight: 1}}, nil},
		{"nobody", 1, nil, nil},
	} {
		got, ok := share(c.total, c.claims)
		if ok != (c.want != nil) || ok && !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v %v, want %v", c.name, got, ok, c.want)
		}
	}
}

func TestShareKeepsWithinLimits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := make([]claim, rapid.IntRange(1, 20).Draw(t, "claims"))
		var low, high int64
		for i := range claims {
			c := &claims[i]
			c.low = rapid.Int64Range(0, 50).Draw(t, "low")
			c.high = c.low + rapid.Int64Range(0, 100).Draw(t, "room")
			c.weight = rapid.Int64Range(0, 1_000_000).Draw(t, "weight")
			c.tie = chance("tie", string(rune(i)))
			low, high = low+c.low, high+c.high
		}
		total := rapid.Int64Range(0, 2000).Draw(t, "total")
		given, ok := share(total, claims)
		if want := low <= total && total <= high; ok != want {
			t.Fatalf("%d between %d and %d: %v", total, low, high, ok)
		}
		if !ok {
			return
		}
		if sum(given) != total {
			t.Fatalf("%v add up to %d, not %d", given, sum(given), total)
		}
		for i, n := range given {
			if n < claims[i].low || n > claims[i].high {
				t.Fatalf("claim %d got %d, of %d to %d", i, n, claims[i].low, claims[i].high)
			}
		}
	})
}
