package out

import (
	"archive/zip"
	"io"
	"path/filepath"

	"tonghop/lang"
)

var msgOtherBytes = lang.Format{Vi: "nội dung trên đĩa khác với nội dung đã ghi", En: "the bytes on the disk are not those that were written"}

// reread opens a written file again: the bytes must be those that were written, and a package (workbook, document) must
// open with every part intact.
func reread(name, sum string) error {
	now, err := hashFile(name)
	if err != nil {
		return err
	}
	if now != sum {
		return msgOtherBytes.With()
	}
	switch filepath.Ext(name) {
	case ".xlsx", ".docx":
		return readParts(name)
	}
	return nil
}

// readParts reads every part of a package to its end, which checks its CRC.
func readParts(name string) (err error) {
	pkg, err := zip.OpenReader(name)
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := pkg.Close(); err == nil {
			err = closeErr
		}
	}()
	for _, entry := range pkg.File {
		part, err := entry.Open()
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, part); err != nil {
			return err
		}
		if err := part.Close(); err != nil {
			return err
		}
	}
	return nil
}
