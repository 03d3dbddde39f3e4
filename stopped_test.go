//go:build !windows

package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A LibreOffice at work ends with the run that started it, and what waits for it does not wait on.
func TestStoppingEndsLibreOffice(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"started", "never"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	script := "#!/bin/sh\ncd '" + dir + "'\necho x > started\nread line < never\n" // the last line waits for ever
	program := filepath.Join(dir, "soffice")
	if err := os.WriteFile(program, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	o := &office{ctx: ctx, program: program, jobs: 1}
	defer o.close()
	ended := make(chan error)
	go func() {
		_, err := o.workbook([]byte("x"), ".xls")
		ended <- err
	}()
	if _, err := os.ReadFile(filepath.Join(dir, "started")); err != nil { // the program runs
		t.Fatal(err)
	}
	stop()
	if err := <-ended; err == nil {
		t.Error("a conversion that was stopped made something")
	}
	if _, err := o.workbook([]byte("x"), ".xls"); err == nil {
		t.Error("a conversion begins after the stop")
	}
}

// A command that is stopped leaves the former results as they are, and says that it was stopped.
func TestStoppingLeavesResults(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vidu")
	if got := run(t.Context(), []string{"tonghop", "demo", dir, "--quiet", "--faults"}, nil, io.Discard, io.Discard); got != dataErrors {
		t.Fatalf("demo ended with %d", got)
	}
	manifest := filepath.Join(dir, "ketqua", "nhat-ky.json")
	before, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for _, command := range []string{"check", "run", "report", "letters"} {
		var stderr strings.Builder
		if got := run(ctx, []string{"tonghop", command, dir}, nil, io.Discard, &stderr); got != failed || !strings.Contains(stderr.String(), "Ctrl+C") {
			t.Errorf("%s ended with %d: %s", command, got, stderr.String())
		}
	}
	if after, err := os.ReadFile(manifest); err != nil || string(after) != string(before) {
		t.Errorf("the manifest is another one (%v)", err)
	}
	if left, err := filepath.Glob(filepath.Join(dir, "ketqua", ".dang-ghi-*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
