package check

import (
	"math/big"
	"slices"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/vntext"
)

var farFromFormer = Check{
	Code:     "lech-ky-truoc",
	Severity: figure.Note,
	Title:    lang.Format{Vi: "Số liệu lệch nhiều so với kỳ trước", En: "A figure far from that of the period before"},
	Explanation: lang.Format{
		Vi: "Số liệu gấp hoặc kém số kỳ trước của chính đơn vị từ 10 lần trở lên (đổi ở “he_so_lech” của trang Thông tin). Có thể đúng; nên hỏi lại trước khi đưa vào báo cáo.",
		En: "The figure is at least 10 times the unit's own of the period before, or a tenth of it (“he_so_lech” of the sheet Thông tin). It may be right; ask before it is printed.",
	},
	Example: lang.Format{
		Vi: "Năm nay báo 18.050 đoàn viên, năm trước 1.700.",
		En: "18.050 members this year, 1.700 last year.",
	},
	run: findFarFromFormer,
}

var farFromPeers = Check{
	Code:     "lech-cung-cap",
	Severity: figure.Note,
	Title:    lang.Format{Vi: "Số liệu lệch nhiều so với các đơn vị cùng cấp", En: "A figure far from those of the same level"},
	Explanation: lang.Format{
		Vi: "Số liệu gấp hoặc kém số ở giữa (trung vị) của các đơn vị cùng cấp từ 10 lần trở lên (đổi ở “he_so_lech” của trang Thông tin). Có thể đúng; nên hỏi lại trước khi đưa vào báo cáo.",
		En: "The figure is at least 10 times the median of the units of the same level, or a tenth of it (“he_so_lech” of the sheet Thông tin). It may be right; ask before it is printed.",
	},
	Example: lang.Format{
		Vi: "Một xã báo 98.765 thanh niên, số ở giữa của các xã là 3.100.",
		En: "One commune states 98.765 young people, and the median of communes is 3.100.",
	},
	run: findFarFromPeers,
}

var (
	farBefore = lang.Format{
		Vi: "“%s” là %s, kỳ “%s” đơn vị báo %s",
		En: "“%s” is %s; for period “%s” the unit stated %s",
	}
	farLevel = lang.Format{
		Vi: "“%s” là %s, trong khi số ở giữa của %d đơn vị cùng cấp “%s” là %s",
		En: "“%s” is %s, and the median of %d units of the level “%s” is %s",
	}
	askIfRight = lang.Format{
		Vi: "Hỏi lại đơn vị số ở ô %s; nếu đúng thì ghi lý do vào trang “Giải trình”.",
		En: "Ask the unit about cell %s; if it is right, write the reason into the sheet “Giải trình”.",
	}
	askAboutForm = lang.Format{
		Vi: "Hỏi lại đơn vị cả biểu mẫu: có thể ghi nhầm kỳ, nhầm cấp hoặc nhầm đơn vị tính.",
		En: "Ask the unit about the whole form: it may be of another period, another level or another unit of measure.",
	}
)

const (
	leastRemarkable = 30 // below it a count says nothing: one meeting last year and ten in this are no riddle
	outsideHalf     = 5  // times outside the middle half of its peers: where they are far from each other, nobody is unusual
)

func findFarFromFormer(v *visit) []sheets.Finding {
	before := v.batch.Former
	if v.sub == nil || v.moveSaid || before == nil || before.Period.Months() != v.batch.Period.Months() {
		return nil
	}
	var findings []sheets.Finding
	for _, ind := range v.figures {
		was := before.Answer(v.unit, ind)
		if !isNumber(ind, was.Value) || !v.isFar(ind, was.Rat) {
			continue
		}
		f := v.far(ind, farBefore.With(ind.Name, bound(ind, v.value(ind).Rat), before.Period.Name, bound(ind, was.Rat)))
		findings = append(findings, v.suggested(ind, f, was.Rat))
	}
	return findings
}

func findFarFromPeers(v *visit) []sheets.Finding {
	if v.sub == nil || v.moveSaid {
		return nil
	}
	var findings []sheets.Finding
	for _, ind := range v.figures {
		usual, known := v.survey.medians[peers{vntext.Fold(v.unit.Level), ind}]
		if !known || !v.isFar(ind, usual.value) || usual.half.holds(v.value(ind).Rat, outsideHalf) {
			continue
		}
		message := farLevel.With(ind.Name, bound(ind, v.value(ind).Rat), usual.units, v.unit.Level, whole(ind, usual.value))
		findings = append(findings, v.suggested(ind, v.far(ind, message), usual.value))
	}
	return findings
}

// isFar reports whether the figure is so many times another one, or the other way round. What another check has found about the figure is not
// said again, and zeros are not compared.
func (v *visit) isFar(ind *sheets.Indicator, other *big.Rat) bool {
	value := v.value(ind)
	if !isNumber(ind, value) || value.Rat.Sign() <= 0 || other.Sign() <= 0 || v.saidAbout(ind) {
		return false
	}
	least, most := other, value.Rat
	if least.Cmp(most) > 0 {
		least, most = most, least
	}
	return most.Cmp(big.NewRat(leastRemarkable, 1)) >= 0 && most.Cmp(new(big.Rat).Mul(least, v.factor)) >= 0
}

// saidAbout reports whether something was found about a figure of the form, or a rule that needs it is broken.
func (v *visit) saidAbout(ind *sheets.Indicator) bool {
	for i, result := range v.results {
		if result == broken && slices.Contains(v.rules[i].needs, ind) {
			return true
		}
	}
	about := func(f sheets.Finding) bool { return f.Indicator == ind.Code }
	return slices.ContainsFunc(v.findings, func(f sheets.Finding) bool { return about(f) || slices.ContainsFunc(f.Cases, about) })
}

// suggested adds the count that was probably meant, where some zeros taken off or added make it what is usual and its peers do not say that it is usual as it
// stands.
func (v *visit) suggested(ind *sheets.Indicator, f sheets.Finding, usual *big.Rat) sheets.Finding {
	level, known := v.survey.medians[peers{vntext.Fold(v.unit.Level), ind}]
	if isCount(ind) && !(known && level.half.holds(v.value(ind).Rat, outsideHalf)) {
		if meant := tenfold(v.value(ind).Rat, usual); meant != nil {
			f.Suggest = meant.RatString()
		}
	}
	return f
}

func (v *visit) far(ind *sheets.Indicator, message lang.Message) sheets.Finding {
	f := v.at(ind)
	f.Message, f.Hint = message, askIfRight.With(f.Pos.Cell())
	return f
}
