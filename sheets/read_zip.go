package sheets

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"tonghop/lang"
	"tonghop/sheets/zipped"
	"tonghop/vntext"
)

// How far archives inside archives are followed, and how many bytes of them are kept in memory while a folder is read. The archives of the folder itself stay on
// the disk.
const (
	deepestArchive = 3
	mostNested     = 128 << 20
)

// largestArchive is how many bytes an archive of the folder may have.
const largestArchive = 1 << 30

var (
	emptyArchive   = lang.Format{Vi: "Tệp nén rỗng, không có tệp nào bên trong", En: "The archive is empty, there is no file inside"}
	archiveTooDeep = lang.Format{
		Vi: "Tệp nén nằm trong quá nhiều lớp tệp nén (nhiều nhất %d); hãy giải nén vào thư mục này",
		En: "The archive lies inside too many others (at most %d layers); unpack it into this folder",
	}
	archivesTooLarge = lang.Format{
		Vi: "Các tệp nén nằm trong tệp nén khác quá lớn (nhiều nhất %d MB); hãy giải nén vào thư mục này",
		En: "The archives inside other archives are too large (at most %d MB); unpack it into this folder",
	}
	archiveTooLarge = lang.Format{
		Vi: "Tệp nén lớn hơn %d MB; hãy giải nén vào thư mục này",
		En: "The archive is larger than %d MB; unpack it into this folder",
	}
)

// unpacker puts the files of archives in the place of the archives. What it opens stays open until the files are read.
type unpacker struct {
	fsys   fs.FS
	dir    string
	open   []io.Closer
	nested int64 // bytes of archives inside archives that may still be kept
}

// isArchive reports whether a name is that of an archive.
func isArchive(name string) bool { return strings.EqualFold(path.Ext(name), ".zip") }

// unpacked gives the files of a folder with those of its archives in the place of the archives. An archive that is no archive stays a file of its own, and so do
// one that is not opened and one that holds nothing.
func (u *unpacker) unpacked(files []listed) []listed {
	var all []listed
	for _, l := range files {
		if !l.reason.IsZero() || !isArchive(l.shown) {
			all = append(all, l)
			continue
		}
		all = append(all, u.archive(l)...)
	}
	return all
}

// close closes the archives.
func (u *unpacker) close() {
	for _, c := range u.open {
		c.Close() // nothing was written
	}
}

// archive gives the files of an archive of the folder.
func (u *unpacker) archive(l listed) []listed {
	file, err := u.fsys.Open(l.path)
	if err != nil {
		return []listed{l} // reading it says why
	}
	u.open = append(u.open, file)
	info, err := file.Stat()
	if err != nil {
		return []listed{l}
	}
	if info.Size() > largestArchive {
		return []listed{l.passed(Rejected, archiveTooLarge.With(largestArchive>>20))}
	}
	at, ok := file.(io.ReaderAt)
	if !ok {
		data, reason := readAll(u.fsys, l.path)
		if !reason.IsZero() {
			return []listed{l.passed(Rejected, reason)}
		}
		at = bytes.NewReader(data)
	}
	return u.files(l, at, info.Size(), zipped.NewBudget(), 1)
}

// files gives the files of an archive that lies so many archives deep.
func (u *unpacker) files(l listed, at io.ReaderAt, size int64, budget *zipped.Budget, depth int) []listed {
	files, err := zipped.Open(at, size, budget)
	var reason lang.Message
	switch {
	case errors.Is(err, zipped.ErrNoArchive):
		return []listed{l}
	case errors.As(err, &reason):
		return []listed{l.passed(Rejected, reason)}
	case len(files) == 0:
		return []listed{l.passed(Ignored, emptyArchive.With())}
	}
	var all []listed
	for _, f := range files {
		inside := listed{path: l.path + "/" + f.Name, shown: l.shown + "/" + f.Name, packed: f}
		inside.outcome, inside.reason = passedOver(strings.TrimPrefix(inside.shown, vntext.NFC(u.dir)+"/"), f.Mode)
		if inside.reason.IsZero() && !f.Reason.IsZero() {
			inside = inside.passed(Rejected, f.Reason)
		}
		if !inside.reason.IsZero() || !isArchive(f.Name) {
			all = append(all, inside)
			continue
		}
		all = append(all, u.inner(inside, budget, depth+1)...)
	}
	return all
}

// inner gives the files of an archive inside an archive.
func (u *unpacker) inner(l listed, budget *zipped.Budget, depth int) []listed {
	size := l.packed.Size()
	switch {
	case depth > deepestArchive:
		return []listed{l.passed(Rejected, archiveTooDeep.With(deepestArchive))}
	case size > uint64(u.nested):
		return []listed{l.passed(Rejected, archivesTooLarge.With(mostNested>>20))}
	}
	data, err := l.packed.Read()
	if err != nil {
		return []listed{l} // reading it says why
	}
	u.nested -= int64(size)
	return u.files(l, bytes.NewReader(data), int64(size), budget, depth)
}

// passed is a file that is not opened.
func (l listed) passed(outcome Outcome, reason lang.Message) listed {
	l.outcome, l.reason = outcome, reason
	return l
}

// data reads a listed file whole, up to a limit.
func (l listed) data(fsys fs.FS) ([]byte, lang.Message) {
	if l.packed == nil {
		return readAll(fsys, l.path)
	}
	if l.packed.Size() > largestFile {
		return nil, tooLarge.With(largestFile >> 20)
	}
	data, err := l.packed.Read()
	var reason lang.Message
	if errors.As(err, &reason) {
		return nil, reason
	}
	return data, lang.Message{}
}
