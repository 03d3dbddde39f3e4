package main

import (
	"crypto/sha256"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"tonghop/workers"
)

// To start LibreOffice takes several times as long as to convert a form. Where a folder holds many files that it will be asked for, they are converted
// ahead, many with each start; what comes of a file is found by its content. Nothing depends on it: a file of which nothing is known here is
// converted by itself when it is read.

const (
	officeBatch = 20      // files for one start
	officeAhead = 8 << 20 // bytes; a larger file takes its time by itself
)

// officeStarts are the first bytes of the files that are converted, by their ending. What only bears the name is told apart when it is read.
var officeStarts = map[string]string{".xls": "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ".ods": "PK\x03\x04"}

// content is what a file holds, and as what it is read.
type content struct {
	ending string
	sum    [sha256.Size]byte
}

func contentOf(data []byte, ending string) content { return content{ending, sha256.Sum256(data)} }

// ahead converts the files of a folder and of those below it. It returns when all are done.
func (o *office) ahead(fsys fs.FS, dir string) {
	if o == nil {
		return
	}
	var batches [][]string
	for _, ending := range slices.Sorted(maps.Keys(officeStarts)) {
		names := endingIn(fsys, dir, ending)
		for len(names) > 1 { // one alone gains nothing
			n := min(len(names), officeBatch)
			batches = append(batches, names[:n])
			names = names[n:]
		}
	}
	if len(batches) == 0 || !o.ready() {
		return
	}
	made := make([]map[content]string, len(batches))
	workers.Each(o.jobs, len(batches), nil, func() func(int) {
		return func(i int) { made[i] = o.batch(fsys, batches[i], strings.ToLower(path.Ext(batches[i][0]))) }
	})
	o.made = make(map[content]string)
	for _, files := range made {
		for key, name := range files {
			o.made[key] = name
		}
	}
}

// endingIn gives the ordinary files whose names have the ending, in the order of their paths.
func endingIn(fsys fs.FS, dir, ending string) []string {
	var names []string
	_ = fs.WalkDir(fsys, dir, func(name string, entry fs.DirEntry, err error) error { // what cannot be read is said when it is read
		if err == nil && entry.Type().IsRegular() && strings.EqualFold(path.Ext(name), ending) {
			names = append(names, name)
		}
		return nil
	})
	return names
}

// batch converts files with one start. For each content it gives the workbook that was made, "" where LibreOffice went through all files and made none of it.
func (o *office) batch(fsys fs.FS, names []string, ending string) map[content]string {
	folder, err := os.MkdirTemp(o.dir, "files-")
	if err != nil {
		return nil
	}
	var from []string
	made := make(map[content]string)
	for i, name := range names {
		info, err := fs.Stat(fsys, name)
		if err != nil || info.Size() > officeAhead {
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil || !strings.HasPrefix(string(data), officeStarts[ending]) {
			continue
		}
		stem := strconv.Itoa(i)
		if os.WriteFile(filepath.Join(folder, stem+ending), data, 0o600) == nil {
			from = append(from, filepath.Join(folder, stem+ending))
			made[contentOf(data, ending)] = filepath.Join(folder, "out", stem+".xlsx")
		}
	}
	if len(from) == 0 || o.run(filepath.Join(folder, "out"), from...) != nil {
		return nil
	}
	for key, name := range made {
		if _, err := os.Stat(name); err != nil {
			made[key] = ""
		}
	}
	return made
}
