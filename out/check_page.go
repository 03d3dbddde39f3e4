package out

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/sheets/check"
)

// kiem-tra.html is one file that opens in any browser without a network: the picture of who has reported first, then what to deal with. Everything
// is there without its script, which only filters. Names, raw texts and messages are data that html/template escapes; the browser itself is told to
// run no script but ours and to fetch nothing.

var (
	//go:embed page/check.html
	checkPageHTML string
	//go:embed page/check.css
	checkPageStyle string
	//go:embed page/check.js
	checkPageScript string

	checkPageTemplate = template.Must(template.New("check").Option("missingkey=error").Parse(checkPageHTML))
)

// checkPage is what the template prints, in finished texts and counts.
type checkPage struct {
	Lang   string
	Say    map[string]string
	Policy string // of the browser: what the page may run and fetch
	Style  template.CSS
	Script template.JS

	Office, Period, PeriodLine string
	Rates                      []pageRate
	Files, Undated             string

	Legend []pageState
	Groups []pageGroup
	Many   bool // squares are drawn smaller

	Overview []pageCounts // of all groups together, where they are many
	AllOf    string       // what the table of all groups is called then

	Kinds      []pageKind
	Severities string // how many findings of each
	Rules      string // what became of the rules of the catalogue
	Most       int    // findings of the most frequent kind

	Choices  []pageChoice
	Findings []pageFinding
	LeftOut  string // how many findings are not in the table, "" where all are
	Units    []pageUnit
	Unused   []pageFile
}

// manyUnits is how many squares of the usual size fit on a screen and a half.
const manyUnits = 300

// pageRate is one of the three rates.
type pageRate struct {
	Title, Share    string
	Have, Of, Width int // Width is that of the bar, never 0
}

// pageFile is a file that does not count.
type pageFile struct{ Path, Outcome, Reason string }

// writeCheckPage writes kiem-tra.html: what to ask from whom, as a page.
func writeCheckPage(w io.Writer, r *Run) error {
	return checkPageTemplate.Execute(w, newCheckPage(r))
}

func newCheckPage(r *Run) *checkPage {
	p := &checkPage{
		Lang:   map[lang.Lang]string{lang.Vi: "vi", lang.En: "en"}[r.Lang],
		Say:    pageWordsIn(r.Lang),
		Policy: "default-src 'none'; style-src " + hashOf(checkPageStyle) + "; script-src " + hashOf(checkPageScript) + "; base-uri 'none'; form-action 'none'",
		Style:  template.CSS(checkPageStyle),
		Script: template.JS(checkPageScript),
		Office: Clean(r.Catalogue.Settings.Text("co_quan")),
		Period: Clean(r.Batch.Period.Name), PeriodLine: Clean(periodLine(r)),
		Files: fileIdentity(r.Batch.Tally()).In(r.Lang),
	}
	if due := r.Batch.Period.Deadline; !due.IsZero() {
		p.PeriodLine += lang.Format{Vi: ", hạn nộp %s", En: ", due %s"}.With(Day(due)).In(r.Lang)
	}
	if n := undated(r.Check.Units); n > 0 {
		p.Undated = lang.Format{Vi: "%d đơn vị đã nộp nhưng không rõ ngày nộp.", En: "%d units submitted on a day that is not known."}.With(n).In(r.Lang)
	}
	for _, row := range rateRows(r.Check.Rates, r.counted()) {
		p.Rates = append(p.Rates, pageRate{row.title.In(r.Lang), shareText(row.have, row.of), row.have, row.of, max(row.of, 1)})
	}
	b := newPageBuilder(r)
	p.Legend, p.Groups, p.Units = b.legend(), b.groups(), b.units()
	p.Many = len(p.Units) > manyUnits
	p.Overview = b.overview(p.Groups)
	p.AllOf = lang.Format{Vi: "Xem cả %d nhóm đơn vị", En: "All %d groups of units"}.With(len(p.Groups)).In(r.Lang)
	p.Kinds, p.Most = b.kinds()
	p.Findings, p.LeftOut = b.findings()
	p.Severities, p.Rules = severityLine(r), said(rulesLine(r), r.Lang)
	p.Choices = b.choices(p.Kinds)
	p.Unused = unusedFiles(r)
	return p
}

// hashOf names an inline style or script in a Content-Security-Policy.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func severityLine(r *Run) string {
	all := r.Findings()
	return lang.Format{Vi: "%d lỗi, %d cảnh báo, %d lưu ý.", En: "%d errors, %d warnings, %d notes."}.
		With(countFindings(all, figure.Error), countFindings(all, figure.Warning), countFindings(all, figure.Note)).In(r.Lang)
}

// unusedFiles are those that do not count, each with its reason.
func unusedFiles(r *Run) []pageFile {
	var files []pageFile
	for _, file := range r.Batch.Files {
		if file.Outcome != sheets.Used {
			files = append(files, pageFile{Clean(file.Path), outcomeTitle(file.Outcome).In(r.Lang), Clean(said(file.Reason, r.Lang))})
		}
	}
	return files
}

// pageState is a line of the legend.
type pageState struct {
	Key, Title string
	Count      int
}

// legend counts the units by state, and those that are late, which may be of any state.
func (b *pageBuilder) legend() []pageState {
	var states []pageState
	for _, status := range pageStatuses {
		n := 0
		for _, u := range b.run.Check.Units {
			if u.Status == status {
				n++
			}
		}
		states = append(states, pageState{statusKey(status), statusTitle(status).In(b.run.Lang), n})
	}
	late := 0
	for _, u := range b.run.Check.Units {
		if isLate(u) {
			late++
		}
	}
	return append(states, pageState{"late", lang.Format{Vi: "nộp muộn", En: "late"}.In(b.run.Lang), late})
}

// pageStatuses are the states of a unit in the order in which the page lists them.
var pageStatuses = []check.Status{check.Complete, check.Incomplete, check.InQuestion, check.Missing}

func isLate(u check.UnitStatus) bool { return u.Late != nil && *u.Late }
