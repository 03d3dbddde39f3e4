package templates_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// throughLibreOffice opens a document in LibreOffice and saves it again as a Word document. Where LibreOffice is missing the test is skipped, unless
// TONGHOP_REQUIRE says that everything must be there.
func throughLibreOffice(t *testing.T, file []byte) []byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("TONGHOP_REQUIRE") != "" {
			t.Fatal("soffice is missing")
		}
		t.Skip("soffice is missing")
	}
	in, out, home := t.TempDir(), t.TempDir(), t.TempDir()
	source := filepath.Join(in, "a.docx")
	if err := os.WriteFile(source, file, 0o666); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(office, "-env:UserInstallation=file://"+home, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", out, source).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	saved, err := os.ReadFile(filepath.Join(out, "a.docx"))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return saved
}

// TestLibreOffice saves a report with LibreOffice. Every figure is found again, with its text and its formatting, and is refreshed.
func TestLibreOffice(t *testing.T) {
	source := everything()
	source.bodyEnd = `<w:sectPr><w:headerReference w:type="default" r:id="rheader"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`
	bold := `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{nam}} {{thieu_so}} {{mot_phan}}</w:t></w:r></w:p>`
	source.body += bold + p("{{#dv}}{{ten}} {{so}} {{/dv}}")
	result := living(t, source)
	saved := throughLibreOffice(t, result.Document)
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
