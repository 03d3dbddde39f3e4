package demo

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"

	"tonghop/sheets"
)

// brokenReference plants what Excel shows after a cell that a formula used was deleted. Excelize cannot write it, so the
// cell is put into the sheet as Excel stores it.
func brokenReference(code sheets.Code) planting {
	return file(func(s scene) ([]byte, error) {
		data, err := clean(s)
		if err != nil {
			return nil, err
		}
		cell := ""
		if _, err := edit(data, func(b *book) error { cell = b.cell(code, colValue); return nil }); err != nil {
			return nil, err
		}
		old := regexp.MustCompile(`<c r="` + cell + `"( s="\d+")?( t="\w+")?><v>[^<]*</v></c>`)
		return repack(data, func(part []byte) []byte {
			return old.ReplaceAll(part, []byte(`<c r="`+cell+`"$1 t="e"><f>#REF!+1</f><v>#REF!</v></c>`))
		})
	})
}

// repack rewrites the parts of a workbook.
func repack(data []byte, change func(part []byte) []byte) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	out := zip.NewWriter(&packed)
	for _, f := range archive.File {
		if err := repackPart(out, f, change); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	if err := out.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}

func repackPart(out *zip.Writer, f *zip.File, change func([]byte) []byte) error {
	in, err := f.Open()
	if err != nil {
		return err
	}
	part, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	if err := in.Close(); err != nil {
		return err
	}
	w, err := out.Create(f.Name)
	if err != nil {
		return err
	}
	_, err = w.Write(change(part))
	return err
}
