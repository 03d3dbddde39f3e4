package main

import (
	"os"
	"path/filepath"
	"testing"
)

// Every examination has a code of its own and is explained in both languages.
func TestExaminationsAreDocumented(t *testing.T) {
	codes := make(map[string]bool)
	for _, e := range examinations() {
		if e.code == "" || codes[e.code] || e.examine == nil || e.title.Vi == "" || e.title.En == "" || e.explain.Vi == "" || e.explain.En == "" {
			t.Errorf("%q is not documented, does nothing, or its code is taken", e.code)
		}
		codes[e.code] = true
	}
}

func TestLockFiles(t *testing.T) {
	for name, want := range map[string]string{
		"~$x1.xlsx": "x1.xlsx", "~$o-cao.docx": "o-cao.docx", ".~lock.x1.ods#": "x1.ods", "x1.xlsx": "", ".~lock.x1.ods": "", "~x1.xlsx": "", ".an": "",
	} {
		if got := ofLock(name); got != want {
			t.Errorf("%q belongs to %q, want %q", name, got, want)
		}
	}
	dir := t.TempDir()
	w := &workspace{dir: dir}
	for _, name := range []string{"bao-cao.docx", "~$o-cao.docx", "[a].docx"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for of, want := range map[string]string{"o-cao.docx": "bao-cao.docx", "[a].docx": "[a].docx", "mat.docx": "mat.docx"} {
		if got := lockedFile(filepath.Join(dir, "~$"+of), of, w); got != want {
			t.Errorf("the lock file of %q is said to be of %q, want %q", of, got, want)
		}
	}
}

func TestFontsAreToldByTheirFiles(t *testing.T) {
	for name, want := range map[string]fontMatch{
		"times.ttf": sameFont, "Times_New_Roman_Bold.ttf": sameFont, "Times New Roman.ttf": sameFont, "LiberationSerif-Regular.ttf": asWide, "Tinos-Bold.ttf": asWide,
		"texgyretermes-regular.otf": asWide, "LiberationSans-Regular.ttf": otherFont, "timesbd.txt": otherFont, "times": otherFont, "timeless.ttf": otherFont, "": otherFont,
	} {
		if got := isFont(name); got != want {
			t.Errorf("%q is %d, want %d", name, got, want)
		}
	}
}

// The probe leaves nothing behind, and a folder that is no folder cannot be written to.
func TestProbe(t *testing.T) {
	dir := t.TempDir()
	if left, err := probe(dir); left || err != nil {
		t.Errorf("probe: %v, %v", left, err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("the probe left %v, %v", entries, err)
	}
	if _, err := probe(filepath.Join(dir, "khong-co")); err == nil {
		t.Error("a folder that is not there can be written to")
	}
	if got := nearestFolder(filepath.Join(dir, "a", "b")); got != dir {
		t.Errorf("the nearest folder is %q, want %q", got, dir)
	}
	if free, known := freeSpace(dir); known && free == 0 {
		t.Error("the disk of the tests is full")
	}
}
