package templates

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"sync"
	"time"
	"unicode/utf8"
)

// written is the time that parts carry: the same for every run.
var written = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// writtenDate is the same day as zip packs it.
const writtenDate = 1<<5 | 1

// packedPart is a part as it stands in a package.
type packedPart struct {
	header zip.FileHeader
	packed []byte
	room   *bytes.Buffer // in which packed lies; nil where it lies in a file
}

// rooms are buffers that are not in use.
var rooms = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// release gives the rooms of parts back, when the package is joined.
func release(parts []outgoing) {
	for i := range parts {
		if room := parts[i].room; room != nil {
			room.Reset()
			rooms.Put(room)
			parts[i].packedPart = packedPart{}
		}
	}
}

// packers are compressors that are not in use.
var packers sync.Pool

// compress packs a part in little time. What is lost in size does not matter beside the main part.
func compress(p namedPart) (packedPart, error) {
	room := rooms.Get().(*bytes.Buffer)
	w, ok := packers.Get().(*flate.Writer)
	if ok {
		w.Reset(room)
	} else {
		var err error
		if w, err = flate.NewWriter(room, flate.BestSpeed); err != nil {
			return packedPart{}, err
		}
	}
	defer packers.Put(w)
	if _, err := w.Write(p.data); err != nil {
		return packedPart{}, err
	}
	if err := w.Close(); err != nil {
		return packedPart{}, err
	}
	return packedPart{packedHeader(p, zip.Deflate, crc32.ChecksumIEEE(p.data), room.Len()), room.Bytes(), room}, nil
}

// packedHeader describes a part that was packed. A name beyond ASCII is marked as UTF-8, as zip does where it packs a part itself.
func packedHeader(p namedPart, method uint16, sum uint32, packed int) zip.FileHeader {
	header := zip.FileHeader{Name: p.name, Method: method, CRC32: sum, CompressedSize64: uint64(packed), UncompressedSize64: uint64(len(p.data))}
	//lint:ignore SA1019 a raw header is written as it stands: its day is not taken from Modified
	header.ModifiedDate = writtenDate
	if utf8.ValidString(p.name) && utf8.RuneCountInString(p.name) < len(p.name) {
		header.Flags = nameIsUTF8
	}
	return header
}

// nameIsUTF8 is the mark of such a name.
const nameIsUTF8 = 0x800

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
