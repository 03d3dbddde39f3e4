package sheets

import (
	"math/big"
	"testing"
)

func TestExceptionsAreRead(t *testing.T) {
	tables := smallTables()
	add("Giải trình", []string{"Đơn vị", "Kỳ", "Mã", "Lý do", "Giá trị", "Ngày"}, "h1", "2021", "Q1", "Đã hỏi,\nsố đúng", "1.805", "05/01/2022", "h1", "", "ngoai-khoang:DV", "Đã hỏi", "", "")(&tables)
	c := loadTables(tables)
	if len(c.Exceptions) != 2 {
		t.Fatalf("%d rows, faults %v", len(c.Exceptions), c.Faults)
	}
	x := c.Exceptions[0]
	if x.Unit != "h1" || x.Period != "2021" || x.Code != "q1" || x.Figure != "" || x.Typed != "1.805" || x.Reason != "Đã hỏi, số đúng" || x.Day.Day() != 5 || x.Pos.Cell() != "C2" {
		t.Errorf("read as %+v", x)
	}
	if x = c.Exceptions[1]; x.Period != "2021" || x.Code != "ngoai-khoang" || x.Figure != "dv" || x.Typed != "" {
		t.Errorf("read as %+v", x)
	}
}

// A value is the accepted one in every spelling that the form itself may have; nothing else is.
func TestExceptionAccepts(t *testing.T) {
	given := func(a, b int64) Value { return Value{State: Given, Rat: big.NewRat(a, b)} }
	count, money := &Indicator{Kind: Count, Measure: "người"}, &Indicator{Kind: Money, Measure: "triệu đồng"}
	share, option := &Indicator{Kind: Percent, Measure: "%"}, &Indicator{Kind: Category}
	for _, tt := range []struct {
		typed string
		ind   *Indicator
		value Value
		raw   string
		want  bool
	}{
		{"", count, given(5, 1), "5", true}, {"5", count, given(5, 1), "05", true}, {"1.805", count, given(1805, 1), "1805", true},
		{"5", count, given(6, 1), "6", false}, {"0", count, Value{State: Blank}, "", false}, {"vài người", count, given(5, 1), "5", false},
		{"13,6", money, given(13_600_000, 1), "13.6", true}, {"13,6 triệu", money, given(13_600_000, 1), "13.6", true}, {"13600000", money, given(13_600_000, 1), "13.6", false},
		{"82,48%", share, given(8248, 10000), "0.8248", true}, {"XS", option, Value{State: Given, Text: "XS"}, "xs", true},
		{"Hàng chục", count, Value{State: Unreadable}, "hàng  chục", true}, {"x", nil, Value{}, "y", false}, {"y", nil, Value{}, "y", true},
	} {
		x := &Exception{Typed: tt.typed}
		x.value.Text = tt.typed
		if got := x.Accepts(tt.ind, tt.value, tt.raw); got != tt.want {
			t.Errorf("%q for %q: %v", tt.typed, tt.raw, got)
		}
	}
}
