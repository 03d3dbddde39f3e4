package check

import (
	"math/big"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var outOfBounds = Check{
	Code:     "ngoai-khoang",
	Severity: figure.Error,
	Title:    lang.Format{Vi: "Số liệu ngoài khoảng cho phép", En: "A figure outside its limits"},
	Explanation: lang.Format{
		Vi: "Số liệu nhỏ hơn “Nhỏ nhất” hoặc lớn hơn “Lớn nhất” của trang Số liệu. Kiểm tra số hoặc sửa khoảng trong danh mục.",
		En: "The figure is below “Nhỏ nhất” or above “Lớn nhất” of the sheet Số liệu. Check the figure or correct the limits.",
	},
	Example: lang.Format{
		Vi: "“Nhỏ nhất” của số liệu là 3, biểu ghi 2.",
		En: "“Nhỏ nhất” of the figure is 3 and the form says 2.",
	},
	run: findOutOfBounds,
}

var (
	belowLeast = lang.Format{Vi: "“%s” là %s, nhỏ hơn mức nhỏ nhất %s", En: "“%s” is %s, below the least value %s"}
	aboveMost  = lang.Format{Vi: "“%s” là %s, lớn hơn mức lớn nhất %s", En: "“%s” is %s, above the greatest value %s"}
	lookAgain  = lang.Format{Vi: "Xem lại số ở ô %s.", En: "Look again at cell %s."}
)

func findOutOfBounds(v *visit) []sheets.Finding {
	if v.sub == nil {
		return nil
	}
	var findings []sheets.Finding
	for _, ind := range v.figures {
		value := v.value(ind)
		if value.State != sheets.Given || value.Rat == nil || ind.Min == nil && ind.Max == nil {
			continue
		}
		n, f := size(ind, value), v.at(ind)
		switch {
		case ind.Min != nil && n.Cmp(ind.Min) < 0:
			f.Message = belowLeast.With(ind.Name, printed(ind, value.Figure(ind)), bound(ind, ind.Min))
		case ind.Max != nil && n.Cmp(ind.Max) > 0:
			f.Message = aboveMost.With(ind.Name, printed(ind, value.Figure(ind)), bound(ind, ind.Max))
		default:
			continue
		}
		f.Hint = lookAgain.With(f.Pos.Cell())
		findings = append(findings, f)
	}
	return findings
}

// size is the number that is compared with the limits; of a ratio it is the share.
func size(ind *sheets.Indicator, value sheets.Value) *big.Rat {
	if ind.Kind == sheets.Ratio && value.Rat2 != nil && value.Rat2.Sign() != 0 {
		return new(big.Rat).Quo(value.Rat, value.Rat2)
	}
	return value.Rat
}

// bound prints a limit as the figure itself is printed.
func bound(ind *sheets.Indicator, r *big.Rat) string { return printed(ind, figure.NumberOf(r)) }

// printed prints a value in a message: counts as in a table, where zero is 0 and not words.
func printed(ind *sheets.Indicator, value figure.Value) string {
	if ind.Kind == sheets.Count || ind.Kind == sheets.Stock {
		if style, ok := figure.StyleNamed("so"); ok {
			if text, ok := style.Print(value); ok {
				return text
			}
		}
	}
	return ind.Shown(value)
}
