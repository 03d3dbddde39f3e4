package demo

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"tonghop/lang"
	"tonghop/vntext"
	"tonghop/workers"
)

// templatesDir is made and left empty: the built-in templates serve until somebody puts an own one there.
const templatesDir = "mau"

var (
	noCount     = lang.Format{Vi: "Số chi đoàn phải từ 0 trở lên, không phải %d", En: "The number of chapters must be 0 or more, not %d"}
	cannotWrite = lang.Format{Vi: "Không ghi được %s: %s", En: "Cannot write %s: %s"}
)

// Write makes the example in the folder dir, which is created where it is missing. It never touches what it did not write: a folder that holds
// anything else is refused, and so is an example that somebody has changed since. Written twice it is the same to the byte. The
// error is a lang.Message.
func Write(dir string, opt Options) error {
	if opt.Chapters < 0 {
		return noCount.With(opt.Chapters)
	}
	example, err := ExampleOf(opt.Template)
	if err != nil {
		return err
	}
	items, err := example.items(opt)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return cannotWrite.With(dir, lang.Cause(err))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return cannotWrite.With(dir, lang.Cause(err))
	}
	w := writer{root: root, dir: dir, opt: opt, head: recordHead(example)}
	return errors.Join(w.write(items), root.Close())
}

// writer writes the example below its folder and nowhere else.
type writer struct {
	root *os.Root
	dir  string
	opt  Options
	head string // of the record
}

func (w *writer) write(items []item) error {
	former, err := w.former()
	if err != nil {
		return err
	}
	wanted := make(record, len(items))
	for i, it := range items {
		wanted[i] = recorded{path: it.path}
	}
	// From here on until the end the record says that any of these files may be half written.
	if err := w.record(wanted.and(former)); err != nil {
		return err
	}
	if err := w.remove(former, wanted); err != nil {
		return err
	}
	if err := w.folders(items); err != nil {
		return err
	}
	if err := w.files(items, wanted); err != nil {
		return err
	}
	return w.record(wanted)
}

// remove deletes the files of a former example that the new one does not have, and the folders that are empty then.
func (w *writer) remove(former, wanted record) error {
	sums := wanted.sums()
	for _, old := range former {
		if _, stays := sums[vntext.NFC(old.path)]; stays {
			continue
		}
		if err := w.root.Remove(old.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return w.failed(old.path, err)
		}
		w.root.Remove(path.Dir(old.path)) // fails while something is in it, and then it stays
	}
	return nil
}

func (w *writer) folders(items []item) error {
	made := make(map[string]bool)
	for _, dir := range []string{submissionsDir, templatesDir} {
		if err := w.root.MkdirAll(dir, 0o777); err != nil {
			return w.failed(dir, err)
		}
	}
	for _, it := range items {
		dir := path.Dir(it.path)
		if made[dir] {
			continue
		}
		made[dir] = true
		if err := w.root.MkdirAll(dir, 0o777); err != nil {
			return w.failed(dir, err)
		}
	}
	return nil
}

// files writes the files with several workers and notes their digests. The first error, in the order of the files, is the one that counts.
func (w *writer) files(items []item, wanted record) error {
	errs := make([]error, len(items))
	workers.Each(w.opt.Jobs, len(items), w.opt.Progress, func() func(int) {
		return func(i int) { wanted[i].sum, errs[i] = w.file(items[i]) }
	})
	i := slices.IndexFunc(errs, func(err error) bool { return err != nil })
	if i < 0 {
		return nil
	}
	return errs[i]
}

func (w *writer) file(it item) (sum string, err error) {
	data, err := it.make()
	if err != nil {
		return "", err
	}
	if err := w.root.WriteFile(it.path, data, 0o666); err != nil {
		return "", w.failed(it.path, err)
	}
	return digest(data), nil
}

func (w *writer) failed(name string, err error) error {
	return cannotWrite.With(path.Join(filepath.ToSlash(w.dir), name), lang.Cause(err))
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
