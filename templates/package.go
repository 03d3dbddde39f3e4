package templates

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"

	"tonghop/lang"
)

// Limits on a file that somebody hands in as a template. Real ones stay far below.
const (
	maxFile    = 64 << 20  // bytes of the file
	maxEntries = 4096      // parts
	maxPart    = 64 << 20  // bytes of one part that is read as text, unpacked
	maxTotal   = 300 << 20 // bytes of all parts, unpacked
)

// The parts that every package has.
const (
	contentTypesFile = "[Content_Types].xml"
	packageLinksFile = "_rels/.rels"
)

var (
	errTooBig     = lang.Format{Vi: "tệp quá lớn (hơn %d MB)", En: "the file is too big (more than %d MB)"}
	errOldWord    = lang.Format{Vi: "đây là tệp Word dạng cũ (.doc) hoặc tệp có mật khẩu. Mở bằng Word, bỏ mật khẩu, rồi lưu lại dạng .docx", En: "this is an old Word file (.doc) or one with a password. Open it in Word, remove the password, and save it as .docx"}
	errNotWord    = lang.Format{Vi: "đây không phải là tệp Word (.docx). Mở bằng Word rồi lưu lại dạng .docx", En: "this is no Word file (.docx). Open it in Word and save it as .docx"}
	errDamaged    = lang.Format{Vi: "tệp hỏng hoặc tải về chưa đủ. Mở bằng Word để sửa, hoặc xin lại tệp gốc", En: "the file is damaged or was not fully downloaded. Let Word repair it, or ask for the original"}
	errEntries    = lang.Format{Vi: "tệp có quá nhiều phần (hơn %d)", En: "the file has too many parts (more than %d)"}
	errEntryName  = lang.Format{Vi: "tệp chứa phần có tên không hợp lệ: %q. Mở bằng Word rồi lưu lại dạng .docx, hoặc xin lại tệp gốc", En: "the file has a part with an invalid name: %q. Open it in Word and save it as .docx, or ask for the original"}
	errDuplicate  = lang.Format{Vi: "tệp chứa hai phần cùng tên: %q. Mở bằng Word rồi lưu lại dạng .docx, hoặc xin lại tệp gốc", En: "the file has two parts of the same name: %q. Open it in Word and save it as .docx, or ask for the original"}
	errUnpacked   = lang.Format{Vi: "nội dung tệp bung ra quá lớn (hơn %d MB), có thể là tệp phá hoại", En: "the file unpacks to too much (more than %d MB) and may be malicious"}
	errEntry      = lang.Format{Vi: "phần %q của tệp bị hỏng. Mở bằng Word rồi lưu lại dạng .docx, hoặc xin lại tệp gốc", En: "the part %q of the file is damaged. Open it in Word and save it as .docx, or ask for the original"}
	errEncrypted  = lang.Format{Vi: "tệp có mật khẩu. Bỏ mật khẩu rồi lưu lại dạng .docx", En: "the file has a password. Remove it and save the file as .docx"}
	errNoPart     = lang.Format{Vi: "tệp thiếu phần %q. Mở bằng Word rồi lưu lại dạng .docx, hoặc xin lại tệp gốc", En: "the file lacks the part %q. Open it in Word and save it as .docx, or ask for the original"}
	errReadBack   = lang.Format{Vi: "tệp vừa ghi không đọc lại được đúng như đã ghi (phần %q)", En: "what was written does not read back as it was written (part %q)"}
	errNotWritten = lang.Format{Vi: "không ghi được tệp Word: %s", En: "cannot write the Word file: %s"}
)

// archive is the package of a Word document: a zip archive of parts. It is read whole once, so that a damaged one is refused at
// the beginning.
type archive struct {
	data   []byte // the whole file
	files  []*zip.File
	byName map[string]*zip.File // without regard to case, as parts are named
	main   string               // the main part
	lent   *container           // the main part in the docx library
	styles string               // the part of the styles, "" where there is none
	// stories are the headers, footers and notes.
	stories []storyPart
	// types is the list of content types where it has to change, nil otherwise.
	types []byte
	// stock are parts that many documents have in common.
	stock stock
}

// namedPart is a part to be written.
type namedPart struct {
	name string
	data []byte
}

// openArchive reads a package and finds its stories. Errors say in words what the file is instead.
func openArchive(data []byte) (*archive, error) {
	if len(data) > maxFile {
		return nil, errTooBig.With(maxFile >> 20)
	}
	if err := sniff(data); err != nil {
		return nil, err
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errDamaged.With()
	}
	a := &archive{data: data, files: r.File, byName: map[string]*zip.File{}}
	if err := a.index(); err != nil {
		return nil, err
	}
	if err := a.readAll(); err != nil {
		return nil, err
	}
	return a, a.findStories()
}

// sniff tells from the first bytes what a file is that is no package.
func sniff(data []byte) error {
	switch {
	case bytes.HasPrefix(data, []byte("PK")):
		return nil
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return errOldWord.With()
	}
	return errNotWord.With()
}

// index checks the names of the parts.
func (a *archive) index() error {
	if len(a.files) > maxEntries {
		return errEntries.With(maxEntries)
	}
	for _, f := range a.files {
		if !validName(f.Name) {
			return errEntryName.With(f.Name)
		}
		key := strings.ToLower(f.Name)
		if a.byName[key] != nil {
			return errDuplicate.With(f.Name)
		}
		if f.Flags&1 != 0 {
			return errEncrypted.With()
		}
		a.byName[key] = f
	}
	return nil
}

// validName reports whether a name stays inside of the package.
func validName(name string) bool {
	if name == "" || strings.ContainsAny(name, "\\\x00") {
		return false
	}
	for _, step := range strings.Split(strings.TrimSuffix(name, "/"), "/") {
		if step == "" || step == "." || step == ".." {
			return false
		}
	}
	return true
}

// readAll reads every part to its end, within the limits, so that its checksum is verified.
func (a *archive) readAll() error {
	left := int64(maxTotal)
	for _, f := range a.files {
		r, err := f.Open()
		if err != nil {
			return errEntry.With(f.Name)
		}
		n, err := io.Copy(io.Discard, io.LimitReader(r, left+1))
		closed := r.Close()
		if left -= n; left < 0 {
			return errUnpacked.With(maxTotal >> 20)
		}
		if err != nil || closed != nil {
			return errEntry.With(f.Name)
		}
	}
	return nil
}

// read gives the bytes of a part.
func (a *archive) read(name string) ([]byte, error) {
	f := a.byName[strings.ToLower(name)]
	if f == nil {
		return nil, errNoPart.With(name)
	}
	return readEntry(f, maxPart)
}

func readEntry(f *zip.File, limit int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, errEntry.With(f.Name)
	}
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err := errors.Join(err, r.Close()); err != nil {
		return nil, errEntry.With(f.Name)
	}
	if int64(len(data)) > limit {
		return nil, errUnpacked.With(limit >> 20)
	}
	return data, nil
}
