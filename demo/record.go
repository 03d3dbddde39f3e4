package demo

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"tonghop/lang"
	"tonghop/vntext"
)

// recordName is the file that says what the example wrote. By it the example is known again, and what people changed in it.
const recordName = "vi-du.txt"

// recordHead tells a person who opens the record what the folder is. A blank line ends it.
func recordHead(e Example) string {
	return "Thư mục này là ví dụ do lệnh \"tonghop demo\" tạo ra. " + e.Note.Vi + "\n" +
		"Các dòng dưới đây ghi những tệp do lệnh tạo ra, để không ghi đè lên tệp của người dùng.\n\n"
}

// unfinished stands for the digest of a file that may be half written.
const unfinished = "-"

// left are the folders that the example never writes into: results, which a run guards by itself, blank forms and templates.
var left = []string{"ketqua", "bieumau", templatesDir}

var (
	cannotRead = lang.Format{Vi: "Không đọc được thư mục %s: %s", En: "Cannot read the folder %s: %s"}
	foreign    = lang.Format{
		Vi: "Thư mục %s đã có tệp khác (%s) nên không ghi ví dụ vào đó. Hãy chọn một thư mục mới, ví dụ: tonghop demo vidu-moi",
		En: "The folder %s holds other files (%s), so the example is not written there. Choose a new folder, such as: tonghop demo vidu-moi",
	}
	changed = lang.Format{
		Vi: "Ví dụ trong thư mục %s đã được sửa hoặc thêm tệp (%s) nên không ghi đè. Hãy chọn một thư mục mới, ví dụ: tonghop demo vidu-moi; hoặc xóa thư mục này nếu không cần nữa",
		En: "The example in the folder %s was changed (%s) and is not overwritten. Choose a new folder, such as: tonghop demo vidu-moi; or delete this one if it is not needed",
	}
)

// recorded is a file that the example wrote, with its digest.
type recorded struct{ path, sum string }

type record []recorded

// sums gives the digests by path. A disk may have decomposed a name, so paths are compared composed.
func (r record) sums() map[string]string {
	sums := make(map[string]string, len(r))
	for _, file := range r {
		sums[vntext.NFC(file.path)] = file.sum
	}
	return sums
}

// and gives all paths of both, as unfinished.
func (r record) and(other record) record {
	all := make(record, 0, len(r)+len(other))
	for _, file := range append(slices.Clone(r), other...) {
		all = append(all, recorded{file.path, unfinished})
	}
	slices.SortFunc(all, func(a, b recorded) int { return cmp.Compare(a.path, b.path) })
	return slices.Compact(all)
}

// String is the text of the record below its head.
func (r record) String() string {
	var text strings.Builder
	for _, file := range r {
		text.WriteString(file.sum + "  " + file.path + "\n")
	}
	return text.String()
}

// readRecord reads the text of a record.
func readRecord(text string) record {
	var r record
	_, files, _ := strings.Cut(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n")
	for line := range strings.Lines(files) {
		if sum, name, ok := strings.Cut(strings.TrimRight(line, "\n"), "  "); ok {
			r = append(r, recorded{name, sum})
		}
	}
	return r
}

func (w *writer) record(r record) error {
	if err := w.root.WriteFile(recordName, []byte(w.head+r.String()), 0o666); err != nil {
		return w.failed(recordName, err)
	}
	return nil
}

// former gives the record of an example that was written before. It is an error where the folder holds anything that is not exactly as
// the example left it.
func (w *writer) former() (record, error) {
	text, err := w.root.ReadFile(recordName)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, cannotRead.With(w.dir, lang.Cause(err))
	}
	refusal := foreign
	if err == nil {
		refusal = changed
	}
	known := readRecord(string(text))
	sums := known.sums()
	walk := func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return cannotRead.With(w.dir, lang.Cause(err))
		case entry.IsDir() && slices.Contains(left, name) && len(known) > 0:
			return fs.SkipDir
		case entry.IsDir() || name == recordName:
			return nil
		}
		same, err := w.same(name, entry, sums[vntext.NFC(name)])
		if err == nil && !same {
			return refusal.With(w.dir, name)
		}
		return err
	}
	return known, fs.WalkDir(w.root.FS(), ".", walk)
}

// same reports whether a file is as the example left it.
func (w *writer) same(name string, entry fs.DirEntry, sum string) (bool, error) {
	switch {
	case sum == "" || !entry.Type().IsRegular():
		return false, nil
	case sum == unfinished:
		return true, nil
	}
	data, err := w.root.ReadFile(name)
	if err != nil {
		return false, cannotRead.With(w.dir, lang.Cause(err))
	}
	return digest(data) == sum, nil
}
