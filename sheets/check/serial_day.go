package check

import (
	"math/big"
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/vntext"
)

var serialDay = Check{
	Code:     "so-giong-ngay",
	Severity: figure.Warning,
	Title:    lang.Format{Vi: "Số đếm có thể là một ngày", En: "A count that may be a day"},
	Explanation: lang.Format{
		Vi: "Excel giữ ngày dưới dạng số: gõ 9/11 hay 5-10 vào ô định dạng số thì ô chứa một số như 44.509. Số đếm nằm đúng trong các số chỉ ngày của kỳ (hoặc một năm sau đó) và lệch từ 10 lần trở lên so với kỳ trước hay các đơn vị cùng cấp. Số vẫn được dùng. Hỏi lại đơn vị.",
		En: "Excel keeps a day as a number: who types 9/11 or 5-10 into a cell for numbers leaves one such as 44.509. The count is a day of the period, or of the year after it, and 10 times off the unit's own of the period before or its peers. It counts as typed. Ask the unit.",
	},
	Example: lang.Format{
		Vi: "Ô “Tin, bài” của kỳ 2021 là 44.509, các xã khác từ 10 đến 60: có thể đơn vị gõ 9/11 (ngày 09/11/2021).",
		En: "“Tin, bài” of 2021 is 44.509, 10 to 60 in other communes: perhaps 9/11 was typed (9 November 2021).",
	},
	run: findSerialDays,
}

var (
	countIsDay = lang.Format{
		Vi: "“%s” là %s, đúng bằng số mà Excel dùng để giữ ngày %s, trong khi %s",
		En: "“%s” is %s, which is how Excel keeps the day %s, while %s",
	}
	formerWas = lang.Format{Vi: "kỳ “%s” đơn vị báo %s", En: "for period “%s” the unit stated %s"}
	levelIs   = lang.Format{Vi: "số ở giữa của %d đơn vị cùng cấp “%s” là %s", En: "the median of %d units of the level “%s” is %s"}
	dayHint   = lang.Format{
		Vi: "Hỏi lại đơn vị đã gõ gì vào ô %s; nếu gõ hai số như 9/11 thì gõ lại một số đếm, nếu số đã ghi là đúng thì giải trình.",
		En: "Ask the unit what was typed into cell %s; if it was two numbers such as 9/11, type one count; if the figure is right, say why.",
	}
)

// findSerialDays names the counts that look like a day that a cell for numbers swallowed. No count is a day for sure, so it must also be far from what is usual
// for it; where nothing is known to compare it with, nothing is said.
func findSerialDays(v *visit) []sheets.Finding {
	if v.sub == nil || v.moveSaid {
		return nil
	}
	var findings []sheets.Finding
	for _, ind := range v.figures {
		if !isCount(ind) || !isNumber(ind, v.value(ind)) {
			continue
		}
		day, ok := dayOf(v.value(ind).Rat, v.batch.Period)
		if !ok {
			continue
		}
		if usual, far := v.farFromUsual(ind); far {
			f := v.at(ind)
			f.Message = countIsDay.With(ind.Name, bound(ind, v.value(ind).Rat), shortDay(day), usual)
			f.Hint = dayHint.With(f.Pos.Cell())
			findings = append(findings, f)
		}
	}
	return findings
}

// dayOf gives the day of the period, or of the year after it, that the count is the serial of: a day without a year becomes one of the year in which the form
// is filled in.
func dayOf(n *big.Rat, p *sheets.Period) (time.Time, bool) {
	epoch := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	serial := func(day time.Time) int64 { return int64(day.Sub(epoch) / (24 * time.Hour)) }
	if !n.IsInt() || !n.Num().IsInt64() || n.Num().Int64() < serial(p.From) || n.Num().Int64() > serial(p.To.AddDate(1, 0, 0)) {
		return time.Time{}, false
	}
	return epoch.AddDate(0, 0, int(n.Num().Int64())), true
}

// farFromUsual reports whether the figure is far from the unit's own of the period before or from the median of its level, and says what that is.
func (v *visit) farFromUsual(ind *sheets.Indicator) (lang.Message, bool) {
	if before := v.batch.Former; before != nil && before.Period.Months() == v.batch.Period.Months() {
		if was := before.Answer(v.unit, ind); isNumber(ind, was.Value) && v.isFar(ind, was.Rat) {
			return formerWas.With(before.Period.Name, bound(ind, was.Rat)), true
		}
	}
	usual, known := v.survey.medians[peers{vntext.Fold(v.unit.Level), ind}]
	if !known || !v.isFar(ind, usual.value) || usual.half.holds(v.value(ind).Rat, outsideHalf) {
		return lang.Message{}, false
	}
	return levelIs.With(usual.units, v.unit.Level, whole(ind, usual.value)), true
}
