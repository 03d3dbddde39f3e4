package formula_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/vntext"
)

// sum is an arithmetic expression with the value that ordinary fractions give it; nil where something is divided by zero.
type sum struct {
	src   string
	value *big.Rat
}

var sumNames = []string{"x", "y", "z"}

// sums draws arithmetic over x, y, z and literals, with as many parentheses and odd signs as a person may type.
func sums(values map[string]*big.Rat, depth int) *rapid.Generator[sum] {
	return rapid.Custom(func(t *rapid.T) sum {
		choice := rapid.IntRange(0, 6).Draw(t, "form")
		if depth == 0 {
			choice = min(choice, 1)
		}
		switch choice {
		case 0:
			name := rapid.SampledFrom(sumNames).Draw(t, "name")
			return sum{name, values[name]}
		case 1:
			tenths := rapid.Int64Range(0, 999).Draw(t, "tenths")
			return sum{fmt.Sprintf("%d,%d", tenths/10, tenths%10), big.NewRat(tenths, 10)}
		case 2:
			inner := sums(values, depth-1).Draw(t, "inner")
			if inner.value == nil {
				return sum{"-(" + inner.src + ")", nil}
			}
			return sum{"-(" + inner.src + ")", new(big.Rat).Neg(inner.value)}
		}
		left, right := sums(values, depth-1).Draw(t, "left"), sums(values, depth-1).Draw(t, "right")
		sign := rapid.SampledFrom([]string{"+", "-", "–", "*", "×", "/", "÷"}).Draw(t, "sign")
		return sum{"(" + left.src + ") " + sign + " (" + right.src + ")", apply(sign, left.value, right.value)}
	})
}

func apply(sign string, a, b *big.Rat) *big.Rat {
	if a == nil || b == nil {
		return nil
	}
	switch sign {
	case "+":
		return new(big.Rat).Add(a, b)
	case "-", "–":
		return new(big.Rat).Sub(a, b)
	case "*", "×":
		return new(big.Rat).Mul(a, b)
	}
	if b.Sign() == 0 {
		return nil
	}
	return new(big.Rat).Quo(a, b)
}

func drawValues(t *rapid.T) (map[string]*big.Rat, *world) {
	values := make(map[string]*big.Rat)
	w := &world{figures: make(map[string]figure.Value)}
	for _, name := range sumNames {
		values[name] = big.NewRat(rapid.Int64Range(-20, 2000).Draw(t, name), rapid.Int64Range(1, 9).Draw(t, name+" parts"))
		w.figures[name] = figure.NumberOf(values[name])
	}
	return values, w
}

// Arithmetic is exact: it agrees with fractions, and what fractions cannot say is missing.
func TestArithmeticIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values, w := drawValues(t)
		s := sums(values, 4).Draw(t, "sum")
		got := eval2(t, s.src, w)
		switch {
		case s.value == nil && !got.IsMissing(), s.value != nil && got.Kind != figure.Number:
			t.Fatalf("%s = %s", s.src, show(got))
		case s.value != nil && got.Rat.Cmp(s.value) != 0:
			t.Fatalf("%s = %s, want %s", s.src, show(got), s.value.RatString())
		case got.Num != nil && new(big.Rat).Quo(got.Num, got.Den).Cmp(got.Rat) != 0:
			t.Fatalf("%s keeps terms that are not its own: %s", s.src, show(got))
		}
	})
}

// Evaluating changes nothing that it was given.
func TestEvalLeavesValuesAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values, w := drawValues(t)
		before := fmt.Sprint(values)
		src := sums(values, 3).Draw(t, "sum").src
		src = "lam_tron(lon_nhat(" + src + "; x; -y); 1) + tri_tuyet_doi(z)"
		first := show(eval2(t, src, w))
		if second := show(eval2(t, src, w)); first != second {
			t.Fatalf("%s = %s, then %s", src, first, second)
		}
		if after := fmt.Sprint(values); after != before {
			t.Fatalf("%s changed its figures: %s to %s", src, before, after)
		}
	})
}

// Missing never becomes zero: arithmetic that uses a missing figure is missing and names it, whatever stands beside it.
func TestMissingStaysMissing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values, w := drawValues(t)
		s := sums(values, 4).Draw(t, "sum")
		e, _ := formula.Parse(s.src)
		name := rapid.SampledFrom(sumNames).Draw(t, "missing")
		w.figures[name] = figure.MissingOf(name)
		got := e.Eval(w)
		if slices.Contains(e.Names(), name) != (got.IsMissing() && slices.Contains(got.Gaps, name)) {
			t.Fatalf("%s without %s = %s", s.src, name, show(got))
		}
		w.figures[name] = notApplicable
		if got := e.Eval(w); slices.Contains(e.Names(), name) && got.Kind != figure.NotApplicable {
			t.Fatalf("%s where %s is not applicable = %s", s.src, name, show(got))
		}
	})
}

var truths = []formula.Truth{formula.Unknown, formula.False, formula.True, formula.NotApplicable}

// The logic is Kleene's with one more value, and expressions follow it: all pairs and triples of truths.
func TestLogic(t *testing.T) {
	w := &world{figures: map[string]figure.Value{
		"u0": figure.MissingOf("u0"), "u1": figure.BoolOf(false), "u2": figure.BoolOf(true), "u3": notApplicable,
	}}
	truth := func(format string, args ...any) formula.Truth {
		v := eval(t, fmt.Sprintf(format, args...), w)
		if v.IsMissing() && len(v.Gaps) == 0 {
			t.Errorf(format+" names nothing", args...)
		}
		return formula.TruthOf(v)
	}
	for _, a := range truths {
		if a.Not().Not() != a || truth("không phải u%d", a) != a.Not() {
			t.Errorf("not %v", a)
		}
		for _, b := range truths {
			if truth("u%d và u%d", a, b) != a.And(b) || truth("u%d hoặc u%d", a, b) != a.Or(b) {
				t.Errorf("%v, %v: expressions differ", a, b)
			}
			if a.And(b) != b.And(a) || a.Or(b) != b.Or(a) {
				t.Errorf("%v, %v: the order matters", a, b)
			}
			if a.And(b).Not() != a.Not().Or(b.Not()) || a.Or(b).Not() != a.Not().And(b.Not()) {
				t.Errorf("%v, %v: De Morgan", a, b)
			}
			for _, c := range truths {
				if a.And(b).And(c) != a.And(b.And(c)) || a.Or(b).Or(c) != a.Or(b.Or(c)) {
					t.Errorf("%v, %v, %v: grouping matters", a, b, c)
				}
			}
		}
	}
}

// What is known stays when something unknown becomes known: an answer was never a guess.
func TestLogicIsMonotone(t *testing.T) {
	join := map[string]func(a, b formula.Truth) formula.Truth{"and": formula.Truth.And, "or": formula.Truth.Or}
	for name, op := range join {
		for _, a := range truths {
			if op(a, formula.Unknown) == formula.Unknown {
				continue
			}
			for _, b := range truths {
				if op(a, b) != op(a, formula.Unknown) {
					t.Errorf("%s(%v, ?) is %v, but %v when ? is %v", name, a, op(a, formula.Unknown), op(a, b), b)
				}
			}
		}
	}
}

// Comparisons are exact, total and consistent with each other.
func TestCompareNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := big.NewRat(rapid.Int64Range(-9, 9).Draw(t, "a"), rapid.Int64Range(1, 4).Draw(t, "of"))
		b := big.NewRat(rapid.Int64Range(-9, 9).Draw(t, "b"), rapid.Int64Range(1, 4).Draw(t, "parts"))
		left, right := figure.NumberOf(a), figure.NumberOf(b)
		want := [...]bool{a.Cmp(b) == 0, a.Cmp(b) != 0, a.Cmp(b) < 0, a.Cmp(b) <= 0, a.Cmp(b) > 0, a.Cmp(b) >= 0}
		for op := formula.Equal; op <= formula.GreaterEqual; op++ {
			if got := formula.Compare(left, right, op); (got == formula.True) != want[op] || got == formula.Unknown {
				t.Fatalf("%s %v %s is %v", a, op, b, got)
			}
			if got := formula.Compare(left, figure.Value{}, op); got != formula.Unknown {
				t.Fatalf("%s %v missing is %v", a, op, got)
			}
			if got := formula.Compare(notApplicable, figure.Value{}, op); got != formula.NotApplicable {
				t.Fatalf("not applicable %v missing is %v", op, got)
			}
		}
	})
}

// Rounding never moves a number by more than half of the last place, and never changes a number that is round.
func TestRoundIsNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := big.NewRat(rapid.Int64Range(-100000, 100000).Draw(t, "x"), rapid.Int64Range(1, 999).Draw(t, "of"))
		places := rapid.IntRange(-4, 6).Draw(t, "places")
		w := &world{figures: map[string]figure.Value{"x": figure.NumberOf(x), "d": figure.Int(places)}}
		rounded := eval2(t, "lam_tron(x; d)", w).Rat
		last := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(places, -places))), nil))
		if places > 0 {
			last.Inv(last)
		}
		moved := new(big.Rat).Sub(rounded, x)
		if moved.Abs(moved).Cmp(new(big.Rat).Quo(last, big.NewRat(2, 1))) > 0 || !new(big.Rat).Quo(rounded, last).IsInt() {
			t.Fatalf("%s to %d places is %s", x, places, rounded)
		}
		w.figures["x"] = figure.NumberOf(rounded)
		if again := eval2(t, "lam_tron(x; d)", w).Rat; again.Cmp(rounded) != 0 {
			t.Fatalf("%s rounds to %s, and that to %s", x, rounded, again)
		}
	})
}

// Words are the pieces from which random expressions are made, good ones and bad ones.
var pieces = []string{
	"a", "ky.ten", "12", "0,5", "1,8050", "1.805", "80%", `"XS"`, `“x”"y”`, "có", "không", "không phải ", " và ", " hoặc ", "+", "-", "–", "*", "×", "/",
	"=", "<>", "<", "≤", ">=", "(", ")", ";", ",", " ", "neu(", "max(", "dem_don_vi(", "so_don_vi(", "nguong(", "thieu(", "CT-A.a", "trực thuộc",
	"dem_chi_tieu(", "chưa đạt", "\u00a0", "\u200b", "@", "%", "'", `"`, "5tr", "\n", "e\u0301",
}

// Reading the canonical spelling of any expression gives that spelling, those names and that value again.
func TestCanonicalSpelling(t *testing.T) {
	w := province()
	rapid.Check(t, func(t *rapid.T) {
		src := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 14).Draw(t, "pieces"), "")
		roundTrip(t, src, w)
	})
}

// roundTrip is the property of every text: either it has faults, all of them inside the text, or its canonical spelling is
// the same expression.
func roundTrip(t rapid.TB, src string, w *world) {
	t.Helper()
	e, faults := formula.Parse(src)
	if (e == nil) != (len(faults) > 0) {
		t.Fatalf("%q: an expression or faults, not %v and %d", src, e, len(faults))
	}
	length := len([]rune(vntext.NFC(src)))
	for i, f := range faults {
		if f.Column < 1 || f.Column > max(1, length) || i > 0 && f.Column <= faults[i-1].Column {
			t.Fatalf("%q: fault at column %d of %d", src, f.Column, length)
		}
	}
	speak(t, src, faults)
	if e == nil {
		return
	}
	canonical := e.String()
	if len([]rune(canonical)) > formula.MaxLength {
		return
	}
	again, faults := formula.Parse(canonical)
	if len(faults) > 0 {
		t.Fatalf("%q is written %q, which is refused: %v", src, canonical, faults[0].Message)
	}
	if again.String() != canonical || !slices.Equal(again.Names(), e.Names()) || fmt.Sprint(again.Functions()) != fmt.Sprint(e.Functions()) {
		t.Fatalf("%q is written %q and then %q", src, canonical, again)
	}
	speak(t, src, e.Check(scopeOf(w)))
	if first, second := show(e.Eval(w)), show(again.Eval(w)); first != second {
		t.Fatalf("%q = %s, but %q = %s", src, first, canonical, second)
	}
}

// speak puts faults into both languages and sees that their arguments fit.
func speak(t rapid.TB, src string, faults []formula.Fault) {
	t.Helper()
	for _, f := range faults {
		for _, l := range []lang.Lang{lang.Vi, lang.En} {
			if text := f.Message.In(l); text == "" || strings.Contains(text, "%!") {
				t.Fatalf("%q: message %q", src, text)
			}
		}
	}
}

func eval2(t *rapid.T, src string, env formula.Env) figure.Value {
	e, faults := formula.Parse(src)
	if len(faults) > 0 {
		t.Fatalf("%s: %v", src, faults[0].Message)
	}
	return e.Eval(env)
}
