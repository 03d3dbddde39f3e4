package out

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/report"
	"tonghop/sheets"
)

// Adjustment (điều chỉnh) is what came after a period was closed: the files that are not those of the closing, and the totals and verdicts that differ from the frozen
// ones. Later data is used like any other; it is listed and never silent.
type Adjustment struct {
	Ledger  *Ledger
	Closing Closing // the last entry

	// Period is that of the closing: the one of the run, or a sub-period, of which files alone are compared.
	Period *sheets.Period
	part   bool // it is a sub-period

	Files        []FileChange // submissions that count or counted for the period
	Totals       []TotalChange
	Targets      []VerdictChange
	Shortcomings []VerdictChange
}

// Changed reports whether anything is not as it was closed.
func (a *Adjustment) Changed() bool {
	return len(a.Files)+len(a.Totals)+len(a.Targets)+len(a.Shortcomings) > 0
}

// Day is the day of the closing as people write it.
func (c Closing) Day() string {
	day, err := time.Parse(time.DateOnly, c.Date)
	if err != nil {
		return c.Date
	}
	return Day(day)
}

// ShortSeal is the beginning of the seal, for minutes and for people to compare.
func (c Closing) ShortSeal() string { return c.Seal[:min(16, len(c.Seal))] }

// Closing is what documents can say of the closing of the period, nil where it was not closed.
func (r *Run) Closing() *report.Closing {
	if !r.closed() {
		return nil
	}
	a := r.Adjustment
	c := &report.Closing{Number: a.Closing.Number, By: a.Closing.By, Reason: a.Closing.Reason, Seal: a.Closing.ShortSeal()}
	c.Day, _ = time.Parse(time.DateOnly, a.Closing.Date) // the entry bears its seal: the program wrote the day
	for _, f := range a.Files {
		c.Late = append(c.Late, report.LateFile{Path: f.Path, Unit: r.Catalogue.Units.Unit(f.Unit), Change: fileChangeTitles[f.Change]})
	}
	return c
}

// Inputs are the files that the run read, as a closing keeps them: the catalogue, then the submissions with what became of them.
func (r *Run) Inputs(catalogue Result) []Frozen {
	all := []Frozen{{Path: catalogue.Path, SHA256: catalogue.SHA256}}
	for _, file := range r.Batch.Files {
		in := Frozen{Path: file.Path, SHA256: file.SHA256, Outcome: outcomeKey(file.Outcome), Unit: file.Unit}
		if file.Period != nil {
			in.Period = file.Period.Code
		}
		all = append(all, in)
	}
	return all
}

// Copies are the results that a closing freezes as they are, to compare later data with them.
func (r *Run) Copies() map[string]func(io.Writer) error {
	asRead := *r
	asRead.Adjustment = nil // what came after an earlier closing is no finding of this one
	return map[string]func(io.Writer) error{
		totalsJSONName: func(w io.Writer) error { return WriteTotalsJSON(w, &asRead) },
		checkJSONName:  func(w io.Writer) error { return WriteCheckJSON(w, &asRead) },
	}
}

// Adjust compares the run with the closing of its period: r.Adjustment says what came after. A ledger that was edited is compared with nothing. dir is the folder of closings.
func (r *Run) Adjust(l *Ledger, dir string) error {
	last := l.Last()
	if last == nil && len(l.Damage) == 0 {
		return nil
	}
	a := &Adjustment{Ledger: l, Period: r.Batch.Period}
	if last != nil && len(l.Damage) == 0 {
		a.Closing = *last
		a.Files = lateFiles(last.Inputs, r.Inputs(Result{}))
		if err := a.compare(r, dir); err != nil {
			return err
		}
	}
	r.Adjustment = a
	return nil
}

// AdjustWithin compares the files that count for a sub-period with the closing of it: where any is another one, r.Within says so.
func (r *Run) AdjustWithin(part *sheets.Batch, l *Ledger) {
	last := l.Last()
	if last == nil && len(l.Damage) == 0 {
		return
	}
	a := &Adjustment{Ledger: l, Period: part.Period, part: true}
	if last != nil && len(l.Damage) == 0 {
		codes := codesOf(part)
		other := func(f Frozen) bool { return !slices.Contains(codes, f.Period) }
		a.Closing = *last
		a.Files = lateFiles(slices.DeleteFunc(slices.Clone(last.Inputs), other), slices.DeleteFunc(r.Inputs(Result{}), other))
	}
	if a.Changed() || len(l.Damage) > 0 {
		r.Within = append(r.Within, a)
	}
}

// codesOf are the codes of a period and of all that it is put together of.
func codesOf(b *sheets.Batch) []string {
	codes := []string{b.Period.Code}
	for _, part := range b.Parts {
		codes = append(codes, codesOf(part)...)
	}
	return codes
}

// lateFiles are the submissions that are not those of the closing. Files that count for no part of the period, such as those of the next one, and files that only
// moved are none of its business.
func lateFiles(before, after []Frozen) []FileChange {
	changes := fileChanges(submissionsOf(before), submissionsOf(after))
	ignored := outcomeKey(sheets.Ignored)
	return slices.DeleteFunc(changes, func(c FileChange) bool {
		outside := (c.Before == "" || c.Before == ignored) && (c.After == "" || c.After == ignored)
		return outside || c.Change == fileRenamed && c.Before == c.After
	})
}

func submissionsOf(inputs []Frozen) []fileJSON {
	var files []fileJSON
	for _, in := range inputs {
		if in.Outcome != "" {
			files = append(files, fileJSON{Path: in.Path, SHA256: in.SHA256, Outcome: in.Outcome, Unit: in.Unit})
		}
	}
	return files
}

// compare finds the totals that differ from the frozen ones. Where the text is the same to the byte nothing is read. The totals are those along the tree
// of units that was closed, whichever the run is about.
func (a *Adjustment) compare(r *Run, dir string) error {
	if r.Other != nil && a.Closing.Tree != r.Catalogue.Units.Tree.Key() {
		r = r.alongOther()
	}
	frozen := a.Closing.copyOf(totalsJSONName)
	sum, err := sumOf(func(w io.Writer) error { return WriteTotalsJSON(w, r) })
	if err != nil {
		return err
	}
	if slices.Contains(a.Closing.Copies, Result{Path: frozen, SHA256: sum}) {
		return nil
	}
	before, after := &Former{Name: a.Ledger.shown(frozen)}, &Former{Name: totalsJSONName}
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(frozen)))
	if err != nil {
		return msgFormerRead.With(before.Name, lang.Cause(err))
	}
	if err := before.decode(data, before.Name, totalsSchema); err != nil {
		return err
	}
	var now bytes.Buffer
	if err := WriteTotalsJSON(&now, r); err != nil {
		return err
	}
	if err := after.decode(now.Bytes(), after.Name, totalsSchema); err != nil {
		return err
	}
	d, err := Compare(before, after, r.Lang)
	if err != nil {
		return err
	}
	a.Totals, a.Targets, a.Shortcomings = d.Totals, d.Targets, d.Shortcomings
	return nil
}

// sumOf is the hash of what would be written.
func sumOf(write func(io.Writer) error) (string, error) {
	digest := sha256.New()
	buffered := bufio.NewWriterSize(digest, 1<<16)
	if err := write(buffered); err != nil {
		return "", err
	}
	if err := buffered.Flush(); err != nil {
		return "", err
	}
	return hexSum(digest), nil
}

// The codes of what is found about a closed period.
const (
	codeAfterClosing = "sau-khi-chot"
	codeLedger       = "so-chot-bi-sua"
)

var (
	sayLateFile = map[string]lang.Format{
		fileNew:     {Vi: "Tệp này có sau khi chốt kỳ “%s” ngày %s (nay: %s).", En: "This file came after the period “%s” was closed on %s (now: %s)."},
		fileGone:    {Vi: "Tệp này có lúc chốt kỳ ngày %s nhưng nay không còn (lúc chốt: %s).", En: "This file was there when the period “%s” was closed on %s and is gone (then: %s)."},
		fileChanged: {Vi: "Nội dung tệp này đã khác so với lúc chốt kỳ “%s” ngày %s (nay: %s).", En: "The content of this file is not that of the closing of “%s” on %s (now: %s)."},
		fileOutcome: {Vi: "Tệp này được xử lý khác với lúc chốt kỳ “%s” ngày %s (nay: %s).", En: "This file is treated otherwise than when the period “%s” was closed on %s (now: %s)."},
		fileRenamed: {Vi: "Tệp này đã đổi tên và được xử lý khác với lúc chốt kỳ “%s” ngày %s (nay: %s).", En: "This file was renamed and is treated otherwise than when the period “%s” was closed on %s (now: %s)."},
	}
	sayLateTotals = lang.Format{
		Vi: "So với bản chốt ngày %s, %d số tổng hợp và %d kết luận đã khác.",
		En: "%[2]d totals and %[3]d verdicts are not those of the closing on %[1]s.",
	}
	hintLate = lang.Format{
		Vi: "Đây là điều chỉnh sau khi chốt: số vẫn được tính và được liệt kê ở trang “%s” của tong-hop.xlsx. Nếu chấp nhận thì chốt lại kỳ đó bằng lệnh close, lần chốt cũ vẫn lưu; nếu không thì trả lại tệp cũ.",
		En: "This is an adjustment after the closing: the figures count and are listed on the sheet “%s” of tong-hop.xlsx. Accept it by closing again, which keeps the former closing, or put the former file back.",
	}
	hintLatePart = lang.Format{
		Vi: "Số vẫn được tính vào kỳ dài hơn, nên tổng của kỳ này khác tổng các kỳ con đã chốt. Chạy lại và chốt lại kỳ con đó (tonghop run, tonghop close với --period), hoặc trả lại tệp cũ.",
		En: "The figures count in the longer period, whose total is not that of the closed periods. Run and close the shorter one again (tonghop run, tonghop close with --period), or put the former file back.",
	}
	hintLedger = lang.Format{Vi: "Khi chưa khôi phục, số liệu của kỳ không được so với lần chốt nào.", En: "Until then the figures of the period are compared with no closing."}
)

// ClosingKinds are the kinds of thing that may be found about a closed period.
func ClosingKinds() []sheets.FaultKind {
	return []sheets.FaultKind{
		{
			Code:  codeAfterClosing,
			Title: lang.Format{Vi: "Khác với lúc chốt kỳ", En: "Not as the period was closed"},
			Explain: lang.Format{
				Vi: "Kỳ báo cáo đã chốt, sau đó có tệp mới, tệp bị sửa hoặc số tổng hợp khác đi. Số mới vẫn được tính; mọi chỗ khác nằm ở trang Điều chỉnh của tong-hop.xlsx và trong dieu-chinh.json. Chấp nhận thì chốt lại (tonghop close), không thì trả lại tệp cũ.",
				En: "The period was closed, and since then files came or changed, or totals differ. The new figures count; everything that differs is on the sheet Adjustments of tong-hop.xlsx and in dieu-chinh.json. Close again to accept (tonghop close), or put the former files back.",
			},
		},
		{
			Code:  codeLedger,
			Title: lang.Format{Vi: "Sổ chốt hoặc bản chốt bị sửa", En: "A ledger or a frozen copy was edited"},
			Explain: lang.Format{
				Vi: "Tệp trong thư mục chot chỉ do lệnh close ghi và có mã niêm; mã không khớp nghĩa là tệp đã bị sửa, hỏng hoặc mất. Khôi phục tệp từ bản sao lưu.",
				En: "Only the command close writes into the folder chot, and seals what it writes; a seal that does not fit means that a file was edited, damaged or lost. Restore it from a backup.",
			},
		},
	}
}

// findings are the adjustments as findings: a warning for each late file, one for the totals, and one for each damage of the ledger.
func (a *Adjustment) findings() []sheets.Finding {
	if a == nil {
		return nil
	}
	var all []sheets.Finding
	own := a.Ledger.pos()
	for _, damage := range a.Ledger.Damage {
		all = append(all, sheets.Finding{Code: codeLedger, Severity: figure.Warning, Pos: own, Message: damage, Hint: hintLedger.With(), Count: 1})
	}
	hint, period := hintLate.With(adjustmentTitle), ""
	if a.part {
		hint, period = hintLatePart.With(), a.Period.Code
	}
	for _, f := range a.Files {
		now := f.After
		if f.Change == fileGone {
			now = f.Before
		}
		all = append(all, sheets.Finding{
			Code: codeAfterClosing, Severity: figure.Warning, Unit: f.Unit, Pos: sheets.Pos{File: f.Path}, Count: 1, Hint: hint, Period: period,
			Message: sayLateFile[f.Change].With(a.Period.Name, a.Closing.Day(), outcomeWord(now)),
		})
	}
	if verdicts := len(a.Targets) + len(a.Shortcomings); len(a.Totals)+verdicts > 0 {
		all = append(all, sheets.Finding{
			Code: codeAfterClosing, Severity: figure.Warning, Pos: own, Count: 1, Hint: hint,
			Message: sayLateTotals.With(a.Closing.Day(), len(a.Totals), verdicts),
		})
	}
	return all
}

// ofLedger reports whether a finding is about a closing as a whole, and not about a file.
func (r *Run) ofLedger(f sheets.Finding) bool {
	return slices.ContainsFunc(append(r.Within[:len(r.Within):len(r.Within)], r.Adjustment), func(a *Adjustment) bool { return a != nil && f.Pos == a.Ledger.pos() })
}

// below is the adjustment as far as it concerns some units.
func (a *Adjustment) below(within map[sheets.UnitCode]bool) *Adjustment {
	if a == nil {
		return nil
	}
	part := *a
	part.Files, part.Totals, part.Targets, part.Shortcomings = nil, nil, nil, nil
	for _, f := range a.Files {
		if within[f.Unit] {
			part.Files = append(part.Files, f)
		}
	}
	for _, t := range a.Totals {
		if within[t.Unit] {
			part.Totals = append(part.Totals, t)
		}
	}
	return &part
}
