package out

import (
	"tonghop/aggregate"
	"tonghop/lang"
	"tonghop/report"
	"tonghop/sheets"
)

var (
	lineVerdict   = lang.Format{Vi: "%s: %s", En: "%s: %s"}
	linePlan      = lang.Format{Vi: "Kế hoạch: %s", En: "Planned: %s"}
	lineValue     = lang.Format{Vi: "Thực hiện: %s", En: "Achieved: %s"}
	lineCovered   = lang.Format{Vi: "Thực hiện: %s (%s %s)", En: "Achieved: %s (%s %s)"}
	lineWhy       = lang.Format{Vi: "Kết luận: %s", En: "Verdict: %s"}
	lineFormula   = lang.Format{Vi: "Biểu thức: %s", En: "Expression: %s"}
	lineCondition = lang.Format{Vi: "Điều kiện: %s; %s", En: "Condition: %s; %s"}
	lineParts     = lang.Format{Vi: "%d/%d nội dung được tính đạt", En: "%d of %d counted parts are met"}
	lineUncounted = lang.Format{Vi: "Không tính vào số nội dung", En: "Does not count as a part"}
	lineBasis     = lang.Format{Vi: "Căn cứ: %s", En: "Basis: %s"}
	lineReason    = lang.Format{Vi: "Lý do: %s", En: "Reason: %s"}

	lineUnits   = lang.Format{Vi: "Từng đơn vị: %d chưa đạt, %d không đủ số liệu, %d đạt", En: "Unit by unit: %d unmet, %d with insufficient data, %d met"}
	linePeriod  = lang.Format{Vi: "%s: %s", En: "%s: %s"}
	lineTargets = lang.Format{Vi: "%s: %d/%d chỉ tiêu", En: "%s: %d of %d targets"}
)

// verdict draws the targets with a verdict.
func (t tracing) verdict(name aggregate.VerdictName) *branch {
	b := newBranch("")
	for i := range t.run.Totals.Targets {
		if target := &t.run.Totals.Targets[i]; aggregate.NameOf(target.Verdict).Verdict == name.Verdict {
			b.below = append(b.below, t.target(target))
		}
	}
	b.columns[0] = Clean(t.said(lineTargets.With(name.Title, len(b.below), len(t.run.Totals.Targets))))
	return b
}

// target draws the verdict on a target with its parts. A target that is its only part is drawn as that.
func (t tracing) target(target *aggregate.TargetResult) *branch {
	if len(target.Parts) == 1 && target.Parts[0].Part.Key == "" && !target.Hand {
		return t.part(&target.Parts[0])
	}
	title := aggregate.NameOf(target.Verdict).Title
	b := newBranch(t.said(lineVerdict.With(target.Target.Code, title)))
	b.add(t.said(linePlace.With(target.Target.Text, target.Target.Pos.String())))
	b.add(t.said(lineWhy.With(report.WhyTarget(t.run.Totals, target, t.run.Lang))))
	if target.Counted > 0 {
		b.add(t.said(lineParts.With(target.Met, target.Counted)))
	}
	t.notes(b, target, nil, target.Target.Reason, target.Target.Basis)
	for i := range target.Parts {
		b.below = append(b.below, t.part(&target.Parts[i]))
	}
	return b
}

// notes draws what the office wrote beside a verdict.
func (t tracing) notes(b *branch, target *aggregate.TargetResult, p *aggregate.PartResult, reason, basis string) {
	teller := report.NewTeller(t.run.Totals)
	if reason != "" {
		b.add(t.said(lineReason.With(teller.OfTarget(target, p, reason))))
	}
	if basis != "" {
		b.add(t.said(lineBasis.With(teller.OfTarget(target, p, basis))))
	}
}

// part draws the verdict on a part: plan, value, why, and what the value was worked out from.
func (t tracing) part(p *aggregate.PartResult) *branch {
	t, r, c := t.behind(), t.run.Totals, t.run.Catalogue
	b := newBranch(t.said(lineVerdict.With(partName(*p), aggregate.NameOf(p.Verdict).Title)))
	b.add(t.said(linePlace.With(p.Part.Text, p.Part.Pos.String())))
	b.add(t.said(linePlan.With(report.Plan(c, p))))
	switch {
	case p.Part.Comparison == sheets.Qualitative || p.Value.IsMissing():
	case p.Value.Expected > 0:
		b.add(t.said(lineCovered.With(report.Achieved(c, p), coverage(p.Value), p.Value.Counted.Noun())))
	default:
		b.add(t.said(lineValue.With(report.Achieved(c, p))))
	}
	b.add(t.said(lineWhy.With(report.WhyPart(r, p))))
	if !p.Part.Counted {
		b.add(t.said(lineUncounted.With()))
	}
	t.notes(b, r.TargetNamed(p.Part.Target), p, p.Part.Reason, p.Part.Basis)
	if in := r.JudgedIn(p.Part); in != nil {
		tracing{t.run.within(in), t.all, t.most}.grounds(b, p)
	}
	return b
}

// grounds draws what a part was judged by.
func (t tracing) grounds(b *branch, p *aggregate.PartResult) {
	r, root := t.run.Totals, t.run.Catalogue.Units.Root
	if condition := p.Part.Condition; condition != nil {
		line := b.add(t.said(lineCondition.With(condition.String(), report.Holds(r, p.Part))))
		if p.Part.Scope == sheets.PerUnit {
			line.columns[0] = Clean(t.said(lineCondition.With(condition.String(), eachUnit)))
		}
		t.operands(line, root, r.Operands(root, condition, r.Env(root)))
	}
	if p.Part.Expr != nil {
		t.value(b, p)
	}
}

// value draws what the value of a part was worked out from: of every unit, of every period, or of the whole.
func (t tracing) value(b *branch, p *aggregate.PartResult) {
	r, root := t.run.Totals, t.run.Catalogue.Units.Root
	units := p.WorstFirst()
	if len(units) > 0 {
		counts := make(map[sheets.Verdict]int)
		for _, u := range units {
			counts[u.Verdict]++
		}
		failed, open := counts[sheets.Unmet], counts[sheets.Insufficient]
		line := b.add(t.said(lineUnits.With(failed, open, len(units)-failed-open)))
		for _, u := range units {
			t.unit(line, u)
		}
		t.shorten(line, 0, mostTraced)
	}
	switch {
	case p.Part.Scope == sheets.PerUnit:
	case p.Each != nil:
		for i, in := range r.EachOf(p) {
			each := p.Each[i]
			line := b.add(t.said(linePeriod.With(each.Period.Name, report.WhyValue(r, p, each.Value, each.Verdict))))
			tracing{t.run.within(in), t.all, t.most}.operands(line, root, in.Operands(root, p.Part.Expr, in.Env(root)))
		}
	default:
		line := b.add(t.said(lineFormula.With(p.Part.Expr.String())))
		t.operands(line, root, r.Operands(root, p.Part.Expr, r.Env(root)))
	}
}

func metPlan(v sheets.Verdict) bool { return v == sheets.Met || v == sheets.Exceeded }

// unit draws a unit that was judged by itself, with its cell where it is one figure that it gave. What stands behind units that met the plan is left out unless all is
// asked for.
func (t tracing) unit(b *branch, v aggregate.UnitResult) {
	r, alone := t.run.Totals, v.Alone()
	why := t.said(report.WhyValue(r, &alone, v.Value, v.Verdict))
	operands := r.Operands(v.Unit, v.Part.Expr, r.Env(v.Unit))
	if len(operands) == 1 && operands[0].Indicator != nil && operands[0].Indicator.Slot >= 0 {
		trace := r.Trace(v.Unit, operands[0].Indicator)
		if len(trace.Parts) == 1 {
			part := trace.Parts[0]
			b.add(reportName(trace, v.Unit, part.Period), why, sourceValue(t.run, trace.Indicator, part), part.Pos.String())
			return
		}
	}
	line := b.add(v.Unit.Name, why)
	if t.all || !metPlan(v.Verdict) {
		t.operands(line, v.Unit, operands)
	}
}

// within is the run as it is for a period of which the whole is put together.
func (r *Run) within(of *aggregate.Result) *Run {
	other := *r
	other.Totals, other.Batch = of, of.Batch
	return &other
}

var eachUnit = lang.Format{Vi: "xét từng đơn vị", En: "asked of each unit"}
