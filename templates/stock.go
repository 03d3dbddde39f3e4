package templates

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
)

// stock are parts that every document of a template has in common, such as the list of content types with the provenance in it. They are packed and looked
// at once, and then copied as they are packed.
type stock struct {
	parts map[string][]byte // by their names
	files map[string]*zip.File
	data  []byte // the package in which they lie
}

func newStock(content map[string][]byte) (stock, error) {
	var parts []outgoing
	for _, name := range slices.Sorted(maps.Keys(content)) {
		parts = append(parts, outgoing{namedPart: namedPart{name, content[name]}})
	}
	defer release(parts)
	if err := packBut(-1, parts); err != nil {
		return stock{}, errNotWritten.With(err)
	}
	if err := wellFormedParts(parts); err != nil {
		return stock{}, err
	}
	data, err := join(parts)
	if err != nil {
		return stock{}, errNotWritten.With(err)
	}
	if err := verify(data, parts); err != nil {
		return stock{}, err
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return stock{}, errNotWritten.With(err)
	}
	s := stock{parts: content, files: map[string]*zip.File{}, data: data}
	for _, f := range r.File {
		s.files[f.Name] = f
	}
	return s, nil
}

// outgoing is a part with some content: a copy where there is one in stock.
func (s *stock) outgoing(name string, content []byte) outgoing {
	if f := s.files[name]; f != nil && bytes.Equal(s.parts[name], content) {
		return outgoing{namedPart: namedPart{name: name}, file: f, from: s.data}
	}
	return outgoing{namedPart: namedPart{name, content}}
}
