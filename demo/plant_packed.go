package demo

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"hash/crc32"
	"path"
	"regexp"
	"strings"

	"tonghop/sheets"
)

// renamed plants what is made of the clean form, under another ending.
func renamed(ending string, change func(s scene, name string, form []byte) ([]byte, error)) planting {
	return func(s scene) []item {
		name := s.path()
		stem := strings.TrimSuffix(name, path.Ext(name))
		return []item{{stem + ending, func() ([]byte, error) {
			form, err := clean(s)
			if err != nil {
				return nil, err
			}
			return change(s, path.Base(name), form)
		}}}
	}
}

// zipped packs a form into an archive, in a folder and beside what a Mac adds.
func zipped(_ scene, name string, form []byte) ([]byte, error) {
	return pack(zip.FileHeader{Name: "bao cao/" + name}, form, "__MACOSX/bao cao/._"+name)
}

// zippedTwice packs a form into an archive in an archive.
func zippedTwice(s scene, name string, form []byte) ([]byte, error) {
	inner, err := zipped(s, name, form)
	if err != nil {
		return nil, err
	}
	return pack(zip.FileHeader{Name: "gửi lại.zip"}, inner, "desktop.ini")
}

// zippedWithPassword packs a form as programs do when a password is asked for. What is inside is not encrypted, but nobody gets that far.
func zippedWithPassword(_ scene, name string, form []byte) ([]byte, error) {
	const encrypted = 1 << 0
	return pack(zip.FileHeader{Name: name, Flags: encrypted}, form, "")
}

// pack makes an archive of a file and of a small one that is no submission.
func pack(header zip.FileHeader, data []byte, beside string) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	header.CRC32, header.CompressedSize64, header.UncompressedSize64 = crc32.ChecksumIEEE(data), uint64(len(data)), uint64(len(data))
	f, err := w.CreateRaw(&header) // as it is: a form is packed already
	if err != nil {
		return nil, err
	}
	if _, err := f.Write(data); err != nil {
		return nil, err
	}
	if beside != "" {
		if _, err := w.Create(beside); err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return out.Bytes(), err
}

// asText saves the sheet of figures as text, as Excel of a Vietnamese machine shows it.
func asText(separator rune) func(scene, string, []byte) ([]byte, error) {
	return func(_ scene, _ string, form []byte) ([]byte, error) {
		var text bytes.Buffer
		text.WriteString("\uFEFF")
		w := csv.NewWriter(&text)
		w.Comma, w.UseCRLF = separator, true
		_, err := edit(form, func(b *book) error { return w.WriteAll(grid(b.rows)) })
		return text.Bytes(), err
	}
}

// grouping is a number whose thousands are separated as in English.
var grouping = regexp.MustCompile(`^[0-9]{1,3}(,[0-9]{3})+$`)

// grid gives all rows the same number of cells, and numbers the dots of a Vietnamese machine.
func grid(rows [][]string) [][]string {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	full := make([][]string, len(rows))
	for i, row := range rows {
		full[i] = make([]string, width)
		for col, cell := range row {
			if grouping.MatchString(cell) {
				cell = strings.ReplaceAll(cell, ",", ".")
			}
			full[i][col] = cell
		}
	}
	return full
}

// torn writes a figure with a decimal comma, without quotes, in a table that is separated by commas.
func torn(code sheets.Code) func(scene, string, []byte) ([]byte, error) {
	return func(s scene, name string, form []byte) ([]byte, error) {
		form, err := edit(form, func(b *book) error { return b.write(b.cell(code, colValue), "13,6") })
		if err != nil {
			return nil, err
		}
		text, err := asText(',')(s, name, form)
		return bytes.ReplaceAll(text, []byte(`"13,6"`), []byte("13,6")), err
	}
}
