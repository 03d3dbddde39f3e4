package out

import (
	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/report"
)

// shortcoming draws the level of a shortcoming: the rung of the ladder that decided, and the measures of every clause with last year beside them.
func (t tracing) shortcoming(s *aggregate.ShortcomingResult) *branch {
	b := newBranch(t.said(lineVerdict.With(s.Shortcoming.Code, levelTitle(s.Verdict))))
	b.add(t.said(linePlace.With(s.Shortcoming.Text, s.Shortcoming.Pos.String())))
	b.add(t.said(lineLevel.With(report.WhyLevel(s))))
	for _, clause := range s.Shortcoming.Clauses {
		line := b.add(t.said(lineClause.With(clause.Key, clause.Text, clause.Pos.String())))
		if len(clause.Measures) == 0 {
			line.add(t.said(lineUnlinked.With()))
		}
		for i := range s.Measures {
			if s.Measures[i].Clause == clause {
				line.below = append(line.below, t.measure(&s.Measures[i]))
			}
		}
	}
	return b
}

var (
	lineLevel    = lang.Format{Vi: "Xếp mức: %s", En: "Level: %s"}
	lineClause   = lang.Format{Vi: "Vế %s: %s (%s)", En: "Clause %s: %s (%s)"}
	lineUnlinked = lang.Format{Vi: "chưa gắn số đo nào; ghi cột Số đo ở trang Khuyết điểm", En: "no measure; fill in the column Số đo of the sheet Khuyết điểm"}
	lineMeasure  = lang.Format{Vi: "%s: %s; kỳ này %s, năm trước %s%s", En: "%s: %s; now %s, last year %s%s"}
	lineBetter   = lang.Format{Vi: ": tốt hơn", En: ": better"}
	lineWorse    = lang.Format{Vi: ": không tốt hơn", En: ": no better"}
	lineUnheard  = lang.Format{Vi: "chưa rõ", En: "not known"}
)

// measure draws a measure with the target, or with the figures, that it stands for.
func (t tracing) measure(m *aggregate.MeasureResult) *branch {
	name, better := m.Measure.Text, any("")
	if m.Measure.AllTargets && m.Target != nil {
		name = string(m.Target.Code)
	}
	if m.Better != nil {
		better = lineWorse
		if *m.Better {
			better = lineBetter
		}
	}
	b := newBranch(t.said(lineMeasure.With(name, aggregate.NameOf(m.Verdict).Title, t.known(m.Value), t.known(m.LastYear), better)))
	r, root := t.run.Totals, t.run.Catalogue.Units.Root
	if m.Measure.Expr != nil {
		t.operands(b, root, r.Operands(root, m.Measure.Expr, r.Env(root)))
	}
	if m.Target != nil && (t.all || !metPlan(m.Verdict)) {
		if part := r.PartNamed(string(m.Target.Code) + "." + m.Measure.Part); part != nil && m.Measure.Part != "" {
			b.below = append(b.below, t.part(part))
		} else {
			b.below = append(b.below, t.target(r.TargetNamed(m.Target.Code)))
		}
	}
	return b
}

// known is a value as text, or that it is not known.
func (t tracing) known(v figure.Value) string {
	if v.IsMissing() {
		return lineUnheard.In(t.run.Lang)
	}
	return report.MeasureText(v)
}
