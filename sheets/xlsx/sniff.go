package xlsx

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"
)

// magics are the first bytes by which the formats that reach an office instead of a workbook are told.
var magics = []struct {
	at     int
	bytes  string
	reason Reason
}{
	{0, "%PDF-", PDF},
	{0, "\xFF\xD8\xFF", Picture},
	{0, "\x89PNG\r\n", Picture},
	{0, "GIF8", Picture},
	{0, "II*\x00", Picture},
	{0, "MM\x00*", Picture},
	{8, "WEBP", Picture},
	{4, "ftyphei", Picture},
	{4, "ftypmif1", Picture},
	{4, "ftypavif", Picture},
	{0, "\x09\x08\x10\x00", OldExcel}, // the stream of a workbook of Excel 5 to 2003 without its container
	{0, "\x09\x08\x08\x00", OldExcel},
	{0, "\x09\x04\x06\x00", OldExcel},
	{0, "\x09\x02\x06\x00", OldExcel},
	{0, "\x09\x00\x04\x00", OldExcel},
	{0, "Rar!\x1A\x07", Archive},
	{0, "7z\xBC\xAF\x27\x1C", Archive},
	{0, "\x1F\x8B", Archive},
	{0, "BZh", Archive},
	{0, "\xFD7zXZ\x00", Archive},
	{0, "MSCF\x00\x00", Archive},
	{257, "ustar", Archive},
	{0, "L\x00\x00\x00\x01\x14\x02\x00", Shortcut}, // .lnk
	{0, "\x78\x9F\x3E\x22", Mail},                  // winmail.dat of Outlook
	{0, `{\rtf`, OldWord},
	{0, "ID;P", PlainText}, // SYLK, which Excel opens and writes
}

// sniff refuses what is no zip container, and says what it is. It gives nil for a zip container.
func sniff(data []byte) *Refusal {
	switch {
	case len(data) == 0:
		return refuse(Empty)
	case bytes.HasPrefix(data, []byte(localMagic)), bytes.HasPrefix(data, []byte(endMagic)):
		return nil
	case len(bytes.Trim(data, "\x00")) == 0:
		return refuse(Blanked)
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return refuse(oleReason(data))
	}
	if isProgram(data) {
		return refuse(Program)
	}
	for _, magic := range magics {
		if len(data) > magic.at && bytes.HasPrefix(data[magic.at:], []byte(magic.bytes)) {
			return refuse(magic.reason)
		}
	}
	if _, ok := findEnd(data); ok {
		return refuse(Damaged, junkBefore)
	}
	return refuse(textReason(data))
}

// oleStreams are the names of streams, or how they begin, by which the documents in the container of Office 97 to 2003 are told; the earlier go first.
var oleStreams = []struct {
	name   string
	reason Reason
}{
	{"encryptedpackage", Password},
	{"encryptioninfo", Password},
	{"workbook", OldExcel},
	{"book", OldExcel},
	{"__properties_version", Mail}, // .msg
	{"__nameid_version", Mail},
	{"worddocument", OldWord},
	{"powerpoint document", PowerPoint},
}

// oleReason tells apart the documents in the container of Office 97 to 2003, which also holds workbooks of today when they are encrypted.
// Its directory has entries of 128 bytes that start with a name in UTF-16, and all of them lie on
// multiples of 128: looking at each such place finds them even where the chain of sectors is broken.
func oleReason(data []byte) Reason {
	rank := len(oleStreams)
	for at := 512; at+128 <= len(data); at += 128 {
		name := strings.ToLower(oleName(data[at : at+128]))
		for i, stream := range oleStreams[:rank] {
			if name == stream.name || strings.HasSuffix(stream.name, "_version") && strings.HasPrefix(name, stream.name) {
				rank = i
				break
			}
		}
	}
	switch {
	case rank == len(oleStreams):
		return OldOffice
	case oleStreams[rank].reason == OldExcel && hasFilePass(data):
		return LockedExcel
	}
	return oleStreams[rank].reason
}

// hasFilePass reports whether a workbook of Excel 97 to 2003 has a password: one of its first records says so. Its stream begins at the start of a sector.
func hasFilePass(data []byte) bool {
	const begin, filePass = 0x0809, 0x002F
	record := func(at int) (kind, size int) {
		return int(binary.LittleEndian.Uint16(data[at:])), int(binary.LittleEndian.Uint16(data[at+2:]))
	}
	for sector := 512; sector+4 <= len(data); sector += 512 {
		kind, size := record(sector)
		if kind != begin || size > 16 {
			continue
		}
		for at, n := sector+4+size, 0; n < 3 && at+4 <= len(data); n++ {
			if kind, size = record(at); kind == filePass {
				return true
			}
			at += 4 + size
		}
	}
	return false
}

// oleName reads the name of an entry of the directory; "" where there is none or it has more than plain letters.
func oleName(entry []byte) string {
	size := int(binary.LittleEndian.Uint16(entry[64:])) // in bytes, with the final zero
	if size < 4 || size > 64 || size%2 != 0 {
		return ""
	}
	name := make([]byte, 0, 32)
	for i := 0; i < size-2; i += 2 {
		if entry[i+1] != 0 {
			return ""
		}
		name = append(name, entry[i])
	}
	return string(name)
}

// textReason tells apart web pages, XML and plain text.
func textReason(data []byte) Reason {
	head := data[:min(len(data), 4096)]
	wide := isUTF16(head)
	if wide { // what matters here is ASCII, and stands beside zeros
		head = bytes.ReplaceAll(bytes.TrimLeft(head, "\xFF\xFE"), []byte{0}, nil)
	}
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF")))
	lower := bytes.ToLower(head)
	if reason, ok := namedReason(lower); ok {
		return reason
	}
	for _, tag := range []string{"<html", "<!doctype html", "<table", "<head", "<meta", "<style", "<body", "<div"} {
		if bytes.HasPrefix(lower, []byte(tag)) {
			return WebPage
		}
	}
	if bytes.HasPrefix(lower, []byte("<?xml")) || bytes.HasPrefix(lower, []byte("<office:document")) {
		return xmlReason(lower)
	}
	if wide || isText(head, len(data) > len(head)) {
		return PlainText
	}
	return Unknown
}

// namedReason knows texts that programs write, by how they begin in small letters.
func namedReason(lower []byte) (Reason, bool) {
	switch {
	case bytes.HasPrefix(lower, []byte("[internetshortcut]")):
		return Shortcut, true
	case bytes.HasPrefix(lower, []byte("{")) && (bytes.Contains(lower, []byte(`"doc_id"`)) || bytes.Contains(lower, []byte("docs.google.com"))):
		return CloudShortcut, true
	}
	return mailReason(lower)
}

// mailReason knows a message by the lines above its text, and a web page that was saved in one file, which has the same lines.
func mailReason(lower []byte) (Reason, bool) {
	if end := bytes.LastIndexByte(lower, '\n'); end > 0 && len(lower) > 4000 { // the last line may be cut off
		lower = lower[:end+1]
	}
	fields := make(map[string]bool)
	for i, line := range strings.Split(string(lower), "\n") {
		line = strings.TrimRight(line, "\r")
		name, _, found := strings.Cut(line, ":")
		switch {
		case line == "": // the text of the message follows
			i = -1
		case found && !strings.ContainsAny(name, " \t;,"):
			fields[name] = true
		case i > 0 && (line[0] == ' ' || line[0] == '\t'), i == 0 && strings.HasPrefix(line, "from "): // a line goes on; an mbox begins
		default:
			return 0, false
		}
		if i < 0 {
			break
		}
	}
	switch {
	case fields["mime-version"] && (fields["x-document-type"] || fields["snapshot-content-location"] || bytes.Contains(lower, []byte("<saved by"))):
		return WebPage, true
	case fields["received"], fields["return-path"], fields["message-id"], fields["from"] && (fields["subject"] || fields["date"]):
		return Mail, true
	case fields["mime-version"]:
		return WebPage, true
	}
	return 0, false
}

// isProgram reports whether a file is a program for Windows: it has a header that points to a second one.
func isProgram(data []byte) bool {
	if len(data) < 64 || !bytes.HasPrefix(data, []byte("MZ")) {
		return false
	}
	at := uint64(binary.LittleEndian.Uint32(data[60:]))
	return at < uint64(len(data)) && bytes.HasPrefix(data[at:], []byte("PE\x00\x00"))
}

// xmlReason looks for the root element that follows an XML declaration.
func xmlReason(lower []byte) Reason {
	switch {
	case bytes.Contains(lower, []byte("<html")):
		return WebPage
	case bytes.Contains(lower, []byte("<office:document")):
		return OpenDocument
	case bytes.Contains(lower, []byte("urn:schemas-microsoft-com:office:spreadsheet")), bytes.Contains(lower, []byte(`progid="excel.sheet"`)):
		return ExcelXML
	case bytes.Contains(lower, []byte("<svg")):
		return Picture
	}
	return OldXML
}

// isText reports whether bytes look like text in UTF-8 or an old one-byte encoding: no control characters but those of text.
// A beginning may be cut off in the middle of a character.
func isText(b []byte, cut bool) bool {
	controls, high := 0, 0
	for _, c := range b {
		switch {
		case c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x1A:
		case c < ' ' || c == 0x7F:
			controls++
		case c >= utf8.RuneSelf:
			high++
		}
	}
	if controls > 0 || len(b) == 0 {
		return false
	}
	return utf8.Valid(b) || cut && utf8.Valid(b[:max(0, len(b)-utf8.UTFMax)]) || high*2 < len(b)
}
