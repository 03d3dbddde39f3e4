// Package zipped gives the files of a zip archive that strangers send, each with a name that can be shown and the reason where it is not to be read.
//
// An archive lists its files in a directory at its end: name, size, checksum, way of packing. A name may be anything. Programs write it in UTF-8
// and say so, in UTF-8 and do not say so (macOS), or in the code page of the DOS of old; some write back-slashes, or paths that lead out of the folder
// into which the archive is unpacked. Nothing is ever written to a disk here, so such a name can do no harm but in messages; still the file is refused, because
// somebody who unpacks the archive by hand would find another file than we read.
//
// A few kilobytes can unpack to terabytes. What an archive says of its sizes is added up before anything is unpacked, and a file that is longer
// than it says is refused.
package zipped

import (
	"archive/zip"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"strings"

	"tonghop/lang"
)

// ErrNoArchive says that the bytes are no zip archive of files: something else, a damaged archive, or a document of today, which is a zip archive of
// its parts. They are to be read as a file, which says what they are.
var ErrNoArchive = errors.New("no archive of files")

var (
	tooManyFiles = lang.Format{
		Vi: "Tệp nén chứa quá nhiều tệp (nhiều nhất %d); hãy giải nén vào thư mục này",
		En: "The archive holds too many files (at most %d); unpack it into this folder",
	}
	tooMuch = lang.Format{
		Vi: "Các tệp trong tệp nén quá lớn sau khi giải nén (nhiều nhất %d MB); hãy kiểm tra tệp nén có đúng là của đơn vị không, rồi giải nén vào thư mục này",
		En: "What is in the archive is too large once unpacked (at most %d MB); see whether it is really the unit's, then unpack it into this folder",
	}
	swelling = lang.Format{
		Vi: "Tệp nén phình to bất thường khi giải nén (gấp hơn %d lần) nên không được mở; biểu mẫu không như vậy, hãy hỏi lại đơn vị gửi",
		En: "The archive unpacks to more than %d times its size and is not opened; forms do not, ask the unit that sent it",
	}
	locked = lang.Format{
		Vi: "Tệp trong tệp nén bị đặt mật khẩu; hãy giải nén vào thư mục này, hoặc nén lại không đặt mật khẩu",
		En: "The file is packed with a password; unpack it into this folder, or pack it again without one",
	}
	oddPacking = lang.Format{
		Vi: "Tệp được nén theo cách ít dùng; hãy giải nén vào thư mục này",
		En: "The file is packed in an unusual way; unpack it into this folder",
	}
	unsafeName = lang.Format{
		Vi: "Tên “%s” trong tệp nén chỉ ra ngoài tệp nén hoặc có ký tự lạ nên tệp không được mở; hãy đổi tên, nén lại rồi gửi lại",
		En: "The name “%s” in the archive leads out of it or has strange characters, and the file is not opened; rename it, pack and send it again",
	}
	nameTwice = lang.Format{
		Vi: "Trong tệp nén có nhiều mục cùng tên này nên không biết tệp nào đúng; hãy đổi tên, nén lại rồi gửi lại",
		En: "Several entries of the archive have this name, and which one is right cannot be known; rename them, pack and send it again",
	}
	damaged = lang.Format{
		Vi: "Tệp trong tệp nén đã hỏng; hãy xin đơn vị nén lại và gửi lại",
		En: "The file in the archive is damaged; ask the unit to pack and send it again",
	}
)

// What an archive may hold. A province has some thousand units with forms of some ten thousand bytes.
const (
	mostFiles = 20_000
	mostBytes = 1 << 30

	// Forms hardly shrink, because they are packed themselves; tables as text shrink to a tenth.
	mostSwelling = 100
	swellingFrom = 64 << 20 // bytes below which nobody minds

	largestDirectory = 8 << 20 // bytes that are read to know what an archive holds
)

// Budget is what may still be taken out of an archive and the archives inside it.
type Budget struct{ files, bytes int64 }

// NewBudget is the budget of an archive that lies in no other.
func NewBudget() *Budget { return &Budget{mostFiles, mostBytes} }

// File is one file of an archive.
type File struct {
	Name   string       // its path in the archive, NFC, with forward slashes; what is unsafe in it is replaced by “_”
	Mode   fs.FileMode  // tells links from files
	Reason lang.Message // why it is not to be read, zero where it can be

	entry *zip.File
}

// Open lists the files of an archive of so many bytes in the order of its directory, folders left out. The error is ErrNoArchive or, where the archive is
// beyond the limits or the budget, a lang.Message; then nothing was taken from the budget.
func Open(r io.ReaderAt, size int64, budget *Budget) ([]*File, error) {
	meter := &meter{r: r, left: largestDirectory}
	archive, err := zip.NewReader(meter, size)
	switch {
	case meter.over:
		return nil, tooManyFiles.With(mostFiles)
	case err != nil && !errors.Is(err, zip.ErrInsecurePath), isDocument(archive):
		return nil, ErrNoArchive
	}
	meter.left = -1
	names := make(map[string]int)
	var files []*File
	total := uint64(0)
	for _, entry := range archive.File {
		name, safe := nameOf(entry)
		if entry.Mode().IsDir() || strings.HasSuffix(name, "/") {
			continue
		}
		f := &File{Name: name, Mode: entry.Mode().Type(), entry: entry}
		f.Reason = f.refused(safe)
		files = append(files, f)
		names[name]++
		total += min(entry.UncompressedSize64, mostBytes+1)
	}
	switch {
	case int64(len(files)) > budget.files:
		return nil, tooManyFiles.With(mostFiles)
	case total > uint64(budget.bytes):
		return nil, tooMuch.With(mostBytes >> 20)
	case total > swellingFrom && total/mostSwelling > uint64(size):
		return nil, swelling.With(mostSwelling)
	}
	budget.files -= int64(len(files))
	budget.bytes -= int64(total)
	return distinct(files, names), nil
}

// refused tells which files are not read, and why.
func (f *File) refused(safe bool) lang.Message {
	const encrypted = 1 << 0
	switch {
	case !safe:
		return unsafeName.With(readable(shownName(f.entry)))
	case f.entry.Flags&encrypted != 0:
		return locked.With()
	case f.entry.Method != zip.Store && f.entry.Method != zip.Deflate:
		return oddPacking.With()
	}
	return lang.Message{}
}

// distinct keeps one file of each name, refused where there are several of it or where it is a folder too.
func distinct(files []*File, count map[string]int) []*File {
	folders := make(map[string]bool)
	for name := range count {
		for i, c := range name {
			if c == '/' {
				folders[name[:i]] = true
			}
		}
	}
	var kept []*File
	seen := make(map[string]bool)
	for _, f := range files {
		if seen[f.Name] {
			continue
		}
		seen[f.Name] = true
		if count[f.Name] > 1 || folders[f.Name] {
			f.Reason = nameTwice.With()
		}
		kept = append(kept, f)
	}
	return kept
}

// Size is how many bytes the file says it has.
func (f *File) Size() uint64 { return f.entry.UncompressedSize64 }

// Read unpacks a file that has no Reason. The caller has looked at its Size. The error is a lang.Message.
func (f *File) Read() ([]byte, error) {
	// Deflate packs at most 1032 bytes into one. A file that claims more lies, and gets no memory.
	const ratio = 1032
	if f.Size() > (f.entry.CompressedSize64+1)*ratio {
		return nil, damaged.With()
	}
	r, err := f.entry.Open()
	if err != nil {
		return nil, damaged.With()
	}
	defer r.Close() // nothing was written
	data := make([]byte, f.Size())
	if _, err := io.ReadFull(r, data); err != nil {
		return nil, damaged.With()
	}
	if n, err := r.Read(make([]byte, 1)); n != 0 || err != io.EOF || crc32.ChecksumIEEE(data) != f.entry.CRC32 {
		return nil, damaged.With()
	}
	return data, nil
}

// isDocument reports whether an archive is a document: Office names the kinds of its parts in one of them, OpenDocument its kind, Apple has parts of its own.
func isDocument(archive *zip.Reader) bool {
	for _, entry := range archive.File {
		switch name := strings.ToLower(entry.Name); {
		case name == "[content_types].xml", name == "mimetype", name == "index.zip", strings.HasSuffix(name, ".iwa"):
			return true
		}
	}
	return false
}

// meter bounds what is read while an archive is opened: its directory may say that it is shorter than it is.
type meter struct {
	r    io.ReaderAt
	left int64 // negative once the archive is open
	over bool
}

// ReadAt reads from the archive.
func (m *meter) ReadAt(p []byte, at int64) (int, error) {
	if m.left >= 0 {
		if m.left -= int64(len(p)); m.left < 0 {
			m.left, m.over = 0, true
			return 0, ErrNoArchive
		}
	}
	return m.r.ReadAt(p, at)
}
