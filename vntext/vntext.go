// Package vntext compares Vietnamese text that people typed.
//
// The same word reaches us in many spellings: composed or decomposed Unicode, the tone mark on either vowel (hoà, hòa),
// straight or curly apostrophes (Cư M'gar), hyphens of three lengths, no-break and zero-width spaces from web pages and PDF
// copies. Clean makes a text fit to be shown and kept, Key tells whether two texts are the same word, and Fold, which
// also drops accents, only ever yields candidates: Hoà, Hóa and Hoa fold alike and are three different names.
package vntext

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NFC gives the composed form of a text, the one in which the program keeps everything. Bytes that are not UTF-8
// become U+FFFD.
func NFC(s string) string {
	return norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
}

// Clean gives the text as it may be shown and kept: NFC, every kind of space and line break as one plain space, no
// zero-width or control characters, nothing around it. Letters, case and accents stay as they were.
func Clean(s string) string {
	s = strings.Map(cleanRune, strings.ToValidUTF8(s, "\uFFFD"))
	return NFC(strings.Join(strings.Fields(s), " "))
}

// Key gives the form under which two spellings of the same word are equal: clean, lower case, tone marks independent
// of the vowel they stand on, one kind of apostrophe and hyphen. Accents count. A key is for comparing, not for showing.
func Key(s string) string {
	decomposed := []rune(norm.NFD.String(lower(s)))
	keyed := make([]rune, 0, len(decomposed))
	for len(decomposed) > 0 {
		n := wordLength(decomposed)
		if n == 0 {
			keyed = append(keyed, decomposed[0])
			decomposed = decomposed[1:]
			continue
		}
		keyed = append(keyed, toneLast(decomposed[:n])...)
		decomposed = decomposed[n:]
	}
	return norm.NFC.String(string(keyed))
}

// Fold gives the text as somebody without a Vietnamese keyboard would type it: clean, lower case, no accents, d for
// đ. Two texts that fold alike are candidates for being the same and no more.
func Fold(s string) string {
	folded := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'đ':
			return 'd'
		}
		return r
	}, norm.NFD.String(lower(s)))
	return norm.NFC.String(strings.Join(strings.Fields(folded), " "))
}

// cleanRune maps spaces and line breaks to a space and drops what has no width. Soft hyphens and marks of writing
// direction are format characters too.
func cleanRune(r rune) rune {
	switch {
	case unicode.IsSpace(r), r == '\u2028', r == '\u2029':
		return ' '
	case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}

// lower is the part that Key and Fold have in common. The Icelandic letter ð stands for đ in texts converted from the
// old Vietnamese encodings; the two capitals look the same.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘', 'ʼ', '`', '´':
			return '\''
		case '–', '—', '‐', '‑', '‒', '−':
			return '-'
		case 'ð':
			return 'đ'
		}
		return r
	}, strings.ToLower(Clean(s)))
}

// wordLength counts the letters and marks at the start of a decomposed text.
func wordLength(rs []rune) int {
	for i, r := range rs {
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			return i
		}
	}
	return len(rs)
}

// toneLast moves the tone mark of a syllable behind its last letter. A syllable has one tone, so nothing is lost; a
// word with several tones is no syllable and stays as it is.
func toneLast(word []rune) []rune {
	at := -1
	for i, r := range word {
		if !isTone(r) {
			continue
		}
		if at >= 0 {
			return word
		}
		at = i
	}
	if at < 0 {
		return word
	}
	moved := make([]rune, 0, len(word))
	moved = append(moved, word[:at]...)
	moved = append(moved, word[at+1:]...)
	return append(moved, word[at])
}

// isTone reports whether a combining mark is one of the five tones: huyền, sắc, ngã, hỏi, nặng.
func isTone(r rune) bool {
	switch r {
	case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323':
		return true
	}
	return false
}
