package sheets

import (
	"math/big"
	"slices"
	"strings"

	"tonghop/vntext"
)

// The figures of a former period may be at hand without its forms: as the results of the run that added them up. Its totals of the units that report are what
// those gave, because a figure is added up below a unit only where the unit is not asked for it. They take the place of forms where no form of the
// period is there. What a result does not say exactly stays blank: a total behind which some of the unit's reports were missing, a ratio without its terms,
// texts, days and intervals.

// Stated are the results of a run for a former period.
type Stated struct {
	Path, SHA256 string
	Totals       []StatedTotal
}

// StatedTotal is the total of a unit for one figure.
type StatedTotal struct {
	Unit      UnitCode
	Indicator Code

	// Value is the exact value as results state it: 1805, 0.05, 9/11; of a category the label or the code of its option. "" where there is none.
	Value          string
	Have, Expected int
}

// takeStated fills the batches of former periods for which no form came in from results of former runs. A period in which units were reorganised is left
// out: a total there may hold what another unit gave too. The error is that of opt.Stated.
func (r *reader) takeStated(batches map[*Period]*Batch, stated func(*Period) (*Stated, error)) error {
	if stated == nil {
		return nil
	}
	chosen := batches[r.period]
	for _, other := range r.all.list {
		b := batches[other.period]
		if !other.former || b.received() || r.c.Units.Reorganised(other.period) {
			continue
		}
		s, err := stated(other.period)
		if err != nil {
			return err
		}
		if s != nil {
			b.fillIn(r.c, s)
			chosen.Stated = append(chosen.Stated, &File{Path: s.Path, SHA256: s.SHA256, Outcome: Used, Period: other.period})
		}
	}
	return nil
}

// fillIn makes a submission of what results state of every unit that was to report.
func (b *Batch) fillIn(c *Catalogue, s *Stated) {
	file := &File{Path: s.Path, SHA256: s.SHA256, Outcome: Used, Period: b.Period}
	slots := len(c.Submitted())
	for _, t := range s.Totals {
		u, ind := c.Units.Unit(t.Unit), c.Indicator(t.Indicator)
		if u == nil || ind == nil || ind.Slot < 0 || !b.Expect.Reports(u) || !b.Expect.Expects(u, ind) {
			continue
		}
		v := t.value(c, ind)
		if v.State <= Blank && b.Submissions[u.Index] == nil {
			continue // a unit of which nothing is known has sent nothing
		}
		if b.Submissions[u.Index] == nil {
			b.Submissions[u.Index] = &Submission{File: file, Unit: u, Turn: 1, Values: make([]Value, slots)}
		}
		b.Submissions[u.Index].Values[ind.Slot] = v
	}
}

// value is the answer that a total of a reporting unit comes from.
func (t StatedTotal) value(c *Catalogue, ind *Indicator) Value {
	v := Value{State: Given, Raw: t.Value}
	switch {
	case t.Value == "" && t.Expected == 0:
		return Value{State: Exempt}
	case t.Value == "" || t.Have < t.Expected:
		return Value{State: Blank}
	case ind.Kind == Category:
		v.Text = optionCode(c, ind, t.Value)
		if v.Text == "" {
			v.State = Blank
		}
		return v
	case ind.Kind == YesNo:
		v.Yes = t.Value == "1"
		return v
	case ind.Kind == Ratio:
		num, den, both := strings.Cut(t.Value, "/")
		var ok, ok2 bool
		if v.Rat, ok = new(big.Rat).SetString(num); both && ok {
			v.Rat2, ok2 = new(big.Rat).SetString(den)
		}
		if !ok2 {
			return Value{State: Blank}
		}
		return v
	case !isNumber(ind.Kind):
		return Value{State: Blank}
	}
	var ok bool
	if v.Rat, ok = new(big.Rat).SetString(t.Value); !ok {
		return Value{State: Blank}
	}
	return v
}

func isNumber(kind Kind) bool {
	return slices.Contains([]Kind{Count, Stock, Money, Decimal, Percent}, kind)
}

// optionCode is the code of the option of a category that bears a label or a code.
func optionCode(c *Catalogue, ind *Indicator, said string) string {
	for _, o := range c.OptionsOf(string(ind.Code)) {
		if key := vntext.Key(said); vntext.Key(o.Code) == key || vntext.Key(o.Label) == key {
			return o.Code
		}
	}
	return ""
}
