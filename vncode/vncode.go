// Package vncode reads Vietnamese text that was stored in the encodings of the time before Unicode.
//
// Those encodings are fonts: a letter is stored as a character of Western Europe (code page 1252), and a font such as .VnTime draws a Vietnamese letter in
// its place. “Đơn vị” is stored as “§¬n vÞ” for the fonts of TCVN3, also called ABC, whose names begin with “.Vn”; and as “Ñôn vò” for those of VNI, whose
// names begin with “VNI-”. TCVN3 has one character for each letter and no capitals with a tone; fonts that end in H draw capitals only. VNI has most letters as a plain one with
// a second character behind it. Plain letters, digits and signs are the same in all.
//
// A text can also be Unicode whose bytes (UTF-8) some program took for Western ones: “Ä‘Æ¡n vá»‹”. Recognise tells all of these by their characters: a text is one of
// them where it is no Vietnamese as it stands and all its words are once it is converted.
package vncode

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Code is an encoding of Vietnamese text.
type Code uint8

// The encodings. Unicode is what everything else is converted to.
const (
	Unicode Code = iota
	TCVN3        // also called ABC, drawn by the fonts .VnTime, .VnArial, .VnTimeH
	VNI          // drawn by the fonts VNI-Times, VNI-Helve
	UTF8         // Unicode in UTF-8 that was taken for code page 1252
)

// String is the name of the encoding as UniKey and the offices say it. It is the same in all languages.
func (c Code) String() string {
	return [...]string{"Unicode", "TCVN3 (ABC)", "VNI Windows", "UTF-8"}[c]
}

// OfFont gives the encoding that a font draws, by its name, and whether it draws capitals for small letters. A font of today draws Unicode.
func OfFont(name string) (c Code, capitals bool) {
	switch {
	case hasPrefix(name, ".vn"):
		return TCVN3, strings.HasSuffix(name, "H")
	case hasPrefix(name, "vni-"), hasPrefix(name, "vni "):
		return VNI, false
	}
	return Unicode, false
}

// hasPrefix compares without regard to case, and costs nothing for a font of today.
func hasPrefix(name, prefix string) bool {
	return len(name) >= len(prefix) && strings.EqualFold(name[:len(prefix)], prefix)
}

// IsASCII reports whether a text has none but the characters that are the same in all encodings.
func IsASCII(text string) bool {
	for i := range len(text) {
		if text[i] > '~' {
			return false
		}
	}
	return true
}

// Possible reports whether a text can be stored in an encoding: TCVN3 and VNI have none of the letters that only Unicode has.
func Possible(c Code, text string) bool {
	if c == TCVN3 {
		_, ok := FromTCVN3(text, false)
		return ok
	}
	return c == Unicode || !strings.ContainsFunc(text, onlyUnicode)
}

// Western gives bytes as Windows shows them in code page 1252, in which all the old encodings are stored. Five bytes have no character there and stay what they are.
func Western(data []byte) string {
	text := make([]rune, len(data))
	for i, b := range data {
		if text[i] = charmap.Windows1252.DecodeByte(b); text[i] == utf8.RuneError {
			text[i] = rune(b)
		}
	}
	return string(text)
}

// fromUTF8 undoes the mistake of taking UTF-8 for code page 1252. ok is false where the text is no such thing.
func fromUTF8(text string) (string, bool) {
	data := make([]byte, 0, len(text))
	for _, r := range text {
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok && r > 0xFF {
			return "", false
		} else if !ok {
			b = byte(r)
		}
		data = append(data, b)
	}
	fixed := string(data)
	return fixed, utf8.ValidString(fixed) && fixed != text
}
