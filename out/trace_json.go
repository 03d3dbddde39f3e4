package out

import (
	"tonghop/aggregate"
	"tonghop/report"
	"tonghop/sheets"
)

// The other shapes of tonghop/trace/1, told apart by their kind. Keys and their order are a contract with other programs.
type (
	tracedTargetJSON struct {
		Schema    string            `json:"schema"`
		Kind      string            `json:"kind"`
		Target    sheets.TargetCode `json:"target"`
		Text      string            `json:"text"`
		Verdict   string            `json:"verdict"`
		Suggested string            `json:"suggested"`
		Hand      bool              `json:"hand"`
		Why       string            `json:"why"`
		Reason    string            `json:"reason,omitempty"`
		Met       int               `json:"met"`
		Counted   int               `json:"counted"`
		Row       cellJSON          `json:"row"`
		Parts     []tracedPartJSON  `json:"parts"`
	}
	tracedPartJSON struct {
		Schema    string            `json:"schema"`
		Kind      string            `json:"kind"`
		Target    sheets.TargetCode `json:"target"`
		Part      string            `json:"part"`
		Text      string            `json:"text"`
		Verdict   string            `json:"verdict"`
		Suggested string            `json:"suggested"`
		Hand      bool              `json:"hand"`
		Why       string            `json:"why"`
		Reason    string            `json:"reason,omitempty"`
		Plan      string            `json:"plan"`
		Threshold *string           `json:"threshold"`
		High      *string           `json:"threshold_high,omitempty"`
		Value     *string           `json:"value"`
		Shown     string            `json:"text_value"`
		Have      int               `json:"have"`
		Expected  int               `json:"expected"`
		IsCounted bool              `json:"counted"`
		Row       cellJSON          `json:"row"`
		Condition *conditionJSON    `json:"condition,omitempty"`
		Formula   string            `json:"formula,omitempty"`
		Operands  []operandJSON     `json:"operands,omitempty"`
		Units     []caseJSON        `json:"units,omitempty"`   // of a part that is judged unit by unit, those that failed first
		Periods   []caseJSON        `json:"periods,omitempty"` // of one that is judged month by month and so on
	}
	conditionJSON struct {
		Formula  string        `json:"formula"`
		Operands []operandJSON `json:"operands"`
	}
	caseJSON struct {
		Unit     sheets.UnitCode `json:"unit,omitempty"`
		Period   string          `json:"period,omitempty"`
		Value    *string         `json:"value"`
		Plan     *string         `json:"threshold"`
		Verdict  string          `json:"verdict"`
		Why      string          `json:"why"`
		Operands []operandJSON   `json:"operands"`
	}
	tracedShortcomingJSON struct {
		Schema      string                 `json:"schema"`
		Kind        string                 `json:"kind"`
		Shortcoming sheets.ShortcomingCode `json:"shortcoming"`
		Text        string                 `json:"text"`
		Verdict     sheets.Level           `json:"verdict"`
		Suggested   sheets.Level           `json:"suggested"`
		Hand        bool                   `json:"hand"`
		Why         string                 `json:"why"`
		Row         cellJSON               `json:"row"`
		Unlinked    []string               `json:"clauses_without_measure"`
		Measures    []tracedMeasureJSON    `json:"measures"`
	}
	tracedMeasureJSON struct {
		Clause   string            `json:"clause"`
		Measure  string            `json:"measure"`
		Verdict  string            `json:"verdict"`
		Value    *string           `json:"value"`
		LastYear *string           `json:"last_year"`
		Better   *bool             `json:"better"`
		Target   *tracedTargetJSON `json:"target,omitempty"`
		Part     *tracedPartJSON   `json:"part,omitempty"`
		Operands []operandJSON     `json:"operands,omitempty"`
	}
	tracedVerdictJSON struct {
		Schema  string             `json:"schema"`
		Kind    string             `json:"kind"`
		Verdict string             `json:"verdict"`
		All     int                `json:"all"` // how many targets there are
		Targets []tracedTargetJSON `json:"targets"`
	}
	tracedExpressionJSON struct {
		Schema     string          `json:"schema"`
		Kind       string          `json:"kind"`
		Expression string          `json:"expression"`
		Unit       sheets.UnitCode `json:"unit"`
		Value      *string         `json:"value"`
		Have       int             `json:"have"`
		Expected   int             `json:"expected"`
		Operands   []operandJSON   `json:"operands"`
	}
)

func tracedVerdict(r *Run, name aggregate.VerdictName) tracedVerdictJSON {
	entry := tracedVerdictJSON{Schema: traceSchema, Kind: "verdict", Verdict: name.Name, All: len(r.Totals.Targets), Targets: []tracedTargetJSON{}}
	for i := range r.Totals.Targets {
		if t := &r.Totals.Targets[i]; aggregate.NameOf(t.Verdict).Verdict == name.Verdict {
			entry.Targets = append(entry.Targets, tracedTarget(r, t))
		}
	}
	return entry
}

func tracedTarget(r *Run, t *aggregate.TargetResult) tracedTargetJSON {
	entry := tracedTargetJSON{
		Schema: traceSchema, Kind: "target", Target: t.Target.Code, Text: t.Target.Text, Verdict: aggregate.NameOf(t.Verdict).Name, Suggested: aggregate.NameOf(t.Suggested).Name,
		Hand: t.Hand, Why: report.WhyTarget(r.Totals, t, r.Lang), Reason: report.NewTeller(r.Totals).OfTarget(t, nil, t.Target.Reason), Met: t.Met, Counted: t.Counted, Row: rowEntry(t.Target.Pos, string(t.Target.Code)), Parts: []tracedPartJSON{},
	}
	for i := range t.Parts {
		entry.Parts = append(entry.Parts, tracedPart(r, &t.Parts[i]))
	}
	return entry
}

func rowEntry(pos sheets.Pos, raw string) cellJSON {
	return cellJSON{pos.File, pos.Sheet, pos.Cell(), raw}
}

func tracedPart(r *Run, p *aggregate.PartResult) tracedPartJSON {
	totals, root := r.Totals, r.Catalogue.Units.Root
	entry := tracedPartJSON{
		Schema: traceSchema, Kind: "part", Target: p.Part.Target, Part: p.Part.Key, Text: p.Part.Text, Verdict: aggregate.NameOf(p.Verdict).Name, Suggested: aggregate.NameOf(p.Suggested).Name,
		Hand: p.Hand, Why: report.WhyPart(totals, p).In(r.Lang), Reason: report.NewTeller(totals).OfTarget(totals.TargetNamed(p.Part.Target), p, p.Part.Reason), Plan: report.Plan(r.Catalogue, p), Threshold: plain(p.Threshold), High: plain(p.High),
		Value: plain(p.Value), Shown: report.Achieved(r.Catalogue, p), Have: p.Value.Have, Expected: p.Value.Expected, IsCounted: p.Part.Counted, Row: rowEntry(p.Part.Pos, string(p.Part.Target)),
	}
	in := totals.JudgedIn(p.Part)
	if in == nil {
		return entry
	}
	r, totals = r.within(in), in
	if condition := p.Part.Condition; condition != nil {
		entry.Condition = &conditionJSON{condition.String(), operandEntries(r, root, totals.Operands(root, condition, totals.Env(root)))}
	}
	if p.Part.Expr == nil {
		return entry
	}
	entry.Formula = p.Part.Expr.String()
	if p.Part.Scope != sheets.PerUnit {
		entry.Operands = operandEntries(r, root, totals.Operands(root, p.Part.Expr, totals.Env(root)))
	}
	for _, v := range p.WorstFirst() {
		alone, operands := v.Alone(), totals.Operands(v.Unit, v.Part.Expr, totals.Env(v.Unit))
		entry.Units = append(entry.Units, caseJSON{
			v.Unit.Code, "", plain(v.Value), plain(v.Part.Threshold), aggregate.NameOf(v.Verdict).Name, report.WhyValue(totals, &alone, v.Value, v.Verdict).In(r.Lang),
			operandEntries(r, v.Unit, operands),
		})
	}
	for i, in := range totals.EachOf(p) {
		each, within := p.Each[i], r.within(in)
		operands := in.Operands(root, p.Part.Expr, in.Env(root))
		entry.Periods = append(entry.Periods, caseJSON{
			"", orDays(each.Period), plain(each.Value), plain(p.Threshold), aggregate.NameOf(each.Verdict).Name, report.WhyValue(totals, p, each.Value, each.Verdict).In(r.Lang), operandEntries(within, root, operands),
		})
	}
	return entry
}

// operandEntries are what an expression about a unit names.
func operandEntries(r *Run, u *sheets.Unit, operands []aggregate.Operand) []operandJSON {
	entries := []operandJSON{}
	for _, o := range operands {
		entries = append(entries, operandEntry(r, aggregate.Trace{Unit: u, Period: r.Batch.Period}, o))
	}
	return entries
}

func tracedShortcoming(r *Run, s *aggregate.ShortcomingResult) tracedShortcomingJSON {
	entry := tracedShortcomingJSON{
		Schema: traceSchema, Kind: "shortcoming", Shortcoming: s.Shortcoming.Code, Text: s.Shortcoming.Text, Verdict: s.Verdict, Suggested: s.Suggested, Hand: s.Hand,
		Why: report.WhyLevel(r.Totals, s).In(r.Lang), Row: rowEntry(s.Shortcoming.Pos, string(s.Shortcoming.Code)), Unlinked: []string{}, Measures: []tracedMeasureJSON{},
	}
	for _, clause := range s.Unlinked {
		entry.Unlinked = append(entry.Unlinked, clause.Key)
	}
	for i := range s.Measures {
		entry.Measures = append(entry.Measures, tracedMeasure(r, &s.Measures[i]))
	}
	return entry
}

func tracedMeasure(r *Run, m *aggregate.MeasureResult) tracedMeasureJSON {
	entry := tracedMeasureJSON{
		Clause: m.Clause.Key, Measure: m.Measure.Text, Verdict: aggregate.NameOf(m.Verdict).Name, Value: plain(m.Value), LastYear: plain(m.LastYear), Better: m.Better,
	}
	root := r.Catalogue.Units.Root
	if m.Measure.Expr != nil {
		entry.Operands = operandEntries(r, root, r.Totals.Operands(root, m.Measure.Expr, r.Totals.Env(root)))
	}
	if m.Target == nil {
		return entry
	}
	if part := r.Totals.PartNamed(string(m.Target.Code) + "." + m.Measure.Part); part != nil && m.Measure.Part != "" {
		traced := tracedPart(r, part)
		entry.Part = &traced
		return entry
	}
	traced := tracedTarget(r, r.Totals.TargetNamed(m.Target.Code))
	entry.Target = &traced
	return entry
}

func tracedExpression(r *Run, e *Expression) tracedExpressionJSON {
	return tracedExpressionJSON{
		Schema: traceSchema, Kind: "expression", Expression: e.Text, Unit: e.Unit.Code, Value: plain(e.Value), Have: e.Value.Have, Expected: e.Value.Expected,
		Operands: operandEntries(r, e.Unit, e.Operands),
	}
}
