package templates

import (
	"regexp"
	"strings"

	"tonghop/lang"
	"tonghop/vntext"
)

var (
	romanHeading = regexp.MustCompile(`^\s*([IVXL]{1,6})\s*[.)\-–:/]\s*\S`)
	partHeading  = regexp.MustCompile(`^(phan thu |phan [ivxl0-9]+\b|phu luc|chuong )`)

	detailTwice = lang.Format{Vi: ": mục %s đứng hai lần", En: ": the section %s stands twice"}
	detailGap   = lang.Format{Vi: ": sau mục %s là mục %s", En: ": the section %s is followed by %s"}
	detailFirst = lang.Format{Vi: ": mục đầu tiên mang số %s", En: ": the first section has the number %s"}
)

// romans follows the Roman numerals of the sections. A part, an annex or another title begins anew; two branches of a condition may
// hold the same section.
func (l *paper) romans() {
	last, anew, branch := 0, true, false
	for _, at := range l.lines {
		if at.at.Table > 0 || at.at.TextBox {
			continue
		}
		branch = branch || strings.Contains(at.says, "{{^")
		m := romanHeading.FindStringSubmatch(at.says)
		if m == nil {
			anew = anew || l.beginsAnew(at)
			continue
		}
		n := romanNumber(m[1])
		if n == 0 || !l.isTitle(at) {
			continue
		}
		l.roman(at, last, n, anew, branch)
		last, anew, branch = n, false, false
	}
}

// roman looks at one section behind another.
func (l *paper) roman(at sentence, last, n int, anew, branch bool) {
	switch {
	case n == last+1 && last > 0, n == 1 && anew, n == last && branch:
	case last == 0 || anew && n > 1 && n <= last:
		l.add(at.at, detailFirst.With(roman(n)))
	case n == last:
		l.add(at.at, detailTwice.With(roman(n)))
	default:
		l.add(at.at, detailGap.With(roman(last), roman(n)))
	}
}

// isTitle tells a heading from a sentence that begins with a letter and a full stop, such as an initial.
func (l *paper) isTitle(at sentence) bool {
	return at.at.Paragraph == 0 || isUpper(at.says) || l.allBoldLine(at)
}

// beginsAnew reports whether the numbers of sections may begin with I behind a line.
func (l *paper) beginsAnew(at sentence) bool {
	folded := vntext.Fold(at.says)
	if partHeading.MatchString(folded) {
		return true
	}
	letters := strings.TrimSpace(at.says)
	return len(letters) > 8 && isUpper(letters) && strings.ToLower(letters) != letters && l.allBoldLine(at)
}

var romanDigits = map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}

// romanNumber reads a Roman numeral; 0 where it is none.
func romanNumber(text string) int {
	n := 0
	for i := range len(text) {
		d := romanDigits[text[i]]
		if i+1 < len(text) && d < romanDigits[text[i+1]] {
			d = -d
		}
		n += d
	}
	if n < 1 || roman(n) != text {
		return 0
	}
	return n
}

// roman writes a number below 90 as a Roman numeral.
func roman(n int) string {
	var text strings.Builder
	for _, step := range []struct {
		value int
		sign  string
	}{{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= step.value {
			text.WriteString(step.sign)
			n -= step.value
		}
	}
	return text.String()
}
