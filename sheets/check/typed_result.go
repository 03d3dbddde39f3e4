package check

import (
	"math/big"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var typedResult = Check{
	Code:     "so-tinh-sai",
	Severity: figure.Warning,
	Title:    lang.Format{Vi: "Số tự tính không đúng", En: "A result that was worked out wrongly"},
	Explanation: lang.Format{
		Vi: "Đơn vị tự ghi một tỷ lệ hoặc một số mà chương trình tính ra, và số đó khác số tính lại từ biểu mẫu. Số tự ghi không bao giờ được dùng. Xem lại các số mà nó được tính ra.",
		En: "The unit typed a percentage or another result that the program works out, and it is not what follows from the form. It is never used. Look again at the figures it is worked out from.",
	},
	Example: lang.Format{
		Vi: "10 trên 15 mà ghi 6,67%, tính lại được 66,67%.",
		En: "10 of 15 is given as 6,67%, and comes to 66,67%.",
	},
	run: findTypedResults,
}

var (
	resultWrong = lang.Format{Vi: "“%s” ghi %s, tính lại từ biểu mẫu được %s", En: "“%s” is given as %s and comes to %s"}
	resultHint  = lang.Format{
		Vi: "Xem lại các số dùng để tính; dòng ở ô %s không cần ghi, chương trình tự tính.",
		En: "Look again at the figures behind it; the row at cell %s need not be filled in, the program works it out.",
	}
)

// findTypedResults compares what was typed although it is worked out with what follows from the form. Where a figure is missing there is nothing to compare.
func findTypedResults(v *visit) []sheets.Finding {
	if v.sub == nil {
		return nil
	}
	var findings []sheets.Finding
	for _, typed := range v.sub.Typed {
		result := newFormEnv(v).derive(typed.Indicator)
		if result.Kind != figure.Number || result.Rat == nil || isResult(typed, result.Rat) {
			continue
		}
		findings = append(findings, sheets.Finding{
			Indicator: typed.Indicator.Code, Pos: typed.Pos, Raw: typed.Raw, Hint: resultHint.With(typed.Pos.Cell()),
			Message: resultWrong.With(typed.Indicator.Name, typed.Raw, shownResult(typed, result)),
		})
	}
	return findings
}

// shownResult prints a result in the way in which it was typed: as a percentage or as a number.
func shownResult(typed sheets.TypedResult, result figure.Value) string {
	if style, ok := figure.StyleNamed("pt2"); ok && (typed.Percent || typed.Indicator.Measure == "%") {
		if text, ok := style.Print(result); ok {
			return text
		}
	}
	return typed.Indicator.Shown(result)
}

// isResult reports whether a typed number is a result, rounded or cut to its decimals. A share may have been typed as a percentage.
func isResult(typed sheets.TypedResult, result *big.Rat) bool {
	near := func(r *big.Rat) bool {
		off := new(big.Rat).Sub(typed.Number, r)
		return off.Abs(off).Cmp(typed.Step) < 0
	}
	return near(new(big.Rat).Mul(result, big.NewRat(100, 1))) || !typed.Percent && near(result)
}
