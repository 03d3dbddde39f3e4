package sheets

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"slices"
	"strings"

	"tonghop/lang"
	"tonghop/sheets/xlsx"
)

// A marked copy of a unit's workbook begins with a sheet of ours that lists what to mend. A unit that mends the copy sends that sheet back with
// it: it is known by its name and its title, and is no part of the form.
const (
	MendSheet = "Cần sửa"
	MendTitle = "NHỮNG ĐIỂM CẦN SỬA TRONG BIỂU MẪU"
)

// withoutMendSheet leaves out the sheet that our marked copies begin with. Its name is a longer one where the unit has a sheet of that name.
func withoutMendSheet(tabs []tab) []tab {
	return slices.DeleteFunc(tabs, func(t tab) bool {
		return strings.HasPrefix(t.name, MendSheet) && slices.ContainsFunc(t.cells, func(c xlsx.Cell) bool { return c.Row == 1 && c.Col == 1 && c.Text == MendTitle })
	})
}

var (
	notThere   = lang.Format{Vi: "không tìm thấy tệp trong thư mục bản nộp", En: "the file is not in the folder of submissions"}
	hasChanged = lang.Format{Vi: "tệp đã thay đổi từ khi được đọc; hãy chạy lại", En: "the file has changed since it was read; run again"}
)

// Originals gives the files of a folder of submissions as they were received.
type Originals struct {
	fsys  fs.FS
	files map[string][]listed // by the path that a File has: more than one where they differ in their Unicode form only
	close func()
}

// OpenOriginals looks through the folder that Read has read. An error, which is a lang.Message, means that the folder cannot be read. Archives in it stay
// open until Close is called.
func OpenOriginals(fsys fs.FS, dir string) (*Originals, error) {
	files, closing, err := list(fsys, dir)
	if err != nil {
		return nil, err
	}
	o := &Originals{fsys: fsys, files: make(map[string][]listed), close: closing}
	for _, l := range files {
		if l.reason.IsZero() {
			o.files[l.shown] = append(o.files[l.shown], l)
		}
	}
	return o, nil
}

// Close closes the archives.
func (o *Originals) Close() { o.close() }

// Bytes are those of the file that Read has read, and never others. The error is a lang.Message. Several goroutines may call it.
func (o *Originals) Bytes(f *File) ([]byte, error) {
	reason := notThere.With()
	for _, l := range o.files[f.Path] {
		data, unreadable := l.data(o.fsys)
		if !unreadable.IsZero() {
			reason = unreadable
			continue
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) == f.SHA256 {
			return data, nil
		}
		reason = hasChanged.With()
	}
	return nil, reason
}
