package zipped

import (
	"archive/zip"
	"encoding/binary"
	"hash/crc32"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"tonghop/vntext"
)

// nameOf is the name of an entry as it can be shown, and whether it is safe. Replacing what is not makes one name of several at times; then they count as
// the same name twice.
func nameOf(entry *zip.File) (name string, safe bool) {
	// Some programs on Windows write back-slashes. Read as slashes they are unambiguous.
	whole := strings.ReplaceAll(shownName(entry), `\`, "/")
	folder := strings.HasSuffix(whole, "/")
	safe = !strings.HasPrefix(whole, "/") && whole != ""
	var segments []string
	for segment := range strings.SplitSeq(strings.TrimSuffix(whole, "/"), "/") {
		shown := readable(strings.ReplaceAll(segment, ":", "_"))
		switch segment {
		case ".":
			continue
		case "..", "":
			shown = "_"
		}
		if shown != segment {
			safe = false
		}
		segments = append(segments, shown)
	}
	name = path.Join(segments...)
	if name == "" {
		return "_", false
	}
	if folder {
		name += "/"
	}
	return name, safe
}

// shownName decodes the name of an entry. Without the mark of UTF-8 it is in the code page of DOS (437), unless a second, marked name stands beside it or it
// could not be but UTF-8.
func shownName(entry *zip.File) string {
	raw := entry.Name
	if !entry.NonUTF8 {
		return vntext.NFC(raw)
	}
	if name, ok := unicodeName(entry); ok {
		return vntext.NFC(name)
	}
	if utf8.ValidString(raw) {
		return vntext.NFC(raw)
	}
	decoded, err := charmap.CodePage437.NewDecoder().String(raw)
	if err != nil {
		panic("internal error: code page 437 has all 256 characters: " + err.Error())
	}
	return vntext.NFC(decoded)
}

// unicodeName finds the name in UTF-8 that Info-ZIP writes beside one in another code page (extra field 0x7075): a version, the checksum of the other name, the
// name.
func unicodeName(entry *zip.File) (string, bool) {
	const id, head = 0x7075, 5
	for extra := entry.Extra; len(extra) >= 4; {
		kind, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if size > len(extra)-4 {
			break
		}
		field := extra[4 : 4+size]
		if kind == id && size > head && field[0] == 1 && binary.LittleEndian.Uint32(field[1:]) == crc32.ChecksumIEEE([]byte(entry.Name)) {
			name := string(field[head:])
			return name, utf8.ValidString(name)
		}
		extra = extra[4+size:]
	}
	return "", false
}

// readable replaces what would break or turn a line of a message by “_”.
func readable(name string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) || c == utf8.RuneError || c == '\u2028' || c == '\u2029' {
			return '_'
		}
		return c
	}, name)
}
