// Package out is where results go: workbooks, JSON and documents, in a folder of results that is always whole.
//
// A result is written under a temporary name, read back, and gets its real name only when every other result of the run
// is as far. The manifest (nhat-ky.json) is renamed last. So a full disk or a killed run leaves the former results as they were, and
// what somebody edited since is never replaced: the new file goes beside it.
package out

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"tonghop/lang"
)

var (
	msgFolder   = lang.Format{Vi: "không tạo được thư mục kết quả %s: %v. Hãy kiểm tra ổ đĩa và quyền ghi.", En: "cannot make the folder of results %s: %v. Check the disk and the right to write."}
	msgWrite    = lang.Format{Vi: "không ghi được %s: %v. Các kết quả cũ vẫn còn nguyên.", En: "cannot write %s: %v. The former results are untouched."}
	msgReread   = lang.Format{Vi: "đọc lại %s thấy khác với những gì đã ghi: %v. Các kết quả cũ vẫn còn nguyên; hãy kiểm tra ổ đĩa.", En: "reading %s back gives something else than was written: %v. The former results are untouched; check the disk."}
	msgReplace  = lang.Format{Vi: "không thay được tệp %s: %v. Nếu tệp đang mở trong Excel hoặc Word, hãy đóng lại rồi chạy lại.", En: "cannot replace the file %s: %v. If it is open in Excel or Word, close it and run again."}
	msgEdited   = lang.Format{Vi: "%s đã được sửa sau lần chạy trước nên được giữ nguyên; bản mới ghi ở %s.", En: "%s was edited after the last run and stays as it is; the new one is %s."}
	msgManifest = lang.Format{Vi: "không đọc được nhật ký %s: %v. Nếu không cần nữa, hãy đổi tên hoặc xóa tệp này rồi chạy lại.", En: "cannot read the manifest %s: %v. If it is no longer needed, rename or delete it and run again."}
)

// Dest is the folder of results during one run. Results are staged one after another and put in place by Commit.
type Dest struct {
	dir      string
	label    string // how messages name the folder
	staging  string
	former   *Manifest
	staged   []staged
	retired  []string       // results of former runs that go
	Warnings []lang.Message // results that went beside an edited file
}

type staged struct {
	name   string // relative to the folder, with forward slashes
	temp   string
	sha256 string
	final  bool // name is the one that it gets
	beside bool // it belongs to the one before it
}

// Result is one result file that was put in place.
type Result struct {
	Path   string `json:"path"` // relative to the folder of results
	SHA256 string `json:"sha256"`
}

// Open prepares the folder of results; label is how messages name it. What a killed run left half-written is cleared away.
func Open(dir, label string) (*Dest, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, msgFolder.With(label, lang.Cause(err))
	}
	former, err := readManifest(dir, label)
	if err != nil {
		return nil, err
	}
	left, err := filepath.Glob(filepath.Join(dir, stagingPrefix+"*"))
	if err != nil {
		return nil, msgFolder.With(label, lang.Cause(err))
	}
	for _, old := range left {
		if err := os.RemoveAll(old); err != nil {
			return nil, msgFolder.With(label, lang.Cause(err))
		}
	}
	staging, err := os.MkdirTemp(dir, stagingPrefix+"*")
	if err != nil {
		return nil, msgFolder.With(label, lang.Cause(err))
	}
	return &Dest{dir: dir, label: label, staging: staging, former: former}, nil
}

// stagingPrefix starts the name of the folder that holds the results of a run until they are whole.
const stagingPrefix = ".dang-ghi-"

// Close removes what was staged and not committed.
func (d *Dest) Close() error { return os.RemoveAll(d.staging) }

// Stage writes one result under a temporary name and reads it back. name is relative to the folder, with forward
// slashes.
func (d *Dest) Stage(name string, write func(io.Writer) error) error {
	temp := filepath.Join(d.staging, strconv.Itoa(len(d.staged))+path.Ext(name))
	sum, err := writeFile(temp, write)
	if err != nil {
		return msgWrite.With(d.shown(name), lang.Cause(err))
	}
	if err := reread(temp, sum); err != nil {
		return msgReread.With(d.shown(name), lang.Cause(err))
	}
	d.staged = append(d.staged, staged{name: name, temp: temp, sha256: sum})
	return nil
}

// StageBeside stages a file that belongs to the result that was staged last, leaving out others beside it, and has its final name with another end. One that people
// may have worked on goes beside that in turn.
func (d *Dest) StageBeside(end string, write func(io.Writer) error) error {
	at := len(d.staged) - 1
	for d.staged[at].beside {
		at--
	}
	of := &d.staged[at]
	if err := d.settle(of); err != nil {
		return err
	}
	name := strings.TrimSuffix(of.name, path.Ext(of.name)) + end
	if err := d.Stage(name, write); err != nil {
		return err
	}
	s := &d.staged[len(d.staged)-1]
	s.beside, s.final = true, !editable(name)
	return nil
}

// Commit gives every staged result its real name, the manifest last, and returns where the results are.
func (d *Dest) Commit(m Manifest) ([]Result, error) {
	var results []Result
	for i := range d.staged {
		s := &d.staged[i]
		if err := d.settle(s); err != nil {
			return nil, err
		}
		results = append(results, Result{Path: s.name, SHA256: s.sha256})
	}
	m.take(d.former, results, func(name, sum string) bool { return !slices.Contains(d.retired, name) && d.present(name, sum) })
	if err := d.stageManifest(m); err != nil {
		return nil, err
	}
	for _, s := range d.staged {
		if err := d.place(s); err != nil {
			return nil, err
		}
	}
	d.retire()
	if err := os.Rename(filepath.Join(d.dir, pendingName), filepath.Join(d.dir, ManifestName)); err != nil {
		return nil, msgReplace.With(d.shown(ManifestName), lang.Cause(err))
	}
	return results, d.Close()
}

// settle chooses the final name: the one asked for, or one beside it where the file there was edited by somebody. It also
// makes sure that the file can be replaced, before anything is.
func (d *Dest) settle(s *staged) error {
	if s.final {
		return nil
	}
	s.final = true
	wanted := s.name
	for n := 1; ; n++ {
		sum, err := hashFile(filepath.Join(d.dir, filepath.FromSlash(s.name)))
		if errors.Is(err, fs.ErrNotExist) {
			break
		}
		if err != nil {
			return msgReplace.With(d.shown(s.name), lang.Cause(err))
		}
		if !editable(s.name) || sum == s.sha256 || d.former.wrote(s.name, sum) {
			if err := replaceable(filepath.Join(d.dir, filepath.FromSlash(s.name))); err != nil {
				return msgReplace.With(d.shown(s.name), lang.Cause(err))
			}
			break
		}
		s.name = beside(wanted, n)
	}
	if s.name != wanted {
		d.Warnings = append(d.Warnings, msgEdited.With(d.shown(wanted), d.shown(s.name)))
	}
	return nil
}

// place moves a staged file to its final name.
func (d *Dest) place(s staged) error {
	final := filepath.Join(d.dir, filepath.FromSlash(s.name))
	if err := os.MkdirAll(filepath.Dir(final), 0o777); err != nil {
		return msgFolder.With(d.shown(path.Dir(s.name)), lang.Cause(err))
	}
	if err := os.Rename(s.temp, final); err != nil {
		return msgReplace.With(d.shown(s.name), lang.Cause(err))
	}
	return nil
}

func (d *Dest) present(name, sum string) bool {
	now, err := hashFile(filepath.Join(d.dir, filepath.FromSlash(name)))
	return err == nil && now == sum
}

func (d *Dest) shown(name string) string { return path.Join(d.label, name) }

// editable reports whether people work on in results of this kind, so that they must not be replaced.
func editable(name string) bool {
	switch path.Ext(name) {
	case ".docx", ".xlsx":
		return true
	}
	return false
}

// beside is the name of a new result next to an edited one: bao-cao.moi.docx, then bao-cao.moi-2.docx.
func beside(name string, n int) string {
	ext := path.Ext(filepath.ToSlash(name))
	suffix := ".moi"
	if n > 1 {
		suffix += "-" + strconv.Itoa(n)
	}
	return strings.TrimSuffix(name, ext) + suffix + ext
}

// writeFile writes a file, forces it to the disk and gives its SHA-256.
func writeFile(name string, write func(io.Writer) error) (sum string, err error) {
	file, err := os.Create(name)
	if err != nil {
		return "", err
	}
	defer func() {
		if closeErr := file.Close(); err == nil {
			err = closeErr
		}
	}()
	digest := sha256.New()
	buffered := bufio.NewWriterSize(io.MultiWriter(file, digest), 1<<16)
	if err := write(buffered); err != nil {
		return "", err
	}
	if err := buffered.Flush(); err != nil {
		return "", err
	}
	return hexSum(digest), file.Sync()
}

func hashFile(name string) (string, error) {
	file, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close() //nolint:errcheck // only read
	digest := sha256.New()
	if _, err := io.Copy(digest, file); err != nil {
		return "", err
	}
	return hexSum(digest), nil
}

func hexSum(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }

// replaceable reports whether the file could be written to: on Windows it cannot while Excel or Word holds it open.
func replaceable(name string) error {
	file, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return file.Close()
}

// WriteWhole writes a file that is not a result of a run, such as a blank form: whole or not at all.
func WriteWhole(name string, data []byte) error {
	temp := name + ".dang-ghi"
	sum, err := writeFile(temp, func(w io.Writer) error { _, err := w.Write(data); return err })
	if err == nil {
		err = reread(temp, sum)
	}
	if err == nil {
		err = os.Rename(temp, name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	return nil
}

// WriteBeside writes a file as WriteWhole does, and gives the name that it has: the one asked for, or one beside it where a file of that name
// is not ours to replace.
func WriteBeside(name string, data []byte, ours func(old []byte) bool) (string, error) {
	wanted := name
	for n := 1; ; n++ {
		old, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) || err == nil && ours(old) {
			return name, WriteWhole(name, data)
		}
		if err != nil {
			return "", err
		}
		name = beside(wanted, n)
	}
}
