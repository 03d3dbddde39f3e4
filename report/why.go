package report

import (
	"math/big"
	"slices"
	"strings"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/sheets"
)

// Why a verdict is what it is, in words. Each ends with the verdict.
var (
	whyRelation   = lang.Format{Vi: "%s %s %s nên %s", En: "%s %s %s, so %s"}
	whyBetween    = lang.Format{Vi: "%s ≤ %s ≤ %s nên %s", En: "%s ≤ %s ≤ %s, so %s"}
	whyNoData     = lang.Format{Vi: "thiếu %s nên %s", En: "%s is missing, so %s"}
	whyNoPlan     = lang.Format{Vi: "chưa giao kế hoạch nên %s; ghi cột Ngưỡng ở trang Chỉ tiêu", En: "no plan was assigned, so %s; fill in the column Ngưỡng of the sheet Chỉ tiêu"}
	whyCoverage   = lang.Format{Vi: "mới có %d/%d %s, thấp hơn độ phủ tối thiểu %s nên %s", En: "%d/%d %s is below the least coverage of %s, so %s"}
	whyUnits      = lang.Format{Vi: "%d/%d đơn vị chưa đạt nên %s", En: "%d of %d units failed, so %s"}
	whyUnitsOpen  = lang.Format{Vi: "không đơn vị nào chưa đạt nhưng %d/%d đơn vị không đủ số liệu nên %s", En: "no unit failed, but %d of %d have insufficient data, so %s"}
	whyAllUnits   = lang.Format{Vi: "cả %d đơn vị đạt nên %s", En: "all %d units met it, so %s"}
	whyNoUnits    = lang.Format{Vi: "không có đơn vị nào phải đạt nội dung này nên %s", En: "it applies to no unit, so %s"}
	whyPeriods    = lang.Format{Vi: "%d/%d kỳ chưa đạt nên %s", En: "%d of %d periods failed, so %s"}
	whyPeriodOpen = lang.Format{Vi: "không kỳ nào chưa đạt nhưng %d/%d kỳ không đủ số liệu nên %s", En: "no period failed, but %d of %d have insufficient data, so %s"}
	whyAllPeriods = lang.Format{Vi: "cả %d kỳ đạt nên %s", En: "all %d periods met it, so %s"}
	whyUnproven   = lang.Format{Vi: "kế hoạch giao cho từng tháng, quý, năm mà chỉ có tổng cả kỳ nên %s", En: "the plan is for each month, quarter or year and only the total is known, so %s"}
	whyCondition  = lang.Format{Vi: "điều kiện %s không đúng nên %s", En: "the condition %s does not hold, so %s"}
	whyUncertain  = lang.Format{Vi: "không đủ số liệu cho điều kiện %s nên %s", En: "there are not enough data for the condition %s, so %s"}
	whyByHand     = lang.Format{Vi: "nội dung định tính, người phụ trách kết luận; chưa ai ghi cột Kết luận tay nên %s", En: "a matter of judgement; nobody filled in the column Kết luận tay, so %s"}
	whyOther      = lang.Format{Vi: "không so sánh được nên %s", En: "it cannot be compared, so %s"}
	whyHand       = lang.Format{Vi: "kết luận tay: %s; số liệu cho thấy: %s", En: "by hand: %s; the figures say: %s"}
	whyHandReason = lang.Format{Vi: "kết luận tay: %s, lý do: %s; số liệu cho thấy: %s", En: "by hand: %s, because: %s; the figures say: %s"}
	whyAllParts   = lang.Format{Vi: "%s; phải đạt tất cả nội dung nên %s", En: "%s; all parts have to be met, so %s"}
	whyAnyPart    = lang.Format{Vi: "%s; chỉ cần đạt một nội dung nên %s", En: "%s; one part has to be met, so %s"}
	whyNoParts    = lang.Format{Vi: "chỉ tiêu chưa có nội dung nào nên %s", En: "the target has no parts, so %s"}
	whyElsewhere  = lang.Format{Vi: "giao cho %s, không phải kỳ này, nên %s", En: "it is planned for %s and not for this period, so %s"}
	whyNotDue     = lang.Format{Vi: "chưa hết kỳ được giao (%s) nên %s", En: "the period of the plan (%s) is not over, so %s"}
	whyPace       = lang.Format{Vi: "chưa hết kỳ được giao (%s), %s so với kế hoạch đến nay %s, nên %s", En: "the period of the plan (%s) is not over, %s beside the plan to date of %s, so %s"}
	countOf       = lang.Format{Vi: "%d %s", En: "%d %s"}
)

// verdictWord is a verdict as people read it.
func verdictWord(v sheets.Verdict) lang.Format { return aggregate.NameOf(v).Title }

// WhyTarget says why the verdict on a target is what it is.
func WhyTarget(r *aggregate.Result, t *aggregate.TargetResult, l lang.Lang) string {
	said := whyNoParts.With(verdictWord(t.Suggested))
	if len(t.Parts) > 0 {
		var counts []string
		for _, name := range aggregate.Verdicts() {
			n := 0
			for i := range t.Parts {
				if aggregate.NameOf(t.Parts[i].Verdict).Verdict == name.Verdict {
					n++
				}
			}
			if n > 0 {
				counts = append(counts, countOf.With(n, name.Title).In(l))
			}
		}
		how := whyAllParts
		if t.Target.Combine == sheets.Any {
			how = whyAnyPart
		}
		said = how.With(strings.Join(counts, ", "), verdictWord(t.Suggested))
	}
	return withHand(said, t.Hand, t.Verdict, told(r, t.Hand, t, nil, t.Target.Reason)).In(l)
}

// WhyPart says why the verdict on a part is what it is: “1.805 < 2.000 nên chưa đạt”.
func WhyPart(r *aggregate.Result, p *aggregate.PartResult) lang.Message {
	return withHand(whySuggested(r, p), p.Hand, p.Verdict, told(r, p.Hand, r.TargetNamed(p.Part.Target), p, p.Part.Reason))
}

// told is the reason of a verdict by hand with the figures in it.
func told(r *aggregate.Result, hand bool, t *aggregate.TargetResult, p *aggregate.PartResult, reason string) string {
	if !hand || t == nil {
		return reason
	}
	return NewTeller(r).OfTarget(t, p, reason)
}

// withHand puts the verdict of a person before what the figures say.
func withHand(figures lang.Message, hand bool, v sheets.Verdict, reason string) lang.Message {
	switch {
	case !hand:
		return figures
	case reason == "":
		return whyHand.With(verdictWord(v), figures)
	}
	return whyHandReason.With(verdictWord(v), reason, figures)
}

func whySuggested(r *aggregate.Result, p *aggregate.PartResult) lang.Message {
	verdict, root := verdictWord(p.Suggested), r.Catalogue.Units.Root
	switch {
	case p.NotDue && p.InTime != nil:
		return whyPace.With(p.Part.Period.Name, Compared(r.Catalogue, p, p.Value), PlanToDate(r.Catalogue, p), verdict)
	case p.NotDue:
		return whyNotDue.With(p.Part.Period.Name, verdict)
	case p.Suggested == sheets.VerdictNotApplicable && r.JudgedIn(p.Part) == nil:
		return whyElsewhere.With(p.Part.Period.Name, verdict)
	case p.Part.Comparison == sheets.Qualitative:
		return whyByHand.With(verdict)
	case p.Part.Scope == sheets.PerUnit:
		return whyMany(len(p.Failing), len(p.Unjudged), p.Units, verdict, whyUnits, whyUnitsOpen, whyAllUnits)
	case p.Each != nil:
		failed, open, all := 0, 0, 0
		for _, each := range p.Each {
			switch each.Verdict {
			case sheets.VerdictNotApplicable:
				continue
			case sheets.Unmet:
				failed++
			case sheets.Insufficient:
				open++
			}
			all++
		}
		return whyMany(failed, open, all, verdict, whyPeriods, whyPeriodOpen, whyAllPeriods)
	}
	switch r.Holds(p.Part, root) {
	case formula.True:
	case formula.Unknown:
		return whyUncertain.With(p.Part.Condition.String(), verdict)
	default:
		return whyCondition.With(p.Part.Condition.String(), verdict)
	}
	if p.Unproven {
		return whyUnproven.With(verdict)
	}
	return WhyValue(r, p, p.Value, p.Suggested)
}

func whyMany(failed, open, all int, verdict lang.Format, unmet, unclear, met lang.Format) lang.Message {
	switch {
	case failed > 0:
		return unmet.With(failed, all, verdict)
	case open > 0:
		return unclear.With(open, all, verdict)
	case all > 0:
		return met.With(all, verdict)
	}
	return whyNoUnits.With(verdict)
}

// WhyValue says why a value gives a verdict beside the plan of a part: the value of the whole, of a unit or of a period.
func WhyValue(r *aggregate.Result, p *aggregate.PartResult, v figure.Value, verdict sheets.Verdict) lang.Message {
	word := verdictWord(verdict)
	switch {
	case v.IsMissing():
		return whyNoData.With(gapList(v), word)
	case p.Threshold.IsMissing():
		return whyNoPlan.With(word)
	case v.Expected > 0 && big.NewRat(int64(v.Have), int64(v.Expected)).Cmp(r.Catalogue.LeastCoverage()) < 0:
		return whyCoverage.With(v.Have, v.Expected, v.Counted.Noun(), show("pt", figure.NumberOf(r.Catalogue.LeastCoverage())), word)
	}
	shown, low := Compared(r.Catalogue, p, v), planText(r.Catalogue, p.Part, p.Threshold)
	if p.Part.Comparison == sheets.Within {
		high := planText(r.Catalogue, p.Part, p.High)
		if formula.Compare(v, p.High, formula.Greater) == formula.True {
			return whyRelation.With(shown, ">", high, word)
		}
		if formula.Compare(v, p.Threshold, formula.Less) != formula.True {
			return whyBetween.With(low, shown, high, word)
		}
	}
	for _, relation := range []formula.Op{formula.Less, formula.Greater, formula.Equal, formula.Unequal} {
		if formula.Compare(v, p.Threshold, relation) == formula.True {
			sign := relation.String()
			if relation == formula.Unequal {
				sign = "≠"
			}
			return whyRelation.With(shown, sign, low, word)
		}
	}
	return whyOther.With(word)
}

// Compared is a value as it is compared with the plan of a part; a share with both its terms, because it is they that are compared.
func Compared(c *sheets.Catalogue, p *aggregate.PartResult, v figure.Value) string {
	text := beside(styleOf(c, p.Part.Expr), planned(c, p.Part, v), p.Threshold, p.High)
	if v.Den != nil && v.Num != nil && v.Num.IsInt() && v.Den.IsInt() {
		if terms := v.Num.RatString() + "/" + v.Den.RatString(); text != terms {
			text += " (" + terms + ")"
		}
	}
	return text
}

// gapList names what is missing in a value.
func gapList(v figure.Value) lang.Message {
	var said lang.Message
	for i, gap := range slices.Compact(slices.Clone(v.Gaps)) {
		if i == 0 {
			said = formula.GapText(gap)
			continue
		}
		said = lang.Format{Vi: "%s, %s", En: "%s, %s"}.With(said, formula.GapText(gap))
	}
	if said.IsZero() {
		return lang.Format{Vi: "số liệu", En: "a figure"}.With()
	}
	return said
}

// Holds says whether the condition of a part holds for the whole.
func Holds(r *aggregate.Result, p *sheets.Part) lang.Format {
	switch r.Holds(p, r.Catalogue.Units.Root) {
	case formula.True:
		return lang.Format{Vi: "đúng", En: "true"}
	case formula.Unknown:
		return lang.Format{Vi: "chưa rõ", En: "not known"}
	}
	return lang.Format{Vi: "không đúng", En: "false"}
}
