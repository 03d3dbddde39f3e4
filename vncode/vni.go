package vncode

import "strings"

// What VNI stores behind a vowel: a tone, a mark that makes another vowel of it, or both.
var (
	vniTones = map[rune]int{'ø': 1, 'û': 2, 'õ': 3, 'ù': 4, 'ï': 5}
	vniRoof  = map[rune]int{'â': 0, 'à': 1, 'å': 2, 'ã': 3, 'á': 4, 'ä': 5}              // of â, ê, ô, with its tone
	vniBowl  = map[rune]int{'ê': 0, 'è': 1, 'ú': 2, 'ü': 3, 'é': 4, 'ë': 5}              // of ă, with its tone
	vniRoofs = map[rune]rune{'a': 'â', 'e': 'ê', 'o': 'ô', 'A': 'Â', 'E': 'Ê', 'O': 'Ô'} // the vowels that have a roof
	vniBowls = map[rune]rune{'a': 'ă', 'A': 'Ă'}
)

// vniLetters are the letters that VNI stores in one character.
var vniLetters = map[rune]rune{
	'ñ': 'đ', 'Ñ': 'Đ', 'ô': 'ơ', 'Ô': 'Ơ', 'ö': 'ư', 'Ö': 'Ư', 'ì': 'ì', 'Ì': 'Ì', 'æ': 'ỉ', 'Æ': 'Ỉ', 'ó': 'ĩ', 'Ó': 'Ĩ', 'í': 'í', 'Í': 'Í', 'ò': 'ị', 'Ò': 'Ị',
	'î': 'ỵ', 'Î': 'Ỵ',
}

// fromVNI converts a text that a font of VNI draws to Unicode. ok is false where a character is none of VNI or stands where VNI has none. Nothing is printed of what it
// gives: it serves to recognise.
func fromVNI(text string) (converted string, ok bool) {
	var out []rune
	vowel := rune(0) // the last letter, as long as it may take a mark
	for _, r := range text {
		small := []rune(strings.ToLower(string(r)))[0]
		if made, ok := vniMarked(vowel, small); ok {
			out[len(out)-1], vowel = made, 0
			continue
		}
		if made, ok := vniLetters[r]; ok {
			r = made
		} else if r > '~' && small != r || r > '~' && isMark(r) {
			return text, false
		}
		out = append(out, r)
		vowel = 0
		if _, ok := alphabet[r]; ok {
			vowel = r
		}
	}
	return string(out), true
}

// vniMarked puts a mark on a vowel.
func vniMarked(vowel, mark rune) (rune, bool) {
	if vowel == 0 {
		return 0, false
	}
	if tone, ok := vniTones[mark]; ok {
		return withTone(vowel, tone), true
	}
	if tone, ok := vniRoof[mark]; ok && vniRoofs[vowel] != 0 {
		return withTone(vniRoofs[vowel], tone), true
	}
	if tone, ok := vniBowl[mark]; ok && vniBowls[vowel] != 0 {
		return withTone(vniBowls[vowel], tone), true
	}
	return 0, false
}

// isMark reports whether a small letter is one of the marks of VNI, which mean nothing by themselves.
func isMark(r rune) bool {
	_, tone := vniTones[r]
	_, roof := vniRoof[r]
	_, bowl := vniBowl[r]
	return tone || roof || bowl
}
