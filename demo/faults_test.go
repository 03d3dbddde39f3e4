package demo

import (
	"os"
	"slices"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/sheets/check"
	"tonghop/vntext"
)

// workspace writes an example and reads and checks it as the program does.
func workspace(t *testing.T, opt Options) (*sheets.Catalogue, *sheets.Batch, check.Report) {
	t.Helper()
	dir := t.TempDir()
	opt.Jobs = 2
	if err := Write(dir, opt); err != nil {
		t.Fatal(err)
	}
	return read(t, dir)
}

func read(t *testing.T, dir string) (*sheets.Catalogue, *sheets.Batch, check.Report) {
	t.Helper()
	data, err := os.ReadFile(dir + "/" + catalogueName)
	if err != nil {
		t.Fatal(err)
	}
	c, err := sheets.Load(catalogueName, data)
	if err != nil {
		t.Fatal(err)
	}
	period := c.Periods[len(c.Periods)-1]
	b, err := sheets.Read(os.DirFS(dir), submissionsDir, c, period, sheets.ReadOptions{Jobs: 2})
	if err != nil {
		t.Fatal(err)
	}
	return c, b, check.Run(c, b)
}

func TestEveryFaultIsFoundAndNothingElse(t *testing.T) {
	for _, chapters := range []int{0, 30} {
		_, b, report := workspace(t, Options{Faults: true, Chapters: chapters})
		found := make(map[sheets.UnitCode][]sheets.Finding)
		owner := ownersOf(t, chapters)
		for _, f := range report.Findings {
			unit, sent := owner[f.Pos.File]
			if !sent {
				unit = f.Unit
			}
			found[unit] = append(found[unit], f)
		}
		for _, fault := range Faults() {
			compare(t, fault, found[fault.Unit])
			delete(found, fault.Unit)
		}
		for unit, findings := range found {
			for _, f := range findings {
				t.Errorf("%q: nothing was planted: %s %s: %s", unit, f.Code, f.Pos, f.Message.In(lang.Vi))
			}
		}
		checkOutcomes(t, b)
		checkCoped(t, b, chapters)
	}
}

// checkCoped compares the figures of the faults that reading copes with, in silence or with a note, with the clean ones.
func checkCoped(t *testing.T, b *sheets.Batch, chapters int) {
	t.Helper()
	p := plan(t, chapters)
	coped := 0
	for _, fault := range faults {
		u := p.Catalogue.Units.Unit(fault.Unit)
		if !u.MustFile || len(fault.Finds) > 0 && !slices.Contains([]string{"so-lieu-quy-doi", "dong-an", "dong-khong-ma", "tep-khong-ro-ky", "tep-phong-chu-cu", "so-lieu-tep-khac"}, fault.Finds[0]) {
			continue
		}
		coped++
		for _, ind := range p.Expect.Figures[u.Index] {
			want := view{p, u}.Value(string(ind.Code))
			got := b.Value(u, ind).Figure(ind)
			if figure.Plain(got) != figure.Plain(want) {
				t.Errorf("%s (%s): %s is read as %s, not %s", fault.Title.Vi, fault.Unit, ind.Code, figure.Plain(got), figure.Plain(want))
			}
		}
	}
	if coped < 15 {
		t.Errorf("only %d faults that reading copes with", coped)
	}
}

// ownersOf gives the unit that sends each file.
func ownersOf(t *testing.T, chapters int) map[string]sheets.UnitCode {
	t.Helper()
	p, err := NewPlan(chapters)
	if err != nil {
		t.Fatal(err)
	}
	owners := make(map[string]sheets.UnitCode)
	for _, fault := range faults {
		for _, it := range fault.plant(scene{p, nil, p.Catalogue.Units.Unit(fault.Unit)}) {
			owners[vntext.NFC(it.path)] = fault.Unit
		}
	}
	return owners
}

func compare(t *testing.T, fault Fault, findings []sheets.Finding) {
	t.Helper()
	var codes []string
	for _, f := range findings {
		codes = append(codes, f.Code)
		if fault.Figure != "" && f.Indicator != "" && f.Indicator != fault.Figure {
			t.Errorf("%s (%s): %s is about %s, planted in %s", fault.Title.Vi, fault.Unit, f.Code, f.Indicator, fault.Figure)
		}
	}
	slices.Sort(codes)
	if !slices.Equal(codes, fault.Finds) {
		t.Errorf("%s (%s): found %v, want %v", fault.Title.Vi, fault.Unit, codes, fault.Finds)
		for _, f := range findings {
			t.Logf("    %s %s %q: %s", f.Code, f.Pos, f.Raw, f.Message.In(lang.Vi))
		}
	}
}

func checkOutcomes(t *testing.T, b *sheets.Batch) {
	t.Helper()
	count := make(map[sheets.Outcome]int)
	for _, f := range b.Files {
		count[f.Outcome]++
		if f.Outcome != sheets.Used && f.Reason.IsZero() {
			t.Errorf("%s: %v without a reason", f.Path, f.Outcome)
		}
	}
	if count[sheets.Ignored] != 4 || // a lock file, and three of systems in archives
		count[sheets.Superseded] != 3 || count[sheets.Rejected] == 0 {
		t.Errorf("outcomes: %v", count)
	}
}

func TestFaultsAreDocumentedAndApart(t *testing.T) {
	seen := make(map[sheets.UnitCode]bool)
	titles := make(map[string]bool)
	for _, f := range Faults() {
		if f.Title.Vi == "" || f.Title.En == "" || f.plant == nil {
			t.Errorf("%s: not documented", f.Unit)
		}
		if seen[f.Unit] || titles[f.Title.Vi] {
			t.Errorf("%s: %q: there twice", f.Unit, f.Title.Vi)
		}
		seen[f.Unit], titles[f.Title.Vi] = true, true
		if !slices.IsSorted(f.Finds) {
			t.Errorf("%s: %v is not in order", f.Unit, f.Finds)
		}
	}
}

// Every kind of finding that a submission can cause is planted, but for these.
func TestEveryCheckHasAFault(t *testing.T) {
	elsewhere := map[string]string{
		"ngoai-khoang":          "the starter catalogue sets no limits",
		"giai-trinh-khong-khop": "is about the office's own sheet",
		"tiep-nhan-chon-tep":    "is about the office's own sheet",
		"so-voi-cap-duoi":       "no unit of the example reports what the units below it report",
		"bang-ke-khong-tinh":    "the only unit with others below it that report is the province",
		"luy-ke-giam":           "the year of the example has no sub-periods",
		"so-voi-ky-con":         "the year of the example has no sub-periods",
		"tep-chuyen-doi":        "what LibreOffice converts is not the same on every machine",
		"ky-con-thieu-ngay":     "the year of the example has no sub-periods",
		"tep-thu-muc-ky-khac":   "the example has no folders of periods",
		"ky-con-chua-nop":       "the year of the example has no sub-periods",
		"tong-hop-bi-sua":       "the units of the example fill in their forms by hand",
		"tong-hop-chua-du":      "the units of the example fill in their forms by hand",
		"tong-hop-ro-nguon":     "the units of the example fill in their forms by hand",
	}
	planted := make(map[string]bool)
	for _, f := range Faults() {
		for _, code := range f.Finds {
			if strings.HasPrefix(code, "qt-") {
				code = "quy-tac"
			}
			planted[code] = true
		}
	}
	for _, c := range check.Checks() {
		if why := elsewhere[c.Code]; planted[c.Code] == (why != "") {
			t.Errorf("%s: planted %v, listed as %q", c.Code, planted[c.Code], why)
		}
	}
}
