package sheets

import "tonghop/lang"

// Example is a case of the notice: what stands in a file and what is said about it.
func (n Notice) Example() lang.Format { return noticeExamples[n.Code] }

// noticeExamples are the examples of the notices, by code.
var noticeExamples = map[string]lang.Format{
	fileUnreadable:   {Vi: "tn1-25459.xlsx thật ra là ảnh chụp biểu mẫu, hoặc mở phải có mật khẩu.", En: "tn1-25459.xlsx is a photograph of the form, or asks for a password."},
	fileNoForm:       {Vi: "Tệp chỉ có trang lời văn, không có bảng với cột “Mã” và cột “Số liệu”.", En: "The file holds prose and no table with the columns “Mã” and “Số liệu”."},
	fileNoUnit:       {Vi: "Dòng “Đơn vị” ghi “Đoàn xã Tân Bình”, danh bạ có hai xã tên như vậy và tệp không ghi mã.", En: "The row “Đơn vị” says “Đoàn xã Tân Bình”, of which the registry has two, and the file has no code."},
	fileTwoUnits:     {Vi: "Mã đơn vị ghi tn1-25462, mã ẩn của biểu là tn1-25459.", En: "The visible code is tn1-25462, the hidden one tn1-25459."},
	fileNotAsked:     {Vi: "Tệp của một đơn vị có cột “Phải nộp” để trống.", En: "A file of a unit whose “Phải nộp” is blank."},
	fileOtherPeriod:  {Vi: "Đang tổng hợp năm 2021, biểu ghi “Năm 2020”.", En: "2021 is added up and the form says “Năm 2020”."},
	fileNoPeriod:     {Vi: "Biểu gõ lại không có dòng “Kỳ báo cáo”.", En: "A retyped form without the row “Kỳ báo cáo”."},
	fileOtherFolder:  {Vi: "nop/2021-Q2/x1.xlsx là biểu của quý I.", En: "nop/2021-Q2/x1.xlsx is a form of the first quarter."},
	fileTwoTables:    {Vi: "Trang “Biểu mẫu” ghi 77, trang “Biểu mẫu (2)” ghi 88 cho cùng một số liệu.", En: "The sheet “Biểu mẫu” says 77 and “Biểu mẫu (2)” 88 for the same figure."},
	fileOtherName:    {Vi: "Mã là của Đoàn xã Tân Lập, tên ghi “Đoàn xã Tân Lạc”.", En: "The code is of Đoàn xã Tân Lập and the name says “Đoàn xã Tân Lạc”."},
	fileBadDate:      {Vi: "Dòng “Ngày báo cáo” ghi “cuối năm”.", En: "The row “Ngày báo cáo” says “cuối năm”."},
	fileTurn:         {Vi: "Ô “Lần gửi” ghi “bổ sung”, không phải 2.", En: "The cell “Lần gửi” says “bổ sung” (supplement) and not 2."},
	formReplaces:     {Vi: "x1 (2).xlsx ghi lần gửi 2, ô E12 là 125; x1.xlsx ghi 120: dùng 125.", En: "x1 (2).xlsx is the second sending with 125 in E12; x1.xlsx says 120: 125 is used."},
	formLeavesBlank:  {Vi: "Lần gửi 2 để trống ô E13, lần đầu ô đó ghi 10: số 10 không được tính.", En: "The second sending leaves E13 blank, where the first says 10: the 10 does not count."},
	formEdited:       {Vi: "Lúc tổng hợp từ 18 chi đoàn, ô E12 là 236; nay ghi 240.", En: "Added up from 18 chapters E12 was 236, and now it says 240."},
	formPartial:      {Vi: "Đoàn xã gửi biểu khi mới có 17/18 chi đoàn báo.", En: "The commune sent its form when 17 of 18 chapters had reported."},
	formOriginLost:   {Vi: "Trang ẩn của biểu xã Tân Lập được chép từ biểu xã Tân Bình.", En: "The hidden sheet of Tân Lập's form comes from that of Tân Bình."},
	fileConverted:    {Vi: "tn1-25459.xls được đọc qua LibreOffice.", En: "tn1-25459.xls is read through LibreOffice."},
	fileOldFont:      {Vi: "Ô gõ bằng phông .VnTime: “cã” được đọc là “có”.", En: "A cell in the font .VnTime: “cã” is read as “có”."},
	fileOldLetters:   {Vi: "Nhãn hiện ra là “§¬n vÞ b¸o c¸o” vì gõ theo bảng mã cũ.", En: "A label shows as “§¬n vÞ b¸o c¸o” because it is in an old code of letters."},
	fileHiddenSheet:  {Vi: "Trang “Biểu cũ” bị ẩn mà còn bảng số liệu.", En: "The hidden sheet “Biểu cũ” holds a table of figures."},
	periodUncovered:  {Vi: "Năm 2021 có quý I, II, III thuộc kỳ, thiếu quý IV.", En: "2021 has three quarters and lacks the fourth."},
	periodWaiting:    {Vi: "Quý IV chưa có biểu mẫu nào.", En: "There is no form for the fourth quarter yet."},
	unitInQuestion:   {Vi: "x1.xlsx ghi 120, x1 (sửa).xlsx ghi 125, Tiếp nhận chưa chọn tệp nào.", En: "x1.xlsx says 120 and x1 (sửa).xlsx 125, and Tiếp nhận has chosen neither."},
	intakeChoice:     {Vi: "Tiếp nhận chọn “x1 moi.xlsx”, thư mục nop không có tệp đó.", En: "Tiếp nhận has chosen “x1 moi.xlsx”, which the folder nop does not hold."},
	figureUnreadable: {Vi: "“hơn 100” (gợi ý 100), “12+5” (gợi ý 17), “hàng chục”, #REF!, ô thành ngày tháng.", En: "“hơn 100” (perhaps 100), “12+5” (perhaps 17), “hàng chục”, #REF!, a cell that became a date."},
	figureConverted:  {Vi: "“12 người” được đọc là 12; “9,4 triệu” trong ô tính bằng đồng được đọc là 9.400.000.", En: "“12 người” is read as 12; “9,4 triệu” in a cell of đồng as 9.400.000."},
	figureLinked:     {Vi: "Ô E14 là công thức ='[thang6.xlsx]Sheet1'!B7, Excel đã tính là 120.", En: "Cell E14 is the formula ='[thang6.xlsx]Sheet1'!B7, for which Excel has 120."},
	figureMeasure:    {Vi: "Danh mục ghi “đội”, cột ĐVT của biểu ghi “nhóm”.", En: "The catalogue says “đội” and the column ĐVT of the form “nhóm”."},
	cellMerged:       {Vi: "Ô E14 gộp với E15, chỉ có một số cho hai dòng.", En: "Cell E14 is merged with E15 and holds one number for two rows."},
	rowHidden:        {Vi: "Dòng 20 bị ẩn, ô E20 ghi 7: số 7 vẫn được dùng.", En: "Row 20 is hidden and cell E20 holds 7, which is used."},
	rowTwice:         {Vi: "Mã mt_doi_tv ở dòng 31 ghi 12, ở dòng 45 ghi 77.", En: "The code mt_doi_tv has 12 in row 31 and 77 in row 45."},
	rowMissing:       {Vi: "Biểu không còn dòng mt_doi.", En: "The form has no row mt_doi any more."},
	rowUnknown:       {Vi: "Mã “mt_doii” (gợi ý mt_doi).", En: "The code “mt_doii” (perhaps mt_doi)."},
	rowByLabel:       {Vi: "Cột Mã trống, cột Nội dung ghi đúng tên của mt_qua.", En: "The column Mã is blank and the label is that of mt_qua."},
	rowOutside:       {Vi: "Dòng chèn thêm “Kết quả nổi bật” không có mã mà ghi 7.", En: "The inserted row “Kết quả nổi bật” has no code and holds 7."},
	rowMismatch:      {Vi: "Mã mt_ngay_hoi nhưng nội dung là của mt_qua.", En: "The code mt_ngay_hoi with the label of mt_qua."},
	sumDiffers:       {Vi: "Dòng “Cộng” ghi 240, các dòng phía trên là 140 và 96, cộng được 236.", En: "The row “Cộng” says 240, the rows above it 140 and 96, which is 236."},
	cellOutside:      {Vi: "Cột G thêm vào ghi 4.321 ở dòng mt_doi.", En: "The added column G holds 4.321 in the row mt_doi."},
	numberInNotes:    {Vi: "Ô Số liệu trống, ô Ghi chú cùng dòng ghi 25.", En: "The value is blank and Ghi chú of the row holds 25."},
	sheetOutside:     {Vi: "Trang “Số liệu thêm” do đơn vị tự thêm có số 55.", En: "The unit added a sheet “Số liệu thêm”, which holds 55."},

	listUnreadable:    {Vi: "Trang bảng kê bị xóa dòng tiêu đề cột.", En: "The row of titles of the list was deleted."},
	listColumnMissing: {Vi: "Bảng kê công trình không còn cột “Trị giá”.", En: "The list of works has no column “Trị giá” any more."},
	listRowIncomplete: {Vi: "Dòng “Đường quê thắp sáng” để trống cột bắt buộc “Loại”.", En: "The row “Đường quê thắp sáng” leaves the obligatory column “Loại” blank."},
	listRowTwice:      {Vi: "“Đường quê thắp sáng” ghi ở dòng 7 và dòng 9, mọi cột như nhau.", En: "“Đường quê thắp sáng” stands in rows 7 and 9, the same in every column."},
	listOutsideRows:   {Vi: "Dưới chỗ ký tên còn dòng “Dọn rác”.", En: "A row “Dọn rác” stands below the signature."},
	listNotAsked:      {Vi: "Xã có các chi đoàn cùng nộp bảng kê công trình mà xã cũng ghi.", En: "A commune keeps the list of works that its chapters hand in."},
}
