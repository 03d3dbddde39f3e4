package xlsx

import (
	"math"
	"math/big"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tonghop/lang"
)

func TestDecimal(t *testing.T) {
	for raw, want := range map[string]string{
		"0": "0", "-0": "0", "5": "5", "+5": "5", "007": "7", "1805": "1805", "-12": "-12", "1.50": "3/2", ".5": "1/2", "5.": "5",
		"0.30000000000000004": "3/10", "0.1": "1/10", "0.82480000000000009": "1031/1250", "82.480000000000004": "2062/25",
		"1E-3": "1/1000", "1e3": "1000", "1.5E+2": "150", "123456789012345": "123456789012345",
		"1234567890123456": "1234567890123460", "12345678901234567890": "12345678901234600000", "999999999999999.9": "1000000000000000",
		"0.33333333333333331": "333333333333333/1000000000000000", "0e999999": "0", "13600000": "13600000",
	} {
		got, err := Decimal(raw)
		if err != nil || got.RatString() != want {
			t.Errorf("Decimal(%q) = %v, %v; want %s", raw, got, err, want)
		}
	}
	for _, raw := range []string{
		"", " ", "-", "+", ".", "e5", "1e", "1e+", "1E400", "-1E400", "1E-400", "1e99999999999", "NaN", "INF", "-Inf", "infinity", "0x1p4",
		"1,5", "1 000", " 5", "5 ", "1_0", "1.2.3", "--1", "5%", "năm", "١", "1\x00",
	} {
		got, err := Decimal(raw)
		if err == nil {
			t.Errorf("Decimal(%q) = %v", raw, got)
			continue
		}
		if vi, en := lang.Text(err, lang.Vi), lang.Text(err, lang.En); vi == en {
			t.Errorf("Decimal(%q) says %q in both languages", raw, vi)
		}
	}
}

// A decimal of up to 15 significant digits survives being stored as a double with 17 digits, however it is written; and every
// double comes out within half a unit of its 15th digit.
func TestDecimalKeepsDigits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.Int64Range(-999_999_999_999_999, 999_999_999_999_999).Draw(t, "digits")
		places := rapid.IntRange(0, 20).Draw(t, "places")
		want := new(big.Rat).SetFrac(big.NewInt(digits), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
		f, _ := want.Float64()
		for _, format := range []byte{'g', 'e', 'f'} {
			raw := strconv.FormatFloat(f, format, -1, 64)
			got, err := Decimal(raw)
			if err != nil || got.Cmp(want) != 0 {
				t.Fatalf("Decimal(%q) = %v, %v; want %v", raw, got, err, want)
			}
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.Float64Range(-1e308, 1e308).Draw(t, "f")
		got, err := Decimal(strconv.FormatFloat(f, 'g', 17, 64))
		if err != nil {
			t.Fatal(err)
		}
		back, _ := got.Float64()
		if math.Abs(back-f) > math.Abs(f)*1e-14 && math.Abs(f) > 1e-300 {
			t.Fatalf("%v became %v", f, back)
		}
	})
}

func TestDate(t *testing.T) {
	of := func(raw string) *big.Rat {
		r, err := Decimal(raw)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	for _, c := range []struct {
		serial string
		from04 bool
		want   string // "" where it is no date
	}{
		{"1", false, "1900-01-01T00:00:00Z"},
		{"59", false, "1900-02-28T00:00:00Z"},
		{"60", false, ""},
		{"60.5", false, ""},
		{"61", false, "1900-03-01T00:00:00Z"},
		{"44197", false, "2021-01-01T00:00:00Z"},
		{"44197.5", false, "2021-01-01T12:00:00Z"},
		{"44258.999999999", false, "2021-03-04T00:00:00Z"},
		{"2958465", false, "9999-12-31T00:00:00Z"},
		{"2958466", false, ""},
		{"0", false, ""},
		{"0.5", false, ""},
		{"-1", false, ""},
		{"1E15", false, ""},
		{"1E308", false, ""},
		{"0", true, "1904-01-01T00:00:00Z"},
		{"42735", true, "2021-01-01T00:00:00Z"},
		{"2957003", true, "9999-12-31T00:00:00Z"},
		{"2957004", true, ""},
		{"-0.5", true, ""},
	} {
		book := &Book{Date1904: c.from04}
		got, ok := book.Date(of(c.serial))
		if ok != (c.want != "") || ok && got.Format(time.RFC3339) != c.want {
			t.Errorf("Date(%s), 1904 %v = %v, %v; want %q", c.serial, c.from04, got, ok, c.want)
		}
	}
}

func TestParseISODate(t *testing.T) {
	for text, want := range map[string]string{
		"2021-03-03": "2021-03-03T00:00:00Z", "2021-03-03T07:08:09.5Z": "2021-03-03T07:08:09Z", "2021-03-03T07:08:09": "2021-03-03T07:08:09Z",
		"2021-3-3": "", "03/03/2021": "", "2021-02-30": "", "": "",
	} {
		got, ok := ParseISODate(text)
		if ok != (want != "") || ok && got.Format(time.RFC3339) != want {
			t.Errorf("ParseISODate(%q) = %v, %v; want %q", text, got, ok, want)
		}
	}
}
