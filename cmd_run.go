package main

import (
	"strings"

	"tonghop/lang"
	"tonghop/out"
	"tonghop/sheets"
)

func checkCommand(k *call) (status, error) {
	w, r, unit, err := begin(k, k.arg(0))
	if err != nil {
		return failed, err
	}
	// While forms are still coming in, what an unmet target needs is not yet to be asked; what is wrong with the catalogue is.
	r.FromTotals = errorsAmong(r.FromTotals)
	results, err := deliver(k, w, r, nil, out.Checks)
	if err != nil {
		return failed, err
	}
	shown := r.Below(unit)
	switch {
	case k.json:
		return ending(r, 0), out.WriteCheckJSON(k.stdout, shown)
	case k.quiet:
		return ending(r, 0), nil
	}
	if err := out.WriteSummary(k.stdout, shown, k.paint()); err != nil {
		return failed, err
	}
	if err := k.sayFeedback(w, results); err != nil {
		return failed, err
	}
	next := msgAfterCheck
	if ending(r, 0) == fine {
		next = msgAfterClean
	}
	return ending(r, 0), k.next(w, next, "kiem-tra.xlsx")
}

func aggregateCommand(k *call) (status, error) {
	w, r, unit, err := begin(k, k.arg(0))
	if err != nil {
		return failed, err
	}
	if _, err := deliver(k, w, r, nil, out.Totals); err != nil {
		return failed, err
	}
	if k.json {
		return ending(r, 0), out.WriteTotalsJSONOf(k.stdout, r, r.UnitsBelow(unit))
	}
	if k.quiet {
		return ending(r, 0), nil
	}
	if err := out.WriteTargets(k.stdout, r, unit, k.paint()); err != nil {
		return failed, err
	}
	return ending(r, 0), k.next(w, msgAfterTotals, "tong-hop.xlsx")
}

func reportCommand(k *call) (status, error) {
	return produce(k, k.arg(0), nil)
}

func runCommand(k *call) (status, error) {
	return produce(k, k.arg(0), []out.Stage{out.Checks, out.Totals})
}

// produce checks, adds up, fills the documents and puts the results of the stages in place.
func produce(k *call, dir string, stages []out.Stage) (status, error) {
	w, r, unit, err := begin(k, dir)
	if err != nil {
		return failed, err
	}
	date, err := w.date(k.date)
	if err != nil {
		return failed, err
	}
	documents, err := findDocuments(w, k.template)
	if err != nil {
		return failed, err
	}
	nameResults(documents, unit)
	faults, err := fillDocuments(k, w, r, documents, unit, date)
	if err != nil {
		return failed, err
	}
	results, err := deliver(k, w, r, documents, stages...)
	if err != nil {
		return failed, err
	}
	faults += sayGaps(k, documents)
	if faults > 0 {
		k.say(msgBadTemplates.With(faults))
	}
	if k.json {
		return ending(r, faults), out.WriteRunJSON(k.stdout, r, results)
	}
	return ending(r, faults), k.finished(w, r, unit, results)
}

// begin opens the workspace, reads the submissions, checks them, adds them up and compares them with what was closed. What the totals show to be wrong with
// the catalogue is said, like its other faults.
func begin(k *call, dir string) (*workspace, *out.Run, *sheets.Unit, error) {
	w, err := openWorkspace(k, dir)
	if err != nil {
		return nil, nil, nil, err
	}
	unit, err := w.unit(k.unit)
	if err != nil {
		return nil, nil, nil, err
	}
	r, err := gather(k, w)
	if err != nil {
		return nil, nil, nil, err
	}
	sayFaults(k, errorsAmong(r.FromTotals))
	if err := adjust(k, w, r); err != nil {
		return nil, nil, nil, err
	}
	return w, r, unit, nil
}

// adjust says of a closed period when it was closed, and what came after. What came after is a finding besides.
func adjust(k *call, w *workspace, r *out.Run) error {
	dir, label := w.closings()
	ledger, err := out.ReadLedger(dir, label, w.period.Code)
	if err != nil {
		return err
	}
	if err := r.Adjust(ledger, dir); err != nil {
		return err
	}
	for _, part := range r.Batch.Parts {
		if err := adjustWithin(r, part, dir, label); err != nil {
			return err
		}
	}
	if said := r.ClosedLine(); !said.IsZero() && (!k.quiet || r.Adjustment.Changed()) {
		k.say(said)
	}
	return nil
}

// adjustWithin does the same for a sub-period and those within it.
func adjustWithin(r *out.Run, part *sheets.Batch, dir, label string) error {
	if part.Period.Code != "" { // a stretch of days that no period covers has none
		ledger, err := out.ReadLedger(dir, label, part.Period.Code)
		if err != nil {
			return err
		}
		r.AdjustWithin(part, ledger)
	}
	for _, below := range part.Parts {
		if err := adjustWithin(r, below, dir, label); err != nil {
			return err
		}
	}
	return nil
}

// What to do next, after a command.
var (
	msgAfterCheck = lang.Format{
		Vi: "Xem chi tiết: %s, hoặc mở trang kiem-tra.html cùng thư mục bằng trình duyệt. Sửa hoặc bổ sung biểu mẫu trong thư mục nop rồi chạy lại; khi đã ổn, chạy: tonghop run",
		En: "Details: %s, or open the page kiem-tra.html beside it in a browser. Mend or add forms in the folder nop and run again; when all is well: tonghop run",
	}
	msgAfterClean = lang.Format{
		Vi: "Chi tiết: %s, hoặc mở trang kiem-tra.html cùng thư mục bằng trình duyệt. Số liệu đã ổn; bước tiếp theo: tonghop run",
		En: "Details: %s, or the page kiem-tra.html beside it. The data is fine; next: tonghop run",
	}
	msgAfterTotals = lang.Format{
		Vi: "Xem số tổng hợp: %s. Bước tiếp theo: tonghop report",
		En: "The totals: %s. Next: tonghop report",
	}
	msgResults = lang.Format{Vi: "Kết quả:", En: "Results:"}
)

// next says what to do next, and where the details are.
func (k *call) next(w *workspace, next lang.Format, file string) error {
	return k.print(next.With(w.shown(w.places["out"]) + "/" + file).In(k.lang))
}

// finished says the summary of a run and where its results are.
func (k *call) finished(w *workspace, r *out.Run, unit *sheets.Unit, results []out.Result) error {
	if k.quiet {
		return nil
	}
	if err := out.WriteSummary(k.stdout, r.Below(unit), k.paint()); err != nil {
		return err
	}
	if err := out.WriteTargets(k.stdout, r, unit, k.paint()); err != nil {
		return err
	}
	if err := k.print(msgResults.In(k.lang)); err != nil {
		return err
	}
	for _, result := range results {
		if strings.HasSuffix(result.Path, besideEnd) || isFeedback(result) {
			continue // it belongs to a document that is named, or is counted below
		}
		if err := k.print("  " + w.shown(w.places["out"]) + "/" + result.Path); err != nil {
			return err
		}
	}
	return k.sayFeedback(w, results)
}

// print writes one line to standard output.
func (k *call) print(text string) error {
	_, err := k.stdout.Write([]byte(out.Clean(text) + "\n"))
	return err
}

// paint colours texts where standard output is a terminal that shows colours.
func (k *call) paint() out.Paint {
	if k.noColor || !isTerminal(k.stdout) {
		return out.NoPaint()
	}
	return out.Coloured()
}
