package report

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// Request is a finding in the words for the unit that it is about, always in Vietnamese: what stands there, what is wrong with it, and what the unit has
// to do. Letters and marked copies say the same.
type Request struct {
	Finding sheets.Finding

	Subject   string // the title of the figure, or that it is about the form as a whole
	Typed     string // what stands in the cell, on one line and not too long
	Complaint string // what is wrong, without Subject and Typed
	Advice    string // what to do

	// Cases are the requests about the single cells where Finding was put together of several.
	Cases []Request
}

// Requests are what the unit is asked to mend or to look at again, in the order of findings, which are those of the checks: the errors and
// warnings about the unit, for the periods for which it owes a report, that it can do something about itself.
func Requests(c *sheets.Catalogue, b *sheets.Batch, u *sheets.Unit, findings []sheets.Finding) []Request {
	asked := periodsAsked(b, u)
	var requests []Request
	for _, f := range findings {
		if f.Unit != u.Code || !forUnit(f, asked) {
			continue
		}
		request := requestOf(c, f)
		for _, one := range f.Cases {
			request.Cases = append(request.Cases, requestOf(c, one))
		}
		requests = append(requests, request)
	}
	return requests
}

func requestOf(c *sheets.Catalogue, f sheets.Finding) Request {
	return Request{Finding: f, Subject: subject(c, &f), Typed: typedText(&f), Complaint: complaint(c, &f), Advice: adviceOf(&f)}
}

// forUnit reports whether a finding about a unit is one that the unit has to deal with, in a form for one of the periods that are asked for.
func forUnit(f sheets.Finding, asked map[string]bool) bool {
	return f.Severity >= figure.Warning && letterKinds[f.Code] != saidByLetter && (f.Period == "" || asked[f.Period])
}

// letterAdvice is what a unit has to do about findings whose own hint speaks to the office, or that have none, by code.
var letterAdvice = map[string]lang.Format{
	"dong-thieu":            {Vi: "Điền đủ các dòng còn thiếu, theo đúng biểu mẫu đã phát.", En: "Fill in the rows that are missing, as in the form that was sent."},
	"toan-so-khong":         {Vi: "Số liệu nào chưa có thì để trống; chỉ gõ 0 khi thật sự không có.", En: "Leave blank what is not known; type 0 only for none."},
	"so-nhu-ky-truoc":       {Vi: "Điền số liệu của kỳ này rồi gửi lại; nếu số liệu đúng là không đổi thì giải trình.", En: "Fill in the figures of this period and send the form again; if they are right, say why."},
	"so-nhu-don-vi-khac":    {Vi: "Điền số liệu của chính đơn vị rồi gửi lại; nếu số liệu đúng thì giải trình.", En: "Fill in the unit's own figures and send the form again; if they are right, say why."},
	"tien-sai-don-vi":       {Vi: "Xem lại số tiền có ghi đúng đơn vị tính của biểu mẫu không; nếu sai thì ghi lại rồi gửi lại.", En: "See whether the amount is in the unit of money of the form; correct it and send the form again if not."},
	"so-dem-sai-hang":       {Vi: "Xem lại số chữ số và dấu ngăn hàng nghìn; nếu sai thì ghi lại rồi gửi lại, nếu đúng thì giải trình.", En: "Look again at the digits and separators; correct it and send the form again, or say why it is right."},
	"so-giong-ngay":         {Vi: "Xem lại ô có bị Excel đổi thành ngày không; gõ lại một số đếm rồi gửi lại, nếu số đúng thì giải trình.", En: "See whether Excel made a day of the cell; type one count and send the form again, or say why it is right."},
	"so-voi-cap-duoi":       {Vi: "Đối chiếu lại với số liệu của các đơn vị trực thuộc.", En: "Compare with the figures of the units below."},
	"tep-hai-don-vi":        {Vi: "Điền vào đúng biểu mẫu phát cho đơn vị rồi gửi lại.", En: "Fill in the unit's own form and send it again."},
	"tep-sai-ky":            {Vi: "Điền biểu mẫu của kỳ này rồi gửi lại.", En: "Fill in the form of this period and send it again."},
	"tep-khong-doc-duoc":    {Vi: "Gửi lại tệp Excel (.xlsx) mở được.", En: "Send an Excel file (.xlsx) that can be opened."},
	"tep-khong-co-bieu-mau": {Vi: "Điền vào biểu mẫu đã phát rồi gửi lại.", En: "Fill in the form that was sent and send it again."},
	"tep-hai-bang-so-lieu":  {Vi: "Xóa bảng cũ, chỉ giữ một bảng số liệu rồi gửi lại.", En: "Delete the old table, keep one, and send it again."},
	"tep-ngay-bao-cao":      {Vi: "Ghi ngày báo cáo theo dạng ngày/tháng/năm.", En: "Type the date as day/month/year."},
	"tep-ten-don-vi-khac":   {Vi: "Ghi đúng mã và tên của đơn vị; nếu gửi nhầm tệp thì gửi lại tệp đúng.", En: "Write the unit's code and name; send the right file if this is another unit's."},
	"tep-khong-ro-ky":       {Vi: "Ghi kỳ báo cáo vào biểu mẫu.", En: "Write the period into the form."},
	"tep-trang-an":          {Vi: "Xóa trang ẩn, chỉ giữ trang số liệu đúng.", En: "Delete the hidden sheet and keep the right one."},
	"tong-khong-khop":       {Vi: "Xem lại các dòng đã cộng; sửa dòng sai, còn dòng tổng thì xóa.", En: "Look again at the rows that were added, correct the wrong one and delete the sum."},
	"dong-an":               {Vi: "Bỏ ẩn các dòng để xem lại số liệu.", En: "Show the hidden rows and look at their figures."},
	"dong-khong-ma":         {Vi: "Ghi lại mã vào cột “Mã”.", En: "Write the code into the column “Mã”."},
	"o-gop":                 {Vi: "Bỏ gộp ô (Unmerge) rồi gõ số cho từng dòng.", En: "Unmerge the cell and type a number into each row."},
	"so-lieu-don-vi-tinh":   {Vi: "Ghi số liệu theo đúng đơn vị tính của biểu mẫu.", En: "Give the figure in the unit of measure of the form."},
	"so-lieu-quy-doi":       {Vi: "Nếu đúng thì giữ nguyên; nếu không thì gõ lại bằng chữ số, đúng đơn vị tính.", En: "Leave it if it is right, else type it in digits and the unit of measure."},
}

// mendAndSend is what a unit has to do where nothing else says so.
var mendAndSend = lang.Format{Vi: "Sửa rồi gửi lại biểu mẫu.", En: "Correct it and send the form again."}

// adviceOf is what the unit has to do about a finding.
func adviceOf(f *sheets.Finding) string {
	if advice, ok := letterAdvice[f.Code]; ok {
		return advice.Vi
	}
	if f.Hint.IsZero() {
		return mendAndSend.Vi
	}
	return f.Hint.In(lang.Vi)
}
