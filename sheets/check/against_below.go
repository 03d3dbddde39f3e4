package check

import (
	"math/big"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var againstBelow = Check{
	Code:     "so-voi-cap-duoi",
	Severity: figure.Warning,
	Title:    lang.Format{Vi: "Số của cấp trên khác tổng của các đơn vị bên dưới", En: "A figure differs from the sum of the units below"},
	Explanation: lang.Format{
		Vi: "Đơn vị tự ghi một số liệu mà các đơn vị bên dưới đã báo đủ, và hai số khác nhau. Tổng của các đơn vị bên dưới được dùng. Hỏi lại đơn vị số nào đúng.",
		En: "A unit states a figure that all the units below it have given, and it is not their sum. The sum counts. Ask the unit which is right.",
	},
	Example: lang.Format{
		Vi: "Đoàn xã ghi 240 đoàn viên, cộng các chi đoàn là 236: số 236 được dùng.",
		En: "The commune states 240 members and its chapters add up to 236, which counts.",
	},
	run: findDifferentBelow,
}

var (
	differsBelow = lang.Format{
		Vi: "“%s”: đơn vị ghi %s, nhưng tổng của %d đơn vị bên dưới là %s",
		En: "“%s”: the unit states %s, and the sum of the %d units below it is %s",
	}
	compareBelow = lang.Format{
		Vi: "Tổng của các đơn vị bên dưới được dùng. Hỏi lại đơn vị, sửa biểu mẫu nào sai rồi gửi lại.",
		En: "The sum of the units below counts. Ask the unit, correct the form that is wrong and send it again.",
	}
)

// findDifferentBelow compares what the unit states although others give it with what they gave. Where one of them has not answered there is
// nothing to compare with.
func findDifferentBelow(v *visit) []sheets.Finding {
	if v.sub == nil {
		return nil
	}
	var findings []sheets.Finding
	var below []*sheets.Unit
	for _, ind := range v.submitted {
		value := v.value(ind)
		if v.expected[ind.Slot] || value.State != sheets.Given || ind.Rollup != sheets.Sum || !isAmount(ind.Kind) {
			continue
		}
		if below == nil {
			below = v.unitsBelow(v.unit, nil)
		}
		sum, units, ok := v.sumOf(ind, below)
		if !ok || sum.Cmp(value.Rat) == 0 {
			continue
		}
		f := v.at(ind)
		f.Message = differsBelow.With(ind.Name, printed(ind, figure.NumberOf(value.Rat)), units, printed(ind, figure.NumberOf(sum)))
		f.Hint = compareBelow.With()
		findings = append(findings, f)
	}
	return findings
}

// unitsBelow adds all units that are below a unit in the period of the form, of any depth.
func (v *visit) unitsBelow(u *sheets.Unit, units []*sheets.Unit) []*sheets.Unit {
	for _, child := range v.below[u.Index] {
		units = v.unitsBelow(child, append(units, child))
	}
	return units
}

// sumOf adds up what the expected units among some gave. It is false where one of them has not answered, and where it concerns none of
// them.
func (v *visit) sumOf(ind *sheets.Indicator, among []*sheets.Unit) (sum *big.Rat, units int, ok bool) {
	sum = new(big.Rat)
	for _, u := range among {
		if !v.batch.Expect.Expects(u, ind) {
			continue
		}
		switch value := v.batch.Answer(u, ind); {
		case value.State == sheets.Given && value.Have == value.Expected:
			sum.Add(sum, value.Rat)
			units++
		case value.State == sheets.Exempt:
		default:
			return nil, 0, false
		}
	}
	return sum, units, units > 0
}
