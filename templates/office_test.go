package templates_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// libreOffice is LibreOffice with a profile of its own. Where it is missing the test is skipped, unless TONGHOP_REQUIRE says that everything must be there.
type libreOffice struct {
	t          *testing.T
	path, home string
}

func newLibreOffice(t *testing.T) libreOffice {
	t.Helper()
	path, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("TONGHOP_REQUIRE") != "" {
			t.Fatal("soffice is missing")
		}
		t.Skip("soffice is missing")
	}
	return libreOffice{t, path, t.TempDir()}
}

func (l libreOffice) run(args ...string) {
	l.t.Helper()
	args = append([]string{"-env:UserInstallation=file://" + l.home, "--headless", "--norestore"}, args...)
	if text, err := exec.Command(l.path, args...).CombinedOutput(); err != nil {
		l.t.Fatalf("%v\n%s", err, text)
	}
}

// saved opens a document and saves it again as a Word document.
func (l libreOffice) saved(file []byte) []byte {
	l.t.Helper()
	in, out := l.t.TempDir(), l.t.TempDir()
	l.write(filepath.Join(in, "a.docx"), file)
	l.run("--convert-to", "docx:MS Word 2007 XML", "--outdir", out, filepath.Join(in, "a.docx"))
	return l.read(filepath.Join(out, "a.docx"))
}

// edited does to a document what the macro in testdata does.
func (l libreOffice) edited(file []byte) []byte {
	l.t.Helper()
	dir := l.t.TempDir()
	l.write(filepath.Join(dir, "a.docx"), file)
	l.run("--terminate_after_init") // the first start writes the profile, with an empty library
	macro, err := os.ReadFile("testdata/edit.xba")
	if err != nil {
		l.t.Fatal(err)
	}
	library := filepath.Join(l.home, "user", "basic", "Standard")
	l.write(filepath.Join(library, "Module1.xba"), macro)
	l.write(filepath.Join(library, "script.xlb"), []byte(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
`))
	l.run(fmt.Sprintf("macro:///Standard.Module1.Edit(%q,%q)", filepath.Join(dir, "a.docx"), filepath.Join(dir, "b.docx")))
	return l.read(filepath.Join(dir, "b.docx"))
}

func (l libreOffice) write(path string, data []byte) {
	l.t.Helper()
	if err := os.WriteFile(path, data, 0o666); err != nil {
		l.t.Fatal(err)
	}
}

func (l libreOffice) read(path string) []byte {
	l.t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		l.t.Fatal(err)
	}
	return data
}

// TestEditedInLibreOffice lets somebody edit a report, and more units report. Prose and what was changed by hand stay, the rest is new.
func TestEditedInLibreOffice(t *testing.T) {
	source := docx{body: p("Mở đầu") + p("{{ten}} có {{xd_dvut}} đoàn viên, {{xd_dvut / nam | pt}}; {{thieu_so}} và {{mot_phan}}.") + `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Đậm {{nam|chu}} và {{xd_dvut|so}}</w:t></w:r></w:p>` +
		tbl(tr(tc(p("{{#dv}}{{ten}}")), tc(p("{{so}}{{/dv}}")))) + p("Cuối bài {{xd_dvut + nam}}") + p("Hết")}
	file := newLibreOffice(t).edited(living(t, source).Document)
	refreshed, err := open(t, file).Refresh(later(), origin)
	if err != nil {
		t.Fatal(err)
	}
	want := `xd_dvut + nam: changed 1.810/1.810/1.816
xd_dvut: changed 1.805/1.805/1.811
xd_dvut / nam | pt: changed 36.100%/36.100%/36.220%
thieu_so: changed (không đủ số liệu)/(không đủ số liệu)/7
mot_phan: changed 12 (số liệu 93/94 đơn vị)/12 (số liệu 93/94 đơn vị)/(không đủ số liệu)
nam | chu: by_hand năm/sáu/năm
xd_dvut | so: changed 1.805/1.805/1.811
dv[binh] so: changed 2/2/22
dv[an] so: lost 1//1`
	if got := linesOf(refreshed.Lines); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	text := textOf(bodyOf(t, refreshed.Document))
	for _, want := range []string{"Cuối bài 1.816Mở đầu", "Tỉnh đoàn có 1.811 đoàn viên (đã rà soát), 36.220%; 7 và (không đủ số liệu).", "Đậm sáu và 1.811", "Bình|22|"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestLibreOffice saves a report with LibreOffice. Every figure is found again, with its text and its formatting, and is refreshed.
func TestLibreOffice(t *testing.T) {
	source := everything()
	source.bodyEnd = `<w:sectPr><w:headerReference w:type="default" r:id="rheader"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`
	bold := `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{nam}} {{thieu_so}} {{mot_phan}}</w:t></w:r></w:p>`
	source.body += bold + p("{{#dv}}{{ten}} {{so}} {{/dv}}")
	result := living(t, source)
	saved := newLibreOffice(t).saved(result.Document)
	d := open(t, saved)
	if _, ok := d.Provenance(); !ok {
		t.Error("LibreOffice dropped the provenance")
	}
	found := map[string]int{}
	for _, f := range d.Figures() {
		found[f.Key+"="+f.Text]++
	}
	for _, f := range result.Figures {
		if found[f.Key+"="+f.Text]--; found[f.Key+"="+f.Text] < 0 {
			t.Errorf("%s=%s is gone: %s", f.Key, f.Text, foundIn(d))
		}
	}
	for _, l := range d.Compare(world()) {
		if l.State.String() != "equal" {
			t.Errorf("%s is %s: %q, %q, %q", l.Key, l.State, l.Printed, l.Shown, l.Now)
		}
	}
	refreshed, err := d.Refresh(later(), origin)
	if err != nil {
		t.Fatal(err)
	}
	if got := linesOf(open(t, refreshed.Document).Compare(later())); strings.Contains(got, "changed") || strings.Contains(got, "hand") {
		t.Error(got)
	}
	main := partsOf(t, refreshed.Document)[mainPart]
	if n := strings.Count(main, `w:val="yellow"`); n != 2 {
		t.Errorf("%d figures are marked as missing, not 2:\n%s", n, main)
	}
	if !strings.Contains(main, `<w:b/>`) || !strings.Contains(main, "1.811") {
		t.Error(main)
	}
	detached, err := open(t, refreshed.Document).Detach()
	if err != nil {
		t.Fatal(err)
	}
	if got := partsOf(t, detached)[mainPart]; strings.Contains(got, "_th") || strings.Contains(got, "w:sdt") {
		t.Errorf("something of ours is left in\n%s", got)
	}
}

// TestColumnsInLibreOffice lets LibreOffice read a table whose columns were repeated: it finds the cells where they are meant to be.
func TestColumnsInLibreOffice(t *testing.T) {
	result := render(t, docx{body: grid(three, tr(wide(1000, 1, p("")), wide(2001, 1, p("Đơn vị")), wide(3000, 1, p("Cộng"))),
		tr(wide(1000, 1, p("a")), wide(2001, 1, p("{{#cot dv}}{{ten}}{{/cot}}")), wide(3000, 1, p("b"))), tr(wide(3001, 2, p("gộp")), wide(3000, 1, p("{{nam}}")))) + p("hết")})
	main := partsOf(t, newLibreOffice(t).saved(result.Document))[mainPart]
	if got := textOf(main); !strings.Contains(got, "|Đơn vị|Cộng|/\na|An|Bình|b|/\ngộp|05|/\nhết") {
		t.Errorf("got %q", got)
	}
	if strings.Count(main, "<w:gridCol ") != 4 || strings.Count(main, "w:gridSpan") != 2 {
		t.Error(main)
	}
}
