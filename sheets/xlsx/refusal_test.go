package xlsx

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"tonghop/lang"
)

// notWorkbooks are files of every kind that is not a workbook, by what they are.
func notWorkbooks(t testing.TB) map[Reason][][]byte {
	ole := func(names ...string) []byte {
		b := make([]byte, 1024)
		copy(b, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
		for _, name := range names {
			entry := make([]byte, 128)
			for i, c := range []byte(name) {
				entry[2*i] = c
			}
			entry[64] = byte(2*len(name) + 2)
			b = append(b, entry...)
		}
		return b
	}
	office := func(target, kind string) []byte {
		return pressed(t, []part{
			{contentTypesName, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/` + target + `" ContentType="` + kind + `"/></Types>`},
			{rootRelationsName, relationsOf(`<Relationship Id="a" Type="` + relURI + `/officeDocument" Target="` + target + `"/>`)},
			{target, "<x/>"},
		})
	}
	locked := append(ole("Root Entry", "Workbook"), make([]byte, 1536-1280)...) // the stream begins at a sector
	locked = append(locked, "\x09\x08\x08\x00\x00\x06\x05\x00\x00\x00\x00\x00\x2F\x00\x06\x00\x00\x00\x00\x00\x00\x00"...)
	return map[Reason][][]byte{
		Empty:          {{}, nil},
		Blanked:        {make([]byte, 700)},
		PDF:            {[]byte("%PDF-1.7\n%\xE2\xE3")},
		Picture:        {[]byte("\xFF\xD8\xFF\xE0\x00\x10JFIF"), []byte("\x89PNG\r\n\x1A\n\x00"), []byte("GIF89a\x01"), []byte("RIFF\x01\x00\x00\x00WEBPVP8 "), []byte("\x00\x00\x00\x18ftypheic"), []byte(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`)},
		OldExcel:       {ole("Root Entry", "Workbook"), ole("Book"), []byte("\x09\x08\x10\x00\x00\x06\x05\x00")},
		Password:       {ole("Root Entry", "EncryptionInfo", "EncryptedPackage"), ole("Root Entry", "Workbook", "EncryptedPackage")},
		LockedExcel:    {locked},
		OldWord:        {ole("Root Entry", "WordDocument"), []byte(`{\rtf1\ansi}`)},
		OldOffice:      {ole("Root Entry", "VisioDocument"), ole()},
		BinaryWorkbook: {office("xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main")},
		Word:           {office("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")},
		PowerPoint:     {ole("PowerPoint Document"), office("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")},
		OpenDocument: {
			storedBook(t, []part{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}}),
			[]byte(`<?xml version="1.0"?><office:document xmlns:office="urn:oasis">`),
		},
		Numbers:  {pressed(t, []part{{"Index/Document.iwa", "x"}})},
		Archive:  {pressed(t, []part{{"Bao cao.xlsx", "x"}}), pressed(t, nil), []byte("Rar!\x1A\x07\x01\x00"), []byte("7z\xBC\xAF\x27\x1C\x00"), []byte("\x1F\x8B\x08\x00"), append(make([]byte, 257), "ustar\x0000"...), []byte("BZh91AY"), []byte("MSCF\x00\x00\x00\x00")},
		OpenText: {storedBook(t, []part{{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}})},
		Mail: {
			ole("Root Entry", "__nameid_version1.0", "__properties_version1.0"), []byte("\x78\x9F\x3E\x22\x00\x00"), []byte("From a@b.vn Tue Nov 24 12:00:00 2026\nReceived: x\n\n"),
			[]byte("MIME-Version: 1.0\r\nDate: Tue, 24 Nov 2026\r\nSubject: =?UTF-8?Q?B=C3=A1o?=\r\n c=C3=A1o\r\nFrom: A <a@b.vn>\r\n\r\nKính gửi"),
			[]byte("Received: from x\n" + strings.Repeat("X-Long-Header: "+strings.Repeat("y", 200)+"\n", 40) + "\nKính gửi"),
		},
		Shortcut:      {[]byte("L\x00\x00\x00\x01\x14\x02\x00\x00\x00\x00\x00"), []byte("[InternetShortcut]\r\nURL=file:///C:/x1.xlsx\r\n")},
		CloudShortcut: {[]byte(`{"url": "https://docs.google.com/open?id=1", "doc_id": "1", "email": "a@b.vn"}`)},
		Program:       {append(append([]byte("MZ"), append(make([]byte, 58), 64, 0, 0, 0)...), "PE\x00\x00"...)},
		ExcelXML:      {[]byte(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`)},
		WebPage:       {[]byte("\uFEFF \n<HTML><table>"), []byte("<table><tr>"), []byte("<?xml version='1.0'?><!DOCTYPE html><html>"), []byte("MIME-Version: 1.0\r\n"), []byte("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related\r\n\r\n")},
		OldXML:        {[]byte(`<?xml version="1.0"?><a xmlns="urn:x">`), []byte(inUTF16(`<?xml version="1.0"?><a/>`, binary.LittleEndian))},
		PlainText:     {[]byte("STT;Mã;Số liệu\n1;a;5\n"), []byte("\xFF\xFES\x00T\x00T\x00"), []byte("P"), []byte("PK,1\n"), []byte("ID;PWXL;N;E\r\nP;P@\x1B"), []byte("B\xB8o c\xB8o \xAE\xAA\xB5n\r\n")},
		Unknown:       {[]byte("\x7FELF\x02\x01\x01\x00\x00"), []byte("\x00\x01\x02\x03")},
	}
}

func TestNotWorkbooks(t *testing.T) {
	for want, files := range notWorkbooks(t) {
		for i, data := range files {
			if _, err := Open(data); reasonOf(t, err) != want {
				t.Errorf("%v, number %d: %v", want, i, err)
			}
		}
	}
}

// badBooks are workbooks that are refused, by reason. What is wrong with a single sheet is in badSheets.
func badBooks(t testing.TB) map[Reason][][]byte {
	good := plainBook(smallSheet)
	edit := func(name, old, new string) []byte {
		for _, p := range good {
			if p.name == name {
				if !strings.Contains(p.text, old) {
					t.Fatalf("%s does not hold %s", name, old)
				}
				return pressed(t, replaced(good, name, strings.Replace(p.text, old, new, 1)))
			}
		}
		t.Fatalf("there is no %s", name)
		return nil
	}
	const book, rels = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
	encrypted := storedBook(t, good)
	for _, magic := range []string{localMagic, centralMagic} {
		at := strings.Index(string(encrypted), magic)
		encrypted[at+map[string]int{localMagic: 6, centralMagic: 8}[magic]] |= 1
	}
	odd := storedBook(t, good)
	for _, magic := range []string{localMagic, centralMagic} {
		at := strings.Index(string(odd), magic)
		odd[at+map[string]int{localMagic: 8, centralMagic: 10}[magic]] = 14
	}
	changed := storedBook(t, good)
	copy(changed[strings.Index(string(changed), "1234.5"):], "9234.5")
	return map[Reason][][]byte{
		Truncated:     {pressed(t, good)[:400]},
		Damaged:       {append([]byte("x"), pressed(t, good)...)},
		Checksum:      {changed},
		Compression:   {odd},
		EncryptedPart: {encrypted},
		DuplicateName: {
			pressed(t, append(slices.Clone(good), part{"XL/worksheets/Sheet1.xml", "<x/>"})),
			pressed(t, append(slices.Clone(good), part{`xl\worksheets\sheet1.xml`, "<x/>"})),
		},
		UnsafeName: {
			pressed(t, append(slices.Clone(good), part{"../evil.exe", "x"})), pressed(t, append(slices.Clone(good), part{"/etc/passwd", "x"})),
			pressed(t, append(slices.Clone(good), part{`xl\..\..\x`, "x"})), pressed(t, append(slices.Clone(good), part{"C:/x", "x"})),
		},
		MissingPart: {pressed(t, without(good, rels)), pressed(t, without(good, rootRelationsName)), pressed(t, without(good, contentTypesName))},
		BadRelation: {
			pressed(t, without(good, book)), pressed(t, without(good, sheetName)), edit(book, "rId1", "rId9"), edit(book, ` r:id="rId1"`, ""),
			edit(rels, `Target="worksheets/sheet1.xml"`, `Target="http://127.0.0.1/x.xml" TargetMode="External"`), edit(rels, `rId2`, `rId1`),
			edit(rels, "/worksheet", "/theme"), edit(rels, "/styles", "/sharedStrings"), edit(rootRelationsName, "officeDocument\"", "other\""),
			edit(rels, `Target="styles.xml"`, `Target="file:///C:/styles.xml" TargetMode="External"`),
			edit(book, "</sheets>", `<sheet name="Hai" sheetId="2" r:id="rId1"/></sheets>`),
		},
		NoSheets:       {edit(book, `<sheet name="Biểu mẫu" sheetId="1" r:id="rId1"/>`, "")},
		DuplicateSheet: {pressed(t, twoSheets(good, "Biểu Mẫu"))},
		Malformed:      {edit(book, "</sheets>", "</sheet>"), edit(rels, `Id="rId1"`, `Id="rId1" Id="rId4"`), edit("xl/styles.xml", "<cellXfs>", "<cellXfs <"), edit(book, "</workbook>", "</workbook>x")},
		DocumentType:   {edit(book, "<workbook", `<!DOCTYPE workbook [<!ENTITY a "b">]><workbook`), edit("xl/sharedStrings.xml", "<sst", "<!DOCTYPE sst><sst")},
		Encoding:       {edit(book, "UTF-8", "windows-1258"), edit(contentTypesName, "UTF-8", "TCVN-5712")},
		Unexpected:     {edit(book, "<sheets>", `<workbookPs date1904="1"/><sheets>`), edit("xl/sharedStrings.xml", "<si/>", "<it/>"), edit("xl/sharedStrings.xml", "<t>Số liệu</t>", "<t>Số <b/>liệu</t>")},
		Alternates: {edit("xl/sharedStrings.xml", "<si/>", `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">`+
			`<mc:Choice Requires="x"><si><t>1</t></si></mc:Choice><mc:Fallback><si><t>2</t></si></mc:Fallback></mc:AlternateContent>`)},
	}
}

// twoSheets adds a second sheet with the content of the first.
func twoSheets(parts []part, name string) []part {
	out := slices.Clone(parts)
	for i := range out {
		out[i].text = strings.Replace(out[i].text, "</sheets>", `<sheet name="`+name+`" sheetId="2" state="veryHidden" r:id="rId8"/></sheets>`, 1)
		if out[i].name == "xl/_rels/workbook.xml.rels" {
			out[i].text = strings.Replace(out[i].text, "</Relationships>", `<Relationship Id="rId8" Type="`+relURI+`/worksheet" Target="/xl/Worksheets/Hai%20ba.xml"/></Relationships>`, 1)
		}
		if out[i].name == sheetName {
			out = append(out, part{"xl/worksheets/hai ba.xml", out[i].text})
		}
	}
	return out
}

func TestBadBooks(t *testing.T) {
	for want, books := range badBooks(t) {
		for i, data := range books {
			if _, err := describe(data); reasonOf(t, err) != want {
				t.Errorf("%v, number %d: %v", want, i, err)
			}
		}
	}
}

// Every reason has a name, words in both languages that fit its arguments, and a file that is refused for it.
func TestReasons(t *testing.T) {
	files := notWorkbooks(t)
	for reason, books := range badBooks(t) {
		files[reason] = append(files[reason], books...)
	}
	for _, c := range badSheets {
		files[c.reason] = append(files[c.reason], pressed(t, plainBook(c.sheet)))
	}
	files[TooLarge] = append(files[TooLarge], pressed(t, plainBook(`<sheetData>`+strings.Repeat("<a>", 200))))
	names := make(map[string]bool)
	for reason, words := range reasons {
		if words.name == "" || names[words.name] {
			t.Errorf("reason %d has no name of its own: %q", reason, words.name)
		}
		names[words.name] = true
		if len(files[reason]) == 0 {
			t.Errorf("no file is refused for %v", reason)
		}
		for _, data := range files[reason] {
			_, err := describe(data)
			checkWords(t, err)
		}
	}
}

// checkWords looks at what a refusal says in both languages.
func checkWords(t *testing.T, err error) {
	t.Helper()
	if err == nil {
		return
	}
	vi, en := lang.Text(err, lang.Vi), lang.Text(err, lang.En)
	var refusal *Refusal
	if errors.As(err, &refusal) && slices.ContainsFunc(refusal.Message.Args, func(arg any) bool {
		text, ok := arg.(string)
		return ok && strings.Contains(text, "%!")
	}) {
		return // the file itself says what a bad format says
	}
	if vi == en || err.Error() != vi {
		t.Errorf("Vietnamese and English are the same, or the wrong one first: %q, %q", vi, en)
	}
	for _, text := range []string{vi, en} {
		if strings.Contains(text, "%!") || strings.ContainsAny(text, "\n\r\t\x00") || !utf8.ValidString(text) || !strings.Contains(text, ". ") {
			t.Errorf("badly put: %q", text)
		}
	}
}

func TestQuote(t *testing.T) {
	for raw, want := range map[string]string{
		"Số liệu":                      "Số liệu",
		"a\x1b[31mb\r\n":               "a\uFFFD[31mb\uFFFD\uFFFD",
		"\u202Efdp.exe":                "\uFFFDfdp.exe",
		"\xFF\xFE":                     "\uFFFD\uFFFD",
		strings.Repeat("ă", quoted):    strings.Repeat("ă", quoted),
		strings.Repeat("ă", quoted+40): strings.Repeat("ă", quoted) + "…",
	} {
		if got := quote([]byte(raw)); got != want {
			t.Errorf("quote(%q) = %q, want %q", raw, got, want)
		}
	}
}

func TestRefusalIsAnError(t *testing.T) {
	_, err := Open([]byte("%PDF-1.4"))
	var refusal *Refusal
	var message lang.Message
	if !errors.As(fmt.Errorf("bao-cao.xlsx: %w", err), &refusal) || !errors.As(err, &message) || refusal.Reason.String() != "pdf" {
		t.Errorf("%#v", err)
	}
}
