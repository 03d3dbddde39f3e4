package sheets

import (
	"math/big"
	"testing"
)

func TestSumsTo(t *testing.T) {
	people, gifts := &Indicator{Kind: Count, Measure: "người"}, &Indicator{Kind: Count, Measure: "suất"}
	money := &Indicator{Kind: Money, Measure: "triệu đồng"}
	tab := &table{}
	for i, row := range []struct {
		ind *Indicator
		n   int64
		row uint32
	}{{people, 140, 10}, {people, 96, 11}, {gifts, 20, 12}, {money, 13_000_000, 13}, {people, 7, 16}, {people, 0, 17}} {
		value := Value{State: Given, Rat: big.NewRat(row.n, 1), Row: row.row}
		if i == 5 {
			value = Value{State: Blank, Row: row.row}
		}
		tab.entries = append([]entry{{ind: row.ind, value: value}}, tab.entries...) // the order of the entries is not that of the rows
	}
	for _, tt := range []struct {
		name   string
		stated int64
		row    int
		want   bool
	}{
		{"the rows above", 236, 12, true}, {"one of them wrong", 240, 12, false}, {"the last one alone", 96, 12, true},
		{"rows in one unit only", 236, 14, true}, {"money as it is typed", 13, 14, true}, {"all of them", 140 + 96 + 20 + 13, 15, true},
		{"the rows below", 7, 15, true}, {"all above and people only", 243, 18, true}, {"none above", 5, 9, false}, {"all below", 276, 9, true},
	} {
		if got := sumsTo(big.NewRat(tt.stated, 1), tab.amounts(), tt.row); got != tt.want {
			t.Errorf("%s: %d at row %d: %v", tt.name, tt.stated, tt.row, got)
		}
	}
}
