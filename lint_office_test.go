package main

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonghop/templates"
	"tonghop/templates/builtin"
)

// annotatedCopy lets lint write a copy with comments of a faulty template.
func annotatedCopy(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	var typed, stderr bytes.Buffer
	if err := writeTemplate(&typed, []string{"BÁO CÁO", "Giới thiệu hơn {{xd_dvutt}} đoàn viên, trị giá 13.6 triệu", "{{#cac_don_vi}}", "|{{tenn}}|{{xd_dvut}}", "{{/}}", "{{xd_dvut | soo}}", "cuối {{xd_dvut"}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "sai.docx")
	if err := os.WriteFile(file, typed.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	if got := run(context.Background(), []string{"tonghop", "lint", file, "--annotate"}, nil, io.Discard, &stderr); got != misused {
		t.Fatalf("lint ended with %d: %s", got, stderr.String())
	}
	return filepath.Join(dir, "sai.soat.docx")
}

// LibreOffice reads the comments and keeps them; a copy that it has saved is no longer taken for one that nobody touched.
func TestCommentsSurviveLibreOffice(t *testing.T) {
	office := need(t, "soffice")
	ours := annotatedCopy(t)
	data, err := os.ReadFile(ours)
	if err != nil {
		t.Fatal(err)
	}
	if !templates.Untouched(data) {
		t.Error("our own copy passes for edited")
	}
	saved, err := os.ReadFile(convert(t, office, "docx", ours))
	if err != nil {
		t.Fatal(err)
	}
	if templates.Untouched(saved) {
		t.Error("a copy that was saved passes for untouched")
	}
	comments := partOf(t, saved, "word/comments.xml")
	for _, want := range []string{"{{xd_dvutt}}", "{{tenn}}", "{{xd_dvut | soo}}", "13.6 triệu", templates.Author} {
		if !strings.Contains(textOfPart(comments)+comments, want) {
			t.Errorf("no comment on %s in what LibreOffice saved: %s", want, comments)
		}
	}
	if strings.Contains(comments, `w:date="0`) {
		t.Error("LibreOffice wrote a date that is none, because we wrote no date")
	}
}

func partOf(t *testing.T, file []byte, name string) string {
	t.Helper()
	pkg, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	text, err := fs.ReadFile(pkg, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Every document that the examples make passes our own linter, reminder letters and their merged file too: the structure is sound and the
// layout keeps the rules.
func TestDocumentsPassLint(t *testing.T) {
	for _, made := range builtin.Templates() {
		if made.File == builtin.ReminderFile {
			continue
		}
		name := strings.TrimSuffix(made.File, ".docx")
		t.Run(name, func(t *testing.T) { passLint(t, example(t, "--template", name)) })
	}
	t.Run("letters", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "vidu")
		for _, args := range [][]string{{"tonghop", "demo", dir, "--faults", "--quiet"}, {"tonghop", "letters", dir, "--quiet"}} {
			var stderr bytes.Buffer
			if got := run(context.Background(), args, nil, io.Discard, &stderr); got != dataErrors {
				t.Fatalf("%v ended with %d: %s", args, got, stderr.String())
			}
		}
		passLint(t, dir)
	})
}

// passLint looks at every document among the results of a workspace.
func passLint(t *testing.T, dir string) {
	t.Helper()
	documents := 0
	err := filepath.WalkDir(filepath.Join(dir, resultsDir), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".docx" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		notes, err := templates.Notes(data, templates.LayoutOptions{})
		for _, n := range notes {
			t.Errorf("%s: %s: %s", filepath.Base(path), n.Code, n)
		}
		documents++
		return err
	})
	if err != nil || documents == 0 {
		t.Errorf("%d documents: %v", documents, err)
	}
}
