package vncode

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Recognise tells by its characters in which encoding a text is stored that no font explains, and in how many of its words that shows. A text is Unicode unless it is no Vietnamese
// as it stands and all of it is once it is converted: names and words of other languages stay what they are.
func Recognise(text string) (c Code, words int) {
	if IsASCII(text) || strings.ContainsFunc(text, onlyUnicode) || Spelled(text) {
		return Unicode, 0
	}
	if fixed, ok := fromUTF8(text); ok && marked(fixed) > 0 && (strings.ContainsFunc(fixed, onlyUnicode) || Spelled(fixed)) {
		return UTF8, marked(fixed)
	}
	if fixed, ok := FromTCVN3(text, false); ok && marked(fixed) > 0 && Spelled(fixed) {
		return TCVN3, marked(fixed)
	}
	if fixed, ok := fromVNI(text); ok && marked(fixed) > 0 && Spelled(fixed) {
		return VNI, marked(fixed)
	}
	return Unicode, 0
}

// Spelled reports whether all words of a text that are not plain letters are Vietnamese syllables. Signs that stand alone are no words.
func Spelled(text string) bool {
	for _, word := range wordsOf(text) {
		if !IsASCII(word) && !isSyllable(word) {
			return false
		}
	}
	return true
}

// marked counts the words of a text that have letters with marks.
func marked(text string) int {
	count := 0
	for _, word := range wordsOf(text) {
		if !IsASCII(word) {
			count++
		}
	}
	return count
}

// wordsOf takes a text apart. The signs of Western Europe are parts of words, because the old encodings store letters in them; one that stands beside no letter is left out.
func wordsOf(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return r <= '~' && !isPlainLetter(r) || r == 0xA0 || r > 0xFF && !unicode.IsLetter(r)
	})
	kept := words[:0]
	for _, word := range words {
		if strings.ContainsFunc(word, unicode.IsLetter) {
			kept = append(kept, word)
		}
	}
	return kept
}

func isPlainLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// What a syllable is made of, without its tone. The longest beginning is taken: “gi” before a vowel, “g” else.
var (
	onsets = []string{
		"ngh", "ng", "nh", "gh", "gi", "g", "kh", "k", "ch", "c", "ph", "p", "qu", "th", "tr", "t", "b", "d", "đ", "h", "l", "m", "n", "r", "s", "v", "x", "",
	}
	codas = strings.Fields("c ch m n ng nh p t")

	// nuclei are the vowels of a syllable; an apostrophe stands behind each that may bear the tone.
	nuclei = nucleiOf(`a' ă' â' e' ê' i' o' ô' ơ' u' ư' y' a'i a'o a'u a'y â'u â'y e'o ê'u i'a i'u iê' iê'u o'a' oă' o'e' o'i oa'i oa'y oa'o oe'o o'o' ô'i ơ'i u'a u'i ư'a ư'i ư'u uâ'
		uê' uô' uơ' u'y' uâ'y uô'i uy'a uyê' uy'u ươ' ươ'i ươ'u yê' yê'u`)
)

// nucleiOf gives the vowels without the apostrophes, each with the places at which the tone may be.
func nucleiOf(list string) map[string][]int {
	nuclei := make(map[string][]int)
	for _, marked := range strings.Fields(list) {
		var places []int
		at := 0
		for _, r := range marked {
			if r != '\'' {
				at++
			} else {
				places = append(places, at-1)
			}
		}
		nuclei[strings.ReplaceAll(marked, "'", "")] = places
	}
	return nuclei
}

// isSyllable reports whether a word is spelled as a syllable of Vietnamese: a beginning, vowels and an end that the language has, and at most one tone, where it may stand.
func isSyllable(word string) bool {
	var bare []rune
	tone := -1
	for _, r := range strings.ToLower(word) {
		made, known := alphabet[r]
		switch {
		case known && made.tone > 0 && tone >= 0, !known && !isPlainLetter(r):
			return false
		case known && made.tone > 0:
			tone = len(bare)
		}
		if known {
			r = made.base
		}
		bare = append(bare, r)
	}
	return slices.ContainsFunc(onsets, func(onset string) bool {
		rest, ok := strings.CutPrefix(string(bare), onset)
		return ok && isRhyme(rest, tone-utf8.RuneCountInString(onset), tone >= 0)
	})
}

// isRhyme looks at what stands behind the beginning of a syllable, without its tone, which stands over the letter with a number.
func isRhyme(rest string, tone int, toned bool) bool {
	end := len(rest)
	for end > 0 && isPlainLetter(rune(rest[end-1])) && !strings.ContainsRune("aeiouy", rune(rest[end-1])) {
		end--
	}
	places, ok := nuclei[rest[:end]]
	return ok && (end == len(rest) || slices.Contains(codas, rest[end:])) && (!toned || slices.Contains(places, tone))
}
