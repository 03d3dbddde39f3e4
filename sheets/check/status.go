package check

import "tonghop/sheets"

// Status is how far a unit has reported.
type Status uint8

// The states of a unit.
const (
	Complete   Status = iota // no required figure is missing and nothing is unreadable
	Incomplete               //
	Missing                  // no usable submission
	InQuestion               // several that differ; the office has to choose
)

// UnitStatus is how far a unit has reported.
type UnitStatus struct {
	Unit   *sheets.Unit
	Status Status

	// Late says whether the submission came after the deadline; nil where that is not known: there is no submission, it states no date, or no
	// deadline was set.
	Late *bool

	Expected int // figures that the unit is expected to give
	Answered int // those that it gave, “không áp dụng” included

	// Over a composite period what was expected and answered is counted over the reports that the unit owes, and Reports are how far it is with each,
	// in the order of the periods; nil for a simple period. It is complete when all are.
	Reports []UnitStatus
	Period  *sheets.Period
}

// Lacking are the sub-periods whose report is not there, in the order of their days.
func (s UnitStatus) Lacking() []*sheets.Period {
	var periods []*sheets.Period
	for _, report := range s.Reports {
		if report.Status == Missing || report.Status == InQuestion {
			periods = append(periods, report.Period)
		}
	}
	return periods
}

// Fraction is a count of units out of those that are expected.
type Fraction struct{ Have, Expected int }

// Rates say how far the units have reported, out of all that must submit. Over a composite period they count the reports that the units owe.
type Rates struct {
	Submitted Fraction // a submission counts for the unit
	OnTime    Fraction // it is known to have come in time
	Complete  Fraction
}

// RatesOf counts the rates of some units.
func RatesOf(units []UnitStatus) Rates {
	var r Rates
	var reports []UnitStatus
	for _, u := range units {
		if u.Reports == nil {
			reports = append(reports, u)
		}
		reports = append(reports, u.Reports...)
	}
	for _, fraction := range []*Fraction{&r.Submitted, &r.OnTime, &r.Complete} {
		fraction.Expected = len(reports)
	}
	for _, u := range reports {
		if u.Status == Complete || u.Status == Incomplete {
			r.Submitted.Have++
		}
		if u.Late != nil && !*u.Late {
			r.OnTime.Have++
		}
		if u.Status == Complete {
			r.Complete.Have++
		}
	}
	return r
}

// state works out how far the unit has reported. A form in which nothing is answered is not complete, whatever is required.
func (v *visit) state() UnitStatus {
	s := UnitStatus{Unit: v.unit, Period: v.batch.Period, Expected: len(v.figures)}
	switch {
	case v.batch.InQuestion[v.unit.Index]:
		s.Status = InQuestion
		return s
	case v.sub == nil:
		s.Status = Missing
		return s
	}
	for _, ind := range v.figures {
		switch state := v.value(ind).State; {
		case state == sheets.Given || state == sheets.Exempt:
			s.Answered++
		case state == sheets.Unreadable || ind.Required:
			s.Status = Incomplete
		}
	}
	if s.Answered == 0 && s.Expected > 0 {
		s.Status = Incomplete
	}
	if !v.sub.Received.IsZero() && !v.sub.Due.IsZero() {
		late := v.sub.Received.After(v.sub.Due)
		s.Late = &late
	}
	return s
}
