package figure

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tonghop/lang"
)

func drawRat(t *rapid.T, label string) *big.Rat {
	num := rapid.Int64Range(0, 10_000_000_000).Draw(t, label+" numerator")
	den := rapid.OneOf(rapid.Int64Range(1, 20), rapid.Int64Range(1, 1_000_000), rapid.Just(num+1), rapid.Just(max(num, 1))).Draw(t, label+" denominator")
	return big.NewRat(num, den)
}

// printed prints with a named style.
func printed(t helper, style string, v Value) string {
	t.Helper()
	s, ok := StyleNamed(style)
	if !ok {
		t.Fatalf("no style %s", style)
	}
	text, ok := s.Print(v)
	if !ok {
		t.Fatalf("%s does not print %s", style, Plain(v))
	}
	return text
}

func TestCountsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := NumberOf(new(big.Rat).SetInt64(rapid.Int64Range(0, 1<<62).Draw(t, "n")))
		for _, style := range []string{"so", "so0"} {
			text := printed(t, style, n)
			got := Read(CountField, "người", Input{Text: text})
			if got.Value.Kind != Number || got.Value.Rat.Cmp(n.Rat) != 0 || got.Severity > Note {
				t.Fatalf("%s prints %s, which reads as %s (%s)", style, text, Plain(got.Value), got.Message.In(lang.En))
			}
			withUnit := Read(CountField, "người", Input{Text: text + "\u00a0người"})
			if n.Rat.Sign() > 0 && (withUnit.Value.Kind != Number || withUnit.Value.Rat.Cmp(n.Rat) != 0 || withUnit.Severity != Note) {
				t.Fatalf("%s người reads as %s", text, Plain(withUnit.Value))
			}
		}
	})
}

// A share never prints as 0% or 100% unless it is, in any number of decimals, and the printed share is as near as the decimals allow.
func TestPercentIsHonest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRat(t, "share")
		style := rapid.SampledFrom([]string{"pt0", "pt", "pt2"}).Draw(t, "style")
		text := printed(t, style, NumberOf(r))
		if (text == "0%") != (r.Sign() == 0) || (text == "100%") != (r.Cmp(one) == 0) {
			t.Fatalf("%s prints as %s", r, text)
		}
		digits := strings.NewReplacer(".", "", ",", ".", "%", "").Replace(text)
		shown := rat(t, digits)
		shown.Quo(shown, hundred)
		if (shown.Cmp(one) > 0) != (r.Cmp(one) > 0) && shown.Cmp(one) != 0 {
			t.Fatalf("%s prints as %s, on the other side of 100%%", r, text)
		}
		limit := map[string]*big.Rat{"pt0": big.NewRat(1, 200), "pt": big.NewRat(1, 2000), "pt2": big.NewRat(1, 20000)}[style]
		if distance := new(big.Rat).Sub(shown, r); distance.Abs(distance).Cmp(limit) > 0 {
			t.Fatalf("%s prints as %s, too far away", r, text)
		}
	})
}

// “hơn” stands before an amount exactly when it is printed below the exact one, “gần” when above, and nothing when it is exact.
func TestMoneyIsHonest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := rapid.OneOf(
			rapid.Map(rapid.Int64Range(0, 990_000_000_000), func(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }),
			rapid.Map(rapid.Int64Range(0, 3_000_000), func(n int64) *big.Rat { return new(big.Rat).SetInt64(n * 100_000) }),
			rapid.Map(rapid.Int64Range(990_000_000, 1_010_000_000), func(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }),
			rapid.Custom(func(t *rapid.T) *big.Rat { return drawRat(t, "amount") }),
		).Draw(t, "amount")
		style := rapid.SampledFrom([]string{"tien", "tien_tron", "tien_du"}).Draw(t, "style")
		text := printed(t, style, NumberOf(amount))
		bare, more := strings.CutPrefix(text, "hơn ")
		bare, nearly := strings.CutPrefix(bare, "gần ")
		read := Read(MoneyField, "đồng", Input{Text: strings.ReplaceAll(bare, ".", "")}) // a printed dot stands between thousands
		if read.Value.Kind != Number {
			t.Fatalf("%s prints as %s, which is unreadable: %s", amount, text, read.Message.In(lang.En))
		}
		shown := read.Value.Rat.Cmp(amount)
		if more != (shown < 0) || nearly != (shown > 0) {
			t.Fatalf("%s prints as %s", amount, text)
		}
		if style == "tien_du" && amount.IsInt() && (more || nearly) {
			t.Fatalf("%s in full prints as %s", amount, text)
		}
	})
}

func TestPairsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.Int64Range(1, 1_000_000).Draw(t, "whole")
		part := rapid.Int64Range(0, whole).Draw(t, "part")
		p, w := new(big.Rat).SetInt64(part), new(big.Rat).SetInt64(whole)
		for _, style := range []string{"nm", "nm0"} {
			text := printed(t, style, Quotient(p, w))
			got := Read(RatioField, "", Input{Text: text})
			if got.Severity != Fine || got.Value.Num.Cmp(p) != 0 || got.Value.Den.Cmp(w) != 0 {
				t.Fatalf("%s: %+v", text, got)
			}
		}
		text := printed(t, "khoang", Value{Kind: Range, Rat: p, High: w})
		got := Read(RangeField, "", Input{Text: text})
		if got.Severity != Fine || got.Value.Rat.Cmp(p) != 0 || got.Value.High.Cmp(w) != 0 {
			t.Fatalf("%s: %+v", text, got)
		}
	})
}

func TestDatesReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		serial := rapid.Int64Range(serial1950, serial2100).Draw(t, "serial")
		v := Read(DateField, "", Input{Number: new(big.Rat).SetInt64(serial)}).Value
		for _, text := range []string{printed(t, "ngay", v), printed(t, "ngay_ngan", v), Plain(v)} {
			got := Read(DateField, "", Input{Text: text})
			if got.Severity != Fine || !got.Value.Date.Equal(v.Date) {
				t.Fatalf("%s: %+v", text, got)
			}
		}
	})
}

// Plain gives the exact value back, as a decimal or as a fraction.
func TestPlainIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawRat(t, "a"), drawRat(t, "b")
		for _, v := range []Value{NumberOf(a), NumberOf(new(big.Rat).Neg(a)), Quotient(a, b), Quotient(new(big.Rat).Neg(a), b)} {
			if v.IsMissing() {
				continue
			}
			if got := rat(t, Plain(v)); got.Cmp(v.Rat) != 0 {
				t.Fatalf("%s is printed as %s", v.Rat, Plain(v))
			}
		}
	})
}

// fuzzMeasures are the measures under which the fuzz target reads: something for every field.
var fuzzMeasures = []string{"người", "lượt", "tấn", "đồng", "triệu đồng", "nghìn đồng", "%", "tuổi", ""}

// Whatever is typed, Read does not fall over; an error has no value; a reading says something exactly when it is not Fine; and what was read
// without a remark prints and reads again to the same value.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"1.805", "12 người", "1 tỷ 400 triệu", "13,6 triệu đồng", "82,48%", "9/11", "từ 31 đến 32 tuổi", "ngày 09 tháng 02 năm 2013", "hơn 100", "12+5", "một nghìn", "1O",
		"(120)", "2,5 triệu/suất", "không phát sinh", "#REF!", "=1", "~", ">", "x", "10 x 5", "1tr5", "500+", "\xff\u200b", "- ", "+", "khoảng mười", "1.5,5", "l", "%", "/", "5 mỗi em", "0/0", "1-1",
	} {
		for field := CountField; field <= YesNoField; field++ {
			f.Add(uint8(field), uint8(field), s)
		}
	}
	f.Fuzz(func(t *testing.T, field, measure uint8, s string) {
		fd := Field(field % uint8(YesNoField+1))
		unit := fuzzMeasures[int(measure)%len(fuzzMeasures)]
		got := Read(fd, unit, Input{Text: s})
		if got.Severity == Error && !got.Value.IsMissing() {
			t.Fatalf("%q is an error with the value %s", s, Plain(got.Value))
		}
		if (got.Severity == Fine) != got.Message.IsZero() {
			t.Fatalf("%q: %v says %q", s, got.Severity, got.Message.In(lang.Vi))
		}
		for _, l := range []lang.Lang{lang.Vi, lang.En} {
			if text := got.Message.In(l); strings.Contains(text, "%!") && !strings.Contains(s, "%") || strings.ContainsAny(text, "\n\r\x1b") {
				t.Fatalf("%q says %q", s, text)
			}
		}
		checkReadBack(t, fd, unit, s, got)
		checkSuggestion(t, fd, unit, s, got)
	})
}

func checkReadBack(t *testing.T, fd Field, unit, s string, got Reading) {
	t.Helper()
	if got.Severity != Fine || got.Value.IsMissing() || got.Value.Kind == Number && got.Value.Den == nil && lossy(fd, got.Value.Rat) {
		return
	}
	names := map[Field]string{
		CountField: "so", DecimalField: "thap_phan", MoneyField: "tien_du", PercentField: "pt2", RatioField: "nm", RangeField: "khoang", DateField: "ngay_ngan",
		YesNoField: "mac_dinh",
	}
	style, known := StyleNamed(names[fd])
	if !known {
		t.Fatalf("no style for the field %d", fd)
	}
	text, ok := style.Print(got.Value)
	if !ok {
		t.Fatalf("%q reads as %s, which does not print", s, Plain(got.Value))
	}
	if back := Read(fd, unit, Input{Text: text}); Plain(back.Value) != Plain(got.Value) && back.Rule != "R12" {
		t.Fatalf("%q reads as %s, prints as %q, and reads as %s", s, Plain(got.Value), text, Plain(back.Value))
	}
}

// lossy reports whether the style of a field rounds the number.
func lossy(fd Field, r *big.Rat) bool {
	places, _ := r.FloatPrec()
	return places > map[Field]int{PercentField: 4, DecimalField: exactPlaces}[fd]
}

// A suggestion can be typed: it is read without an error, unless it only leads from one error to the next.
func checkSuggestion(t *testing.T, fd Field, unit, s string, got Reading) {
	t.Helper()
	if got.Suggestion == "" {
		return
	}
	if got.Severity != Error {
		t.Fatalf("%q is used and yet suggests %q", s, got.Suggestion)
	}
	next := Read(fd, unit, Input{Text: got.Suggestion})
	if next.Severity == Error && next.Rule != "R12" && next.Rule != "R17" && next.Rule != "R16" && next.Message.Format != msgTooLong {
		t.Fatalf("%q suggests %q, which is refused: %s", s, got.Suggestion, next.Message.In(lang.En))
	}
}
