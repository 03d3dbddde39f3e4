package sheets

import (
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tonghop/lang"
)

// drawValue draws an answer of a kind, ordinary and odd ones.
func drawValue(t *rapid.T, ind *Indicator) Value {
	if rapid.IntRange(0, 9).Draw(t, "exempt") == 0 {
		return Value{State: Exempt}
	}
	whole := rapid.Map(rapid.OneOf(rapid.Int64Range(0, 50), rapid.Int64Range(0, 1e17)), func(n int64) *big.Rat { return new(big.Rat).SetInt64(n) })
	decimal := rapid.Map(rapid.Int64Range(0, 1e9), func(n int64) *big.Rat {
		return big.NewRat(n, rapid.SampledFrom([]int64{1, 10, 1000, 3, 8}).Draw(t, "of"))
	})
	v := Value{State: Given}
	switch ind.Kind {
	case YesNo:
		v.Yes = rapid.Bool().Draw(t, "yes")
	case Category:
		v.Text = rapid.SampledFrom([]string{"XS", "TOT", "HT"}).Draw(t, "option")
	case Words:
		v.Text = rapid.SampledFrom([]string{"Thắp sáng niềm tin", "12/03", "1.805", "=1+1", "không", "không áp dụng", "_x0041_", "-", "<b>"}).Draw(t, "text")
	case Ratio:
		v.Rat, v.Rat2 = whole.Draw(t, "n"), whole.Draw(t, "m")
	case Interval:
		v.Rat = rapid.Map(rapid.Int64Range(0, 40), func(n int64) *big.Rat { return big.NewRat(n, 1) }).Draw(t, "low")
		v.Rat2 = new(big.Rat).Add(v.Rat, big.NewRat(rapid.Int64Range(0, 40).Draw(t, "width"), 1))
	case Percent:
		v.Rat = new(big.Rat).Quo(decimal.Draw(t, "percent"), big.NewRat(1e9, 1))
	case Decimal:
		v.Rat = decimal.Draw(t, "decimal")
	case Day:
		v.Rat = big.NewRat(rapid.Int64Range(40_000, 50_000).Draw(t, "day"), 1)
	default:
		v.Rat = whole.Draw(t, "whole")
	}
	return v
}

// Whatever the figures are: what the program puts into a form is read as exactly that, and what would not be is refused and its cell left blank.
func TestWhatIsPutIsRead(t *testing.T) {
	c := sampleCatalogue()
	x1 := c.Units.Unit("x1")
	put, refused := 0, 0
	for i := range 25 {
		f := askedSample(t, c)
		wanted := rapid.Custom(func(rt *rapid.T) map[Code]Value {
			values := make(map[Code]Value)
			for _, ind := range c.Submitted() {
				values[ind.Code] = drawValue(rt, ind)
			}
			return values
		}).Example(i)
		for _, a := range f.Rows {
			if why := f.Put(a, wanted[a.Indicator.Code], ""); why.IsZero() {
				put++
				continue
			}
			refused++
			wanted[a.Indicator.Code] = Value{State: Blank}
		}
		data, err := f.Filled(Origin{}, time.Time{})
		if err != nil {
			t.Fatal(lang.Text(err, lang.Vi))
		}
		b := receivedForm(t, c, data)
		for _, ind := range c.Submitted() {
			if got := b.Value(x1, ind); !got.Same(wanted[ind.Code]) {
				t.Errorf("form %d: %s reads as %+v, not %+v", i, ind.Code, got, wanted[ind.Code])
			}
		}
	}
	if put < 150 || refused < 5 {
		t.Errorf("%d figures were put and %d refused: not much is tried", put, refused)
	}
}
