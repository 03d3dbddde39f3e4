package figure

import (
	"math"
	"math/big"
	"testing"
)

// wideTerms are terms of fractions around everything where machine words end or digits are carried.
var wideTerms = []int64{
	0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 16, 25, 49, 50, 51, 99, 100, 101, 125, 199, 200, 995, 999, 1000, 1001, 1805, 9995, 99_949, 99_950, 99_951, 1_000_000,
	999_999_999, 1 << 31, 1e17, 1e18, math.MaxInt64/100 - 1, math.MaxInt64 / 100, math.MaxInt64/100 + 1, math.MaxInt64 - 1, math.MaxInt64,
}

// TestFractionsPrintAsBigNumbers holds the short way to the long one, for every pair of terms and every number of decimals.
func TestFractionsPrintAsBigNumbers(t *testing.T) {
	for _, num := range wideTerms {
		for _, den := range wideTerms[1:] {
			for _, sign := range []int64{1, -1} {
				checkFraction(t, big.NewRat(sign*num, den))
			}
		}
	}
	huge := new(big.Rat).SetFrac(new(big.Int).Lsh(big.NewInt(7), 90), big.NewInt(9))
	checkFraction(t, huge)
	checkFraction(t, new(big.Rat).Inv(huge))
	checkFraction(t, new(big.Rat).SetInt64(math.MinInt64))
}

func checkFraction(t *testing.T, r *big.Rat) {
	t.Helper()
	places, exact := precision(r)
	if wantPlaces, wantExact := r.FloatPrec(); places != wantPlaces || exact != wantExact {
		t.Fatalf("%s: precision is %d %t, want %d %t", r, places, exact, wantPlaces, wantExact)
	}
	if got, want := intText(r.Num()), r.Num().String(); got != want {
		t.Fatalf("%s: the numerator is %s, want %s", r, got, want)
	}
	for places := range 21 {
		if got, want := decimal(r, places), r.FloatString(places); got != want {
			t.Fatalf("%s with %d decimals is %s, want %s", r, places, got, want)
		}
	}
	for _, times := range []int64{1, 100} {
		for places := range 3 {
			for _, limits := range [][]int64{nil, {100}} {
				got := seenText(r, times, places, limits...)
				want := seenExactly(new(big.Rat).Mul(r, big.NewRat(times, 1)), places, limits)
				if got != want {
					t.Fatalf("%s times %d with %d decimals and limits %v is %s, want %s", r, times, places, limits, got, want)
				}
			}
		}
	}
}

func FuzzFraction(f *testing.F) {
	f.Add(int64(47), int64(100))
	f.Add(int64(-9995), int64(1000))
	f.Add(int64(math.MinInt64), int64(math.MaxInt64))
	f.Fuzz(func(t *testing.T, num, den int64) {
		if den != 0 {
			checkFraction(t, big.NewRat(num, den))
		}
	})
}
