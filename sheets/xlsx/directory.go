package xlsx

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"

	"tonghop/lang"
)

// A zip container is a row of entries, each behind a local header, then the directory, which lists them again, then an end record that says where the directory
// is. Programs differ in whom they believe when the three disagree, so nothing is believed before they agree.
const (
	localMagic   = "PK\x03\x04"
	centralMagic = "PK\x01\x02"
	endMagic     = "PK\x05\x06"
	end64Magic   = "PK\x06\x06"
	locateMagic  = "PK\x06\x07"
	trailMagic   = "PK\x07\x08"

	localSize   = 30
	centralSize = 46
	endSize     = 22
	end64Size   = 56
	locateSize  = 20
	comment     = 1<<16 - 1 // bytes of the longest comment after the end record

	flagEncrypted = 1 << 0
	flagTrailing  = 1 << 3 // sizes and checksum stand behind the entry
	flagsKnown    = 1<<1 | 1<<2 | flagTrailing | 1<<11

	stored   = 0
	deflated = 8
)

// What is wrong with a container, in words.
var (
	junkBefore   = lang.Format{Vi: "có dữ liệu lạ trước phần đầu", En: "there is foreign data before its beginning"}
	twoTruths    = lang.Format{Vi: "hai bảng mục lục bên trong không khớp nhau", En: "its two tables of contents disagree"}
	badDirectory = lang.Format{Vi: "bảng mục lục bên trong không đọc được", En: "its table of contents cannot be read"}
	notTiled     = lang.Format{Vi: "các phần bên trong chồng lên nhau hoặc có khoảng hở", En: "its parts overlap or leave gaps"}
	badPacking   = lang.Format{Vi: "dữ liệu nén không đọc được", En: "packed data cannot be read"}
	wrongSize    = lang.Format{Vi: "một phần không có độ dài như đã ghi", En: "a part is not as long as it says"}
)

// entry is one part of the container.
type entry struct {
	name     string // with forward slashes, as written otherwise
	method   uint16
	flags    uint16
	checksum uint32
	packed   uint64 // bytes in the container
	size     uint64 // bytes once unpacked
	offset   uint64 // of the local header
	rawName  []byte
	data     []byte // packed
}

func (e *entry) isFolder() bool { return strings.HasSuffix(e.name, "/") }

// parseDirectory reads the directory, checks it against the local headers and gives the entries in its order.
func parseDirectory(data []byte, limits limits) ([]*entry, error) {
	at, ok := findEnd(data)
	if !ok {
		return nil, refuse(Truncated)
	}
	d, err := parseEnd(data, at)
	if err != nil {
		return nil, err
	}
	if d.count > uint64(limits.entries) {
		return nil, refuse(TooLarge, tooManyEntries.With(limits.entries))
	}
	entries := make([]*entry, 0, d.count)
	rest := data[d.start:d.stop]
	for range d.count {
		var e *entry
		if e, rest, err = parseCentral(rest); err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	if len(rest) != 0 {
		return nil, refuse(Damaged, badDirectory)
	}
	return entries, tile(data, d.start, entries)
}

// findEnd looks for the end record from the end of the file. Bytes behind it are ignored: mail programs and disks
// add them, and they change nothing, because everything before the end record is accounted for.
func findEnd(data []byte) (int, bool) {
	from := max(0, len(data)-endSize-comment)
	for at := len(data); at >= 0; {
		at = bytes.LastIndex(data[from:at], []byte(endMagic))
		if at < 0 {
			return 0, false
		}
		at += from
		if len(data)-at >= endSize && int(binary.LittleEndian.Uint16(data[at+20:])) <= len(data)-at-endSize {
			return at, true
		}
	}
	return 0, false
}

// span is where the directory stands and how many entries it lists.
type span struct{ start, stop, count uint64 }

// parseEnd reads the end record at a place, and the larger one before it where its fields are too small for the numbers.
func parseEnd(data []byte, at int) (span, error) {
	le := binary.LittleEndian
	end := data[at:]
	here, all := uint64(le.Uint16(end[8:])), uint64(le.Uint16(end[10:]))
	size, start := uint64(le.Uint32(end[12:])), uint64(le.Uint32(end[16:]))
	if le.Uint32(end[4:]) != 0 {
		return span{}, refuse(Damaged, badDirectory) // a container in several volumes
	}
	stop := uint64(at)
	if at >= locateSize && string(data[at-locateSize:at-locateSize+4]) == locateMagic {
		end64 := le.Uint64(data[at-locateSize+8:])
		if end64 > uint64(at-locateSize) || uint64(at-locateSize)-end64 != end64Size || string(data[end64:end64+4]) != end64Magic {
			return span{}, refuse(Damaged, badDirectory)
		}
		record := data[end64:]
		here, all = le.Uint64(record[24:]), le.Uint64(record[32:])
		size, start = le.Uint64(record[40:]), le.Uint64(record[48:])
		stop = end64
	}
	if here != all || start > stop || stop-start != size {
		return span{}, refuse(Damaged, badDirectory)
	}
	return span{start, stop, all}, nil
}

// parseCentral reads one entry of the directory and gives the rest.
func parseCentral(b []byte) (*entry, []byte, error) {
	le := binary.LittleEndian
	if len(b) < centralSize || string(b[:4]) != centralMagic {
		return nil, nil, refuse(Damaged, badDirectory)
	}
	names, extras, comments := int(le.Uint16(b[28:])), int(le.Uint16(b[30:])), int(le.Uint16(b[32:]))
	whole := centralSize + names + extras + comments
	if len(b) < whole {
		return nil, nil, refuse(Damaged, badDirectory)
	}
	e := &entry{
		flags:    le.Uint16(b[8:]),
		method:   le.Uint16(b[10:]),
		checksum: le.Uint32(b[16:]),
		packed:   uint64(le.Uint32(b[20:])),
		size:     uint64(le.Uint32(b[24:])),
		offset:   uint64(le.Uint32(b[42:])),
		rawName:  b[centralSize : centralSize+names],
	}
	extra := b[centralSize+names : centralSize+names+extras]
	if !widen(extra, &e.size, &e.packed, &e.offset) || le.Uint16(b[34:]) != 0 {
		return nil, nil, refuse(Damaged, badDirectory)
	}
	if err := e.check(); err != nil {
		return nil, nil, err
	}
	return e, b[whole:], nil
}

// widen replaces the fields that are too small for their numbers by those of the extra field that holds the large ones.
func widen(extra []byte, fields ...*uint64) bool {
	var wide []byte
	for len(extra) >= 4 {
		id, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if size > len(extra)-4 {
			break
		}
		if id == 1 {
			wide = extra[4 : 4+size]
		}
		extra = extra[4+size:]
	}
	for _, field := range fields {
		if *field != 1<<32-1 {
			continue
		}
		if len(wide) < 8 {
			return false
		}
		*field = binary.LittleEndian.Uint64(wide)
		wide = wide[8:]
	}
	return true
}

// check refuses what Office does not write: encryption, other packing than deflate, names that lead elsewhere.
func (e *entry) check() error {
	switch {
	case e.flags&flagEncrypted != 0:
		return refuse(EncryptedPart, quote(e.rawName))
	case e.flags&^flagsKnown != 0, e.method != stored && e.method != deflated:
		return refuse(Compression, quote(e.rawName))
	case e.method == stored && e.packed != e.size:
		return refuse(Damaged, wrongSize)
	}
	// Some programs on Windows write back-slashes. Read as slashes they are unambiguous.
	e.name = strings.ReplaceAll(string(e.rawName), `\`, "/")
	for segment := range strings.SplitSeq(strings.TrimSuffix(e.name, "/"), "/") {
		if segment == "" || segment == "." || segment == ".." || strings.ContainsAny(segment, ":\x00") {
			return refuse(UnsafeName, quote(e.rawName))
		}
	}
	return nil
}

// tile checks that the entries fill the file from its first byte to the directory, each behind a local header that says the same.
func tile(data []byte, stop uint64, entries []*entry) error {
	inOrder := slices.Clone(entries)
	slices.SortStableFunc(inOrder, func(a, b *entry) int {
		switch {
		case a.offset < b.offset:
			return -1
		case a.offset > b.offset:
			return 1
		}
		return 0
	})
	at := uint64(0)
	for i, e := range inOrder {
		if e.offset != at {
			if i == 0 {
				return refuse(Damaged, junkBefore)
			}
			return refuse(Damaged, notTiled)
		}
		used, err := e.locate(data[at:stop])
		if err != nil {
			return err
		}
		at += used
	}
	if at != stop {
		return refuse(Damaged, notTiled)
	}
	return nil
}

// locate finds the packed data behind the local header and gives the bytes that header, data and trailer take.
func (e *entry) locate(b []byte) (uint64, error) {
	le := binary.LittleEndian
	if len(b) < localSize || string(b[:4]) != localMagic {
		return 0, refuse(Damaged, notTiled)
	}
	names, extras := int(le.Uint16(b[26:])), int(le.Uint16(b[28:]))
	start := localSize + names + extras
	if len(b) < start || e.packed > uint64(len(b)-start) {
		return 0, refuse(Damaged, notTiled)
	}
	packed, size := uint64(le.Uint32(b[18:])), uint64(le.Uint32(b[22:]))
	if !widen(b[localSize+names:start], &size, &packed) {
		return 0, refuse(Damaged, twoTruths)
	}
	const utf8Name = 1 << 11 // LibreOffice and others set it in one place only
	if !bytes.Equal(b[localSize:localSize+names], e.rawName) || le.Uint16(b[8:]) != e.method || (le.Uint16(b[6:])^e.flags)&^utf8Name != 0 {
		return 0, refuse(Damaged, twoTruths)
	}
	e.data = b[start : start+int(e.packed)]
	trails := e.flags&flagTrailing != 0
	same := func(here, there uint64) bool { return here == there || trails && here == 0 } // 0 is not yet known
	if !same(uint64(le.Uint32(b[14:])), uint64(e.checksum)) || !same(packed, e.packed) || !same(size, e.size) {
		return 0, refuse(Damaged, twoTruths)
	}
	used := uint64(start) + e.packed
	if !trails {
		return used, nil
	}
	trailer, ok := e.trailer(b[used:])
	if !ok {
		return 0, refuse(Damaged, twoTruths)
	}
	return used + trailer, nil
}

// trailer checks the sizes and the checksum that stand behind an entry and gives their length: with or without a magic number, in 32 or 64 bits.
func (e *entry) trailer(b []byte) (uint64, bool) {
	le := binary.LittleEndian
	var narrow [16]byte
	var wide [24]byte
	copy(narrow[:], trailMagic)
	le.PutUint32(narrow[4:], e.checksum)
	copy(wide[:], narrow[:8])
	le.PutUint32(narrow[8:], uint32(e.packed))
	le.PutUint32(narrow[12:], uint32(e.size))
	le.PutUint64(wide[8:], e.packed)
	le.PutUint64(wide[16:], e.size)
	for _, form := range [...][]byte{narrow[:], narrow[4:], wide[:], wide[4:]} {
		if startsEntry(b, form) {
			return uint64(len(form)), true
		}
	}
	return 0, false
}

// startsEntry reports whether b starts with the trailer and then either ends or goes on with the next entry.
func startsEntry(b, trailer []byte) bool {
	if !bytes.HasPrefix(b, trailer) {
		return false
	}
	rest := b[len(trailer):]
	return len(rest) == 0 || bytes.HasPrefix(rest, []byte(localMagic))
}
