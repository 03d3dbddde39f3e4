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
	{0, "\x09\x08\x10\x00", OldExcel}, // the stream of a workbook of Excel 5 to 2003 without its container
	{0, "\x09\x08\x08\x00", OldExcel},
	{0, "\x09\x04\x06\x00", OldExcel},
	{0, "\x09\x02\x06\x00", OldExcel},
	{0, "\x09\x00\x04\x00", OldExcel},
	{0, "Rar!\x1A\x07", Archive},
	{0, "7z\xBC\xAF\x27\x1C", Archive},
	{0, "\x1F\x8B", Archive},
	{0, `{\rtf`, OldOffice},
	{0, "ID;P", PlainText}, // SYLK, which Excel opens and writes
	{0, "MIME-Version:", WebPage},
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

// oleReason tells apart the documents in the container of Office 97 to 2003, which also holds workbooks of today when they are encrypted.
// Its directory has entries of 128 bytes that start with a name in UTF-16, and all of them lie on
// multiples of 128: looking at each such place finds them even where the chain of sectors is broken.
func oleReason(data []byte) Reason {
	found := OldOffice
	for at := 512; at+128 <= len(data); at += 128 {
		switch strings.ToLower(oleName(data[at : at+128])) {
		case "encryptedpackage", "encryptioninfo":
			return Password
		case "workbook", "book":
			found = OldExcel
		}
	}
	return found
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

// xmlReason looks for the root element that follows an XML declaration.
func xmlReason(lower []byte) Reason {
	switch {
	case bytes.Contains(lower, []byte("<html")):
		return WebPage
	case bytes.Contains(lower, []byte("<office:document")):
		return OpenDocument
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
