package vntext

import (
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Order gives a comparison of texts as a Vietnamese dictionary sorts them: a, ă, â, b, ..., d, đ, e, ê, ..., the tones of a vowel only where all
// letters are equal (ngang, huyền, hỏi, ngã, sắc, nặng), case last of all. Numbers inside texts compare by their size, so that Ấp 2 stands before
// Ấp 10. It is negative where a comes before b and zero only where the two texts are the same to Unicode. The comparison belongs to one goroutine.
func Order() func(a, b string) int {
	c := collate.New(language.Vietnamese, collate.Numeric)
	return func(a, b string) int { return c.CompareString(Clean(a), Clean(b)) }
}
