package out

import (
	"io"

	"github.com/schollz/progressbar/v3"
)

// Progress shows how far a stage has come, on a terminal. It returns the function to call after each step; done clears the line.
// It is only for terminals: into a file or a pipe nothing is to be written.
func Progress(w io.Writer, title string) (step func(done, total int), done func()) {
	var bar *progressbar.ProgressBar
	step = func(n, total int) {
		if bar == nil {
			bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(title),
				progressbar.OptionSetWidth(30), progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(false))
		}
		_ = bar.Set(n) // a progress line that cannot be drawn stops nothing
	}
	return step, func() {
		if bar != nil {
			_ = bar.Finish()
		}
	}
}
