package formula_test

import "testing"

// Whatever somebody types into a cell or a tag, it has faults inside the text or a canonical spelling that means the
// same, and it can be checked and evaluated.
func FuzzParse(f *testing.F) {
	for _, d := range derived {
		f.Add(d.formula)
	}
	for _, src := range []string{
		"", "=a", "1.805", "1,805%", "a < b < c", "neu(a; b", "max(a, 1,5)", "nguong(CT–A.1.805)", `"nói ""có"`, "“x”+‘y’", "không phải không",
		"((((a))))", "- -a × (b ÷ c)", "a:b && !c", "e\u0301\u200b_\u0301", "\xff\xfe", "và(a;b)", "5tr%", "so_don_vi(xa (b; c) d; \"\")", "a\x00b", "\u0338=\u0338", "\u0344 h\xe54\xbc\u0344",
	} {
		f.Add(src)
	}
	w := province()
	f.Fuzz(func(t *testing.T, src string) { roundTrip(t, src, w) })
}
