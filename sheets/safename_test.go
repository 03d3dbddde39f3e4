package sheets

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSafeName(t *testing.T) {
	keep := []string{"tn1-25456", "tn1-25456-cd01", "Đoàn xã Tân Lập", "a.b", "X_1", "COM10", "CONG", "NULL"}
	for _, text := range keep {
		if got := SafeName(text); got != text {
			t.Errorf("SafeName(%q) = %q, want it as it is", text, got)
		}
	}
	change := []string{
		"", ".", "..", "../x", `..\x`, "a/b", "a:b", "a?", "CON", "con", "nul.x", "COM1", "lpt9.a", "COM²", "aux ",
		"tail.", "tail ", ".hidden", "-rf", "~$khoa", "a\x00b", "a\nb", "a\u202eb", "a\u00a0b", "a~b", strings.Repeat("đ", 300),
	}
	seen := make(map[string]string)
	for _, text := range change {
		got := SafeName(text)
		if got == text || !fitsEverywhere(got) {
			t.Errorf("SafeName(%q) = %q", text, got)
		}
		if other, twice := seen[strings.ToLower(got)]; twice && !strings.EqualFold(other, text) {
			t.Errorf("%q and %q both give %q", text, other, got)
		}
		seen[strings.ToLower(got)] = text
	}
}

// fitsEverywhere is what Windows, the strictest of the three, asks of a name; the ending .xlsx follows.
func fitsEverywhere(name string) bool {
	return name != "" && len(name) <= 120 && !strings.ContainsAny(name, "<>:\"/\\|?*\x00\n") && !strings.HasPrefix(name, ".") &&
		strings.TrimRight(name, ". ") == name && !reservedName(name)
}

func TestSafeNamesAreDistinct(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[aA/:.~ -]{0,4}`), rapid.SampledFrom([]string{"con", "CON", "a-b", "a/b", "a:b"}))
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		nameA, nameB := SafeName(a), SafeName(b)
		if !fitsEverywhere(nameA) {
			t.Fatalf("SafeName(%q) = %q does not fit", a, nameA)
		}
		same := foldUnit(UnitCode(a)) == foldUnit(UnitCode(b))
		if !same && strings.EqualFold(nameA, nameB) {
			t.Fatalf("%q and %q both give %q", a, b, nameA)
		}
	})
}

// What SafeName makes Windows can hold, and what it cannot hold is told.
func TestWindowsTakes(t *testing.T) {
	for _, name := range []string{"x1.xlsx", "Đoàn xã Một.xlsx", ".an", "-a", "con-duong.xlsx", "a b"} {
		if !WindowsTakes(name) {
			t.Errorf("%q is refused", name)
		}
	}
	for _, name := range []string{"", "con.xlsx", "NUL", "a:b.xlsx", "a?", "a.", "a ", "a\x01", `a\b`} {
		if WindowsTakes(name) {
			t.Errorf("%q is taken", name)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if name := SafeName(text) + ".xlsx"; !WindowsTakes(name) {
			t.Fatalf("%q became %q, which Windows cannot hold", text, name)
		}
	})
}
