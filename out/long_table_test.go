package out

import (
	"encoding/json"
	"math/big"
	"reflect"
	"strings"
	"testing"
	"time"

	"tonghop/aggregate"
	"tonghop/sheets"
)

func TestDecimalText(t *testing.T) {
	for typed, want := range map[string]string{
		"0": "0", "1805": "1805", "-3": "-3", "33/40": "0.825", "1/1000000000000000000": "0.000000000000000001",
		"99999999999999999999": "99999999999999999999", "199086/241386": "", "1/3": "", "1/10000000000000000000": "", "100000000000000000000": "",
	} {
		x, ok := new(big.Rat).SetString(typed)
		if !ok {
			t.Fatal(typed)
		}
		got := ""
		if text := decimalText(x); text != nil {
			got = *text
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", typed, got, want)
		}
	}
	if decimalText(nil) != nil {
		t.Error("no number is a decimal")
	}
}

// Every column of the catalogue has a word in the long table, and no two the same.
func TestLongTableWords(t *testing.T) {
	seen := make(map[string]bool)
	for kind := sheets.Count; kind < sheets.Derived; kind++ {
		if word := kindKeys[kind]; word == "" || seen[word] {
			t.Errorf("kind %d is called %q", kind, word)
		}
		seen[kindKeys[kind]] = true
	}
	for how := sheets.PeriodSum; how <= sheets.PeriodNone; how++ {
		if periodRollupKeys[how] == "" {
			t.Errorf("period rollup %d has no word", how)
		}
	}
	for how := sheets.InPeriod; how <= sheets.AtDate; how++ {
		if reportingKeys[how] == "" {
			t.Errorf("way of reporting %d has no word", how)
		}
	}
}

func TestFactStates(t *testing.T) {
	sent := &sheets.Submission{}
	for want, f := range map[string]aggregate.Fact{
		"in_question": {InQuestion: true}, "not_submitted": {}, "absent": {Submission: sent}, "blank": {Submission: sent, Value: sheets.Value{State: sheets.Blank}},
		"unreadable":     {Submission: sent, Value: sheets.Value{State: sheets.Unreadable}},
		"not_applicable": {Submission: sent, Value: sheets.Value{State: sheets.Exempt}},
		"given":          {Submission: sent, Value: sheets.Value{State: sheets.Given}}, "nil": {Submission: sent, Value: sheets.Value{State: sheets.Given, Nil: true}},
	} {
		if got := factState(f); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// The keys of a line are a contract: the view of docs/so-lieu-lon.md names them in this order.
func TestFactKeys(t *testing.T) {
	var names []string
	shape := reflect.TypeFor[factJSON]()
	for i := range shape.NumField() {
		names = append(names, shape.Field(i).Tag.Get("json"))
	}
	want := "schema run_period policy tree period period_from period_to period_path unit unit_name level unit_path share own indicator kind unit_rollup period_rollup reporting" +
		" state value value_num numerator denominator yes text asked counted have expected left_out form_date file sha256 sheet cell raw"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A figure that was not given has no value, and what stands in its cell is still told.
func TestFactOfAnUnreadableCell(t *testing.T) {
	day := time.Date(2021, 12, 4, 0, 0, 0, 0, time.UTC)
	file := &sheets.File{Path: "nop/x1.xlsx", SHA256: "ab", Sheets: []string{"Biểu mẫu"}}
	var line factJSON
	f := aggregate.Fact{
		Unit: &sheets.Unit{Code: "x1"}, Indicator: &sheets.Indicator{Code: "a"}, Periods: []*sheets.Period{{Code: "2021", From: day, To: day}, {Code: "Q1", From: day, To: day}},
		Submission: &sheets.Submission{File: file, Declared: day}, Value: sheets.Value{State: sheets.Unreadable, Row: 12, Col: 5, Raw: "<khoảng 5>"}, Asked: true, Expected: 1,
	}
	line.ofPeriod(f.Periods)
	line.ofIndicator(f.Indicator)
	line.ofValue(f)
	line.ofSubmission(f)
	got, err := json.Marshal(line)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"period":"Q1"`, `"period_path":"/2021/Q1"`, `"state":"unreadable","value":null`, `"counted":false,"have":0,"expected":1`, `"form_date":"2021-12-04","file":"nop/x1.xlsx"`, `"cell":"E12"`} {
		if !strings.Contains(string(got), want) {
			t.Errorf("%s\nhas no %s", got, want)
		}
	}
}
