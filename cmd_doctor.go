package main

import (
	"os"
	"path/filepath"

	"tonghop/lang"
	"tonghop/out"
	"tonghop/vntext"
)

// doctor looks at a workspace and at this machine. It changes nothing but for a file that it makes and deletes to see whether a folder can be
// written to.
type doctor struct {
	k *call
	w *workspace // its catalogue is nil where it cannot be read

	symptoms []out.Symptom
	status   status
}

var msgNoWorkspace = lang.Format{Vi: "không có thư mục %s. Hãy ghi đúng thư mục làm việc, hoặc tạo mới bằng lệnh: tonghop init THUMUC", En: "there is no folder %s. Name the workspace, or make a new one with: tonghop init DIR"}

// examination is one thing that doctor looks at. Its code never changes.
type examination struct {
	code           string
	title, explain lang.Format // explain says why it matters and what to do
	examine        func(d *doctor, e examination)
}

// examinations are what doctor looks at, what stops a run first.
func examinations() []examination {
	return []examination{
		{"kham-danh-muc", lang.Format{Vi: "Danh mục", En: "Catalogue"},
			lang.Format{Vi: "Danh mục phải mở được và không có lỗi thì mọi lệnh khác mới chạy. Sửa trong Excel theo trang và ô được nêu.", En: "The catalogue has to open without faults before any other command works. Mend it in Excel at the sheet and cell named."},
			(*doctor).examineCatalogue},
		{"kham-thu-muc", lang.Format{Vi: "Thư mục", En: "Folders"},
			lang.Format{Vi: "Thư mục bản nộp phải có, thư mục kết quả phải ghi được. Tạo thư mục còn thiếu, hoặc xin quyền ghi.", En: "The folder of submissions has to be there and that of results has to be writable. Make what is missing, or ask for the right to write."},
			(*doctor).examineFolders},
		{"kham-mau", lang.Format{Vi: "Mẫu Word", En: "Word templates"},
			lang.Format{Vi: "Mẫu có thẻ sai thì không điền được. Soát từng mẫu bằng lệnh lint rồi sửa trong Word.", En: "A template with faulty tags is not filled. Look at each with lint and mend it in Word."},
			(*doctor).examineTemplates},
		{"kham-dang-mo", lang.Format{Vi: "Tệp đang mở", En: "Open files"},
			lang.Format{Vi: "Tệp đang mở trong Excel hoặc Word có thể chưa lưu, và trên Windows không thay được. Lưu và đóng lại trước khi chạy.", En: "A file that is open in Excel or Word may not be saved yet, and on Windows cannot be replaced. Save and close it before a run."},
			(*doctor).examineOpenFiles},
		{"kham-chay-do", lang.Format{Vi: "Lần chạy dở", En: "Broken runs"},
			lang.Format{Vi: "Một lần chạy bị tắt giữa chừng để lại tệp tạm; kết quả cũ vẫn nguyên. Chạy lại là dọn sạch.", En: "A run that was killed left temporary files behind; the former results are whole. Running again clears them away."},
			(*doctor).examineLeftovers},
		{"kham-so-chot", lang.Format{Vi: "Sổ chốt", En: "Closed periods"},
			lang.Format{Vi: "Sổ chốt và bản số liệu lúc chốt chỉ do lệnh close ghi; bị sửa thì số liệu không còn so được với lúc chốt. Khôi phục từ bản sao lưu.", En: "Only the command close writes ledgers and frozen figures; after an edit figures cannot be compared with the closing. Restore them from a backup."},
			(*doctor).examineLedgers},
		{"kham-duong-dan", lang.Format{Vi: "Đường dẫn và tên tệp", En: "Paths and names"},
			lang.Format{Vi: "Windows và Excel không mở được đường dẫn dài quá 259 ký tự, và có những tên tệp Windows không chấp nhận. Chuyển thư mục làm việc lên gần gốc ổ đĩa, đổi tên tệp.", En: "Windows and Excel do not open paths of more than 259 characters, and do not take certain names. Move the workspace nearer to the root of the disk, rename the files."},
			(*doctor).examinePaths},
		{"kham-o-dia", lang.Format{Vi: "Ổ đĩa", En: "Disk"},
			lang.Format{Vi: "Hết chỗ thì kết quả mới không ghi được; kết quả cũ vẫn nguyên. Dọn bớt ổ đĩa.", En: "On a full disk no new results are written; the former ones stay whole. Make room on the disk."},
			(*doctor).examineDisk},
		{"kham-libreoffice", lang.Format{Vi: "LibreOffice", En: "LibreOffice"},
			lang.Format{Vi: "Không bắt buộc: chỉ cần khi đơn vị gửi tệp .xls hoặc .ods. Cài LibreOffice, hoặc mở tệp bằng Excel và lưu lại thành .xlsx.", En: "Not required: only files .xls or .ods need it. Install LibreOffice, or open such files in Excel and save them as .xlsx."},
			(*doctor).examineOffice},
		{"kham-phong-chu", lang.Format{Vi: "Phông chữ", En: "Fonts"},
			lang.Format{Vi: "Văn bản của Đoàn dùng Times New Roman; máy không có phông này thì trang in bị dồn dòng khác đi. Cài Times New Roman, hoặc Liberation Serif có cùng bề rộng chữ.", En: "The Union's papers are set in Times New Roman; without it lines break elsewhere. Install it, or Liberation Serif, whose letters are as wide."},
			(*doctor).examineFonts},
	}
}

func doctorCommand(k *call) (status, error) {
	d := &doctor{k: k, w: placesOf(k, k.arg(0))}
	if info, err := os.Stat(d.w.dir); err != nil || !info.IsDir() {
		return failed, usage(msgNoWorkspace.With(filepath.ToSlash(d.w.dir)))
	}
	for _, e := range examinations() {
		e.examine(d, e)
	}
	if k.json {
		return d.status, out.WriteSymptomsJSON(k.stdout, vntext.NFC(filepath.ToSlash(d.w.dir)), d.symptoms, k.lang)
	}
	return d.status, out.WriteSymptoms(k.stdout, d.symptoms, k.paint(), k.quiet, k.lang)
}

// well, look and fault note how something is.
func (d *doctor) well(e examination, said lang.Message) { d.note(e, out.Healthy, said) }
func (d *doctor) look(e examination, said lang.Message) { d.note(e, out.Attention, said) }

// fault notes what stops a run, and the status with which the run would end. That nothing can be written outweighs a faulty catalogue.
func (d *doctor) fault(e examination, ends status, said lang.Message) {
	d.note(e, out.Fault, said)
	if d.status == fine || ends == failed {
		d.status = ends
	}
}

func (d *doctor) note(e examination, level out.SymptomLevel, said lang.Message) {
	d.symptoms = append(d.symptoms, out.Symptom{Code: e.code, Title: e.title, Level: level, Said: said})
}
