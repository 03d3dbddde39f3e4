package sheets

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// asText is the form of a workbook as Excel saves it as text, with every cell as it is shown.
func asText(t testing.TB, workbook []byte, separator rune) string {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(workbook))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := x.GetRows(formSheet)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = separator, true
	for _, row := range rows {
		for len(row) < 6 {
			row = append(row, "")
		}
		if err := w.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	return out.String()
}

func TestTextTables(t *testing.T) {
	c := sampleCatalogue()
	form := edited(t, c, "x1", nil)
	want := answersOf(c, mustRead(t, c, map[string][]byte{"x1.xlsx": form}), "x1")
	wide := func(text string, high, low int) []byte {
		data := []byte{0xFE, 0xFF}
		if high == 1 {
			data = []byte{0xFF, 0xFE}
		}
		for _, unit := range utf16.Encode([]rune(text)) {
			pair := [2]byte{}
			pair[high], pair[low] = byte(unit>>8), byte(unit)
			data = append(data, pair[:]...)
		}
		return data
	}
	for name, data := range map[string][]byte{
		"Gửi lại.csv": []byte(asText(t, form, ';')), "a.CSV": []byte("\uFEFF" + asText(t, form, ',')), "a.txt": wide(asText(t, form, '\t'), 1, 0),
		"b.txt": wide(asText(t, form, '\t'), 0, 1), "c.tsv": []byte(asText(t, form, '\t')), "sep.csv": []byte("sep=;\r\n" + asText(t, form, ';')),
	} {
		for _, packed := range []bool{false, true} {
			files := map[string][]byte{name: data}
			path := "nop/" + name
			if packed {
				files, path = map[string][]byte{"lot.zip": archived(t, member{name, data})}, "nop/lot.zip/"+name
			}
			b := readInbox(t, c, inbox(files), 1)
			if len(b.Files) != 1 || b.Files[0].Outcome != Used || b.Files[0].Path != path {
				t.Errorf("%s: %v, %v", name, outcomesOf(b), b.Files[0].Reason)
				continue
			}
			if diff := want.diff(answersOf(c, b, "x1")); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
		}
	}
}

func TestTextTablePositions(t *testing.T) {
	c := sampleCatalogue()
	_, rest, _ := strings.Cut(asText(t, edited(t, c, "x1", typing("E13", "mười hai phẩy")), ';'), ";")
	text := "\"hai\ndòng\";" + rest
	b := readInbox(t, c, inbox(map[string][]byte{"Đoàn xã.csv": []byte(text)}), 1)
	i := slices.IndexFunc(b.Findings, func(f Finding) bool { return f.Code == figureUnreadable })
	if i < 0 || b.Findings[i].Pos.String() != (Pos{"nop/Đoàn xã.csv", "Đoàn xã", 13, 5}).String() {
		t.Errorf("%v", b.Findings)
	}
}

func TestTextTablesThatAreRefused(t *testing.T) {
	c := sampleCatalogue()
	const head = "Mã đơn vị,x1\nKỳ báo cáo,2021\n"
	const titles = "Mã,Nội dung,Số liệu,Ghi chú\n"
	for name, tc := range map[string]struct{ text, says string }{
		"a number torn":           {head + titles + "tn_rac,Rác thải,13,6\n", "“13,6” là một số hay hai ô"},
		"a number and its note":   {head + titles + "tn_rac,Rác thải,13,6 triệu\n", "“13,6 triệu”"},
		"on the second page":      {head + titles + "tn_qua,Quà,1,\nMã,Số liệu,Ghi chú,Nội dung\ntn_rac,13,6,Rác\n", "“13,6”"},
		"a label torn":            {head + titles + "tn_rac,Rác thải, vỏ chai,,13\n", "nhiều ô hơn dòng tiêu đề"},
		"two separators":          {head + titles + "tn_rac,Rác thải,13,\nMã;Số liệu\ntn_qua;5\n", "dấu chấm phẩy hay dấu phẩy"},
		"a quote left open":       {head + titles + "tn_rac,\"Rác thải,13,\n", "Dấu ngoặc kép mở ở ô B4"},
		"no Unicode":              {"M\xe3,S\xf4 li\xeau\ntn_rac,5\n", "không dùng bảng mã Unicode"},
		"a letter":                {"Kính gửi: Tỉnh đoàn\nSố liệu của xã, như sau\n", "tệp văn bản thường hoặc CSV"},
		"a list":                  {"Tên,Năm sinh\nA,1\n", "tệp văn bản thường hoặc CSV"},
		"a header in one column":  {"Nội dung\nSố liệu\n", "tệp văn bản thường hoặc CSV"},
		"a web page":              {"<html><table>", "trang web"},
		"nothing":                 {"", "tệp rỗng"},
		"separated by semicolons": {strings.ReplaceAll(head+titles, ",", ";") + "tn_rac;Rác thải;13,6;7\n", ""},
	} {
		b := readInbox(t, c, inbox(map[string][]byte{"a.csv": []byte(tc.text)}), 1)
		f := b.Files[0]
		if (f.Outcome == Used) != (tc.says == "") || !strings.Contains(fmt.Sprint(f.Reason), tc.says) {
			t.Errorf("%s: outcome %d, %v", name, f.Outcome, f.Reason)
		}
	}
	b := readInbox(t, c, inbox(map[string][]byte{"a.xlsx": []byte(asText(t, edited(t, c, "x1", nil), ';'))}), 1)
	if b.Files[0].Outcome != Rejected || !strings.Contains(b.Files[0].Reason.Error(), "tệp văn bản thường hoặc CSV") {
		t.Errorf("a text under the name of a workbook: %v", b.Files[0].Reason)
	}
}

func TestConvertedWorkbooks(t *testing.T) {
	c := sampleCatalogue()
	form := edited(t, c, "x1", nil)
	want := answersOf(c, mustRead(t, c, map[string][]byte{"x1.xlsx": form}), "x1")
	old, open := []byte("\x09\x08\x10\x00 BIFF"), archived(t, member{"mimetype", nil}, member{"content.xml", nil})
	for name, tc := range map[string]struct {
		data   []byte
		made   []byte
		fails  error
		ending string
		want   Outcome
	}{
		"x1.xls": {old, form, nil, ".xls", Used}, "x1.ods": {open, form, nil, ".ods", Used}, "wrong name.xlsx": {old, form, nil, ".xls", Used},
		"failed.xls": {old, nil, errors.New("no"), ".xls", Rejected}, "bad.xls": {old, []byte("no workbook"), nil, ".xls", Rejected},
		"good.xlsx": {form, nil, nil, "", Used}, "letter.pdf": {[]byte("%PDF-1.4"), nil, nil, "", Rejected},
	} {
		asked := ""
		convert := func(data []byte, ending string) ([]byte, error) {
			asked = ending
			if !bytes.Equal(data, tc.data) {
				t.Errorf("%s: other bytes are converted", name)
			}
			return tc.made, tc.fails
		}
		b, err := Read(inbox(map[string][]byte{name: tc.data}), "nop", c, c.Periods[1], ReadOptions{Convert: convert})
		if err != nil {
			t.Fatal(err)
		}
		if b.Files[0].Outcome != tc.want || asked != tc.ending {
			t.Errorf("%s: outcome %d, %v, converted %q", name, b.Files[0].Outcome, b.Files[0].Reason, asked)
		}
		if tc.want == Rejected {
			continue
		}
		if diff := want.diff(answersOf(c, b, "x1")); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if noted := slices.ContainsFunc(b.Findings, func(f Finding) bool { return f.Code == fileConverted && f.Unit == "x1" }); noted != (tc.ending != "") {
			t.Errorf("%s: %v", name, seen(b.Findings))
		}
		without := readInbox(t, c, inbox(map[string][]byte{name: tc.data}), 1)
		if got := without.Files[0].Outcome; tc.ending != "" && (got != Rejected || !strings.Contains(without.Files[0].Reason.Error(), "*.xlsx")) {
			t.Errorf("%s: without a converter: %v", name, without.Files[0].Reason)
		}
	}
}
