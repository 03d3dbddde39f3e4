package figure

import (
	"encoding/csv"
	"math/big"
	"os"
	"strings"
	"testing"
	"time"

	"tonghop/lang"
)

// The kinds of testdata/number_examples.csv with the field and measure that they stand for.
var exampleFields = map[string]struct {
	field   Field
	measure string
}{
	"int": {CountField, "người"}, "dec": {DecimalField, "tấn"}, "money_dong": {MoneyField, "đồng"}, "money_trieu": {MoneyField, "triệu đồng"},
	"pct": {PercentField, "%"}, "ratio": {RatioField, ""}, "range": {RangeField, "tuổi"}, "date": {DateField, ""}, "yesno": {YesNoField, ""},
}

// The reasons that the examples name, with what Read says for each.
var exampleFaults = map[string][]lang.Format{
	"fraction in a count":   {msgFraction, msgFractionCell},
	"bad grouping":          {msgGrouping},
	"approximate":           {msgApproximate},
	"vague word":            {msgVague},
	"sum typed":             {msgSum},
	"number in words":       {msgNumberWords},
	"not a number":          {msgLetters},
	"negative":              {msgNegative},
	"date-formatted cell":   {msgDateCell, msgDatePair, msgDateNumber},
	"formula error":         {msgFormulaError},
	"formula typed as text": {msgFormulaText},
	"ambiguous":             {msgAmbiguous, msgBareShare},
	"fraction of đồng":      {msgFractionOfDong},
	"unit price":            {msgUnitPrice},
	"not a money unit":      {msgNotMoney},
	"unit slip":             {msgUnitSlip},
	"share above 100%":      {msgAboveWhole},
	"part above whole":      {msgPartAboveWhole},
	"not a ratio":           {msgNotRatio},
	"low above high":        {msgLowAboveHigh},
	"month above 12":        {msgMonthAboveTwelve},
	"incomplete date":       {msgIncompleteDate},
	"not yes or no":         {msgNotYesNo},
}

func exampleRows(t *testing.T, direction string) [][]string {
	t.Helper()
	f, err := os.Open("testdata/number_examples.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 127 {
		t.Fatalf("%d rows, want a header and 126 examples", len(rows))
	}
	var wanted [][]string
	for _, row := range rows[1:] {
		if row[1] == direction {
			wanted = append(wanted, row)
		}
	}
	return wanted
}

func TestReadExamples(t *testing.T) {
	for _, row := range exampleRows(t, "read") {
		id, kind, input, expected, finding, rule := row[0], row[2], row[3], row[4], row[5], strings.Fields(row[6])[0]
		t.Run(id, func(t *testing.T) {
			f, ok := exampleFields[kind]
			if !ok {
				t.Fatalf("unknown kind %q", kind)
			}
			got := Read(f.field, f.measure, exampleInput(t, input))
			want := finding
			if finding == "ok" {
				want = "fine"
			}
			if got.Severity.String() != want {
				t.Fatalf("%q: %v (%s), want %s", input, got.Severity, got.Message.In(lang.En), finding)
			}
			if got.Severity != Fine && !strings.Contains(strings.Join(row[6:], " "), got.Rule) {
				t.Errorf("%q: rule %s, want %s", input, got.Rule, rule)
			}
			checkExample(t, got, expected)
		})
	}
}

func checkExample(t *testing.T, got Reading, expected string) {
	t.Helper()
	reason, isError := strings.CutPrefix(expected, "error: ")
	if !isError {
		if text := exampleText(got.Value, strings.HasSuffix(expected, "%")); text != expected {
			t.Errorf("value %s, want %s", text, expected)
		}
		return
	}
	for _, format := range exampleFaults[reason] {
		if got.Message.Format == format {
			return
		}
	}
	t.Errorf("says %q, want: %s", got.Message.In(lang.En), reason)
}

// exampleInput makes the cell that an example describes.
func exampleInput(t *testing.T, s string) Input {
	t.Helper()
	if shown, ok := strings.CutPrefix(s, "date cell shown as "); ok {
		return Input{Text: shown, Number: big.NewRat(44593, 1), Date: true}
	}
	if number, ok := strings.CutPrefix(s, "numeric cell "); ok {
		number, percent := strings.CutSuffix(number, ", percent format")
		r, ok := new(big.Rat).SetString(strings.Replace(number, ",", ".", 1))
		if !ok {
			t.Fatalf("no number in %q", s)
		}
		return Input{Number: r, Percent: percent}
	}
	return Input{Text: strings.NewReplacer("<NBSP>", "\u00a0", "<empty>", "").Replace(s)}
}

// exampleText writes a value as the examples do.
func exampleText(v Value, percent bool) string {
	switch {
	case v.Kind == Missing:
		return "missing"
	case v.Kind == Bool && v.Bool:
		return "yes"
	case v.Den != nil:
		return v.Num.RatString() + " of " + v.Den.RatString()
	case percent:
		return Plain(NumberOf(new(big.Rat).Mul(v.Rat, hundred))) + "%"
	}
	return Plain(v)
}

func TestPrintExamples(t *testing.T) {
	for _, row := range exampleRows(t, "print") {
		id, kind, input, expected := row[0], row[2], row[3], row[4]
		t.Run(id, func(t *testing.T) {
			style, ok := StyleNamed(kind)
			if !ok {
				t.Fatalf("no style %q", kind)
			}
			got, ok := style.Print(exampleValue(t, kind, input))
			if got = strings.ReplaceAll(got, noBreak, " "); !ok || got != expected {
				t.Errorf("%s of %s: %q, %v, want %q", kind, input, got, ok, expected)
			}
		})
	}
}

// exampleValue makes the value that an example prints: one number, two terms, two ends or a date.
func exampleValue(t *testing.T, kind, s string) Value {
	t.Helper()
	if strings.HasPrefix(kind, "date") {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return Value{Kind: Date, Date: d}
	}
	first, second, two := strings.Cut(s, "; ")
	switch {
	case !two:
		return NumberOf(rat(t, first))
	case kind == "range":
		return Value{Kind: Range, Rat: rat(t, first), High: rat(t, second)}
	}
	return Quotient(rat(t, first), rat(t, second))
}

type helper interface {
	Helper()
	Fatalf(string, ...any)
}

func rat(t helper, s string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is no number", s)
	}
	return r
}
