package out

import (
	"cmp"
	"slices"

	"tonghop/lang"
	"tonghop/sheets"
)

// Difference is what is not the same in two runs. Nothing is computed: what their results say stands side by side.
type Difference struct {
	Before, After string // the two runs as messages name them

	// FilesBefore and FilesAfter count what became of the files that the runs received; nil where kiem-tra.json is not on both sides.
	FilesBefore, FilesAfter *sheets.Tally

	Settings     []SettingChange
	Inputs       []FileChange // catalogue, templates, submissions
	Outputs      []FileChange
	Units        []UnitChange
	Targets      []VerdictChange
	Shortcomings []VerdictChange
	Totals       []TotalChange
	Cells        []CellChange
	Findings     []FindingChange

	// Skipped says what could not be compared, and why.
	Skipped []lang.Message
	Lang    lang.Lang
}

// SettingChange is something about the whole run: its period, its policy, the version of the program.
type SettingChange struct{ Name, Before, After string }

// UnitChange is a unit whose state of submission changed; "" stands where the unit did not have to submit.
type UnitChange struct {
	Code                          sheets.UnitCode
	Name                          string
	Before, After                 string // complete, incomplete, missing, in_question
	LateBefore, LateAfter         *bool  // nil: not known
	AnsweredBefore, AnsweredAfter int    // how many figures were and are there
}

// VerdictChange is a target, a part of one or a shortcoming whose verdict changed; "" stands where it was not judged or is gone.
type VerdictChange struct{ Code, Part, Before, After string }

// TotalSide is a total as a run gave it.
type TotalSide struct {
	Value          *string // nil: missing, or a list
	Text, State    string
	Have, Expected int
}

// TotalChange is a total whose value, state or coverage changed. Before or After is nil where the run has no such total.
type TotalChange struct {
	Unit          sheets.UnitCode
	Indicator     sheets.Code
	Before, After *TotalSide
	OnlyCoverage  bool // the value is the same
}

// FindingChange is a finding that is new or gone.
type FindingChange struct {
	New     bool
	finding findingJSON
}

// Count is how many differences there are. Another version of the program is none by itself.
func (d *Difference) Count() int {
	n := len(d.Inputs) + len(d.Outputs) + len(d.Units) + len(d.Targets) + len(d.Shortcomings) + len(d.Totals) + len(d.Cells) + len(d.Findings)
	for _, s := range d.Settings {
		if s.Name != settingVersion {
			n++
		}
	}
	return n
}

// The names of what concerns a whole run.
const (
	settingPeriod  = "period"
	settingPolicy  = "policy"
	settingVersion = "version"
)

var (
	msgOnlyOne  = lang.Format{Vi: "%s chỉ có ở %s nên không so được. Chạy tonghop run ở cả hai nơi rồi so lại.", En: "%s is in %s only and was not compared. Run tonghop run in both places and compare again."}
	msgNothing  = lang.Format{Vi: "%s và %s không có phần nào chung để so. Hãy so hai thư mục kết quả, hoặc hai tệp cùng loại.", En: "%s and %s have nothing in common to compare. Compare two folders of results, or two files of one kind."}
	msgNoSource = lang.Format{Vi: "Không so được từng ô: %s. Chạy lại tonghop run ở cả hai nơi rồi so lại.", En: "Single cells were not compared: %s. Run tonghop run again in both places and compare again."}
)

// Compare finds what is not the same in two runs. The error says that they have nothing in common.
func Compare(before, after *Former, l lang.Lang) (*Difference, error) {
	d := &Difference{Before: before.Name, After: after.Name, Lang: l}
	both := 0
	for _, part := range []struct {
		name          string
		before, after bool
		compare       func(before, after *Former)
	}{
		{ManifestName, before.manifest != nil, after.manifest != nil, d.manifests},
		{totalsJSONName, before.totals != nil, after.totals != nil, d.totals},
		{checkJSONName, before.checked != nil, after.checked != nil, d.checks},
	} {
		switch {
		case part.before && part.after:
			both++
			part.compare(before, after)
		case part.before:
			d.Skipped = append(d.Skipped, msgOnlyOne.With(part.name, before.Name))
		case part.after:
			d.Skipped = append(d.Skipped, msgOnlyOne.With(part.name, after.Name))
		}
	}
	if both == 0 {
		return nil, msgNothing.With(before.Name, after.Name)
	}
	d.inputs(before, after)
	d.cells(before, after)
	return d, nil
}

// setting notes what concerns a whole run, once.
func (d *Difference) setting(name, before, after string) {
	change := SettingChange{name, before, after}
	if before != after && !slices.Contains(d.Settings, change) {
		d.Settings = append(d.Settings, change)
	}
}

func (d *Difference) manifests(before, after *Former) {
	a, b := before.manifest, after.manifest
	d.setting(settingPeriod, a.Period, b.Period)
	d.setting(settingPolicy, a.Policy, b.Policy)
	d.setting(settingVersion, a.Version, b.Version)
	d.Outputs = fileChanges(outputFiles(a), outputFiles(b))
}

func (d *Difference) totals(before, after *Former) {
	a, b := before.totals, after.totals
	d.setting(settingPeriod, a.Period, b.Period)
	d.setting(settingPolicy, a.Policy, b.Policy)
	d.Totals = totalChanges(a.Totals, b.Totals)
	d.Targets = targetChanges(a.Targets, b.Targets)
	for _, p := range pairUp(a.Shortcomings, b.Shortcomings, func(s *shortcomingJSON) sheets.ShortcomingCode { return s.Code }) {
		change := VerdictChange{}
		if p.before != nil {
			change.Code, change.Before = string(p.before.Code), string(p.before.Verdict)
		}
		if p.after != nil {
			change.Code, change.After = string(p.after.Code), string(p.after.Verdict)
		}
		if change.Before != change.After {
			d.Shortcomings = append(d.Shortcomings, change)
		}
	}
}

// targetChanges are the targets, and below each its parts, whose verdict changed.
func targetChanges(before, after []targetJSON) []VerdictChange {
	var changes []VerdictChange
	for _, p := range pairUp(before, after, func(t *targetJSON) sheets.TargetCode { return t.Code }) {
		var a, b targetJSON
		if p.before != nil {
			a = *p.before
		}
		if p.after != nil {
			b = *p.after
		}
		code := string(cmp.Or(b.Code, a.Code))
		if a.Verdict != b.Verdict {
			changes = append(changes, VerdictChange{Code: code, Before: a.Verdict, After: b.Verdict})
		}
		for _, part := range pairUp(a.Parts, b.Parts, func(p *partJSON) string { return p.Part }) {
			change := VerdictChange{Code: code}
			if part.before != nil {
				change.Part, change.Before = part.before.Part, part.before.Verdict
			}
			if part.after != nil {
				change.Part, change.After = part.after.Part, part.after.Verdict
			}
			if change.Part != "" && change.Before != change.After {
				changes = append(changes, change)
			}
		}
	}
	return changes
}

// totalChanges are the totals that changed, those with the most units behind them first: the whole before its units, values before mere coverage.
func totalChanges(before, after []totalFormer) []TotalChange {
	type key struct {
		unit      sheets.UnitCode
		indicator sheets.Code
	}
	var changes []TotalChange
	for _, p := range pairUp(before, after, func(t *totalFormer) key { return key{t.Unit, t.Indicator} }) {
		some := cmp.Or(p.after, p.before)
		change := TotalChange{Unit: some.Unit, Indicator: some.Indicator, Before: p.before.side(), After: p.after.side()}
		if p.before != nil && p.after != nil {
			change.OnlyCoverage = sameValue(p.before, p.after)
			if change.OnlyCoverage && p.before.State == p.after.State && p.before.Have == p.after.Have && p.before.Expected == p.after.Expected {
				continue
			}
		}
		changes = append(changes, change)
	}
	slices.SortStableFunc(changes, func(a, b TotalChange) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), falseFirst(a.OnlyCoverage, b.OnlyCoverage))
	})
	return changes
}

// falseFirst compares two answers.
func falseFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// weight is how many units stand behind a total.
func (c TotalChange) weight() int {
	n := 0
	for _, side := range []*TotalSide{c.Before, c.After} {
		if side != nil {
			n = max(n, side.Expected)
		}
	}
	return n
}

func (t *totalFormer) side() *TotalSide {
	if t == nil {
		return nil
	}
	return &TotalSide{Value: t.Value, Text: t.Text, State: t.State, Have: t.Have, Expected: t.Expected}
}

func sameValue(a, b *totalFormer) bool {
	if (a.Value == nil) != (b.Value == nil) || a.Value != nil && *a.Value != *b.Value {
		return false
	}
	return slices.Equal(a.Values, b.Values)
}

func (d *Difference) checks(before, after *Former) {
	a, b := before.checked, after.checked
	d.setting(settingPeriod, a.Period, b.Period)
	d.FilesBefore, d.FilesAfter = tallyOf(a.Files), tallyOf(b.Files)
	for _, p := range pairUp(a.Units, b.Units, func(u *unitJSON) sheets.UnitCode { return u.Code }) {
		change := UnitChange{}
		if p.before != nil {
			change.Code, change.Name = p.before.Code, p.before.Name
			change.Before, change.LateBefore, change.AnsweredBefore = p.before.Status, p.before.Late, p.before.Answered
		}
		if p.after != nil {
			change.Code, change.Name = p.after.Code, p.after.Name
			change.After, change.LateAfter, change.AnsweredAfter = p.after.Status, p.after.Late, p.after.Answered
		}
		if change.Before != change.After || change.AnsweredBefore != change.AnsweredAfter || !sameAnswer(change.LateBefore, change.LateAfter) {
			d.Units = append(d.Units, change)
		}
	}
	d.findings(a.Findings, b.Findings)
}

func sameAnswer(a, b *bool) bool { return (a == nil) == (b == nil) && (a == nil || *a == *b) }

// findings compares what was found. Two findings are the same where all but their words are: a run in English finds what one in Vietnamese does.
func (d *Difference) findings(before, after []findingJSON) {
	key := func(f *findingJSON) findingJSON {
		same := *f
		same.Message, same.Hint = "", ""
		return same
	}
	for _, p := range pairUp(before, after, key) {
		switch {
		case p.before == nil:
			d.Findings = append(d.Findings, FindingChange{New: true, finding: *p.after})
		case p.after == nil:
			d.Findings = append(d.Findings, FindingChange{finding: *p.before})
		}
	}
	slices.SortStableFunc(d.Findings, func(a, b FindingChange) int { return cmp.Compare(a.rank(), b.rank()) })
}

// rank puts new errors first, and what is gone last.
func (c FindingChange) rank() int {
	rank := 2
	switch c.finding.Severity {
	case "error":
		rank = 0
	case "warning":
		rank = 1
	}
	if !c.New {
		rank += 3
	}
	return rank
}
