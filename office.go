package main

import (
	"context"
	"errors"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// officePlaces are where LibreOffice is when its program is not among those that can be called by name.
var officePlaces = []string{
	`C:\Program Files\LibreOffice\program\soffice.com`,
	`C:\Program Files (x86)\LibreOffice\program\soffice.com`,
	"/Applications/LibreOffice.app/Contents/MacOS/soffice",
}

// findOffice is the path of LibreOffice, "" where it is not installed.
func findOffice() string {
	for _, place := range append([]string{"soffice", "libreoffice"}, officePlaces...) {
		if found, err := exec.LookPath(place); err == nil {
			return found
		}
	}
	return ""
}

const (
	officePatience = time.Minute // for one start; the first of a profile takes some seconds
	officeGrace    = 5 * time.Second
	officeMost     = 4        // at a time, because each takes some hundred megabytes of memory
	officeLargest  = 50 << 20 // bytes of what it may write
)

// errNotConverted says that LibreOffice could not make a workbook of a file. Whoever asked knows better what the file is.
var errNotConverted = errors.New("LibreOffice could not convert the file")

// office converts workbooks of other kinds. Each LibreOffice that runs at a time needs a profile of its own: two with the same one wait for each other, and
// the user's own may be in use. Nothing is made before the first file.
type office struct {
	ctx      context.Context // ends what runs when it is done
	program  string
	jobs     int
	start    sync.Once
	failure  error
	dir      string
	profiles chan string
	made     map[content]string // what was converted ahead
}

// newOffice uses the LibreOffice of the machine, up to so many at a time, until ctx is done. It gives nil where there is none.
func newOffice(ctx context.Context, jobs int) *office {
	program := findOffice()
	if program == "" {
		return nil
	}
	return &office{ctx: ctx, program: program, jobs: min(jobs, officeMost)}
}

// prepare makes a folder for the profiles and the files.
func (o *office) prepare() {
	if o.dir, o.failure = os.MkdirTemp("", "tonghop-office-"); o.failure != nil {
		return
	}
	o.profiles = make(chan string, o.jobs)
	for range o.jobs {
		profile, err := os.MkdirTemp(o.dir, "profile-")
		if err != nil {
			o.failure = err
			return
		}
		o.profiles <- profile
	}
}

// close removes what was made.
func (o *office) close() {
	if o != nil && o.dir != "" {
		_ = os.RemoveAll(o.dir) // a folder for temporary files is emptied by the system too
	}
}

// converter is what sheets calls, nil without LibreOffice.
func (o *office) converter() func(data []byte, ending string) ([]byte, error) {
	if o == nil {
		return nil
	}
	return o.workbook
}

// officeFilters are how LibreOffice reads a file, by its ending. Left to itself it takes what it cannot read for text.
var officeFilters = map[string]string{".xls": "MS Excel 97", ".ods": "calc8"}

// workbook makes an .xlsx of a workbook whose name has another ending.
func (o *office) workbook(data []byte, ending string) ([]byte, error) {
	if name, known := o.made[contentOf(data, ending)]; known {
		return readMade(name)
	}
	if !o.ready() {
		return nil, o.failure
	}
	folder, err := os.MkdirTemp(o.dir, "file-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	from := filepath.Join(folder, "in"+ending)
	if err := os.WriteFile(from, data, 0o600); err != nil {
		return nil, err
	}
	if err := o.run(filepath.Join(folder, "out"), from); err != nil {
		return nil, errNotConverted
	}
	return readMade(filepath.Join(folder, "out", "in.xlsx"))
}

// ready makes what a conversion needs, and tells whether it is there.
func (o *office) ready() bool {
	o.start.Do(o.prepare)
	return o.failure == nil
}

// run lets LibreOffice convert files of one ending into a folder. It starts without macros, as it does whenever it has no window.
func (o *office) run(out string, from ...string) error {
	profile := <-o.profiles
	defer func() { o.profiles <- profile }()
	ctx, stop := context.WithTimeout(o.ctx, officePatience)
	defer stop()
	home := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(profile), "/")}
	flags := []string{"-env:UserInstallation=" + home.String(), "--headless", "--norestore", "--nolockcheck",
		"--infilter=" + officeFilters[filepath.Ext(from[0])], "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out}
	cmd := exec.CommandContext(ctx, o.program, append(flags, from...)...)
	cmd.Stdout, cmd.Stderr, cmd.WaitDelay = io.Discard, io.Discard, officeGrace
	apart(cmd)
	err := cmd.Run()
	if err != nil {
		_ = os.RemoveAll(profile) // one that was interrupted may stay locked; LibreOffice makes it anew
	}
	return err
}

// readMade reads what LibreOffice has written. It ends well too when it has written nothing.
func readMade(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil || info.Size() > officeLargest {
		return nil, errNotConverted
	}
	return os.ReadFile(name)
}
