package sheets

import (
	"slices"

	"tonghop/figure"
	"tonghop/lang"
)

// Notice is a kind of thing that reading the submissions may report. Its code is stable for ever.
type Notice struct {
	Code     string
	Severity figure.Severity // of most of its findings; a conversion may be a note or a warning
	Title    lang.Format
	Explain  lang.Format // when it arises and what to do
}

// The codes of the notices. Those that begin with tep are about a whole file, which is then rejected unless the
// notice is a warning.
const (
	fileUnreadable   = "tep-khong-doc-duoc"
	fileNoForm       = "tep-khong-co-bieu-mau"
	fileNoUnit       = "tep-khong-ro-don-vi"
	fileTwoUnits     = "tep-hai-don-vi"
	fileNotAsked     = "tep-khong-phai-nop"
	fileOtherPeriod  = "tep-sai-ky"
	fileNoPeriod     = "tep-khong-ro-ky"
	fileOtherFolder  = "tep-thu-muc-ky-khac"
	fileTwoTables    = "tep-hai-bang-so-lieu"
	fileOtherName    = "tep-ten-don-vi-khac"
	fileBadDate      = "tep-ngay-bao-cao"
	fileTurn         = "tep-lan-gui"
	formReplaces     = "ban-thay-the"
	formLeavesBlank  = "ban-thay-the-thieu"
	formEdited       = "tong-hop-bi-sua"
	formPartial      = "tong-hop-chua-du"
	formOriginLost   = "tong-hop-ro-nguon"
	fileConverted    = "tep-chuyen-doi"
	fileHiddenSheet  = "tep-trang-an"
	fileOldFont      = "tep-phong-chu-cu"
	fileOldLetters   = "tep-bang-ma-cu"
	periodUncovered  = "ky-con-thieu-ngay"
	periodWaiting    = "ky-con-chua-nop"
	unitInQuestion   = "don-vi-cho-quyet-dinh"
	intakeChoice     = "tiep-nhan-chon-tep"
	figureUnreadable = "so-lieu-sai-kieu"
	figureConverted  = "so-lieu-quy-doi"
	figureMeasure    = "so-lieu-don-vi-tinh"
	figureLinked     = "so-lieu-tep-khac"
	cellMerged       = "o-gop"
	rowHidden        = "dong-an"
	rowTwice         = "dong-trung"
	rowMissing       = "dong-thieu"
	rowUnknown       = "dong-la"
	rowByLabel       = "dong-khong-ma"
	rowOutside       = "dong-ngoai-bieu"
	sumDiffers       = "tong-khong-khop"
	rowMismatch      = "dong-lech-ma"
	cellOutside      = "o-ngoai-bieu"
	numberInNotes    = "so-o-ghi-chu"
	sheetOutside     = "trang-ngoai-bieu"

	listUnreadable    = "bang-ke-khong-doc-duoc"
	listColumnMissing = "bang-ke-thieu-cot"
	listRowIncomplete = "bang-ke-dong-thieu"
	listRowTwice      = "bang-ke-dong-trung"
	listOutsideRows   = "bang-ke-ngoai-dong"
	listNotAsked      = "bang-ke-khong-tinh"
)

// CheckCodes are the codes of package check, which looks at what was read. They stand here because the sheet Giải trình may name them.
func CheckCodes() []string {
	return []string{
		"don-vi-chua-nop", "bieu-mau-trong", "toan-so-khong", "so-lieu-thieu", "ngoai-khoang", "quy-tac", "lech-dong", "so-tinh-sai", "so-voi-cap-duoi", "so-voi-ky-con", "luy-ke-giam", "nop-muon",
		"so-nhu-ky-truoc", "so-nhu-don-vi-khac", "tien-sai-don-vi", "so-dem-sai-hang", "so-giong-ngay", "lech-ky-truoc", "lech-cung-cap", "so-tron",
		"bang-ke-lech-so-lieu", "bang-ke-trung-don-vi", "giai-trinh-khong-khop",
	}
}

// Notices are all kinds of thing that reading may report.
func Notices() []Notice { return notices }

var notices = slices.Concat(formNotices, listNotices)

// noticed makes the finding of a notice.
func noticed(code string, pos Pos, message lang.Message) Finding {
	f := Finding{Code: code, Pos: pos, Message: message, Count: 1}
	for _, n := range notices {
		if n.Code == code {
			f.Severity = n.Severity
		}
	}
	return f
}
