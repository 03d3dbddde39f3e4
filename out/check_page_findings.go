package out

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// The table of findings takes so many bytes at most, its texts and the markup around each, so that a browser on a phone opens the page at once.
// kiem-tra.xlsx has them all.
const (
	pageFindingBytes = 1_100_000
	pageRowBytes     = 450
)

// findingKind is what findings are put together by.
type findingKind struct {
	code     string
	severity figure.Severity
}

func kindOfFinding(f sheets.Finding) findingKind { return findingKind{f.Code, f.Severity} }

// pageKind is a row of the findings by kind. Index is the choice of its code.
type pageKind struct {
	Index                   int
	Code, Title             string
	Severity, SeverityTitle string
	Count                   int
}

// pageFinding is a row of the table of findings.
type pageFinding struct {
	Marks                   pageMarks
	Severity, SeverityTitle string
	About                   string
	Unit                    int  // place in the registry
	Link                    bool // the unit has a row in the table of units
	Message, Hint, Code     string
	Count                   int
	Where, Raw, Suggest     string
}

// pageOption is one thing to choose; pageChoice all that a filter offers.
type (
	pageOption struct{ Value, Title string }
	pageChoice struct {
		Name, Title string
		Options     []pageOption
	}
)

// kinds are the kinds of findings, worst first, and how many there are of the most frequent one.
func (b *pageBuilder) kinds() (kinds []pageKind, most int) {
	for _, g := range b.sorts {
		f := g.first
		title := said(b.run.kindOf(f.Code), b.run.Lang)
		if title == "" {
			title = f.Code
		}
		kinds = append(kinds, pageKind{b.kindOf[f.Code], f.Code, Clean(title), f.Severity.String(), f.Severity.Title().In(b.run.Lang), g.count})
		most = max(most, g.count)
	}
	return kinds, most
}

// findings are the rows of the table, worst first and otherwise in their order, and what to say where not all have room.
func (b *pageBuilder) findings() (rows []pageFinding, leftOut string) {
	order := slices.Clone(b.all)
	slices.SortStableFunc(order, func(x, y sheets.Finding) int { return cmp.Compare(y.Severity, x.Severity) })
	several := b.run.severalPeriods()
	room := pageFindingBytes
	for _, f := range order {
		row := b.finding(f, several)
		if room -= row.size(); room < 0 {
			break
		}
		rows = append(rows, row)
	}
	if n := len(order) - len(rows); n > 0 {
		leftOut = lang.Format{
			Vi: "Trang này chỉ ghi %d phát hiện nặng nhất; còn %d phát hiện nữa, xem đủ trong kiem-tra.xlsx.",
			En: "This page has the %d worst findings only; for the other %d see kiem-tra.xlsx, which has them all.",
		}.With(len(rows), n).In(b.run.Lang)
	}
	return rows, leftOut
}

// size is about how many bytes of the page a row takes.
func (f *pageFinding) size() int {
	n := pageRowBytes
	for _, text := range []string{f.About, f.Message, f.Hint, f.Code, f.Where, f.Raw, f.Suggest} {
		n += len(text)
	}
	return n
}

func (b *pageBuilder) finding(f sheets.Finding, several bool) pageFinding {
	l := b.run.Lang
	row := pageFinding{
		Severity: f.Severity.String(), SeverityTitle: f.Severity.Title().In(l), About: Clean(b.run.about(f)), Message: Clean(said(f.Message, l)), Hint: Clean(said(f.Hint, l)),
		Code: Clean(f.Code), Count: f.Count, Where: Clean(f.Pos.String()), Raw: Clean(f.Raw), Suggest: Clean(f.Suggest),
	}
	if u := b.unitOf(f); u != nil {
		row.Marks, row.Unit = b.marks(u), u.Index
		_, row.Link = b.status[u]
	}
	row.Marks.Severity, row.Marks.Kind = row.Severity, strconv.Itoa(b.kindOf[f.Code])
	if several {
		if period := b.run.findingPeriod(f); period != "" {
			row.Where = strings.TrimPrefix(row.Where+" · "+Clean(period), " · ")
		}
	}
	return row
}

// marksOfFindings are the severities and kinds of some findings, each once, in the order of the kinds.
func (b *pageBuilder) marksOfFindings(places []int) (severities, kinds string) {
	var found []int
	for _, i := range places {
		found = append(found, b.sort[kindOfFinding(b.all[i])])
	}
	slices.Sort(found)
	var ss, kk []string
	for _, i := range slices.Compact(found) {
		first := b.sorts[i].first
		ss, kk = append(ss, first.Severity.String()), append(kk, strconv.Itoa(b.kindOf[first.Code]))
	}
	return strings.Join(slices.Compact(ss), " "), strings.Join(kk, " ")
}

// choices are the filters; one that offers less than two things is left out, except for the kinds, which the findings by kind lead to.
func (b *pageBuilder) choices(kinds []pageKind) []pageChoice {
	l := b.run.Lang
	above := pageChoice{Name: "above", Title: lang.Format{Vi: "Trực thuộc", En: "Under"}.In(l)}
	for i, u := range b.uppers {
		above.Options = append(above.Options, pageOption{strconv.Itoa(i), Clean(u.Name)})
	}
	level := pageChoice{Name: "level", Title: lang.Format{Vi: "Cấp", En: "Level"}.In(l)}
	for i, name := range b.levels {
		level.Options = append(level.Options, pageOption{strconv.Itoa(i), Clean(name)})
	}
	status := pageChoice{Name: "status", Title: lang.Format{Vi: "Tình trạng", En: "State"}.In(l)}
	for _, s := range pageStatuses {
		status.Options = append(status.Options, pageOption{statusKey(s), statusTitle(s).In(l)})
	}
	severity := pageChoice{Name: "severity", Title: lang.Format{Vi: "Mức", En: "Severity"}.In(l)}
	for _, s := range []figure.Severity{figure.Error, figure.Warning, figure.Note} {
		severity.Options = append(severity.Options, pageOption{s.String(), s.Title().In(l)})
	}
	kind := pageChoice{Name: "kind", Title: lang.Format{Vi: "Loại phát hiện", En: "Kind of finding"}.In(l)}
	for i, k := range kinds {
		if k.Index == i { // the same code at another severity is the same choice
			kind.Options = append(kind.Options, pageOption{strconv.Itoa(i), k.Title})
		}
	}
	return []pageChoice{above, level, status, severity, kind}
}
