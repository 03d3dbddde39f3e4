package main

import (
	"os"
	"path"
	"strings"

	"tonghop/lang"
	"tonghop/out"
	"tonghop/sheets"
)

var (
	msgMarking  = lang.Format{Vi: "Đánh dấu biểu mẫu", En: "Marking forms"}
	msgFeedback = lang.Format{
		Vi: "Đã lập %d bản đánh dấu để gửi lại đơn vị sửa, trong %s",
		En: "%d marked copies to send back to the units, in %s",
	}
	msgUppers = lang.Format{
		Vi: "Đã lập %d bản tổng hợp phản hồi để gửi đơn vị cấp trên đôn đốc, trong %s",
		En: "%d workbooks for the upper units, on what those below have to do, in %s",
	}
	msgMoreUnmarked = lang.Format{Vi: "… và %d tệp khác cũng không lập được bản đánh dấu.", En: "… and no marked copies of %d more files."}
)

// stageFeedback stages the marked copies of the forms that have something to mend, and says which could not be made.
func stageFeedback(k *call, dest *out.Dest, w *workspace, r *out.Run) error {
	root, dir := w.split(w.places["in"])
	originals, err := sheets.OpenOriginals(os.DirFS(root), dir)
	if err != nil {
		return msgReadFolder.With(w.shown(w.places["in"]), lang.Cause(err))
	}
	defer originals.Close()
	original := func(f *sheets.File) ([]byte, error) {
		if err := k.stopped(); err != nil {
			return nil, err // the copies that are left take no time any more
		}
		return originals.Bytes(f)
	}
	step, done := k.progress(msgMarking)
	refused, err := dest.StageFeedback(r, out.Feedback{Original: original, Jobs: k.workers(), Progress: step})
	done()
	if err == nil {
		err = k.stopped()
	}
	if err != nil {
		return err
	}
	for _, m := range refused[:min(len(refused), mostGaps)] {
		k.say(m)
	}
	if more := len(refused) - mostGaps; more > 0 {
		k.say(msgMoreUnmarked.With(more))
	}
	return nil
}

// sayFeedback says how many marked copies and workbooks for upper units are among the results, and where.
func (k *call) sayFeedback(w *workspace, results []out.Result) error {
	copies, uppers := 0, 0
	for _, result := range results {
		switch path.Dir(result.Path) {
		case out.FeedbackDir:
			copies++
		case out.UpperDir:
			uppers++
		}
	}
	folder := w.shown(w.places["out"]) + "/"
	if copies > 0 {
		if err := k.print(msgFeedback.With(copies, folder+out.FeedbackDir).In(k.lang)); err != nil {
			return err
		}
	}
	if uppers == 0 {
		return nil
	}
	return k.print(msgUppers.With(uppers, folder+out.UpperDir).In(k.lang))
}

// isFeedback tells what goes back to units, which is many files, from the results that are named one by one.
func isFeedback(result out.Result) bool { return strings.HasPrefix(result.Path, out.FeedbackDir+"/") }
