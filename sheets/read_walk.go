package sheets

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tonghop/lang"
	"tonghop/sheets/zipped"
	"tonghop/vntext"
)

var (
	noFolder    = lang.Format{Vi: "Không đọc được thư mục “%s”: %s", En: "Folder “%s” cannot be read: %s"}
	lockFile    = lang.Format{Vi: "Tệp tạm của Excel: có người đang mở tệp biểu mẫu", En: "A temporary file of Excel: somebody has the form open"}
	libreLock   = lang.Format{Vi: "Tệp tạm của LibreOffice: có người đang mở tệp biểu mẫu", En: "A temporary file of LibreOffice: somebody has the form open"}
	systemFile  = lang.Format{Vi: "Tệp của hệ điều hành, không phải bản nộp", En: "A file of the operating system, no submission"}
	hiddenFile  = lang.Format{Vi: "Tệp ẩn của hệ điều hành (tên tệp hoặc thư mục bắt đầu bằng dấu chấm), không phải bản nộp", En: "A hidden file (its name or that of its folder begins with a dot), no submission"}
	linkFile    = lang.Format{Vi: "Là liên kết tới nơi khác nên không được mở; hãy chép chính tệp vào thư mục này", En: "A link to another place, which is not followed; copy the file itself here"}
	specialFile = lang.Format{Vi: "Không phải tệp thông thường", En: "No ordinary file"}
	tempFile    = lang.Format{Vi: "Tệp tạm (.tmp) mà phần mềm bỏ lại, không phải bản nộp: %s", En: "A temporary file (.tmp) that a program left behind, no submission: %s"}
	unfinished  = lang.Format{
		Vi: "Tệp đang tải về dở dang (%s) nên chưa đọc được; hãy tải lại cho xong hoặc xin đơn vị gửi lại",
		En: "An unfinished download (%s), which cannot be read yet; download it again or ask the unit to send it again",
	}
	noSubFolder = lang.Format{Vi: "Không đọc được thư mục con: %s", En: "The sub-folder cannot be read: %s"}
)

// listed is a file of the folder of submissions. One with a reason is not opened.
type listed struct {
	path, shown string // as the file system has it, and composed (NFC) for messages
	outcome     Outcome
	reason      lang.Message
	packed      *zipped.File // where it lies in an archive, nil for a file of the folder
}

// list gives all files below the folder of submissions, sorted by path, those in archives too. Only a folder that is not there at all is an error. The
// archives stay open until closing is called.
func list(fsys fs.FS, dir string) (files []listed, closing func(), err error) {
	if files, err = walk(fsys, dir); err != nil {
		return nil, nil, err
	}
	u := &unpacker{fsys: fsys, dir: dir, nested: mostNested}
	files = u.unpacked(files)
	slices.SortStableFunc(files, func(a, b listed) int { return cmp.Or(cmp.Compare(a.shown, b.shown), cmp.Compare(a.path, b.path)) })
	return files, u.close, nil
}

// walk gives the files of the folder.
func walk(fsys fs.FS, dir string) ([]listed, error) {
	var files []listed
	err := fs.WalkDir(fsys, dir, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil && name == dir:
			return noFolder.With(dir, lang.Cause(err))
		case err != nil:
			files = append(files, listed{path: name, shown: vntext.NFC(name)}.passed(Rejected, noSubFolder.With(lang.Cause(err))))
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return nil
		}
		l := listed{path: name, shown: vntext.NFC(name)}
		l.outcome, l.reason = passedOver(strings.TrimPrefix(l.shown, vntext.NFC(dir)+"/"), entry.Type())
		files = append(files, l)
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(files, func(a, b listed) int { return cmp.Or(cmp.Compare(a.shown, b.shown), cmp.Compare(a.path, b.path)) })
	return files, nil
}

// systemFiles are the names, in small letters, of what operating systems put into folders.
var systemFiles = []string{"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", "icon\r"}

// passedOver tells which files are not opened, and why. A device or a pipe might never end.
func passedOver(below string, kind fs.FileMode) (Outcome, lang.Message) {
	name := path.Base(below)
	switch lower := strings.ToLower(name); {
	case strings.HasPrefix(name, "~$"):
		return Ignored, lockFile.With()
	case strings.HasPrefix(name, ".~lock.") && strings.HasSuffix(name, "#"):
		return Ignored, libreLock.With()
	case slices.Contains(systemFiles, lower), strings.HasPrefix(below, "$RECYCLE.BIN/"), strings.Contains(below, "/$RECYCLE.BIN/"):
		return Ignored, systemFile.With()
	case strings.HasPrefix(below, "."), strings.Contains(below, "/."), strings.HasPrefix(below, "__MACOSX/"), strings.Contains(below, "/__MACOSX/"):
		return Ignored, hiddenFile.With()
	case kind&fs.ModeSymlink != 0:
		return Rejected, linkFile.With()
	case !kind.IsRegular():
		return Rejected, specialFile.With()
	}
	return Used, lang.Message{}
}

// leftOver tells what an unreadable file is by the ending that programs give to what is not finished. One that can be read is read, because it may be all that is left of a form.
func leftOver(name string, err error) (Outcome, lang.Message) {
	switch ending := strings.ToLower(path.Ext(name)); ending {
	case ".tmp":
		return Ignored, tempFile.With(err)
	case ".crdownload", ".part", ".partial", ".download", ".opdownload":
		return Rejected, unfinished.With(ending)
	}
	return Rejected, cannotRead.With(err)
}
