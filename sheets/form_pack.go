package sheets

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/xml"
	"errors"
	"fmt"
	"hash/crc32"
	"regexp"
	"slices"
	"strings"
	"sync"

	"tonghop/opc"
)

// blankForm is a finished workbook that is kept as its parts, each packed already. Filling it writes a few empty cells of two parts and
// packs only these again, which is some twenty times faster than building a workbook.
type blankForm struct {
	rows        []formRow
	parts       []part
	form, marks int // index of the parts that hold the sheets formSheet and marksSheet
}

// part is one file in the container of a workbook.
type part struct {
	name   string
	data   []byte
	packed []byte
	sum    uint32
	empty  map[string]span // the empty cells of a sheet, by their address
}

// span is where an element stands in a part, and the attribute that holds its style.
type span struct {
	from, to int
	style    string
}

// edit puts a cell in the place of an empty one.
type edit struct {
	part int
	ref  string
	cell func(ref, style string) string
}

var errNoCell = errors.New("no such empty cell")

// unpack takes a workbook apart.
func unpack(workbook []byte) ([]part, error) {
	all, err := opc.Parts(workbook)
	if err != nil {
		return nil, err
	}
	parts := make([]part, 0, len(all))
	for _, p := range all {
		packed, err := deflate(p.Data)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part{name: p.Name, data: p.Data, packed: packed, sum: crc32.ChecksumIEEE(p.Data)})
	}
	return parts, nil
}

// packers are kept for the next form, because each is larger than many forms.
var packers sync.Pool

func deflate(data []byte) ([]byte, error) {
	var packed bytes.Buffer
	w, ok := packers.Get().(*flate.Writer)
	if !ok {
		var err error
		if w, err = flate.NewWriter(&packed, flate.DefaultCompression); err != nil {
			return nil, err
		}
	}
	defer packers.Put(w)
	w.Reset(&packed)
	_, err := w.Write(data)
	if err := errors.Join(err, w.Close()); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}

// emptyCell finds a cell that has a style and nothing in it, as excelize writes it.
var emptyCell = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)"( s="[0-9]+")?(?:/>|></c>)`)

// findEmpty notes where the empty cells of a sheet stand.
func (p *part) findEmpty() {
	p.empty = make(map[string]span)
	for _, m := range emptyCell.FindAllSubmatchIndex(p.data, -1) {
		style := ""
		if m[4] >= 0 {
			style = string(p.data[m[4]:m[5]])
		}
		p.empty[string(p.data[m[2]:m[3]])] = span{m[0], m[1], style}
	}
}

// patch gives the workbook with the edits made.
func (b *blankForm) patch(edits []edit) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i, p := range b.parts {
		data, packed, sum := p.data, p.packed, p.sum
		if i == b.form || i == b.marks {
			var err error
			if data, err = p.with(i, edits); err != nil {
				return nil, err
			}
			if packed, err = deflate(data); err != nil {
				return nil, err
			}
			sum = crc32.ChecksumIEEE(data)
		}
		entry, err := w.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Deflate, CRC32: sum,
			CompressedSize64: uint64(len(packed)), UncompressedSize64: uint64(len(data)),
		})
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(packed); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// with gives the data of a part with the edits that concern it.
func (p *part) with(index int, edits []edit) ([]byte, error) {
	type change struct {
		span
		text string
	}
	var changes []change
	for _, e := range edits {
		if e.part != index {
			continue
		}
		at, ok := p.empty[e.ref]
		if !ok {
			return nil, fmt.Errorf("%w: %s %s", errNoCell, p.name, e.ref)
		}
		changes = append(changes, change{at, e.cell(e.ref, at.style)})
	}
	slices.SortFunc(changes, func(a, b change) int { return cmp.Compare(a.from, b.from) })
	data := make([]byte, 0, len(p.data)+64*len(changes))
	done := 0
	for _, c := range changes {
		data = append(append(data, p.data[done:c.from]...), c.text...)
		done = c.to
	}
	return append(data, p.data[done:]...), nil
}

// numberCell writes a number, given in decimal notation.
func numberCell(decimal string) func(ref, style string) string {
	return func(ref, style string) string {
		return `<c r="` + ref + `"` + style + `><v>` + decimal + `</v></c>`
	}
}

// textCell writes a text that Excel will never take for a formula. Characters that XML cannot hold become U+FFFD.
func textCell(text string) func(ref, style string) string {
	return func(ref, style string) string {
		var escaped strings.Builder
		xml.EscapeText(&escaped, []byte(keepUnderscores(text))) // a Builder never fails
		return `<c r="` + ref + `"` + style + ` t="inlineStr"><is><t xml:space="preserve">` + escaped.String() + `</t></is></c>`
	}
}

// escapedCharacter is what Excel takes for a character written by its number, as in _x000D_; LibreOffice is content with fewer digits.
var escapedCharacter = regexp.MustCompile(`^_x[0-9A-Fa-f]{1,4}_`)

// keepUnderscores writes the underscore by its number where programs would read more than an underscore.
func keepUnderscores(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var kept strings.Builder
	for i := range len(text) {
		if text[i] == '_' && escapedCharacter.MatchString(text[i:]) {
			kept.WriteString("_x005F")
		}
		kept.WriteByte(text[i])
	}
	return kept.String()
}
