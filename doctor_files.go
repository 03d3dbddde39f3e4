package main

import (
	"io/fs"
	"path/filepath"
	"strings"
	"unicode/utf16"

	"tonghop/lang"
	"tonghop/out"
	"tonghop/sheets"
	"tonghop/vntext"
)

var (
	sayOpen     = lang.Format{Vi: "%s có vẻ đang mở ở máy này hoặc máy khác (có tệp %s). Lưu và đóng lại; nếu không ai mở thì xóa tệp %[2]s.", En: "%s seems to be open on this or another machine (there is a file %s). Save and close it; where nobody has it open delete %[2]s."}
	sayLocked   = lang.Format{Vi: "%s hiện không thay được: %v. Nếu đang mở trong Excel hoặc Word thì đóng lại.", En: "%s cannot be replaced now: %v. If it is open in Excel or Word close it."}
	sayNoneOpen = lang.Format{Vi: "không thấy tệp nào đang mở", En: "no file seems to be open"}
	sayMore     = lang.Format{Vi: "và %d tệp nữa như vậy", En: "and %d more files like that"}
	sayTooLong  = lang.Format{Vi: "%s: đường dẫn đầy đủ dài %d ký tự, Windows và Excel chỉ mở được đến %d. Rút ngắn tên, hoặc chuyển thư mục làm việc lên gần gốc ổ đĩa.", En: "%s: the whole path has %d characters, Windows and Excel open up to %d. Shorten the name, or move the workspace nearer to the root of the disk."}
	sayDeep     = lang.Format{Vi: "thư mục làm việc nằm sâu (%d ký tự), tên tệp kết quả có thể vượt quá %d ký tự. Chuyển thư mục lên gần gốc ổ đĩa, ví dụ D:\\baocao.", En: "the workspace lies deep (%d characters), so that results may get beyond %d characters. Move it nearer to the root of the disk, such as D:\\baocao."}
	sayReserved = lang.Format{Vi: "%s: Windows không nhận tên này. Đổi tên trước khi chép sang máy Windows.", En: "%s: Windows does not take this name. Rename it before copying it to Windows."}
	sayPathsOK  = lang.Format{Vi: "mọi đường dẫn đủ ngắn, mọi tên Windows đều nhận", En: "all paths are short enough, all names are fine on Windows"}
)

const (
	longestPath = 259 // MAX_PATH of Windows without its end mark; Excel's own bound is lower still for some paths
	resultRoom  = 130 // what the longest result adds to the workspace: ketqua/phan-hoi/ and a safe name
	mostFiles   = 5   // how many files of a kind are said one by one
)

// lockEnds are what the names of lock files begin and end with, beside a file that Office or LibreOffice has open.
var lockEnds = []struct{ begin, end string }{{"~$", ""}, {".~lock.", "#"}}

// ofLock is the name of the file to which a lock file belongs, "" for any other file. Office leaves out the first two letters of a long name.
func ofLock(name string) string {
	for _, lock := range lockEnds {
		rest, begins := strings.CutPrefix(name, lock.begin)
		if rest, ends := strings.CutSuffix(rest, lock.end); begins && ends {
			return rest
		}
	}
	return ""
}

func (d *doctor) examineOpenFiles(e examination) {
	var said []lang.Message
	d.walk(func(path string, entry fs.DirEntry) {
		shown := d.w.shown(path)
		if entry.IsDir() {
			return
		}
		if of := ofLock(entry.Name()); of != "" {
			said = append(said, sayOpen.With(lockedFile(path, of, d.w), vntext.NFC(entry.Name())))
			return
		}
		if !strings.HasPrefix(path, d.w.places["out"]+string(filepath.Separator)) || !entry.Type().IsRegular() {
			return
		}
		if err := out.Replaceable(path); err != nil {
			said = append(said, sayLocked.With(shown, lang.Cause(err)))
		}
	})
	d.some(e, said, sayNoneOpen)
}

// lockedFile is the file that a lock file beside it belongs to, as far as its name tells: …form.xlsx where the first letters are left out.
func lockedFile(lock, of string, w *workspace) string {
	dir := filepath.Dir(lock)
	found, err := filepath.Glob(filepath.Join(globSafe(dir), "*"+globSafe(of)))
	if err == nil {
		for _, path := range found {
			if ofLock(filepath.Base(path)) == "" {
				return w.shown(path)
			}
		}
	}
	return w.shown(filepath.Join(dir, of))
}

// globSafe takes the meaning from the signs of a pattern; a name that has them is then not found, and shown as the lock file says it.
func globSafe(text string) string {
	return strings.NewReplacer("*", "?", "[", "?").Replace(text)
}

// some notes the first of several messages and counts the rest; none is well.
func (d *doctor) some(e examination, said []lang.Message, none lang.Format) {
	for _, m := range said[:min(len(said), mostFiles)] {
		d.look(e, m)
	}
	switch {
	case len(said) == 0:
		d.well(e, none.With())
	case len(said) > mostFiles:
		d.look(e, sayMore.With(len(said)-mostFiles))
	}
}

// walk calls visit for every file and folder of the places of the workspace, in a settled order. What cannot be read is left out here: examineFolders and
// examineTemplates tell it.
func (d *doctor) walk(visit func(path string, entry fs.DirEntry)) {
	for _, place := range d.roots() {
		_ = filepath.WalkDir(place, func(path string, entry fs.DirEntry, err error) error { // the function gives no errors
			switch {
			case err != nil && entry != nil && entry.IsDir():
				return fs.SkipDir
			case err == nil:
				visit(path, entry)
			}
			return nil
		})
	}
}

// roots are the workspace and those of its places that lie elsewhere.
func (d *doctor) roots() []string {
	roots := []string{d.w.dir}
	for _, flag := range []string{"in", "templates", "out"} {
		place := d.w.places[flag]
		if rel, err := filepath.Rel(d.w.dir, place); err != nil || !filepath.IsLocal(rel) {
			roots = append(roots, place)
		}
	}
	return roots
}

func (d *doctor) examinePaths(e examination) {
	var said []lang.Message
	if whole, err := filepath.Abs(d.w.dir); err == nil && pathLength(whole)+resultRoom > longestPath {
		said = append(said, sayDeep.With(pathLength(whole), longestPath))
	}
	d.walk(func(path string, entry fs.DirEntry) {
		if whole, err := filepath.Abs(path); err == nil && pathLength(whole) > longestPath {
			said = append(said, sayTooLong.With(d.w.shown(path), pathLength(whole), longestPath))
		}
		if path != d.w.dir && !sheets.WindowsTakes(entry.Name()) {
			said = append(said, sayReserved.With(d.w.shown(path)))
		}
	})
	d.some(e, said, sayPathsOK)
}

// pathLength is the length of a path as Windows counts it.
func pathLength(path string) int { return len(utf16.Encode([]rune(path))) }
