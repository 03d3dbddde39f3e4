package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"testing"
)

// part is a part of a workbook that a test makes.
type part struct{ name, text string }

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainURI   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relURI    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	sheetName = "xl/worksheets/sheet1.xml"
)

// plainBook gives the parts of a workbook with one sheet: the content of its <worksheet> is given.
func plainBook(sheet string) []part {
	return []part{
		{contentTypesName, xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ` +
			`ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`},
		{rootRelationsName, xmlHead + relationsOf(`<Relationship Id="rId1" Type="`+relURI+`/officeDocument" Target="xl/workbook.xml"/>`)},
		{"xl/workbook.xml", xmlHead + workbookOf(`<sheets><sheet name="Biểu mẫu" sheetId="1" r:id="rId1"/></sheets>`)},
		{"xl/_rels/workbook.xml.rels", xmlHead + relationsOf(
			`<Relationship Id="rId1" Type="`+relURI+`/worksheet" Target="worksheets/sheet1.xml"/>`+
				`<Relationship Id="rId2" Type="`+relURI+`/sharedStrings" Target="sharedStrings.xml"/>`+
				`<Relationship Id="rId3" Type="`+relURI+`/styles" Target="styles.xml"/>`)},
		{"xl/sharedStrings.xml", xmlHead + `<sst xmlns="` + mainURI + `"><si><t>Số liệu</t></si><si><t xml:space="preserve"> a &amp; b </t></si>` +
			`<si><r><t>Đoàn </t></r><r><rPr><b/><rFont val=".VnTime"/></rPr><t>viên</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si/></sst>`},
		{"xl/styles.xml", xmlHead + `<styleSheet xmlns="` + mainURI + `"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
			`<fonts><font><name val="Times New Roman"/></font><font><name val="VNI-Times"/></font></fonts>` +
			`<cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="10" fontId="1"/></cellXfs>` +
			`<dxfs><dxf><font><name val="No"/></font></dxf></dxfs></styleSheet>`},
		{sheetName, xmlHead + `<worksheet xmlns="` + mainURI + `" xmlns:r="` + relURI + `">` + sheet + `</worksheet>`},
	}
}

func relationsOf(list string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + list + `</Relationships>`
}

func workbookOf(inside string) string {
	return `<workbook xmlns="` + mainURI + `" xmlns:r="` + relURI + `">` + inside + `</workbook>`
}

// replaced gives the parts with another text for one of them, or one more.
func replaced(parts []part, name, text string) []part {
	out := slices.Clone(parts)
	for i := range out {
		if out[i].name == name {
			out[i].text = text
			return out
		}
	}
	return append(out, part{name, text})
}

// without gives the parts without one of them.
func without(parts []part, name string) []part {
	return slices.DeleteFunc(slices.Clone(parts), func(p part) bool { return p.name == name })
}

// pressed packs parts as programs do that write in one go: sizes stand behind each part.
func pressed(t testing.TB, parts []part) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		f, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(p.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// storedBook packs parts without compression and with the sizes before each part, as other programs do.
func storedBook(t testing.TB, parts []part) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		size := uint64(len(p.text))
		f, err := w.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(p.text)), CompressedSize64: size, UncompressedSize64: size,
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(p.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// largeBook packs parts with the fields for containers beyond 4 GB, as some programs do for any size.
func largeBook(parts []part) []byte {
	le := binary.LittleEndian
	const none = 1<<32 - 1
	var out, directory []byte
	for _, p := range parts {
		size, offset := uint64(len(p.text)), uint64(len(out))
		sum := crc32.ChecksumIEEE([]byte(p.text))
		fields := func(b []byte) []byte { // from flags to the length of the name
			b = le.AppendUint16(le.AppendUint16(b, 0), stored)
			b = le.AppendUint32(le.AppendUint32(b, 0), sum)
			return le.AppendUint16(le.AppendUint32(le.AppendUint32(b, none), none), uint16(len(p.name)))
		}
		extra := le.AppendUint64(le.AppendUint64([]byte("\x01\x00\x10\x00"), size), size)
		out = le.AppendUint16(fields(append(out, localMagic+"\x2D\x00"...)), uint16(len(extra)))
		out = append(append(append(out, p.name...), extra...), p.text...)
		extra[2] += 8
		extra = le.AppendUint64(extra, offset)
		directory = le.AppendUint16(fields(append(directory, centralMagic+"\x2D\x00\x2D\x00"...)), uint16(len(extra)))
		directory = le.AppendUint32(append(directory, make([]byte, 10)...), none)
		directory = append(append(directory, p.name...), extra...)
	}
	start, count := uint64(len(out)), uint64(len(parts))
	out = append(out, directory...)
	end := uint64(len(out))
	out = le.AppendUint64(append(out, end64Magic...), end64Size-12)
	out = append(out, "\x2D\x00\x2D\x00\x00\x00\x00\x00\x00\x00\x00\x00"...)
	for _, n := range []uint64{count, count, uint64(len(directory)), start} {
		out = le.AppendUint64(out, n)
	}
	out = le.AppendUint64(append(out, locateMagic+"\x00\x00\x00\x00"...), end)
	out = append(out, "\x01\x00\x00\x00"+endMagic+"\x00\x00\x00\x00"...)
	return append(out, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x00\x00"...)
}

// describe opens a workbook and writes down all that it says, one line for each thing.
func describe(data []byte) (string, error) {
	book, err := Open(data)
	if err != nil {
		return "", err
	}
	var s strings.Builder
	fmt.Fprintf(&s, "1904 %v\n", book.Date1904)
	for i, sheet := range book.Sheets {
		fmt.Fprintf(&s, "sheet %q %d %v\n", sheet.Name, sheet.Visibility, sheet.NoCells)
		merged, err := book.Cells(i, func(c Cell) error {
			fmt.Fprintf(&s, "%s %v %q", c.Ref(), c.Kind, c.Text)
			for _, mark := range []struct {
				on   bool
				name string
			}{{c.Date, "date"}, {c.Percent, "percent"}, {c.Formula, "formula"}, {c.External, "external"}, {c.Hidden, "hidden"}, {c.Lost, "lost"}} {
				if mark.on {
					s.WriteString(" " + mark.name)
				}
			}
			fmt.Fprintf(&s, " %s\n", c.Font)
			return nil
		})
		if err != nil {
			return "", err
		}
		for _, area := range merged {
			fmt.Fprintf(&s, "merged %v\n", area)
		}
	}
	return s.String(), nil
}

// reasonOf gives the reason of a refusal, 0 for no error.
func reasonOf(t testing.TB, err error) Reason {
	t.Helper()
	if err == nil {
		return 0
	}
	var refusal *Refusal
	if !errors.As(err, &refusal) {
		t.Fatalf("the error is no refusal: %v", err)
	}
	return refusal.Reason
}
