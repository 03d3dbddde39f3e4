package sheets

import (
	"slices"
	"strings"
	"testing"
)

func TestToDate(t *testing.T) {
	c := &Catalogue{Periods: calendar(`
		NK 2020-01-01 2022-12-31
		2020 2020-01-01 2020-12-31 NK
		2021 2021-01-01 2021-12-31 NK
		6T 2021-01-01 2021-06-30 2021
		Q1 2021-01-01 2021-03-31 2021
		Q2 2021-04-01 2021-06-30 2021
		T5 2021-05-01 2021-05-31 2021
		Q3 2021-07-01 2021-09-30 2021
		T9 2021-09-01 2021-09-30 2021
		Q4 2021-10-01 2021-12-31 2021
		le 2021-10-01 2021-12-31
		hoc 2021-09-01 2022-08-31
		T10 2021-10-01 2021-10-31 hoc
	`)}
	for _, tt := range []struct{ code, name, from, of string }{
		{"NK", "Kỳ NK", "2020-01-01", "NK"}, {"2021", "Kỳ 2021", "2021-01-01", "2021"}, // a year, or a term, is itself
		{"Q1", "Kỳ Q1", "2021-01-01", "Q1"}, {"6T", "Kỳ 6T", "2021-01-01", "6T"}, // so is what begins with the year
		{"Q2", "Lũy kế đến hết Kỳ Q2", "2021-01-01", "Q1 Q2"}, // the half-year around it is taken apart
		{"T5", "Lũy kế đến hết Kỳ T5", "2021-01-01", "Q1 T5"},
		{"Q3", "Lũy kế đến hết Kỳ Q3", "2021-01-01", "6T Q3"},
		{"T9", "Lũy kế đến hết Kỳ T9", "2021-01-01", "6T T9"},
		{"Q4", "Lũy kế đến hết Kỳ Q4", "2021-01-01", "6T Q3 Q4"},
		{"T10", "Lũy kế đến hết Kỳ T10", "2021-09-01", "T10"}, // a school year; nothing of it is known before
	} {
		p := c.Period(tt.code)
		whole := c.ToDate(p)
		if whole.Name != tt.name || !whole.From.Equal(date(tt.from)) || !whole.To.Equal(p.To) {
			t.Errorf("%s: %+v", tt.code, whole)
		}
		if got := codesOf(c.untilEndOf(p)); got != tt.of {
			t.Errorf("%s is put together of %q, want %q", tt.code, got, tt.of)
		}
	}
	if got := c.ToDate(c.Period("le")); got != nil {
		t.Errorf("a quarter of no year: %+v", got)
	}
}

// The forms of the year before a quarter are read with it, and so are those of the year before up to the same day.
func TestReadToDate(t *testing.T) {
	c := quarterly()
	c.Periods = append(c.Periods, calendar(`
		2020-Q1 2020-01-01 2020-03-31 2020
		2020-Q2 2020-04-01 2020-06-30 2020
	`)...)
	files := make(map[string][]byte)
	for _, code := range []string{"2020-Q1", "2020-Q2", "2020-Q4", "2021-Q1", "2021-Q2"} {
		files[code+"/x1.xlsx"] = formOf(t, c, "x1", code, sampleAnswers())
	}
	files["x2.xlsx"] = formOf(t, c, "x2", "2021-Q1", sampleAnswers()) // loose, and nothing for the quarter: the usual mistake
	b, err := Read(inbox(files), "nop", c, c.Period("2021-Q2"), ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	x1 := c.Units.Unit("x1")
	for _, tt := range []struct {
		b    *Batch
		want string
	}{
		{b.ToDate(), "2021-Q1 2021-Q2"}, {b.Former.ToDate(), "2021-Q1"}, {b.LastYear.ToDate(), "2020-Q1 2020-Q2"},
	} {
		if got := reportsOf(tt.b, x1); got != tt.want {
			t.Errorf("reports %q, want %q", got, tt.want)
		}
	}
	if b.Composite() || b.ToDate().ToDate() != b.ToDate() || b.Former.ToDate() != b.Former {
		t.Error("a quarter is not only that quarter")
	}
	if got := seen(b.Findings); !slices.Equal(got, []string{"tep-sai-ky error C5"}) {
		t.Errorf("findings %q", got)
	}
	var unused []string
	for _, f := range b.Files {
		if f.Outcome != Used {
			unused = append(unused, strings.TrimPrefix(f.Path, "nop/"))
		}
	}
	if !slices.Equal(unused, []string{"2020-Q4/x1.xlsx", "x2.xlsx"}) {
		t.Errorf("not used are %q", unused)
	}
	other := b.In(c)
	if other.ToDate() == b.ToDate() || other.ToDate().ToDate() != other.ToDate() || other.ToDate().Parts[1] != other {
		t.Error("the batch along another tree is put together of the old ones")
	}
}

// The share of a period that has passed is exact, by months from its first day.
func TestPassed(t *testing.T) {
	for _, tt := range []struct{ from, to, day, want string }{
		{"2021-01-01", "2021-12-31", "2021-09-30", "3/4"}, {"2021-01-01", "2021-12-31", "2021-12-31", "1/1"},
		{"2021-01-01", "2021-12-31", "2020-12-31", "0/1"}, {"2021-01-01", "2021-12-31", "2022-03-31", "1/1"},
		{"2021-01-01", "2021-12-31", "2021-02-14", "1/8"}, // a month and half of February
		{"2020-12-26", "2021-12-25", "2021-03-25", "1/4"}, // cut-off days
		{"2021-05-03", "2021-05-16", "2021-05-09", "1/2"}, // weeks
	} {
		p := &Period{From: date(tt.from), To: date(tt.to)}
		if got := p.Passed(date(tt.day)).String(); got != tt.want {
			t.Errorf("%s to %s, at %s: %s, want %s", tt.from, tt.to, tt.day, got, tt.want)
		}
	}
}

func TestPeriodOfPlan(t *testing.T) {
	c := loadTables(smallTables())
	if p := c.Part("CT-A.a"); p.Period == nil || p.Period != c.Period("2021") {
		t.Errorf("planned for %+v", p.Period)
	}
	if p := c.Part("CT-A.b"); p.Period != nil {
		t.Errorf("planned for %+v", p.Period)
	}
}
