package sheets

import (
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
)

// severityPrefix begins the keys of the sheet Thông tin that set how bad the findings of a check are: muc.so-tron.
const severityPrefix = "muc."

// turnedOff is what the word “tắt” means among the severities.
const turnedOff = figure.Fine

// choiceWords are the severities that the office may choose for a check.
var choiceWords = append(slices.Clone(severityWords), term[figure.Severity]{"tắt", []string{"off", "không", "bỏ"}, turnedOff})

var (
	severityOfNothing = lang.Format{
		Vi: "Thông tin “%s”: không có phép kiểm tra nào mang mã “%s”.",
		En: "The setting “%s”: there is no check with the code “%s”.",
	}
	severityCodes  = lang.Format{Vi: "Ghi muc. và mã của một phép kiểm tra, ví dụ muc.so-tron; xem các mã: tonghop list kiemtra.", En: "Type muc. and the code of a check, such as muc.so-tron; the codes: tonghop list checks."}
	severityOfRule = lang.Format{
		Vi: "Thông tin “%s”: mức của quy tắc không đặt ở đây.",
		En: "The setting “%s”: the severity of rules is not set here.",
	}
	severityOfRuleHint = lang.Format{Vi: "Ghi mức vào cột Mức của trang “Quy tắc”.", En: "Type it into the column Mức of the sheet “Quy tắc”."}
	severityUnknown    = lang.Format{Vi: "Thông tin “%s” ghi mức “%s”, không hiểu được.", En: "The setting “%s” has the severity “%s”, which is none."}
	severityNeverOff   = lang.Format{
		Vi: "Thông tin “%s”: không tắt được phép kiểm tra này, vì nếu không nói thì số liệu hay tệp sẽ mất mà không ai biết.",
		En: "The setting “%s”: this check cannot be turned off, because figures or files would be lost in silence.",
	}
	severityLower = lang.Format{Vi: "Ghi lưu ý để hạ mức thấp nhất.", En: "Type “lưu ý” (note) for the lowest severity."}
)

// SeverityKey is the key of the sheet Thông tin under which the severity of a check is set.
func SeverityKey(code string) string { return severityPrefix + code }

// MayBeOff reports whether the office may turn a check off: one that compares figures which are all used. What reading found is always told, and so is
// that something is missing.
func MayBeOff(code string) bool {
	said := []string{"don-vi-chua-nop", "bieu-mau-trong", "so-lieu-thieu", "ngoai-khoang", "quy-tac", "lech-dong"}
	return slices.Contains(CheckCodes(), code) && !slices.Contains(said, code)
}

// Severities are the severities that the office has set for checks, by their codes; Fine for one that it has turned off. Those of which it says nothing, or
// something that is not understood, are not in it.
func (c *Catalogue) Severities() map[string]figure.Severity {
	chosen := make(map[string]figure.Severity)
	codes := severityChoices()
	for _, s := range c.Settings {
		code, ok := severityCode(s.Key)
		if !ok || s.Value == "" {
			continue
		}
		known := amongWords(codes, code)
		severity, said := choiceWords.find(s.Value)
		if known != "" && said && (severity != turnedOff || MayBeOff(known)) {
			chosen[known] = severity
		}
	}
	return chosen
}

// severityChoices are the codes of the checks whose severity may be set: all but the rules of the catalogue, which have theirs in a column.
func severityChoices() []string {
	var codes []string
	for _, code := range CheckCodes() {
		if code != "quy-tac" {
			codes = append(codes, code)
		}
	}
	for _, n := range notices {
		codes = append(codes, n.Code)
	}
	return codes
}

// severityCode gives what a key of the settings names behind “muc.”.
func severityCode(key string) (string, bool) {
	if !strings.HasPrefix(foldWord(key), severityPrefix) {
		return "", false
	}
	_, code, _ := strings.Cut(key, ".")
	return strings.TrimSpace(code), true
}

// amongWords gives the code that is meant, "" where it is none of them. A low line is as good as a hyphen.
func amongWords(codes []string, typed string) string {
	plain := func(s string) string { return strings.ReplaceAll(foldWord(s), " ", "-") }
	for _, code := range codes {
		if plain(code) == plain(typed) {
			return code
		}
	}
	return ""
}

// checkSeverity looks at a setting of a severity.
func (l *loader) checkSeverity(s Setting, code string) {
	typed := cell{pos: s.Pos, text: s.Value}
	codes := severityChoices()
	known := amongWords(codes, code)
	severity, said := choiceWords.find(s.Value)
	switch {
	case known == "" && (amongWords([]string{"quy-tac"}, code) != "" || slices.ContainsFunc(l.c.Rules, func(r *Rule) bool { return sameWord(r.Code, code) })):
		l.fault(atCell(faultReference, figure.Error, typed, severityOfRule.With(s.Key), severityOfRuleHint.With()))
	case known == "":
		f := atCell(faultReference, figure.Error, typed, severityOfNothing.With(s.Key, code), severityCodes.With())
		l.fault(f.near(code, codes))
	case !said:
		f := atCell(faultUnclear, figure.Error, typed, severityUnknown.With(s.Key, s.Value), unknownHint.With(strings.Join(choiceWords.words(), ", ")))
		l.fault(f.near(s.Value, choiceWords.spellings()))
	case severity == turnedOff && !MayBeOff(known):
		l.fault(atCell(faultUnclear, figure.Error, typed, severityNeverOff.With(s.Key), severityLower.With()))
	}
}
