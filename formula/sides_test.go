package formula

import "testing"

func TestSides(t *testing.T) {
	tests := []struct{ text, left, op, right string }{
		{"f_xa_mt >= 1", "f_xa_mt", ">=", "1"},
		{"a + b < c / 2", "a + b", "<", "c / 2"},
		{"dem_don_vi(a >= 1; xa) = so_don_vi(xa)", "dem_don_vi(a >= 1; xa)", "=", "so_don_vi(xa)"},
		{`a <> "x >= ""1"""`, "a", "<>", `"x >= ""1"""`},
		{"va_a >= 1", "va_a", ">=", "1"},
		{"không phải a >= 1", "", "", ""},
		{"a >= 1 và b >= 2", "", "", ""},
		{"co_so và b >= 2", "", "", ""},
		{"a", "", "", ""},
		{"(a >= 1) = (b >= 1)", "a >= 1", "=", "b >= 1"},
	}
	if _, _, _, ok := (*Expr)(nil).Sides(); ok {
		t.Error("no expression has no sides")
	}
	for _, test := range tests {
		e, faults := Parse(test.text)
		if len(faults) > 0 {
			t.Fatalf("%s: %v", test.text, faults)
		}
		left, right, op, ok := e.Sides()
		if ok != (test.op != "") {
			t.Errorf("%s: ok is %v", test.text, ok)
		}
		if ok && (left.String() != test.left || right.String() != test.right || op.String() != test.op) {
			t.Errorf("%s: got %s %s %s", test.text, left, op, right)
		}
	}
}
