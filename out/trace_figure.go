package out

import (
	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/report"
	"tonghop/sheets"
)

// How many units, lists or targets are listed below one line of a tree, unless all are asked for: below what is traced, and below figures that stand behind a verdict.
const (
	mostTraced = 20
	mostBehind = 5
)

// tracing draws traces as trees.
type tracing struct {
	run  *Run
	all  bool // long lists are not shortened
	most int  // how many cells are listed below a figure
}

func newTracing(r *Run, all bool) tracing { return tracing{r, all, mostTraced} }

// behind is the same for what stands behind a verdict.
func (t tracing) behind() tracing {
	t.most = mostBehind
	return t
}

func (t tracing) said(m lang.Message) string { return m.In(t.run.Lang) }

// shorten leaves the first of those below a line, from a place on.
func (t tracing) shorten(b *branch, from, most int) {
	if !t.all {
		b.shorten(from, most, t.run.Lang)
	}
}

var (
	lineFigure  = lang.Format{Vi: "%s = %s (%s; %s %s; %s)", En: "%s = %s (%s; %s %s; %s)"}
	linePlace   = lang.Format{Vi: "%s (%s)", En: "%s (%s)"}
	linePeriods = lang.Format{Vi: "%s › %s:", En: "%s › %s:"}
)

// figure draws a total with the cells, or with the operands, that it was made of.
func (t tracing) figure(trace aggregate.Trace) *branch {
	b := newBranch(t.said(lineFigure.With(trace.Indicator.Code, totalText(trace.Indicator, trace.Total), trace.Indicator.Name,
		coverage(trace.Total.Value), trace.Total.Value.Counted.Noun(), trace.Unit.Name)))
	if trace.Formula != "" {
		b.add("= " + trace.Formula)
	}
	from := len(b.below)
	for _, p := range trace.Parts {
		b.add(reportName(trace, p.Unit, p.Period), sourceValue(t.run, trace.Indicator, p), p.Pos.String()+belowLine(t.run, trace.Indicator, p))
	}
	t.shorten(b, from, t.most)
	t.operands(b, trace.Unit, trace.Operands)
	return b
}

// operands draws what an expression about a unit names.
func (t tracing) operands(b *branch, u *sheets.Unit, operands []aggregate.Operand) {
	for _, o := range operands {
		t.operand(b, u, o)
	}
}

// operand draws what an expression names: a figure with what is behind it, or a value.
func (t tracing) operand(b *branch, u *sheets.Unit, o aggregate.Operand) {
	switch {
	case o.Indicator != nil && o.In == t.run.Totals:
		b.below = append(b.below, t.figure(o.In.Trace(u, o.Indicator)))
		return
	case o.Indicator != nil:
		other := b.add(t.said(linePeriods.With(o.Name, o.In.Batch.Period.Name)))
		other.below = append(other.below, t.figure(o.In.Trace(u, o.Indicator)))
		return
	}
	place := ""
	if pos, _ := t.run.Totals.Catalogued(o.Name); pos != (sheets.Pos{}) {
		place = " (" + pos.String() + ")"
	}
	line := b.add(o.Name + " = " + figure.Default(o.Value) + place)
	t.operands(line, u, o.Inner)
	within := aggregate.Trace{Unit: u, Period: t.run.Batch.Period}
	for _, l := range o.Lists {
		line.add(reportName(within, l.Unit, l.Period), listValue(t.run, l), listPlace(t.run, l))
	}
	t.shorten(line, len(o.Inner), t.most)
	for _, target := range o.Targets {
		line.add(string(target.Target.Code), aggregate.NameOf(target.Verdict).Title.In(t.run.Lang), t.why(target))
	}
	for _, s := range o.Shortcomings {
		line.add(string(s.Shortcoming.Code), t.said(levelTitle(s.Verdict)), t.said(report.WhyLevel(t.run.Totals, s)))
	}
}

// why says why the verdict on a target is what it is; of one with a single part why that of the part is.
func (t tracing) why(target *aggregate.TargetResult) string {
	if len(target.Parts) == 1 && !target.Hand {
		return t.said(report.WhyPart(t.run.Totals, &target.Parts[0]))
	}
	return report.WhyTarget(t.run.Totals, target, t.run.Lang)
}

// levelTitle is a level with its words.
func levelTitle(level sheets.Level) lang.Message {
	if level == sheets.LevelUnknown {
		return lang.Format{Vi: "chưa đủ căn cứ để xếp mức", En: "no level"}.With()
	}
	return lang.Format{Vi: "mức %s (%s)", En: "level %s (%s)"}.With(string(level), report.LevelWord(level))
}
