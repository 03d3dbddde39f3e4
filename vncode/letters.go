package vncode

// The vowels of Vietnamese, each without a tone and with the five: huyền, hỏi, ngã, sắc, nặng. That is the order of TCVN3.
var vowels = [...]string{
	"aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
}

// letter is what a letter of the alphabet is made of.
type letter struct {
	base rune // the small letter without its tone
	tone int  // 0 for none
}

// alphabet are the letters with marks, small and capital, and the vowels without. It is worked out once.
var alphabet = func() map[rune]letter {
	letters := map[rune]letter{'đ': {'đ', 0}, 'Đ': {'đ', 0}}
	for _, row := range vowels {
		base, tone := rune(0), 0
		for _, small := range row {
			if base == 0 {
				base = small
			}
			letters[small], letters[upper(small)] = letter{base, tone}, letter{base, tone}
			tone++
		}
	}
	return letters
}()

// withTone gives a vowel with a tone in place of the one that it has, if any.
func withTone(vowel rune, tone int) rune {
	made, ok := alphabet[vowel]
	if !ok || tone == 0 {
		return vowel
	}
	for _, row := range vowels {
		letters := []rune(row)
		if letters[0] == made.base {
			if vowel == upper(vowel) {
				return upper(letters[tone])
			}
			return letters[tone]
		}
	}
	return vowel
}

// onlyUnicode reports whether a character is one of Vietnamese that no old encoding is stored with: a letter beyond those of Western Europe, or a tone of its own.
func onlyUnicode(r rune) bool {
	if r <= 0xFF {
		return false
	}
	_, ok := alphabet[r]
	return ok || 0x300 <= r && r <= 0x323
}
