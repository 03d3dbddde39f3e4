package figure

import (
	"strings"
	"testing"

	"tonghop/lang"
)

// A number with the format of dates is never a figure; what was typed is suggested where only one thing can have been.
func TestNumbersFormattedAsDates(t *testing.T) {
	for _, c := range []struct {
		name       string
		field      Field
		measure    string
		number     string // counted from 1900
		stored     string // as it stands in the cell; "" where it is the same
		suggestion string
		says       string
	}{
		{"a ratio, the day first", RatioField, "", "44509", "", "9/11", "09/11/2021"},
		{"a ratio, the month first", RatioField, "", "44450", "", "9/11", "11/9/2021"},
		{"a range", RangeField, "tuổi", "44228", "", "01-02", "01/02/2021"},
		{"a range in two digits", RangeField, "", "44474", "", "05-10", "có lẽ đã gõ 05-10"},
		{"a day of this year is no count", CountField, "người", "44228", "", "", "01/02/2021"},
		{"a count in a cell of dates", CountField, "người", "45", "", "45", "14/02/1900"},
		{"1.805 in a cell of dates", CountField, "người", "1805", "", "1805", "có lẽ đã gõ 1805"},
		{"on the day that never was", CountField, "người", "60", "", "60", "60"},
		{"none", CountField, "người", "0", "", "0", "0"},
		{"a count in a workbook of 1904", CountField, "người", "1507", "45", "45", "có lẽ đã gõ 45"},
		{"a time of day is no count", CountField, "người", "0.5", "", "", ""},
		{"a decimal", DecimalField, "tấn", "1.5", "", "1,5", ""},
		{"money", MoneyField, "đồng", "1000", "", "1000", ""},
		{"a percentage", PercentField, "%", "45", "", "", ""},
		{"yes or no", YesNoField, "", "1", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			stored := c.stored
			if stored == "" {
				stored = c.number
			}
			got := Read(c.field, c.measure, Input{Number: rat(t, c.number), Date: true, Text: stored})
			if got.Severity != Error || got.Value.Kind != Missing || got.Suggestion != c.suggestion || got.Rule != "R9" {
				t.Errorf("%+v, %v", got, got.Message.In(lang.Vi))
			}
			if text := got.Message.In(lang.Vi); !strings.Contains(text, c.says) || strings.Contains(text+got.Message.In(lang.En), "%!") {
				t.Errorf("it says %q, not %q", text, c.says)
			}
		})
	}
}

// What is refused says what was probably meant where there is just one thing.
func TestSuggestionsForWhatIsRefused(t *testing.T) {
	checkReads(t, CountField, "người", []readCase{
		{"=12+5", "", Error, "17"}, {"=3*4+5", "", Error, "17"}, {"=SUM(A1:A3)", "", Error, ""}, {"=A1+5", "", Error, ""},
		{"1.805,0", "", Error, "1805"}, {"12,00", "", Error, "12"}, {"12,5", "", Error, ""},
	})
	checkReads(t, MoneyField, "đồng", []readCase{{"=10*500000", "", Error, "5000000"}})
	checkReads(t, RatioField, "", []readCase{
		{"5 trên 7", "", Error, "5/7"}, {"5 trong tổng số 7", "", Error, "5/7"}, {"5:7", "", Error, "5/7"}, {"7 trên 5", "", Error, ""},
		{"trên 7", "", Error, ""}, {"năm trên bảy", "", Error, ""},
	})
	checkReads(t, RangeField, "tuổi", []readCase{{"40-30", "", Error, "30-40"}, {"từ 32 đến 31 tuổi", "", Error, "31-32"}, {"3,5-2", "", Error, "2-3,5"}})
}
