package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A workbook that LibreOffice saved in another format is read through LibreOffice, to the same totals.
func TestOldAndOpenWorkbooksAreConverted(t *testing.T) {
	program := need(t, "soffice")
	t.Setenv("TMPDIR", t.TempDir())
	dir := example(t)
	before := totalsOf(t, dir)
	for name, format := range map[string]string{"tn1-25456": "xls", "tn1-25459": "ods"} {
		form := filepath.Join(dir, "nop", name+".xlsx")
		made, err := os.ReadFile(convert(t, program, format, form))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(form); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "nop", name+"."+format), made, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if after := totalsOf(t, dir); after != before {
		t.Error("the totals are others")
	}
	left, err := filepath.Glob(filepath.Join(os.TempDir(), "tonghop-office-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("%q is left behind, %v", left, err)
	}
}

// totalsOf is what a workspace adds up to.
func totalsOf(t *testing.T, dir string) string {
	t.Helper()
	var stdout bytes.Buffer
	if got := run(context.Background(), []string{"tonghop", "aggregate", "--json", dir}, nil, &stdout, io.Discard); got != fine {
		t.Fatalf("ended with %d: %s", got, stdout.String())
	}
	var totals struct {
		Totals []any `json:"totals"`
	}
	if err := json.Unmarshal(stdout.Bytes(), &totals); err != nil || len(totals.Totals) == 0 {
		t.Fatalf("%v", err)
	}
	return stdout.String()
}

func TestWhatLibreOfficeCannotConvert(t *testing.T) {
	need(t, "soffice")
	o := newOffice(t.Context(), 1)
	defer o.close()
	for range 2 { // the profile serves again
		if made, err := o.workbook([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"+strings.Repeat("\x00", 600)), ".xls"); err == nil {
			t.Errorf("%d bytes are made of nothing", len(made))
		}
	}
}

// Many files are converted with one start of LibreOffice: a broken one among them does not stop the others, and when they are read nothing is started again.
func TestManyWorkbooksAreConvertedAhead(t *testing.T) {
	program := need(t, "soffice")
	dir := t.TempDir()
	for name, text := range map[string]string{"a": "125", "b": "80", "c": "7"} {
		file := filepath.Join(dir, name+".csv")
		if err := os.WriteFile(file, []byte("Mã,Số liệu\nx,"+text+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(convert(t, program, "xls", file), filepath.Join(dir, name+".xls")); err != nil {
			t.Fatal(err)
		}
	}
	broken := []byte(officeStarts[".xls"] + strings.Repeat("\x00", 600))
	if err := os.WriteFile(filepath.Join(dir, "b2.xls"), broken, 0o600); err != nil {
		t.Fatal(err)
	}
	o := newOffice(t.Context(), 1)
	defer o.close()
	o.ahead(os.DirFS(dir), ".")
	o.program = filepath.Join(dir, "no program")
	for _, name := range []string{"a", "b", "c"} {
		data, err := os.ReadFile(filepath.Join(dir, name+".xls"))
		if err != nil {
			t.Fatal(err)
		}
		if made, err := o.workbook(data, ".xls"); err != nil || !bytes.HasPrefix(made, []byte("PK")) {
			t.Errorf("%s.xls: %d bytes, %v", name, len(made), err)
		}
	}
	if _, known := o.made[contentOf(broken, ".xls")]; !known {
		t.Error("the broken file was not looked at")
	}
	if made, err := o.workbook(broken, ".xls"); err == nil {
		t.Errorf("%d bytes are made of nothing", len(made))
	}
}
