package aggregate

import (
	"tonghop/lang"
	"tonghop/sheets"
)

// VerdictName is a verdict in words.
type VerdictName struct {
	Verdict sheets.Verdict
	Word    string      // as formulas write it: chua_dat
	Name    string      // as JSON names it: unmet
	Title   lang.Format // as people read it: chưa đạt
}

// Verdicts are the verdicts in words, best first.
func Verdicts() []VerdictName {
	return []VerdictName{
		{sheets.Exceeded, "vuot", "exceeded", lang.Format{Vi: "vượt", En: "exceeded"}},
		{sheets.Met, "dat", "met", lang.Format{Vi: "đạt", En: "met"}},
		{sheets.Unmet, "chua_dat", "unmet", lang.Format{Vi: "chưa đạt", En: "unmet"}},
		{sheets.Insufficient, "khong_du_so_lieu", "insufficient_data", lang.Format{Vi: "không đủ số liệu", En: "insufficient data"}},
		{sheets.VerdictNotApplicable, "khong_ap_dung", "not_applicable", lang.Format{Vi: "không áp dụng", En: "not applicable"}},
	}
}

// NameOf puts a verdict into words. A verdict that nobody gave is one without sufficient data.
func NameOf(v sheets.Verdict) VerdictName {
	names := Verdicts()
	for _, name := range names {
		if name.Verdict == v {
			return name
		}
	}
	return names[3]
}

func wordOfVerdict(v sheets.Verdict) string { return NameOf(v).Word }

// fulfilled reports whether a verdict is met or exceeded.
func fulfilled(v sheets.Verdict) bool { return v == sheets.Met || v == sheets.Exceeded }

// combine makes the verdict of a target from those of its parts. Parts that do not apply are left out; where none applies, the target does
// not. Of all parts (tất cả) the worst decides, but for vượt, which takes one part: unmet, then insufficient, then
// exceeded, then met. Of alternatives (một trong) the best decides: exceeded, met, insufficient, unmet.
func combine(how sheets.Combine, verdicts []sheets.Verdict) sheets.Verdict {
	order := []sheets.Verdict{sheets.Unmet, sheets.Insufficient, sheets.Exceeded, sheets.Met}
	if how == sheets.Any {
		order = []sheets.Verdict{sheets.Exceeded, sheets.Met, sheets.Insufficient, sheets.Unmet}
	}
	for _, wanted := range order {
		for _, v := range verdicts {
			if v == wanted {
				return v
			}
		}
	}
	return sheets.VerdictNotApplicable
}
