package sheets

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"tonghop/lang"
)

// compound makes a container of Office 97 to 2003 with streams of the given names, as far as telling it apart goes.
func compound(streams ...string) []byte {
	data := make([]byte, 1024)
	copy(data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	for _, name := range streams {
		entry := make([]byte, 128)
		for i, unit := range utf16.Encode([]rune(name)) {
			entry[2*i] = byte(unit)
		}
		entry[64] = byte(2*len(name) + 2)
		data = append(data, entry...)
	}
	return data
}

// office makes a container of Office of today whose main part is of a kind.
func office(t *testing.T, target, kind string) []byte {
	const rels = "http://schemas.openxmlformats.org/"
	return archived(t,
		member{"[Content_Types].xml", []byte(`<Types xmlns="` + rels + `package/2006/content-types"><Override PartName="/` + target + `" ContentType="application/` + kind + `"/></Types>`)},
		member{"_rels/.rels", []byte(`<Relationships xmlns="` + rels + `package/2006/relationships"><Relationship Id="a" Type="` + rels + `officeDocument/2006/relationships/officeDocument" Target="` + target + `"/></Relationships>`)},
		member{target, []byte("<x/>")})
}

// Whatever lies in the folder beside the forms is named for what it is, and what to do is said where something can be done.
func TestNamedForWhatItIs(t *testing.T) {
	c := sampleCatalogue()
	good := edited(t, c, "x1", nil)
	text := asText(t, good, ';')
	flipped := bytes.Clone(good)
	flipped[len(flipped)/2] ^= 4
	for _, tc := range []struct {
		name string
		data []byte
		want Outcome
		says string
	}{
		{"x2.xlsx", nil, Rejected, "tệp rỗng"},
		{"zeros.xlsx", make([]byte, 9000), Rejected, "toàn byte 0"},
		{"cut.xlsx", good[:len(good)/2], Rejected, "thiếu phần cuối"},
		{"flipped.xlsx", flipped, Rejected, "hỏng"},
		{"junk.xlsx", append([]byte("junk"), good...), Rejected, "hỏng"},
		{"password.xlsx", compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), Rejected, "có đặt mật khẩu"},
		{"locked.xlsx", compound("Root Entry", "Contents"), Rejected, "WPS hay phần mềm bảo mật khóa"},
		{"old.xls", compound("Root Entry", "Workbook"), Rejected, "Excel kiểu cũ (.xls, .et)"},
		{"wps.et", compound("Root Entry", "Workbook", "ETExtData"), Rejected, "Excel kiểu cũ (.xls, .et)"},
		{"old-named.xlsx", compound("Root Entry", "Book"), Rejected, "Excel kiểu cũ (.xls, .et)"},
		{"binary.xlsb", office(t, "xl/workbook.bin", "vnd.ms-excel.sheet.binary.macroEnabled.main"), Rejected, "nhị phân (.xlsb)"},
		{"html.xlsx", []byte("<html><body><table><tr><td>Mã</td></tr></table>"), Rejected, "trang web (HTML)"},
		{"html.xls", []byte("\uFEFF<!DOCTYPE html>"), Rejected, "trang web (HTML)"},
		{"mht.xls", []byte("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n\r\n"), Rejected, "trang web (HTML)"},
		{"text.xlsx", []byte(text), Rejected, "văn bản thường hoặc CSV"},
		{"xml2003.xlsx", []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`), Rejected, "Excel kiểu XML 2003"},
		{"feed.xml", []byte(`<?xml version="1.0"?><rss/>`), Rejected, "tệp XML"},
		{"scan.pdf", []byte("%PDF-1.7"), Rejected, "tệp PDF"},
		{"pdf.xlsx", []byte("%PDF-1.7"), Rejected, "tệp PDF"},
		{"photo.jpg", []byte("\xFF\xD8\xFF\xE0\x00\x10JFIF"), Rejected, "tệp ảnh"},
		{"photo.heic", []byte("\x00\x00\x00\x18ftypheic"), Rejected, "tệp ảnh"},
		{"photo.png", []byte("\x89PNG\r\n\x1A\n\x00"), Rejected, "tệp ảnh"},
		{"letter.doc", compound("Root Entry", "WordDocument"), Rejected, "Word kiểu cũ"},
		{"letter.rtf", []byte(`{\rtf1\ansi}`), Rejected, "Word kiểu cũ"},
		{"letter.docx", office(t, "word/document.xml", "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), Rejected, "văn bản Word"},
		{"letter.odt", archived(t, member{"mimetype", []byte("application/vnd.oasis.opendocument.text")}, member{"content.xml", nil}), Rejected, "văn bản kiểu OpenDocument"},
		{"form.ods", archived(t, member{"mimetype", []byte("application/vnd.oasis.opendocument.spreadsheet")}, member{"content.xml", nil}), Rejected, "OpenDocument (.ods)"},
		{"talk.pptx", office(t, "ppt/presentation.xml", "vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), Rejected, "PowerPoint"},
		{"mail.eml", []byte("Received: from x\r\nFrom: a@b.vn\r\nSubject: Bao cao\r\n\r\nKính gửi"), Rejected, "thư điện tử"},
		{"mail.msg", compound("Root Entry", "__nameid_version1.0", "__properties_version1.0"), Rejected, "thư điện tử"},
		{"winmail.dat", []byte("\x78\x9F\x3E\x22\x00\x00"), Rejected, "thư điện tử"},
		{"lot.rar", []byte("Rar!\x1A\x07\x01\x00"), Rejected, "tệp nén"},
		{"lot.7z", []byte("7z\xBC\xAF\x27\x1C\x00"), Rejected, "tệp nén"},
		{"x3.xlsx", archived(t, member{"x3/bao cao.xlsx", good}), Rejected, "tệp nén"},
		{"x1 - Shortcut.lnk", []byte("L\x00\x00\x00\x01\x14\x02\x00"), Rejected, "lối tắt (shortcut)"},
		{"x1.url", []byte("[InternetShortcut]\r\nURL=https://vi.du/x1.xlsx"), Rejected, "lối tắt (shortcut)"},
		{"x1.gsheet", []byte(`{"url":"https://docs.google.com/open?id=1","doc_id":"1"}`), Rejected, "Google"},
		{"x1.numbers", archived(t, member{"Index/Document.iwa", []byte("x")}), Rejected, "Numbers"},
		{"setup.exe", append(append([]byte("MZ"), append(make([]byte, 58), 64, 0, 0, 0)...), "PE\x00\x00"...), Rejected, "tệp chương trình"},
		{"song.mp3", []byte("ID3\x04\x00\x00\x00\x00"), Rejected, "không phải là bảng tính Excel"},
		{"x1.xlsx.crdownload", good[:1000], Rejected, "tải về dở dang (.crdownload)"},
		{"x1.xlsx.part", nil, Rejected, "tải về dở dang (.part)"},
		{"~WRL0001.tmp", compound("WordDocument"), Ignored, "Tệp tạm (.tmp)"},
		{"~$x1.xlsx", []byte("\x06Admin"), Ignored, "Tệp tạm của Excel"},
		{".~lock.x1.xlsx#", []byte(",admin,"), Ignored, "Tệp tạm của LibreOffice"},
		{"Thumbs.db", compound("Root Entry"), Ignored, "hệ điều hành"},
		{"desktop.ini", []byte("[.ShellClassInfo]"), Ignored, "hệ điều hành"},
		{".DS_Store", []byte("\x00\x00\x00\x01Bud1"), Ignored, "hệ điều hành"},
		{"$RECYCLE.BIN/x1.xlsx", good, Ignored, "hệ điều hành"},
		{"__MACOSX/._x1.xlsx", []byte("\x00\x05\x16\x07"), Ignored, "ẩn"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			b := mustRead(t, c, map[string][]byte{tc.name: tc.data})
			file := b.Files[0]
			if vi := file.Reason.In(lang.Vi); file.Outcome != tc.want || !strings.Contains(vi, tc.says) {
				t.Errorf("outcome %d: %s", file.Outcome, vi)
			}
			if vi, en := file.Reason.In(lang.Vi), file.Reason.In(lang.En); vi == en || tc.want == Rejected && !strings.ContainsAny(vi, ".;") {
				t.Errorf("badly put: %q, %q", vi, en)
			}
			if found := len(b.Findings); (found == 1) != (tc.want == Rejected) {
				t.Errorf("findings %q", seen(b.Findings))
			}
		})
	}
}

// A form counts whatever its name ends in, as long as it is a workbook.
func TestFormsUnderOtherEndings(t *testing.T) {
	c := sampleCatalogue()
	good := edited(t, c, "x1", nil)
	want := answersOf(c, mustRead(t, c, map[string][]byte{"x1.xlsx": good}), "x1")
	for _, name := range []string{"x1.xlsm", "x1.xls", "x1", "x1.xlsx.tmp", "x1.XLSX", "x1.xlsx (1)", "x1.pdf", "x1.xlsx.part", "x1.zip"} {
		b := mustRead(t, c, map[string][]byte{name: good})
		if diff := want.diff(answersOf(c, b, "x1")); diff != "" || len(b.Findings) > 0 {
			t.Errorf("%s: %s, %v", name, diff, b.Files[0].Reason)
		}
	}
}

// Symbolic links are not followed: to a file, to a folder with forms, to nothing.
func TestLinksAreNotFollowed(t *testing.T) {
	c := sampleCatalogue()
	dir, outside := t.TempDir(), t.TempDir()
	good := edited(t, c, "x1", nil)
	for name, data := range map[string][]byte{filepath.Join(outside, "x1.xlsx"): good, filepath.Join(dir, "nop", "x3.xlsx"): edited(t, c, "x3", nil)} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{
		"tệp.xlsx": filepath.Join(outside, "x1.xlsx"), "thư mục": outside, "mất.xlsx": filepath.Join(outside, "khong-co.xlsx"), "vòng": ".", "lên": "..",
	} {
		if err := os.Symlink(target, filepath.Join(dir, "nop", name)); err != nil {
			if os.Getenv("TONGHOP_REQUIRE") != "" {
				t.Fatal(err)
			}
			t.Skip("links cannot be made here: ", err)
		}
	}
	b := readInbox(t, c, os.DirFS(dir), 1)
	for _, file := range b.Files {
		switch {
		case file.Path == "nop/x3.xlsx":
			if file.Outcome != Used {
				t.Errorf("%s: %v", file.Path, file.Reason)
			}
		case file.Outcome != Rejected || !strings.Contains(file.Reason.Error(), "liên kết tới nơi khác"):
			t.Errorf("%s: outcome %d, %v", file.Path, file.Outcome, file.Reason)
		}
	}
	if len(b.Files) != 6 {
		t.Errorf("%v", outcomesOf(b))
	}
}
