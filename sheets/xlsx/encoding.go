package xlsx

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"tonghop/lang"
)

// What is wrong with characters, in words.
var (
	notUTF8      = lang.Format{Vi: "có ký tự không phải UTF-8", En: "a character is not UTF-8"}
	badCharacter = lang.Format{Vi: "có ký tự điều khiển bị cấm", En: "a control character that is forbidden"}
	badUTF16     = lang.Format{Vi: "có ký tự không phải UTF-16", En: "a character is not UTF-16"}
	badVersion   = lang.Format{Vi: "khai báo phiên bản XML lạ", En: "a strange version of XML"}
)

// isUTF16 reports whether bytes start as text in UTF-16 does: with a byte order mark, or with "<" in two bytes.
func isUTF16(b []byte) bool {
	if len(b) < 2 {
		return false
	}
	switch [2]byte(b) {
	case [2]byte{0xFF, 0xFE}, [2]byte{0xFE, 0xFF}, [2]byte{'<', 0}, [2]byte{0, '<'}:
		return true
	}
	return false
}

// longestUTF16 is the most that is converted: no program of today writes UTF-16, and converting takes twice the memory.
const longestUTF16 = 8 << 20

// toUTF8 gives the text of a part without byte order mark. Office writes UTF-8 and reads UTF-16 too.
func toUTF8(part string, data []byte) ([]byte, error) {
	if !isUTF16(data) {
		return bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), nil
	}
	if len(data) > longestUTF16 {
		return nil, refuse(TooLarge, tooManyBytes.With(longestUTF16>>20))
	}
	if len(data)%2 != 0 {
		return nil, refuse(Malformed, part, len(data), badUTF16)
	}
	var order binary.ByteOrder = binary.LittleEndian
	if data[0] == 0xFE || data[0] == 0 {
		order = binary.BigEndian
	}
	out := make([]byte, 0, len(data)/2)
	for i := 0; i < len(data); i += 2 {
		r := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if i += 2; i < len(data) {
				low = rune(order.Uint16(data[i:]))
			}
			if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
				return nil, refuse(Malformed, part, i, badUTF16)
			}
		}
		if i > 1 || r != 0xFEFF {
			out = utf8.AppendRune(out, r)
		}
	}
	return out, nil
}

// checkCharacters refuses what XML forbids anywhere: bytes that are not UTF-8, control characters, and the two non-characters.
func checkCharacters(part string, data []byte) error {
	if !utf8.Valid(data) {
		return refuse(Malformed, part, firstInvalid(data), notUTF8)
	}
	if i := firstControl(data); i >= 0 {
		return refuse(Malformed, part, i, badCharacter)
	}
	for _, none := range []string{"\uFFFE", "\uFFFF"} {
		if i := bytes.Index(data, []byte(none)); i >= 0 {
			return refuse(Malformed, part, i, badCharacter)
		}
	}
	return nil
}

// firstInvalid is where text that is not UTF-8 begins.
func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
	return len(data)
}

// firstControl is where the first control character stands, -1 without one. Eight bytes are looked at together: subtracting 0x20 from each borrows into
// its highest bit where it was below. That marks every byte below 0x20, now and then one more, and so they are looked at one by one.
func firstControl(data []byte) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	for i := 0; i < len(data); {
		if i+8 <= len(data) {
			v := binary.LittleEndian.Uint64(data[i:])
			if (v-ones*0x20)&^v&highs == 0 {
				i += 8
				continue
			}
		}
		for stop := min(i+8, len(data)); i < stop; i++ {
			if isControl(data[i]) {
				return i
			}
		}
	}
	return -1
}

func isControl(c byte) bool { return c < ' ' && c != '\t' && c != '\n' && c != '\r' }

// isXMLRune reports whether a character reference may stand for the character.
func isXMLRune(r rune) bool {
	switch {
	case r < ' ':
		return r == '\t' || r == '\n' || r == '\r'
	case r < 0xD800:
		return true
	}
	return 0xE000 <= r && r <= 0xFFFD || 0x10000 <= r && r <= utf8.MaxRune
}
