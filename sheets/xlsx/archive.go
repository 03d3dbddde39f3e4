package xlsx

import (
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"strings"
	"sync"
)

// archive is the container, its parts found by name.
type archive struct {
	entries []*entry
	byName  map[string]*entry // by canonical name
	limits  limits
	checked map[*entry]bool // read to the end or to be read by Book.Cells; nil once the book is open
}

// openArchive reads the directory. No part is unpacked yet.
func openArchive(data []byte, limits limits) (*archive, error) {
	if len(data) > limits.file {
		return nil, refuse(TooLarge, tooBigFile.With(limits.file>>20))
	}
	entries, err := parseDirectory(data, limits)
	if err != nil {
		return nil, err
	}
	a := &archive{entries, make(map[string]*entry, len(entries)), limits, make(map[*entry]bool, len(entries))}
	total := uint64(0)
	for _, e := range entries {
		// Sizes are true or the reading ends with a refusal: what is added up here is the most that will be unpacked.
		if total += min(e.size, 1<<40); total > uint64(limits.total) {
			return nil, refuse(TooLarge, tooManyBytes.With(limits.total>>20))
		}
		key := canonical(e.name)
		if a.byName[key] != nil {
			return nil, refuse(DuplicateName, quote(e.rawName))
		}
		a.byName[key] = e
	}
	return a, nil
}

// canonical is the form in which names of parts are compared: case does not count.
func canonical(name string) string {
	return strings.ToLower(strings.TrimPrefix(name, "/"))
}

// buffer holds an unpacked part, and the scanner that reads it, until it is released.
type buffer struct {
	bytes []byte
	scan  scanner
}

// largest is the capacity above which a buffer is left to the garbage collector.
const largest = 16 << 20

var (
	buffers   = sync.Pool{New: func() any { return new(buffer) }}
	inflaters = sync.Pool{New: func() any { return &inflater{reader: flate.NewReader(bytes.NewReader(nil))} }}
)

func (b *buffer) release() {
	if cap(b.bytes) <= largest {
		buffers.Put(b)
	}
}

// inflater unpacks. It remembers its source so that what is left of it can be seen.
type inflater struct {
	source bytes.Reader
	reader io.ReadCloser
	chunk  [32 << 10]byte
}

// inflate unpacks a part to its end and checks its length and checksum. The caller releases the buffer.
func (a *archive) inflate(e *entry) (*buffer, error) {
	if e.size > uint64(a.limits.part) {
		return nil, refuse(TooLarge, tooManyBytes.With(a.limits.part>>20))
	}
	// Deflate packs at most 1032 bytes into one. A part that claims more lies, and gets no memory.
	const ratio = 1032
	if e.method == deflated && e.size > (e.packed+1)*ratio {
		return nil, refuse(Damaged, wrongSize)
	}
	b := buffers.Get().(*buffer)
	if size := int(e.size); cap(b.bytes) < size {
		b.bytes = make([]byte, size)
	} else {
		b.bytes = b.bytes[:size]
	}
	if err := e.unpack(b.bytes); err != nil {
		b.release()
		return nil, err
	}
	return b, nil
}

// unpack fills dst, which is as long as the part says it is.
func (e *entry) unpack(dst []byte) error {
	if e.method == stored {
		copy(dst, e.data)
		return e.verify(crc32.ChecksumIEEE(dst))
	}
	in := inflaters.Get().(*inflater)
	defer inflaters.Put(in)
	if err := in.start(e); err != nil {
		return err
	}
	if _, err := io.ReadFull(in.reader, dst); err != nil {
		return refuse(Damaged, badPacking)
	}
	if err := in.finish(); err != nil {
		return err
	}
	return e.verify(crc32.ChecksumIEEE(dst))
}

// skim reads a part to its end for its checksum alone.
func (e *entry) skim() error {
	if e.method == stored {
		return e.verify(crc32.ChecksumIEEE(e.data))
	}
	in := inflaters.Get().(*inflater)
	defer inflaters.Put(in)
	if err := in.start(e); err != nil {
		return err
	}
	sum := uint32(0)
	for left := e.size; left > 0; {
		chunk := in.chunk[:min(left, uint64(len(in.chunk)))]
		if _, err := io.ReadFull(in.reader, chunk); err != nil {
			return refuse(Damaged, badPacking)
		}
		sum = crc32.Update(sum, crc32.IEEETable, chunk)
		left -= uint64(len(chunk))
	}
	if err := in.finish(); err != nil {
		return err
	}
	return e.verify(sum)
}

func (in *inflater) start(e *entry) error {
	in.source.Reset(e.data)
	if err := in.reader.(flate.Resetter).Reset(&in.source, nil); err != nil {
		return refuse(Damaged, badPacking)
	}
	return nil
}

// finish refuses a part that unpacks to more than it says or that leaves packed bytes unused.
func (in *inflater) finish() error {
	n, err := in.reader.Read(in.chunk[:1])
	switch {
	case n != 0:
		return refuse(Damaged, wrongSize)
	case err != io.EOF:
		return refuse(Damaged, badPacking)
	case in.source.Len() != 0:
		return refuse(Damaged, wrongSize)
	}
	return nil
}

func (e *entry) verify(sum uint32) error {
	if sum != e.checksum {
		return refuse(Checksum, quote(e.rawName))
	}
	return nil
}

// verifyRest checks the parts that nobody read. Sheets are left to Book.Cells, which unpacks them anyway.
func (a *archive) verifyRest(sheets []Sheet) error {
	for _, sheet := range sheets {
		if !sheet.NoCells {
			a.checked[sheet.part] = true
		}
	}
	for _, e := range a.entries {
		if a.checked[e] {
			continue
		}
		if err := e.skim(); err != nil {
			return err
		}
	}
	a.checked = nil
	return nil
}
