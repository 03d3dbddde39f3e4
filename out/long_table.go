package out

import (
	"io"
	"math/big"
	"strings"
	"time"

	"tonghop/aggregate"
	"tonghop/sheets"
)

// longTableName is the long table: what every unit said of every figure, one line each, for engines that add up many provinces and years
// (docs/so-lieu-lon.md has the questions in SQL).
const longTableName = "so-lieu.jsonl"

// factJSON is a line of so-lieu.jsonl, tonghop/facts/1. Every line has every key, so that each can be read by itself and all are of one table.
type factJSON struct {
	Schema    string `json:"schema"`
	RunPeriod string `json:"run_period"` // the period that was added up
	Policy    string `json:"policy"`
	Tree      string `json:"tree"` // new or old: along which the units stand where the period was reorganised

	Period     string `json:"period"` // of the report
	PeriodFrom string `json:"period_from"`
	PeriodTo   string `json:"period_to"`
	PeriodPath string `json:"period_path"` // from that of the run to that of the report: /2021/2021-Q1

	Unit     sheets.UnitCode `json:"unit"`
	UnitName string          `json:"unit_name"`
	Level    string          `json:"level"`
	UnitPath string          `json:"unit_path"` // from the root to the unit: /tinh/h1/x1; of a part of a divided unit the one unit to which it goes, ///m
	Share    *string         `json:"share"`     // of a part of a divided unit: how much of its value, "3/4"; the numbers are multiplied by it
	Own      bool            `json:"own"`       // the total of the unit is what it answered itself, whatever units stand below it

	Indicator    sheets.Code `json:"indicator"`
	Kind         string      `json:"kind"`
	UnitRollup   string      `json:"unit_rollup"`
	PeriodRollup string      `json:"period_rollup"`
	Reporting    string      `json:"reporting"`

	State       string  `json:"state"`
	Value       *string `json:"value"`       // exact, as in tong-hop.json
	ValueNum    *string `json:"value_num"`   // of a number, as a DECIMAL(38,18) takes it
	Numerator   *string `json:"numerator"`   // of a ratio, likewise
	Denominator *string `json:"denominator"` // of a ratio, likewise
	Yes         *bool   `json:"yes"`
	Text        *string `json:"text"` // of a category its label, or what was written

	Asked    bool `json:"asked"`   // the unit is one of those that are expected to give the figure
	Counted  bool `json:"counted"` // the value goes into the totals
	Have     int  `json:"have"`    // what the line adds to the coverage: 0 or 1
	Expected int  `json:"expected"`
	LeftOut  bool `json:"left_out"` // --strict leaves the report out because of its errors

	FormDate *string `json:"form_date"`
	File     *string `json:"file"`
	SHA256   *string `json:"sha256"`
	Sheet    *string `json:"sheet"`
	Cell     *string `json:"cell"`
	Raw      *string `json:"raw"` // the cell as it was typed
}

// factsSchema is in every line: files of many runs are read as one table.
const factsSchema = "tonghop/facts/1"

// The words of the long table for the columns of the catalogue.
var (
	kindKeys = map[sheets.Kind]string{
		sheets.Count: "count", sheets.Stock: "stock", sheets.Money: "money", sheets.Decimal: "decimal", sheets.Percent: "percent", sheets.Ratio: "ratio",
		sheets.Interval: "range", sheets.Day: "date", sheets.YesNo: "yes_no", sheets.Category: "category", sheets.Words: "text",
	}
	periodRollupKeys = map[sheets.PeriodRollup]string{
		sheets.PeriodSum: "sum", sheets.PeriodLast: "last", sheets.PeriodLargest: "max", sheets.PeriodAverage: "mean", sheets.PeriodNone: "none",
	}
	reportingKeys = map[sheets.Reporting]string{sheets.InPeriod: "in_period", sheets.Cumulative: "cumulative", sheets.AtDate: "at_date"}
)

// WriteLongTable writes the long table, one line after another; a province of ten thousand chapters has more than a million.
func WriteLongTable(w io.Writer, r *Run) error {
	lines := &document{w: w}
	head := factJSON{Schema: factsSchema, RunPeriod: r.Batch.Period.Code, Policy: policyKey(r.Totals.Strict), Tree: r.Catalogue.Units.Tree.Key()}
	var at *sheets.Unit
	for f := range r.Totals.Facts() {
		if f.Unit != at {
			at = f.Unit
			last := at.On(r.Batch.Period.To)
			head.Unit, head.UnitName, head.Level, head.UnitPath = at.Code, last.Name, last.Level, unitPath(at)
		}
		line := head
		line.ofPeriod(f.Periods)
		line.ofIndicator(f.Indicator)
		line.ofValue(f)
		line.ofSubmission(f)
		line.ofPortion(f)
		lines.line(line)
		if lines.err != nil {
			return lines.err
		}
	}
	return lines.err
}

func (l *factJSON) ofPeriod(path []*sheets.Period) {
	p := path[len(path)-1]
	l.Period, l.PeriodFrom, l.PeriodTo = p.Code, p.From.Format(time.DateOnly), p.To.Format(time.DateOnly)
	for _, p := range path {
		l.PeriodPath += "/" + orDays(p)
	}
}

func (l *factJSON) ofIndicator(ind *sheets.Indicator) {
	l.Indicator, l.Kind, l.UnitRollup = ind.Code, kindKeys[ind.Kind], aggregate.MethodName(ind)
	l.PeriodRollup, l.Reporting = periodRollupKeys[ind.Periods], reportingKeys[ind.Reporting]
}

// ofValue says what the unit answered. A value is told where it was given, also where it does not count.
func (l *factJSON) ofValue(f aggregate.Fact) {
	l.State, l.Asked, l.Counted, l.Have, l.Expected, l.LeftOut = factState(f), f.Asked, f.Counted, f.Have, f.Expected, f.LeftOut
	if f.Value.State != sheets.Given {
		return
	}
	v := f.Value.Figure(f.Indicator)
	l.Value = plain(v)
	switch f.Indicator.Kind {
	case sheets.Ratio:
		l.Numerator, l.Denominator = decimalText(f.Value.Rat), decimalText(f.Value.Rat2)
	case sheets.YesNo:
		l.Yes = &f.Value.Yes
	case sheets.Category, sheets.Words:
		shown := f.Indicator.Shown(v)
		l.Text = &shown
	case sheets.Interval, sheets.Day:
	default:
		l.ValueNum = decimalText(f.Value.Rat)
	}
}

func (l *factJSON) ofSubmission(f aggregate.Fact) {
	s := f.Submission
	if s == nil {
		return
	}
	l.File, l.SHA256 = &s.File.Path, &s.File.SHA256
	if !s.Declared.IsZero() {
		day := s.Declared.Format(time.DateOnly)
		l.FormDate = &day
	}
	if f.Value.Row == 0 {
		return
	}
	pos := s.Pos(f.Value)
	cell := pos.Cell()
	l.Sheet, l.Cell, l.Raw = &pos.Sheet, &cell, &f.Value.Raw
}

// ofPortion makes of a line one of the part that goes to another unit. Its path leaves out all units but that one, because those above have the whole.
func (l *factJSON) ofPortion(f aggregate.Fact) {
	l.Own = f.Own
	if f.At == nil {
		return
	}
	share := f.Share.RatString()
	l.Share, l.UnitPath = &share, strings.Repeat("/", strings.Count(unitPath(f.At), "/"))+string(f.At.Code)
	of := func(x *big.Rat) *string {
		if x == nil || l.Value == nil {
			return nil
		}
		return decimalText(new(big.Rat).Mul(x, f.Share))
	}
	if l.ValueNum != nil {
		l.ValueNum = of(f.Value.Rat)
	}
	if l.Numerator != nil {
		l.Numerator, l.Denominator = of(f.Value.Rat), of(f.Value.Rat2)
	}
}

// factState is what became of a figure, as so-lieu.jsonl names it.
func factState(f aggregate.Fact) string {
	switch {
	case f.Submission == nil && f.InQuestion:
		return "in_question"
	case f.Submission == nil:
		return "not_submitted"
	}
	switch f.Value.State {
	case sheets.Blank:
		return "blank"
	case sheets.Unreadable:
		return "unreadable"
	case sheets.Exempt:
		return "not_applicable"
	case sheets.Given:
		if f.Value.Nil {
			return "nil"
		}
		return "given"
	}
	return "absent"
}

// unitPath leads from the root to a unit.
func unitPath(u *sheets.Unit) string {
	if u == nil {
		return ""
	}
	return unitPath(u.Above()) + "/" + string(u.Code)
}

// The digits of a DECIMAL(38,18). Excel keeps 15 significant digits, so that what people type fits.
const (
	decimalWhole  = 20
	decimalPlaces = 18
)

// decimalText is a number as a DECIMAL(38,18) takes it without rounding, nil where it cannot.
func decimalText(x *big.Rat) *string {
	if x == nil {
		return nil
	}
	places, exact := x.FloatPrec()
	if !exact || places > decimalPlaces {
		return nil
	}
	text := x.FloatString(places)
	whole, _, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	if len(whole) > decimalWhole {
		return nil
	}
	return &text
}
