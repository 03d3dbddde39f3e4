package xlsx

import (
	"testing"

	"pgregory.net/rapid"
)

func TestRef(t *testing.T) {
	for want, at := range map[string][2]int{
		"A1": {1, 1}, "B7": {7, 2}, "Z10": {10, 26}, "AA100": {100, 27}, "ZZ9": {9, 702}, "AAA1": {1, 703}, "XFD1048576": {MaxRow, MaxCol},
	} {
		if got := Ref(at[0], at[1]); got != want {
			t.Errorf("Ref(%d, %d) = %q, want %q", at[0], at[1], got, want)
		}
	}
	for _, bad := range []string{"", "A", "1", "A0", "A01", "a1", "A-1", "A1 ", " A1", "A1B", "XFE1", "A1048577", "AAAA1", "A99999999999999999999", "Á1", "A1:B2"} {
		if row, col, ok := parseRef([]byte(bad)); ok {
			t.Errorf("%q was read as row %d column %d", bad, row, col)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		row, col := rapid.IntRange(1, MaxRow).Draw(t, "row"), rapid.IntRange(1, MaxCol).Draw(t, "col")
		gotRow, gotCol, ok := parseRef([]byte(Ref(row, col)))
		if !ok || gotRow != row || gotCol != col {
			t.Fatalf("%d, %d became %s became %d, %d, %v", row, col, Ref(row, col), gotRow, gotCol, ok)
		}
	})
}

func TestRange(t *testing.T) {
	r, ok := parseRange([]byte("C3:A1"))
	if !ok || r.String() != "A1:C3" || !r.Contains(2, 2) || !r.Contains(3, 3) || r.Contains(4, 1) || r.Contains(1, 4) {
		t.Errorf("%v, %v", r, ok)
	}
	for _, bad := range []string{"", ":", "A1:", ":A1", "A:C", "1:3", "A1:B2:C3", "Sheet1!A1"} {
		if r, ok := parseRange([]byte(bad)); ok {
			t.Errorf("%q was read as %v", bad, r)
		}
	}
}

func TestFormatKind(t *testing.T) {
	type kind struct{ date, percent bool }
	for code, want := range map[string]kind{
		"General": {}, "GENERAL": {}, "0": {}, "#,##0.00": {}, "@": {}, "0.00E+00": {}, "##0.0e-0": {}, "# ?/?": {}, "Standard": {true, false},
		"0%": {false, true}, "0.00%;[Red]-0.00%": {false, true}, `0"%"`: {}, `0\%`: {}, "0_%": {}, `[$%-1]0`: {},
		"dd/mm/yyyy": {true, false}, "[$-42A]dd mmmm yyyy": {true, false}, "[$-F800]dddd": {true, false}, "h:mm AM/PM": {true, false}, "[h]:mm": {true, false}, "[mm]": {true, false}, "[SS].0": {true, false},
		`#,##0 "đồng"`: {}, `#,##0\ "d"`: {}, `_-* #,##0\ _d_-`: {}, `#,##0\d`: {}, "[Red]0": {}, "[$đ-42A]#,##0": {}, "#,##0 [$VND]": {}, "[>=100]0;0.0": {},
		`"ngày "dd" tháng "mm" năm "yyyy`: {true, false}, `"dd`: {}, "[dd": {}, `0\`: {}, "": {}, `_("$"* #,##0.00_);_("$"* \(#,##0.00\);_("$"* "-"??_);_(@_)`: {},
	} {
		date, percent := formatKind(code)
		if got := (kind{date, percent}); got != want {
			t.Errorf("formatKind(%q) = %+v, want %+v", code, got, want)
		}
	}
	for id, code := range builtinFormats {
		date, percent := formatKind(code)
		wantDate := 14 <= id && id <= 22 || 27 <= id && id <= 36 || 45 <= id && id <= 47 || 50 <= id && id <= 58
		if date != wantDate || percent != (id == 9 || id == 10) {
			t.Errorf("built-in %d, %q: %v, %v", id, code, date, percent)
		}
	}
}
