package out

import (
	"archive/zip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// packed is the smallest package: one part that says the text.
func packed(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		pkg := zip.NewWriter(w)
		part, err := pkg.Create("word/document.xml")
		if err != nil {
			return err
		}
		if _, err := io.WriteString(part, text); err != nil {
			return err
		}
		return pkg.Close()
	}
}

func saying(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

// commit runs one run: it stages the results and puts them in place.
func commit(t *testing.T, dir string, results map[string]func(io.Writer) error) *Dest {
	t.Helper()
	d, err := Open(dir, "ketqua")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"bao-cao/a.docx", "tong-hop.json"} {
		if write := results[name]; write != nil {
			if err := d.Stage(name, write); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := d.Commit(NewManifest("1", "2021", "all", nil)); err != nil {
		t.Fatal(err)
	}
	return d
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func names(t *testing.T, dir string) string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			rel, _ := filepath.Rel(dir, path)
			found = append(found, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(found, " ")
}

func TestAFailedRunLeavesTheFormerResults(t *testing.T) {
	dir := t.TempDir()
	commit(t, dir, map[string]func(io.Writer) error{"bao-cao/a.docx": packed("một"), "tong-hop.json": saying("{}")})
	before := names(t, dir)
	document, manifest := read(t, dir, "bao-cao/a.docx"), read(t, dir, ManifestName)

	d, err := Open(dir, "ketqua")
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Stage("bao-cao/a.docx", packed("hai")); err != nil {
		t.Fatal(err)
	}
	full := errors.New("no space left on device")
	err = d.Stage("tong-hop.json", func(io.Writer) error { return full })
	if !errors.Is(err, full) || !strings.Contains(err.Error(), "ketqua/tong-hop.json") {
		t.Errorf("got %v", err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if after := names(t, dir); after != before {
		t.Errorf("left %s, want %s", after, before)
	}
	if read(t, dir, "bao-cao/a.docx") != document || read(t, dir, ManifestName) != manifest {
		t.Error("a former result changed")
	}
}

func TestWhatSomebodyEditedStays(t *testing.T) {
	dir := t.TempDir()
	run := func(text string) *Dest {
		return commit(t, dir, map[string]func(io.Writer) error{"bao-cao/a.docx": packed(text)})
	}
	edit := func(name string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("edited "+name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	run("một")
	if d := run("hai"); len(d.Warnings) != 0 {
		t.Errorf("our own report is replaced without a word, got %v", d.Warnings)
	}
	edit("bao-cao/a.docx")
	if d := run("ba"); len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0].Error(), "a.moi.docx") {
		t.Errorf("got %v", d.Warnings)
	}
	edit("bao-cao/a.moi.docx")
	run("bốn")
	run("năm")
	if got, want := names(t, dir), "bao-cao/a.docx bao-cao/a.moi-2.docx bao-cao/a.moi.docx nhat-ky.json"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, name := range []string{"bao-cao/a.docx", "bao-cao/a.moi.docx"} {
		if read(t, dir, name) != "edited "+name {
			t.Errorf("%s was replaced", name)
		}
	}
}

// A run that was killed between two renames leaves new and old results, each whole, and the manifest of the run that was
// under way. The next run knows both as its own.
func TestAfterAKilledRun(t *testing.T) {
	dir := t.TempDir()
	commit(t, dir, map[string]func(io.Writer) error{"bao-cao/a.docx": packed("một"), "tong-hop.json": saying("{}")})
	d, err := Open(dir, "ketqua")
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Stage("bao-cao/a.docx", packed("hai")); err != nil {
		t.Fatal(err)
	}
	m := NewManifest("1", "2021", "all", nil)
	m.take(d.former, []Result{{Path: "bao-cao/a.docx", SHA256: d.staged[0].sha256}}, d.present)
	if err := d.stageManifest(m); err != nil {
		t.Fatal(err)
	}
	if err := d.place(d.staged[0]); err != nil {
		t.Fatal(err)
	}
	// Killed here.
	next := commit(t, dir, map[string]func(io.Writer) error{"bao-cao/a.docx": packed("ba")})
	if len(next.Warnings) != 0 {
		t.Errorf("a report of our own was taken for an edited one: %v", next.Warnings)
	}
	if got, want := names(t, dir), "bao-cao/a.docx nhat-ky.json tong-hop.json"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestManifestKeepsWhatStillStands(t *testing.T) {
	dir := t.TempDir()
	commit(t, dir, map[string]func(io.Writer) error{"tong-hop.json": saying("{}")})
	commit(t, dir, map[string]func(io.Writer) error{"bao-cao/a.docx": packed("một")})
	if got := read(t, dir, ManifestName); !strings.Contains(got, "tong-hop.json") || !strings.Contains(got, "bao-cao/a.docx") {
		t.Errorf("got %s", got)
	}
	if err := os.Remove(filepath.Join(dir, "tong-hop.json")); err != nil {
		t.Fatal(err)
	}
	commit(t, dir, map[string]func(io.Writer) error{"bao-cao/a.docx": packed("một")})
	if got := read(t, dir, ManifestName); strings.Contains(got, "tong-hop.json") {
		t.Errorf("a result that is gone is still listed: %s", got)
	}
}

func TestADamagedPackageNeverGetsItsName(t *testing.T) {
	dir := t.TempDir()
	d, err := Open(dir, "ketqua")
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Stage("bao-cao/a.docx", saying("no package")); err == nil || !strings.Contains(err.Error(), "bao-cao/a.docx") {
		t.Errorf("got %v", err)
	}
}

func TestRunIdentifiesTheInputs(t *testing.T) {
	one := NewManifest("1", "2021", "all", []Result{{"a", "1"}, {"b", "2"}})
	same := NewManifest("1", "2021", "all", []Result{{"b", "2"}, {"a", "1"}})
	other := NewManifest("1", "2021", "strict", []Result{{"a", "1"}, {"b", "2"}})
	if one.Run != same.Run || one.Run == other.Run || len(one.Run) != 16 {
		t.Errorf("got %s, %s, %s", one.Run, same.Run, other.Run)
	}
}
