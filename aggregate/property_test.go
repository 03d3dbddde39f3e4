package aggregate

import (
	"fmt"
	"math/big"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tonghop/sheets"
)

// leaf is a commune of a random province.
type leaf struct {
	code, district string
	answer         string // "" where it sent nothing
}

const randomFigures = `
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Gộp đơn vị | Công thức
a | Tổng | số đếm | xã | tổng |
b | Lớn nhất | số đếm | xã | lớn nhất |
r | Tỷ số | tỷ số | xã | tổng |
y | Có | có/không | xã | |
f | Tính | công thức | | | a / (a + b)
g | Đếm | công thức | | | dem_don_vi(a >= 5; "xã") / so_don_vi("xã")
`

func drawLeaves(t *rapid.T) []leaf {
	leaves := make([]leaf, rapid.IntRange(1, 8).Draw(t, "communes"))
	for i := range leaves {
		leaves[i] = leaf{code: fmt.Sprintf("x%d", i), district: fmt.Sprintf("h%d", rapid.IntRange(0, 2).Draw(t, "district"))}
		if rapid.IntRange(0, 5).Draw(t, "sent") > 0 {
			leaves[i].answer = drawAnswers(t)
		}
	}
	return leaves
}

func drawAnswers(t *rapid.T) string {
	number := rapid.SampledFrom([]string{"0", "3", "5", "7", "1000000007", "9223372036854775807", "-", "?", "kad"})
	ratio := rapid.SampledFrom([]string{"0/0", "1/2", "2/4", "9/11", "-", "kad"})
	yes := rapid.SampledFrom([]string{"có", "không", "-", "kad"})
	return fmt.Sprintf("a=%s b=%s r=%s y=%s", number.Draw(t, "a"), number.Draw(t, "b"), ratio.Draw(t, "r"), yes.Draw(t, "y"))
}

// province adds up a province of two levels with the communes in the order given. deep puts one more unit between each district and its communes.
func province(t testing.TB, leaves []leaf, deep bool, jobs int) *Result {
	t.Helper()
	units := "# Đơn vị\nMã | Tên | Cấp | Trực thuộc | Phải nộp\ntinh | Tỉnh đoàn | tỉnh | |\n"
	answers := ""
	seen := make(map[string]bool)
	for _, l := range leaves {
		parent := l.district
		if deep {
			parent = "cum" + l.district
		}
		if !seen[l.district] {
			seen[l.district] = true
			units += l.district + " | Huyện " + l.district + " | huyện | tinh |\n"
			if deep {
				units += parent + " | Cụm " + l.district + " | cụm | " + l.district + " |\n"
			}
		}
		units += l.code + " | Xã " + l.code + " | xã | " + parent + " | có\n"
		if l.answer != "" {
			answers += l.code + ": " + l.answer + "\n"
		}
	}
	c := office(t, year+units+randomFigures)
	return Build(c, batch(t, c, answers), nil, Options{Jobs: jobs})
}

// root shows all totals of the root.
func root(r *Result) string {
	var shown []string
	for _, ind := range r.Catalogue.Indicators {
		shown = append(shown, string(ind.Code)+" "+total(r, "tinh", string(ind.Code)))
	}
	return strings.Join(shown, "; ")
}

func TestShapeOfTheTreeChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		leaves := drawLeaves(rt)
		want := root(province(t, leaves, false, 1))
		if got := root(province(t, rapid.Permutation(leaves).Draw(rt, "order"), false, 4)); got != want {
			rt.Errorf("another order: got %s, want %s", got, want)
		}
		if got := root(province(t, leaves, true, 2)); got != want {
			rt.Errorf("one level more: got %s, want %s", got, want)
		}
		for i := range leaves {
			leaves[i].district = "h0"
		}
		if got := root(province(t, leaves, false, 1)); got != want {
			rt.Errorf("one district for all: got %s, want %s", got, want)
		}
	})
}

func TestTotalsAgainstAModel(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		leaves := drawLeaves(rt)
		r := province(t, leaves, false, 3)
		for _, u := range r.Catalogue.Units.Units {
			sum, have, expected := new(big.Rat), 0, 0
			for _, l := range leaves {
				if u.Level != "tỉnh" && string(u.Code) != l.district && string(u.Code) != l.code {
					continue
				}
				expected++
				given, _, _ := strings.Cut(strings.TrimPrefix(l.answer, "a="), " ")
				switch given {
				case "kad":
					expected--
				case "", "-", "?":
				default:
					sum.Add(sum, number(t, given))
					have++
				}
			}
			got := r.Total(u, r.Catalogue.Indicator("a")).Value
			if got.Have != have || got.Expected != expected {
				rt.Fatalf("%s: %d/%d behind the total, want %d/%d", u.Code, got.Have, got.Expected, have, expected)
			}
			if got.IsMissing() != (have == 0 && expected > 0) {
				rt.Fatalf("%s: missing is %v with %d/%d units", u.Code, got.IsMissing(), have, expected)
			}
			if have > 0 && got.Rat.Cmp(sum) != 0 {
				rt.Fatalf("%s: got %s, want %s", u.Code, got.Rat, sum)
			}
		}
	})
}

func TestSplittingAUnitInTwoChangesNoSum(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		leaves := drawLeaves(rt)
		whole := rapid.IntRange(0, 1000).Draw(rt, "whole")
		part := rapid.IntRange(0, whole).Draw(rt, "part")
		one := append(leaves, leaf{"xs", "h0", fmt.Sprintf("a=%d r=%d/%d", whole, part, whole)})
		two := append(leaves, leaf{"xs", "h0", fmt.Sprintf("a=%d r=0/%d", part, part)}, leaf{"xt", "h1", fmt.Sprintf("a=%d r=%d/%d", whole-part, part, whole-part)})
		before, after := province(t, one, false, 1), province(t, two, false, 1)
		for _, code := range []sheets.Code{"a", "r"} {
			v := before.Total(before.Catalogue.Units.Root, before.Catalogue.Indicator(code)).Value
			w := after.Total(after.Catalogue.Units.Root, after.Catalogue.Indicator(code)).Value
			if !reflect.DeepEqual(v.Rat, w.Rat) || w.Have != v.Have+1 || w.Expected != v.Expected+1 {
				rt.Errorf("%s: %s, after the split %s", code, show(v), show(w))
			}
		}
	})
}

func TestJobsChangeNothing(t *testing.T) {
	leaves := []leaf{{"x0", "h0", "a=5 b=3 r=1/2 y=có"}, {"x1", "h1", "a=7 b=kad r=2/4 y=-"}, {"x2", "h0", ""}}
	r1, r8 := province(t, leaves, false, 1), province(t, leaves, false, 8)
	if !reflect.DeepEqual(r1.tallies, r8.tallies) {
		t.Errorf("one worker: %v, eight workers: %v", r1.tallies, r8.tallies)
	}
}
