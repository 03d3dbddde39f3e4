package templates

import (
	"strings"
	"testing"
)

// A page setup of whatever content stays one, says where its pages begin, and doing it again changes nothing.
func FuzzStartAnew(f *testing.F) {
	for _, seed := range []string{
		`<w:sectPr/>`, `<w:sectPr w:rsidR="1" ></w:sectPr>`, `a<w:sectPr><w:type w:val="continuous"/><w:cols><w:col/></w:cols></w:sectPr>b`,
		`<w:sectPr><w:pgNumType w:fmt="lowerRoman"/><w:sectPrChange><w:sectPr/></w:sectPrChange></w:sectPr>`, `<w:sectPr><!-- > --><w:docGrid/></w:sectPr>`,
		`</w:sectPr><w:sectPr>`, `<w:sectPr><x></y></w:sectPr>`,
	} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	f.Fuzz(func(t *testing.T, text string, notes bool) {
		at, found := sectionIn([]byte(text), "w:")
		if !found {
			return
		}
		sect := text[at.start:at.end]
		if _, _, err := parseXML([]byte(sect)); err != nil {
			return // templates are well-formed, which is found out before
		}
		once := string(startAnew([]byte(sect), "w:", notes))
		if twice := string(startAnew([]byte(once), "w:", notes)); twice != once {
			t.Errorf("%q becomes %q and then %q", sect, once, twice)
		}
		if _, _, err := parseXML([]byte(once)); err != nil || !strings.Contains(once, "start=") {
			t.Errorf("%q becomes %q: %v", sect, once, err)
		}
	})
}
