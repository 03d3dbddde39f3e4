package out

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/sheets/check"
)

// summaryLines is how many lines a list in the summary takes at most, so that the whole fits a screen of 24 lines.
const summaryLines = 5

// WriteSummary writes what the check found, for a person at a terminal: rates, files, the worst findings, and what to do next.
func WriteSummary(w io.Writer, r *Run, paint Paint) error {
	s := &summary{lang: r.Lang, paint: paint}
	s.line(periodLine(r))
	for _, row := range rateRows(r.Check.Rates, r.counted()) {
		s.rate(row)
	}
	if n := undated(r.Check.Units); n > 0 {
		s.line(lang.Format{Vi: "  (%d đơn vị đã nộp nhưng không rõ ngày nộp)", En: "  (%d units submitted on a day that is not known)"}.With(n).In(s.lang))
	}
	s.line(fileIdentity(r.Batch.Tally()).In(r.Lang))
	if line := rulesLine(r); !line.IsZero() && r.ruleCounts().open > 0 {
		s.line(line.In(r.Lang))
	}
	s.findings(r)
	s.units(r.Check.Units)
	_, err := io.WriteString(w, s.text.String())
	return err
}

// undated counts the units that submitted on a day that nobody stated: whether they were in time is not known.
func undated(units []check.UnitStatus) int {
	n := 0
	for _, u := range units {
		if u.Late == nil && (u.Status == check.Complete || u.Status == check.Incomplete) {
			n++
		}
	}
	return n
}

type summary struct {
	lang  lang.Lang
	paint Paint
	text  strings.Builder
}

func (s *summary) line(text string) { s.text.WriteString(Clean(text) + "\n") }

func (s *summary) rate(row countRow) {
	text := fmt.Sprintf("  %-28s %6s  %s", row.title.In(s.lang), fmt.Sprintf("%d/%d", row.have, row.of), shareText(row.have, row.of))
	paint := s.paint.Good
	if row.have < row.of {
		paint = s.paint.Doubtful
	}
	s.text.WriteString(paint(text) + "\n")
}

// findings counts the findings by what they are, worst first.
func (s *summary) findings(r *Run) {
	groups := groupFindings(r.Findings())
	if len(groups) == 0 {
		s.text.WriteString(s.paint.Good(lang.Format{Vi: "Không có phát hiện nào.", En: "No findings."}.In(s.lang)) + "\n")
		return
	}
	all := r.Findings()
	s.line(lang.Format{Vi: "Phát hiện: %d lỗi, %d cảnh báo, %d lưu ý.", En: "Findings: %d errors, %d warnings, %d notes."}.
		With(countFindings(all, figure.Error), countFindings(all, figure.Warning), countFindings(all, figure.Note)).In(s.lang))
	for i, g := range groups {
		if i == summaryLines {
			s.line(lang.Format{Vi: "  … và %d loại khác", En: "  … and %d more kinds"}.With(len(groups) - i).In(s.lang))
			break
		}
		text := clip(Clean(fmt.Sprintf("  %4d × %-9s %s", g.count, g.first.Severity.Title().In(s.lang), s.kind(r, g))), 110)
		s.text.WriteString(s.paintOf(g.first.Severity)(text) + "\n")
	}
}

func (s *summary) paintOf(severity figure.Severity) func(string) string {
	switch severity {
	case figure.Error:
		return s.paint.Bad
	case figure.Warning:
		return s.paint.Doubtful
	}
	return func(text string) string { return text }
}

// kind says what a group of findings is about: the finding itself where it is one, else its kind with the first case.
func (s *summary) kind(r *Run, g findingGroup) string {
	title := r.kindOf(g.first.Code)
	if g.count == 1 || title.IsZero() {
		return r.about(g.first) + ": " + said(g.first.Message, s.lang)
	}
	return lang.Format{Vi: "%s (ví dụ: %s)", En: "%s (for example: %s)"}.With(title, r.about(g.first)).In(s.lang)
}

// kindOf is the title of a check, the description of a rule or the title of a fault of the catalogue; zero for others.
func (r *Run) kindOf(code string) lang.Message {
	for _, c := range check.Checks() {
		if c.Code == code {
			return c.Title.With()
		}
	}
	for _, kind := range slices.Concat(sheets.FaultKinds(), aggregate.FindingKinds(), ClosingKinds()) {
		if kind.Code == code {
			return kind.Title.With()
		}
	}
	for _, rule := range r.Catalogue.Rules {
		if rule.Code == code {
			return lang.Format{Vi: rule.Description, En: rule.Description}.With()
		}
	}
	return lang.Message{}
}

// units names those who have not submitted.
func (s *summary) units(units []check.UnitStatus) {
	var names []string
	for _, u := range units {
		if u.Status == check.Missing || u.Status == check.InQuestion {
			names = append(names, u.Unit.Name)
		}
	}
	if len(names) == 0 {
		return
	}
	rest := ""
	if len(names) > summaryLines {
		rest = lang.Format{Vi: " và %d đơn vị khác", En: " and %d more units"}.With(len(names) - summaryLines).In(s.lang)
		names = names[:summaryLines]
	}
	s.line(lang.Format{Vi: "Chưa có số liệu dùng được: ", En: "Without usable figures: "}.In(s.lang) + strings.Join(names, "; ") + rest)
}

type findingGroup struct {
	first sheets.Finding
	count int
}

// groupFindings puts findings of the same code and severity together: worst first, then the most frequent, then in order of appearance.
func groupFindings(findings []sheets.Finding) []findingGroup {
	type kind struct {
		code     string
		severity figure.Severity
	}
	var groups []findingGroup
	index := make(map[kind]int)
	for _, f := range findings {
		key := kind{f.Code, f.Severity}
		at, ok := index[key]
		if !ok {
			at = len(groups)
			index[key] = at
			groups = append(groups, findingGroup{first: f})
		}
		groups[at].count++
	}
	slices.SortStableFunc(groups, func(a, b findingGroup) int {
		return cmp.Or(cmp.Compare(b.first.Severity, a.first.Severity), cmp.Compare(b.count, a.count))
	})
	return groups
}

// Clean makes a text safe for a terminal: one line, no control characters.
func Clean(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\t':
			return ' '
		case c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0):
			return -1
		case c >= 0x202a && c <= 0x202e, c >= 0x2066 && c <= 0x2069: // letters that turn the direction of writing
			return -1
		}
		return c
	}, text)
}

// clip shortens a text to a number of characters.
func clip(text string, width int) string {
	letters := []rune(text)
	if len(letters) <= width {
		return text
	}
	return string(letters[:width-1]) + "…"
}
