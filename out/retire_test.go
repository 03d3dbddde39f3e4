package out

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tonghop/lang"
)

// letters runs one run that writes letters, and takes back old ones.
func letters(t *testing.T, dir string, old func(string) bool, names ...string) (*Dest, []string) {
	t.Helper()
	d, err := Open(dir, "ketqua")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if err := d.Stage("don-doc/"+name, func(w io.Writer) error { return packed(name)(w) }); err != nil {
			t.Fatal(err)
		}
	}
	retired, err := d.Retire("don-doc", old)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Commit(NewManifest("1", "2021", "all", nil)); err != nil {
		t.Fatal(err)
	}
	return d, retired
}

func every(string) bool { return true }

// Old results go, what somebody edited or put there stays with a word, and the manifest names what is left.
func TestRetire(t *testing.T) {
	dir := t.TempDir()
	letters(t, dir, every, "a.docx", "b.docx", "c.docx")
	for _, name := range []string{"b.docx", "own.docx", "note.txt"} {
		if err := os.WriteFile(filepath.Join(dir, "don-doc", name), []byte("mine"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	d, retired := letters(t, dir, every, "c.docx")
	if !slices.Equal(retired, []string{"don-doc/a.docx"}) {
		t.Errorf("retired %v", retired)
	}
	if _, err := os.Stat(filepath.Join(dir, "don-doc", "a.docx")); !os.IsNotExist(err) {
		t.Errorf("a.docx is still there: %v", err)
	}
	for _, name := range []string{"b.docx", "own.docx", "note.txt"} {
		if read(t, dir, "don-doc/"+name) != "mine" {
			t.Errorf("%s was touched", name)
		}
	}
	var words []string
	for _, warning := range d.Warnings {
		words = append(words, warning.In(lang.En))
	}
	if said := strings.Join(words, "\n"); len(words) != 2 || !strings.Contains(said, "b.docx") || !strings.Contains(said, "own.docx") {
		t.Errorf("warnings: %s", said)
	}
	manifest := read(t, dir, ManifestName)
	if strings.Contains(manifest, "a.docx") || !strings.Contains(manifest, "don-doc/c.docx") {
		t.Errorf("the manifest is %s", manifest)
	}
}

// A call about some units leaves the letters to the others.
func TestRetireAsksWhichAreOld(t *testing.T) {
	dir := t.TempDir()
	letters(t, dir, every, "a.docx", "b.docx")
	_, retired := letters(t, dir, func(name string) bool { return name == "b.docx" })
	if !slices.Equal(retired, []string{"don-doc/b.docx"}) || read(t, dir, "don-doc/a.docx") == "" {
		t.Errorf("retired %v", retired)
	}
}

// A new letter beside an edited one is no old one.
func TestRetireKeepsWhatStandsBeside(t *testing.T) {
	dir := t.TempDir()
	letters(t, dir, every, "a.docx")
	if err := os.WriteFile(filepath.Join(dir, "don-doc", "a.docx"), []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, retired := letters(t, dir, every, "a.docx"); len(retired) > 0 {
			t.Errorf("retired %v", retired)
		}
		if read(t, dir, "don-doc/a.docx") != "mine" || read(t, dir, "don-doc/a.moi.docx") == "" {
			t.Error("the edited letter or the new one beside it is gone")
		}
	}
}
