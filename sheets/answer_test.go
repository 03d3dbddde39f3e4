package sheets

import (
	"fmt"
	"math/big"
	"strings"
	"testing"
)

// batchOf is a batch of the period without forms.
func batchOf(c *Catalogue, p *Period, parts ...*Batch) *Batch {
	units := len(c.Units.Units)
	b := &Batch{Period: p, Expect: c.Expect(p), Parts: parts, Submissions: make([]*Submission, units), InQuestion: make([]bool, units)}
	if b.Composite() {
		b.Expect = c.expectOver(b)
	}
	return b
}

// valueTyped is a value as tests write it: a number, n/m, kad, ? for unreadable, - for a blank, or a text.
func valueTyped(text string) Value {
	switch text {
	case "kad":
		return Value{State: Exempt}
	case "?":
		return Value{State: Unreadable}
	case "-":
		return Value{State: Blank}
	}
	v := Value{State: Given, Text: text}
	if num, den, ok := strings.Cut(text, "/"); ok {
		v.Rat2, _ = new(big.Rat).SetString(den)
		text = num
	}
	if r, ok := new(big.Rat).SetString(text); ok {
		v.Rat = r
	}
	return v
}

// hand puts a form with one answer into a batch; "" is no form.
func (b *Batch) hand(c *Catalogue, u *Unit, ind *Indicator, answer string) {
	if answer == "" {
		return
	}
	s := &Submission{File: &File{Path: b.Period.Code + ".xlsx"}, Unit: u, Values: make([]Value, len(c.Submitted()))}
	s.Values[ind.Slot] = valueTyped(answer)
	b.Submissions[u.Index] = s
}

func TestPutTogether(t *testing.T) {
	const flow = Code("tn_qua")
	tests := []struct {
		name      string
		code      Code
		how       PeriodRollup
		reporting Reporting
		quarters  string // of the first three; the last word is the form for the year
		year      string
		want      string
	}{
		{"a flow", flow, PeriodSum, InPeriod, "1 20 300", "", "321 (3/3)"},
		{"a quarter is not there", flow, PeriodSum, InPeriod, "1  300", "", "301 (2/3)"},
		{"a quarter is blank", flow, PeriodSum, InPeriod, "1 - 300", "", "301 (2/3)"},
		{"a quarter cannot be read", flow, PeriodSum, InPeriod, "1 ? 300", "", "301 (2/3)"},
		{"a quarter does not apply", flow, PeriodSum, InPeriod, "1 kad 300", "", "301 (2/2)"},
		{"no quarter applies", flow, PeriodSum, InPeriod, "kad kad kad", "", "exempt (0/0)"},
		{"nothing is there", flow, PeriodSum, InPeriod, "- ? ", "", "absent (0/3)"},
		{"one does not apply and the others are not there", flow, PeriodSum, InPeriod, "kad - ", "", "absent (0/2)"},
		{"a form for the year goes before", flow, PeriodSum, InPeriod, "1 20 300", "500", "500 (1/1)"},
		{"also where it says nothing", flow, PeriodSum, InPeriod, "1 20 300", "-", "blank (0/1)"},
		{"a stock", "tc_doan_vien", PeriodLast, AtDate, "10 11 12", "", "12 (1/1)"},
		{"a stock is not carried over", "tc_doan_vien", PeriodLast, AtDate, "10 11 -", "", "blank (0/1)"},
		{"nor where the last form is not there", "tc_doan_vien", PeriodLast, AtDate, "10 11 ", "", "absent (0/1)"},
		{"an earlier stock does not matter", "tc_doan_vien", PeriodLast, AtDate, " - 12", "", "12 (1/1)"},
		{"the highest", flow, PeriodLargest, InPeriod, "5 9 7", "", "9 (3/3)"},
		{"the highest of what is there", flow, PeriodLargest, InPeriod, "5  7", "", "7 (2/3)"},
		{"the mean", flow, PeriodAverage, InPeriod, "1 2 4", "", "7/3 (3/3)"},
		{"the mean of what is there", flow, PeriodAverage, InPeriod, "1  4", "", "5/2 (2/3)"},
		{"not put together", flow, PeriodNone, InPeriod, "1 2 ", "", "absent (2/3) not put"},
		{"but the form for the year says it", flow, PeriodNone, InPeriod, "1 2 ", "9", "9 (1/1)"},
		{"counted on from the first day", flow, PeriodSum, Cumulative, "5 9 12", "", "12 (3/3)"},
		{"what came before is in the last", flow, PeriodSum, Cumulative, "  12", "", "12 (3/3)"},
		{"what came after is missing", flow, PeriodSum, Cumulative, "5 9 ", "", "9 (2/3)"},
		{"nothing to go on from", flow, PeriodSum, Cumulative, "- - -", "", "absent (0/3)"},
		{"a ratio", "mt_chi_doan", PeriodSum, InPeriod, "1/3 2/5 0/2", "", "3 of 10 (3/3)"},
		{"a category", "tc_xep_loai", PeriodLast, InPeriod, "XS TOT HT", "", "HT (1/1)"},
		{"a text", "mt_ten", PeriodLast, InPeriod, "một hai ", "", "absent (0/1)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := quarterly()
			u, ind := c.Units.Unit("x1"), c.Indicator(tt.code)
			ind.Periods, ind.Reporting = tt.how, tt.reporting
			var parts []*Batch
			for i, answer := range strings.Split(tt.quarters, " ") {
				part := batchOf(c, c.Period(fmt.Sprintf("2021-Q%d", i+1)))
				part.hand(c, u, ind, answer)
				parts = append(parts, part)
			}
			year := batchOf(c, c.Period("2021"), parts...)
			year.hand(c, u, ind, tt.year)
			a := year.Answer(u, ind)
			got := said(a.Value)
			if ind.Kind == Ratio {
				got = a.Rat.RatString() + " of " + a.Rat2.RatString()
			}
			got += fmt.Sprintf(" (%d/%d)", a.Have, a.Expected)
			if a.NotPut {
				got += " not put"
			}
			if got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// A figure that runs on from the start of the year: through the half-years of a year, and not from one year of a term into the next.
func TestRunningFigures(t *testing.T) {
	for _, tt := range []struct{ first, second, halfYear, year, before, want string }{
		{"3 5", "9 12", "12 (2/2)", "12 (4/4)", "7", "19 (5/5)"},
		{"3 5", "9 -", "9 (1/2)", "9 (3/4)", "7", "16 (4/5)"},
		{"- -", "- 12", "12 (2/2)", "12 (4/4)", "-", "12 (4/5)"},
		{"3 5", "- -", "absent (0/2)", "5 (2/4)", "7", "12 (3/5)"},
	} {
		c := quarterly()
		c.Periods = append(c.Periods, calendar(`
			NK 2020-01-01 2021-12-31
			2021-I 2021-01-01 2021-06-30 2021
			2021-II 2021-07-01 2021-12-31 2021
		`)...)
		c.Period("2020").Within, c.Period("2021").Within = "NK", "NK"
		u, ind := c.Units.Unit("x1"), c.Indicator("tn_qua")
		ind.Reporting = Cumulative
		quarters := func(codes, answers string) (parts []*Batch) {
			for i, code := range strings.Fields(codes) {
				part := batchOf(c, c.Period(code))
				part.hand(c, u, ind, strings.Fields(answers)[i])
				parts = append(parts, part)
			}
			return parts
		}
		first := batchOf(c, c.Period("2021-I"), quarters("2021-Q1 2021-Q2", tt.first)...)
		second := batchOf(c, c.Period("2021-II"), quarters("2021-Q3 2021-Q4", tt.second)...)
		year := batchOf(c, c.Period("2021"), first, second)
		term := batchOf(c, c.Period("NK"), append(quarters("2020", tt.before), year)...)
		show := func(b *Batch) string {
			a := b.Answer(u, ind)
			return fmt.Sprintf("%s (%d/%d)", said(a.Value), a.Have, a.Expected)
		}
		if show(second) != tt.halfYear || show(year) != tt.year || show(term) != tt.want {
			t.Errorf("%s, %s: half-year %s, year %s, term %s; want %s, %s, %s", tt.first, tt.second, show(second), show(year), show(term), tt.halfYear, tt.year, tt.want)
		}
	}
}

// A unit with errors is left out as a whole: its form for the year still stands in the way of those for the quarters.
func TestBlanked(t *testing.T) {
	c := quarterly()
	u, ind := c.Units.Unit("x1"), c.Indicator("tn_qua")
	part := batchOf(c, c.Period("2021-Q1"))
	part.hand(c, u, ind, "5")
	year := batchOf(c, c.Period("2021"), part)
	year.hand(c, u, ind, "9")
	blanked := year.Blanked(func(s *Submission) bool { return s.File.Path == "2021.xlsx" })
	if a := blanked.Answer(u, ind); a.State != Absent || a.Have != 0 || a.Expected != 1 {
		t.Errorf("got %+v", a)
	}
	if said(year.Answer(u, ind).Value) != "9" || said(blanked.Parts[0].Answer(u, ind).Value) != "5" {
		t.Error("other forms were changed")
	}
}
