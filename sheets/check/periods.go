package check

import "tonghop/sheets"

// all are the examiner itself and one for each sub-period that forms are there for. The rules are compiled once.
func (e *examiner) all() map[*sheets.Batch]*examiner {
	examiners := make(map[*sheets.Batch]*examiner)
	var add func(b *sheets.Batch, period string)
	add = func(b *sheets.Batch, period string) {
		of := *e
		if b != e.batch {
			of.batch, of.period, of.rejected, of.survey = b, period, rejectedIn(b), e.surveyOf(b)
			of.below, of.origins = belowIn(e.catalogue, b.Period), e.catalogue.Units.Origins(b.Period.To)
		}
		examiners[b] = &of
		for _, part := range b.Parts {
			add(part, part.Period.Code)
		}
	}
	add(e.batch, "")
	return examiners
}

// status puts together how far a unit is with its reports.
func (e *examiner) status(u *sheets.Unit, reports []*visit) UnitStatus {
	if !e.batch.Splits(u) && len(reports) == 1 {
		return reports[0].status
	}
	s := UnitStatus{Unit: u, Period: e.batch.Period, Status: Complete, Reports: []UnitStatus{}}
	missing, dated := 0, 0
	for _, v := range reports {
		s.Reports = append(s.Reports, v.status)
		s.Expected += v.status.Expected
		s.Answered += v.status.Answered
		if v.status.Status == Missing {
			missing++
		}
		if v.status.Late != nil {
			dated++
		}
	}
	s.Late = lateness(s.Reports, dated+missing == len(reports) && dated > 0)
	for _, report := range s.Reports {
		switch {
		case report.Status == InQuestion:
			s.Status = InQuestion
		case s.Status == Complete && report.Status != Complete:
			s.Status = Incomplete
		}
	}
	if missing == len(reports) {
		s.Status = Missing
	}
	return s
}

// lateness is whether one of the reports came late; nil where none is known to be and not all that came are dated.
func lateness(reports []UnitStatus, allDated bool) *bool {
	late := false
	for _, report := range reports {
		late = late || report.Late != nil && *report.Late
	}
	if !late && !allDated {
		return nil
	}
	return &late
}
