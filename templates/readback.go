package templates

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"sync"
)

// verify opens a package that was written and looks at every part: the changed ones are as they were meant, the others are packed exactly as
// before.
func verify(data []byte, parts []outgoing) error {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(r.File) != len(parts) {
		return errReadBack.With("")
	}
	for i, f := range r.File {
		same := f.Name == parts[i].name
		if same && parts[i].file != nil {
			same = samePacked(f, data, parts[i].file, parts[i].from)
		} else if same {
			same = sameContent(f, parts[i].data)
		}
		if !same {
			return errReadBack.With(f.Name)
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
	window := windows.Get().(*[windowSize]byte)
	_, err = io.CopyBuffer(&rest, r, window[:])
	windows.Put(window)
	return errors.Join(err, r.Close()) == nil && len(rest) == 0
}

// windows are buffers through which parts are read back.
var windows = sync.Pool{New: func() any { return new([windowSize]byte) }}

const windowSize = 32 << 10

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
