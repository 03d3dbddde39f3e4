// Package opc puts the container of an Office file (Open Packaging Conventions, ECMA-376 part 2) into one settled shape.
//
// The library that writes our workbooks puts their parts, and the list of their types, in varying order, so that the same workbook would have other
// bytes at every run. And LibreOffice takes more texts for characters written by their number than the standard does: it reads the code
// f_xa_mt as f, a line break, mt.
package opc

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
)

// contentTypes is the part that lists the types of all parts. It comes first in the container.
const contentTypes = "[Content_Types].xml"

// Part is one file in the container.
type Part struct {
	Name string
	Data []byte
}

// Parts takes a workbook apart: its parts in settled order and shape.
func Parts(workbook []byte) ([]Part, error) {
	entries, err := entriesOf(workbook)
	if err != nil {
		return nil, err
	}
	parts := make([]Part, 0, len(entries))
	for _, entry := range entries {
		data, err := read(entry)
		if err != nil {
			return nil, err
		}
		if entry.Name == contentTypes {
			data = sortTypes(data)
		} else if change := GuardTexts(entry.Name); change != nil {
			data = change(data)
		}
		parts = append(parts, Part{Name: entry.Name, Data: data})
	}
	return parts, nil
}

// Edit changes a part. Nil leaves it as it is.
type Edit func(data []byte) []byte

// Settle writes a workbook in settled order and shape. Parts for which edit gives no Edit are copied as they are packed, which spares the time of
// large sheets.
func Settle(w io.Writer, workbook []byte, edit func(part string) Edit) error {
	entries, err := entriesOf(workbook)
	if err != nil {
		return err
	}
	out := zip.NewWriter(w)
	for _, entry := range entries {
		change := edit(entry.Name)
		if entry.Name == contentTypes {
			change = sortTypes
		}
		if change != nil {
			err = rewrite(out, entry, change)
		} else {
			err = out.Copy(entry)
		}
		if err != nil {
			return err
		}
	}
	return out.Close()
}

// Guard makes the texts of a sheet safe for LibreOffice. Guarding twice changes nothing.
func Guard(data []byte) []byte {
	return shortEscape.ReplaceAllFunc(data, func(m []byte) []byte {
		if bytes.HasPrefix(m, guard) {
			return m
		}
		return append(bytes.Clone(guard), m...)
	})
}

// GuardTexts is the Edit of every part that holds texts of cells.
func GuardTexts(part string) Edit {
	if strings.HasPrefix(part, "xl/worksheets/") && strings.HasSuffix(part, ".xml") || part == "xl/sharedStrings.xml" {
		return Guard
	}
	return nil
}

// Risky reports whether LibreOffice would read a text otherwise than it is written.
func Risky(text string) bool { return strings.Contains(text, "_x") && shortEscape.MatchString(text) }

func entriesOf(workbook []byte) ([]*zip.File, error) {
	archive, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return nil, err
	}
	entries := slices.Clone(archive.File)
	slices.SortStableFunc(entries, func(a, b *zip.File) int { return cmp.Compare(order(a.Name), order(b.Name)) })
	return entries, nil
}

func order(name string) string {
	if name == contentTypes {
		return ""
	}
	return name
}

func read(entry *zip.File) ([]byte, error) {
	r, err := entry.Open()
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(r)
	return data, errors.Join(err, r.Close())
}

func rewrite(to *zip.Writer, entry *zip.File, change Edit) error {
	data, err := read(entry)
	if err != nil {
		return err
	}
	w, err := to.Create(entry.Name)
	if err != nil {
		return err
	}
	_, err = w.Write(change(data))
	return err
}

// shortEscape is what LibreOffice takes for a character although the standard asks for four digits (ECMA-376 part 1, 22.9.2.19). The
// underscore before it is written by its number, which every program reads as an underscore. One that is written so already stays.
var (
	shortEscape = regexp.MustCompile(`(_x005F)?_x[0-9A-Fa-f]{1,3}_`)
	guard       = []byte("_x005F")
)

var contentType = regexp.MustCompile(`<(Default|Override) [^>]*?(/>|></(Default|Override)>)`)

// sortTypes puts the entries of the list of types in order.
func sortTypes(list []byte) []byte {
	text := string(list)
	entries := contentType.FindAllString(text, -1)
	if len(entries) == 0 {
		return list
	}
	start := strings.Index(text, entries[0])
	end := strings.LastIndex(text, entries[len(entries)-1]) + len(entries[len(entries)-1])
	slices.Sort(entries)
	return []byte(text[:start] + strings.Join(entries, "") + text[end:])
}
