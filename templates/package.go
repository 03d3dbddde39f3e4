package templates

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

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
	errEntryName  = lang.Format{Vi: "tệp chứa phần có tên không hợp lệ: %q", En: "the file has a part with an invalid name: %q"}
	errDuplicate  = lang.Format{Vi: "tệp chứa hai phần cùng tên: %q", En: "the file has two parts of the same name: %q"}
	errUnpacked   = lang.Format{Vi: "nội dung tệp bung ra quá lớn (hơn %d MB), có thể là tệp phá hoại", En: "the file unpacks to too much (more than %d MB) and may be malicious"}
	errEntry      = lang.Format{Vi: "phần %q của tệp bị hỏng", En: "the part %q of the file is damaged"}
	errEncrypted  = lang.Format{Vi: "tệp có mật khẩu. Bỏ mật khẩu rồi lưu lại dạng .docx", En: "the file has a password. Remove it and save the file as .docx"}
	errNoPart     = lang.Format{Vi: "tệp thiếu phần %q", En: "the file lacks the part %q"}
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
	styles string               // the part of the styles, "" where there is none
	// stories are the headers, footers and notes.
	stories []storyPart
	// types is the list of content types where it has to change, nil otherwise.
	types []byte
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

// with gives the package with some parts changed, in the same order, and new ones at its end. One whose content is nil is gone. All others
// are copied as they are packed; where none changes, the file is the same to the byte.
func (a *archive) with(changed map[string][]byte) ([]byte, error) {
	if _, ok := changed[contentTypesFile]; !ok && a.types != nil {
		changed[contentTypesFile] = a.types
	}
	if len(changed) == 0 {
		return bytes.Clone(a.data), nil
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range a.parts(changed) {
		err := error(nil)
		if p.file != nil {
			err = w.Copy(p.file)
		} else {
			err = writePart(w, p.namedPart)
		}
		if err != nil {
			return nil, errNotWritten.With(err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, errNotWritten.With(err)
	}
	return out.Bytes(), a.verify(out.Bytes(), changed)
}

// outgoing is a part of a package that is being written: one that is copied has its file.
type outgoing struct {
	namedPart
	file *zip.File
}

// parts lists the parts of the package with some of them changed.
func (a *archive) parts(changed map[string][]byte) []outgoing {
	var parts []outgoing
	for _, f := range a.files {
		data, isChanged := changed[f.Name]
		switch {
		case !isChanged:
			parts = append(parts, outgoing{namedPart{name: f.Name}, f})
		case data != nil:
			parts = append(parts, outgoing{namedPart{f.Name, data}, nil})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(changed)) {
		if a.byName[strings.ToLower(name)] == nil && changed[name] != nil {
			parts = append(parts, outgoing{namedPart{name, changed[name]}, nil})
		}
	}
	return parts
}

// written is the time that parts carry: the same for every run.
var written = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func writePart(w *zip.Writer, p namedPart) error {
	to, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: written})
	if err != nil {
		return err
	}
	_, err = to.Write(p.data)
	return err
}

func zipOf(parts []namedPart) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		if err := writePart(w, p); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// verify opens a package that was written and looks at every part: the changed ones are well-formed and as they were meant, the others
// are packed exactly as before.
func (a *archive) verify(data []byte, changed map[string][]byte) error {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	parts := a.parts(changed)
	if err != nil || len(r.File) != len(parts) {
		return errReadBack.With("")
	}
	for i, f := range r.File {
		if f.Name != parts[i].name {
			return errReadBack.With(f.Name)
		}
		if parts[i].file != nil {
			if !samePacked(f, parts[i].file) {
				return errReadBack.With(f.Name)
			}
			continue
		}
		got, err := readEntry(f, int64(len(parts[i].data)))
		if err != nil || !bytes.Equal(got, parts[i].data) {
			return errReadBack.With(f.Name)
		}
		if _, _, err := parseXML(got); err != nil {
			return errPart.With(f.Name, err)
		}
	}
	return nil
}

func samePacked(a, b *zip.File) bool {
	if a.CRC32 != b.CRC32 || a.UncompressedSize64 != b.UncompressedSize64 || a.Method != b.Method {
		return false
	}
	x, errX := a.OpenRaw()
	y, errY := b.OpenRaw()
	if errX != nil || errY != nil {
		return false
	}
	packedX, errX := io.ReadAll(x)
	packedY, errY := io.ReadAll(y)
	return errX == nil && errY == nil && bytes.Equal(packedX, packedY)
}
