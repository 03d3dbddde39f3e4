package out

import (
	"io"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// Subject is what is traced to its cells: one of its members is set.
type Subject struct {
	Figure      *aggregate.Trace
	Target      *aggregate.TargetResult
	Part        *aggregate.PartResult
	Shortcoming *aggregate.ShortcomingResult
	Verdict     *aggregate.VerdictName // the targets that have it
	Expression  *Expression
}

// Expression is an expression about a unit with what it was worked out from.
type Expression struct {
	Text     string
	Unit     *sheets.Unit
	Value    figure.Value
	Operands []aggregate.Operand
}

const traceSchema = "tonghop/trace/1"

// WriteTrace draws for a person where a figure, a verdict or a level comes from, as a tree down to the cells. Long lists are shortened unless all is asked for.
func WriteTrace(w io.Writer, r *Run, s Subject, all bool) error {
	t := newTracing(r, all)
	switch {
	case s.Figure != nil:
		return t.figure(*s.Figure).write(w)
	case s.Target != nil:
		return t.target(s.Target).write(w)
	case s.Part != nil:
		return t.part(s.Part).write(w)
	case s.Shortcoming != nil:
		return t.shortcoming(s.Shortcoming).write(w)
	case s.Verdict != nil:
		return t.verdict(*s.Verdict).write(w)
	}
	return t.expression(s.Expression).write(w)
}

// expression draws the value of an expression with what it names.
func (t tracing) expression(e *Expression) *branch {
	b := newBranch(t.said(lang.Format{Vi: "%s = %s (%s %s; %s)", En: "%s = %s (%s %s; %s)"}.
		With(e.Text, figure.Default(e.Value), coverage(e.Value), e.Value.Counted.Noun(), e.Unit.Name)))
	t.operands(b, e.Unit, e.Operands)
	return b
}

// WriteTraceJSON writes the same for a program, with all that stands behind it.
func WriteTraceJSON(w io.Writer, r *Run, s Subject) error {
	switch {
	case s.Figure != nil:
		return writeJSON(w, traceEntry(r, *s.Figure))
	case s.Target != nil:
		return writeJSON(w, tracedTarget(r, s.Target))
	case s.Part != nil:
		return writeJSON(w, tracedPart(r, s.Part))
	case s.Shortcoming != nil:
		return writeJSON(w, tracedShortcoming(r, s.Shortcoming))
	case s.Verdict != nil:
		return writeJSON(w, tracedVerdict(r, *s.Verdict))
	}
	return writeJSON(w, tracedExpression(r, s.Expression))
}
