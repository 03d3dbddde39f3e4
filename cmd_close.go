package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tonghop/lang"
	"tonghop/out"
)

var (
	msgNeedsBy = lang.Format{
		Vi: "chốt kỳ cần người chốt và lý do, ví dụ: tonghop close --by \"Ban Tổ chức\" --reason \"đã đối chiếu với các đơn vị\"",
		En: "closing a period needs a name and a reason, for example: tonghop close --by \"Organization Board\" --reason \"agreed with the units\"",
	}
	msgNotRun = lang.Format{
		Vi: "chưa chốt: kết quả trong %s chưa có hoặc không phải của các tệp và danh mục hiện nay (%s). Chạy tonghop run%s, xem lại kết quả rồi chốt.",
		En: "not closed: the results in %s are missing, or not those of the files and the catalogue at hand (%s). Run tonghop run%s, look at the results, and close.",
	}
	msgStillErrors = lang.Format{
		Vi: "Chưa chốt: số liệu còn %d lỗi; xem %s/kiem-tra.xlsx. Sửa rồi chạy lại tonghop run, hoặc chốt kèm các lỗi này bằng --force.",
		En: "Not closed: the data has %d errors; see %s/kiem-tra.xlsx. Mend them and run tonghop run again, or close with these errors by --force.",
	}
	msgNothingNew  = lang.Format{Vi: "Không có gì mới để chốt lại.", En: "There is nothing new to close."}
	msgClosedNow   = lang.Format{Vi: "Đã chốt kỳ “%s” ngày %s bởi %s, lần %d: %d tệp, %d kết quả.", En: "The period “%s” is closed on %s by %s, closing %d: %d files, %d results."}
	msgClosedOpen  = lang.Format{Vi: "Chốt khi số liệu còn %d lỗi.", En: "Closed with %d errors."}
	msgSealAdvice  = lang.Format{Vi: "Mã chốt: %s. Ghi mã này vào biên bản hoặc văn bản chốt số liệu: về sau ai cũng đối chiếu được.", En: "Seal: %s. Keep it in the minutes, so that anybody can compare later."}
	msgClosedWhere = lang.Format{Vi: "Sổ chốt: %s. Nên sao lưu thư mục %s.", En: "Ledger: %s. Keep a backup of the folder %s."}

	whyNoResults = lang.Format{Vi: "chưa có nhật ký kết quả", En: "there is no manifest"}
	whyPeriod    = lang.Format{Vi: "kết quả là của kỳ %s", En: "the results are of the period %s"}
	whyVersion   = lang.Format{Vi: "kết quả do phiên bản %s lập", En: "the results are by version %s"}
	whyFile      = lang.Format{Vi: "%s: %s", En: "%s: %s"}
	whyTotals    = lang.Format{Vi: "tong-hop.json không phải của số liệu hiện nay", En: "tong-hop.json is not of the figures at hand"}
)

func closeCommand(k *call) (status, error) {
	if k.by == "" || k.reason == "" {
		return failed, usage(msgNeedsBy.With())
	}
	day := k.today
	if k.date != "" {
		var err error
		if day, err = dayTyped("date", k.date); err != nil {
			return failed, err
		}
	}
	results, err := out.ReadResults(placesOf(k, k.arg(0)).places["out"])
	if err != nil {
		return failed, err
	}
	k.strict = results.Strict()
	if results.Manifest != nil {
		k.tree = results.Tree().Key()
	}
	w, r, _, err := begin(k, k.arg(0))
	if err != nil {
		return failed, err
	}
	return closePeriod(k, w, r, results, day)
}

// closePeriod closes the period where the results are those of the data and the data is right.
func closePeriod(k *call, w *workspace, r *out.Run, results *out.Results, day time.Time) (status, error) {
	shown := w.shown(w.places["out"])
	if a := r.Adjustment; a != nil && len(a.Ledger.Damage) > 0 {
		return failed, a.Ledger.Damage[0]
	}
	if r.Adjustment != nil && !r.Adjustment.Changed() {
		return fine, k.closed(w, r, msgNothingNew.With())
	}
	why, err := notOf(w, r, results)
	if err != nil {
		return failed, err
	}
	if !why.IsZero() {
		return failed, usage(msgNotRun.With(shown, why, periodFlag(k)))
	}
	bad := len(errorsAmong(r.Findings()))
	if bad > 0 && !k.force {
		k.say(msgStillErrors.With(bad, shown))
		return dataErrors, nil
	}
	dir, label := w.closings()
	ledger, err := out.ReadLedger(dir, label, w.period.Code)
	if err != nil {
		return failed, err
	}
	entry := out.Closing{
		By: k.by, Reason: k.reason, Date: day.Format(time.DateOnly), Version: version, Policy: r.Policy(), Tree: r.Catalogue.Units.Tree.Key(), Run: results.Manifest.Run, Errors: bad,
		Inputs: r.Inputs(out.Result{Path: w.shown(w.places["catalog"]), SHA256: w.hash}), Results: results.Files,
	}
	if err := ledger.Add(dir, entry, r.Copies()); err != nil {
		return failed, err
	}
	return fine, k.closedNow(w, ledger, label)
}

// notOf says why results are not of the data at hand; zero where they are.
func notOf(w *workspace, r *out.Run, results *out.Results) (lang.Message, error) {
	m := results.Manifest
	switch {
	case m == nil:
		return whyNoResults.With(), nil
	case m.Period != w.period.Code:
		return whyPeriod.With(m.Period), nil
	case m.Version != version:
		return whyVersion.With(m.Version), nil
	}
	if changes := m.InputsSince(w.inputs(r.Batch, nil)); len(changes) > 0 {
		return whyFile.With(changes[0].Path, out.FileChangeTitle(changes[0].Change)), nil
	}
	same, err := results.HoldTotalsOf(r)
	if err != nil || same {
		return lang.Message{}, err
	}
	return whyTotals.With(), nil
}

// periodFlag repeats the period that was asked for, for the command that a message names.
func periodFlag(k *call) string {
	if k.period == "" {
		return ""
	}
	return " --period " + k.period
}

// closed says that nothing was done.
func (k *call) closed(w *workspace, r *out.Run, said lang.Message) error {
	if k.json {
		return out.WriteClosingJSON(k.stdout, w.period.Code, r.Adjustment.Closing)
	}
	if k.quiet {
		return nil
	}
	return k.print(said.In(k.lang))
}

// closedNow says what was closed.
func (k *call) closedNow(w *workspace, ledger *out.Ledger, label string) error {
	entry := *ledger.Last()
	if k.json {
		return out.WriteClosingJSON(k.stdout, w.period.Code, entry)
	}
	if k.quiet {
		return nil
	}
	files := 0
	for _, in := range entry.Inputs {
		if in.Outcome != "" {
			files++
		}
	}
	lines := []lang.Message{msgClosedNow.With(w.period.Name, entry.Day(), entry.By, entry.Number, files, len(entry.Results))}
	if entry.Errors > 0 {
		lines = append(lines, msgClosedOpen.With(entry.Errors))
	}
	lines = append(lines, msgSealAdvice.With(entry.ShortSeal()), msgClosedWhere.With(label+"/"+ledger.Name(), label))
	for _, line := range lines {
		if err := k.print(line.In(k.lang)); err != nil {
			return err
		}
	}
	return nil
}

// listClosed shows the closings of all periods; what was edited since is said.
func listClosed(k *call, w *workspace) ([][]string, error) {
	ledgers, err := out.ReadLedgers(w.closings())
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for _, l := range ledgers {
		for _, damage := range l.Damage {
			k.say(damage)
		}
		for _, e := range l.Entries {
			errors := lang.Format{Vi: "%d lỗi", En: "%d errors"}.With(e.Errors).In(k.lang)
			rows = append(rows, []string{l.Period, fmt.Sprint(e.Number), e.Day(), e.By, e.Reason, errors, e.ShortSeal()})
		}
	}
	slices.SortStableFunc(rows, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	return rows, nil
}
