package demo

import (
	"path"
	"strings"
)

// Files that are no workbooks, as small as they can be and still be known for what they are.
var (
	pdf = []byte("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
	jpg = []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9")
	txt = []byte("STT;Mã;Nội dung;Số liệu\r\n1;mt_doi;Đội thanh niên tình nguyện;1\r\n")
)

// instead plants something else in the place of the form, with another ending where one is given.
func instead(ending string, data []byte) planting {
	return func(s scene) []item {
		name := s.path()
		if ending != "" {
			name = strings.TrimSuffix(name, path.Ext(name)) + ending
		}
		return []item{{name, func() ([]byte, error) { return data, nil }}}
	}
}

// damaged plants the form as a broken transmission leaves it.
func damaged(change func([]byte) []byte) planting {
	return file(func(s scene) ([]byte, error) {
		data, err := clean(s)
		return change(data), err
	})
}

func cutOff(data []byte) []byte { return data[:len(data)*2/3] }

func bitFlipped(data []byte) []byte {
	data[len(data)/2] ^= 1
	return data
}

// decomposed plants a name as macOS writes it, with every accent a character of its own, as the name of the file and in the form.
func decomposed(name string) planting {
	return func(s scene) []item {
		return []item{{path.Join(submissionsDir, name+".xlsx"), func() ([]byte, error) {
			data, err := clean(s)
			if err != nil {
				return nil, err
			}
			return edit(data, func(b *book) error { return b.write(b.beside(labelUnit), name) })
		}}}
	}
}

// misplaced plants the clean form under another name.
func misplaced(name string) planting {
	return func(s scene) []item {
		return []item{{path.Join(submissionsDir, name), func() ([]byte, error) { return clean(s) }}}
	}
}

// lockBeside plants the file that Excel leaves beside a form that somebody has open.
func lockBeside(s scene) []item {
	lock := path.Join(path.Dir(s.path()), "~$"+path.Base(s.path()))
	return []item{
		{s.path(), func() ([]byte, error) { return clean(s) }},
		{lock, func() ([]byte, error) { return make([]byte, 165), nil }},
	}
}

// twice plants a second file of the unit, made by the second planting.
func twice(second planting) planting {
	return func(s scene) []item {
		items := file(clean)(s)
		for _, it := range second(s) {
			stem := strings.TrimSuffix(it.path, path.Ext(it.path))
			items = append(items, item{stem + " (final 2)" + path.Ext(it.path), it.make})
		}
		return items
	}
}
