package templates

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// quickTexts have what is rare and what looks like it.
var quickTexts = []string{
	"", "a", "Đoàn xã Tân Lập", `a & b < c > d "e" 'f'`, "a\tb\nc\rd\ve\x00f\x1f", "\xff", "a\xe1\xbb", "\uFFFD", "\uFFFE\uFFFF", "\uFEFFx", "ﬁ", "😀", strings.Repeat("ệ", 70),
	strings.Repeat("a&", 40), "Số liệu so_001", strings.Repeat("x", 50), strings.Repeat("x", 51), strings.Repeat("x", 52), strings.Repeat("😀", 25) + "y",
}

// TestQuickAlias holds the title that is put together from what is known of a tag to the one that is worked out at once.
func TestQuickAlias(t *testing.T) {
	for _, text := range quickTexts {
		for _, key := range quickTexts {
			got, want := string(appendAlias(nil, newTitle(text), key)), string(escapeAttribute(nil, alias(text, key)))
			if got != want {
				t.Errorf("%q with the key %q is %q, want %q", text, key, got, want)
			}
		}
	}
}

// FuzzEscape holds escaping to what XML says: nothing is left that it has no place for, and the rest reads back.
func FuzzEscape(f *testing.F) {
	for _, text := range quickTexts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		legal := strings.Map(func(r rune) rune {
			if !inXML(r) {
				return -1
			}
			return r
		}, strings.ToValidUTF8(text, "\x00"))
		written, dropped := escapeText(nil, text)
		if got := unescape(written); got != legal {
			t.Errorf("%q reads back as %q", text, got)
		}
		if dropped == 0 != (legal == text) {
			t.Errorf("%d characters of %q were dropped", dropped, text)
		}
		attribute := escapeAttribute(nil, text)
		if got, want := unescape(attribute), strings.ReplaceAll(legal, string(utf8.RuneError), ""); got != want {
			t.Errorf("%q reads back as %q from an attribute", text, got)
		}
		if err := wellFormed([]byte(`<a b="` + string(attribute) + `">` + string(written) + `</a>`)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	})
}
