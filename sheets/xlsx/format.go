package xlsx

import "strings"

const general = "General"

// builtinFormats are the number formats that a file need not spell out. Those of 27 to 36 and 50 to 58 are dates whose shape depends on
// the language of Excel; they stand here with the shape of 14.
var builtinFormats = func() map[int]string {
	formats := map[int]string{
		0: general, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
		5: `"$"#,##0_);\("$"#,##0\)`, 6: `"$"#,##0_);[Red]\("$"#,##0\)`,
		7: `"$"#,##0.00_);\("$"#,##0.00\)`, 8: `"$"#,##0.00_);[Red]\("$"#,##0.00\)`,
		9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
		14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
		18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
		37: "#,##0 ;(#,##0)", 38: "#,##0 ;[Red](#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;[Red](#,##0.00)",
		41: `_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)`, 42: `_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)`,
		43: `_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)`, 44: `_("$"* #,##0.00_);_("$"* \(#,##0.00\);_("$"* "-"??_);_(@_)`,
		45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
	}
	for _, span := range [][2]int{{27, 36}, {50, 58}} {
		for i := span[0]; i <= span[1]; i++ {
			formats[i] = formats[14]
		}
	}
	return formats
}()

// formatKind reads a number format and says whether it shows a number as a date or time, and whether as a percentage. A letter
// of a date or a percent sign counts wherever Excel would not print it as it stands: outside quotes, brackets and
// escapes. [h], [m] and [s] in brackets are times that run beyond a day.
func formatKind(code string) (date, percent bool) {
	lower := strings.ToLower(code)
	for i := 0; i < len(lower); i++ {
		switch c := lower[i]; c {
		case '"':
			end := strings.IndexByte(lower[i+1:], '"')
			if end < 0 {
				return date, percent
			}
			i += 1 + end
		case '[':
			end := strings.IndexByte(lower[i:], ']')
			if end < 0 {
				return date, percent
			}
			date = date || isElapsed(lower[i+1:i+end])
			i += end
		case '\\', '_', '*': // the next character is printed, left out or repeated
			i++
		case '%':
			percent = true
		case 'd', 'm', 'y', 'h', 's':
			date = true
		case 'g', 'e', 'a', 'b':
			i += skipWord(lower[i:])
		}
	}
	return date, percent
}

// skipWord gives the length, less one, of a word that holds letters of dates without being one.
func skipWord(lower string) int {
	for _, word := range []string{"general", "e+", "e-", "am/pm", "a/p"} {
		if strings.HasPrefix(lower, word) {
			return len(word) - 1
		}
	}
	return 0
}

// isElapsed reports whether the inside of brackets is a time that runs on: h, hh, mm, ss.
func isElapsed(inside string) bool {
	for _, letter := range []string{"h", "m", "s"} {
		if inside != "" && strings.Trim(inside, letter) == "" {
			return true
		}
	}
	return false
}
