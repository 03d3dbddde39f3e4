package lang

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// causes are what a file system says most often, in words that an office understands.
var causes = []struct {
	is   func(error) bool
	text Format
}{
	{is(fs.ErrNotExist), Format{Vi: "không tìm thấy", En: "it was not found"}},
	{is(fs.ErrPermission), Format{Vi: "không có quyền", En: "permission denied"}},
	{is(syscall.ENOSPC), Format{Vi: "đĩa đã đầy", En: "the disk is full"}},
	{is(syscall.ENOTDIR), Format{Vi: "đường dẫn có phần không phải là thư mục", En: "a part of the path is no folder"}},
	{is(syscall.EISDIR), Format{Vi: "đó là một thư mục", En: "it is a folder"}},
	{diskFull, Format{Vi: "đĩa đã đầy", En: "the disk is full"}},
	{inUse, Format{Vi: "tệp đang được chương trình khác mở", En: "another program holds it open"}},
}

func is(target error) func(error) bool {
	return func(err error) bool { return errors.Is(err, target) }
}

// Cause is what the system said of a file, in words, without the path, which the message around it gives already. Other errors stay as they
// are.
func Cause(err error) error {
	for _, cause := range causes {
		if cause.is(err) {
			return cause.text.With()
		}
	}
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	var linkErr *os.LinkError
	if errors.As(err, &linkErr) {
		return linkErr.Err
	}
	return err
}
