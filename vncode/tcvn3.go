package vncode

import (
	"strings"
	"unicode"
)

// tcvn3 are the letters of the upper half of TCVN3, by character from U+00A0; 0 where it has none.
var tcvn3 = func() (table [0x60]rune) {
	at := func(code int, letters string) {
		for _, r := range letters {
			if table[code-0xA0] = r; r == ' ' {
				table[code-0xA0] = 0
			}
			code++
		}
	}
	at(0xA1, "ĂÂÊÔƠƯĐăâêôơưđ")
	at(0xB5, "àảãáạ ằẳẵắ")
	at(0xC6, "ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ")
	return table
}()

// FromTCVN3 converts a text that a font of TCVN3 draws to Unicode. capitals are what a font that ends in H draws. ok is false where the text has letters that are in no
// such text, because it is in Unicode whatever its font: it is then given as it is.
func FromTCVN3(text string, capitals bool) (converted string, ok bool) {
	var out strings.Builder
	out.Grow(len(text) + len(text)/4)
	for _, r := range text {
		if r == 'μ' { // the Greek letter looks like the sign µ
			r = 'µ'
		}
		switch {
		case 0xA0 <= r && r <= 0xFF && tcvn3[r-0xA0] != 0:
			r = tcvn3[r-0xA0]
		case r > '~' && r != 'ª' && r != 'º' && (unicode.IsLetter(r) || unicode.IsMark(r)):
			return text, false
		}
		out.WriteRune(r)
	}
	if capitals {
		return strings.ToUpper(out.String()), true
	}
	return out.String(), true
}

// upper is the capital of a letter.
func upper(r rune) rune { return unicode.ToUpper(r) }
