package main

import (
	"os"
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
	step, done := k.progress(msgMarking)
	refused, err := dest.StageFeedback(r, out.Feedback{Original: originals.Bytes, Jobs: k.workers(), Progress: step})
	done()
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

// sayFeedback says how many marked copies are among the results, and where.
func (k *call) sayFeedback(w *workspace, results []out.Result) error {
	n := 0
	for _, result := range results {
		if isFeedback(result) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return k.print(msgFeedback.With(n, w.shown(w.places["out"])+"/"+out.FeedbackDir).In(k.lang))
}

// isFeedback tells marked copies, which are many, from the results that are named one by one.
func isFeedback(result out.Result) bool { return strings.HasPrefix(result.Path, out.FeedbackDir+"/") }
