package xlsx

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// goodSheets are contents of <worksheet> and what is read from them.
var goodSheets = []struct{ name, sheet, want string }{
	{
		"every type", `<sheetData><row r="1"><c r="A1"><v>5</v></c><c r="B1" t="n"><v>-1.5E-3</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="str"><f>"x"</f><v>x_x000D_</v></c>` +
			`<c r="E1" t="inlineStr"><is><t>một</t></is></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#REF!</v></c><c r="H1" t="d"><v>2021-03-03</v></c></row></sheetData>`,
		`A1 number "5"|B1 number "-1.5E-3"|C1 text " a & b "|D1 text "x\r" formula|E1 text "một"|F1 bool "1"|G1 error "#REF!"|H1 date "2021-03-03"`,
	},
	{
		"styles", `<sheetData><row r="2"><c r="A2" s="1"><v>44197</v></c><c r="B2" s="2"><v>0.5</v></c><c r="C2" s="0"><v>1</v></c><c r="D2" s="99"><v>1</v></c></row></sheetData>`,
		`A2 number "44197" date|B2 number "0.5" percent VNI-Times|C2 number "1"|D2 number "1" lost`,
	},
	{
		"font of a run", `<sheetData><row r="1"><c r="A1" t="s" s="2"><v>2</v></c><c r="B1" s="2" t="inlineStr"><is><r><rPr><rFont val="A &amp; B"/></rPr><t>x</t></r></is></c></row></sheetData>`,
		`A1 text "Đoàn viên" percent VNI-Times|B1 text "x" percent A & B`,
	},
	{"blanks", `<sheetData><row r="1"><c r="A1"/><c r="B1" s="1"/><c r="C1"><v></v></c><c r="D1"><v/></c><c r="E1" t="s"/><c r="F1"><v> </v></c></row><row r="5"/></sheetData>`, ``},
	{
		"formulas without value", `<sheetData><row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f t="shared" si="0"/><v>0</v></c><c r="D1" t="str"><f>A9</f><v></v></c></row></sheetData>`,
		`A1 blank "" formula|B1 blank "" formula|C1 number "0" formula|D1 text "" formula`,
	},
	{
		"formulas that take from elsewhere", `<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:C1" si="3">[1]Thu!A1</f><v>5</v></c><c r="B1"><f t="shared" si="3"/><v>6</v></c><c r="C1"><f t="shared" si="4">A1</f><v>7</v></c>` +
			`<c r="D1" t="str"><f t="array" ref="D1:E1">'[2]Hai ba'!A1:B1</f><v>x</v></c><c r="E1"><f>1&lt;2</f></c></row></sheetData>`,
		`A1 number "5" formula external|B1 number "6" formula external|C1 number "7" formula|D1 text "x" formula external|E1 blank "" formula`,
	},
	{"empty text", `<sheetData><row r="1"><c r="A1" t="s"><v>3</v></c><c r="B1" t="inlineStr"><is/></c></row></sheetData>`, `A1 text ""|B1 text ""`},
	{"no positions", `<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData>`, `A1 number "1"|C1 number "3"|A2 number "4"`},
	{
		"some positions", `<sheetData><row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r="F4"><v>4</v></c></row></sheetData>`,
		`C3 number "1"|D3 number "2"|A4 number "3"|F4 number "4"`,
	},
	{"far corner", `<dimension ref="A1"/><sheetData><row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>`, `XFD1048576 number "7"`},
	{"hidden", `<cols><col min="2" max="3" hidden="true"/><col min="5" max="99999" hidden="0"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row>` +
		`<row r="2" hidden="1"><c r="A2"><v>3</v></c></row></sheetData>`, `A1 number "1"|C1 number "2" hidden|A2 number "3" hidden`},
	{
		"merged", `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C9"/></mergeCells>`,
		`A1 number "1"|B1 number "2"|merged A1:B2|merged C9:C9`,
	},
	{
		"odd but right writing", "<sheetData>\r\n<!-- - --><row  r = '1'\t><c\nr='A1' ><v ><![CDATA[1]]>2<!-- x -->3</v ></c ><c r='B1' t='inline&#x53;tr' x='a\tb\r\nc'><is><t>a\r\nb&#x1EAF;&lt;&#10;<![CDATA[&amp;]]></t></is></c></row></sheetData>",
		`A1 number "123"|B1 text "a\nbắ<\n&amp;"`,
	},
	{"escapes", `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>_x0041__x005F_x0042__xD83D__xDE00__xD83D_z_x12_</t></is></c></row></sheetData>`, `A1 text "A_x0042_😀_xD83D_z_x12_"`},
	{"text under the other tag", `<sheetData><row r="1"><c r="A1" t="inlineStr"><v>POI</v></c></row></sheetData>`, `A1 text "POI"`},
	{"numbers with space", "<sheetData><row r=\"1\"><c r=\"A1\"><v> 5\n</v></c></row></sheetData>", `A1 number "5"`},
	{
		"foreign elements", `<x:a xmlns:x="urn:x"><x:row r="9"/><c r="A1"/></x:a><sheetData xmlns:x="urn:x"><x:row r="9"><c r="A9"><v>1</v></c></x:row><row r="1" x:r="7"><x:c/><c r="A1" x:t="s"><x:v>9</x:v><v>1</v><extLst><v>8</v></extLst></c></row></sheetData>`,
		`A1 number "1"`,
	},
	{"prefixed", `<m:sheetData xmlns:m="` + mainURI + `"><m:row r="1"><m:c r="A1"><m:v>1</m:v></m:c></m:row></m:sheetData>`, `A1 number "1"`},
	{"strict", `<sheetData xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`, `A1 number "1"`},
	{"no main namespace", `<sheetData xmlns="urn:x"><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`, ``},
	{
		"alternate content elsewhere", `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><cols><col min="1" max="9" hidden="1"/></cols></mc:Choice>` +
			`<mc:Fallback><cols><col min="2" max="2" hidden="1"/></cols></mc:Fallback></mc:AlternateContent><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row></sheetData>`,
		`A1 number "1"|B1 number "1" hidden`,
	},
}

func TestGoodSheets(t *testing.T) {
	for _, c := range goodSheets {
		t.Run(c.name, func(t *testing.T) {
			got, err := describe(pressed(t, plainBook(c.sheet)))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(c.want, "|"), briefly(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// briefly cuts a description to what the tables of sheets say: cells, without the plain style.
func briefly(description string) []string {
	lines := strings.Split(strings.TrimSuffix(description, "\n"), "\n")[2:]
	for i, line := range lines {
		lines[i] = strings.TrimSpace(strings.TrimSuffix(line, " Times New Roman"))
	}
	if len(lines) == 0 {
		return []string{""}
	}
	return lines
}

// badSheets are contents of <worksheet> that are refused.
var badSheets = []struct {
	name   string
	reason Reason
	sheet  string
}{
	{"cell twice", OutOfOrder, `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>`},
	{"cells backwards", OutOfOrder, `<sheetData><row r="1"><c r="B1"/><c r="A1"><v>2</v></c></row></sheetData>`},
	{"row twice", OutOfOrder, `<sheetData><row r="1"/><row r="1"/></sheetData>`},
	{"rows backwards", OutOfOrder, `<sheetData><row r="3"/><row/><row r="4"/></sheetData>`},
	{"cell in another row", OutOfOrder, `<sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData>`},
	{"row 0", BadReference, `<sheetData><row r="0"/></sheetData>`},
	{"row beyond the sheet", BadReference, `<sheetData><row r="1048577"/></sheetData>`},
	{"one row too many", BadReference, `<sheetData><row r="1048576"/><row/></sheetData>`},
	{"column beyond the sheet", BadReference, `<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>`},
	{"one column too many", BadReference, `<sheetData><row r="1"><c r="XFD1"/><c/></row></sheetData>`},
	{"small letters", BadReference, `<sheetData><row r="1"><c r="a1"><v>1</v></c></row></sheetData>`},
	{"dollars", BadReference, `<sheetData><row r="1"><c r="$A$1"><v>1</v></c></row></sheetData>`},
	{"empty position", BadReference, `<sheetData><row r="1"><c r=""><v>1</v></c></row></sheetData>`},
	{"merge of nothing", BadReference, `<sheetData/><mergeCells><mergeCell ref="A:A"/></mergeCells>`},
	{"NaN", BadNumber, `<sheetData><row r="1"><c r="A1"><v>NaN</v></c></row></sheetData>`},
	{"infinity", BadNumber, `<sheetData><row r="1"><c r="A1"><v>INF</v></c></row></sheetData>`},
	{"beyond the doubles", BadNumber, `<sheetData><row r="1"><c r="A1"><v>1E400</v></c></row></sheetData>`},
	{"lost below the doubles", BadNumber, `<sheetData><row r="1"><c r="A1"><v>1E-400</v></c></row></sheetData>`},
	{"comma", BadNumber, `<sheetData><row r="1"><c r="A1"><v>1,5</v></c></row></sheetData>`},
	{"hexadecimal", BadNumber, `<sheetData><row r="1"><c r="A1"><v>0x10</v></c></row></sheetData>`},
	{"underscore", BadNumber, `<sheetData><row r="1"><c r="A1"><v>1_000</v></c></row></sheetData>`},
	{"text as number", BadNumber, `<sheetData><row r="1"><c r="A1"><v>năm</v></c></row></sheetData>`},
	{"index beyond the texts", BadString, `<sheetData><row r="1"><c r="A1" t="s"><v>4</v></c></row></sheetData>`},
	{"negative index", BadString, `<sheetData><row r="1"><c r="A1" t="s"><v>-1</v></c></row></sheetData>`},
	{"index with fraction", BadString, `<sheetData><row r="1"><c r="A1" t="s"><v>1.0</v></c></row></sheetData>`},
	{"huge index", BadString, `<sheetData><row r="1"><c r="A1" t="s"><v>18446744073709551617</v></c></row></sheetData>`},
	{"style is no number", BadStyle, `<sheetData><row r="1"><c r="A1" s="x"><v>1</v></c></row></sheetData>`},
	{"boolean", BadValue, `<sheetData><row r="1"><c r="A1" t="b"><v>2</v></c></row></sheetData>`},
	{"date", BadValue, `<sheetData><row r="1"><c r="A1" t="d"><v>03/03/2021</v></c></row></sheetData>`},
	{"type", BadValue, `<sheetData><row r="1"><c r="A1" t="number"><v>1</v></c></row></sheetData>`},
	{"type without value", BadValue, `<sheetData><row r="1"><c r="A1" t="number"/></row></sheetData>`},
	{"two values", BadValue, `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>1</t></is><v>2</v></c></row></sheetData>`},
	{"inline text of a number", BadValue, `<sheetData><row r="1"><c r="A1"><is><t>1</t></is></c></row></sheetData>`},
	{"value twice", Unexpected, `<sheetData><row r="1"><c r="A1"><v>1</v><v>2</v></c></row></sheetData>`},
	{"grid twice", Unexpected, `<sheetData/><sheetData/>`},
	{"text in a row", Unexpected, `<sheetData><row r="1">5</row></sheetData>`},
	{"text in a cell", Unexpected, `<sheetData><row r="1"><c r="A1">5</c></row></sheetData>`},
	{"element in a value", Unexpected, `<sheetData><row r="1"><c r="A1"><v>1<b/>2</v></c></row></sheetData>`},
	{"cell outside of rows", Unexpected, `<sheetData><c r="A1"><v>1</v></c></sheetData>`},
	{"capital letters", Unexpected, `<sheetData><Row r="1"><c r="A1"><v>1</v></c></Row></sheetData>`},
	{"rows in two versions", Alternates, `<sheetData><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Fallback><row r="1"/></mc:Fallback></mc:AlternateContent></sheetData>`},
	{"grid in two versions", Alternates, `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Fallback><sheetData/></mc:Fallback></mc:AlternateContent>`},
	{"wrong end", Malformed, `<sheetData><row r="1"></sheetData></row>`},
	{"attribute twice", Malformed, `<sheetData><row r="1" r="2"/></sheetData>`},
	{"attribute twice under two prefixes", Malformed, `<sheetData><row xmlns:a="urn:x" xmlns:b="urn:x" a:r="1" b:r="2"/></sheetData>`},
	{"unknown prefix", Malformed, `<sheetData><y:row/></sheetData>`},
	{"unknown prefix of an attribute", Malformed, `<sheetData y:a="1"/>`},
	{"unknown entity", Malformed, `<sheetData><row r="1"><c r="A1"><v>&nbsp;1</v></c></row></sheetData>`},
	{"zero character", Malformed, `<sheetData><row r="1"><c r="A1" t="str"><v>&#0;</v></c></row></sheetData>`},
	{"half a character", Malformed, `<sheetData><row r="1"><c r="A1" t="str"><v>&#xD800;</v></c></row></sheetData>`},
	{"control character", Malformed, "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>\x01</v></c></row></sheetData>"},
	{"not UTF-8", Malformed, "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>\xC3\x28</v></c></row></sheetData>"},
	{"no quotes", Malformed, `<sheetData><row r=1/></sheetData>`},
	{"bare <", Malformed, `<sheetData a="<"/>`},
	{"document type", DocumentType, `<sheetData><!DOCTYPE x></sheetData>`},
	{"hyphens in a comment", Malformed, `<sheetData/><!-- a--b -->`},
	{"comment without end", Malformed, `<sheetData/><!-- a`},
	{"CDATA without end", Malformed, `<sheetData><row r="1"><c r="A1"><v><![CDATA[1]]</v></c></row></sheetData>`},
	{"end of CDATA in text", Malformed, `<sheetData><row r="1"><c r="A1" t="str"><v>]]></v></c></row></sheetData>`},
	{"instruction without name", Malformed, `<sheetData/><? x?>`},
	{"name with two colons", Malformed, `<a:b:c xmlns:a="urn:x"/>`},
	{"prefix for nothing", Malformed, `<a:b xmlns:a=""/>`},
	{"end without start", Malformed, `<sheetData/></worksheet></worksheet>`},
	{"two roots", Malformed, `<sheetData/></worksheet><worksheet>`},
	{"space before a name", Malformed, `< sheetData/>`},
	{"attributes without space", Malformed, `<sheetData a="1"b="2"/>`},
	{"second declaration", Malformed, `<?xml version="1.0"?><sheetData/>`},
	{"too deep", TooLarge, strings.Repeat("<a>", 200) + strings.Repeat("</a>", 200)},
}

func TestBadSheets(t *testing.T) {
	for _, c := range badSheets {
		t.Run(c.name, func(t *testing.T) {
			data := pressed(t, plainBook(c.sheet))
			if _, err := Open(data); err != nil {
				t.Fatal(err) // sheets are read when they are asked for
			}
			if _, err := describe(data); reasonOf(t, err) != c.reason {
				t.Errorf("got %v, want %v", err, c.reason)
			}
		})
	}
}

// What the matcher of common cells reads is what the scanner reads: a space before the end of each tag sends everything through the scanner.
func TestQuickIsTheSame(t *testing.T) {
	quick := plainBook(`<sheetData>` + commonCells + `</sheetData>`)
	slow := plainBook(`<sheetData>` + strings.NewReplacer("><v>", " ><v>", "/>", " />").Replace(commonCells) + `</sheetData>`)
	for i := range slow {
		if slow[i].name == "xl/sharedStrings.xml" {
			slow[i].text = strings.ReplaceAll(slow[i].text, "<si>", "<si >")
		}
	}
	want, err := describe(pressed(t, slow))
	if err != nil {
		t.Fatal(err)
	}
	got, err := describe(pressed(t, quick))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if strings.Count(got, "\n") < 8 {
		t.Errorf("too little was compared:\n%s", got)
	}
}

const commonCells = `<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"><v>0.5</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" s="1" t="s"><v>2</v></c><c r="E1" s="1"/><c r="F1" t="str"><v>_x0041_</v></c>` +
	`<c r="G1" t="b"><v>0</v></c><c r="H1" t="e"><v>#N/A</v></c><c r="J1"/></row><row r="7" hidden="1"><c r="B7" t="str"><v></v></c></row>`

func TestYieldStops(t *testing.T) {
	book, err := Open(pressed(t, plainBook(smallSheet)))
	if err != nil {
		t.Fatal(err)
	}
	stop, calls := errors.New("enough"), 0
	_, err = book.Cells(0, func(Cell) error {
		calls++
		return stop
	})
	if !errors.Is(err, stop) || calls != 1 {
		t.Errorf("%v after %d calls", err, calls)
	}
}
