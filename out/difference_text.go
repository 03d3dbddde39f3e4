package out

import (
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

// mostDifferences is how many differences of one kind are printed; JSON has them all.
const mostDifferences = 20

var (
	msgSame = lang.Format{Vi: "%s và %s giống nhau: cùng tệp, cùng số tổng hợp, cùng phát hiện.", En: "%s and %s are the same: files, totals and findings."}
	msgDiff = lang.Format{
		Vi: "%s so với %s: %d chỉ tiêu và khuyết điểm đổi kết luận, %d số tổng hợp, %d đơn vị, %d tệp nhận, %d ô, %d phát hiện, %d tệp kết quả khác nhau.",
		En: "%s and %s differ in %d verdicts, %d totals, %d units, %d files received, %d cells, %d findings, %d results."}
	msgDiffVerdicts = lang.Format{Vi: "Kết luận (trước → sau):", En: "Verdicts (before → after):"}
	msgDiffTotals   = lang.Format{Vi: "Số tổng hợp, nhiều đơn vị nhất trước (trước → sau, trong ngoặc là số đơn vị đã có số):", En: "Totals, those of most units first (before → after, in brackets the units that answered):"}
	msgDiffUnits    = lang.Format{Vi: "Đơn vị:", En: "Units:"}
	msgDiffInputs   = lang.Format{Vi: "Danh mục, mẫu và tệp nhận:", En: "Catalogue, templates and files received:"}
	msgDiffCells    = lang.Format{Vi: "Từng ô:", En: "Cells:"}
	msgDiffNew      = lang.Format{Vi: "Phát hiện mới:", En: "New findings:"}
	msgDiffGone     = lang.Format{Vi: "Phát hiện không còn:", En: "Findings that are gone:"}
	msgDiffOutputs  = lang.Format{Vi: "Tệp kết quả:", En: "Results:"}
	msgDiffMore     = lang.Format{Vi: "  … và %d mục nữa; xem đủ bằng --json", En: "  … and %d more; --json has them all"}

	lineDiffSetting   = lang.Format{Vi: "%s: %s → %s", En: "%s: %s → %s"}
	lineDiffTally     = lang.Format{Vi: "%s: %s", En: "%s: %s"}
	lineDiffCellEmpty = lang.Format{Vi: "%s, %s: “%s” → (không có số liệu) (%s)", En: "%s, %s: “%s” → (no figure) (%s)"}
	lineDiffCellCame  = lang.Format{Vi: "%s, %s: (không có số liệu) → “%s” (%s)", En: "%s, %s: (no figure) → “%s” (%s)"}
	lineDiffTotal     = lang.Format{Vi: "%s, %s: %s → %s", En: "%s, %s: %s → %s"}
	lineDiffFile      = lang.Format{Vi: "%s: %s%s", En: "%s: %s%s"}
	lineDiffUnit      = lang.Format{Vi: "%s %s: %s → %s", En: "%s %s: %s → %s"}
	lineDiffCell      = lang.Format{Vi: "%s, %s: “%s” → “%s” (%s)", En: "%s, %s: “%s” → “%s” (%s)"}
	lineDiffCellsNew  = lang.Format{Vi: "%s: thêm %d ô có số liệu (%s)", En: "%s: %d more cells with figures (%s)"}
	lineDiffCellsGone = lang.Format{Vi: "%s: không còn %d ô có số liệu (%s)", En: "%s: %d cells with figures are gone (%s)"}
	lineDiffFinding   = lang.Format{Vi: "%s, %s: %s [%s]", En: "%s, %s: %s [%s]"}

	msgDiffNone    = lang.Format{Vi: "không có", En: "none"}
	msgDiffOutcome = lang.Format{Vi: " (%s → %s)", En: " (%s → %s)"}
	msgDiffFrom    = lang.Format{Vi: " (trước là %s)", En: " (was %s)"}
	msgDiffAnswers = lang.Format{Vi: "%s, %d số liệu", En: "%s, %d figures"}
	msgDiffLate    = lang.Format{Vi: "%s, %s", En: "%s, %s"}
)

var settingTitles = map[string]lang.Format{
	settingPeriod:  {Vi: "Kỳ báo cáo", En: "Period"},
	settingPolicy:  {Vi: "Cách tính", En: "Policy"},
	settingVersion: {Vi: "Phiên bản tonghop", En: "Version of tonghop"},
}

// WriteDifference says for a person what is not the same in two runs: what matters most first, and no more of a kind than can be read. Short leaves out
// everything but the counts.
func WriteDifference(w io.Writer, d *Difference, short bool) error {
	var text strings.Builder
	line := func(m lang.Message) { fmt.Fprintln(&text, Clean(m.In(d.Lang))) }
	if d.Count() == 0 {
		line(msgSame.With(d.Before, d.After))
	} else {
		line(msgDiff.With(d.Before, d.After, len(d.Targets)+len(d.Shortcomings), len(d.Totals), len(d.Units), len(d.Inputs), len(d.Cells), len(d.Findings), len(d.Outputs)))
	}
	for _, s := range d.Settings {
		line(lineDiffSetting.With(settingTitles[s.Name], settingWord(s.Before), settingWord(s.After)))
	}
	for _, skipped := range d.Skipped {
		line(skipped)
	}
	if !short {
		if d.FilesBefore != nil && d.FilesAfter != nil {
			line(lineDiffTally.With(d.Before, fileIdentity(*d.FilesBefore)))
			line(lineDiffTally.With(d.After, fileIdentity(*d.FilesAfter)))
		}
		d.sections(&text)
	}
	_, err := io.WriteString(w, text.String())
	return err
}

// settingWord puts a policy into words; a period and a version are their own.
func settingWord(value string) any {
	switch value {
	case policyKey(false):
		return lang.Format{Vi: "cộng mọi số đọc được", En: "every figure that was read"}
	case policyKey(true):
		return lang.Format{Vi: "bỏ qua đơn vị còn lỗi (--strict)", En: "without units that have errors (--strict)"}
	case policyKey(false) + OldTreePolicy:
		return lang.Format{Vi: "cộng mọi số đọc được, theo cây đơn vị cũ", En: "every figure that was read, along the old tree of units"}
	case policyKey(true) + OldTreePolicy:
		return lang.Format{Vi: "bỏ qua đơn vị còn lỗi (--strict), theo cây đơn vị cũ", En: "without units that have errors (--strict), along the old tree of units"}
	}
	return value
}

func (d *Difference) sections(w io.Writer) {
	verdicts := append(append([]VerdictChange(nil), d.Targets...), d.Shortcomings...)
	section(w, d.Lang, msgDiffVerdicts, len(verdicts), func(i int) lang.Message { return newVerdictLine(verdicts[i]) })
	section(w, d.Lang, msgDiffTotals, len(d.Totals), func(i int) lang.Message { return totalLine(d.Totals[i]) })
	section(w, d.Lang, msgDiffUnits, len(d.Units), func(i int) lang.Message { return unitLine(d.Units[i]) })
	section(w, d.Lang, msgDiffInputs, len(d.Inputs), func(i int) lang.Message { return fileLine(d.Inputs[i]) })
	cells := cellLines(d.Cells)
	section(w, d.Lang, msgDiffCells, len(cells), func(i int) lang.Message { return cells[i] })
	fresh := 0
	for fresh < len(d.Findings) && d.Findings[fresh].New {
		fresh++
	}
	section(w, d.Lang, msgDiffNew, fresh, func(i int) lang.Message { return d.Findings[i].line() })
	section(w, d.Lang, msgDiffGone, len(d.Findings)-fresh, func(i int) lang.Message { return d.Findings[fresh+i].line() })
	section(w, d.Lang, msgDiffOutputs, len(d.Outputs), func(i int) lang.Message { return fileLine(d.Outputs[i]) })
}

// section prints n lines under a title, or as many as can be read.
func section(w io.Writer, l lang.Lang, title lang.Format, n int, line func(int) lang.Message) {
	if n == 0 {
		return
	}
	fmt.Fprintln(w, title.In(l))
	for i := range min(n, mostDifferences) {
		fmt.Fprintln(w, "  - "+Clean(line(i).In(l)))
	}
	if n > mostDifferences {
		fmt.Fprintln(w, msgDiffMore.With(n-mostDifferences).In(l))
	}
}

func newVerdictLine(c VerdictChange) lang.Message {
	return lineDiffSetting.With(strings.TrimSuffix(c.Code+"."+c.Part, "."), verdictWord(c.Before), verdictWord(c.After))
}

// verdictWord puts the verdict of a target, or the level of a shortcoming, into words.
func verdictWord(name string) any {
	if name == "" {
		return msgDiffNone
	}
	for _, v := range aggregate.Verdicts() {
		if v.Name == name {
			return v.Title
		}
	}
	return name
}

func totalLine(c TotalChange) lang.Message {
	return lineDiffTotal.With(string(c.Unit), string(c.Indicator), c.Before.word(), c.After.word())
}

// word is a total with its coverage.
func (s *TotalSide) word() any {
	if s == nil {
		return msgDiffNone
	}
	text := s.Text
	if text == "" {
		text = figure.Mark
	}
	return fmt.Sprintf("%s (%d/%d)", text, s.Have, s.Expected)
}

func unitLine(c UnitChange) lang.Message {
	return lineDiffUnit.With(string(c.Code), c.Name, unitWord(c.Before, c.AnsweredBefore, c.LateBefore), unitWord(c.After, c.AnsweredAfter, c.LateAfter))
}

// unitWord is the state of a unit in words, with how many figures it gave and whether it was late.
func unitWord(status string, answered int, late *bool) any {
	if status == "" {
		return msgDiffNone
	}
	word := any(status)
	for _, s := range []check.Status{check.Complete, check.Incomplete, check.Missing, check.InQuestion} {
		if statusKey(s) == status {
			word = statusTitle(s)
		}
	}
	if late != nil {
		word = msgDiffLate.With(word, lateTitle(late))
	}
	return msgDiffAnswers.With(word, answered)
}

func fileLine(c FileChange) lang.Message {
	more := lang.Message{}
	switch {
	case c.From != "":
		more = msgDiffFrom.With(c.From)
	case c.Before != c.After:
		more = msgDiffOutcome.With(outcomeWord(c.Before), outcomeWord(c.After))
	}
	return lineDiffFile.With(c.Path, fileChangeTitles[c.Change], more)
}

func outcomeWord(name string) any {
	for _, o := range []sheets.Outcome{sheets.Used, sheets.Superseded, sheets.Rejected, sheets.Ignored} {
		if outcomeKey(o) == name {
			return outcomeTitle(o)
		}
	}
	return msgDiffNone
}

// fewCells is how many cells of one form that came or went are said one by one.
const fewCells = 5

// cellLines says the cells that changed one by one, and so those that came or went where a form has few such. Where it has many they are counted: the form as a
// whole came or went.
func cellLines(cells []CellChange) []lang.Message {
	type form struct {
		unit  sheets.UnitCode
		file  string
		fresh bool
	}
	var lines []lang.Message
	var forms []form
	changed := make(map[form][]CellChange)
	for _, c := range cells {
		var one form
		switch {
		case c.Before == nil:
			one = form{c.Unit, c.After.File, true}
		case c.After == nil:
			one = form{c.Unit, c.Before.File, false}
		default:
			lines = append(lines, c.line())
			continue
		}
		if changed[one] == nil {
			forms = append(forms, one)
		}
		changed[one] = append(changed[one], c)
	}
	for _, one := range forms {
		if len(changed[one]) <= fewCells {
			for _, c := range changed[one] {
				lines = append(lines, c.line())
			}
			continue
		}
		said := lineDiffCellsGone
		if one.fresh {
			said = lineDiffCellsNew
		}
		lines = append(lines, said.With(string(one.unit), len(changed[one]), one.file))
	}
	return lines
}

func (c CellChange) line() lang.Message {
	unit, indicator := string(c.Unit), string(c.Indicator)
	switch {
	case c.Before == nil:
		return lineDiffCellCame.With(unit, indicator, c.After.Raw, c.After.place())
	case c.After == nil:
		return lineDiffCellEmpty.With(unit, indicator, c.Before.Raw, c.Before.place())
	}
	return lineDiffCell.With(unit, indicator, c.Before.Raw, c.After.Raw, c.After.place())
}

func (s *CellSide) place() string { return placeText(s.File, s.Sheet, s.Cell) }

// placeText is a place without the parts of it that are not known.
func placeText(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " › ")
}

func (c FindingChange) line() lang.Message {
	f := c.finding
	place := placeText(f.File, f.Sheet, f.Cell)
	if place == "" {
		place = string(f.Unit)
	}
	severity := any(f.Severity)
	for _, s := range []figure.Severity{figure.Error, figure.Warning, figure.Note} {
		if s.String() == f.Severity {
			severity = s.Title()
		}
	}
	return lineDiffFinding.With(severity, place, f.Message, f.Code)
}
