package report

import (
	"tonghop/aggregate"
	"tonghop/sheets"
	"tonghop/templates"
)

// TypedProse finds numbers that the office typed into its own texts beside the name of a figure and that the data do not confirm: in the results and reasons
// of shortcomings and in the general texts, not where plans are told.
func TypedProse(r *aggregate.Result) []sheets.Finding {
	if r.Catalogue.Units.Root == nil {
		return nil
	}
	told := make(map[string]bool)
	for i := range r.Shortcomings {
		s := r.Shortcomings[i].Shortcoming
		told[s.Reason] = true
		for _, clause := range s.Clauses {
			told[clause.Results] = true
		}
	}
	var prose []sheets.Prose
	var texts []string
	for _, p := range r.Catalogue.Prose {
		if p.Loop == "" || p.Loop == "khuyet_diem" && told[p.Text] {
			prose, texts = append(prose, p), append(texts, p.Text)
		}
	}
	if len(texts) == 0 {
		return nil
	}
	var findings []sheets.Finding
	for i, lines := range templates.TypedIn(texts, Labels(r, Options{})) {
		for _, line := range lines {
			if !line.Missing {
				findings = append(findings, aggregate.TypedNumber(prose[i].Pos, line.Label, line.Typed, line.Now, line.Key))
			}
		}
	}
	return findings
}
