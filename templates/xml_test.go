package templates

import "testing"

// FuzzWellFormed holds the quick check of a part to the reading of it into elements: both accept the same, and refuse for the same reason.
func FuzzWellFormed(f *testing.F) {
	for _, part := range []string{
		`<?xml version="1.0"?><w:p a="x>y" b='"'><w:r/><!-- <w:r> --><![CDATA[<a>]]></w:p >`,
		`<a>`, `</a>`, `<a/><b/>`, `<a></b>`, `<a b="<c>"/>`, `<a b='>'></a>`, `<a><>`, `<!DOCTYPE a><a/>`, "<a>\xff</a>", ``, `x`, `<a`, `<a b="></a>`,
		`<a/></a>`, "<a\n/>", `<a></a><!-- `,
	} {
		f.Add([]byte(part))
	}
	f.Fuzz(func(t *testing.T, part []byte) {
		_, _, long := parseXML(part)
		short := wellFormed(part)
		if (long == nil) != (short == nil) || long != nil && long.Error() != short.Error() {
			t.Errorf("%q: read as %v, checked as %v", part, long, short)
		}
	})
}
