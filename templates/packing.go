package templates

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"
)

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
	w.RegisterCompressor(zip.Deflate, quickly)
	for _, p := range a.parts(changed) {
		if err := a.write(w, p); err != nil {
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

// write writes a part of the package: changed, or as it is packed.
func (a *archive) write(w *zip.Writer, p outgoing) error {
	switch {
	case p.file != nil:
		return copyPacked(w, p.file, p.file.FileHeader, a.data)
	case p.name == a.main && a.lent != nil:
		return a.lent.pack(w, p.name, p.data)
	}
	return writePart(w, p.namedPart)
}

// copyPacked copies a part as it is packed in a file.
func copyPacked(w *zip.Writer, f *zip.File, header zip.FileHeader, file []byte) error {
	packed, err := packedIn(file, f)
	if err != nil {
		return err
	}
	to, err := w.CreateRaw(&header)
	if err != nil {
		return err
	}
	_, err = to.Write(packed)
	return err
}

// packedIn gives the packed bytes of a part inside of the file that it was read from.
func packedIn(file []byte, f *zip.File) ([]byte, error) {
	from, err := f.DataOffset()
	if err != nil {
		return nil, err
	}
	if size := int64(len(file)); from > size || f.CompressedSize64 > uint64(size-from) {
		return nil, io.ErrUnexpectedEOF
	}
	return file[from : from+int64(f.CompressedSize64)], nil
}

// written is the time that parts carry: the same for every run.
var written = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// writtenDate is the same day as zip packs it.
const writtenDate = 1<<5 | 1

func writePart(w *zip.Writer, p namedPart) error {
	to, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: written})
	if err != nil {
		return err
	}
	_, err = to.Write(p.data)
	return err
}

// packers are compressors that are not in use.
var packers sync.Pool

// quickly compresses a part in little time. What is lost in size does not matter beside the main part.
func quickly(out io.Writer) (io.WriteCloser, error) {
	p, ok := packers.Get().(*packer)
	if ok {
		p.Reset(out)
		return p, nil
	}
	w, err := flate.NewWriter(out, flate.BestSpeed)
	return &packer{w}, err
}

// packer is a compressor that can be used again when it is closed.
type packer struct{ *flate.Writer }

func (p *packer) Close() error {
	err := p.Writer.Close()
	packers.Put(p)
	return err
}

// zipOf makes a package that stays in memory: its parts are not compressed.
func zipOf(parts []namedPart) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		to, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store, Modified: written})
		if err == nil {
			_, err = to.Write(p.data)
		}
		if err != nil {
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
			if !samePacked(f, data, parts[i].file, a.data) {
				return errReadBack.With(f.Name)
			}
			continue
		}
		if !sameContent(f, parts[i].data) {
			return errReadBack.With(f.Name)
		}
		if !isXML(f.Name) { // the workbook of a chart, which was looked at when it was written
			continue
		}
		if err := wellFormed(parts[i].data); err != nil {
			return errPart.With(f.Name, err)
		}
	}
	return nil
}

func isXML(name string) bool {
	return strings.HasSuffix(strings.ToLower(name), ".xml") || strings.HasSuffix(strings.ToLower(name), ".rels")
}

// sameContent unpacks a part and compares it with what it was meant to be.
func sameContent(f *zip.File, meant []byte) bool {
	if f.UncompressedSize64 != uint64(len(meant)) {
		return false
	}
	r, err := f.Open()
	if err != nil {
		return false
	}
	rest := matcher(meant)
	_, err = io.Copy(&rest, r)
	return errors.Join(err, r.Close()) == nil && len(rest) == 0
}

// matcher compares what is written to it with the bytes that it holds, which get fewer.
type matcher []byte

func (m *matcher) Write(p []byte) (int, error) {
	if !bytes.HasPrefix(*m, p) {
		return 0, io.ErrUnexpectedEOF
	}
	*m = (*m)[len(p):]
	return len(p), nil
}

// samePacked compares two parts as they are packed in their files.
func samePacked(a *zip.File, fileA []byte, b *zip.File, fileB []byte) bool {
	if a.CRC32 != b.CRC32 || a.UncompressedSize64 != b.UncompressedSize64 || a.Method != b.Method {
		return false
	}
	x, errX := packedIn(fileA, a)
	y, errY := packedIn(fileB, b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}
