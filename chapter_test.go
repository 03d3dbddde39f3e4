package main

import (
	"archive/zip"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/templates"
)

// chapterDocuments are the filled documents of the examples of chapters, with the published figures that they print.
var chapterDocuments = []struct {
	template string
	figures  string            // in demo/testdata
	files    map[string]string // report in the table of figures to document
}{
	{"dai-hoi-chi-doan", "figures_chapter_2019.csv", map[string]string{"A": "kiem-diem-chi-doan", "C": "dai-hoi-chi-doan"}},
	{"kiem-diem-bch", "figures_chapter_2022.csv", map[string]string{"B": "kiem-diem-bch"}},
	{"tong-ket-nhiem-ky", "figures_chapter_2017.csv", map[string]string{"D": "tong-ket-nhiem-ky"}},
}

// Every figure that a chapter's report published is printed where the table says, as the program prints such a figure; where it is another one,
// the table says why.
func TestChapterReportsPrintThePublishedFigures(t *testing.T) {
	for _, example := range chapterDocuments {
		dir := exampleOf(t, example.template)
		text := make(map[string]string)
		for report, name := range example.files {
			file := filepath.Join(dir, "ketqua", "bao-cao", name+".docx")
			text[report+" body"], text[report+" footnote"] = wordsOf(t, file, "word/document.xml"), wordsOf(t, file, "word/footnotes.xml")
		}
		for _, row := range tableOf(t, filepath.Join("demo", "testdata", example.figures)) {
			if !strings.Contains(text[row["report"]+" "+row["place"]], row["prints"]) {
				t.Errorf("%s.%s %s: the document does not print %q", row["report"], row["no"], row["label"], row["prints"])
			}
			if want := asPrinted(row["value_as_printed"]); strings.Contains(row["prints"], want) == (row["deviation"] != "") {
				t.Errorf("%s.%s: %q beside the published %q, deviation %q", row["report"], row["no"], row["prints"], want, row["deviation"])
			}
		}
	}
}

// The setting mau_bao_cao names the built-in templates of a workspace, in its order; what it misspells is said with the names there are.
func TestWorkspaceNamesItsTemplates(t *testing.T) {
	shipped := []document{{name: "dai-hoi-chi-doan"}, {name: "khac-phuc"}, {name: "kiem-diem-chi-doan"}}
	for _, c := range []struct{ setting, want string }{
		{"", "khac-phuc"},
		{"kiem-diem-chi-doan; Dai-hoi-chi-doan.docx;kiem-diem-chi-doan", "kiem-diem-chi-doan, dai-hoi-chi-doan"},
	} {
		w := &workspace{catalogue: &sheets.Catalogue{Settings: sheets.Settings{{Key: settingTemplates, Value: c.setting}}}}
		got, err := wantedDocuments(w, shipped)
		if err != nil || strings.Join(documentNames(got), ", ") != c.want {
			t.Errorf("%q: %v, %v", c.setting, documentNames(got), err)
		}
	}
	w := &workspace{catalogue: &sheets.Catalogue{Settings: sheets.Settings{{Key: settingTemplates, Value: "khac phục"}}}}
	_, err := wantedDocuments(w, shipped)
	if text := lang.Text(err, lang.Vi); !strings.Contains(text, "khac phục") || !strings.Contains(text, "kiem-diem-chi-doan") {
		t.Errorf("a name that there is not: %q", text)
	}
}

// Every built-in template can be filled from the catalogue that init writes, because the office starts from it.
func TestBuiltinTemplatesFitTheStarter(t *testing.T) {
	data, err := sheets.WriteCatalogue(sheets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	c, err := sheets.Load(catalogueName, data)
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := builtinDocuments()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range shipped {
		made, faults, err := templates.Compile(d.name, d.data)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range append(faults, made.Check(schemaFor(d.name, c))...) {
			t.Errorf("%s: %s", d.name, fault.Line().In(lang.Vi))
		}
	}
}

// exampleOf writes and runs the example of a built-in template.
func exampleOf(t *testing.T, template string) string {
	t.Helper()
	return example(t, "--template", template)
}

var approximation = regexp.MustCompile(`^(hơn|gần|trên|khoảng) `)

// asPrinted is a published figure as the program prints it: no word of approximation before an exact figure, counts below ten with a zero,
// a dot between thousands.
func asPrinted(published string) string {
	text := approximation.ReplaceAllString(published, "")
	switch {
	case len(text) == 1:
		return "0" + text
	case len(text) == 4 && !strings.ContainsAny(text, ".,%") && text > "0999":
		return text[:1] + "." + text[1:]
	}
	return text
}

// wordsOf is the text of a part of a document.
func wordsOf(t *testing.T, file, part string) string {
	t.Helper()
	pkg, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer pkg.Close()
	entry, err := pkg.Open(part)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(entry)
	if err != nil {
		t.Fatal(err)
	}
	return textOfPart(string(data))
}

// tableOf reads a table with titles.
func tableOf(t *testing.T, name string) []map[string]string {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, cells := range records[1:] {
		row := make(map[string]string)
		for i, cell := range cells {
			row[records[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}
