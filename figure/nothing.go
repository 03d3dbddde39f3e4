package figure

import (
	"strings"

	"tonghop/vntext"
)

// nothing is what a word in place of a number means.
type nothing uint8

const (
	noWord nothing = iota
	zeroWord
	missingWord
	naWord
)

// nothingWords are the words that stand in place of a figure (rule R6). “Chưa có” says that there is no figure yet,
// which is not zero; “x” says yes in a field for yes or no and nothing anywhere else.
var nothingWords = []struct {
	means nothing
	words string
}{
	{zeroWord, "không; không có; không phát sinh; ko; ko có; kps; không có phát sinh; không thực hiện; chẳng có"},
	{missingWord, "x; ?; n/a; chưa có; chưa có số liệu; không có số liệu; không xác định; chưa xác định; không rõ; chưa rõ; không biết; " +
		"chưa thống kê; chưa tổng hợp; chưa báo cáo; chưa phát sinh; chưa thực hiện; chưa làm; kxđ"},
	{naWord, "không áp dụng; kad; không thuộc đối tượng; không thuộc diện"},
}

// formWords are the two that the form itself tells the units to type. They are answers like a number, with or without their accents,
// and deserve no remark.
var formWords = map[string]nothing{"khong phat sinh": zeroWord, "khong ap dung": naWord}

var nothingByKey = indexNothing()

func indexNothing() map[string]nothing {
	index := make(map[string]nothing)
	for _, row := range nothingWords {
		for word := range strings.SplitSeq(row.words, "; ") {
			index[vntext.Key(word)] = row.means
			index[vntext.Fold(word)] = row.means
		}
	}
	return index
}

// nothingOf finds what a text in place of a figure means. A row of dots is a line to be filled in.
func nothingOf(s string) nothing {
	if strings.Trim(s, ".… ") == "" {
		return missingWord
	}
	return nothingByKey[vntext.Key(strings.TrimRight(s, " .;,"))]
}

// readNothing reads a word that stands in place of a figure.
func readNothing(f Field, s string) (Reading, bool) {
	means, plain := formWords[vntext.Fold(s)]
	if !plain {
		means = nothingOf(s)
	}
	if means == zeroWord && (f == RatioField || f == RangeField || f == DateField) {
		means = missingWord
	}
	switch {
	case plain && means == zeroWord:
		return Reading{Value: Int(0), Nil: true, Rule: "R6"}, true
	case plain && means == naWord:
		return Reading{Value: Value{Kind: NotApplicable}, Rule: "R6"}, true
	}
	switch means {
	case zeroWord:
		r := accept(Int(0)).with(Note, "R6", msgZeroWord.With(quote(s)))
		r.Nil = true
		return r, true
	case missingWord:
		return accept(Value{}).with(Note, "R6", msgNothingWord.With(quote(s))), true
	case naWord:
		return accept(Value{Kind: NotApplicable}).with(Note, "R6", msgNotApplicable.With(quote(s))), true
	}
	return Reading{}, false
}

// yesNoWords are the answers to a question (rule R21).
var yesNoWords = []struct {
	yes   bool
	words string
}{
	{true, "có; x; 1; v; ✓; ✔; √; ☑; true; đúng; yes; co"},
	{false, "không; 0; không có; ko; false; sai; no; khong; khong co; không thực hiện"},
}

// readYesNo reads an answer. Whatever is not the plain word is noted.
func readYesNo(s string) Reading {
	key := vntext.Key(strings.TrimRight(s, " .;,"))
	for _, row := range yesNoWords {
		for word := range strings.SplitSeq(row.words, "; ") {
			if vntext.Key(word) != key {
				continue
			}
			r := accept(BoolOf(row.yes))
			if plain := yesNo(row.yes); key != vntext.Key(plain) {
				r = r.with(Note, "R21", msgYesNoSign.With(quote(s), plain))
			}
			return r
		}
	}
	if r, ok := readNothing(YesNoField, s); ok && r.Value.Kind != Number {
		return r
	}
	return refuse("R21", "", msgNotYesNo.With(quote(s)))
}

// yesNo prints an answer.
func yesNo(yes bool) string {
	if yes {
		return "có"
	}
	return "không"
}
