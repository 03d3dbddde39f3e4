package out

import (
	"strings"

	"tonghop/aggregate"
	"tonghop/lang"
	"tonghop/report"
	"tonghop/sheets"
)

// shortcomingsSheet shows every shortcoming with its measures, this year beside last year, and the clauses that nothing measures. There is none where the
// catalogue has no shortcoming.
func shortcomingsSheet(b *book, r *Run) error {
	if len(r.Totals.Shortcomings) == 0 {
		return nil
	}
	l := layout{
		name:    lang.Format{Vi: "Khuyết điểm", En: "Shortcomings"}.In(r.Lang),
		title:   lang.Format{Vi: "KẾT QUẢ KHẮC PHỤC KHUYẾT ĐIỂM, HẠN CHẾ", En: "HOW SHORTCOMINGS WERE REMEDIED"}.In(r.Lang),
		remarks: []string{periodLine(r)},
		columns: []column{
			{lang.Format{Vi: "Mã", En: "Code"}, 9}, {lang.Format{Vi: "Khuyết điểm, vế, số đo", En: "Shortcoming, clause, measure"}, 56},
			{lang.Format{Vi: "Năm trước", En: "Last year"}, 14}, {lang.Format{Vi: "Kỳ này", En: "This period"}, 14}, {lang.Format{Vi: "So với năm trước", En: "Against last year"}, 16},
			{lang.Format{Vi: "Nguồn năm trước", En: "Source of last year"}, 16}, {lang.Format{Vi: "Kết luận", En: "Verdict"}, 18},
			{lang.Format{Vi: "Mức gợi ý", En: "Suggested level"}, 11}, {lang.Format{Vi: "Mức", En: "Level"}, 9},
			{lang.Format{Vi: "Các kỳ trước", En: "Former periods"}, 20}, {lang.Format{Vi: "Đánh giá, lý do", En: "Judgement, reason"}, 44},
		},
		frozen: 2,
	}
	return b.sheet(l, func(p *page) error {
		for i := range r.Totals.Shortcomings {
			s := &r.Totals.Shortcomings[i]
			if err := p.add(shortcomingRow(r, s)...); err != nil {
				return err
			}
			for _, clause := range s.Unlinked {
				if err := p.add(unlinkedRow(r, clause)...); err != nil {
					return err
				}
			}
			measures := s.Together()
			for j := range measures {
				if err := p.add(measureRow(r, &measures[j])...); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func shortcomingRow(r *Run, s *aggregate.ShortcomingResult) []cell {
	level := string(s.Verdict)
	if s.Hand {
		level += lang.Format{Vi: " (ghi tay)", En: " (by hand)"}.In(r.Lang)
	}
	reason := s.Shortcoming.Reason
	if strings.Contains(reason, "{{") { // only a document fills its tags
		reason = ""
	}
	return []cell{
		{value: string(s.Shortcoming.Code), look: strong}, {value: s.Shortcoming.Text, look: strong}, {look: strong}, {look: strong}, {look: strong}, {look: strong}, {look: strong},
		{value: string(s.Suggested), look: centred}, {value: level, look: centred},
		{value: pastLevels(s.Shortcoming), look: centred}, {value: judgement(report.LevelWords(s.Verdict), reason)},
	}
}

// pastLevels are the levels of former periods: 2020: 1a; 2021: 2.
func pastLevels(s *sheets.Shortcoming) string {
	var all []string
	for _, past := range s.History {
		all = append(all, past.Period.Code+": "+string(past.Level))
	}
	return strings.Join(all, "; ")
}

// judgement puts the level in words before the reason.
func judgement(level, reason string) string {
	if level == "" || reason == "" {
		return level + reason
	}
	return joinLine(level, reason)
}

func unlinkedRow(r *Run, clause *sheets.Clause) []cell {
	return []cell{
		{value: clause.Key, look: codeText}, {value: clause.Text}, {value: ""}, {value: ""}, {value: ""}, {value: ""},
		{value: lang.Format{Vi: "chưa gắn số đo", En: "no measure"}.In(r.Lang), look: centred}, {value: ""}, {value: ""}, {value: ""}, {value: ""},
	}
}

func measureRow(r *Run, m *aggregate.MeasureResult) []cell {
	now, before := report.Measured(r.Catalogue, m)
	return []cell{
		{value: m.Clause.Key, look: codeText}, {value: report.MeasureName(r.Catalogue, m)}, {value: before, look: centred}, {value: now, look: centred},
		{value: againstLastYear(r, m), look: centred}, {value: sourceOfLastYear(r, m), look: centred},
		{value: aggregate.NameOf(m.Verdict).Title.In(r.Lang), look: verdictLook(m.Verdict)}, {value: ""}, {value: ""}, {value: ""}, {value: ""},
	}
}

func againstLastYear(r *Run, m *aggregate.MeasureResult) string {
	switch {
	case m.Better == nil:
		return ""
	case *m.Better:
		return lang.Format{Vi: "tốt hơn", En: "better"}.In(r.Lang)
	}
	return lang.Format{Vi: "không tốt hơn", En: "not better"}.In(r.Lang)
}

func sourceOfLastYear(r *Run, m *aggregate.MeasureResult) string {
	switch {
	case m.LastYear.IsMissing():
		return ""
	case m.Counted:
		return lang.Format{Vi: "biểu mẫu", En: "forms"}.In(r.Lang)
	}
	return lang.Format{Vi: "ghi tay", En: "typed"}.In(r.Lang)
}

// measureJSON is what a clause of a shortcoming is linked to, this year and last year.
type measureJSON struct {
	Clause   string             `json:"clause"`
	Measure  string             `json:"measure"` // as typed
	Target   *sheets.TargetCode `json:"target,omitempty"`
	Value    *string            `json:"value"`
	LastYear *string            `json:"last_year"`
	Source   string             `json:"last_year_source,omitempty"` // forms or typed
	Better   *bool              `json:"better"`                     // null where it is not known
	Verdict  string             `json:"verdict"`
}

// pastLevelJSON is the level that a shortcoming was given in a former period.
type pastLevelJSON struct {
	Period string       `json:"period"`
	Level  sheets.Level `json:"level"`
}

func shortcomingEntry(s *aggregate.ShortcomingResult) shortcomingJSON {
	entry := shortcomingJSON{Code: s.Shortcoming.Code, Suggested: s.Suggested, Verdict: s.Verdict, Measures: []measureJSON{}, Unlinked: []string{}}
	for i := range s.Measures {
		m := &s.Measures[i]
		one := measureJSON{
			Clause: m.Clause.Key, Measure: m.Measure.Text, Value: plain(m.Value), LastYear: plain(m.LastYear), Better: m.Better, Verdict: aggregate.NameOf(m.Verdict).Name,
		}
		switch {
		case m.LastYear.IsMissing():
		case m.Counted:
			one.Source = "forms"
		default:
			one.Source = "typed"
		}
		if m.Target != nil {
			one.Target = &m.Target.Code
		}
		entry.Measures = append(entry.Measures, one)
	}
	for _, past := range s.Shortcoming.History {
		entry.History = append(entry.History, pastLevelJSON{past.Period.Code, past.Level})
	}
	for _, clause := range s.Unlinked {
		entry.Unlinked = append(entry.Unlinked, clause.Key)
	}
	return entry
}
