package demo

import (
	"encoding/csv"
	"math/big"
	"os"
	"strings"
	"testing"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/sheets"
)

// published reads one of the tables of testdata by column.
func published(t *testing.T, name string) []map[string]string {
	t.Helper()
	file, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, cells := range records[1:] {
		row := make(map[string]string)
		for i, cell := range cells {
			row[records[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

func rat(t *testing.T, text string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("%q is no number", text)
	}
	return r
}

func TestTotalsAreThoseOfTheReport(t *testing.T) {
	for _, chapters := range []int{0, 200} {
		c, b, report := workspace(t, Options{Chapters: chapters})
		for _, f := range report.Findings {
			t.Errorf("%d chapters: a finding in the clean example: %s %s: %s", chapters, f.Code, f.Pos, f.Message)
		}
		r := aggregate.Build(c, b, report.Findings, aggregate.Options{})
		for _, row := range published(t, "expected_report_e.csv") {
			total := r.Total(c.Units.Root, c.Indicator(sheets.Code(row["code"]))).Value
			if total.Kind != figure.Number || total.Rat.Cmp(rat(t, row["value"])) != 0 || total.Partial() {
				t.Errorf("%d chapters: %s is %s (%d/%d), want %s", chapters, row["code"], figure.Plain(total), total.Have, total.Expected, row["value"])
			}
		}
		for _, row := range published(t, "derived_report_e.csv") {
			checkDerived(t, c, r, row)
		}
		checkFacts(t, c, r)
		if want := 106 + chapters; len(b.Files) != want || report.Rates.Complete.Have != want || report.Rates.OnTime.Have != want {
			t.Errorf("%d chapters: %d files, rates %+v", chapters, len(b.Files), report.Rates)
		}
	}
}

func checkDerived(t *testing.T, c *sheets.Catalogue, r *aggregate.Result, row map[string]string) {
	t.Helper()
	ind := c.Indicator(sheets.Code(row["code"]))
	v := r.Total(c.Units.Root, ind).Value
	if row["scope"] != "" {
		for i, target := range r.Targets {
			if string(target.Target.Code) == row["scope"] {
				v = ind.Formula.Eval(r.TargetEnv(&r.Targets[i]))
			}
		}
	}
	style, ok := figure.StyleNamed(ind.Style)
	if !ok {
		t.Fatalf("%s has no style", row["code"])
	}
	printed, _ := style.Print(v)
	printed = strings.ReplaceAll(printed, "\u00a0", " ")
	if v.Kind != figure.Number || v.Rat.Cmp(rat(t, row["exact"])) != 0 || printed != row["tool_prints"] {
		t.Errorf("%s %s is %s, prints %q, want %s, %q", row["code"], row["scope"], figure.Plain(v), printed, row["exact"], row["tool_prints"])
	}
	if num, den, quotient := strings.Cut(row["exact"], "/"); quotient && (v.Num.Cmp(rat(t, num)) != 0 || v.Den.Cmp(rat(t, den)) != 0) {
		t.Errorf("%s %s is %s of %s, want %s", row["code"], row["scope"], v.Num.RatString(), v.Den.RatString(), row["exact"])
	}
}

// checkFacts compares every total with the facts, also those that no report printed.
func checkFacts(t *testing.T, c *sheets.Catalogue, r *aggregate.Result) {
	t.Helper()
	for _, f := range readFacts() {
		ind := c.Indicator(f.code)
		if ind == nil {
			t.Errorf("%s is no figure of the catalogue", f.code)
			continue
		}
		v := r.Total(c.Units.Root, ind).Value
		if f.each == nil && (v.Kind != figure.Number || v.Rat.Cmp(number(f.total).Rat) != 0) {
			t.Errorf("%s is %s, want %d", f.code, figure.Plain(v), f.total)
		}
	}
}

// The report says that two targets are not met, and which parts of them are.
func TestVerdictsAreThoseOfTheReport(t *testing.T) {
	c, b, report := workspace(t, Options{})
	r := aggregate.Build(c, b, report.Findings, aggregate.Options{})
	unmet := map[sheets.TargetCode][2]int{"CT-A": {1, 3}, "CT-B": {1, 2}}
	if len(r.Targets) != 11 {
		t.Errorf("%d targets", len(r.Targets))
	}
	for _, target := range r.Targets {
		want, failed := unmet[target.Target.Code]
		switch {
		case failed && (target.Verdict != sheets.Unmet || target.Met != want[0] || target.Counted != want[1]):
			t.Errorf("%s: %v, %d/%d parts", target.Target.Code, target.Verdict, target.Met, target.Counted)
		case !failed && target.Verdict != sheets.Met && target.Verdict != sheets.Exceeded:
			t.Errorf("%s: %v", target.Target.Code, target.Verdict)
		}
	}
	levels := map[sheets.ShortcomingCode]sheets.Level{"KD1": sheets.LevelMost, "KD2": sheets.LevelSome, "KD3": sheets.LevelBetter, "KD4": sheets.LevelBetter}
	if len(r.Shortcomings) != len(levels) {
		t.Errorf("%d shortcomings", len(r.Shortcomings))
	}
	for _, s := range r.Shortcomings {
		if s.Verdict != levels[s.Shortcoming.Code] {
			t.Errorf("%s: %s, want %s", s.Shortcoming.Code, s.Verdict, levels[s.Shortcoming.Code])
		}
	}
	for _, f := range r.Findings {
		if f.Severity >= figure.Warning {
			t.Errorf("%s: %s", f.Code, f.Message)
		}
	}
}
