package out

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"

	"tonghop/lang"
)

var (
	msgStale = lang.Format{
		Vi: "%s là của lần chạy trước, nay không còn cần; tệp đã được sửa nên giữ nguyên. Không dùng nữa thì xóa tệp này.",
		En: "%s is of a former run and is no longer needed; it was edited and stays. Delete it if it is of no use.",
	}
	msgNotRetired = lang.Format{
		Vi: "%s là của lần chạy trước, nay không còn cần, nhưng không xóa được: %v. Nếu tệp đang mở, hãy đóng lại rồi xóa.",
		En: "%s is of a former run and is no longer needed, and could not be deleted: %v. Close it if it is open, and delete it.",
	}
)

// Retire takes back what former runs left in a folder of the results, such as letters to units that have reported since: when the results
// of this run are put in place, the files of that folder that this run did not make and for which old is true are deleted. What somebody edited stays, with
// a warning. It is called when everything is staged. It gives the names of the files that will go.
func (d *Dest) Retire(folder string, old func(name string) bool) ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(d.dir, filepath.FromSlash(folder)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, msgFolder.With(d.shown(folder), lang.Cause(err))
	}
	kept := make(map[string]bool)
	for i := range d.staged {
		if err := d.settle(&d.staged[i]); err != nil {
			return nil, err
		}
		kept[d.staged[i].name] = true
	}
	for _, entry := range entries {
		name := path.Join(folder, entry.Name())
		if entry.IsDir() || kept[name] || !editable(name) || !old(entry.Name()) {
			continue
		}
		sum, err := hashFile(filepath.Join(d.dir, filepath.FromSlash(name)))
		switch {
		case err != nil:
			d.Warnings = append(d.Warnings, msgNotRetired.With(d.shown(name), lang.Cause(err)))
		case d.former.wrote(name, sum):
			d.retired = append(d.retired, name)
		default:
			d.Warnings = append(d.Warnings, msgStale.With(d.shown(name)))
		}
	}
	sort.Strings(d.retired)
	return d.retired, nil
}

// drop takes back one result that former runs wrote and this one has no need of, unless somebody edited it.
func (d *Dest) drop(name string) {
	if sum, err := hashFile(filepath.Join(d.dir, filepath.FromSlash(name))); err == nil && d.former.wrote(name, sum) {
		d.retired = append(d.retired, name)
	}
}

// retire deletes what Retire and drop chose. A file that cannot be deleted is no reason to lose the results.
func (d *Dest) retire() {
	for _, name := range d.retired {
		if err := os.Remove(filepath.Join(d.dir, filepath.FromSlash(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			d.Warnings = append(d.Warnings, msgNotRetired.With(d.shown(name), lang.Cause(err)))
		}
	}
}
