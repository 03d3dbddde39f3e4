package builtin

import (
	"io/fs"
	"testing"
)

// The list of templates and the files in FS are the same.
func TestTemplatesAreFiles(t *testing.T) {
	files, err := fs.Glob(FS(), "*")
	if err != nil {
		t.Fatal(err)
	}
	listed := Templates()
	if len(files) != len(listed) {
		t.Fatalf("FS holds %q, Templates lists %d", files, len(listed))
	}
	for i, tmpl := range listed {
		if tmpl.File != files[i] || tmpl.Title == "" {
			t.Errorf("template %d is %+v, the file is %s", i, tmpl, files[i])
		}
	}
}
