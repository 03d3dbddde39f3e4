// Package builtin holds the report templates that come with the program. An office that wants another wording saves a copy in
// its own folder mau/, which then takes the place of this one.
//
// The documents are made by the program in the folder make, so that their layout can be read and reviewed as text.
package builtin

import (
	"embed"
	"io/fs"
)

//go:generate go run ./make

//go:embed *.docx
var files embed.FS

// FS holds the templates, one Word document each, without folders.
func FS() fs.FS { return files }

// Template is one built-in template.
type Template struct {
	File  string // its name in FS, for example khac-phuc.docx
	Title string // the document it makes, in Vietnamese
}

// ReminderFile is the template of the reminder letters to units. It is filled for one unit at a time, and with what the unit has to do.
const ReminderFile = "don-doc.docx"

// Templates lists what FS holds, in order of the file names.
func Templates() []Template {
	return []Template{
		{File: "dai-hoi-chi-doan.docx", Title: "Báo cáo của Ban Chấp hành Chi đoàn tại Đại hội Chi đoàn"},
		{File: ReminderFile, Title: "Công văn đôn đốc nộp, bổ sung báo cáo số liệu"},
		{File: "khac-phuc.docx", Title: "Báo cáo kết quả khắc phục khuyết điểm, hạn chế của tập thể Ban Thường vụ"},
		{File: "kiem-diem-bch.docx", Title: "Báo cáo kiểm điểm hoạt động của Ban Chấp hành Chi đoàn"},
		{File: "kiem-diem-chi-doan.docx", Title: "Báo cáo kiểm điểm của Ban Chấp hành Chi đoàn"},
		{File: "tong-ket-nhiem-ky.docx", Title: "Bài tổng kết nhiệm kỳ của Chi đoàn"},
	}
}
