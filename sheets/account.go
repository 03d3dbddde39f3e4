package sheets

import "tonghop/lang"

var (
	unaccounted = lang.Format{
		Vi: "Lỗi của chương trình, không ghi kết quả nào: %s. Số liệu của đơn vị không sai; hãy báo cho người phụ trách chương trình kèm thông báo này",
		En: "Internal error, no results are written: %s. The units' data is not to blame; please report this message to those who keep the program",
	}
	otherNumber   = lang.Format{Vi: "nhận %d tệp mà có kết quả cho %d tệp", En: "%d files were received and %d have an outcome"}
	otherFile     = lang.Format{Vi: "tệp “%s” không có kết quả nào", En: "“%s” has no outcome"}
	noOutcome     = lang.Format{Vi: "tệp “%s” có kết quả lạ (%d)", En: "“%s” has an unknown outcome (%d)"}
	unexplained   = lang.Format{Vi: "tệp “%s” không được dùng mà không nêu lý do", En: "“%s” is not used and nobody says why"}
	usedForNought = lang.Format{Vi: "tệp “%s” ghi là đã dùng mà số liệu không được tính", En: "“%s” is said to be used and its figures do not count"}
	countsUnused  = lang.Format{Vi: "tệp “%s” không ghi là đã dùng mà số liệu được tính", En: "“%s” is not said to be used and its figures count"}
	twiceCounted  = lang.Format{Vi: "số liệu của tệp “%s” được tính hai lần", En: "the figures of “%s” count twice"}
	otherSum      = lang.Format{Vi: "%d đã dùng + %d thay bằng bản khác + %d không nhận + %d bỏ qua không bằng %d tệp đã nhận", En: "%d used + %d superseded + %d rejected + %d ignored are not the %d files received"}
)

// account holds a batch to the first promise: files received = used + superseded + rejected + ignored, each of the latter three with its reason, and the
// files whose figures count, in any of the batches of the run, are those that are used, each once. What it gives is a fault of the program, never
// of the data: the run must not go on.
func account(received []listed, b *Batch, batches map[*Period]*Batch) error {
	if len(received) != len(b.Files) {
		return unaccounted.With(otherNumber.With(len(received), len(b.Files)))
	}
	counts := make(map[*File]int)
	for _, batch := range batches {
		for _, s := range batch.Submissions {
			if s != nil {
				counts[s.File]++
			}
		}
	}
	for i, f := range b.Files {
		if reason := wrongWith(f, received[i].shown, counts[f]); !reason.IsZero() {
			return unaccounted.With(reason)
		}
	}
	if t := b.Tally(); t.Used+t.Superseded+t.Rejected+t.Ignored != t.Received {
		return unaccounted.With(otherSum.With(t.Used, t.Superseded, t.Rejected, t.Ignored, t.Received))
	}
	return nil
}

// wrongWith says what is wrong with the account of a file whose figures count so many times; the zero Message where nothing is.
func wrongWith(f *File, received string, counts int) lang.Message {
	switch {
	case f.Path != received:
		return otherFile.With(received)
	case f.Outcome > Ignored:
		return noOutcome.With(f.Path, f.Outcome)
	case f.Outcome != Used && f.Reason.IsZero():
		return unexplained.With(f.Path)
	case f.Outcome == Used && counts == 0:
		return usedForNought.With(f.Path)
	case f.Outcome != Used && counts > 0:
		return countsUnused.With(f.Path)
	case counts > 1:
		return twiceCounted.With(f.Path)
	}
	return lang.Message{}
}
