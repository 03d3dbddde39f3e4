package sheets

import (
	"bytes"
	"fmt"
	"iter"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets/xlsx"
)

func starter(t testing.TB) *Catalogue {
	t.Helper()
	data, err := WriteCatalogue(Starter())
	must(t, err)
	return mustLoad(t, data)
}

// TestStarter reads the starter catalogue back from its workbook: nothing worse than a note, and notes only about what the office has to
// fill in.
func TestStarter(t *testing.T) {
	c := starter(t)
	for _, f := range c.Faults {
		if f.Severity > figure.Note || f.Code != faultLevel && f.Code != faultThreshold {
			t.Error(faultText(f))
		}
	}
	derived := len(c.Indicators) - len(c.Submitted())
	if len(c.Submitted()) != 97 || derived != 41 || len(c.Rules) < 50 || len(c.Targets) != 11 || len(c.Lists) != 6 {
		t.Errorf("%d figures, %d derived, %d rules, %d targets, %d lists", len(c.Submitted()), derived, len(c.Rules), len(c.Targets), len(c.Lists))
	}
	for _, target := range c.Targets {
		for _, part := range target.Parts {
			if part.Expr == nil || !part.Threshold.IsMissing() {
				t.Errorf("%s has no expression or a threshold", part.Name())
			}
		}
	}
	if c.Units.Root == nil || !c.Units.Root.MustFile || c.CurrentPeriod() == nil {
		t.Error("no root that reports or no period")
	}
}

// TestStarterFigures checks that every figure can be given by somebody, is grouped, measured and printed by a style that suits it.
func TestStarterFigures(t *testing.T) {
	c := starter(t)
	var groups []string
	for _, ind := range c.Indicators {
		if n := len(groups); n == 0 || groups[n-1] != ind.Group {
			groups = append(groups, ind.Group)
		}
		if ind.Measure == "" || ind.Kind != Derived && len(ind.EntryLevels) == 0 || ind.Kind == Derived && ind.Style == "" {
			t.Errorf("%s is not complete", ind.Code)
		}
		if ind.Kind == Stock && (ind.Periods == PeriodSum || ind.Reporting != AtDate) {
			t.Errorf("%s is a stock that becomes a flow", ind.Code)
		}
	}
	if sorted := slices.Compact(slices.Sorted(slices.Values(groups))); len(sorted) != len(groups) || len(groups) != 10 {
		t.Errorf("groups are torn apart: %q", groups)
	}
	for _, code := range []Code{"tc_dn_chi_doan", "mt_dien_dan", "mt_viec_lam", "td_cuoc", "xd_kn"} {
		if c.Indicator(code).Note == "" {
			t.Errorf("%s has no definition against double counting", code)
		}
	}
}

// TestStarterRules checks that each relation has one rule, whichever way round it is written.
func TestStarterRules(t *testing.T) {
	seen := make(map[string]string)
	for _, rule := range starter(t).Rules {
		left, right, op := rule.Left.String(), rule.Right.String(), rule.Op.String()
		if rule.Relation != Compared {
			op = "cùng"
		}
		if op == ">=" || op == ">" || op == "cùng" && left > right {
			left, right, op = right, left, map[string]string{">=": "<=", ">": "<", "cùng": "cùng"}[op]
		}
		key := left + op + right
		if other := seen[key]; other != "" {
			t.Errorf("%s says what %s says", rule.Code, other)
		}
		seen[key] = rule.Code
		if !regexp.MustCompile(`^qt-[a-z0-9-]+-[0-9]+$`).MatchString(rule.Code) {
			t.Errorf("%s is no good code", rule.Code)
		}
	}
}

// answers is a form in which some figures were given.
type answers map[string]figure.Value

func (a answers) Value(name string) figure.Value {
	if v, ok := a[name]; ok {
		return v
	}
	return figure.MissingOf(name)
}
func (a answers) Units(levels []string) iter.Seq[formula.Env] { return nowhere{}.Units(levels) }
func (a answers) Ask(string, []string) figure.Value           { return figure.Int(12) }

// TestStarterRuleSides evaluates sides that are more than a figure over one form of a year.
func TestStarterRuleSides(t *testing.T) {
	c := starter(t)
	form := answers{"mt_duy_tri": figure.BoolOf(true), "mt_giup_do": figure.Int(0), "tc_doan_vien": figure.Int(20)}
	for code, want := range map[string]figure.Value{
		"qt-mt-duy-tri-1":      figure.Int(0),
		"qt-tc-sh-chuyen-de-1": figure.Int(4),
		"qt-st-dv-giay-khen-1": figure.Int(20),
		"qt-tinh-bpv-lan-1":    figure.Int(12),
	} {
		i := slices.IndexFunc(c.Rules, func(r *Rule) bool { return r.Code == code })
		if i < 0 {
			t.Errorf("no rule %s", code)
			continue
		}
		side := c.Rules[i].Right
		if code == "qt-mt-duy-tri-1" {
			side = c.Rules[i].Left
		}
		if got := side.Eval(form); got.Kind != figure.Number || got.Rat.Cmp(want.Rat) != 0 {
			t.Errorf("%s: %+v", code, got)
		}
	}
}

// TestCrossCheckDocument keeps the document about what is no rule in step with the rules and figures that it names.
func TestCrossCheckDocument(t *testing.T) {
	text, err := os.ReadFile("../docs/kiem-tra-cheo.md")
	must(t, err)
	c := starter(t)
	for _, code := range regexp.MustCompile("`(qt-[a-z0-9-]+)`").FindAllSubmatch(text, -1) {
		if !slices.ContainsFunc(c.Rules, func(r *Rule) bool { return r.Code == string(code[1]) }) {
			t.Errorf("no rule %s", code[1])
		}
	}
	for _, code := range regexp.MustCompile("`((?:tc|td|tn|st|dh|xd|mt|tinh|f)_[a-z_]+)`").FindAllSubmatch(text, -1) {
		if c.Indicator(Code(code[1])) == nil {
			t.Errorf("no figure %s", code[1])
		}
	}
}

func TestWriteCatalogueIsDeterministic(t *testing.T) {
	first, err := WriteCatalogue(Starter())
	must(t, err)
	second, err := WriteCatalogue(Starter())
	must(t, err)
	if !bytes.Equal(first, second) {
		t.Error("the same tables give other bytes")
	}
}

// TestWriteCatalogueRoundTrip writes the small catalogue with numbers and days as Excel keeps them and reads the same.
func TestWriteCatalogueRoundTrip(t *testing.T) {
	data, err := WriteCatalogue(smallTables())
	must(t, err)
	if diff := cmp.Diff(mustLoad(t, rawWorkbook(t, smallTables())), mustLoad(t, data), sameCatalogue); diff != "" {
		t.Error(diff)
	}
}

func TestWriteCatalogueKeepsStrangeColumns(t *testing.T) {
	tables := smallTables()
	units := tableOf(&tables, "Đơn vị")
	units.Header = append([]string{"Điện thoại"}, units.Header...)
	for n := range units.Rows {
		units.Rows[n] = append([]string{"0276"}, units.Rows[n]...)
	}
	data, err := WriteCatalogue(tables)
	must(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(data))
	must(t, err)
	defer f.Close()
	for at, want := range map[string]string{"A1": "Mã", "J1": "Điện thoại", "J2": "0276"} {
		if got, _ := f.GetCellValue("Đơn vị", at); got != want {
			t.Errorf("%s says %q", at, got)
		}
	}
	if _, err := WriteCatalogue([]Table{{Sheet: "Không có"}}); err == nil {
		t.Error("an unknown sheet is written")
	}
}

// TestWriteCatalogueLook checks what makes the workbook pleasant: a guide, notes on titles, lists, frozen and repeated titles,
// the creator and the true dimension.
func TestWriteCatalogueLook(t *testing.T) {
	data, err := WriteCatalogue(Starter())
	must(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(data))
	must(t, err)
	defer f.Close()
	if sheets := f.GetSheetList(); len(sheets) != len(sheetSpecs)+1 || sheets[0] != sheetGuide {
		t.Fatalf("sheets %q", sheets)
	}
	if props, err := f.GetDocProps(); err != nil || props.Creator != "tonghop" {
		t.Errorf("creator %+v %v", props, err)
	}
	for _, spec := range sheetSpecs {
		notes, err := f.GetComments(spec.name)
		must(t, err)
		panes, err := f.GetPanes(spec.name)
		must(t, err)
		if len(notes) != len(spec.columns) || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: %d notes, panes %+v", spec.name, len(notes), panes)
		}
		rows, err := f.GetRows(spec.name)
		must(t, err)
		size, err := f.GetSheetDimension(spec.name)
		must(t, err)
		if want := xlsx.Ref(len(rows), len(rows[0])); !strings.HasSuffix(size, ":"+want) {
			t.Errorf("%s: dimension %s, want to %s", spec.name, size, want)
		}
	}
	lists, err := f.GetDataValidations(sheetIndicators)
	must(t, err)
	if len(lists) < 6 {
		t.Errorf("%d drop-down lists", len(lists))
	}
	if link, target, err := f.GetCellHyperLink(sheetGuide, "A12"); err != nil || !link || !strings.Contains(target, "!A1") {
		t.Errorf("link %v %q %v", link, target, err)
	}
}

func TestReadTable(t *testing.T) {
	table, err := ReadTable("Kỳ", strings.NewReader("Mã,Tên\n2021,\"Năm\n2021\"\n"))
	if err != nil || len(table.Rows) != 1 || table.Rows[0][1] != "Năm\n2021" {
		t.Errorf("%+v %v", table, err)
	}
	if _, err := ReadTable("Kỳ", strings.NewReader("a,b\nc\n")); err == nil {
		t.Error("a ragged table is read")
	}
}

// The lists of the starter add up to the figures that domain knowledge says they do.
func TestStarterFeeds(t *testing.T) {
	var got []string
	for _, feed := range loadTables(Starter()).Feeds {
		for _, part := range feed.Parts {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s = %s.%s %s", feed.Figure.Code, part.List.Name, part.Of().Key, part.Option)))
		}
	}
	want := []string{
		"tn_cong_trinh = ds_cong_trinh.loai cong_trinh", "tn_phan_viec = ds_cong_trinh.loai phan_viec",
		"tn_cong_trinh_tien = ds_cong_trinh.tri_gia", "tn_cong_trinh_tien = ds_hien_vat.tri_gia", "tc_bch = ds_bch.chuc_vu",
	}
	if !slices.Equal(got, want) {
		t.Errorf("feeds %q, want %q", got, want)
	}
}
