package templates

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
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
	parts := a.parts(changed)
	defer release(parts)
	if err := a.pack(parts); err != nil {
		return nil, err
	}
	file, err := join(parts)
	if err != nil {
		return nil, errNotWritten.With(err)
	}
	return file, verify(file, parts)
}

// outgoing is a part of a package that is being written: one that is copied has its file and the package from which, one that changed its content.
type outgoing struct {
	namedPart
	file *zip.File
	from []byte
	packedPart
}

// parts lists the parts of the package with some of them changed.
func (a *archive) parts(changed map[string][]byte) []outgoing {
	parts := make([]outgoing, 0, len(a.files)+len(changed))
	for _, f := range a.files {
		data, isChanged := changed[f.Name]
		switch {
		case !isChanged:
			parts = append(parts, outgoing{namedPart: namedPart{name: f.Name}, file: f, from: a.data})
		case data != nil:
			parts = append(parts, a.stock.outgoing(f.Name, data))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(changed)) {
		if a.byName[strings.ToLower(name)] == nil && changed[name] != nil {
			parts = append(parts, a.stock.outgoing(name, changed[name]))
		}
	}
	return parts
}

// pack packs the parts. The main part takes about as long as everything else, which is done beside it: the other parts, and a look whether what
// changed is well-formed.
func (a *archive) pack(parts []outgoing) error {
	main := slices.IndexFunc(parts, func(p outgoing) bool { return p.file == nil && p.name == a.main && a.lent != nil })
	var packed packedPart
	var failed error
	var beside sync.WaitGroup
	if main >= 0 {
		text := parts[main].namedPart
		beside.Go(func() { packed, failed = a.lent.pack(text) })
	}
	err := packBut(main, parts)
	faulty := wellFormedParts(parts)
	beside.Wait()
	if main >= 0 {
		parts[main].packedPart = packed
	}
	switch {
	case failed != nil:
		return errNotWritten.With(failed)
	case err != nil:
		return errNotWritten.With(err)
	}
	return faulty
}

// packBut packs all parts but one.
func packBut(main int, parts []outgoing) (err error) {
	for i := range parts {
		switch p := &parts[i]; {
		case i == main:
		case p.file != nil:
			p.header = p.file.FileHeader
			p.packed, err = packedIn(p.from, p.file)
		default:
			p.packedPart, err = compress(p.namedPart)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// wellFormedParts says which part that changed is not well-formed.
func wellFormedParts(parts []outgoing) error {
	for _, p := range parts {
		if p.file != nil || !isXML(p.name) { // not XML is the workbook of a chart, which was looked at when it was written
			continue
		}
		if err := wellFormed(p.data); err != nil {
			return errPart.With(p.name, err)
		}
	}
	return nil
}

// join makes a package of packed parts.
func join(parts []outgoing) ([]byte, error) {
	size := 0
	for i := range parts {
		h := &parts[i].header
		size += len(parts[i].packed) + 2*(len(h.Name)+len(h.Extra)) + len(h.Comment) + headerRoom
	}
	out := bytes.NewBuffer(make([]byte, 0, size+headerRoom))
	w := zip.NewWriter(out)
	for i := range parts {
		to, err := w.CreateRaw(&parts[i].header)
		if err == nil {
			_, err = to.Write(parts[i].packed)
		}
		if err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// headerRoom is enough for what zip writes of a part beside its name: 30 bytes before it, 46 in the list at the end, 16 behind it in some files.
const headerRoom = 96

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
