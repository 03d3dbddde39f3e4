package out

import (
	"tonghop/aggregate"
	"tonghop/lang"
	"tonghop/report"
)

// shortcoming draws the level of a shortcoming: the rung of the ladder that decided, and the measures of every clause with last year beside them.
func (t tracing) shortcoming(s *aggregate.ShortcomingResult) *branch {
	b := newBranch(t.said(lineVerdict.With(s.Shortcoming.Code, levelTitle(s.Verdict))))
	b.add(t.said(linePlace.With(s.Shortcoming.Text, s.Shortcoming.Pos.String())))
	b.add(t.said(lineLevel.With(report.WhyLevel(t.run.Totals, s))))
	for _, clause := range s.Shortcoming.Clauses {
		line := b.add(t.said(lineClause.With(clause.Key, clause.Text, clause.Pos.String())))
		if len(clause.Measures) == 0 {
			line.add(t.said(lineUnlinked.With()))
		}
		for _, m := range s.Together() {
			if m.Clause == clause {
				line.below = append(line.below, t.measure(&m))
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

// measure draws a measure with the targets, or with the figures, that it stands for. Of those that are met the name is enough, unless all is asked for.
func (t tracing) measure(m *aggregate.MeasureResult) *branch {
	better := any("")
	if m.Better != nil {
		better = lineWorse
		if *m.Better {
			better = lineBetter
		}
	}
	now, before := report.Measured(t.run.Catalogue, m)
	b := newBranch(t.said(lineMeasure.With(m.Measure.Text, aggregate.NameOf(m.Verdict).Title, t.known(now), t.known(before), better)))
	r, root := t.run.Totals, t.run.Catalogue.Units.Root
	switch {
	case m.Measure.AllTargets:
		for i := range r.Targets {
			t.linked(b, &r.Targets[i])
		}
	case m.Measure.Expr != nil:
		t.behind().operands(b, root, r.Operands(root, m.Measure.Expr, r.Env(root)))
	case m.Target == nil:
	case m.Measure.Part != "":
		if part := r.PartNamed(string(m.Target.Code) + "." + m.Measure.Part); part != nil {
			b.below = append(b.below, t.part(part))
		}
	default:
		t.linked(b, r.TargetNamed(m.Target.Code))
	}
	return b
}

// linked draws a target that a measure stands for.
func (t tracing) linked(b *branch, target *aggregate.TargetResult) {
	if t.all || !metPlan(target.Verdict) {
		b.below = append(b.below, t.target(target))
		return
	}
	b.add(t.said(lineVerdict.With(target.Target.Code, aggregate.NameOf(target.Verdict).Title)) + ": " + t.why(target))
}

// known is a value of a measure, or that it is not known.
func (t tracing) known(text string) string {
	if text == "" {
		return lineUnheard.In(t.run.Lang)
	}
	return text
}
