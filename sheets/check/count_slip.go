package check

import (
	"math/big"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/vntext"
)

var countSlip = Check{
	Code:     "so-dem-sai-hang",
	Severity: figure.Warning,
	Title:    lang.Format{Vi: "Có thể thừa hoặc thiếu chữ số 0", En: "Perhaps some zeros too many or too few"},
	Explanation: lang.Format{
		Vi: "Số tại thời điểm (đoàn viên, tổ chức…) gấp hoặc kém đúng khoảng 10, 100 hay 1.000 lần số kỳ trước của chính đơn vị, và cũng nằm xa các đơn vị cùng cấp: thường do thừa, thiếu chữ số 0 hoặc gõ nhầm dấu ngăn hàng nghìn. Số vừa gõ vẫn được dùng. Hỏi lại đơn vị.",
		En: "What exists at a day (members, organisations) is about 10, 100 or 1,000 times the unit's own of the period before, or that part of it, and far from its peers too: usually a zero too many or too few, or a misplaced separator. It counts as typed. Ask the unit.",
	},
	Example: lang.Format{
		Vi: "Năm nay báo 18.100 đoàn viên, năm trước 1.805, các xã khác từ 900 đến 2.500: có thể là 1.810.",
		En: "18.100 members this year, 1.805 last year, 900 to 2.500 in other communes: perhaps 1.810.",
	},
	run: findCountSlips,
}

var (
	slippedCount = lang.Format{
		Vi: "“%s” là %s, kỳ “%s” đơn vị báo %s, còn các đơn vị cùng cấp phần lớn từ %s đến %s",
		En: "“%s” is %s; for period “%s” the unit stated %s, and most units of its level are between %s and %s",
	}
	countHint = lang.Format{
		Vi: "Có thể là %s: nếu đúng, gõ %s vào ô %s rồi gửi lại; nếu số đã ghi là đúng thì giải trình.",
		En: "Perhaps it is %s: if so, type %s into cell %s and send the form again; if the figure is right, say why.",
	}
)

// closeEnough is how far, as a share of it, a count may lie from what it was before when some zeros are taken off or added: otherwise any number has a power of
// ten that brings it near any other.
var closeEnough = big.NewRat(1, 4)

// findCountSlips names the counts that are a power of ten away from the unit's own of the period before, where the other units of its level agree that it is
// the new one that is unusual. Where only one of both is known there is a note at most, and for what happened during the period too: among hundreds of units a few
// do give out a tenth of last year's leaflets.
func findCountSlips(v *visit) []sheets.Finding {
	before := v.batch.Former
	if v.sub == nil || v.moveSaid || before == nil || before.Period.Months() != v.batch.Period.Months() {
		return nil
	}
	var findings []sheets.Finding
	for _, ind := range v.figures {
		was := before.Answer(v.unit, ind)
		if !isCount(ind) || !isNumber(ind, was.Value) || !isNumber(ind, v.value(ind)) {
			continue
		}
		usual, known := v.survey.medians[peers{vntext.Fold(v.unit.Level), ind}]
		meant := tenfold(v.value(ind).Rat, was.Rat)
		if !known || meant == nil || usual.half.holds(v.value(ind).Rat, outsideHalf) || !usual.half.holds(meant, outsideHalf) {
			continue
		}
		if v.saidAbout(ind) {
			v.suggestFor(ind, meant.RatString())
			continue
		}
		if ind.Kind != sheets.Stock {
			continue
		}
		f := v.at(ind)
		f.Message = slippedCount.With(ind.Name, bound(ind, v.value(ind).Rat), before.Period.Name, bound(ind, was.Rat), bound(ind, usual.half.low), bound(ind, usual.half.high))
		f.Suggest = meant.RatString()
		f.Hint = countHint.With(bound(ind, meant), f.Suggest, f.Pos.Cell())
		findings = append(findings, f)
	}
	return findings
}

// suggestFor gives what was probably meant to the findings about a figure that have no suggestion yet: what a rule found wrong is not said again.
func (v *visit) suggestFor(ind *sheets.Indicator, meant string) (said bool) {
	for i := range v.findings {
		if f := &v.findings[i]; f.Indicator == ind.Code && f.Severity >= figure.Warning {
			said = true
			if f.Suggest == "" {
				f.Suggest = meant
			}
		}
	}
	return said
}

func isCount(ind *sheets.Indicator) bool { return ind.Kind == sheets.Count || ind.Kind == sheets.Stock }

// tenfold gives the count that was probably meant where a count is 10, 100 or 1,000 times what is usual for it, or that part of it; nil where it is not. Small
// counts say nothing, and no count has a fraction.
func tenfold(n, usual *big.Rat) *big.Rat {
	larger := n
	if usual.Cmp(n) > 0 {
		larger = usual
	}
	if n.Sign() <= 0 || usual.Sign() <= 0 || larger.Cmp(big.NewRat(leastRemarkable, 1)) < 0 {
		return nil
	}
	for _, power := range []int64{10, 100, 1_000} {
		for _, factor := range []*big.Rat{big.NewRat(1, power), big.NewRat(power, 1)} {
			meant := new(big.Rat).Mul(n, factor)
			off := new(big.Rat).Sub(meant, usual)
			if meant.IsInt() && off.Abs(off).Cmp(new(big.Rat).Mul(usual, closeEnough)) <= 0 {
				return meant
			}
		}
	}
	return nil
}
