package demo

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonghop/lang"
)

// snapshot reads every file of a folder.
func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func sameFiles(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, data := range want {
		if got[name] != data {
			t.Errorf("%s: %d bytes, want %d others", name, len(got[name]), len(data))
		}
	}
	for name := range got {
		if _, there := want[name]; !there {
			t.Errorf("%s is too many", name)
		}
	}
}

func mustWrite(t *testing.T, dir string, opt Options) {
	t.Helper()
	if err := Write(dir, opt); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, dir, name, data string) {
	t.Helper()
	name = filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestSameBytesWithAnyNumberOfWorkers(t *testing.T) {
	opt := Options{Chapters: 12, Faults: true}
	one, many := t.TempDir(), t.TempDir()
	mustWrite(t, one, opt)
	opt.Jobs = 8
	calls, last := 0, 0
	opt.Progress = func(done, total int) {
		if calls++; done != calls || done > total {
			t.Errorf("call %d says %d of %d", calls, done, total)
		}
		last = total
	}
	mustWrite(t, many, opt)
	sameFiles(t, snapshot(t, many), snapshot(t, one))
	if calls == 0 || calls != last {
		t.Errorf("%d calls of %d", calls, last)
	}
}

func TestWritingAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vi-du")
	mustWrite(t, dir, Options{})
	clean := snapshot(t, dir)
	mustWrite(t, dir, Options{Jobs: 2})
	sameFiles(t, snapshot(t, dir), clean)

	mustWrite(t, dir, Options{Faults: true, Chapters: 12})
	mustWrite(t, dir, Options{})
	sameFiles(t, snapshot(t, dir), clean)
	if entries, err := os.ReadDir(filepath.Join(dir, submissionsDir)); err != nil || len(entries) != len(clean)-2 {
		t.Errorf("%d entries beside %d files: folders of chapters are left (%v)", len(entries), len(clean)-2, err)
	}

	// Results, blank forms and own templates are other people's and stay.
	for _, name := range []string{"ketqua/kiem-tra.json", "bieumau/x.xlsx", "mau/rieng.docx"} {
		put(t, dir, name, "x")
		clean[name] = "x"
	}
	mustWrite(t, dir, Options{})
	sameFiles(t, snapshot(t, dir), clean)
}

func TestOtherPeoplesFilesAreNotTouched(t *testing.T) {
	for _, c := range []struct {
		name    string
		prepare func(t *testing.T, dir string)
		says    string
	}{
		{"a folder with something else", func(t *testing.T, dir string) { put(t, dir, "luong.xlsx", "x") }, "luong.xlsx"},
		{"a real workspace", func(t *testing.T, dir string) { put(t, dir, catalogueName, "x") }, catalogueName},
		{"results without an example", func(t *testing.T, dir string) { put(t, dir, "ketqua/kiem-tra.json", "x") }, "ketqua/kiem-tra.json"},
		{"a form added to the example", func(t *testing.T, dir string) {
			mustWrite(t, dir, Options{})
			put(t, dir, "nop/khac.xlsx", "x")
		}, "nop/khac.xlsx"},
		{"the example's catalogue changed", func(t *testing.T, dir string) {
			mustWrite(t, dir, Options{})
			put(t, dir, catalogueName, "x")
		}, catalogueName},
		{"a file in the place of the folder", func(t *testing.T, dir string) { put(t, filepath.Dir(dir), filepath.Base(dir), "x") }, "vi-du"},
	} {
		dir := filepath.Join(t.TempDir(), "vi-du")
		c.prepare(t, dir)
		before := snapshot(t, filepath.Dir(dir))
		err := Write(dir, Options{Faults: true})
		if text := lang.Text(err, lang.Vi); err == nil || !strings.Contains(text, c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
		sameFiles(t, snapshot(t, filepath.Dir(dir)), before)
	}
}

// A run that was killed leaves a record in which files have no digest yet; the next run finishes what it began.
func TestAKilledRunIsFinished(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, Options{})
	clean := snapshot(t, dir)
	wanted := readRecord(clean[recordName])
	if len(wanted) != len(clean)-1 {
		t.Fatalf("%d files in the record, %d on the disk", len(wanted), len(clean)-1)
	}
	put(t, dir, recordName, recordHead(Examples()[0])+wanted.and(nil).String())
	put(t, dir, wanted[3].path, "half")
	mustWrite(t, dir, Options{})
	sameFiles(t, snapshot(t, dir), clean)
}
