package sheets

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tonghop/lang"
)

// repacked changes the parts of a workbook as text.
func repacked(t testing.TB, workbook []byte, change func(name, text string) string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	var members []member
	for _, file := range r.File {
		in, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		members = append(members, member{file.Name, []byte(change(file.Name, string(data)))})
	}
	return archived(t, members...)
}

// in changes one part and must find something to change.
func in(t testing.TB, part, old, replacement string) func(name, text string) string {
	return func(name, text string) string {
		if name != part {
			return text
		}
		changed := regexp.MustCompile(old).ReplaceAllString(text, replacement)
		if changed == text {
			t.Errorf("%s holds no %s", part, old)
		}
		return changed
	}
}

const formPart = "xl/worksheets/sheet1.xml"

// valueOf is the regular expression of a number cell.
func valueOf(cell string) string { return `(<c r="` + cell + `"[^>]*?)(?: t="n")?><v>([^<]*)</v></c>` }

// Whatever container a program makes of the same form, it reads to the same figures, without a finding.
func TestContainers(t *testing.T) {
	c := sampleCatalogue()
	plain := edited(t, c, "x1", nil)
	want := answersOf(c, mustRead(t, c, map[string][]byte{"x1.xlsx": plain}), "x1")
	strings1904 := func(name, text string) string {
		switch name {
		case "xl/workbook.xml":
			return in(t, name, `<workbookPr[^>]*?(/?)>`, `<workbookPr date1904="1"$1>`)(name, text)
		case formPart:
			text = in(t, name, `<v>44258</v>`, `<v>42796</v>`)(name, text)
			return in(t, name, `<v>44566</v>`, `<v>43104</v>`)(name, text)
		}
		return text
	}
	strict := func(_, text string) string {
		return strings.NewReplacer(
			"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
			"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships",
		).Replace(text)
	}
	for name, change := range map[string]func(name, text string) string{
		"as it is":        func(_, text string) string { return text },
		"Strict":          strict,
		"dates from 1904": strings1904,
		"macros": in(t, "[Content_Types].xml", `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main\+xml`,
			"application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
		"rich texts": in(t, "xl/sharedStrings.xml", `<si><t( xml:space="preserve")?>([^<]{1,3}[^<\x{80}-\x{10FFFF}]?)([^<]*)</t></si>`,
			`<si><r><t xml:space="preserve">$2</t></r><r><rPr><b/><rFont val="Arial"/></rPr><t xml:space="preserve">$3</t></r><phoneticPr fontId="1"/></si>`),
		"formulas with values":                   in(t, formPart, valueOf("E1[237]"), `$1><f>SUM(A1,$2)</f><v>$2</v></c>`),
		"an array formula":                       in(t, formPart, valueOf("E12"), `$1><f t="array" ref="E12">SUM(A1:A9)</f><v>$2</v></c>`),
		"an array formula of 2024":               in(t, formPart, valueOf("E12"), `$1 cm="1"><f t="array" ref="E12" aca="1">_xlfn.UNIQUE(A1:A9)</f><v>$2</v></c>`),
		"shared formulas":                        in(t, formPart, valueOf("E12"), `$1><f t="shared" ref="E12:E13" si="0">A1</f><v>$2</v></c>`),
		"shared formulas, the cells that follow": in(t, formPart, valueOf("E1[37]"), `$1><f t="shared" si="0"/><v>$2</v></c>`),
		"extensions":                             in(t, formPart, `</worksheet>`, `<extLst><ext uri="{x}"><x:y xmlns:x="urn:x"/></ext></extLst></worksheet>`),
		"a mark of order":                        func(_, text string) string { return "\uFEFF" + strings.TrimPrefix(text, "\uFEFF") },
	} {
		b := mustRead(t, c, map[string][]byte{"x1.xlsx": repacked(t, plain, change)})
		if diff := want.diff(answersOf(c, b, "x1")); diff != "" || len(b.Findings) > 0 {
			t.Errorf("%s: %s %q %v", name, diff, seen(b.Findings), b.Files[0].Reason)
		}
	}
	inline := inlined(t, plain)
	b := mustRead(t, c, map[string][]byte{"x1.xlsx": inline})
	if diff := want.diff(answersOf(c, b, "x1")); diff != "" || len(b.Findings) > 0 {
		t.Errorf("inline strings: %s %q %v", diff, seen(b.Findings), b.Files[0].Reason)
	}
}

// inlined writes the shared texts of a workbook into its cells and drops them.
func inlined(t testing.TB, workbook []byte) []byte {
	var texts []string
	repacked(t, workbook, func(name, text string) string {
		if name == "xl/sharedStrings.xml" {
			for _, m := range regexp.MustCompile(`(?s)<si>(.*?)</si>`).FindAllStringSubmatch(text, -1) {
				texts = append(texts, m[1])
			}
		}
		return text
	})
	cell := regexp.MustCompile(`<c ([^>]*?) ?t="s"([^>]*)><v>(\d+)</v></c>`)
	return repacked(t, workbook, func(name, text string) string {
		if name == "xl/sharedStrings.xml" {
			return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`
		}
		return cell.ReplaceAllStringFunc(text, func(found string) string {
			m := cell.FindStringSubmatch(found)
			i := 0
			if _, err := fmt.Sscan(m[3], &i); err != nil {
				t.Fatal(err)
			}
			return `<c ` + m[1] + ` t="inlineStr"` + m[2] + `><is>` + texts[i] + `</is></c>`
		})
	})
}

// What a container holds that may not be what the unit meant is said for each cell, and never for the whole file.
func TestContainersWithSomethingToSay(t *testing.T) {
	c := sampleCatalogue()
	plain := edited(t, c, "x1", nil)
	clean := answersOf(c, mustRead(t, c, map[string][]byte{"x1.xlsx": plain}), "x1")
	for name, tc := range map[string]struct {
		data   []byte
		want   []string
		says   string
		values readings // that differ from the clean form
	}{
		"a formula without its value": {
			repacked(t, plain, in(t, formPart, valueOf("E12"), `$1><f>A1+1</f></c>`)), []string{"so-lieu-sai-kieu error tc_doan_vien E12"}, "công thức", readings{"tc_doan_vien": "unreadable"},
		},
		"shared formulas without their values": {
			repacked(t, plain, in(t, formPart, valueOf("E(1[23])"), `<c r="E$2"><f t="shared" si="0"/><v></v></c>`)),
			[]string{"so-lieu-sai-kieu error tc_doan_vien E12", "so-lieu-sai-kieu error tc_dv_ket_nap E13"}, "công thức", readings{"tc_doan_vien": "unreadable", "tc_dv_ket_nap": "unreadable"},
		},
		"from another workbook": {
			repacked(t, plain, in(t, formPart, valueOf("E1[23]"), `$1><f>'[1]Thu chi'!B7</f><v>$2</v></c>`)), []string{"so-lieu-tep-khac warning tc_doan_vien E12"}, "2 số liệu lấy từ tệp Excel khác", nil,
		},
		"from another workbook, without its value": {
			repacked(t, plain, in(t, formPart, valueOf("E12"), `$1><f>[1]Thu!B7</f></c>`)), []string{"so-lieu-sai-kieu error tc_doan_vien E12"}, "công thức", readings{"tc_doan_vien": "unreadable"},
		},
		"a reference that broke": {
			repacked(t, plain, in(t, formPart, valueOf("E12"), `$1 t="e"><f>#REF!+1</f><v>#REF!</v></c>`)), []string{"so-lieu-sai-kieu error tc_doan_vien E12"}, "#REF!", readings{"tc_doan_vien": "unreadable"},
		},
		"a hidden column of figures": {
			edited(t, c, "x1", func(x *excelize.File) { x.SetColVisible(form, "E", false) }), []string{"dong-an note tc_doan_vien E12"}, "12 số liệu của trang “Biểu mẫu” nằm ở dòng hoặc cột bị ẩn", nil,
		},
		"hidden rows of figures": {
			edited(t, c, "x1", func(x *excelize.File) {
				x.SetRowVisible(form, 13, false)
				x.SetRowVisible(form, 17, false)
			}), []string{"dong-an note tc_dv_ket_nap E13"}, "2 số liệu", nil,
		},
		"a hidden column of codes": {edited(t, c, "x1", func(x *excelize.File) { x.SetColVisible(form, "B", false) }), nil, "", nil},
		"a very hidden sheet with figures": {
			repacked(t, edited(t, c, "x1", sheetOf("nhap", map[string]any{"A1": "Hội viên", "B1": 55})), in(t, "xl/workbook.xml", `<sheet name="nhap"`, `<sheet state="veryHidden" name="nhap"`)),
			[]string{"trang-ngoai-bieu warning B1"}, "Trang ẩn “nhap”", nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := mustRead(t, c, map[string][]byte{"x1.xlsx": tc.data})
			if got := seen(b.Findings); !slices.Equal(got, tc.want) {
				t.Fatalf("findings %q, want %q, %v", got, tc.want, b.Files[0].Reason)
			}
			if len(tc.want) > 0 && !strings.Contains(b.Findings[0].Message.In(lang.Vi), tc.says) {
				t.Errorf("%v", b.Findings[0].Message)
			}
			want := make(readings)
			for code, text := range clean {
				want[code] = text
			}
			for code, text := range tc.values {
				want[code] = text
			}
			if diff := want.diff(answersOf(c, b, "x1")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
