package aggregate

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"tonghop/figure"
	"tonghop/sheets"
)

// addedAgain is a total of a flow or stock made from the facts alone: of the facts at or below the unit, the counted values and the coverage.
func addedAgain(r *Result, u *sheets.Unit, ind *sheets.Indicator) (sum *big.Rat, have, expected int) {
	for f := range r.Facts() {
		own := r.Own(u, ind)
		if f.Indicator != ind || f.At != nil && f.At != u || f.At == nil && !isAtOrBelow(f.Unit, u) || own && f.Unit != u {
			continue
		}
		have, expected = have+f.Have, expected+f.Expected
		if !f.Counted {
			continue
		}
		if sum == nil {
			sum = new(big.Rat)
		}
		switch {
		case f.Share != nil && f.Value.Rat != nil:
			sum.Add(sum, new(big.Rat).Mul(f.Value.Rat, f.Share))
		case f.Value.Rat != nil:
			sum.Add(sum, f.Value.Rat)
		}
	}
	return sum, have, expected
}

func isAtOrBelow(u, top *sheets.Unit) bool {
	for ; u != nil; u = u.Above() {
		if u == top {
			return true
		}
	}
	return false
}

// checkFacts compares every sum that the facts give with the total, and the coverage of every figure.
func checkFacts(t testing.TB, r *Result) {
	for _, u := range r.Catalogue.Units.Units {
		for _, ind := range r.Indicators(u) {
			if ind.Slot < 0 {
				continue
			}
			total := r.Total(u, ind)
			sum, have, expected := addedAgain(r, u, ind)
			if have != total.Value.Have || expected != total.Value.Expected {
				t.Fatalf("%s of %s: %d/%d, the facts give %d/%d", ind.Code, u.Code, total.Value.Have, total.Value.Expected, have, expected)
			}
			summed := ind.Periods == sheets.PeriodSum || ind.Periods == sheets.PeriodLast
			if methodOf(ind) != addUp || !summed {
				continue
			}
			if total.Value.IsMissing() != (sum == nil) && total.Value.Kind != figure.NotApplicable || sum != nil && total.Value.Rat.Cmp(sum) != 0 {
				t.Fatalf("%s of %s: %v, the facts give %v", ind.Code, u.Code, total.Value, sum)
			}
		}
	}
}

func TestFactsGiveTheTotals(t *testing.T) {
	c := office(t, term+units+periodFigures)
	r := Build(c, composed(t, c, threeYears), nil, Options{})
	checkFacts(t, r)
	for _, part := range r.Parts {
		checkFacts(t, part)
	}
}

func TestFactsOfRandomProvinces(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		checkFacts(t, province(t, drawLeaves(rt), rapid.Bool().Draw(rt, "deep"), 1))
	})
}

// Cumulative figures within a year: a later report runs on from the earlier ones, and says what an earlier one left out.
func TestFactsOfACumulativeFigure(t *testing.T) {
	c := office(t, `
# Kỳ
Mã | Tên | Từ ngày | Đến ngày | Thuộc kỳ
Q1 | Quý I | 01/01/2021 | 31/03/2021 | 2021
Q2 | Quý II | 01/04/2021 | 30/06/2021 | 2021
Q3 | Quý III | 01/07/2021 | 30/09/2021 | 2021
Q4 | Quý IV | 01/10/2021 | 31/12/2021 | 2021
2021 | Năm | 01/01/2021 | 31/12/2021 |
`+units+periodFigures)
	r := Build(c, composed(t, c, "Q1 x1: luy=5\nQ2 x1: luy=-\nQ3 x1: luy=9\nQ1 x2: luy=7\n"), nil, Options{})
	checkFacts(t, r)
	var got []string
	for f := range r.Facts() {
		if f.Unit.Code == "x1" && f.Indicator.Code == "luy" {
			got = append(got, fmt.Sprintf("%s %v %d/%d", f.Periods[len(f.Periods)-1].Code, f.Counted, f.Have, f.Expected))
		}
	}
	if want := "[Q1 false 1/1 Q2 false 1/1 Q3 true 1/1 Q4 false 0/1]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// What is not counted still stands among the facts, with the reason.
func TestFactsThatAreNotCounted(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập
a | Số a | số đếm | xã;huyện
b | Số b | số đếm | xã
`)
	b := batch(t, c, "tinh: a=4\nx1: a=1 b=2\nx2: a=? b=kad\nx3: a=- b=3\n")
	b.InQuestion[c.Units.Unit("tt").Index] = true
	findings := []sheets.Finding{{Unit: "x3", Severity: figure.Error}}
	r := Build(c, b, findings, Options{Strict: true})
	checkFacts(t, r)
	var got []string
	for f := range r.Facts() {
		got = append(got, fmt.Sprintf("%s %s counted=%v left out=%v %d/%d", f.Unit.Code, f.Indicator.Code, f.Counted, f.LeftOut, f.Have, f.Expected))
	}
	want := []string{
		"tinh a counted=false left out=false 0/0", // nobody asked the province
		"x1 a counted=true left out=false 1/1", "x1 b counted=true left out=false 1/1",
		"x2 a counted=false left out=false 0/1", "x2 b counted=false left out=false 0/0",
		"x3 a counted=false left out=true 0/1", "x3 b counted=false left out=true 0/1",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestEveryMethodHasAName(t *testing.T) {
	seen := make(map[string]bool)
	for m := impossible; m <= listTexts; m++ {
		if name := methodNames[m]; name == "" || seen[name] {
			t.Errorf("method %d is called %q", m, name)
		}
		seen[methodNames[m]] = true
	}
}
